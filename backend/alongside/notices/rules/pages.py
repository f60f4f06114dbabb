"""Where in the app a notice leads: to its record, or to where what it asks for is done."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final
from uuid import UUID

RECORDS: Final[Mapping[str, str]] = {
    "agreement": "agreements", "paper": "papers", "partner": "partners", "target": "targets",
    "spreadsheet": "import",
}  # fmt: skip

_OWN: Final[Mapping[str, str]] = {
    "paper_ending": "papers", "waiver_ending": "papers", "waiver_decided": "papers", "requirement_due": "papers",
    "check_ending": "papers/staff", "check_decided": "papers/staff", "vetting_ending": "profile",
    "program_approved": "profile",
}  # fmt: skip
"""Where a partner's own people do what a kind asks for."""

_PARTNERS: Final[Mapping[str, Callable[[str, Mapping[str, Any]], str]]] = {
    "agreement_for_board": lambda _, __: "agreements/board",
    "check_for_review": lambda _, __: "papers/queue",
    "program_for_review": lambda partner, _: f"partners/{partner}",
    "paper_ending": lambda partner, _: f"partners/{partner}/papers",
    "check_ending": lambda partner, _: f"papers/staff?partner={partner}",
    "waiver_ending": lambda _, __: "papers/waivers",
    "requirement_due": lambda _, facts: f"partnerships/calls?effective_on={facts.get('on')}",
}
"""Where the others do it, for the partner named."""


_SITTING: Final = frozenset({"revisit_due", "revisit_answered"})


def page_of(kind: str, object_type: str, object_id: Any, facts: Mapping[str, Any], own: Collection[UUID] = ()) -> str:
    """The page, for somebody who works for these partners."""
    partner = str((facts.get("partner") or {}).get("id"))
    if kind in _OWN and partner in {str(each) for each in own}:
        return _OWN[kind]
    if kind in _PARTNERS:
        return _PARTNERS[kind](partner, facts)
    if kind == "paper_for_review":
        return f"papers/queue/{object_id}"
    if kind == "join_answered":
        # a school that was refused may not open the agreement; the answer stands on its own page
        return f"schools/{(facts.get('school') or {}).get('id')}"
    if object_type in RECORDS:
        return f"{RECORDS[object_type]}/{object_id}{'/revisit' if kind in _SITTING else ''}"
    return f"partners/{partner}"
