"""Reminding of what ends: each step once, in the tenant's own day, whatever days the worker was away."""

from datetime import timedelta
from typing import Final

from sqlalchemy import Insert
from sqlalchemy.dialects.postgresql import insert as insert_new

from alongside.core.db import Database, Tx
from alongside.core.statements import (
    TENANT,
    a_day,
    a_flag,
    a_key,
    a_text,
    an_instant,
    an_int,
    statement,
    table,
)
from alongside.identity.principal import Principal, TenantSettings
from alongside.notices import queries, rules
from alongside.notices.models import Reminder
from alongside.notices.queries.endings import SOURCES, Ending, ending

from .give import Telling, give

LONGEST: Final = timedelta(days=rules.LATE_DAYS)


@statement
def _claim() -> Insert:
    return (
        insert_new(table(Reminder))
        .values(
            tenant_id=TENANT, object_type=a_text("object_type"), object_id=a_key("object_id"), ends_on=a_day("ends_on"),
            days=an_int("days"), is_sent=a_flag("is_sent"), at=an_instant("at"),
        )
        .on_conflict_do_nothing()
    )  # fmt: skip


async def remind(database: Database, tenant: TenantSettings) -> int:
    """Give the reminders that are due today and were not given; how many notices that made.

    The row of a step is written with its notices. Of two workers at once the second waits for it, and finds it.
    """
    if not rules.is_morning(tenant.now, tenant.time_zone):
        return 0
    async with database.transaction(Principal(tenant=tenant), seconds=60) as tx:
        tellings: list[Telling] = []
        for source in SOURCES.values():
            found = await ending(tx, source, tenant.today)
            done = await queries.reminded(tx, {each.matter.object_id for each in found}, tenant.today - LONGEST)
            for each in found:
                key = (source.claimed_as or each.matter.object_type, each.matter.object_id, each.ends_on)
                due = rules.due(source.steps, each.ends_on, each.since_on, tenant.today, done.get(key, set()))
                if await _claimed(tx, tenant, each, due) and due.send is not None:
                    tellings.append(_telling(tenant, each, due.send))
        if not tellings:
            return 0
        return await give(tx, tellings, await queries.holders(tx, tenant.today), tenant.now)


async def _claimed(tx: Tx, tenant: TenantSettings, each: Ending, due: rules.Due) -> bool:
    """Write the rows of the steps; whether the one to send was still nobody's."""
    steps = [(step, False) for step in due.skip] + ([] if due.send is None else [(due.send, True)])
    is_ours = False
    name = each.source.claimed_as or each.matter.object_type
    for days, is_sent in steps:
        claimed = await tx.note_down(
            _claim(), object_type=name, object_id=each.matter.object_id, ends_on=each.ends_on,
            days=days, is_sent=is_sent, at=tenant.now,
        )  # fmt: skip
        is_ours = claimed == 1 and is_sent
    return is_ours


def _telling(tenant: TenantSettings, each: Ending, days: int) -> Telling:
    left = (each.ends_on - tenant.today).days
    wanted = rules.Notification(
        each.source.kind, each.matter, each.roles, {"on": each.ends_on.isoformat(), "days_left": left}
    )
    return Telling(
        wanted, f"{each.source.claimed_as or 'end'}:{each.matter.object_id}:{each.ends_on}:{days}", tenant.now
    )
