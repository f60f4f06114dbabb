"""Lists of agreements and partners as files: the rows of the same question, safe to open, for who may see them."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from alongside.identity.scopes import Role, Scope
from tests.agreements.factories import an_agreement
from tests.partners.factories import a_partner, a_program
from tests.schools.factories import a_school
from tests.world import Person, World

KINDS = ["csv", "xlsx"]
LISTS = [("agreements", "agreements:read"), ("partners", "partners:read")]


async def rows_of(person: Person, name: str, kind: str, **query: Any) -> list[dict[str, Any]]:
    answer = await person.http.get(f"/api/v1/exports/{name}.{kind}", params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}.{kind}"'
    if kind == "csv":
        return list(csv.DictReader(StringIO(answer.text)))
    book = load_workbook(BytesIO(answer.content))
    heading, *rows = book.worksheets[0].iter_rows()
    assert not [cell for row in rows for cell in row if cell.data_type == "f"]
    return [{str(h.value): cell.value for h, cell in zip(heading, row, strict=True)} for row in rows]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("name", "scope"), LISTS)
async def test_who_may_have_the_file(world: World, name: str, scope: str, kind: str) -> None:
    path = f"/api/v1/exports/{name}.{kind}"
    await an_agreement(world)
    assert (await world.anonymous().get(path)).status_code == 401
    answer = await (await world.machine(Scope.ME)).get(path)
    assert (answer.status_code, answer.json()["missing_scope"]) == (403, scope)
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    assert await rows_of(stranger, name, kind) == []
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert len(await rows_of(office, name, kind)) == 1


async def test_there_is_no_file_of_another_kind(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await office.http.get("/api/v1/exports/agreements.pdf")).status_code in (400, 404)
    assert (await office.http.get("/api/v1/exports/agreements.csv", params={"limit": "5"})).status_code == 400


@pytest.mark.parametrize("kind", KINDS)
async def test_the_file_has_the_rows_of_the_list_in_its_order(world: World, kind: str) -> None:
    alder = await a_school(world)
    ours, theirs = await a_partner(world, name="Ours"), await a_partner(world, name="Theirs")
    for number in range(12):
        await an_agreement(
            world, title=f"A {number}", partner=(ours, theirs)[number % 2], schools=[alder] if number % 3 else [],
            ends_on=date(2020, 6, 1 + number), type=("mou", "moa")[number % 2],
        )  # fmt: skip
    people = (
        await world.person(Role.PARTNERSHIP_OFFICE),
        await world.person(Role.SCHOOL_LEADER, schools=[alder]),
        await world.person(Role.PARTNER_ADMIN, partner=ours),
    )
    for person in people:
        for query in ({"sort": "-ends_on"}, {"type": "moa", "sort": "ends_on"}, {"q": "A 1"}, {"ends_within": 130}):
            asked: dict[str, Any] = {**query, "limit": 500, "include_total": "true"}
            page = (await person.http.get("/api/v1/agreements", params=asked)).json()
            rows = await rows_of(person, "agreements", kind, **query)
            assert [row["id"] for row in rows] == [each["id"] for each in page["items"]]
            assert len(rows) == page["total"]["value"]
            for row, item in zip(rows, page["items"], strict=True):
                ends = row["ends_on"].date() if isinstance(row["ends_on"], datetime) else row["ends_on"]
                assert str(ends) == item["ends_on"]
                assert (row["stands"], int(row["schools_confirmed"])) == (
                    item["effective_status"], item["schools"]["confirmed"],
                )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
async def test_no_cell_is_a_formula(world: World, kind: str) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    partner = await a_partner(world, name='=HYPERLINK("https://example.org")', phone="+1 312 555 0100")
    await a_program(world, partner=partner, name="-2+3")
    await an_agreement(world, partner=partner, title="@SUM(A1)", number="=1+1")
    (row,) = await rows_of(office, "agreements", kind)
    assert (row["title"], row["number"]) == ("'@SUM(A1)", "'=1+1")
    assert row["partner"].startswith("'=HYPERLINK")
    (named,) = await rows_of(office, "partners", kind)
    assert (named["name"][0], named["phone"]) == ("'", "'+1 312 555 0100")


@pytest.mark.parametrize("kind", KINDS)
async def test_a_file_of_many_batches_is_whole(world: World, kind: str) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    partner = await a_partner(world)
    await world.rows(
        "insert into agreement (tenant_id, id, number, type, title, partner_id, starts_on, ends_on, status) "
        "select $1, gen_random_uuid(), 'N-' || n, 'mou', 'A ' || n, $2, '2019-07-01', '2020-06-30', 'draft' "
        "from generate_series(1, 2100) n",
        world.tenant_id, partner,
    )  # fmt: skip
    rows = await rows_of(office, "agreements", kind)
    assert len({row["number"] for row in rows}) == len(rows) == 2100
    page = await office.http.get("/api/v1/agreements", params={"limit": 1, "include_total": "true"})
    assert page.json()["total"] == {"value": 2100, "relation": "eq"}


@pytest.mark.parametrize("kind", KINDS)
async def test_a_partner_s_file_holds_no_more_than_their_directory(world: World, kind: str) -> None:
    ours = await a_partner(world, name="Ours", status="submitted")
    await a_partner(world, name="Hidden", status="submitted")
    await a_partner(world, name="Shown", status="approved")
    staff = await world.person(Role.PARTNER_STAFF, partner=ours)
    assert [row["name"] for row in await rows_of(staff, "partners", kind)] == ["Ours", "Shown"]
