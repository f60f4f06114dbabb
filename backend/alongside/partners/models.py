"""Partner organizations, their contacts and their programs."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, LargeBinary, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from alongside.core.models import TenantPart, TenantRow, instant, one_of, refers, words


class Partner(TenantRow, table=True):
    """An organization that works with schools; approved, under review, or on the way there (rules.py).

    `sponsor_name` and `sponsor_ein` say who its fiscal sponsor is while that one has no record here.
    `last_contact_on`: the last day on which it said something that the record keeps, counted by triggers (the migration
    `last_contact`); no edit of the partner, so it changes neither version nor `updated_at`.
    """

    __tablename__: ClassVar[Any] = "partner"
    __table_args__ = (
        refers("parent_partner_id", "partner"),
        refers("fiscal_sponsor_id", "partner"),
        refers("merged_into_id", "partner"),
        one_of("org_type", "nonprofit", "higher_ed", "business", "government", "health", "cultural", "faith",
               "foundation", "other"),
        one_of("funding_status", "fully_funded", "partially_funded", "seeking"),
        one_of("status", "prospective", "submitted", "under_review", "changes_requested", "approved",
               "declined", "suspended", "inactive"),
        CheckConstraint("ein ~ '^[0-9]{2}-[0-9]{7}$'", name="ein_format"),
        CheckConstraint("sponsor_ein ~ '^[0-9]{2}-[0-9]{7}$'", name="sponsor_ein_format"),
        Index("partner_ein", "tenant_id", "ein", unique=True),
        Index("partner_by_name", "tenant_id", "name", "id"),
        Index("partner_by_update", "tenant_id", "updated_at", "id"),
        Index("partner_by_contact", "tenant_id", text("coalesce(last_contact_on, '1900-01-01'::date)"), "id"),
        Index("partner_by_status", "tenant_id", "status", "name", "id"),
        Index("partner_by_status_update", "tenant_id", "status", "updated_at", "id"),
        Index("partner_by_type", "tenant_id", "org_type", "name", "id"),
        Index("partner_by_type_update", "tenant_id", "org_type", "updated_at", "id"),
        Index("partner_chapters", "tenant_id", "parent_partner_id",
              postgresql_where=text("parent_partner_id is not null")),
        Index("partner_merged", "tenant_id", "id", postgresql_where=text("merged_into_id is not null")),
        Index("partner_normalized", "tenant_id", "normalized_name"),
        Index("partner_waiting", "tenant_id", "submitted_on", "id",
              postgresql_where=text("status in ('submitted', 'under_review')")),
    )  # fmt: skip

    name: str
    legal_name: str
    normalized_name: str
    ein: str | None = None
    org_type: str
    sector: str | None = None
    mission: str | None = None
    website: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    languages: list[str] = words()
    funding_status: str | None = None
    charges_fee: bool | None = None
    status: str = "prospective"
    status_reason: str | None = None
    submitted_on: date | None = None
    vetted_on: date | None = None
    vetting_expires_on: date | None = None
    is_public: bool = False
    parent_partner_id: UUID | None = None
    fiscal_sponsor_id: UUID | None = None
    sponsor_name: str | None = None
    sponsor_ein: str | None = None
    vendor_number: str | None = None
    application_note: str | None = None
    reviewer_id: UUID | None = Field(default=None, foreign_key="person.id")
    merged_into_id: UUID | None = None
    last_contact_on: date | None = None


class PartnerBefore(TenantPart, table=True):
    """How a partner stood until a day, the first on which it stood otherwise; a trigger keeps it."""

    __tablename__: ClassVar[Any] = "partner_before"
    __table_args__ = (
        refers("partner_id", "partner", on_delete="CASCADE"),
        Index("partner_before_days", "tenant_id", "partner_id", "until_on", unique=True),
    )

    partner_id: UUID
    until_on: date
    status: str
    vetted_on: date | None = None
    vetting_expires_on: date | None = None
    org_type: str | None = None


class PartnerFormerName(TenantPart, table=True):
    """What an organization was called in law, through a day: what was signed by then names it so."""

    __tablename__: ClassVar[Any] = "partner_former_name"
    __table_args__ = (
        refers("partner_id", "partner", on_delete="CASCADE"),
        Index("partner_former_name_partner", "tenant_id", "partner_id", "until_on"),
        Index("partner_former_name_normalized", "tenant_id", "normalized_name"),
    )

    partner_id: UUID
    legal_name: str
    normalized_name: str
    until_on: date


class PartnerNote(TenantPart, table=True):
    """What the office asks to have changed, beside the field that it concerns; closed when it is handed in again."""

    __tablename__: ClassVar[Any] = "partner_note"
    __table_args__ = (
        refers("partner_id", "partner", on_delete="CASCADE"),
        Index("partner_note_partner", "tenant_id", "partner_id", "asked_on"),
    )

    partner_id: UUID
    field: str
    note: str
    asked_on: date
    asked_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    closed_on: date | None = None


class PartnerRegistration(TenantPart, table=True):
    """An organization's wish to be a partner, from somebody who is not signed in; nothing until the link in the
    e-mail is opened. `from_hash` is the caller's network address, hashed: it is only counted."""

    __tablename__: ClassVar[Any] = "partner_registration"
    __table_args__ = (
        refers("partner_id", "partner"),
        one_of("locale", "en", "es"),
        Index("partner_registration_email", "tenant_id", text("lower(email)"), "asked_at"),
        Index("partner_registration_from", "tenant_id", "from_hash", "asked_at"),
    )

    organization: str
    org_type: str
    name: str
    email: str
    locale: str = "en"
    from_hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    asked_at: datetime = instant(default=True)
    confirmed_at: datetime | None = instant(nullable=True)
    partner_id: UUID | None = None


