"""Needs in an assessment: named, rated, ranked by score and by hand, moved along, removed."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from alongside.needs.rules import CRITERIA
from alongside.partnerships.models import Partnership, PartnershipNeed
from tests.needs.factories import a_need, an_assessment, an_evidence
from tests.partners.factories import a_partner, a_program
from tests.schools.factories import a_school, a_term
from tests.world import Person, World

ASSESSMENTS, NEEDS = "/api/v1/needs-assessments", "/api/v1/needs"
ANY = {"If-Match": "*"}
REASON = {"reason": "The board asked for it"}


async def a_scene(world: World, status: str = "prioritizing", kind: str = "comprehensive") -> tuple[UUID, UUID, Person]:
    """A school, its assessment, and its coordinator."""
    await a_term(world, code="attendance", label="Attendance")
    school = await a_school(world)
    assessment = await an_assessment(world, school=school, status=status, kind=kind)
    return school, assessment, await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school])


async def order(http: httpx.AsyncClient, assessment: UUID) -> list[tuple[str, int | None]]:
    needs = (await http.get(f"{ASSESSMENTS}/{assessment}")).json()["needs"]
    return [(need["title"], need["rank"]) for need in needs]


async def add(http: httpx.AsyncClient, assessment: UUID, title: str, **values: Any) -> dict[str, Any]:
    answer = await http.post(
        f"{ASSESSMENTS}/{assessment}/needs", json={"title": title, "area_code": "attendance", **values}
    )
    assert answer.status_code == 201, answer.text
    read: dict[str, Any] = answer.json()
    return read


async def test_a_need_is_named_with_what_is_known(world: World) -> None:
    await a_term(world, scheme="population", code="english_learners", label="English learners")
    school, assessment, coordinator = await a_scene(world)
    answer = await coordinator.http.post(
        f"{ASSESSMENTS}/{assessment}/needs",
        json={
            "title": "More students at school every day", "area_code": "attendance", "grades": ["9", "9"],
            "populations": ["english_learners"], "times_of_day": ["before_school"], "languages": ["Spanish"],
            "est_students": 60, "current_condition": "One in five misses a month", "impact": 5, "urgency": 4,
        },
    )  # fmt: skip
    body = answer.json()
    assert (answer.status_code, answer.headers["location"]) == (201, f"{NEEDS}/{body['id']}")
    assert (await coordinator.http.get(answer.headers["location"])).json() == body
    assert (body["status"], body["score"], body["rank"], body["grades"]) == ("identified", 4.5, 1, ["9"])
    assert body["area"] == {"code": "attendance", "label": "Attendance"}
    assert (body["school"]["id"], body["meet_via_partnership"], body["can_edit"]) == (str(school), "yes", True)
    assert body["allowed_moves"][0] == {"move": "prioritize", "needs": ["evidence", "ratings"]}
    # the assessment holds its needs, so its version moves too
    assert (await coordinator.http.get(f"{ASSESSMENTS}/{assessment}")).json()["version"] == 2
    kinds = [row["kind"] for row in await world.rows("select kind from log order by seq")]
    assert kinds == ["need.added", "needs_assessment.needs_changed"]


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"title": " "}, "/title"), ({"area_code": "nowhere"}, "/area_code"), ({"impact": 6}, "/impact"),
        ({"urgency": 0}, "/urgency"), ({"grades": ["13"]}, "/grades/0"),
        ({"populations": ["everyone"]}, "/populations/0"),
        ({"est_students": -1}, "/est_students"), ({"meet_via_partnership": "maybe"}, "/meet_via_partnership"),
        ({"score": 5}, "/score"), ({"rank": 1}, "/rank"), ({"status": "met"}, "/status"),
    ],
)  # fmt: skip
async def test_a_need_that_is_wrong_is_refused(world: World, wrong: dict[str, Any], pointer: str) -> None:
    _, assessment, coordinator = await a_scene(world)
    body = {"title": "Come", "area_code": "attendance", **wrong}
    answer = await coordinator.http.post(f"{ASSESSMENTS}/{assessment}/needs", json=body)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)
    need = await a_need(world, school=(await world.rows("select id from school"))[0]["id"], assessment=assessment)
    changed = await coordinator.http.patch(f"{NEEDS}/{need}", json=wrong, headers=ANY)
    assert (changed.status_code, changed.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_ratings_make_the_score_and_the_score_makes_the_order(world: World) -> None:
    _, assessment, coordinator = await a_scene(world)
    first = await add(coordinator.http, assessment, "First", impact=3)
    second = await add(coordinator.http, assessment, "Second", impact=4)
    await add(coordinator.http, assessment, "Unrated")
    assert await order(coordinator.http, assessment) == [("Second", 1), ("First", 2), ("Unrated", 3)]
    rated = await coordinator.http.patch(f"{NEEDS}/{first['id']}", json=dict.fromkeys(CRITERIA, 5), headers=ANY)
    assert (rated.json()["score"], rated.json()["rank"], rated.json()["version"]) == (5, 1, 2)
    # the other only moved its place, so whoever edits it meanwhile loses nothing
    assert (await coordinator.http.get(f"{NEEDS}/{second['id']}")).json()["version"] == 1
    cleared = await coordinator.http.patch(f"{NEEDS}/{first['id']}", json=dict.fromkeys(CRITERIA), headers=ANY)
    assert (cleared.json()["score"], cleared.json()["rank"]) == (None, 2)


async def test_an_edit_needs_the_version_it_started_from_and_leaves_no_trace_of_nothing(world: World) -> None:
    school, assessment, coordinator = await a_scene(world)
    need = await a_need(world, school=school, assessment=assessment)
    at = f"{NEEDS}/{need}"
    tag = {"If-Match": (await coordinator.http.get(at)).headers["etag"]}
    assert (await coordinator.http.patch(at, json={"title": "New"})).status_code == 428
    same = await coordinator.http.patch(at, json={"title": "More students at school every day"}, headers=tag)
    assert same.json()["version"] == 1
    assert await world.rows("select 1 from log") == []
    assert (await coordinator.http.patch(at, json={"title": "New"}, headers=tag)).status_code == 200
    assert (await coordinator.http.patch(at, json={"title": "Newer"}, headers=tag)).status_code == 412
    assert (await coordinator.http.delete(at)).status_code == 428
    assert (await coordinator.http.delete(at, headers=tag)).status_code == 412
    for field in ("title", "area_code", "grades", "meet_via_partnership"):
        answer = await coordinator.http.patch(at, json={field: None}, headers=ANY)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, f"/{field}")


async def test_once_approved_an_assessment_keeps_its_needs_as_they_are(world: World) -> None:
    for status in ("approved", "published", "superseded"):
        school, coordinator = await a_school(world), None
        assessment = await an_assessment(world, school=school, status=status, school_year="2018-2019")
        need = await a_need(world, school=school, assessment=assessment)
        coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school])
        body = {"title": "Come", "area_code": "attendance"}
        for method, path, told in (
            ("POST", f"{ASSESSMENTS}/{assessment}/needs", body), ("PATCH", f"{NEEDS}/{need}", {"title": "New"}),
            ("DELETE", f"{NEEDS}/{need}", None), ("PUT", f"{ASSESSMENTS}/{assessment}/ranking", {"places": []}),
            ("POST", f"{NEEDS}/{need}/evidence", {"statement": "S", "source": "S"}),
            ("PATCH", f"{ASSESSMENTS}/{assessment}", {"note": "N"}),
        ):  # fmt: skip
            answer = await coordinator.http.request(method, path, json=told, headers=ANY)
            assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (
                409, "needs-assessment-closed",
            ), (method, path)  # fmt: skip


async def test_the_district_and_other_schools_do_not_edit_a_school_s_needs(world: World) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school)
    need = await a_need(world, school=school, assessment=assessment)
    admin = await world.person(Role.DISTRICT_ADMIN)
    elsewhere = await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world, name="Other")])
    for http in (admin.http, elsewhere.http):
        for method, path, told in (
            ("PATCH", f"{NEEDS}/{need}", {"title": "New"}), ("DELETE", f"{NEEDS}/{need}", None),
            ("POST", f"{NEEDS}/{need}/evidence", {"statement": "S", "source": "S"}),
            ("PUT", f"{ASSESSMENTS}/{assessment}/ranking", {"places": []}),
        ):  # fmt: skip
            answer = await http.request(method, path, json=told, headers=ANY)
            assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (403, "not-your-school"), path
        assert (await http.post(f"{NEEDS}/{need}/meet")).status_code in (403, 409)


async def test_a_place_set_by_hand_stands_with_its_reason(world: World) -> None:
    _, assessment, coordinator = await a_scene(world)
    made = {name: await add(coordinator.http, assessment, name, impact=impact) for name, impact in
            (("High", 5), ("Middle", 3), ("Low", 1))}  # fmt: skip
    at = f"{ASSESSMENTS}/{assessment}/ranking"
    body = {"places": [{"need_id": made["Low"]["id"], "rank": 1, **REASON}]}
    assert (await coordinator.http.put(at, json=body)).status_code == 428
    answer = await coordinator.http.put(at, json=body, headers=ANY)
    version = answer.json()["version"]
    assert [(need["title"], need["rank"], need["score"], need["rank_reason"]) for need in answer.json()["needs"]] == [
        ("Low", 1, 1, REASON["reason"]), ("High", 2, 5, None), ("Middle", 3, 3, None),
    ]  # fmt: skip
    assert [need["place_by_score"] for need in answer.json()["needs"]] == [3, 1, 2]
    again = await coordinator.http.put(at, json=body, headers=ANY)
    assert again.json()["version"] == version
    await add(coordinator.http, assessment, "Higher", impact=5, urgency=5)
    assert [title for title, _ in await order(coordinator.http, assessment)] == ["Low", "Higher", "High", "Middle"]
    stale = await coordinator.http.put(at, json={"places": []}, headers={"If-Match": again.headers["etag"]})
    assert stale.status_code == 412
    released = await coordinator.http.put(at, json={"places": []}, headers=ANY)
    assert [need["title"] for need in released.json()["needs"]] == ["Higher", "High", "Middle", "Low"]
    told = await world.rows("select reason from log where kind = 'need.ranked' order by seq")
    assert [row["reason"] for row in told] == [REASON["reason"], None]


async def test_a_ranking_that_does_not_add_up_points_at_what_is_wrong(world: World) -> None:
    school, assessment, coordinator = await a_scene(world)
    first, second = [await a_need(world, school=school, assessment=assessment, title=name) for name in "ab"]
    gone = await a_need(world, school=school, assessment=assessment, status="dropped")
    foreign = await a_need(world, school=school, assessment=await an_assessment(world, school=school, kind="segmented"))

    def place(need: UUID, rank: int, reason: str | None = "Why") -> dict[str, Any]:
        return {"need_id": str(need), "rank": rank, "reason": reason}

    for places, pointer in (
        ([place(first, 1), place(second, 1)], "/places/1/rank"), ([place(first, 0)], "/places/0/rank"),
        ([place(first, 3)], "/places/0/rank"), ([place(first, 1), place(first, 2)], "/places/1/need_id"),
        ([place(foreign, 1)], "/places/0/need_id"), ([place(new_id(), 1)], "/places/0/need_id"),
        ([place(gone, 1)], "/places/0/need_id"), ([place(first, 1, " ")], "/places/0/reason"),
        ([place(first, 1, None)], "/places/0/reason"),
    ):  # fmt: skip
        answer = await coordinator.http.put(f"{ASSESSMENTS}/{assessment}/ranking", json={"places": places}, headers=ANY)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer), places
    assert await world.rows("select 1 from log") == []


async def test_a_need_is_moved_along_by_the_school(world: World) -> None:
    school, assessment, coordinator = await a_scene(world)
    need = await a_need(
        world, school=school, assessment=assessment, status="identified", **dict.fromkeys(CRITERIA, 3)
    )  # fmt: skip
    at = f"{NEEDS}/{need}"
    (listed,) = (await coordinator.http.get(f"{ASSESSMENTS}/{assessment}")).json()["needs"]
    assert listed["allowed_moves"] == (await coordinator.http.get(at)).json()["allowed_moves"]
    assert {"move": "prioritize", "needs": ["evidence"]} in listed["allowed_moves"]
    unproved = await coordinator.http.post(f"{at}/prioritize")
    assert (unproved.status_code, unproved.json()["needs"]) == (409, ["evidence"])
    await an_evidence(world, need=need)
    steps = [
        ("prioritize", None, "prioritized", "need.prioritized"), ("defer", REASON, "deferred", "need.deferred"),
        ("prioritize", None, "prioritized", "need.prioritized"), ("match", None, "matched", "need.matched"),
        ("address", None, "being_addressed", "need.addressed"), ("meet", None, "met", "need.met"),
    ]  # fmt: skip
    for place, (verb, body, state, kind) in enumerate(steps, start=2):
        answer = await coordinator.http.post(f"{at}/{verb}", json=body)
        read = answer.json()
        assert (answer.status_code, read["status"], read["version"]) == (200, state, place), answer.text
        assert read["rank"] == (None if state == "deferred" else 1)
        told = await world.rows("select kind, reason from log where object_id = $1 order by seq desc limit 1", need)
        assert (told[0]["kind"], told[0]["reason"]) == (kind, body["reason"] if body else None)
    late = await coordinator.http.post(f"{at}/drop", json=REASON)
    assert (late.status_code, late.json()["allowed_moves"]) == (409, [])
    for verb in ("defer", "drop"):
        assert (await coordinator.http.post(f"{at}/{verb}", json={})).status_code == 422


async def test_a_published_need_moves_along_and_keeps_its_place(world: World) -> None:
    school, assessment, coordinator = await a_scene(world, status="published")
    need = await a_need(world, school=school, assessment=assessment, status="being_addressed", rank=1)
    await a_need(world, school=school, assessment=assessment, title="Other", rank=2)
    assert (await coordinator.http.post(f"{NEEDS}/{need}/meet")).json()["status"] == "met"
    assert await order(coordinator.http, assessment) == [("More students at school every day", 1), ("Other", 2)]
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[school])
    assert (await teacher.http.post(f"{NEEDS}/{need}/drop", json=REASON)).status_code == 403
    await world.rows("update needs_assessment set status = 'superseded'")
    closed = await coordinator.http.post(f"{NEEDS}/{need}/drop", json=REASON)
    assert (closed.status_code, closed.json()["type"].rpartition(":")[2]) == (409, "needs-assessment-closed")
    assert (await coordinator.http.get(f"{NEEDS}/{need}")).json()["allowed_moves"] == []


async def test_a_need_is_removed_with_its_evidence_and_the_rest_close_up(world: World) -> None:
    school, assessment, coordinator = await a_scene(world)
    need = await a_need(world, school=school, assessment=assessment, title="First", rank=1, impact=5, score=5)
    await a_need(world, school=school, assessment=assessment, title="Second", rank=2)
    await an_evidence(world, need=need)
    assert (await coordinator.http.delete(f"{NEEDS}/{need}", headers=ANY)).status_code == 204
    assert (await coordinator.http.get(f"{NEEDS}/{need}")).status_code == 404
    assert await order(coordinator.http, assessment) == [("Second", 1)]
    assert await world.rows("select 1 from need_evidence") == []


async def test_a_need_that_a_partnership_addresses_is_not_removed(world: World) -> None:
    school, assessment, coordinator = await a_scene(world)
    need = await a_need(world, school=school, assessment=assessment)
    partner = await a_partner(world)
    partnership = await world.add(
        Partnership, partner_id=partner, program_id=await a_program(world, partner=partner), school_id=school,
        first_school_year="2019-2020",
    )  # fmt: skip
    await world.add(PartnershipNeed, partnership_id=partnership, need_id=need)
    answer = await coordinator.http.delete(f"{NEEDS}/{need}", headers=ANY)
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (409, "need-in-use")
    assert (await coordinator.http.post(f"{NEEDS}/{need}/drop", json=REASON)).status_code == 200


async def test_many_who_work_on_one_assessment_at_once_lose_nothing(world: World) -> None:
    school, assessment, coordinator = await a_scene(world)
    ready = [await a_need(world, school=school, assessment=assessment, title=f"Old {place}") for place in range(4)]
    await asyncio.gather(
        *(add(coordinator.http, assessment, f"New {place}", impact=place + 1) for place in range(4)),
        *(coordinator.http.patch(f"{NEEDS}/{need}", json={"urgency": 5}, headers=ANY) for need in ready),
    )
    found = await order(coordinator.http, assessment)
    assert [rank for _, rank in found] == list(range(1, 9))
    assert (await coordinator.http.get(f"{ASSESSMENTS}/{assessment}")).json()["version"] == 9
