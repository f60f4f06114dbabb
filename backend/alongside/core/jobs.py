"""Jobs that outlive the process that asked for them: the one file that knows which queue holds them (PgQueuer).

A job is a name and a payload. It is enqueued in the transaction of whoever asks for it, so it exists exactly when
what it is about was committed. Its handler may run more than once (a killed worker's jobs are taken up by another)
and must be written so that the second run finds nothing left to do.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any, Final

import asyncpg
import orjson
from pgqueuer import PgQueuer
from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver
from pgqueuer.adapters.persistence.qb import QueryQueueBuilder
from pgqueuer.domain.errors import FailingListenerError, RetryRequested
from pgqueuer.domain.models import Job, Schedule

from .db import UNREACHABLE, Tx
from .errors import Unavailable
from .logging import log

Handler = Callable[[Mapping[str, Any]], Awaitable[None]]

ATTEMPTS: Final = 60
"""So often a job is tried, with growing pauses (a day in all); then it is kept as failed, for a person."""

HEARTBEAT: Final = timedelta(seconds=30)
"""A job whose worker has been silent for this long is taken up by another (REL-16 asks for 60 s)."""

LONGEST_PAUSE: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Tick:
    """What happens by the clock, on one worker however many there are: `expression` is cron's, seconds last."""

    name: str
    expression: str
    run: Callable[[], Awaitable[None]]


class GaveUp(Exception):
    """A job failed for the last time; the log has said each time how."""


async def enqueue(
    tx: Tx, name: str, payload: Mapping[str, Any], *, key: str | None = None, after: timedelta = timedelta(0)
) -> None:
    """Ask for a job in this transaction: it is there when the transaction is. With a `key` that is waiting or
    being worked on already nothing is added."""
    body = orjson.dumps(dict(payload), default=str)
    await tx.connection.fetch(_enqueuing(), [0], [name], [body], [after], [key], [None])


@lru_cache
def _enqueuing() -> str:
    return QueryQueueBuilder().build_enqueue_query("skip")


def pause_after(attempts: int) -> timedelta:
    """How long a failed job waits for its next try: 2, 4, 8 … seconds, half an hour at most."""
    return min(timedelta(seconds=2 ** min(attempts + 1, 20)), LONGEST_PAUSE)


async def run(address: str, work: Mapping[str, Handler], ticks: Sequence[Tick], stop: asyncio.Event) -> None:
    """Work until `stop`; what is running then is finished. Survives Postgres being away.

    `address` leads to Postgres itself, not to a transaction pooler: the worker listens for new jobs.
    """
    while not stop.is_set():
        try:
            await _work(address, work, ticks, stop)
        except (*UNREACHABLE, asyncpg.InterfaceError, FailingListenerError):
            log.warning("database away")
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), timeout=2)


async def _work(address: str, work: Mapping[str, Handler], ticks: Sequence[Tick], stop: asyncio.Event) -> None:
    connection = await asyncpg.connect(
        address,
        timeout=10,
        command_timeout=30,
        server_settings={"application_name": "alongside-queue", "timezone": "UTC", "jit": "off"},
    )
    queue = PgQueuer(AsyncpgDriver(connection))
    for name, handler in work.items():
        queue.entrypoint(name, on_failure="hold", accepts_context=False)(_guarded(name, handler))
    for tick in ticks:
        queue.schedule(tick.name, tick.expression)(_told(tick))
    stopping = asyncio.create_task(_hand_on(stop, queue.shutdown))
    try:
        await queue.run(
            dequeue_timeout=timedelta(seconds=5),
            batch_size=4,
            max_concurrent_tasks=8,
            heartbeat_timeout=HEARTBEAT,
            shutdown_on_listener_failure=True,
        )
    finally:
        stopping.cancel()
        with suppress(*UNREACHABLE, asyncpg.InterfaceError):
            await connection.close(timeout=5)


async def _hand_on(stop: asyncio.Event, shutdown: asyncio.Event) -> None:
    await stop.wait()
    shutdown.set()


def _guarded(name: str, handler: Handler) -> Callable[[Job], Awaitable[None]]:
    """The handler, with what it raises turned into another try; only the kind of an error is ever written down."""

    async def attempt(job: Job) -> None:
        try:
            await handler(orjson.loads(job.payload or b"{}"))
        except Exception as error:
            cause = type(error).__name__
            log.warning("job failed", job=name, error=cause, count=job.attempts + 1)
            if job.attempts + 1 >= ATTEMPTS:
                raise GaveUp(name) from None
            raise RetryRequested(delay=pause_after(job.attempts), reason=cause) from None

    return attempt


def _told(tick: Tick) -> Callable[[Schedule], Awaitable[None]]:
    """The tick, with its failure logged by kind; the next one comes by the clock."""

    async def once(_schedule: Schedule) -> None:
        try:
            await tick.run()
        except Unavailable:
            log.warning("database away")
        except Exception as error:
            log.warning("job failed", job=tick.name, error=type(error).__name__)

    return once
