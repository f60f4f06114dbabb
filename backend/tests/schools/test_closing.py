"""Closing a school, merging it into another, and opening it again."""

from datetime import date
from typing import Any

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from tests.agreements.factories import an_agreement
from tests.partners.factories import a_program
from tests.partnerships.factories import a_need, a_partnership, a_scene
from tests.schools.factories import a_school
from tests.world import TODAY, Person, World


async def closed(who: Person, school: object, **body: Any) -> Any:
    answer = await who.http.post(f"/api/v1/schools/{school}/close", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def at(who: Person, partnership: object, day: str) -> tuple[bool, bool, list[str]]:
    """Whether it is cleared and at work on a day, and what keeps it out."""
    read = (await who.http.get(f"/api/v1/partnerships/{partnership}", params={"effective_on": day})).json()
    found = read["clearance"]
    return found["cleared"], read["is_at_work"], [each["words"] for each in found["blockers"]]


@pytest.mark.parametrize("role", [Role.SCHOOL_LEADER, Role.PARTNER_ADMIN, Role.LEGAL_REVIEWER])
async def test_only_the_office_closes_a_school(world: World, role: Role) -> None:
    scene = await a_scene(world)
    path = f"/api/v1/schools/{scene.school}/close"
    assert (await world.anonymous().post(path, json={})).status_code == 401
    mine = {"schools": [scene.school]} if role is Role.SCHOOL_LEADER else {}
    person = await world.person(role, partner=scene.partner if role is Role.PARTNER_ADMIN else None, **mine)
    assert (await person.http.post(path, json={})).status_code == 403
    assert (await person.http.get(f"/api/v1/schools/{scene.school}")).json()["allowed_moves"] == []
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.post(path, json={})).status_code == 404
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    read = (await office.http.get(f"/api/v1/schools/{scene.school}")).json()
    assert read["allowed_moves"] == [{"move": "close", "needs": []}]


async def test_nothing_covers_a_school_from_its_closing_and_the_day_before_everything_does(world: World) -> None:
    scene = await a_scene(world, stage="active")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    told = await closed(office, scene.school, closed_on="2020-02-03", reason="The building is sold")
    assert (told["status"], told["closed_on"]) == ("active", "2020-02-03"), "open until the eve of it"
    assert told["allowed_moves"] == [{"move": "reopen", "needs": []}]
    assert await at(office, scene.partnership, "2020-02-02") == (True, True, [])
    gone = (False, False, ["The school closed on February 3, 2020."])
    assert await at(office, scene.partnership, "2020-02-03") == gone
    read = (await office.http.get(f"/api/v1/partnerships/{scene.partnership}")).json()
    assert read["clearance"]["cleared_through"] == "2020-02-02"
    asked = {"at_work": "true", "cleared": "false", "effective_on": "2020-02-03"}
    assert (await office.http.get("/api/v1/partnerships", params=asked)).json()["items"] == [], "nobody to call"
    log = await world.rows("select kind, reason, changed from log where object_id = $1", scene.school)
    assert [(row["kind"], row["reason"]) for row in log] == [("school.closed", "The building is sold")]


async def test_a_school_that_closed_today_was_open_yesterday_whatever_day_is_entered(world: World) -> None:
    for entered in (None, "2019-12-20"):
        scene = await a_scene(world, stage="active", school_name=f"School {entered}", partner_name=f"P {entered}")
        office = await world.person(Role.PARTNERSHIP_OFFICE)
        told = await closed(office, scene.school, **({"closed_on": entered} if entered else {}))
        assert (told["status"], told["closed_on"]) == ("closed", entered or TODAY.isoformat())
        assert (await at(office, scene.partnership, "2020-01-26"))[:2] == (True, True)
        assert (await at(office, scene.partnership, "2020-01-27"))[:2] == (False, False)
        listed = (await office.http.get("/api/v1/schools", params={"status": "closed"})).json()["items"]
        assert str(scene.school) in [each["id"] for each in listed]


