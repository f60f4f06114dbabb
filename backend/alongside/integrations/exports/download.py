"""A CSV answer that Postgres writes while it is sent; when the reader goes, the query is cancelled."""

import asyncio
from collections.abc import Awaitable
from typing import Any, Final

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from alongside.core.db import Database
from alongside.core.record import Caller

SECONDS: Final = 600
CHUNK: Final = 64 * 1024


class ReaderGone(Exception):
    """Nobody reads any more; rolls back."""


class CsvDownload(Response):
    """Runs `copy (query) to stdout` as the caller and passes it on.

    Sending waits for the network, so a slow reader slows the query and memory stays at one chunk. An error
    after the first byte breaks the connection off: an incomplete file never looks complete.
    """

    media_type = "text/csv"

    def __init__(
        self,
        database: Database,
        caller: Caller,
        query: str,
        values: tuple[Any, ...],
        filename: str,
        status_code: int = 200,
    ) -> None:
        super().__init__(None, status_code, {"Content-Disposition": f'attachment; filename="{filename}"'})
        del self.headers["content-length"]
        self._database, self._caller, self._query, self._values = database, caller, query, values

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with self._database.transaction(self._caller, seconds=SECONDS) as tx:
                await until_gone(receive, self._copy(tx.connection, send))
        except ReaderGone:
            return
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _copy(self, connection: Any, send: Send) -> None:
        waiting = bytearray()
        has_started = False

        async def pass_on() -> None:
            nonlocal has_started
            if not has_started:
                has_started = True
                await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            await send({"type": "http.response.body", "body": bytes(waiting), "more_body": True})
            waiting.clear()

        async def put(data: bytes) -> None:
            waiting.extend(data)
            if len(waiting) >= CHUNK:
                await pass_on()

        await connection.copy_from_query(
            self._query, *self._values, output=put, format="csv", header=True, timeout=SECONDS
        )
        await pass_on()


async def until_gone(receive: Receive, work: Awaitable[None]) -> None:
    """Do the work while somebody is there to read it. Raises ReaderGone when nobody is."""
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(_disconnected(receive))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ReaderGone
        working.result()
    finally:
        for task in (working, leaving):
            task.cancel()
        await asyncio.gather(working, leaving, return_exceptions=True)


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
