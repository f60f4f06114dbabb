"""Loading the demonstration anew, after an interruption, and beside a real district of the same name."""

import asyncio

import asyncpg
import pytest

from alongside.core.clock import new_id
from alongside.core.settings import Settings
from alongside.demo import command
from alongside.demo.content.districts import CEDAR, DISTRICTS
from alongside.demo.presence import NameTaken, presence
from alongside.demo.setting import make_district
from tests.conftest import clone
from tests.demo.scene import settings_for

pytestmark = pytest.mark.timeout(300)


async def test_a_load_that_was_interrupted_is_begun_again_and_can_be_taken_away(
    addresses: dict[str, str], worker_id: str, test_settings: Settings
) -> None:
    urls = await asyncio.to_thread(clone, addresses, f"demo_again_{worker_id}")
    settings = settings_for(test_settings, urls)
    owner = await asyncpg.connect(urls["MIGRATION_DATABASE_URL"])
    assert await presence(owner) == "absent"
    for district in DISTRICTS:
        await make_district(owner, district)
    assert await presence(owner) == "interrupted"
    assert (await command.bring(settings, anew=False)).startswith("The demonstration is loaded")
    assert await presence(owner) == "loaded"
    assert await owner.fetchval("select count(*) from tenant") == len(DISTRICTS)

    real = await owner.fetchval(
        "insert into tenant (id, slug, kind, name) values ($1, 'real', 'district', 'Real') returning id", new_id()
    )
    assert await command.take_away(settings) == "The demonstration is gone"
    assert await command.take_away(settings) == "The demonstration is not there"
    assert await presence(owner) == "absent"
    assert [row["id"] for row in await owner.fetch("select id from tenant")] == [real]
    assert await owner.fetchval("select count(*) from person") == 0
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await _touch_the_log(owner, real)
    await owner.close()


async def _touch_the_log(owner: asyncpg.Connection, tenant: object) -> None:
    async with owner.transaction():
        await owner.execute("select set_config('app.tenant_id', $1, true)", str(tenant))
        await owner.execute(
            "insert into log (tenant_id, kind, object_type, object_id, version, changed) "
            "values ($1, 'tenant.tried', 'tenant', $1, 1, '{}')",
            tenant,
        )
        await owner.execute("delete from log where tenant_id = $1", tenant)


async def test_a_real_district_of_the_same_name_is_never_touched(
    addresses: dict[str, str], worker_id: str, test_settings: Settings
) -> None:
    urls = await asyncio.to_thread(clone, addresses, f"demo_taken_{worker_id}")
    owner = await asyncpg.connect(urls["MIGRATION_DATABASE_URL"])
    await owner.execute(
        "insert into tenant (id, slug, kind, name) values ($1, $2, 'district', 'Cedar County')", new_id(), CEDAR
    )
    with pytest.raises(NameTaken):
        await command.bring(settings_for(test_settings, urls), anew=True)
    assert await owner.fetchval("select count(*) from tenant") == 1
    await owner.close()


async def test_without_the_owner_s_address_it_says_what_is_missing(test_settings: Settings) -> None:
    from pydantic import SecretStr

    nobody = test_settings.model_copy(update={"migration_database_url": SecretStr("")})
    with pytest.raises(command.NotHere, match="MIGRATION_DATABASE_URL"):
        await command.bring(nobody, anew=False)
