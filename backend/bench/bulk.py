"""Bulk in and out beside COPY: a district's measures file, and the export of every observation."""

import asyncio
import csv
import io
import os
import resource
import statistics
import threading
import time
from pathlib import Path
from typing import Protocol
from uuid import UUID

import asyncpg
import httpx

from alongside.core.clock import new_id
from alongside.core.db import Database
from alongside.core.settings import Settings
from alongside.integrations.exports.selections import OBSERVATIONS
from alongside.integrations.imports.bring import bring
from alongside.integrations.imports.command import CommandLine
from alongside.integrations.imports.service import Wish

SCHOOLS, MEASURES, PERIODS = 5_000, 20, ("2016-2017", "2017-2018", "2018-2019")
VALUES = SCHOOLS * MEASURES
MEGABYTE = 1024 * 1024

_SCHOOLS = """
insert into school (tenant_id, id, name, legal_name, level)
select $1::uuid, gen_random_uuid(), 'School ' || n, 'School ' || n, 'k8' from generate_series(1, $2::int) n"""
_KEYS = """
insert into school_identifier (tenant_id, id, school_id, system, value)
select tenant_id, gen_random_uuid(), id, 'local', replace(name, 'School ', '') from school where tenant_id = $1"""
_MEASURES = """
insert into measure (tenant_id, id, key, name, unit, direction)
select $1::uuid, gen_random_uuid(), 'measure_' || n, 'Measure ' || n, 'percent', 'increase'
from generate_series(1, $2::int) n"""
_BATCH = "insert into observation_batch (tenant_id, id, kind, source) values ($1, $2, 'measures', 'Bench')"
_ROWS = """
select tenant_id, gen_random_uuid() as id, measure_id, school_id, batch_id, period, value, source from (
  select s.tenant_id, m.id as measure_id, s.id as school_id, '{batch}'::uuid as batch_id, '{period}' as period,
         round((random() * 100)::numeric, 1) as value, 'Bench' as source
  from school s join measure m on m.tenant_id = s.tenant_id where s.tenant_id = '{tenant}') made"""
_COLUMNS = "tenant_id, id, measure_id, school_id, batch_id, period, value, source"


class Board(Protocol):
    """Where figures go."""

    tenant: UUID
    cookie: dict[str, str]
    rounds: int

    def floor(self, name: str, value: float, least: float) -> None: ...
    def ceiling(self, name: str, value: float, most: float) -> None: ...


def measure(board: Board, base: str, bare: str, environment: dict[str, str], server: int) -> None:
    """Import into one tenant and COPY into another, export and COPY out; times and memory."""
    os.environ.update(environment)
    asyncio.run(_furnish(bare, board.tenant))
    ratios, grown = asyncio.run(_imports(board, bare))
    board.floor("import / COPY", statistics.median(ratios), 0.5)
    board.ceiling("import memory above base, MB", grown, 16)
    shares, above = _exports(board, base, environment["DATABASE_URL"], server)
    board.floor("export / COPY", statistics.median(shares), 0.8)
    board.ceiling("export memory above base, MB", above, 16)


async def _furnish(bare: str, tenant: UUID) -> None:
    connection = await asyncpg.connect(bare)
    await connection.execute(_SCHOOLS, tenant, SCHOOLS)
    await connection.execute(_KEYS, tenant)
    await connection.execute(_MEASURES, tenant, MEASURES)
    await connection.execute("vacuum analyze")
    await connection.close()


