"""An agreement that other districts may join: who opens and closes it, and what an adopted one keeps as it is.

The trade calls it a cooperative (or piggyback) clause: the signed text lets other public agencies take the same terms
while it is in force; the partner agrees each time, and each agency signs, answers and pays for itself alone.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from alongside.core.lifecycle import SYSTEM, Lifecycle, Move, move
from alongside.identity.scopes import Role
from alongside.partners.rules import OFFICE

OriginState = Literal["open", "on_hold", "closed", "over"]

BINDS_PARTNER: Final = frozenset({Role.PARTNER_ADMIN, Role.PARTNER_SIGNATORY})
"""Who may end an agreement for the partner says here too what becomes of it."""

OPENING: Final = Lifecycle(
    states=("proposed", "open", "refused", "withdrawn", "closed"),
    moves=(
        move("agree", {"proposed"}, "open", BINDS_PARTNER),
        move("refuse", {"proposed"}, "refused", BINDS_PARTNER, asks={"reason"}),
        move("withdraw", {"proposed"}, "withdrawn", OFFICE),
        move("close", {"open"}, "closed", OFFICE | BINDS_PARTNER, asks={"reason"}),
        # The office has read the answer: nothing else comes of it.
        move("note", {"open"}, "open", OFFICE),
        move("note", {"refused"}, "refused", OFFICE),
        # Its last day is over, or the agreement itself.
        move("lapse", {"open"}, "closed", {SYSTEM}),
    ),
)

OPENING_NEEDS: Final[Mapping[str, str]] = {
    "in_force": "Only a fully signed agreement that is not on hold is opened to other districts.",
    "term_not_over": "Its last day has passed.",
    "not_an_amendment": "It changes another agreement; open that one.",
    "not_amended": "An amendment changed it, so its text no longer stands alone; replace it with one text first.",
    "own_terms": "It adopts another district's terms; others join where those were signed.",
    "text_kept": "It was signed elsewhere, so its own words are not kept here.",
    "second_person": "You spoke for the other side; somebody else answers for this one.",
    "not_noted": "The office has noted the answer already.",
}
"""What opening an agreement may lack, in words."""

SHORTEST_CLAUSE: Final = 20
"""Characters: a clause is a sentence, not a word that any text holds."""


@dataclass(frozen=True, slots=True)
class Opener:
    """What the guards look at: the agreement as it stands, and whether the caller proposed it themselves."""

    status: str
    term_over: bool = False
    amends: bool = False
    amended: bool = False
    adopts: bool = False
    has_text: bool = True
    proposed_by_me: bool = False
    is_noted: bool = False


def opening_needs(facts: Opener) -> list[str]:
    """What stands in the way of opening an agreement: codes of `OPENING_NEEDS`."""
    there = {
        "in_force": facts.status == "executed",
        "term_not_over": not facts.term_over,
        "not_an_amendment": not facts.amends,
        "not_amended": not facts.amended,
        "own_terms": not facts.adopts,
        "text_kept": facts.has_text,
    }
    return [code for code, holds in there.items() if not holds]


def opening_needs_of(facts: Opener) -> Callable[[Move], list[str]]:
    """The guards of `OPENING`: nobody gives both words, and only what could be proposed today is agreed."""

    def needs(made: Move) -> list[str]:
        if made.verb == "note":
            return ["not_noted"] if facts.is_noted else []
        if made.verb != "agree":
            return []
        return [*opening_needs(facts), *(["second_person"] if facts.proposed_by_me else [])]

    return needs


def state_of(standing: str, closed_on: date | str | None, through: date, day: date) -> OriginState:
    """How an opened agreement stands for other districts on a day; ``through``: the last day on which it is open."""
    if standing == "over":
        return "over"
    if closed_on is not None or day > through:
        return "closed"
    return "on_hold" if standing == "on_hold" else "open"


_COOPERATIVE: Final = re.compile(
    r"cooperative|piggy-?back|general offer|other (?:\w+ ){0,3}(?:agenc(?:y|ies)|districts?|systems?|LEAs?)\b", re.I
)


def clauses_in(document: Mapping[str, Any]) -> list[str]:
    """The paragraphs of a text that read like a cooperative clause, most likely first."""
    named: list[str] = []
    others: list[str] = []
    for section in document["sections"]:
        for line in (*section["paragraphs"], *section["items"]):
            if _COOPERATIVE.search(line):
                (named if _COOPERATIVE.search(section["heading"]) else others).append(line)
    return [*named, *others]


def clause_problem(clause: str, document: Mapping[str, Any]) -> str | None:
    """Which rule the words that were named as the clause break: they stand in the signed text, letter by letter."""
    words = _plain(clause)
    if len(words) < SHORTEST_CLAUSE:
        return "clause_too_short"
    lines = (line for each in document["sections"] for line in (*each["paragraphs"], *each["items"]))
    return None if any(words in _plain(line) for line in lines) else "clause_not_in_text"


def _plain(text: str) -> str:
    return " ".join(text.split())


SAME: Final = (
    "type", "is_binding", "sections", "expectations", "resources", "financial_terms", "notice_days",
    "shares_student_records", "data_terms",
)  # fmt: skip
"""What an adopted agreement says word for word as the other district's. Schools, programs, students, days and the
whole cost are each district's own."""


_PLAIN: Final = (
    "type", "is_binding", "financial_terms", "notice_days", "shares_student_records", "term_kind", "purpose",
    "populations", "schedule",
)  # fmt: skip

LOCAL_DATA: Final = frozenset({"breach_contact", "representative"})
"""Of the terms about student records those that name each district's own people."""


def adoptable(record: Mapping[str, Any]) -> dict[str, Any]:
    """What an agreement's record says that another district would say too, and what it begins its own words from."""
    plain = {name: record[name] for name in _PLAIN}
    data = record["data_terms"]
    return {
        **plain,
        "sections": record["sections"] or [],
        "expectations": [{name: each[name] for name in ("party", "topic", "text")} for each in record["expectations"]],
        "resources": [
            {name: each[name] for name in ("party", "text", "value_cents")}
            for each in record["resources"]
            if each["school"] is None
        ],
        "data_terms": None if data is None else {name: said for name, said in data.items() if name not in LOCAL_DATA},
        "programs": [{"name": each["name"], "description": each["description"]} for each in record["programs"]],
    }


def changed_terms(adopted: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """What an agreement says otherwise than the terms that it adopts (both as `adoptable`)."""
    return [name for name in SAME if (adopted[name] or None) != (now[name] or None)]


def adopted_days(starts_on: date, ends_on: date, day: date) -> tuple[date, date]:
    """The first and last day that adopting proposes: not before today, and never beyond the other's last day."""
    return min(max(starts_on, day), ends_on), ends_on


def adopting_words(adoption: Mapping[str, Any]) -> str:
    """What an adopted agreement's text says of where its terms come from, and that it stands alone."""
    there, agreement = adoption["district"], f"agreement {adoption['number']}, “{adoption['title']}”,"
    return (
        f"It adopts the terms of {agreement} of {there} (SHA-256 {adoption['text_sha256']}), as that agreement lets "
        f"other districts do. {there} is no party to this agreement and answers for nothing in it."
    )
