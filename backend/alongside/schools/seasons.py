"""Whether school is in session on a day, and whether a program runs then; no I/O.

A district enters the first and the last day of instruction of each school year. Between the last one and the first of
the next lies the summer, whatever the school year's own days say. What nobody entered is not known, and what is not
known keeps nobody out.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

SeasonName = Literal["in_session", "summer", "unknown"]
Running = Literal["runs", "not_in_summer", "only_in_summer", "unknown"]

SUMMER: Final = "summer"
"""The time of day by which a program says that it runs in summer."""


@dataclass(frozen=True, slots=True)
class YearOfInstruction:
    """A school year, and its first and last day of instruction where both are known."""

    starts_on: date
    ends_on: date
    first_day_on: date | None = None
    last_day_on: date | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """What a day belongs to, and the first day of what comes after, where that is known."""

    name: SeasonName
    turns_on: date | None = None


UNKNOWN: Final = Season("unknown")


def season_on(day: date, years: Iterable[YearOfInstruction]) -> Season:
    """What the day belongs to. Summer turns on the next first day of instruction: that of the day's own school year,
    or of the year that follows at once."""
    known = {year.starts_on: year for year in years}
    own = next((year for year in known.values() if year.starts_on <= day <= year.ends_on), None)
    if own is None or own.first_day_on is None or own.last_day_on is None:
        return UNKNOWN
    if day < own.first_day_on:
        return Season("summer", own.first_day_on)
    if day <= own.last_day_on:
        return Season("in_session", own.last_day_on + timedelta(days=1))
    following = known.get(own.ends_on + timedelta(days=1))
    return Season("summer", None if following is None else following.first_day_on)


def running(times_of_day: Collection[str], season: SeasonName) -> Running:
    """Whether a program with these times of day runs in the season: in summer only where it says so, in session only
    where it says another time. One that says no times may run at any."""
    if not times_of_day or season == "unknown":
        return "unknown"
    if season == SUMMER:
        return "runs" if SUMMER in times_of_day else "not_in_summer"
    return "runs" if set(times_of_day) - {SUMMER} else "only_in_summer"


def rests(found: Running) -> bool:
    """Whether it is known not to run."""
    return found in ("not_in_summer", "only_in_summer")


def missed_from(
    from_on: date, through_on: date | None, programs: Collection[Collection[str]], years: Collection[YearOfInstruction]
) -> date | None:
    """The first day from `from_on` through `through_on` on which one of the programs runs or may run, each given by
    its times of day; None where there is no such day. Without a last day it looks as far as seasons are known."""
    if not programs:
        return from_on
    day = from_on
    while through_on is None or day <= through_on:
        season = season_on(day, years)
        if not all(rests(running(times, season.name)) for times in programs):
            return day
        if season.turns_on is None:
            # the end of a season is not known: what follows it begins a school year nobody has entered
            own = next(year for year in years if year.starts_on <= day <= year.ends_on)
            day = own.ends_on + timedelta(days=1)
        else:
            day = season.turns_on
    return None


@dataclass(frozen=True, slots=True)
class Rest:
    """A summer in which none of an agreement's programs runs: the last day of instruction before it, and the first day
    on which one of them is missed, where they are known."""

    last_day_on: date | None
    missed_from: date | None


def rest_after(
    last_on: date, programs: Collection[Collection[str]], years: Collection[YearOfInstruction]
) -> Rest | None:
    """What follows the last day of an agreement with these programs, if it is a summer that all of them rest in."""
    from_on = last_on + timedelta(days=1)
    if not programs or season_on(from_on, years).name != SUMMER:
        return None
    missed = missed_from(from_on, None, programs, years)
    if missed == from_on:
        return None
    taught = [year.last_day_on for year in years if year.last_day_on is not None and year.last_day_on <= last_on]
    return Rest(max(taught, default=None), missed)
