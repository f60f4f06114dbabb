"""Drafting an agreement from a partnership, and the words it starts with."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from alongside.schools.school_year import JULY_FIRST
from alongside.workflows.starter_terms import populations, proposed_year, schedule, term, title
from tests.agreements.factories import an_agreement
from tests.partners.factories import a_contact, a_program
from tests.partnerships.factories import a_need, a_partnership, a_scene
from tests.schools.factories import a_school, a_term
from tests.world import Person, World


async def drafting(who: Person, partnership: UUID, **asked: Any) -> Any:
    return await who.http.post(f"/api/v1/partnerships/{partnership}/agreement-draft", json=asked)


async def test_an_agreement_starts_with_what_the_partnership_says(world: World) -> None:
    school = await a_school(world, name="Alder Park School")
    await a_term(world, scheme="population", code="english_learners", label="English learners")
    need = await a_need(
        world, school=school, title="Reading in grade 3", current_condition="41% read at grade level.",
        desired_condition="60% do by June.",
    )  # fmt: skip
    scene = await a_scene(
        world, school=school, stage="planning", agreement=None, needs=[need], place="Room 112",
        program_values={
            "grades": ("3", "4"), "times_of_day": ["after_school"], "weekdays": ["monday", "wednesday"],
            "populations": ["english_learners"], "capacity_students": 24, "cost_to_school_cents": 0,
        },
    )  # fmt: skip
    await a_contact(world, partner=scene.partner, kind="program", name="Pat Program")
    ana = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school], name="Ana Ruiz")
    answer = await drafting(ana, scene.partnership)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert answer.headers["location"] == f"/api/v1/agreements/{made['id']}"
    assert (made["status"], made["type"], made["title"]) == (
        "draft",
        "mou",
        "Reading Together at Alder Park School, 2019-2020",
    )
    assert (made["starts_on"], made["ends_on"], made["term_kind"]) == ("2020-01-27", "2020-06-30", "school_year")
    assert [each["name"] for each in made["programs"]] == ["Reading Together"]
    assert [(each["school"]["name"], each["confirmation"]) for each in made["schools"]] == [
        ("Alder Park School", "pending")
    ]
    assert made["purpose"] == (
        "Reading in grade 3 (Alder Park School). Now: 41% read at grade level. Wanted: 60% do by June."
    )
    assert made["populations"] == "Reading Together: grades 3–4, English learners, places for 24 students."
    assert made["schedule"] == ("Reading Together at Alder Park School: after school on Mondays and Wednesdays.")
    assert made["financial_terms"] == "No money changes hands."
    said = {(each["party"], each["topic"]): each["text"] for each in made["expectations"]}
    assert said["school", "space"] == "The school keeps Room 112 free for every session."
    assert said["school", "communication"].startswith("The school's partnership coordinator (Ana Ruiz) is the one")
    assert "(Pat Program)" in said["partner", "communication"]
    assert {party for party, _ in said} == {"school", "partner", "joint"}
    assert [(each["party"], each["text"]) for each in made["resources"]] == [
        ("school", "Room 112, for every session"),
        ("partner", "Staff and materials for every session"),
    ]
    read = await ana.http.get(answer.headers["location"])
    assert read.json() == made
    kinds = await world.rows("select kind from log where object_id = $1", UUID(made["id"]))
    assert [each["kind"] for each in kinds] == ["agreement.drafted"]
    blockers = (await ana.http.get(f"/api/v1/partnerships/{scene.partnership}")).json()["clearance"]["blockers"]
    assert blockers[0]["words"] == "The agreement is a draft."


async def test_what_is_asked_for_goes_before_what_is_proposed(world: World) -> None:
    scene = await a_scene(world, stage="planning", agreement=None)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    asked = {
        "title": "Our promise",
        "type": "school_partner_agreement",
        "starts_on": "2020-02-03",
        "ends_on": "2021-06-11",
    }
    made = (await drafting(office, scene.partnership, **asked)).json()
    assert {name: made[name] for name in asked} == asked
    assert made["term_kind"] == "custom"
    assert (made["purpose"], made["financial_terms"]) == (None, None)


async def test_one_agreement_covers_several_schools_of_a_partner(world: World) -> None:
    scene = await a_scene(world, stage="planning", agreement=None)
    other = await a_school(world, name="Birch Hill School")
    beside = await a_partnership(
        world, partner=scene.partner, program=scene.program, school=other, stage="exploring", place="Library"
    )
    covered = await a_school(world, name="Cedar Row School")
    await a_partnership(world, partner=scene.partner, program=scene.program, school=covered, stage="active")
    await an_agreement(world, status="draft", partner=scene.partner, programs=[scene.program], schools=[covered])
    over = await a_school(world, name="Dogwood School")
    await a_partnership(world, partner=scene.partner, program=scene.program, school=over, stage="ended")
    admin = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    address = f"/api/v1/partnerships/{scene.partnership}"
    offered = (await admin.http.get(address)).json()["may_share_agreement"]
    assert offered == [{"id": str(beside), "name": "Birch Hill School"}]
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[scene.school, other])
    assert (await teacher.http.get(address)).json()["may_share_agreement"] == []
    made = (await drafting(admin, scene.partnership, with_partnership_ids=[str(beside)])).json()
    assert made["title"] == "Reading Together at 2 schools, 2019-2020"
    assert {each["school"]["name"] for each in made["schools"]} == {"Alder Park School", "Birch Hill School"}
    assert len(made["programs"]) == 1
    (room,) = [each for each in made["resources"] if each["party"] == "school"]
    assert (room["text"], room["school"]["name"]) == ("Library, for every session", "Birch Hill School")
    assert (await admin.http.get(address)).json()["may_share_agreement"] == [], "it has its agreement now"


async def test_what_is_covered_together_is_the_partners_and_not_over(world: World) -> None:
    scene = await a_scene(world, stage="planning", agreement=None)
    foreign = await a_scene(world, school=scene.school, stage="planning", agreement=None, partner_name="Lakeside Arts")
    over = await a_partnership(
        world, partner=scene.partner, program=await a_program(world, partner=scene.partner, name="Old"),
        school=scene.school, stage="ended",
    )  # fmt: skip
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    named = [str(each) for each in (foreign.partnership, over, new_id())]
    answer = await drafting(office, scene.partnership, with_partnership_ids=named)
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [
        ("/with_partnership_ids/0", "other_partner"),
        ("/with_partnership_ids/1", "partnership_over"),
        ("/with_partnership_ids/2", "unresolved_reference"),
    ]


async def test_a_paid_program_needs_a_contract(world: World) -> None:
    scene = await a_scene(world, stage="planning", agreement=None, program_values={"cost_to_school_cents": 125_050})
    ana = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[scene.school])
    made = (await drafting(ana, scene.partnership)).json()
    assert (made["type"], made["financial_terms"]) == (
        "services_contract",
        "Reading Together: $1250.50 for each school.",
    )


@pytest.mark.parametrize(
    ("status", "answer"),
    [("draft", 409), ("out_for_signature", 409), ("executed", 409), ("suspended", 409), ("withdrawn", 201)],
)
async def test_one_agreement_at_a_time_covers_a_program_at_a_school(world: World, status: str, answer: int) -> None:
    scene = await a_scene(world, stage="planning", agreement=None)
    there = await an_agreement(
        world, status=status, partner=scene.partner, programs=[scene.program], schools=[scene.school]
    )
    ana = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[scene.school])
    found = await drafting(ana, scene.partnership)
    assert found.status_code == answer
    if answer == 409:
        assert found.json()["type"].endswith("agreement-there")
        assert found.json()["agreement_id"] == str(there)
    beside = await drafting(ana, scene.partnership, type="data_sharing", title="Data")
    assert beside.status_code == 201


async def test_an_expired_agreement_and_one_that_the_school_declined_are_no_obstacle(world: World) -> None:
    expired = await a_scene(world, stage="planning", ends_on=date(2020, 1, 26))
    declined = await a_scene(
        world, stage="planning", confirmation="declined", school=expired.school, partner_name="Two"
    )
    ana = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[expired.school])
    for scene in (expired, declined):
        assert (await drafting(ana, scene.partnership)).status_code == 201


async def test_who_drafts(world: World) -> None:
    scene = await a_scene(world, stage="planning", agreement=None)
    path = f"/api/v1/partnerships/{scene.partnership}/agreement-draft"
    assert (await world.anonymous().post(path, json={})).status_code == 401
    for role, place in (
        (Role.SCHOOL_STAFF, {"schools": [scene.school]}),
        (Role.PARTNER_STAFF, {"partner": scene.partner}),
        (Role.DISTRICT_SIGNATORY, {}),
    ):
        refused = await (await world.person(role, **place)).http.post(path, json={})
        assert (refused.status_code, refused.json()["missing_scope"]) == (403, "agreements:write")
    other = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[await a_school(world, name="Birch")])
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    for who in (other, stranger):
        assert (await who.http.post(path, json={})).status_code == 404
    leader = await world.person(Role.SCHOOL_LEADER, schools=[scene.school])
    assert (await leader.http.post(path)).status_code == 201


async def test_nothing_is_drafted_from_what_is_over_or_for_a_year_that_is(world: World) -> None:
    over = await a_scene(world, stage="not_a_fit", agreement=None)
    ana = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[over.school])
    assert (await drafting(ana, over.partnership)).json()["type"].endswith("partnership-over")
    scene = await a_scene(world, stage="planning", agreement=None, school=over.school, partner_name="Two")
    late = await drafting(ana, scene.partnership, school_year="2018-2019")
    assert [each["code"] for each in late.json()["errors"]] == ["year_over"]
    following = (await drafting(ana, scene.partnership, school_year="2020-2021")).json()
    assert (following["starts_on"], following["ends_on"]) == ("2020-07-01", "2021-06-30")


@pytest.mark.parametrize(
    ("today", "label", "starts_on"),
    [
        (date(2019, 7, 1), "2019-2020", date(2019, 7, 1)),
        (date(2020, 1, 27), "2019-2020", date(2020, 1, 27)),
        (date(2020, 3, 31), "2019-2020", date(2020, 3, 31)),
        (date(2020, 4, 1), "2020-2021", date(2020, 7, 1)),
        (date(2020, 6, 30), "2020-2021", date(2020, 7, 1)),
    ],
)
def test_an_agreement_is_for_this_year_unless_too_little_of_it_is_left(
    today: date, label: str, starts_on: date
) -> None:
    year = proposed_year(None, today, JULY_FIRST, 90)
    assert (year.label, term(year, today)[0]) == (label, starts_on)


def test_words_say_nothing_that_is_not_known() -> None:
    silent: dict[str, Any] = {
        "program_id": 1, "program_name": "A" * 150, "school_name": "B" * 150, "grades": [], "populations": None,
        "capacity_students": None, "schedule": None, "times_of_day": [], "weekdays": [],
    }  # fmt: skip
    assert (populations([silent]), schedule([silent])) == (None, None)
    assert len(title([silent], "2019-2020")) <= 200
