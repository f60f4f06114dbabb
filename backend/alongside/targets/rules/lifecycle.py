"""Who moves a target, a school's word on it and a result, and when (domain rule B9)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from alongside.core.lifecycle import SYSTEM, Lifecycle, Move, move
from alongside.identity.scopes import Role

from .terms import Side, TargetTerms, problems

SCHOOL_SIDE: Final = frozenset({Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR})
PARTNER_SIDE: Final = frozenset({Role.PARTNER_ADMIN})
PAID_BY_PARTNER: Final = "paid_by_partner"
"""Somebody of the school's side whom the partner pays: writes with it, and never gives the school's word."""

WRITERS: Final = SCHOOL_SIDE | PARTNER_SIDE | {Role.PARTNER_STAFF, PAID_BY_PARTNER}
OFFICE: Final = frozenset({Role.PARTNERSHIP_OFFICE, Role.DISTRICT_ADMIN})
VERIFIERS: Final = SCHOOL_SIDE | OFFICE

TARGET: Final = Lifecycle(
    states=("draft", "proposed", "agreed", "open", "closed", "revised", "withdrawn"),
    moves=(
        move("propose", {"draft"}, "proposed", WRITERS),
        # One side's word; the state follows when both have given theirs: see `state_after_agreeing`.
        move("agree", {"proposed"}, "agreed", SCHOOL_SIDE | PARTNER_SIDE),
        move("open", {"agreed"}, "open", SCHOOL_SIDE | PARTNER_SIDE),
        # The next version starts as a draft; this one stays as it was, for the record.
        move("revise", {"agreed", "open"}, "revised", SCHOOL_SIDE | PARTNER_SIDE, asks={"reason"}),
        move("withdraw", {"draft", "proposed"}, "withdrawn", WRITERS),
        move("close", {"open"}, "closed", SCHOOL_SIDE | PARTNER_SIDE),
    ),
)

TARGET_SCHOOL: Final = Lifecycle(
    states=("pending", "agreed", "opted_out"),
    moves=(
        move("agree", {"pending", "opted_out"}, "agreed", SCHOOL_SIDE),
        move("opt-out", {"pending", "agreed"}, "opted_out", SCHOOL_SIDE, asks={"reason"}),
    ),
)
"""One school's word on a target that covers a program at many schools."""

RESULT: Final = Lifecycle(
    states=("submitted", "verified", "rejected", "superseded"),
    moves=(
        move("verify", {"submitted"}, "verified", VERIFIERS),
        move("reject", {"submitted", "verified"}, "rejected", VERIFIERS, asks={"reason"}),
        # A correction for the same school and day; what had been verified stands again when that is rejected.
        move("supersede", {"submitted", "verified"}, "superseded", {SYSTEM}),
        move("restore", {"superseded"}, "verified", {SYSTEM}),
    ),
)
"""One reported result; nothing that was reported is overwritten."""

NEEDS: Final[Mapping[str, str]] = {
    "definition": "The target's definition has to be complete and free of contradictions.",
    "both_sides": "The school and the partner both have to agree.",
    "side_not_agreed": "This side has agreed already.",
    "one_side_each": "You gave the other side's word; somebody else gives this one.",
    "period_over": "A target is closed after its period has ended.",
    "target_open": "The target takes no more answers.",
    "takes_results": "Results are kept while the target is open.",
    "entered_by_you": "You entered this result; somebody else checks it.",
}
"""What a move of a target may lack, in words."""


@dataclass(frozen=True, slots=True)
class Word:
    """One side's word for a target, and who gave it. Proposing is the word of the proposer's side."""

    side: Side
    person: object


def actors(roles: Collection[Role], is_employed: bool) -> frozenset[str]:
    """Who somebody with these roles is on a target or a result. ``is_employed``: its partner pays them, and then they
    speak and check neither for the school nor for the office."""
    if not is_employed:
        return frozenset(roles)
    left: frozenset[str] = frozenset(roles) - SCHOOL_SIDE - OFFICE
    return left if SCHOOL_SIDE.isdisjoint(roles) else left | {PAID_BY_PARTNER}


def agreeing_needs(person: object, side: Side, given: Collection[Word]) -> list[str]:
    """What stands in the way of this person's word for this side: nobody gives both sides' word on one
    thing."""
    complete = {
        "side_not_agreed": all(word.side != side for word in given),
        "one_side_each": all(word.person != person or word.side == side for word in given),
    }
    return [code for code, there in complete.items() if not there]


def state_after_agreeing(given: Collection[Word]) -> str:
    """``agreed`` once both sides have given their word, ``proposed`` until then."""
    return "agreed" if {word.side for word in given} == {"school", "partner"} else "proposed"


def school_side_agreed(answers: Collection[str]) -> bool:
    """Whether the schools' side of a target over many schools has agreed: one school has. Those still asked
    may join later, those who opted out hold nobody up; only schools that agreed count in its results."""
    return "agreed" in answers


def needs_of(
    terms: TargetTerms, given: Collection[Word], day: date, agreeing: Sequence[str] = ()
) -> Callable[[Move], list[str]]:
    """The guards of `TARGET`: codes of `NEEDS`. ``agreeing`` is what stands in this caller's way
    (`agreeing_needs`)."""

    def needs(made: Move) -> list[str]:
        match made.verb:
            case "propose":
                return ["definition"] if problems(terms) else []
            case "agree":
                return list(agreeing)
            case "open":
                return [] if state_after_agreeing(given) == "agreed" else ["both_sides"]
            case "close":
                return [] if day > terms.ends_on else ["period_over"]
            case _:
                return []

    return needs


def school_needs_of(target_status: str) -> Callable[[Move], list[str]]:
    """The guard of `TARGET_SCHOOL`: schools answer while the target is proposed, agreed or open."""
    missing = [] if target_status in {"proposed", "agreed", "open"} else ["target_open"]
    return lambda _made: list(missing)


def result_needs_of(target_status: str, entered_by: object, person: object) -> Callable[[Move], list[str]]:
    """The guards of `RESULT`: nobody checks what they entered themselves, and a closed target stays as it is."""
    missing = [] if target_status == "open" else ["takes_results"]

    def needs(made: Move) -> list[str]:
        own = made.verb == "verify" and person is not None and entered_by == person
        return [*missing, "entered_by_you"] if own else list(missing)

    return needs
