"""Following the log: what happened since the last time becomes notices, nothing lost and nothing twice.

The tenant's position moves in the transaction that gives the notices, and its row lock lets one worker at a time;
a worker that is killed leaves the position where it was.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BigInteger, Insert, bindparam
from sqlalchemy.dialects.postgresql import insert as insert_new

from alongside.changes.queries import START, Position, since
from alongside.core.db import Database, Tx
from alongside.core.statements import TENANT, columns, statement, table
from alongside.identity.principal import Principal, TenantSettings
from alongside.notices import queries, rules
from alongside.notices.models import NoticePosition

from .give import Telling, give

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
    tellings = await tellings_of(tx, news)
    given = await give(tx, tellings, await queries.holders(tx, tenant.today), tenant.now) if tellings else 0
    await tx.note_down(_stand(), xid=position.xid, seq=position.seq)
    return given, len(rows) < BATCH


async def tellings_of(tx: Tx, rows: Sequence[Mapping[str, Any]]) -> list[Telling]:
    """What these facts give rise to. A record that is gone gives rise to nothing."""
    of: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        of.setdefault(row["object_type"], []).append(row)
    told: list[Telling] = []
    if news := of.get("agreement"):
        matters = await queries.agreements(tx, {row["object_id"] for row in news})
        whole = {(row["object_id"], row["version"]) for row in news if row["kind"] == "agreement.executed"}
        for row in news:
            # the last signature is told as the whole that it completes
            is_last = row["kind"] == "agreement.signed" and (row["object_id"], row["version"]) in whole
            if (matter := matters.get(row["object_id"])) is not None and not is_last:
                told += _tell(row, rules.of_agreement(row["kind"], row["changed"], matter))
    if news := of.get("target"):
        matters = await queries.targets(tx, {row["object_id"] for row in news})
        for row in news:
            if (matter := matters.get(row["object_id"])) is not None:
                told += _tell(row, rules.of_target(row["kind"], row["changed"], matter))
    if news := of.get("partner"):
        matters = await queries.partners(tx, {row["object_id"] for row in news})
        for row in news:
            if (matter := matters.get(row["object_id"])) is not None:
                told += _tell(row, rules.of_partner(row["kind"], matter))
    return told + await _results(tx, of.get("result", []))


def _tell(row: Mapping[str, Any], wanted: Sequence[rules.Notification]) -> list[Telling]:
    return [Telling(each, f"log:{row['seq']}:{each.kind}", row["at"], row["person_id"]) for each in wanted]


async def _results(tx: Tx, rows: Sequence[Mapping[str, Any]]) -> list[Telling]:
    """Results that were entered together are one notice for each target and school's people."""
    found = await queries.results(tx, {row["object_id"] for row in rows})
    together: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for row in rows:
        if (result := found.get(row["object_id"])) is not None:
            for_partner = result["entered_for_partner_id"] is not None
            # the partner hears of a grid once, each school of its own row
            school: UUID | None = result["school_id"] if for_partner else None
            together.setdefault((row["xid"], result["target_id"], for_partner, school), []).append(row)
    matters = await queries.targets(tx, {key[1] for key in together})
    told = []
    for (xid, target_id, for_partner, _), entered in together.items():
        if (matter := matters.get(target_id)) is not None:
            school = found[entered[0]["object_id"]]["school_id"]
            wanted = rules.of_results(for_partner, school, len(entered), matter)
            cause = f"log:{xid}:{target_id}:{school}:{wanted.kind}"
            told.append(Telling(wanted, cause, entered[-1]["at"], entered[0]["person_id"]))
    return told
