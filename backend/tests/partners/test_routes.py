"""The directory and the record: who sees which partner, how much of it, filtered and ordered."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from alongside.partners.rules import vetting_expired
from alongside.partnerships.models import Partnership
from tests.partners.factories import a_contact, a_partner, a_program
from tests.schools.factories import a_school, a_term
from tests.world import TODAY, World

PARTNERS = "/api/v1/partners"
STATUSES = (
    "prospective", "submitted", "under_review", "changes_requested", "approved", "suspended", "declined", "inactive",
)  # fmt: skip


async def names(http, **query: object) -> list[str]:  # type: ignore[no-untyped-def]
    answer = await http.get(PARTNERS, params={name: str(value) for name, value in query.items()})
    assert answer.status_code == 200, answer.text
    return [item["name"] for item in answer.json()["items"]]


async def test_nobody_in_particular_reads_no_partner(world: World) -> None:
    partner = await a_partner(world)
    for path in (PARTNERS, f"{PARTNERS}/{partner}"):
        assert (await world.anonymous().get(path)).status_code == 401
    assert (await world.anonymous().post(PARTNERS, json={"name": "A", "org_type": "other"})).status_code == 401


async def test_a_teacher_reads_the_directory_and_writes_nothing(world: World) -> None:
    partner = await a_partner(world)
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[await a_school(world)])
    assert (await teacher.http.get(f"{PARTNERS}/{partner}")).status_code == 200
    for method, path in (("POST", ""), ("PATCH", f"/{partner}"), ("POST", f"/{partner}/approve")):
        answer = await teacher.http.request(method, PARTNERS + path, json={})
        assert answer.status_code == 403, path
        assert answer.json()["type"].endswith("missing-scope")


async def test_a_stranger_sees_nothing_of_a_partner(world: World) -> None:
    partner = await a_partner(world, name="Riverbend Learning", ein="12-3456789")
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    answer = await stranger.http.get(f"{PARTNERS}/{partner}")
    assert answer.status_code == 404
    assert "Riverbend" not in answer.text
    assert await names(stranger.http) == []
    for verb in ("approve", "submit", "reinstate", "start-review"):
        body = {} if verb == "approve" else None
        assert (await stranger.http.post(f"{PARTNERS}/{partner}/{verb}", json=body)).status_code == 404
    changed = await stranger.http.patch(f"{PARTNERS}/{partner}", json={"name": "Mine"}, headers={"If-Match": "*"})
    assert changed.status_code == 404
    # the same EIN in another district is another record, and says nothing about this one
    twin = await stranger.http.post(
        PARTNERS, json={"name": "Riverbend Learning", "org_type": "nonprofit", "ein": "12-3456789"}
    )
    assert twin.status_code == 201
    assert twin.json()["similar"] == []


async def test_the_office_reads_the_whole_record(world: World) -> None:
    parent = await a_partner(world, name="Riverbend National")
    partner = await a_partner(
        world, name="Riverbend Learning", status="suspended", status_reason="Insurance ran out", ein="12-3456789",
        parent_partner_id=parent, vendor_number="V-7",
    )  # fmt: skip
    await a_contact(world, partner=partner, kind="data", name="Dee")
    await a_contact(world, partner=partner, kind="primary", name="Pat")
    await a_program(world, partner=partner, name="Tutors", status="draft")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    body = (await office.http.get(f"{PARTNERS}/{partner}")).json()
    assert (body["view"], body["ein"], body["status_reason"]) == ("full", "12-3456789", "Insurance ran out")
    assert body["parent"] == {"id": str(parent), "name": "Riverbend National"}
    assert [contact["name"] for contact in body["contacts"]] == ["Pat", "Dee"]
    assert [program["name"] for program in body["programs"]] == ["Tutors"]
    assert [move["move"] for move in body["allowed_moves"]] == ["reinstate", "deactivate"]
    assert body["can_edit"] is True


async def test_a_profile_says_in_words_what_is_missing(world: World) -> None:
    partner = await a_partner(world, mission="Reading for all", phone="555-0100", address="1 Main St", ein="12-3456789")
    await a_contact(world, partner=partner, kind="primary")
    await a_program(world, partner=partner, grades=())
    await a_program(world, partner=partner, name="Old", status="retired")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    profile = (await office.http.get(f"{PARTNERS}/{partner}")).json()["profile"]
    assert profile["words"] == "6 of 9 done: missing authorized signatory, grade levels, students per program"
    assert profile["missing"] == ["signatory", "grades", "capacity"]


@pytest.mark.parametrize("role", [Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR, Role.SCHOOL_STAFF])
async def test_school_people_read_those_approved_under_review_or_on_hold(world: World, role: Role) -> None:
    made = {status: await a_partner(world, name=status, status=status) for status in STATUSES}
    person = await world.person(role, schools=[await a_school(world)])
    seen = {"approved", "suspended", "under_review"}
    assert set(await names(person.http)) == seen
    for status, partner in made.items():
        answer = await person.http.get(f"{PARTNERS}/{partner}")
        assert answer.status_code == (200 if status in seen else 404), status


async def test_school_people_see_contacts_and_handed_in_programs_but_no_drafts(world: World) -> None:
    partner = await a_partner(world)
    await a_contact(world, partner=partner, name="Private Pat")
    for status in ("draft", "submitted", "approved", "retired"):
        await a_program(world, partner=partner, name=status, status=status, areas=(f"{status}_area",))
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[await a_school(world)])
    body = (await coordinator.http.get(f"{PARTNERS}/{partner}")).json()
    assert body["view"] == "full"
    assert [contact["name"] for contact in body["contacts"]] == ["Private Pat"]
    assert [program["name"] for program in body["programs"]] == ["approved", "retired", "submitted"]
    assert body["allowed_moves"] == []
    assert body["can_edit"] is False
    listed = (await coordinator.http.get(PARTNERS)).json()["items"][0]
    assert listed["areas"] == ["approved_area", "submitted_area"]


async def test_partner_staff_read_their_own_record_in_every_state(world: World) -> None:
    for status in STATUSES:
        partner = await a_partner(world, name=status, status=status, ein=None)
        await a_contact(world, partner=partner)
        await a_program(world, partner=partner, status="draft")
        staff = await world.person(Role.PARTNER_STAFF, partner=partner)
        body = (await staff.http.get(f"{PARTNERS}/{partner}")).json()
        assert (body["view"], len(body["contacts"]), len(body["programs"])) == ("full", 1, 1), status


async def test_partner_staff_see_the_public_fields_of_other_approved_partners_only(world: World) -> None:
    mine = await a_partner(world, name="Mine", status="prospective")
    others = {status: await a_partner(world, name=status, status=status) for status in STATUSES}
    other = await a_partner(
        world, name="Riverbend Learning", ein="12-3456789", vendor_number="V-7", address="1 Main St",
        mission="Reading for all", phone="555-0100", vetting_expires_on=date(2020, 1, 1),
    )  # fmt: skip
    await a_contact(world, partner=other, name="Private Pat")
    await a_contact(world, partner=other, name="Public Pia", is_public=True)
    await a_program(world, partner=other, name="Tutors")
    await a_program(world, partner=other, name="Secret plan", status="draft", areas=("secret_area",))
    staff = await world.person(Role.PARTNER_ADMIN, partner=mine)
    assert await names(staff.http) == ["Mine", "Riverbend Learning", "approved"]
    for status, partner in others.items():
        assert (await staff.http.get(f"{PARTNERS}/{partner}")).status_code == (200 if status == "approved" else 404)
    answer = await staff.http.get(f"{PARTNERS}/{other}")
    body = answer.json()
    assert (body["view"], body["mission"], body["phone"]) == ("directory", "Reading for all", "555-0100")
    for withheld in ("ein", "vendor_number", "address", "status_reason", "vetting_expires_on", "profile", "parent"):
        assert body[withheld] is None, withheld
    assert [contact["name"] for contact in body["contacts"]] == ["Public Pia"]
    assert [program["name"] for program in body["programs"]] == ["Tutors"]
    assert body["allowed_moves"] == []
    assert await names(staff.http, area="secret_area") == []
    assert [item["areas"] for item in (await staff.http.get(PARTNERS)).json()["items"]] == [[], ["tutoring"], []]
    contacts = (await staff.http.get(f"{PARTNERS}/{other}/contacts")).json()["items"]
    assert [contact["name"] for contact in contacts] == ["Public Pia"]


async def test_a_machine_sees_like_the_district_or_like_its_schools(world: World) -> None:
    await a_partner(world, name="Applicant", status="submitted")
    await a_partner(world, name="Approved")
    district = await world.machine(Scope.PARTNERS_READ)
    school = await world.machine(Scope.PARTNERS_READ, schools=[await a_school(world)])
    assert await names(district) == ["Applicant", "Approved"]
    assert await names(school) == ["Approved"]
    assert (await district.post(PARTNERS, json={"name": "A", "org_type": "other"})).status_code == 403


async def a_partnership(world: World, partner: UUID, school: UUID, stage: str) -> None:
    program = await a_program(world, partner=partner)
    await world.add(
        Partnership, partner_id=partner, program_id=program, school_id=school, first_school_year="2019-2020",
        stage=stage,
    )  # fmt: skip


async def test_the_directory_is_filtered(world: World) -> None:
    await a_term(world, code="academics", label="Academics")
    await a_term(world, code="tutoring", label="Tutoring", parent_code="academics")
    tutors = await a_partner(world, name="Alder Tutors")
    await a_program(world, partner=tutors, areas=("tutoring",), grades=("3",))
    await a_program(world, partner=tutors, name="Choir", areas=("arts",), grades=("9",))
    clinic = await a_partner(world, name="Birch Clinic", org_type="health", status="under_review")
    await a_program(world, partner=clinic, areas=("health",), grades=("9",), status="submitted")
    gone = await a_partner(world, name="Cedar Mentors", status="inactive")
    await a_program(world, partner=gone, areas=("tutoring",), status="retired")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert await names(office.http, q="LDER") == ["Alder Tutors"]
    assert await names(office.http, org_type="health") == ["Birch Clinic"]
    assert await names(office.http, status="inactive") == ["Cedar Mentors"]
    assert await names(office.http, area="tutoring") == ["Alder Tutors"]
    assert await names(office.http, area="academics") == ["Alder Tutors"]
    assert await names(office.http, area="nothing_such") == []
    assert await names(office.http, grade="9") == ["Alder Tutors", "Birch Clinic"]
    # area and grade are asked of one program, not of two
    assert await names(office.http, area="tutoring", grade="9") == []
    assert await names(office.http, area="arts", grade="9", status="approved") == ["Alder Tutors"]
    assert await names(office.http, q="%") == []


async def test_the_directory_knows_who_serves_a_school_today(world: World) -> None:
    school, elsewhere = await a_school(world), await a_school(world, name="Elsewhere")
    for stage in ("exploring", "planning", "ready_check", "active", "paused", "ended", "not_a_fit"):
        partner = await a_partner(world, name=stage)
        await a_partnership(world, partner, school, stage)
    await a_partnership(world, await a_partner(world, name="other"), elsewhere, "active")
    # whose first talks these are is nobody else's business, so only work that has begun counts
    staff = await world.person(Role.PARTNER_STAFF, partner=await a_partner(world, name="mine", status="declined"))
    for http in ((await world.person(Role.PARTNERSHIP_OFFICE)).http, staff.http):
        assert await names(http, school=school) == ["active", "paused"]
        assert await names(http, school=school, area="tutoring", sort="-name") == ["paused", "active"]
        assert await names(http, school=new_id()) == []


async def test_every_order_walks_all_partners_once_in_pages(world: World) -> None:
    for name in ("Alder", "Birch", "Cedar", "Dogwood", "Elm"):
        await a_partner(world, name=name)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    orders = {
        "name": ["Alder", "Birch", "Cedar", "Dogwood", "Elm"],
        "-name": ["Elm", "Dogwood", "Cedar", "Birch", "Alder"],
        "updated_at": ["Alder", "Birch", "Cedar", "Dogwood", "Elm"],
        "-updated_at": ["Elm", "Dogwood", "Cedar", "Birch", "Alder"],
    }
    for sort, wanted in orders.items():
        walked, query = [], {"sort": sort, "limit": "2", "include_total": "true", "status": "approved"}
        while True:
            page = (await office.http.get(PARTNERS, params=query)).json()
            assert page["total"] == {"value": 5, "relation": "eq"}
            walked += [item["name"] for item in page["items"]]
            if page["next_cursor"] is None:
                break
            query["cursor"] = page["next_cursor"]
        assert walked == wanted, sort


@pytest.mark.parametrize(
    "query", ["sort=ein", "status=gone", "grade=13", "area=Tutoring!", "school=1", "ein=12-3456789", "limit=0"]
)
async def test_a_filter_or_order_that_is_not_offered_is_refused(world: World, query: str) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await office.http.get(f"{PARTNERS}?{query}")).status_code == 400


async def test_the_list_says_as_the_rule_does_whose_approval_has_run_out(world: World) -> None:
    days = (None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))
    for status in STATUSES:
        for place, last in enumerate(days):
            await a_partner(world, name=f"{status}{place}", status=status, vetting_expires_on=last)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for day in (TODAY, TODAY - timedelta(days=2), TODAY + timedelta(days=2)):
        query = {} if day == TODAY else {"effective_on": day.isoformat()}
        for item in (await office.http.get(PARTNERS, params={"limit": "100", **query})).json()["items"]:
            last = days[int(item["name"][-1])]
            assert item["vetting_expired"] is vetting_expired(item["status"], last, day), item["name"]
            record = (await office.http.get(f"{PARTNERS}/{item['id']}", params=query)).json()
            assert record["vetting_expired"] is item["vetting_expired"]


async def test_an_unchanged_record_is_not_sent_again(world: World) -> None:
    partner = await a_partner(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    first = await office.http.get(f"{PARTNERS}/{partner}")
    again = await office.http.get(f"{PARTNERS}/{partner}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
