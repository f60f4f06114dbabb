"""Progress and rating as people read them: the tables of domain rules E4 and E5 through the API."""

from datetime import date
from typing import Any

import pytest

from alongside.identity.scopes import Role
from tests.targets.factories import Scene, a_result, a_scene
from tests.world import World

KEPT = {"target_method": "maintain_baseline", "target_input": None, "baseline_value": 90, "target_value": 90}
LESS = {"direction": "decrease", "baseline_value": 28, "target_input": 20}
NO_BASELINE = {"baseline_value": None, "baseline_population": None}
COUNT = {
    "unit": "count", "aggregation": "cumulative", "kind": "how_much", "baseline_value": 0, "target_input": 200,
}  # fmt: skip
CEILING = {**COUNT, **NO_BASELINE, "kind": "better_off", "direction": "decrease", "target_input": 40}


async def read(world: World, scene: Scene, **query: Any) -> dict[str, Any]:
    office = await world.person(Role.LEGAL_REVIEWER)
    answer = await office.http.get(scene.path, params=query)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


@pytest.mark.parametrize(
    ("terms", "reported", "status", "percent", "bar", "met"),
    [
        ({}, {"numerator": 66, "denominator": 100}, "in_progress", 50.0, 50.0, False),
        (LESS, {"numerator": 25, "denominator": 100}, "in_progress", 37.5, 37.5, False),
        (LESS, {"numerator": 30, "denominator": 100}, "moving_away", -25.0, 0.0, False),
        ({}, {"numerator": 73, "denominator": 100}, "met", 137.5, 100.0, True),
        (KEPT, {"numerator": 91, "denominator": 100}, "met", None, None, True),
        (NO_BASELINE, {"numerator": 66, "denominator": 100}, "no_baseline", None, None, False),
        ({}, None, "no_data", None, None, None),
        ({"target_input": None}, {"numerator": 66, "denominator": 100}, "informational", None, None, None),
        (COUNT, {"value": 90}, "in_progress", 45.0, 45.0, False),
        (CEILING, {"value": 12}, "within_limit", None, 30.0, False),
        (CEILING, {"value": 41}, "missed", None, 100.0, False),
    ],
)
async def test_every_row_of_the_progress_table_is_read_as_it_was_reported(
    world: World,
    terms: dict[str, Any],
    reported: dict[str, Any] | None,
    status: str,
    percent: float | None,
    bar: float | None,
    met: bool | None,
) -> None:
    scene = await a_scene(world, **terms)
    if reported is not None:
        tomas = await scene.partner_admin()
        place = {"school_id": str(scene.schools[0]), "as_of_on": "2020-01-24"}
        answer = await tomas.http.post(f"{scene.path}/results", json={**place, **reported})
        assert answer.status_code == 201, answer.text
    found = (await read(world, scene))["progress"]
    assert (found["status"], found["percent"], found["bar"], found["is_met"]) == (status, percent, bar, met)
    assert not found["suppressed"]
    if status == "informational":
        assert found["change"] == 4
    if status == "moving_away":
        assert "moving away from the target, 20.0% by" in found["finding"]
    if status == "within_limit":
        assert found["allowance_used"] == 30.0
        after = (await read(world, scene, effective_on="2020-06-16"))["progress"]
        assert (after["status"], after["rating"]) == ("met", "met")
    if status == "missed":
        assert found["rating"] == "not_met"


@pytest.mark.parametrize(
    ("part", "day", "rating"),
    [
        (660, None, "on_track"),
        (650, None, "at_risk"),
        (644, None, "off_track"),
        (610, None, "off_track"),
        (700, None, "on_track"),
        (660, "2020-01-31", "on_track"),
        (650, "2020-01-31", "at_risk"),
        (644, "2020-01-31", "off_track"),
        (660, "2019-10-13", "too_early"),
        (660, "2019-10-14", "on_track"),
        (690, "2020-06-15", "at_risk"),
        (690, "2020-06-16", "not_met"),
        (700, "2020-06-16", "met"),
    ],
)
async def test_a_target_is_rated_by_how_much_of_its_period_has_passed(
    world: World, part: int, day: str | None, rating: str
) -> None:
    scene = await a_scene(world)
    await a_result(world, target=scene.target, school=scene.schools[0], of=(part, 1000), as_of=date(2019, 10, 10))
    found = await read(world, scene, **({} if day is None else {"effective_on": day}))
    assert found["progress"]["rating"] == rating


async def test_what_had_not_been_measured_by_a_day_is_not_known_on_it(world: World) -> None:
    scene = await a_scene(world)
    for day, part in ((date(2019, 10, 31), 64), (date(2019, 12, 20), 66)):
        await a_result(world, target=scene.target, school=scene.schools[0], of=(part, 100), as_of=day)
    then = await read(world, scene, effective_on="2019-11-30")
    assert (then["progress"]["latest"]["numerator"], len(then["results"])) == (64, 1)
    before = await read(world, scene, effective_on="2019-10-30")
    assert (before["progress"]["rating"], before["progress"]["finding"]) == (
        "no_data",
        "Reading on grade level: no result yet. The target is 70.0% by June 15, 2020.",
    )
    office = await world.person(Role.LEGAL_REVIEWER)
    listed = (await office.http.get("/api/v1/targets", params={"effective_on": "2019-11-30"})).json()["items"]
    assert listed[0]["progress"]["latest"]["numerator"] == 64


