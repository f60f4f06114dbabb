"""A spreadsheet over HTTP: who may, each step and refusal, what may be twice, and what is written."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from alongside.identity.scopes import Role, Scope
from tests.partners.factories import a_contact, a_partner, a_program
from tests.schools.factories import a_school
from tests.spreadsheets.factories import URL, Desk, a_spreadsheet, csv_of, done, send, some_schools
from tests.world import Person, World

HEADER = ("Partner", "EIN", "Contact", "Contact email", "Contact phone", "Program", "Schools", "Start", "End", "Signed")
HARBOR = ("Harbor Arts", "12-3456789", "Ana Ruiz", "ana@harbor.example.org", "555-201-0144", "Studio",
          "Alderbrook Elem.; Birch Hill", "7/1/2019", "6/30/2020", "6/15/2019")  # fmt: skip
BIRCH = ("Quince Mentors", "", "Kim Tran", "kim@quince.example.org", "", "Mentors", "all", "2019-2020", "2019-2020", "")


@pytest.fixture(name="office")
async def _office(world: World) -> Person:
    await some_schools(world)
    return await world.person(Role.PARTNERSHIP_OFFICE)


async def brought(office: Person, *rows: tuple[str, ...], **matching: Any) -> Desk:
    """A file that is checked."""
    desk = await Desk.bring(office.http, csv_of(HEADER, *rows))
    if matching:
        await desk.match(**matching)
    await desk.check()
    return desk


async def test_nobody_in_particular_brings_nothing(world: World) -> None:
    assert (await send(world.anonymous(), csv_of(HEADER))).status_code == 401


@pytest.mark.parametrize("role", [Role.SCHOOL_LEADER, Role.PARTNER_ADMIN, Role.LEGAL_REVIEWER])
async def test_the_wrong_role_brings_nothing(world: World, role: Role) -> None:
    partner = await a_partner(world) if role is Role.PARTNER_ADMIN else None
    schools = [await a_school(world)] if role is Role.SCHOOL_LEADER else []
    person = await world.person(role, partner=partner, schools=schools)
    answer = await send(person.http, csv_of(HEADER, HARBOR))
    assert (answer.status_code, answer.json()["missing_scope"]) == (403, "imports:write")


async def test_a_stranger_sees_nothing_of_it(world: World) -> None:
    spreadsheet = await a_spreadsheet(world)
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    assert (await stranger.http.get(f"{URL}/{spreadsheet}")).status_code == 404
    assert (await stranger.http.get(f"{URL}/{spreadsheet}/problems")).status_code == 404
    assert (await stranger.http.get(URL)).json()["items"] == []


async def test_a_machine_needs_what_the_writes_need_and_the_whole_district(world: World) -> None:
    school = await a_school(world)
    limited = await world.machine(Scope.IMPORTS_WRITE, schools=[school])
    assert (await send(limited, csv_of(HEADER, BIRCH))).status_code == 403
    desk = await Desk.bring(await world.machine(Scope.IMPORTS_WRITE), csv_of(HEADER, BIRCH))
    await desk.check()
    answer = await desk.http.post(f"{desk.url}/commit")
    assert (answer.status_code, answer.json()["missing_scope"]) == (403, "agreements:record")
    assert await world.rows("select 1 from partner") == []


async def test_partners_contacts_programs_and_agreements_go_in(world: World, office: Person) -> None:
    desk = await brought(office, HARBOR, BIRCH)
    assert desk.sheet["stage"] == "checked"
    assert desk.counts["partners"] == {"new": 2, "changed": 0, "unchanged": 0}
    assert await world.rows("select 1 from partner") == []
    await desk.commit()
    partners = await world.rows("select name, ein, org_type, status from partner order by name")
    assert [tuple(row) for row in partners] == [
        ("Harbor Arts", "12-3456789", "other", "prospective"),
        ("Quince Mentors", None, "other", "prospective"),
    ]
    contacts = await world.rows("select name, kind, email, phone from contact order by name")
    assert tuple(contacts[0]) == ("Ana Ruiz", "primary", "ana@harbor.example.org", "555-201-0144")
    agreements = await world.rows(
        "select a.title, a.origin, a.status, a.starts_on::text, a.ends_on::text, a.signed_elsewhere_on::text, "
        "a.is_district_wide, (select count(*) from agreement_school s where s.agreement_id = a.id "
        "and s.confirmation = 'confirmed') as schools from agreement a order by a.title"
    )
    assert [tuple(row) for row in agreements] == [
        ("MOU: Mentors", "recorded", "executed", "2019-07-01", "2020-06-30", None, True, 0),
        ("MOU: Studio", "recorded", "executed", "2019-07-01", "2020-06-30", "2019-06-15", False, 2),
    ]
    kinds = {row["kind"] for row in await world.rows("select kind from log")}
    assert {"partner.registered", "program.added", "agreement.recorded", "spreadsheet.committed"} <= kinds
    # committing again answers the same and writes nothing
    told = len(await world.rows("select 1 from log"))
    again = await desk.http.post(f"{desk.url}/commit")
    assert (again.status_code, again.json()["outcome"]) == (200, desk.sheet["outcome"])
    assert len(await world.rows("select 1 from log")) == told
    assert (await desk.http.post(f"{desk.url}/check")).status_code == 409


async def test_the_same_ein_is_the_same_organization_and_nothing_known_is_lost(world: World, office: Person) -> None:
    partner = await a_partner(world, name="Harbor Arts Collective", ein="12-3456789", mission="Art for all")
    await a_contact(world, partner=partner, name="ana ruiz", email="old@harbor.example.org", phone=None)
    await a_program(world, partner=partner, name="studio", capacity_students=20)
    desk = await brought(office, HARBOR)
    assert desk.counts["partners"]["unchanged"] == 1
    assert desk.counts["contacts"] == {"new": 0, "changed": 1, "unchanged": 0}
    assert desk.counts["programs"]["unchanged"] == 1
    assert (2, "kept", "note") in await desk.codes()
    await desk.commit()
    [row] = await world.rows("select email, phone from contact")
    assert tuple(row) == ("old@harbor.example.org", "555-201-0144")
    await brought(office, HARBOR, overwrites=True)
    desk = await brought(office, HARBOR, overwrites=True)
    await desk.commit()
    [row] = await world.rows("select email from contact")
    assert row["email"] == "ana@harbor.example.org"
    assert len(await world.rows("select 1 from agreement")) == 1


@pytest.mark.parametrize(
    ("known", "because"),
    [
        ({"name": "Harbour Arts"}, "name"),
        ({"name": "Something Else", "email": "info@harbor.example.org"}, "email_domain"),
        ({"name": "Something Else", "phone": "(555) 201-0144"}, "phone"),
    ],
)
async def test_what_may_be_the_same_is_asked_before_anything_is_written(
    world: World, office: Person, known: dict[str, str], because: str
) -> None:
    partner = await a_partner(world, **known)
    desk = await brought(office, ("Harbor Arts", "", *HARBOR[2:]))
    [question] = desk.sheet["outcome"]["questions"]
    [other] = question["others"]
    assert (other["partner_id"], because in other["because"]) == (str(partner), True)
    assert desk.sheet["allowed_moves"][-1] == {"move": "commit", "needs": ["decisions"]}
    assert (await desk.http.post(f"{desk.url}/commit")).status_code == 409
    await desk.decide(None, {"question": question["key"], "other": other["key"], "decision": "same"})
    assert desk.counts["partners"]["new"] == 0
    await desk.decide(None, {"question": question["key"], "other": other["key"], "decision": None})
    assert desk.sheet["outcome"]["open_questions"] == 1
    await desk.decide("different")
    assert desk.counts["partners"]["new"] == 1
    await desk.commit()
    assert len(await world.rows("select 1 from partner")) == 2
    nobody = {"decisions": [{"question": "name:x", "other": "name:y", "decision": "same"}], "rest": None}
    fresh = await brought(office, BIRCH)
    wrong = await fresh.http.put(f"{fresh.url}/decisions", json=nobody, headers={"If-Match": "*"})
    assert [error["pointer"] for error in wrong.json()["errors"]] == ["/decisions/0"]


async def test_rows_of_one_organization_become_one_and_near_ones_are_asked(world: World, office: Person) -> None:
    second = ("HARBOR ARTS, Inc.", "", "", "", "", "Choir", "", "", "", "")
    near = ("Harbor Artz", "", "", "", "", "Band", "", "", "", "")
    desk = await brought(office, HARBOR, second, near)
    [question] = desk.sheet["outcome"]["questions"]
    assert (question["rows"], question["others"][0]["detail"]) == ([4], "row 2")
    await desk.decide("same")
    assert desk.counts["partners"]["new"] == 1
    await desk.commit()
    assert [row["name"] for row in await world.rows("select name from program order by name")] == [
        "Band", "Choir", "Studio",
    ]  # fmt: skip


async def test_two_eins_for_one_name_are_two_and_a_row_without_one_is_asked_for_it(office: Person) -> None:
    other = ("Harbor Arts", "98-7654321", *HARBOR[2:])
    neither = ("Harbor Arts", "", "", "", "", "Choir", "", "", "", "")
    desk = await brought(office, HARBOR, other, neither)
    assert (4, "which_ein", "refused") in await desk.codes()
    assert desk.counts["partners"]["new"] == 2


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({0: ""}, "no_name"),
        ({0: "=cmd|1"}, "formula"),
        ({6: "Nowhere School"}, "unknown_school"),
        ({6: ""}, "no_school"),
        ({7: "", 8: "6/30/2020"}, "no_first_day"),
        ({8: ""}, "no_last_day"),
        ({8: "Present"}, "open_end"),
        ({8: "sometime"}, "day"),
        ({7: "6/30/2021"}, "date_order"),
        ({9: "6/15/2030"}, "signed_in_future"),
    ],
)
async def test_a_row_that_cannot_be_written_whole_is_refused_whole(
    world: World, office: Person, changes: dict[int, str], code: str
) -> None:
    row = tuple(changes.get(place, cell) for place, cell in enumerate(HARBOR))
    desk = await brought(office, row, BIRCH)
    assert (2, code, "refused") in await desk.codes()
    assert desk.counts["rows"]["refused"] == 1
    await desk.commit()
    assert [each["name"] for each in await world.rows("select name from partner")] == ["Quince Mentors"]


async def test_what_one_optional_cell_cannot_say_is_left_out_and_told(world: World, office: Person) -> None:
    row = ("Harbor Arts", "12-34", "Ana Ruiz", "ana at harbor", "call us", *HARBOR[5:])
    desk = await brought(office, row)
    assert [code for _, code, weight in await desk.codes() if weight == "note"][:3] == ["ein", "email", "phone"]
    await desk.commit()
    assert len(await world.rows("select 1 from contact")) == 1


async def test_an_open_end_may_be_the_school_year_s(world: World, office: Person) -> None:
    desk = await brought(office, (*HARBOR[:8], "Present", ""), open_end="school_year")
    await desk.commit()
    [row] = await world.rows("select ends_on::text from agreement")
    assert row["ends_on"] == "2020-06-30"


async def test_days_that_could_be_two_wait_for_a_word(office: Person) -> None:
    rows = [(*HARBOR[:7], "13/8/2019", "3/4/2020", ""), ("B", *HARBOR[1:7], "8/13/2019", "3/4/2020", "")]
    desk = await brought(office, *rows)
    assert desk.sheet["matching"]["day_order"] is None
    assert [code for _, code, weight in await desk.codes() if weight == "refused"] == ["ambiguous_day"] * 2
    await desk.match(day_order="dmy")
    await desk.check()
    assert desk.counts["rows"]["refused"] == 0


async def test_an_agreement_that_is_here_is_not_changed_by_a_file(world: World, office: Person) -> None:
    await (await brought(office, HARBOR)).commit()
    wider = (*HARBOR[:6], "Alderbrook Elem.; Cedar Grove", *HARBOR[7:])
    later = (*HARBOR[:7], "9/1/2019", "5/30/2020", "")
    desk = await brought(office, wider)
    assert (2, "overlaps", "refused") in await desk.codes()
    desk = await brought(office, later)
    assert (2, "overlaps", "refused") in await desk.codes()
    same = await brought(office, (*HARBOR[:6], "Birch Hill", *HARBOR[7:]))
    assert same.counts["agreements"] == {"new": 0, "changed": 0, "unchanged": 1}


async def test_two_rows_that_promise_the_same_twice_are_told(office: Person) -> None:
    desk = await brought(office, HARBOR, (*HARBOR[:7], "9/1/2019", "5/30/2020", ""))
    assert (3, "overlaps_row", "refused") in await desk.codes()


async def test_a_partner_that_is_inactive_or_one_s_own_employer_is_left_alone(world: World, office: Person) -> None:
    await a_partner(world, name="Harbor Arts", status="inactive")
    desk = await brought(office, HARBOR)
    assert (2, "partner_inactive", "refused") in await desk.codes()


async def test_one_row_for_each_school_is_one_agreement(world: World, office: Person) -> None:
    rows = [(*HARBOR[:6], school, *HARBOR[7:]) for school in ("Birch Hill", "Cedar Grove", "Dover HS")]
    desk = await brought(office, *rows)
    assert desk.counts["agreements"]["new"] == 1
    await desk.commit()
    assert len(await world.rows("select 1 from agreement_school")) == 3


async def test_a_commit_writes_what_was_checked_or_nothing(world: World, office: Person) -> None:
    desk = await brought(office, HARBOR)
    await a_partner(world, name="Somebody", ein="12-3456789")
    answer = await desk.http.post(f"{desk.url}/commit")
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (409, "spreadsheet-outdated")
    assert len(await world.rows("select 1 from partner")) == 1
    await desk.check()
    await desk.commit()
    assert await world.rows("select 1 from program") != []


async def test_a_refused_write_takes_the_whole_with_it(
    world: World, office: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted fault in the middle: nothing of the file stays."""
    from alongside.integrations.spreadsheets import write

    real, times = write.partners.add_program, []

    async def failing(*arguments: Any) -> Any:
        times.append(1)
        if len(times) == 2:
            raise RuntimeError("planted")
        return await real(*arguments)

    desk = await brought(office, HARBOR, BIRCH)
    monkeypatch.setattr(write.partners, "add_program", failing)
    assert (await desk.http.post(f"{desk.url}/commit")).status_code == 500
    assert len(times) == 2
    assert await world.rows("select 1 from partner") == []
    monkeypatch.undo()
    await desk.commit()
    assert len(await world.rows("select 1 from partner")) == 2


