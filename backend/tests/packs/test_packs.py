"""Packs: made and taken back by their owner, carried through one door, taken by consent; nobody else's to see."""

import asyncio
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from alongside.identity.scopes import Role, Scope
from tests.packs.factories import a_pack, in_two
from tests.papers.factories import a_requirement
from tests.partners.factories import a_partner, a_program
from tests.partnerships.factories import a_partnership
from tests.schools.factories import a_school
from tests.world import World


def slug_of(answer: Any) -> str:
    return str(answer.json()["type"]).rpartition(":")[2]


def named(items: list[Any], part: str, name: str, field: str | None = None) -> Any:
    """The one item of a part with this name, or of this field."""
    return next(
        item
        for item in items
        if item["part"] == part and item["name"] == name and (field is None or item["facts"][0]["field"] == field)
    )


async def test_nobody_packs_without_signing_in(world: World) -> None:
    partner = await a_partner(world)
    assert (await world.anonymous().get(f"/api/v1/partners/{partner}/packs")).status_code == 401
    assert (await world.anonymous().get("/api/v1/packs/elsewhere")).status_code == 401


@pytest.mark.parametrize("role", [Role.PARTNER_STAFF, Role.PARTNER_SIGNATORY, Role.PARTNERSHIP_OFFICE,
                                  Role.DISTRICT_ADMIN])  # fmt: skip
async def test_only_an_administrator_of_the_organization_packs(world: World, role: Role) -> None:
    partner = await a_partner(world)
    own = partner if role.value.startswith("partner_") else None
    somebody = await world.person(role, partner=own)
    answer = await somebody.http.post(f"/api/v1/partners/{partner}/packs", json={"parts": ["profile"]})
    assert (answer.status_code, answer.json()["missing_scope"]) == (403, "packs:carry")


async def test_an_administrator_of_another_organization_neither_packs_nor_sees(world: World) -> None:
    two = await in_two(world)
    made = await two.make("profile")
    other = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    answer = await other.http.post(f"/api/v1/partners/{two.here}/packs", json={"parts": ["profile"]})
    assert (answer.status_code, slug_of(answer)) == (403, "not-your-pack")
    assert (await other.http.get(f"/api/v1/partners/{two.here}/packs")).status_code == 403
    for path in (f"/api/v1/packs/{made['id']}", f"/api/v1/packs/{made['id']}/file"):
        assert (await other.http.get(path)).status_code == 404
    assert (await other.http.post(f"/api/v1/packs/{made['id']}/revoke")).status_code == 404
    assert (await two.elsewhere.http.get(f"/api/v1/packs/{made['id']}")).status_code == 404


async def test_a_pack_holds_what_may_travel_and_nothing_that_the_district_decided(world: World) -> None:
    two = await in_two(world)
    made = await two.make()
    assert made["counts"] == {"programs": 2, "papers": 1, "staff": 1, "checks": None}
    assert (made["expires_on"], made["state"]) == ("2020-02-26", "open")
    (row,) = await world.rows("select content from pack")
    content = row["content"]
    assert set(content) == {"format", "profile", "contacts", "programs", "papers", "staff", "words"}
    assert content["staff"] == [
        {"name": "Tess Tutor", "title": None, "email": "tess@example.org", "basis": "employee", "checks": []}
    ]
    written = str(content)
    for private in ("'status'", "vetted", "accepted", "not_clear", "Gone Already", "OLD", "vendor", "names_district"):
        assert private not in written, private


async def test_results_of_checks_go_only_when_asked_with_consent_and_only_the_clear_ones(world: World) -> None:
    two = await in_two(world)
    path = f"/api/v1/partners/{two.here}/packs"
    alone = await two.tomas.http.post(path, json={"parts": ["checks"], "people_agree": True})
    assert (alone.status_code, alone.json()["errors"][0]["pointer"]) == (422, "/parts")
    unasked = await two.tomas.http.post(path, json={"parts": ["staff", "checks"]})
    assert (unasked.status_code, unasked.json()["errors"][0]["pointer"]) == (422, "/people_agree")
    made = await two.make("staff", "checks", people_agree=True)
    assert made["counts"]["checks"] == 1
    (row,) = await world.rows("select content from pack")
    assert row["content"]["staff"][0]["checks"] == [
        {"kind": "state_criminal", "basis": "employee", "issued_on": "2018-09-03", "expires_on": None}
    ]


