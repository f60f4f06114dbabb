"""Where in the app a notice leads: to its record, or to where what it asks for is done."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final
from uuid import UUID

RECORDS: Final[Mapping[str, str]] = {
    "agreement": "agreements", "paper": "papers", "partner": "partners", "target": "targets",
}  # fmt: skip

_OWN: Final[Mapping[str, str]] = {
    "paper_ending": "papers", "waiver_ending": "papers", "requirement_due": "papers", "check_ending": "papers/staff",
    "vetting_ending": "profile",
}  # fmt: skip
"""Where a partner's own people do what a kind asks for."""

_PARTNERS: Final[Mapping[str, Callable[[str, Mapping[str, Any]], str]]] = {
    "paper_ending": lambda partner, _: f"partners/{partner}/papers",
    "check_ending": lambda partner, _: f"papers/staff?partner={partner}",
    "waiver_ending": lambda _, __: "papers/waivers",
    "requirement_due": lambda _, facts: f"partnerships/calls?effective_on={facts.get('on')}",
}
"""Where the district does it, for the partner named."""


def page_of(kind: str, object_type: str, object_id: Any, facts: Mapping[str, Any], own: Collection[UUID] = ()) -> str:
    """The page, for somebody who works for these partners."""
    partner = str((facts.get("partner") or {}).get("id"))
    if kind in _OWN and partner in {str(each) for each in own}:
        return _OWN[kind]
    if kind in _PARTNERS:
        return _PARTNERS[kind](partner, facts)
    if object_type in RECORDS:
        return f"{RECORDS[object_type]}/{object_id}{'/revisit' if kind == 'revisit_due' else ''}"
    return f"partners/{partner}"
