"""Whom to call at a partner: added, changed, removed by those who keep its record."""

from uuid import UUID

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from tests.partners.factories import a_contact, a_partner
from tests.schools.factories import a_school
from tests.world import World

ANY = {"If-Match": "*"}


def path(partner: UUID, contact: UUID | None = None) -> str:
    return f"/api/v1/partners/{partner}/contacts" + (f"/{contact}" if contact else "")


async def test_contacts_stay_with_those_who_may_see_and_keep_them(world: World) -> None:
    partner = await a_partner(world)
    contact = await a_contact(world, partner=partner)
    nobody = world.anonymous()
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[await a_school(world)])
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    new = {"kind": "primary", "name": "Dana"}
    for method, to, body in (
        ("POST", path(partner), new), ("PATCH", path(partner, contact), {"name": "Eve"}),
        ("DELETE", path(partner, contact), None),
    ):  # fmt: skip
        answers = [
            (await http.request(method, to, json=body, headers=ANY)).status_code
            for http in (nobody, stranger.http, coordinator.http, rival.http)
        ]
        assert answers == [401, 404, 403, 403], method
    assert (await coordinator.http.get(path(partner, contact))).json()["phone"] == "555-0100"
    assert (await rival.http.get(path(partner, contact))).status_code == 404
    assert (await stranger.http.get(path(partner))).status_code == 404


@pytest.mark.parametrize("role", [Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.PARTNERSHIP_OFFICE])
async def test_a_contact_is_added_changed_and_removed_and_the_partner_s_version_moves(world: World, role: Role) -> None:
    partner = await a_partner(world)
    person = await world.person(role, partner=partner if "partner_" in role else None)
    made = await person.http.post(path(partner), json={"kind": "primary", "name": "Dana", "email": "dana@example.org"})
    assert made.status_code == 201
    at = made.headers["location"]
    assert (await person.http.get(at)).json() == made.json()
    assert (await person.http.patch(at, json={"name": "Dee"})).status_code == 428
    changed = await person.http.patch(
        at, json={"name": "Dee", "email": None}, headers={"If-Match": made.headers["etag"]}
    )
    assert (changed.json()["name"], changed.json()["email"], changed.json()["version"]) == ("Dee", None, 2)
    stale = {"If-Match": made.headers["etag"]}
    assert (await person.http.patch(at, json={"name": "Eve"}, headers=stale)).status_code == 412
    assert (await person.http.delete(at, headers=stale)).status_code == 412
    assert (await person.http.patch(at, json={"name": "Dee"}, headers=ANY)).json()["version"] == 2
    record = (await person.http.get(f"/api/v1/partners/{partner}")).json()
    assert (record["version"], [contact["name"] for contact in record["contacts"]]) == (3, ["Dee"])
    assert (await person.http.delete(at, headers={"If-Match": changed.headers["etag"]})).status_code == 204
    assert (await person.http.get(at)).status_code == 404
    assert (await person.http.get(path(partner))).json() == {"items": []}
    assert (await person.http.get(f"/api/v1/partners/{partner}")).json()["version"] == 4


async def test_the_log_keeps_that_a_contact_changed_but_not_how_to_reach_them(world: World) -> None:
    partner = await a_partner(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    made = await office.http.post(
        path(partner), json={"kind": "emergency", "name": "Dana Whitfield", "email": "dana@example.org", "phone": "555"}
    )
    at = made.headers["location"]
    await office.http.patch(at, json={"phone": "556"}, headers=ANY)
    await office.http.delete(at, headers=ANY)
    rows = await world.rows("select kind, changed::text as changed from log where object_id = $1 order by seq", partner)
    assert [row["kind"] for row in rows] == [
        "partner.contact_added", "partner.contact_changed", "partner.contact_removed",
    ]  # fmt: skip
    told = "".join(row["changed"] for row in rows)
    assert made.json()["id"] in told
    assert "emergency" in told
    for personal in ("Dana", "dana@", "555", "556"):
        assert personal not in told


async def test_a_contact_belongs_to_one_partner(world: World) -> None:
    partner, other = await a_partner(world), await a_partner(world)
    contact = await a_contact(world, partner=other)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for wrong in (contact, new_id()):
        for method in ("GET", "PATCH", "DELETE"):
            body = {"name": "Eve"} if method == "PATCH" else None
            answer = await office.http.request(method, path(partner, wrong), json=body, headers=ANY)
            assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (404, "contact-not-found")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"kind": "boss", "name": "D"}, "/kind"), ({"kind": "data"}, "/name"),
        ({"kind": "data", "name": "D", "email": "d"}, "/email"), ({"kind": "data", "name": "D", "fax": "1"}, "/fax"),
    ],
)  # fmt: skip
async def test_a_contact_that_is_wrong_is_refused(world: World, body: dict[str, str], pointer: str) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(path(await a_partner(world)), json=body)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)