@pytest.mark.parametrize(("said", "pointer"), [
    ({"parts": []}, "/parts"), ({"parts": ["profile"], "expires_on": "2020-01-26"}, "/expires_on"),
    ({"parts": ["profile"], "expires_on": "2020-04-27"}, "/expires_on"), ({"parts": ["everything"]}, "/parts/0"),
])  # fmt: skip
async def test_what_is_wrong_with_a_pack_is_told_at_its_field(world: World, said: Any, pointer: str) -> None:
    two = await in_two(world)
    answer = await two.tomas.http.post(f"/api/v1/partners/{two.here}/packs", json=said)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_a_pack_of_nothing_is_not_made(world: World) -> None:
    partner = await a_partner(world)
    runs = await world.person(Role.PARTNER_ADMIN, partner=partner)
    answer = await runs.http.post(f"/api/v1/partners/{partner}/packs", json={"parts": ["papers"]})
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "nothing_inside")


async def test_its_owner_downloads_it_with_its_scans_and_every_step_is_told(world: World) -> None:
    two = await in_two(world)
    made = await two.make()
    file = await two.tomas.http.get(f"/api/v1/packs/{made['id']}/file")
    assert (file.status_code, file.headers["content-type"]) == (200, "application/zip")
    with ZipFile(BytesIO(file.content)) as kept:
        names = kept.namelist()
        assert names[0] == "pack.json"
        assert names[1].endswith("/1-acord.pdf")
        assert kept.read(names[1]).startswith(b"%PDF-")
    await two.compare(made)
    await two.compare(made)
    revoked = await two.tomas.http.post(f"/api/v1/packs/{made['id']}/revoke")
    assert (revoked.status_code, revoked.json()["state"], revoked.json()["allowed_moves"]) == (200, "revoked", [])
    told = await world.rows("select kind, changed, person_id from log where object_type = 'pack' order by seq")
    assert [row["kind"] for row in told] == ["pack.made", "pack.downloaded", "pack.opened", "pack.revoked"]
    assert told[2]["changed"] == {"district": [None, "Stranger District"]}
    assert {row["person_id"] for row in told} == {two.tomas.id}
    (opening,) = revoked.json()["openings"]
    assert opening == {"district": "Stranger District", "opened_on": "2020-01-27", "by": "Tomas Adeyemi"}


async def test_a_pack_is_compared_field_by_field(world: World) -> None:
    two = await in_two(world)
    made = await two.make()
    items = await two.compare(made)
    assert named(items, "profile", "Riverbend Learning", "mission")["state"] == "new"
    phone = named(items, "profile", "Riverbend Learning", "phone")
    assert (phone["state"], phone["facts"][0]["pack"], phone["facts"][0]["here"]) == (
        "different", "555-0142", "555-0199",
    )  # fmt: skip
    assert named(items, "profile", "Riverbend Learning", "org_type")["state"] == "same"
    assert named(items, "contacts", "Tomas Adeyemi")["state"] == "new"
    capacity = named(items, "programs", "Reading tutoring", "capacity_students")
    assert (capacity["state"], capacity["facts"][0]["pack"], capacity["facts"][0]["here"]) == ("different", 120, 20)
    alone = named(items, "programs", "Reading tutoring", "supervision")
    assert (alone["state"], alone["facts"][0]["pack"]) == ("new", "alone")
    areas = named(items, "programs", "Reading tutoring", "areas")
    assert (areas["state"], areas["facts"][0]["pack"], areas["facts"][0]["left_out"]) == (
        "same",
        ["Tutoring"],
        ["Arts"],
    )
    assert named(items, "programs", "Math tutoring")["state"] == "new"
    only = named(items, "programs", "Only there")
    assert (only["state"], only["can_take"]) == ("missing", False)
    assert named(items, "papers", "insurance_certificate")["state"] == "new"
    assert named(items, "staff", "Tess Tutor")["state"] == "new"


