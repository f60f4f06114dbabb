"""Collected e-mails: each morning, and each Monday, what a person has not read yet. Never an empty one."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import Insert
from sqlalchemy.dialects.postgresql import insert as insert_new

from alongside.core.db import Database, Tx
from alongside.core.record import record
from alongside.core.statements import TENANT, a_text, an_instant, statement, table
from alongside.identity.principal import Principal, TenantSettings
from alongside.notices import queries, rules
from alongside.notices.events import NoticesCollected
from alongside.notices.models import NoticeRound

from .give import write_to


@statement
def _claim() -> Insert:
    return (
        insert_new(table(NoticeRound))
        .values(tenant_id=TENANT, cadence=a_text("cadence"), period=a_text("period"), at=an_instant("at"))
        .on_conflict_do_nothing()
    )


async def collect(database: Database, tenant: TenantSettings) -> int:
    """Make the e-mails of the day and of the week that were not made; how many there are."""
    count = 0
    for cadence, period in rules.periods(tenant.now, tenant.time_zone, tenant.today):
        async with database.transaction(Principal(tenant=tenant), seconds=60) as tx:
            if await tx.note_down(_claim(), cadence=cadence, period=period, at=tenant.now) == 1:
                count += await _letters(tx, tenant, cadence, period)
    return count


async def _letters(tx: Tx, tenant: TenantSettings, cadence: rules.Cadence, period: str) -> int:
    rows = await queries.uncollected(tx, tenant.now - timedelta(days=rules.DAYS[cadence]))
    wishes = await queries.wishes(tx, {row["person_id"] for row in rows})
    letters: dict[UUID, list[UUID]] = {}
    for row in rows:
        wished = rules.choice_of(wishes.get(row["person_id"]), row["kind"]).email
        if rules.is_collected(row["email"], wished, cadence):
            letters.setdefault(row["person_id"], []).append(row["id"])
    for person, notices in letters.items():
        await write_to(tx, person, cadence, notices, tenant.now)
    if letters:
        changed = {cadence: [None, period], "letters": [None, len(letters)]}
        record(tx, NoticesCollected(object_id=tx.tenant_id, changed=changed))
    return len(letters)
