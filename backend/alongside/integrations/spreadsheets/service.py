"""Writing spreadsheets on their way in: uploaded, matched, checked, decided, committed, given up."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, wrong
from alongside.core.record import record
from alongside.core.storage import make_room
from alongside.identity.errors import MissingScope
from alongside.identity.principal import Principal
from alongside.identity.scopes import Scope

from . import queries
from .assess import assess, proposed_order
from .errors import SpreadsheetCannotMove, SpreadsheetOutdated, SpreadsheetRefused
from .events import (
    SpreadsheetAbandoned,
    SpreadsheetChecked,
    SpreadsheetCommitted,
    SpreadsheetDecided,
    SpreadsheetMatched,
    SpreadsheetUploaded,
)
from .groups import pair
from .keep import add_all, clear, keep_change, keep_found
from .limits import FileUnusable
from .match import check_columns, with_headers
from .models import Spreadsheet, SpreadsheetProblem, SpreadsheetRow
from .reading import Sheet, read_file
from .schemas import Decisions, Matching
from .tables import describe, proposed_matching, shape_of
from .work import ask, is_long
from .write import Told, write_plan

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
    await add_all(tx, Spreadsheet, [row])
    await add_all(
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
    sheets = await with_headers(tx, row, matching)
    check_columns(sheets, matching)
    await keep_change(
        tx, row, {"stage": "matched", "matching": matching, "sheets": sheets, "outcome": None, "plan_sha256": None},
        SpreadsheetMatched,
    )  # fmt: skip
    return await queries.get(tx, spreadsheet_id)


def _check_open(row: Mapping[str, Any]) -> None:
    if not queries.needs_of(row):
        raise SpreadsheetCannotMove(state=row["stage"], needs=[], allowed_moves=queries.moves_of(row))


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
    await keep_found(tx, row, await assess(tx, principal, row), {}, SpreadsheetChecked)


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
    await keep_found(tx, row, await assess(tx, principal, row), {"decisions": decisions}, SpreadsheetDecided)


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
    await keep_found(tx, row, found, {"committed_at": principal.now}, SpreadsheetCommitted, stage="committed")


async def abandon(tx: Tx, principal: Principal, spreadsheet_id: UUID, if_match: IfMatch) -> None:
    """Give a file up: its rows are deleted, that it was here is remembered."""
    row = await queries.lock(tx, spreadsheet_id)
    require_version(if_match, row["version"])
    _check_stage(row, "abandon")
    await tx.run(clear(SpreadsheetProblem), id=spreadsheet_id)
    await tx.run(clear(SpreadsheetRow), id=spreadsheet_id)
    empty: dict[str, Any] = {"stage": "abandoned", "sheets": [], "outcome": None, "plan_sha256": None}
    await keep_change(tx, row, empty, SpreadsheetAbandoned)
