"""Programs that run in summer and those that do not: clearance, the door, whom to call, and the rule said in SQL."""

from datetime import date
from itertools import product
from typing import Any

import pytest

from alongside.identity.scopes import Role
from alongside.partnerships.rules import runs_on
from alongside.schools.seasons import YearOfInstruction, season_on
from tests.agreements.factories import an_agreement
from tests.papers.factories import a_member
from tests.partners.factories import a_program
from tests.partnerships.factories import Scene, a_partnership, a_scene
from tests.schools.factories import a_school_year
from tests.world import Person, World

HERE = "/api/v1/partnerships"
SCHOOL_BEGINS = "This program does not run in summer. School begins on September 8, 2020."
TIMES: tuple[list[str], ...] = ([], ["after_school"], ["summer"], ["school_day", "summer"])
DAYS = ("2019-07-15", "2020-02-29", "2020-06-16", "2020-06-17", "2020-06-30", "2020-07-01", "2020-09-07", "2020-09-08",
        "2021-07-01")  # fmt: skip


async def two_years(world: World) -> None:
    await a_school_year(world, first_day_on=date(2019, 9, 3), last_day_on=date(2020, 6, 16))
    await a_school_year(world, label="2020-2021", first_day_on=date(2020, 9, 8), last_day_on=date(2021, 6, 22))


async def of_the_school_year(world: World, *times: str, **values: Any) -> Scene:
    """A program at work whose agreement ends on 30 June."""
    return await a_scene(
        world, stage="active", program_values={"times_of_day": list(times)}, ends_on=date(2020, 6, 30), **values
    )


async def clearance(who: Person, scene: Scene, on: str) -> Any:
    read = await who.http.get(f"{HERE}/{scene.partnership}", params={"effective_on": on})
    assert read.status_code == 200, read.text
    return read.json()["clearance"]


async def listed(who: Person, **asked: str) -> list[str]:
    answer = await who.http.get(HERE, params={"limit": "500", **asked})
    assert answer.status_code == 200, answer.text
    return sorted(each["id"] for each in answer.json()["items"])


async def door(who: Person, scene: Scene, on: str) -> Any:
    answer = await who.http.get(f"/api/v1/schools/{scene.school}/partnerships", params={"effective_on": on})
    (entry,) = answer.json()["items"]
    visitors = await who.http.get(f"/api/v1/schools/{scene.school}/who-may-enter", params={"effective_on": on})
    assert visitors.json()["programs"] == int(entry["may_enter"])
    return entry


async def test_that_it_does_not_run_in_summer_is_a_fact_beside_clearance_and_nobodys_turn(world: World) -> None:
    await two_years(world)
    scene = await of_the_school_year(world, "after_school")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    june = await clearance(office, scene, "2020-06-30")
    assert june["runs"] == {
        "standing": "not_in_summer",
        "words": SCHOOL_BEGINS,
        "said": {"code": "not_in_summer_until", "words": SCHOOL_BEGINS, "params": {"on": "2020-09-08"}},
        "from_on": "2020-09-08",
    }
    assert (june["cleared"], june["blockers"]) == (True, [])
    july = await clearance(office, scene, "2020-07-01")
    assert july["runs"] == june["runs"]
    assert july["cleared"] is False, "there is no retroactive or silent cover (rule E2)"
    assert "summer" not in " ".join(blocker["words"] for blocker in july["blockers"])
    session = await clearance(office, scene, "2020-02-29")
    assert session["runs"] == {"standing": "runs", "words": None, "said": None, "from_on": None}


async def test_in_summer_the_door_says_that_alone_and_lets_nobody_in(world: World) -> None:
    await two_years(world)
    scene = await of_the_school_year(world, "after_school")
    await a_member(world, partner=scene.partner, places=[(scene.program, scene.school)])
    front = await world.person(Role.FRONT_OFFICE, schools=[scene.school])
    last = await door(front, scene, "2020-06-16")
    assert (last["may_enter"], len(last["people"]), last["reasons"]) == (True, 1, [])
    for day in ("2020-06-17", "2020-06-30", "2020-07-01", "2020-09-07"):
        entry = await door(front, scene, day)
        assert (entry["may_enter"], entry["people"], entry["reasons"]) == (False, [], [SCHOOL_BEGINS])
    begins = await door(front, scene, "2020-09-08")
    assert begins["may_enter"] is False
    assert begins["reasons"][0] == "The agreement has expired."


