"""Site plans: what one school and the partner intend under a legal agreement, in words that bind neither.

Source: the trade's "two documents, not one" (Site-Specific Collaboration Plan, Letter of Agreement, School Partner
Expectations Worksheet). A plan is agreed by both sides' word and signed by nobody, takes its programs from the
agreement above it, and never outlives that agreement: what it is on a day follows from the dates of both.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from alongside.core.lifecycle import Lifecycle, Move, move
from alongside.identity.scopes import Role, Scope
from alongside.partners.rules import OFFICE

from .dates import IN_FORCE, NOT_BINDING
from .lifecycle import AUTHOR, OVER, RENEWABLE
from .revisits import BOTH, RevisitSide

PlanKind = Literal["collaboration_plan", "letter_of_agreement", "expectations_worksheet"]
PlanStatus = Literal[
    "draft", "proposed", "changes_requested", "withdrawn", "scheduled", "in_force", "on_hold", "expired", "ended",
    "replaced",
]  # fmt: skip
PlanReason = Literal[
    "agreement_not_signed", "agreement_on_hold", "agreement_over", "school_left", "ended_early", "replaced"
]

PLAN: Final = Lifecycle(
    states=("draft", "proposed", "changes_requested", "agreed", "ended", "replaced", "withdrawn"),
    moves=(
        move("propose", {"draft", "changes_requested"}, "proposed", OFFICE | {AUTHOR}),
        # The state follows with the second side's word only: see `agreed_by`.
        move("agree", {"proposed"}, "agreed", {Role.SCHOOL_LEADER, Role.PARTNER_ADMIN}),
        move(
            "request-changes", {"proposed"}, "changes_requested", {Role.SCHOOL_LEADER, Role.PARTNER_ADMIN},
            asks={"reason"},
        ),
        move("withdraw", {"draft", "proposed", "changes_requested"}, "withdrawn", OFFICE | {AUTHOR}),
        move("end", {"agreed"}, "ended", OFFICE | {Role.SCHOOL_LEADER, Role.PARTNER_ADMIN}, asks={"reason"}),
    ),
)  # fmt: skip
"""A plan's way: written, put to both sides, agreed. Agreeing the next one at the same school replaces the last
(`replaced`), which only happens with it."""

PLAN_SCOPE: Final = Scope.AGREEMENTS_WRITE

PLAN_EDITABLE: Final = frozenset({"draft", "changes_requested"})
PLAN_OPEN: Final = PLAN_EDITABLE | {"proposed"}
"""Not agreed yet: of these a school has one at most under one agreement."""

PLAN_NEEDS: Final[Mapping[str, str]] = {
    "agreement_signed": "The agreement above it has to be fully signed first.",
    "agreement_runs": "The agreement above it is over.",
    "school_covered": "The agreement above it does not cover the school, or its principal has not confirmed.",
    "within_agreement": "It may not begin before the agreement above it or end after it.",
    "plan_says_something": "Say what you want to reach together, or who does what.",
    "word_not_given": "This side has agreed already.",
    "one_side_each": "You spoke for the other side; somebody else agrees for this one.",
    "plan_not_over": "Its last day has passed; write another with later dates.",
}
"""What a step of a site plan may lack, in words."""


@dataclass(frozen=True, slots=True)
class PlanParent:
    """The agreement above a plan, on a day: what it is stored as, what its dates say, its first and last day, and
    whether it covers the school."""

    status: str
    effective: str
    starts_on: date
    last_on: date
    effective_on: date | None
    covers_school: bool


def may_hold_plans(kind: str, is_binding: bool, amends: bool, status: str) -> bool:
    """Whether an agreement may have plans under it: a legal one, itself no change of another, not given up."""
    return is_binding and kind not in NOT_BINDING and not amends and status not in OVER


def plan_dates_problem(starts_on: date, ends_on: date, parent_starts_on: date, parent_last_on: date) -> str | None:
    """What is wrong with a plan's days under an agreement; a code or None. It cannot run longer than that one."""
    if starts_on > ends_on:
        return "date_order"
    if starts_on < parent_starts_on:
        return "before_agreement"
    return "after_agreement" if ends_on > parent_last_on else None


