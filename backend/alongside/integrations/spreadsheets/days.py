"""Reads days as offices write them; no I/O. A day that could be two is none until somebody says which comes first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from alongside.core.fields import FIRST_DAY, LAST_DAY

from .cleaning import ValueWrong

Order = Literal["mdy", "dmy"]
OPEN: Final = frozenset(
    {"present", "ongoing", "on going", "current", "continuing", "open", "no end", "none", "indefinite"}
)
_MONTHS: Final = {
    name: place
    for place, names in enumerate(
        ("jan ene", "feb", "mar", "apr abr", "may", "jun", "jul", "aug ago", "sep", "oct", "nov", "dec dic"), start=1
    )
    for name in names.split()
}
_NUMBERS: Final = re.compile(r"([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,2})\s*[/.\-]\s*([0-9]{4}|[0-9]{2})")
_EXCEL_ZERO: Final = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a file writes days: which number comes first where both could (None: nobody knows), whether numbers are
    days of the Macintosh's calendar, and when the district's school year starts."""

    order: Order | None = None
    is_1904: bool = False
    year_starts: tuple[int, int] = (7, 1)


def is_open_end(text: str) -> bool:
    """Whether an end says that there is none yet."""
    return re.sub(r"[^a-z ]", "", text.casefold()).strip() in OPEN


def order_of(cells: Iterable[str]) -> Order | None:
    """Which number comes first, as the days of a column show that can be read one way alone; None when they differ."""
    seen: set[Order] = set()
    for cell in cells:
        found = _NUMBERS.match(cell.strip())
        if found and int(found[1]) > 12 >= int(found[2]):
            seen.add("dmy")
        elif found and int(found[2]) > 12 >= int(found[1]):
            seen.add("mdy")
    return seen.pop() if len(seen) == 1 else None


def is_ambiguous(text: str) -> bool:
    """Whether a day can be read two ways."""
    found = _NUMBERS.match(text.strip())
    return bool(found and int(found[1]) <= 12 and int(found[2]) <= 12 and found[1] != found[2])


def day(text: str, calendar: Calendar, *, ends: bool = False) -> date:
    """A day. A month or a school year alone is its first day, or for an end its last."""
    said = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text.casefold().replace(",", " ")).strip(" .")
    said = re.sub(r"^(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*\.?\s+", "", said)
    found = _iso(said) or _serial(said, calendar) or _numbers(said, calendar) or _named(said, ends)
    found = found or _school_year(said, calendar, ends)
    if found is None:
        raise ValueWrong("day", "This is no day; write it as 2020-06-30")
    if not FIRST_DAY <= found <= LAST_DAY:
        raise ValueWrong("day", "This day is before the year 1900 or after 2199")
    return found


def _made(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError as wrong:
        raise ValueWrong("day", "There is no such day in the calendar") from wrong


def _iso(said: str) -> date | None:
    found = re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[t ][0-9:.]+z?)?", said)
    return _made(int(found[1]), int(found[2]), int(found[3])) if found else None


def _serial(said: str, calendar: Calendar) -> date | None:
    """The number that Excel keeps of a day, of the years 1980 to 2100."""
    found = re.fullmatch(r"([0-9]{5})(?:\.[0-9]+)?", said)
    if not found or not 29_000 <= int(found[1]) <= 73_500:
        return None
    return _EXCEL_ZERO + timedelta(days=int(found[1]) + (1462 if calendar.is_1904 else 0))


def _year(said: str) -> int:
    return int(said) if len(said) == 4 else (2000 if int(said) < 70 else 1900) + int(said)


def _numbers(said: str, calendar: Calendar) -> date | None:
    found = _NUMBERS.fullmatch(said.split(" ")[0] if ":" in said else said)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[2]), _year(found[3])
    if first > 12 or second > 12 or first == second:
        return _made(year, *((second, first) if first > 12 else (first, second)))
    if calendar.order is None:
        raise ValueWrong("ambiguous_day", "This can be two days: say above whether the month or the day comes first")
    return _made(year, *((first, second) if calendar.order == "mdy" else (second, first)))


def _named(said: str, ends: bool) -> date | None:
    words = re.findall(r"[a-z]+|[0-9]+", said.replace(" of ", " ").replace(" de ", " "))
    months = [_MONTHS[word[:3]] for word in words if word[:3] in _MONTHS]
    numbers = [word for word in words if word.isdigit()]
    if len(months) != 1 or len(words) != len(numbers) + 1:
        return None
    month = months[0]
    if len(numbers) == 1 and len(numbers[0]) in (2, 4):
        first = _made(_year(numbers[0]), month, 1)
        return _last_of(first) if ends else first
    if len(numbers) == 2:
        number, year = (numbers[1], numbers[0]) if len(numbers[0]) == 4 else numbers
        return _made(_year(year), month, int(number))
    return None


def _last_of(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _school_year(said: str, calendar: Calendar, ends: bool) -> date | None:
    found = re.fullmatch(r"(?:sy|school year|fy)?\s*((?:19|20)[0-9]{2})\s*[-–/]\s*((?:19|20)?[0-9]{2})", said)
    if not found or (int(found[1]) + 1) % 100 != int(found[2]) % 100:
        return None
    month, number = calendar.year_starts
    first = _made(int(found[1]), month, number)
    return _made(first.year + 1, month, number) - timedelta(days=1) if ends else first
