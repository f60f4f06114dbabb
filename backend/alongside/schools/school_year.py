"""Which school year a day or a term belongs to: labelled "2025-2026", starting on the district's day (1
July).

Source: domain rules B1 (a district sets the day its school year starts) and E1 (a term may cross that day,
and counts in each year it touches). Calendar dates only; the tenant's time zone has already decided which
day it is.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

LABEL = re.compile(r"([0-9]{4})-([0-9]{4})")
MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-([0-9]{2})")


class SchoolYearMalformed(ValueError):
    """Not a school year's label, or not a day on which school years can start."""


@dataclass(frozen=True, slots=True)
class YearStart:
    """The month and day on which every school year of a district starts. 29 February is no such day."""

    month: int = 7
    day: int = 1

    def __post_init__(self) -> None:
        try:
            date(2001, self.month, self.day)
        except ValueError:
            raise SchoolYearMalformed("a school year starts on a day that every year has") from None

    @classmethod
    def parse(cls, text: str) -> "YearStart":
        """From the district's setting, ``"07-01"``. Raises SchoolYearMalformed."""
        if not (found := MONTH_DAY.fullmatch(text)):
            raise SchoolYearMalformed("a school year's start is written MM-DD")
        return cls(int(found[1]), int(found[2]))


JULY_FIRST = YearStart()


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school year: both days belong to it."""

    label: str
    starts_on: date
    ends_on: date


def years_after(day: date, years: int) -> date:
    """The same day so many years on; one year after 29 February is 28 February (rule E1 g)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def school_year_starting(year: int, start: YearStart = JULY_FIRST) -> SchoolYear:
    """The school year that starts in this calendar year."""
    starts_on = date(year, start.month, start.day)
    return SchoolYear(f"{year}-{year + 1}", starts_on, years_after(starts_on, 1) - timedelta(days=1))


def school_year_of(day: date, start: YearStart = JULY_FIRST) -> SchoolYear:
    """The school year that holds the day."""
    begun = (day.month, day.day) >= (start.month, start.day)
    return school_year_starting(day.year if begun else day.year - 1, start)


def parse_school_year(label: str, start: YearStart = JULY_FIRST) -> SchoolYear:
    """From its label ``"2025-2026"``, the second year following the first. Raises SchoolYearMalformed."""
    found = LABEL.fullmatch(label)
    if not found or int(found[2]) != int(found[1]) + 1 or int(found[1]) < 1:
        raise SchoolYearMalformed("a school year is written 2025-2026")
    return school_year_starting(int(found[1]), start)


def school_years_touched(starts_on: date, ends_on: date, start: YearStart = JULY_FIRST) -> list[SchoolYear]:
    """Every school year that a term touches, earliest first; none when the term ends before it starts."""
    if ends_on < starts_on:
        return []
    first = school_year_of(starts_on, start).starts_on.year
    last = school_year_of(ends_on, start).starts_on.year
    return [school_year_starting(year, start) for year in range(first, last + 1)]