def plan_on(
    stored: str,
    starts_on: date,
    ends_on: date,
    agreed_on: date | None,
    ceased_on: date | None,
    parent: PlanParent,
    day: date,
) -> tuple[PlanStatus, PlanReason | None]:
    """What a plan is on a day, and why when that is not its own doing.

    ``ceased_on``: the first day without it, when it was ended or replaced. An agreed plan holds from its first day,
    never before both sides' word nor before the agreement above it; it is on hold while that one is, and over with it.
    """
    own = _before_agreed(stored)
    if own is not None:
        return own, None
    if ceased_on is not None and ceased_on <= day:
        return ("replaced", "replaced") if stored == "replaced" else ("ended", "ended_early")
    above = _above(parent)
    if above is not None:
        return above
    if day > min(ends_on, parent.last_on):
        return "expired", None
    first = max(each for each in (starts_on, agreed_on, parent.effective_on) if each is not None)
    return ("scheduled", None) if day < first or parent.effective == "scheduled" else ("in_force", None)


def _before_agreed(stored: str) -> PlanStatus | None:
    match stored:
        case "draft" | "proposed" | "changes_requested" | "withdrawn":
            return stored
        case _:
            return None


def _above(parent: PlanParent) -> tuple[PlanStatus, PlanReason] | None:
    """What the agreement above it makes of a plan that was agreed; None: nothing, it runs."""
    if not parent.covers_school:
        return "ended", "school_left"
    if parent.effective == "suspended":
        return "on_hold", "agreement_on_hold"
    if parent.effective in IN_FORCE or parent.effective == "scheduled":
        return None
    if parent.status not in RENEWABLE and parent.effective not in ("expired", "terminated", "superseded"):
        return "scheduled", "agreement_not_signed"
    return "ended", "agreement_over"


def agreed_by(said: Collection[str]) -> str:
    """What a proposed plan is with these sides' words."""
    return "agreed" if set(said) >= set(BOTH) else "proposed"


def plan_sides(is_leader: bool, is_partner: bool) -> list[RevisitSide]:
    """The sides for which somebody may agree."""
    may: dict[RevisitSide, bool] = {"school": is_leader, "partner": is_partner}
    return [side for side in BOTH if may[side]]


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the guards of a plan look at. ``mine``: the sides for which the caller agrees; ``said``: who gave the word
    for each side."""

    parent: PlanParent
    starts_on: date
    ends_on: date
    says_something: bool
    mine: Collection[RevisitSide]
    said: Mapping[str, object]
    me: object | None
    day: date


def plan_needs_of(facts: PlanFacts) -> Callable[[Move], list[str]]:
    """The guards of `PLAN`: codes of `PLAN_NEEDS`."""

    def needs(made: Move) -> list[str]:
        if made.verb == "propose":
            return _lacking(_written(facts))
        if made.verb == "agree":
            return _lacking(_written(facts) | _word(facts))
        return []

    return needs


def _lacking(complete: Mapping[str, bool]) -> list[str]:
    return [code for code, there in complete.items() if not there]


def _written(facts: PlanFacts) -> dict[str, bool]:
    parent = facts.parent
    days = plan_dates_problem(facts.starts_on, facts.ends_on, parent.starts_on, parent.last_on)
    return {
        "agreement_runs": parent.status not in OVER and parent.effective not in ("expired", "terminated", "superseded"),
        "within_agreement": days is None,
        "plan_not_over": facts.day <= facts.ends_on,
        "plan_says_something": facts.says_something,
    }


def _word(facts: PlanFacts) -> dict[str, bool]:
    free = [side for side in facts.mine if side not in facts.said]
    others = [who for side, who in facts.said.items() if side not in free]
    return {
        "agreement_signed": facts.parent.status in RENEWABLE,
        "school_covered": facts.parent.covers_school,
        "word_not_given": bool(free) or not facts.mine,
        "one_side_each": not free or facts.me is None or facts.me not in others,
    }
