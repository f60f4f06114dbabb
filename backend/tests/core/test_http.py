"""What every address does alike: problems, request ids, headers, limits, unknown parameters, pages, conditions."""

import asyncio
import json

import pytest
from fastapi import FastAPI

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from tests.schools.factories import a_school
from tests.world import ORIGIN, World

CANARY = "078-05-1120"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/nowhere", 404), ("GET", "/nowhere", 404), ("PATCH", "/api/v1/me/tasks", 405),
        ("GET", "/api/v1/me", 401), ("GET", "/api/v1/schools/not-an-id", 401),
    ],
)  # fmt: skip
async def test_every_error_is_a_problem_document(world: World, method: str, path: str, status: int) -> None:
    """API-10, API-14."""
    answer = await world.anonymous().request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status
    assert body["type"].startswith("urn:alongside:problem:")
    assert body["request_id"] == answer.headers["x-request-id"]
    if status == 405:
        assert answer.headers["allow"] == "GET"
    if status == 401:
        assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_a_method_that_is_not_there_is_answered_with_all_that_are(world: World) -> None:
    answer = await world.anonymous().put(f"/api/v1/partners/{new_id()}", json={})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, PATCH")


async def test_a_request_id_is_kept_when_it_is_well_formed(world: World) -> None:
    """API-04."""
    http = world.anonymous()
    kept = await http.get("/api/v1/me", headers={"X-Request-Id": "district-sync.42"})
    assert kept.headers["x-request-id"] == "district-sync.42"
    replaced = await http.get("/api/v1/me", headers={"X-Request-Id": "<script>"})
    assert replaced.headers["x-request-id"] != "<script>"
    assert len(replaced.headers["x-request-id"]) == 32


async def test_standing_headers_are_on_every_answer(world: World) -> None:
    """SEC-80."""
    answer = await world.anonymous().get("/api/v1/nowhere")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["strict-transport-security"].startswith("max-age=31536000")


@pytest.mark.parametrize(
    "body",
    [
        {"email": CANARY, "password": "x"},
        {"email": "a@b.example", "password": CANARY * 40},
        {"email": "a@b.example", "password": "x", "tenant": [CANARY]},
        {"email": {"deep": CANARY}, "password": "x"},
        {"email": "a@b.example", "password": "x", "unknown": CANARY},
    ],
)
async def test_a_refusal_never_repeats_a_value(world: World, body: object) -> None:
    """API-12."""
    answer = await world.anonymous().post("/api/v1/session", json=body)
    assert answer.status_code == 422
    assert CANARY not in answer.text
    assert all(fault["pointer"].startswith("/") for fault in answer.json()["errors"])


async def test_malformed_bodies_are_told_apart(world: World) -> None:
    http = world.anonymous()
    json_type = {"Content-Type": "application/json"}
    assert (await http.post("/api/v1/session", content=b"{", headers=json_type)).status_code == 400
    plain = await http.post("/api/v1/session", content=b"a=b", headers={"Content-Type": "text/plain"})
    assert plain.status_code == 415
    deep = await http.post("/api/v1/session", content=b"[" * 100_000, headers=json_type)
    assert deep.status_code == 400
    large = await http.post("/api/v1/session", content=b'"' + b"x" * (10 * 1024 * 1024) + b'"', headers=json_type)
    assert large.status_code == 413


async def test_a_form_is_no_body_for_an_address_that_takes_json(world: World) -> None:
    form = await world.anonymous().post("/api/v1/session", data={"email": CANARY, "password": "x"})
    assert (form.status_code, CANARY in form.text) == (415, False)


async def test_a_million_unknown_fields_are_one_mistake(world: World) -> None:
    body = {f"field_{number}": 1 for number in range(100_000)}
    answer = await world.anonymous().post("/api/v1/session", json=body)
    assert answer.status_code == 422
    assert [error["code"] for error in answer.json()["errors"]] == ["too_many_fields"]


async def test_a_retry_key_on_a_body_that_is_nested_deeply_trips_over_nothing(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(
        "/api/v1/partners",
        content=b'{"name":' * 400 + b"1" + b"}" * 400,
        headers={"Content-Type": "application/json", "Idempotency-Key": "deep-and-deeper"},
    )
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "day",
    ["2020-02-30", "0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "10000-01-01", "20200127", "2020-1-27",
     "2020-01-27T00:00:00", "1580083200", 1580083200, 0, True, [], "today"],
)  # fmt: skip
async def test_a_day_is_written_as_one_and_is_of_our_time(world: World, day: object) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post("/api/v1/paper-requirements/adopt", json={"enforced_from": day})
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/enforced_from"]
    asked = await office.http.get("/api/v1/agreements", params={"effective_on": str(day)})
    assert (asked.status_code, [error["pointer"] for error in asked.json()["errors"]]) == (400, ["/effective_on"])


async def test_a_large_body_without_a_length_is_stopped(world: World) -> None:
    async def chunks() -> object:
        for _ in range(12):
            yield b"x" * 1024 * 1024

    answer = await world.anonymous().post(
        "/api/v1/session", content=chunks(), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=-1", "limit=1e3", "limit=5.0", "limit=ten", "limit=", "limit=5&limit=6", "limt=5",
     "sort=password", "level=huge", "cursor=abc", "cursor=%FF%FE", "q=", "limit=99999999999"],
)  # fmt: skip
async def test_a_mistyped_parameter_is_400(world: World, query: str) -> None:
    """API-05, API-06, API-30."""
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.get(f"/api/v1/schools?{query}")
    assert answer.status_code == 400, answer.text


