"""The wire shapes of measures and their observations; a hidden value is null and says why, never 0."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from alongside.core.fields import Code, Day, Line, Prose, ReadModel, SchoolYear, WriteModel
from alongside.core.paging import ListQuery

from .students import student_field

Unit = Literal["percent", "count", "per_100", "percentile", "ratio", "hours", "text"]
Direction = Literal["increase", "decrease", "none"]
Reason = Literal["small_n", "complementary"]
Kind = Literal["schools", "measures", "entry"]

GroupKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}(:[a-z][a-z0-9_]{0,59})?$")]
"""`all`, a group beside everybody (`low_income`), or one of a dimension (`race_ethnicity:black`)."""

ExternalId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,29}:[!-~]{1,80}$")]
"""A school's key in another system, `local:609710`."""

MOST = 5_000


class MeasureRef(ReadModel):
    """A measure as it stands beside its values."""

    key: str
    name: str
    unit: Unit
    direction: Direction
    area_code: str | None
    may_be_evidence: bool
    is_headline: bool
    description: str | None


class MeasureRead(MeasureRef):
    """A measure of the catalogue; `dimension` names the groups by which it is broken down."""

    id: UUID
    version: int
    is_for_partners: bool
    dimension: str | None
    source: str | None
    updated_at: datetime


class MeasureDefinition(WriteModel):
    """A measure as a catalogue file defines it."""

    key: Code
    name: Line
    unit: Unit
    direction: Direction = "none"
    area_code: Code | None = None
    may_be_evidence: bool = False
    is_for_partners: bool = True
    is_headline: bool = False
    dimension: Code | None = None
    description: Prose | None = None
    source: Line | None = None
    position: Annotated[int, Field(ge=0, le=10_000)] = 0


class MeasureList(ReadModel):
    """The catalogue, in its own order."""

    items: list[MeasureRead]


class SchoolRef(ReadModel):
    id: UUID
    name: str


class DistrictValue(ReadModel):
    """What was published for the district, in the same period."""

    value: float | None
    text: str | None
    source: str


class PublishedValue(ReadModel):
    """A value in a period: a number, or the text that was published; null in both and a reason when hidden.

    `standing` compares a number with the district's: `better`, `worse`, `same`, or null.
    """

    period: str
    value: float | None
    text: str | None
    suppressed: bool
    reason: Reason | None
    numerator: int | None
    denominator: int | None
    district: DistrictValue | None
    standing: Literal["better", "worse", "same"] | None
    source: str
    as_of_on: date | None


class MeasureValues(ReadModel):
    """A measure and its values over the years, oldest first."""

    measure: MeasureRef
    values: list[PublishedValue]


class SchoolMeasures(ReadModel):
    """A school's published measures over the years."""

    school: SchoolRef
    periods: list[str]
    items: list[MeasureValues]


class SchoolMeasuresQuery(WriteModel):
    """The headline measures unless all are asked for."""

    headline: bool = True


class GuardedCount(ReadModel):
    """A number of students, or why it is hidden."""

    value: int | None
    suppressed: bool
    reason: Reason | None


class GroupCount(GuardedCount):
    """A group's number and its share of all students in percent, where both are shown."""

    key: str
    share: float | None


class Dimension(ReadModel):
    """Groups of which each student is in exactly one."""

    key: str
    groups: list[GroupCount]


class StudentCounts(ReadModel):
    """How many students a school has, by group. `min_n` is the smallest group that is shown."""

    school: SchoolRef
    period: str | None
    periods: list[str]
    source: str | None
    as_of_on: date | None
    min_n: int
    total: GuardedCount | None
    dimensions: list[Dimension]
    groups: list[GroupCount]


class StudentCountsQuery(WriteModel):
    """The latest period unless one is named."""

    period: SchoolYear | None = None


class ObservationEntry(WriteModel):
    """One aggregate: a value, a published text, or a numerator over a denominator."""

    school_external_id: ExternalId
    period: SchoolYear
    group: GroupKey = "all"
    value: Annotated[Decimal, Field(max_digits=18, decimal_places=6)] | None = None
    text: Line | None = None
    numerator: Annotated[int, Field(ge=0, le=10_000_000)] | None = None
    denominator: Annotated[int, Field(ge=0, le=10_000_000)] | None = None
    as_of_on: Day | None = None

    @model_validator(mode="before")
    @classmethod
    def refuse_students(cls, given: Any) -> Any:
        """A field that names a student is refused by what it is, not merely as unknown."""
        if isinstance(given, dict) and any(student_field(str(name)) for name in given):
            raise PydanticCustomError("student_level", "Fields about single students are not taken")
        return given

    @model_validator(mode="after")
    def check_what_is_said(self) -> Self:
        ratio = self.numerator is not None
        if ratio and self.denominator is None:
            raise PydanticCustomError("denominator", "A numerator needs its denominator")
        if (self.value is not None) + (self.text is not None) + ratio != 1:
            raise PydanticCustomError(
                "one_value", "Send a value, a text, or a numerator with its denominator, and only one of them"
            )
        return self


class ObservationBatchWrite(WriteModel):
    """Up to 5,000 aggregates from one source."""

    source: Line
    items: Annotated[list[ObservationEntry], Field(min_length=1, max_length=MOST)]


class BatchCounts(ReadModel):
    """What became of a batch. `batch_id` is null when nothing changed: then nothing was written."""

    batch_id: UUID | None
    created: int
    updated: int
    unchanged: int


class BatchSort(StrEnum):
    """How batches may be ordered."""

    NEWEST = "-created_at"
    OLDEST = "created_at"


class BatchFilters(ListQuery):
    """Batches, newest first."""

    sort: BatchSort = BatchSort.NEWEST


class BatchRead(ReadModel):
    """One load of values: where they came from and what became of the rows."""

    id: UUID
    kind: Kind
    source: str
    file_sha256: str | None
    created_count: int
    updated_count: int
    unchanged_count: int
    refused_count: int
    created_at: datetime


class BatchPage(ReadModel):
    """A page of batches."""

    items: list[BatchRead]
    next_cursor: str | None
    links: dict[str, str | None]


class SmallGroupsRead(ReadModel):
    """Values about fewer students than `min_n` are hidden; it may be set from `lowest` to `highest`."""

    version: int
    min_n: int
    lowest: int
    highest: int


class SmallGroupsWrite(WriteModel):
    """The minimum that the district wants."""

    min_n: int
