"""What lets another district adopt an agreement: the two words on opening it, the copy that others read, and where an
adopted agreement comes from."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from alongside.core.models import TenantPart, TenantRow, one_of, refers


class AgreementOpening(TenantRow, table=True):
    """The office proposes that other districts may join a signed agreement, the partner says yes or no; nobody
    outside the district reads this. `clause`: the words of the signed text that allow it; `noted_on`: since when the
    office knows what the partner answered."""

    __tablename__: ClassVar[Any] = "agreement_opening"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        one_of("status", "proposed", "open", "refused", "withdrawn", "closed"),
        one_of("closed_by", "district", "partner", "end"),
        Index("agreement_opening_one_current", "tenant_id", "agreement_id", unique=True, postgresql_where=text(
            "status in ('proposed', 'open')")),
        Index("agreement_opening_agreement", "tenant_id", "agreement_id", "id"),
    )  # fmt: skip

    agreement_id: UUID
    status: str = "proposed"
    clause: str
    open_until: date
    note: str | None = None
    proposed_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    proposed_on: date
    decided_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    decided_on: date | None = None
    noted_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    noted_on: date | None = None
    closed_by: str | None = None
    closed_on: date | None = None
    reason: str | None = None


class OpenAgreement(TenantPart, table=True):
    """The copy of an agreement that every district may read while it is open: **each column crosses**.

    It is written by the district that opened it when the partner has said yes, has the id of the opening, and never
    names a person. Once closed it says only that it was open and whether the agreement is over: its words are gone.
    """

    __tablename__: ClassVar[Any] = "open_agreement"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        one_of("standing", "in_force", "on_hold", "over"),
        CheckConstraint("closed_on is null or (document is null and terms is null)", name="closed_without_words"),
        Index("open_agreement_agreement", "tenant_id", "agreement_id", "id"),
    )  # fmt: skip

    agreement_id: UUID
    district: str
    partner: str
    partner_ein: str | None = None
    number: str
    type: str
    title: str
    starts_on: date
    ends_on: date
    clause: str
    text_sha256: str
    document: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    terms: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    opened_on: date
    open_until: date
    closed_on: date | None = None
    standing: str = "in_force"
    over_on: date | None = None


class AgreementAdoption(TenantPart, table=True):
    """That an agreement here adopts the terms of one in another district: whose, which text, and as they were then.

    `origin_state`: how the other one stood when this district was last told.
    """

    __tablename__: ClassVar[Any] = "agreement_adoption"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        one_of("origin_state", "open", "on_hold", "closed", "over"),
        Index("agreement_adoption_agreement", "tenant_id", "agreement_id", unique=True),
    )

    agreement_id: UUID
    origin_tenant_id: UUID = Field(foreign_key="tenant.id")
    origin_id: UUID
    district: str
    number: str
    title: str
    clause: str
    text_sha256: str
    origin_ends_on: date
    terms: dict[str, Any] = Field(sa_type=JSONB)
    adopted_on: date
    adopted_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    origin_state: str = "open"
    origin_state_on: date | None = None
