"""Whether the demonstration is there, and taking it away again."""

from typing import Literal
from uuid import UUID

import asyncpg
from sqlmodel import SQLModel

from .content.districts import DISTRICTS, MAIN
from .events import DemonstrationLoaded

Presence = Literal["absent", "interrupted", "loaded"]
SLUGS = [district.slug for district in DISTRICTS]

_TENANT = "select set_config('app.tenant_id', $1, true)"


class NameTaken(RuntimeError):
    """A real district has the slug of one of the demonstration's: they cannot live in one database."""


async def presence(connection: asyncpg.Connection) -> Presence:
    """Whether the demonstration is here whole: the last thing that a load does is to say so in the log.

    Raises NameTaken. Runs as the app's role or as the owner.
    """
    rows = await connection.fetch("select id, slug, is_demonstration from tenant where slug = any($1::text[])", SLUGS)
    if not all(row["is_demonstration"] for row in rows):
        raise NameTaken("A district of this database has the name of one of the demonstration's")
    if not rows:
        return "absent"
    main = next((row["id"] for row in rows if row["slug"] == MAIN), None)
    if main is None or len(rows) < len(SLUGS):
        return "interrupted"
    async with connection.transaction():
        await connection.execute(_TENANT, str(main))
        said = await connection.fetchval("select 1 from log where kind = $1 limit 1", DemonstrationLoaded.kind)
    return "interrupted" if said is None else "loaded"


async def is_whole(connection: asyncpg.Connection, tenant_id: UUID) -> bool:
    """Whether one district of a demonstration has been loaded to its end."""
    async with connection.transaction():
        await connection.execute(_TENANT, str(tenant_id))
        said = await connection.fetchval("select 1 from log where kind = $1 limit 1", DemonstrationLoaded.kind)
    return said is not None


async def remove(owner: asyncpg.Connection, emails: list[str]) -> None:
    """Take away the demonstration's districts with everything in them, and its people.

    Only the schema's owner can: the log keeps every row from everybody else, and does again afterwards.
    """
    async with owner.transaction():
        await owner.execute("set local lock_timeout = '10s'")
        tenants = [row["id"] for row in await owner.fetch("select id from tenant where slug = any($1::text[])", SLUGS)]
        await owner.execute("alter table log disable trigger user")
        owned = [
            each.name for each in reversed(SQLModel.metadata.sorted_tables)
            if "tenant_id" in each.columns and each.name not in ("session", "api_credential")
        ]  # fmt: skip
        for tenant in tenants:
            await owner.execute(_TENANT, str(tenant))
            for name in owned:
                await owner.execute(f'delete from "{name}" where tenant_id = $1', tenant)
        await owner.execute("alter table log enable trigger user")
        await owner.execute("delete from session where tenant_id = any($1::uuid[])", tenants)
        await owner.execute("delete from api_credential where tenant_id = any($1::uuid[])", tenants)
        await owner.execute("update person set last_tenant_id = null where last_tenant_id = any($1::uuid[])", tenants)
        await owner.execute("delete from person where email = any($1::text[])", emails)
        await owner.execute("delete from tenant where id = any($1::uuid[])", tenants)
