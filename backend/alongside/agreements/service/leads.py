"""Setting when renewals of a type open."""

from typing import Any

from sqlalchemy import Insert, delete
from sqlalchemy.dialects.postgresql import insert as upsert

from alongside.agreements import queries
from alongside.agreements.events import RenewalLeadSet
from alongside.agreements.models import RenewalLead
from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.record import record
from alongside.core.statements import TENANT, a_key, a_text, an_int, columns, statement, table

lead = columns(RenewalLead)


@statement
def _set() -> Insert:
    row = upsert(table(RenewalLead)).values(tenant_id=TENANT, id=a_key("id"), type=a_text("type"), days=an_int("days"))
    return row.on_conflict_do_update(
        index_elements=["tenant_id", "type"], set_={"days": row.excluded.days}
    ).returning(lead.id)  # fmt: skip


@statement
def _unset() -> Any:
    return (
        delete(table(RenewalLead))
        .where(lead.tenant_id == TENANT, lead.type == a_text("type"))
        .returning(lead.id)
    )  # fmt: skip


async def set_renewal_lead(tx: Tx, kind: str, days: int | None) -> dict[str, Any]:
    """Say when renewals of a type open; null: as everywhere."""
    was = next(each for each in (await queries.renewal_leads(tx))["items"] if each["type"] == kind)
    before = was["days"] if was["is_own"] else None
    if before != days:
        if days is None:
            row = await tx.value(_unset(), type=kind)
        else:
            row = await tx.value(_set(), id=new_id(), type=kind, days=days)
        changed = {"type": [kind, kind], "days": [before, days]}
        record(tx, RenewalLeadSet(object_id=row, changed=changed))
    return await queries.renewal_leads(tx)
