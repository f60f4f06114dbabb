"""The wire shapes of papers."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Cents, Day, Line, Prose, ReadModel, WriteModel
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead

from .words import Coverage, Named, PaperKind, PaperStanding, PaperState, PaperStatus, Schools


class PaperSort(StrEnum):
    """How papers may be ordered."""

    UPDATED = "updated_at"
    UPDATED_DOWN = "-updated_at"


class PaperFilters(ListQuery):
    """`status` is the stored one; what a paper is on `effective_on` stands in its `state`."""

    partner: UUID | None = None
    kind: PaperKind | None = None
    status: PaperStatus | None = None
    effective_on: Day | None = None
    sort: PaperSort = PaperSort.UPDATED_DOWN


class PaperFields(WriteModel):
    """What a paper says. Without `program_id` it is for all programs, without `school_ids` for all schools."""

    program_id: UUID | None = None
    school_ids: Schools = Field(default_factory=list)
    coverage: Coverage | None = None
    carrier: Line | None = None
    policy_number: Line | None = None
    limit_each: Cents | None = None
    limit_aggregate: Cents | None = None
    names_district: bool = False
    effective_on: Day | None = None
    expires_on: Day | None = None
    note: Prose | None = None


class PaperCreate(PaperFields):
    """A new paper of a partner, not handed in yet."""

    partner_id: UUID
    kind: PaperKind


class PaperUpdate(PaperFields):
    """A merge patch: what is named changes, null clears."""


class PaperReason(WriteModel):
    """Why: told to the partner."""

    reason: Prose


class PaperItem(ReadModel):
    """A row of the list; `state` is what it is on the day."""

    id: UUID
    version: int
    partner: Named
    program: Named | None
    kind: PaperKind
    coverage: Coverage | None
    carrier: str | None
    effective_on: date | None
    expires_on: date | None
    status: PaperStatus
    status_reason: str | None
    state: PaperState
    submitted_on: date | None
    updated_at: datetime


class PaperPage(PageRead):
    """A page of papers."""

    items: list[PaperItem]


class PaperAbout(ReadModel):
    """Which paper words speak of: the requirement by its title, how the nearest paper stands, the day that the words
    name, and how many people are cleared of how many needed."""

    requirement_id: UUID
    title: str
    standing: PaperStanding
    paper_id: UUID | None
    on: date | None
    people: int | None
    needed: int | None


class PaperFileRead(ReadModel):
    """A scan; its content is at `documents/{id}`."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    uploaded_at: datetime


class PaperRead(ReadModel):
    """One paper: what it says, how it was received, and the steps open to the caller. `signed_as`: what the partner was
    called in law when it was handed in, null where it still is."""

    id: UUID
    version: int
    partner: Named
    signed_as: str | None
    program: Named | None
    schools: list[Named]
    kind: PaperKind
    coverage: Coverage | None
    carrier: str | None
    policy_number: str | None
    limit_each: str | None
    limit_aggregate: str | None
    names_district: bool
    effective_on: date | None
    expires_on: date | None
    note: str | None
    status: PaperStatus
    status_reason: str | None
    state: PaperState
    submitted_on: date | None
    submitted_by: Named | None
    reviewed_on: date | None
    reviewed_by: Named | None
    accepted_on: date | None
    withdrawn_on: date | None
    documents: list[PaperFileRead]
    can_edit: bool
    allowed_moves: list[AllowedMove]
    updated_at: datetime
