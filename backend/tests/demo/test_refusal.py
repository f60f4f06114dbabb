"""Production does not start with weak secrets, without TLS, or on a database with the demonstration in it."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from secrets import token_urlsafe

import asyncpg
import httpx
import pytest
from pydantic import SecretStr, ValidationError

from alongside.app import create_app
from alongside.core.clock import new_id
from alongside.core.db import Database
from alongside.core.settings import Settings, is_for_tls
from alongside.demo.content.sign_ins import CLIENT_ID
from alongside.demo.refusal import DemonstrationHere, check_before_start, refuse_demonstration
from tests.conftest import clone
from tests.demo.scene import Demonstration

BACKEND = Path(__file__).resolve().parent.parent.parent
SAFE = {"ALONGSIDE_SECRET_KEY": token_urlsafe(48), "ALONGSIDE_ALLOWED_ORIGINS": "https://alongside.example.org"}

pytestmark = pytest.mark.timeout(300)


def start(command: str, urls: dict[str, str], **settings: str) -> subprocess.Popen[str]:
    """`alongside serve` or `worker` as an administrator starts it, in production."""
    environment = {**os.environ, "DATABASE_URL": urls["DATABASE_URL"], **SAFE, **settings}
    environment.pop("ALONGSIDE_ENVIRONMENT", None)
    environment = {"ALONGSIDE_ENV": "production", **environment}
    port = ["--port", str(free_port())] if command == "serve" else []
    return subprocess.Popen(
        [sys.executable, "-m", "alongside", command, *port], cwd=BACKEND, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def refused(process: subprocess.Popen[str]) -> str:
    _, said = process.communicate(timeout=60)
    assert process.returncode == 2, said
    assert "Traceback" not in said
    return said


@pytest.fixture(scope="module")
def empty(addresses: dict[str, str], worker_id: str) -> dict[str, str]:
    """A migrated database with nothing in it."""
    return clone(addresses, f"production_{worker_id}")


@pytest.mark.parametrize("command", ["serve", "worker"])
async def test_it_does_not_start_on_the_demonstration(demonstration: Demonstration, command: str) -> None:
    urls = {"DATABASE_URL": demonstration.settings.database_url.get_secret_value()}
    said = await asyncio.to_thread(refused, start(command, urls))
    assert "holds the demonstration" in said
    assert "sign-ins" in said
    assert "API clients" in said


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"ALONGSIDE_SECRET_KEY": "development"}, "ALONGSIDE_SECRET_KEY"),
        ({"ALONGSIDE_SECRET_KEY": "a" * 40}, "ALONGSIDE_SECRET_KEY"),
        ({"ALONGSIDE_SECRET_KEY": token_urlsafe(16)}, "ALONGSIDE_SECRET_KEY"),
        ({"ALONGSIDE_ALLOWED_ORIGINS": "https://a.example.org,http://a.example.org"}, "ALONGSIDE_ALLOWED_ORIGINS"),
        ({"DATABASE_URL": "postgresql://alongside_app:alongside_app@127.0.0.1:1/alongside"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgresql://alongside_app:Change-Me@127.0.0.1:1/alongside"}, "DATABASE_URL"),
        ({"ALONGSIDE_ENV": "staging"}, "ALONGSIDE_ENV"),
    ],
    ids=["known key", "one letter", "short key", "no TLS", "password is the name", "known password", "unknown word"],
)  # fmt: skip
def test_it_does_not_start_with_unsafe_settings(empty: dict[str, str], settings: dict[str, str], words: str) -> None:
    said = refused(start("serve", empty, **settings))
    assert words in said
    assert not any(value in said for value in settings.values())


@pytest.mark.parametrize("name", ["ALONGSIDE_ENV", "ALONGSIDE_ENVIRONMENT"])
def test_either_name_makes_it_production(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALONGSIDE_ENVIRONMENT", raising=False)
    monkeypatch.setenv("ALONGSIDE_SECRET_KEY", "development")
    monkeypatch.setenv(name, "production")
    with pytest.raises(ValidationError, match="ALONGSIDE_SECRET_KEY"):
        Settings()


def test_it_starts_and_serves_when_all_is_well(empty: dict[str, str]) -> None:
    """The control: the same command, with nothing to refuse."""
    process = start("serve", empty)
    port = str(process.args[-1])  # type: ignore[index]
    try:
        is_ready, until = False, time.monotonic() + 60
        while not is_ready and time.monotonic() < until and process.poll() is None:
            try:
                is_ready = httpx.get(f"http://127.0.0.1:{port}/health/ready", trust_env=False).is_success
            except httpx.TransportError:
                time.sleep(0.1)
        assert is_ready
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)


@pytest.mark.parametrize("left", ["district", "sign-in", "machine"])
async def test_a_remainder_of_the_demonstration_is_enough(addresses: dict[str, str], worker_id: str, left: str) -> None:
    urls = await asyncio.to_thread(clone, addresses, f"left_{left}_{worker_id}")
    owner = await asyncpg.connect(urls["MIGRATION_DATABASE_URL"])
    try:
        await refuse_demonstration(owner)
        district = await owner.fetchval(
            "insert into tenant (id, slug, kind, name, is_demonstration) values ($1, 'd', 'district', 'D', $2) "
            "returning id",
            new_id(), left == "district",
        )  # fmt: skip
        if left == "sign-in":
            await owner.execute(
                "insert into person (id, email, name) values ($1, 'District@demo.example.org', 'R')", new_id()
            )
        if left == "machine":
            await owner.execute(
                "insert into api_credential (id, tenant_id, kind, name, prefix, secret_hash, expires_at) "
                "values ($1, $2, 'client', 'M', $3, 'x', now())",
                new_id(), district, CLIENT_ID,
            )  # fmt: skip
        with pytest.raises(DemonstrationHere, match="1 "):
            await refuse_demonstration(owner)
    finally:
        await owner.close()


async def test_what_comes_back_is_looked_at_before_it_is_ready(demonstration: Demonstration) -> None:
    """A database that was away at the start is no way around: the probe that sends traffic stays 503."""
    production = demonstration.settings.model_copy(update={"environment": "production"})
    away = production.model_copy(update={"database_url": SecretStr("postgresql://a:b@127.0.0.1:1/none")})
    await check_before_start(away)
    app = create_app(production)
    app.state.database = await Database.connect(production)
    app.state.is_draining = False
    try:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="https://testserver") as http:
            assert (await http.get("/health/ready")).status_code == 503
            assert (await http.get("/health/live")).status_code == 200
    finally:
        await app.state.database.close()


@pytest.mark.parametrize(
    ("origin", "safe"),
    [
        ("https://alongside.example.org", True), ("http://127.0.0.1:8080", True), ("http://localhost", True),
        ("http://[::1]:8080", True), ("http://alongside.example.org", False), ("http://127.0.0.1.example.org", False),
        ("alongside.example.org", False),
    ],
)  # fmt: skip
def test_which_addresses_keep_a_cookie_for_tls(origin: str, safe: bool) -> None:
    assert is_for_tls(origin) is safe
