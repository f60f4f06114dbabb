"""How needs are scored and put in order: by rating, by hand, and how ties go.

Source: domain rule E6 (score, ties, manual rank).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from .assessment import CRITERIA, NeedFacts

OUT_OF_ORDER: Final = frozenset({"deferred", "dropped"})
"""A need in these states has no place."""


class RatingOutOfRange(ValueError):
    """A rating that is not 1 to 5, or of something that is not rated."""


def score(ratings: Mapping[str, int] | None) -> Decimal | None:
    """The mean of the rated criteria, to two decimals; None when nothing is rated. Raises RatingOutOfRange.

    Two different means of up to five ratings are at least 0.05 apart, so the rounding makes and breaks no
    tie.
    """
    if not ratings:
        return None
    if not set(ratings) <= set(CRITERIA) or not all(1 <= rating <= 5 for rating in ratings.values()):
        raise RatingOutOfRange("ratings are 1 to 5, by the five criteria")
    mean = Decimal(sum(ratings.values())) / len(ratings)
    return mean.quantize(Decimal("0.01"), ROUND_HALF_UP)


class RankRefused(ValueError):
    """A manual rank without a reason, below 1, or the same as another's."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A need's place. The score stays what the ratings say, even where the place was set by hand."""

    key: str
    rank: int
    score: Decimal | None
    is_overridden: bool


def check_rank_override(rank: int | None, reason: str | None) -> None:
    """A place set by hand starts at 1 and says why. Raises RankRefused."""
    if rank is None:
        return
    if rank < 1:
        raise RankRefused("places start at 1")
    if not (reason or "").strip():
        raise RankRefused("a place set by hand needs a reason")


def rank(needs: Collection[NeedFacts]) -> list[Ranked]:
    """The needs in order: those placed by hand on their places, the rest around them by score.

    Ties go by impact, urgency, number of students, then title (and key, so that the order is always the
    same); an unrated need and an unknown number come last. A place beyond the end is the end. Raises
    RankRefused for two needs on one place.
    """
    placed = sorted((need for need in needs if need.rank_override is not None), key=_by_hand)
    places = [_by_hand(need) for need in placed]
    if len(set(places)) < len(places):
        raise RankRefused("two needs stand on one place")
    if min(places, default=1) < 1:
        raise RankRefused("places start at 1")
    order = sorted((need for need in needs if need.rank_override is None), key=_by_score)
    for need in placed:
        order.insert(_by_hand(need) - 1, need)
    return [
        Ranked(need.key, place, score(need.ratings), need.rank_override is not None)
        for place, need in enumerate(order, start=1)
    ]


def unplaced(needs: Iterable[NeedFacts]) -> list[NeedFacts]:
    """The needs that have a place, as if no hand had moved one."""
    return [replace(need, rank_override=None) for need in needs if need.status not in OUT_OF_ORDER]


def _by_hand(need: NeedFacts) -> int:
    return need.rank_override or 0


def _by_score(need: NeedFacts) -> tuple[Decimal, int, int, int, str, str]:
    ratings = need.ratings or {}
    students = -1 if need.students is None else need.students
    points = score(ratings) or Decimal(0)
    return (
        -points,
        -ratings.get("impact", 0),
        -ratings.get("urgency", 0),
        -students,
        need.title.casefold(),
        need.key,
    )
