"""The catalogue, a school's numbers and the intake, over HTTP."""

from uuid import UUID

import pytest

from alongside.identity.scopes import Role, Scope
from tests.measures.factories import a_measure, an_observation
from tests.partners.factories import a_partner
from tests.schools.factories import a_school
from tests.world import World

PERIOD = "2018-2019"
SOURCE = "District dashboard"
RACES = {"black": 120, "hispanic": 45, "white": 7, "asian": 22}


async def put(http, key: str, *items: dict, source: str = SOURCE):  # type: ignore[no-untyped-def]
    return await http.put(f"/api/v1/measures/{key}/observations", json={"source": source, "items": list(items)})


def entry(group: str = "all", **values: object) -> dict[str, object]:
    return {"school_external_id": "local:609710", "period": PERIOD, "group": group, **values}


def count_entries(counts: dict[str, int] = RACES) -> list[dict[str, object]]:
    total = entry(value=sum(counts.values()))
    return [total, *(entry(f"race_ethnicity:{race}", value=count) for race, count in counts.items())]


async def a_counted_school(world: World, counts: dict[str, int] = RACES, **more: int) -> UUID:
    """A school whose students were counted by race, through the intake."""
    school = await a_school(world, identifiers={"local": "609710"})
    await a_measure(world, key="student_count", name="Students", unit="count", direction="none")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    entries = [*count_entries(counts), *(entry(group, value=count) for group, count in more.items())]
    answer = await put(office.http, "student_count", *entries)
    assert answer.status_code == 200, answer.text
    assert answer.json()["created"] == len(entries)
    return school


READS = ["/api/v1/measures", "/api/v1/schools/{school}/measures", "/api/v1/schools/{school}/students"]


@pytest.mark.parametrize("path", [*READS, "/api/v1/batches"])
async def test_nobody_in_particular_reads_nothing(world: World, path: str) -> None:
    school = await a_school(world)
    assert (await world.anonymous().get(path.format(school=school))).status_code == 401


async def test_nobody_in_particular_writes_nothing(world: World) -> None:
    assert (await put(world.anonymous(), "attendance_rate", entry(value=90))).status_code == 401


async def test_the_wrong_role_is_told_which_scope_is_missing(world: World) -> None:
    school = await a_school(world)
    front = await world.person(Role.FRONT_OFFICE, schools=[school])
    for path in READS:
        answer = await front.http.get(path.format(school=school))
        assert answer.status_code == 403
        assert answer.json()["missing_scope"] == "measures:read"
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])
    assert (await leader.http.get("/api/v1/batches")).status_code == 403
    assert (await put(leader.http, "attendance_rate", entry(value=90))).status_code == 403


async def test_a_stranger_finds_nothing(world: World) -> None:
    school = await a_counted_school(world)
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    assert (await stranger.http.get(f"/api/v1/schools/{school}/measures")).status_code == 404
    assert (await stranger.http.get(f"/api/v1/schools/{school}/students")).status_code == 404
    assert (await stranger.http.get("/api/v1/measures")).json() == {"items": []}
    assert (await stranger.http.get("/api/v1/batches")).json()["items"] == []
    assert (await put(stranger.http, "student_count", entry(value=90))).status_code == 404
    batch = (await world.rows("select id from observation_batch"))[0]["id"]
    assert (await stranger.http.get(f"/api/v1/batches/{batch}")).status_code == 404