@pytest.mark.parametrize(
    ("values", "milestones", "reported", "day", "rating", "overdue"),
    [
        ({"pace": "end_only"}, [], None, None, "awaiting_data", False),
        ({"pace": "milestone"}, [(date(2020, 1, 15), 66)], (66, 100), None, "on_track", False),
        ({"pace": "milestone"}, [(date(2020, 1, 15), 66)], (63, 100), None, "off_track", False),
        ({"pace": "milestone"}, [(date(2020, 3, 15), 66)], (63, 100), None, "too_early", False),
        ({"reporting_interval_days": 60}, [], (66, 100), "2020-02-27", "at_risk", False),
        ({"reporting_interval_days": 60}, [], (66, 100), "2020-02-28", "at_risk", True),
        ({"population": "whole_school", "baseline_population": "whole_school"}, [], (66, 100), None, "context", False),
    ],
)
async def test_pace_overdue_reports_and_context_have_their_own_words(
    world: World,
    values: dict[str, Any],
    milestones: list[tuple[date, float]],
    reported: tuple[int, int] | None,
    day: str | None,
    rating: str,
    overdue: bool,
) -> None:
    scene = await a_scene(world, milestones=milestones, **values)
    if reported is not None:
        await a_result(
            world, target=scene.target, school=scene.schools[0], of=reported, as_of=date(2019, 12, 15),
            population=values.get("population", "students_served"),
        )  # fmt: skip
    found = (await read(world, scene, **({} if day is None else {"effective_on": day})))["progress"]
    assert (found["rating"], found["data_overdue"]) == (rating, overdue)


async def test_the_next_result_is_due_an_interval_after_the_last_while_the_target_is_open(world: World) -> None:
    scene = await a_scene(world, reporting_interval_days=60)
    await a_result(world, target=scene.target, school=scene.schools[0], of=(66, 100), as_of=date(2019, 12, 15))
    assert (await read(world, scene))["progress"]["result_due_on"] == "2020-02-13"
    asked = await a_scene(world, reporting_interval_days=60, status="proposed")
    assert (await read(world, asked))["progress"]["result_due_on"] is None


async def test_schools_are_pooled_as_counts_and_the_finding_is_a_sentence(world: World) -> None:
    scene = await a_scene(world, schools=2)
    await a_result(world, target=scene.target, school=scene.schools[0], of=(20, 40), as_of=date(2019, 12, 1),
                   status="verified")  # fmt: skip
    await a_result(world, target=scene.target, school=scene.schools[0], of=(25, 40), as_of=date(2020, 1, 15),
                   status="verified")  # fmt: skip
    await a_result(world, target=scene.target, school=scene.schools[1], of=(46, 56), as_of=date(2020, 1, 15))
    found = await read(world, scene)
    latest = found["progress"]["latest"]
    assert (latest["numerator"], latest["denominator"], latest["words"]) == (71, 96, "74.0%")
    assert found["progress"]["finding"] == (
        "Reading on grade level: 71 of 96 students served (74.0%), up from 62.0%. The target of 70.0% is met. "
        "Not verified yet."
    )
    assert found["progress"]["is_provisional"]
    assert [(point["as_of_on"], point["figure"]["numerator"], point["schools"]) for point in found["series"]] == [
        ("2019-12-01", 20, 1), ("2020-01-15", 71, 2),
    ]  # fmt: skip
    assert [(each["latest"]["words"], each["is_verified"]) for each in found["schools"]] == [
        ("62.5%", True), ("82.1%", False),
    ]  # fmt: skip
    assert [(each["as_of_on"], each["school"]["name"]) for each in found["results"]] == [
        ("2020-01-15", "School B"), ("2020-01-15", "School A"), ("2019-12-01", "School A"),
    ]  # fmt: skip


async def test_a_share_just_short_of_the_target_is_never_rounded_up_to_it(world: World) -> None:
    scene = await a_scene(world)
    await a_result(world, target=scene.target, school=scene.schools[0], of=(2099, 3000))
    found = (await read(world, scene))["progress"]
    assert (found["latest"]["words"], found["percent_words"], found["is_met"]) == ("69.97%", "99.6%", False)


async def test_nobody_served_is_no_rate_and_no_zero(world: World) -> None:
    scene = await a_scene(world)
    await a_result(world, target=scene.target, school=scene.schools[0], of=(0, 0))
    found = (await read(world, scene))["progress"]
    assert (found["latest"]["value"], found["latest"]["denominator"], found["status"]) == (None, 0, "no_data")


async def test_results_of_a_school_that_left_no_longer_count(world: World) -> None:
    scene = await a_scene(world, schools=2)
    for place, part in enumerate((20, 35)):
        await a_result(world, target=scene.target, school=scene.schools[place], of=(part, 40))
    leaver = await scene.leader(1)
    out = await leaver.http.post(
        f"{scene.path}/schools/{scene.schools[1]}/opt-out", json={"reason": "The room is needed"}
    )
    assert out.json()["progress"]["latest"]["numerator"] == 20
    assert out.json()["results"] == []
