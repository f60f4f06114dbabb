"""Entering results one by one and in a grid, correcting them, and checking them."""

from datetime import date
from typing import Any
from uuid import UUID

import httpx
import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.partners.factories import a_partner
from tests.targets.factories import Scene, a_result, a_scene
from tests.world import Person, World

ANY = {"If-Match": "*"}
DAY = "2020-01-24"


def row(school: UUID, part: int, whole: int, **more: Any) -> dict[str, Any]:
    return {"school_id": str(school), "numerator": part, "denominator": whole, **more}


async def put(http: httpx.AsyncClient, scene: Scene, rows: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    body = {"as_of_on": DAY, "rows": rows, **more}
    answer = await http.put(f"{scene.path}/results", json=body, headers=ANY)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def outcomes(found: dict[str, Any]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (each["outcome"], [(fault["pointer"], fault["code"]) for fault in each["errors"]]) for each in found["rows"]
    ]


async def history(world: World, scene: Scene) -> list[tuple[str, int | None]]:
    rows = await world.rows(
        "select status, numerator from result where target_id = $1 order by entered_at, id", scene.target
    )
    return [(each["status"], each["numerator"]) for each in rows]


async def test_a_partner_reports_one_school_and_reads_it_back(world: World) -> None:
    scene = await a_scene(world)
    tomas = await scene.partner_staff(name="Tomas Vega")
    body = {**row(scene.schools[0], 71, 96, note="Winter screener"), "as_of_on": DAY}
    made = await tomas.http.post(f"{scene.path}/results", json=body)
    assert made.status_code == 201
    read = await tomas.http.get(made.headers["location"])
    assert read.json() == made.json()
    assert read.headers["etag"] == made.headers["etag"]
    found = made.json()
    assert (found["figure"]["words"], found["entered_by"], found["is_partners"], found["source"], found["note"]) == (
        "74.0%", "Tomas Vega", True, "manual", "Winter screener",
    )  # fmt: skip
    assert found["allowed_moves"] == []
    again = await tomas.http.post(f"{scene.path}/results", json=body)
    assert (again.status_code, again.json()["id"]) == (200, found["id"])
    assert await history(world, scene) == [("submitted", 71)]
    target = await tomas.http.get(scene.path)
    assert (target.json()["version"], target.json()["progress"]["is_provisional"]) == (1, True)


async def test_a_retried_result_is_entered_once(world: World) -> None:
    scene = await a_scene(world)
    tomas = await scene.partner_admin()
    key = {"Idempotency-Key": str(new_id())}
    body = {**row(scene.schools[0], 71, 96), "as_of_on": DAY}
    first = await tomas.http.post(f"{scene.path}/results", json=body, headers=key)
    second = await tomas.http.post(f"{scene.path}/results", json=body, headers=key)
    assert (second.status_code, second.json()) == (201, first.json())
    assert second.headers["idempotent-replayed"] == "true"


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"numerator": 97, "denominator": 96}, "/numerator", "exceeds_denominator"),
        ({"numerator": -1, "denominator": 96}, "/numerator", "negative"),
        ({"numerator": 71}, "/value", "value_or_counts"),
        ({}, "/value", "value_or_counts"),
        ({"value": 74}, "/numerator", "counts_required"),
        ({"value": 74, "numerator": 71, "denominator": 96}, "/value", "value_or_counts"),
        ({"numerator": 71, "denominator": 96, "as_of_on": "2020-01-28"}, "/as_of_on", "in_the_future"),
        ({"numerator": 71, "denominator": 96, "as_of_on": "2019-08-31"}, "/as_of_on", "outside_period"),
        (
            {"numerator": 400, "denominator": 589, "population": "whole_school"},
            "/population", "whole_school_is_context",
        ),
        ({"numerator": 71, "denominator": 96, "population": "grade_or_group"}, "/population", "population_differs"),
        ({"numerator": "71", "denominator": 96}, "/numerator", "int_type"),
        ({"numerator": 71, "denominator": 96, "students": ["Ana"]}, "/students", "unknown_field"),
        ({"numerator": 71, "denominator": 96, "note": "a\u0000b"}, "/note", "unprintable"),
    ],
)  # fmt: skip
async def test_a_wrong_result_is_refused_at_its_field(
    world: World, body: dict[str, Any], pointer: str, code: str
) -> None:
    scene = await a_scene(world)
    tomas = await scene.partner_admin()
    place = {"school_id": str(scene.schools[0]), "as_of_on": DAY}
    answer = await tomas.http.post(f"{scene.path}/results", json={**place, **body})
    assert answer.status_code == 422
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [(pointer, code)]
    assert await history(world, scene) == []


