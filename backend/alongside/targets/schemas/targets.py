"""The wire shapes of targets."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Day, Line, Prose, ReadModel, SchoolYear, WriteModel
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead
from alongside.core.telling import SaidRead

from .results import ResultRead
from .values import (
    Aggregation,
    Amount,
    Count,
    Direction,
    Figure,
    Kind,
    NamedRef,
    Pace,
    PopulationKind,
    ProgressStatus,
    Rating,
    SchoolWord,
    TargetMethod,
    TargetStatus,
    TitledRef,
    Unit,
)


class Milestone(WriteModel):
    """A value due by a day on the way."""

    due_on: Day
    value: Amount


class Definition(WriteModel):
    """What may be left open of a target.

    The baseline is a value or numerator and denominator, and it is of the target's own population
    (`baseline_population`). `target_input` is what `target_method` starts from: the value itself for `absolute`,
    `projection` and `policy`, points or percent for the others; without it the target only informs.
    """

    is_lower_better: bool = False
    baseline_value: Amount | None = None
    baseline_numerator: Count | None = None
    baseline_denominator: Count | None = None
    baseline_population: PopulationKind | None = None
    baseline_source: Line | None = None
    baseline_period: Line | None = None
    target_method: TargetMethod = "absolute"
    target_input: Amount | None = None
    pace: Pace = "linear"
    milestones: list[Milestone] = Field(default_factory=list, max_length=24)
    reporting_interval_days: int | None = Field(default=None, ge=7, le=366)
    data_source: Line | None = None
    need_id: UUID | None = None


class TargetCreate(Definition):
    """A draft over the schools of these partnerships, all of one program."""

    partnership_ids: list[UUID] = Field(min_length=1, max_length=400)
    program_id: UUID | None = None
    school_year: SchoolYear
    name: Line
    kind: Kind
    measure: Line
    unit: Unit
    direction: Direction
    aggregation: Aggregation
    population: PopulationKind
    population_words: Line
    period_starts_on: Day
    period_ends_on: Day


class TargetUpdate(Definition):
    """A merge patch: what is named changes, null clears. A proposed target then asks both sides again."""

    partnership_ids: list[UUID] = Field(default_factory=list, min_length=1, max_length=400)
    school_year: SchoolYear = Field(default_factory=str)
    name: Line = Field(default_factory=str)
    kind: Kind = Field(default_factory=lambda: "how_much")
    measure: Line = Field(default_factory=str)
    unit: Unit = Field(default_factory=lambda: "count")
    direction: Direction = Field(default_factory=lambda: "increase")
    aggregation: Aggregation = Field(default_factory=lambda: "latest")
    population: PopulationKind = Field(default_factory=lambda: "students_served")
    population_words: Line = Field(default_factory=str)
    period_starts_on: Day = Field(default_factory=lambda: date.min)
    period_ends_on: Day = Field(default_factory=lambda: date.min)


class TargetReason(WriteModel):
    """Why: the other side reads it."""

    reason: Prose


class TargetSort(StrEnum):
    """How targets may be ordered."""

    UPDATED = "updated_at"
    UPDATED_DOWN = "-updated_at"


class TargetFilters(ListQuery):
    """`effective_on` shows progress and rating as of that day."""

    partner: UUID | None = None
    program: UUID | None = None
    school: UUID | None = None
    partnership: UUID | None = None
    need: UUID | None = None
    school_year: SchoolYear | None = None
    status: TargetStatus | None = None
    effective_on: Day | None = None
    sort: TargetSort = TargetSort.UPDATED_DOWN


class Point(ReadModel):
    """The pooled value as of a day; hidden, it is a gap in the chart."""

    as_of_on: date
    figure: Figure
    schools: int | None
    is_provisional: bool | None


class ProgressRead(ReadModel):
    """How far the target has come, and whether it is on track, in numbers and in a sentence.

    `percent` of the targeted change (signed, may pass 100), `bar` the same between 0 and 100 for drawing. All of
    it is null where a number that may not be seen would follow from it (`suppressed`). `rating` only of open and
    closed targets. `result_due_on`: by when the next result is owed, of open targets.
    """

    status: ProgressStatus | None
    percent: float | None
    percent_words: str | None
    change: float | None
    is_met: bool | None
    allowance_used: float | None
    bar: float | None
    rating: Rating | None
    finding: str
    finding_said: list[SaidRead]
    latest: Figure
    as_of_on: date | None
    is_provisional: bool
    schools_reporting: int
    result_due_on: date | None
    data_overdue: bool
    suppressed: bool


class TargetItem(ReadModel):
    """A row of the list; `schools` names the first five that the reader looks after. `may_enter`: for one at least."""

    id: UUID
    version: int
    name: str
    kind: Kind
    measure: str
    unit: Unit
    direction: Direction
    population: PopulationKind
    population_words: str
    school_year: str
    status: TargetStatus
    baseline_value: float | None
    target_value: float | None
    period_starts_on: date
    period_ends_on: date
    pace: Pace
    partner: NamedRef
    program: NamedRef
    need: TitledRef | None
    schools: list[NamedRef]
    school_count: int
    may_enter: bool
    progress: ProgressRead
    series: list[Point]
    updated_at: datetime


class TargetPage(PageRead):
    """A page of targets."""

    items: list[TargetItem]


class MilestoneRead(ReadModel):
    """A value due by a day on the way."""

    due_on: date
    value: float


class PartnerWord(ReadModel):
    """Whether the partner agreed, who said so, and when."""

    word: Literal["pending", "agreed"]
    by: str | None
    on: date | None


class TargetSchoolRead(ReadModel):
    """One covered school: its word, its latest result, and whether the caller may enter one."""

    school: NamedRef
    partnership_id: UUID
    word: SchoolWord
    by: str | None
    on: date | None
    reason: str | None
    latest: Figure | None
    latest_on: date | None
    is_verified: bool | None
    may_enter: bool
    allowed_moves: list[AllowedMove]


class TargetRead(ReadModel):
    """Everything a target's page shows. `schools` and `results` hold those that the reader looks after."""

    id: UUID
    version: int
    name: str
    kind: Kind
    measure: str
    unit: Unit
    direction: Direction
    is_lower_better: bool
    aggregation: Aggregation
    population: PopulationKind
    population_words: str
    school_year: str
    status: TargetStatus
    status_reason: str | None
    baseline_value: float | None
    baseline_numerator: int | None
    baseline_denominator: int | None
    baseline_population: PopulationKind | None
    baseline_source: str | None
    baseline_period: str | None
    target_method: TargetMethod
    target_input: float | None
    target_value: float | None
    period_starts_on: date
    period_ends_on: date
    pace: Pace
    milestones: list[MilestoneRead]
    reporting_interval_days: int | None
    data_source: str | None
    proposed_by_side: Literal["school", "partner", "district"]
    proposed_on: date | None
    revises_id: UUID | None
    revised_by_id: UUID | None
    partner: NamedRef
    program: NamedRef
    need: TitledRef | None
    partner_word: PartnerWord
    school_count: int
    schools_agreed: int
    schools_opted_out: int
    schools: list[TargetSchoolRead]
    progress: ProgressRead
    series: list[Point]
    results: list[ResultRead]
    may_edit: bool
    can_ask_again: bool
    allowed_moves: list[AllowedMove]
    created_at: datetime
    updated_at: datetime
