"""Tenancy by construction, read from the catalog; and the detector is shown to detect."""

import asyncpg
import pytest

from alongside.core.clock import new_id
from tests.architecture.catalog import faults
from tests.world import World


async def test_the_catalog_keeps_tenants_apart(owner: asyncpg.Connection) -> None:
    """SEC-30, SEC-31, SEC-33 a."""
    assert await faults(owner, "alongside_app") == []


@pytest.mark.parametrize(
    ("planted", "says"),
    [
        ("create table loose (id uuid primary key)", "closed list"),
        ("create table half (tenant_id uuid not null, id uuid, primary key (tenant_id, id))", "not protected"),
        ("alter table school no force row level security", "school is not protected"),
        ("create index stray on school (name)", "stray does not lead"),
        ("alter table need add column x uuid; alter table need add foreign key (x) references person (id);"
         "create unique index one on school (tenant_id, id); alter policy tenant on school using (true)",
         "policy of another form"),
        ("create policy loose on school for select using (true)", "school is not protected"),
        ("alter policy read_by_other_districts on open_agreement using (true)", "more than read what was opened"),
        ("drop policy read_by_other_districts on open_agreement; "
         "create policy read_by_other_districts on open_agreement "
         "using (closed_on is null or (document is null and terms is null))", "more than read what was opened"),
        ("alter table open_agreement add column note text", "other columns than was agreed"),
        ("alter table paper add column photo bytea", "paper keeps photo and is not counted"),
        ("create table drawing (tenant_id uuid not null, media_type text)", "drawing keeps media_type and is not"),
        ("alter table spreadsheet drop column size", "spreadsheet is counted and has no size"),
        ("create view leaky as select * from school", "leaky reads with its owner"),
    ],
)  # fmt: skip
async def test_the_catalog_test_catches_a_planted_fault(owner: asyncpg.Connection, planted: str, says: str) -> None:
    transaction = owner.transaction()
    await transaction.start()
    try:
        await owner.execute(planted)
        assert any(says in fault for fault in await faults(owner, "alongside_app"))
    finally:
        await transaction.rollback()


async def test_a_row_cannot_be_written_into_another_tenant(world: World) -> None:
    async with world.database.connection() as connection, connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(
                "insert into school (tenant_id, id, name, legal_name, level) values ($1, $2, 'x', 'x', 'high')",
                world.stranger_id,
                new_id(),
            )


@pytest.mark.parametrize("change", ["update log set kind = 'x'", "delete from log", "truncate log"])
async def test_the_log_only_grows(world: World, owner: asyncpg.Connection, change: str) -> None:
    """SEC-40: not for the application's role, and not for the owner either."""
    from tests.schools.factories import a_school

    await a_school(world)
    async with world.database.connection() as connection, connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
        await connection.execute(
            "insert into log (tenant_id, kind, object_type, object_id, version, changed) "
            "values ($1, 'school.changed', 'school', $2, 1, '{}')",
            world.tenant_id,
            new_id(),
        )
        savepoint = connection.transaction()
        await savepoint.start()
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(change)
        await savepoint.rollback()
    async with owner.transaction():
        await owner.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
        savepoint = owner.transaction()
        await savepoint.start()
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await owner.execute(change)
        await savepoint.rollback()
