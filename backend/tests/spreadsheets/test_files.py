"""Which files are read, in whatever way they were written, and which are refused with what to do about it."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from alongside.integrations.spreadsheets import limits
from alongside.integrations.spreadsheets.limits import FileUnusable
from alongside.integrations.spreadsheets.reading import NO_VALUE, Sheet, read_file
from alongside.integrations.spreadsheets.tables import columns_of, describe, divide, find_header
from tests.spreadsheets.factories import csv_of

HEADER = ("Partner", "Phone")


def one(content: bytes, name: str = "list.csv") -> Sheet:
    [sheet] = read_file(name, content)
    return sheet


def workbook_of(*rows: tuple[Any, ...], **changes: Any) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for merged in changes.get("merged", ()):
        sheet.merge_cells(merged)
    for cell, form in changes.get("forms", {}).items():
        sheet[cell].number_format = form
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def repacked(content: bytes, **parts: bytes) -> bytes:
    """A workbook with some of its parts replaced or added (`/` written as `__`)."""
    result = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        changed = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
        for info in source.infolist():
            if info.filename not in changed:
                target.writestr(info.filename, source.read(info.filename))
        for name, part in changed.items():
            target.writestr(name, part)
    return result.getvalue()


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b"\xef\xbb\xbfPartner,Phone\nA,1\n", [["Partner", "Phone"], ["A", "1"]]),
        ("Partner;Phone\nPe\u00f1a;1\n".encode("cp1252"), [["Partner", "Phone"], ["Peña", "1"]]),
        ("Partner\tPhone\nA\t1".encode("utf-16"), [["Partner", "Phone"], ["A", "1"]]),
        (b'Partner,Phone\r\n"A\r\nB, C",1\r\n', [["Partner", "Phone"], ["A\r\nB, C", "1"]]),
        (b"Partner,Phone\n\n,,\nA,1,,,\n", [["Partner", "Phone"], ["A", "1"]]),
        (b'Partner,Phone\n"The ""Wren""",1', [["Partner", "Phone"], ['The "Wren"', "1"]]),
    ],
    ids=["byte order mark", "semicolons and Windows text", "UTF-16 and tabs", "line breaks", "blank rows", "quotes"],
)
def test_text_is_read_in_whatever_way_it_was_written(content: bytes, rows: list[list[str]]) -> None:
    assert [cells for _, cells in one(content).rows] == rows


def test_rows_keep_the_numbers_that_a_spreadsheet_program_shows() -> None:
    assert [number for number, _ in one(b"\n\nPartner,Phone\n\nA,1\n").rows] == [3, 5]
    sheet = one(workbook_of((), HEADER, (), ("A", 1)), "a.xlsx")
    assert ([number for number, _ in sheet.rows], sheet.blank_rows) == ([2, 4], 2)


def test_a_workbook_s_cells_are_read_as_its_reader_sees_them() -> None:
    from datetime import datetime

    content = workbook_of(
        ("Partner", "Share", "Day", "Whole", "Half", "Yes"),
        ("A", 0.5, datetime(2020, 6, 30), 3.0, 0.25, True),
        (None, 1, datetime(2020, 6, 30, 15, 30), 1e20, -2, False),
        merged=["A2:A3"],
        forms={"B2": "0%"},
    )
    assert [cells for _, cells in one(content, "a.xlsx").rows[1:]] == [
        ["A", "50%", "2020-06-30", "3", "0.25", "yes"],
        ["A", "1", "2020-06-30 15:30", "1e+20", "-2", "no"],
    ]


def test_a_formula_is_never_run_and_one_without_its_value_is_told() -> None:
    sheet = one(workbook_of(HEADER, ("A", "=1+1")), "a.xlsx")
    assert sheet.rows[1][1] == ["A", NO_VALUE]
    raw = ZipFile(BytesIO(workbook_of(HEADER, ("A", "=1+1")))).read("xl/worksheets/sheet1.xml")
    kept = raw.replace(b"<v />", b"<v>2</v>").replace(b"<v></v>", b"<v>2</v>").replace(b"<v/>", b"<v>2</v>")
    assert kept != raw
    sheet = one(repacked(workbook_of(HEADER, ("A", "=1+1")), xl__worksheets__sheet1_xml=kept), "a.xlsx")
    assert sheet.rows[1][1] == ["A", "2"]


