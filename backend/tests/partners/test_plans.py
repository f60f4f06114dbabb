"""API-34: every filter and order of the lists that are offered is carried by an index, from every standpoint."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import asyncpg
import pytest

from alongside.core.clock import new_id
from alongside.core.statements import Statement
from alongside.identity.principal import Standpoint
from alongside.identity.scopes import Scope
from alongside.partners.queries import directory, programs, question
from alongside.partners.schemas import PartnerFilters, PartnerSort, ProgramFilters, ProgramSort
from alongside.partnerships.queries import Work
from tests.world import World

OWN, OTHERS = 12_000, 12_000
SEVERAL = frozenset(question.several(name) for name in question.SEVERAL)
SORTS_ALL = re.compile(r"Sort Key: (?!area\.|school\.|partnership_before\.)")
"""Not the areas and schools of one row, nor one partnership's history: those are sorted for a page's rows alone."""
STANDPOINTS = [frozenset({each}) for each in (Standpoint.DISTRICT, Standpoint.SCHOOL, Standpoint.PARTNER)]

_PARTNERS = """
insert into partner (tenant_id, id, name, legal_name, normalized_name, org_type, status, submitted_on)
select $1::uuid, gen_random_uuid(), 'Partner ' || md5(n::text), 'P', 'p' || n,
       (array['nonprofit', 'health', 'cultural'])[1 + n % 3], (array['approved', 'submitted', 'inactive'])[1 + n % 3],
       date '2018-07-01' + n % 700
from generate_series(1, $2::int) n"""

_PROGRAMS = """
insert into program (tenant_id, id, partner_id, name, areas, grades, status)
select tenant_id, gen_random_uuid(), id, 'Program ' || name, array['tutoring'], array['3'], 'approved' from partner
where tenant_id = $1"""


def shapes(names: frozenset[str]) -> Iterator[frozenset[str]]:
    """No filter, each alone, and all of them."""
    yield frozenset()
    yield from (frozenset({name}) for name in sorted(names))
    yield names


def filters_of(model: type[PartnerFilters | ProgramFilters]) -> frozenset[str]:
    return frozenset(model.model_fields) - model.paging_fields - {"sort", "effective_on"}


def statements() -> Iterator[tuple[str, Statement]]:
    """Every list that starts after a cursor, as all but the first page of a walk does."""
    for standpoints in STANDPOINTS:
        work = Work(standpoints, frozenset(Scope))
        for given in (*shapes(filters_of(PartnerFilters)), *shapes(SEVERAL)):
            for sort in PartnerSort:
                # a partner's people are told no days of contact, and get the order of names instead
                own = "name" if "contact" in sort and standpoints == {Standpoint.PARTNER} else sort
                yield f"partners {sorted(given)} {own}", directory._page(standpoints, given, sort, True, work)
        for given in shapes(filters_of(ProgramFilters)):
            for order in ProgramSort:
                yield f"programs {sorted(given)} {order}", programs._page(standpoints, given, order, True)


@pytest.fixture
async def crowded(world: World) -> World:
    """The test's tenant with a thousand partners among several thousand of others, as Postgres knows them."""
    for tenant, count in ((world.tenant_id, OWN), (world.stranger_id, OTHERS)):
        async with world.database.connection() as connection, connection.transaction():
            # a busy machine takes longer over thousands of rows than any request may
            await connection.execute("set local statement_timeout = '60s'")
            await connection.execute("select set_config('app.tenant_id', $1, true)", str(tenant))
            await connection.execute(_PARTNERS, tenant, count, timeout=60)
            await connection.execute(_PROGRAMS, tenant, timeout=60)
    await world.owner.execute("analyze partner, program")
    return world


async def plan(connection: asyncpg.Connection, sql: str, arguments: list[Any]) -> str:
    return "\n".join(row[0] for row in await connection.fetch("explain (costs off) " + sql, *arguments))


async def test_no_list_reads_a_whole_tenant_to_put_it_in_order(crowded: World) -> None:
    values = {
        "tenant_id": crowded.tenant_id, "today": date(2020, 1, 27), "limit": 6, "q": "a", "area": "tutoring",
        **{name: ["a", "b"] for name in SEVERAL},
        "grade": "3", "language": "es", "weekday": "monday", "approved": True,
        "org_type": "health", "status": "approved", "school": new_id(), "partner": new_id(),
        "my_partners": [new_id()], "after_id": new_id(), "after_key": "Partner 3",
        "day": date(2020, 1, 27), "window": 90, "led_schools": [new_id()], "all_partner_schools": True,
        "partner_schools": [new_id()], "me": new_id(),
    }  # fmt: skip
    keys = {
        PartnerSort.UPDATED: await crowded.owner.fetchval("select now()"), PartnerSort.CONTACT: date(2019, 11, 4)
    }  # fmt: skip
    reading = []
    async with crowded.database.connection() as connection, connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(crowded.tenant_id))
        for name, statement in statements():
            key = keys.get(name.rpartition(" ")[2].removeprefix("-"), values["after_key"])
            shown = await plan(connection, statement.sql, statement.arguments({**values, "after_key": key}))
            # a school's partners are few: they are looked up by id, then put in order
            if "'school'" not in name and SORTS_ALL.search(shown):
                reading.append(f"{name}\n{shown}")
        # the detector detects
        assert SORTS_ALL.search(await plan(connection, "select id from partner order by mission, id limit $1", [51]))
    assert not reading, f"{len(reading)}: {reading[0]}"
