"""A school that was merged into another, as a file says it: by the other one's key, name or other name."""

from datetime import date
from typing import Any

import pytest

from alongside.integrations.imports.report import ImportReport
from tests.imports.factories import brought
from tests.schools.factories import an_alias
from tests.world import World

MAPPING = """
kind = "schools"
source = "Directory"
key = "id"
[fields]
name = "name"
status = "status"
closed_on = "closed"
successor = "into"
"""
HEAD = "id,name,status,closed,into\n"
PLAIN = 'kind = "schools"\nsource = "Directory"\nkey = "id"\n[fields]\nname = "name"\nstatus = "status"\n'
CLOSED = date(2019, 6, 14)


async def file(world: World, *rows: str, **how: Any) -> ImportReport:
    return await brought(world, "schools", HEAD + "\n".join(rows) + "\n", MAPPING, **how)


async def schools(world: World) -> dict[str, tuple[str, date | None, str | None]]:
    """Each school by name: what it is, since when it is closed, and into which it was merged."""
    rows = await world.rows(
        "select s.name, s.status, s.closed_on, heir.name as heir from school s "
        "left join school heir on heir.tenant_id = s.tenant_id and heir.id = s.successor_school_id "
        "where s.tenant_id = $1",
        world.tenant_id,
    )
    return {row["name"]: (row["status"], row["closed_on"], row["heir"]) for row in rows}


@pytest.mark.parametrize("said", ["2", "birch elem.", "Old Birch", "Birch"])
async def test_the_other_school_is_found_by_key_name_and_other_name(world: World, said: str) -> None:
    await file(world, "1,Alder School,active,,", "2,Birch Elementary School,active,,")
    (birch,) = await world.rows("select id from school where name like 'Birch%'")
    await an_alias(world, school=birch["id"], name="Old Birch")
    told = await file(world, f"1,Alder School,closed,2019-06-14,{said}")
    assert told.outcome == "loaded", told.errors
    assert (await schools(world))["Alder School"] == ("merged", CLOSED, "Birch Elementary School")
    again = await file(world, f"1,Alder School,closed,2019-06-14,{said}")
    assert again.outcome == "unchanged"
    (log,) = await world.rows("select changed from log where kind = 'school.updated'")
    assert "successor_school_id" in log["changed"]


async def test_the_other_school_may_come_with_the_same_file_in_any_order(world: World) -> None:
    told = await file(
        world, "1,Alder School,,2019-06-14,Cedar High School", "2,Birch School,merged,2019-06-14,3",
        "3,Cedar High School,,,",
    )  # fmt: skip
    assert told.outcome == "loaded", told.errors
    found = await schools(world)
    assert found["Alder School"] == found["Birch School"] == ("merged", CLOSED, "Cedar High School")
    assert found["Cedar High School"] == ("active", None, None)


async def test_a_closed_school_on_file_stays_merged_until_a_file_that_tells_successors_says_otherwise(
    world: World,
) -> None:
    await file(world, "1,Alder School,closed,2019-06-14,2", "2,Birch School,active,,")
    merged = ("merged", CLOSED, "Birch School")
    again = await brought(world, "schools", "id,name,status\n1,Alder School,closed\n", PLAIN)
    assert (again.outcome, (await schools(world))["Alder School"]) == ("unchanged", merged)
    await file(world, "1,Alder School,closed,2019-06-14,")
    assert (await schools(world))["Alder School"] == ("closed", CLOSED, None)
    await file(world, "1,Alder School,closed,2019-06-14,2")
    await brought(world, "schools", "id,name,status\n1,Alder School,active\n", PLAIN)
    assert (await schools(world))["Alder School"] == ("active", None, None), "open again, and merged into none"
    await file(world, "1,Alder School,active,2999-06-30,2")
    await file(world, "1,Alder School,active,,")
    assert (await schools(world))["Alder School"] == ("merged", date(2999, 6, 30), "Birch School"), "open until then"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1,Alder School,closed,2019-06-14,Nowhere", "unknown_school"),
        ("1,Alder School,closed,2019-06-14,Pine", "unknown_school"),
        ("1,Alder School,closed,2019-06-14,Alder", "same_school"),
        ("1,Alder School,closed,2019-06-14,1", "same_school"),
        ("1,Alder School,closed,2019-06-14,Dogwood", "school_closed"),
        ("1,Alder School,closed,2019-06-14,Elm", "school_closed"),
        ("1,Alder School,active,,2", "still_open"),
        ("1,Alder School,closed,2019-06-14,Bir\u0007ch", "unprintable"),
    ],
)
async def test_what_cannot_be_a_successor_is_refused_by_row(world: World, row: str, code: str) -> None:
    await file(
        world, "2,Birch School,active,,", "4,Dogwood School,closed,2019-01-07,", "6,Pine High School,active,,",
        "7,Pine Elementary School,active,,",
    )  # fmt: skip
    told = await file(world, "5,Elm School,closed,2019-06-14,", row)
    assert [(each.row, each.column, each.code) for each in told.errors] == [(3, "into", code)]
    assert told.outcome == "refused"
    assert "Alder School" not in await schools(world)
    assert "Elm School" not in await schools(world), "all or nothing"
    part = await file(world, "5,Elm School,closed,2019-06-14,", row, allow_partial=True)
    assert (part.outcome, part.refused) == ("loaded", 1)
    assert "Alder School" not in await schools(world)


async def test_a_school_merged_into_one_that_is_left_out_is_left_out_with_its_students(world: World) -> None:
    catalogue = '[[measures]]\nkey = "student_count"\nname = "Students"\nunit = "count"\ndirection = "none"\n'
    await brought(world, "catalogue", catalogue)
    students = '[students]\nmeasure = "student_count"\nperiod = "2018-2019"\ntotal = "all"\n'
    rows = (
        "id,name,status,closed,into,all\n"
        "1,Alder School,closed,2019-06-14,Birch School,120\n"
        "2,Birch School,closed,2019-09-30,Nowhere,130\n"
        "3,Cedar School,active,,,140\n"
    )
    told = await brought(world, "schools", rows, MAPPING + students, allow_partial=True)
    assert [(each.row, each.code) for each in told.errors] == [(2, "left_out"), (3, "unknown_school")]
    assert list(await schools(world)) == ["Cedar School"]
    assert told.observations is not None
    assert told.observations.created == 1
