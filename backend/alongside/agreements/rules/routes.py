"""The route of an agreement: which steps review it, in which order, and who signs first.

A district sets it by type; without that the trade's usual way holds. It is kept with the agreement when its text is
handed in. Whatever shares student records passes privacy, and the board has the last word on what it is asked.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from .lifecycle import AgreementFacts, Step, approval_needs, review_steps
from .signing import PARTIES, Party

SigningOrder = Literal["any", "partner_first", "district_first"]

FIRST: Final[Mapping[str, Party]] = {"partner_first": "partner", "district_first": "district"}

ROUTED: Final[tuple[Step, ...]] = ("legal", "risk", "privacy", "board")
"""Steps that a route may name; the office's own word on the program is always the last but the board's."""


@dataclass(frozen=True, slots=True)
class Route:
    """``steps`` in the order in which they are taken when ``is_in_order``, else side by side."""

    steps: tuple[Step, ...]
    is_in_order: bool = False
    signing_order: SigningOrder = "any"

    def for_records(self, shares_student_records: bool) -> "Route":
        """The same, with privacy where student records are shared, and the board at the end."""
        steps: list[Step] = [step for step in self.steps if step != "board"]
        if shares_student_records and "privacy" not in steps:
            steps.append("privacy")
        if "board" in self.steps:
            steps.append("board")
        return Route(tuple(steps), self.is_in_order, self.signing_order)

    def without_legal(self) -> "Route":
        """The same, where law has nothing to read: terms that another district signed, word for word."""
        return replace(self, steps=tuple(step for step in self.steps if step != "legal"))


def usual_route(kind: str) -> Route:
    """The way without a setting: contracts and space by law and risk, student records by privacy, side by side."""
    return Route(review_steps(kind, False))


def due_steps(route: Route, decisions: Mapping[Step, str]) -> frozenset[Step]:
    """The steps whose turn it is: all that are open, or in order the first; the board once all others approved."""
    waiting = [step for step in route.steps if decisions.get(step) != "approved"]
    before_board = [step for step in waiting if step != "board"]
    if not before_board:
        return frozenset(waiting)
    return frozenset(before_board[:1] if route.is_in_order else before_board)


def due_parties(order: SigningOrder, signed: Collection[str]) -> tuple[Party, ...]:
    """The parties whose signature can be given now."""
    waiting = tuple(party for party in PARTIES if party not in signed)
    first = FIRST.get(order)
    return (first,) if first is not None and first in waiting else waiting


def route_problem(steps: Sequence[str]) -> str | None:
    """What is wrong with the steps of a route."""
    if len(set(steps)) != len(steps):
        return "each step once"
    if any(step not in ROUTED for step in steps):
        return "a step that is not known"
    return "the board comes last" if "board" in steps and steps[-1] != "board" else None


def board_needs(status: str, decisions: Mapping[Step, str], facts: AgreementFacts) -> list[str]:
    """What an agreement lacks before the board can vote on it: codes of `NEEDS`."""
    if "board" not in decisions:
        return ["board_step"]
    if decisions["board"] == "approved":
        return ["board_not_voted"]
    if status != "in_review":
        return ["in_review"]
    others = tuple(decision for step, decision in decisions.items() if step != "board")
    lacking = approval_needs(replace(facts, reviews=others))
    if "reviews_approved" not in lacking:
        return lacking
    open_steps = [step for step, decision in decisions.items() if step != "board" and decision != "approved"]
    return [f"{step}_review" for step in open_steps] + [code for code in lacking if code != "reviews_approved"]


def vote_in_words(met_on: str, item: str, resolution: str, outcome: str) -> str:
    """Board of February 26, 2020, item 7.3, resolution 20-0226-PR4: approved."""
    return f"Board of {met_on}, item {item}, resolution {resolution}: {outcome}."
