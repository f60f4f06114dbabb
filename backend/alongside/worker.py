"""The second process: tidies up, gives notices, reminds, and sends e-mails. Any number of it may run.

What happens by the clock happens on one of them; what it finds to do becomes a job, which outlives the worker.
"""

import asyncio
import signal
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from .agreements import service as agreements
from .core import jobs
from .core.db import Database
from .core.idempotency import forget_old
from .core.logging import configure, log
from .core.mail import Mailer, mailer
from .core.settings import Settings
from .decisions.service import CODE
from .demo.presence import is_whole
from .identity.principal import Principal, TenantSettings
from .identity.queries import all_tenants, get_tenant
from .integrations.spreadsheets.perform import perform
from .integrations.spreadsheets.work import WORK
from .notices import service as notices
from .workflows import join
from .workflows.invite import Inviting, send_code

FOLLOW, REMIND = "notices.follow", "notices.remind"


async def tidy(database: Database) -> int:
    """Drop what is past its published time, tenant by tenant; how many rows went."""
    gone = 0
    async with database.connection() as connection:
        for table in ("session", "access_token"):
            tag = await connection.execute(f"delete from {table} where expires_at < now() - interval '1 day'")
            gone += int(tag.rpartition(" ")[2])
        for place in await connection.fetch("select id from tenant"):
            async with connection.transaction():
                await connection.execute("select set_config('app.tenant_id', $1::text, true)", str(place["id"]))
                gone += await forget_old(connection)
    return gone


class Work:
    """What the worker does: handlers by the name of their job, and what happens by the clock."""

    def __init__(self, database: Database, settings: Settings, mailer: Mailer) -> None:
        self._database = database
        self._settings = settings
        self._mailer = mailer
        self._invite = Inviting(database, settings)

    @property
    def handlers(self) -> Mapping[str, jobs.Handler]:
        return {
            FOLLOW: self.follow,
            REMIND: self.remind,
            notices.MAIL: self.post,
            CODE: self.code,
            join.MAIL: self.join,
            WORK: self.spreadsheet,
        }

    @property
    def ticks(self) -> Sequence[jobs.Tick]:
        return (
            jobs.Tick("notices.look", "* * * * * */10", self.look),
            jobs.Tick("notices.days", "*/5 * * * *", self.days),
            jobs.Tick("tidy", "*/10 * * * *", self.tidy),
        )

    async def look(self) -> None:
        """Ask for a job for each tenant in which something happened."""
        for tenant in await self._tenants():
            async with self._database.transaction(Principal(tenant=tenant)) as tx:
                if await notices.has_news(tx):
                    await jobs.enqueue(tx, FOLLOW, {"tenant": tenant.id}, key=f"{FOLLOW}:{tenant.id}")

    async def days(self) -> None:
        """Ask for a job for each tenant: its day may have brought something to remind of."""
        for tenant in await self._tenants():
            async with self._database.transaction(Principal(tenant=tenant)) as tx:
                await jobs.enqueue(tx, REMIND, {"tenant": tenant.id}, key=f"{REMIND}:{tenant.id}")

    async def _tenants(self) -> list[TenantSettings]:
        """All but a demonstration that is still being loaded: its loader tells its story."""
        found = await all_tenants(self._database)
        async with self._database.connection() as connection:
            return [each for each in found if not each.is_demonstration or await is_whole(connection, each.id)]

    async def tidy(self) -> None:
        log.info("tidied", count=await tidy(self._database))

    async def _tenant(self, payload: Mapping[str, Any]) -> TenantSettings | None:
        return await get_tenant(self._database, UUID(payload["tenant"]))

    async def follow(self, payload: Mapping[str, Any]) -> None:
        if (tenant := await self._tenant(payload)) is not None:
            await notices.follow(self._database, tenant)

    async def remind(self, payload: Mapping[str, Any]) -> None:
        if (tenant := await self._tenant(payload)) is not None:
            await agreements.look_abroad(self._database, tenant)
            await notices.remind(self._database, tenant)
            await notices.collect(self._database, tenant)

    async def post(self, payload: Mapping[str, Any]) -> None:
        tenant, mail = UUID(payload["tenant"]), UUID(payload["mail"])
        await notices.post(self._database, self._mailer, self._settings.address, tenant, mail, self._invite)

    async def code(self, payload: Mapping[str, Any]) -> None:
        if (tenant := await self._tenant(payload)) is not None:
            await send_code(self._database, self._mailer, self._settings, tenant, UUID(payload["link"]))

    async def join(self, payload: Mapping[str, Any]) -> None:
        if (tenant := await self._tenant(payload)) is not None:
            await join.send(self._database, self._mailer, self._settings, tenant, UUID(payload["registration"]))

    async def spreadsheet(self, payload: Mapping[str, Any]) -> None:
        if (tenant := await self._tenant(payload)) is not None:
            await perform(self._database, tenant, UUID(payload["spreadsheet"]))


async def run(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT; survives Postgres being away."""
    configure(settings.log_level)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    database = await Database.connect(settings)
    work = Work(database, settings, mailer(settings))
    log.info("worker started")
    try:
        await jobs.run(settings.queue_url, work.handlers, work.ticks, stop)
    finally:
        await database.close()
        log.info("worker stopped")
