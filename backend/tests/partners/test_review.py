"""An application on its way: notes beside fields, applying again after a no, closing and opening, who has it."""

from typing import Any
from uuid import UUID

import pytest

from alongside.identity.scopes import Role
from tests.notices.scene import notices, worked
from tests.partners.factories import a_contact, a_partner, a_program
from tests.world import Person, World

PARTNERS = "/api/v1/partners"
NOTES = [
    {"field": "mission", "note": "Say whom you serve"},
    {"field": "contacts", "note": "Name somebody who signs"},
]


async def an_application(world: World, status: str = "under_review", **values: Any) -> tuple[UUID, Person, Person]:
    """A partner that could be approved, somebody of its own and somebody of the office."""
    partner = await a_partner(world, name="River Reading", status=status, **values)
    await a_contact(world, partner=partner)
    await a_program(world, partner=partner)
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner, name="Pat Lee")
    return partner, admin, await world.person(Role.PARTNERSHIP_OFFICE, name="Lena Marsh")


async def test_notes_stand_beside_their_fields_until_the_application_comes_again(world: World) -> None:
    partner, admin, office = await an_application(world)
    at = f"{PARTNERS}/{partner}"
    asked = {"reason": "Nearly there", "notes": NOTES}
    assert (await office.http.post(f"{at}/request-changes", json=asked)).status_code == 200
    read = (await admin.http.get(at)).json()
    assert [(each["field"], each["note"], each["closed_on"]) for each in read["notes"]] == [
        ("mission", "Say whom you serve", None), ("contacts", "Name somebody who signs", None),
    ]  # fmt: skip
    states = {each["task"]: each["state"] for each in read["profile"]["tasks"]}
    assert states == {"about": "changes", "services": "done", "capacity": "to_do", "contacts": "changes"}
    told = (await world.rows("select changed, reason from log where kind = 'partner.changes_requested'"))[0]
    assert (told["reason"], told["changed"]["notes"]) == ("Nearly there", [None, NOTES])
    again = (await admin.http.post(f"{at}/submit", json={"note": "Both are mended"})).json()
    assert again["application_note"] == "Both are mended"
    assert {each["closed_on"] for each in again["notes"]} == {"2020-01-27"}
    assert again["profile"]["tasks"][0]["state"] == "to_do"


async def test_only_the_last_round_of_notes_is_shown(world: World) -> None:
    partner, admin, office = await an_application(world)
    at = f"{PARTNERS}/{partner}"
    for note in ("First", "Second"):
        asked = {"reason": "More", "notes": [{"field": "ein", "note": note}]}
        assert (await office.http.post(f"{at}/request-changes", json=asked)).status_code == 200
        await admin.http.post(f"{at}/submit")
        await office.http.post(f"{at}/start-review")
        await world.rows("update partner_note set closed_on = closed_on - 1 where note = 'First'")
    assert [each["note"] for each in (await office.http.get(at)).json()["notes"]] == ["Second"]


async def test_notes_are_for_the_partner_and_those_who_see_the_whole_record(world: World) -> None:
    partner, _, office = await an_application(world)
    asked = {"reason": "Nearly there", "notes": NOTES}
    await office.http.post(f"{PARTNERS}/{partner}/request-changes", json=asked)
    await world.rows("update partner set status = 'approved' where id = $1", partner)
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    read = (await rival.http.get(f"{PARTNERS}/{partner}")).json()
    assert (read["view"], read["notes"], read["former_names"], read["reviewer"]) == ("directory", [], [], None)
    assert read["application_note"] is None


@pytest.mark.parametrize(
    ("notes", "pointer"),
    [
        ([{"field": "vendor_number", "note": "x"}], "/notes/0/field"),
        ([{"field": "mission", "note": ""}], "/notes/0/note"),
        ([{"field": "mission", "note": "x" * 1001}], "/notes/0/note"),
        ([{"field": "mission", "note": "x"}] * 41, "/notes"),
    ],
)
async def test_a_note_is_beside_a_field_that_the_partner_keeps(world: World, notes: Any, pointer: str) -> None:
    partner, _, office = await an_application(world)
    answer = await office.http.post(f"{PARTNERS}/{partner}/request-changes", json={"reason": "More", "notes": notes})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer


async def test_applying_again_after_a_no_says_what_has_changed(world: World) -> None:
    partner, admin, office = await an_application(world, status="declined")
    at = f"{PARTNERS}/{partner}"
    for body in (None, {}, {"note": None}):
        answer = await admin.http.post(f"{at}/submit", json=body)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/note")
    assert (await office.http.get(at)).json()["version"] == 1
    again = (await admin.http.post(f"{at}/submit", json={"note": "We are insured now"})).json()
    assert (again["status"], again["application_note"], again["submitted_on"]) == (
        "submitted", "We are insured now", "2020-01-27",
    )  # fmt: skip


