"""The public records of 660 schools, brought with the importers that any district uses."""

import csv
from collections import Counter
from io import StringIO
from uuid import UUID

from alongside.identity.scopes import Role
from alongside.measures.queries import evidence_for
from tests.imports.factories import (
    PROGRESS,
    bring_catalogue,
    bring_profiles,
    bring_progress,
    chicago,
    shell,
)
from tests.world import World

MIN_N = 10


def rows_of(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(chicago(name).decode())))


async def counts_of_schools(world: World) -> dict[UUID, dict[str, tuple[int | None, str | None]]]:
    """Per school: each race's number and the reason it is hidden, as a stranger to the school sees them."""
    found: dict[UUID, dict[str, tuple[int | None, str | None]]] = {}
    for row in await world.rows(
        "select g.school_id, g.group_key, g.value::int as value, g.hidden from observation_guarded g "
        "join measure m on m.tenant_id = g.tenant_id and m.id = g.measure_id and m.key = 'student_count' "
        "where g.group_key = 'all' or g.group_key like 'race_ethnicity:%'"
    ):
        found.setdefault(row["school_id"], {})[row["group_key"]] = (row["value"], row["hidden"])
    return found


async def test_the_directory_and_its_students_come_in_whole_and_twice_changes_nothing(world: World) -> None:
    await bring_catalogue(world)
    predicted = await bring_profiles(world, dry_run=True)
    assert await world.rows("select 1 from school") == []
    assert await world.rows("select 1 from log where kind <> 'measure.defined'") == []
    done = await bring_profiles(world)
    assert done.model_dump(exclude={"is_dry_run", "batch_ids"}) == predicted.model_dump(
        exclude={"is_dry_run", "batch_ids"}
    )
    assert (done.outcome, done.rows, done.refused, done.errors) == ("loaded", 660, 0, [])
    assert (done.schools and done.schools.created, done.observations and done.observations.created) == (660, 9240)
    told = Counter(row["kind"] for row in await world.rows("select kind from log"))
    assert told == {"measure.defined": 31, "school.created": 660, "batch.loaded": 2}
    again = await bring_profiles(world)
    assert again.outcome == "unchanged"
    assert (again.schools and again.schools.unchanged, again.observations and again.observations.unchanged) == (
        660,
        9240,
    )
    assert again.batch_ids == []
    assert len(await world.rows("select 1 from log")) == 693


