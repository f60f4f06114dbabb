"""Steps that take longer than a request may: asked for with the request, done by the worker, told while they last."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Delete, Insert, Update, bindparam, delete, insert, update

from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.jobs import enqueue
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal

from .limits import AT_ONCE
from .models import SpreadsheetWork

WORK = "spreadsheets.work"
j = columns(SpreadsheetWork)
_ASKED = ("id", "spreadsheet_id", "move", "decisions", "person_id", "machine")


@statement
def _ask() -> Insert:
    told = {name: bindparam(f"new_{name}", type_=j[name].type) for name in _ASKED}
    return insert(table(SpreadsheetWork)).values(tenant_id=TENANT, **told)


@statement
def _forget() -> Delete:
    return delete(table(SpreadsheetWork)).where(j.tenant_id == TENANT, j.spreadsheet_id == a_key("id"))


@statement
def _tell(names: frozenset[str]) -> Update:
    told = {name: bindparam(f"new_{name}", type_=j[name].type) for name in sorted(names)}
    return update(table(SpreadsheetWork)).where(j.tenant_id == TENANT, j.spreadsheet_id == a_key("id")).values(**told)


def is_long(row: Mapping[str, Any], move: str) -> bool:
    """Whether a step with so many rows is the worker's."""
    sheets = zip(row["sheets"], row["matching"]["sheets"], strict=True)
    rows: int = sum(sheet["rows"] for sheet, chosen in sheets if chosen["is_used"])
    return rows > AT_ONCE[move]


async def ask(
    tx: Tx, principal: Principal, row: Mapping[str, Any], move: str, decisions: Mapping[str, Any] | None = None
) -> None:
    """Ask the worker for a step, as this caller."""
    scopes = principal.machine_scopes
    machine = None if scopes is None else {"credential": str(principal.credential_id), "scopes": sorted(scopes)}
    asked: dict[str, Any] = {
        "id": new_id(), "spreadsheet_id": row["id"], "move": move, "decisions": decisions,
        "person_id": principal.person_id, "machine": machine,
    }  # fmt: skip
    await forget(tx, row["id"])
    await tx.note_down(_ask(), **{f"new_{name}": value for name, value in asked.items()})
    job = {"tenant": tx.tenant_id, "spreadsheet": row["id"]}
    await enqueue(tx, WORK, job, key=f"{WORK}:{row['id']}:{asked['id']}")


async def forget(tx: Tx, spreadsheet_id: UUID) -> None:
    """Nothing is being done any more, and nothing failed."""
    await tx.note_down(_forget(), id=spreadsheet_id)


async def tell(tx: Tx, spreadsheet_id: UUID, **told: Any) -> None:
    """How far the step is, or as what it failed."""
    await tx.note_down(
        _tell(frozenset(told)), id=spreadsheet_id, **{f"new_{name}": value for name, value in told.items()}
    )
