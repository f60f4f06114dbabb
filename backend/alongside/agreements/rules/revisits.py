"""When both sides look at an agreement again, whose word is missing, and what differs from the year before.

Source: the founding guide asks for it at least once a year; domain rules B3 and E1 h (a term of several years never
suspends it). A revisit never decides whether a program may work.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from alongside.schools.school_year import JULY_FIRST, YearStart, school_year_of, school_years_touched, years_after

Basis = Literal["school_year", "anniversary"]
RevisitSide = Literal["school", "partner"]
RevisitOutcome = Literal["confirmed", "revised", "end"]
RevisitState = Literal["ahead", "open", "overdue", "answered", "missed"]

BOTH: Final[tuple[RevisitSide, ...]] = ("school", "partner")

SHORTEST: Final = 60
"""A stretch of fewer days is looked at together with the next one, or with the one before at the end of the term."""

LATE_DAYS: Final = 60
"""So long after the agreement's last day a missing word may still be given."""

PROSE: Final = 4000
"""What somebody writes has at most so many characters."""

WINDOW: Final = 60
"""By default a revisit opens so many days before it is due."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One revisit: the school year it closes, the day it opens, and the last day on time."""

    school_year: str
    opens_on: date
    due_on: date


def occasions(
    effective_on: date,
    ends_on: date,
    known_on: date,
    *,
    start: YearStart = JULY_FIRST,
    basis: Basis = "school_year",
    window: int = WINDOW,
) -> list[Occasion]:
    """Every revisit of an agreement, earliest first: at the end of each school year, or on each anniversary's eve,
    and on the last day. None is due before the day on which the agreement became known here (``known_on``)."""
    if ends_on < effective_on:
        return []
    kept: list[date] = []
    since = effective_on
    days = _eves(effective_on, ends_on) if basis == "anniversary" else _year_ends(effective_on, ends_on, start)
    for due in [*(day for day in days if day < ends_on), ends_on]:
        if (due - since).days + 1 >= SHORTEST or (due == ends_on and not kept):
            kept.append(due)
            since = due + timedelta(days=1)
    found = []
    for due in kept:
        opens_on = max(effective_on, due - timedelta(days=window))
        found.append(Occasion(school_year_of(due, start).label, opens_on, due))
    return [each for each in found if each.due_on >= known_on]


def _year_ends(effective_on: date, ends_on: date, start: YearStart) -> Iterable[date]:
    return (year.ends_on for year in school_years_touched(effective_on, ends_on, start))


def _eves(effective_on: date, ends_on: date) -> Iterable[date]:
    years = 1
    while (eve := years_after(effective_on, years) - timedelta(days=1)) < ends_on:
        yield eve
        years += 1


def revisit_state(
    occasion: Occasion, said: Collection[str], next_opens_on: date | None, ends_on: date, day: date
) -> RevisitState:
    """What a revisit is on a day at one school. Once the next one is open, or the agreement is long over, a word
    that never came is missed and nobody is asked for it any more."""
    if set(said) >= set(BOTH):
        return "answered"
    if day < occasion.opens_on:
        return "ahead"
    if day <= occasion.due_on:
        return "open"
    over = day > ends_on + timedelta(days=LATE_DAYS)
    return "missed" if over or (next_opens_on is not None and day >= next_opens_on) else "overdue"


WANTED: Final[frozenset[RevisitState]] = frozenset({"open", "overdue"})
"""States in which a word is asked for, and one that was given may still be changed."""


def waits_for_word(state: RevisitState, said: Collection[str]) -> list[RevisitSide]:
    """Whose word is missing and still wanted."""
    return [side for side in BOTH if side not in said] if state in WANTED else []


_GRAVEST: Final[tuple[RevisitOutcome, ...]] = ("end", "revised", "confirmed")


def joint_outcome(words: Mapping[str, RevisitOutcome]) -> RevisitOutcome | None:
    """What both sides' words come to: the graver of the two; None until both were given."""
    if not set(words) >= set(BOTH):
        return None
    return next(each for each in _GRAVEST if each in words.values())


def overall(states: Collection[RevisitState]) -> RevisitState:
    """What the revisit of several schools is as a whole: as late as its latest."""
    order: tuple[RevisitState, ...] = ("overdue", "open", "missed", "ahead", "answered")
    return next((each for each in order if each in states), "ahead")


def wishes(said: Sequence[tuple[str, str | None]], places: int) -> list[str]:
    """What should change, each wish once and in the order it came; one that not every place has names its schools."""
    at: dict[str, list[str]] = {}
    for note, school in said:
        names = at.setdefault(note.strip(), [])
        if school is not None and school not in names:
            names.append(school)
    found = []
    for note, names in at.items():
        text = note if not names or len(names) == places else f"{', '.join(names)}: {note}"
        found.append(text if len(text) <= PROSE else note)
    return found


Line = tuple[str, str, str]
"""A promise to compare: expectation or resource, who made it, its words."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A promise that stayed, came new, or is no longer made."""

    change: Literal["kept", "added", "dropped"]
    kind: str
    party: str
    text: str


def differences(before: Sequence[Line], now: Sequence[Line]) -> list[Difference]:
    """What changed between two years' promises; spaces and capitals make no difference."""

    def same(line: Line) -> Line:
        return line[0], line[1], " ".join(line[2].split()).casefold()

    then, today = {same(line) for line in before}, {same(line) for line in now}
    found = [Difference("kept" if same(line) in then else "added", *line) for line in now]
    return found + [Difference("dropped", *line) for line in before if same(line) not in today]
