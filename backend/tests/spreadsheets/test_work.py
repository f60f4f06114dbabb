"""Steps that take longer than a request may: the worker's, told while they last, done once, as whoever asked."""

from typing import Any
from uuid import UUID

import pytest

from alongside.identity.scopes import Role, Scope
from alongside.integrations.spreadsheets import limits, perform
from tests.spreadsheets.factories import Desk, csv_of, done, some_schools, work
from tests.world import Person, World

HEADER = ("Partner", "EIN", "Program", "Schools", "Start", "End")
ROWS = [
    (f"Partner number {place}", f"12-34567{place}", "Studio", "all", "2019-2020", "2019-2020")
    for place in range(10, 35)
]


@pytest.fixture(autouse=True)
def _everything_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    for move in limits.AT_ONCE:
        monkeypatch.setitem(limits.AT_ONCE, move, 0)


@pytest.fixture(name="office")
async def _office(world: World) -> Person:
    await some_schools(world)
    return await world.person(Role.PARTNERSHIP_OFFICE)


async def checked(world: World, http: Any, *rows: tuple[str, ...]) -> Desk:
    """A file that the worker has checked."""
    desk = await Desk.bring(http, csv_of(HEADER, *rows))
    asked = done(await http.post(f"{desk.url}/check"), 202)
    assert asked["work"] == {"move": "check", "done": 0, "total": 0, "failed": None}
    assert (asked["stage"], asked["allowed_moves"]) == ("uploaded", [])
    await work(world, desk.sheet["id"])
    desk.sheet = done(await http.get(desk.url))
    assert (desk.sheet["stage"], desk.sheet["work"]) == ("checked", None)
    return desk


async def test_a_long_commit_is_asked_for_and_done_by_the_worker_as_whoever_asked(world: World, office: Person) -> None:
    desk = await checked(world, office.http, *ROWS)
    asked = done(await office.http.post(f"{desk.url}/commit"), 202)
    assert asked["work"]["move"] == "commit"
    assert await world.rows("select 1 from partner") == []
    # nothing else may be done with it meanwhile; asking again asks nothing twice
    for answer in (
        await office.http.post(f"{desk.url}/check"),
        await office.http.put(f"{desk.url}/matching", json=desk.sheet["matching"], headers={"If-Match": "*"}),
        await office.http.put(
            f"{desk.url}/decisions", json={"decisions": [], "rest": "same"}, headers={"If-Match": "*"}
        ),
        await office.http.delete(desk.url, headers={"If-Match": "*"}),
    ):
        assert (answer.status_code, answer.json()["allowed_moves"]) == (409, []), answer.text
    assert (await office.http.post(f"{desk.url}/commit")).status_code == 202
    assert len(await world.rows("select 1 from spreadsheet_work")) == 1
    await work(world, desk.sheet["id"])
    now = done(await office.http.get(desk.url))
    assert (now["stage"], now["work"]) == ("committed", None)
    assert now["outcome"]["counts"]["partners"]["new"] == 25
    # the second run of a job finds nothing left to do
    await work(world, desk.sheet["id"])
    assert len(await world.rows("select 1 from partner")) == 25
    who = await world.rows("select distinct person_id from log where kind = 'partner.registered'")
    assert [row["person_id"] for row in who] == [office.id]
    assert done(await office.http.post(f"{desk.url}/commit"))["stage"] == "committed"


async def test_how_far_it_is_can_be_seen_while_nothing_is_committed(
    world: World, office: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = await checked(world, office.http, *ROWS)
    done(await office.http.post(f"{desk.url}/commit"), 202)
    seen: list[tuple[int, int, int]] = []
    real = perform._teller

    def watching(*given: Any) -> Any:
        told = real(*given)

        async def telling(place: int, total: int) -> None:
            await told(place, total)
            shown = done(await office.http.get(desk.url))["work"]
            written = await world.rows("select 1 from partner")
            seen.append((shown["done"], shown["total"], len(written)))

        return telling

    monkeypatch.setattr(perform, "_teller", watching)
    await work(world, desk.sheet["id"])
    assert seen == [(0, 25, 0), (10, 25, 0), (20, 25, 0)]


async def test_what_changed_meanwhile_is_told_and_nothing_is_written(world: World, office: Person) -> None:
    desk = await checked(world, office.http, *ROWS[:3])
    done(await office.http.post(f"{desk.url}/commit"), 202)
    made = await office.http.post("/api/v1/partners", json={"name": ROWS[0][0], "ein": ROWS[0][1], "org_type": "other"})
    assert made.status_code == 201
    await work(world, desk.sheet["id"])
    failed = done(await office.http.get(desk.url))
    assert (failed["stage"], failed["work"]["failed"]) == ("checked", "spreadsheet-outdated")
    assert len(await world.rows("select 1 from partner")) == 1
    assert {each["move"] for each in failed["allowed_moves"]} == {"check", "abandon", "commit"}
    done(await office.http.post(f"{desk.url}/check"), 202)
    await work(world, desk.sheet["id"])
    again = done(await office.http.get(desk.url))
    assert (again["work"], again["outcome"]["counts"]["partners"]["new"]) == (None, 2)


async def test_whoever_may_do_it_no_longer_has_asked_in_vain(world: World, office: Person) -> None:
    desk = await checked(world, office.http, *ROWS[:1])
    done(await office.http.post(f"{desk.url}/commit"), 202)
    await world.owner.execute("update person set is_active = false where id = $1", office.id)
    await work(world, desk.sheet["id"])
    told = await world.rows("select failed from spreadsheet_work")
    assert told[0]["failed"] == "spreadsheet-asker-gone"
    assert await world.rows("select 1 from partner") == []


async def test_a_machine_asks_as_itself(world: World, office: Person) -> None:
    machine = await world.machine(Scope.IMPORTS_WRITE, Scope.PARTNERS_WRITE, Scope.AGREEMENTS_RECORD)
    desk = await checked(world, machine, *ROWS[:2])
    done(await machine.post(f"{desk.url}/commit"), 202)
    await work(world, desk.sheet["id"])
    assert done(await machine.get(desk.url))["stage"] == "committed"
    who = await world.rows("select person_id, credential_id from log where kind = 'spreadsheet.committed'")
    assert [(row["person_id"], isinstance(row["credential_id"], UUID)) for row in who] == [(None, True)]


async def test_a_word_on_many_is_the_workers_too(world: World, office: Person) -> None:
    desk = await checked(
        world, office.http, ROWS[0], ("Partner numbr 10", "", "Studio", "all", "2019-2020", "2019-2020")
    )
    assert desk.sheet["outcome"]["open_questions"] == 1
    body = {"decisions": [], "rest": "same"}
    asked = await office.http.put(f"{desk.url}/decisions", json=body, headers={"If-Match": "*"})
    assert done(asked, 202)["work"]["move"] == "decide"
    await work(world, desk.sheet["id"])
    now = done(await office.http.get(desk.url))
    assert (now["outcome"]["open_questions"], now["outcome"]["counts"]["partners"]["new"]) == (0, 1)
