"""REL-01, REL-02, REL-08, API-42: SIGKILL during writes loses no acknowledged write, a retry makes no second one, and
the API goes on when Postgres is back."""

import asyncio
import os
import random
from contextlib import suppress
from pathlib import Path

import pytest

from tests.crash.harness import Installation, Ledger, doubled, lost

KILLS = int(os.environ.get("CRASH_KILLS", "5"))
SECONDS = 1.5
LONGEST = 60.0

pytestmark = [pytest.mark.crash, pytest.mark.timeout(300), pytest.mark.xdist_group("crash")]


async def _kill_amid_writes(place: Installation, ledger: Ledger, victim: str) -> None:
    """Kills once there is something to lose, however busy the machine is, and while more is on its way."""
    before = len(ledger.acknowledged)
    writing = asyncio.create_task(place.write(ledger, LONGEST))
    while len(ledger.acknowledged) < before + 5:
        assert not writing.done(), "nothing was acknowledged"
        await asyncio.sleep(0.01)
    await asyncio.sleep(random.uniform(0, 0.7))
    if victim == "api":
        place.kill_api()
    else:
        place.kill_postgres()
    await asyncio.sleep(0.3)
    writing.cancel()
    with suppress(asyncio.CancelledError):
        await writing


def test_no_acknowledged_write_is_lost(tmp_path: Path) -> None:
    ledger = Ledger()
    with Installation(tmp_path, {}) as place:
        for number in range(KILLS):
            victim = "api" if number % 2 == 0 else "postgres"
            asyncio.run(_kill_amid_writes(place, ledger, victim))
            if victim == "api":
                place.start_api()
            else:
                place.start_postgres()
        asyncio.run(place.write(ledger, SECONDS))
        stored = asyncio.run(place.stored())
    assert len(ledger.acknowledged) >= 5 * KILLS
    assert lost(ledger, stored) == []
    assert doubled(stored) == []
    assert ledger.contradictions == []


def test_the_harness_sees_a_loss_when_commits_are_not_awaited(tmp_path: Path) -> None:
    """The negative control: with synchronous_commit off and a lazy WAL writer, the same kill must lose writes."""
    ledger = Ledger()
    careless = {"synchronous_commit": "off", "wal_writer_delay": "10s", "wal_writer_flush_after": "1GB"}
    with Installation(tmp_path, careless) as place:
        asyncio.run(_kill_amid_writes(place, ledger, "postgres"))
        place.start_postgres()
        stored = asyncio.run(place.stored())
    assert lost(ledger, stored) != []
