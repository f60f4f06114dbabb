"""Idempotency keys, stale edits and races, shown on partners."""

import asyncio

import httpx
import pytest

from alongside.identity.scopes import Role
from tests.partners.factories import a_partner
from tests.world import World

BODY = {"name": "Lakeside Readers", "org_type": "nonprofit"}


async def created(world: World) -> int:
    return int((await world.rows("select count(*) from partner where name = 'Lakeside Readers'"))[0][0])


async def test_a_retry_answers_the_same_and_does_nothing(world: World) -> None:
    """API-40, API-41: bare or quoted key, other spacing in the body: the same request."""
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    first = await office.http.post("/api/v1/partners", json=BODY, headers={"Idempotency-Key": "july-1"})
    assert first.status_code == 201
    again = await office.http.post(
        "/api/v1/partners",
        content=b'{ "org_type": "nonprofit",  "name": "Lakeside Readers" }',
        headers={"Idempotency-Key": '"july-1"', "Content-Type": "application/json"},
    )
    assert again.status_code == 201
    assert again.headers["idempotent-replayed"] == "true"
    assert again.content == first.content
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["location"] == first.headers["location"]
    assert await created(world) == 1


async def test_a_key_belongs_to_one_request_of_one_person(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    other = await world.person(Role.PARTNERSHIP_OFFICE)
    key = {"Idempotency-Key": "july-2"}
    assert (await office.http.post("/api/v1/partners", json=BODY, headers=key)).status_code == 201
    reused = await office.http.post("/api/v1/partners", json={**BODY, "name": "Other"}, headers=key)
    assert reused.status_code == 422
    assert reused.json()["type"].endswith("idempotency-key-reused")
    own = await other.http.post("/api/v1/partners", json={**BODY, "name": "Third"}, headers=key)
    assert own.status_code == 201
    assert "idempotent-replayed" not in own.headers


async def test_a_refused_request_leaves_its_key_free(world: World) -> None:
    """API-41: only 2xx is kept, so that a retry can succeed."""
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    key = {"Idempotency-Key": "july-3"}
    refused = await office.http.post("/api/v1/partners", json={**BODY, "org_type": "club"}, headers=key)
    assert refused.status_code == 422
    assert (await office.http.post("/api/v1/partners", json=BODY, headers=key)).status_code == 201


@pytest.mark.parametrize("key", ["", "x" * 256, "a b", "caf\u00e9"])
async def test_a_key_must_be_printable(world: World, key: str) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    headers = [(b"Idempotency-Key", key.encode("latin-1"))]
    answer = await office.http.post("/api/v1/partners", json=BODY, headers=headers)
    assert answer.status_code == 400


async def test_twenty_at_once_with_one_key_have_one_effect(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    key = {"Idempotency-Key": "july-4"}
    answers = await asyncio.gather(*(office.http.post("/api/v1/partners", json=BODY, headers=key) for _ in range(20)))
    assert {answer.status_code for answer in answers} <= {201, 409, 503}
    made = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    assert len(made) == 1
    assert all("retry-after" in answer.headers for answer in answers if answer.status_code in (409, 503))
    assert await created(world) == 1


async def patch(http: httpx.AsyncClient, partner: object, mission: str, match: str | None) -> httpx.Response:
    headers = {} if match is None else {"If-Match": match}
    return await http.patch(f"/api/v1/partners/{partner}", json={"mission": mission}, headers=headers)


async def test_an_edit_says_which_version_it_changes(world: World) -> None:
    """API-22."""
    partner = await a_partner(world, name="Alder")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    tag = (await office.http.get(f"/api/v1/partners/{partner}")).headers["etag"]
    assert (await patch(office.http, partner, "One", None)).status_code == 428
    assert (await patch(office.http, partner, "One", f"W/{tag}")).status_code == 412
    assert (await patch(office.http, partner, "One", '"7-abc"')).status_code == 412
    done = await patch(office.http, partner, "One", tag)
    assert done.status_code == 200
    stale = await patch(office.http, partner, "Two", tag)
    assert stale.status_code == 412
    assert (await office.http.get(f"/api/v1/partners/{partner}")).json()["mission"] == "One"
    assert (await patch(office.http, partner, "Two", "*")).status_code == 200


async def test_the_bare_version_that_a_list_carries_names_it_too(world: World) -> None:
    partner = await a_partner(world, name="Alder")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    version = (await office.http.get(f"/api/v1/partners/{partner}")).json()["version"]
    assert (await patch(office.http, partner, "One", f'"{version}"')).status_code == 200
    assert (await patch(office.http, partner, "Two", f'"{version}"')).status_code == 412
    assert (await patch(office.http, partner, "Two", f'W/"{version + 1}"')).status_code == 412


async def test_a_write_answers_with_the_body_that_a_read_gives(world: World) -> None:
    partner = await a_partner(world, name="Alder")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    done = await patch(office.http, partner, "One", "*")
    read = await office.http.get(f"/api/v1/partners/{partner}")
    assert done.content == read.content
    assert done.headers["etag"] == read.headers["etag"]


async def test_a_write_that_changes_nothing_writes_nothing(world: World) -> None:
    """API-24."""
    partner = await a_partner(world, name="Alder", mission="One")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    tag = (await office.http.get(f"/api/v1/partners/{partner}")).headers["etag"]
    same = await patch(office.http, partner, "One", tag)
    assert same.status_code == 200
    assert same.headers["etag"] == tag
    assert await world.rows("select 1 from log where object_id = $1", partner) == []


async def test_fifty_stale_edits_have_one_winner(world: World) -> None:
    """API-25."""
    partner = await a_partner(world, name="Alder")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for turn in range(4):
        tag = (await office.http.get(f"/api/v1/partners/{partner}")).headers["etag"]
        # every mission is a new one: saying what already stands changes nothing and would be a second 200
        answers = await asyncio.gather(*(patch(office.http, partner, f"Mission {turn}-{n}", tag) for n in range(50)))
        # a writer that could not get a connection in time is told to come back, it has neither won nor lost
        statuses = [answer.status_code for answer in answers]
        assert statuses.count(200) == 1
        assert set(statuses) <= {200, 412, 503}
        winner = next(answer for answer in answers if answer.status_code == 200).json()["mission"]
        assert (await office.http.get(f"/api/v1/partners/{partner}")).json()["mission"] == winner
