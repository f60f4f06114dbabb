"""Writing spreadsheets on their way in: uploaded, matched, checked, decided, committed, given up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Delete, Insert, Update, bindparam, delete, func, insert, update
from sqlmodel import SQLModel

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.record import Event, record
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.core.storage import make_room
from alongside.identity.errors import MissingScope
from alongside.identity.principal import Principal
from alongside.identity.scopes import Scope

from . import queries
from .assess import Assessment, assess, proposed_order
from .errors import SpreadsheetCannotMove, SpreadsheetOutdated, SpreadsheetRefused
from .events import (
    SpreadsheetAbandoned,
    SpreadsheetChecked,
    SpreadsheetCommitted,
    SpreadsheetDecided,
    SpreadsheetMatched,
    SpreadsheetUploaded,
)
from .fields import BY_KEY
from .groups import pair
from .limits import FileUnusable
from .models import Spreadsheet, SpreadsheetProblem, SpreadsheetRow
from .reading import Sheet, read_file
from .schemas import Decisions, Matching
from .tables import columns_of, describe, proposed_matching, shape_of, twice_matched
from .work import ask, forget, is_long
from .write import Told, write_plan

f, r, w = columns(Spreadsheet), columns(SpreadsheetRow), columns(SpreadsheetProblem)
WRITES = frozenset({Scope.PARTNERS_WRITE, Scope.AGREEMENTS_RECORD})
"""What a commit does by hand needs these."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read: its rows, and what its sheets hold."""

    name: str
    size: int
    sha256: str
    sheets: list[Sheet]
    described: list[dict[str, Any]]


def open_file(name: str, content: bytes) -> Opened:
    """Read a file; takes a while, so away from whoever serves others. Raises SpreadsheetRefused."""
    try:
        sheets = read_file(name, content)
        described = [describe(sheet) for sheet in sheets]
    except FileUnusable as unusable:
        error = FieldError("/file", unusable.code, unusable.message)
        raise SpreadsheetRefused(errors=[error], column=unusable.column) from unusable
    kept = name.replace("\\", "/").rpartition("/")[2].strip()[:200]
    printable = "".join(letter for letter in kept if letter.isprintable())
    return Opened(printable or "spreadsheet", len(content), sha256(content).hexdigest(), sheets, described)


@statement
def _add(model: type[SQLModel], names: tuple[str, ...]) -> Insert:
    c = columns(model)
    return insert(table(model)).values(
        tenant_id=TENANT, **{name: bindparam(f"new_{name}", type_=c[name].type) for name in names}
    )


@statement
def _change(names: frozenset[str]) -> Update:
    told = {name: bindparam(f"new_{name}", type_=f[name].type) for name in sorted(names)}
    return (
        update(table(Spreadsheet))
        .where(f.tenant_id == TENANT, f.id == a_key("id"))
        .values(version=f.version + 1, updated_at=func.tenant_now(), **told)
        .returning(f.version)
    )


@statement
def _clear(model: type[SQLModel]) -> Delete:
    c = columns(model)
    return delete(table(model)).where(c.tenant_id == TENANT, c.spreadsheet_id == a_key("id"))


@statement
def _tell() -> Update:
    return (
        update(table(SpreadsheetRow))
        .where(
            r.tenant_id == TENANT,
            r.spreadsheet_id == a_key("id"),
            r.sheet == bindparam("of_sheet", type_=r.sheet.type),
            r.number == bindparam("of_number", type_=r.number.type),
        )
        .values(outcome=bindparam("new_outcome", type_=r.outcome.type))
    )


