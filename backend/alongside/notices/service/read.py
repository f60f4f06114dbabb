"""Reading one's own notices."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Update, update

from alongside.core.db import Tx
from alongside.core.statements import TENANT, a_key, an_instant, columns, statement, table
from alongside.identity.principal import Principal
from alongside.notices import queries
from alongside.notices.models import Notice

n = columns(Notice)


def _mine() -> Update:
    return (
        update(table(Notice))
        .where(n.tenant_id == TENANT, n.person_id == a_key("me"), n.read_at.is_(None))
        .values(read_at=an_instant("now"))
    )


@statement
def _one() -> Update:
    return _mine().where(n.id == a_key("id"))


@statement
def _all() -> Update:
    return _mine().where(n.created_at <= an_instant("until"))


async def read_one(tx: Tx, principal: Principal, notice_id: UUID) -> dict[str, Any]:
    """Mark one notice as read; again changes nothing. Raises NoticeNotFound."""
    await queries.get(tx, principal, notice_id)
    await tx.note_down(_one(), me=principal.person_id, id=notice_id, now=principal.now)
    return await queries.get(tx, principal, notice_id)


async def read_all(tx: Tx, principal: Principal, until: datetime | None) -> dict[str, Any]:
    """Mark as read what came until then (until now); how many there were."""
    moment = principal.now if until is None else until
    return {"read": await tx.note_down(_all(), me=principal.person_id, until=moment, now=principal.now)}
