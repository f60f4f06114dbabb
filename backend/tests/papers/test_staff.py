"""Staff lists: the partner keeps the names, the district says the results, nobody keeps a report."""

import asyncio
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.papers.factories import a_check, a_member, a_requirement
from tests.papers.scene import Cast, a_cast, clearance
from tests.partners.factories import a_partner, a_program
from tests.world import World

ANY = {"If-Match": "*"}
CHECK = {"kind": "state_criminal", "issued_on": "2019-09-03"}


async def sent(cast: Cast, **values: Any) -> Any:
    places = [{"program_id": str(cast.scene.program), "school_id": str(cast.scene.school)}]
    body = {"name": "Tess Tutor", "title": "Tutor", "places": places, **values}
    made = await cast.partner.http.post(f"/api/v1/partners/{cast.partner_id}/staff", json=body)
    assert made.status_code == 201, made.text
    return made.json()


async def test_a_tutor_comes_onto_the_list_once_the_district_has_seen_the_result(world: World) -> None:
    cast = await a_cast(world)
    await a_requirement(world, kind="background_check", title="Checks")
    tess = await sent(cast)
    assert (tess["is_cleared"], tess["lacks"]) == (False, [{"kind": "state_criminal", "how": "missing"}])
    path = f"/api/v1/staff/{tess['id']}"
    entered = await cast.partner.http.post(f"{path}/checks", json=CHECK)
    assert entered.status_code == 201
    assert entered.json()["lacks"] == [{"kind": "state_criminal", "how": "pending"}]
    waits = await clearance(cast.partner, cast.scene.partnership)
    assert [(each["code"], each["who"]["party"]) for each in waits["blockers"]] == [("too_few_cleared", "district")]
    tasks = (await cast.risk.http.get("/api/v1/me/tasks")).json()["items"]
    assert "checks_to_verify" in {each["kind"] for each in tasks}
    verify = f"{path}/checks/{entered.json()['checks'][0]['id']}/verify"
    assert (await cast.partner.http.post(verify, json={"result": "clear"})).status_code == 403
    assert (await cast.office.http.post(verify, json={"result": "clear"})).status_code == 403
    seen = await cast.risk.http.post(verify, json={"result": "clear"})
    assert (seen.json()["is_cleared"], seen.json()["cleared_through"]) == (True, "2024-09-02")
    assert seen.json()["checks"][0]["verified_by"]["name"] == "Paula Nystrom"
    assert (await clearance(cast.principal, cast.scene.partnership))["cleared"] is True
    told = await world.rows("select kind, changed from log where object_id = $1::uuid order by seq", tess["id"])
    assert [row["kind"] for row in told] == [
        "staff_member.added", "staff_member.check_added", "staff_member.check_verified",
    ]  # fmt: skip
    assert "Tess" not in str([row["changed"] for row in told])
    assert "clear" not in str([row["changed"].get("result") for row in told])


async def test_a_result_that_is_not_clear_takes_somebody_off_the_list_and_stays_with_those_who_may_know(
    world: World,
) -> None:
    cast = await a_cast(world)
    await a_requirement(world, kind="background_check", title="Checks")
    member = await a_member(world, partner=cast.partner_id, places=[(cast.scene.program, None)])
    await a_check(world, member=member)
    answer = await cast.risk.http.post(
        f"/api/v1/staff/{member}/checks", json={**CHECK, "result": "not_clear", "verified_on": "2019-10-01"}
    )
    assert answer.json()["lacks"] == [{"kind": "state_criminal", "how": "not_clear"}]
    assert (await clearance(cast.office, cast.scene.partnership))["cleared"] is False
    assert (await clearance(cast.office, cast.scene.partnership, "2019-09-30"))["cleared"] is True
    shown = await cast.principal.http.get(f"/api/v1/schools/{cast.scene.school}/who-may-enter")
    assert (shown.json()["people"], "not_clear" in shown.text) == ([], False)
    assert (await cast.principal.http.get(f"/api/v1/staff/{member}")).status_code == 403


async def test_strangers_and_other_partners_find_nobody(world: World) -> None:
    cast = await a_cast(world)
    member = await a_member(world, partner=cast.partner_id)
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    for who in (rival, stranger):
        assert (await who.http.get(f"/api/v1/staff/{member}")).status_code == 404
        assert (await who.http.post(f"/api/v1/staff/{member}/checks", json=CHECK)).status_code in (403, 404)
    others = await rival.http.get(f"/api/v1/partners/{cast.partner_id}/staff")
    assert others.json()["items"] == []
    refused = await rival.http.post(f"/api/v1/partners/{cast.partner_id}/staff", json={"name": "Mine"})
    assert refused.status_code == 403
    assert (await world.anonymous().get(f"/api/v1/staff/{member}")).status_code == 401


async def test_a_machine_hands_in_names_and_never_a_result(world: World) -> None:
    cast = await a_cast(world)
    machine = await world.machine(*Scope)
    made = await machine.post(f"/api/v1/partners/{cast.partner_id}/staff", json={"name": "Tess Tutor"})
    path = f"/api/v1/staff/{made.json()['id']}/checks"
    assert (await machine.post(path, json={**CHECK, "result": "clear"})).status_code == 403
    entered = await machine.post(path, json=CHECK)
    verify = f"{path}/{entered.json()['checks'][0]['id']}/verify"
    assert (await machine.post(verify, json={"result": "clear"})).status_code == 403


