"""The pooled value of a target over schools and time, as far as one reader may know it (domain rules E4, E5, E7).

Stored hiding protects the schools of one day beside that day's total. A pool mixes days, and a reader who sees
their own school could subtract it; so whether a pool is shown is asked anew: of what stays hidden from this
reader in it, and of what it adds to the last pool shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from alongside.core.telling import on_the_wire
from alongside.measures.suppression import is_safe, small
from alongside.targets import rules

from .reported import Reported, hidden_figure

RATED = frozenset({"open", "closed"})
_PLACES = 1


@dataclass(frozen=True, slots=True)
class Measured:
    """The pools by day (None where hidden), and the last of those shown."""

    points: list[tuple[date, rules.RolledUp | None]]
    latest: rules.RolledUp | None
    last_as_of: date | None

    @property
    def is_hidden(self) -> bool:
        """Something was reported, and nothing of it may be shown pooled."""
        return self.latest is None and bool(self.points)


def is_safe_beside(pool: Sequence[Reported], terms: rules.TargetTerms, kind: str, min_n: int) -> bool:
    """Whether the sum of these results may stand beside those of them that this reader sees."""
    hidden = [rules.group_size(terms, kind, each.result) or 0 for each in pool if each.reason is not None]
    if not hidden:
        return True
    shown = [rules.group_size(terms, kind, each.result) or 0 for each in pool if each.reason is None]
    few = sum(small(size, min_n) for size in hidden)
    more = sum(size >= min_n for size in hidden)
    following = min((size for size in shown if size >= min_n), default=None)
    return is_safe(few, more, sum(hidden), following, min_n)


def measure(terms: rules.TargetTerms, kind: str, results: Sequence[Reported], min_n: int) -> Measured:
    """Roll the results up by day, and leave out each pool from which a hidden school could be worked out."""
    own = {each.key: each for each in results if each.result.status != "rejected"}
    standing = rules.standing(each.result for each in own.values())
    points: list[tuple[date, rules.RolledUp | None]] = []
    latest: rules.RolledUp | None = None
    told: frozenset[tuple[str | None, date]] = frozenset()
    for day in sorted({result.as_of for result in standing}):
        until = [result for result in standing if result.as_of <= day]
        pool = [own[(result.school, result.as_of)] for result in rules.counted(terms, until)]
        fresh = [each for each in pool if each.key not in told]
        if all(is_safe_beside(part, terms, kind, min_n) for part in (pool, fresh)):
            latest = rules.roll_up(terms, until)
            told = frozenset(each.key for each in pool)
            points.append((day, latest))
        else:
            points.append((day, None))
    return Measured(points, latest, standing[-1].as_of if standing else None)


def latest_by_school(results: Sequence[Reported]) -> dict[UUID, Reported]:
    """The last result that counts at each school."""
    own = {each.key: each for each in results if each.result.status != "rejected"}
    standing = rules.standing(each.result for each in own.values())
    return {own[(last.school, last.as_of)].school_id: own[(last.school, last.as_of)] for last in standing}


def _rounded(value: Fraction | None) -> float | None:
    return None if value is None else float(rules.rounded(value, _PLACES))


def pooled_figure(terms: rules.TargetTerms, rolled: rules.RolledUp | None) -> dict[str, Any]:
    """The pooled value as the wire carries it; hidden when it may not be told."""
    if rolled is None:
        return hidden_figure("complementary")
    return {
        "value": None if rolled.value is None else float(rolled.value),
        "numerator": rolled.numerator,
        "denominator": rolled.denominator,
        "words": None if rolled.value is None else rules.said(terms, rolled.value, terms.target),
        "suppressed": False,
        "reason": None,
    }


def series(terms: rules.TargetTerms, measured: Measured) -> list[dict[str, Any]]:
    """The pools by day, for a chart: a hidden one is a gap."""
    return [
        {
            "as_of_on": day,
            "figure": pooled_figure(terms, rolled),
            "schools": None if rolled is None else rolled.schools,
            "is_provisional": None if rolled is None else rolled.is_provisional,
        }
        for day, rolled in measured.points
    ]


def progress(row: Mapping[str, Any], terms: rules.TargetTerms, measured: Measured, day: date) -> dict[str, Any]:
    """How far the target has come and whether it is on track; nothing that follows from a hidden number."""
    hidden = measured.is_hidden
    rolled = rules.RolledUp() if measured.latest is None else measured.latest
    state = rules.progress(terms, rolled.value, day)
    rated = None if hidden or row["status"] not in RATED else rules.rating(terms, rolled.value, day)
    is_open = row["status"] == "open"
    told: dict[str, Any] = dict.fromkeys(
        ("status", "percent", "percent_words", "change", "is_met", "allowance_used", "bar")
    )
    if not hidden:
        percent = _percent(state)
        told = {
            "status": state.status,
            "percent": None if percent is None else float(percent),
            "percent_words": None if percent is None else f"{percent}%",
            "change": None if state.change is None else float(state.change),
            "is_met": state.is_met,
            "allowance_used": _rounded(state.allowance_used),
            "bar": _rounded(state.bar),
        }
    return {
        **told,
        "rating": rated,
        "finding": rules.finding(terms, rolled, day, hidden=hidden),
        "finding_said": [on_the_wire(each) for each in rules.finding_said(terms, rolled, day, hidden=hidden)],
        "latest": pooled_figure(terms, None if hidden else rolled),
        "as_of_on": rolled.as_of,
        "is_provisional": rolled.is_provisional,
        "schools_reporting": rolled.schools,
        "result_due_on": rules.result_due_on(terms, measured.last_as_of, day) if is_open else None,
        "data_overdue": is_open and rules.is_data_overdue(terms, measured.last_as_of, day),
        "suppressed": hidden,
    }


def _percent(state: rules.Progress) -> str | None:
    """With as many decimals as it takes not to read 100 before it is."""
    if state.percent is None:
        return None
    return rules.shown(state.percent, _PLACES, None if state.is_met else Fraction(100))
