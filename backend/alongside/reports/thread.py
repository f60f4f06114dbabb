"""The thread of one partnership: need → partner → agreement → target → result, each as its own feature reads it.

Every part comes from the feature's own `get`, so what the caller may not see, and what is hidden for privacy,
is left out here exactly as it is there.
"""

from collections.abc import Awaitable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from alongside.agreements import queries as agreements
from alongside.core.db import Executor
from alongside.core.errors import NotFound
from alongside.core.paging import Cursors
from alongside.identity.principal import Principal
from alongside.needs import queries as needs
from alongside.partners import queries as partners
from alongside.partnerships import queries as partnerships
from alongside.reports.decided import decided
from alongside.targets import queries as targets
from alongside.targets.schemas import TargetFilters, TargetSort


async def _seen(parts: Iterable[Awaitable[dict[str, Any]]]) -> list[dict[str, Any]]:
    """The parts that the caller may see."""
    found = []
    for part in parts:
        try:
            found.append(await part)
        except NotFound:
            continue
    return found


async def get_thread(
    db: Executor, principal: Principal, partnership_id: UUID, effective_on: date | None, cursors: Cursors
) -> dict[str, Any]:
    """One partnership's thread as it stands on a day, or PartnershipNotFound."""
    day = effective_on or principal.today
    partnership = await partnerships.get(db, principal, partnership_id, day)
    seen = await _seen(needs.get(db, principal, UUID(str(need["id"]))) for need in partnership["needs"])
    query = TargetFilters(partnership=partnership_id, sort=TargetSort.UPDATED_DOWN)
    listed = await targets.find(db, principal, query, cursors)
    return {
        "effective_on": day,
        "decided": await decided(db, principal, partnership_id, [need["id"] for need in seen]),
        "partnership": partnership,
        "needs": seen,
        "partner": await partners.get(db, principal, partnership["partner"]["id"], day),
        "agreements": await _seen(
            agreements.get(db, principal, UUID(str(one["id"])), day) for one in partnership["agreements"]
        ),
        "targets": await _seen(targets.get(db, principal, one["id"], day) for one in listed.items),
    }
