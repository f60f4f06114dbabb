"""Every way in which a file can be wrong gets a clear report, repeats no value, and writes nothing."""

import asyncio
from datetime import date
from typing import Any

import pytest

from alongside.integrations.imports import mapping as mappings
from alongside.integrations.imports.mapping import MappingRefused, read_measures_mapping, read_schools_mapping
from alongside.integrations.imports.reading import CsvFile, Limits
from alongside.integrations.imports.report import FileRefused, Findings
from tests.imports.factories import brought
from tests.measures.factories import a_measure
from tests.schools.factories import a_school
from tests.world import World

SCHOOLS = """
kind = "schools"
source = "Directory"
key = "id"
must = { year = "2019" }
[fields]
name = "name"
grades = "grades"
phone = "phone"
website = "site"
latitude = "lat"
is_title_one = "title"
status = { column = "status", words = { open = "active" } }
[students]
measure = "student_count"
period = "2018-2019"
total = "total"
groups = { low_income = "low" }
dimensions = { race_ethnicity = { black = "black", white = "white" } }
"""
HEADER = "id,name,grades,phone,site,lat,title,status,year,total,low,black,white"
ALDER = '1,Alder,"K,1,2",773 555 0100,https://alder.example.org,41.9,true,open,2019,100,50,60,40'
BIRCH = '2,Birch,"9,10",,,,,open,2019,80,,,'

MEASURES = """
kind = "measures"
source = "Report"
period = "2018-2019"
school = "id"
[values]
attendance = "attendance_rate"
"""


def of_schools(*rows: str, header: str = HEADER) -> str:
    return "\n".join((header, *rows)) + "\n"


@pytest.fixture
async def place(world: World) -> World:
    """A tenant with two measures and a school."""
    await a_measure(world, key="student_count", name="Students", unit="count", direction="none")
    await a_measure(world)
    await a_school(world, name="Cedar", identifiers={"local": "7"})
    return world


async def nothing_new(world: World) -> bool:
    schools = await world.rows("select name from school")
    seen = await world.rows(
        "select 1 from observation union all select 1 from observation_batch union all select 1 from log"
    )
    return [row["name"] for row in schools] == ["Cedar"] and not seen


async def test_a_right_file_is_loaded_with_its_students(place: World) -> None:
    report = await brought(place, "schools", of_schools(ALDER, BIRCH), SCHOOLS)
    assert (report.outcome, report.errors) == ("loaded", [])
    assert report.schools is not None
    assert report.observations is not None
    assert (report.schools.created, report.observations.created) == (2, 5)
    rows = await place.rows("select name, level, grades, phone, is_title_one, status from school order by name")
    assert [tuple(row) for row in rows] == [
        ("Alder", "elementary", ["K", "1", "2"], "773 555 0100", True, "active"),
        ("Birch", "high", ["9", "10"], None, None, "active"),
        ("Cedar", "k8", ["K", "1", "2", "3", "4", "5", "6", "7", "8"], None, None, "active"),
    ]


async def test_a_changed_school_keeps_what_the_file_does_not_name_and_is_recorded(place: World) -> None:
    await brought(place, "schools", of_schools(ALDER, BIRCH), SCHOOLS)
    await place.rows("update school set address = '1 Main St' where name = 'Alder'")
    renamed = ALDER.replace("773 555 0100", "773 555 0199")
    report = await brought(place, "schools", of_schools(renamed, BIRCH), SCHOOLS)
    assert report.schools is not None
    assert (report.schools.created, report.schools.updated, report.schools.unchanged) == (0, 1, 1)
    row = (await place.rows("select version, address, phone from school where name = 'Alder'"))[0]
    assert tuple(row) == (2, "1 Main St", "773 555 0199")
    told = await place.rows("select version, changed from log where kind = 'school.updated'")
    assert [tuple(row) for row in told] == [(2, {"phone": ["773 555 0100", "773 555 0199"]})]


