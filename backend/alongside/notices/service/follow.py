"""Following the log: what happened since the last time becomes notices, nothing lost and nothing twice.

The tenant's position moves in the transaction that gives the notices, and its row lock lets one worker at a time;
a worker that is killed leaves the position where it was.
"""

from datetime import datetime, timedelta
from itertools import takewhile
from typing import Final

from sqlalchemy import BigInteger, Insert, bindparam
from sqlalchemy.dialects.postgresql import insert as insert_new

from alongside.changes.queries import START, Position, since
from alongside.core.db import Database, Tx
from alongside.core.statements import TENANT, columns, statement, table
from alongside.identity.principal import Principal, TenantSettings
from alongside.notices import queries, rules
from alongside.notices.models import NoticePosition

from .give import give
from .tidings import tellings_of

BATCH: Final = 500
OLD: Final = timedelta(days=30)
"""What happened longer ago is no news; whoever wants it reads the record's history."""

p = columns(NoticePosition)


@statement
def _begin() -> Insert:
    return insert_new(table(NoticePosition)).values(tenant_id=TENANT, xid=0, seq=0).on_conflict_do_nothing()


@statement
def _stand() -> Insert:
    xid, seq = (bindparam(name, type_=BigInteger) for name in ("xid", "seq"))
    return (
        insert_new(table(NoticePosition))
        .values(tenant_id=TENANT, xid=xid, seq=seq)
        .on_conflict_do_update(index_elements=["tenant_id"], set_={"xid": xid, "seq": seq})
    )


async def has_news(tx: Tx) -> bool:
    """Whether the log goes on behind the tenant's position."""
    rows, _ = await since(tx, await queries.place(tx) or START, 1)
    return bool(rows)


async def follow(database: Database, tenant: TenantSettings, until: datetime | None = None) -> int:
    """Give notices of everything that happened (until a moment, for a story that is told after it was written);
    how many there were."""
    count = 0
    while True:
        async with database.transaction(Principal(tenant=tenant), seconds=60) as tx:
            given, is_done = await _next(tx, tenant, until)
        count += given
        if is_done:
            return count


async def _next(tx: Tx, tenant: TenantSettings, until: datetime | None) -> tuple[int, bool]:
    await tx.note_down(_begin())
    behind = await queries.place(tx, lock=True) or START
    rows, position = await since(tx, behind, BATCH)
    if until is not None:
        rows = list(takewhile(lambda row: row["at"] <= until, rows))
        position = Position(int(rows[-1]["xid"]), rows[-1]["seq"]) if rows else behind
    if position == behind:
        return 0, True
    news = [row for row in rows if row["kind"] in rules.SOURCES and row["at"] >= tenant.now - OLD]
    tellings = await tellings_of(tx, tenant, news)
    given = await give(tx, tellings, await queries.holders(tx, tenant.today), tenant.now) if tellings else 0
    await tx.note_down(_stand(), xid=position.xid, seq=position.seq)
    return given, len(rows) < BATCH
