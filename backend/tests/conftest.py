"""One PostgreSQL a run, one database a worker (cloned from a migrated template), one tenant a test.

Tests commit: every test makes its own tenant and a stranger's, and row-level security keeps them apart.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import asyncpg
import pytest
from alongside_local.postgres import APP, OWNER, SUPERUSER, LocalPostgres
from fastapi import FastAPI

from alongside.app import create_app
from alongside.core import clock
from alongside.core.db import Database
from alongside.core.settings import Settings
from tests.world import World, new_world

BACKEND = Path(__file__).resolve().parent.parent
TEMPLATE = "template_alongside"
ORIGIN = "https://testserver"


class Server:
    """The run's PostgreSQL: started by whoever runs first, handed to the workers by address."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="alongside-tests-", ignore_cleanup_errors=True)
        self._postgres = LocalPostgres(Path(self._folder.name) / "postgres")
        self._postgres.start({"fsync": "off", "max_connections": "200", "shared_buffers": "256MB"})
        self._postgres.create_database(TEMPLATE)
        self.addresses = {
            "app": self._postgres.dsn(APP, "{database}"),
            "owner": self._postgres.dsn(OWNER, "{database}"),
            "superuser": self._postgres.dsn(SUPERUSER, "{database}"),
        }
        subprocess.run(
            [sys.executable, "-m", "alongside", "migrate"],
            cwd=BACKEND,
            check=True,
            env={**os.environ, **environment(self.addresses, TEMPLATE)},
        )

    def stop(self) -> None:
        self._postgres.stop()
        self._folder.cleanup()


def environment(addresses: dict[str, str], database: str) -> dict[str, str]:
    """What a process needs to use one database."""
    return {
        "DATABASE_URL": address(addresses["app"], database),
        "MIGRATION_DATABASE_URL": address(addresses["owner"], database),
    }


def address(pattern: str, database: str) -> str:
    """Fill the database's name in; the local server writes the braces percent-encoded."""
    return pattern.replace("{database}", database).replace("%7Bdatabase%7D", database)


_SERVER: Server | None = None


def _server() -> Server:
    global _SERVER
    if _SERVER is None:
        _SERVER = Server()
    return _SERVER


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:  # type: ignore[no-untyped-def]
    """Under xdist the controller starts the server once and tells each worker where it is."""
    node.workerinput["addresses"] = _server().addresses


def pytest_unconfigure(config: pytest.Config) -> None:
    if _SERVER is not None:
        _SERVER.stop()


def _until_evening() -> float:
    """Seconds from now to eight in the evening of this day in the tests' district."""
    there = datetime.now(ZoneInfo("America/Chicago"))
    return (there.replace(hour=20, minute=0, second=0, microsecond=0) - there).total_seconds()


@pytest.fixture(scope="session", autouse=True)
def evening() -> Iterator[None]:
    """It is evening in the tests' district and tomorrow in UTC: whoever takes the one's day for the other's fails
    in every run, not in those after midnight."""
    later = timedelta(seconds=_until_evening())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: datetime.now(UTC) + later)
        yield


@pytest.fixture(scope="session")
def addresses(request: pytest.FixtureRequest) -> dict[str, str]:
    """Addresses with `{database}` to fill in, of the app's role and the owner's."""
    given = getattr(request.config, "workerinput", None)
    return dict(given["addresses"] if given else _server().addresses)


@pytest.fixture(scope="session")
def database_urls(addresses: dict[str, str], worker_id: str) -> dict[str, str]:
    """This worker's own database, cloned from the template in a blink."""
    return clone(addresses, f"worker_{worker_id}")


def clone(addresses: dict[str, str], name: str) -> dict[str, str]:
    """A fresh copy of the migrated template under `name`; its environment."""
    import asyncio

    async def create() -> None:
        connection = await asyncpg.connect(address(addresses["superuser"], "postgres"))
        try:
            await connection.execute(f'create database "{name}" template {TEMPLATE} owner {OWNER} strategy file_copy')
        finally:
            await connection.close()

    asyncio.run(create())
    return environment(addresses, name)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def test_settings(database_urls: dict[str, str]) -> Iterator[Settings]:
    """Cheap password hashing and the tests' own origin; everything else as in production."""
    own = {
        **database_urls,
        "ALONGSIDE_ENVIRONMENT": "test",
        "ALONGSIDE_ALLOWED_ORIGINS": ORIGIN,
        "ALONGSIDE_ARGON2_MEMORY_KIB": "64",
        "ALONGSIDE_LOG_LEVEL": "error",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in own.items():
            patch.setenv(name, value)
        yield Settings()


@pytest.fixture(scope="session")
async def app(test_settings: Settings) -> AsyncIterator[FastAPI]:
    """The real application on the worker's database."""
    application = create_app(test_settings)
    application.state.database = await Database.connect(test_settings)
    application.state.is_draining = False
    yield application
    await application.state.database.close()


@pytest.fixture(scope="session")
async def owner(database_urls: dict[str, str]) -> AsyncIterator[asyncpg.Connection]:
    """A connection as the owner, for what the app's role may not do (making tenants)."""
    connection = await asyncpg.connect(database_urls["MIGRATION_DATABASE_URL"])
    yield connection
    await connection.close()


@pytest.fixture
async def world(app: FastAPI, owner: asyncpg.Connection) -> AsyncIterator[World]:
    """A tenant and a stranger's, with ways to make people and sign them in."""
    made = await new_world(app, owner)
    yield made
    await made.close()
