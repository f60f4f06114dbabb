"""The untidy workbook holds every kind of dirt that it is meant to hold; `test_untidy` brings it in, nothing lost."""

import re
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from alongside.integrations.spreadsheets.example import HEADER, untidy_workbook
from tests.spreadsheets.factories import SCHOOLS

WORKBOOK = load_workbook(BytesIO(untidy_workbook(SCHOOLS, 200)))
SHEET = WORKBOOK["Partners 19-20"]
ROWS: list[tuple[Any, ...]] = list(SHEET.iter_rows(values_only=True))
BODY = ROWS[4:]
COLUMNS = [name.strip() for name in HEADER]


def values(column: str) -> list[Any]:
    return [row[COLUMNS.index(column)] for row in BODY]


def texts(column: str) -> list[str]:
    return [value for value in values(column) if isinstance(value, str)]


def any_like(column: str, pattern: str) -> bool:
    return any(re.search(pattern, value) for value in texts(column))


def any_of(column: str, kind: type) -> bool:
    return any(type(value) is kind for value in values(column))


KINDS: dict[str, Callable[[], bool]] = {
    "a title above the header": lambda: ROWS[0][0] not in HEADER and ROWS[3][1] == "Tax ID",
    "a merged title": lambda: any(str(area) == "A1:F1" for area in SHEET.merged_cells.ranges),
    "blank rows": lambda: any(not any(row) for row in BODY),
    "the header again in the middle": lambda: tuple(HEADER) in BODY,
    "a row of totals": lambda: any(row[0] == "Total" for row in BODY),
    "a header misspelled": lambda: "Organizaton Name" in COLUMNS,
    "a header with spaces around and inside": lambda: " Organizaton Name " in HEADER and "MOU  End" in HEADER,
    "two columns of one name": lambda: COLUMNS.count("Notes") == 2,
    "a second sheet of people": lambda: "Contacts" in WORKBOOK.sheetnames,
    "a hidden sheet that is no longer true": lambda: WORKBOOK["old list 2014"].sheet_state == "hidden",
    "names with spaces around": lambda: any_like("Organizaton Name", r"^ +\S.* $"),
    "names with no-break spaces": lambda: any_like("Organizaton Name", "\u00a0"),
    "names in quotation marks": lambda: any_like("Organizaton Name", "^“.*”$"),
    "names with and without their legal form": lambda: any_like("Organizaton Name", r", Inc\.$"),
    "names with an article": lambda: any_like("Organizaton Name", "^The "),
    "names in capitals on the other sheet": lambda: WORKBOOK["Contacts"]["A2"].value.strip().isupper(),
    "one partner under two spellings": lambda: any(row[7] == "Second spelling" for row in BODY),
    "one partner over two lines with a merged name": lambda: any(
        area.min_col == area.max_col == 1 and area.max_row - area.min_row == 1 for area in SHEET.merged_cells.ranges
    ),
    "the same line twice": lambda: len(filled := [row for row in BODY if row[0] and row != HEADER]) > len(set(filled)),
    "a contact of no partner": lambda: any(not row[0] and row[4] == "Nobody's contact" for row in BODY),
    "a formula where a name should be": lambda: any_like("Organizaton Name", "^=HYPERLINK"),
    "a note that a program would run": lambda: any_like("Notes", r"^=1\+1$"),
    "a note that begins with a dash": lambda: any_like("Notes", "^- "),
    "symbols beyond the basic plane": lambda: any_like("Notes", "👍"),
    "tax numbers as numbers": lambda: any_of("Tax ID", int),
    "tax numbers that lost their leading zero": lambda: any(
        type(value) is int and value < 100_000_000 for value in values("Tax ID")
    ),
    "tax numbers with their name before them": lambda: any_like("Tax ID", "^EIN "),
    "words for 'not known'": lambda: any_like("Tax ID", "^n/a$") and any_like("Grades", "^TBD$"),
    "kinds of organization in many words": lambda: len(set(texts("Org. Type"))) >= 8,
    "addresses without a scheme": lambda: any_like("Web Site", r"^www\."),
    "an address that is none": lambda: any_like("Web Site", "ask them"),
    "several people in one cell": lambda: any_like("Contact", "; ") and any_like("Contact", " & "),
    "people on lines of one cell": lambda: any_like("Contact", "\n"),
    "a person surname first": lambda: any_like("Contact", "^Ruiz, Ana$"),
    "a person with the e-mail behind": lambda: any_like("Contact", "<.*@"),
    "several e-mails in one cell": lambda: any_like("Contact E-mail", "@.*[;,] .*@"),
    "an e-mail as a link": lambda: any_like("Contact E-mail", "^mailto:"),
    "an e-mail in words": lambda: any_like("Contact E-mail", " at .* dot "),
    "telephones as numbers": lambda: any_of("Contact Phone", int),
    "telephones with an extension": lambda: any_like("Contact Phone", r"ext\. 12$| x7$"),
    "telephones in words": lambda: any_like("Contact Phone", "^call the school$"),
    "grades that a program made a date of": lambda: any_of("Grades", datetime),
    "grades in words and ranges": lambda: any_like("Grades", "^Elementary$") and any_like("Grades", "–"),
    "numbers about": lambda: any_like("# of students", "^~30$"),
    "numbers with separators and units": lambda: any_like("# of students", "^1,200$")
    and any_like("# of students", "students$"),
    "a share where a number is asked": lambda: any_like("# of students", "%"),
    "money in many forms": lambda: any_like("Cost", r"^\$1,250\.00$")
    and any_like("Cost", "^USD")
    and any_of("Cost", int),
    "a price by the year": lambda: any_like("Cost", "/yr$"),
    "every school in a word": lambda: any_like("School(s)", "^(All Schools|all|District-wide)$"),
    "several schools in one cell": lambda: any_like("School(s)", "; ") and any_like("School(s)", " / "),
    "a school abbreviated": lambda: any_like("School(s)", r"Sch\."),
    "a school misspelled": lambda: any(
        value not in SCHOOLS and value.replace("ee", "e", 1) in SCHOOLS for value in texts("School(s)")
    ),
    "days as days": lambda: any_of("MOU start", datetime),
    "days as serial numbers": lambda: any_of("MOU start", int),
    "days in words": lambda: any_like("MOU  End", r"^[A-Z][a-z]+ \d+, \d{4}$"),
    "days with two digits for the year": lambda: any_like("MOU  End", r"^\d+/\d+/\d\d$"),
    "school years where a day is asked": lambda: any_like("MOU start", "^(SY )?2019-2020$"),
    "an end that is open": lambda: any_like("MOU  End", "^Present$"),
    "a month where a day is asked": lambda: any_like("MOU  End", "^June 2020$"),
    "an end before its start": lambda: any(
        re.fullmatch(r"\d{4}-\d\d-\d\d", str(row[13])) and re.fullmatch(r"\d{4}-\d\d-\d\d", str(row[14]))
        and str(row[14]) < str(row[13])
        for row in BODY
    ),
    "no day at all": lambda: any(row[0] and not row[13] and not row[14] for row in BODY),
    "types of agreement in many words": lambda: len(set(texts("Type of agreement"))) >= 5,
    "yes and no in many words": lambda: {"Y", "no", "X", "Sí"} <= set(texts("Charges fee?")),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_the_workbook_holds(kind: str) -> None:
    assert KINDS[kind]()


def test_a_tidy_sheet_holds_hardly_any_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: what finds dirt everywhere finds none."""
    tidy: list[Any] = ["Juniper Tutoring", "12-3456789", "Non-profit", "https://juniper.example.org", "Ana Ruiz"]
    tidy += ["a@juniper.example.org", "(555) 201-0100", "Reading", "Tutoring", "3-5", "45", "1250", SCHOOLS[0]]
    tidy += ["2019-07-01", "2020-06-30", "2019-06-11", "MOU", "no", "", ""]
    monkeypatch.setattr(f"{__name__}.BODY", [tuple(tidy)])
    of_cells = [kind for kind, holds in KINDS.items() if holds()]
    whole_file = {
        "a title above the header", "a merged title", "a header misspelled", "a header with spaces around and inside",
        "two columns of one name", "a second sheet of people", "a hidden sheet that is no longer true",
        "names in capitals on the other sheet", "one partner over two lines with a merged name",
    }  # fmt: skip
    assert set(of_cells) <= whole_file


def test_there_are_thirty_kinds_and_more() -> None:
    assert len(KINDS) >= 30
