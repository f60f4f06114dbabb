"""Agreements, the programs and schools they cover, their times on hold, and the district's settings for them."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, SQLModel

from alongside.core.models import TenantPart, TenantRow, instant, one_of, refers


class Agreement(TenantRow, table=True):
    """What both sides promised, for which programs and schools, from when until when (both days included).

    `origin` recorded: signed elsewhere and entered in one step. What is *effective* on a day is derived from
    the dates, never stored (rules). `ceases_on`: the first day on which it counts no more, though its last day lies
    ahead; `held_from`: on hold since; `amended_from`: the first day on which an amendment says what it covers.
    `drafted_by` is the side that wrote it, which outlives its author's role.
    `route_steps`, `is_route_in_order` and `signing_order` are the route as it was when the text was handed in; a
    route that changes later is for those that follow. `handed_in_hash`: the text that reviewers read, and before
    that the one they had asked to change.
    `answers`: to the questions that pick type and route; `recommended`: what they led to when the text was handed in;
    `type_reason`: why its author chose otherwise. `sections`: the standing terms that came with the template's version
    and, where they may be negotiated, what became of them.
    """

    __tablename__: ClassVar[Any] = "agreement"
    __table_args__ = (
        refers("partner_id", "partner"),
        refers("template_version_id", "agreement_template_version"),
        refers("renews_id", "agreement"),
        refers("amends_id", "agreement"),
        refers("supersedes_id", "agreement"),
        one_of("type", "mou", "moa", "school_partner_agreement", "services_contract", "space_use", "data_sharing",
               "research", "letter_of_agreement", "collaboration_plan"),
        one_of("term_kind", "school_year", "summer", "multi_year", "custom"),
        one_of("origin", "drafted", "recorded"),
        one_of("status", "draft", "submitted", "in_review", "changes_requested", "approved", "out_for_signature",
               "executed", "suspended", "terminated", "rejected", "withdrawn", "superseded"),
        one_of("drafted_by", "district", "school", "partner"),
        CheckConstraint("starts_on <= ends_on", name="dates_in_order"),
        one_of("signing_order", "any", "partner_first", "district_first"),
        CheckConstraint("notice_days between 0 and 365", name="notice_days_range"),
        CheckConstraint("cost_cents >= 0", name="cost_not_negative"),
        Index("agreement_number", "tenant_id", "number", unique=True),
        Index("agreement_one_renewal", "tenant_id", "renews_id", unique=True, postgresql_where=text(
            "renews_id is not null and status not in ('terminated', 'rejected', 'withdrawn', 'superseded')")),
        Index("agreement_one_replacement", "tenant_id", "supersedes_id", unique=True, postgresql_where=text(
            "supersedes_id is not null and status not in ('terminated', 'rejected', 'withdrawn', 'superseded')")),
        Index("agreement_amends", "tenant_id", "amends_id", postgresql_where=text("amends_id is not null")),
        Index("agreement_renews", "tenant_id", "renews_id", postgresql_where=text("renews_id is not null")),
        Index("agreement_by_end", "tenant_id", "ends_on", "id", postgresql_include=["status", "ceases_on", "number"]),
        Index("agreement_by_start", "tenant_id", "starts_on", "id"),
        Index("agreement_by_ceasing", "tenant_id", "ceases_on", "id", postgresql_where=text("ceases_on is not null")),
        Index("agreement_by_update", "tenant_id", "updated_at", "id"),
        Index("agreement_status_end", "tenant_id", "status", "ends_on", "id"),
        Index("agreement_status_update", "tenant_id", "status", "updated_at", "id"),
        Index("agreement_partner_end", "tenant_id", "partner_id", "ends_on", "id"),
        Index("agreement_partner_update", "tenant_id", "partner_id", "updated_at", "id"),
        Index("agreement_type_end", "tenant_id", "type", "ends_on", "id"),
        Index("agreement_type_update", "tenant_id", "type", "updated_at", "id"),
        Index("agreement_template_of", "tenant_id", "template_version_id",
              postgresql_where=text("template_version_id is not null")),
    )  # fmt: skip

    number: str
    type: str
    is_binding: bool = True
    title: str
    partner_id: UUID
    is_district_wide: bool = False
    starts_on: date
    ends_on: date
    effective_on: date | None = None
    term_kind: str = "school_year"
    origin: str = "drafted"
    status: str = "draft"
    status_reason: str | None = None
    status_since: datetime = instant(default=True)
    drafted_by: str = "district"
    author_id: UUID | None = Field(default=None, foreign_key="person.id")
    purpose: str | None = None
    populations: str | None = None
    schedule: str | None = None
    financial_terms: str | None = None
    cost_cents: int | None = Field(default=None, sa_type=BigInteger)
    funding_source: str | None = None
    shares_student_records: bool = False
    notice_days: int | None = None
    signed_elsewhere_on: date | None = None
    ceases_on: date | None = None
    held_from: date | None = None
    amended_from: date | None = None
    document_hash: str | None = None
    handed_in_hash: str | None = None
    handed_in_before_hash: str | None = None
    route_steps: list[str] | None = Field(default=None, sa_type=ARRAY(Text))
    is_route_in_order: bool = False
    signing_order: str = "any"
    submitted_at: datetime | None = instant(nullable=True)
    submitted_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    approved_at: datetime | None = instant(nullable=True)
    approved_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    renews_id: UUID | None = None
    amends_id: UUID | None = None
    supersedes_id: UUID | None = None
    answers: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    recommended: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    type_reason: str | None = None
    template_version_id: UUID | None = None
    sections: list[Any] | None = Field(default=None, sa_type=JSONB)


class AgreementProgram(TenantPart, table=True):
    """A program the agreement covers."""

    __tablename__: ClassVar[Any] = "agreement_program"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("program_id", "program"),
        Index("agreement_program_pair", "tenant_id", "agreement_id", "program_id", unique=True),
        Index("agreement_program_program", "tenant_id", "program_id"),
    )

    agreement_id: UUID
    program_id: UUID


class AgreementSchool(TenantPart, table=True):
    """A school the agreement covers, and its leader's word.

    `added_on`: the office offered it to the school after everybody had signed. `covered_from`: a word given after
    that counts from its day on and never for the days before.
    """

    __tablename__: ClassVar[Any] = "agreement_school"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("school_id", "school"),
        one_of("confirmation", "pending", "confirmed", "declined"),
        Index("agreement_school_pair", "tenant_id", "agreement_id", "school_id", unique=True),
        Index("agreement_school_school", "tenant_id", "school_id"),
    )

    agreement_id: UUID
    school_id: UUID
    confirmation: str = "pending"
    confirmed_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    confirmed_on: date | None = None
    reason: str | None = None
    added_on: date | None = None
    added_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    covered_from: date | None = None


class AgreementSchoolBefore(TenantPart, table=True):
    """A school leader's word until the day on which it became another; a trigger keeps it."""

    __tablename__: ClassVar[Any] = "agreement_school_before"
    __table_args__ = (
        refers("agreement_school_id", "agreement_school", on_delete="CASCADE"),
        Index("agreement_school_before_days", "tenant_id", "agreement_school_id", "until_on", unique=True),
    )

    agreement_school_id: UUID
    until_on: date
    confirmation: str
    covered_from: date | None = None


