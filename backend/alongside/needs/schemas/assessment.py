"""The wire shapes of needs assessments."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Code, Line, Prose, ReadModel, SchoolYear, WriteModel
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead

from .need import AreaRef, AssessmentKind, AssessmentStatus, MeetVia, NeedSchool, NeedStatus


class AssessmentSort(StrEnum):
    """How assessments may be ordered."""

    UPDATED = "updated_at"
    UPDATED_DOWN = "-updated_at"


class AssessmentFilters(ListQuery):
    """Superseded assessments are listed only when that status is asked for."""

    school: UUID | None = None
    school_year: SchoolYear | None = None
    kind: AssessmentKind | None = None
    status: AssessmentStatus | None = None
    sort: AssessmentSort = AssessmentSort.UPDATED_DOWN


class AssessmentCreate(WriteModel):
    """Begin a school's assessment for a year."""

    school_id: UUID
    school_year: SchoolYear
    kind: AssessmentKind
    note: Prose | None = None


class AssessmentUpdate(WriteModel):
    """A merge patch of what the team notes for itself."""

    note: Prose | None = None


class AssessmentReason(WriteModel):
    """Why it is opened again."""

    reason: Prose


class TopNeed(WriteModel):
    """A need in a sentence: what it is like now."""

    title: Line
    area: Code
    sentence: Prose


class TopNeeds(WriteModel):
    """A school's top needs, the first one first: five minutes, no ratings."""

    school_year: SchoolYear
    needs: Annotated[list[TopNeed], Field(min_length=1, max_length=3)]


class Place(WriteModel):
    """A need set on a place by hand, and why."""

    need_id: UUID
    rank: Annotated[int, Field(ge=1, le=1000)]
    reason: Prose


class Ranking(WriteModel):
    """All places set by hand; every other need stands by its score."""

    places: Annotated[list[Place], Field(max_length=200)]


class PersonRef(ReadModel):
    """Somebody by name."""

    id: UUID
    name: str


class AssessmentItem(ReadModel):
    """A row of the list of assessments."""

    id: UUID
    school: NeedSchool
    school_year: str
    kind: AssessmentKind
    status: AssessmentStatus
    need_count: int
    published_on: date | None
    updated_at: datetime


class AssessmentPage(PageRead):
    """A page of assessments."""

    items: list[AssessmentItem]


class AssessmentNeed(ReadModel):
    """A need as its assessment shows it; how it was weighed is withheld (null) from partners.

    `place_by_score` is the place it has by ratings alone, null where it has none; `rank` is the place it stands on.
    """

    id: UUID
    title: str
    area: AreaRef
    current_condition: str | None
    desired_condition: str | None
    grades: list[str]
    est_students: int | None
    impact: int | None
    urgency: int | None
    magnitude: int | None
    feasibility: int | None
    alignment: int | None
    score: float | None
    rank: int | None
    place_by_score: int | None
    rank_reason: str | None
    evidence_count: int
    meet_via_partnership: MeetVia
    status: NeedStatus
    allowed_moves: list[AllowedMove]


class AssessmentRead(ReadModel):
    """One assessment with its needs in order.

    `path` says what is asked of it: `top_three` a sentence each, `full` evidence and every rating.
    """

    id: UUID
    version: int
    view: Literal["full", "published"]
    school: NeedSchool
    school_year: str
    kind: AssessmentKind
    path: Literal["full", "top_three"]
    status: AssessmentStatus
    lead: PersonRef | None
    note: str | None
    submitted_on: date | None
    approved_on: date | None
    approved_by: PersonRef | None
    published_on: date | None
    is_stale: bool
    needs: list[AssessmentNeed]
    can_edit: bool
    allowed_moves: list[AllowedMove]
    updated_at: datetime


class EvidenceProposalRead(ReadModel):
    """A measure in which the school stands worse than the district, in a sentence; `gap` in the measure's unit."""

    measure: str
    label: str
    area_code: str | None
    period: str
    gap: float
    sentence: str


class EvidenceProposals(ReadModel):
    """What the published measures propose, the widest gap in proportion first."""

    items: list[EvidenceProposalRead]
