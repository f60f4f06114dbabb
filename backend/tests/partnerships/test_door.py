"""Who may enter a school on a day: what the front office reads at the door."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.identity.scopes import Role
from tests.partners.factories import a_contact, a_program
from tests.partnerships.factories import a_partnership, a_scene
from tests.schools.factories import a_school
from tests.world import Person, World


async def at_the_door(who: Person, school: UUID, on: str | None = None) -> list[Any]:
    answer = await who.http.get(f"/api/v1/schools/{school}/partnerships", params={"effective_on": on} if on else {})
    assert answer.status_code == 200, answer.text
    assert answer.json()["effective_on"] == (on or "2020-01-27")
    items: list[Any] = answer.json()["items"]
    return items


async def test_those_who_may_enter_come_first_by_time_of_day(world: World) -> None:
    school = await a_school(world)
    times: list[tuple[str, dict[str, Any]]] = [
        ("Evening club", {"times_of_day": ["weekend"], "weekdays": ["saturday"]}),
        ("After school", {"times_of_day": ["after_school"], "weekdays": ["monday"]}),
        ("Silent", {}),
        ("Breakfast", {"times_of_day": ["before_school", "after_school"], "weekdays": ["monday", "friday"]}),
    ]
    for name, values in times:
        await a_scene(
            world, school=school, stage="active", partner_name=f"{name} partner", program_name=name,
            program_values=values,
        )  # fmt: skip
    lapsed = await a_scene(
        world, school=school, stage="active", partner_name="Lapsed partner", program_name="Lapsed",
        program_values={"times_of_day": ["before_school"]}, ends_on=date(2019, 12, 20),
    )  # fmt: skip
    paused = await a_scene(world, school=school, stage="paused", partner_name="Paused partner", program_name="Paused")
    await a_scene(world, school=school, stage="planning", partner_name="Planned partner")
    front = await world.person(Role.FRONT_OFFICE, schools=[school])
    items = await at_the_door(front, school)
    assert [(item["program"]["name"], item["may_enter"], item["meets_that_day"]) for item in items] == [
        ("Breakfast", True, True),
        ("After school", True, True),
        ("Silent", True, None),
        ("Evening club", True, False),
        ("Lapsed", False, None),
        ("Paused", False, None),
    ]
    reasons = {item["id"]: item["reasons"] for item in items}
    assert reasons[str(lapsed.partnership)] == [
        "The agreement has expired.",
        "The principal has not confirmed the school yet.",
    ]
    assert reasons[str(paused.partnership)] == ["The partnership is paused."]
    said = {item["id"]: [each["code"] for each in item["said"]] for item in items}
    assert said[str(lapsed.partnership)] == ["agreement_expired", "principal_not_confirmed"]
    assert said[str(paused.partnership)] == ["partnership_paused"]
    assert all([each["words"] for each in item["said"]] == item["reasons"] for item in items)
    assert all(item["reasons"] == [] for item in items if item["may_enter"])


async def test_the_door_names_whom_to_call_and_leaves_unknown_names_empty(world: World) -> None:
    scene = await a_scene(world, stage="active")
    front = await world.person(Role.FRONT_OFFICE, schools=[scene.school])
    (item,) = await at_the_door(front, scene.school)
    assert (item["partner_lead"], item["coordinator"]) == (None, None)
    await a_contact(world, partner=scene.partner, kind="program", name="Pat Program", phone="312-555-0142", email=None)
    (item,) = await at_the_door(front, scene.school)
    assert item["partner_lead"] == {"id": None, "name": "Pat Program", "phone": "312-555-0142", "email": None}


async def test_the_dial_shows_the_door_on_any_day(world: World) -> None:
    scene = await a_scene(world, stage="active")
    over = await a_scene(
        world, school=scene.school, stage="ended", partner_name="Gone partner", started_on=date(2019, 9, 3),
        ended_on=date(2019, 12, 20),
    )  # fmt: skip
    front = await world.person(Role.FRONT_OFFICE, schools=[scene.school])

    async def door(day: str) -> dict[str, bool]:
        return {item["partner"]["name"]: item["may_enter"] for item in await at_the_door(front, scene.school, day)}

    assert over.partnership != scene.partnership
    assert await door("2019-09-02") == {"North River Tutors": False, "Gone partner": False}
    assert await door("2019-12-19") == {"North River Tutors": True, "Gone partner": True}
    assert await door("2019-12-20") == {"North River Tutors": True, "Gone partner": False}
    assert await door("2020-01-27") == {"North River Tutors": True}
    assert await door("2020-09-01") == {"North River Tutors": False}


async def test_a_program_sent_away_at_noon_does_not_come_in_after_lunch(world: World) -> None:
    scene = await a_scene(world, stage="active")
    leader = await world.person(Role.SCHOOL_LEADER, schools=[scene.school])
    front = await world.person(Role.FRONT_OFFICE, schools=[scene.school])
    assert [item["may_enter"] for item in await at_the_door(front, scene.school)] == [True]
    await leader.http.post(f"/api/v1/partnerships/{scene.partnership}/end", json={"reason": "An incident"})
    (item,) = await at_the_door(front, scene.school)
    assert (item["may_enter"], item["reasons"]) == (False, ["The partnership has ended."])


async def test_a_school_that_is_not_theirs_shows_nobody_at_the_door(world: World) -> None:
    scene = await a_scene(world, stage="active")
    other = await a_school(world, name="Birch Hill School")
    front = await world.person(Role.FRONT_OFFICE, schools=[other])
    assert await at_the_door(front, scene.school) == []
    await a_partnership(
        world, partner=scene.partner, school=other, program=await a_program(world, partner=scene.partner, name="Two")
    )
    partner = await world.person(Role.PARTNER_STAFF, partner=scene.partner, schools=[scene.school])
    assert len(await at_the_door(partner, scene.school)) == 1
    assert await at_the_door(partner, other) == []


async def test_the_door_is_shut_to_those_without_the_scope(world: World) -> None:
    scene = await a_scene(world)
    assert (await world.anonymous().get(f"/api/v1/schools/{scene.school}/partnerships")).status_code == 401
    machine = await world.machine()
    assert (await machine.get(f"/api/v1/schools/{scene.school}/partnerships")).status_code == 403
    stranger = await world.person(Role.FRONT_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(f"/api/v1/schools/{scene.school}/partnerships")).status_code == 404


async def test_the_door_goes_by_the_clock_of_the_schedule(world: World) -> None:
    school = await a_school(world)
    for name, schedule in (
        ("Evening", "Last Monday of the month, 5:30 to 7:00 pm"),
        ("Silent", None),
        ("Afternoon", "Monday and Wednesday, 3:45 to 5:15 pm"),
        ("Morning", "School days, 8:30 am to 3:00 pm"),
    ):
        await a_scene(
            world, school=school, stage="active", partner_name=f"{name} partner", program_name=name, schedule=schedule
        )
    front = await world.person(Role.FRONT_OFFICE, schools=[school])
    assert [(item["program"]["name"], item["start_time"]) for item in await at_the_door(front, school)] == [
        ("Morning", "08:30:00"),
        ("Afternoon", "15:45:00"),
        ("Evening", "17:30:00"),
        ("Silent", None),
    ]
