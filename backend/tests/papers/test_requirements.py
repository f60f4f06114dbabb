"""What a district asks for, who says so, and that past days stay as they were; waivers with their author."""

import asyncio
from datetime import date
from typing import Any

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.papers.factories import a_requirement, a_waiver
from tests.papers.scene import a_cast, clearance
from tests.partners.factories import a_partner
from tests.world import World

HERE = "/api/v1/paper-requirements"
WAIVERS = "/api/v1/paper-waivers"
AUTO: dict[str, Any] = {
    "kind": "insurance_certificate", "title": "Auto insurance", "coverage": "auto", "min_each": "500000.00",
    "enforced_from": "2020-03-02",
}  # fmt: skip
ANY = {"If-Match": "*"}


async def test_only_those_who_answer_for_risk_say_what_is_asked(world: World) -> None:
    assert (await world.anonymous().post(HERE, json=AUTO)).status_code == 401
    partner = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    legal = await world.person(Role.LEGAL_REVIEWER)
    for who in (partner, legal):
        assert (await who.http.post(HERE, json=AUTO)).status_code == 403
        assert (await who.http.get(HERE)).json()["can_add"] is False
    risk = await world.person(Role.COMPLIANCE_REVIEWER)
    made = await risk.http.post(HERE, json=AUTO)
    assert made.status_code == 201
    assert (made.json()["min_each"], made.json()["is_enforced"]) == ("500000.00", False)
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    assert (await stranger.http.get(made.headers["location"])).status_code == 404
    assert (await stranger.http.get(HERE)).json()["items"] == []


async def test_a_district_starts_from_common_practice_once_and_never_silently(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    before = (await office.http.get(HERE)).json()
    assert (before["items"], before["can_adopt"]) == ([], True)
    answers = await asyncio.gather(
        *(office.http.post(f"{HERE}/adopt", json={"enforced_from": "2020-07-01"}) for _ in range(4))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    again = await office.http.post(f"{HERE}/adopt", json={"enforced_from": "2020-07-01"})
    assert again.status_code == 409
    after = (await office.http.get(HERE)).json()
    assert after["can_adopt"] is False
    assert {(item["title"], item["enforced_from"]) for item in after["items"]} >= {
        ("General liability insurance", "2020-07-01"), ("Background checks", "2020-07-01"),
    }  # fmt: skip
    assert len({item["title"] for item in after["items"]}) == len(after["items"]) == 4
    other = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await other.http.get(HERE)).json()["items"] == []


async def test_day_one_does_not_say_that_nobody_may_enter(world: World) -> None:
    cast = await a_cast(world)
    await cast.office.http.post(f"{HERE}/adopt", json={"enforced_from": "2020-07-01"})
    found = await clearance(cast.principal, cast.scene.partnership)
    assert (found["cleared"], found["blockers"]) == (True, [])
    assert {due["due_on"] for due in found["papers_due"]} == {"2020-07-01"}
    assert len(found["papers_due"]) == 3


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"enforced_from": "2020-01-26"}, "/enforced_from"),
        ({"coverage": None}, "/coverage"),
        ({"check_kinds": ["tb"]}, "/check_kinds"),
        ({"accepts_instead": ["agency_letter"]}, "/accepts_instead"),
        ({"kind": "background_check", "min_each": None, "coverage": None}, "/check_kinds"),
        ({"kind": "agency_letter", "coverage": None}, "/min_each"),
        ({"kind": "passport"}, "/kind"),
        ({"validity_months": 0}, "/validity_months"),
        ({"min_each": "-1.00"}, "/min_each"),
        ({"deliveries": ["by_mail"]}, "/deliveries/0"),
    ],
)
async def test_what_does_not_fit_the_kind_is_refused(world: World, change: dict[str, Any], pointer: str) -> None:
    risk = await world.person(Role.COMPLIANCE_REVIEWER)
    answer = await risk.http.post(HERE, json={**AUTO, **change})
    assert answer.status_code == 422
    assert pointer in [error["pointer"] for error in answer.json()["errors"]]


async def test_what_is_in_force_changes_its_words_only(world: World) -> None:
    risk = await world.person(Role.COMPLIANCE_REVIEWER)
    asked = await a_requirement(world)
    path = f"{HERE}/{asked}"
    refused = await risk.http.patch(path, json={"min_each": "1.00"}, headers=ANY)
    assert refused.status_code == 409
    worded = await risk.http.patch(path, json={"note": "Ask your broker for it."}, headers=ANY)
    assert (worded.json()["note"], worded.json()["version"]) == ("Ask your broker for it.", 2)
    same = await risk.http.patch(path, json={"note": "Ask your broker for it."}, headers=ANY)
    assert same.json()["version"] == 2
    assert (await risk.http.patch(path, json={"note": "X"})).status_code == 428
    coming = (await risk.http.post(HERE, json=AUTO)).json()
    mended = await risk.http.patch(f"{HERE}/{coming['id']}", json={"min_each": "1.00"}, headers=ANY)
    assert mended.json()["min_each"] == "1.00"


