"""Keeps what becomes of a spreadsheet: its rows, its stage with the fact of it, and what a check found."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Delete, Insert, Update, bindparam, delete, func, insert, update
from sqlmodel import SQLModel

from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.record import Event, record
from alongside.core.statements import TENANT, a_key, columns, statement, table

from .assess import Assessment
from .models import Spreadsheet, SpreadsheetProblem, SpreadsheetRow
from .work import forget

f, r = columns(Spreadsheet), columns(SpreadsheetRow)


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
def clear(model: type[SQLModel]) -> Delete:
    """What belongs to a spreadsheet goes."""
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


async def add_all(tx: Tx, model: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows as they are, each with an id of its own."""
    if rows:
        names = tuple(sorted({"id", *rows[0]}))
        told = [{f"new_{name}": value for name, value in {"id": new_id(), **row}.items()} for row in rows]
        await tx.run_many(_add(model, names), told)


async def keep_change(tx: Tx, row: dict[str, Any], values: Mapping[str, Any], event: type[Event], **told: Any) -> None:
    """A change of the spreadsheet itself, with the fact of it; what was asked of the worker is over."""
    await forget(tx, row["id"])
    version = await tx.value(
        _change(frozenset(values)), id=row["id"], **{f"new_{name}": value for name, value in values.items()}
    )
    stage = [row["stage"], values.get("stage", row["stage"])]
    record(tx, event(object_id=row["id"], version=version, changed={"stage": stage, **told}))


async def keep_found(
    tx: Tx,
    row: dict[str, Any],
    found: Assessment,
    values: Mapping[str, Any],
    event: type[Event],
    stage: str = "checked",
) -> None:
    """Keep what an assessment found: the outcome of each row and everything that is wrong."""
    spreadsheet_id = row["id"]
    await tx.run(clear(SpreadsheetProblem), id=spreadsheet_id)
    problems = [
        {
            "spreadsheet_id": spreadsheet_id, "position": place, "sheet": each.sheet, "number": each.number,
            "column_name": each.column, "said": each.said, "code": each.code, "message": each.message,
            "weight": each.weight,
        }
        for place, each in enumerate(found.plan.problems)
    ]  # fmt: skip
    await add_all(tx, SpreadsheetProblem, problems)
    outcomes = [
        {"id": spreadsheet_id, "of_sheet": sheet, "of_number": number, "new_outcome": outcome}
        for (sheet, number), outcome in found.plan.outcomes.items()
    ]
    await tx.run_many(_tell(), outcomes)
    told = {"stage": stage, "outcome": found.outcome, "plan_sha256": found.plan.digest(), **values}
    await keep_change(tx, row, told, event, counts=[None, found.outcome["counts"]])
