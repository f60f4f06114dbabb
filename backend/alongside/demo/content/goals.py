"""What a performance target and a report of results are in the demonstration's tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .findings import THIS_YEAR

Value = int | float | tuple[int, int]
"""A value, or how many of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The results of one day, by school: entered by whom and when, and by whom and when verified."""

    as_of: date
    by: str
    on: date
    values: Mapping[str, Value]
    notes: Mapping[str, str] | None = None
    verified: tuple[str, date] | None = None
    rejected: tuple[str, date, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A target over some schools of one program. `path` is each move, its day and actor; for one school's word the
    school stands with it, for a reason the reason."""

    key: str
    program: str
    schools: tuple[str, ...]
    name: str
    kind: str
    measure: str
    unit: str
    words: str
    starts: date
    ends: date
    direction: str = "increase"
    aggregation: str = "latest"
    population: str = "students_served"
    year: str = THIS_YEAR
    baseline: Value | None = None
    baseline_source: str | None = None
    baseline_period: str | None = None
    target: float | None = None
    method: str = "absolute"
    pace: str = "linear"
    milestones: tuple[tuple[date, float], ...] = ()
    every: int | None = None
    data_source: str | None = None
    need: str | None = None
    written: tuple[date, str]
    path: tuple[tuple[str, date, str, str | None], ...] = ()
    reports: tuple[Report, ...] = ()


Path = tuple[tuple[str, date, str, str | None], ...]


def agreed(proposed: date, by: str, words: Mapping[str, str], on: date) -> Path:
    """One side proposes, and each school's leader agrees on a day."""
    return (("propose", proposed, by, None), *(("agree-school", on, who, school) for school, who in words.items()))


def opened(proposed: date, by: str, words: Mapping[str, str], on: date) -> Path:
    """Proposed, agreed, and open from that day on."""
    return (*agreed(proposed, by, words, on), ("open", on, by, None))