async def test_a_camp_may_enter_in_summer_and_not_in_october(world: World) -> None:
    await two_years(world)
    scene = await a_scene(world, stage="active", program_values={"times_of_day": ["summer"]}, ends_on=date(2021, 6, 30))
    front = await world.person(Role.FRONT_OFFICE, schools=[scene.school])
    assert (await door(front, scene, "2020-07-01"))["may_enter"] is True
    october = await door(front, scene, "2020-10-01")
    assert october["reasons"] == ["This program runs in summer only. Summer begins on June 23, 2021."]


@pytest.mark.parametrize("times", [["after_school"], []])
async def test_what_is_not_known_keeps_nobody_out_and_is_said(world: World, times: list[str]) -> None:
    scene = await a_scene(world, stage="active", program_values={"times_of_day": times}, ends_on=date(2020, 8, 31))
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    found = await clearance(office, scene, "2020-07-15")
    assert found["cleared"] is True
    assert found["runs"]["standing"] == "unknown"
    assert found["runs"]["words"] == "It is not known whether school is in session on this day."
    assert (await door(office, scene, "2020-07-15"))["may_enter"] is True
    assert await listed(office, effective_on="2020-07-15", runs="true") == [str(scene.partnership)]


async def test_a_gap_over_the_summer_calls_nobody_until_school_begins(world: World) -> None:
    await two_years(world)
    scene = await of_the_school_year(world, "after_school")
    both = await a_program(world, partner=scene.partner, name="All year", times_of_day=["after_school", "summer"])
    all_year = await a_partnership(world, partner=scene.partner, program=both, school=scene.school)
    office = await world.person(Role.PARTNERSHIP_OFFICE)

    async def called(day: str) -> list[str]:
        return await listed(office, effective_on=day, at_work="true", cleared="false", runs="true")

    assert await called("2020-07-01") == [str(all_year)]
    assert await called("2020-09-07") == [str(all_year)]
    assert await called("2020-09-08") == sorted([str(scene.partnership), str(all_year)])
    assert await listed(office, effective_on="2020-07-01", runs="false") == [str(scene.partnership)]
    await an_agreement(
        world, partner=scene.partner, programs=[scene.program], schools={scene.school: "confirmed"},
        starts_on=date(2020, 9, 8), ends_on=date(2021, 6, 30),
    )  # fmt: skip
    assert await called("2020-09-08") == [str(all_year)]
    assert (await clearance(office, scene, "2020-08-01"))["cleared"] is False, "the gap stays a gap"


async def test_lists_and_records_agree_with_the_rule_on_every_day(world: World) -> None:
    await two_years(world)
    years = [
        YearOfInstruction(date(2019, 7, 1), date(2020, 6, 30), date(2019, 9, 3), date(2020, 6, 16)),
        YearOfInstruction(date(2020, 7, 1), date(2021, 6, 30), date(2020, 9, 8), date(2021, 6, 22)),
    ]
    made = {}
    for place, times in enumerate(TIMES):
        scene = await of_the_school_year(world, *times, school_name=f"School {place}", partner_name=f"Partner {place}")
        made[str(scene.partnership)] = times
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for day, runs in product(DAYS, (True, False)):
        wanted = {
            key: runs_on(times, season_on(date.fromisoformat(day), years))
            for key, times in made.items()
        }  # fmt: skip
        found = await listed(office, effective_on=day, runs=str(runs).lower())
        assert found == sorted(key for key, said in wanted.items() if said.rests != runs), (day, runs)
        answer = await office.http.get(HERE, params={"limit": "500", "effective_on": day})
        told = {each["id"]: each["clearance"]["runs"] for each in answer.json()["items"]}
        assert {key: (one["standing"], one["words"], _day(one["from_on"])) for key, one in told.items()} == {
            key: (one.standing, one.words, one.from_on) for key, one in wanted.items()
        }


def _day(told: str | None) -> date | None:
    return None if told is None else date.fromisoformat(told)


async def test_who_might_enter_on_a_day_that_is_over_stays_when_its_season_is_corrected(world: World) -> None:
    await a_school_year(world, first_day_on=date(2019, 9, 3), last_day_on=date(2020, 6, 16))
    scene = await of_the_school_year(world, "after_school")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await door(office, scene, "2020-01-14"))["may_enter"] is True
    answer = await office.http.put(
        "/api/v1/settings/instruction-days", headers={"If-Match": "*"},
        json={"years": [{"label": "2019-2020", "first_day_on": "2019-09-03", "last_day_on": "2020-01-10"}]},
    )  # fmt: skip
    assert answer.status_code == 200, answer.text
    assert (await door(office, scene, "2020-01-14"))["may_enter"] is True, "as it was answered then"
    assert (await door(office, scene, "2020-01-27"))["may_enter"] is False