async def test_what_a_whole_school_reaches_is_reported_by_the_school_and_never_by_a_partner(world: World) -> None:
    scene = await a_scene(world, population="whole_school", baseline_population="whole_school")
    body = {"school_id": str(scene.schools[0]), "as_of_on": DAY, "value": 93.5}
    paid = await scene.coordinator(employer=scene.partner)
    for person in (await scene.partner_admin(), paid):
        refused = await person.http.post(f"{scene.path}/results", json=body)
        assert refused.status_code == 422
        fault = refused.json()["errors"][0]
        assert (fault["code"], fault["detail"]) == (
            "whole_school_is_context", "What a whole school reaches is context; the school or the district reports it.",
        )  # fmt: skip
    marisol = await scene.leader()
    made = await marisol.http.post(f"{scene.path}/results", json=body)
    assert (made.status_code, made.json()["figure"]["words"]) == (201, "93.5%")


async def test_results_are_kept_only_while_the_target_is_open(world: World) -> None:
    for status in ("draft", "proposed", "agreed", "closed", "revised", "withdrawn"):
        scene = await a_scene(world, status=status)
        tomas = await scene.partner_admin()
        refused = await tomas.http.post(
            f"{scene.path}/results", json={**row(scene.schools[0], 71, 96), "as_of_on": DAY}
        )
        assert (refused.status_code, refused.json()["type"]) == (409, "urn:alongside:problem:target-takes-no-results")


async def test_the_list_says_to_which_targets_its_reader_may_add(world: World) -> None:
    scene = await a_scene(world)

    async def may(person: Person) -> bool:
        return bool((await person.http.get("/api/v1/targets")).json()["items"][0]["may_enter"])

    assert await may(await scene.partner_staff())
    assert await may(await scene.leader())
    assert not await may(await world.person(Role.LEGAL_REVIEWER))
    waiting = await a_scene(world, status="agreed")
    assert not await may(await waiting.partner_staff())


async def test_who_has_nothing_to_report_is_told_so(world: World) -> None:
    scene = await a_scene(world)
    body = {**row(scene.schools[0], 71, 96), "as_of_on": DAY}
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await office.http.post(f"{scene.path}/results", json=body)).json()["missing_scope"] == "results:write"
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    assert (await rival.http.post(f"{scene.path}/results", json=body)).status_code == 404
    warehouse = await world.machine(Scope.RESULTS_WRITE, Scope.TARGETS_READ)
    made = await warehouse.post(f"{scene.path}/results", json=body)
    assert (made.status_code, made.json()["source"], made.json()["entered_by"]) == (201, "api", None)


async def test_a_grid_keeps_the_good_rows_and_names_what_is_wrong_with_the_others(world: World) -> None:
    scene = await a_scene(world, schools=5)
    leaver = await scene.leader(4)
    await leaver.http.post(f"{scene.path}/schools/{scene.schools[4]}/opt-out", json={"reason": "Moved"})
    tomas = await scene.partner_admin()
    schools = scene.schools
    found = await put(
        tomas.http,
        scene,
        [
            row(schools[0], 20, 30),
            row(schools[1], 31, 30),
            {"school_id": str(schools[2])},
            row(new_id(), 5, 9),
            row(schools[4], 5, 9),
            row(schools[0], 21, 30),
            row(schools[3], 12, 24),
        ],
    )
    assert outcomes(found) == [
        ("created", []),
        ("refused", [("/rows/1/numerator", "exceeds_denominator")]),
        ("refused", [("/rows/2/value", "value_or_counts")]),
        ("refused", [("/rows/3/school_id", "not_covered")]),
        ("refused", [("/rows/4/school_id", "school_not_agreed")]),
        ("refused", [("/rows/5/school_id", "school_twice")]),
        ("created", []),
    ]
    assert (found["created"], found["refused"]) == (2, 5)
    assert await history(world, scene) == [("submitted", 20), ("submitted", 12)]


