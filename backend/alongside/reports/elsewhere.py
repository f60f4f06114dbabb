"""What waits for the caller in the other districts where they work, each read under that district's own rules."""

from collections import Counter
from typing import Any, Final

from alongside.core.db import Database
from alongside.identity import queries as identity
from alongside.identity.principal import Principal
from alongside.identity.scopes import Scope

from .tasks import find_tasks

MOST: Final = 5
"""So many tasks of each district are told, the most urgent first; the rest are counted."""


async def tasks_elsewhere(database: Database, principal: Principal) -> list[dict[str, Any]]:
    """District by district, as it is there today: one reader for each, none of which sees another's rows."""
    found = []
    for there in await identity.elsewhere(database, principal):
        if Scope.HOME not in there.scopes:
            continue
        tasks = await find_tasks(database.read(there), there, None)
        counted = Counter(task["urgency"] for task in tasks)
        found.append(
            {
                "district": {"slug": there.tenant.slug, "name": there.tenant.name},
                "effective_on": there.today,
                "count": len(tasks),
                "overdue": counted["overdue"],
                "this_week": counted["this_week"],
                "items": tasks[:MOST],
            }
        )
    return found
