"""The queue behind its port: with the caller's transaction or not at all, by key once, again after a failure."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from alongside.core import jobs
from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.settings import Settings
from tests.core.test_statements import Caller
from tests.world import World


class Undone(Exception):
    pass


async def asked(world: World, name: str) -> int:
    async with world.database.connection() as connection:
        count: int = await connection.fetchval("select count(*) from pgqueuer where entrypoint = $1", name)
        return count


async def ask(world: World, name: str, payload: Mapping[str, Any], **options: Any) -> None:
    async with world.database.transaction(Caller(world.tenant_id)) as tx:
        await jobs.enqueue(tx, name, payload, **options)


async def working(settings: Settings, work: Mapping[str, jobs.Handler], done: asyncio.Event) -> None:
    """A worker until something is done."""
    stop = asyncio.Event()
    running = asyncio.create_task(jobs.run(settings.queue_url, work, (), stop))
    try:
        await asyncio.wait_for(done.wait(), timeout=20)
    finally:
        stop.set()
        await running


async def test_a_job_is_there_exactly_when_its_transaction_is(world: World) -> None:
    name = f"test.{new_id()}"

    async def undo(tx: Tx) -> None:
        await jobs.enqueue(tx, name, {"n": 1})
        raise Undone

    with pytest.raises(Undone):
        async with world.database.transaction(Caller(world.tenant_id)) as tx:
            await undo(tx)
    assert await asked(world, name) == 0
    await ask(world, name, {"n": 1})
    assert await asked(world, name) == 1


async def test_a_key_that_waits_is_not_asked_for_twice(world: World) -> None:
    name = f"test.{new_id()}"
    await asyncio.gather(*(ask(world, name, {"n": n}, key=name) for n in range(8)))
    assert await asked(world, name) == 1


async def test_jobs_are_worked_on_once_by_two_workers(app: FastAPI, world: World, test_settings: Settings) -> None:
    name, seen, done = f"test.{new_id()}", [], asyncio.Event()
    for n in range(40):
        await ask(world, name, {"n": n, "tenant": world.tenant_id})

    async def handle(payload: Mapping[str, Any]) -> None:
        assert payload["tenant"] == str(world.tenant_id)
        await asyncio.sleep(0.005)
        seen.append(payload["n"])
        if len(seen) == 40:
            done.set()

    await asyncio.gather(*(working(test_settings, {name: handle}, done) for _ in range(2)))
    assert sorted(seen) == list(range(40))
    assert await asked(world, name) == 0


async def test_a_job_that_fails_is_tried_again_and_says_nothing_of_what_it_held(
    world: World, test_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PRV-05: neither the queue's own log nor ours keeps what an error says."""
    monkeypatch.setattr(jobs, "pause_after", lambda _: timedelta(milliseconds=50))
    name, seen, done = f"test.{new_id()}", [], asyncio.Event()

    async def handle(_: Mapping[str, Any]) -> None:
        seen.append(1)
        if len(seen) < 3:
            raise ValueError("dana@example.org refused")
        done.set()

    await ask(world, name, {})
    await working(test_settings, {name: handle}, done)
    assert await asked(world, name) == 0
    async with world.database.connection() as connection:
        kept = await connection.fetch("select traceback::text as told from pgqueuer_log where entrypoint = $1", name)
    told = [row["told"] for row in kept if row["told"]]
    assert len(told) == 2
    assert all("ValueError" in each and "dana" not in each for each in told)


async def test_what_fails_for_good_is_kept_for_a_person(
    world: World, test_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "ATTEMPTS", 2)
    monkeypatch.setattr(jobs, "pause_after", lambda _: timedelta(milliseconds=50))
    name, seen, done = f"test.{new_id()}", [], asyncio.Event()

    async def handle(_: Mapping[str, Any]) -> None:
        seen.append(1)
        if len(seen) == 2:
            done.set()
        raise ValueError("no")

    await ask(world, name, {})
    await working(test_settings, {name: handle}, done)
    async with world.database.connection() as connection:
        left = await connection.fetch("select status::text, attempts from pgqueuer where entrypoint = $1", name)
    assert [row["status"] for row in left] == ["failed"]
    assert len(seen) == 2


async def test_a_tick_comes_by_the_clock_on_one_of_two_workers(test_settings: Settings) -> None:
    name, seen = f"test.{new_id()}", []

    async def tick() -> None:
        seen.append(1)

    stop = asyncio.Event()
    ticks = [jobs.Tick(name, "* * * * * */2", tick)]
    running = [asyncio.create_task(jobs.run(test_settings.queue_url, {}, ticks, stop)) for _ in range(2)]
    await asyncio.sleep(7)
    stop.set()
    await asyncio.gather(*running)
    assert 2 <= len(seen) <= 4


def test_pauses_grow_and_end_at_half_an_hour() -> None:
    pauses = [jobs.pause_after(attempt) for attempt in range(jobs.ATTEMPTS)]
    assert pauses[:3] == [timedelta(seconds=2), timedelta(seconds=4), timedelta(seconds=8)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == jobs.LONGEST_PAUSE
