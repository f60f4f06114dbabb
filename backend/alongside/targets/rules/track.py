"""Whether a target is on track, and whether a report is missing (domain rule E5)."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Final, Literal

from .achievement import percent_of_change, progress, reaches
from .terms import TargetTerms

Rating = Literal[
    "context", "informational", "too_early", "awaiting_data", "no_data", "no_baseline",
    "on_track", "at_risk", "off_track", "met", "not_met", "not_reported",
]  # fmt: skip

ON_TRACK: Final = Fraction(90, 100)
AT_RISK: Final = Fraction(60, 100)
EARLY: Final = Fraction(15, 100)
OVERDUE_GRACE: Final = timedelta(days=14)


def elapsed(starts_on: date, ends_on: date, day: date) -> Fraction:
    """The share of the period that has passed, its first and last day counted: 0 to 1."""
    share = Fraction((day - starts_on).days + 1, (ends_on - starts_on).days + 1)
    return min(max(share, Fraction(0)), Fraction(1))


def rating(terms: TargetTerms, latest: Fraction | None, day: date) -> Rating:
    """Whether the target is on track on this day (domain rule E5). It is of one target; never average
    ratings.

    A whole-school target is ``context``: it is not rated. A limit passed is ``not_met`` and a count reached
    is ``met`` at once. A limit is rated as if the part of the period that has passed were to be no less
    than the part of the allowance used; a level to be kept that is not kept today is ``at_risk``.
    """
    if terms.population.kind == "whole_school":
        return "context"
    if terms.target is None:
        return "informational"
    reached = progress(terms, latest, day)
    if day > terms.ends_on:
        return "not_reported" if latest is None else "met" if reached.is_met else "not_met"
    if reached.is_locked:
        return "met" if reached.is_met else "not_met"
    if terms.pace == "end_only":
        return "awaiting_data" if latest is None else "met" if reached.is_met else "not_met"
    if latest is None:
        return "no_data"
    passed = elapsed(terms.starts_on, terms.ends_on, day)
    if passed < EARLY:
        return "too_early"
    if terms.pace == "milestone":
        return _by_milestone(terms, latest, day)
    if terms.is_ceiling:
        used = reached.allowance_used
        return _by_ratio(100 * passed / used) if used else "on_track"
    if reached.percent is None:
        return "on_track" if reached.is_met else "no_baseline" if terms.baseline is None else "at_risk"
    return _by_ratio(reached.percent / (100 * passed))


def _by_ratio(ratio: Fraction) -> Rating:
    return "on_track" if ratio >= ON_TRACK else "at_risk" if ratio >= AT_RISK else "off_track"


def _by_milestone(terms: TargetTerms, latest: Fraction, day: date) -> Rating:
    due = [milestone for milestone in terms.milestones if milestone.due_on <= day]
    if not due:
        return "too_early"
    if reaches(terms, latest, due[-1].value):
        return "on_track"
    share = percent_of_change(terms.baseline, due[-1].value, latest)
    return "at_risk" if share is None else _by_ratio(share / 100)


def result_due_on(terms: TargetTerms, last_as_of: date | None, day: date) -> date | None:
    """The day by which the next result is due: an interval after the last, and the last one at the end of the
    period. None: no more is owed, or none was agreed in between."""
    if day > terms.ends_on or last_as_of == terms.ends_on:
        return None
    if terms.pace == "end_only":
        return terms.ends_on
    if terms.reporting_interval_days is None:
        return None
    since = terms.starts_on if last_as_of is None else last_as_of
    return min(since + timedelta(days=terms.reporting_interval_days), terms.ends_on)


def is_data_overdue(terms: TargetTerms, last_as_of: date | None, day: date) -> bool:
    """Whether a report is missing for longer than the interval and 14 days; said beside the rating, within
    the period. A target without an interval, and one measured at the end only, owes none in between."""
    if terms.reporting_interval_days is None or terms.pace == "end_only" or day > terms.ends_on:
        return False
    since = terms.starts_on if last_as_of is None else last_as_of
    return day > since + timedelta(days=terms.reporting_interval_days) + OVERDUE_GRACE