LINE = b"x" * 10_000_000
BOMB = b"<worksheet>" + b" " * 130_000_000 + b"</worksheet>"
GOOD = workbook_of(HEADER, ("A", "1"))


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.csv", "empty"),
        (b"  \n ", "a.csv", "empty"),
        (b"Partner\0,Phone\nA,1", "a.csv", "not_text"),
        (LINE[:-1], "a.csv", "long_line"),
        (LINE + b"x", "a.csv", "too_large"),
        (b"Partner,Phone\n" + b"A,1\n" * (limits.MOST_ROWS + 1), "a.csv", "too_many_rows"),
        (b"Partner" + b",x" * limits.MOST_COLUMNS, "a.csv", "too_many_columns"),
        (b"Partner\n" + b"x" * (limits.MOST_CELL + 1), "a.csv", "too_long"),
        (b'Partner,Phone\n"A,1\nB,2\n', "a.csv", "broken_quotes"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook", "a.xls", "old_format"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "encrypted"),
        (b"Partner,Phone\n", "a.xlsx", "not_a_workbook"),
        (b"PK\x03\x04 and nothing", "a.xlsx", "damaged"),
        (GOOD[: len(GOOD) // 2], "a.xlsx", "damaged"),
        (repacked(GOOD, xl__worksheets__sheet1_xml=b"<worksheet><broken"), "a.xlsx", "damaged"),
        (repacked(GOOD, xl__vbaProject__bin=b"x").replace(b"vbaProject/bin", b"vbaProject.bin"), "a.xlsm", "macros"),
        (repacked(GOOD, xl__media__bomb_xml=BOMB), "a.xlsx", "unpacks_too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_used_is_refused_with_a_remedy(content: bytes, name: str, code: str) -> None:
    with pytest.raises(FileUnusable) as refused:
        read_file(name, content)
    assert refused.value.code == code
    assert refused.value.message.endswith(".")


def test_entities_that_grow_are_not_expanded() -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    with pytest.raises(FileUnusable) as refused:
        read_file("a.xlsx", repacked(GOOD, xl__worksheets__sheet1_xml=laughs))
    assert refused.value.code == "damaged"


def test_a_table_begins_where_its_columns_are_named() -> None:
    sheet = one(csv_of(("Our partners",), ("", "updated", "2019"), (" ORGANIZATION name", "Tel."), ("A", "1")))
    assert find_header(sheet.rows) == 3
    header, again, total = ("Partner", "Phone"), ("PARTNER", " phone "), ("Total", "7")
    rows = one(csv_of(("Title", ""), header, ("A", "1"), again, ("N/A", "-"), total, ("Total Arts", "2"))).rows
    data, skipped = divide(rows, 2, ["partner.name", "contact.phone"])
    assert [cells[0] for _, cells in data] == ["A", "Total Arts"]
    assert [(each.number, each.code) for each in skipped] == [
        (1, "above_header"), (4, "header_again"), (5, "blank"), (6, "total"),
    ]  # fmt: skip


@pytest.mark.parametrize("header", ["Student Name", "DOB", "student_id", "Child's name", "SSN", "Date of Birth", "IEP"])
def test_columns_about_single_students_are_refused(header: str) -> None:
    with pytest.raises(FileUnusable) as refused:
        describe(one(csv_of(("Partner", header), ("A", "x"))))
    assert (refused.value.code, refused.value.column) == ("single_students", header)


def test_columns_about_numbers_of_students_are_welcome() -> None:
    rows = one(csv_of(("Partner", "# of students", "Students served", "Student Name"), ("A", "4", "5", ""))).rows
    assert [column["proposal"] for column in columns_of(rows, 1)][:2] == ["partner.name", "program.capacity_students"]


def test_a_column_of_who_is_alone_with_students_is_one_of_the_program() -> None:
    rows = one(csv_of(("Partner", "Alone with students?"), ("A", "no"))).rows
    assert [column["proposal"] for column in columns_of(rows, 1)][:2] == ["partner.name", "program.supervision"]


def test_columns_are_recognized_by_name_nearly_by_name_and_by_their_values() -> None:
    rows = one(
        csv_of(
            ("Organizaton", "Fed. Tax ID", "E-Mail", "Tel.", "Telephone", "???", "Their web", "Expiration date"),
            *[("A", "12-3456789", "a@b.org", "1", "2", "12-3456789", "www.a.org", "6/30/20")] * 3,
        )
    ).rows
    found = [(column["proposal"], column["because"]) for column in columns_of(rows, 1)]
    assert found == [
        ("partner.name", "alike"),
        ("partner.ein", "alike"),
        ("contact.email", "name"),
        ("contact.phone", "name"),
        (None, None),
        (None, None),
        ("partner.website", "values"),
        ("agreement.ends_on", "name"),
    ]


def test_headings_over_the_names_belong_to_them() -> None:
    rows: list[tuple[int, list[str]]] = [
        (1, ["Our partners", "", "September 2019"]),
        (2, ["Partner", "", "Contact", "", "", "MOU", "", "Notes"]),
        (3, ["Name", "EIN", "Name", "Email", "Phone", "Start", "End", "Remarks"]),
        (4, ["Harbor Arts", "12-3456789", "Ana Ruiz", "ana@harbor.example.org", "", "7/1/2019", "6/30/2020", "x"]),
    ]
    assert find_header(rows) == 3
    found = {column["name"]: column["proposal"] for column in columns_of(rows, 3)}
    assert found == {
        "Partner Name": "partner.name",
        "EIN": "partner.ein",
        "Contact Name": "contact.name",
        "Contact Email": "contact.email",
        "Contact Phone": "contact.phone",
        "MOU Start": "agreement.starts_on",
        "MOU End": "agreement.ends_on",
        "Remarks": None,
    }
    data, skipped = divide(rows, 3, [None] * 8)
    assert [number for number, _ in data] == [4]
    assert [(each.number, each.code) for each in skipped] == [(1, "above_header"), (2, "above_header")]


def test_a_title_above_the_names_changes_none_of_them() -> None:
    rows = [(1, ["Community partners", "", "Ask first"]), (2, ["Partner", "Program"]), (3, ["Harbor Arts", "Studio"])]
    assert [column["name"] for column in columns_of(rows, find_header(rows))] == ["Partner", "Program"]
