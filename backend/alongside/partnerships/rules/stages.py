"""Which stages a partnership has, who moves it, and on which days it is at work (rule B3)."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Final

from alongside.core.lifecycle import Lifecycle, Move, move
from alongside.identity.scopes import Role
from alongside.partners.rules import OFFICE

from .clearance import Blocker

SCHOOL_SIDE: Final = frozenset({Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR})

JUDGE: Final = "judge"
"""Somebody of the school's side whom the partner does not pay: nobody judges fit for their own employer."""

PARTNERSHIP: Final = Lifecycle(
    states=("exploring", "planning", "ready_check", "active", "paused", "ended", "not_a_fit"),
    moves=(
        move("plan", {"exploring"}, "planning", {JUDGE}),
        move("ready", {"planning"}, "ready_check", {JUDGE}),
        move("activate", {"ready_check"}, "active", {JUDGE}),
        move("pause", {"active"}, "paused", SCHOOL_SIDE | OFFICE, asks={"reason"}),
        move("resume", {"paused"}, "active", SCHOOL_SIDE | OFFICE),
        move("end", {"active", "paused"}, "ended", SCHOOL_SIDE | OFFICE, asks={"reason"}),
        move("not-a-fit", {"exploring", "planning", "ready_check"}, "not_a_fit", {JUDGE}, asks={"reason"}),
    ),
)

OVER: Final = PARTNERSHIP.final()
"""Stages that no move leaves; another partnership of the same program and school may start then."""

AGREED: Final = frozenset({"planning", "ready_check", "active", "paused"})
"""Stages in which a program counts as one that the school has: beyond a first conversation, not over."""

PAIRABLE: Final = frozenset({"prospective", "submitted", "under_review", "changes_requested", "approved"})
"""Partners with whom a school may start a conversation: not on hold, declined or inactive."""


def needs_of(blockers: Sequence[Blocker]) -> Callable[[Move], list[str]]:
    """The guard of `PARTNERSHIP`: it becomes active, or active again, only when nothing blocks it."""
    codes = dict.fromkeys(blocker.code for blocker in blockers)
    return lambda made: list(codes) if made.verb in {"activate", "resume"} else []


def actors(roles: Collection[Role], is_employed: bool) -> frozenset[str]:
    """Who somebody with these roles at the school (or in its district, or for its partner) is on a partnership.

    ``is_employed``: the partner pays them, whatever the role.
    """
    judges = not is_employed and not SCHOOL_SIDE.isdisjoint(roles)
    return frozenset({*roles, JUDGE} if judges else roles)


def at_work(stage: str, started_on: date | None, ended_on: date | None, day: date) -> bool:
    """Whether the program is at work in the school on the day, as far as its stage and days tell.

    From the day it became active until it is paused or ended; the day on which it is ended no longer counts,
    so that a program sent away at noon does not come in after lunch.
    """
    if started_on is None or day < started_on:
        return False
    if stage == "ended":
        return ended_on is not None and day < ended_on
    return stage == "active"
