"""The statements that change papers and what belongs to them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Delete, Insert, Update, bindparam, delete, func, insert, update
from sqlmodel import SQLModel

from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.errors import FieldError
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal
from alongside.papers.models import BackgroundCheck
from alongside.partners.errors import ProgramNotFound
from alongside.partners.queries import get_program
from alongside.schools.errors import SchoolNotFound
from alongside.schools.queries import get as get_school


@statement
def _add(model: type[SQLModel], names: tuple[str, ...]) -> Insert:
    c = columns(model)
    told = {name: bindparam(f"new_{name}", type_=c[name].type) for name in names}
    return insert(table(model)).values(tenant_id=TENANT, **told)


@statement
def _change(model: type[SQLModel], names: frozenset[str]) -> Update:
    c = columns(model)
    told = {name: bindparam(f"new_{name}", type_=c[name].type) for name in sorted(names)}
    return (
        update(table(model))
        .where(c.tenant_id == TENANT, c.id == a_key("of"))
        .values(version=c.version + 1, updated_at=func.tenant_now(), **told)
        .returning(c.version)
    )


@statement
def _verify() -> Update:
    b = columns(BackgroundCheck)
    names = ("result", "verified_on", "verified_by_id")
    told = {name: bindparam(f"new_{name}", type_=b[name].type) for name in names}
    return update(table(BackgroundCheck)).where(b.tenant_id == TENANT, b.id == a_key("of")).values(**told)


@statement
def _clear(model: type[SQLModel], owner: str) -> Delete:
    c = columns(model)
    return delete(table(model)).where(c.tenant_id == TENANT, c[owner] == a_key("of"))


async def add(tx: Tx, model: type[SQLModel], values: Mapping[str, Any]) -> UUID:
    """Insert one row; its id."""
    row_id = new_id()
    row = {**values, "id": row_id}
    await tx.run(_add(model, tuple(sorted(row))), **{f"new_{name}": value for name, value in row.items()})
    return row_id


async def change(tx: Tx, model: type[SQLModel], row_id: UUID, values: Mapping[str, Any]) -> int:
    """Set these columns of a row that is locked; its new version. Without any only the version moves."""
    told = {f"new_{name}": value for name, value in values.items()}
    version: int = await tx.value(_change(model, frozenset(values)), of=row_id, **told)
    return version


async def verify(tx: Tx, check_id: UUID, values: Mapping[str, Any]) -> None:
    """Write a check's result."""
    await tx.run(_verify(), of=check_id, **{f"new_{name}": value for name, value in values.items()})


async def put_parts(
    tx: Tx, model: type[SQLModel], owner: str, owner_id: UUID, rows: Sequence[Mapping[str, Any]]
) -> None:
    """The parts of a row instead of those before."""
    await tx.run(_clear(model, owner), of=owner_id)
    await add_parts(tx, model, [{owner: owner_id, **row} for row in rows])


async def add_parts(tx: Tx, model: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Several parts of one shape."""
    if rows:
        names = tuple(sorted({"id", *rows[0]}))
        several = [{"id": new_id(), **row} for row in rows]
        await tx.run_many(_add(model, names), [{f"new_{name}": row[name] for name in names} for row in several])


def told(values: Mapping[str, Any]) -> dict[str, list[Any]]:
    """What a new row says, as the log keeps it."""
    return {name: [None, value] for name, value in values.items() if value not in (None, [], False)}


async def program_fault(
    tx: Tx, principal: Principal, program_id: UUID, partner_id: UUID, pointer: str
) -> list[FieldError]:
    """Nothing, or that the partner has no such program."""
    try:
        program = await get_program(tx, principal, program_id)
    except ProgramNotFound:
        program = None
    if program is None or program["partner"]["id"] != partner_id:
        return [FieldError(pointer, "unresolved_reference", "The partner has no such program")]
    return []


async def school_fault(tx: Tx, principal: Principal, school_id: UUID, pointer: str) -> list[FieldError]:
    """Nothing, or that there is no such school."""
    try:
        await get_school(tx, principal, school_id)
    except SchoolNotFound:
        return [FieldError(pointer, "unresolved_reference", "There is no such school")]
    return []
