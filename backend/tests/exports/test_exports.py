"""Lists as CSV: guarded, safe in a spreadsheet, streamed in constant memory, stopped when nobody reads."""

import asyncio
import csv
import resource
import socket
import time
from collections.abc import MutableMapping
from io import StringIO
from typing import Any

import pytest
import uvicorn

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from alongside.integrations.exports.download import CsvDownload
from alongside.integrations.exports.selections import OBSERVATIONS
from alongside.integrations.spreadsheet import STARTERS
from alongside.measures.models import ObservationBatch
from tests.imports.factories import bring_catalogue, bring_profiles, brought, chicago, shell
from tests.measures.factories import a_measure, an_observation
from tests.partners.factories import a_partner
from tests.schools.factories import a_school
from tests.world import World

SOURCE = "A source that is long enough to fill every buffer on the way " * 6
FILES = ["schools", "observations"]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


@pytest.mark.parametrize("name", FILES)
async def test_nobody_in_particular_gets_no_file(world: World, name: str) -> None:
    assert (await world.anonymous().get(f"/api/v1/exports/{name}.csv")).status_code == 401


@pytest.mark.parametrize(("name", "scope"), [("schools", "schools:read"), ("observations", "measures:read")])
async def test_the_wrong_scope_is_named(world: World, name: str, scope: str) -> None:
    machine = await world.machine(Scope.ME)
    answer = await machine.get(f"/api/v1/exports/{name}.csv")
    assert (answer.status_code, answer.json()["missing_scope"]) == (403, scope)


@pytest.mark.parametrize("name", FILES)
async def test_a_stranger_s_file_holds_nothing_of_ours(world: World, name: str) -> None:
    school = await a_school(world)
    await an_observation(world, measure=await a_measure(world), school=school, value=90)
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    assert rows_of((await stranger.http.get(f"/api/v1/exports/{name}.csv")).text) == []


