"""The wire shapes of the office's queue of applications."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from alongside.core.fields import Day, Phrase, ReadModel
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead

from .partner import Reviewer, SimilarPartner
from .words import OrgType


class ApplicationSort(StrEnum):
    """The longest wait first, or the shortest."""

    SUBMITTED = "submitted_on"
    SUBMITTED_DOWN = "-submitted_on"


class ApplicationFilters(ListQuery):
    """`q` looks for a fragment of the name; `held_by` says who has the application: the caller, nobody, or another.

    `effective_on` counts the wait up to that day.
    """

    q: Phrase | None = None
    org_type: OrgType | None = None
    held_by: Literal["me", "nobody", "another"] | None = None
    effective_on: Day | None = None
    sort: ApplicationSort = ApplicationSort.SUBMITTED


class ApplicationItem(ReadModel):
    """An application that waits for the office: since when, what it lacks, who has it.

    `similar` are the records that may be the same organization, the likest first.
    """

    id: UUID
    version: int
    name: str
    org_type: OrgType
    city: str | None
    status: Literal["submitted", "under_review"]
    submitted_on: date
    waiting_days: int
    due_on: date
    is_late: bool
    application_note: str | None
    reviewer: Reviewer | None
    programs: int
    missing: list[str]
    similar: list[SimilarPartner]
    allowed_moves: list[AllowedMove]


class ApplicationPage(PageRead):
    """A page of the queue."""

    items: list[ApplicationItem]
