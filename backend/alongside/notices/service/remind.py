"""Reminding of what ends: each step once, in the tenant's own day, whatever days the worker was away."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Delete, Insert, delete
from sqlalchemy.dialects.postgresql import insert as insert_new

from alongside.core.clock import new_id
from alongside.core.db import Database, Tx
from alongside.core.statements import (
    TENANT,
    a_day,
    a_flag,
    a_key,
    a_text,
    an_instant,
    an_int,
    columns,
    statement,
    table,
)
from alongside.identity.principal import Principal, TenantSettings
from alongside.notices import queries, rules
from alongside.notices.models import Reminder
from alongside.notices.queries import asked
from alongside.notices.queries.endings import SOURCES, Ending, Source, days_of, ending
from alongside.notices.queries.newcomers import newcomers

from .give import Telling, give

LONGEST: Final = timedelta(days=rules.LATE_DAYS)
ASKED: Final = "requirement"
"""Under this name the reminders of a requirement's first day are written down."""

Done = dict[tuple[UUID, date], set[int]]
Current = Callable[[Collection[UUID]], Awaitable[Mapping[UUID, frozenset[date]]]]

r = columns(Reminder)


@statement
def _claim() -> Insert:
    return (
        insert_new(table(Reminder))
        .values(
            tenant_id=TENANT, object_type=a_text("name"), object_id=a_key("record_id"), ends_on=a_day("ends_on"),
            days=an_int("days"), is_sent=a_flag("is_sent"), at=an_instant("at"),
        )
        .on_conflict_do_nothing()
    )  # fmt: skip


@statement
def _forget() -> Delete:
    return delete(table(Reminder)).where(
        r.tenant_id == TENANT,
        r.object_type == a_text("name"),
        r.object_id == a_key("record_id"),
        r.ends_on == a_day("ends_on"),
    )


async def remind(database: Database, tenant: TenantSettings) -> int:
    """Give the reminders that are due today and were not given; how many notices that made.

    The row of a step is written with its notices. Of two workers at once the second waits for it, and finds it.
    """
    if not rules.is_morning(tenant.now, tenant.time_zone):
        return 0
    async with database.transaction(Principal(tenant=tenant), seconds=60) as tx:
        tellings = [telling for source in SOURCES.values() for telling in await _of(tx, tenant, source)]
        tellings += await _of_requirements(tx, tenant)
        tellings += await _to_newcomers(tx, tenant)
        if not tellings:
            return 0
        return await give(tx, tellings, await queries.holders(tx, tenant.today), tenant.now)


async def _of(tx: Tx, tenant: TenantSettings, source: Source) -> list[Telling]:
    found = await ending(tx, source, tenant.today)
    listed = {(each.record_id, each.ends_on) for each in found}
    done = await _done(tx, tenant, source.claimed_as, listed, lambda ids: days_of(tx, source, ids))
    told = []
    for each in found:
        steps = done.get((each.record_id, each.ends_on), set())
        due = rules.due(source.steps, each.ends_on, each.since_on, tenant.today, steps)
        if await _claimed(tx, tenant, source.claimed_as, each.record_id, each.ends_on, due):
            told.append(each)
    return [_telling(tenant, each, 1) for each in told] if not source.is_counted else _counted(tenant, told)


async def _done(
    tx: Tx, tenant: TenantSettings, name: str, listed: Collection[tuple[UUID, date]], current: Current
) -> Done:
    """The steps done. Those of an end that moved are forgotten: if it moves back, what people were told last is not
    so any more. Those of a record that rests (on hold, renewed) stay."""
    done = await queries.reminded(tx, name, tenant.today - LONGEST)
    if elsewhere := rules.moved(done, listed):
        now = await current(elsewhere)
        for record, ends_on in list(done):
            if record in now and ends_on not in now[record]:
                await tx.note_down(_forget(), name=name, record_id=record, ends_on=ends_on)
                del done[record, ends_on]
    return done


async def _claimed(tx: Tx, tenant: TenantSettings, name: str, record_id: UUID, ends_on: date, due: rules.Due) -> bool:
    """Write the rows of the steps; whether the one to send was still nobody's."""
    steps = [(step, False) for step in due.skip] + ([] if due.send is None else [(due.send, True)])
    is_ours = False
    for days, is_sent in steps:
        claimed = await tx.note_down(
            _claim(), name=name, record_id=record_id, ends_on=ends_on, days=days, is_sent=is_sent, at=tenant.now
        )
        is_ours = claimed == 1 and is_sent
    return is_ours


def _telling(tenant: TenantSettings, each: Ending, count: int) -> Telling:
    said = {**_on(tenant, each.ends_on), **({"count": count} if each.source.is_counted else {})}
    wanted = rules.Notification(each.source.kind, each.matter, each.roles, said)
    # the claim makes it once; the same end may be told again after it moved away and back
    return Telling(wanted, f"{each.source.claimed_as}:{new_id()}", tenant.now)


def _on(tenant: TenantSettings, day: date) -> dict[str, str | int]:
    return {"on": day.isoformat(), "days_left": (day - tenant.today).days}


def _counted(tenant: TenantSettings, told: Iterable[Ending]) -> list[Telling]:
    """One notice for all the people of a partner for whom something ends on the same day."""
    together: dict[tuple[UUID, date], list[Ending]] = {}
    for each in told:
        together.setdefault((each.matter.object_id, each.ends_on), []).append(each)
    return [_telling(tenant, several[0], len({each.whose for each in several})) for several in together.values()]


async def _to_newcomers(tx: Tx, tenant: TenantSettings) -> list[Telling]:
    """What a school was asked before they came is asked of those who lead it now."""
    found = await newcomers(tx, tenant.today)
    matters = {
        **await queries.agreements(tx, {each.object_id for each in found if each.object_type == "agreement"}),
        **await queries.targets(tx, {each.object_id for each in found if each.object_type == "target"}),
    }
    return [
        Telling(
            rules.Notification(
                each.kind, matters[each.object_id], SOURCES[each.kind].roles, {}, frozenset({each.school_id}),
                people=frozenset({each.person_id}),
            ),
            f"newcomer:{each.kind}:{each.object_id}",
            tenant.now,
        )
        for each in found
        if each.object_id in matters
    ]  # fmt: skip


async def _of_requirements(tx: Tx, tenant: TenantSettings) -> list[Telling]:
    """What is asked from a day on is told to the partners that do not have it yet, and to the district how many."""
    last = tenant.today + timedelta(days=rules.STEPS[0])
    found = await asked.asked_between(tx, tenant.today - LONGEST, last)
    listed = {(each.id, each.enforced_from) for each in found}
    done = await _done(tx, tenant, ASKED, listed, lambda ids: asked.enforced_from(tx, ids))
    told = []
    for each in found:
        steps = done.get((each.id, each.enforced_from), set())
        due = rules.due(rules.STEPS, each.enforced_from, date.min, tenant.today, steps)
        if await _claimed(tx, tenant, ASKED, each.id, each.enforced_from, due):
            told.append(each)
    without = await asked.without(tx, tenant, told)
    of_requirement = rules.of_partners.of_requirement
    return [
        Telling(wanted, f"{ASKED}:{new_id()}", tenant.now)
        for each in told
        for wanted in of_requirement(each.id, each.title, _on(tenant, each.enforced_from), without[each.id])
    ]