async def test_who_takes_up_an_application_has_it_also_when_it_comes_again(world: World) -> None:
    partner, admin, office = await an_application(world, status="submitted")
    at = f"{PARTNERS}/{partner}"
    assert (await office.http.get(at)).json()["reviewer"] is None
    await office.http.post(f"{at}/start-review")
    await office.http.post(f"{at}/request-changes", json={"reason": "More"})
    await admin.http.post(f"{at}/submit")
    read = (await admin.http.get(at)).json()
    assert read["reviewer"] == {"id": str(office.id), "name": "Lena Marsh"}


async def test_a_closed_record_opens_again_by_either_side_and_applies_anew(world: World) -> None:
    for side in (0, 1):
        partner, *people = await an_application(world, status="inactive", vetted_on=None)
        at = f"{PARTNERS}/{partner}"
        unsaid = await people[side].http.post(f"{at}/reopen", json={})
        assert (unsaid.status_code, unsaid.json()["errors"][0]["pointer"]) == (422, "/reason")
        opened = (await people[side].http.post(f"{at}/reopen", json={"reason": "We are back"})).json()
        assert (opened["status"], opened["status_reason"]) == ("prospective", "We are back")
        again = await people[side].http.post(f"{at}/reopen", json={"reason": "We are back"})
        assert again.status_code == 409
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    closed = await a_partner(world, status="inactive")
    assert (await rival.http.post(f"{PARTNERS}/{closed}/reopen", json={"reason": "x"})).status_code == 404


async def test_both_sides_hear_of_each_move_that_they_did_not_make(world: World) -> None:
    partner, admin, office = await an_application(world, status="submitted")
    at = f"{PARTNERS}/{partner}"
    why = {"reason": "A question of insurance"}
    for verb, body in (("start-review", None), ("approve", {}), ("suspend", why), ("reinstate", None)):
        assert (await office.http.post(f"{at}/{verb}", json=body)).status_code == 200
    for verb in ("deactivate", "reopen"):
        assert (await admin.http.post(f"{at}/{verb}", json=why)).status_code == 200
    await worked(world)
    heard = {(each["kind"], each["facts"]["answer"]) for each in await notices(world, admin)}
    assert heard == {
        ("application_decided", "review_started"), ("application_decided", "approved"),
        ("partner_standing", "suspended"), ("partner_standing", "reinstated"),
    }  # fmt: skip
    heard = {(each["kind"], each["facts"]["answer"]) for each in await notices(world, office)}
    assert heard == {("partner_standing", "deactivated"), ("partner_standing", "reopened")}


async def test_a_legal_name_of_before_is_kept_and_still_finds_the_record(world: World) -> None:
    partner, _, office = await an_application(world, status="approved")
    await world.rows("update partner set created_at = '2019-08-01T12:00:00Z' where id = $1", partner)
    at, any_ = f"{PARTNERS}/{partner}", {"If-Match": "*"}
    for name in ("Riverbend Readers, Inc.", "Riverbend Reading, Inc."):
        assert (await office.http.patch(at, json={"legal_name": name}, headers=any_)).status_code == 200
    read = (await office.http.get(at)).json()
    assert read["legal_name"] == "Riverbend Reading, Inc."
    # the second change is of the same day: it mends the first
    assert read["former_names"] == [{"legal_name": "River Reading", "until_on": "2020-01-26"}]


async def test_a_chapter_knows_its_parent_and_the_parent_its_chapters(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    parent, chapter = await a_partner(world, name="Girls Lead"), await a_partner(world, name="Girls Lead South")
    body = {"parent_partner_id": str(parent), "vendor_number": "V-2231"}
    told = await office.http.patch(f"{PARTNERS}/{chapter}", json=body, headers={"If-Match": "*"})
    assert (told.json()["parent"]["name"], told.json()["vendor_number"]) == ("Girls Lead", "V-2231")
    read = (await office.http.get(f"{PARTNERS}/{parent}")).json()
    assert read["chapters"] == [{"id": str(chapter), "name": "Girls Lead South"}]


async def test_a_program_says_what_it_is_worth_and_what_it_aims_at(world: World) -> None:
    partner, admin, _ = await an_application(world, status="approved")
    told = {"name": "Choir", "est_value": "1250.50", "logic_model_url": "https://example.org/model"}
    made = (await admin.http.post(f"{PARTNERS}/{partner}/programs", json=told)).json()
    assert (made["est_value"], made["logic_model_url"], made["outcomes"]) == (
        "1250.50", "https://example.org/model", [],
    )  # fmt: skip
    wrong = await admin.http.post(f"{PARTNERS}/{partner}/programs", json={"name": "Choir", "outcomes": ["gold"]})
    assert (wrong.status_code, wrong.json()["errors"][0]["pointer"]) == (422, "/outcomes/0")
