"""Registering, editing and reviewing a partner: what is refused, what moves, what the log keeps."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.partners.factories import a_contact, a_partner, a_program
from tests.schools.factories import a_school
from tests.world import World

PARTNERS = "/api/v1/partners"
ANY = {"If-Match": "*"}
REASON = {"reason": "The insurance paper is missing"}


async def history(world: World, partner: UUID) -> list[dict[str, Any]]:
    rows = await world.rows(
        "select kind, version, changed, reason, person_id from log where object_id = $1 order by seq", partner
    )
    return [dict(row) for row in rows]


async def test_the_office_registers_a_partner(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(
        PARTNERS,
        json={
            "name": "  Riverbend Learning ", "org_type": "nonprofit", "ein": "123456789",
            "languages": ["Spanish", "Spanish"], "website": "https://riverbend.example.org", "state": "IL",
            "postal_code": "60601", "charges_fee": False,
        },
    )  # fmt: skip
    body = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"{PARTNERS}/{body['id']}"
    assert answer.headers["etag"].startswith('"1-')
    assert (body["name"], body["legal_name"], body["ein"]) == ("Riverbend Learning", "Riverbend Learning", "12-3456789")
    assert (body["status"], body["languages"], body["version"]) == ("prospective", ["Spanish"], 1)
    assert (await office.http.get(answer.headers["location"])).json() == body
    told = (await history(world, UUID(body["id"])))[0]
    assert (told["kind"], told["version"], told["person_id"]) == ("partner.registered", 1, office.id)
    assert told["changed"]["name"] == [None, "Riverbend Learning"]


async def test_partners_do_not_add_partners(world: World) -> None:
    admin = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    answer = await admin.http.post(PARTNERS, json={"name": "Another", "org_type": "business"})
    assert answer.status_code == 403
    assert answer.json()["type"].endswith("office-registers")


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"name": ""}, "/name"), ({"name": "a\nb"}, "/name"), ({"name": "x" * 201}, "/name"), ({"name": None}, "/name"),
        ({"org_type": "guild"}, "/org_type"), ({"ein": "12-345678"}, "/ein"), ({"ein": 123456789}, "/ein"),
        ({"website": "javascript:alert(1)"}, "/website"), ({"email": "not an address"}, "/email"),
        ({"postal_code": "6060"}, "/postal_code"), ({"state": "Illinois"}, "/state"),
        ({"languages": ["", "Spanish"]}, "/languages/0"), ({"status": "approved"}, "/status"),
        ({"vetting_expires_on": "2021-01-01"}, "/vetting_expires_on"),
        ({"parent_partner_id": str(new_id())}, "/parent_partner_id"), ({"charges_fee": "maybe"}, "/charges_fee"),
        ({"mission": "bell\u0007"}, "/mission"),
    ],
)  # fmt: skip
async def test_what_is_wrong_is_pointed_at_and_not_repeated(world: World, wrong: dict[str, Any], pointer: str) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(PARTNERS, json={"name": "Riverbend", "org_type": "nonprofit", **wrong})
    assert answer.status_code == 422
    assert [fault["pointer"] for fault in answer.json()["errors"]] == [pointer]
    assert await world.rows("select 1 from partner") == []


async def test_the_same_ein_twice_is_refused_and_names_what_is_there(world: World) -> None:
    first = await a_partner(world, name="Riverbend Learning", ein="12-3456789")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(PARTNERS, json={"name": "Someone else", "org_type": "business", "ein": "123456789"})
    assert answer.status_code == 409
    assert answer.json()["type"].endswith("ein-taken")
    assert answer.json()["existing"] == {"id": str(first), "name": "Riverbend Learning"}
    assert "12-3456789" not in answer.text
    other = await a_partner(world, name="Other")
    changed = await office.http.patch(f"{PARTNERS}/{other}", json={"ein": "12-3456789"}, headers=ANY)
    assert changed.status_code == 409
    own = await office.http.patch(f"{PARTNERS}/{first}", json={"ein": "123456789"}, headers=ANY)
    assert own.json()["version"] == 1


async def test_a_partner_is_not_told_whose_an_ein_is_when_it_may_not_see_them(world: World) -> None:
    await a_partner(world, name="Hidden", ein="12-3456789", status="submitted")
    mine = await a_partner(world, status="prospective")
    admin = await world.person(Role.PARTNER_ADMIN, partner=mine)
    answer = await admin.http.patch(f"{PARTNERS}/{mine}", json={"ein": "12-3456789"}, headers=ANY)
    assert (answer.status_code, answer.json()["existing"]) == (409, None)
    assert "Hidden" not in answer.text


async def test_two_at_once_with_one_ein_leave_one(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    body = {"name": "Riverbend", "org_type": "nonprofit", "ein": "12-3456789"}
    answers = await asyncio.gather(*(office.http.post(PARTNERS, json=body) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]


async def test_a_similar_name_warns_and_does_not_refuse(world: World) -> None:
    first = await a_partner(world, name="The Riverbend Learning Company, Inc.", status="declined")
    await a_partner(world, name="Riverbend Arts")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    made = await office.http.post(PARTNERS, json={"name": "RIVERBEND learning", "org_type": "business"})
    assert made.status_code == 201
    assert made.json()["similar"] == [{"id": str(first), "name": "The Riverbend Learning Company, Inc."}]
    changed = await office.http.patch(
        f"{PARTNERS}/{made.json()['id']}", json={"name": "Riverside Learning"}, headers=ANY
    )
    assert changed.json()["similar"] == []


async def test_a_retry_with_the_same_key_adds_one_partner(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    body, key = {"name": "Riverbend", "org_type": "nonprofit"}, {"Idempotency-Key": "once"}
    first = await office.http.post(PARTNERS, json=body, headers=key)
    again = await office.http.post(PARTNERS, json=body, headers=key)
    assert (again.status_code, again.content) == (201, first.content)
    assert again.headers["idempotent-replayed"] == "true"
    assert len(await world.rows("select 1 from partner")) == 1


async def test_an_edit_changes_what_it_names_and_the_log_keeps_both_values(world: World) -> None:
    partner = await a_partner(world, mission="Reading", phone="555-0100")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    tag = (await office.http.get(f"{PARTNERS}/{partner}")).headers["etag"]
    answer = await office.http.patch(
        f"{PARTNERS}/{partner}", json={"mission": "Reading for all", "phone": None}, headers={"If-Match": tag}
    )
    body = answer.json()
    assert (answer.status_code, body["version"], body["mission"], body["phone"]) == (200, 2, "Reading for all", None)
    told = (await history(world, partner))[-1]
    assert (told["kind"], told["version"]) == ("partner.changed", 2)
    assert told["changed"] == {"mission": ["Reading", "Reading for all"], "phone": ["555-0100", None]}


async def test_an_edit_needs_the_version_it_started_from(world: World) -> None:
    partner = await a_partner(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    path, tag = f"{PARTNERS}/{partner}", (await office.http.get(f"{PARTNERS}/{partner}")).headers["etag"]
    assert (await office.http.patch(path, json={"city": "Chicago"})).status_code == 428
    assert (await office.http.patch(path, json={"city": "Chicago"}, headers={"If-Match": tag})).status_code == 200
    stale = await office.http.patch(path, json={"city": "Cicero"}, headers={"If-Match": tag})
    assert stale.status_code == 412
    assert (await office.http.get(path)).json()["city"] == "Chicago"
    assert (await office.http.post(f"{path}/suspend", json=REASON, headers={"If-Match": tag})).status_code == 412


async def test_many_edits_of_one_version_leave_one_winner(world: World) -> None:
    partner = await a_partner(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    tag = (await office.http.get(f"{PARTNERS}/{partner}")).headers["etag"]
    answers = await asyncio.gather(
        *(
            office.http.patch(f"{PARTNERS}/{partner}", json={"city": f"City {place}"}, headers={"If-Match": tag})
            for place in range(6)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412, 412, 412]
    won = next(answer.json()["city"] for answer in answers if answer.status_code == 200)
    assert (await office.http.get(f"{PARTNERS}/{partner}")).json()["city"] == won


async def test_an_edit_that_changes_nothing_leaves_no_trace(world: World) -> None:
    partner = await a_partner(world, city="Chicago")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for body in ({"city": "Chicago"}, {}):
        answer = await office.http.patch(f"{PARTNERS}/{partner}", json=body, headers=ANY)
        assert (answer.status_code, answer.json()["version"]) == (200, 1)
    assert await history(world, partner) == []


@pytest.mark.parametrize("field", ["name", "legal_name", "org_type", "languages", "is_public"])
async def test_what_every_partner_has_cannot_be_cleared(world: World, field: str) -> None:
    partner = await a_partner(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.patch(f"{PARTNERS}/{partner}", json={field: None}, headers=ANY)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, f"/{field}")


async def test_a_partner_is_not_its_own_parent(world: World) -> None:
    partner = await a_partner(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for field in ("parent_partner_id", "fiscal_sponsor_id"):
        answer = await office.http.patch(f"{PARTNERS}/{partner}", json={field: str(partner)}, headers=ANY)
        assert answer.json()["errors"][0]["code"] == "itself"


@pytest.mark.parametrize("role", [Role.PARTNER_ADMIN, Role.PARTNER_STAFF])
async def test_a_partner_s_people_keep_their_own_record_and_no_other(world: World, role: Role) -> None:
    mine, other = await a_partner(world, status="prospective"), await a_partner(world)
    hidden = await a_partner(world, status="submitted")
    person = await world.person(role, partner=mine)
    own = await person.http.patch(f"{PARTNERS}/{mine}", json={"mission": "Reading"}, headers=ANY)
    assert (own.status_code, own.json()["can_edit"]) == (200, True)
    theirs = await person.http.patch(f"{PARTNERS}/{other}", json={"mission": "Mine now"}, headers=ANY)
    assert (theirs.status_code, theirs.json()["type"].rpartition(":")[2]) == (403, "not-your-partner")
    unseen = await person.http.patch(f"{PARTNERS}/{hidden}", json={"mission": "Mine now"}, headers=ANY)
    assert unseen.status_code == 404


@pytest.mark.parametrize(
    ("status", "change", "allowed"),
    [
        ("prospective", {"ein": "12-3456789"}, True), ("prospective", {"legal_name": "New Inc."}, True),
        ("approved", {"legal_name": "New Inc."}, False), ("suspended", {"ein": "12-3456789"}, False),
        ("approved", {"mission": "New"}, True), ("prospective", {"vendor_number": "V-7"}, False),
        ("approved", {"vetting_expires_on": "2030-01-01"}, False),
    ],
)  # fmt: skip
async def test_what_was_vetted_and_what_the_district_says_only_the_office_changes(
    world: World, status: str, change: dict[str, Any], allowed: bool
) -> None:
    partner = await a_partner(world, status=status)
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    answer = await admin.http.patch(f"{PARTNERS}/{partner}", json=change, headers=ANY)
    assert answer.status_code == (200 if allowed else 403)
    if not allowed:
        assert answer.json()["fields"] == list(change)
        office = await world.person(Role.DISTRICT_ADMIN)
        assert (await office.http.patch(f"{PARTNERS}/{partner}", json=change, headers=ANY)).status_code == 200


async def test_an_application_goes_from_the_partner_through_review_to_approval(world: World) -> None:
    partner = await a_partner(world, status="prospective")
    await a_contact(world, partner=partner)
    await a_program(world, partner=partner, status="draft")
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    path = f"{PARTNERS}/{partner}"
    steps = [
        (admin, "submit", None, "submitted", "partner.submitted"),
        (office, "start-review", None, "under_review", "partner.review_started"),
        (office, "request-changes", REASON, "changes_requested", "partner.changes_requested"),
        (admin, "submit", None, "submitted", "partner.submitted"),
        (office, "start-review", None, "under_review", "partner.review_started"),
        (office, "decline", REASON, "declined", "partner.declined"),
        (admin, "submit", {"note": "The insurance is here now"}, "submitted", "partner.submitted"),
        (office, "start-review", None, "under_review", "partner.review_started"),
        (office, "approve", {"vetting_expires_on": "2023-01-26"}, "approved", "partner.approved"),
        (office, "suspend", REASON, "suspended", "partner.suspended"),
        (office, "reinstate", None, "approved", "partner.reinstated"),
        (admin, "deactivate", REASON, "inactive", "partner.deactivated"),
        (admin, "reopen", REASON, "prospective", "partner.reopened"),
    ]  # fmt: skip
    for place, (person, verb, body, state, kind) in enumerate(steps, start=2):
        answer = await person.http.post(f"{path}/{verb}", json=body)
        read = answer.json()
        assert (answer.status_code, read["status"], read["version"]) == (200, state, place), answer.text
        assert read["status_reason"] == (REASON["reason"] if body is REASON else None)
        told = (await history(world, partner))[-1]
        assert (told["kind"], told["reason"]) == (kind, read["status_reason"])
        assert told["changed"]["status"][1] == state
    assert (read["submitted_on"], read["vetted_on"], read["vetting_expires_on"]) == (
        "2020-01-27", "2020-01-27", "2023-01-26",
    )  # fmt: skip


async def test_an_application_without_a_person_to_call_or_a_program_says_what_it_needs(world: World) -> None:
    partner = await a_partner(world, status="prospective")
    await a_program(world, partner=partner, status="retired")
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    moves = (await admin.http.get(f"{PARTNERS}/{partner}")).json()["allowed_moves"]
    needed = {"move": "submit", "needs": ["primary_contact", "program"]}
    assert moves[0] == needed
    answer = await admin.http.post(f"{PARTNERS}/{partner}/submit")
    assert (answer.status_code, answer.json()["needs"]) == (409, needed["needs"])
    assert answer.json()["allowed_moves"][0] == needed


async def test_a_step_that_does_not_leave_this_state_is_a_conflict_with_those_that_do(world: World) -> None:
    partner = await a_partner(world, status="approved")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(f"{PARTNERS}/{partner}/approve", json={})
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (409, "partner-cannot-move")
    assert [move["move"] for move in answer.json()["allowed_moves"]] == ["suspend", "deactivate"]


async def test_a_step_says_why_where_somebody_will_ask(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for status, verb in (("under_review", "request-changes"), ("under_review", "decline"), ("approved", "suspend"),
                         ("approved", "deactivate")):  # fmt: skip
        partner = await a_partner(world, status=status)
        for body in ({}, {"reason": " "}):
            answer = await office.http.post(f"{PARTNERS}/{partner}/{verb}", json=body)
            assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/reason"), verb


async def test_an_approval_does_not_end_before_it_begins(world: World) -> None:
    partner = await a_partner(world, status="under_review")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(f"{PARTNERS}/{partner}/approve", json={"vetting_expires_on": "2020-01-26"})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/vetting_expires_on")
    last_day = await office.http.post(f"{PARTNERS}/{partner}/approve", json={"vetting_expires_on": "2020-01-27"})
    assert (last_day.status_code, last_day.json()["vetting_expired"]) == (200, False)


async def test_each_side_takes_its_own_steps(world: World) -> None:
    partner = await a_partner(world, status="prospective")
    await a_contact(world, partner=partner)
    await a_program(world, partner=partner)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    staff = await world.person(Role.PARTNER_STAFF, partner=partner)
    compliance = await world.person(Role.COMPLIANCE_REVIEWER)
    for person in (office, staff):
        answer = await person.http.post(f"{PARTNERS}/{partner}/submit")
        assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (403, "not-your-move")
    waiting = await a_partner(world, status="submitted")
    answer = await compliance.http.post(f"{PARTNERS}/{waiting}/start-review")
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (403, "not-your-move")
    leader = await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world)])
    assert (await leader.http.post(f"{PARTNERS}/{waiting}/start-review")).status_code == 403


async def test_nobody_in_the_office_approves_who_pays_them(world: World) -> None:
    partner = await a_partner(world, status="under_review")
    for extra in ({"employer": partner}, {}):
        person = await world.person(Role.PARTNERSHIP_OFFICE, **extra)
        if not extra:
            await world.person(Role.PARTNER_ADMIN, partner=partner, person_id=person.id)
        body = (await person.http.get(f"{PARTNERS}/{partner}")).json()
        assert "approve" not in [move["move"] for move in body["allowed_moves"]]
        answer = await person.http.post(f"{PARTNERS}/{partner}/approve", json={})
        assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (403, "not-your-move")
    other = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await other.http.post(f"{PARTNERS}/{partner}/approve", json={})).status_code == 200


async def test_a_machine_of_the_district_writes_and_one_of_some_schools_does_not(world: World) -> None:
    partner = await a_partner(world)
    scopes = (Scope.PARTNERS_READ, Scope.PARTNERS_WRITE)
    district = await world.machine(*scopes)
    school = await world.machine(*scopes, schools=[await a_school(world)])
    change = {"vendor_number": "V-7"}
    assert (await district.patch(f"{PARTNERS}/{partner}", json=change, headers=ANY)).status_code == 200
    assert (await school.patch(f"{PARTNERS}/{partner}", json=change, headers=ANY)).status_code == 403
    assert (await district.post(f"{PARTNERS}/{partner}/suspend", json=REASON)).status_code == 403
