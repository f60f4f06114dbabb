"""Programs: who sees which, how they are listed, and their way from draft to approval."""

from typing import Any
from uuid import UUID

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from tests.partners.factories import a_partner, a_program
from tests.schools.factories import a_school, a_term
from tests.world import World

PROGRAMS = "/api/v1/programs"
ANY = {"If-Match": "*"}
STATUSES = ("draft", "submitted", "approved", "retired")


async def names(http, **query: object) -> list[str]:  # type: ignore[no-untyped-def]
    answer = await http.get(PROGRAMS, params={name: str(value) for name, value in query.items()})
    assert answer.status_code == 200, answer.text
    return [item["name"] for item in answer.json()["items"]]


def add(partner: UUID) -> str:
    return f"/api/v1/partners/{partner}/programs"


async def test_programs_open_to_those_who_belong_here(world: World) -> None:
    partner = await a_partner(world)
    program = await a_program(world, partner=partner)
    at = f"{PROGRAMS}/{program}"
    nobody = world.anonymous()
    stranger = (await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)).http
    teacher = (await world.person(Role.SCHOOL_STAFF, schools=[await a_school(world)])).http
    rival = (await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))).http
    assert [(await http.get(at)).status_code for http in (nobody, stranger, teacher, rival)] == [401, 404, 200, 200]
    for method, to, body in (
        ("POST", add(partner), {"name": "New"}), ("PATCH", at, {"name": "New"}), ("POST", f"{at}/retire", None),
    ):  # fmt: skip
        answers = [
            (await http.request(method, to, json=body, headers=ANY)).status_code
            for http in (nobody, stranger, teacher, rival)
        ]
        assert answers == [401, 404, 403, 403], to


async def test_each_standpoint_sees_its_programs(world: World) -> None:
    mine, other = await a_partner(world, name="Mine"), await a_partner(world, name="Other")
    hidden = await a_partner(world, name="Hidden", status="prospective")
    for partner, owner in ((mine, "mine"), (other, "other"), (hidden, "hidden")):
        for status in STATUSES:
            await a_program(world, partner=partner, name=f"{owner} {status}", status=status)
    everything = {f"{owner} {status}" for owner in ("mine", "other", "hidden") for status in STATUSES}
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[await a_school(world)])
    staff = await world.person(Role.PARTNER_STAFF, partner=mine)
    seen = [
        (office, everything),
        (teacher, {name for name in everything if "hidden" not in name and "draft" not in name}),
        (staff, {f"mine {status}" for status in STATUSES} | {"other approved"}),
    ]
    rows = await world.rows("select id, name from program")
    for person, wanted in seen:
        assert set(await names(person.http)) == wanted
        for row in rows:
            answer = await person.http.get(f"{PROGRAMS}/{row['id']}")
            assert answer.status_code == (200 if row["name"] in wanted else 404), row["name"]


async def test_programs_are_filtered_and_ordered(world: World) -> None:
    await a_term(world, code="academics", label="Academics")
    await a_term(world, code="tutoring", label="Tutoring", parent_code="academics")
    first, second = await a_partner(world, name="Alder"), await a_partner(world, name="Birch")
    await a_program(world, partner=first, name="Math Club", areas=("tutoring",), grades=("9",))
    await a_program(world, partner=first, name="Choir", areas=("arts",), grades=("3",), status="submitted")
    await a_program(world, partner=second, name="Reading", areas=("academics",), grades=("3", "4"))
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert await names(office.http) == ["Choir", "Math Club", "Reading"]
    assert await names(office.http, sort="-name") == ["Reading", "Math Club", "Choir"]
    assert await names(office.http, area="academics") == ["Math Club", "Reading"]
    assert await names(office.http, area="tutoring") == ["Math Club"]
    assert await names(office.http, grade="3") == ["Choir", "Reading"]
    assert await names(office.http, status="submitted") == ["Choir"]
    assert await names(office.http, partner=second) == ["Reading"]
    assert await names(office.http, q="math") == ["Math Club"]
    page = (await office.http.get(PROGRAMS, params={"limit": 2, "include_total": "true"})).json()
    assert page["total"] == {"value": 3, "relation": "eq"}
    assert page["items"][0]["partner"] == {"id": str(first), "name": "Alder", "status": "approved"}
    assert await names(office.http, limit=2, cursor=page["next_cursor"]) == ["Reading"]
    assert (await office.http.get(f"{PROGRAMS}?sort=capacity")).status_code == 400


