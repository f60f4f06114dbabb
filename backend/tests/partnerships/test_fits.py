"""Programs that fit a need: reasons in words, best first, for the school's people and the district."""

from typing import Any
from uuid import UUID

import pytest

from alongside.core.db import Read
from alongside.identity.scopes import Role, Scope
from tests.partners.factories import a_partner, a_program
from tests.partnerships.factories import a_need, a_partnership
from tests.schools.factories import a_school, a_term
from tests.world import Person, World

KEYS = ["need_area", "grades", "capacity", "schedule", "language", "approval"]


async def the_areas(world: World) -> None:
    for code, label, parent in (
        ("academics", "Academics", None),
        ("tutoring", "Tutoring", "academics"),
        ("reading", "Reading", "academics"),
        ("arts", "Arts", None),
    ):
        await a_term(world, code=code, label=label, parent_code=parent)


async def a_reading_need(world: World, school: UUID, **values: Any) -> UUID:
    asked = {"grades": ["3"], "times_of_day": ["after_school"], "languages": ["Spanish"], "est_students": 40}
    return await a_need(world, school=school, area_code="tutoring", **{**asked, **values})


async def fits(who: Person, need: UUID, **asked: Any) -> Any:
    answer = await who.http.get(f"/api/v1/needs/{need}/fits", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_every_program_comes_with_its_reasons_in_words(world: World) -> None:
    await the_areas(world)
    school = await a_school(world)
    need = await a_reading_need(world, school)
    good = await a_partner(world, name="North River Tutors", vetting_expires_on=None)
    await a_program(
        world, partner=good, name="Circles", areas=("tutoring",), times_of_day=["after_school"],
        languages=["Spanish", "English"], capacity_students=24,
    )  # fmt: skip
    await a_program(world, partner=good, name="Murals", areas=("arts",))
    young = await a_partner(world, name="New Hands", status="under_review")
    await a_program(world, partner=young, name="Silent", areas=("reading",), grades=())
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    found = await fits(leader, need)
    assert (found["need"]["area"], found["need"]["school"]["name"]) == ("Tutoring", "Alder Park School")
    assert (found["considered"], found["matching"]) == (3, 2)
    best, second = found["items"]
    assert [each["key"] for each in best["criteria"]] == KEYS
    assert [(each["verdict"], each["words"]) for each in best["criteria"]] == [
        ("met", "Need area: Tutoring"),
        ("met", "Grades: 3–5 includes 3"),
        ("partly", "Room for 24 of about 40"),
        ("met", "When: after school"),
        ("met", "Spanish: yes"),
        ("met", "Approved"),
    ]
    assert (best["strength"], best["words"]) == ("strong", "Strong fit: 5 of 6 met, 1 partly")
    assert (best["partner"]["name"], best["program"]["name"]) == ("North River Tutors", "Circles")
    assert (best["partnership_id"], best["may_start"], best["is_own_employer"]) == (None, True, False)
    assert [(each["verdict"], each["words"]) for each in second["criteria"]] == [
        ("partly", "Need area: Reading, close to Tutoring"),
        ("not_known", "Grades: not known"),
        ("not_known", "Room: not known"),
        ("not_known", "When: not known"),
        ("not_known", "Spanish: not known"),
        ("partly", "Approval is under way"),
    ]
    assert "%" not in str(found)
    unfit = (await fits(leader, need, include_unfit="true"))["items"][-1]
    assert (unfit["strength"], unfit["words"]) == ("none", "Does not fit. Need area: Arts, not Tutoring")
    strong = await fits(leader, need, strength="strong")
    assert [item["program"]["name"] for item in strong["items"]] == ["Circles"]
    assert (await fits(leader, need, limit=1))["matching"] == 2
    assert len((await fits(leader, need, limit=1))["items"]) == 1


async def test_only_programs_that_may_come_are_considered(world: World) -> None:
    school = await a_school(world)
    need = await a_reading_need(world, school)
    for status in ("approved", "under_review", "prospective", "submitted", "changes_requested", "declined",
                   "suspended", "inactive"):  # fmt: skip
        partner = await a_partner(world, name=f"Partner {status}", status=status)
        await a_program(world, partner=partner, name=f"Program of {status}")
        await a_program(world, partner=partner, name=f"Retired of {status}", status="retired")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    found = await fits(office, need, include_unfit="true")
    assert {item["program"]["name"] for item in found["items"]} == {"Program of approved", "Program of under_review"}


async def test_what_the_school_has_already_is_said(world: World) -> None:
    school = await a_school(world)
    need = await a_reading_need(world, school)
    values = {"times_of_day": ["after_school"], "grades": ("3", "4")}
    partner = await a_partner(world, name="North River Tutors")
    here = await a_program(world, partner=partner, name="Here", **values)
    await a_program(world, partner=partner, name="Sister", **values)
    tried = await a_program(world, partner=partner, name="Tried", **values)
    other = await a_program(world, partner=await a_partner(world), name="Talked about", **values)
    works = await a_partnership(world, partner=partner, program=here, school=school)
    await a_partnership(
        world, partner=partner, program=tried, school=school, stage="not_a_fit", stage_reason="Too far away"
    )
    await a_partnership(world, partner=partner, program=other, school=school, stage="exploring")
    await a_partnership(world, partner=partner, program=tried, school=await a_school(world, name="Birch"))
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    by_name = {item["program"]["name"]: item for item in (await fits(leader, need))["items"]}
    assert by_name["Here"]["partnership_id"] == str(works)
    assert (by_name["Here"]["may_start"], by_name["Here"]["overlaps"]) == (False, [])
    for name in ("Sister", "Tried", "Talked about"):
        assert by_name[name]["overlaps"] == ["Here"]
        assert by_name[name]["criteria"][3]["words"] == "When: after school, when Here serves the same grades"
    assert by_name["Tried"]["partnership_id"] is None
    had = {one["program"]["name"]: (one["stage"], one["stage_reason"]) for one in by_name["Sister"]["partnerships"]}
    assert had["Here"] == ("active", None)
    assert had["Tried"] == ("not_a_fit", "Too far away")


async def test_the_order_is_the_same_however_the_programs_were_entered(world: World) -> None:
    school = await a_school(world)
    need = await a_reading_need(world, school)
    twins = await a_partner(world)
    for name, values in (
        ("b twin", {"capacity_students": 50}),
        ("Twin", {}),
        ("A twin", {"capacity_students": 50}),
        ("No room said", {}),
        ("Wrong hour", {"times_of_day": ["school_day"]}),
        ("Right hour", {"times_of_day": ["after_school"]}),
    ):
        await a_program(world, partner=twins, name=name, **values)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    first = [item["program"]["name"] for item in (await fits(office, need))["items"]]
    assert first == ["A twin", "b twin", "Right hour", "No room said", "Twin", "Wrong hour"]
    assert [item["program"]["name"] for item in (await fits(office, need))["items"]] == first


async def test_fit_is_for_the_schools_leaders_and_the_district(world: World) -> None:
    school = await a_school(world)
    need = await a_reading_need(world, school)
    partner = await a_partner(world)
    await a_program(world, partner=partner)
    path = f"/api/v1/needs/{need}/fits"
    assert (await world.anonymous().get(path)).status_code == 401
    for role, place in (
        (Role.SCHOOL_STAFF, {"schools": [school]}),
        (Role.PARTNER_ADMIN, {"partner": partner}),
        (Role.SCHOOL_LEADER, {"schools": [await a_school(world, name="Birch")]}),
    ):
        refused = await (await world.person(role, **place)).http.get(path)
        assert (refused.status_code, refused.json()["type"]) == (403, "urn:alongside:problem:school-matter")
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(path)).status_code == 404
    for role in (Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR):
        assert len((await fits(await world.person(role, schools=[school]), need))["items"]) == 1
    reviewer = await fits(await world.person(Role.LEGAL_REVIEWER), need)
    assert [item["may_start"] for item in reviewer["items"]] == [False]
    machine = await world.machine(Scope.PARTNERSHIPS_READ, schools=[school])
    assert (await machine.get(path)).status_code == 200


