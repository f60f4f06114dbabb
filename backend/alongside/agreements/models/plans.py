"""Site plans of single schools under an agreement, and both sides' words on them."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from alongside.core.models import TenantPart, TenantRow, instant, one_of, refers


class SitePlan(TenantRow, table=True):
    """What one school and the partner intend under a legal agreement: not binding, agreed by both sides' word.

    What it is on a day follows from its dates and from the agreement above it (rules). `agreed_on`: the day of the
    second word. `ceased_on`: the first day without it, when it was ended or another took its place. `copied_from_id`:
    the plan whose words it began with.
    """

    __tablename__: ClassVar[Any] = "site_plan"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("school_id", "school"),
        refers("copied_from_id", "site_plan"),
        one_of("kind", "collaboration_plan", "letter_of_agreement", "expectations_worksheet"),
        one_of("status", "draft", "proposed", "changes_requested", "agreed", "ended", "replaced", "withdrawn"),
        one_of("drafted_by", "district", "school", "partner"),
        CheckConstraint("starts_on <= ends_on", name="dates_in_order"),
        Index("site_plan_agreement", "tenant_id", "agreement_id", "school_id"),
        Index("site_plan_school_update", "tenant_id", "school_id", "updated_at", "id"),
        Index("site_plan_by_update", "tenant_id", "updated_at", "id"),
        Index("site_plan_one_open", "tenant_id", "agreement_id", "school_id", unique=True, postgresql_where=text(
            "status in ('draft', 'proposed', 'changes_requested')")),
        Index("site_plan_one_agreed", "tenant_id", "agreement_id", "school_id", unique=True, postgresql_where=text(
            "status = 'agreed'")),
    )  # fmt: skip

    agreement_id: UUID
    school_id: UUID
    kind: str = "collaboration_plan"
    starts_on: date
    ends_on: date
    vision: str | None = None
    schedule: str | None = None
    place: str | None = None
    participants: str | None = None
    communication: str | None = None
    status: str = "draft"
    status_reason: str | None = None
    status_since: datetime = instant(default=True)
    drafted_by: str = "school"
    author_id: UUID | None = Field(default=None, foreign_key="person.id")
    copied_from_id: UUID | None = None
    agreed_on: date | None = None
    ceased_on: date | None = None


class SitePlanWord(TenantPart, table=True):
    """One side's word for a plan; asking for changes takes both back."""

    __tablename__: ClassVar[Any] = "site_plan_word"
    __table_args__ = (
        refers("plan_id", "site_plan", on_delete="CASCADE"),
        one_of("side", "school", "partner"),
        Index("site_plan_word_side", "tenant_id", "plan_id", "side", unique=True),
    )

    plan_id: UUID
    side: str
    said_by_id: UUID = Field(foreign_key="person.id")
    said_on: date
    said_at: datetime = instant(default=True)
