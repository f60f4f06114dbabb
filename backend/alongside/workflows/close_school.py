"""Closing a school by somebody who was told what it touches."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.core.conditional import IfMatch
from alongside.core.db import Executor, Tx
from alongside.identity.principal import Principal
from alongside.reports.closing import touched
from alongside.schools import queries
from alongside.schools import service as schools

from .errors import ClosingTouchesOthers
from .schemas import SchoolClosingTold


async def preview(db: Executor, principal: Principal, school_id: UUID, closed_on: date | None) -> dict[str, Any]:
    """What a closing on a day, today unless one is given, touches. Raises SchoolNotFound."""
    await queries.get(db, principal, school_id)
    day = closed_on or principal.today
    return {"closed_on": day, "touches": await touched(db, principal, school_id, day)}


async def close(
    tx: Tx, principal: Principal, school_id: UUID, body: SchoolClosingTold, if_match: IfMatch
) -> dict[str, Any]:
    """Close it, unless it touches other than its closer was told. Raises ClosingTouchesOthers and what closing does."""
    read = await schools.close(tx, principal, school_id, body, if_match)
    if body.touches is not None:
        found = await touched(tx, principal, school_id, body.closed_on or principal.today)
        if any(found[name] != told for name, told in body.touches.model_dump().items()):
            raise ClosingTouchesOthers(touches=found, allowed_moves=[{"move": "close", "needs": []}])
    return read
