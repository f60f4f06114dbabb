"""The wire shapes of programs: what a partner offers, to whom, when, for how many."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from alongside.core.fields import Cents, Code, Line, Phrase, Prose, ReadModel, WriteModel
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead

from .words import Grade, Languages, PartnerStatus, ProgramStatus, Website, Weekday, once

Delivery = Literal["in_person", "virtual", "hybrid"]
Supervision = Literal["staff_present", "alone"]
"""Whether somebody of the school is always beside a program's people, or they are alone with students at times."""
TimeOfDay = Literal["before_school", "school_day", "after_school", "weekend", "summer"]
EvidenceTier = Literal["1", "2", "3", "4", "none"]
"""The levels of evidence of the Every Student Succeeds Act."""

Codes = Annotated[list[Code], Field(max_length=30), AfterValidator(once)]
Students = Annotated[int, Field(ge=1, le=100_000)]


class ProgramSort(StrEnum):
    """How programs may be ordered."""

    NAME = "name"
    NAME_DOWN = "-name"


class ProgramFilters(ListQuery):
    """`q` looks for a fragment of the name, `area` also takes the areas below it."""

    q: Phrase | None = None
    area: Code | None = None
    grade: Grade | None = None
    status: ProgramStatus | None = None
    partner: UUID | None = None
    sort: ProgramSort = ProgramSort.NAME


class ProgramFields(WriteModel):
    """What may be said of a program; what is not said is unknown, never no."""

    description: Prose | None = None
    areas: Codes = Field(default_factory=list)
    delivery: Delivery | None = None
    supervision: Supervision | None = None
    times_of_day: Annotated[list[TimeOfDay], Field(max_length=5), AfterValidator(once)] = Field(default_factory=list)
    weekdays: Annotated[list[Weekday], Field(max_length=7), AfterValidator(once)] = Field(default_factory=list)
    grades: Annotated[list[Grade], Field(max_length=14), AfterValidator(once)] = Field(default_factory=list)
    populations: Codes = Field(default_factory=list)
    languages: Languages = Field(default_factory=list)
    capacity_students: Students | None = None
    cost_to_school: Cents | None = None
    est_value: Cents | None = None
    outcomes: Codes = Field(default_factory=list)
    logic_model_url: Website | None = None
    evaluation_url: Website | None = None
    evidence_tier: EvidenceTier | None = None


class ProgramCreate(ProgramFields):
    """A new program of a partner."""

    name: Line


class ProgramUpdate(ProgramFields):
    """A merge patch: what is named changes, null clears."""

    name: Line = Field(default_factory=str)


class ProgramPartner(ReadModel):
    """Whose program it is, and where that partner stands."""

    id: UUID
    name: str
    status: PartnerStatus


class ProgramItem(ReadModel):
    """A row of the list of programs."""

    id: UUID
    name: str
    partner: ProgramPartner
    areas: list[str]
    grades: list[str]
    times_of_day: list[str]
    delivery: Delivery | None
    capacity_students: int | None
    status: ProgramStatus


class ProgramPage(PageRead):
    """A page of programs."""

    items: list[ProgramItem]


class ProgramRead(ReadModel):
    """One program. `supervision`: somebody of the school is always beside its people (`staff_present`), or they are
    `alone` with students at times. A cost is what a school pays, a value what it would cost elsewhere, as text with
    two decimals."""

    id: UUID
    version: int
    partner: ProgramPartner
    name: str
    description: str | None
    areas: list[str]
    delivery: Delivery | None
    supervision: Supervision | None
    times_of_day: list[str]
    weekdays: list[str]
    grades: list[str]
    populations: list[str]
    languages: list[str]
    capacity_students: int | None
    cost_to_school: str | None
    est_value: str | None
    outcomes: list[str]
    logic_model_url: str | None
    evaluation_url: str | None
    evidence_tier: EvidenceTier | None
    status: ProgramStatus
    can_edit: bool
    allowed_moves: list[AllowedMove]
    updated_at: datetime
