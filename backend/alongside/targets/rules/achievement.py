"""How far a target has come (domain rule E4). Values are compared exactly; only what is shown is rounded."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from .terms import TargetTerms


def percent_of_change(
    baseline: Decimal | Fraction | None, target: Decimal | Fraction | None, latest: Fraction | None
) -> Fraction | None:
    """How much of the targeted change is achieved, 100 being all: signed, so it holds in both directions.
    None where something is missing or there is no change to achieve."""
    if baseline is None or target is None or latest is None or baseline == target:
        return None
    start = Fraction(baseline)
    return 100 * (latest - start) / (Fraction(target) - start)


def reaches(terms: TargetTerms, value: Fraction, mark: Decimal | Fraction) -> bool:
    """Whether a value is at the mark or past it, in the target's direction. Unrounded."""
    return value <= Fraction(mark) if terms.wants_less else value >= Fraction(mark)


def rounded(value: Fraction, places: int) -> Decimal:
    """Rounded half away from zero, as people do."""
    units = int(abs(value) * 10**places + Fraction(1, 2))
    return Decimal(-units if value < 0 else units).scaleb(-places)


def shown(value: Fraction, places: int, unreached: Decimal | Fraction | None = None) -> str:
    """The value with so many decimals; with more, one at a time, while rounding would show ``unreached``
    though the value is not that (rule E4)."""
    if unreached is not None and value != Fraction(unreached):
        while rounded(value, places) == rounded(Fraction(unreached), places):
            places += 1
    return f"{rounded(value, places):f}"


Status = Literal[
    "no_data", "informational", "no_baseline", "in_progress", "moving_away", "met", "within_limit", "missed"
]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a target has come. ``percent`` of the change (signed, may pass 100) and ``allowance_used``
    (ceilings) are exact; ``bar`` is 0 to 100 for drawing; ``is_locked``: reached for good."""

    status: Status
    percent: Fraction | None = None
    change: Fraction | None = None
    is_met: bool | None = None
    allowance_used: Fraction | None = None
    is_locked: bool = False

    @property
    def bar(self) -> Fraction | None:
        filled = self.percent if self.allowance_used is None else self.allowance_used
        return None if filled is None else min(max(filled, Fraction(0)), Fraction(100))


def progress(terms: TargetTerms, latest: Fraction | None, day: date) -> Progress:
    """Every row of domain rule E4."""
    if latest is None:
        return Progress("no_data")
    change = None if terms.baseline is None else latest - Fraction(terms.baseline)
    if terms.target is None:
        return Progress("informational", change=change)
    if terms.is_ceiling:
        return _ceiling(terms, Fraction(terms.target), latest, day)
    met = reaches(terms, latest, terms.target)
    percent = percent_of_change(terms.baseline, terms.target, latest)
    status: Status = "met" if met else "in_progress"
    if terms.baseline is None:
        status = "no_baseline"
    elif percent is not None and percent < 0:
        status = "met" if met else "moving_away"
    locked = met and terms.aggregation == "cumulative"
    return Progress(status, percent, change, met, None, locked)


def _ceiling(terms: TargetTerms, limit: Fraction, latest: Fraction, day: date) -> Progress:
    used = 100 * latest / limit if limit else None
    if latest > limit:
        return Progress("missed", is_met=False, allowance_used=used, is_locked=True)
    over = day > terms.ends_on
    return Progress("met" if over else "within_limit", is_met=over, allowance_used=used, is_locked=over)
