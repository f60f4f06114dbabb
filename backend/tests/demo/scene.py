"""The demonstration as its tests see it: people signed in with its password, and rows looked at."""

from dataclasses import dataclass, field
from typing import Any

import asyncpg
import httpx
from fastapi import FastAPI
from pydantic import SecretStr

from alongside.core.db import Database
from alongside.core.settings import Settings
from alongside.demo.content.districts import MAIN
from alongside.demo.content.sign_ins import PASSWORD
from tests.contract import hold_to_contract

ORIGIN = "https://testserver"


@dataclass
class Demonstration:
    """A database with the demonstration, the application on it, and who signed in so far."""

    app: FastAPI
    settings: Settings
    clients: dict[tuple[str, str | None], httpx.AsyncClient] = field(default_factory=dict)

    async def sign_in(self, email: str, tenant: str | None = None) -> httpx.AsyncClient:
        """Somebody at their browser, signed in with the password that everybody knows."""
        if (email, tenant) not in self.clients:
            client = self.client()
            asked = {"email": email, "password": PASSWORD, **({"tenant": tenant} if tenant else {})}
            answer = await client.post("/api/v1/session", json=asked)
            assert answer.status_code == 201, answer.text
            self.clients[email, tenant] = client
        return self.clients[email, tenant]

    def client(self, **headers: str) -> httpx.AsyncClient:
        """Nobody in particular, held to the contract like everybody."""
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=self.app, raise_app_exceptions=False),
            base_url=ORIGIN,
            headers={"Origin": ORIGIN, **headers},
            event_hooks={"response": [hold_to_contract(self.app)]},
        )
        self.clients[str(id(client)), None] = client
        return client

    async def all_of(self, client: httpx.AsyncClient, path: str) -> list[dict[str, Any]]:
        """Every row of a list, page by page."""
        found: list[dict[str, Any]] = []
        mark = "&" if "?" in path else "?"
        address = f"/api/v1/{path}{mark}limit=100"
        while address:
            page = (await client.get(address)).json()
            found += page["items"]
            cursor = page["next_cursor"]
            address = f"/api/v1/{path}{mark}limit=100&cursor={cursor}" if cursor else ""
        return found

    async def rows(self, sql: str, *arguments: Any, district: str = MAIN) -> list[asyncpg.Record]:
        """Look straight into the database as the app's role in a district."""
        database: Database = self.app.state.database
        async with database.connection() as connection, connection.transaction():
            tenant = await connection.fetchval("select id::text from tenant where slug = $1", district)
            await connection.execute("select set_config('app.tenant_id', $1, true)", tenant)
            found: list[asyncpg.Record] = await connection.fetch(sql, *arguments)
            return found


def settings_for(base: Settings, urls: dict[str, str]) -> Settings:
    """The tests' settings on another database."""
    return base.model_copy(
        update={
            "database_url": SecretStr(urls["DATABASE_URL"]),
            "migration_database_url": SecretStr(urls["MIGRATION_DATABASE_URL"]),
        }
    )
