"""What people write in cells, read or refused; nothing is guessed that could be two things."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alongside.integrations.spreadsheets import days, values, words
from alongside.integrations.spreadsheets.cleaning import ValueWrong, clean, parts
from alongside.integrations.spreadsheets.days import Calendar

US, UK, NOBODY = Calendar("mdy"), Calendar("dmy"), Calendar()


def refused(read: Callable[[], Any]) -> str:
    with pytest.raises(ValueWrong) as wrong:
        read()
    return wrong.value.code


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Harbor\u00a0 Arts \u200b", "Harbor Arts"),
        ("\u201cWren\u2019s\u201d", '"Wren\'s"'),
        ("A\r\n\r\n B", "A\nB"),
        ("• Tutoring", "Tutoring"),
        ("- Tutoring", "Tutoring"),
        ("'=kept", None),
        ("n/a", ""),
        (" TBD ", ""),
        ("—", ""),
        ("?", ""),
        ("A\x07B", "AB"),
        ("+1 555 201 0144", "+1 555 201 0144"),
        ("-5", "-5"),
    ],
)
def test_a_cell_is_freed_from_what_is_around_it(cell: str, text: str | None) -> None:
    if text is None:
        assert refused(lambda: clean(cell)) == "formula"
    else:
        assert clean(cell) == text


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", '=HYPERLINK("x")', "＝1"])
def test_what_a_spreadsheet_would_run_is_refused(cell: str) -> None:
    assert refused(lambda: clean(cell)) == "formula"


@pytest.mark.parametrize("cell", ["#REF!", "#VALUE!", "#FORMULA!"])
def test_a_broken_formula_is_no_value(cell: str) -> None:
    assert refused(lambda: clean(cell)) == "formula_without_value"


@pytest.mark.parametrize(
    ("text", "calendar", "day"),
    [
        ("2020-06-30", NOBODY, date(2020, 6, 30)),
        ("2020-06-30 00:00", NOBODY, date(2020, 6, 30)),
        ("44012", NOBODY, date(2020, 6, 30)),
        ("42550", Calendar(is_1904=True), date(2020, 6, 30)),
        ("6/30/2020", NOBODY, date(2020, 6, 30)),
        ("30.6.2020", NOBODY, date(2020, 6, 30)),
        ("6-30-20", NOBODY, date(2020, 6, 30)),
        ("3/4/2020", US, date(2020, 3, 4)),
        ("3/4/2020", UK, date(2020, 4, 3)),
        ("4/4/20", NOBODY, date(2020, 4, 4)),
        ("June 30, 2020", NOBODY, date(2020, 6, 30)),
        ("30th of June 2020", NOBODY, date(2020, 6, 30)),
        ("Tues. Jun 30 2020", NOBODY, date(2020, 6, 30)),
        ("30-Jun-20", NOBODY, date(2020, 6, 30)),
        ("30 de junio de 2020", NOBODY, date(2020, 6, 30)),
        ("June 2020", NOBODY, date(2020, 6, 30)),
        ("Feb 2020", NOBODY, date(2020, 2, 29)),
        ("SY 2019-20", NOBODY, date(2020, 6, 30)),
        ("1/1/71", NOBODY, date(1971, 1, 1)),
    ],
)
def test_days_are_read_as_offices_write_them(text: str, calendar: Calendar, day: date) -> None:
    assert days.day(text, calendar, ends=True) == day


def test_a_month_or_a_school_year_begins_on_its_first_day() -> None:
    assert days.day("June 2020", NOBODY) == date(2020, 6, 1)
    assert days.day("2019-2020", Calendar(year_starts=(8, 15))) == date(2019, 8, 15)


@pytest.mark.parametrize(
    ("text", "code"),
    [("3/4/2020", "ambiguous_day"), ("2/30/2020", "day"), ("soon", "day"), ("2020", "day"), ("6/2020", "day"),
     ("2019-2021", "day"), ("1/1/1850", "day"), ("12", "day"), ("Present", "day")],
)  # fmt: skip
def test_what_is_no_day_or_could_be_two_is_refused(text: str, code: str) -> None:
    assert refused(lambda: days.day(text, NOBODY)) == code


def test_the_order_is_taken_from_days_that_can_be_read_one_way() -> None:
    assert days.order_of(["3/4/2020", "6/30/2020"]) == "mdy"
    assert days.order_of(["3/4/2020", "30/6/2020"]) == "dmy"
    assert days.order_of(["6/30/2020", "30/6/2020"]) is None
    assert days.order_of(["3/4/2020", "June"]) is None
    assert days.is_open_end("Present.")
    assert days.is_open_end("on-going") is days.is_open_end("ongoing")


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (values.ein, "123456789", "12-3456789"),
        (values.ein, "EIN: 12-3456789", "12-3456789"),
        (values.ein, "10000001", "01-0000001"),
        (values.emails, "mailto:Ana@B.org", ["ana@b.org"]),
        (values.emails, "Ana Ruiz <ana@b.org>; kim@b.org.", ["ana@b.org", "kim@b.org"]),
        (values.phone, "(555) 201-0144", "555-201-0144"),
        (values.phone, "+1 555.201.0144 x 12", "555-201-0144 ext. 12"),
        (values.phone, "Cell: 5552010144", "555-201-0144"),
        (values.phones, "555-201-0144 / 555-201-0145", ["555-201-0144", "555-201-0145"]),
        (values.website, "www.Harbor.org", "https://www.Harbor.org"),
        (values.website, "HTTP://harbor.org/a", "http://harbor.org/a"),
        (values.money, "$1,250.00", 125_000),
        (values.money, "USD 300/yr", 30_000),
        (values.money, "Free", 0),
        (values.whole_number, "~1,200 students", 1200),
        (values.yes_no, "X", True),
        (values.yes_no, "N", False),
        (values.yes_no, "Sí", True),
        (values.state, "Illinois", "IL"),
        (values.state, "N.Y.", "NY"),
        (values.postal_code, "2139", "02139"),
        (values.postal_code, "606011234", "60601-1234"),
        (values.grades, "K-5", ["K", "1", "2", "3", "4", "5"]),
        (values.grades, "9th – 12th grade", ["9", "10", "11", "12"]),
        (values.grades, "6, 7 and 8", ["6", "7", "8"]),
        (values.grades, "2019-06-08", ["6", "7", "8"]),
        (values.grades, "PreK, Kindergarten", ["PK", "K"]),
        (words.org_type, "501(c)(3)", "nonprofit"),
        (words.org_type, "Not for profit", "nonprofit"),
        (words.org_type, "University of X", "higher_ed"),
        (words.agreement_type, "M.O.U.", "mou"),
        (words.agreement_type, "Services Contract", "services_contract"),
        (words.delivery, "In-person", "in_person"),
        (words.supervision, "Yes, sometimes", "alone"),
        (words.supervision, "No staff present", "alone"),
        (words.supervision, "Sí", "alone"),
        (words.supervision, "N", "staff_present"),
        (words.supervision, "No", "staff_present"),
        (words.supervision, "Never alone", "staff_present"),
        (words.supervision, "Teacher always present", "staff_present"),
        (words.supervision, "alone at times", "alone"),
        (words.times_of_day, "After school, Saturdays", ["after_school", "weekend"]),
        (words.weekdays, "M/W/F", ["monday", "wednesday", "friday"]),
        (words.weekdays, "Mon-Thu", ["monday", "tuesday", "wednesday", "thursday"]),
        (words.weekdays, "Tuesdays and Thursdays", ["tuesday", "thursday"]),
    ],
)
def test_values_are_read_as_people_write_them(read: Callable[[str], Any], text: str, value: Any) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "code"),
    [
        (values.ein, "12-34567", "ein"),
        (values.emails, "ana at b dot org", "email"),
        (values.phone, "call the school", "phone"),
        (values.phone, "201-0144", "phone"),
        (values.website, "ask them", "website"),
        (values.money, "10%", "share"),
        (values.money, "-5", "money"),
        (values.money, "NaN", "money"),
        (values.whole_number, "50%", "number"),
        (values.whole_number, "0", "number"),
        (values.yes_no, "maybe", "yes_no"),
        (values.state, "Elsewhere", "state"),
        (values.postal_code, "abc", "postal_code"),
        (values.grades, "everyone", "grades"),
        (values.grades, "8-6", "grades"),
        (values.line, "x" * 201, "too_long"),
        (words.org_type, "friendly", "org_type"),
        (words.supervision, "ask them", "supervision"),
        (words.weekdays, "often", "weekdays"),
    ],
)
def test_what_cannot_be_read_is_refused(read: Callable[[str], Any], text: str, code: str) -> None:
    assert refused(lambda: read(text)) == code


def test_several_things_in_one_cell_are_told_apart() -> None:
    assert parts("Ana; Kim\n• Lee | Bo / Jo") == ["Ana", "Kim", "Lee", "Bo", "Jo"]
    assert parts("math, reading and art", commas=True) == ["math", "reading", "art"]