class PartnerMerge(TenantPart, table=True):
    """Two records made one: what each said before, what moved, and until when it can be undone."""

    __tablename__: ClassVar[Any] = "partner_merge"
    __table_args__ = (
        refers("survivor_id", "partner"),
        refers("merged_id", "partner"),
        Index("partner_merge_survivor", "tenant_id", "survivor_id", "made_at"),
        Index("partner_merge_merged", "tenant_id", "merged_id", unique=True,
              postgresql_where=text("undone_at is null")),
    )  # fmt: skip

    survivor_id: UUID
    merged_id: UUID
    made_at: datetime = instant(default=True)
    made_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    undo_until_on: date
    before: dict[str, Any] = Field(sa_type=JSONB)
    after: dict[str, Any] = Field(sa_type=JSONB)
    moved: dict[str, Any] = Field(sa_type=JSONB)
    undone_at: datetime | None = instant(nullable=True)
    undone_by_id: UUID | None = Field(default=None, foreign_key="person.id")


class Contact(TenantRow, table=True):
    """Whom to call at a partner, and for what."""

    __tablename__: ClassVar[Any] = "contact"
    __table_args__ = (
        refers("partner_id", "partner", on_delete="CASCADE"),
        one_of("kind", "authorized_signatory", "primary", "program", "emergency", "data"),
        Index("contact_partner", "tenant_id", "partner_id", "kind"),
    )

    partner_id: UUID
    kind: str
    name: str
    title: str | None = None
    email: str | None = None
    phone: str | None = None
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    is_public: bool = False


class Program(TenantRow, table=True):
    """A specific ongoing service of a partner; unknown stays empty and is shown as unknown, never as no."""

    __tablename__: ClassVar[Any] = "program"
    __table_args__ = (
        refers("partner_id", "partner"),
        one_of("delivery", "in_person", "virtual", "hybrid"),
        one_of("supervision", "staff_present", "alone"),
        one_of("evidence_tier", "1", "2", "3", "4", "none"),
        one_of("status", "draft", "submitted", "approved", "retired"),
        CheckConstraint("capacity_students > 0", name="capacity_positive"),
        CheckConstraint("cost_to_school_cents >= 0", name="cost_not_negative"),
        CheckConstraint("est_value_cents >= 0", name="value_not_negative"),
        Index("program_partner", "tenant_id", "partner_id", "name", "id"),
        Index("program_by_name", "tenant_id", "name", "id"),
        Index("program_by_status", "tenant_id", "status", "name", "id"),
    )

    partner_id: UUID
    name: str
    description: str | None = None
    areas: list[str] = words()
    delivery: str | None = None
    supervision: str | None = None
    times_of_day: list[str] = words()
    weekdays: list[str] = words()
    grades: list[str] = words()
    populations: list[str] = words()
    languages: list[str] = words()
    capacity_students: int | None = None
    cost_to_school_cents: int | None = None
    est_value_cents: int | None = None
    outcomes: list[str] = words()
    logic_model_url: str | None = None
    evaluation_url: str | None = None
    evidence_tier: str | None = None
    status: str = "draft"


class ProgramBefore(TenantPart, table=True):
    """What papers were asked by of a program until a day; a trigger keeps it."""

    __tablename__: ClassVar[Any] = "program_before"
    __table_args__ = (
        refers("program_id", "program", on_delete="CASCADE"),
        Index("program_before_days", "tenant_id", "program_id", "until_on", unique=True),
    )

    program_id: UUID
    until_on: date
    delivery: str | None = None
    times_of_day: list[str] = words()
    grades: list[str] = words()
    areas: list[str] = words()
    cost_to_school_cents: int | None = None
    supervision: str | None = None
