"""What proves a need: proposals of published measures, accounts, and what of them leaves the school."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from alongside.identity.scopes import Role
from tests.measures.factories import a_measure, an_observation
from tests.needs.factories import a_need, an_assessment, an_evidence
from tests.partners.factories import a_partner
from tests.schools.factories import a_school, a_term
from tests.world import World

ASSESSMENTS, NEEDS = "/api/v1/needs-assessments", "/api/v1/needs"
ANY = {"If-Match": "*"}
SENTENCE = "Attendance 88.0% is 5.4 points below the district's 93.4% (2018-2019)"


async def measured(world: World, school: UUID, own: str, district: str, **values: Any) -> UUID:
    """A measure with a school's value and the district's."""
    measure = await a_measure(world, **values)
    await observed(world, measure, school, own)
    await observed(world, measure, None, district)
    return measure


async def observed(world: World, measure: UUID, school: UUID | None, value: str, **values: Any) -> None:
    exact: Any = Decimal(value)
    await an_observation(world, measure=measure, school=school, value=exact, **values)


async def test_the_published_measures_propose_what_is_worse_than_the_district(world: World) -> None:
    school = await a_school(world)
    await measured(world, school, "88.0", "93.4")
    await measured(world, school, "38", "19", key="truancy", name="Chronic truancy", direction="decrease")
    await measured(world, school, "95", "93.4", key="better", name="Better")
    await measured(world, school, "40", "60", key="survey", name="Survey of teachers", may_be_evidence=False)
    assessment = await an_assessment(world, school=school, status="draft")
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school])
    found = (await coordinator.http.get(f"{ASSESSMENTS}/{assessment}/evidence-proposals")).json()["items"]
    assert [(one["measure"], one["gap"]) for one in found] == [("truancy", 19), ("attendance_rate", 5.4)]
    assert found[1]["sentence"] == SENTENCE
    assert found[1]["period"] == "2018-2019"


async def test_proposals_are_for_the_school_and_the_district(world: World) -> None:
    school = await a_school(world)
    await measured(world, school, "88.0", "93.4")
    assessment = await an_assessment(world, school=school)
    at = f"{ASSESSMENTS}/{assessment}/evidence-proposals"
    inside = [
        await world.person(Role.SCHOOL_LEADER, schools=[school]), await world.person(Role.PARTNERSHIP_OFFICE),
    ]  # fmt: skip
    outside = [
        await world.person(Role.SCHOOL_STAFF, schools=[school]),
        await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world, name="Other")]),
        await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world)),
    ]
    for person in inside:
        assert len((await person.http.get(at)).json()["items"]) == 1
    for person in outside:
        answer = await person.http.get(at)
        assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (403, "not-your-school")


async def test_an_accepted_proposal_keeps_the_sentence_that_the_server_writes(world: World) -> None:
    school = await a_school(world)
    await measured(world, school, "88.0", "93.4")
    assessment = await an_assessment(world, school=school, status="draft")
    need = await a_need(world, school=school, assessment=assessment)
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school])
    at, body = f"{NEEDS}/{need}/evidence", {"measure": "attendance_rate", "period": "2018-2019"}
    assert (await coordinator.http.post(at, json=body, headers={"If-Match": '"9-00"'})).status_code == 412
    answer = await coordinator.http.post(at, json=body)
    read = answer.json()
    assert (answer.status_code, read["version"], answer.headers["location"]) == (201, 2, f"{NEEDS}/{need}")
    (piece,) = read["evidence"]
    assert (piece["measure"], piece["period"], piece["statement"]) == ("attendance_rate", "2018-2019", SENTENCE)
    assert piece["source"] == "District dashboard"
    twice = await coordinator.http.post(at, json=body)
    assert (twice.status_code, twice.json()["type"].rpartition(":")[2]) == (409, "evidence-there")
    # the sentence is what was shown and accepted; a later correction of the value does not rewrite it
    await world.rows("update observation set value = 95 where school_id = $1", school)
    assert (await coordinator.http.get(f"{NEEDS}/{need}")).json()["evidence"] == [piece]
    removal = f"{at}/{piece['id']}"
    assert (await coordinator.http.delete(removal)).status_code == 428
    assert (await coordinator.http.delete(removal, headers=ANY)).status_code == 204
    assert (await coordinator.http.delete(removal, headers=ANY)).status_code == 404
    kinds = [row["kind"] for row in await world.rows("select kind from log where object_id = $1 order by seq", need)]
    assert kinds == ["need.evidence_added", "need.evidence_removed"]


async def test_an_account_is_kept_with_who_gave_it(world: World) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school, status="draft")
    need = await a_need(world, school=school, assessment=assessment)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    body = {"statement": "Mornings are hard", "source": "Family meeting, October"}
    read = (await leader.http.post(f"{NEEDS}/{need}/evidence", json=body)).json()
    assert [(one["measure"], one["statement"], one["source"]) for one in read["evidence"]] == [
        (None, "Mornings are hard", "Family meeting, October")
    ]
    assert (await leader.http.post(f"{NEEDS}/{need}/evidence", json=body)).status_code == 409
    other = {**body, "statement": "The bus is late"}
    assert (await leader.http.post(f"{NEEDS}/{need}/evidence", json=other)).status_code == 201


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({}, {"/source", "/statement"}), ({"measure": "attendance_rate"}, {"/period"}),
        ({"statement": "S"}, {"/source"}),
        ({"measure": "attendance_rate", "period": "2018-2019", "statement": "Mine"}, {"/statement"}),
        ({"measure": "attendance_rate", "period": "2017-2018"}, {"/measure"}),
        ({"measure": "nothing_such", "period": "2018-2019"}, {"/measure"}),
        ({"measure": "survey", "period": "2018-2019"}, {"/measure"}),
        ({"measure": "better", "period": "2018-2019"}, {"/measure"}),
    ],
)  # fmt: skip
async def test_evidence_that_is_no_evidence_is_refused(world: World, body: dict[str, str], pointers: set[str]) -> None:
    school = await a_school(world)
    await measured(world, school, "88.0", "93.4")
    await measured(world, school, "40", "60", key="survey", may_be_evidence=False)
    await measured(world, school, "95", "93.4", key="better")
    assessment = await an_assessment(world, school=school, status="draft")
    need = await a_need(world, school=school, assessment=assessment)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    answer = await leader.http.post(f"{NEEDS}/{need}/evidence", json=body)
    assert answer.status_code == 422
    assert {fault["pointer"] for fault in answer.json()["errors"]} == pointers
    assert await world.rows("select 1 from need_evidence") == []


async def test_partners_see_evidence_only_of_measures_that_are_for_them(world: World) -> None:
    school = await a_school(world)
    shown = await a_measure(world, key="attendance_rate")
    inside = await a_measure(world, key="culture", is_for_partners=False)
    assessment = await an_assessment(world, school=school)
    need = await a_need(world, school=school, assessment=assessment)
    await an_evidence(world, need=need, statement="Families said so")
    await an_evidence(world, need=need, measure_id=shown, period="2018-2019", statement="Shown")
    await an_evidence(world, need=need, measure_id=inside, period="2018-2019", statement="Inside")
    partner = await world.person(Role.PARTNER_STAFF, partner=await a_partner(world))
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[school])
    for person, wanted in (
        (partner, ["Families said so", "Shown"]), (teacher, ["Families said so", "Shown", "Inside"]),
    ):  # fmt: skip
        answer = await person.http.get(f"{NEEDS}/{need}")
        assert [one["statement"] for one in answer.json()["evidence"]] == wanted
        assert ("Inside" in answer.text) is (person is teacher)


async def test_a_sentence_about_a_small_group_stays_with_those_who_see_its_value(world: World) -> None:
    """A leader sees the own school's small groups and may accept what they propose; nobody else reads it."""
    school = await a_school(world)
    measure = await a_measure(world)
    await observed(world, measure, school, "50.0", numerator=4, denominator=8, hidden="small_n")
    await observed(world, measure, None, "93.4")
    assessment = await an_assessment(world, school=school, status="draft")
    need = await a_need(world, school=school, assessment=assessment)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    body = {"measure": "attendance_rate", "period": "2018-2019"}
    made = await leader.http.post(f"{NEEDS}/{need}/evidence", json=body)
    assert made.json()["evidence"][0]["statement"].startswith("Attendance 50.0%")
    await world.rows("update needs_assessment set status = 'published', published_on = '2020-01-27'")
    assert len((await leader.http.get(f"{NEEDS}/{need}")).json()["evidence"]) == 1
    others = [
        await world.person(Role.PARTNERSHIP_OFFICE),
        await world.person(Role.SCHOOL_STAFF, schools=[school]),
        await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world, name="Other")]),
        await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world)),
        await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school], employer=await a_partner(world)),
    ]
    for person in others:
        answer = await person.http.get(f"{NEEDS}/{need}")
        assert answer.json()["evidence"] == [], person.role
        assert "50.0" not in answer.text, person.role