async def test_the_directory_goes_out_and_comes_back_the_same(world: World) -> None:
    await bring_catalogue(world)
    await bring_profiles(world)
    await a_school(world, name="=HYPERLINK(1)", legal_name="'@SUM", identifiers={"local": "-1"}, network="+7")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.get("/api/v1/exports/schools.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="schools.csv"'
    rows = rows_of(answer.text)
    assert len(rows) == 661
    assert not [cell for row in rows for name, cell in row.items()
                if cell and cell[0] in STARTERS and name != "longitude"]  # fmt: skip
    fields = [name for name in rows[0] if name not in ("id", "local_id", "updated_at")]
    mapping = 'kind = "schools"\nsource = "Export"\nkey = "local_id"\n[fields]\n' + "\n".join(
        f'{name} = "{name}"' for name in fields
    )
    report = await brought(
        world, "schools", answer.content.replace(b",t,", b",true,").replace(b",f,", b",false,"), mapping
    )
    assert report.errors == []
    assert report.schools is not None
    assert (report.outcome, report.schools.unchanged) == ("unchanged", 661)


async def test_small_groups_are_hidden_in_the_file_but_for_their_own_school(world: World) -> None:
    await bring_catalogue(world)
    await bring_profiles(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    rows = rows_of((await office.http.get("/api/v1/exports/observations.csv")).text)
    assert len(rows) == 9240
    hidden = [row for row in rows if row["suppressed"] == "t"]
    assert len(hidden) > 2000
    assert all(row["value"] == row["text"] == row["numerator"] == row["denominator"] == "" for row in hidden)
    assert {row["reason"] for row in hidden} == {"small_n", "complementary"}
    assert not [row for row in rows if row["value"] and 0 < float(row["value"]) < 10]
    own = (await world.rows("select id from school order by id"))[0]["id"]
    leader = await world.person(Role.SCHOOL_LEADER, schools=[own])
    seen = rows_of((await leader.http.get("/api/v1/exports/observations.csv")).text)
    assert not [row for row in seen if row["school_id"] == str(own) and row["suppressed"] == "t"]
    assert len([row for row in seen if row["suppressed"] == "t"]) >= len(hidden) - 14


async def test_partners_get_no_file_of_what_is_not_for_partners(world: World) -> None:
    school = await a_school(world)
    for key, for_partners in (("attendance_rate", True), ("effective_leaders", False)):
        measure = await a_measure(world, key=key, name=key, is_for_partners=for_partners)
        await an_observation(world, measure=measure, school=school, value=50)
    staff = await world.person(Role.PARTNER_STAFF, partner=await a_partner(world))
    rows = rows_of((await staff.http.get("/api/v1/exports/observations.csv")).text)
    assert [row["measure"] for row in rows] == ["attendance_rate"]


async def many_observations(world: World, number: int) -> None:
    school, measure = await a_school(world), await a_measure(world)
    batch = await world.add(ObservationBatch, id=new_id(), kind="entry", source="Bench")
    for first in range(0, number, 10_000):
        await world.rows(
            "insert into observation (tenant_id, id, measure_id, school_id, batch_id, period, group_key, value, "
            "source) "
            "select $1, gen_random_uuid(), $2, $3, $4, '2018-2019', 'grade:g' || n, n % 100, $7 "
            "from generate_series($5::int, $6::int) n",
            world.tenant_id, measure, school, batch, first, first + 9_999, SOURCE,
        )  # fmt: skip


def _download(world: World) -> CsvDownload:
    values = (world.tenant_id, False)
    return CsvDownload(world.database, shell(world), OBSERVATIONS, values, "observations.csv")


async def test_a_large_file_is_streamed_in_constant_memory(world: World) -> None:
    """How fast, `make bench` measures beside COPY itself."""
    await many_observations(world, 60_000)
    sent = longest = 0

    async def receive() -> MutableMapping[str, Any]:
        await asyncio.sleep(3600)
        raise AssertionError

    async def send(message: MutableMapping[str, Any]) -> None:
        nonlocal sent, longest
        body = message.get("body", b"")
        sent += len(body)
        longest = max(longest, len(body))

    await _download(world)({"type": "http"}, receive, send)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sent = 0
    for _ in range(3):
        await _download(world)({"type": "http"}, receive, send)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert sent > 3 * 7_000_000
    assert longest < 2 * 1024 * 1024
    assert grown < 8 * 1024, f"{grown} KiB"


async def test_the_query_ends_when_the_reader_goes(world: World) -> None:
    await many_observations(world, 60_000)
    gone = asyncio.Event()
    bodies = 0

    async def receive() -> MutableMapping[str, Any]:
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        nonlocal bodies
        if message["type"] == "http.response.body":
            bodies += 1
            gone.set()
            await asyncio.sleep(30)  # the network is full: nobody takes it off

    started = time.perf_counter()
    await _download(world)({"type": "http"}, receive, send)
    assert time.perf_counter() - started < 10
    assert bodies == 1
    running = await world.rows(
        "select 1 from pg_stat_activity where state = 'active' and query ilike 'copy%' and datname = current_database()"
    )
    assert running == []
    again = 0

    async def count(message: MutableMapping[str, Any]) -> None:
        nonlocal again
        again += len(message.get("body", b""))

    async def stay() -> MutableMapping[str, Any]:
        await asyncio.sleep(3600)
        raise AssertionError

    await _download(world)({"type": "http"}, stay, count)
    assert again > 7_000_000


async def test_an_error_in_the_middle_breaks_the_file_off(world: World) -> None:
    await many_observations(world, 20_000)
    kinds = []

    async def receive() -> MutableMapping[str, Any]:
        await asyncio.sleep(3600)
        raise AssertionError

    async def send(message: MutableMapping[str, Any]) -> None:
        kinds.append((message["type"], message.get("more_body")))
        if len(kinds) == 3:
            raise RuntimeError("the wire broke")

    with pytest.raises(RuntimeError):
        await _download(world)({"type": "http"}, receive, send)
    assert ("http.response.body", False) not in kinds


async def test_the_public_records_stand_in_the_project() -> None:
    assert chicago("README.md").startswith(b"# Chicago Public Schools")


async def test_over_a_real_connection_a_slow_reader_slows_the_query_and_leaving_ends_it(world: World) -> None:
    await many_observations(world, 60_000)
    machine = await world.machine(Scope.MEASURES_READ)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(world.app, lifespan="off", log_level="warning"))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started:  # noqa: ASYNC110 (uvicorn tells it no other way)
        await asyncio.sleep(0.02)

    async def running() -> int:
        found = await world.rows(
            "select count(*) as n from pg_stat_activity where state = 'active' and query ilike 'copy%' "
            "and datname = current_database()"
        )
        number: int = found[0]["n"]
        return number

    async def ask(buffer: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        plug = socket.socket()
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        plug.setblocking(False)
        await asyncio.get_running_loop().sock_connect(plug, listening.getsockname())
        reader, writer = await asyncio.open_connection(sock=plug, limit=buffer)
        asked = "GET /api/v1/exports/observations.csv HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        writer.write(f"{asked}Authorization: {machine.headers['authorization']}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200")
        return reader, writer

    try:
        _, leaving = await ask(8 * 1024)
        await asyncio.sleep(0.5)
        assert await running() == 1
        leaving.close()
        await leaving.wait_closed()
        for _ in range(100):
            if not await running():
                break
            await asyncio.sleep(0.05)
        assert await running() == 0
        reader, staying = await ask(1024 * 1024)
        whole = await reader.read(-1)
        assert whole.endswith(b"0\r\n\r\n")
        assert whole.count(SOURCE.encode()) == 60_000
        staying.close()
        await staying.wait_closed()
    finally:
        server.should_exit = server.force_exit = True
        await serving
