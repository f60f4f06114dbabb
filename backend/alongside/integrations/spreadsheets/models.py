"""An office's own spreadsheet on its way in: the file as it was given, what was chosen, and what is wrong with it."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from alongside.core.models import TenantPart, TenantRow, instant, one_of, refers


class Spreadsheet(TenantRow, table=True):
    """One file. `shape` is what its columns are called: the next file of that shape starts with the same matching.

    `plan_sha256` names what the last check found would be written; a commit that would write something else is
    refused.
    """

    __tablename__: ClassVar[Any] = "spreadsheet"
    __table_args__ = (
        one_of("stage", "uploaded", "matched", "checked", "committed", "abandoned"),
        Index("spreadsheet_newest", "tenant_id", "created_at", "id"),
        Index("spreadsheet_shape", "tenant_id", "shape", "updated_at"),
    )

    name: str
    sha256: str
    size: int
    stage: str = "uploaded"
    shape: str
    sheets: list[Any] = Field(sa_type=JSONB)
    matching: dict[str, Any] = Field(sa_type=JSONB)
    decisions: dict[str, Any] = Field(sa_type=JSONB)
    outcome: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    plan_sha256: str | None = None
    uploaded_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    committed_at: datetime | None = instant(nullable=True)


class SpreadsheetRow(TenantPart, table=True):
    """A row as the file has it, by the number that a spreadsheet program shows; what became of it."""

    __tablename__: ClassVar[Any] = "spreadsheet_row"
    __table_args__ = (
        refers("spreadsheet_id", "spreadsheet", on_delete="CASCADE"),
        Index("spreadsheet_row_place", "tenant_id", "spreadsheet_id", "sheet", "number", unique=True),
    )

    spreadsheet_id: UUID
    sheet: int
    number: int
    cells: list[Any] = Field(sa_type=JSONB)
    outcome: str | None = None


class SpreadsheetProblem(TenantPart, table=True):
    """Something wrong with a row, in the file's order: it keeps the row out, or it is worth knowing."""

    __tablename__: ClassVar[Any] = "spreadsheet_problem"
    __table_args__ = (
        refers("spreadsheet_id", "spreadsheet", on_delete="CASCADE"),
        one_of("weight", "refused", "note"),
        Index("spreadsheet_problem_place", "tenant_id", "spreadsheet_id", "position", "id"),
    )

    spreadsheet_id: UUID
    position: int
    sheet: int
    number: int | None = None
    column_name: str | None = None
    said: str | None = None
    code: str
    message: str
    weight: str


class SpreadsheetWork(TenantPart, table=True):
    """A step that takes longer than a request may: who asked for it, how far it is, or why it failed.

    It is there while the step is done; a step that went well leaves nothing.
    """

    __tablename__: ClassVar[Any] = "spreadsheet_work"
    __table_args__ = (
        refers("spreadsheet_id", "spreadsheet", on_delete="CASCADE"),
        one_of("move", "check", "decide", "commit"),
        Index("spreadsheet_work_one", "tenant_id", "spreadsheet_id", unique=True),
    )

    spreadsheet_id: UUID
    move: str
    decisions: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    machine: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    done: int = 0
    total: int = 0
    failed: str | None = None