async def _add_all(tx: Tx, model: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        names = tuple(sorted({"id", *rows[0]}))
        told = [{f"new_{name}": value for name, value in {"id": new_id(), **row}.items()} for row in rows]
        await tx.run_many(_add(model, names), told)


async def _write(tx: Tx, row: dict[str, Any], values: Mapping[str, Any], event: type[Event], **told: Any) -> None:
    await forget(tx, row["id"])
    version = await tx.value(
        _change(frozenset(values)), id=row["id"], **{f"new_{name}": value for name, value in values.items()}
    )
    stage = [row["stage"], values.get("stage", row["stage"])]
    record(tx, event(object_id=row["id"], version=version, changed={"stage": stage, **told}))


def _check_stage(row: Mapping[str, Any], move: str) -> None:
    open_moves = queries.needs_of(row)
    if move not in open_moves or open_moves[move]:
        raise SpreadsheetCannotMove(
            state=row["stage"],
            needs=open_moves.get(move, []),
            allowed_moves=queries.moves_of(row),
        )


async def upload(tx: Tx, principal: Principal, opened: Opened) -> dict[str, Any]:
    """Keep a file's rows as they were given; its columns are matched as those of the last file of its shape.

    Raises StorageFull.
    """
    spreadsheet_id, shape = new_id(), shape_of(opened.described)
    matching, decisions = proposed_matching(opened.described), {}
    before = await queries.matching_of_shape(tx, shape)
    if before is not None and len(before["matching"]["sheets"]) == len(opened.described):
        headers = [each["header_row"] for each in opened.described]
        matching = {**before["matching"], "is_remembered": True}
        matching["sheets"] = [
            {**sheet, "header_row": header} for sheet, header in zip(matching["sheets"], headers, strict=True)
        ]
        decisions = before["decisions"]
    else:
        matching["day_order"] = proposed_order(
            {place: sheet.rows for place, sheet in enumerate(opened.sheets)}, matching
        )
    row = {
        "id": spreadsheet_id, "name": opened.name, "sha256": opened.sha256, "size": opened.size, "shape": shape,
        "sheets": opened.described, "matching": matching, "decisions": decisions,
        "uploaded_by_id": principal.person_id,
    }  # fmt: skip
    await make_room(tx, opened.size)
    await _add_all(tx, Spreadsheet, [row])
    await _add_all(
        tx,
        SpreadsheetRow,
        [
            {"spreadsheet_id": spreadsheet_id, "sheet": place, "number": number, "cells": cells}
            for place, sheet in enumerate(opened.sheets)
            for number, cells in sheet.rows
        ],
    )
    told = {"name": [None, opened.name], "sha256": [None, opened.sha256]}
    record(tx, SpreadsheetUploaded(object_id=spreadsheet_id, changed=told))
    return await queries.get(tx, spreadsheet_id)


async def match(
    tx: Tx, principal: Principal, spreadsheet_id: UUID, body: Matching, if_match: IfMatch
) -> dict[str, Any]:
    """Say what the columns stand for. Raises SpreadsheetCannotMove, Unprocessable."""
    row = await queries.lock(tx, spreadsheet_id)
    require_version(if_match, row["version"])
    _check_open(row)
    matching = body.model_dump()
    if len(matching["sheets"]) != len(row["sheets"]):
        raise wrong("/sheets", "sheets", "Say something of each sheet of the file")
    sheets = await _with_headers(tx, row, matching)
    _check_columns(sheets, matching)
    await _write(
        tx, row, {"stage": "matched", "matching": matching, "sheets": sheets, "outcome": None, "plan_sha256": None},
        SpreadsheetMatched,
    )  # fmt: skip
    return await queries.get(tx, spreadsheet_id)


def _check_open(row: Mapping[str, Any]) -> None:
    if not queries.needs_of(row):
        raise SpreadsheetCannotMove(state=row["stage"], needs=[], allowed_moves=queries.moves_of(row))


async def _with_headers(tx: Tx, row: Mapping[str, Any], matching: dict[str, Any]) -> list[dict[str, Any]]:
    """The sheets with their columns named by the row that was chosen; a new row proposes its columns anew."""
    sheets = list(row["sheets"])
    moved = [
        place for place, sheet in enumerate(sheets) if matching["sheets"][place]["header_row"] != sheet["header_row"]
    ]
    if moved:
        rows = await queries.rows_of(tx, row["id"])
        for place in moved:
            chosen = matching["sheets"][place]
            if chosen["header_row"] not in {number for number, _ in rows.get(place, ())}:
                raise wrong(f"/sheets/{place}/header_row", "header_row", "There is nothing in this row")
            try:
                named = columns_of(rows[place], chosen["header_row"])
            except FileUnusable as unusable:
                raise wrong(f"/sheets/{place}/header_row", unusable.code, unusable.message) from unusable
            sheets[place] = {**sheets[place], "header_row": chosen["header_row"], "columns": named}
            chosen["columns"] = [column["proposal"] if column["has_values"] else None for column in named]
    return sheets


def _check_columns(sheets: Sequence[Mapping[str, Any]], matching: Mapping[str, Any]) -> None:
    errors = []
    for place, chosen in enumerate(matching["sheets"]):
        if len(chosen["columns"]) != len(sheets[place]["columns"]):
            errors.append(FieldError(f"/sheets/{place}/columns", "columns", "Say something of each column"))
        for column, key in enumerate(chosen["columns"]):
            if key is not None and key not in BY_KEY:
                pointer = f"/sheets/{place}/columns/{column}"
                errors.append(FieldError(pointer, "unknown_field", "A column cannot stand for this"))
        for column in twice_matched(chosen["columns"]) if chosen["is_used"] else ():
            words = "Another column stands for this already; leave one of them out"
            errors.append(FieldError(f"/sheets/{place}/columns/{column}", "field_twice", words))
    if errors:
        raise Unprocessable(errors=errors[:50])


async def check(tx: Tx, principal: Principal, spreadsheet_id: UUID, if_match: IfMatch) -> dict[str, Any]:
    """Find out what a commit would write, and keep what is wrong. Writes nothing but that."""
    row = await queries.lock(tx, spreadsheet_id)
    check_version(if_match, row["version"])
    _check_stage(row, "check")
    if is_long(row, "check"):
        await ask(tx, principal, row, "check")
    else:
        await find_out(tx, principal, row)
    return await queries.get(tx, spreadsheet_id)


async def find_out(tx: Tx, principal: Principal, row: dict[str, Any]) -> None:
    """Check a spreadsheet that is locked."""
    await _keep(tx, row, await assess(tx, principal, row), {}, SpreadsheetChecked)


async def _keep(
    tx: Tx,
    row: dict[str, Any],
    found: Assessment,
    values: Mapping[str, Any],
    event: type[Event],
    stage: str = "checked",
) -> None:
    """Keep what an assessment found: the outcome of each row and everything that is wrong."""
    spreadsheet_id = row["id"]
    await tx.run(_clear(SpreadsheetProblem), id=spreadsheet_id)
    problems = [
        {
            "spreadsheet_id": spreadsheet_id, "position": place, "sheet": each.sheet, "number": each.number,
            "column_name": each.column, "said": each.said, "code": each.code, "message": each.message,
            "weight": each.weight,
        }
        for place, each in enumerate(found.plan.problems)
    ]  # fmt: skip
    await _add_all(tx, SpreadsheetProblem, problems)
    outcomes = [
        {"id": spreadsheet_id, "of_sheet": sheet, "of_number": number, "new_outcome": outcome}
        for (sheet, number), outcome in found.plan.outcomes.items()
    ]
    await tx.run_many(_tell(), outcomes)
    told = {"stage": stage, "outcome": found.outcome, "plan_sha256": found.plan.digest(), **values}
    await _write(tx, row, told, event, counts=[None, found.outcome["counts"]])


async def decide(
    tx: Tx, principal: Principal, spreadsheet_id: UUID, body: Decisions, if_match: IfMatch
) -> dict[str, Any]:
    """Say what is the same and what is not; then everything is checked again."""
    row = await queries.lock(tx, spreadsheet_id)
    require_version(if_match, row["version"])
    if row["stage"] != "checked" or queries.is_worked_on(row):
        raise SpreadsheetCannotMove(state=row["stage"], needs=["check"], allowed_moves=queries.moves_of(row))
    asked = {
        pair(question["key"], other["key"]): question["is_open"] and other["decision"] is None
        for question in row["outcome"]["questions"]
        for other in question["others"]
    }
    decisions = dict(row["decisions"])
    for place, each in enumerate(body.decisions):
        key = pair(each.question, each.other)
        if key not in asked:
            raise wrong(f"/decisions/{place}", "not_asked", "Nobody asked whether these two are the same")
        decisions.pop(key, None)
        if each.decision is not None:
            decisions[key] = each.decision
    if body.rest is not None:
        decisions = {**{key: body.rest for key, is_open in asked.items() if is_open}, **decisions}
    if is_long(row, "decide"):
        await ask(tx, principal, row, "decide", decisions)
    else:
        await take_word(tx, principal, row, decisions)
    return await queries.get(tx, spreadsheet_id)


async def take_word(tx: Tx, principal: Principal, row: dict[str, Any], decisions: Mapping[str, Any]) -> None:
    """Keep what was decided of a spreadsheet that is locked, and check it again."""
    row["decisions"] = decisions
    await _keep(tx, row, await assess(tx, principal, row), {"decisions": decisions}, SpreadsheetDecided)


async def take_in(tx: Tx, principal: Principal, spreadsheet_id: UUID, if_match: IfMatch) -> dict[str, Any]:
    """Write what the check found, all of it or nothing; once written, the same answer again.

    Raises SpreadsheetCannotMove, SpreadsheetOutdated, MissingScope.
    """
    _check_scopes(principal)
    row = await queries.lock(tx, spreadsheet_id)
    if row["stage"] == "committed" or (queries.is_worked_on(row) and row["work"]["move"] == "commit"):
        return queries.read(row)
    check_version(if_match, row["version"])
    _check_stage(row, "commit")
    if is_long(row, "commit"):
        await ask(tx, principal, row, "commit")
    else:
        await write(tx, principal, row)
    return await queries.get(tx, spreadsheet_id)


def _check_scopes(principal: Principal) -> None:
    missing = WRITES - principal.scopes
    if missing:
        raise MissingScope(f"This needs the scope {min(missing)}", missing_scope=str(min(missing)))


async def write(tx: Tx, principal: Principal, row: dict[str, Any], told: Told | None = None) -> None:
    """Write the plan of a spreadsheet that is locked. Raises SpreadsheetOutdated, MissingScope."""
    _check_scopes(principal)
    found = await assess(tx, principal, row)
    if found.plan.digest() != row["plan_sha256"]:
        raise SpreadsheetOutdated
    await write_plan(tx, principal, found.plan, found.known, told)
    await _keep(tx, row, found, {"committed_at": principal.now}, SpreadsheetCommitted, stage="committed")


async def abandon(tx: Tx, principal: Principal, spreadsheet_id: UUID, if_match: IfMatch) -> None:
    """Give a file up: its rows are deleted, that it was here is remembered."""
    row = await queries.lock(tx, spreadsheet_id)
    require_version(if_match, row["version"])
    _check_stage(row, "abandon")
    await tx.run(_clear(SpreadsheetProblem), id=spreadsheet_id)
    await tx.run(_clear(SpreadsheetRow), id=spreadsheet_id)
    empty: dict[str, Any] = {"stage": "abandoned", "sheets": [], "outcome": None, "plan_sha256": None}
    await _write(tx, row, empty, SpreadsheetAbandoned)
