"""Two records of one organization made one and parted again: what moves, what is kept, what races."""

import asyncio
from datetime import date
from uuid import UUID

import pytest

from alongside.identity.scopes import Role
from alongside.partners.models import PartnerFormerName
from alongside.workflows.merge_moves import MOVES
from tests.agreements.factories import an_agreement
from tests.papers.factories import a_member, a_paper, a_requirement, a_waiver
from tests.partners.factories import a_contact, a_partner, a_program
from tests.partnerships.factories import a_partnership
from tests.schools.factories import a_school
from tests.targets.factories import a_target
from tests.world import World

PARTNERS = "/api/v1/partners"
TABLES = ("contact", "program", "partnership", "agreement", "target", "paper", "paper_waiver", "staff_member",
          "role_assignment")  # fmt: skip


async def two(world: World) -> tuple[UUID, UUID]:
    """A survivor that says little, and a twin with one of everything."""
    keeper = await a_partner(world, name="Second Bell Arts", city="Chicago")
    twin = await a_partner(
        world, name="Second Bell Arts, Inc.", legal_name="Second Bell Workshop", ein="12-3456789", phone="555-0199",
        status="submitted", submitted_on=date(2020, 1, 14),
    )  # fmt: skip
    school = await a_school(world)
    program = await a_program(world, partner=twin)
    await a_contact(world, partner=twin)
    await an_agreement(world, partner=twin, programs=[program], schools=[school])
    partnership = await a_partnership(world, partner=twin, program=program, school=school)
    await a_target(world, partner=twin, program=program, schools={school: partnership})
    await a_paper(world, partner=twin)
    await a_waiver(world, requirement=await a_requirement(world), partner=twin)
    await a_member(world, partner=twin, places=[(program, school)])
    await world.person(Role.PARTNER_ADMIN, partner=twin)
    await a_partner(world, name="A Chapter", parent_partner_id=twin)
    return keeper, twin


async def owned(world: World, partner: UUID) -> dict[str, int]:
    return {
        name: (await world.rows(f"select count(*) as n from {name} where partner_id = $1", partner))[0]["n"]
        for name in TABLES
    }


