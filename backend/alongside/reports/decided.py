"""Who decided and when, for the thread: who approved the needs, and who started the partnership."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, any_, select

from alongside.core.db import Executor
from alongside.core.models import LogEntry
from alongside.core.statements import TENANT, Query, a_key, columns, day_of, statement, the_keys
from alongside.identity.models import Person
from alongside.identity.principal import Principal
from alongside.needs.models import Need, NeedsAssessment
from alongside.partnerships.events import PartnershipStarted

n, a, who = columns(Need), columns(NeedsAssessment), columns(Person)
entry = columns(LogEntry)


@statement
def _approvals() -> Query:
    return (
        select(n.id.label("need_id"), a.approved_on, who.name.label("approved_by"), a.published_on)
        .select_from(
            n.id.table.join(a.id.table, and_(a.tenant_id == n.tenant_id, a.id == n.assessment_id)).outerjoin(
                who.id.table, who.id == a.approved_by_id
            )
        )
        .where(n.tenant_id == TENANT, n.id == any_(the_keys("ids")))
        .order_by(n.rank, n.id)
    )


@statement
def _start() -> Query:
    return (
        select(day_of(entry.at).label("on"), who.name.label("by"))
        .select_from(entry.seq.table.outerjoin(who.id.table, who.id == entry.person_id))
        .where(
            entry.tenant_id == TENANT,
            entry.object_type == "partnership",
            entry.object_id == a_key("partnership_id"),
            entry.kind == PartnershipStarted.kind,
        )
        .order_by(entry.seq)
        .limit(1)
    )


async def decided(db: Executor, principal: Principal, partnership_id: UUID, need_ids: Sequence[UUID]) -> dict[str, Any]:
    """Facts about a partnership and needs that the caller may see, as the queries before this one found."""
    start = await db.row(_start(), partnership_id=partnership_id)
    approvals = await db.rows(_approvals(), ids=list(need_ids)) if need_ids else []
    started: tuple[date | None, str | None] = (start["on"], start["by"]) if start else (None, None)
    return {"started_on": started[0], "started_by": started[1], "needs": [dict(row) for row in approvals]}
