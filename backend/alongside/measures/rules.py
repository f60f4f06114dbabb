"""What a published value means, and what of a school's numbers must be hidden, without touching the database.

Sources: domain rules E7 (small groups) and EDU-09 (aggregates only). A value is kept as it was published: a
range stays text, a rate without its denominator stays without one. `hide` puts the rules of suppression.py
together for everything that is published of one school in one period; `hiding.py` is its twin in SQL.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import floor
from typing import Final

from .groups import EVERYBODY, POPULATION, dimension_of
from .suppression import Reason, small, suppress, suppress_group

FEWEST: Final = 3
"""A percentage of fewer students than this, or of all but fewer, hides however many it is out of (SUP-01)."""

SINGLE_STUDENTS: Final = 0.5
"""A batch is refused when more than this share of its denominators is 1: those are students, not groups."""

_NUMBER: Final = re.compile(r"(-?)(\d{1,12}|\d{1,3}(?:,\d{3})+)(\.\d{1,6})?\s?(%?)")
_RANGE: Final = re.compile(
    r"[<>≤≥]\s?=?\s?\d+(\.\d+)?\s?%?|\d+(\.\d+)?\s?%?\s?(-|–|to)\s?\d+(\.\d+)?\s?%?",
)
_TEXT_LENGTH: Final = 200


class ValueRefused(ValueError):
    """A published value that its measure cannot hold; `code` and the message never repeat it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@lru_cache(maxsize=65_536)
def read_value(published: str, unit: str) -> tuple[Decimal | None, str | None]:
    """A published value as a number, or as the text that it was published as. Raises ValueRefused.

    `41%` is the number 41; `> 75%`, `< 30%` and `10-19` are ranges and stay text; of a measure in words
    everything is text.
    """
    if len(published) > _TEXT_LENGTH or not published.isprintable():
        raise ValueRefused("text", "A published value is one line of up to 200 characters")
    if unit == "text":
        return None, published
    if found := _NUMBER.fullmatch(published):
        if found[4] and unit != "percent":
            raise ValueRefused("not_a_number", "This measure is not a percentage")
        return check_number(Decimal((found[1] + found[2] + (found[3] or "")).replace(",", "")), unit), None
    if _RANGE.fullmatch(published):
        return None, published
    raise ValueRefused("not_a_number", "This must be a number or a published range")


def check_number(value: Decimal, unit: str) -> Decimal:
    """The number, when its unit allows it. Raises ValueRefused.

    Percentages have no upper end here: districts publish rates above 100 (chronic truancy), and a value is
    kept as published.
    """
    if not value.is_finite() or abs(value) >= Decimal(10) ** 12:
        raise ValueRefused("out_of_range", "This number is out of range")
    if value < 0:
        raise ValueRefused("out_of_range", "This may not be negative")
    if unit == "percentile" and value > 100:
        raise ValueRefused("out_of_range", "A percentile is at most 100")
    if unit == "count" and value != value.to_integral_value():
        raise ValueRefused("not_whole", "A count of students is a whole number")
    if unit == "text":
        raise ValueRefused("not_text", "This measure is published in words")
    return value


def rate(numerator: int, denominator: int, unit: str) -> Decimal:
    """The value that a numerator and a denominator give in a unit, to four decimals. Raises ValueRefused."""
    if denominator <= 0:
        raise ValueRefused("denominator", "The denominator must be above 0")
    if numerator < 0:
        raise ValueRefused("out_of_range", "This may not be negative")
    factor = {"percent": 100, "per_100": 100, "ratio": 1}.get(unit)
    if factor is None:
        raise ValueRefused("not_a_rate", "This measure is not a rate; send its value")
    if unit == "percent" and numerator > denominator:
        raise ValueRefused("numerator", "The numerator is larger than the denominator")
    exact = Decimal(numerator) * factor / denominator
    return exact.quantize(Decimal("0.0001"), ROUND_HALF_UP).normalize() + 0


def is_mostly_single_students(ones: int, denominators: int) -> bool:
    """Whether a batch with so many denominators, so many of them 1, looks like one row a student."""
    return ones > denominators * SINGLE_STUDENTS