async def test_the_matching_is_in_the_user_s_hand_and_remembered(office: Person) -> None:
    content = csv_of(("Who", "What"), ("Harbor Arts", "Studio"))
    desk = await Desk.bring(office.http, content)
    assert desk.sheet["matching"]["sheets"][0] == {"is_used": False, "header_row": 1, "columns": [None, None]}
    assert desk.sheet["allowed_moves"][0] == {"move": "check", "needs": ["sheet"]}
    assert (await desk.http.post(f"{desk.url}/check")).status_code == 409
    early = {"decisions": [], "rest": "same"}
    refused = await desk.http.put(f"{desk.url}/decisions", json=early, headers={"If-Match": "*"})
    assert (refused.status_code, refused.json()["allowed_moves"]) == (409, desk.sheet["allowed_moves"])
    chosen = {"is_used": True, "header_row": 1, "columns": ["partner.name", "program.name"]}
    await desk.match(sheets=[chosen])
    await desk.check()
    assert desk.counts["programs"]["new"] == 1
    again = await Desk.bring(office.http, csv_of(("WHO ", "what"), ("Quince", "Mentors")))
    assert (again.sheet["is_remembered"], again.sheet["matching"]["sheets"]) == (True, [chosen])


@pytest.mark.parametrize(
    ("sheets", "pointer", "code"),
    [
        ([], "/sheets", "sheets"),
        ([{"columns": ["partner.name"]}], "/sheets/0/columns", "columns"),
        ([{"columns": ["partner.name", "partner.name"]}], "/sheets/0/columns/1", "field_twice"),
        ([{"columns": ["partner.name", "partner.unheard"]}], "/sheets/0/columns/1", "unknown_field"),
        ([{"header_row": 9}], "/sheets/0/header_row", "header_row"),
    ],
)
async def test_a_matching_that_cannot_be_is_refused_at_its_place(
    office: Person, sheets: list[dict[str, Any]], pointer: str, code: str
) -> None:
    desk = await Desk.bring(office.http, csv_of(("Partner", "Program"), ("Harbor Arts", "Studio")))
    own = desk.sheet["matching"]["sheets"][0]
    body = {**desk.sheet["matching"], "sheets": [{**own, **changed} for changed in sheets]}
    answer = await desk.http.put(f"{desk.url}/matching", json=body, headers={"If-Match": "*"})
    assert answer.status_code == 422
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [(pointer, code)]


