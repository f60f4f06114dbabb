"""A caller's tasks on a day: one statement for all the kinds that their roles are asked for."""

from datetime import date
from typing import Any

from sqlalchemy import union_all

from alongside.core.db import Executor
from alongside.core.statements import statement
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role
from alongside.reports import rules

from .kinds import SELECTS


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
    for row in await db.rows(_tasks(kinds), **values):
        due = rules.due_on(row["kind"], row["due_on"], row["since_on"])
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
            }
        )
    return [dict(task) for task in rules.ordered(found)]
