"""A program of a partner at a school: the hub between need, agreement, target and result."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from alongside.core.models import TenantPart, TenantRow, one_of, refers


class Partnership(TenantRow, table=True):
    """School × program; active only when cleared (rules.py)."""

    __tablename__: ClassVar[Any] = "partnership"
    __table_args__ = (
        refers("partner_id", "partner"),
        refers("program_id", "program"),
        refers("school_id", "school"),
        one_of("kind", "specialized", "aligned", "core"),
        one_of("stage", "exploring", "planning", "ready_check", "active", "paused", "ended", "not_a_fit"),
        CheckConstraint("min_cleared_people between 1 and 100", name="min_cleared_people_range"),
        Index("partnership_pair", "tenant_id", "school_id", "program_id", unique=True,
              postgresql_where=text("stage not in ('ended', 'not_a_fit')")),
        Index("partnership_by_update", "tenant_id", "updated_at", "id"),
        Index("partnership_school_update", "tenant_id", "school_id", "updated_at", "id"),
        Index("partnership_partner_update", "tenant_id", "partner_id", "updated_at", "id"),
        Index("partnership_stage_update", "tenant_id", "stage", "updated_at", "id"),
        Index("partnership_program", "tenant_id", "program_id"),
    )  # fmt: skip

    partner_id: UUID
    program_id: UUID
    school_id: UUID
    first_school_year: str
    kind: str = "specialized"
    is_lead_partner: bool = False
    stage: str = "exploring"
    stage_reason: str | None = None
    coordinator_id: UUID | None = Field(default=None, foreign_key="person.id")
    partner_lead_id: UUID | None = Field(default=None, foreign_key="person.id")
    schedule: str | None = None
    place: str | None = None
    min_cleared_people: int = 1
    started_on: date | None = None
    ended_on: date | None = None


class PartnershipBefore(TenantPart, table=True):
    """Where a partnership stood until a day, the first on which it stood otherwise; a trigger keeps it."""

    __tablename__: ClassVar[Any] = "partnership_before"
    __table_args__ = (
        refers("partnership_id", "partnership", on_delete="CASCADE"),
        Index("partnership_before_days", "tenant_id", "partnership_id", "until_on", unique=True),
    )

    partnership_id: UUID
    until_on: date
    stage: str
    stage_reason: str | None = None
    started_on: date | None = None
    ended_on: date | None = None
    place: str | None = None
    min_cleared_people: int


class PartnershipNeed(TenantPart, table=True):
    """A need that a partnership addresses, with the reasons of fit as they stood when it was chosen."""

    __tablename__: ClassVar[Any] = "partnership_need"
    __table_args__ = (
        refers("partnership_id", "partnership", on_delete="CASCADE"),
        refers("need_id", "need"),
        Index("partnership_need_pair", "tenant_id", "partnership_id", "need_id", unique=True),
        Index("partnership_need_need", "tenant_id", "need_id"),
    )

    partnership_id: UUID
    need_id: UUID
    fit_words: str | None = None