def _file() -> bytes:
    """A wide file as districts publish it: a row a school, a column a measure."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(["School_ID", *(f"M{n}" for n in range(1, MEASURES + 1))])
    for school in range(1, SCHOOLS + 1):
        rows.writerow([school, *(f"{(school * 7 + n * 13) % 1000 / 10}" for n in range(1, MEASURES + 1))])
    return text.getvalue().encode()


def _mapping(period: str) -> bytes:
    columns = "\n".join(f'M{n} = "measure_{n}"' for n in range(1, MEASURES + 1))
    return (
        f'kind = "measures"\nsource = "Bench"\nperiod = "{period}"\nsystem = "local"\nschool = "School_ID"\n'
        f"[values]\n{columns}\n"
    ).encode()


async def _imports(board: Board, bare: str) -> tuple[list[float], float]:
    database = await Database.connect(Settings())
    caller = CommandLine(board.tenant, "America/Chicago")
    connection = await asyncpg.connect(bare)
    content, ratios, grown = _file(), [], 0.0
    for period in PERIODS:
        batch = new_id()
        await connection.execute(_BATCH, board.tenant, batch)
        copied = io.BytesIO()
        made = _ROWS.format(tenant=board.tenant, batch=batch, period=f"copied {period}")
        await connection.copy_from_query(made, output=copied, format="csv")
        copied.seek(0)
        started = time.perf_counter()
        await connection.copy_to_table("observation", source=copied, columns=_COLUMNS.split(", "), format="csv")
        copy = time.perf_counter() - started
        await connection.execute("delete from observation where batch_id = $1", batch)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.perf_counter()
        report = await bring(database, caller, "measures", io.BytesIO(content), _mapping(period), Wish())
        brought = time.perf_counter() - started
        grown = max(grown, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
        assert report.observations is not None
        assert report.observations.created == VALUES
        print(f"  import   {VALUES:,} values in {brought:.2f} s; COPY of the same {copy:.2f} s")
        ratios.append(copy / brought)
    await connection.execute("vacuum analyze observation")
    await connection.close()
    await database.close()
    return ratios, grown


class _Memory(threading.Thread):
    """The resident size of a process and its children, at its highest while it runs."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process, self._ended = process, threading.Event()
        self.base = self.highest = self._now()

    def _now(self) -> float:
        tree, waiting = 0.0, [self._process]
        while waiting:
            one = waiting.pop()
            try:
                resident = Path(f"/proc/{one}/statm").read_text().split()[1]
                waiting += [int(c) for c in Path(f"/proc/{one}/task/{one}/children").read_text().split()]
            except OSError:
                continue
            tree += int(resident) * 4096 / MEGABYTE
        return tree

    def run(self) -> None:
        while not self._ended.wait(0.02):
            self.highest = max(self.highest, self._now())

    def stop(self) -> float:
        self._ended.set()
        self.join()
        return self.highest - self.base


def _exports(board: Board, base: str, app: str, server: int) -> tuple[list[float], float]:
    address = f"{base}/api/v1/exports/observations.csv"
    _download(address, board.cookie)
    memory = _Memory(server)
    memory.start()
    shares = []
    for _ in range(max(board.rounds, 3)):
        copy, expected = asyncio.run(_copy_out(app, board.tenant))
        started = time.perf_counter()
        size = _download(address, board.cookie)
        taken = time.perf_counter() - started
        assert size > expected * 0.9, (size, expected)
        shares.append(copy / taken)
    print(f"  export   {len(PERIODS) * VALUES:,} values, {size / MEGABYTE:.0f} MB")
    return shares, memory.stop()


def _download(address: str, headers: dict[str, str]) -> int:
    size = 0
    with httpx.stream("GET", address, headers={**headers, "Accept-Encoding": "identity"}, timeout=120) as answer:
        answer.raise_for_status()
        for chunk in answer.iter_raw():
            size += len(chunk)
    return size


async def _copy_out(app: str, tenant: UUID) -> tuple[float, int]:
    """The very query, by COPY as the app's role, into nothing."""
    connection = await asyncpg.connect(app)
    size = 0

    async def swallow(chunk: bytes) -> None:
        nonlocal size
        size += len(chunk)

    async with connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(tenant))
        started = time.perf_counter()
        await connection.copy_from_query(OBSERVATIONS, tenant, False, output=swallow, format="csv", header=True)
        taken = time.perf_counter() - started
    await connection.close()
    return taken, size
