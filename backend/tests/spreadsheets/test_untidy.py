"""An untidy list of 200 partners goes in with nothing lost, and the same list again changes nothing."""

from collections import Counter
from io import BytesIO
from time import monotonic

from openpyxl import load_workbook

from alongside.identity.scopes import Role
from alongside.integrations.spreadsheets.example import untidy_workbook
from tests.schools.factories import a_term
from tests.spreadsheets.factories import SCHOOLS, Desk, done, some_schools
from tests.world import World

TABLES = ("partner", "contact", "program", "agreement", "agreement_school", "agreement_program", "signature")


async def contents(world: World) -> dict[str, str]:
    held = {}
    for name in TABLES:
        rows = await world.rows(f"select md5(string_agg(x::text, '|' order by x::text)) as all from {name} x")
        held[name] = rows[0]["all"]
    return held


async def test_two_hundred_untidy_partners_are_in_with_nothing_lost(world: World) -> None:
    schools = await some_schools(world)
    for label in ("Tutoring", "Mentoring", "Attendance"):
        await a_term(world, code=label.lower(), label=label)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    content = untidy_workbook(SCHOOLS, 200)
    started = monotonic()
    desk = await Desk.bring(office.http, content, "Partners FINAL (2).xlsx")
    matched = desk.sheet["matching"]["sheets"]
    assert [sheet["is_used"] for sheet in matched] == [True, True, False]
    assert matched[0]["header_row"] == 4
    named = [column for column in matched[0]["columns"] if column]
    assert len(named) == 18, matched[0]["columns"]
    await desk.check()
    assert {name: (await world.rows(f"select count(*) as n from {name}"))[0]["n"] for name in TABLES[:4]} == {
        "partner": 0, "contact": 0, "program": 0, "agreement": 0,
    }  # fmt: skip
    # names misspelled by the list are told once, and are known from then on
    for unknown in desk.sheet["outcome"]["unknown_schools"]:
        right = next(name for name in SCHOOLS if name.replace("e", "ee", 1) == unknown["said"])
        assert str(schools[right]) in [each["id"] for each in unknown["proposals"]]
        alias = {"school_id": str(schools[right]), "name": unknown["said"]}
        done(await office.http.post("/api/v1/school-aliases", json=alias), 201)
    await desk.match(open_end="school_year")
    await desk.check()
    assert desk.sheet["outcome"]["unknown_schools"] == []
    assert desk.sheet["outcome"]["open_questions"] > 0
    refused = await office.http.post(f"{desk.url}/commit")
    assert (refused.status_code, refused.json()["needs"]) == (409, ["decisions"])
    second = [each for each in desk.sheet["outcome"]["questions"] if "name" in each["others"][0]["because"]]
    same = [
        {"question": each["key"], "other": each["others"][0]["key"], "decision": "same"}
        for each in second
        if each["name"].endswith(", Inc.") and "rr" in each["name"]
    ]
    assert same
    await desk.decide("different", *same)
    expected = desk.counts
    await desk.commit(world)
    taken = monotonic() - started
    assert desk.sheet["stage"] == "committed"
    assert desk.counts == expected
    assert taken < 120, taken

    kinds = desk.sheet["outcome"]["problem_kinds"]
    refused_kinds = Counter({each["code"]: each["rows"] for each in kinds if each["weight"] == "refused"})
    found = await desk.problems(weight="refused")
    assert refused_kinds == Counter(code for code, _, _ in {(e["code"], e["sheet"], e["number"]) for e in found})
    some = await desk.problems(weight="refused", code="date_order")
    assert len(some) == refused_kinds["date_order"] > 0
    assert {each["code"] for each in some} == {"date_order"}

    # every row of the file is written, or stands among what is wrong, or was blank
    outcomes = await world.rows("select sheet, number, outcome from spreadsheet_row")
    told = {(each["sheet"], each["number"]) for each in await desk.problems()}
    refusals = {(each["sheet"], each["number"]) for each in await desk.problems(weight="refused")}
    for row in outcomes:
        place = (row["sheet"], row["number"])
        is_header = row["number"] == (4 if row["sheet"] == 0 else 1)
        if row["sheet"] == 2 or is_header:
            assert row["outcome"] is None
        elif row["outcome"] in ("refused", "skipped"):
            assert place in told, place
            assert (row["outcome"] == "refused") is (place in refusals)
        else:
            assert row["outcome"] in ("new", "unchanged"), (place, row["outcome"])
            assert place not in refusals
    rows = Counter(row["outcome"] for row in outcomes if row["outcome"])
    assert dict(rows) == {name: count for name, count in expected["rows"].items() if count}
    stored = await world.rows("select count(*) as n from partner")
    assert stored[0]["n"] == expected["partners"]["new"]
    assert expected["partners"]["new"] >= 185
    assert expected["rows"]["refused"] < 40, Counter(each["code"] for each in await desk.problems(weight="refused"))
    for noun in ("contact", "program", "agreement"):
        stored = await world.rows(f"select count(*) as n from {noun}")
        assert stored[0]["n"] == expected[f"{noun}s"]["new"] > 100
    unknown_day = await world.rows(
        "select count(*) filter (where signed_elsewhere_on is null) as unknown, count(*) as every, "
        "bool_and(origin = 'recorded' and status = 'executed') as recorded from agreement"
    )
    assert unknown_day[0]["recorded"]
    assert 0 < unknown_day[0]["unknown"] < unknown_day[0]["every"]
    logged = await world.rows("select count(*) as n from log where kind = 'partner.registered'")
    assert logged[0]["n"] == expected["partners"]["new"]

    # the same again changes nothing, and asks nothing again
    before = await contents(world)
    again = await Desk.bring(office.http, content, "Partners FINAL (3).xlsx")
    assert again.sheet["is_remembered"]
    await again.check()
    assert again.sheet["outcome"]["open_questions"] == 0
    assert again.counts["rows"] == {
        "new": 0, "changed": 0, "unchanged": expected["rows"]["new"] + expected["rows"]["unchanged"],
        "refused": expected["rows"]["refused"], "skipped": expected["rows"]["skipped"],
    }  # fmt: skip
    await again.commit(world)
    assert await contents(world) == before

    # what was refused comes back as a file to mend
    answer = await office.http.get(f"{desk.url}/problems/xlsx")
    table = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert {row[1] for row in table[1:] if row[2] == "no" and row[0] == "Partners 19-20"} == {
        str(number) for sheet, number in refusals if sheet == 0
    }
    assert not any(str(cell).startswith("=") for row in table for cell in row if cell)
