"""Hiding small groups of students, so that nobody can be found in a number or worked out from the numbers
beside it.

Source: domain rule E7, points 1, 2 and 7. A *partition* is a set of counts of which each student is in
exactly one (race and ethnicity of one school in one year), published with its total.

1. **Primary**: a count above 0 and below ``min_n`` is hidden as ``small_n``. Zeros are shown.
2. **Complementary**: one hidden count is had by subtraction from the total, so the smallest remaining
   counts are hidden as well, as ``complementary``, until at least two are hidden, their sum reaches
   ``min_n``, and none of them is fixed by what everybody knows. Where that cannot be reached, the total is
   hidden too.
3. Of a dimension with two categories both are hidden or none, zero or not.

"What everybody knows" is more than the sum. The published reason says that a ``small_n`` count is 1 to
``min_n - 1`` and a ``complementary`` one at least ``min_n``; and this rule, which is public, says that it
is not above the smallest count still shown (not even equal to it, where the key decides a tie). From {1,
10, 45} with ``min_n`` 10, hiding 1 and 10 would tell both, since no other pair adds up to 11; {9, 9} with
its total 18 tells both as well; and in {9, 20, 20} hiding 9 and one 20 would. With *p* hidden small counts,
*c* complementary ones, their sum *s*, and *top* one less than the smallest count above 0 that is still
shown, a choice is safe when

* ``p + c >= 2`` and ``s >= min_n``,
* ``s > p + c * min_n`` (else every hidden count is at its lower end), and
* where c = 0: ``s < p * (min_n - 1)`` (else every one is at its upper end); where c > 0: nothing above 0 is
  shown any more, or ``top > min_n`` and ``s < p * (min_n - 1) + c * top``.

**Set-wise.** Per partition that has a small count, sort the counts that are ``>= min_n`` by (count,
category key; keys compared by code point, which is Postgres's "C" collation), number them from 1, and let
row *k* carry ``c = k``, the running sum, and ``lead(count) - 1`` as *top*; row 0 stands for the small
counts alone. Hide the small counts and rows ``1 .. K``, where K is the first row whose choice is safe; when
there is none, all of them and the total. `complementary_rows` is exactly this and nothing else, so that a
statement can be held against it by property test.

Not covered here: somebody who runs the rule over every possible table (of three groups nothing is found
that way, of more rarely something), a total that is published a second time somewhere else, levels (school
and district), and releases over time. They need the audit of everything that is published together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypedDict, TypeVar

Reason = Literal["small_n", "complementary"]
T = TypeVar("T")

LOWEST_MIN_N = 5
"""Below this a hidden count would be narrowed down to three values or fewer by its reason alone."""

HIGHEST_MIN_N = 30
"""Above this next to nothing would be shown; no state goes higher."""


class ShownValue(TypedDict, Generic[T]):
    """A value that may be seen, on the wire."""

    value: T
    suppressed: Literal[False]
    reason: None


class HiddenValue(TypedDict):
    """A value hidden for privacy, on the wire: never 0, and numerator, denominator and percent hide with
    it."""

    value: None
    suppressed: Literal[True]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a partition hides: the reason per hidden category, and the reason for the total, if it is
    hidden."""

    categories: dict[str, Reason]
    total: Reason | None


def small(count: int | None, min_n: int) -> bool:
    """Whether a count of students is above 0 and below the minimum. An unknown count is not small."""
    return count is not None and 0 < count < min_n


def is_safe(hidden_small: int, hidden_more: int, total: int, following: int | None, min_n: int) -> bool:
    """Whether hiding so many small and other counts, adding up to ``total``, leaves none of them to be
    worked out.

    ``following`` is the smallest count above 0 that is still shown and not small, if there is one.
    """
    if hidden_small + hidden_more < 2 or total < min_n:
        return False
    if total == hidden_small + hidden_more * min_n:
        return False
    highest_small = hidden_small * (min_n - 1)
    if hidden_more == 0:
        return total < highest_small
    if following is None:
        return True
    top = following - 1
    return top > min_n and total < highest_small + hidden_more * top


def complementary_rows(small_counts: Sequence[int], ascending: Sequence[int], min_n: int) -> int | None:
    """How many of the other counts, smallest first, hide along with the small ones; None: all, and the
    total too."""
    running = sum(small_counts)
    for k in range(len(ascending) + 1):
        following = ascending[k] if k < len(ascending) else None
        if is_safe(len(small_counts), k, running, following, min_n):
            return k
        running += following or 0
    return None


def suppress(counts: Mapping[str, int | None], min_n: int, *, total_shown: bool = True) -> Outcome:
    """What to hide of a partition: number of students by category key.

    A category whose count is None was not published and takes no part. ``total_shown`` says whether the sum
    of the counts is published beside them; without it nothing can be subtracted, and only rules 1 and 3
    apply. Raises ValueError for a negative count or a minimum below LOWEST_MIN_N.
    """
    known = {key: count for key, count in counts.items() if count is not None}
    if min_n < LOWEST_MIN_N:
        raise ValueError(f"the minimum is at least {LOWEST_MIN_N}")
    if any(count < 0 for count in known.values()):
        raise ValueError("a count of students is never negative")
    hidden: dict[str, Reason] = {key: "small_n" for key, count in known.items() if small(count, min_n)}
    if not hidden:
        return Outcome({}, None)
    others = sorted((key for key, count in known.items() if count >= min_n), key=lambda key: (known[key], key))
    rows: int | None = 0
    if total_shown:
        rows = complementary_rows([known[key] for key in hidden], [known[key] for key in others], min_n)
    hidden |= dict.fromkeys(others[:rows], "complementary")
    if len(known) == 2:
        hidden |= dict.fromkeys(known.keys() - hidden.keys(), "complementary")
    return Outcome(hidden, "complementary" if rows is None else None)


def suppress_group(count: int | None, everyone: int | None, min_n: int) -> Reason | None:
    """Whether to hide one group that is shown beside the number of all students (English learners of a
    school).

    A group and everybody else are a dimension with two categories, although only one of them is on the
    page: 585 of 589 also tells that 4 are not in it. Unknown counts hide nothing. Raises ValueError when
    the group is larger.
    """
    if count is None or everyone is None:
        return "small_n" if small(count, min_n) else None
    return suppress({"in": count, "out": everyone - count}, min_n, total_shown=False).categories.get("in")


def suppress_rate(denominator: int | None, min_n: int) -> Reason | None:
    """Whether to hide a rate over so many students. A rate published without its denominator is shown as
    published."""
    return "small_n" if small(denominator, min_n) else None


def guarded(value: T, reason: Reason | None) -> ShownValue[T] | HiddenValue:
    """A value as the wire carries it (rule E7.7): itself, or null with the reason."""
    if reason is None:
        return ShownValue(value=value, suppressed=False, reason=None)
    return HiddenValue(value=None, suppressed=True, reason=reason)
