"""Reading the log in commit order, so that a reader who remembers where they were misses nothing (CF-02).

A sequence is drawn when a row is written, not when it is committed: whoever asks for "everything after number 7"
loses the slow transaction that drew number 6 and commits later. So a row is shown only when no transaction that is
still running could come before it: its transaction id lies below the oldest running one of the snapshot.
"""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import BigInteger, Text, bindparam, cast, func, select, tuple_

from alongside.core.db import Executor, Row
from alongside.core.models import LogEntry, Xid8
from alongside.core.statements import TENANT, Query, a_text, an_int, columns, statement

entry = columns(LogEntry)


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Where a reader stands: behind this row, in commit order."""

    xid: int
    seq: int


START: Final = Position(0, 0)


@statement
def _since() -> Query:
    behind = tuple_(cast(a_text("after_xid"), Xid8), bindparam("after_seq", type_=BigInteger))
    return (
        select(
            cast(entry.xid, Text).label("xid"), entry.seq, entry.at, entry.kind, entry.object_type, entry.object_id,
            entry.version, entry.changed, entry.reason, entry.person_id, entry.credential_id, entry.request_id,
        )
        .where(
            entry.tenant_id == TENANT,
            tuple_(entry.xid, entry.seq) > behind,
            entry.xid < func.pg_snapshot_xmin(func.pg_current_snapshot()),
        )
        .order_by(entry.xid, entry.seq)
        .limit(an_int("limit"))
    )  # fmt: skip


async def since(db: Executor, position: Position = START, limit: int = 500) -> tuple[list[dict[str, Any]], Position]:
    """The tenant's log behind a position, in commit order, and the position behind what is returned.

    The same position again while a transaction that could still come before the next row is running.
    """
    rows = await db.rows(_since(), after_xid=str(position.xid), after_seq=position.seq, limit=limit)
    return [dict(row) for row in rows], _behind(rows[-1]) if rows else position


def _behind(row: Row) -> Position:
    return Position(int(row["xid"]), row["seq"])
