"""The checklist of clauses: how far both sides are with each, and what stands in the way of signing.

A district turns it on; without it an agreement is sent for signature as before. Clauses are the sections of the
agreement's standing terms that carry a code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

ClauseState = Literal["not_yet_addressed", "under_discussion", "finalized"]

DISCUSSED: Final = frozenset({"draft", "submitted", "in_review", "changes_requested", "approved"})
"""States of an agreement in which clauses move; what was sent for signature is fixed."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause and how far it is."""

    code: str
    title: str
    is_required: bool
    state: ClauseState


def clauses_of(sections: Sequence[Mapping[str, Any]], said: Mapping[str, ClauseState]) -> list[Clause]:
    """The clauses among an agreement's sections, each with what was said of it last."""
    return [
        Clause(each["code"], each["heading"], each["is_required"], said.get(each["code"], "not_yet_addressed"))
        for each in sections
        if each.get("code") is not None
    ]


def open_clauses(clauses: Sequence[Clause]) -> list[Clause]:
    """The required ones that are not finalized."""
    return [each for each in clauses if each.is_required and each.state != "finalized"]


def reopened(
    before: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]], said: Mapping[str, ClauseState]
) -> list[str]:
    """The finalized clauses whose words were changed: what was agreed was another text."""
    was = {each["code"]: each for each in before if each.get("code") is not None}
    return [
        each["code"]
        for each in now
        if said.get(each.get("code") or "") == "finalized" and _words(each) != _words(was.get(each["code"]))
    ]


def _words(section: Mapping[str, Any] | None) -> Any:
    return None if section is None else (section["heading"], section["paragraphs"], section["items"])
