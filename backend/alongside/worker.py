"""The second process: today it forgets kept answers, sessions and tokens past their time; jobs come here later."""

import asyncio
import signal
from datetime import timedelta

from .core.db import Database
from .core.errors import Unavailable
from .core.idempotency import forget_old
from .core.logging import configure, log
from .core.settings import Settings

PAUSE = timedelta(minutes=10)


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


async def run(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT; survives Postgres being away."""
    configure(settings.log_level)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    database = await Database.connect(settings)
    log.info("worker started")
    try:
        while not stop.is_set():
            try:
                log.info("tidied", count=await tidy(database))
            except Unavailable:
                log.warning("database away")
            try:
                await asyncio.wait_for(stop.wait(), timeout=PAUSE.total_seconds())
            except TimeoutError:
                continue
    finally:
        await database.close()
        log.info("worker stopped")