async def test_a_coordinator_whom_a_partner_pays_does_not_start_its_programs(world: World) -> None:
    school = await a_school(world)
    need = await a_reading_need(world, school)
    employer, other = await a_partner(world), await a_partner(world)
    await a_program(world, partner=employer, name="Mine")
    await a_program(world, partner=other, name="Theirs")
    paid = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school], employer=employer)
    items = {item["program"]["name"]: item for item in (await fits(paid, need))["items"]}
    assert (items["Mine"]["is_own_employer"], items["Mine"]["may_start"]) == (True, False)
    assert (items["Theirs"]["is_own_employer"], items["Theirs"]["may_start"]) == (False, True)


async def test_no_partner_is_looked_for_where_the_school_wants_none(world: World) -> None:
    school = await a_school(world)
    need = await a_reading_need(world, school, meet_via_partnership="no")
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    answer = await leader.http.get(f"/api/v1/needs/{need}/fits")
    assert (answer.status_code, answer.json()["title"]) == (409, "The school does not look for partners for this need")


async def test_three_hundred_programs_take_three_statements(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    school = await a_school(world)
    need = await a_reading_need(world, school)
    for number in range(10):
        partner = await a_partner(world)
        for other in range(30):
            await a_program(world, partner=partner, name=f"Program {number}-{other}")
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    asked: list[Any] = []
    real = Read.rows

    async def counting(self: Read, statement: Any, /, **values: Any) -> Any:
        asked.append(statement)
        return await real(self, statement, **values)

    monkeypatch.setattr(Read, "rows", counting)
    found = await fits(leader, need, limit=20)
    assert (found["considered"], len(found["items"])) == (300, 20)
    assert len(asked) == 3