async def test_everything_moves_and_the_old_address_points_to_the_survivor(world: World) -> None:
    keeper, twin = await two(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    asked = {"other_id": str(twin), "other_version": 1, "take": ["ein", "phone"]}
    answer = await office.http.post(f"{PARTNERS}/{keeper}/merge", json=asked)
    assert answer.status_code == 200, answer.text
    read = answer.json()
    assert (read["name"], read["ein"], read["phone"], read["city"], read["status"]) == (
        "Second Bell Arts", "12-3456789", "555-0199", "Chicago", "approved",
    )  # fmt: skip
    assert [each["name"] for each in read["chapters"]] == ["A Chapter"]
    assert [each["legal_name"] for each in read["former_names"]] == ["Second Bell Workshop"]
    assert set((await owned(world, twin)).values()) == {0}
    assert set((await owned(world, keeper)).values()) == {1}
    gone = await office.http.get(f"{PARTNERS}/{twin}")
    assert (gone.status_code, gone.json()["survivor"]) == (410, {"id": str(keeper), "name": "Second Bell Arts"})
    listed = (await office.http.get(PARTNERS)).json()["items"]
    assert str(twin) not in {each["id"] for each in listed}
    told = await world.rows("select object_id, kind, changed from log where kind like 'partner.merged%'")
    assert {(row["object_id"], row["kind"]) for row in told} == {
        (keeper, "partner.merged"), (twin, "partner.merged_away"),
    }  # fmt: skip
    moved = await world.rows("select kind from log where kind like '%.partner_merged'")
    assert {row["kind"].partition(".")[0] for row in moved} == {
        "program", "partnership", "agreement", "target", "paper", "paper_waiver", "staff_member",
    }  # fmt: skip


async def test_undoing_gives_both_records_back_and_keeps_what_was_edited_since(world: World) -> None:
    keeper, twin = await two(world)
    before = await world.rows("select * from partner where id = any($1) order by id", [keeper, twin])
    office = await world.person(Role.PARTNERSHIP_OFFICE, name="Lena Marsh")
    asked = {"other_id": str(twin), "other_version": 1, "take": ["name", "ein", "phone", "standing"]}
    at = f"{PARTNERS}/{keeper}"
    merged = (await office.http.post(f"{at}/merge", json=asked)).json()
    assert (merged["status"], merged["submitted_on"]) == ("submitted", "2020-01-14")
    await office.http.patch(at, json={"phone": "555-0111"}, headers={"If-Match": "*"})
    (made,) = (await office.http.get(f"{at}/merges")).json()["items"]
    assert (made["made_by"], made["undo_until_on"], made["can_undo"]) == ("Lena Marsh", "2020-02-26", True)
    undone = await office.http.post(f"{at}/merges/{made['id']}/undo")
    assert undone.status_code == 200, undone.text
    after = await world.rows("select * from partner where id = any($1) order by id", [keeper, twin])
    same = set(before[0].keys()) - {"version", "updated_at", "phone"}
    assert [{name: row[name] for name in same} for row in after] == [
        {name: row[name] for name in same} for row in before
    ]
    assert [row["phone"] for row in after] == ["555-0111", "555-0199"]
    assert set((await owned(world, twin)).values()) == {1}
    assert (await world.rows("select parent_partner_id as up from partner where name = 'A Chapter'"))[0]["up"] == twin
    assert (await world.rows("select count(*) as n from partner_former_name"))[0]["n"] == 0
    again = await office.http.post(f"{at}/merges/{made['id']}/undo")
    assert (again.status_code, again.json()["type"].rpartition(":")[2]) == (409, "cannot-undo-merge")
    told = await world.rows("select object_id from log where kind = 'partner.merge_undone'")
    assert {row["object_id"] for row in told} == {keeper, twin}


async def test_what_came_to_the_survivor_since_stays_with_it(world: World) -> None:
    keeper, twin = await two(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    at = f"{PARTNERS}/{keeper}"
    await office.http.post(f"{at}/merge", json={"other_id": str(twin), "other_version": 1})
    late = await a_contact(world, partner=keeper, name="Came Later")
    (made,) = (await office.http.get(f"{at}/merges")).json()["items"]
    await office.http.post(f"{at}/merges/{made['id']}/undo")
    rows = await world.rows("select id from contact where partner_id = $1", keeper)
    assert [row["id"] for row in rows] == [late]


async def test_after_thirty_days_it_stays_merged(world: World) -> None:
    keeper, twin = await two(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    at = f"{PARTNERS}/{keeper}"
    await office.http.post(f"{at}/merge", json={"other_id": str(twin), "other_version": 1})
    await world.rows("update partner_merge set undo_until_on = '2020-01-26'")
    (made,) = (await office.http.get(f"{at}/merges")).json()["items"]
    assert made["can_undo"] is False
    assert (await office.http.post(f"{at}/merges/{made['id']}/undo")).status_code == 409


async def test_an_ein_that_somebody_else_has_by_now_keeps_the_records_merged(world: World) -> None:
    keeper, twin = await two(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    at = f"{PARTNERS}/{keeper}"
    await office.http.post(f"{at}/merge", json={"other_id": str(twin), "other_version": 1})
    third = await a_partner(world, ein="12-3456789", name="Third")
    (made,) = (await office.http.get(f"{at}/merges")).json()["items"]
    refused = await office.http.post(f"{at}/merges/{made['id']}/undo")
    assert (refused.status_code, refused.json()["existing"]["id"]) == (409, str(third))
    assert (await office.http.get(f"{PARTNERS}/{twin}")).status_code == 410


@pytest.mark.parametrize("changed", ["survivor", "other"])
async def test_a_record_that_changed_since_it_was_compared_is_not_merged(world: World, changed: str) -> None:
    keeper, twin = await a_partner(world), await a_partner(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    tag = (await office.http.get(f"{PARTNERS}/{keeper}")).headers["etag"]
    edited = keeper if changed == "survivor" else twin
    await office.http.patch(f"{PARTNERS}/{edited}", json={"city": "Elgin"}, headers={"If-Match": "*"})
    asked = {"other_id": str(twin), "other_version": 1}
    answer = await office.http.post(f"{PARTNERS}/{keeper}/merge", json=asked, headers={"If-Match": tag})
    assert answer.status_code == 412
    assert (await office.http.get(f"{PARTNERS}/{twin}")).status_code == 200


async def test_only_the_office_merges_and_only_what_it_sees(world: World) -> None:
    keeper, twin = await a_partner(world), await a_partner(world)
    strange = await a_partner(world, tenant=world.stranger_id)
    at, asked = f"{PARTNERS}/{keeper}/merge", {"other_id": str(twin), "other_version": 1}
    assert (await world.anonymous().post(at, json=asked)).status_code == 401
    for role in (Role.SCHOOL_LEADER, Role.PARTNER_ADMIN):
        person = await world.person(role, partner=keeper if role is Role.PARTNER_ADMIN else None)
        assert (await person.http.post(at, json=asked)).status_code == 403
    paid = await world.person(Role.PARTNERSHIP_OFFICE, employer=twin)
    assert (await paid.http.post(at, json=asked)).status_code == 403
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await office.http.post(at, json={**asked, "other_id": str(strange)})).status_code == 404
    assert (await office.http.post(at, json={**asked, "other_id": str(keeper)})).status_code == 409
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.post(at, json=asked)).status_code == 404
    wrong = await office.http.post(at, json={**asked, "take": ["status"]})
    assert (wrong.status_code, wrong.json()["errors"][0]["pointer"]) == (422, "/take/0")


async def test_who_does_not_see_the_survivor_is_not_told_of_it(world: World) -> None:
    keeper, twin = await a_partner(world, status="prospective"), await a_partner(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await office.http.post(
        f"{PARTNERS}/{keeper}/merge", json={"other_id": str(twin), "other_version": 1}
    )).status_code == 200  # fmt: skip
    teacher = await world.person(Role.SCHOOL_STAFF)
    assert (await teacher.http.get(f"{PARTNERS}/{twin}")).status_code == 404


async def test_a_chapter_merged_with_its_parent_is_not_its_own_parent(world: World) -> None:
    parent = await a_partner(world)
    chapter = await a_partner(world, parent_partner_id=parent)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    read = (await office.http.post(
        f"{PARTNERS}/{chapter}/merge", json={"other_id": str(parent), "other_version": 1}
    )).json()  # fmt: skip
    assert (read["parent"], read["chapters"]) == (None, [])


async def test_edits_and_merges_that_race_leave_one_whole_record(world: World) -> None:
    """Whatever is written to either while they are merged is with the survivor or refused, never with a ghost."""
    keeper, twin = await a_partner(world), await a_partner(world, ein="12-3456789")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    admin = await world.person(Role.PARTNER_ADMIN, partner=twin)

    async def post(at: str, body: object) -> int:
        return (await office.http.post(f"{PARTNERS}/{at}", json=body)).status_code

    answers = await asyncio.gather(
        *(admin.http.post(f"{PARTNERS}/{twin}/contacts", json={"kind": "program", "name": f"C{n}"}) for n in range(8)),
        post(f"{keeper}/merge", {"other_id": str(twin), "other_version": 1}),
        post(f"{twin}/merge", {"other_id": str(keeper), "other_version": 1}),
        *(admin.http.post(f"{PARTNERS}/{twin}/programs", json={"name": f"P{n}"}) for n in range(8)),
    )
    statuses = [each if isinstance(each, int) else each.status_code for each in answers]
    rows = await world.rows("select id, merged_into_id from partner where id = any($1)", [keeper, twin])
    whole = [row["id"] for row in rows if row["merged_into_id"] is None]
    assert len(whole) == 2 - statuses[8:10].count(200)
    assert statuses[8:10].count(200) <= 1
    made = sum(status == 201 for status in statuses)
    for name in ("contact", "program"):
        stray = await world.rows(f"select id from {name} where partner_id <> all($1)", whole)
        assert stray == []
    total = (await world.rows("select (select count(*) from contact) + (select count(*) from program) as n"))[0]["n"]
    assert total == made


async def test_nothing_new_is_written_about_a_merged_record(world: World) -> None:
    """The database's own guard, for rows whose writers looked before the merge."""
    keeper, twin = await a_partner(world), await a_partner(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await office.http.post(f"{PARTNERS}/{keeper}/merge", json={"other_id": str(twin), "other_version": 1})
    with pytest.raises(Exception, match="merged into another"):
        await a_contact(world, partner=twin)


async def test_a_merged_record_s_former_names_go_along(world: World) -> None:
    keeper, twin = await a_partner(world), await a_partner(world)
    await world.add(
        PartnerFormerName, partner_id=twin, legal_name="Old Oak", normalized_name="old oak", until_on=date(2018, 6, 30)
    )
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    read = (await office.http.post(
        f"{PARTNERS}/{keeper}/merge", json={"other_id": str(twin), "other_version": 1}
    )).json()  # fmt: skip
    assert "Old Oak" in {each["legal_name"] for each in read["former_names"]}


async def test_every_table_that_names_a_partner_moves(world: World) -> None:
    """A new table with a foreign key to partner is remembered here or fails."""
    rows = await world.rows(
        "select c.conrelid::regclass::text as name, a.attname as column from pg_constraint c "
        "join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) "
        "where c.contype = 'f' and c.confrelid = 'partner'::regclass and a.attname <> 'tenant_id'"
    )
    named = {f"{row['name']}.{row['column']}" for row in rows}
    moving = {f"{model.__tablename__}.{column}" for model, column, _ in MOVES}
    staying = {
        "partner.merged_into_id", "partner_before.partner_id", "partner_merge.survivor_id", "partner_merge.merged_id",
        "partner_note.partner_id", "partner_registration.partner_id",
    }  # fmt: skip
    assert named == moving | staying
