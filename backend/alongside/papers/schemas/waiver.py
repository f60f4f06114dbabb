"""The wire shapes of waivers."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from alongside.core.fields import Day, Prose, ReadModel, WriteModel
from alongside.core.paging import ListQuery, PageRead

from .words import Named


class WaiverSort(StrEnum):
    """How waivers may be ordered."""

    STARTS = "starts_on"
    STARTS_DOWN = "-starts_on"


class WaiverFilters(ListQuery):
    """Waivers, all of them or a partner's."""

    partner: UUID | None = None
    sort: WaiverSort = WaiverSort.STARTS_DOWN


class WaiverCreate(WriteModel):
    """Go without a requirement from a day (not before today) to a day, and say why."""

    requirement_id: UUID
    partner_id: UUID
    program_id: UUID | None = None
    school_id: UUID | None = None
    reason: Prose
    starts_on: Day
    ends_on: Day


class WaiverRevoke(WriteModel):
    """Why it no longer holds, from today on."""

    reason: Prose


class WaiverRead(ReadModel):
    """A waiver and who gave it."""

    id: UUID
    version: int
    requirement: Named
    partner: Named
    program: Named | None
    school: Named | None
    reason: str
    starts_on: date
    ends_on: date
    author: Named
    revoked_on: date | None
    revoked_reason: str | None
    can_revoke: bool
    updated_at: datetime


class WaiverPage(PageRead):
    """A page of waivers."""

    items: list[WaiverRead]
