"""A statement is compiled once per shape, and the tenant is set before the query that needs it runs."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Date, cast, func, literal_column, select

from alongside.core.clock import now
from alongside.core.models import LogEntry
from alongside.core.statements import (
    TENANT,
    DayWithoutZone,
    Query,
    Statement,
    a_text,
    an_instant,
    columns,
    day_of,
    statement,
)
from alongside.identity.principal import Principal
from alongside.schools.models import School
from tests.schools.factories import a_school
from tests.world import World

s = columns(School)


class Caller:
    """Somebody of a tenant who sees no small groups."""

    person_id = credential_id = request_id = proof = None
    unhidden_schools: frozenset[UUID] = frozenset()

    def __init__(self, tenant_id: UUID) -> None:
        self.tenant_id = tenant_id
        self.now = now()


@statement
def _names(filtered: bool) -> Query:
    query = select(s.name).where(s.tenant_id == TENANT)
    return query.where(s.level == a_text("level")) if filtered else query


@statement
def _everything() -> Query:
    """No tenant condition on purpose: only the policy is left."""
    return select(s.name)


def test_the_same_shape_is_the_same_statement() -> None:
    assert _names(True) is _names(True)
    assert _names(True) is not _names(False)


def test_a_missing_value_is_a_programming_error() -> None:
    with pytest.raises(KeyError):
        _names(True).arguments({"tenant_id": None})


def test_literals_keep_their_values() -> None:
    query = Statement(select(literal_column("1")).where(s.level == "high", s.name == a_text("name")))
    assert sorted(query.arguments({"name": "Alder"})) == ["Alder", "high"]


@pytest.mark.parametrize(
    ("zone", "on"),
    [("Pacific/Honolulu", "2020-06-30"), ("America/Chicago", "2020-06-30"), ("Pacific/Guam", "2020-07-01")],
)
async def test_the_day_of_an_instant_is_the_tenant_s(world: World, zone: str, on: str) -> None:
    await world.owner.execute("update tenant set time_zone = $2 where id = $1", world.tenant_id, zone)
    query = Statement(select(day_of(an_instant("at"))))
    at = datetime(2020, 7, 1, 2, tzinfo=UTC)
    async with world.database.transaction(Caller(world.tenant_id)) as tx:
        inside = await tx.value(query, at=at)
    read = await world.database.read(Caller(world.tenant_id)).value(query, at=at)
    assert (inside, read) == (date.fromisoformat(on), date.fromisoformat(on))


def test_the_database_s_zone_is_nobody_s() -> None:
    told = columns(LogEntry)
    for instant in (told.at, func.min(told.at), func.coalesce(told.at, an_instant("at"))):
        with pytest.raises(DayWithoutZone, match="day_of"):
            Statement(select(told.seq).where(cast(instant, Date) == literal_column("'2020-07-01'")))


async def test_row_level_security_alone_keeps_tenants_apart(world: World) -> None:
    """SEC-33 c: without the application's own condition the policy still does."""
    await a_school(world, name="Ours")
    await a_school(world, name="Theirs", tenant=world.stranger_id)
    for tenant, name in ((world.tenant_id, "Ours"), (world.stranger_id, "Theirs")):
        found = await world.database.read(Caller(tenant)).rows(_everything())
        assert [row["name"] for row in found] == [name]


async def test_without_a_tenant_there_are_no_rows(world: World) -> None:
    await a_school(world, name="Ours")
    async with world.database.connection() as connection:
        assert await connection.fetch("select * from school") == []


async def test_a_read_leaves_no_tenant_on_its_connection(world: World) -> None:
    await a_school(world, name="Ours")
    await world.database.read(Caller(world.tenant_id)).rows(_everything())
    async with world.database.connection() as connection:
        assert not await connection.fetchval("select nullif(current_setting('app.tenant_id', true), '')")


async def test_the_tenant_is_set_before_the_query_runs(world: World) -> None:
    """The plan keeps the settings outside and the query inside a nested loop: there is no other order."""
    query = _names(False)
    async with world.database.connection() as connection:
        plan = await connection.fetch(
            "explain (costs off) " + query.scoped().replace("$1::UUID", f"'{world.tenant_id}'::uuid")
            .replace("$2::text", f"'{world.tenant_id}'").replace("$3::text", "''")
        )  # fmt: skip
    lines = [row[0] for row in plan]
    assert lines[0].strip().startswith("Nested Loop")
    caller = next(number for number, line in enumerate(lines) if "CTE Scan on caller" in line)
    school = next(number for number, line in enumerate(lines) if "on school" in line)
    assert caller < school
    assert any("One-Time Filter" in line or "Filter: ((caller" in line for line in lines)


async def test_a_read_refuses_to_write(world: World) -> None:
    from sqlalchemy import delete

    from alongside.core.statements import table

    with pytest.raises(TypeError):
        await world.database.read(Caller(world.tenant_id)).rows(Statement(delete(table(School))))


async def test_settings_do_not_survive_a_transaction(world: World) -> None:
    from alongside.core.errors import Conflict

    async def change_and_fail() -> None:
        async with world.database.transaction(Caller(world.tenant_id)) as tx:
            await tx.rows(_names(False))
            raise Conflict

    with pytest.raises(Conflict):
        await change_and_fail()
    async with world.database.connection() as connection:
        assert await connection.fetchval("select count(*) from school") == 0


async def test_a_total_counts_within_the_tenant(world: World) -> None:
    await a_school(world, name="One")
    await a_school(world, name="Two", tenant=world.stranger_id)
    counted = Statement(select(func.count()).select_from(_subquery()))
    assert await world.database.read(Caller(world.tenant_id)).value(counted) == 1


def _subquery() -> Any:
    return select(s.id).where(s.tenant_id == TENANT).subquery()


def test_principal_is_a_caller() -> None:
    for name in ("tenant_id", "person_id", "credential_id", "request_id", "unhidden_schools", "now", "proof"):
        assert hasattr(Principal, name) or name in Principal.__dataclass_fields__