async def test_a_school_s_measures_stand_beside_the_district_s_over_the_years(world: World) -> None:
    school = await a_school(world, name="Bright School")
    attendance = await a_measure(world, position=1)
    truancy = await a_measure(world, key="truancy", name="Truancy", direction="decrease", position=2)
    await a_measure(world, key="minor", name="Minor", is_headline=False)
    for period, value, district in (("2016-2017", 95, 93.4), ("2017-2018", 92.8, 92.8), (PERIOD, 91.2, 93.3)):
        await an_observation(world, measure=attendance, school=school, period=period, value=value)
        await an_observation(world, measure=attendance, school=None, period=period, value=district)
    await an_observation(world, measure=truancy, school=school, value_text="> 75%")
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[school])
    body = (await teacher.http.get(f"/api/v1/schools/{school}/measures")).json()
    assert body["school"] == {"id": str(school), "name": "Bright School"}
    assert body["periods"] == ["2016-2017", "2017-2018", PERIOD]
    first, second = body["items"]
    assert [value["value"] for value in first["values"]] == [95, 92.8, 91.2]
    assert [value["standing"] for value in first["values"]] == ["better", "same", "worse"]
    assert first["values"][2]["district"] == {"value": 93.3, "text": None, "source": SOURCE}
    assert second["measure"]["key"] == "truancy"
    assert second["values"][0] | {"period": "", "source": ""} == {
        "period": "", "value": None, "text": "> 75%", "suppressed": False, "reason": None, "numerator": None,
        "denominator": None, "district": None, "standing": None, "source": "", "as_of_on": None,
    }  # fmt: skip


async def test_all_measures_are_shown_when_asked(world: World) -> None:
    school = await a_school(world)
    minor = await a_measure(world, key="minor", name="Minor", is_headline=False)
    await an_observation(world, measure=minor, school=school, value=50)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    path = f"/api/v1/schools/{school}/measures"
    assert (await office.http.get(path)).json()["items"] == []
    assert len((await office.http.get(f"{path}?headline=false")).json()["items"]) == 1
    assert (await office.http.get(f"{path}?headlin=false")).status_code == 400


async def test_partners_never_see_what_is_not_for_partners(world: World) -> None:
    school = await a_school(world)
    for key, for_partners in (("attendance_rate", True), ("effective_leaders", False)):
        measure = await a_measure(world, key=key, name=key, is_for_partners=for_partners)
        await an_observation(world, measure=measure, school=school, value=50)
    partner = await a_partner(world)
    staff = await world.person(Role.PARTNER_STAFF, partner=partner)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[school])

    async def keys(person) -> tuple[list[str], list[str]]:  # type: ignore[no-untyped-def]
        listed = (await person.http.get("/api/v1/measures")).json()["items"]
        shown = (await person.http.get(f"/api/v1/schools/{school}/measures?headline=false")).json()["items"]
        return [item["key"] for item in listed], [item["measure"]["key"] for item in shown]

    assert await keys(staff) == (["attendance_rate"], ["attendance_rate"])
    both = ["attendance_rate", "effective_leaders"]
    assert await keys(leader) == (both, both)


async def test_small_groups_are_hidden_with_what_would_tell_them(world: World) -> None:
    school = await a_counted_school(world, low_income=190, english_learners=0, special_education=31)
    office = await world.person(Role.DISTRICT_ADMIN)
    body = (await office.http.get(f"/api/v1/schools/{school}/students")).json()
    assert body["total"] == {"value": 194, "suppressed": False, "reason": None}
    assert body["period"] == PERIOD
    assert body["min_n"] == 10
    (dimension,) = body["dimensions"]
    assert dimension["key"] == "race_ethnicity"
    groups = {group.pop("key"): group for group in dimension["groups"]}
    assert groups == {
        "black": {"value": 120, "suppressed": False, "reason": None, "share": 61.9},
        "hispanic": {"value": 45, "suppressed": False, "reason": None, "share": 23.2},
        "white": {"value": None, "suppressed": True, "reason": "small_n", "share": None},
        "asian": {"value": None, "suppressed": True, "reason": "complementary", "share": None},
    }
    singles = {group.pop("key"): group for group in body["groups"]}
    assert singles["low_income"] == {"value": None, "suppressed": True, "reason": "complementary", "share": None}
    assert singles["english_learners"] == {"value": 0, "suppressed": False, "reason": None, "share": 0}
    assert singles["special_education"]["value"] == 31


