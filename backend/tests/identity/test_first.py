"""The first administrator: made on the server, once, and able to sign in."""

import pytest

from alongside.core.clock import new_id
from alongside.core.settings import Settings
from alongside.identity.first import NotPossible, make_first
from tests.world import World

PASSWORD = "a lake beside a school"


async def test_a_new_district_gets_an_administrator_who_can_sign_in(world: World, test_settings: Settings) -> None:
    slug, email = f"new-{new_id().hex[-12:]}", f"{new_id()}@example.org"
    told = await make_first(
        test_settings, email, "Ana Ruiz", PASSWORD, slug, "New District", "district", "Pacific/Guam"
    )
    assert slug in told
    answer = await world.anonymous().post("/api/v1/session", json={"email": email, "password": PASSWORD})
    assert answer.status_code == 201
    assert answer.json()["tenant"]["name"] == "New District"
    assert [role["role"] for role in answer.json()["roles"]] == ["district_admin"]
    with pytest.raises(NotPossible, match="already"):
        await make_first(test_settings, email, "Ana Ruiz", PASSWORD, slug, "", "district", "Pacific/Guam")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"password": "short"}, "at least 15"), ({"email": "nobody"}, "e-mail"), ({"slug": "No Slug"}, "slug"),
        ({"time_zone": "Mars/Base"}, "time zone"), ({"kind": "planet"}, "kind"), ({"tenant_name": " "}, "tenant-name"),
    ],
)  # fmt: skip
async def test_what_is_wrong_is_said_and_nothing_made(
    world: World, test_settings: Settings, change: dict[str, str], says: str
) -> None:
    slug = f"never-{new_id().hex[-12:]}"
    asked = {
        "email": f"{new_id()}@example.org", "name": "Ana Ruiz", "password": PASSWORD, "slug": slug,
        "tenant_name": "Never", "kind": "district", "time_zone": "America/Chicago", **change,
    }  # fmt: skip
    with pytest.raises(NotPossible, match=says):
        await make_first(test_settings, **asked)
    assert await world.owner.fetchval("select count(*) from tenant where slug = $1", slug) == 0
