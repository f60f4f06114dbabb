"""The wire shapes of needs and their evidence."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from alongside.core.fields import Code, Line, Prose, ReadModel, WriteModel
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead

Grade = Literal["PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]
TimeOfDay = Literal["before_school", "school_day", "after_school", "weekend", "summer"]
MeetVia = Literal["yes", "partly", "no"]
NeedStatus = Literal["identified", "prioritized", "matched", "being_addressed", "met", "deferred", "dropped"]
AssessmentKind = Literal["comprehensive", "segmented", "needs_and_assets", "partnership_needs_survey"]
AssessmentStatus = Literal[
    "draft", "collecting", "analyzing", "prioritizing", "submitted", "approved", "published", "superseded"
]
Rating = Annotated[int, Field(ge=1, le=5)]
"""1 (low) to 5 (high)."""


def _once(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


class NeedFields(WriteModel):
    """What may be said of a need besides its title and area; what is not said is unknown."""

    current_condition: Prose | None = None
    desired_condition: Prose | None = None
    grades: Annotated[list[Grade], Field(max_length=14), AfterValidator(_once)] = Field(default_factory=list)
    populations: Annotated[list[Code], Field(max_length=30), AfterValidator(_once)] = Field(default_factory=list)
    times_of_day: Annotated[list[TimeOfDay], Field(max_length=5), AfterValidator(_once)] = Field(default_factory=list)
    languages: Annotated[list[Line], Field(max_length=30), AfterValidator(_once)] = Field(default_factory=list)
    est_students: Annotated[int, Field(ge=0, le=100_000)] | None = None
    root_causes: Prose | None = None
    impact: Rating | None = None
    urgency: Rating | None = None
    magnitude: Rating | None = None
    feasibility: Rating | None = None
    alignment: Rating | None = None
    meet_via_partnership: MeetVia = "yes"


class EvidenceCreate(WriteModel):
    """Either a proposal that is accepted (its `measure` and `period`; the server writes the sentence), or
    somebody's account: a `statement` and its `source`."""

    measure: Code | None = None
    period: Line | None = None
    statement: Prose | None = None
    source: Line | None = None


class NeedCreate(NeedFields):
    """A need found in an assessment, with what proves it where that is known already."""

    title: Line
    area_code: Code
    evidence: Annotated[list[EvidenceCreate], Field(max_length=20)] = Field(default_factory=list)


class NeedUpdate(NeedFields):
    """A merge patch: what is named changes, null clears."""

    title: Line = Field(default_factory=str)
    area_code: Code = Field(default_factory=str)


class NeedReason(WriteModel):
    """Why."""

    reason: Prose


class NeedSort(StrEnum):
    """How needs may be ordered."""

    UPDATED = "updated_at"
    UPDATED_DOWN = "-updated_at"


class NeedFilters(ListQuery):
    """`area` also takes the areas below it; `published` asks for needs of published assessments, or of others.

    Needs of superseded assessments are in no list: the version that followed has its own.
    """

    school: UUID | None = None
    area: Code | None = None
    status: NeedStatus | None = None
    published: bool | None = None
    sort: NeedSort = NeedSort.UPDATED_DOWN


class AreaRef(ReadModel):
    """A term of the tree of needs and services."""

    code: str
    label: str


class NeedSchool(ReadModel):
    """The school whose need it is."""

    id: UUID
    name: str


class NeedAssessment(ReadModel):
    """The assessment in which a need was found."""

    id: UUID
    kind: AssessmentKind
    status: AssessmentStatus
    school_year: str


class NeedItem(ReadModel):
    """A row of the list of needs."""

    id: UUID
    title: str
    area: AreaRef
    school: NeedSchool
    assessment: NeedAssessment
    grades: list[str]
    est_students: int | None
    rank: int | None
    meet_via_partnership: MeetVia
    status: NeedStatus
    updated_at: datetime


class NeedPage(PageRead):
    """A page of needs."""

    items: list[NeedItem]


class EvidenceRead(ReadModel):
    """A published measure's sentence as it was accepted, or somebody's account."""

    id: UUID
    measure: str | None
    period: str | None
    statement: str
    source: str


class NeedRead(ReadModel):
    """One need.

    `view` is `published` for partners: ratings, score and the reason of a place set by hand are withheld (null).
    """

    id: UUID
    version: int
    view: Literal["full", "published"]
    title: str
    area: AreaRef
    school: NeedSchool
    assessment: NeedAssessment
    current_condition: str | None
    desired_condition: str | None
    grades: list[str]
    populations: list[str]
    times_of_day: list[str]
    languages: list[str]
    est_students: int | None
    root_causes: str | None
    impact: int | None
    urgency: int | None
    magnitude: int | None
    feasibility: int | None
    alignment: int | None
    score: float | None
    rank: int | None
    rank_reason: str | None
    meet_via_partnership: MeetVia
    status: NeedStatus
    evidence: list[EvidenceRead]
    can_edit: bool
    allowed_moves: list[AllowedMove]
    updated_at: datetime
