"""The rules of ARCHITECTURE.md that no linter holds: scopes, one commit, the contract, migrations."""

import asyncio
import re
import subprocess
import sys
import tomllib
from datetime import timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import orjson
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from alongside import __version__
from alongside.app import ScopeNotDeclared, check_scopes, create_app, declared
from alongside.core.clock import instant_in
from alongside.core.db import WriteNotRecorded
from alongside.core.http import Endpoint
from alongside.core.settings import Settings
from alongside.core.statements import Statement, table
from alongside.identity.requires import Public, Requires
from alongside.identity.scopes import GRANTS, Role, Scope
from alongside.schools.models import School
from alongside.tables import METADATA
from tests.conftest import address, clone
from tests.world import TODAY, World

BACKEND = Path(__file__).resolve().parent.parent.parent
SOURCES = sorted((BACKEND / "alongside").rglob("*.py"))
PUBLIC = {
    ("POST", "/api/v1/session"), ("POST", "/oauth/token"), ("GET", "/health/live"), ("GET", "/health/ready"),
    ("GET", "/api/docs"), ("GET", "/api/docs.css"), ("GET", "/api/v1/calendar/{secret}.ics"),
    ("GET", "/api/v1/join/districts"), ("POST", "/api/v1/join"), ("POST", "/api/v1/join/letter"),
    ("POST", "/api/v1/join/open"), ("POST", "/api/v1/join/confirm"),
    ("GET", "/api/v1/half-sheets/{district}/{school}"),
    ("GET", "/api/v1/decisions"), ("GET", "/api/v1/decisions/{decision_id}/text"), ("POST", "/api/v1/decisions/open"),
    ("POST", "/api/v1/decisions/code"), ("POST", "/api/v1/decisions/answers"), ("POST", "/api/v1/decisions/not-me"),
    ("POST", "/api/v1/decisions/new-link"),
}  # fmt: skip


def routes(app: FastAPI) -> list[APIRoute]:
    return [route for route in app.routes if isinstance(route, APIRoute)]


async def test_every_route_names_a_scope_or_is_on_the_public_list(app: FastAPI) -> None:
    public = {
        (method, route.path)
        for route in routes(app)
        for method in route.methods or ()
        if any(isinstance(mark, Public) for mark in declared(route))
    }
    assert public == PUBLIC
    for route in routes(app):
        marks = declared(route)
        assert len({mark.scope for mark in marks if isinstance(mark, Requires)}) == (
            0 if any(isinstance(mark, Public) for mark in marks) else 1
        ), route.path


def test_a_route_without_a_scope_stops_the_start(test_settings: Settings) -> None:
    """API5: the detector detects."""

    async def open_door() -> None:
        return None

    app = create_app(test_settings)
    app.router.routes.append(Endpoint("/api/v1/open", open_door))
    with pytest.raises(ScopeNotDeclared):
        check_scopes(app)


async def test_every_operation_has_its_own_name(app: FastAPI) -> None:
    names = [route.name for route in routes(app)]
    assert len(names) == len(set(names))
    operations = [operation["operationId"] for path in app.openapi()["paths"].values() for operation in path.values()]
    assert sorted(operations) == sorted(route.name for route in routes(app) if route.include_in_schema)


async def test_every_role_is_granted_something_and_every_scope_is_held(app: FastAPI) -> None:
    assert set(GRANTS) == set(Role)
    held = frozenset().union(*GRANTS.values())
    asked = {mark.scope for route in routes(app) for mark in declared(route) if isinstance(mark, Requires)}
    assert asked <= held
    assert held == frozenset(Scope)


async def test_the_committed_contract_is_the_application_s(app: FastAPI) -> None:
    """API-60."""
    committed = orjson.loads((BACKEND / "openapi.json").read_bytes())
    assert committed == orjson.loads(orjson.dumps(app.openapi())), "run `make openapi` and commit the contract"


def test_there_is_one_version(app: FastAPI) -> None:
    """The package's, the contract's and the web app's."""
    project = tomllib.loads((BACKEND / "pyproject.toml").read_text())
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "alongside.__version__"}
    assert app.openapi()["info"]["version"] == __version__
    assert orjson.loads((BACKEND.parent / "frontend/package.json").read_bytes())["version"] == __version__


def test_only_one_file_commits() -> None:
    committing = [
        path.relative_to(BACKEND).as_posix()
        for path in SOURCES
        if re.search(r"\.commit\(|execute\(\s*[\"']commit[\"']", path.read_text())
    ]
    assert committing == ["alongside/core/db.py"]


def test_only_settings_read_the_environment() -> None:
    reading = [
        path.relative_to(BACKEND).as_posix()
        for path in SOURCES
        if re.search(r"os\.environ|os\.getenv", path.read_text())
    ]
    assert reading == []


