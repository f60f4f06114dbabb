"""What papers free: the office's queue, what one paper unlocks, and what a partner still owes."""

from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from alongside.core.db import Executor
from alongside.core.telling import on_the_wire
from alongside.identity.principal import Principal
from alongside.papers import queries as papers
from alongside.partners.queries import get as get_partner
from alongside.partnerships.queries import Unlock, checklist
from alongside.partnerships.queries import unlocks as find_unlocks


def _told(unlock: Unlock) -> dict[str, Any]:
    plain = ("schools", "clear_now", "clear_then", "frees", "helps", "words")
    return {
        **{name: getattr(unlock, name) for name in plain},
        "left": [
            {
                "code": blocker.code,
                "words": blocker.words,
                "said": on_the_wire(blocker.said),
                "due_on": blocker.due_on,
                "about": blocker.about and asdict(blocker.about),
                "schools": list(schools),
            }
            for blocker, schools in unlock.left
        ],
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
    asked = await papers.find_requirements(db, principal, day)
    terms = {requirement["id"]: requirement for requirement in asked["items"]}
    handed_in = await papers.find_of_partner(db, principal, partner_id, day)
    items = [
        {
            **{name: value for name, value in item.items() if name != "paper_ids"},
            "terms": terms[item["requirement"]["id"]],
            "papers": [paper for paper in handed_in if paper["id"] in item["paper_ids"]],
        }
        for item in await checklist(db, principal, partner_id, day)
    ]
    return {
        "effective_on": day,
        "partner": {"id": partner_id, "name": partner["name"]},
        "can_edit": papers.may_keep(principal, partner_id),
        "items": items,
    }