async def test_a_walk_over_pages_sees_every_row_once(world: World) -> None:
    """API-31, API-32 (rows that stay)."""
    names = sorted(f"School {number:03d}" for number in range(23))
    for name in reversed(names):
        await a_school(world, name=name)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for sort, expected in (("name", names), ("-name", names[::-1])):
        seen: list[str] = []
        address: str | None = f"/api/v1/schools?limit=5&sort={sort}"
        while address is not None:
            page = await office.http.get(address)
            seen += [item["name"] for item in page.json()["items"]]
            address = page.json()["links"]["next"]
            assert (page.json()["next_cursor"] is None) is (address is None)
            assert ("link" in page.headers) is (address is not None)
        assert seen == expected


async def test_a_cursor_belongs_to_its_list(world: World) -> None:
    """API-30."""
    for number in range(3):
        await a_school(world, name=f"School {number}")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    cursor = (await office.http.get("/api/v1/schools?limit=1")).json()["next_cursor"]
    for query in (f"cursor={cursor}&sort=-name", f"cursor={cursor}&level=high", f"cursor={cursor[:-2]}AA"):
        refused = await office.http.get(f"/api/v1/schools?limit=1&{query}")
        assert refused.status_code == 400
        assert refused.json()["type"].endswith("invalid-cursor")
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(f"/api/v1/schools?limit=1&cursor={cursor}")).status_code == 400


async def test_a_total_is_told_only_when_asked(world: World) -> None:
    """API-33."""
    for number in range(3):
        await a_school(world, name=f"School {number}")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert "total" not in (await office.http.get("/api/v1/schools?limit=1")).json()
    page = await office.http.get("/api/v1/schools?limit=1&include_total=true")
    assert page.json()["total"] == {"value": 3, "relation": "eq"}


async def test_an_unchanged_body_is_304(world: World) -> None:
    """API-20, API-21."""
    school = await a_school(world, name="Alder")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    first = await office.http.get(f"/api/v1/schools/{school}")
    tag = first.headers["etag"]
    assert tag.startswith('"1-')
    again = await office.http.get(f"/api/v1/schools/{school}", headers={"If-None-Match": f'W/"x", {tag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag


async def test_the_api_says_busy_instead_of_hanging(app: FastAPI, world: World) -> None:
    """REL-07: every connection taken → 503 with Retry-After within two seconds, live stays 200, then it recovers."""
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    held = []
    pool = world.database._pool
    try:
        while len(held) < app.state.settings.pool_size:
            held.append(await pool.acquire(timeout=1))
        started = asyncio.get_running_loop().time()
        busy = await office.http.get("/api/v1/me")
        # the two seconds are the setting's; a busy machine may take longer to notice them
        assert app.state.settings.pool_wait_seconds < 2
        assert asyncio.get_running_loop().time() - started < 10
        assert busy.status_code == 503
        assert int(busy.headers["retry-after"]) >= 1
        assert (await office.http.get("/health/live")).status_code == 200
        assert (await office.http.get("/health/ready")).status_code == 503
    finally:
        for connection in held:
            await pool.release(connection)
    assert (await office.http.get("/api/v1/me")).status_code == 200


async def test_cancelled_requests_give_their_connections_back(app: FastAPI, world: World) -> None:
    """REL-11."""
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for _ in range(60):
        task = asyncio.create_task(office.http.get("/api/v1/schools"))
        await asyncio.sleep(0.001)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await asyncio.sleep(0.2)
    pool = world.database._pool
    assert pool.get_size() == pool.get_idle_size()


async def test_an_unexpected_error_tells_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """API-13."""
    from alongside.schools import routes

    async def broken(*_: object) -> None:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(routes.queries, "get", broken)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.get(f"/api/v1/schools/{new_id()}")
    assert answer.status_code == 500
    assert CANARY not in json.dumps(dict(answer.headers)) + answer.text
    assert answer.json()["title"] == "Something went wrong on our side"


async def test_a_slow_query_is_cut_off(world: World) -> None:
    """REL-09."""
    from alongside.core.errors import Unavailable

    async def sleep_long() -> None:
        async with world.database.connection() as connection:
            await connection.execute("select set_config('statement_timeout', '50', false)")
            try:
                await connection.execute("select pg_sleep(5)")
            finally:
                await connection.execute("reset statement_timeout")

    with pytest.raises(Unavailable):
        await sleep_long()


async def test_the_contract_is_a_page_too(world: World) -> None:
    page = await world.anonymous().get("/api/docs")
    assert page.status_code == 200
    assert "GET /api/v1/partners" in page.text
    assert "<script" not in page.text
    assert "style-src 'self'" in page.headers["content-security-policy"]
    assert (await world.anonymous().get("/api/docs.css")).headers["content-type"].startswith("text/css")


async def test_the_origin_of_the_tests_is_what_the_settings_allow(app: FastAPI) -> None:
    assert app.state.settings.origins == {ORIGIN}