@dataclass(frozen=True, slots=True)
class Published:
    """One number of one school in one period. `value` is None where the value was published as text."""

    key: int
    measure: str
    source: str
    group: str
    is_count: bool = False
    is_percent: bool = False
    value: int | Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None


def hide(published: Iterable[Published], min_n: int) -> dict[int, Reason]:
    """What to hide of everything published about one school in one period, by key.

    1. Within a measure of a source each dimension is a partition (what its groups leave of the total is one
       more group, although nobody published it), and every other group stands beside everybody else.
    2. Where the total hides, every group above 0 hides: together they would tell it.
    3. A percentage that tells of one or two students, or of all but one or two, hides; of none or all it is shown.
    4. A group that hides under one source hides under every source of the measure.
    5. A rate that brings its numerator or denominator hides where the count of its group hides.

    A rate without a denominator is over as many students as its group is known to have.
    """
    rows = list(published)
    known = _known(rows)
    batches: dict[tuple[str, str], list[Published]] = defaultdict(list)
    for row in rows:
        batches[row.measure, row.source].append(row)
    hidden: dict[int, Reason] = {}
    for batch in batches.values():
        hidden |= _hide_within(batch, known, min_n)
    for row in rows:
        if tells_of_few(row):
            hidden.setdefault(row.key, "small_n")
    hiding = {(row.measure, row.group) for row in rows if row.key in hidden}
    for row in rows:
        brings_n = row.numerator is not None or row.denominator is not None
        if (row.measure, row.group) in hiding or (not row.is_count and brings_n and (POPULATION, row.group) in hiding):
            hidden.setdefault(row.key, "complementary")
    return hidden


def tells_of_few(row: Published) -> bool:
    """Whether a percentage and its denominator tell of fewer than three students, or of all but fewer than three."""
    if not row.is_percent or row.denominator is None:
        return False
    part = row.numerator
    if part is None:
        if row.value is None:
            return False
        part = floor(Decimal(row.value) * row.denominator / 100 + Decimal("0.5"))
    return 0 < part < FEWEST or 0 < row.denominator - part < FEWEST


def _known(rows: Sequence[Published]) -> dict[int, int]:
    """Over how many students each number is, where that is known."""
    population: dict[str, int] = {}
    for row in rows:
        if row.measure == POPULATION and row.is_count and row.value is not None:
            population[row.group] = min(int(row.value), population.get(row.group, int(row.value)))
    known = {}
    for row in rows:
        n = row.value if row.is_count else row.denominator if row.denominator is not None else population.get(row.group)
        if n is not None:
            known[row.key] = int(n)
    return known


def _hide_within(batch: Sequence[Published], known: dict[int, int], min_n: int) -> dict[int, Reason]:
    """Steps 1 and 2: one measure of one source."""
    counted = {row.group: row for row in batch if row.key in known}
    total = counted.get(EVERYBODY)
    everyone = None if total is None else known[total.key]
    hidden: dict[int, Reason] = {}
    total_hides: Reason | None = "small_n" if small(everyone, min_n) else None
    for dimension in sorted({found for group in counted if (found := dimension_of(group)) is not None}):
        counts: dict[str, int | None] = {
            group: known[row.key] for group, row in counted.items() if dimension_of(group) == dimension
        }
        unpublished = 0 if everyone is None else everyone - sum(count or 0 for count in counts.values())
        if unpublished > 0:
            counts[""] = unpublished
        outcome = suppress(counts, min_n, total_shown=everyone is not None)
        hidden |= {counted[group].key: reason for group, reason in outcome.categories.items() if group}
        total_hides = total_hides or outcome.total
    for group, row in counted.items():
        if group != EVERYBODY and dimension_of(group) is None:
            n = known[row.key]
            reason = suppress_group(n, everyone if everyone is None or n <= everyone else None, min_n)
            if reason is not None:
                hidden[row.key] = reason
    if total is not None and total_hides is not None:
        hidden[total.key] = total_hides
        for row in counted.values():
            if known[row.key] > 0:
                hidden.setdefault(row.key, "complementary")
    return hidden
