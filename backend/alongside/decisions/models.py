"""Links that carry decisions, what each asks, and who stands in for a principal for a time."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, LargeBinary
from sqlmodel import Field

from alongside.core.models import TenantPart, TenantRow, instant, one_of, refers, words


class DecisionLink(TenantPart, table=True):
    """A link to one person; of its secret only the SHA-256 is kept. It is spent by the first answers.

    `code_hash` is a keyed hash of the code that was sent last, for what binds; `code_tries` counts wrong ones.
    `mail_id` names the e-mail that carried it: a second copy of the same e-mail does not end the first.
    """

    __tablename__: ClassVar[Any] = "decision_link"
    __table_args__ = (
        one_of("revoked_why", "replaced", "disowned", "tries"),
        CheckConstraint("code_tries >= 0 and codes_sent >= 0", name="counts_not_negative"),
        Index("decision_link_token", "tenant_id", "token_hash", unique=True),
        Index("decision_link_person", "tenant_id", "person_id", "created_at"),
    )

    person_id: UUID = Field(foreign_key="person.id")
    token_hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    mail_id: UUID | None = None
    created_at: datetime = instant(default=True)
    expires_at: datetime = instant()
    opened_at: datetime | None = instant(nullable=True)
    used_at: datetime | None = instant(nullable=True)
    revoked_at: datetime | None = instant(nullable=True)
    revoked_why: str | None = None
    code_hash: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))
    code_asked_at: datetime | None = instant(nullable=True)
    code_expires_at: datetime | None = instant(nullable=True)
    codes_sent: int = 0
    code_tries: int = 0


class LinkDecision(TenantPart, table=True):
    """One decision that a link asks for. `basis` is the hash of the words that were put to the person: other words
    are another question. `on_behalf_of_id`: the principal for whom the person stands in."""

    __tablename__: ClassVar[Any] = "link_decision"
    __table_args__ = (
        refers("link_id", "decision_link", on_delete="CASCADE"),
        refers("school_id", "school"),
        one_of("kind", "confirm_school", "sign_agreement", "agree_target"),
        one_of("answer", "yes", "no"),
        Index("link_decision_link", "tenant_id", "link_id", "position"),
    )

    link_id: UUID
    position: int
    kind: str
    object_id: UUID
    school_id: UUID | None = None
    on_behalf_of_id: UUID | None = Field(default=None, foreign_key="person.id")
    basis: str
    answer: str | None = None
    answered_at: datetime | None = instant(nullable=True)


class Delegation(TenantRow, table=True):
    """Somebody at the school who gives a principal's word for a time, both days included; never a signature."""

    __tablename__: ClassVar[Any] = "delegation"
    __table_args__ = (
        CheckConstraint("starts_on <= ends_on", name="dates_in_order"),
        CheckConstraint("person_id <> delegate_id", name="somebody_else"),
        CheckConstraint(
            "cardinality(decisions) > 0 and decisions <@ array['confirm_school', 'agree_target']",
            name="decisions_known",
        ),
        Index("delegation_person", "tenant_id", "person_id", "ends_on"),
        Index("delegation_delegate", "tenant_id", "delegate_id", "ends_on"),
    )

    person_id: UUID = Field(foreign_key="person.id")
    delegate_id: UUID = Field(foreign_key="person.id")
    decisions: list[str] = words()
    starts_on: date
    ends_on: date
    ended_at: datetime | None = instant(nullable=True)
