"""The wire shapes of schools."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Day, Line, Phrase, Prose, ReadModel, SchoolYear, WriteModel
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead

Level = Literal["elementary", "middle", "high", "k8", "other"]
Status = Literal["active", "closed", "merged"]


class SchoolSort(StrEnum):
    """How the directory may be ordered."""

    NAME = "name"
    NAME_DOWN = "-name"


class SchoolFilters(ListQuery):
    """`q` looks for a fragment of the name; `external_id` is `system:value`, such as `local:609710`."""

    q: Phrase | None = None
    level: Level | None = None
    network: Phrase | None = None
    status: Status | None = None
    external_id: Phrase | None = None
    mine: bool | None = None
    sort: SchoolSort = SchoolSort.NAME


class SchoolItem(ReadModel):
    """A row of the directory."""

    id: UUID
    name: str
    level: Level
    grades: list[str]
    network: str | None
    address: str | None
    phone: str | None
    status: Status


class SchoolPage(PageRead):
    """A page of the directory."""

    items: list[SchoolItem]


class Identifier(ReadModel):
    """A school's key in another system."""

    system: str
    value: str


class SchoolRead(ReadModel):
    """Everything the directory knows of a school. `languages_taught` says nothing about home languages. `closed_on` is
    the first day without it; until then it is `active`, and nothing covers it from then on. `successor` is the school
    that it was merged into."""

    id: UUID
    version: int
    name: str
    legal_name: str
    level: Level
    category: str | None
    grades: list[str]
    address: str | None
    city: str | None
    state: str | None
    postal_code: str | None
    phone: str | None
    website: str | None
    latitude: float | None
    longitude: float | None
    network: str | None
    school_hours: str | None
    after_school_hours: str | None
    languages_taught: list[str]
    is_title_one: bool | None
    status: Status
    closed_on: date | None
    successor_school_id: UUID | None
    successor: "SchoolRef | None"
    identifiers: list[Identifier]
    allowed_moves: list[AllowedMove]
    updated_at: datetime


class SchoolClosing(WriteModel):
    """The first day without the school, today unless told otherwise; with a successor it is merged into that one."""

    closed_on: Day | None = None
    successor_school_id: UUID | None = None
    reason: Prose | None = None


class TermRead(ReadModel):
    """A word of a shared list."""

    code: str
    label: str
    parent_code: str | None


class TermList(ReadModel):
    """A whole list, in its own order."""

    items: list[TermRead]


class SchoolYearRead(ReadModel):
    """A school year."""

    label: str
    starts_on: date
    ends_on: date


class SchoolYearList(ReadModel):
    """The district's school years, newest first."""

    items: list[SchoolYearRead]


class InstructionYearRead(ReadModel):
    """A school year and its first and last day of instruction, null while nobody entered them."""

    label: str
    starts_on: date
    ends_on: date
    first_day_on: date | None
    last_day_on: date | None


class InstructionDaysRead(ReadModel):
    """When school is in session, newest year first: this year and the next always, those before where entered."""

    version: int
    can_edit: bool
    years: list[InstructionYearRead]


class InstructionYearWrite(WriteModel):
    """The first and the last day of instruction of a year, both or neither."""

    label: SchoolYear
    first_day_on: Day | None = None
    last_day_on: Day | None = None


class InstructionDaysWrite(WriteModel):
    """The years to set; those that are not named stay as they are."""

    years: Annotated[list[InstructionYearWrite], Field(max_length=50)]


class SchoolAliasCreate(WriteModel):
    """Another name that a school goes by, such as in a spreadsheet."""

    school_id: UUID
    name: Line


class SchoolRef(ReadModel):
    """A school by name."""

    id: UUID
    name: str


class SchoolAliasRead(ReadModel):
    """Another name of a school."""

    id: UUID
    version: int
    name: str
    school: SchoolRef


class SchoolAliasList(ReadModel):
    """Every other name of every school, in the order of the names."""

    items: list[SchoolAliasRead]


class SchoolProposalList(ReadModel):
    """Open schools that a name may mean, the likeliest first."""

    items: list[SchoolRef]
