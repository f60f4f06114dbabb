"""`make bench`: one run, one machine, alternating rounds; prints ratios and fails when a floor is missed.

Alongside as it is shipped (sign-in, row-level security, log) beside the bare reference and beside the usual way.
"""

import argparse
import asyncio
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import asyncpg
import httpx
from alongside_local.postgres import APP, OWNER, SUPERUSER, LocalPostgres, free_port

from alongside.core.paging import Cursors
from alongside.identity.requires import COOKIE
from alongside.partners.schemas import PartnerFilters
from bench import agreements, bulk, load, seed

BACKEND = Path(__file__).resolve().parent.parent
ROUNDS, SECONDS, WORKERS = 5, 3.0, 2
SECRET = "a bench's secret key of more than thirty-two characters"
ORIGIN = "http://127.0.0.1"


@dataclass(frozen=True, slots=True)
class Systems:
    """Base addresses of the three servers."""

    product: str
    reference: str
    usual: str


@contextmanager
def server(
    arguments: list[str], port: int, environment: dict[str, str], path: str
) -> Iterator["subprocess.Popen[bytes]"]:
    """One server in a process of its own, ended by its id."""
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments], cwd=BACKEND, env={**os.environ, **environment}, start_new_session=True
    )
    try:
        for _ in range(150):
            try:
                httpx.get(f"http://127.0.0.1:{port}{path}", timeout=1)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def uvicorn(app: str, port: int) -> list[str]:
    """The same server options for every system."""
    return ["uvicorn", app, "--port", str(port), "--workers", str(WORKERS), "--loop", "uvloop", "--http", "httptools",
            "--no-access-log", "--log-level", "warning"]  # fmt: skip