async def test_what_is_chosen_is_taken_and_this_district_decides_for_itself(world: World) -> None:
    two = await in_two(world)
    await a_requirement(world, kind="background_check", title="Checks", tenant=world.stranger_id)
    made = await two.make("profile", "programs", "papers", "staff", "checks", people_agree=True)
    items = await two.compare(made)
    capacity = named(items, "programs", "Reading tutoring", "capacity_students")
    wanted = [item for item in items if item["can_take"] and item is not capacity]
    answer = await two.take(made, wanted)
    assert answer.status_code == 200, answer.text
    taken = answer.json()
    assert set(taken["taken"]) == {item["key"] for item in wanted}
    assert taken["papers_handed_in"] == 1
    read = (await two.elsewhere.http.get(f"/api/v1/partners/{two.there}")).json()
    assert (read["mission"], read["phone"], read["ein"], read["status"]) == (
        "Every child reads.", "555-0142", "00-0100101", "prospective",
    )  # fmt: skip
    programs = {each["name"]: each for each in read["programs"]}
    assert programs["Math tutoring"]["status"] == "draft"
    path = f"/api/v1/programs/{programs['Reading Tutoring']['id']}"
    assert (await two.elsewhere.http.get(path)).json()["supervision"] == "alone"
    assert (programs["Reading Tutoring"]["capacity_students"], programs["Only there"]["status"]) == (20, "approved")
    papers = (await two.elsewhere.http.get("/api/v1/papers")).json()["items"]
    assert [(each["kind"], each["status"]) for each in papers] == [("insurance_certificate", "submitted")]
    paper = (await two.elsewhere.http.get(f"/api/v1/papers/{papers[0]['id']}")).json()
    assert (paper["accepted_on"], paper["names_district"], len(paper["documents"])) == (None, False, 1)
    (tess,) = (await two.elsewhere.http.get(f"/api/v1/partners/{two.there}/staff")).json()["items"]
    assert (tess["name"], tess["is_cleared"], tess["places"]) == ("Tess Tutor", False, [])
    assert [(check["kind"], check["result"], check["verified_on"]) for check in tess["checks"]] == [
        ("state_criminal", "pending", None)
    ]
    told = await world.rows(
        "select kind, changed from log where changed ? 'copied_from' order by seq", tenant=world.stranger_id
    )
    assert {row["kind"] for row in told} >= {
        "partner.changed", "program.added", "paper.submitted", "staff_member.added", "staff_member.check_added",
        "partner.took_pack",
    }  # fmt: skip
    assert all(row["changed"]["copied_from"] == [None, "Alderbrook District"] for row in told)
    listed = (await two.elsewhere.http.get(f"/api/v1/partners/{two.there}/packs")).json()
    assert [(each["district"], each["count"]) for each in listed["takings"]] == [("Alderbrook District", len(wanted))]


async def test_somebody_taken_from_a_pack_is_not_cleared_even_once_they_have_a_place(world: World) -> None:
    """A's word opens no door in B: there the check waits for B's own reviewer."""
    two = await in_two(world)
    other = world.stranger_id
    await a_requirement(world, kind="background_check", title="Checks", tenant=other)
    made = await two.make("staff", "checks", people_agree=True)
    await two.take(made, [item for item in await two.compare(made) if item["can_take"]])
    (tess,) = (await two.elsewhere.http.get(f"/api/v1/partners/{two.there}/staff")).json()["items"]
    program = await a_program(world, partner=two.there, name="Placed", tenant=other)
    school = await a_school(world, tenant=other)
    await a_partnership(world, partner=two.there, program=program, school=school, tenant=other)
    placed = await two.elsewhere.http.patch(
        f"/api/v1/staff/{tess['id']}", json={"places": [{"program_id": str(program), "school_id": str(school)}]},
        headers={"If-Match": "*"},
    )  # fmt: skip
    assert (placed.json()["is_cleared"], placed.json()["lacks"]) == (
        False, [{"kind": "state_criminal", "how": "pending"}],
    )  # fmt: skip
    risk = await world.person(Role.COMPLIANCE_REVIEWER, tenant=other)
    verified = await risk.http.post(
        f"/api/v1/staff/{tess['id']}/checks/{placed.json()['checks'][0]['id']}/verify", json={"result": "clear"}
    )
    assert verified.json()["is_cleared"] is True


async def test_taking_twice_takes_once(world: World) -> None:
    two = await in_two(world)
    made = await two.make()
    wanted = [item for item in await two.compare(made) if item["can_take"]]
    both = await asyncio.gather(two.take(made, wanted), two.take(made, wanted))
    assert [answer.status_code for answer in both] == [200, 200], [answer.text for answer in both]
    assert sorted(len(answer.json()["taken"]) for answer in both) == [0, len(wanted)]
    again = await two.take(made, wanted)
    assert (again.json()["taken"], again.json()["taking_id"]) == ([], None)
    for table, count in (("staff_member", 1), ("program", 3), ("paper", 1), ("contact", 1), ("pack_taking", 1)):
        rows = await world.rows(f"select count(*) as n from {table}", tenant=world.stranger_id)
        assert rows[0]["n"] == count, table
    assert not [item for item in await two.compare(made) if item["can_take"]]


