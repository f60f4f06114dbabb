"""REL-16: a worker killed amid a spreadsheet's commit leaves nothing half written, and another one writes it once."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.crash.harness import Installation
from tests.spreadsheets.factories import URL, csv_of

pytestmark = [pytest.mark.crash, pytest.mark.timeout(300), pytest.mark.xdist_group("crash")]

PARTNERS = 400
KILLS = max(2, int(os.environ.get("CRASH_KILLS", "5")) // 2)
PICKED_UP_WITHIN = 60
"""Seconds after its worker's death until another worker has a job (REL-16)."""
LEFT = "select count(*) from pgqueuer where entrypoint = 'spreadsheets.work'"


@asynccontextmanager
async def an_office(place: Installation) -> AsyncIterator[httpx.AsyncClient]:
    headers = {"Authorization": f"Bearer {place.token}"}
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{place.port}", headers=headers, timeout=60) as http:
        yield http


async def checked(http: httpx.AsyncClient) -> str:
    """The address of a file of many partners that waits for its commit."""
    rows = [(f"Partner number {place}", f"12-{3456000 + place}", "Studio") for place in range(PARTNERS)]
    content = csv_of(("Partner", "EIN", "Program"), *rows)
    sent = await http.post(URL, files={"file": ("partners.csv", content, "text/csv")})
    assert sent.status_code == 201, sent.text
    address = f"{URL}/{sent.json()['id']}"
    found = await http.post(f"{address}/check")
    assert (found.status_code, found.json()["stage"]) == (200, "checked"), found.text
    assert found.json()["outcome"]["counts"]["partners"]["new"] == PARTNERS
    return address


async def until(http: httpx.AsyncClient, address: str, seconds: float, written: int | None) -> dict[str, Any]:
    """The spreadsheet, once so many organizations are written or, with none named, once it is committed."""
    ends = time.monotonic() + seconds
    while True:
        answer = await http.get(address)
        sheet: dict[str, Any] = answer.json()
        if sheet["stage"] == "committed" or (written is not None and sheet["work"]["done"] >= written):
            return sheet
        assert time.monotonic() < ends, sheet["work"]
        await asyncio.sleep(0.02)


async def work_of(http: httpx.AsyncClient, address: str) -> dict[str, Any]:
    work: dict[str, Any] = (await http.get(address)).json()["work"]
    return work


async def kill_amid_commit(place: Installation) -> list[float]:
    """Kills a worker at several depths of one commit and lets the last go on; how long each waited for its next."""
    waited: list[float] = []
    async with an_office(place) as http:
        address = await checked(http)
        asked = await http.post(f"{address}/commit")
        assert (asked.status_code, asked.json()["work"]["move"]) == (202, "commit"), asked.text
        reached, died = PARTNERS, time.monotonic()
        for kill in range(KILLS):
            with place.worker() as worker:
                # the count of the worker before stands until the next one begins anew
                while (await work_of(http, address))["done"] >= reached:
                    assert time.monotonic() < died + 2 * PICKED_UP_WITHIN, "nobody took over"
                    await asyncio.sleep(0.02)
                if kill:
                    waited.append(time.monotonic() - died)
                reached = PARTNERS * (kill + 1) // (KILLS + 2)
                sheet = await until(http, address, 2 * PICKED_UP_WITHIN, reached)
                worker.send_signal(signal.SIGKILL)
                worker.wait(timeout=10)
                died = time.monotonic()
            assert sheet["stage"] == "checked", "the kill came too late to be one"
            partners = await http.get("/api/v1/partners")
            assert partners.status_code == 200, partners.text
            assert partners.json()["items"] == [], "something of a commit that did not end is there"
        with place.worker():
            await until(http, address, 3 * PICKED_UP_WITHIN, None)
            # a job is struck off a moment after what it did is committed
            ended = time.monotonic()
            while await place.counted(LEFT):
                assert time.monotonic() < ended + PICKED_UP_WITHIN, "the job is done and still waits"
                await asyncio.sleep(0.1)
    return waited


def test_a_killed_commit_is_written_whole_and_once_by_the_next_worker(tmp_path: Path) -> None:
    with Installation(tmp_path, {}) as place:
        waited = asyncio.run(kill_amid_commit(place))
        held = asyncio.run(place.counted("select count(*) from partner"))
        names = asyncio.run(place.counted("select count(distinct name) from partner"))
        programs = asyncio.run(place.counted("select count(*) from program"))
        logged = asyncio.run(place.counted("select count(*) from log where kind = 'partner.registered'"))
        ended = asyncio.run(place.counted("select count(*) from log where kind = 'spreadsheet.committed'"))
    assert (held, names, programs, logged, ended) == (PARTNERS, PARTNERS, PARTNERS, PARTNERS, 1)
    assert len(waited) == KILLS - 1
    assert max(waited) < PICKED_UP_WITHIN, waited