async def test_a_school_reads_as_it_was_published(world: World) -> None:
    await bring_catalogue(world)
    await bring_profiles(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    found = (await office.http.get("/api/v1/schools?external_id=local:609794")).json()["items"][0]
    school = (await office.http.get(f"/api/v1/schools/{found['id']}")).json()
    assert school | {"id": "", "updated_at": ""} == {
        "id": "", "version": 1, "closed_on": None, "name": "Thomas A Edison Regional Gifted Center ES",
        "legal_name": "Thomas A Edison Regional Gifted Center ES", "level": "k8", "category": "ES",
        "grades": ["K", "1", "2", "3", "4", "5", "6", "7", "8"], "address": "4929 N SAWYER AVE", "city": "Chicago",
        "state": "IL", "postal_code": "60625", "phone": "7735340540", "website": "http://www.edisongifted.com",
        "latitude": 41.971506, "longitude": -87.709304, "network": "Network 1",
        "school_hours": "7:45  AM - 2:45  PM", "after_school_hours": "3:00PM - 6:00PM", "languages_taught": ["French"],
        "is_title_one": False, "status": "active", "successor_school_id": None,
        "successor": None, "allowed_moves": [{"move": "close", "needs": []}],
        "identifiers": [{"system": "local", "value": "609794"}], "updated_at": "",
    }  # fmt: skip
    levels = Counter(row["level"] for row in await world.rows("select level from school"))
    assert levels == {"k8": 418, "high": 176, "elementary": 46, "middle": 13, "other": 7}
    without = await world.rows("select 1 from school where cardinality(languages_taught) = 0")
    assert len(without) == 382


async def test_no_group_of_any_of_the_660_schools_can_be_worked_out_by_subtraction(world: World) -> None:
    """SUP-01: in 117 schools exactly one race is small and the races sum to the total."""
    await bring_catalogue(world)
    await bring_profiles(world)
    truth = {row["School_ID"]: row for row in rows_of("school_profiles_2018-19.csv")}
    races = [name for name in next(iter(truth.values())) if name.startswith("Student_Count_")][4:]
    alone = [row for row in truth.values() if sum(0 < int(row[race]) < MIN_N for race in races) == 1]
    assert len(races) == 10
    assert len(alone) == 117
    counts = await counts_of_schools(world)
    keys = {
        row["school_id"]: row["value"] for row in await world.rows("select school_id, value from school_identifier")
    }
    assert len(counts) == 660
    audited = 0
    for school, groups in counts.items():
        total, total_hidden = groups.pop("all")
        told = truth[keys[school]]
        shown = [value for value, _ in groups.values() if value is not None]
        assert all(value == 0 or value >= MIN_N for value in shown), "a small group is shown"
        hidden = [reason for _, reason in groups.values() if reason is not None]
        if not hidden:
            assert total == int(told["Student_Count_Total"])
            continue
        audited += 1
        if total_hidden is not None:
            assert not any(shown)
            continue
        assert total is not None
        # an attacker knows the sum of what is hidden, that small_n is 1 to 9, and that complementary is at least
        # 10 and no larger than the smallest number still shown; with one equation the exact range of each hidden
        # number follows from the ranges of the others
        rest = total - sum(shown)
        top = min((value for value in shown if value >= MIN_N), default=total)
        ranges = [(1, MIN_N - 1) if reason == "small_n" else (MIN_N, top) for reason in hidden]
        for low, high in ranges:
            least = max(low, rest - (sum(other for _, other in ranges) - high))
            most = min(high, rest - (sum(other for other, _ in ranges) - low))
            assert least < most, keys[school]
    assert audited > 600


async def test_three_years_of_measures_come_in_as_published(world: World) -> None:
    await bring_catalogue(world)
    await bring_profiles(world)
    reports = {year: await bring_progress(world, year) for year in PROGRESS}
    assert [report.outcome for report in reports.values()] == ["loaded"] * 3
    assert [report.refused for report in reports.values()] == [4, 1, 3]
    assert {error.code for report in reports.values() for error in report.errors} == {"unknown_school"}
    assert [report.rows for report in reports.values()] == [661, 661, 654]
    assert [report.outcome for report in [await bring_progress(world, year) for year in PROGRESS]] == ["unchanged"] * 3

    ranges = await world.rows(
        "select o.value_text, count(*) as n from observation o join measure m on m.id = o.measure_id "
        "where m.key = 'parent_response_rate' and o.value_text is not null group by 1 order by 1"
    )
    unknown = {"609826", "400010", "610012", "609707", "610591", "610593", "610594", "400181"}
    published = Counter(
        row["School_Survey_Parent_Response_Rate_Pct"]
        for year in PROGRESS[1:]
        for row in rows_of(f"school_progress_{year}.csv")
        if row["School_ID"] not in unknown
    )
    assert {row["value_text"]: row["n"] for row in ranges} == {text: published[text] for text in ("< 30%", "> 75%")}
    assert not await world.rows("select 1 from observation where numerator is not null or denominator is not null")
    percents = await world.rows(
        "select o.value from observation o join measure m on m.id = o.measure_id join school_identifier i "
        "on i.school_id = o.school_id where m.key = 'parent_response_rate' and i.value = '609710'"
    )
    assert 41.0 in [float(row["value"] or 0) for row in percents]


async def test_the_second_year_of_a_file_is_taken_and_the_district_stands_beside_it(world: World) -> None:
    await bring_catalogue(world)
    await bring_profiles(world)
    for year in PROGRESS:
        await bring_progress(world, year)
    district = await world.rows(
        "select m.key, o.period, o.value::float as value from observation o join measure m on m.id = o.measure_id "
        "where o.school_id is null order by 1, 2"
    )
    values = {(row["key"], row["period"]): row["value"] for row in district}
    assert len(values) == 18
    assert [values["attendance_rate", period] for period in ("2016-2017", "2017-2018", "2018-2019")] == [
        93.4, 92.8, 93.3,
    ]  # fmt: skip
    assert values["one_year_dropout_rate", "2017-2018"] == 7.1
    assert values["freshmen_on_track_rate", "2018-2019"] == 89.4
    teacher = await world.person(Role.SCHOOL_STAFF)
    school = (await world.rows("select school_id from school_identifier where value = '609710'"))[0]["school_id"]
    body = (await teacher.http.get(f"/api/v1/schools/{school}/measures")).json()
    attendance = body["items"][0]
    assert attendance["measure"]["key"] == "attendance_rate"
    told = [(value["period"], value["value"], value["district"]["value"]) for value in attendance["values"]]
    year_2 = [
        float(row["Student_Attendance_Year_2_Pct"])
        for year in PROGRESS
        for row in rows_of(f"school_progress_{year}.csv")
        if row["School_ID"] == "609710"
    ]
    assert [value for _, value, _ in told] == year_2
    assert year_2[-1] == 83.2
    assert attendance["values"][-1]["standing"] == "worse"
    truancy = next(item for item in body["items"] if item["measure"]["key"] == "chronic_truancy_rate")
    assert [value["period"] for value in truancy["values"]] == ["2017-2018", "2018-2019"]
    assert truancy["values"][0]["district"] is None


async def test_evidence_is_the_latest_value_of_what_may_be_evidence(world: World) -> None:
    await bring_catalogue(world)
    await bring_profiles(world)
    for year in PROGRESS:
        await bring_progress(world, year)
    school = (await world.rows("select school_id from school_identifier where value = '609710'"))[0]["school_id"]
    rows = {row["key"]: row for row in await evidence_for(world.database.read(shell(world)), school)}
    assert {"attendance_rate", "freshmen_on_track_rate", "suspensions_per_100"} <= rows.keys()
    assert not {"survey_effective_leaders", "survey_collaborative_teachers", "teacher_response_rate", "growth_rating",
                "mobility_rate", "student_count"} & rows.keys()  # fmt: skip
    freshmen = rows["freshmen_on_track_rate"]
    assert (float(freshmen["value"]), float(freshmen["district_value"])) == (68.8, 89.4)
    assert (freshmen["period"], freshmen["direction"], freshmen["unit"]) == ("2018-2019", "increase", "percent")
    assert rows["suspensions_per_100"]["unit"] == "per_100_students"


async def test_a_partner_sees_no_survey_about_adults(world: World) -> None:
    await bring_catalogue(world)
    visible = {row["key"] for row in await world.rows("select key from measure where is_for_partners")}
    assert not {key for key in visible if "leaders" in key or "teachers" in key or "rating" in key or "response" in key}
    evidence = {row["key"] for row in await world.rows("select key from measure where may_be_evidence")}
    assert evidence <= visible
