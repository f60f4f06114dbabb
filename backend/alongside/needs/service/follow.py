"""Needs that follow what happens to their partnerships, without anybody moving them by hand."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import and_, any_, select

from alongside.core.db import Tx
from alongside.core.lifecycle import SYSTEM
from alongside.core.record import record
from alongside.core.statements import TENANT, Query, columns, statement, the_keys
from alongside.needs.events import NEED_MOVED
from alongside.needs.models import Need, NeedsAssessment
from alongside.needs.rules import NEED

from .writing import told_of_needs, write_need

a, n = columns(NeedsAssessment), columns(Need)


@statement
def _held() -> Query:
    # no lock on the key: others may go on naming the need, and two who do so cannot block each other
    return (
        select(n.id, n.status, n.version, n.assessment_id)
        .select_from(a.id.table.join(n.id.table, and_(a.tenant_id == n.tenant_id, a.id == n.assessment_id)))
        .where(n.tenant_id == TENANT, n.id == any_(the_keys("needs")), a.status != "superseded")
        .order_by(a.id, n.id)
        .with_for_update(of=(a.id.table, n.id.table), key_share=True)
    )


async def hold(tx: Tx, need_ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """The rows of these needs, held until the commit; a need of an assessment that was replaced stays as it is."""
    return [dict(row) for row in await tx.rows(_held(), needs=list(need_ids))] if need_ids else []


async def follow(tx: Tx, held: Sequence[dict[str, Any]], verb: str) -> None:
    """Take this step of every need that is held and stands where the system may take it."""
    for row in held:
        made = next((each for each in NEED.leaving(row["status"]) if each.verb == verb and SYSTEM in each.who), None)
        if made is not None:
            version = await write_need(tx, row["id"], {"status": made.to_state})
            changed = {"status": [row["status"], made.to_state]}
            record(tx, NEED_MOVED[verb](object_id=row["id"], version=version, changed=changed))
            await told_of_needs(tx, row["assessment_id"], row["id"])