async def test_a_grid_sent_again_changes_nothing_and_a_correction_keeps_what_was_there(world: World) -> None:
    scene = await a_scene(world, schools=2)
    tomas = await scene.partner_admin()
    rows = [row(scene.schools[0], 20, 30), row(scene.schools[1], 12, 24)]
    first = await put(tomas.http, scene, rows)
    again = await put(tomas.http, scene, rows)
    assert (again["unchanged"], again["created"]) == (2, 0)
    assert [each["result_id"] for each in again["rows"]] == [each["result_id"] for each in first["rows"]]
    assert len(await world.rows("select 1 from log where object_type = 'result'")) == 2
    rows[0]["numerator"] = 22
    corrected = await put(tomas.http, scene, rows)
    assert (corrected["corrected"], corrected["unchanged"]) == (1, 1)
    assert await history(world, scene) == [("superseded", 20), ("submitted", 12), ("submitted", 22)]
    listed = await tomas.http.get("/api/v1/results", params={"target": str(scene.target), "sort": "updated_at"})
    assert sorted((each["status"], each["figure"]["numerator"]) for each in listed.json()["items"]) == [
        ("submitted", 12), ("submitted", 22), ("superseded", 20),
    ]  # fmt: skip
    target = (await tomas.http.get(scene.path)).json()
    assert (target["progress"]["latest"]["numerator"], len(target["results"])) == (34, 2)
    told = await world.rows("select kind, changed from log where object_type = 'result' order by seq")
    assert [each["kind"] for each in told] == ["result.entered"] * 2 + ["result.superseded", "result.entered"]
    assert all(each["changed"].get(name) is None for each in told for name in ("value", "numerator", "denominator"))


async def test_a_grid_names_the_definition_it_was_drawn_from(world: World) -> None:
    scene = await a_scene(world, schools=2)
    tomas = await scene.partner_admin()
    body = {"as_of_on": DAY, "rows": [row(scene.schools[0], 20, 30)]}
    path = f"{scene.path}/results"
    assert (await tomas.http.put(path, json=body)).status_code == 428
    tag = {"If-Match": (await tomas.http.get(scene.path)).headers["etag"]}
    assert (await tomas.http.put(path, json=body, headers=tag)).status_code == 200
    assert (await tomas.http.put(path, json=body, headers=tag)).json()["unchanged"] == 1
    leaver = await scene.leader(1)
    await leaver.http.post(f"{scene.path}/schools/{scene.schools[1]}/opt-out", json={"reason": "Moved"})
    assert (await tomas.http.put(path, json=body, headers=tag)).status_code == 412


async def test_a_grid_whose_day_or_population_is_wrong_is_refused_as_a_whole(world: World) -> None:
    scene = await a_scene(world)
    tomas = await scene.partner_admin()
    for more, pointer in (({"as_of_on": "2020-06-16"}, "/as_of_on"), ({"population": "whole_school"}, "/population")):
        body = {"as_of_on": DAY, "rows": [row(scene.schools[0], 20, 30)], **more}
        answer = await tomas.http.put(f"{scene.path}/results", json=body, headers=ANY)
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == pointer
    assert await history(world, scene) == []


async def test_partner_staff_of_some_schools_report_only_for_those(world: World) -> None:
    scene = await a_scene(world, schools=2)
    limited = await scene.partner_staff(schools=[scene.schools[0]])
    found = await put(limited.http, scene, [row(scene.schools[0], 20, 30), row(scene.schools[1], 12, 24)])
    assert outcomes(found) == [("created", []), ("refused", [("/rows/1/school_id", "not_covered")])]
    shown = (await limited.http.get(scene.path)).json()["schools"]
    assert [(each["school"]["name"], each["may_enter"]) for each in shown] == [("School A", True)]


