"""How needs are covered by programs at work and cleared: the states, and a hand-made map of four schools."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.identity.principal import Principal
from alongside.identity.queries import get_person
from alongside.identity.scopes import Role
from alongside.partnerships import queries
from alongside.partnerships.rules import (
    Area,
    Coverage,
    NeedProfile,
    ProgramProfile,
    SchoolProfile,
    Working,
    at_work,
    coverage_of,
    coverage_state,
)
from tests.partners.factories import a_partner, a_program
from tests.partnerships.factories import a_need, a_partnership, a_scene
from tests.schools.factories import a_school, a_term
from tests.world import Person, World

TUTORING = Area("tutoring", "Tutoring", "academics")
SCHOOL = SchoolProfile(frozenset({"3", "4", "5"}))
NEED = NeedProfile(TUTORING, grades=frozenset({"3"}), students=40)
TUTORS = ProgramProfile(
    "Tutors", areas=(TUTORING,), grades=frozenset({"3"}), capacity=45, times=frozenset({"after_school"})
)
CLUB = replace(TUTORS, name="Club", capacity=30)


@pytest.mark.parametrize(
    ("need", "working", "state", "words"),
    [
        (NEED, [], "unmet", "No program that may work here serves this need."),
        (NEED, [Working(TUTORS)], "covered", "Tutors serves it."),
        (NEED, [Working(CLUB)], "partial", "Places for 30 of about 40."),
        (NEED, [Working(replace(CLUB, capacity=None))], "covered", "Club serves it."),
        (replace(NEED, students=None), [Working(CLUB)], "covered", "Club serves it."),
        (NEED, [Working(TUTORS, is_expiring=True)], "partial", "Every agreement behind it ends soon."),
        (
            NEED,
            [Working(TUTORS, is_expiring=True), Working(replace(CLUB, times=frozenset({"weekend"})))],
            "covered",
            "Club, Tutors serve it.",
        ),
        (
            NEED,
            [Working(TUTORS), Working(CLUB)],
            "possible_duplication",
            "Club and Tutors serve the same grades at the same time of day.",
        ),
        (
            replace(NEED, students=100),
            [Working(TUTORS), Working(CLUB)],
            "partial",
            "Places for 75 of about 100.",
        ),
        (NEED, [Working(replace(TUTORS, grades=frozenset({"5"})))], "unmet", None),
        (NEED, [Working(replace(TUTORS, areas=(Area("arts", "Arts"),)))], "unmet", None),
        (NEED, [Working(replace(TUTORS, areas=(Area("reading", "Reading", "academics"),)))], "unmet", None),
        (NEED, [Working(replace(TUTORS, areas=(Area("academics", "Academics"),)))], "covered", "Tutors serves it."),
        (NEED, [Working(replace(TUTORS, grades=frozenset()))], "covered", "Tutors serves it."),
    ],
)
def test_what_covers_a_need(need: NeedProfile, working: list[Working], state: str, words: str | None) -> None:
    found = coverage_of(need, SCHOOL, working)
    assert found.state == state
    assert words is None or found.words == words


def test_places_are_said_as_the_most_in_one_program_and_as_enrolments() -> None:
    found = coverage_of(NEED, SCHOOL, [Working(TUTORS), Working(CLUB), Working(replace(CLUB, name="X", capacity=None))])
    assert (found.most, found.enrolments) == (45, 75)
    assert coverage_of(NEED, SCHOOL, [Working(replace(CLUB, capacity=None))]).enrolments is None


@pytest.mark.parametrize(
    ("states", "state"),
    [
        ([], "no_need"),
        (["covered"], "covered"),
        (["covered", "unmet", "partial"], "unmet"),
        (["possible_duplication", "partial"], "partial"),
        (["covered", "possible_duplication"], "possible_duplication"),
    ],
)
def test_a_cell_is_as_its_worst_covered_need(states: list[Any], state: str) -> None:
    needs = [Coverage(each, "") for each in states]
    assert coverage_state(True, needs) == state
    assert coverage_state(False, needs) == "unknown"


@pytest.mark.parametrize(
    ("stage", "started_on", "ended_on", "works"),
    [
        ("active", date(2020, 1, 27), None, True),
        ("active", date(2020, 1, 28), None, False),
        ("active", None, None, False),
        ("paused", date(2019, 9, 3), None, False),
        ("ended", date(2019, 9, 3), date(2020, 1, 28), True),
        ("ended", date(2019, 9, 3), date(2020, 1, 27), False),
        ("ready_check", None, None, False),
        ("not_a_fit", None, None, False),
    ],
)
def test_the_days_on_which_a_program_is_at_work(
    stage: str, started_on: date | None, ended_on: date | None, works: bool
) -> None:
    assert at_work(stage, started_on, ended_on, date(2020, 1, 27)) is works


async def the_map(world: World, who: Person, **asked: Any) -> tuple[queries.NeedsMap, dict[tuple[UUID, str], str]]:
    principal: Principal = await get_person(world.database, who.id, world.tenant_id)
    found = await queries.coverage(world.database.read(principal), principal, **asked)
    return found, {(cell.school_id, cell.area_code): cell.state for cell in found.cells}


async def test_four_schools_by_five_areas_make_the_map_made_by_hand(world: World) -> None:
    """Domain D 4: and an agreement that has expired takes its cover away."""
    for code, parent in (
        ("academics", None), ("tutoring", "academics"), ("arts", None), ("health", None), ("family", None),
        ("attendance", None),
    ):  # fmt: skip
        await a_term(world, code=code, label=code.capitalize(), parent_code=parent)
    first, second, third, fourth = [await a_school(world, name=name) for name in ("One", "Two", "Three", "Four")]
    partner = await a_partner(world)
    spring = {"starts_on": date(2019, 8, 26), "ends_on": date(2020, 12, 18)}

    async def a_cleared(school: UUID, name: str, area: str, stage: str = "active", **values: Any) -> UUID:
        values = {**spring, **values}
        places = values.pop("places", 40)
        made = await a_scene(
            world, school=school, partner=partner, program_name=name, stage=stage,
            program_values={
                "areas": (area,), "grades": ("3",), "times_of_day": ["after_school"], "capacity_students": places
            },
            **values,
        )  # fmt: skip
        return made.program

    wish = {"grades": ["3"], "est_students": 40}
    for area in ("tutoring", "arts", "health", "family"):
        await a_need(world, school=first, area_code=area, title=area, **wish)
    await a_cleared(first, "Tutors", "tutoring")
    await a_cleared(first, "Second tutors", "academics")
    await a_cleared(first, "Painters", "arts", places=25)
    await a_cleared(first, "Clinic", "health")
    await a_cleared(first, "Families", "family", ends_on=date(2020, 1, 26))
    await a_cleared(first, "Walking bus", "attendance")
    await a_need(world, school=second, area_code="arts", title="arts", **wish)
    await a_need(world, school=second, area_code="health", title="alone", meet_via_partnership="no", **wish)
    await a_need(world, school=second, area_code="family", title="dropped", **{**wish, "status": "dropped"})
    await a_cleared(second, "Soon over", "arts", ends_on=date(2020, 3, 1))
    await a_cleared(second, "Paused clinic", "health", stage="paused")
    await a_need(world, school=third, area_code="arts", title="draft", assessment_status="draft", **wish)
    await a_cleared(third, "Third painters", "arts")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    found, states = await the_map(world, office)
    assert states == {
        (first, "academics"): "possible_duplication",
        (first, "arts"): "partial",
        (first, "health"): "covered",
        (first, "family"): "unmet",
        (first, "attendance"): "no_need",
        (second, "arts"): "partial",
        (third, "arts"): "unknown",
    }
    assert found.published_on.keys() == {first, second}
    assert fourth not in found.published_on
    _, later = await the_map(world, office, effective_on=date(2020, 12, 19))
    assert {state for (school, _), state in later.items() if school == first} == {"unmet"}
    _, before = await the_map(world, office, effective_on=date(2019, 9, 30))
    assert set(before.values()) == {"unknown"}
    some, only = await the_map(world, office, schools=[second])
    assert {school for school, _ in only} == some.published_on.keys() == {second}


async def test_the_map_shows_a_schools_people_their_own_and_partners_none(world: World) -> None:
    scene = await a_scene(world, stage="active")
    other = await a_school(world, name="Birch")
    for school in (scene.school, other):
        await a_need(world, school=school)
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[scene.school])
    found, states = await the_map(world, teacher)
    assert found.published_on.keys() == {scene.school}
    assert states == {(scene.school, "tutoring"): "covered"}
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    assert (await the_map(world, partner))[0].cells == ()


async def test_an_assessment_older_than_three_years_is_stale(world: World) -> None:
    old, new = await a_school(world, name="Old"), await a_school(world, name="New")
    await a_need(world, school=old, school_year="2016-2017", published_on=date(2017, 1, 26))
    await a_need(world, school=new, school_year="2016-2017", published_on=date(2017, 1, 27))
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    found, _ = await the_map(world, office)
    assert found.stale == {old}


async def test_the_newest_assessment_of_a_kind_is_the_one_that_counts(world: World) -> None:
    school = await a_school(world)
    await a_need(world, school=school, area_code="arts", school_year="2018-2019", published_on=date(2018, 10, 1))
    await a_need(world, school=school, area_code="health")
    await a_need(world, school=school, area_code="family", kind="partnership_needs_survey")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    _, states = await the_map(world, office)
    assert states == {(school, "health"): "unmet", (school, "family"): "unmet"}


async def test_how_one_need_is_covered_on_a_day(world: World) -> None:
    scene = await a_scene(world, stage="active", program_values={"capacity_students": 30, "grades": ("3",)})
    need = await a_need(world, school=scene.school, grades=["3"], est_students=40)
    path = f"/api/v1/needs/{need}/coverage"
    assert (await world.anonymous().get(path)).status_code == 401
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[scene.school])
    found = (await teacher.http.get(path)).json()
    assert (found["state"], found["words"]) == ("partial", "Places for 30 of about 40.")
    assert (found["programs"], found["most_places"], found["enrolments"]) == (["Reading Together"], 30, 30)
    gone = await teacher.http.get(path, params={"effective_on": "2020-09-01"})
    assert gone.json()["state"] == "unmet"
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    assert (await partner.http.get(path)).status_code == 403
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(path)).status_code == 404
    alone = await a_need(world, school=scene.school, meet_via_partnership="no")
    assert (await teacher.http.get(f"/api/v1/needs/{alone}/coverage")).status_code == 404
    leader = await world.person(Role.SCHOOL_LEADER, schools=[scene.school])
    assert (await leader.http.get(f"/api/v1/needs/{alone}/coverage")).status_code == 409


async def test_a_program_at_work_without_clearance_covers_nothing(world: World) -> None:
    school = await a_school(world)
    partner = await a_partner(world)
    program = await a_program(world, partner=partner)
    await a_partnership(world, partner=partner, program=program, school=school)
    await a_scene(world, school=school, stage="exploring", program_name="Talked about", partner_name="Other")
    await a_need(world, school=school)
    _, states = await the_map(world, await world.person(Role.PARTNERSHIP_OFFICE))
    assert states == {(school, "tutoring"): "unmet"}