async def test_a_newer_pack_shows_what_is_new_since(world: World) -> None:
    two = await in_two(world)
    first = await two.make()
    await two.take(first, [item for item in await two.compare(first) if item["can_take"]])
    await two.tomas.http.patch(
        f"/api/v1/partners/{two.here}", json={"mission": "Everybody reads."}, headers={"If-Match": "*"}
    )
    await two.tomas.http.post(f"/api/v1/partners/{two.here}/staff", json={"name": "New Tutor"})
    second = await two.make()
    fresh = [item for item in await two.compare(second) if item["can_take"]]
    assert [(item["part"], item["name"], item["state"]) for item in fresh] == [
        ("profile", "Riverbend Learning", "different"), ("staff", "New Tutor", "new"),
    ]  # fmt: skip
    # the older one still says what it said
    assert named(await two.compare(first), "profile", "Riverbend Learning", "mission")["state"] == "same"


async def test_nothing_is_taken_without_consent_or_past_what_was_looked_at(world: World) -> None:
    two = await in_two(world)
    made = await two.make()
    items = [item for item in await two.compare(made) if item["can_take"]]
    unasked = await two.take(made, items, consents=False)
    assert (unasked.status_code, unasked.json()["errors"][0]["pointer"]) == (422, "/consents")
    path = f"/api/v1/partners/{two.there}"
    await two.elsewhere.http.patch(path, json={"phone": "555-0000"}, headers={"If-Match": "*"})
    stale = await two.take(made, items)
    phone = named(items, "profile", "Riverbend Learning", "phone")
    assert (stale.status_code, slug_of(stale), stale.json()["keys"]) == (
        409, "pack-comparison-changed", [phone["key"]],
    )  # fmt: skip
    assert (await two.elsewhere.http.get(path)).json()["mission"] is None


async def test_all_is_taken_or_nothing(world: World) -> None:
    """Another organization there got this EIN meanwhile: not even the program comes in."""
    two = await in_two(world)
    made = await two.make()
    items = await two.compare(made)
    wanted = [named(items, "profile", "Riverbend Learning", "ein"), named(items, "programs", "Math tutoring")]
    await a_partner(world, ein="00-0100101", tenant=world.stranger_id)
    answer = await two.take(made, wanted)
    (fault,) = answer.json()["errors"]
    assert (answer.status_code, fault["pointer"], fault["code"]) == (422, "/choices/0/key", "ein_taken")
    assert len((await two.elsewhere.http.get(f"/api/v1/partners/{two.there}")).json()["programs"]) == 2
    assert named(await two.compare(made), "profile", "Riverbend Learning", "ein")["refused"] == "ein_taken"


async def test_what_the_office_keeps_is_shown_and_not_taken(world: World) -> None:
    two = await in_two(world)
    async with world.database.connection() as connection, connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(world.stranger_id))
        await connection.execute("update partner set status = 'approved' where id = $1", two.there)
    made = await two.make("profile")
    ein = named(await two.compare(made), "profile", "Riverbend Learning", "ein")
    assert (ein["state"], ein["can_take"], ein["refused"]) == ("new", False, "kept_by_office")
    answer = await two.take(made, [ein])
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "kept_by_office")


async def test_what_belongs_to_something_is_taken_with_it(world: World) -> None:
    two = await in_two(world)
    made = await two.make("staff", "checks", people_agree=True)
    check = named(await two.compare(made), "checks", "Tess Tutor")
    answer = await two.take(made, [check])
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "requires")
    unknown = await two.take(made, [{**check, "key": "checks/nothing"}])
    assert (unknown.status_code, unknown.json()["errors"][0]["code"]) == (422, "not_in_pack")


async def test_an_expired_and_a_revoked_pack_stay_shut(world: World) -> None:
    two = await in_two(world)
    old = {"id": str(await a_pack(world, partner=two.here, by=two.tomas.id, expires_on=date(2020, 1, 26)))}
    made = await two.make()
    items = [item for item in await two.compare(made) if item["can_take"]]
    await two.tomas.http.post(f"/api/v1/packs/{made['id']}/revoke")
    for pack, slug in ((old, "pack-expired"), (made, "pack-revoked")):
        looked = await two.elsewhere.http.get(two.at(pack), params={"partner_id": str(two.there)})
        assert (looked.status_code, slug_of(looked)) == (410, slug)
        taken = await two.take(pack, items)
        assert (taken.status_code, slug_of(taken)) == (410, slug)
        assert (await two.tomas.http.get(f"/api/v1/packs/{pack['id']}/file")).status_code == 410
        again = await two.tomas.http.post(f"/api/v1/packs/{pack['id']}/revoke")
        assert (again.status_code, slug_of(again), again.json()["allowed_moves"]) == (409, "pack-ended", [])
    assert (await two.elsewhere.http.get("/api/v1/packs/elsewhere")).json()["items"] == []
    assert (await world.rows("select count(*) as n from program", tenant=world.stranger_id))[0]["n"] == 2


