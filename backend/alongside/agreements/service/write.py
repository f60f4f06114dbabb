"""The statements that change an agreement and its parts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Delete, Insert, Update, any_, bindparam, delete, func, insert, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlmodel import SQLModel

from alongside.agreements.models import (
    Agreement,
    AgreementProgram,
    AgreementSchool,
    AgreementSeries,
    Expectation,
    ResourceCommitment,
)
from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.statements import TENANT, a_key, an_int, columns, statement, table, the_keys

a, ns, n = columns(Agreement), columns(AgreementSchool), columns(AgreementSeries)
rc = columns(ResourceCommitment)


@statement
def _add(model: type[SQLModel], names: tuple[str, ...]) -> Insert:
    c = columns(model)
    told = {name: bindparam(f"new_{name}", type_=c[name].type) for name in names}
    return insert(table(model)).values(tenant_id=TENANT, **told)


@statement
def _change(names: frozenset[str]) -> Update:
    told = {name: bindparam(f"new_{name}", type_=a[name].type) for name in sorted(names)}
    return (
        update(table(Agreement))
        .where(a.tenant_id == TENANT, a.id == a_key("agreement_id"))
        .values(version=a.version + 1, updated_at=func.tenant_now(), **told)
        .returning(a.version)
    )


@statement
def _next_number() -> Insert:
    first = upsert(table(AgreementSeries)).values(tenant_id=TENANT, year=an_int("year"), last=1)
    return first.on_conflict_do_update(index_elements=["tenant_id", "year"], set_={"last": n.last + 1}).returning(
        n.last
    )


@statement
def _clear(model: type[SQLModel]) -> Delete:
    c = columns(model)
    return delete(table(model)).where(c.tenant_id == TENANT, c.agreement_id == a_key("agreement_id"))


@statement
def _clear_promises(model: type[SQLModel]) -> Delete:
    c = columns(model)
    own = [c.plan_id.is_(None)] if "plan_id" in c else []  # what a site plan promises is the plan's
    return delete(table(model)).where(c.tenant_id == TENANT, c.agreement_id == a_key("agreement_id"), *own)


@statement
def _drop_schools() -> Delete:
    return delete(table(AgreementSchool)).where(
        ns.tenant_id == TENANT, ns.agreement_id == a_key("agreement_id"), ns.school_id == any_(the_keys("schools"))
    )


@statement
def _drop_resources_at() -> Delete:
    return delete(table(ResourceCommitment)).where(
        rc.tenant_id == TENANT, rc.agreement_id == a_key("agreement_id"), rc.school_id == a_key("school_id")
    )


@statement
def _ask_again() -> Update:
    return (
        update(table(AgreementSchool))
        .where(ns.tenant_id == TENANT, ns.agreement_id == a_key("agreement_id"))
        .values(confirmation="pending", confirmed_by_id=None, confirmed_on=None, reason=None)
    )


async def add(tx: Tx, model: type[SQLModel], values: Mapping[str, Any]) -> UUID:
    """Insert one row; its id."""
    row_id: UUID = values.get("id") or new_id()
    row = {**values, "id": row_id}
    await tx.run(_add(model, tuple(sorted(row))), **{f"new_{name}": value for name, value in row.items()})
    return row_id


async def add_all(tx: Tx, model: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert several rows of one shape."""
    if rows:
        names = tuple(sorted({"id", *rows[0]}))
        several = [{f"new_{name}": value for name, value in {"id": new_id(), **row}.items()} for row in rows]
        await tx.run_many(_add(model, names), several)


async def change(tx: Tx, agreement_id: UUID, values: Mapping[str, Any]) -> int:
    """Set these columns of an agreement that is locked; its new version. Without any only the version moves."""
    told = {f"new_{name}": value for name, value in values.items()}
    version: int = await tx.value(_change(frozenset(values)), agreement_id=agreement_id, **told)
    return version


async def next_number(tx: Tx, year: int) -> str:
    """The tenant's next number of the year: `A-2020-0007`, without gaps, whoever else asks."""
    last = await tx.value(_next_number(), year=year)
    return f"A-{year}-{last:04d}"


async def name_programs(tx: Tx, agreement_id: UUID, programs: Iterable[UUID]) -> None:
    """The programs it covers, instead of those before."""
    await tx.run(_clear(AgreementProgram), agreement_id=agreement_id)
    await add_all(tx, AgreementProgram, [{"agreement_id": agreement_id, "program_id": each} for each in programs])


async def name_schools(
    tx: Tx, agreement_id: UUID, schools: Iterable[UUID], answer: Mapping[str, Any] | None = None
) -> None:
    """More schools, not asked yet unless their answer is known."""
    named = {"agreement_id": agreement_id, **(answer or {})}
    await add_all(tx, AgreementSchool, [{**named, "school_id": each} for each in schools])


async def drop_resources_at(tx: Tx, agreement_id: UUID, school_id: UUID) -> None:
    """Take off what was to be given at one school alone."""
    await tx.run(_drop_resources_at(), agreement_id=agreement_id, school_id=school_id)


async def drop_schools(tx: Tx, agreement_id: UUID, schools: Iterable[UUID]) -> None:
    """Take schools off a text that may still change."""
    await tx.run(_drop_schools(), agreement_id=agreement_id, schools=list(schools))


async def ask_schools_again(tx: Tx, agreement_id: UUID) -> None:
    """Nobody is held to a text they did not see: every school is asked anew."""
    await tx.run(_ask_again(), agreement_id=agreement_id)


async def promise(tx: Tx, model: type[SQLModel], agreement_id: UUID, rows: Sequence[Mapping[str, Any]]) -> None:
    """What the parties do (Expectation) or give (ResourceCommitment), instead of what was there."""
    await tx.run(_clear_promises(model), agreement_id=agreement_id)
    own = [{"agreement_id": agreement_id, "position": place, **row} for place, row in enumerate(rows)]
    await add_all(tx, model, own)


PROMISES: Mapping[str, type[SQLModel]] = {"expectations": Expectation, "resources": ResourceCommitment}