FILES = {
    "empty": ("", "empty"),
    "header_only": (HEADER + "\n", "empty"),
    "missing_column": (of_schools(ALDER).replace("phone", "telephone", 1), "missing_column"),
    "utf_16": (of_schools(ALDER).encode("utf-16"), "encoding"),
    "latin_1": (of_schools(ALDER.replace("Alder", "École")).encode("latin-1"), "encoding"),
    "nul": (of_schools(ALDER.replace("Alder", "Al\0der")), "nul"),
    "broken_quote": (of_schools(ALDER.replace('"K,1,2"', '"K"1,2')), "not_csv"),
    "open_quote": (of_schools(ALDER.replace('"K,1,2"', '"K,1,2')), "not_csv"),
    "ten_megabytes_in_one_line": (of_schools(ALDER.replace("Alder", "A" * 10_000_000)), "line_too_long"),
    "too_large_a_cell": (of_schools(ALDER.replace("Alder", "A" * 200_000)), "not_csv"),
    "semicolons": (of_schools(ALDER).replace(",", ";"), "separator"),
    "tabs": (of_schools(ALDER).replace(",", "\t"), "separator"),
    "the_same_column_twice": (of_schools(ALDER + ",9", header=HEADER + ",name"), "duplicate_column"),
    "a_formula_for_a_column": (of_schools(ALDER + ",9", header=HEADER + ",=1+1"), "formula"),
    "student_ids": (of_schools(ALDER + ",4711", header=HEADER + ",Student ID"), "student_level"),
    "birth_dates": (of_schools(ALDER + ",2010-01-01", header=HEADER + ",Date of birth"), "student_level"),
    "people_s_names": (of_schools(ALDER + ",Ana,Ruiz", header=HEADER + ",first_name,last_name"), "student_level"),
    "addresses_of_people": (of_schools(ALDER + ",a@b.org", header=HEADER + ",email"), "student_level"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("allow_partial", [False, True])
async def test_a_file_that_cannot_be_read_is_refused_whole(place: World, name: str, allow_partial: bool) -> None:
    content, code = FILES[name]
    report = await brought(place, "schools", content, SCHOOLS, allow_partial=allow_partial)
    assert (report.outcome, [error.code for error in report.errors]) == ("refused", [code])
    assert await nothing_new(place)


ROWS = {
    "no_name": (ALDER.replace("Alder", ""), "name", "required"),
    "no_key": ("," + ALDER.partition(",")[2], "id", "key"),
    "a_formula": (ALDER.replace("Alder", "=HYPERLINK(1)"), "name", "formula"),
    "an_at": (ALDER.replace("Alder", "@SUM(A1)"), "name", "formula"),
    "a_minus": (ALDER.replace("Alder", "-cmd|' /C calc'!A0"), "name", "formula"),
    "a_hidden_formula": (ALDER.replace("Alder", "  +cmd|x"), "name", "formula"),
    "a_full_width_formula": (ALDER.replace("Alder", "＝1+1"), "name", "formula"),
    "too_few_cells": (ALDER.rpartition(",")[0], None, "wrong_number_of_cells"),
    "a_grade_that_is_none": (ALDER.replace("K,1,2", "K,13"), "grades", "not_a_grade"),
    "a_script_for_a_website": (ALDER.replace("https://alder", "javascript:alder"), "site", "not_an_address"),
    "latitude_in_words": (ALDER.replace("41.9", "north"), "lat", "not_degrees"),
    "latitude_beyond_the_pole": (ALDER.replace("41.9", "91"), "lat", "not_degrees"),
    "maybe": (ALDER.replace("true", "maybe"), "title", "not_a_boolean"),
    "a_status_that_is_none": (ALDER.replace("open", "haunted"), "status", "not_a_choice"),
    "another_year": (ALDER.replace("2019", "2018"), "year", "unexpected"),
    "a_count_in_words": (ALDER.replace("100,50", "hundred,50"), "total", "not_a_number"),
    "a_count_with_a_half": (ALDER.replace("100,50", "100,50.5"), "low", "not_whole"),
    "a_negative_count": (ALDER.replace("100,50", "100,-5"), "low", "out_of_range"),
    "a_group_larger_than_all": (ALDER.replace("100,50", "100,500"), "low", "more_than_all"),
    "a_partition_larger_than_all": (ALDER.replace("60,40", "60,41"), None, "more_than_all"),
    "a_line_break_in_a_name": (ALDER.replace("Alder", '"Al\nder"'), "name", "unprintable"),
    "a_control_character": (ALDER.replace("Alder", "Al\x07der"), "name", "unprintable"),
    "too_long_a_name": (ALDER.replace("Alder", "A" * 201), "name", "too_long"),
    "a_national_number": (ALDER.replace("Alder", "123-45-6789"), None, "student_level"),
    "the_same_school_again": (BIRCH, "id", "duplicate"),
}


@pytest.mark.parametrize("name", ROWS)
async def test_a_wrong_row_is_reported_by_place_and_the_rest_waits_unless_allowed(place: World, name: str) -> None:
    row, column, code = ROWS[name]
    file = of_schools(BIRCH, row)
    refused = await brought(place, "schools", file, SCHOOLS)
    assert refused.outcome == "refused"
    assert (3, column, code) in [(error.row, error.column, error.code) for error in refused.errors]
    assert (refused.rows, refused.refused) == (2, 1)
    assert await nothing_new(place)
    text = refused.model_dump_json()
    for value in ("HYPERLINK", "cmd", "javascript", "haunted", "hundred", "maybe", "6789", "A" * 50):
        assert value not in text
    predicted = await brought(place, "schools", file, SCHOOLS, allow_partial=True, dry_run=True)
    assert await nothing_new(place)
    partial = await brought(place, "schools", file, SCHOOLS, allow_partial=True)
    assert partial.outcome == "loaded"
    assert partial.schools is not None
    assert partial.schools.created == 1
    assert {row["name"] for row in await place.rows("select name from school")} == {"Cedar", "Birch"}
    assert predicted.model_dump(exclude={"is_dry_run", "batch_ids"}) == partial.model_dump(
        exclude={"is_dry_run", "batch_ids"}
    )
    batch = await place.rows("select refused_count from observation_batch where kind = 'schools'")
    assert [row["refused_count"] for row in batch] == [1]


async def test_negative_numbers_and_telephone_numbers_are_no_formulas(place: World) -> None:
    row = ALDER.replace("41.9", "-41.9").replace("773 555 0100", "+1 (773) 555-0100")
    assert (await brought(place, "schools", of_schools(row), SCHOOLS)).errors == []


async def test_an_escaped_formula_comes_back_as_the_text_it_was(place: World) -> None:
    row = ALDER.replace("Alder", "'=Alder")
    assert (await brought(place, "schools", of_schools(row), SCHOOLS)).errors == []
    assert {row["name"] for row in await place.rows("select name from school")} == {"Cedar", "=Alder"}


async def test_a_byte_order_mark_and_other_line_ends_do_no_harm(place: World) -> None:
    content = b"\xef\xbb\xbf" + of_schools(ALDER, "", BIRCH).replace("\n", "\r\n").encode()
    report = await brought(place, "schools", content, SCHOOLS)
    assert (report.outcome, report.rows) == ("loaded", 2)


async def test_a_file_in_which_every_row_is_wrong_is_refused_even_in_part(place: World) -> None:
    report = await brought(place, "schools", of_schools(ALDER.replace("Alder", "")), SCHOOLS, allow_partial=True)
    assert report.outcome == "refused"
    assert await nothing_new(place)


async def test_students_need_a_count_in_the_catalogue(world: World) -> None:
    report = await brought(world, "schools", of_schools(ALDER), SCHOOLS)
    assert [error.code for error in report.errors] == ["unknown_measure"]


async def test_more_errors_than_a_person_reads_are_counted(place: World) -> None:
    rows = [f"{number},x" for number in range(1500)]
    report = await brought(place, "schools", of_schools(*rows), SCHOOLS)
    assert (len(report.errors), report.errors_not_shown, report.refused) == (1000, 500, 1500)


def _read(content: bytes, limits: Limits) -> list[tuple[int, list[str]]]:
    from io import BytesIO

    return list(CsvFile(BytesIO(content), limits).rows(Findings()))


@pytest.mark.parametrize(
    ("limits", "code"),
    [(Limits(rows=2), "too_many_rows"), (Limits(bytes=20), "too_large"), (Limits(columns=1), "too_many_columns")],
)
def test_a_file_has_its_limits(limits: Limits, code: str) -> None:
    with pytest.raises(FileRefused) as refused:
        _read(b"a,b\n1,2\n3,4\n5,6\n7,8\n9,10\n", limits)
    assert refused.value.error.code == code


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    rows = _read(b'a,b\n"1\n1",2\n\n3,4\n', Limits())
    assert [number for number, _ in rows] == [2, 4]


# ------------------------------------------------------------------ measures


async def test_values_come_in_as_published_and_schools_that_nobody_knows_are_refused(place: World) -> None:
    file = "id,attendance\n7,92.5\n8,93\n"
    refused = await brought(place, "measures", file, MEASURES)
    assert [(error.row, error.column, error.code) for error in refused.errors] == [(3, "id", "unknown_school")]
    assert await nothing_new(place)
    told = await brought(place, "measures", file, MEASURES.replace("[values]", 'unknown_schools = "report"\n[values]'))
    assert (told.outcome, told.refused) == ("loaded", 1)
    assert [error.code for error in told.errors] == ["unknown_school"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [("ninety", "not_a_number"), ("-5", "out_of_range"), ("=1", "formula"), ("1e5", "not_a_number")],
)
async def test_a_wrong_value_is_reported_by_row_and_column(place: World, cell: str, code: str) -> None:
    report = await brought(place, "measures", f"id,attendance\n7,{cell}\n", MEASURES)
    assert [(error.row, error.column, error.code) for error in report.errors] == [(2, "attendance", code)]
    assert await nothing_new(place)


async def test_an_unknown_measure_and_a_missing_column_are_refused(place: World) -> None:
    for mapping in (MEASURES.replace("attendance_rate", "nothing"), MEASURES.replace("attendance =", "presence =")):
        report = await brought(place, "measures", "id,attendance\n7,92.5\n", mapping)
        assert report.outcome == "refused"
        assert report.errors[0].code in ("unknown_measure", "missing_column")


async def test_a_school_twice_in_a_file_is_refused(place: World) -> None:
    report = await brought(place, "measures", "id,attendance\n7,92.5\n7,93\n", MEASURES)
    assert [(error.row, error.code) for error in report.errors] == [(3, "duplicate")]


async def test_the_district_s_value_is_the_same_in_every_row(place: World) -> None:
    mapping = MEASURES + '[district]\nall = "attendance_rate"\n'
    await a_school(place, name="Dogwood", identifiers={"local": "8"})
    differs = await brought(place, "measures", "id,attendance,all\n7,92.5,93\n8,91,94\n", mapping)
    assert [(error.row, error.code) for error in differs.errors] == [(3, "district_differs")]
    same = await brought(place, "measures", "id,attendance,all\n7,92.5,93\n8,91,\n", mapping)
    assert same.observations is not None
    assert same.observations.created == 3


EACH_ROW = """
kind = "measures"
source = "Warehouse"
school = "school"
missing = ["*"]
[each_row]
measure = "measure"
value = "value"
period = "year"
group = "group"
numerator = "num"
denominator = "den"
as_of_on = "day"
"""
LONG = "school,measure,year,group,value,num,den,day"


async def test_a_file_with_a_row_a_value_is_read_as_well(place: World) -> None:
    rows = (
        "7,attendance_rate,2018-2019,,92.5,,,2019-06-30",
        "7,attendance_rate,2017-2018,low_income,,90,120,",
        "7,student_count,2018-2019,,*,,,",
    )
    report = await brought(place, "measures", "\n".join((LONG, *rows)), EACH_ROW)
    assert (report.outcome, report.errors) == ("loaded", [])
    found = await place.rows(
        "select period, group_key, value::float, denominator, as_of_on::text from observation order by 1"
    )
    assert [tuple(row) for row in found] == [
        ("2017-2018", "low_income", 75.0, 120, None),
        ("2018-2019", "all", 92.5, None, "2019-06-30"),
    ]


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("7,nothing,2018-2019,,1,,,", "measure", "unknown_measure"),
        ("7,attendance_rate,2018-2020,,1,,,", "year", "period"),
        ("7,attendance_rate,,,1,,,", "year", "period"),
        ("7,attendance_rate,2018-2019,Low Income,1,,,", "group", "group"),
        ("7,attendance_rate,2018-2019,,1,,,30.06.2019", "day", "not_a_date"),
        ("7,attendance_rate,2018-2019,,1,,,2019-02-30", "day", "not_a_date"),
        ("7,attendance_rate,2018-2019,,1,,,0001-01-01", "day", "not_a_date"),
        ("7,attendance_rate,2018-2019,,,130,120,", "value", "numerator"),
        ("7,attendance_rate,2018-2019,,92,,,", "school", "duplicate"),
    ],
)
async def test_a_wrong_row_of_such_a_file_is_pointed_at(place: World, row: str, column: str, code: str) -> None:
    good = "7,attendance_rate,2018-2019,,91,,,"
    report = await brought(place, "measures", "\n".join((LONG, good, row)), EACH_ROW)
    assert [(error.row, error.column, error.code) for error in report.errors] == [(3, column, code)]
    assert await nothing_new(place)
    partial = await brought(place, "measures", "\n".join((LONG, good, row)), EACH_ROW, allow_partial=True)
    assert partial.observations is not None
    assert partial.observations.created == 1