async def test_another_row_of_names_proposes_its_columns_anew(office: Person) -> None:
    desk = await Desk.bring(office.http, csv_of(("a", "b"), ("Partner", "Program"), ("Harbor Arts", "Studio")))
    own = desk.sheet["matching"]["sheets"][0]
    assert own["header_row"] == 2
    await desk.match(sheets=[{**own, "header_row": 1}])
    assert [column["name"] for column in desk.sheet["sheets"][0]["columns"]] == ["a", "b"]
    await desk.match(sheets=[{**own, "header_row": 2}])
    assert desk.sheet["matching"]["sheets"][0]["columns"] == ["partner.name", "program.name"]


async def test_a_resolved_school_is_known_from_then_on(office: Person, world: World) -> None:
    desk = await brought(office, (*HARBOR[:6], "Aldarbrook Elementry", *HARBOR[7:]))
    [unknown] = desk.sheet["outcome"]["unknown_schools"]
    assert (unknown["said"], unknown["rows"], unknown["proposals"][0]["name"]) == (
        "Aldarbrook Elementry", [2], "Alderbrook Elementary School",
    )  # fmt: skip
    alias = {"school_id": unknown["proposals"][0]["id"], "name": unknown["said"]}
    done(await office.http.post("/api/v1/school-aliases", json=alias), 201)
    await desk.check()
    assert desk.sheet["outcome"]["unknown_schools"] == []
    assert desk.counts["rows"]["refused"] == 0


