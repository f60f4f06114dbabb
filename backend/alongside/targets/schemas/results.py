"""The wire shapes of results and of the grid they are entered in."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Day, Prose, ReadModel, WriteModel
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead

from .values import Amount, Count, Figure, NamedRef, PopulationKind


class ResultCreate(WriteModel):
    """One school's result on a day: a value, or how many of how many.

    `population` says whom it is about and is the target's own; `confirm` saves what is far from the last result.
    """

    school_id: UUID
    as_of_on: Day
    value: Amount | None = None
    numerator: Count | None = None
    denominator: Count | None = None
    note: Prose | None = None
    population: PopulationKind | None = None
    confirm: bool = False


class ResultRow(WriteModel):
    """One school's row of the grid."""

    school_id: UUID
    value: Amount | None = None
    numerator: Count | None = None
    denominator: Count | None = None
    note: Prose | None = None


class ResultGrid(WriteModel):
    """The results of many schools on one day; each row is kept or refused for itself."""

    as_of_on: Day
    rows: list[ResultRow] = Field(min_length=1, max_length=400)
    population: PopulationKind | None = None
    confirm: bool = False


class RowFault(ReadModel):
    """What is wrong with a row, or what makes it hard to believe."""

    pointer: str
    code: str
    detail: str
    params: dict[str, int | str] | None = None


class RowOutcome(ReadModel):
    """What became of a row; `needs_confirming` was not kept."""

    school_id: UUID
    outcome: Literal["created", "corrected", "unchanged", "needs_confirming", "refused"]
    result_id: UUID | None
    errors: list[RowFault]
    warnings: list[RowFault]


class GridOutcome(ReadModel):
    """What became of each row, in the order they were sent."""

    as_of_on: date
    created: int
    corrected: int
    unchanged: int
    needs_confirming: int
    refused: int
    rows: list[RowOutcome]


class ResultSort(StrEnum):
    """How results may be ordered."""

    UPDATED = "updated_at"
    UPDATED_DOWN = "-updated_at"


class ResultFilters(ListQuery):
    """Without a status the superseded and rejected ones are listed too: nothing was overwritten."""

    target: UUID | None = None
    school: UUID | None = None
    status: Literal["submitted", "verified", "rejected", "superseded"] | None = None
    sort: ResultSort = ResultSort.UPDATED_DOWN


class ResultRead(ReadModel):
    """One result. `is_partners`: the partner reported it. A hidden one keeps its note to itself too."""

    id: UUID
    version: int
    target: NamedRef
    school: NamedRef
    as_of_on: date
    figure: Figure
    population: PopulationKind
    status: Literal["submitted", "verified", "rejected", "superseded"]
    status_reason: str | None
    source: Literal["manual", "api", "import"]
    note: str | None
    entered_by: str | None
    is_partners: bool
    entered_at: datetime
    verified_by: str | None
    updated_at: datetime
    allowed_moves: list[AllowedMove]


class ResultPage(PageRead):
    """A page of results."""

    items: list[ResultRead]
