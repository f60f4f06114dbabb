"""The five-minute way: up to three needs in a sentence each."""

from typing import Any

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.partners.factories import a_partner
from tests.schools.factories import a_school, a_school_year, a_term
from tests.world import World

THREE = [
    {"title": "Come every day", "area": "attendance", "sentence": "One in five misses a month."},
    {"title": "Read by grade 3", "area": "reading", "sentence": "Four in ten read at level."},
    {"title": "A place after school", "area": "attendance", "sentence": "Doors close at three."},
]


async def a_ready_school(world: World) -> Any:
    await a_term(world, code="attendance", label="Attendance")
    await a_term(world, code="reading", label="Reading")
    await a_school_year(world)
    return await a_school(world)


def told(*needs: dict[str, str], year: str = "2019-2020") -> dict[str, Any]:
    return {"school_year": year, "needs": list(needs)}


async def test_a_coordinator_hands_them_in_and_the_leader_publishes(world: World) -> None:
    school = await a_ready_school(world)
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school])
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    made = await coordinator.http.post(f"/api/v1/schools/{school}/top-needs", json=told(*THREE))
    read = made.json()
    assert made.status_code == 201
    assert (read["status"], read["kind"], read["path"]) == ("submitted", "partnership_needs_survey", "top_three")
    assert [(need["title"], need["rank"], need["status"]) for need in read["needs"]] == [
        (need["title"], place, "prioritized") for place, need in enumerate(THREE, start=1)
    ]
    assert (await coordinator.http.get(made.headers["location"])).json() == read
    partner = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    assert (await partner.http.get("/api/v1/needs")).json()["items"] == []
    for verb in ("approve", "publish"):
        assert (await leader.http.post(f"{made.headers['location']}/{verb}")).status_code == 200
    seen = (await partner.http.get("/api/v1/needs", params={"sort": "updated_at"})).json()["items"]
    assert {need["title"] for need in seen} == {need["title"] for need in THREE}
    again = await coordinator.http.post(f"/api/v1/schools/{school}/top-needs", json=told(THREE[0]))
    assert (again.status_code, again.json()["existing"]["id"]) == (409, read["id"])


async def test_from_the_leader_they_are_published_at_once(world: World) -> None:
    school = await a_ready_school(world)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    made = (await leader.http.post(f"/api/v1/schools/{school}/top-needs", json=told(THREE[1]))).json()
    assert (made["status"], made["submitted_on"], made["approved_on"], made["published_on"]) == (
        "published", "2020-01-27", "2020-01-27", "2020-01-27",
    )  # fmt: skip
    assert made["approved_by"]["id"] == str(leader.id)
    kinds = [row["kind"] for row in await world.rows("select kind from log order by seq")]
    assert kinds == [
        "needs_assessment.started", "needs_assessment.submitted", "needs_assessment.approved",
        "needs_assessment.published", "need.added",
    ]  # fmt: skip


async def test_a_leader_of_another_school_who_coordinates_here_only_hands_them_in(world: World) -> None:
    school = await a_ready_school(world)
    person = await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world, name="Other")])
    await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school], person_id=person.id)
    made = await person.http.post(f"/api/v1/schools/{school}/top-needs", json=told(THREE[0]))
    assert made.json()["status"] == "submitted"
    machine = await world.machine(Scope.NEEDS_WRITE, Scope.NEEDS_READ, Scope.NEEDS_APPROVE, schools=[school])
    await world.rows("update needs_assessment set school_year = '2018-2019'")
    pushed = await machine.post(f"/api/v1/schools/{school}/top-needs", json=told(THREE[0]))
    assert (pushed.status_code, pushed.json()["status"]) == (201, "submitted")


async def test_a_retry_with_the_same_key_names_them_once(world: World) -> None:
    school = await a_ready_school(world)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    answers = [
        await leader.http.post(
            f"/api/v1/schools/{school}/top-needs", json=told(*THREE), headers={"Idempotency-Key": "once"}
        )
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].content == answers[1].content
    assert len(await world.rows("select 1 from need")) == 3


async def test_they_are_named_by_those_who_work_there(world: World) -> None:
    school = await a_ready_school(world)
    elsewhere = await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world, name="Other")])
    refused = await elsewhere.http.post(f"/api/v1/schools/{school}/top-needs", json=told(THREE[0]))
    assert (refused.status_code, refused.json()["type"].rpartition(":")[2]) == (403, "not-your-school")
    missing = await elsewhere.http.post(f"/api/v1/schools/{new_id()}/top-needs", json=told(THREE[0]))
    assert missing.status_code == 404
    assert (await world.anonymous().post(f"/api/v1/schools/{school}/top-needs", json=told())).status_code == 401


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        (told(), "/needs"), (told(*THREE, THREE[0]), "/needs"), (told(THREE[0], year="2031-2032"), "/school_year"),
        (told(THREE[0], {**THREE[1], "area": "nowhere"}), "/needs/1/area"),
        (told({**THREE[0], "sentence": " "}), "/needs/0/sentence"), (told({**THREE[0], "title": ""}), "/needs/0/title"),
        (told({**THREE[0], "impact": "5"}), "/needs/0/impact"),
    ],
)  # fmt: skip
async def test_what_is_wrong_is_pointed_at_and_nothing_is_half_written(
    world: World, body: dict[str, Any], pointer: str
) -> None:
    school = await a_ready_school(world)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    answer = await leader.http.post(f"/api/v1/schools/{school}/top-needs", json=body)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)
    assert await world.rows("select 1 from needs_assessment") == await world.rows("select 1 from log") == []