async def test_a_file_that_cannot_be_used_points_at_itself(office: Person) -> None:
    for content, code in (
        (csv_of(("Partner", "Student name"), ("A", "Bo")), "single_students"),
        (b"\xd0\xcf\x11\xe0 old", "old_format"),
        (b"A\0B", "not_text"),
    ):
        answer = await send(office.http, content)
        assert answer.status_code == 422
        assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [("/file", code)]
        assert answer.json()["column"] == ("Student name" if code == "single_students" else None)
    assert (await send(office.http, b"x" * 11_000_000)).status_code == 413


async def test_what_is_wrong_is_paged_and_can_be_kept(office: Person) -> None:
    rows = [(f"Partner number {place}", "1", *("",) * 8) for place in range(30)]
    desk = await brought(office, *rows, ("", "", "=1+1", *("",) * 7))
    first = done(await office.http.get(f"{desk.url}/problems", params={"limit": 10}))
    assert (len(first["items"]), first["next_cursor"] is None) == (10, False)
    assert len({each["id"] for each in await desk.problems()}) == len(await desk.problems()) >= 31
    assert {each["weight"] for each in await desk.problems(weight="refused")} == {"refused"}
    kept = await office.http.get(f"{desk.url}/problems/csv")
    assert "attachment" in kept.headers["content-disposition"]
    assert "'=1+1" in kept.text
    assert "This begins like a formula" in kept.text
    spanish = (await office.http.get(f"{desk.url}/problems/csv", params={"language": "es"})).text
    assert spanish.lstrip("\ufeff").startswith("Hoja,Fila,Se toma,Qué está mal,")
    assert "Esto empieza como una fórmula. Escriba el valor mismo" in spanish
    assert "begins like" not in spanish
    assert (await office.http.get(f"{desk.url}/problems/csv", params={"language": "fr"})).status_code == 400
    book = load_workbook(BytesIO((await office.http.get(f"{desk.url}/problems/xlsx")).content))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert "'=1+1" in [cell.value for cell in cells]


async def test_a_file_is_given_up(world: World, office: Person) -> None:
    desk = await brought(office, HARBOR)
    assert (await desk.http.delete(desk.url)).status_code == 428
    assert (await desk.http.delete(desk.url, headers={"If-Match": '"99-aa"'})).status_code == 412
    assert [each["id"] for each in (await desk.http.get(URL)).json()["items"]] == [desk.sheet["id"]]
    assert (await desk.http.delete(desk.url, headers={"If-Match": "*"})).status_code == 204
    assert await world.rows("select 1 from spreadsheet_row") == []
    assert (await desk.http.get(URL)).json()["items"] == []
    assert (await desk.http.delete(desk.url, headers={"If-Match": "*"})).status_code == 409


async def test_the_example_goes_in(world: World, office: Person) -> None:
    answer = await office.http.get(f"{URL}/example")
    assert "attachment" in answer.headers["content-disposition"]
    desk = await Desk.bring(office.http, answer.content, "example.xlsx")
    await desk.check()
    await desk.decide("different")
    await desk.commit(world)
    assert desk.counts["partners"]["new"] >= 150