async def test_a_pack_opens_on_its_last_day(world: World) -> None:
    two = await in_two(world)
    last = {"id": str(await a_pack(world, partner=two.here, by=two.tomas.id, expires_on=date(2020, 1, 27)))}
    listed = (await two.elsewhere.http.get("/api/v1/packs/elsewhere")).json()
    assert [each["id"] for each in listed["items"]] == [last["id"]]
    assert [each["id"] for each in listed["partners"]] == [str(two.there)]


async def test_somebody_elses_pack_is_not_there(world: World) -> None:
    """Not for an administrator of the other district who has no role here, nor for one who is staff here, nor for one
    who runs another organization here."""
    two = await in_two(world)
    made = await two.make()
    other = world.stranger_id
    mine = await a_partner(world, tenant=other)
    stranger = await world.person(Role.PARTNER_ADMIN, partner=mine, tenant=other)
    staff = await world.person(Role.PARTNER_STAFF, partner=two.here)
    works_there = await world.person(Role.PARTNER_ADMIN, partner=mine, tenant=other, person_id=staff.id)
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    rival_there = await world.person(Role.PARTNER_ADMIN, partner=mine, tenant=other, person_id=rival.id)
    machine = await world.machine(*Scope, tenant=other)
    for http in (stranger.http, works_there.http, rival_there.http, machine):
        looked = await http.get(two.at(made), params={"partner_id": str(mine)})
        assert (looked.status_code, slug_of(looked)) == (404, "pack-not-found")
        body = {"partner_id": str(mine), "choices": [{"key": "profile/x", "seen": "0" * 32}], "consents": True}
        assert (await http.post(f"{two.at(made)}/take", json=body)).status_code == 404
        assert (await http.get("/api/v1/packs/elsewhere")).json()["items"] == []


async def test_a_role_that_ended_shuts_the_door_at_once(world: World) -> None:
    two = await in_two(world)
    made = await two.make()
    await two.compare(made)
    async with world.database.connection() as connection, connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
        await connection.execute("update role_assignment set ends_on = '2020-01-26' where person_id = $1", two.tomas.id)
    looked = await two.elsewhere.http.get(two.at(made), params={"partner_id": str(two.there)})
    assert looked.status_code == 404


async def test_a_pack_fills_only_an_organization_that_its_bearer_runs(world: World) -> None:
    two = await in_two(world)
    made = await two.make()
    items = [item for item in await two.compare(made) if item["can_take"]]
    other = await a_partner(world, tenant=world.stranger_id)
    refused = await two.take(made, items, partner_id=str(other))
    assert (refused.status_code, slug_of(refused)) == (403, "not-your-pack")
    unknown = await two.take(made, items, partner_id=str(two.here))
    assert (unknown.status_code, slug_of(unknown)) == (404, "partner-not-found")


async def test_a_pack_is_not_brought_to_where_it_was_made(world: World) -> None:
    two = await in_two(world)
    made = await two.make()
    looked = await two.tomas.http.get(two.at(made), params={"partner_id": str(two.here)})
    assert looked.status_code == 404
    assert (await two.tomas.http.get("/api/v1/packs/elsewhere")).json()["items"] == []


async def test_the_office_there_sees_neither_pack_nor_who_opened_it(world: World) -> None:
    """Whether an organization turns to another district is its own business."""
    two = await in_two(world)
    made = await two.make()
    await two.compare(made)
    for role in (Role.DISTRICT_ADMIN, Role.PARTNERSHIP_OFFICE):
        office = await world.person(role)
        assert (await office.http.get(f"/api/v1/packs/{made['id']}")).status_code == 404
        assert (await office.http.get(f"/api/v1/partners/{two.here}/packs")).status_code == 403
        history = await office.http.get(f"/api/v1/history/partner/{two.here}")
        assert "Stranger District" not in history.text
