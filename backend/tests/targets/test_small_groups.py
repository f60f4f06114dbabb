"""Small groups among results: what each reader sees, of one school, of the total, and over time (domain rule E7)."""

import json
from typing import Any

import httpx

from alongside.identity.queries import get_person
from alongside.identity.scopes import Role
from alongside.workflows.set_minimum import set_minimum
from tests.targets.factories import Scene, a_scene
from tests.world import Person, World

ANY = {"If-Match": "*"}
HIDDEN = {"value": None, "numerator": None, "denominator": None, "words": None, "suppressed": True}
FOURTEEN = (5, 6, 7, 8, 9, 7, 6, 8, 7, 6, 7, 8, 6, 6)
READ = (4, 5, 5, 6, 7, 5, 4, 6, 5, 4, 5, 6, 5, 4)


async def report(
    person: Person, scene: Scene, sizes: tuple[int, ...], parts: tuple[int, ...] | None = None, day: str = "2020-01-24"
) -> None:
    """The results of the first schools on a day; a part of each when it does not matter how many."""
    given = parts or tuple(size // 2 for size in sizes)
    rows = [
        {"school_id": str(school), "numerator": part, "denominator": size, "note": f"{part} of {size} read well"}
        for school, size, part in zip(scene.schools, sizes, given, strict=False)
    ]
    answer = await person.http.put(
        f"{scene.path}/results", json={"as_of_on": day, "rows": rows, "confirm": True}, headers=ANY
    )
    assert answer.status_code == 200, answer.text
    assert answer.json()["refused"] == 0


async def read(http: httpx.AsyncClient, scene: Scene) -> dict[str, Any]:
    body: dict[str, Any] = (await http.get(scene.path)).json()
    return body


def figures(body: dict[str, Any]) -> list[Any]:
    """What is shown of each school: its denominator, or why it is hidden."""
    return [each["latest"] and (each["latest"]["reason"] or each["latest"]["denominator"]) for each in body["schools"]]


async def an_office(world: World) -> Person:
    return await world.person(Role.PARTNERSHIP_OFFICE)


async def test_seventy_one_of_ninety_six_over_sites_of_five_to_nine(world: World) -> None:
    scene = await a_scene(world, schools=14)
    tomas = await scene.partner_admin()
    await report(tomas, scene, FOURTEEN, READ)
    office = await read((await an_office(world)).http, scene)
    latest = office["progress"]["latest"]
    assert (latest["numerator"], latest["denominator"], latest["words"]) == (71, 96, "74.0%")
    assert office["progress"]["finding"].startswith("Reading on grade level: 71 of 96 students served (74.0%), up from")
    assert [each["figure"] for each in office["results"]] == [{**HIDDEN, "reason": "small_n"}] * 14
    assert [each["latest"] for each in office["schools"]] == [{**HIDDEN, "reason": "small_n"}] * 14
    assert {each["note"] for each in office["results"]} == {None}


async def test_each_reader_of_a_small_group(world: World) -> None:
    scene = await a_scene(world, schools=14)
    tomas, marisol = await scene.partner_admin(), await scene.leader(2)
    await report(tomas, scene, FOURTEEN, READ)
    own = await read(marisol.http, scene)
    assert (figures(own), own["progress"]["latest"]["numerator"]) == ([7], 71)
    assert [(each["figure"]["numerator"], each["note"]) for each in own["results"]] == [(5, "5 of 7 read well")]
    entered = await read(tomas.http, scene)
    assert figures(entered) == list(FOURTEEN)
    assert figures(await read((await scene.partner_staff()).http, scene)) == list(FOURTEEN)
    paid = await scene.coordinator(2, employer=scene.partner)
    assert figures(await read(paid.http, scene)) == ["small_n"]
    paid_by_another = await scene.coordinator(2, employer=(await a_scene(world)).partner)
    assert figures(await read(paid_by_another.http, scene)) == ["small_n"]
    limited = await scene.partner_staff(schools=[scene.schools[0]])
    assert figures(await read(limited.http, scene)) == [5]


async def test_what_the_school_entered_is_hidden_from_the_partner(world: World) -> None:
    scene = await a_scene(world, schools=2)
    marisol = await world.person(Role.SCHOOL_LEADER, schools=scene.schools)
    await report(marisol, scene, (7, 8))
    tomas = await scene.partner_admin()
    seen = await read(tomas.http, scene)
    assert (figures(seen), seen["progress"]["latest"]["denominator"]) == (["small_n", "small_n"], 15)
    assert figures(await read(marisol.http, scene)) == [7, 8]


async def test_a_correction_of_what_is_hidden_tells_nothing_about_it(world: World) -> None:
    scene = await a_scene(world, schools=2)
    marisol = await world.person(Role.SCHOOL_LEADER, schools=scene.schools)
    await report(marisol, scene, (7, 8), day="2020-01-10")
    await report(marisol, scene, (7, 8))
    tomas = await scene.partner_admin()
    rows = [{"school_id": str(scene.schools[0]), "numerator": 3, "denominator": 7, "note": "3 of 7 read well"}]
    body = {"as_of_on": "2020-01-24", "rows": rows}
    guess = await tomas.http.put(f"{scene.path}/results", json=body, headers=ANY)
    assert [(each["outcome"], each["warnings"]) for each in guess.json()["rows"]] == [("corrected", [])]


async def test_a_single_small_group_hides_the_total_and_everything_that_follows_from_it(world: World) -> None:
    scene = await a_scene(world)
    await report(await scene.partner_admin(), scene, (7,), (6,))
    office = await an_office(world)
    for body in (await read(office.http, scene), (await office.http.get("/api/v1/targets")).json()["items"][0]):
        found = body["progress"]
        assert found["suppressed"]
        assert found["latest"] == {**HIDDEN, "reason": "complementary"}
        assert found["finding"] == "Reading on grade level: hidden for privacy."
        for name in ("status", "percent", "percent_words", "change", "is_met", "allowance_used", "bar", "rating"):
            assert found[name] is None, name
        assert [point["figure"]["value"] for point in body["series"]] == [None]
        assert "85.7" not in json.dumps(body)
    listed = (await office.http.get("/api/v1/results")).json()["items"][0]
    assert (listed["figure"], listed["note"]) == ({**HIDDEN, "reason": "small_n"}, None)


async def test_a_second_school_hides_so_that_the_first_cannot_be_had_by_subtraction(world: World) -> None:
    scene = await a_scene(world, schools=4)
    await report(await scene.partner_admin(), scene, (120, 45, 7, 22))
    office = await read((await an_office(world)).http, scene)
    assert figures(office) == [120, 45, "small_n", "complementary"]
    assert office["progress"]["latest"]["denominator"] == 194


async def test_who_sees_one_of_two_hidden_schools_is_not_told_their_sum(world: World) -> None:
    scene = await a_scene(world, schools=4)
    await report(await scene.partner_admin(), scene, (120, 45, 7, 22))
    for place, size in ((2, 7), (3, 22)):
        body = await read((await scene.leader(place)).http, scene)
        assert (figures(body), body["progress"]["suppressed"]) == ([size], True)
    beside = await read((await scene.leader(0)).http, scene)
    assert (figures(beside), beside["progress"]["latest"]["denominator"]) == ([120], 194)


async def test_one_small_site_reporting_alone_leaves_a_gap_and_the_last_safe_total(world: World) -> None:
    scene = await a_scene(world, schools=14)
    tomas = await scene.partner_admin()
    await report(tomas, scene, FOURTEEN, READ, day="2019-12-20")
    await report(tomas, scene, (5,), (1,))
    office = await read((await an_office(world)).http, scene)
    assert [(each["as_of_on"], each["figure"]["numerator"]) for each in office["series"]] == [
        ("2019-12-20", 71), ("2020-01-24", None),
    ]  # fmt: skip
    assert (office["progress"]["latest"]["numerator"], office["progress"]["as_of_on"]) == (71, "2019-12-20")
    partner = await read(tomas.http, scene)
    assert (partner["progress"]["latest"]["numerator"], partner["progress"]["as_of_on"]) == (68, "2020-01-24")


async def test_a_small_site_that_reports_later_is_not_the_difference_of_two_totals(world: World) -> None:
    scene = await a_scene(world, schools=3, aggregation="rate")
    tomas = await scene.partner_admin()
    await report(tomas, scene, (30, 40), day="2019-12-20")
    body = {"school_id": str(scene.schools[2]), "as_of_on": "2020-01-24", "numerator": 3, "denominator": 6}
    assert (await tomas.http.post(f"{scene.path}/results", json=body)).status_code == 201
    office = await read((await an_office(world)).http, scene)
    assert figures(office) == [30, 40, "small_n"]
    assert (office["progress"]["latest"]["denominator"], office["progress"]["as_of_on"]) == (70, "2019-12-20")


async def test_a_count_of_students_who_are_better_off_is_a_group_and_a_count_of_sessions_is_none(world: World) -> None:
    for kind, shown in (("better_off", "small_n"), ("how_much", 4.0)):
        scene = await a_scene(world, kind=kind, unit="count", aggregation="cumulative", baseline_value=0)
        tomas = await scene.partner_admin()
        body = {"school_id": str(scene.schools[0]), "as_of_on": "2020-01-24", "value": 4}
        assert (await tomas.http.post(f"{scene.path}/results", json=body)).status_code == 201
        figure = (await read((await an_office(world)).http, scene))["schools"][0]["latest"]
        assert (figure["reason"] or figure["value"]) == shown


async def test_hiding_follows_corrections_rejections_and_schools_that_leave(world: World) -> None:
    scene = await a_scene(world, schools=3)
    tomas, office = await scene.partner_admin(), await an_office(world)
    await report(tomas, scene, (120, 30, 20))
    assert figures(await read(office.http, scene)) == [120, 30, 20]
    await report(tomas, scene, (120, 30, 7))
    assert figures(await read(office.http, scene)) == [120, "complementary", "small_n"]
    listed = (await office.http.get("/api/v1/results", params={"status": "superseded"})).json()["items"]
    assert [each["figure"]["reason"] for each in listed] == ["small_n"]
    leaver = await scene.leader(2)
    small = (await read(leaver.http, scene))["results"][0]["id"]
    rejected = await leaver.http.post(f"/api/v1/results/{small}/reject", json={"reason": "Not ours"})
    assert rejected.status_code == 200
    assert figures(await read(office.http, scene)) == [120, 30, None]
    again = (await office.http.get(f"/api/v1/results/{small}")).json()
    assert again["figure"]["reason"] == "small_n"
    await report(tomas, scene, (120, 30, 7))
    assert figures(await read(office.http, scene)) == [120, "complementary", "small_n"]
    out = f"{scene.path}/schools/{scene.schools[2]}/opt-out"
    await leaver.http.post(out, json={"reason": "No room"})
    assert figures(await read(office.http, scene)) == [120, 30, None]
    await leaver.http.post(f"{scene.path}/schools/{scene.schools[2]}/agree")
    assert figures(await read(office.http, scene)) == [120, "complementary", "small_n"]


async def test_another_minimum_hides_and_shows_anew(world: World) -> None:
    scene = await a_scene(world, schools=3)
    other = await a_scene(world, tenant=world.stranger_id)
    await report(await scene.partner_admin(), scene, (120, 30, 7))
    privacy = await world.person(Role.PRIVACY_OFFICER)
    principal = await get_person(world.database, privacy.id, world.tenant_id)

    async def set_to(minimum: int) -> int:
        async with world.database.transaction(principal) as tx:
            return await set_minimum(tx, principal, minimum)

    assert await set_to(5) == 2
    assert figures(await read(privacy.http, scene)) == [120, 30, 7]
    assert await set_to(5) == 0
    assert await set_to(30) == 2
    assert figures(await read(privacy.http, scene)) == [120, "complementary", "small_n"]
    assert (await world.rows("select count(*) from target where id = $1", other.target, tenant=world.stranger_id))[0][0]


async def test_no_number_of_a_small_group_stands_in_the_log(world: World) -> None:
    scene = await a_scene(world)
    await report(await scene.partner_admin(), scene, (7,), (6,))
    told = await world.rows("select changed::text as words from log where object_type = 'result'")
    assert told
    for row in told:
        changed = json.loads(row["words"])
        assert {name: value for name, value in changed.items() if value is not None} == {
            "target_id": [None, str(scene.target)], "school_id": [None, str(scene.schools[0])],
            "as_of_on": [None, "2020-01-24"],
        }  # fmt: skip


async def test_a_leader_of_both_schools_sees_both_and_their_sum(world: World) -> None:
    scene = await a_scene(world, schools=2)
    await report(await scene.partner_admin(), scene, (9, 9))
    both = await world.person(Role.SCHOOL_LEADER, schools=scene.schools)
    body = await read(both.http, scene)
    assert (figures(body), body["progress"]["latest"]["denominator"]) == ([9, 9], 18)
    office = await read((await an_office(world)).http, scene)
    assert (figures(office), office["progress"]["suppressed"]) == (["small_n", "small_n"], True)


def test_the_sites_of_the_story_add_up() -> None:
    assert (sum(FOURTEEN), sum(READ), min(FOURTEEN), max(FOURTEEN)) == (96, 71, 5, 9)