async def test_a_replacement_begins_later_and_is_made_once(world: World) -> None:
    risk = await world.person(Role.COMPLIANCE_REVIEWER)
    asked = await a_requirement(world)
    terms = {"title": "Auto", "coverage": "auto", "enforced_from": "2020-01-27"}
    assert (await risk.http.post(f"{HERE}/{asked}/replace", json=terms)).status_code == 422
    both = await asyncio.gather(
        *(risk.http.post(f"{HERE}/{asked}/replace", json={**terms, "enforced_from": "2020-02-01"}) for _ in range(3))
    )
    assert sorted(answer.status_code for answer in both) == [201, 409, 409]
    old = (await risk.http.get(f"{HERE}/{asked}")).json()
    assert (old["retired_from"], old["is_enforced"], old["can_edit"]) == ("2020-02-01", True, False)
    assert (await risk.http.patch(f"{HERE}/{asked}", json={"title": "X"}, headers=ANY)).status_code == 409
    listed = (await risk.http.get(HERE, params={"effective_on": "2020-02-01"})).json()["items"]
    assert [(item["title"], item["is_enforced"], item["replaces_id"]) for item in listed] == [
        ("Auto", True, str(asked))
    ]


async def test_retiring_ends_it_today_or_later_never_before(world: World) -> None:
    risk = await world.person(Role.COMPLIANCE_REVIEWER)
    asked = await a_requirement(world)
    past = await risk.http.post(f"{HERE}/{asked}/retire", json={"retired_from": "2020-01-26"})
    assert past.status_code == 422
    done = await risk.http.post(f"{HERE}/{asked}/retire", json={})
    assert (done.json()["retired_from"], done.json()["is_retired"]) == ("2020-01-27", True)
    assert (await risk.http.post(f"{HERE}/{asked}/retire", json={})).status_code == 409
    coming = (await risk.http.post(HERE, json=AUTO)).json()
    never = await risk.http.post(f"{HERE}/{coming['id']}/retire", json={})
    assert never.json()["is_retired"] is True
    assert (await risk.http.get(HERE)).json()["items"] == []


async def test_risk_management_goes_without_a_paper_for_a_time_and_signs_for_it(world: World) -> None:
    cast = await a_cast(world)
    asked = await a_requirement(world)
    body = {"requirement_id": str(asked), "partner_id": str(cast.partner_id), "reason": "They read by telephone.",
            "starts_on": "2020-01-27", "ends_on": "2020-02-29", "school_id": str(cast.scene.school)}  # fmt: skip
    for who in (cast.partner, cast.office, cast.principal, await world.person(Role.LEGAL_REVIEWER)):
        assert (await who.http.post(WAIVERS, json=body)).status_code == 403
    paid = await world.person(Role.COMPLIANCE_REVIEWER, employer=cast.partner_id)
    assert (await paid.http.post(WAIVERS, json=body)).status_code == 403
    assert (await (await world.machine(*Scope)).post(WAIVERS, json=body)).status_code == 403
    given = await cast.risk.http.post(WAIVERS, json=body)
    assert given.status_code == 201, given.text
    assert (given.json()["author"]["name"], given.json()["can_revoke"]) == ("Paula Nystrom", True)
    found = await clearance(cast.principal, cast.scene.partnership)
    assert (found["cleared"], found["cleared_through"]) == (True, "2020-02-29")
    assert (await clearance(cast.office, cast.scene.partnership, "2020-01-26"))["cleared"] is False
    path = given.headers["location"]
    over = await cast.risk.http.post(f"{path}/revoke", json={"reason": "They come in person now."})
    assert (over.json()["revoked_on"], over.json()["can_revoke"]) == ("2020-01-27", False)
    assert (await cast.risk.http.post(f"{path}/revoke", json={"reason": "Again"})).status_code == 409
    assert (await clearance(cast.office, cast.scene.partnership))["cleared"] is False
    read = (await cast.partner.http.get(WAIVERS, params={"partner": str(cast.partner_id)})).json()["items"]
    assert [each["reason"] for each in read] == ["They read by telephone."]


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"starts_on": "2020-01-26"}, "/starts_on"),
        ({"ends_on": "2020-01-26"}, "/ends_on"),
        ({"requirement_id": str(new_id())}, "/requirement_id"),
        ({"partner_id": str(new_id())}, "/partner_id"),
        ({"program_id": str(new_id())}, "/program_id"),
        ({"school_id": str(new_id())}, "/school_id"),
    ],
)
async def test_a_waiver_names_what_is_there_and_days_to_come(
    world: World, change: dict[str, str], pointer: str
) -> None:
    cast = await a_cast(world)
    body = {"requirement_id": str(await a_requirement(world)), "partner_id": str(cast.partner_id), "reason": "Because",
            "starts_on": "2020-01-27", "ends_on": "2020-02-29"}  # fmt: skip
    answer = await cast.risk.http.post(WAIVERS, json={**body, **change})
    assert answer.status_code == 422
    assert pointer in [error["pointer"] for error in answer.json()["errors"]]


async def test_waivers_are_listed_latest_first_to_those_whom_they_concern(world: World) -> None:
    cast = await a_cast(world)
    asked = await a_requirement(world)
    other = await a_partner(world)
    first = await a_waiver(world, requirement=asked, partner=cast.partner_id, starts_on=date(2020, 1, 2))
    last = await a_waiver(world, requirement=asked, partner=other, starts_on=date(2020, 1, 3))
    assert [each["id"] for each in (await cast.risk.http.get(WAIVERS)).json()["items"]] == [str(last), str(first)]
    assert [each["id"] for each in (await cast.partner.http.get(WAIVERS)).json()["items"]] == [str(first)]
    assert (await cast.partner.http.get(f"{WAIVERS}/{last}")).status_code == 404