async def test_a_jump_is_asked_about_before_it_is_kept(world: World) -> None:
    scene = await a_scene(world, schools=2)
    tomas = await scene.partner_admin()
    await put(tomas.http, scene, [row(scene.schools[0], 20, 40), row(scene.schools[1], 20, 40)], as_of_on="2019-12-01")
    rows = [row(scene.schools[0], 36, 40), row(scene.schools[1], 22, 40)]
    asked = await put(tomas.http, scene, rows)
    assert [each["outcome"] for each in asked["rows"]] == ["needs_confirming", "created"]
    assert asked["rows"][0]["warnings"] == [
        {
            "pointer": "/rows/0/numerator",
            "code": "jump",
            "detail": "This is 80% above the last result, 50.0%.",
            "params": {"percent": "80", "way": "above", "last": "50.0%"},
        }
    ]
    assert asked["rows"][0]["result_id"] is None
    single = await tomas.http.post(f"{scene.path}/results", json={**rows[0], "as_of_on": DAY})
    assert (single.status_code, single.json()["type"]) == (409, "urn:alongside:problem:result-needs-confirming")
    assert single.json()["errors"][0]["code"] == "jump"
    sure = await put(tomas.http, scene, rows, confirm=True)
    assert [each["outcome"] for each in sure["rows"]] == ["created", "unchanged"]


async def test_the_school_checks_what_the_partner_reported(world: World) -> None:
    scene = await a_scene(world, schools=2)
    tomas, marisol = await scene.partner_admin(), await scene.leader(name="Marisol Diaz")
    await put(tomas.http, scene, [row(scene.schools[0], 20, 30), row(scene.schools[1], 12, 24)])
    target = (await marisol.http.get(scene.path)).json()
    assert [each["school"]["name"] for each in target["results"]] == ["School A"]
    result = target["results"][0]
    assert result["allowed_moves"] == [{"move": "verify", "needs": []}, {"move": "reject", "needs": []}]
    path = f"/api/v1/results/{result['id']}"
    assert (await tomas.http.post(f"{path}/verify")).json()["missing_scope"] == "results:verify"
    assert (await (await scene.leader(1)).http.post(f"{path}/verify")).status_code == 404
    paid = await scene.coordinator(employer=scene.partner)
    assert (await paid.http.post(f"{path}/verify")).status_code == 403
    verified = await marisol.http.post(f"{path}/verify", headers={"If-Match": '"1-0"'})
    assert (verified.json()["status"], verified.json()["verified_by"]) == ("verified", "Marisol Diaz")
    again = await marisol.http.post(f"{path}/verify")
    assert (again.status_code, [each["move"] for each in again.json()["allowed_moves"]]) == (409, ["reject"])
    stale = await marisol.http.post(f"{path}/reject", json={"reason": "Wrong term"}, headers={"If-Match": '"1-0"'})
    assert stale.status_code == 412
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    other = (await office.http.get(scene.path)).json()["results"]
    path = next(f"/api/v1/results/{each['id']}" for each in other if each["school"]["name"] == "School B")
    assert (await office.http.post(f"{path}/verify")).json()["status"] == "verified"
    assert not (await office.http.get(scene.path)).json()["progress"]["is_provisional"]


async def test_nobody_checks_what_they_entered_themselves(world: World) -> None:
    scene = await a_scene(world)
    marisol = await scene.leader()
    await put(marisol.http, scene, [row(scene.schools[0], 20, 30)])
    result = (await marisol.http.get(scene.path)).json()["results"][0]
    assert (result["is_partners"], result["allowed_moves"][0]) == (
        False, {"move": "verify", "needs": ["entered_by_you"]},
    )  # fmt: skip
    refused = await marisol.http.post(f"/api/v1/results/{result['id']}/verify")
    assert (refused.status_code, refused.json()["needs"]) == (409, ["entered_by_you"])
    other = await scene.coordinator()
    assert (await other.http.post(f"/api/v1/results/{result['id']}/verify")).status_code == 200


