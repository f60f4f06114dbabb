"""What papers free: the office's queue, what one paper unlocks, and what a partner still owes."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.core.db import Executor
from alongside.identity.principal import Principal
from alongside.papers import queries as papers
from alongside.partners.queries import get as get_partner
from alongside.partnerships.queries import Unlock, checklist
from alongside.partnerships.queries import unlocks as find_unlocks


def _told(unlock: Unlock) -> dict[str, Any]:
    plain = ("schools", "clear_now", "clear_then", "frees", "helps", "words")
    return {
        **{name: getattr(unlock, name) for name in plain},
        "left": [{"words": words, "schools": list(schools)} for words, schools in unlock.left.items()],
    }


async def paper_queue(db: Executor, principal: Principal, effective_on: date | None) -> dict[str, Any]:
    """The papers that wait for review: those that free most first, then those that help most, then the oldest."""
    day = effective_on or principal.today
    waiting = await papers.find_waiting(db, principal)
    found = await find_unlocks(db, principal, waiting, day)
    items = [
        {**paper, "waiting_days": max(0, (day - paper["submitted_on"]).days), "unlocks": _told(found[paper["id"]])}
        for paper in waiting
    ]
    items.sort(key=lambda item: (-item["unlocks"]["frees"], -item["unlocks"]["helps"], item["submitted_on"]))
    return {"effective_on": day, "items": items}


async def paper_unlocks(
    db: Executor, principal: Principal, paper_id: UUID, effective_on: date | None
) -> dict[str, Any]:
    """What one paper frees once it is accepted, or PaperNotFound."""
    day = effective_on or principal.today
    paper = await papers.get(db, principal, paper_id, day)
    found = await find_unlocks(db, principal, [paper], day)
    return {"paper_id": paper_id, "effective_on": day, **_told(found[paper_id])}


async def partner_papers(
    db: Executor, principal: Principal, partner_id: UUID, effective_on: date | None
) -> dict[str, Any]:
    """What the district asks of a partner, and where it is missing, or PartnerNotFound."""
    day = effective_on or principal.today
    partner = await get_partner(db, principal, partner_id)
    return {
        "effective_on": day,
        "partner": {"id": partner_id, "name": partner["name"]},
        "items": await checklist(db, principal, partner_id, day),
    }
