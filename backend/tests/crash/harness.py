"""Kills processes in the middle of writes and asks afterwards: is every acknowledged write still there, once?"""

import asyncio
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import asyncpg
import httpx
from alongside_local.postgres import APP, OWNER, LocalPostgres, free_port

from alongside.core.clock import new_id, now
from alongside.identity.credentials import digest, new_access_token

BACKEND = Path(__file__).resolve().parent.parent.parent
WRITERS = 8
SCOPES = ["partners:write", "partners:read", "imports:write", "agreements:record"]


@dataclass
class Ledger:
    """What the API promised, kept outside it: idempotency key → the id it acknowledged."""

    acknowledged: dict[str, str] = field(default_factory=dict)
    unanswered: list[str] = field(default_factory=list)
    """Keys whose writers were told nothing: the next writers try again with the same ones."""
    attempted: int = 0
    contradictions: list[str] = field(default_factory=list)

    def next_key(self) -> str:
        return self.unanswered.pop() if self.unanswered else str(new_id())

    def acknowledge(self, key: str, row_id: str) -> None:
        before = self.acknowledged.setdefault(key, row_id)
        if before != row_id:
            self.contradictions.append(key)


class Installation:
    """A real API on a real PostgreSQL with fsync on, both of which may be killed and started again."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self._settings = settings
        self.postgres = LocalPostgres(folder / "postgres")
        self.api: subprocess.Popen[bytes] | None = None
        self.port = free_port()
        self.tenant = new_id()
        self.token = new_access_token()

    def __enter__(self) -> Self:
        self.postgres.start(self._settings)
        self.postgres.create_database("crash")
        self._run("migrate")
        asyncio.run(self._furnish())
        self.postgres.run_sql("checkpoint")
        self.start_api()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill_api()
        self.postgres.stop()

    def environment(self) -> dict[str, str]:
        return {
            "PATH": "/usr/bin:/bin",
            "DATABASE_URL": self.postgres.dsn(APP, "crash"),
            "MIGRATION_DATABASE_URL": self.postgres.dsn(OWNER, "crash"),
            "ALONGSIDE_LOG_LEVEL": "error",
        }

    def _run(self, *arguments: str) -> None:
        subprocess.run([sys.executable, "-m", "alongside", *arguments], cwd=BACKEND, env=self.environment(), check=True)

    async def _furnish(self) -> None:
        connection = await asyncpg.connect(self.postgres.dsn(OWNER, "crash"))
        await connection.execute(
            "insert into tenant (id, slug, kind, name) values ($1, 'crash', 'district', 'Crash District')", self.tenant
        )
        credential = new_id()
        await connection.execute(
            "insert into api_credential (id, tenant_id, kind, name, prefix, secret_hash, scopes, expires_at) "
            "values ($1, $2, 'client', 'Writer', 'writer', $3, $5, $4)",
            credential, self.tenant, digest("secret"), now().replace(year=now().year + 1, day=1), SCOPES,
        )  # fmt: skip
        await connection.execute(
            "insert into access_token (token_hash, credential_id, scopes, expires_at) "
            "values ($1, $2, $4, $3)",
            digest(self.token), credential, now().replace(year=now().year + 1, day=1), SCOPES,
        )  # fmt: skip
        await connection.close()

    def start_api(self) -> None:
        self.api = subprocess.Popen(
            [sys.executable, "-m", "alongside", "serve", "--port", str(self.port)], cwd=BACKEND, env=self.environment()
        )
        for _ in range(200):
            with suppress(httpx.HTTPError):
                if httpx.get(f"http://127.0.0.1:{self.port}/health/ready", timeout=1).status_code == 200:
                    return
            if self.api.poll() is not None:
                raise RuntimeError("the API ended while starting")
            asyncio.run(asyncio.sleep(0.1))
        raise RuntimeError("the API did not become ready")

    def kill_api(self) -> None:
        if self.api is not None and self.api.poll() is None:
            self.api.send_signal(signal.SIGKILL)
            self.api.wait(timeout=10)

    @contextmanager
    def worker(self, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
        """A real worker, killed at the end unless it was killed before."""
        worker = subprocess.Popen(
            [sys.executable, "-m", "alongside", "worker"], cwd=BACKEND, env=self.environment() | settings
        )
        try:
            yield worker
        finally:
            if worker.poll() is None:
                worker.send_signal(signal.SIGKILL)
            worker.wait(timeout=10)

    def kill_postgres(self) -> None:
        self.postgres.kill()

    def start_postgres(self) -> None:
        self.postgres.start(self._settings)

    async def write(self, ledger: Ledger, seconds: float) -> None:
        """Several writers create partners for a while; each keeps its key until it is acknowledged."""
        ends = asyncio.get_running_loop().time() + seconds
        await asyncio.gather(*(self._writer(ledger, ends) for _ in range(WRITERS)))

    async def _writer(self, ledger: Ledger, ends: float) -> None:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.port}", timeout=3) as http:
            key = ledger.next_key()
            try:
                while asyncio.get_running_loop().time() < ends:
                    if await self.attempt(http, ledger, key):
                        key = ledger.next_key()
                    else:
                        await asyncio.sleep(random.uniform(0.005, 0.05))
            finally:
                if key not in ledger.acknowledged:
                    ledger.unanswered.append(key)

    async def attempt(self, http: httpx.AsyncClient, ledger: Ledger, key: str) -> bool:
        ledger.attempted += 1
        try:
            answer = await http.post(
                "/api/v1/partners",
                json={"name": f"Crash {key}", "legal_name": f"Crash {key}", "org_type": "nonprofit"},
                headers={"Authorization": f"Bearer {self.token}", "Idempotency-Key": key},
            )
        except httpx.HTTPError:
            return False
        if answer.status_code == 201:
            ledger.acknowledge(key, answer.json()["id"])
            return True
        if answer.status_code not in (409, 503):
            raise AssertionError(f"{answer.status_code}: {answer.text}")
        return False

    async def counted(self, sql: str) -> Any:
        """One value, as the district sees it."""
        connection = await asyncpg.connect(self.postgres.dsn(APP, "crash"))
        try:
            async with connection.transaction():
                await connection.execute("select set_config('app.tenant_id', $1, true)", str(self.tenant))
                return await connection.fetchval(sql)
        finally:
            await connection.close()

    async def stored(self) -> dict[str, list[str]]:
        """Idempotency key → ids of the partners it made."""
        connection = await asyncpg.connect(self.postgres.dsn(APP, "crash"))
        try:
            async with connection.transaction():
                await connection.execute("select set_config('app.tenant_id', $1, true)", str(self.tenant))
                rows = await connection.fetch("select id, name from partner")
                logged = await connection.fetchval(
                    "select count(distinct object_id) from log where kind like 'partner.%'"
                )
        finally:
            await connection.close()
        assert logged == len(rows), "every partner has its event and every event its partner"
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(row["name"].removeprefix("Crash "), []).append(str(row["id"]))
        return found


def lost(ledger: Ledger, stored: dict[str, list[str]]) -> list[str]:
    """Acknowledged keys whose partner is not there."""
    return [key for key, row_id in ledger.acknowledged.items() if row_id not in stored.get(key, [])]


def doubled(stored: dict[str, list[str]]) -> list[str]:
    """Keys that made more than one partner."""
    return [key for key, ids in stored.items() if len(ids) > 1]