async def test_a_rejected_result_says_why_and_may_be_entered_again(world: World) -> None:
    scene = await a_scene(world)
    tomas, marisol = await scene.partner_admin(), await scene.leader()
    made = await put(tomas.http, scene, [row(scene.schools[0], 20, 30)])
    path = f"/api/v1/results/{made['rows'][0]['result_id']}"
    assert (await marisol.http.post(f"{path}/reject", json={"reason": " "})).status_code == 422
    rejected = await marisol.http.post(f"{path}/reject", json={"reason": "Two students left in fall"})
    assert (rejected.json()["status"], rejected.json()["status_reason"]) == ("rejected", "Two students left in fall")
    target = (await tomas.http.get(scene.path)).json()
    assert (target["progress"]["status"], target["results"][0]["status_reason"]) == (
        "no_data", "Two students left in fall",
    )  # fmt: skip
    again = await put(tomas.http, scene, [row(scene.schools[0], 20, 28)])
    assert again["created"] == 1
    assert await history(world, scene) == [("rejected", 20), ("submitted", 20)]


async def test_a_verified_result_stands_again_when_its_correction_is_rejected(world: World) -> None:
    scene = await a_scene(world)
    tomas, marisol = await scene.partner_admin(), await scene.leader()
    made = await put(tomas.http, scene, [row(scene.schools[0], 20, 30)])
    await marisol.http.post(f"/api/v1/results/{made['rows'][0]['result_id']}/verify")
    for part in (24, 25):
        corrected = await put(tomas.http, scene, [row(scene.schools[0], part, 30)])
    assert await history(world, scene) == [("superseded", 20), ("superseded", 24), ("submitted", 25)]
    path = f"/api/v1/results/{corrected['rows'][0]['result_id']}"
    assert (await marisol.http.post(f"{path}/reject", json={"reason": "The first was right"})).status_code == 200
    assert await history(world, scene) == [("verified", 20), ("superseded", 24), ("rejected", 25)]
    found = (await marisol.http.get(scene.path)).json()["progress"]
    assert (found["latest"]["numerator"], found["is_provisional"]) == (20, False)


async def test_results_of_a_closed_target_stay_as_they_are(world: World) -> None:
    scene = await a_scene(world, status="closed", period_ends_on=date(2020, 1, 20))
    result = await a_result(world, target=scene.target, school=scene.schools[0], of=(20, 30), as_of=date(2020, 1, 10))
    marisol = await scene.leader()
    for verb, body in (("verify", None), ("reject", {"reason": "Too late"})):
        refused = await marisol.http.post(f"/api/v1/results/{result}/{verb}", json=body)
        assert (refused.status_code, refused.json()["needs"]) == (409, ["takes_results"])


async def test_results_are_listed_by_school_and_state(world: World) -> None:
    scene = await a_scene(world, schools=2)
    for place, status in ((0, "verified"), (1, "submitted"), (1, "rejected")):
        await a_result(world, target=scene.target, school=scene.schools[place], of=(20, 30), status=status)
    office, marisol = await world.person(Role.PRIVACY_OFFICER), await scene.leader()

    async def states(http: httpx.AsyncClient, **query: str) -> list[str]:
        return sorted(each["status"] for each in (await http.get("/api/v1/results", params=query)).json()["items"])

    assert await states(office.http) == ["rejected", "submitted", "verified"]
    assert await states(office.http, school=str(scene.schools[1])) == ["rejected", "submitted"]
    assert await states(office.http, status="submitted") == ["submitted"]
    assert await states(office.http, target=str(new_id())) == []
    assert await states(marisol.http) == ["verified"]
    page = (await office.http.get("/api/v1/results", params={"limit": 2, "include_total": True})).json()
    assert (len(page["items"]), page["total"]["value"]) == (2, 3)
    assert len((await office.http.get(page["links"]["next"])).json()["items"]) == 1
