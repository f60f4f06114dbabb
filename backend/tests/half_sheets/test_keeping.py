"""Two words and no more: the partner's on its program, the school's or the office's on its page."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from alongside.identity.scopes import Role, Scope
from tests.half_sheets.factories import WORDS, a_listing, a_sheet, a_shown, an_entry
from tests.partners.factories import a_partner, a_program
from tests.partnerships.factories import Scene, a_scene
from tests.schools.factories import a_school
from tests.world import Person, World

SETTINGS = "/api/v1/settings/half-sheets"
ANY = {"If-Match": "*"}
WHOLE = {"is_public": True, **WORDS}


def of_program(program: UUID) -> str:
    return f"/api/v1/programs/{program}/half-sheet"


def of_school(school: UUID) -> str:
    return f"/api/v1/schools/{school}/half-sheet"


def show(partnership: UUID) -> str:
    return f"/api/v1/partnerships/{partnership}/show-on-half-sheet"


def hide(partnership: UUID) -> str:
    return f"/api/v1/partnerships/{partnership}/hide-from-half-sheet"


async def on_the_page(world: World, slug: str = "alder-park-school") -> list[str]:
    answer = await world.anonymous().get(f"/api/v1/half-sheets/{world.slug}/{slug}")
    return [item["name"]["text"] for item in answer.json()["items"]] if answer.status_code == 200 else ["no page"]


async def kinds(world: World, record: UUID) -> list[str]:
    return [row["kind"] for row in await world.rows("select kind from log where object_id = $1 order by seq", record)]


async def set_to(world: World, by: str) -> None:
    await world.owner.execute("update tenant set half_sheets_by = $2 where id = $1", world.tenant_id, by)


async def test_nobody_keeps_a_page_without_signing_in(world: World) -> None:
    scene = await a_scene(world)
    http = world.anonymous()
    for method, path, body in (
        ("GET", of_program(scene.program), None), ("PUT", of_program(scene.program), WHOLE),
        ("GET", of_school(scene.school), None), ("PUT", of_school(scene.school), {"is_open": True}),
        ("POST", show(scene.partnership), {"words_version": 1}), ("POST", hide(scene.partnership), None),
        ("GET", SETTINGS, None), ("PUT", SETTINGS, {"decided_by": "school"}),
    ):  # fmt: skip
        assert (await http.request(method, path, json=body, headers=ANY)).status_code == 401, path


async def test_a_stranger_finds_nothing(world: World) -> None:
    scene = await a_shown(world)
    stranger = await world.machine(*Scope, tenant=world.stranger_id)
    assert (await stranger.get(of_program(scene.program))).status_code == 404
    assert (await stranger.put(of_program(scene.program), json=WHOLE, headers=ANY)).status_code == 404
    assert (await stranger.get(of_school(scene.school))).status_code == 404
    assert (await stranger.put(of_school(scene.school), json={"is_open": True}, headers=ANY)).status_code == 404
    assert (await stranger.post(show(scene.partnership), json={"words_version": 1})).status_code == 404
    assert (await stranger.post(hide(scene.partnership))).status_code == 404


async def test_from_nothing_to_a_page_that_a_family_reads_and_back(world: World) -> None:
    scene = await a_scene(world, stage="active")
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    said = await partner.http.get(of_program(scene.program))
    assert (said.json()["version"], said.json()["is_public"], said.json()["can_edit"]) == (0, False, True)
    made = await partner.http.put(of_program(scene.program), json=WHOLE, headers={"If-Match": said.headers["etag"]})
    assert (made.status_code, made.json()["version"], made.json()["words_version"]) == (200, 1, 1)
    before = await office.http.get(of_school(scene.school))
    (item,) = before.json()["items"]
    assert (before.json()["version"], item["standing"], item["can_show"]) == (0, "not_decided", True)
    opened = await office.http.put(
        of_school(scene.school), json={"is_open": True, "ask": "The front desk", "ask_phone": "(312) 555-0110"},
        headers={"If-Match": before.headers["etag"]},
    )  # fmt: skip
    assert opened.json()["address"].endswith(f"/help/{world.slug}/alder-park-school")
    assert await on_the_page(world) == []
    shown = await office.http.post(show(scene.partnership), json={"words_version": item["words_version"]})
    assert shown.json()["items"][0]["standing"] == "shown"
    assert [one["name"]["text"] for one in shown.json()["preview"]["items"]] == ["Reading Together"]
    assert await on_the_page(world) == ["Reading Together"]
    assert (await partner.http.get(of_program(scene.program))).json()["shown_at"] == [
        {"id": str(scene.school), "name": "Alder Park School"}
    ]
    away = await office.http.post(hide(scene.partnership))
    assert away.json()["items"][0]["standing"] == "not_decided"
    assert await on_the_page(world) == []
    closed = await office.http.put(of_school(scene.school), json={"is_open": False}, headers=ANY)
    assert closed.json()["is_open"] is False
    assert await on_the_page(world) == ["no page"]
    assert await kinds(world, scene.program) == ["program.made_public"]
    assert await kinds(world, scene.partnership) == [
        "partnership.shown_on_half_sheet", "partnership.hidden_from_half_sheet",
    ]  # fmt: skip
    assert await kinds(world, scene.school) == ["school.half_sheet_opened", "school.half_sheet_closed"]


async def test_the_partner_takes_its_word_back_and_the_program_is_gone_from_every_page_at_once(world: World) -> None:
    scene = await a_shown(world)
    partner = await world.person(Role.PARTNER_STAFF, partner=scene.partner)
    assert await on_the_page(world, "alder-park") == ["Reading Together"]
    private = {**WHOLE, "is_public": False}
    assert (await partner.http.put(of_program(scene.program), json=private, headers=ANY)).status_code == 200
    assert await on_the_page(world, "alder-park") == []
    # the same words again need no second look by the school
    assert (await partner.http.put(of_program(scene.program), json=WHOLE, headers=ANY)).json()["words_version"] == 1
    assert await on_the_page(world, "alder-park") == ["Reading Together"]
    assert await kinds(world, scene.program) == ["program.made_private", "program.made_public"]


async def test_other_words_are_not_on_the_page_until_they_are_agreed_to(world: World) -> None:
    scene = await a_shown(world)
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    other = {**WHOLE, "summary": "Four students with one tutor."}
    assert (await partner.http.put(of_program(scene.program), json=other, headers=ANY)).json()["words_version"] == 2
    assert await on_the_page(world, "alder-park") == []
    (item,) = (await office.http.get(of_school(scene.school))).json()["items"]
    assert (item["standing"], item["words_version"]) == ("words_changed", 2)
    stale = await office.http.post(show(scene.partnership), json={"words_version": 1})
    assert (stale.status_code, stale.json()["type"].rpartition(":")[2]) == (409, "words-changed")
    assert (await office.http.post(show(scene.partnership), json={"words_version": 2})).status_code == 200
    assert await on_the_page(world, "alder-park") == ["Reading Together"]
    assert await kinds(world, scene.program) == ["program.public_words_changed"]


@pytest.mark.parametrize(
    ("left_out", "pointers"),
    [({"summary": None}, ["/summary"]), ({"how_to_join": None}, ["/how_to_join"]), ({"is_free": None}, ["/cost"]),
     ({"is_free": False}, ["/cost"]), ({"summary": None, "is_free": None}, ["/summary", "/cost"])],
)  # fmt: skip
async def test_what_families_would_have_to_ask_about_points_at_its_field(
    world: World, left_out: dict[str, Any], pointers: list[str]
) -> None:
    scene = await a_scene(world)
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    answer = await partner.http.put(of_program(scene.program), json={**WHOLE, **left_out}, headers=ANY)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == pointers
    draft = await partner.http.put(
        of_program(scene.program), json={**WHOLE, **left_out, "is_public": False}, headers=ANY
    )
    assert draft.status_code == 200


async def test_nobody_gives_the_partner_s_word_for_it(world: World) -> None:
    scene = await a_scene(world)
    other = await a_partner(world, name="Another")
    for who in (
        (await world.person(Role.PARTNERSHIP_OFFICE)).http,
        (await world.person(Role.DISTRICT_ADMIN)).http,
        (await world.person(Role.PARTNER_ADMIN, partner=other)).http,
        await world.machine(*Scope),
    ):
        answer = await who.put(of_program(scene.program), json=WHOLE, headers=ANY)
        assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (403, "partners-own-word")
        assert (await who.get(of_program(scene.program))).json()["can_edit"] is False
    leader = await world.person(Role.SCHOOL_LEADER, schools=[scene.school])
    assert (await leader.http.put(of_program(scene.program), json=WHOLE, headers=ANY)).status_code == 403


@pytest.mark.parametrize(("by", "may"), [("district", {"office"}), ("school", {"leader"})])
async def test_who_decides_is_what_the_district_has_set_and_either_takes_down(
    world: World, by: str, may: set[str]
) -> None:
    await set_to(world, by)
    scene = await a_shown(world)
    people = await _everybody(world, scene)
    for name, who in people.items():
        decides, is_taker = name in may, name in {"office", "leader"}
        sheet = (await who.http.get(of_school(scene.school))).json()
        assert (sheet["can_edit"], sheet["can_close"]) == (decides, is_taker), name
        assert (sheet["items"][0]["can_show"], sheet["items"][0]["can_hide"]) == (decides, is_taker), name
        asked = await who.http.put(of_school(scene.school), json={"is_open": True, "ask": name}, headers=ANY)
        assert asked.status_code == (200 if decides else 403), name
        shown = await who.http.post(show(scene.partnership), json={"words_version": 1})
        assert shown.status_code == (200 if decides else 403), name
        hidden = await who.http.post(hide(scene.partnership))
        assert hidden.status_code == (200 if is_taker else 403), name
        if is_taker:
            await an_entry(world, partnership=scene.partnership)
    kept = (await people["office"].http.get(of_school(scene.school))).json()
    said = {name: kept[name] for name in ("ask", "ask_es", "ask_phone")}
    for name in ("coordinator", "leader"):
        closed = await people[name].http.put(of_school(scene.school), json={"is_open": False, **said}, headers=ANY)
        assert closed.status_code == (200 if name == "leader" else 403), name


async def _everybody(world: World, scene: Scene) -> dict[str, Person]:
    return {
        "office": await world.person(Role.PARTNERSHIP_OFFICE),
        "leader": await world.person(Role.SCHOOL_LEADER, schools=[scene.school]),
        "coordinator": await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[scene.school]),
        "partner": await world.person(Role.PARTNER_ADMIN, partner=scene.partner),
    }


async def test_a_principal_whom_the_partner_pays_does_not_give_both_words(world: World) -> None:
    await set_to(world, "school")
    scene = await a_shown(world)
    paid = await world.person(Role.SCHOOL_LEADER, schools=[scene.school], employer=scene.partner)
    answer = await paid.http.post(show(scene.partnership), json={"words_version": 1})
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (403, "own-employer")
    assert (await paid.http.get(of_school(scene.school))).json()["items"][0]["can_show"] is False


async def test_a_principal_decides_at_their_own_school_alone(world: World) -> None:
    await set_to(world, "school")
    scene = await a_shown(world)
    elsewhere = await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world, name="Birch Hill School")])
    assert (await elsewhere.http.put(of_school(scene.school), json={"is_open": False}, headers=ANY)).status_code == 403
    assert (await elsewhere.http.post(show(scene.partnership), json={"words_version": 1})).status_code == 404


async def test_what_is_not_public_cannot_be_shown_and_what_is_not_shown_cannot_be_hidden(world: World) -> None:
    scene = await a_scene(world, stage="active")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(show(scene.partnership), json={"words_version": 1})
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (409, "program-not-public")
    answer = await office.http.post(hide(scene.partnership))
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (409, "not-on-half-sheet")
    over = await a_scene(world, school=scene.school, stage="ended", partner_name="Gone")
    await a_listing(world, program=over.program)
    answer = await office.http.post(show(over.partnership), json={"words_version": 1})
    assert answer.json()["type"].rpartition(":")[2] == "partnership-over"


async def test_the_list_says_why_a_program_is_not_on_the_page_today(world: World) -> None:
    school = await a_school(world)
    await a_scene(world, school=school, stage="active", program_name="A private", partner_name="A")
    waits = await a_scene(world, school=school, stage="active", program_name="B waits", partner_name="B")
    await a_listing(world, program=waits.program)
    await a_shown(world, school=school, program_name="C shown", partner_name="C")
    await a_shown(world, school=school, program_name="D paused", partner_name="D", stage="paused")
    await a_shown(world, school=school, program_name="E signed by nobody", partner_name="E", agreement="draft")
    await a_scene(world, school=school, stage="ended", program_name="F over", partner_name="F")
    staff = await world.person(Role.SCHOOL_STAFF, schools=[school])
    sheet = (await staff.http.get(of_school(school))).json()
    assert [(item["program"]["name"], item["standing"]) for item in sheet["items"]] == [
        ("A private", "not_public"), ("B waits", "not_decided"), ("C shown", "shown"), ("D paused", "not_in_force"),
        ("E signed by nobody", "not_in_force"),
    ]  # fmt: skip
    assert sheet["items"][3]["reasons"] == ["The partnership is paused."]
    assert sheet["items"][4]["reasons"] != []
    assert not any(item["can_show"] or item["can_hide"] for item in sheet["items"])
    assert [item["name"]["text"] for item in sheet["preview"]["items"]] == ["C shown"]


async def test_a_draft_stays_with_its_partner_and_the_office(world: World) -> None:
    scene = await a_scene(world)
    await a_listing(world, program=scene.program, is_public=False, summary="Not yet said")
    for role, schools, sees in (
        (Role.PARTNERSHIP_OFFICE, [], True), (Role.SCHOOL_LEADER, [scene.school], False),
    ):  # fmt: skip
        who = await world.person(role, schools=schools)
        body = (await who.http.get(of_program(scene.program))).json()
        assert (body["summary"] == "Not yet said") is sees
        (item,) = (await who.http.get(of_school(scene.school))).json()["items"]
        assert (item["standing"], item["summary"]) == ("not_public", None)
    partner = await world.person(Role.PARTNER_STAFF, partner=scene.partner)
    assert (await partner.http.get(of_program(scene.program))).json()["summary"] == "Not yet said"


async def test_a_partner_s_people_see_their_own_programs_on_a_school_s_page_and_no_preview(world: World) -> None:
    scene = await a_shown(world)
    await a_shown(world, school=scene.school, program_name="Theirs", partner_name="Others")
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    sheet = (await partner.http.get(of_school(scene.school))).json()
    assert [item["program"]["name"] for item in sheet["items"]] == ["Reading Together"]
    assert sheet["preview"] is None


async def test_a_retired_program_is_off_the_page_and_not_public_again(world: World) -> None:
    scene = await a_shown(world)
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    assert (await partner.http.post(f"/api/v1/programs/{scene.program}/retire")).status_code == 200
    assert await on_the_page(world, "alder-park") == []
    again = await partner.http.put(of_program(scene.program), json={**WHOLE, "phone": "1"}, headers=ANY)
    assert again.status_code == 409
    private = await partner.http.put(of_program(scene.program), json={**WHOLE, "is_public": False}, headers=ANY)
    assert private.status_code == 200


async def test_two_schools_of_one_name_have_two_addresses_and_a_new_name_keeps_the_old_one(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    slugs = []
    for _ in range(3):
        school = await a_school(world, name="St. Mary’s Academy")
        made = await office.http.put(of_school(school), json={"is_open": True}, headers=ANY)
        slugs.append(made.json()["address"].rpartition("/")[2])
    assert slugs == ["st-marys-academy", "st-marys-academy-2", "st-marys-academy-3"]
    await world.rows("update school set name = 'Renamed' where id = $1", school)
    kept = await office.http.get(of_school(school))
    assert kept.json()["address"].endswith("/st-marys-academy-3")


async def test_a_closed_school_opens_no_page(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    school = await a_school(world, status="closed")
    answer = await office.http.put(of_school(school), json={"is_open": True}, headers=ANY)
    assert answer.json()["errors"][0]["pointer"] == "/is_open"


@pytest.mark.parametrize(("headers", "status"), [({}, 428), ({"If-Match": '"9-aa"'}, 412)])
async def test_what_was_read_is_named_and_is_the_newest(world: World, headers: dict[str, str], status: int) -> None:
    scene = await a_shown(world)
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    office = await world.person(Role.PARTNERSHIP_OFFICE)

    async def put(who: Person, path: str, body: Any) -> httpx.Response:
        return await who.http.put(path, json=body, headers=headers)

    assert (await put(partner, of_program(scene.program), WHOLE)).status_code == status
    assert (await put(office, of_school(scene.school), {"is_open": False})).status_code == status
    assert (await put(office, SETTINGS, {"decided_by": "school"})).status_code == status
    assert await on_the_page(world, "alder-park") == ["Reading Together"]


async def test_what_changes_nothing_is_not_written(world: World) -> None:
    scene = await a_shown(world)
    partner = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await partner.http.put(of_program(scene.program), json=WHOLE, headers=ANY)).json()["version"] == 1
    assert (await office.http.put(of_school(scene.school), json={"is_open": True}, headers=ANY)).json()["version"] == 1
    await office.http.post(show(scene.partnership), json={"words_version": 1})
    settings = await office.http.put(SETTINGS, json={"decided_by": "district"}, headers=ANY)
    assert settings.json()["decided_by"] == "district"
    logged = await world.rows("select kind from log where kind like '%half_sheet%' or kind like 'program.%'")
    assert logged == []


async def test_the_office_sets_who_decides_and_nobody_else(world: World) -> None:
    scene = await a_scene(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    before = await office.http.get(SETTINGS)
    assert before.json()["decided_by"] == "district"
    made = await office.http.put(SETTINGS, json={"decided_by": "school"}, headers={"If-Match": before.headers["etag"]})
    assert made.json()["decided_by"] == "school"
    for role, given in (
        (Role.SCHOOL_LEADER, {"schools": [scene.school]}), (Role.COMPLIANCE_REVIEWER, {}),
        (Role.PARTNER_ADMIN, {"partner": scene.partner}),
    ):  # fmt: skip
        who = await world.person(role, **given)  # type: ignore[arg-type]
        answer = await who.http.put(SETTINGS, json={"decided_by": "district"}, headers=ANY)
        assert answer.status_code == 403, role
    assert await kinds(world, world.tenant_id) == ["settings.half_sheets_changed"]


async def test_of_two_first_words_at_once_one_is_told_to_look_again(world: World) -> None:
    import asyncio

    partner_id = await a_partner(world)
    program = await a_program(world, partner=partner_id)
    school = await a_school(world)
    partner = await world.person(Role.PARTNER_ADMIN, partner=partner_id)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    none = {"If-Match": '"0-aa"'}
    said = await asyncio.gather(
        *(partner.http.put(of_program(program), json={**WHOLE, "contact": str(n)}, headers=none) for n in range(4))
    )
    assert sorted(answer.status_code for answer in said) == [200, 412, 412, 412]
    opened = await asyncio.gather(
        *(office.http.put(of_school(school), json={"is_open": True, "ask": str(n)}, headers=none) for n in range(4))
    )
    assert sorted(answer.status_code for answer in opened) == [200, 412, 412, 412]
    assert len(await world.rows("select id from half_sheet")) == 1


async def test_a_page_that_says_it_in_the_other_language_is_previewed_so(world: World) -> None:
    scene = await a_shown(world, listing={"name_es": "Lectura"})
    await a_sheet(world, school=await a_school(world, name="Birch"), slug="birch")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    sheet = (await office.http.get(of_school(scene.school), params={"language": "es"})).json()
    assert sheet["preview"]["items"][0]["name"] == {"text": "Lectura", "language": "es"}
