"""REL-01, REL-02, API-42: SIGKILL during writes loses no acknowledged write, and a retry makes no second one."""

import asyncio
import os
import random
from pathlib import Path

import pytest

from tests.crash.harness import Installation, Ledger, doubled, lost

KILLS = int(os.environ.get("CRASH_KILLS", "5"))
SECONDS = 1.5

pytestmark = [pytest.mark.crash, pytest.mark.timeout(300), pytest.mark.xdist_group("crash")]


async def _kill_amid_writes(place: Installation, ledger: Ledger, victim: str) -> None:
    writing = asyncio.create_task(place.write(ledger, SECONDS))
    await asyncio.sleep(random.uniform(0.5, 1.2))
    if victim == "api":
        place.kill_api()
    else:
        place.kill_postgres()
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
    # enough to have something to lose, on a busy machine too
    assert len(ledger.acknowledged) > 4 * KILLS
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
