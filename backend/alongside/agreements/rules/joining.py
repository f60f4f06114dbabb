"""A school that asks to join an agreement that is signed: the office answers, and the principal's word is needed."""

from collections.abc import Callable
from typing import Final

from alongside.core.lifecycle import Lifecycle, Move, move
from alongside.partners.rules import OFFICE

from .lifecycle import AUTHOR, offer_needs

JOIN: Final = Lifecycle(
    states=("asked", "accepted", "refused", "withdrawn"),
    moves=(
        move("accept", {"asked"}, "accepted", OFFICE),
        move("refuse", {"asked"}, "refused", OFFICE, asks={"reason"}),
        move("withdraw", {"asked"}, "withdrawn", {AUTHOR}),
    ),
)


def join_needs_of(status: str, term_over: bool, *, asked_by_me: bool) -> Callable[[Move], list[str]]:
    """The guards of `JOIN`: codes of `NEEDS`. Nobody accepts what they asked for themselves."""

    def needs(made: Move) -> list[str]:
        if made.verb != "accept":
            return []
        return [*offer_needs(status, term_over), *(["second_person"] if asked_by_me else [])]

    return needs


def may_be_joined(status: str, is_district_wide: bool, amends: bool, term_over: bool) -> bool:
    """Whether a school may ask to join: fully signed, school by school, itself no change of another."""
    return not is_district_wide and not amends and not offer_needs(status, term_over)