def test_what_people_see_is_written_by_the_tenant_s_clock() -> None:
    """A demonstration's day is pinned: `now()` of the database would show the real one beside it."""
    by_the_server = [
        path.relative_to(BACKEND).as_posix()
        for path in SOURCES
        if re.search(r"func\.now\(\)|_at\"?\s*=\s*now\(\)", path.read_text())
    ]
    # what is counted in real time: how long a session, a credential or a kept answer lasts
    assert set(by_the_server) == {
        "alongside/core/models.py",
        "alongside/identity/queries.py",
        "alongside/identity/service.py",
    }


def test_a_day_is_the_tenant_s() -> None:
    """Typed SQL is watched when it is compiled (`day_of`); what is written out names the zone."""
    zoneless = [
        path.relative_to(BACKEND).as_posix()
        for path in SOURCES
        if re.search(r"\bcurrent_date\b|\bdate\.today\(|_at::date\b|now\(\)::date\b", path.read_text())
    ]
    assert zoneless == []


def test_it_is_evening_in_tests() -> None:
    there = instant_in("America/Chicago", TODAY)
    assert (there.astimezone(ZoneInfo("America/Chicago")).date(), there.date()) == (TODAY, TODAY + timedelta(days=1))


async def test_every_instant_of_a_tenant_s_tables_is_the_tenant_s(world: World) -> None:
    rows = await world.rows(
        "select c.table_name from information_schema.columns c where column_default = 'now()' and exists "
        "(select from information_schema.columns t where t.table_name = c.table_name and t.column_name = 'tenant_id')"
    )
    assert {row["table_name"] for row in rows} == {"idempotency", "log", "session", "api_credential"}


def test_no_statement_asks_for_other_than_any() -> None:
    """`x != any(a, b)` is true of everything: what is meant is `!= all_`."""
    assert [path.name for path in SOURCES if re.search(r"!= any_\(|(!=|<>) any ?\(", path.read_text())] == []


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "misc", "manager", "repository"])
def test_no_module_is_named_for_nothing(word: str) -> None:
    assert [path for path in SOURCES if word in path.stem] == []


def test_hidden_values_have_one_reader() -> None:
    """SUP-04: only measures and the importers that fill it may name the table behind the guarded view."""
    naming = {
        path.relative_to(BACKEND / "alongside").parts[0]
        for path in SOURCES
        if re.search(
            r"columns\(Observation\)|table\(Observation\)|(from|join|into|update) observation\b", path.read_text()
        )
    }
    assert naming <= {"measures", "integrations"}


async def test_a_write_without_an_event_is_refused(world: World) -> None:
    """SEC-42: no audit, no change."""
    from sqlalchemy import update

    from tests.core.test_statements import Caller
    from tests.schools.factories import a_school

    school = await a_school(world, name="Alder")
    rename = Statement(update(table(School)).where(table(School).c.id == school).values(name="Birch"))

    async def silent() -> None:
        async with world.database.transaction(Caller(world.tenant_id)) as tx:
            await tx.run(rename)

    with pytest.raises(WriteNotRecorded):
        await silent()
    assert (await world.rows("select name from school where id = $1", school))[0]["name"] == "Alder"


def _alongside(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=BACKEND, env={"PATH": "", **environment},
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_migrations_go_up_down_and_up_again_and_match_the_models(addresses: dict[str, str]) -> None:
    """REL-15: model = DDL, CHECK constraints included (Alembic does not compare those itself)."""
    import asyncpg

    name = f"migrations_{uuid4().hex}"

    async def shape(url: str) -> list[str]:
        connection = await asyncpg.connect(url)
        try:
            return [
                row[0]
                for row in await connection.fetch(
                    "select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) "
                    "from pg_constraint "
                    "where connamespace = 'public'::regnamespace and contype <> 'n' order by 1"
                )
            ]
        finally:
            await connection.close()

    environment = clone(addresses, name)
    url = environment["MIGRATION_DATABASE_URL"]
    before = asyncio.run(shape(url))
    _alongside(environment, "alongside", "downgrade", "base")
    assert [line for line in asyncio.run(shape(url)) if "alembic" not in line] == []
    _alongside(environment, "alongside", "migrate")
    assert asyncio.run(shape(url)) == before
    assert "No new upgrade operations detected" in _alongside(environment, "alembic", "check")
    declared_checks = {
        f"{owner.name} {check.name}"
        for owner in METADATA.sorted_tables
        for check in owner.constraints
        if type(check).__name__ == "CheckConstraint"
    }
    made = {" ".join(line.split(" ")[:2]) for line in before if " CHECK " in line}
    assert declared_checks == made
    assert address(addresses["app"], name) == environment["DATABASE_URL"]
