"""How a school's needs are found, proved, put in order and published.

Sources: domain rules B8 (assessment and need), E6 (score, ties, manual rank). The full way asks for
evidence and every rating; the five-minute way asks for three needs in a sentence each.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from alongside.core.lifecycle import SYSTEM, Lifecycle, Move, move
from alongside.identity.scopes import Role
from alongside.partners.rules import OFFICE
from alongside.schools.school_year import years_after

SCHOOL_SIDE: Final = frozenset({Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR})
LEADER: Final = frozenset({Role.SCHOOL_LEADER})

ASSESSMENT: Final = Lifecycle(
    states=(
        "draft",
        "collecting",
        "analyzing",
        "prioritizing",
        "submitted",
        "approved",
        "published",
        "superseded",
    ),
    moves=(
        # The stages of the work are a diary, not a gate: forward and back as the team likes, until approval.
        move("collect", {"draft", "analyzing", "prioritizing", "submitted"}, "collecting", SCHOOL_SIDE),
        move("analyze", {"draft", "collecting", "prioritizing", "submitted"}, "analyzing", SCHOOL_SIDE),
        move("prioritize", {"draft", "collecting", "analyzing", "submitted"}, "prioritizing", SCHOOL_SIDE),
        move("submit", {"draft", "collecting", "analyzing", "prioritizing"}, "submitted", SCHOOL_SIDE),
        move("approve", {"submitted"}, "approved", LEADER),
        move("publish", {"approved"}, "published", LEADER),
        # Opens the next version, in draft; this one stays published until that one is, then is superseded.
        move("reopen", {"approved", "published"}, "draft", OFFICE, asks={"reason"}),
        move("supersede", {"approved", "published"}, "superseded", {SYSTEM}),
    ),
)

NEED: Final = Lifecycle(
    states=("identified", "prioritized", "matched", "being_addressed", "met", "deferred", "dropped"),
    moves=(
        move("prioritize", {"identified", "deferred"}, "prioritized", SCHOOL_SIDE),
        move("match", {"prioritized"}, "matched", SCHOOL_SIDE | {SYSTEM}),
        move("address", {"prioritized", "matched"}, "being_addressed", SCHOOL_SIDE | {SYSTEM}),
        move("meet", {"being_addressed"}, "met", SCHOOL_SIDE),
        move(
            "defer",
            {"identified", "prioritized", "matched", "being_addressed"},
            "deferred",
            SCHOOL_SIDE,
            asks={"reason"},
        ),
        move(
            "drop",
            {"identified", "prioritized", "matched", "being_addressed", "deferred"},
            "dropped",
            SCHOOL_SIDE,
            asks={"reason"},
        ),
    ),
)

CRITERIA: Final = ("impact", "urgency", "magnitude", "feasibility", "alignment")
"""What a need is rated by, 1 (low) to 5 (high)."""

TOP_NEEDS: Final = 3

NEEDS: Final[Mapping[str, str]] = {
    "needs": "Put at least one need in order.",
    "one_to_three_needs": "Name one to three needs.",
    "title": "Give every need a title.",
    "area": "Say for every need which area it belongs to.",
    "sentence": "Say every need in a sentence: what it is like now.",
    "evidence": "Give evidence for every need that is put in order.",
    "ratings": "Rate every need by impact, urgency, magnitude, feasibility and alignment.",
}
"""What a move of an assessment or a need may lack, in words."""

Path = Literal["full", "top_three"]


@dataclass(frozen=True, slots=True)
class NeedFacts:
    """What the rules look at in one need. ``ratings`` holds the rated criteria only."""

    key: str
    title: str
    has_area: bool
    current_condition: str
    evidence: int = 0
    ratings: Mapping[str, int] | None = None
    students: int | None = None
    status: str = "identified"
    rank_override: int | None = None


def assessment_needs_of(path: Path, needs: Collection[NeedFacts]) -> Callable[[Move], list[str]]:
    """The guards of `ASSESSMENT`: codes of `NEEDS`.

    On the full way at least one need is put in order, and what is in order is proved and rated; others may
    wait. On the five-minute way all its needs count that are neither deferred nor dropped.
    """
    standing = [need for need in needs if need.status not in {"deferred", "dropped"}]
    in_order = [need for need in standing if need.status != "identified"]

    def missing(made: Move) -> list[str]:
        if made.verb not in {"submit", "approve", "publish"}:
            return []
        if path == "top_three":
            count = [] if 1 <= len(standing) <= TOP_NEEDS else ["one_to_three_needs"]
            return count + _lacking(standing, plain_needs)
        return ([] if in_order else ["needs"]) + _lacking(in_order, prioritizing_needs)

    return missing


def _lacking(needs: Iterable[NeedFacts], rule: Callable[[NeedFacts], list[str]]) -> list[str]:
    found = {code for need in needs for code in rule(need)}
    return [code for code in NEEDS if code in found]


def plain_needs(need: NeedFacts) -> list[str]:
    """What a need lacks that every need has: a title, an area, a sentence."""
    complete = {
        "title": bool(need.title.strip()),
        "area": need.has_area,
        "sentence": bool(need.current_condition.strip()),
    }
    return [code for code, there in complete.items() if not there]


def prioritizing_needs(need: NeedFacts) -> list[str]:
    """What a need lacks before it may be put in order on the full way: evidence and every rating as well."""
    complete = {"evidence": need.evidence > 0, "ratings": set(need.ratings or {}) >= set(CRITERIA)}
    return plain_needs(need) + [code for code, there in complete.items() if not there]


def need_needs_of(path: Path, need: NeedFacts) -> Callable[[Move], list[str]]:
    """The guard of `NEED`: what putting it in order takes on this way."""
    rule = plain_needs if path == "top_three" else prioritizing_needs
    return lambda made: rule(need) if made.verb == "prioritize" else []


def may_be_matched(meet_via_partnership: str) -> bool:
    """Whether partners are looked for: ``no`` keeps a need out of every match and every count of cover."""
    return meet_via_partnership != "no"


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


def gap(current: Decimal | None, desired: Decimal | None) -> Decimal | None:
    """How far the desired condition is from the current one, signed, where both are numbers."""
    return None if current is None or desired is None else desired - current


Unit = Literal["percent", "per_100_students", "percentile", "score", "count", "days"]
Direction = Literal["increase", "decrease"]


@dataclass(frozen=True, slots=True)
class EvidenceMeasure:
    """What a proposal needs of a measure. ``direction`` is the way that is better, None if neither is."""

    key: str
    label: str
    unit: Unit | str
    direction: Direction | None
    may_be_evidence: bool


@dataclass(frozen=True, slots=True)
class EvidenceProposal:
    """A measure in which a school stands worse than the published district value.

    ``gap`` is above 0, in the measure's unit; ``share`` is the gap in proportion to the district's value
    (the gap itself where that is 0), by which measures in different units can be put worst first.
    """

    measure: str
    gap: Decimal
    share: Decimal
    sentence: str


def propose_evidence(
    measure: EvidenceMeasure, value: Decimal | str | None, district: Decimal | str | None, period: str
) -> EvidenceProposal | None:
    """The evidence that a school's published value gives for a need, or none.

    None when the measure may not serve as evidence or has no better direction, when either value is missing
    or was published as text (``"> 75%"`` is a range and never becomes a number), or when the school stands
    no worse.
    """
    if not measure.may_be_evidence or measure.direction is None:
        return None
    if not isinstance(value, Decimal) or not isinstance(district, Decimal):
        return None
    if not (value.is_finite() and district.is_finite()):
        return None
    short_by = district - value if measure.direction == "increase" else value - district
    if short_by <= 0:
        return None
    own, other, apart = _said(value, district, 1 if measure.unit == "percent" else 0)
    side = "below" if measure.direction == "increase" else "above"
    points = "point" if Decimal(apart) == 1 else "points"
    match measure.unit:
        case "percent":
            said = f"{own}% is {apart} {points} {side} the district's {other}%"
        case "per_100_students":
            said = f"{own} per 100 students is {apart} {side} the district's {other}"
        case _:
            said = f"{own} is {apart} {side} the district's {other}"
    share = short_by / abs(district) if district else short_by
    return EvidenceProposal(measure.key, short_by, share, f"{measure.label} {said} ({period})")


def _said(value: Decimal, district: Decimal, least: int) -> tuple[str, str, str]:
    """Both values and how far apart they are, as published; of long fractions two places, if they tell them apart."""
    places = max(_places(value), _places(district), least)
    if places > 2 and round(value, 2) != round(district, 2):
        places = 2
    own, other = f"{value:.{places}f}", f"{district:.{places}f}"
    return own, other, f"{abs(Decimal(own) - Decimal(other)):.{places}f}"


def _places(number: Decimal) -> int:
    return len(f"{number:f}".partition(".")[2])


STALE_AFTER_YEARS: Final = 3
"""Published needs are looked at anew at least every three years (rule E6)."""


def is_stale(published_on: date | None, day: date) -> bool:
    """Whether an assessment is too old to go by; one never published is unknown rather than old."""
    return published_on is not None and day > years_after(published_on, STALE_AFTER_YEARS)


def path_of(kind: str) -> Path:
    """Which way an assessment goes: a survey names the top needs, every other kind goes the full way."""
    return "top_three" if kind == "partnership_needs_survey" else "full"


EDITABLE: Final = frozenset({"draft", "collecting", "analyzing", "prioritizing", "submitted"})
"""Until approval the school works on its needs; afterwards only their progress moves."""
