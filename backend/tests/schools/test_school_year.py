"""School years: which one holds a day, and which ones a term touches."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.schools.school_year import (
    SchoolYear,
    SchoolYearMalformed,
    YearStart,
    parse_school_year,
    school_year_of,
    school_years_touched,
    years_after,
)

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
STARTS = st.dates(date(2001, 1, 1), date(2001, 12, 31)).map(lambda day: YearStart(day.month, day.day))


def test_the_year_starts_on_the_first_of_july_unless_the_district_says_otherwise() -> None:
    year = SchoolYear("2025-2026", date(2025, 7, 1), date(2026, 6, 30))
    assert parse_school_year("2025-2026") == year
    assert school_year_of(date(2025, 7, 1)) == year
    assert school_year_of(date(2026, 6, 30)) == year
    assert school_year_of(date(2025, 6, 30)).label == "2024-2025"
    assert school_year_of(date(2025, 8, 14), YearStart.parse("08-15")).label == "2024-2025"
    assert school_year_of(date(2025, 8, 15), YearStart.parse("08-15")).label == "2025-2026"


@given(DAYS, STARTS)
def test_a_day_belongs_to_exactly_one_school_year(day: date, start: YearStart) -> None:
    year = school_year_of(day, start)
    assert year.starts_on <= day <= year.ends_on
    assert parse_school_year(year.label, start) == year
    assert school_year_of(year.ends_on + timedelta(days=1), start).starts_on == year.ends_on + timedelta(days=1)
    assert school_year_of(year.starts_on - timedelta(days=1), start).ends_on == year.starts_on - timedelta(days=1)


def test_a_term_over_the_summer_counts_in_each_year_it_touches() -> None:
    touched = school_years_touched(date(2019, 6, 1), date(2021, 7, 1))
    assert [year.label for year in touched] == ["2018-2019", "2019-2020", "2020-2021", "2021-2022"]
    assert [year.label for year in school_years_touched(date(2020, 7, 1), date(2021, 6, 30))] == ["2020-2021"]
    assert school_years_touched(date(2020, 7, 2), date(2020, 7, 1)) == []


@given(DAYS, st.integers(0, 2000), STARTS)
def test_the_years_a_term_touches_are_those_that_overlap_it(first: date, length: int, start: YearStart) -> None:
    last = first + timedelta(days=length)
    touched = school_years_touched(first, last, start)
    assert touched[0] == school_year_of(first, start)
    assert touched[-1] == school_year_of(last, start)
    assert all(year.starts_on <= last and first <= year.ends_on for year in touched)


@pytest.mark.parametrize(
    "label", ["2025-26", "2025-2027", "2026-2025", "25-26", "", "2025–2026", "٢٠٢٥-٢٠٢٦", "0000-0001"]
)
def test_what_is_not_written_as_a_school_year_is_refused(label: str) -> None:
    with pytest.raises(SchoolYearMalformed):
        parse_school_year(label)


@pytest.mark.parametrize("text", ["7-1", "07/01", "13-01", "00-10", "02-29", "02-30", "06-31", "07-00", ""])
def test_a_school_year_starts_on_a_day_that_every_year_has(text: str) -> None:
    with pytest.raises(SchoolYearMalformed):
        YearStart.parse(text)


def test_one_year_after_the_leap_day_is_the_28th_of_february() -> None:
    assert years_after(date(2020, 2, 29), 1) == date(2021, 2, 28)
    assert years_after(date(2020, 2, 29), 4) == date(2024, 2, 29)
    assert years_after(date(2020, 2, 28), 3) == date(2023, 2, 28)