@pytest.mark.parametrize("role", [Role.PARTNER_STAFF, Role.PARTNERSHIP_OFFICE])
async def test_a_program_is_described_edited_submitted_approved_and_retired(world: World, role: Role) -> None:
    await a_term(world, code="tutoring", label="Tutoring")
    await a_term(world, scheme="population", code="english_learners", label="English learners")
    partner = await a_partner(world)
    person = await world.person(role, partner=partner if role is Role.PARTNER_STAFF else None)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    made = await person.http.post(
        add(partner),
        json={
            "name": "Reading Together", "areas": ["tutoring", "tutoring"], "populations": ["english_learners"],
            "times_of_day": ["after_school"], "weekdays": ["monday"], "languages": ["Spanish"], "delivery": "in_person",
            "capacity_students": 40, "cost_to_school": "12.50", "evidence_tier": "2", "supervision": "alone",
        },
    )  # fmt: skip
    body = made.json()
    assert (made.status_code, body["status"], body["areas"]) == (201, "draft", ["tutoring"])
    assert (body["cost_to_school"], body["grades"], body["supervision"]) == ("12.50", [], "alone")
    at = made.headers["location"]
    assert (await person.http.get(at)).json() == body
    assert body["allowed_moves"][0] == {"move": "submit", "needs": ["grades"]}
    early = await person.http.post(f"{at}/submit")
    assert (early.status_code, early.json()["needs"]) == (409, ["grades"])
    assert (await person.http.patch(at, json={"grades": ["3"]})).status_code == 428
    graded = await person.http.patch(
        at, json={"grades": ["3"], "cost_to_school": None, "supervision": "staff_present"}, headers=ANY
    )
    assert graded.json()["supervision"] == "staff_present"
    assert (graded.json()["grades"], graded.json()["cost_to_school"], graded.json()["version"]) == (["3"], None, 2)
    assert (await person.http.patch(at, json={"grades": ["3"]}, headers=ANY)).json()["version"] == 2
    stale = await person.http.patch(at, json={"grades": ["4"]}, headers={"If-Match": made.headers["etag"]})
    assert stale.status_code == 412
    assert (await person.http.post(f"{at}/submit")).json()["status"] == "submitted"
    assert (await office.http.post(f"{at}/approve")).json()["status"] == "approved"
    retired = await office.http.post(f"{at}/retire")
    assert (retired.json()["status"], retired.json()["allowed_moves"], retired.json()["can_edit"]) == (
        "retired",
        [],
        False,
    )
    late = await person.http.patch(at, json={"name": "Again"}, headers=ANY)
    assert (late.status_code, late.json()["type"].rpartition(":")[2]) == (409, "program-retired")
    kinds = [row["kind"] for row in await world.rows("select kind from log where object_type = 'program' order by seq")]
    assert kinds == ["program.added", "program.changed", "program.submitted", "program.approved", "program.retired"]
    # each of the five moved the partner's version too, and its history says so
    told = await world.rows("select version from log where kind = 'partner.programs_changed' order by seq")
    assert [row["version"] for row in told] == [2, 3, 4, 5, 6]


async def test_the_partner_does_not_approve_its_own_program(world: World) -> None:
    partner = await a_partner(world)
    program = await a_program(world, partner=partner, status="submitted")
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    staff = await world.person(Role.PARTNER_STAFF, partner=partner)
    paid = await world.person(Role.PARTNERSHIP_OFFICE, employer=partner)
    assert (await admin.http.post(f"{PROGRAMS}/{program}/approve")).status_code == 403
    refused = await paid.http.post(f"{PROGRAMS}/{program}/approve")
    assert (refused.status_code, refused.json()["type"].rpartition(":")[2]) == (403, "not-your-move")
    assert (await staff.http.post(f"{PROGRAMS}/{program}/retire")).status_code == 403
    again = await admin.http.post(f"{PROGRAMS}/{program}/submit")
    assert (again.status_code, again.json()["type"].rpartition(":")[2]) == (409, "program-cannot-move")
    assert (await admin.http.post(f"{PROGRAMS}/{program}/retire")).status_code == 200


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/name"), ({"name": "P", "areas": ["nowhere"]}, "/areas/0"),
        ({"name": "P", "areas": ["tutoring", "nowhere"]}, "/areas/1"), ({"name": "P", "grades": ["13"]}, "/grades/0"),
        ({"name": "P", "populations": ["everyone"]}, "/populations/0"),
        ({"name": "P", "capacity_students": 0}, "/capacity_students"),
        ({"name": "P", "cost_to_school": 12.5}, "/cost_to_school"),
        ({"name": "P", "cost_to_school": "-1"}, "/cost_to_school"),
        ({"name": "P", "delivery": "by_post"}, "/delivery"), ({"name": "P", "status": "approved"}, "/status"),
    ],
)  # fmt: skip
async def test_a_program_that_is_wrong_is_refused(world: World, body: dict[str, Any], pointer: str) -> None:
    await a_term(world, code="tutoring", label="Tutoring")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(add(await a_partner(world)), json=body)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)
    assert await world.rows("select 1 from program") == []


async def test_an_inactive_partner_takes_no_new_program(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(add(await a_partner(world, status="inactive")), json={"name": "New"})
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (409, "partner-inactive")
    assert (await office.http.post(add(new_id()), json={"name": "New"})).status_code == 404