class AgreementHold(TenantPart, table=True):
    """A time on hold that is over: the first day of it, and the first day after it."""

    __tablename__: ClassVar[Any] = "agreement_hold"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        CheckConstraint("from_on < until_on", name="dates_in_order"),
        Index("agreement_hold_agreement", "tenant_id", "agreement_id", "from_on"),
    )

    agreement_id: UUID
    from_on: date
    until_on: date
    reason: str | None = None


class AgreementNotice(TenantPart, table=True):
    """How a party ended an agreement before its last day: who said so when, what becomes of the papers, and of the
    student records that were shared under it (`student_data`, by `student_data_due_on`)."""

    __tablename__: ClassVar[Any] = "agreement_notice"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("paper_id", "agreement_document"),
        one_of("side", "district", "partner"),
        one_of("student_data", "destroy", "return", "carry_on"),
        Index("agreement_notice_agreement", "tenant_id", "agreement_id", unique=True),
    )

    agreement_id: UUID
    side: str
    given_on: date
    given_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    for_cause: bool = False
    papers: str | None = None
    paper_id: UUID | None = None
    student_data: str | None = None
    student_data_due_on: date | None = None


class RenewalLead(TenantPart, table=True):
    """How long before the last day the next term of an agreement of this type is to be drafted here."""

    __tablename__: ClassVar[Any] = "renewal_lead"
    __table_args__ = (
        CheckConstraint("days between 0 and 365", name="days_range"),
        Index("renewal_lead_type", "tenant_id", "type", unique=True),
    )

    type: str
    days: int


class AgreementSeries(SQLModel, table=True):
    """The last number given in a year; its row lock makes numbers free of races and of gaps."""

    __tablename__: ClassVar[Any] = "agreement_series"

    tenant_id: UUID = Field(primary_key=True, foreign_key="tenant.id")
    year: int = Field(primary_key=True)
    last: int
