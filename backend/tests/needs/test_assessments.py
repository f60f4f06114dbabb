"""A school's assessment from draft to published, and its next version."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from alongside.needs.rules import CRITERIA
from tests.needs.factories import a_need, an_assessment, an_evidence
from tests.schools.factories import a_school, a_school_year
from tests.world import TODAY, World

ASSESSMENTS, NEEDS = "/api/v1/needs-assessments", "/api/v1/needs"
ANY = {"If-Match": "*"}
RATED = dict.fromkeys(CRITERIA, 4)
REASON = {"reason": "The closing school's students joined"}


async def a_proved_need(world: World, school: UUID, assessment: UUID, **values: Any) -> UUID:
    need = await a_need(world, school=school, assessment=assessment, **{**RATED, "score": 4, **values})
    await an_evidence(world, need=need)
    return need


async def history(world: World, record: UUID) -> list[str]:
    return [row["kind"] for row in await world.rows("select kind from log where object_id = $1 order by seq", record)]


@pytest.mark.parametrize("role", [Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR])
async def test_the_school_begins_its_assessment(world: World, role: Role) -> None:
    school = await a_school(world)
    await a_school_year(world)
    person = await world.person(role, schools=[school])
    body = {
        "school_id": str(school),
        "school_year": "2019-2020",
        "kind": "comprehensive",
        "note": "Start with attendance",
    }
    made = await person.http.post(ASSESSMENTS, json=body)
    read = made.json()
    assert made.status_code == 201
    assert (await person.http.get(made.headers["location"])).json() == read
    assert (read["status"], read["path"], read["can_edit"], read["needs"]) == ("draft", "full", True, [])
    assert (read["lead"]["id"], read["school"]["name"]) == (str(person.id), "Alder Park School")
    assert {"move": "submit", "needs": ["needs"]} in read["allowed_moves"]
    again = await person.http.post(ASSESSMENTS, json=body)
    assert (again.status_code, again.json()["existing"]) == (409, {"id": read["id"], "status": "draft"})
    other_kind = await person.http.post(ASSESSMENTS, json={**body, "kind": "segmented"})
    assert other_kind.status_code == 201
    assert await history(world, UUID(read["id"])) == ["needs_assessment.started"]


async def test_a_published_assessment_is_the_one_of_its_year(world: World) -> None:
    school = await a_school(world)
    await a_school_year(world)
    await an_assessment(world, school=school)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    body = {"school_id": str(school), "school_year": "2019-2020", "kind": "comprehensive"}
    assert (await leader.http.post(ASSESSMENTS, json=body)).status_code == 409


async def test_an_assessment_is_begun_at_one_s_own_school_in_a_year_there_is(world: World) -> None:
    school, other = await a_school(world), await a_school(world, name="Other")
    await a_school_year(world)
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school])
    admin = await world.person(Role.DISTRICT_ADMIN)
    body = {"school_id": str(school), "school_year": "2019-2020", "kind": "comprehensive"}
    for http, school_id in ((coordinator.http, other), (admin.http, school)):
        answer = await http.post(ASSESSMENTS, json={**body, "school_id": str(school_id)})
        assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (403, "not-your-school")
    for wrong, pointer in (
        ({"school_year": "2020-2021"}, "/school_year"), ({"school_year": "2019-2021"}, "/school_year"),
        ({"school_id": str(new_id())}, "/school_id"),
        ({"kind": "quick"}, "/kind"), ({"status": "published"}, "/status"),
    ):  # fmt: skip
        answer = await coordinator.http.post(ASSESSMENTS, json={**body, **wrong})
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_the_team_edits_its_note(world: World) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school, status="draft", note="Old")
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    at = f"{ASSESSMENTS}/{assessment}"
    tag = {"If-Match": (await leader.http.get(at)).headers["etag"]}
    assert (await leader.http.patch(at, json={"note": "New"})).status_code == 428
    assert (await leader.http.patch(at, json={"note": "Old"}, headers=tag)).json()["version"] == 1
    assert (await leader.http.patch(at, json={"note": "New"}, headers=tag)).json()["note"] == "New"
    assert (await leader.http.patch(at, json={"note": None}, headers=tag)).status_code == 412
    assert await history(world, assessment) == ["needs_assessment.changed"]
    elsewhere = await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world, name="Other")])
    assert (await elsewhere.http.patch(at, json={"note": "Mine"}, headers=ANY)).status_code == 404


async def test_an_assessment_goes_from_draft_to_published(world: World) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school, status="draft")
    await a_proved_need(world, school, assessment)
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school])
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    at = f"{ASSESSMENTS}/{assessment}"
    steps = [
        (coordinator, "collect", "collecting"), (coordinator, "analyze", "analyzing"),
        (coordinator, "prioritize", "prioritizing"), (leader, "collect", "collecting"),
        (coordinator, "submit", "submitted"), (coordinator, "analyze", "analyzing"), (leader, "submit", "submitted"),
        (leader, "approve", "approved"), (leader, "publish", "published"),
    ]  # fmt: skip
    for place, (person, verb, state) in enumerate(steps, start=2):
        answer = await person.http.post(f"{at}/{verb}")
        read = answer.json()
        assert (answer.status_code, read["status"], read["version"]) == (200, state, place), answer.text
    assert read["submitted_on"] == read["approved_on"] == read["published_on"] == TODAY.isoformat()
    assert read["approved_by"]["id"] == str(leader.id)
    assert (read["can_edit"], read["allowed_moves"]) == (False, [])
    assert (await history(world, assessment))[-3:] == [
        "needs_assessment.submitted", "needs_assessment.approved", "needs_assessment.published",
    ]  # fmt: skip


async def test_only_the_leader_approves_and_publishes(world: World) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school, status="submitted")
    await a_proved_need(world, school, assessment)
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school])
    admin = await world.person(Role.DISTRICT_ADMIN)
    machine = await world.machine(Scope.NEEDS_APPROVE, Scope.NEEDS_READ)
    for http in (coordinator.http, admin.http, machine):
        assert (await http.post(f"{ASSESSMENTS}/{assessment}/approve")).status_code == 403
    assert (await machine.get(f"{ASSESSMENTS}/{assessment}")).json()["allowed_moves"] == []
    # who leads one school and coordinates this one gives a leader's word only at the first
    both = await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world, name="Other")])
    await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school], person_id=both.id)
    refused = await both.http.post(f"{ASSESSMENTS}/{assessment}/approve")
    assert (refused.status_code, refused.json()["type"].rpartition(":")[2]) == (403, "not-your-move")


async def test_a_step_says_what_it_still_needs(world: World) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school, status="prioritizing")
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school])
    at = f"{ASSESSMENTS}/{assessment}"
    for status, needs in (("identified", ["needs"]), ("prioritized", ["evidence", "ratings"])):
        need = await a_need(world, school=school, assessment=assessment, status=status)
        answer = await coordinator.http.post(f"{at}/submit")
        assert (answer.status_code, answer.json()["needs"]) == (409, needs)
        assert {"move": "submit", "needs": needs} in (await coordinator.http.get(at)).json()["allowed_moves"]
    await world.rows("update need set impact = 3, urgency = 3, magnitude = 3, feasibility = 3, alignment = 3")
    await an_evidence(world, need=need)
    assert (await coordinator.http.post(f"{at}/submit", headers={"If-Match": '"9-00"'})).status_code == 412
    assert (await coordinator.http.post(f"{at}/submit")).status_code == 200
    wrong_step = await coordinator.http.post(f"{at}/submit")
    assert (wrong_step.status_code, wrong_step.json()["type"].rpartition(":")[2]) == (
        409,
        "needs-assessment-cannot-move",
    )


async def test_the_next_version_leaves_the_published_one_standing_until_it_is_published(world: World) -> None:
    school = await a_school(world)
    first = await an_assessment(world, school=school, note="Kept")
    proved = await a_proved_need(world, school, first, rank=1, languages=["Spanish"])
    await a_need(world, school=school, assessment=first, title="Second", rank=2, status="deferred")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[school])
    assert (await leader.http.post(f"{ASSESSMENTS}/{first}/reopen", json=REASON)).status_code == 403
    unsaid = await office.http.post(f"{ASSESSMENTS}/{first}/reopen", json={})
    assert (unsaid.status_code, unsaid.json()["errors"][0]["pointer"]) == (422, "/reason")
    made = await office.http.post(f"{ASSESSMENTS}/{first}/reopen", json=REASON)
    assert made.status_code == 201
    at = made.headers["location"]
    read = (await leader.http.get(at)).json()
    assert (read["status"], read["note"], read["published_on"], read["version"]) == ("draft", "Kept", None, 1)
    assert [need["title"] for need in read["needs"]] == ["More students at school every day", "Second"]
    copy = (await leader.http.get(f"{NEEDS}/{read['needs'][0]['id']}")).json()
    assert copy["id"] != str(proved)
    assert (copy["languages"], copy["score"], len(copy["evidence"]), copy["can_edit"]) == (["Spanish"], 4, 1, True)
    again = await office.http.post(f"{ASSESSMENTS}/{first}/reopen", json=REASON)
    assert (again.status_code, again.json()["existing"]["id"]) == (409, read["id"])
    # the teacher still reads the first version, and only that
    assert (await teacher.http.get(f"{ASSESSMENTS}/{first}")).json()["status"] == "published"
    assert (await teacher.http.get(at)).status_code == 404
    for verb in ("submit", "approve", "publish"):
        assert (await leader.http.post(f"{at}/{verb}")).status_code == 200
    old = (await teacher.http.get(f"{ASSESSMENTS}/{first}")).json()
    assert (old["status"], (await teacher.http.get(at)).json()["status"]) == ("superseded", "published")
    listed = (await teacher.http.get(ASSESSMENTS)).json()["items"]
    assert [item["id"] for item in listed] == [read["id"]]
    assert await history(world, first) == ["needs_assessment.reopened", "needs_assessment.superseded"]
    told = await world.rows("select reason from log where kind = 'needs_assessment.reopened'")
    assert told[0]["reason"] == REASON["reason"]


async def test_what_was_approved_but_never_published_gives_way_at_once(world: World) -> None:
    school = await a_school(world)
    first = await an_assessment(world, school=school, status="approved")
    office = await world.person(Role.DISTRICT_ADMIN)
    made = await office.http.post(f"{ASSESSMENTS}/{first}/reopen", json=REASON)
    assert (made.status_code, made.json()["status"]) == (201, "draft")
    assert (await office.http.get(f"{ASSESSMENTS}/{first}")).json()["status"] == "superseded"
    draft = await office.http.post(f"{ASSESSMENTS}/{made.json()['id']}/reopen", json=REASON)
    assert draft.status_code == 409


async def test_what_was_published_more_than_three_years_ago_is_stale(world: World) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school, published_on=date(2017, 1, 27))
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    at = f"{ASSESSMENTS}/{assessment}"
    assert (await office.http.get(at)).json()["is_stale"] is False
    assert (await office.http.get(at, params={"effective_on": "2020-01-28"})).json()["is_stale"] is True