def alternate(runs: dict[str, Callable[[], load.Measured]], rounds: int) -> dict[str, list[load.Measured]]:
    """Each system once a round, so that a noisy minute hits all of them; a first round warms and does not count."""
    found: dict[str, list[load.Measured]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, run in runs.items():
            measured = run()
            if measured.failed:
                raise RuntimeError(f"{name} answered {measured.failed} times with an error")
            if number:
                found[name].append(measured)
    return found


def ratio(found: dict[str, list[load.Measured]], of: str, to: str) -> float:
    """Median over the rounds of the ratio within a round."""
    return statistics.median(a.rps / b.rps for a, b in zip(found[of], found[to], strict=True))


class Bench:
    """The measured runs and what they must reach."""

    def __init__(self, systems: Systems, tenant: UUID, cookie: str, ids: list[str], deep: tuple[str, str], rounds: int):
        self.systems, self.tenant, self.ids, self.rounds = systems, tenant, ids, rounds
        self.cookie = {"Cookie": f"{COOKIE}={cookie}"}
        self.json = {**self.cookie, "Content-Type": "application/json", "Origin": ORIGIN}
        self.deep = deep
        self.lines: list[tuple[str, float, str, float]] = []

    def floor(self, name: str, value: float, least: float) -> None:
        self.lines.append((name, value, ">=", least))

    def ceiling(self, name: str, value: float, most: float) -> None:
        self.lines.append((name, value, "<=", most))

    def _run(self, script: str, base: str, seconds: float = SECONDS) -> Callable[[], load.Measured]:
        return lambda: load.run(script, base, seconds=seconds)

    def show(self, operation: str, found: dict[str, list[load.Measured]]) -> None:
        for name, rounds in found.items():
            print(
                f"  {operation:8} {name:10} {statistics.median(one.rps for one in rounds):8.0f} rps   "
                f"p50 {statistics.median(one.p50 for one in rounds):6.1f} ms   "
                f"p99 {statistics.median(one.p99 for one in rounds):6.1f} ms"
            )

    def reads(self) -> None:
        s = self.systems
        product = "/api/v1/partners"
        lists = alternate(
            {
                "alongside": self._run(load.get(self.cookie, [product]), s.product),
                "bare": self._run(load.get({}, ["/partners"]), s.reference),
                "usual": self._run(load.get(self.cookie, ["/partners"]), s.usual),
            },
            self.rounds,
        )
        self.show("list", lists)
        self.floor("list / bare", ratio(lists, "alongside", "bare"), 0.65)
        some = self.ids[:200]
        gets = alternate(
            {
                "alongside": self._run(load.get(self.cookie, [f"{product}/{row}" for row in some]), s.product),
                "bare": self._run(load.get({}, [f"/partners/{row}" for row in some]), s.reference),
                "usual": self._run(load.get(self.cookie, [f"/partners/{row}" for row in some]), s.usual),
            },
            self.rounds,
        )
        self.show("get", gets)
        self.floor("get / bare", ratio(gets, "alongside", "bare"), 0.5)
        pages = alternate(
            {
                "first": self._run(load.get(self.cookie, [product]), s.product),
                "deep": self._run(load.get(self.cookie, [f"{product}?cursor={self.deep[0]}"]), s.product),
            },
            self.rounds,
        )
        self.show("page", pages)
        slower = statistics.median(d.p50 / f.p50 for d, f in zip(pages["deep"], pages["first"], strict=True))
        self.ceiling("deep page p50 / first page p50", slower, 1.2)

    def writes(self) -> None:
        s = self.systems
        body = json.dumps({"name": "Bench %N%", "legal_name": "Bench %N%", "org_type": "nonprofit", "mission": "To be"})
        post = {
            "alongside": self._run(load.write("POST", self.json, ["/api/v1/partners"], body), s.product),
            "bare": self._run(load.write("POST", self.json, ["/partners"], body), s.reference),
            "usual": self._run(load.write("POST", self.json, ["/partners"], body), s.usual),
        }
        creates = alternate(post, self.rounds)
        self.show("create", creates)
        self.floor("create / usual", ratio(creates, "alongside", "usual"), 2.0)
        change = json.dumps({"mission": "Mission %N%"})
        some = self.ids[200:2200]
        patch = {
            "alongside": self._run(
                load.write(
                    "PATCH", {**self.json, "If-Match": "*"}, [f"/api/v1/partners/{row}" for row in some], change
                ),
                s.product,
            ),
            "bare": self._run(
                load.write("PATCH", self.json, [f"/partners/{row}" for row in some], change), s.reference
            ),
            "usual": self._run(load.write("PATCH", self.json, [f"/partners/{row}" for row in some], change), s.usual),
        }
        updates = alternate(patch, self.rounds)
        self.show("update", updates)
        self.floor("update / usual", ratio(updates, "alongside", "usual"), 2.0)

    def verdict(self) -> bool:
        """Print every figure beside its floor; whether all are reached."""
        print("\n  figure                                         measured      goal")
        missed = False
        for name, value, sign, goal in self.lines:
            reached = value >= goal if sign == ">=" else value <= goal
            missed = missed or not reached
            print(f"  {name:46} {value:8.2f}   {sign} {goal:<6g} {'' if reached else '  MISSED'}")
        return not missed


async def look_around(dsn: str, tenant: UUID, secret: str) -> tuple[list[str], tuple[str, str]]:
    """Some ids of the tenant, and the cursor of a page at 99 % of its list."""
    connection = await asyncpg.connect(dsn)
    try:
        ids = [
            str(row[0])
            for row in await connection.fetch("select id from partner where tenant_id = $1 limit 2200", tenant)
        ]
        row = await connection.fetchrow(
            "select name, id from partner where tenant_id = $1 order by name, id offset "
            "(select count(*) * 99 / 100 from partner where tenant_id = $1) limit 1", tenant,
        )  # fmt: skip
    finally:
        await connection.close()
    assert row is not None
    context = b"\0".join((b"partners", str(tenant).encode(), PartnerFilters().fingerprint()))
    return ids, (Cursors(secret).encode(row["name"], row["id"], context), row["name"])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--partners", type=int, default=seed.PARTNERS)
    options.add_argument("--agreements-only", action="store_true", help="measure the lists of agreements alone")
    asked = options.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="alongside-bench-")))
        postgres = LocalPostgres(folder / "postgres")
        postgres.start({"shared_buffers": "512MB", "max_connections": "100"})
        stack.callback(postgres.stop)
        postgres.create_database("bench")
        app, owner, bare = (postgres.dsn(role, "bench") for role in (APP, OWNER, SUPERUSER))
        environment = {
            "DATABASE_URL": app, "MIGRATION_DATABASE_URL": owner, "ALONGSIDE_LOG_LEVEL": "error",
            "ALONGSIDE_SECRET_KEY": SECRET, "ALONGSIDE_ALLOWED_ORIGINS": ORIGIN,
        }  # fmt: skip
        subprocess.run(
            [sys.executable, "-m", "alongside", "migrate"], cwd=BACKEND, env={**os.environ, **environment}, check=True
        )
        print(f"Seeding {asked.partners:,} partners in {seed.TENANTS} tenants")
        tenant, cookie, _person = asyncio.run(seed.fill(owner, asked.partners))
        ids, deep = asyncio.run(look_around(bare, tenant, SECRET))
        ports = [free_port() for _ in range(3)]
        serve = ["alongside", "serve", "--port", str(ports[0]), "--workers", str(WORKERS)]
        product = stack.enter_context(server(serve, ports[0], environment, "/health/ready"))
        stack.enter_context(
            server(
                uvicorn("bench.reference:app", ports[1]), ports[1],
                {"BENCH_URL": bare, "BENCH_TENANT": str(tenant)}, "/partners",
            )
        )  # fmt: skip
        stack.enter_context(
            server(
                uvicorn("bench.usual:app", ports[2]), ports[2],
                {"BENCH_APP_URL": app.replace("postgresql://", "postgresql+asyncpg://")}, "/docs",
            )
        )  # fmt: skip
        systems = Systems(*(f"http://127.0.0.1:{port}" for port in ports))
        print(f"{os.cpu_count()} cores, {WORKERS} workers each, wrk -c16, {asked.rounds} rounds of {SECONDS:g} s each")
        bench = Bench(systems, tenant, cookie, ids, deep, asked.rounds)
        if not asked.agreements_only:
            bench.reads()
            bench.writes()
            bulk.measure(bench, systems.product, bare, environment, product.pid)
        agreements.measure(bench, systems.product, owner)
        reached = bench.verdict()
    sys.exit(0 if reached else 1)


main()
