"""The wire shapes of an office's own spreadsheet on its way in."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from alongside.core.fields import ReadModel, WriteModel
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead

from .limits import MOST_COLUMNS, MOST_ROWS

Stage = Literal["uploaded", "matched", "checked", "committed", "abandoned"]
DayOrder = Literal["mdy", "dmy"]
OpenEnd = Literal["refuse", "school_year"]
Decision = Literal["same", "different"]
FieldKey = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}\.[a-z_]{1,30}$")]
"""What a column stands for, such as `partner.name`; the answer to a GET lists them all."""

Key = Annotated[str, StringConstraints(min_length=1, max_length=300)]


class SheetMatching(WriteModel):
    """Whether a sheet is used, in which row its columns are named, and what each column stands for (null: left out)."""

    is_used: bool
    header_row: Annotated[int, Field(ge=1, le=1_100_000)]
    columns: Annotated[list[FieldKey | None], Field(max_length=MOST_COLUMNS)]


class Matching(WriteModel):
    """How a file is read: its sheets, which number of a day comes first, what an agreement without a last day is, and
    whether what is here gives way to what the file says."""

    sheets: Annotated[list[SheetMatching], Field(max_length=200)]
    day_order: DayOrder | None
    open_end: OpenEnd
    overwrites: bool


class DecisionWrite(WriteModel):
    """Whether an organization of the file is the same as another; null takes the word back."""

    question: Key
    other: Key
    decision: Decision | None


class Decisions(WriteModel):
    """Words on what may be the same; `rest` is the word on everything that is still open."""

    decisions: Annotated[list[DecisionWrite], Field(max_length=MOST_ROWS)]
    rest: Decision | None


class ColumnRead(ReadModel):
    """A column: its name, a few values, what it may stand for and why (`name`, `alike`, `values`)."""

    name: str
    samples: list[str]
    has_values: bool
    is_repeated: bool
    proposal: str | None
    because: Literal["name", "alike", "values"] | None


class SheetRead(ReadModel):
    """A sheet of the file. `notes`: `cp1252` (read as Windows text), `separator` (not commas), `dates_1904`."""

    name: str
    is_hidden: bool
    rows: int
    blank_rows: int
    notes: list[str]
    header_row: int
    columns: list[ColumnRead]


class SheetMatchingRead(ReadModel):
    """As chosen."""

    is_used: bool
    header_row: int
    columns: list[str | None]


class MatchingRead(ReadModel):
    """As chosen."""

    sheets: list[SheetMatchingRead]
    day_order: DayOrder | None
    open_end: OpenEnd
    overwrites: bool


class RecordCounts(ReadModel):
    """How many records would be (or were) added, changed, or are as the file says."""

    new: int
    changed: int
    unchanged: int


class RowCountsRead(ReadModel):
    """What the file's rows come to; `skipped` are titles, repeated headers, totals and blank rows."""

    new: int
    changed: int
    unchanged: int
    refused: int
    skipped: int


class CountsRead(ReadModel):
    """Counts by kind of record, and of rows."""

    partners: RecordCounts
    contacts: RecordCounts
    programs: RecordCounts
    agreements: RecordCounts
    rows: RowCountsRead


class OtherRead(ReadModel):
    """Whom an organization may be the same as: a partner here (`partner_id`), or an earlier row of the file."""

    key: str
    name: str
    partner_id: UUID | None
    detail: str | None
    because: list[str]
    decision: Decision | None


class QuestionRead(ReadModel):
    """An organization of the file that may be there already."""

    key: str
    name: str
    rows: list[int]
    is_open: bool
    others: list[OtherRead]


class SchoolProposal(ReadModel):
    id: UUID
    name: str


class UnknownSchool(ReadModel):
    """A name of a school that nobody knows, the rows that use it, and the schools that it may mean."""

    said: str
    rows: list[int]
    proposals: list[SchoolProposal]


class ProblemKind(ReadModel):
    """Everything of one kind that is wrong: in how many rows, and a few of the values."""

    weight: Literal["refused", "note"]
    code: str
    message: str
    rows: int
    said: list[str]


class OutcomeRead(ReadModel):
    """What the last check found, or the commit wrote; what is wrong by kind, the most frequent first."""

    counts: CountsRead
    refused_problems: int
    notes: int
    problem_kinds: list[ProblemKind]
    open_questions: int
    questions: list[QuestionRead]
    unknown_schools: list[UnknownSchool]


class WorkRead(ReadModel):
    """A step that the worker takes: how many organizations of how many are written, or as what error it failed."""

    move: Literal["check", "decide", "commit"]
    done: int
    total: int
    failed: str | None


class SpreadsheetRead(ReadModel):
    """A file on its way in. `is_remembered`: the matching is that of an earlier file of this shape. While `work` is
    not failed no other step is open: ask again until it is gone."""

    id: UUID
    version: int
    name: str
    size: int
    stage: Stage
    sheets: list[SheetRead]
    fields: list[str]
    matching: MatchingRead
    is_remembered: bool
    outcome: OutcomeRead | None
    created_at: datetime
    committed_at: datetime | None
    work: WorkRead | None
    allowed_moves: list[AllowedMove]


class SpreadsheetItem(ReadModel):
    """A file in the list."""

    id: UUID
    name: str
    stage: Stage
    created_at: datetime
    committed_at: datetime | None


class SpreadsheetSort(StrEnum):
    NEWEST = "-created_at"


class SpreadsheetFilters(ListQuery):
    """The newest first; those given up are left out."""

    sort: SpreadsheetSort = SpreadsheetSort.NEWEST


class SpreadsheetPage(PageRead):
    items: list[SpreadsheetItem]


class ProblemSort(StrEnum):
    POSITION = "position"


class ProblemFilters(ListQuery):
    """In the order of the file; `weight` and `code` leave the others out."""

    weight: Literal["refused", "note"] | None = None
    code: Annotated[str, StringConstraints(pattern=r"^[a-z_0-9]{1,40}$")] | None = None
    sort: ProblemSort = ProblemSort.POSITION


class ProblemRead(ReadModel):
    """Something wrong with a row: it keeps it out (`refused`) or is worth knowing (`note`)."""

    id: UUID
    sheet: int
    number: int | None
    column_name: str | None
    said: str | None
    code: str
    message: str
    weight: Literal["refused", "note"]


class ProblemPage(PageRead):
    items: list[ProblemRead]