async def test_two_reviewers_verify_one_check_once(world: World) -> None:
    cast = await a_cast(world)
    member = await a_member(world, partner=cast.partner_id)
    check = await a_check(world, member=member, result="pending")
    legal = [await world.person(Role.LEGAL_REVIEWER) for _ in range(4)]
    path = f"/api/v1/staff/{member}/checks/{check}/verify"
    answers = await asyncio.gather(
        cast.risk.http.post(path, json={"result": "clear"}),
        *(each.http.post(path, json={"result": "not_clear"}) for each in legal),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409]
    assert (await cast.risk.http.post(f"/api/v1/staff/{member}/checks/{new_id()}/verify",
                                      json={"result": "clear"})).status_code == 404  # fmt: skip


@pytest.mark.parametrize(
    ("check", "pointer"),
    [
        ({"issued_on": "2020-01-28"}, "/issued_on"),
        ({"expires_on": "2019-09-02"}, "/expires_on"),
        ({"result": "clear", "verified_on": "2019-09-02"}, "/verified_on"),
        ({"result": "clear", "verified_on": "2020-01-28"}, "/verified_on"),
        ({"kind": "drivers_license"}, "/kind"),
    ],
)
async def test_days_of_a_check_are_in_order(world: World, check: dict[str, str], pointer: str) -> None:
    cast = await a_cast(world)
    member = await a_member(world, partner=cast.partner_id)
    answer = await cast.risk.http.post(f"/api/v1/staff/{member}/checks", json={**CHECK, **check})
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_no_report_comes_with_a_check(world: World) -> None:
    """E9: the contract has no place for one."""
    cast = await a_cast(world)
    member = await a_member(world, partner=cast.partner_id)
    for field in ("report", "document", "note", "date_of_birth"):
        answer = await cast.risk.http.post(f"/api/v1/staff/{member}/checks", json={**CHECK, field: "x"})
        assert answer.status_code == 422


async def test_places_are_replaced_as_they_are_given_and_checked(world: World) -> None:
    cast = await a_cast(world)
    tess = await sent(cast)
    path = f"/api/v1/staff/{tess['id']}"
    assert (await cast.partner.http.patch(path, json={"places": []})).status_code == 428
    same = await cast.partner.http.patch(
        path, json={"places": [{"program_id": str(cast.scene.program), "school_id": str(cast.scene.school)}]},
        headers=ANY,
    )  # fmt: skip
    assert same.json()["version"] == 1
    wide = await cast.partner.http.patch(
        path, json={"places": [{"program_id": str(cast.scene.program)}] * 2}, headers=ANY
    )
    assert [(each["program"]["name"], each["school"]) for each in wide.json()["places"]] == [("Reading Together", None)]
    foreign = await a_program(world, partner=await a_partner(world))
    wrong = await cast.partner.http.patch(
        path, json={"places": [{"program_id": str(foreign)}, {"program_id": str(cast.scene.program),
                                                              "school_id": str(new_id())}]}, headers=ANY,
    )  # fmt: skip
    assert [error["pointer"] for error in wrong.json()["errors"]] == ["/places/0/program_id", "/places/1/school_id"]


async def test_somebody_without_a_place_may_enter_nowhere_yet(world: World) -> None:
    cast = await a_cast(world)
    newcomer = await sent(cast, places=[])
    assert (newcomer["is_cleared"], newcomer["cleared_through"], newcomer["lacks"]) == (False, None, [])
    place = {"program_id": str(cast.scene.program), "school_id": str(cast.scene.school)}
    placed = await cast.partner.http.patch(f"/api/v1/staff/{newcomer['id']}", json={"places": [place]}, headers=ANY)
    assert placed.json()["is_cleared"] is True, placed.text


async def test_somebody_who_left_may_not_enter_from_the_day_after(world: World) -> None:
    cast = await a_cast(world)
    tess = await sent(cast, starts_on="2019-09-03")
    await world.rows("update staff_place set from_on = null where staff_id = $1", UUID(tess["id"]))
    path = f"/api/v1/staff/{tess['id']}"
    wrong = await cast.partner.http.patch(path, json={"ends_on": "2019-09-02"}, headers=ANY)
    assert wrong.status_code == 422
    await cast.partner.http.patch(path, json={"ends_on": "2020-01-26"}, headers=ANY)
    door = f"/api/v1/schools/{cast.scene.school}/who-may-enter"
    assert (await cast.principal.http.get(door)).json()["people"] == []
    before = (await cast.principal.http.get(door, params={"effective_on": "2020-01-26"})).json()
    assert [each["name"] for each in before["people"]] == ["Tess Tutor"]


async def test_the_list_answers_for_any_day(world: World) -> None:
    cast = await a_cast(world)
    await a_requirement(world, kind="background_check", title="Checks")
    member = await a_member(world, partner=cast.partner_id, places=[(cast.scene.program, None)])
    await a_check(world, member=member, issued_on=date(2015, 3, 15))
    path = f"/api/v1/partners/{cast.partner_id}/staff"
    for day, cleared, how in (("2020-03-14", True, []), ("2020-03-15", False, ["expired"])):
        (tess,) = (await cast.partner.http.get(path, params={"effective_on": day})).json()["items"]
        assert (tess["is_cleared"], [lack["how"] for lack in tess["lacks"]]) == (cleared, how)