async def test_denominators_of_one_are_students(place: World) -> None:
    rows = [f"7,attendance_rate,2018-2019,grade:g{n},,1,1," for n in range(3)]
    report = await brought(place, "measures", "\n".join((LONG, *rows)), EACH_ROW, allow_partial=True)
    assert [error.code for error in report.errors] == ["student_level"]
    assert await nothing_new(place)


@pytest.mark.parametrize(
    "mapping",
    [
        "kind = 'schools'", "not toml at all {", "{}", b"\xff\xfe", "kind = \"\\u0000\"", "a = 2020-02-30",
        "a = " + "[" * 100_000, "a = " + "9" * 5_000, "a." * 50_000 + "a = 1", "#" * (1024 * 1024), "{" + '"a":{' * 900,
        "colour = 'red'\n" + MEASURES, MEASURES.replace('period = "2018-2019"', ""),
        MEASURES.replace('attendance = "attendance_rate"', ""),
        MEASURES.replace("2018-2019", "2018-2020"),
        MEASURES + 'presence = "attendance_rate"',
        MEASURES + "[each_row]\nmeasure = 'm'\nvalue = 'v'",
        MEASURES + "[district]\na = 'attendance_rate'\nb = 'attendance_rate'",
    ],
)  # fmt: skip
def test_a_mapping_that_is_wrong_says_where(mapping: str | bytes) -> None:
    with pytest.raises(MappingRefused):
        read_measures_mapping(mapping if isinstance(mapping, bytes) else mapping.encode())


