"""Partner organizations, their contacts and their programs."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from alongside.core.models import TenantRow, one_of, refers, words


class Partner(TenantRow, table=True):
    """An organization that works with schools; approved, under review, or on the way there (rules.py)."""

    __tablename__: ClassVar[Any] = "partner"
    __table_args__ = (
        refers("parent_partner_id", "partner"),
        refers("fiscal_sponsor_id", "partner"),
        one_of("org_type", "nonprofit", "higher_ed", "business", "government", "health", "cultural", "faith",
               "foundation", "other"),
        one_of("funding_status", "fully_funded", "partially_funded", "seeking"),
        one_of("status", "prospective", "submitted", "under_review", "changes_requested", "approved",
               "declined", "suspended", "inactive"),
        CheckConstraint("ein ~ '^[0-9]{2}-[0-9]{7}$'", name="ein_format"),
        Index("partner_ein", "tenant_id", "ein", unique=True),
        Index("partner_by_name", "tenant_id", "name", "id"),
        Index("partner_by_update", "tenant_id", "updated_at", "id"),
        Index("partner_by_status", "tenant_id", "status", "name", "id"),
        Index("partner_by_status_update", "tenant_id", "status", "updated_at", "id"),
        Index("partner_by_type", "tenant_id", "org_type", "name", "id"),
        Index("partner_by_type_update", "tenant_id", "org_type", "updated_at", "id"),
        Index("partner_normalized", "tenant_id", "normalized_name"),
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
    vendor_number: str | None = None


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
        one_of("evidence_tier", "1", "2", "3", "4", "none"),
        one_of("status", "draft", "submitted", "approved", "retired"),
        CheckConstraint("capacity_students > 0", name="capacity_positive"),
        CheckConstraint("cost_to_school_cents >= 0", name="cost_not_negative"),
        Index("program_partner", "tenant_id", "partner_id", "name", "id"),
        Index("program_by_name", "tenant_id", "name", "id"),
        Index("program_by_status", "tenant_id", "status", "name", "id"),
    )

    partner_id: UUID
    name: str
    description: str | None = None
    areas: list[str] = words()
    delivery: str | None = None
    times_of_day: list[str] = words()
    weekdays: list[str] = words()
    grades: list[str] = words()
    populations: list[str] = words()
    languages: list[str] = words()
    capacity_students: int | None = None
    cost_to_school_cents: int | None = None
    evidence_tier: str | None = None
    status: str = "draft"
