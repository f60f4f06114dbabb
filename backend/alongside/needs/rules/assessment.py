"""How an assessment and its needs move, and what a step still lacks.

Sources: domain rules B8 (assessment and need), E6 (all criteria before prioritizing, three years). The full way
asks for evidence and every rating; the five-minute way asks for three needs in a sentence each.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
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
        # the last partnership that was for it ended, or was no fit: somebody else is looked for
        move("release", {"matched", "being_addressed"}, "prioritized", {SYSTEM}),
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


def may_be_matched(meet_via_partnership: str) -> bool:
    """Whether partners are looked for: ``no`` keeps a need out of every match and every count of cover."""
    return meet_via_partnership != "no"