async def test_a_need_is_named_together_with_what_proves_it(world: World) -> None:
    school = await a_school(world)
    await a_term(world, code="attendance", label="Attendance")
    await measured(world, school, "88.0", "93.4")
    assessment = await an_assessment(world, school=school, status="draft")
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school])
    at = f"{ASSESSMENTS}/{assessment}/needs"
    proposed = {"measure": "attendance_rate", "period": "2018-2019"}
    account = {"statement": "The first bus comes late", "source": "Family meeting, October"}
    body = {"title": "Come every day", "area_code": "attendance", "evidence": [proposed, account]}
    made = await coordinator.http.post(at, json=body)
    assert made.status_code == 201
    assert [(one["statement"], one["source"]) for one in made.json()["evidence"]] == [
        (SENTENCE, "District dashboard"), (account["statement"], account["source"]),
    ]  # fmt: skip
    told = await world.rows("select kind from log where object_id = $1 order by seq", UUID(made.json()["id"]))
    assert [row["kind"] for row in told] == ["need.added", "need.evidence_added", "need.evidence_added"]
    for evidence, pointer in (
        ([{"measure": "attendance_rate", "period": "2001-2002"}], "/evidence/0/measure"),
        ([account, {"statement": "No source"}], "/evidence/1/source"),
        ([account, account], "/evidence/1"),
        ([proposed, proposed], "/evidence/1"),
    ):
        refused = await coordinator.http.post(at, json={**body, "evidence": evidence})
        assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, pointer)
    read = (await coordinator.http.get(f"{ASSESSMENTS}/{assessment}")).json()
    assert [need["title"] for need in read["needs"]] == ["Come every day"]