async def test_a_school_is_merged_into_another_that_is_open_then(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    scene, heir = await a_scene(world, stage="active"), await a_school(world, name="Birch")
    shut = await a_school(world, name="Cedar", status="closed", closed_on=date(2020, 1, 6))
    for successor, code in ((scene.school, "same_school"), (new_id(), "unresolved_reference"), (shut, "school_closed")):
        answer = await office.http.post(
            f"/api/v1/schools/{scene.school}/close", json={"successor_school_id": str(successor)}
        )
        (fault,) = answer.json()["errors"]
        assert (answer.status_code, fault["pointer"], fault["code"]) == (422, "/successor_school_id", code)
    told = await closed(office, scene.school, successor_school_id=str(heir))
    assert (told["status"], told["successor"]) == ("merged", {"id": str(heir), "name": "Birch"})
    words = ["The school was merged into another on January 27, 2020."]
    assert (await at(office, scene.partnership, "2020-01-27"))[2] == words


async def test_a_school_opens_again_and_the_days_between_stay_closed(world: World) -> None:
    scene = await a_scene(world, stage="active")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    first = await closed(office, scene.school)
    again = await office.http.post(f"/api/v1/schools/{scene.school}/close", json={})
    assert (again.status_code, again.json()["allowed_moves"]) == (409, [{"move": "reopen", "needs": []}])
    path = f"/api/v1/schools/{scene.school}/reopen"
    stale = await office.http.post(path, headers={"If-Match": '"1-0"'})
    assert stale.status_code == 412
    await world.rows("update school_before set until_on = '2020-01-13'")
    await world.rows("update school set closed_on = '2020-01-13' where id = $1", scene.school)
    await world.rows("delete from school_before where until_on = $1", TODAY)
    opened = (await office.http.post(path, headers={"If-Match": f'"{first["version"]}-0"'})).json()
    assert (opened["status"], opened["closed_on"]) == ("active", None)
    days = ("2020-01-12", "2020-01-13", "2020-01-26", "2020-01-27")
    assert [(await at(office, scene.partnership, day))[0] for day in days] == [True, False, False, True]


async def test_whoever_closes_a_school_is_told_what_it_touches(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    scene, other = await a_scene(world, stage="active"), await a_school(world, name="Birch")
    await a_partnership(world, partner=scene.partner, program=scene.program, school=other)
    ended = await a_program(world, partner=scene.partner, name="Chess")
    await a_partnership(world, partner=scene.partner, program=ended, school=scene.school, stage="ended")
    planned = await a_program(world, partner=scene.partner, name="Choir")
    await a_partnership(world, partner=scene.partner, program=planned, school=scene.school, stage="planning")
    common = {"partner": scene.partner, "programs": [scene.program]}
    await an_agreement(world, **common, schools={scene.school: "pending", other: "confirmed"}, status="draft")
    await an_agreement(world, **common, schools={scene.school: "declined", other: "confirmed"})
    await an_agreement(world, **common, schools={scene.school: "confirmed"}, status="terminated")
    await an_agreement(world, **common, schools={}, is_district_wide=True)
    for status in ("prioritized", "being_addressed", "met"):
        await a_need(world, school=scene.school, title=status, status=status)
    path = f"/api/v1/schools/{scene.school}/closing"
    read = (await office.http.get(path)).json()
    assert read == {
        "closed_on": TODAY.isoformat(),
        "touches": {"partnerships": 2, "at_work": 1, "agreements": 2, "agreements_only_here": 1, "needs": 2},
    }
    later = (await office.http.get(path, params={"closed_on": "2020-06-13"})).json()
    assert later["touches"]["agreements"] == 0, "both end on the day before"
    assert (await world.rows("select count(*) as n from log where object_id = $1", scene.school))[0]["n"] == 0


async def test_a_closing_that_touches_other_than_was_told_is_refused_and_closes_nothing(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    scene = await a_scene(world, stage="active")
    told = {"partnerships": 1, "agreements": 1, "needs": 0}
    await a_need(world, school=scene.school)
    path = f"/api/v1/schools/{scene.school}/close"
    answer = await office.http.post(path, json={"touches": told})
    assert (answer.status_code, answer.json()["type"].rsplit(":", 1)[-1]) == (409, "closing-touches-others")
    assert (answer.json()["touches"]["needs"], answer.json()["allowed_moves"]) == (1, [{"move": "close", "needs": []}])
    read = (await office.http.get(f"/api/v1/schools/{scene.school}")).json()
    assert (read["status"], read["version"]) == ("active", 1)
    assert (await closed(office, scene.school, touches={**told, "needs": 1}))["status"] == "closed"


async def test_only_the_office_asks_what_a_closing_touches(world: World) -> None:
    school = await a_school(world)
    path = f"/api/v1/schools/{school}/closing"
    assert (await world.anonymous().get(path)).status_code == 401
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    assert (await leader.http.get(path)).status_code == 403
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(path)).status_code == 404
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    bad = await office.http.get(path, params={"closed_on": "soon"})
    assert bad.status_code == 400
    short = await office.http.post(f"/api/v1/schools/{school}/close", json={"touches": {"partnerships": -1}})
    assert sorted(each["pointer"] for each in short.json()["errors"]) == [
        "/touches/agreements", "/touches/needs", "/touches/partnerships",
    ]  # fmt: skip
