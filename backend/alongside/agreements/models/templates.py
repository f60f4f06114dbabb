"""The questions before an agreement, standing terms in versions, and the words on their clauses."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from alongside.core.models import TenantPart, TenantRow, instant, one_of, refers


class TreeAnswer(TenantRow, table=True):
    """Where an answer about a new agreement leads in this district; without a row where it usually does.

    `type`: what the agreement is to be, unless an earlier question decides that; `steps`: who reviews it besides.
    `is_usual`: the district went back to the usual way, whatever that comes to be, and the row counts its versions.
    """

    __tablename__: ClassVar[Any] = "tree_answer"
    __table_args__ = (
        one_of("answer", "money_yes", "money_no", "space_yes", "space_no", "records_yes", "records_no", "few_visits",
               "every_week", "many_or_alone"),
        one_of("type", "mou", "moa", "school_partner_agreement", "services_contract", "space_use", "data_sharing",
               "research", "letter_of_agreement", "collaboration_plan"),
        Index("tree_answer_answer", "tenant_id", "answer", unique=True),
    )  # fmt: skip

    answer: str
    type: str | None = None
    is_binding: bool = True
    steps: list[str] = Field(sa_type=ARRAY(Text))
    is_usual: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})


class AgreementTemplate(TenantRow, table=True):
    """The standing terms of agreements of one type, in numbered versions."""

    __tablename__: ClassVar[Any] = "agreement_template"
    __table_args__ = (
        refers("copied_from_id", "agreement_template"),
        one_of("type", "mou", "moa", "school_partner_agreement", "services_contract", "space_use", "data_sharing",
               "research", "letter_of_agreement", "collaboration_plan"),
        one_of("status", "open", "retired"),
        Index("agreement_template_name", "tenant_id", text("lower(name)"), unique=True),
    )  # fmt: skip

    name: str
    type: str
    status: str = "open"
    copied_from_id: UUID | None = None


class AgreementTemplateVersion(TenantPart, table=True):
    """One version of a template's text: once published it never changes; at most one is being written."""

    __tablename__: ClassVar[Any] = "agreement_template_version"
    __table_args__ = (
        refers("template_id", "agreement_template", on_delete="CASCADE"),
        CheckConstraint("number > 0", name="number_positive"),
        Index("agreement_template_version_number", "tenant_id", "template_id", "number", unique=True),
        Index("agreement_template_version_draft", "tenant_id", "template_id", unique=True,
              postgresql_where=text("published_at is null")),
    )  # fmt: skip

    template_id: UUID
    number: int
    is_negotiable: bool = True
    sections: list[Any] = Field(sa_type=JSONB)
    note: str | None = None
    published_at: datetime | None = instant(nullable=True)
    published_by_id: UUID | None = Field(default=None, foreign_key="person.id")


class ClauseWord(TenantPart, table=True):
    """How far both sides are with one clause of an agreement, as one of them said; the last word counts.

    Without a person it was set back by a change of the clause's text.
    """

    __tablename__: ClassVar[Any] = "clause_word"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        one_of("state", "not_yet_addressed", "under_discussion", "finalized"),
        one_of("side", "district", "school", "partner"),
        Index("clause_word_agreement", "tenant_id", "agreement_id", "code", "said_at", "id"),
    )

    agreement_id: UUID
    code: str
    state: str
    note: str | None = None
    side: str
    said_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    said_at: datetime = instant(default=True)
