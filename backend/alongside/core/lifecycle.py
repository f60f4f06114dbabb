"""How a record moves through its states: described once in a feature's ``rules.py``, asked by everyone
else.

A move is named by its path's verb (``submit``, ``start-review``). Three questions decide it, in this order:
does it leave this state, is it this caller's to make, and is everything there that it needs. Actors are
names of roles, or of a relation to the record (``author``), that the caller holds *on this record*;
``system`` is nobody who signs in.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from typing_extensions import TypedDict

SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Move:
    """One arrow. ``asks`` names what the request brings along (``reason``); without it, it is bad input."""

    verb: str
    from_states: frozenset[str]
    to_state: str
    who: frozenset[str]
    asks: frozenset[str] = frozenset()


class AllowedMove(TypedDict):
    """A move open to the caller, on the wire. Empty ``needs``: it may be made now; else what is still
    missing."""

    move: str
    needs: list[str]


class Refusal(StrEnum):
    NOT_FROM_HERE = "not_from_here"
    NOT_YOURS = "not_yours"
    NEEDS = "needs"


class MoveRefused(Exception):
    """The move may not be made; ``allowed`` holds those that the caller may make instead."""

    def __init__(self, reason: Refusal, move: str, state: str, needs: list[str], allowed: list[AllowedMove]) -> None:
        super().__init__(f"{move} from {state}: {reason}")
        self.reason = reason
        self.move = move
        self.state = state
        self.needs = needs
        self.allowed = allowed


Needs = Callable[[Move], list[str]]


def needs_nothing(_move: Move) -> list[str]:
    """The guard of a lifecycle that has none."""
    return []


def move(verb: str, from_states: Iterable[str], to_state: str, who: Iterable[str], asks: Iterable[str] = ()) -> Move:
    """A `Move` from plain collections, so that a lifecycle reads as a table."""
    return Move(verb, frozenset(from_states), to_state, frozenset(who), frozenset(asks))


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """All states of a record, the first being where it starts, and its moves in the order they are offered.

    Raises ValueError when a move names an unknown state, nobody to make it, or a second target from one
    state.
    """

    states: tuple[str, ...]
    moves: tuple[Move, ...]

    def __post_init__(self) -> None:
        taken: set[tuple[str, str]] = set()
        for each in self.moves:
            if unknown := (each.from_states | {each.to_state}) - set(self.states):
                raise ValueError(f"{each.verb} names no state of this lifecycle: {sorted(unknown)}")
            if not each.from_states or not each.who:
                raise ValueError(f"{each.verb} starts nowhere or belongs to nobody")
            arrows = {(each.verb, state) for state in each.from_states}
            if arrows & taken:
                raise ValueError(f"{each.verb} leaves one state twice")
            taken |= arrows

    @property
    def initial(self) -> str:
        return self.states[0]

    def final(self) -> frozenset[str]:
        """States that no move leaves."""
        return frozenset(self.states) - {state for each in self.moves for state in each.from_states}

    def leaving(self, state: str) -> list[Move]:
        """Moves out of a state, whoever makes them. Raises ValueError for a state the lifecycle does not
        have."""
        if state not in self.states:
            raise ValueError(f"no state of this lifecycle: {state}")
        return [each for each in self.moves if state in each.from_states]


def allowed_moves(
    lifecycle: Lifecycle, state: str, actors: Collection[str], needs: Needs = needs_nothing
) -> list[AllowedMove]:
    """The moves that are this caller's from this state, each with what it still needs."""
    return [
        AllowedMove(move=each.verb, needs=needs(each))
        for each in lifecycle.leaving(state)
        if not each.who.isdisjoint(actors)
    ]


def check_move(
    lifecycle: Lifecycle, verb: str, state: str, actors: Collection[str], needs: Needs = needs_nothing
) -> Move:
    """The move, whose ``to_state`` the caller may now store; raises MoveRefused."""
    found = next((each for each in lifecycle.leaving(state) if each.verb == verb), None)
    missing: list[str] = []
    if found is None:
        reason = Refusal.NOT_FROM_HERE
    elif found.who.isdisjoint(actors):
        reason = Refusal.NOT_YOURS
    elif missing := needs(found):
        reason = Refusal.NEEDS
    else:
        return found
    raise MoveRefused(reason, verb, state, missing, allowed_moves(lifecycle, state, actors, needs))
