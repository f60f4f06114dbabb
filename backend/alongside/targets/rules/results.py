"""Which results count, what is wrong with one, and all of them as one value (domain rule E4): a rate is
Σ numerators / Σ denominators, never a mean of percentages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .terms import Fault, Population, Side, TargetTerms


@dataclass(frozen=True, slots=True)
class Result:
    """One reported result: a value, or numerator and denominator (rates). ``recorded`` orders corrections:
    of two for the same school and day the later one stands. A value of a cumulative target is what its own
    interval added."""

    as_of: date
    recorded: int
    status: str
    school: str | None = None
    value: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None


def result_problems(
    terms: TargetTerms, result: Result, population: Population, day: date, side: Side | None
) -> list[Fault]:
    """What is wrong with a result that ``side`` (None: the district) reports on this day about this
    population."""
    found = population_problems(terms.population, population)
    if terms.population.kind == "whole_school" and side == "partner":
        words = "What a whole school reaches is context; the school or the district reports it."
        found.append(Fault("population", "whole_school_is_context", words))
    if not terms.starts_on <= result.as_of <= terms.ends_on:
        found.append(Fault("as_of", "outside_period", "The day lies outside the target's period."))
    if result.as_of > day:
        found.append(Fault("as_of", "in_the_future", "The day has not come yet."))
    return found + _value_faults(terms, result)


def group_size(terms: TargetTerms, kind: str, result: Result) -> int | None:
    """How many students a result is about, as far as it tells: what decides whether it is a small group.

    The denominator of a rate; and a count of students who are better off, which is such a number itself (what a
    program offered, sessions or hours, is not). The whole school is nobody's small group.
    """
    if terms.population.kind == "whole_school":
        return None
    if result.denominator is not None:
        return result.denominator
    if kind == "better_off" and terms.unit == "count" and result.value is not None:
        return int(result.value)
    return None


JUMP: Final = Fraction(30, 100)


def amount(terms: TargetTerms, result: Result) -> Fraction | None:
    """One result's value by itself, a rate as percent; None for a rate of nobody."""
    if result.denominator is None or result.numerator is None:
        return None if result.value is None else Fraction(result.value)
    scale = 100 if terms.unit == "percent" else 1
    return Fraction(result.numerator * scale, result.denominator) if result.denominator else None


def jump(terms: TargetTerms, last: Result | None, given: Result) -> Fraction | None:
    """How far a result is from the school's last one, as a share of that, where it is too far to be believed
    without asking again; None: plausible, or there is nothing to compare with."""
    before = None if last is None else amount(terms, last)
    now = amount(terms, given)
    if before is None or now is None or before == 0:
        return None
    share = (now - before) / abs(before)
    return share if abs(share) > JUMP else None


def _value_faults(terms: TargetTerms, result: Result) -> list[Fault]:
    counts = (result.numerator, result.denominator)
    if (result.value is None) == (counts == (None, None)) or counts.count(None) == 1:
        return [Fault("value", "value_or_counts", "Give the value, or numerator and denominator.")]
    if result.numerator is None or result.denominator is None:
        if terms.unit == "percent" and terms.population.kind != "whole_school":
            words = "Give how many of how many: percentages do not add up, and small groups need protection."
            return [Fault("numerator", "counts_required", words)]
        return []
    if terms.unit not in {"percent", "ratio"}:
        return [Fault("value", "value_required", "This unit takes a value.")]
    if result.numerator < 0 or result.denominator < 0:
        return [Fault("numerator", "negative", "Counts are never negative.")]
    if terms.unit == "percent" and result.numerator > result.denominator:
        return [Fault("numerator", "exceeds_denominator", "The part is larger than the whole.")]
    return []


def population_problems(target: Population, measured: Population) -> list[Fault]:
    """Baseline and results are of the target's own population. A whole-school measure stands beside a
    narrower target as context and is never a partner's result."""
    if measured == target:
        return []
    if measured.kind == "whole_school":
        return [Fault("population", "whole_school_is_context", "A whole-school measure is context, not a result.")]
    return [Fault("population", "population_differs", "This is not the population of the target.")]


@dataclass(frozen=True, slots=True)
class RolledUp:
    """The results of a target as one: exact value (None: nothing reported, a denominator of 0, or
    percentages that cannot be added), the counts behind a rate, the last day measured, and whether any of
    it is yet unverified."""

    value: Fraction | None = None
    numerator: int | None = None
    denominator: int | None = None
    as_of: date | None = None
    is_provisional: bool = False
    schools: int = 0


def standing(results: Iterable[Result]) -> list[Result]:
    """The results that count, oldest first. Per school: the verified ones, or those submitted while none
    is; of one day the one recorded last. Rejected ones never count."""
    by_school: dict[str | None, list[Result]] = {}
    for result in results:
        if result.status != "rejected":
            by_school.setdefault(result.school, []).append(result)
    counted: list[Result] = []
    for own in by_school.values():
        pool = [result for result in own if result.status == "verified"] or own
        per_day = {result.as_of: result for result in sorted(pool, key=lambda result: result.recorded)}
        counted += per_day.values()
    return sorted(counted, key=lambda result: (result.as_of, result.school or "", result.recorded))


def counted(terms: TargetTerms, results: Iterable[Result]) -> list[Result]:
    """Those of the results that stand which make up the target's value: of each school the last one, or all."""
    stand = standing(results)
    return list({result.school: result for result in stand}.values()) if terms.aggregation == "latest" else stand


def roll_up(terms: TargetTerms, results: Iterable[Result]) -> RolledUp:
    """The target's one value over time and schools, by its aggregation (rule E4)."""
    pool = counted(terms, results)
    if not pool:
        return RolledUp()
    last_day = max(result.as_of for result in pool)
    provisional = any(result.status != "verified" for result in pool)
    schools = len({result.school for result in pool})
    rates = [
        (result.numerator, result.denominator)
        for result in pool
        if result.numerator is not None and result.denominator is not None
    ]
    if len(rates) < len(pool):
        value = None if rates else _combined(terms, [Fraction(result.value or 0) for result in pool])
        return RolledUp(value, None, None, last_day, provisional, schools)
    part, whole = sum(part for part, _ in rates), sum(whole for _, whole in rates)
    scale = 100 if terms.unit == "percent" else 1
    value = Fraction(part * scale, whole) if whole else None
    return RolledUp(value, part, whole, last_day, provisional, schools)


def _combined(terms: TargetTerms, values: Sequence[Fraction]) -> Fraction | None:
    if len(values) == 1:
        return values[0]
    if terms.unit in {"percent", "ratio"} or terms.aggregation == "rate":
        return None
    if terms.aggregation == "average":
        return sum(values, Fraction(0)) / len(values)
    return None if terms.unit == "score" else sum(values, Fraction(0))
