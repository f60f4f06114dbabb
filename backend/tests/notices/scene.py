"""The worker on a day of one's choice, and what people were told."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg

from alongside.core.mail import Folder
from alongside.identity.principal import TenantSettings
from alongside.identity.queries import get_tenant
from alongside.notices import service
from tests.world import TODAY, Person, World

ADDRESS = "https://alongside.example.org"


@dataclass(frozen=True, slots=True)
class Moment(TenantSettings):
    """A tenant at a moment; its day follows from the moment and its own time zone unless it is pinned."""

    moment: datetime

    @property
    def now(self) -> datetime:
        return self.moment

    @property
    def today(self) -> date:
        return self.pinned_today or self.moment.astimezone(ZoneInfo(self.time_zone)).date()


async def at(
    world: World,
    day: date = TODAY,
    clock: time = time(9),
    *,
    zone: str | None = None,
    moment: datetime | None = None,
    tenant: UUID | None = None,
) -> Moment:
    """The test's tenant on a day at a time of its own clock (or at a moment, wherever that is)."""
    found = await get_tenant(world.database, tenant or world.tenant_id)
    assert found is not None
    known = {name: getattr(found, name) for name in TenantSettings.__dataclass_fields__}
    known |= {"pinned_today": None, "time_zone": zone or found.time_zone}
    when = moment or datetime.combine(day, clock, ZoneInfo(known["time_zone"])).astimezone(UTC)
    return Moment(**known, moment=when)


async def followed(world: World, moment: Moment) -> None:
    """Follow the log to its end. A transaction of another test that is still running holds the end back a moment:
    it is waited for first, since what is followed in two passes is told in two notices."""
    for _ in range(200):
        if not await world.rows("select 1 from log where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1"):
            break
        await asyncio.sleep(0.05)
    for _ in range(100):
        await service.follow(world.database, moment)
        left = await world.rows(
            "select 1 from log l where not exists (select 1 from notice_position p "
            "where (p.xid, p.seq) >= (l.xid::text::bigint, l.seq)) and l.kind not like 'notice%' limit 1"
        )
        if not left:
            return
        await asyncio.sleep(0.05)
    raise AssertionError("the log does not come to an end")


async def worked(world: World, day: date = TODAY, clock: time = time(9), **options: Any) -> Moment:
    """One pass of the worker over the tenant; what it did is committed."""
    moment = await at(world, day, clock, **options)
    await followed(world, moment)
    await service.remind(world.database, moment)
    await service.collect(world.database, moment)
    return moment


async def notices(world: World, person: Person | None = None, kind: str | None = None) -> list[asyncpg.Record]:
    """What somebody (or anybody) was told, in order."""
    return await world.rows(
        "select * from notice where ($1::uuid is null or person_id = $1) and ($2::text is null or kind = $2) "
        "order by created_at, id",
        None if person is None else person.id,
        kind,
    )


async def kinds(world: World, person: Person) -> list[str]:
    """The kinds of what somebody was told."""
    return sorted(row["kind"] for row in await notices(world, person))


async def mails(world: World, person: Person | None = None) -> list[asyncpg.Record]:
    """The e-mails to somebody (or anybody)."""
    return await world.rows(
        "select m.*, (select count(*) from notice n where n.mail_id = m.id) as notices from notice_mail m "
        "where $1::uuid is null or person_id = $1 order by created_at, id",
        None if person is None else person.id,
    )


async def posted(world: World, folder: Path) -> list[str]:
    """Send every e-mail that waits into a folder; what became of each."""
    mailer = Folder(folder, "Alongside <alongside@example.org>")
    waiting = await world.rows("select id from notice_mail where outcome = 'waiting' order by created_at, id")
    return [await service.post(world.database, mailer, ADDRESS, world.tenant_id, row["id"]) for row in waiting]


def letters(folder: Path, person: Person) -> list[str]:
    """The messages in somebody's folder, as text."""
    return [path.read_text() for path in sorted(folder.glob(f"mail/*/{person.id}/*.eml"))]