@pytest.mark.parametrize(
    "mapping",
    [
        SCHOOLS.replace("phone =", "colour ="),
        SCHOOLS.replace('name = "name"', ""),
        SCHOOLS.replace("low_income =", "all ="),
    ],
)
def test_a_mapping_of_schools_that_is_wrong_says_where(mapping: str) -> None:
    with pytest.raises(MappingRefused):
        read_schools_mapping(mapping.encode())


def test_a_mapping_may_begin_with_a_byte_order_mark() -> None:
    assert read_measures_mapping(b"\xef\xbb\xbf" + MEASURES.encode()).source == "Report"


def test_a_mapping_may_be_json_as_well() -> None:
    said = b'{"kind": "measures", "source": "R", "period": "2018-2019", "school": "id", "values": {"a": "rate"}}'
    assert mappings.read_measures_mapping(said).values == {"a": "rate"}


async def test_the_catalogue_is_compared_with_what_is_there(world: World) -> None:
    catalogue = (
        '[[measures]]\nkey = "a"\nname = "A"\nunit = "percent"\n[[measures]]\nkey = "b"\nname = "B"\nunit = "text"\n'
    )
    first = await brought(world, "catalogue", catalogue)
    assert first.measures is not None
    assert first.measures.created == 2
    predicted = await brought(world, "catalogue", catalogue.replace('"A"', '"Attendance"'), dry_run=True)
    changed = await brought(world, "catalogue", catalogue.replace('"A"', '"Attendance"'))
    assert changed.measures == predicted.measures
    assert changed.measures is not None
    assert (changed.measures.updated, changed.measures.unchanged) == (1, 1)
    told = await world.rows("select changed, version from log where kind = 'measure.changed'")
    assert [tuple(row) for row in told] == [({"name": ["A", "Attendance"]}, 2)]
    with pytest.raises(MappingRefused):
        await brought(world, "catalogue", catalogue.replace('"b"', '"a"'))


