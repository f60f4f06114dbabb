"""How far the worker has come: behind which row of the log, and which reminders went out."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from alongside.changes.queries import START, Position
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, a_text, columns, statement
from alongside.notices.models import NoticePosition, Reminder

p, r = columns(NoticePosition), columns(Reminder)


@statement
def _place(lock: bool) -> Query:
    query = select(p.xid, p.seq).where(p.tenant_id == TENANT)
    return query.with_for_update() if lock else query


async def place(db: Executor, *, lock: bool = False) -> Position | None:
    """Behind which row the tenant's notices were given; None before the first."""
    row = await db.row(_place(lock))
    return None if row is None else Position(row["xid"], row["seq"])


@statement
def _reminded() -> Query:
    return select(r.object_id, r.ends_on, r.days).where(
        r.tenant_id == TENANT, r.object_type == a_text("name"), r.ends_on >= a_day("first")
    )


async def reminded(db: Executor, name: str, first: date) -> dict[tuple[UUID, date], set[int]]:
    """The steps already done of what is claimed under a name, by record and end."""
    done: dict[tuple[UUID, date], set[int]] = {}
    for row in await db.rows(_reminded(), name=name, first=first):
        done.setdefault((row["object_id"], row["ends_on"]), set()).add(row["days"])
    return done


__all__ = ["START", "Position", "place", "reminded"]
