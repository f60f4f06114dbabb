"""Reading spreadsheets on their way in: whoever brings files for the district sees all of them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, literal_column, select

from alongside.core.db import Executor, Tx
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import Cursors, Page, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_key, a_text, columns, statement

from .errors import SpreadsheetNotFound
from .fields import FIELDS
from .models import Spreadsheet, SpreadsheetProblem, SpreadsheetRow, SpreadsheetWork
from .schemas import ProblemFilters, SpreadsheetFilters
from .tables import twice_matched

f, r, w = columns(Spreadsheet), columns(SpreadsheetRow), columns(SpreadsheetProblem)
job = columns(SpreadsheetWork)

FILTERS: Mapping[str, ColumnElement[bool]] = {
    "weight": w.weight == a_text("weight"),
    "code": w.code == a_text("code"),
}


@statement
def _one() -> Query:
    return select(*f).where(f.tenant_id == TENANT, f.id == a_key("id"))


@statement
def _locked() -> Query:
    return select(*f).where(f.tenant_id == TENANT, f.id == a_key("id")).with_for_update()


@statement
def _work() -> Query:
    return select(*job).where(job.tenant_id == TENANT, job.spreadsheet_id == a_key("id"))


@statement
def _page(after: bool) -> Query:
    listed = select(f.id, f.name, f.stage, f.created_at, f.committed_at).where(
        f.tenant_id == TENANT, f.stage != literal_column("'abandoned'")
    )
    return paged(listed, f.created_at, f.id, descending=True, after=after)


@statement
def _of_shape() -> Query:
    return (
        select(f.matching, f.decisions)
        .where(f.tenant_id == TENANT, f.shape == a_text("shape"), f.stage != literal_column("'uploaded'"))
        .order_by(f.updated_at.desc(), f.id.desc())
        .limit(literal_column("1"))
    )


@statement
def _rows() -> Query:
    return (
        select(r.sheet, r.number, r.cells)
        .where(r.tenant_id == TENANT, r.spreadsheet_id == a_key("id"))
        .order_by(r.sheet, r.number)
    )


@statement
def _problems(given: frozenset[str], after: bool) -> Query:
    listed = select(w.id, w.sheet, w.number, w.column_name, w.said, w.code, w.message, w.weight).where(
        w.tenant_id == TENANT, w.spreadsheet_id == a_key("spreadsheet"), *(FILTERS[name] for name in sorted(given))
    )
    return paged(listed, w.position, w.id, descending=False, after=after)


@statement
def _all_problems() -> Query:
    return (
        select(w.sheet, w.number, w.column_name, w.said, w.code, w.message, w.weight)
        .where(w.tenant_id == TENANT, w.spreadsheet_id == a_key("id"))
        .order_by(w.position, w.id)
    )


async def fetch(db: Executor, spreadsheet_id: UUID) -> dict[str, Any]:
    """A spreadsheet as it is stored, or SpreadsheetNotFound."""
    row = await db.row(_one(), id=spreadsheet_id)
    if row is None:
        raise SpreadsheetNotFound
    return {**row, "work": await work_of(db, spreadsheet_id)}


async def lock(tx: Tx, spreadsheet_id: UUID) -> dict[str, Any]:
    """The same, held until the commit."""
    row = await tx.row(_locked(), id=spreadsheet_id)
    if row is None:
        raise SpreadsheetNotFound
    return {**row, "work": await work_of(tx, spreadsheet_id)}


async def work_of(db: Executor, spreadsheet_id: UUID) -> dict[str, Any] | None:
    """The step that the worker takes with a spreadsheet, or took and failed."""
    row = await db.row(_work(), id=spreadsheet_id)
    return None if row is None else dict(row)


async def matching_of_shape(db: Executor, shape: str) -> dict[str, Any] | None:
    """How the last file of this shape was matched and decided."""
    row = await db.row(_of_shape(), shape=shape)
    return None if row is None else dict(row)


async def rows_of(db: Executor, spreadsheet_id: UUID) -> dict[int, list[tuple[int, list[str]]]]:
    """The file's rows by sheet, as they were given."""
    found: dict[int, list[tuple[int, list[str]]]] = {}
    for row in await db.rows(_rows(), id=spreadsheet_id):
        found.setdefault(row["sheet"], []).append((row["number"], row["cells"]))
    return found


async def problems_of(db: Executor, spreadsheet_id: UUID) -> list[dict[str, Any]]:
    """Everything that is wrong, in the file's order."""
    return [dict(row) for row in await db.rows(_all_problems(), id=spreadsheet_id)]


async def find(db: Executor, query: SpreadsheetFilters, cursors: Cursors) -> Page:
    """The files brought, the newest first."""
    return await fetch_page(db, query, lambda after: _page(after), name="spreadsheets", cursors=cursors, values={})


async def find_problems(db: Executor, spreadsheet_id: UUID, query: ProblemFilters, cursors: Cursors) -> Page:
    """A page of what is wrong with a file. Raises SpreadsheetNotFound."""
    await fetch(db, spreadsheet_id)
    given = frozenset(query.given())
    return await fetch_page(
        db,
        query,
        lambda after: _problems(given, after),
        name=f"spreadsheet-problems-{spreadsheet_id}",
        cursors=cursors,
        values={"spreadsheet": spreadsheet_id},
    )


def is_worked_on(row: Mapping[str, Any]) -> bool:
    """Whether the worker has it, so that nobody else may."""
    return row["work"] is not None and row["work"]["failed"] is None


def needs_of(row: Mapping[str, Any]) -> dict[str, list[str]]:
    """What each step still lacks, by the steps that the stage allows at all."""
    if row["stage"] in ("committed", "abandoned") or is_worked_on(row):
        return {}
    used = [sheet for sheet in row["matching"]["sheets"] if sheet["is_used"]]
    lacks = []
    if not used:
        lacks.append("sheet")
    if any("partner.name" not in sheet["columns"] for sheet in used):
        lacks.append("partner_name")
    if any(twice_matched(sheet["columns"]) for sheet in used):
        lacks.append("one_column_a_field")
    steps = {"check": lacks, "abandon": []}
    if row["stage"] == "checked":
        steps["commit"] = ["decisions"] if row["outcome"]["open_questions"] else []
    return steps


def moves_of(row: Mapping[str, Any]) -> list[AllowedMove]:
    """The steps that are possible now, and what each still lacks."""
    return [AllowedMove(move=move, needs=needs) for move, needs in needs_of(row).items()]


def read(row: Mapping[str, Any]) -> dict[str, Any]:
    """A stored spreadsheet as its readers see it."""
    shown = ("id", "version", "name", "size", "stage", "sheets", "outcome", "created_at", "committed_at")
    matching = dict(row["matching"])
    is_remembered = matching.pop("is_remembered", False)
    work = row["work"]
    return {
        **{name: row[name] for name in shown},
        "fields": [field.key for field in FIELDS],
        "matching": matching,
        "is_remembered": is_remembered,
        "work": work and {name: work[name] for name in ("move", "done", "total", "failed")},
        "allowed_moves": moves_of(row),
    }


async def get(db: Executor, spreadsheet_id: UUID) -> dict[str, Any]:
    """One spreadsheet, or SpreadsheetNotFound."""
    return read(await fetch(db, spreadsheet_id))