async def test_two_loads_of_the_same_file_at_once_write_it_once(place: World) -> None:
    file, mapping = of_schools(ALDER, BIRCH), SCHOOLS
    reports = await asyncio.gather(*(brought(place, "schools", file, mapping) for _ in range(2)))
    assert sorted(report.outcome for report in reports) == ["loaded", "unchanged"]
    assert len(await place.rows("select 1 from school")) == 3
    assert len(await place.rows("select 1 from observation")) == 5


CLOSINGS = """
kind = "schools"
source = "Directory"
key = "id"
[fields]
name = "name"
status = "status"
"""


async def test_a_school_told_to_be_closed_without_a_day_closed_on_the_day_of_the_import(world: World) -> None:
    async def told(rows: str, mapping: str = CLOSINGS) -> tuple[Any, ...]:
        report = await brought(world, "schools", rows, mapping)
        assert report.outcome in ("loaded", "unchanged"), report
        (row,) = await world.rows("select status, closed_on from school")
        return tuple(row)

    (now,) = await world.rows("select (now() at time zone 'America/Chicago')::date as today")
    today = now["today"]
    assert await told("id,name,status\n1,Alder,active\n") == ("active", None)
    assert await told("id,name,status\n1,Alder,closed\n") == ("closed", today)
    (kept,) = await world.rows("select status, closed_on from school_before")
    assert tuple(kept) == ("active", None), "until then it was open"
    await world.rows("update school set closed_on = '2019-06-14'")
    assert await told("id,name,status\n1,Alder,closed\n") == ("closed", date(2019, 6, 14)), "a day that is known stays"
    dated = CLOSINGS + 'closed_on = "closed"\n'
    assert await told("id,name,status,closed\n1,Alder,closed,2019-06-21\n", dated) == ("closed", date(2019, 6, 21))
    assert await told("id,name,status\n1,Alder,active\n") == ("active", None)
    assert await told("id,name,status,closed\n1,Alder,active,2999-06-30\n", dated) == ("closed", date(2999, 6, 30))
    assert await told("id,name,status\n1,Alder,active\n") == ("closed", date(2999, 6, 30)), "open still, as was said"
    report = await brought(world, "schools", "id,name,status,closed\n1,Alder,closed,June\n", dated)
    assert [(each.column, each.code) for each in report.errors] == [("closed", "not_a_day")]
