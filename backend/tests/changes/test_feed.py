"""Reading the log in commit order (CF-02): whoever remembers where they were misses nothing."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg

from alongside.changes.queries import START, Position, since
from alongside.core.clock import new_id
from alongside.core.db import Read
from tests.world import World


@asynccontextmanager
async def a_writer(world: World, database_urls: dict[str, str]) -> AsyncIterator[Any]:
    """A connection of its own with an open transaction in the test's tenant."""
    connection = await asyncpg.connect(database_urls["DATABASE_URL"])
    try:
        await connection.execute("begin")
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
        yield connection
    finally:
        await connection.close()


async def write(connection: Any, world: World) -> UUID:
    """One row of the log, whose number is drawn now."""
    record = new_id()
    await connection.execute(
        "insert into log (tenant_id, kind, object_type, object_id, version, changed) "
        "values ($1, 'school.updated', 'school', $2, 1, '{}')",
        world.tenant_id, record,
    )  # fmt: skip
    return record


@dataclass(frozen=True)
class Reader:
    """A caller of the feed: nobody in particular, in one tenant."""

    tenant_id: UUID
    person_id: None = None
    credential_id: None = None
    request_id: None = None
    unhidden_schools: tuple[UUID, ...] = ()
    proof: None = None


def reading(world: World, tenant: UUID | None = None) -> Read:
    return world.database.read(Reader(tenant or world.tenant_id))


async def by_number(world: World, last: int) -> list[tuple[int, UUID]]:
    """The planted fault: a reader that trusts the sequence alone."""
    rows = await world.rows("select seq, object_id from log where seq > $1 order by seq", last)
    return [(row["seq"], row["object_id"]) for row in rows]


async def caught_up(world: World, position: Position, expected: int) -> tuple[list[UUID], Position]:
    """Read until so many rows have come; other tests' transactions may hold the horizon for a moment."""
    found: list[UUID] = []
    for _ in range(200):
        rows, position = await since(reading(world), position)
        found += [row["object_id"] for row in rows]
        if len(found) >= expected:
            break
        await asyncio.sleep(0.05)
    return found, position


async def test_a_slow_transaction_is_not_lost_and_a_reader_by_number_loses_it(
    world: World, database_urls: dict[str, str]
) -> None:
    async with a_writer(world, database_urls) as slow, a_writer(world, database_urls) as quick:
        first = await write(slow, world)
        second = await write(quick, world)
        await quick.execute("commit")
        seen, position = await since(reading(world))
        naive = await by_number(world, 0)
        assert (seen, position) == ([], START)
        assert [record for _, record in naive] == [second]
        await slow.execute("commit")
        assert await by_number(world, naive[-1][0]) == []
        found, position = await caught_up(world, position, 2)
    assert found == [first, second]
    assert await since(reading(world), position) == ([], position)


async def test_rows_come_in_commit_order_within_the_tenant_and_page_by_page(
    world: World, database_urls: dict[str, str]
) -> None:
    written = []
    for _ in range(5):
        async with a_writer(world, database_urls) as writer:
            written += [await write(writer, world), await write(writer, world)]
            await writer.execute("commit")
    await caught_up(world, START, 10)
    walked, position = [], START
    while True:
        rows, following = await since(reading(world), position, limit=3)
        if not rows:
            break
        assert following > position
        walked += [row["object_id"] for row in rows]
        position = following
    assert walked == written
    assert (await since(reading(world, world.stranger_id)))[0] == []


async def test_a_hundred_writers_at_random_and_the_pages_hold_every_row_once(
    world: World, database_urls: dict[str, str]
) -> None:
    dice = random.Random(20200127)
    committed: list[UUID] = []
    open_slots = asyncio.Semaphore(12)

    async def writing(pause: float, keeps: bool) -> None:
        async with open_slots, a_writer(world, database_urls) as writer:
            mine = [await write(writer, world) for _ in range(2)]
            await asyncio.sleep(pause)
            await writer.execute("commit" if keeps else "rollback")
            if keeps:
                committed.extend(mine)

    writers = [asyncio.create_task(writing(dice.random() * 0.03, dice.random() > 0.1)) for _ in range(100)]
    everybody = asyncio.gather(*writers)
    walked: list[UUID] = []
    position = START
    while not everybody.done():
        rows, position = await since(reading(world), position, limit=7)
        walked += [row["object_id"] for row in rows]
        await asyncio.sleep(0.001)
    await everybody
    rest, _ = await caught_up(world, position, len(committed) - len(walked))
    walked += rest
    assert len(walked) == len(set(walked))
    assert set(walked) == set(committed)
