"""What a test acts in: its tenant, a stranger's tenant, people who are signed in, and rows made on demand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import httpx
from fastapi import FastAPI
from sqlalchemy import insert
from sqlmodel import SQLModel

from alongside.core.clock import instant_in, new_id, now
from alongside.core.db import Database
from alongside.core.statements import Statement, table
from alongside.identity.credentials import digest, new_access_token, new_session_id
from alongside.identity.requires import COOKIE
from alongside.identity.scopes import DISTRICT_ROLES, PARTNER_ROLES, Role, Scope
from tests.contract import hold_to_contract

ORIGIN = "https://testserver"
TODAY = date(2020, 1, 27)


@dataclass
class Person:
    """Somebody signed in: their id and a client that carries their cookie."""

    id: UUID
    http: httpx.AsyncClient
    role: Role


@dataclass
class World:
    """One test's tenant (pinned to Monday 27 January 2020) and a stranger's beside it."""

    app: FastAPI
    owner: asyncpg.Connection
    tenant_id: UUID
    slug: str
    stranger_id: UUID
    clients: list[httpx.AsyncClient] = field(default_factory=list)

    @property
    def database(self) -> Database:
        database: Database = self.app.state.database
        return database

    async def add(self, model: type[SQLModel], *, tenant: UUID | None = None, **values: Any) -> UUID:
        """Insert one row as the app's role in a tenant (this test's by default); its id.

        Written past the services on purpose: factories set the scene, they are not what is tested.
        """
        row_id = values.setdefault("id", new_id())
        values["tenant_id"] = tenant or self.tenant_id
        statement = Statement(insert(table(model)).values(**values))
        async with self.database.connection() as connection, connection.transaction():
            await connection.execute(
                "select set_config('app.tenant_id', $1, true), set_config('app.now', $2, true)",
                str(values["tenant_id"]), instant_in("America/Chicago", TODAY).isoformat(),
            )  # fmt: skip
            await connection.execute(statement.sql, *statement.arguments(values))
        return row_id

    async def rows(self, sql: str, *arguments: Any, tenant: UUID | None = None) -> list[asyncpg.Record]:
        """Look straight into the database as the app's role in a tenant."""
        async with self.database.connection() as connection, connection.transaction():
            await connection.execute("select set_config('app.tenant_id', $1, true)", str(tenant or self.tenant_id))
            found: list[asyncpg.Record] = await connection.fetch(sql, *arguments)
            return found

    async def person(
        self,
        role: Role,
        *,
        schools: Iterable[UUID] = (),
        partner: UUID | None = None,
        employer: UUID | None = None,
        tenant: UUID | None = None,
        name: str = "Ana Ruiz",
        person_id: UUID | None = None,
        starts_on: date = TODAY - timedelta(days=400),
        ends_on: date | None = None,
    ) -> Person:
        """Somebody with a role, signed in. `schools` limits a school's or a partner's role."""
        from alongside.identity.models import RoleAssignment, RoleSchool

        place = tenant or self.tenant_id
        if person_id is None:
            person_id = await self.owner.fetchval(
                "insert into person (id, email, name) values ($1, $2, $3) returning id",
                new_id(), f"{new_id()}@example.org", name,
            )  # fmt: skip
        scope = "tenant" if role in DISTRICT_ROLES else "partner" if role in PARTNER_ROLES else "schools"
        held = await self.add(
            RoleAssignment, tenant=place, person_id=person_id, role=role.value, scope=scope, partner_id=partner,
            employer_partner_id=employer, starts_on=starts_on, ends_on=ends_on,
        )  # fmt: skip
        for school in schools:
            await self.add(RoleSchool, tenant=place, role_assignment_id=held, school_id=school)
        return Person(person_id, await self.sign_in(person_id, place), role)

    async def sign_in(self, person_id: UUID, tenant: UUID | None = None) -> httpx.AsyncClient:
        """A browser's session for a person, made without the cost of a password."""
        cookie = new_session_id()
        async with self.database.connection() as connection:
            await connection.execute(
                "insert into session (token_hash, person_id, tenant_id, expires_at) values ($1, $2, $3, $4)",
                digest(cookie), person_id, tenant or self.tenant_id, now() + timedelta(hours=1),
            )  # fmt: skip
        return self.browser(cookie)

    def browser(self, cookie: str) -> httpx.AsyncClient:
        """A client that sends this session cookie."""
        cookies = httpx.Cookies()
        cookies.set(COOKIE, cookie, domain="testserver.local")
        return self._client(cookies=cookies, headers={"Origin": ORIGIN})

    async def machine(
        self, *scopes: Scope, schools: Iterable[UUID] = (), tenant: UUID | None = None
    ) -> httpx.AsyncClient:
        """An API client with a bearer token."""
        credential, token = new_id(), new_access_token()
        async with self.database.connection() as connection:
            await connection.execute(
                "insert into api_credential (id, tenant_id, kind, name, prefix, secret_hash, scopes, school_ids, "
                "expires_at) values ($1, $2, 'client', 'Warehouse', $3, $4, $5, $6, $7)",
                credential, tenant or self.tenant_id, f"client-{credential}", digest("secret"),
                [scope.value for scope in scopes], list(schools), now() + timedelta(days=1),
            )  # fmt: skip
            await connection.execute(
                "insert into access_token (token_hash, credential_id, scopes, expires_at) values ($1, $2, $3, $4)",
                digest(token), credential, [scope.value for scope in scopes], now() + timedelta(hours=1),
            )  # fmt: skip
        return self._client(headers={"Authorization": f"Bearer {token}"})

    def anonymous(self) -> httpx.AsyncClient:
        """Nobody in particular."""
        return self._client(headers={"Origin": ORIGIN})

    def _client(self, **options: Any) -> httpx.AsyncClient:
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=self.app, raise_app_exceptions=False),
            base_url=ORIGIN,
            event_hooks={"response": [hold_to_contract(self.app)]},
            **options,
        )
        self.clients.append(client)
        return client

    async def close(self) -> None:
        for client in self.clients:
            await client.aclose()


async def new_world(app: FastAPI, owner: asyncpg.Connection) -> World:
    """Two fresh tenants: the test's and the stranger's."""
    made = []
    for name in ("Alderbrook District", "Stranger District"):
        made.append(
            await owner.fetchrow(
                "insert into tenant (id, slug, kind, name, time_zone, pinned_today) "
                "values ($1, $2, 'district', $3, 'America/Chicago', $4) returning id, slug",
                new_id(), f"t-{new_id().hex}", name, TODAY,
            )
        )  # fmt: skip
    return World(app, owner, made[0]["id"], made[0]["slug"], made[1]["id"])
