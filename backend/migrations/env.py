"""Runs migrations as the owner: one transaction each, behind one advisory lock, never waiting long for a lock."""

import asyncio

from alembic import context
from sqlalchemy import Connection, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

from alongside.core.settings import settings
from alongside.tables import METADATA

LOCK = 4_201_776_001


def include(_object: object, name: str | None, kind: str, *_: object) -> bool:
    """The queue's own tables are made by the queue."""
    return not (kind == "table" and (name or "").startswith("pgqueuer"))


def written(kind: str, item: object, _context: object) -> str | bool:
    """How a type is written in a migration, which must not depend on the application's code."""
    if kind == "type" and type(item).__name__ == "AutoString":
        return "sa.String()"
    if kind == "type" and type(item).__name__ == "Xid8":
        return "Xid8()"
    return False


def run(connection: Connection) -> None:
    connection.execute(text("set lock_timeout = '4s'"))
    connection.execute(text("set statement_timeout = '60s'"))
    connection.execute(text("set timezone = 'UTC'"))
    connection.execute(text(f"select pg_advisory_lock({LOCK})"))
    connection.commit()
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        transaction_per_migration=True,
        compare_server_default=False,
        include_object=include,
        render_item=written,
    )
    with context.begin_transaction():
        context.run_migrations()


async def online(url: str) -> None:
    engine = create_async_engine(url, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(run)
    await engine.dispose()


def address() -> str:
    configured = context.config.attributes.get("url") or settings().migration_database_url.get_secret_value()
    if not configured:
        raise SystemExit("Set MIGRATION_DATABASE_URL to the owner's address (migrations run as the owner)")
    return str(configured).replace("postgresql://", "postgresql+asyncpg://", 1)


if context.is_offline_mode():
    context.configure(url=address(), target_metadata=METADATA, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    asyncio.run(online(address()))
