"""Whether what was promised came: the side that should have received it says so, and only what did not is entered."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from alongside.agreements.rules import Saying, begun, day_problem, saying
from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.agreements.factories import a_resource, an_agreement, an_expectation
from tests.agreements.scene import URL, Scene, a_scene, done, slug
from tests.world import TODAY, Person, World

ANY = {"If-Match": "*"}
NOT = {"outcome": "not_delivered", "note": "No bus passes since November", "on": "2020-01-20"}
FIRST = date(2019, 8, 26)


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def agreed(scene: Scene, **values: Any) -> UUID:
    schools = [scene.alder, scene.birch]
    return await an_agreement(scene.world, partner=scene.partner, programs=[scene.program], schools=schools, **values)


@pytest.mark.parametrize(
    ("party", "at", "who", "expected"),
    [
        ("partner", None, {"mine": {"a"}}, Saying("school", False, frozenset({"a"}))),
        ("partner", None, {"mine": {"a", "b", "c"}}, Saying("school", True, frozenset({"a", "b"}))),
        ("partner", "a", {"mine": {"a"}}, Saying("school", True, frozenset({"a"}))),
        ("partner", "b", {"mine": {"a"}}, None),
        ("partner", None, {"is_office": True}, Saying("district", True, frozenset({"a", "b"}))),
        ("partner", None, {"is_partner": True}, None),
        ("school", None, {"is_partner": True}, Saying("partner", True, frozenset({"a", "b"}))),
        ("school", None, {"mine": {"a"}}, None),
        ("school", None, {"is_office": True}, None),
        ("district", None, {"is_office": True}, None),
        ("district", "a", {"mine": {"a"}}, Saying("school", True, frozenset({"a"}))),
        ("joint", None, {"is_partner": True}, Saying("partner", True, frozenset({"a", "b"}))),
        ("joint", None, {}, None),
    ],
)
def test_whoever_should_have_received_it_says_and_nobody_of_their_own_promise(
    party: str, at: str | None, who: dict[str, Any], expected: Saying | None
) -> None:
    caller = {"is_office": False, "is_partner": False, "mine": frozenset(), **who}
    assert saying(party, at, {"a", "b"}, **caller) == expected


def test_a_promise_can_be_kept_from_the_first_day_on_and_not_on_a_day_to_come() -> None:
    assert begun("executed", FIRST, FIRST)
    assert begun("terminated", FIRST, TODAY)
    assert not begun("executed", FIRST, FIRST - timedelta(days=1))
    assert not begun("draft", None, TODAY)
    assert day_problem(FIRST, FIRST, TODAY) is day_problem(TODAY, FIRST, TODAY) is None
    assert day_problem(TODAY + timedelta(days=1), FIRST, TODAY) == "in_the_future"
    assert day_problem(FIRST - timedelta(days=1), FIRST, TODAY) == "before_the_first_day"


async def read(person: Person, agreement: UUID, part: str = "resources") -> dict[str, Any]:
    found: dict[str, Any] = done(await person.http.get(f"{URL}/{agreement}"))[part][0]
    return found


def late(answer: dict[str, Any]) -> list[str]:
    return [each["school"]["name"] for each in answer["items"] if each["kind"].startswith("promise_of")]


async def test_a_partner_says_that_what_a_school_promised_did_not_come_and_both_read_it(scene: Scene) -> None:
    agreement = await agreed(scene)
    promise = await a_resource(scene.world, agreement=agreement, promised_by_on=date(2019, 10, 1))
    at = f"{URL}/{agreement}/promises/{promise}/word"
    here = await read(scene.admin, agreement)
    assert (here["words"], here["can_say_everywhere"]) == ([], True)
    assert set(here["can_say_at"]) == {str(scene.alder), str(scene.birch)}
    body = {**NOT, "school_id": str(scene.birch)}
    said = done(await scene.admin.http.put(at, json=body, headers=ANY))
    assert said["version"] == 2
    for person in (scene.admin, scene.other_principal, scene.office):
        word = (await read(person, agreement))["words"][0]
        assert (word["outcome"], word["on"], word["note"]) == ("not_delivered", "2020-01-20", NOT["note"])
        assert (word["school"]["name"], word["side"], word["by"]["name"]) == (
            "Birchwell School",
            "partner",
            "Dana Fitch",
        )
    again = done(await scene.admin.http.put(at, json=body, headers=ANY))
    assert again["version"] == 2, "said twice is said once"
    log = await scene.world.rows("select kind, changed, reason from log where object_id = $1", agreement)
    assert [(row["kind"], row["reason"]) for row in log] == [("agreement.promise_answered", NOT["note"])]


async def test_delivered_ends_the_task_of_that_school_and_undone_it_is_open_again(scene: Scene) -> None:
    agreement = await agreed(scene)
    promise = await a_resource(
        scene.world, agreement=agreement, party="partner", text="Two tutors", promised_by_on=date(2019, 10, 1)
    )
    at = f"{URL}/{agreement}/promises/{promise}/word"
    tasks = "/api/v1/me/tasks"
    assert late(done(await scene.admin.http.get(tasks))) == ["Alderbrook School", "Birchwell School"]
    here = {"school_id": str(scene.alder)}
    done(await scene.principal.http.put(at, json={"outcome": "delivered", **here}, headers=ANY))
    assert late(done(await scene.admin.http.get(tasks))) == ["Birchwell School"]
    assert (await read(scene.office, agreement))["delivered_on"] is None, "not at every school"
    done(await scene.principal.http.put(at, json={**NOT, **here}, headers=ANY))
    assert late(done(await scene.admin.http.get(tasks))) == ["Alderbrook School", "Birchwell School"]
    done(await scene.office.http.put(at, json={"outcome": "delivered", "on": "2020-01-24"}, headers=ANY))
    assert (await read(scene.admin, agreement))["delivered_on"] == "2020-01-24"
    assert late(done(await scene.admin.http.get(tasks))) == []
    undone = done(await scene.office.http.delete(at, headers=ANY))
    assert undone["resources"][0]["delivered_on"] is None
    assert [each["outcome"] for each in undone["resources"][0]["words"]] == ["not_delivered"]
    nothing = done(await scene.office.http.delete(at, headers=ANY))
    assert nothing["version"] == undone["version"]
    log = await scene.world.rows("select kind from log where object_id = $1 order by seq", agreement)
    assert [row["kind"] for row in log][-1] == "agreement.promise_word_undone"


async def test_what_both_do_together_either_says(scene: Scene) -> None:
    agreement = await agreed(scene)
    promise = await an_expectation(scene.world, agreement=agreement, party="joint", topic="communication")
    at = f"{URL}/{agreement}/promises/{promise}/word"
    done(await scene.admin.http.put(at, json=NOT, headers=ANY))
    said = done(await scene.coordinator.http.put(at, json={"outcome": "delivered"}, headers=ANY))
    word = said["expectations"][0]["words"][0]
    assert (word["outcome"], word["side"], word["on"]) == ("delivered", "school", "2020-01-27")
    assert len(said["expectations"][0]["words"]) == 1


async def test_nobody_says_it_of_their_own_promise_or_for_another_s_school(scene: Scene) -> None:
    agreement = await agreed(scene)
    promise = await a_resource(scene.world, agreement=agreement, party="partner")
    at = f"{URL}/{agreement}/promises/{promise}/word"
    assert slug(await scene.admin.http.put(at, json=NOT, headers=ANY)) == "not-receiving"
    paid = await scene.world.person(Role.SCHOOL_LEADER, schools=[scene.alder], employer=scene.partner)
    assert slug(await paid.http.put(at, json=NOT, headers=ANY)) == "not-receiving"
    machine = await scene.world.machine(Scope.AGREEMENTS_READ, Scope.AGREEMENTS_WRITE)
    assert slug(await machine.put(at, json=NOT, headers=ANY)) == "not-receiving"
    teacher = await scene.world.person(Role.SCHOOL_STAFF, schools=[scene.alder])
    assert slug(await teacher.http.put(at, json=NOT, headers=ANY)) == "missing-scope"
    stranger = await scene.world.person(Role.PARTNERSHIP_OFFICE, tenant=scene.world.stranger_id)
    assert (await stranger.http.put(at, json=NOT, headers=ANY)).status_code == 404
    for school, code in ((scene.birch, "school_not_yours"), (None, "school_needed"), (new_id(), "school_not_yours")):
        body = {**NOT, "school_id": None if school is None else str(school)}
        answer = await scene.principal.http.put(at, json=body, headers=ANY)
        assert answer.json()["errors"][0]["code"] == code
    assert not (await read(scene.admin, agreement))["can_say_everywhere"]


async def test_what_is_said_makes_sense(scene: Scene) -> None:
    agreement = await agreed(scene)
    promise = await a_resource(scene.world, agreement=agreement)
    at = f"{URL}/{agreement}/promises/{promise}/word"
    for wrong, code in (
        ({**NOT, "on": "2020-01-28"}, "in_the_future"),
        ({**NOT, "on": "2019-08-25"}, "before_the_first_day"),
        ({**NOT, "note": None}, "missing"),
    ):
        answer = await scene.admin.http.put(at, json=wrong, headers=ANY)
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, code)
    assert (await scene.admin.http.put(at, json=NOT)).status_code == 428
    assert (await scene.admin.http.put(at, json=NOT, headers={"If-Match": '"9-0"'})).status_code == 412
    unknown = await scene.admin.http.put(f"{URL}/{agreement}/promises/{new_id()}/word", json=NOT, headers=ANY)
    assert (unknown.status_code, slug(unknown)) == (404, "promise-not-found")
    later = await agreed(scene, starts_on=date(2020, 2, 24), type="moa")
    ahead = await a_resource(scene.world, agreement=later)
    answer = await scene.admin.http.put(f"{URL}/{later}/promises/{ahead}/word", json=NOT, headers=ANY)
    assert (answer.status_code, slug(answer)) == (409, "not-in-force")
