"""Who may do what with partnerships, and what they read."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.agreements.factories import an_agreement
from tests.partners.factories import a_contact, a_partner, a_program
from tests.partnerships.factories import Scene, a_need, a_partnership, a_scene
from tests.schools.factories import a_school
from tests.world import TODAY, Person, World

HERE = "/api/v1/partnerships"


async def a_coordinator(world: World, scene: Scene, **values: Any) -> Person:
    return await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[scene.school], **values)


async def test_nobody_reads_partnerships_without_signing_in(world: World) -> None:
    scene = await a_scene(world)
    for path in (HERE, f"{HERE}/{scene.partnership}", f"/api/v1/schools/{scene.school}/partnerships"):
        assert (await world.anonymous().get(path)).status_code == 401


async def test_a_teacher_starts_no_partnership(world: World) -> None:
    scene = await a_scene(world)
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[scene.school])
    body = {"program_id": str(scene.program), "school_id": str(scene.school)}
    answer = await teacher.http.post(HERE, json=body)
    assert answer.status_code == 403
    assert answer.json()["missing_scope"] == "partnerships:write"


async def test_a_stranger_finds_nothing(world: World) -> None:
    scene = await a_scene(world)
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(f"{HERE}/{scene.partnership}")).status_code == 404
    assert (await stranger.http.post(f"{HERE}/{scene.partnership}/pause", json={"reason": "Flood"})).status_code == 404
    edit = await stranger.http.patch(f"{HERE}/{scene.partnership}", json={"place": "Gym"}, headers={"If-Match": "*"})
    assert edit.status_code == 404
    assert (await stranger.http.get(HERE)).json()["items"] == []
    assert (await stranger.http.get(f"/api/v1/schools/{scene.school}/partnerships")).status_code == 404


async def test_a_coordinator_starts_a_partnership_for_a_need_and_the_reasons_of_fit_are_kept(world: World) -> None:
    scene = await a_scene(world, stage="ended")
    need = await a_need(world, school=scene.school, area_code="tutoring", title="Reading in grade 3", grades=["3"])
    ana = await a_coordinator(world, scene)
    body = {
        "program_id": str(scene.program),
        "school_id": str(scene.school),
        "need_ids": [str(need)],
        "schedule": "Mondays, 3 to 4 pm",
        "place": "Room 112",
    }
    answer = await ana.http.post(HERE, json=body)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert answer.headers["location"] == f"{HERE}/{made['id']}"
    assert (made["stage"], made["version"], made["first_school_year"]) == ("exploring", 1, "2019-2020")
    assert made["partner"]["name"] == "North River Tutors"
    assert made["school"] == {"id": str(scene.school), "name": "Alder Park School"}
    assert (made["schedule"], made["place"]) == ("Mondays, 3 to 4 pm", "Room 112")
    assert made["coordinator"]["id"] == str(ana.id)
    (said,) = made["needs"]
    assert (said["id"], said["title"]) == (str(need), "Reading in grade 3")
    assert "met" in said["fit_words"]
    assert made["allowed_moves"] == [{"move": "plan", "needs": []}, {"move": "not-a-fit", "needs": []}]
    read = await ana.http.get(answer.headers["location"])
    assert read.json() == made
    assert read.headers["etag"] == answer.headers["etag"]
    (told,) = await world.rows(
        "select kind, changed, version, person_id from log where object_id = $1", UUID(made["id"])
    )
    assert (told["kind"], told["version"], told["person_id"]) == ("partnership.started", 1, ana.id)
    assert told["changed"]["need_ids"] == [None, [str(need)]]


async def test_one_program_has_one_open_partnership_at_a_school(world: World) -> None:
    scene = await a_scene(world, stage="paused")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    body = {"program_id": str(scene.program), "school_id": str(scene.school)}
    answer = await office.http.post(HERE, json=body)
    assert (answer.status_code, answer.json()["type"]) == (409, "urn:alongside:problem:partnership-exists")


async def test_a_retried_start_makes_one_partnership(world: World) -> None:
    scene = await a_scene(world, stage="ended")
    ana = await a_coordinator(world, scene)
    body = {"program_id": str(scene.program), "school_id": str(scene.school)}
    headers = {"Idempotency-Key": str(new_id())}
    first = await ana.http.post(HERE, json=body, headers=headers)
    again = await ana.http.post(HERE, json=body, headers=headers)
    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    assert again.headers["idempotent-replayed"] == "true"


async def test_a_coordinator_of_another_school_and_a_partner_start_none_here(world: World) -> None:
    scene = await a_scene(world, stage="ended")
    body = {"program_id": str(scene.program), "school_id": str(scene.school)}
    other = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[await a_school(world)])
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    assert (await other.http.post(HERE, json=body)).json()["type"].endswith("school-matter")
    refused = await partner.http.post(HERE, json=body)
    assert (refused.status_code, refused.json()["type"].rpartition(":")[2]) == (403, "own-employer")


async def test_nobody_judges_fit_for_their_own_employer(world: World) -> None:
    scene = await a_scene(world, stage="exploring")
    paid = await a_coordinator(world, scene, employer=scene.partner)
    assert (await paid.http.get(f"{HERE}/{scene.partnership}")).json()["allowed_moves"] == []
    for move, body in (("plan", None), ("not-a-fit", {"reason": "No"})):
        answer = await paid.http.post(f"{HERE}/{scene.partnership}/{move}", json=body)
        assert (answer.status_code, answer.json()["type"]) == (403, "urn:alongside:problem:not-your-move")
    edit = await paid.http.patch(f"{HERE}/{scene.partnership}", json={"kind": "core"}, headers={"If-Match": "*"})
    assert edit.json()["type"].endswith("own-employer")
    program = await a_program(world, partner=scene.partner, name="Another")
    start = await paid.http.post(HERE, json={"program_id": str(program), "school_id": str(scene.school)})
    assert start.json()["type"].endswith("own-employer")
    leader = await world.person(Role.SCHOOL_LEADER, schools=[scene.school])
    assert (await leader.http.post(f"{HERE}/{scene.partnership}/plan")).json()["stage"] == "planning"


@pytest.mark.parametrize(
    ("field", "status", "code"),
    [
        ("program_id", None, "unresolved_reference"),
        ("school_id", None, "unresolved_reference"),
        ("school_id", "closed", "school_closed"),
        ("program_id", "retired", "program_retired"),
        ("program_id", "suspended", "partner_not_open"),
    ],
)
async def test_what_a_partnership_starts_from_has_to_be_there_and_open(
    world: World, field: str, status: str | None, code: str
) -> None:
    school = await a_school(world, status="closed" if status == "closed" else "active")
    partner = await a_partner(world, status="suspended" if status == "suspended" else "approved")
    program = await a_program(world, partner=partner, status="retired" if status == "retired" else "approved")
    body = {"program_id": str(program), "school_id": str(school)}
    if status is None:
        body[field] = str(new_id())
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(HERE, json=body)
    assert answer.status_code == 422
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [(f"/{field}", code)]


async def test_needs_named_are_the_schools_own_and_ones_that_partners_may_meet(world: World) -> None:
    scene = await a_scene(world, stage="ended")
    mine = await a_need(world, school=scene.school, area_code="tutoring")
    elsewhere = await a_need(world, school=await a_school(world), area_code="tutoring")
    alone = await a_need(world, school=scene.school, area_code="tutoring", meet_via_partnership="no")
    ana = await a_coordinator(world, scene)
    body = {
        "program_id": str(scene.program),
        "school_id": str(scene.school),
        "need_ids": [str(each) for each in (mine, elsewhere, alone, new_id())],
    }
    answer = await ana.http.post(HERE, json=body)
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [
        ("/need_ids/1", "unresolved_reference"),
        ("/need_ids/2", "need_not_for_partners"),
        ("/need_ids/3", "unresolved_reference"),
    ]
    assert (await ana.http.get(HERE, params={"school": str(scene.school), "stage": "exploring"})).json()["items"] == []


async def test_an_unknown_field_is_refused_by_its_name_alone(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(HERE, json={"program_id": "x", "school_id": str(new_id()), "stage": "active"})
    assert answer.status_code == 422
    assert {each["pointer"] for each in answer.json()["errors"]} == {"/program_id", "/stage"}


async def test_each_standpoint_sees_its_own(world: World) -> None:
    mine = await a_scene(world)
    other = await a_scene(world, school_name="Birch Hill School", partner_name="Lakeside Arts")
    both = await a_scene(world, school=other.school, partner=mine.partner, program_name="Math Together")

    async def sees(who: Person) -> set[UUID]:
        page = await who.http.get(HERE)
        ids = {UUID(item["id"]) for item in page.json()["items"]}
        for each in (mine, other, both):
            alone = await who.http.get(f"{HERE}/{each.partnership}")
            assert alone.status_code == (200 if each.partnership in ids else 404)
        return ids

    every = {mine.partnership, other.partnership, both.partnership}
    assert await sees(await world.person(Role.PARTNERSHIP_OFFICE)) == every
    assert await sees(await world.person(Role.LEGAL_REVIEWER)) == every
    for role in (Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR, Role.SCHOOL_STAFF, Role.FRONT_OFFICE):
        assert await sees(await world.person(role, schools=[mine.school])) == {mine.partnership}
    partner = await world.person(Role.PARTNER_STAFF, partner=mine.partner)
    assert await sees(partner) == {mine.partnership, both.partnership}
    limited = await world.person(Role.PARTNER_STAFF, partner=mine.partner, schools=[mine.school])
    assert await sees(limited) == {mine.partnership}
    machine = await world.machine(Scope.PARTNERSHIPS_READ, schools=[other.school])
    ids = {UUID(item["id"]) for item in (await machine.get(HERE)).json()["items"]}
    assert ids == {other.partnership, both.partnership}


async def test_a_partner_reads_published_needs_only(world: World) -> None:
    scene = await a_scene(world)
    published = await a_need(world, school=scene.school, title="Attendance", assessment_status="published")
    draft = await a_need(world, school=scene.school, title="Behavior", assessment_status="draft", kind="segmented")
    made = await a_partnership(
        world, partner=scene.partner, program=await a_program(world, partner=scene.partner, name="Two"),
        school=scene.school, needs=[published, draft],
    )  # fmt: skip

    async def reads(who: Person) -> list[str]:
        return [need["title"] for need in (await who.http.get(f"{HERE}/{made}")).json()["needs"]]

    assert await reads(await a_coordinator(world, scene)) == ["Attendance", "Behavior"]
    assert await reads(await world.person(Role.PARTNERSHIP_OFFICE)) == ["Attendance", "Behavior"]
    assert await reads(await world.person(Role.PARTNER_ADMIN, partner=scene.partner)) == ["Attendance"]
    assert await reads(await world.person(Role.SCHOOL_STAFF, schools=[scene.school])) == ["Attendance"]


async def test_why_a_program_is_no_fit_stays_with_the_school_and_the_district(world: World) -> None:
    scene = await a_scene(world, stage="planning")
    ana = await a_coordinator(world, scene)
    reason = "Pulls students out of class"
    answer = await ana.http.post(f"{HERE}/{scene.partnership}/not-a-fit", json={"reason": reason})
    assert (answer.json()["stage"], answer.json()["stage_reason"]) == ("not_a_fit", reason)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await office.http.get(f"{HERE}/{scene.partnership}")).json()["stage_reason"] == reason
    for role, place in (
        (Role.PARTNER_ADMIN, {"partner": scene.partner}),
        (Role.SCHOOL_STAFF, {"schools": [scene.school]}),
    ):
        read = await (await world.person(role, **place)).http.get(f"{HERE}/{scene.partnership}")
        assert (read.json()["stage"], read.json()["stage_reason"]) == ("not_a_fit", None)
        assert reason not in read.text


async def test_the_people_to_call_are_those_who_work_there_now(world: World) -> None:
    scene = await a_scene(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)

    async def called() -> tuple[Any, Any]:
        read = (await office.http.get(f"{HERE}/{scene.partnership}")).json()
        return read["coordinator"], read["partner_lead"]

    assert await called() == (None, None)
    await a_contact(world, partner=scene.partner, kind="primary", name="Priya Primary")
    await a_contact(world, partner=scene.partner, kind="emergency", name="Eve Emergency")
    assert (await called())[1]["name"] == "Priya Primary"
    await a_contact(world, partner=scene.partner, kind="program", name="Pat Program", phone="312-555-0142")
    lead = (await called())[1]
    assert (lead["name"], lead["phone"], lead["email"], lead["id"]) == (
        "Pat Program",
        "312-555-0142",
        "dana@example.org",
        None,
    )
    first = await a_coordinator(world, scene, name="Carla First")
    assert (await called())[0]["name"] == "Carla First"
    chosen = await a_coordinator(world, scene, name="Dora Chosen")
    staff = await world.person(Role.PARTNER_STAFF, partner=scene.partner, name="Lena Lead")
    read = await office.http.get(f"{HERE}/{scene.partnership}")
    edit = await office.http.patch(
        f"{HERE}/{scene.partnership}",
        json={"coordinator_id": str(chosen.id), "partner_lead_id": str(staff.id)},
        headers={"If-Match": read.headers["etag"]},
    )
    assert (edit.json()["coordinator"]["name"], edit.json()["partner_lead"]["name"]) == ("Dora Chosen", "Lena Lead")
    await world.rows(
        "update role_assignment set ends_on = '2020-01-20' where person_id = any($1)", [chosen.id, staff.id]
    )
    coordinator, lead = await called()
    assert (coordinator["id"], lead["name"]) == (str(first.id), "Pat Program")


async def test_edits_say_which_version_they_change(world: World) -> None:
    scene = await a_scene(world)
    ana = await a_coordinator(world, scene)
    path = f"{HERE}/{scene.partnership}"
    assert (await ana.http.patch(path, json={"place": "Gym"})).status_code == 428
    assert (
        await ana.http.patch(path, json={"place": "Gym"}, headers={"If-Match": '"9-abcdef0123456789"'})
    ).status_code == 412
    tag = (await ana.http.get(path)).headers["etag"]
    edit = await ana.http.patch(path, json={"place": "Gym", "schedule": "Daily"}, headers={"If-Match": tag})
    assert (edit.status_code, edit.json()["version"], edit.json()["place"]) == (200, 2, "Gym")
    assert (await ana.http.patch(path, json={"place": "Hall"}, headers={"If-Match": tag})).status_code == 412
    (told,) = await world.rows("select kind, changed from log where object_id = $1", scene.partnership)
    assert told["kind"] == "partnership.changed"
    assert told["changed"] == {"place": [None, "Gym"], "schedule": [None, "Daily"]}


async def test_an_edit_that_changes_nothing_writes_nothing(world: World) -> None:
    scene = await a_scene(world, place="Gym")
    need = await a_need(world, school=scene.school)
    ana = await a_coordinator(world, scene)
    path = f"{HERE}/{scene.partnership}"
    edit = await ana.http.patch(path, json={"place": "Gym", "need_ids": []}, headers={"If-Match": "*"})
    assert (edit.status_code, edit.json()["version"]) == (200, 1)
    assert await world.rows("select 1 from log where object_id = $1", scene.partnership) == []
    first = await ana.http.patch(path, json={"need_ids": [str(need)]}, headers={"If-Match": "*"})
    assert first.json()["version"] == 2
    again = await ana.http.patch(path, json={"need_ids": [str(need)]}, headers={"If-Match": "*"})
    assert again.json()["version"] == 2


async def test_needs_come_and_go_and_those_that_stay_keep_their_words(world: World) -> None:
    scene = await a_scene(world)
    kept, gone, new = [await a_need(world, school=scene.school, title=title) for title in ("A", "B", "C")]
    program = await a_program(world, partner=scene.partner, name="Two")
    made = await a_partnership(world, partner=scene.partner, program=program, school=scene.school, needs=[kept, gone])
    ana = await a_coordinator(world, scene)
    edit = await ana.http.patch(f"{HERE}/{made}", json={"need_ids": [str(new), str(kept)]}, headers={"If-Match": "*"})
    words = {need["title"]: need["fit_words"] for need in edit.json()["needs"]}
    assert words.keys() == {"A", "C"}
    assert words["A"] == "Strong fit: 6 of 6 met"
    assert words["C"].startswith("Partial fit: 2 of 6 met")
    wrong = await ana.http.patch(
        f"{HERE}/{made}", json={"need_ids": [str(kept), str(new_id())]}, headers={"If-Match": "*"}
    )
    assert [each["pointer"] for each in wrong.json()["errors"]] == ["/need_ids/1"]
    cleared = await ana.http.patch(f"{HERE}/{made}", json={"need_ids": None}, headers={"If-Match": "*"})
    assert cleared.json()["needs"] == []


async def test_a_partners_admin_changes_what_is_theirs(world: World) -> None:
    scene = await a_scene(world)
    admin = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    path, any_version = f"{HERE}/{scene.partnership}", {"If-Match": "*"}
    mine = await admin.http.patch(
        path, json={"schedule": "Tuesdays", "partner_lead_id": str(admin.id)}, headers=any_version
    )
    assert (mine.json()["schedule"], mine.json()["partner_lead"]["id"]) == ("Tuesdays", str(admin.id))
    theirs = await admin.http.patch(path, json={"place": "Gym"}, headers=any_version)
    assert (theirs.status_code, theirs.json()["type"]) == (403, "urn:alongside:problem:not-your-field")
    for move, body in (("activate", None), ("not-a-fit", {"reason": "No"})):
        assert (await admin.http.post(f"{path}/{move}", json=body)).json()["type"].endswith("not-your-move")
    staff = await world.person(Role.PARTNER_STAFF, partner=scene.partner)
    assert (await staff.http.patch(path, json={"schedule": "Fridays"}, headers=any_version)).status_code == 403


async def test_each_reads_which_fields_they_may_change_and_those_are_the_ones_that_are_taken(world: World) -> None:
    scene = await a_scene(world)
    path, any_version = f"{HERE}/{scene.partnership}", {"If-Match": "*"}
    values: dict[str, Any] = {
        "need_ids": [],
        "schedule": "Tuesdays",
        "place": "Gym",
        "kind": "core",
        "is_lead_partner": True,
        "min_cleared_people": 2,
        "coordinator_id": None,
        "partner_lead_id": None,
    }
    readers = {
        "office": await world.person(Role.PARTNERSHIP_OFFICE),
        "school": await a_coordinator(world, scene),
        "paid": await a_coordinator(world, scene, employer=scene.partner),
        "partner": await world.person(Role.PARTNER_ADMIN, partner=scene.partner),
        "staff": await world.person(Role.PARTNER_STAFF, partner=scene.partner),
    }
    told = {}
    for name, reader in readers.items():
        told[name] = (await reader.http.get(path)).json()["can_change"]
        for field, value in values.items():
            taken = await reader.http.patch(path, json={field: value}, headers=any_version)
            assert taken.is_success == (field in told[name]), (name, field, taken.text)
    assert told["office"] == told["school"] == sorted(values)
    assert told["paid"] == ["coordinator_id", "min_cleared_people", "partner_lead_id", "place", "schedule"]
    assert (told["partner"], told["staff"]) == (["partner_lead_id", "schedule"], [])
    over = await a_scene(world, stage="ended", ended_on=TODAY)
    assert (await readers["office"].http.get(f"{HERE}/{over.partnership}")).json()["can_change"] == []


async def test_the_people_named_work_where_they_are_said_to(world: World) -> None:
    scene = await a_scene(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    left = await a_coordinator(world, scene, ends_on=date(2020, 1, 26))
    edit = await office.http.patch(
        f"{HERE}/{scene.partnership}",
        json={"coordinator_id": str(left.id), "partner_lead_id": str(office.id), "kind": None},
        headers={"If-Match": "*"},
    )
    assert [(each["pointer"], each["code"]) for each in edit.json()["errors"]] == [
        ("/kind", "required"),
        ("/coordinator_id", "not_at_school"),
        ("/partner_lead_id", "not_at_partner"),
    ]


async def test_who_may_be_named_is_told_to_whoever_may_name_them(world: World) -> None:
    scene = await a_scene(world)
    other = await a_school(world, name="Elsewhere")
    ana = await a_coordinator(world, scene, name="Ana")
    head = await world.person(Role.SCHOOL_LEADER, schools=[scene.school], name="Head")
    await a_coordinator(world, scene, name="Left", ends_on=date(2020, 1, 26))
    await world.person(Role.SCHOOL_STAFF, schools=[scene.school], name="Teacher")
    await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[other], name="Other")
    admin = await world.person(Role.PARTNER_ADMIN, partner=scene.partner, name="Boss")
    here = await world.person(Role.PARTNER_STAFF, partner=scene.partner, schools=[scene.school], name="Tutor")
    await world.person(Role.PARTNER_STAFF, partner=scene.partner, schools=[other], name="Away")
    path = f"{HERE}/{scene.partnership}"

    async def choices(reader: Person) -> tuple[list[Any], list[Any]]:
        told = (await reader.http.get(f"{path}/leads")).json()
        return tuple([(each["name"], each["id"]) for each in told[side]] for side in ("coordinators", "partner_leads"))

    school_side = [("Ana", str(ana.id)), ("Head", str(head.id))]
    partner_side = [("Boss", str(admin.id)), ("Tutor", str(here.id))]
    assert await choices(ana) == (school_side, partner_side)
    assert await choices(admin) == ([], partner_side)
    assert await choices(here) == ([], [])
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(f"{path}/leads")).status_code == 404
    for field, people in (("coordinator_id", school_side), ("partner_lead_id", partner_side)):
        assert (await ana.http.get(path)).json()[field] is None
        for _, person in people:
            edit = await ana.http.patch(path, json={field: person}, headers={"If-Match": "*"})
            assert (edit.status_code, edit.json()[field]) == (200, person)


async def test_partnerships_under_an_agreement_are_told_to_whoever_may_open_it(world: World) -> None:
    one = await a_scene(world, agreement=None)
    two = await a_scene(
        world, agreement=None, partner=one.partner, program=one.program, school_name="Birch School"
    )  # fmt: skip
    more = await a_program(world, partner=one.partner, name="Not in it")
    await a_partnership(world, partner=one.partner, program=more, school=one.school)
    named = await an_agreement(
        world, status="draft", partner=one.partner, programs=[one.program], schools={one.school: "pending"}
    )
    wide = await an_agreement(world, partner=one.partner, programs=[one.program], is_district_wide=True)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    admin = await world.person(Role.PARTNER_ADMIN, partner=one.partner)
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[one.school])

    async def found(reader: Person, agreement: UUID) -> list[UUID]:
        page = await reader.http.get(HERE, params={"agreement": agreement, "sort": "updated_at"})
        assert page.status_code == 200, page.text
        return [UUID(item["id"]) for item in page.json()["items"]]

    assert await found(office, named) == [one.partnership]
    assert await found(office, wide) == await found(admin, wide) == [one.partnership, two.partnership]
    assert await found(admin, named) == [], "the other side's draft"
    assert await found(teacher, wide) == []
    assert await found(await a_coordinator(world, two), wide) == [two.partnership]


async def test_what_is_over_is_not_edited(world: World) -> None:
    scene = await a_scene(world, stage="ended", ended_on=TODAY)
    ana = await a_coordinator(world, scene)
    edit = await ana.http.patch(f"{HERE}/{scene.partnership}", json={"place": "Gym"}, headers={"If-Match": "*"})
    assert (edit.status_code, edit.json()["type"]) == (409, "urn:alongside:problem:partnership-over")


async def test_the_whole_way_from_a_conversation_to_the_end(world: World) -> None:
    scene = await a_scene(world, stage="exploring")
    leader = await world.person(Role.SCHOOL_LEADER, schools=[scene.school])
    path = f"{HERE}/{scene.partnership}"
    way = [
        ("plan", None, "planning"),
        ("ready", None, "ready_check"),
        ("activate", None, "active"),
        ("pause", "The gym is flooded", "paused"),
        ("resume", None, "active"),
        ("end", "The grant ran out", "ended"),
    ]
    for version, (move, reason, stage) in enumerate(way, start=2):
        answer = await leader.http.post(f"{path}/{move}", json={"reason": reason} if reason else None)
        assert answer.status_code == 200, answer.text
        made = answer.json()
        assert (made["stage"], made["stage_reason"], made["version"]) == (stage, reason, version)
    assert (made["started_on"], made["ended_on"], made["allowed_moves"]) == ("2020-01-27", "2020-01-27", [])
    told = await world.rows("select kind, reason from log where object_id = $1 order by seq", scene.partnership)
    assert [(each["kind"], each["reason"]) for each in told] == [
        ("partnership.planned", None),
        ("partnership.readied", None),
        ("partnership.activated", None),
        ("partnership.paused", "The gym is flooded"),
        ("partnership.resumed", None),
        ("partnership.ended", "The grant ran out"),
    ]
    again = await leader.http.post(f"{path}/resume")
    assert (again.status_code, again.json()["allowed_moves"]) == (409, [])


@pytest.mark.parametrize("move", ["pause", "end", "not-a-fit"])
async def test_stopping_asks_why(world: World, move: str) -> None:
    scene = await a_scene(world)
    ana = await a_coordinator(world, scene)
    answer = await ana.http.post(f"{HERE}/{scene.partnership}/{move}", json={})
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [("/reason", "required")]


async def test_the_office_pauses_and_ends_but_does_not_judge_fit(world: World) -> None:
    scene = await a_scene(world, stage="active")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    path = f"{HERE}/{scene.partnership}"
    assert (await office.http.post(f"{path}/pause", json={"reason": "Insurance"})).json()["stage"] == "paused"
    assert (await office.http.post(f"{path}/resume")).json()["stage"] == "active"
    exploring = await a_scene(world, stage="exploring", partner=scene.partner, program_name="Two")
    answer = await office.http.post(f"{HERE}/{exploring.partnership}/plan")
    assert (answer.status_code, answer.json()["type"]) == (403, "urn:alongside:problem:not-your-move")


async def test_a_move_from_a_stale_page_is_refused_when_it_says_its_version(world: World) -> None:
    scene = await a_scene(world, stage="exploring")
    ana = await a_coordinator(world, scene)
    path = f"{HERE}/{scene.partnership}"
    tag = (await ana.http.get(path)).headers["etag"]
    assert (await ana.http.post(f"{path}/plan", headers={"If-Match": tag})).status_code == 200
    assert (await ana.http.post(f"{path}/ready", headers={"If-Match": tag})).status_code == 412


async def test_filters_and_sorts(world: World) -> None:
    one = await a_scene(world, stage="active", partner_name="One")
    two = await a_scene(world, stage="paused", partner_name="Two", school=one.school)
    three = await a_scene(world, stage="planning", partner_name="Three", agreement=None)
    need = await a_need(world, school=one.school)
    four = await a_partnership(
        world, partner=one.partner, program=await a_program(world, partner=one.partner, name="More"),
        school=three.school, needs=[need], stage="exploring",
    )  # fmt: skip
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    every = [one.partnership, two.partnership, three.partnership, four]

    async def found(**asked: Any) -> list[UUID]:
        page = await office.http.get(HERE, params=asked)
        assert page.status_code == 200, page.text
        return [UUID(item["id"]) for item in page.json()["items"]]

    assert await found() == every[::-1]
    assert await found(sort="updated_at") == every
    assert await found(school=one.school, sort="updated_at") == [one.partnership, two.partnership]
    assert await found(partner=one.partner, sort="updated_at") == [one.partnership, four]
    assert await found(program=two.program) == [two.partnership]
    assert await found(stage="planning") == [three.partnership]
    assert await found(need=need) == [four]
    assert await found(cleared="true", sort="updated_at") == [one.partnership, two.partnership]
    assert await found(cleared="false") == [four, three.partnership]
    assert await found(cleared="true", effective_on="2020-09-01") == []
    page = (await office.http.get(HERE, params={"limit": 3, "sort": "updated_at", "include_total": "true"})).json()
    assert page["total"] == {"value": 4, "relation": "eq"}
    following = await office.http.get(page["links"]["next"])
    assert [UUID(item["id"]) for item in page["items"] + following.json()["items"]] == every
    assert (await office.http.get(HERE, params={"sort": "name"})).status_code == 400
    assert (await office.http.get(HERE, params={"colour": "red"})).status_code == 400


async def test_a_page_takes_three_statements(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        await a_scene(world, partner_name=f"Partner {number}")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    from alongside.core.db import Read

    asked = []
    real = Read.rows

    async def counting(self: Read, statement: Any, /, **values: Any) -> Any:
        asked.append(statement)
        return await real(self, statement, **values)

    monkeypatch.setattr(Read, "rows", counting)
    assert len((await office.http.get(HERE)).json()["items"]) == 5
    assert len(asked) == 3


async def test_an_agreement_of_another_kind_or_school_clears_nothing(world: World) -> None:
    scene = await a_scene(world, agreement=None)
    await an_agreement(
        world, type="data_sharing", partner=scene.partner, programs=[scene.program], schools=[scene.school]
    )
    await an_agreement(world, partner=scene.partner, programs=[scene.program], schools=[await a_school(world)])
    ana = await a_coordinator(world, scene)
    answer = await ana.http.post(f"{HERE}/{scene.partnership}/activate")
    assert answer.status_code == 409
    assert answer.json()["needs"] == ["no_agreement_in_force", "school_not_confirmed"]
    assert {"move": "activate", "needs": answer.json()["needs"]} in answer.json()["allowed_moves"]