async def test_leaders_and_coordinators_see_their_own_school_whole_and_no_other(world: World) -> None:
    school = await a_counted_school(world)
    elsewhere = await a_school(world, name="Elsewhere")
    partner = await a_partner(world)

    async def hidden(person) -> int:  # type: ignore[no-untyped-def]
        body = (await person.http.get(f"/api/v1/schools/{school}/students")).json()
        return sum(group["suppressed"] for group in body["dimensions"][0]["groups"])

    assert await hidden(await world.person(Role.SCHOOL_LEADER, schools=[school])) == 0
    assert await hidden(await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[elsewhere, school])) == 0
    assert await hidden(await world.person(Role.SCHOOL_LEADER, schools=[elsewhere])) == 2
    assert await hidden(await world.person(Role.SCHOOL_STAFF, schools=[school])) == 2
    assert await hidden(await world.person(Role.PARTNER_ADMIN, partner=partner)) == 2
    paid = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school], employer=partner)
    assert await hidden(paid) == 2


async def test_a_school_without_counts_says_so(world: World) -> None:
    school = await a_school(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    body = (await office.http.get(f"/api/v1/schools/{school}/students")).json()
    assert (body["period"], body["total"], body["dimensions"], body["groups"]) == (None, None, [], [])


async def test_the_latest_period_is_shown_unless_another_is_named(world: World) -> None:
    school = await a_counted_school(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    earlier = {**entry(value=300), "period": "2017-2018"}
    await put(office.http, "student_count", earlier)
    path = f"/api/v1/schools/{school}/students"
    assert (await office.http.get(path)).json()["total"]["value"] == 194
    named = (await office.http.get(f"{path}?period=2017-2018")).json()
    assert (named["total"]["value"], named["periods"]) == (300, ["2017-2018", PERIOD])
    assert (await office.http.get(f"{path}?period=2017-2019")).status_code == 400


async def test_a_rate_that_would_tell_a_hidden_count_is_hidden_as_well(world: World) -> None:
    school = await a_counted_school(world)
    await a_measure(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await put(
        office.http,
        "attendance_rate",
        entry(numerator=180, denominator=194),
        entry("race_ethnicity:asian", numerator=20, denominator=22),
        entry("race_ethnicity:white", value=85.7),
    )
    rows = await world.rows(
        "select g.group_key, g.value, g.denominator, g.hidden from observation_guarded g join measure m "
        "on m.id = g.measure_id and m.key = 'attendance_rate' order by 1"
    )
    assert [tuple(row) for row in rows] == [
        ("all", rows[0]["value"], 194, None),
        ("race_ethnicity:asian", None, None, "complementary"),
        ("race_ethnicity:white", None, None, "small_n"),
    ]
    assert float(rows[0]["value"]) == 92.7835
    shown = (await office.http.get(f"/api/v1/schools/{school}/measures")).json()["items"][0]["values"][0]
    assert (shown["value"], shown["numerator"], shown["denominator"]) == (92.7835, 180, 194)


async def test_the_same_batch_again_changes_and_records_nothing(world: World) -> None:
    await a_counted_school(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    before = await world.rows("select count(*) from log")
    again = (await put(office.http, "student_count", *count_entries())).json()
    assert again == {"batch_id": None, "created": 0, "updated": 0, "unchanged": 5}
    assert await world.rows("select count(*) from log") == before
    changed = (await put(office.http, "student_count", entry("race_ethnicity:white", value=11))).json()
    assert (changed["created"], changed["updated"], changed["unchanged"]) == (0, 1, 0)
    rows = await world.rows("select version, hidden from observation where group_key = 'race_ethnicity:white'")
    assert [tuple(row) for row in rows] == [(2, None)]
    assert await world.rows("select 1 from observation where hidden is not null") == []
    told = await world.rows("select changed from log where object_id = $1", UUID(changed["batch_id"]))
    assert told[0]["changed"]["updated"] == [None, 1]
    batch = (await office.http.get(f"/api/v1/batches/{changed['batch_id']}")).json()
    assert (batch["kind"], batch["source"], batch["updated_count"]) == ("entry", SOURCE, 1)
    listed = (await office.http.get("/api/v1/batches?limit=1")).json()
    assert listed["items"] == [batch]
    oldest = (await office.http.get("/api/v1/batches?sort=created_at")).json()["items"]
    assert [item["id"] for item in oldest][-1] == batch["id"]
    following = (await office.http.get(listed["links"]["next"])).json()
    assert following["items"] == [oldest[0]]


async def test_another_source_stands_beside_the_first(world: World) -> None:
    school = await a_school(world, identifiers={"local": "609710"})
    await a_measure(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await put(office.http, "attendance_rate", entry(value=90))
    answer = await put(office.http, "attendance_rate", entry(value=91), source="Recount")
    assert answer.json()["created"] == 1
    shown = (await office.http.get(f"/api/v1/schools/{school}/measures")).json()["items"][0]["values"]
    assert [(value["value"], value["source"]) for value in shown] == [(91, "Recount")]


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"school_external_id": "local:1", "value": 9}, "/items/1/school_external_id", "unknown_school"),
        ({"value": -1}, "/items/1/value", "out_of_range"),
        ({"numerator": 3, "denominator": 2}, "/items/1/value", "numerator"),
        ({"numerator": 0, "denominator": 0}, "/items/1/value", "denominator"),
        ({"numerator": 3}, "/items/1", "denominator"),
        ({"value": 1, "text": "1"}, "/items/1", "one_value"),
        ({}, "/items/1", "one_value"),
        ({"value": 1, "period": "2018-2020"}, "/items/1/period", "school_year"),
        ({"value": 1, "group": "Race: Black"}, "/items/1/group", "string_pattern_mismatch"),
        ({"value": 1, "colour": "red"}, "/items/1/colour", "unknown_field"),
        ({"value": 1, "student_id": "4711"}, "/items/1", "student_level"),
        ({"value": 1, "Date of birth": "2010-01-01"}, "/items/1", "student_level"),
        ({"value": 1, "last_name": "Ruiz"}, "/items/1", "student_level"),
        ({"value": "1e400"}, "/items/1/value", "decimal_max_digits"),
    ],
)
async def test_a_wrong_entry_refuses_the_whole_batch_and_is_pointed_at(
    world: World, values: dict[str, object], field: str, code: str
) -> None:
    await a_school(world, identifiers={"local": "609710"})
    await a_measure(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await put(office.http, "attendance_rate", entry("low_income", value=90), {**entry(), **values})
    assert answer.status_code == 422
    assert (field, code) in [(error["pointer"], error["code"]) for error in answer.json()["errors"]]
    assert "4711" not in answer.text
    assert "Ruiz" not in answer.text
    assert await world.rows("select 1 from observation") == []


async def test_the_same_entry_twice_in_a_batch_is_refused(world: World) -> None:
    await a_school(world, identifiers={"local": "609710"})
    await a_measure(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await put(office.http, "attendance_rate", entry(value=90), entry(value=91))
    assert [error["code"] for error in answer.json()["errors"]] == ["duplicate"]


async def test_denominators_of_one_are_students_and_refused(world: World) -> None:
    await a_school(world, identifiers={"local": "609710"})
    await a_measure(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    ones = [entry(f"grade:g{grade}", numerator=1, denominator=1) for grade in range(3)]
    many = [entry(f"grade:h{grade}", numerator=20, denominator=30) for grade in range(3)]
    refused = await put(office.http, "attendance_rate", *ones, *many[:2])
    assert refused.status_code == 422
    assert refused.json()["type"].endswith("student-level-data")
    assert (await put(office.http, "attendance_rate", *ones, *many)).status_code == 200


async def test_a_batch_is_at_most_five_thousand_entries(world: World) -> None:
    await a_measure(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await put(office.http, "attendance_rate", *[entry(f"grade:g{n}", value=1) for n in range(5_001)])
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == "too_long"


async def test_an_unknown_measure_is_not_found(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await put(office.http, "nothing", entry(value=1))).status_code == 404


async def test_a_machine_writes_for_its_own_schools_only(world: World) -> None:
    own = await a_school(world, identifiers={"local": "609710"})
    await a_school(world, name="Elsewhere", identifiers={"local": "609711"})
    await a_measure(world)
    machine = await world.machine(Scope.MEASURES_WRITE, schools=[own])
    assert (await put(machine, "attendance_rate", entry(value=90))).status_code == 200
    answer = await put(machine, "attendance_rate", {**entry(value=90), "school_external_id": "local:609711"})
    assert [error["code"] for error in answer.json()["errors"]] == ["unknown_school"]
