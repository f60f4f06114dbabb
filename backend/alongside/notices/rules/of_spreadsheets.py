"""An office's own spreadsheet that went in while nobody waited for it."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from alongside.partners.rules import OFFICE

from .audience import Matter, Notification

ANSWERS: Final[Mapping[str, str]] = {
    "spreadsheet.checked": "checked",
    "spreadsheet.committed": "committed",
    "spreadsheet.failed": "failed",
}
FACTS: Final = frozenset(ANSWERS)


def of_spreadsheet(fact: str, started_by: UUID, name: str, spreadsheet: UUID) -> Notification:
    """Whoever started it hears that a step of it is done, or that it could not be."""
    facts: dict[str, Any] = {"title": name, "answer": ANSWERS[fact]}
    matter = Matter("spreadsheet", spreadsheet, facts)
    return Notification("spreadsheet_done", matter, OFFICE, people=frozenset({started_by}))
