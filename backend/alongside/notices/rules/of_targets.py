"""What happens to targets and results, and who is told of it."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from alongside.partners.rules import OFFICE

from .audience import Matter, Notification
from .kinds import ADMIN, PARTNER_SIDE, SCHOOL_SIDE

FACTS: Final = frozenset({"target.word_disowned", "target.proposed", "target.agreed", "target.withdrawn",
                          "target.school_opted_out", "result.entered"})  # fmt: skip


def of_target(fact: str, changed: Mapping[str, Any], matter: Matter) -> list[Notification]:
    """What a fact about a target gives rise to: each side hears of the other's word."""
    if fact == "target.proposed":
        asked = {"partner": SCHOOL_SIDE, "school": ADMIN, "district": SCHOOL_SIDE | ADMIN}
        return [Notification("target_proposed", matter, frozenset(asked[matter.facts["proposed_by_side"]]))]
    if fact == "target.word_disowned":
        return [Notification("word_disowned", matter, OFFICE)]
    if fact == "target.withdrawn":
        # taking back what one proposed oneself is nobody's news
        no = Notification("target_answered", matter, OFFICE | SCHOOL_SIDE, {"answer": "declined"})
        return [no] if "partner_word" in changed else []
    if "partner_word" in changed:
        return [Notification("target_answered", matter, OFFICE | SCHOOL_SIDE, {"answer": "agreed"})]
    answer = "opted_out" if fact == "target.school_opted_out" else "agreed"
    return [Notification("target_answered", matter, OFFICE | ADMIN, {"answer": answer})]


def of_results(entered_for_partner: bool, school: UUID, count: int, matter: Matter) -> Notification:
    """That results were posted: a school hears of the partner's, the partner of the school's."""
    roles = SCHOOL_SIDE if entered_for_partner else PARTNER_SIDE
    return Notification("result_posted", matter, roles, {"count": count}, frozenset({school}))
