"""A caller's tasks on a day: one statement for all the kinds that their roles are asked for."""

from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import union_all

from alongside.core import storage
from alongside.core.db import Executor
from alongside.core.statements import statement
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role
from alongside.partners.queries import get as get_partner
from alongside.partnerships.queries import checklist
from alongside.reports import rules

from .kinds import SELECTS
from .rests import resting


@statement
def _tasks(kinds: frozenset[str]) -> Any:
    return union_all(*(SELECTS[kind]() for kind in sorted(kinds)))


async def find_tasks(db: Executor, principal: Principal, effective_on: date | None) -> list[dict[str, Any]]:
    """What waits for the caller on the day, earliest first."""
    day = effective_on or principal.today
    kinds = rules.kinds_for(principal.role_names)
    if not kinds:
        return []
    values = {
        **principal.binds,
        "day": day,
        "window": principal.tenant.expiring_window_days,
        "leading_schools": list(principal.schools_as(Role.SCHOOL_LEADER)),
        "employers": list(principal.employers),
    }
    found = []
    rows = await db.rows(_tasks(kinds), **values)
    rests = await resting(db, {row["id"]: row["due_on"] for row in rows if row["kind"] == "agreement_ending"})
    for row in rows:
        due = rules.due_on(row["kind"], row["due_on"], row["since_on"])
        rest = rests.get(row["id"]) if row["kind"] == "agreement_ending" else None
        if rest is not None:
            due = rules.settle_by(row["due_on"], rest.last_day_on, day)
        found.append(
            {
                "kind": row["kind"],
                "object_type": row["object_type"],
                "id": row["id"],
                "title": row["title"],
                "due_on": due,
                "waiting_since_on": row["since_on"],
                "urgency": rules.urgency(due, day),
                "school": None if row["school_id"] is None else {"id": row["school_id"], "name": row["school_name"]},
                "partner": None
                if row["partner_id"] is None
                else {"id": row["partner_id"], "name": row["partner_name"]},
                "rests": None if rest is None else {"ends_on": row["due_on"], **asdict(rest)},
            }
        )
    found += await _papers_missing(db, principal, day)
    found += await _files_fill(db, principal)
    return [dict(task) for task in rules.ordered(found)]


async def _papers_missing(db: Executor, principal: Principal, day: date) -> list[dict[str, Any]]:
    """What the district asks of the caller's partners and is not there, by the rule that clears them."""
    if rules.PARTNER_SIDE.isdisjoint(principal.role_names):
        return []
    found = []
    for partner_id in sorted(principal.partner_ids):
        asked = [
            item
            for item in await checklist(db, principal, partner_id, day)
            if any(each["party"] == "partner" for each in item["missing"])
        ]
        if asked:
            partner = (await get_partner(db, principal, partner_id))["name"]
            due = min(item["enforced_from"] for item in asked)
            found.append(
                {
                    "kind": "papers_missing",
                    "object_type": "partner",
                    "id": partner_id,
                    "title": partner,
                    "due_on": due,
                    "waiting_since_on": None,
                    "urgency": rules.urgency(due, day),
                    "school": None,
                    "partner": {"id": partner_id, "name": partner},
                    "rests": None,
                }
            )
    return found


async def _files_fill(db: Executor, principal: Principal) -> list[dict[str, Any]]:
    """That the room for files runs out: it can wait at first, and cannot when hardly any is left."""
    if rules.OFFICE.isdisjoint(principal.role_names):
        return []
    state = (await storage.usage(db)).state
    if state == "roomy":
        return []
    due = principal.today if state == "nearly_full" else None
    return [
        {
            "kind": f"files_{state}",
            "object_type": "storage",
            "id": principal.tenant_id,
            "title": principal.tenant.name,
            "due_on": due,
            "waiting_since_on": None,
            "urgency": rules.urgency(due, principal.today),
            "school": None,
            "partner": None,
            "rests": None,
        }
    ]
