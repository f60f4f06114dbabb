"""A list as a file: the rows of the same question that the page asks, read with a cursor while they are sent."""

import asyncio
import csv
import tempfile
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import StringIO
from typing import IO, Any, Final, Literal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from alongside.core.db import Database, Row, Tx
from alongside.core.record import Caller
from alongside.core.statements import Statement
from alongside.integrations.spreadsheet import safe

from .download import SECONDS, ReaderGone, until_gone

Kind = Literal["csv", "xlsx"]
BATCH: Final = 500
CHUNK: Final = 64 * 1024
MEDIA: Final[Mapping[Kind, str]] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list to be written: what it is called, its statement and values, its columns, and a row's cells."""

    name: str
    statement: Statement
    values: Mapping[str, Any]
    columns: Sequence[str]
    cells: Callable[[Row], Sequence[Any]]


class ListDownload(Response):
    """Sends a list as CSV while it is read, or as a workbook that is written to disk first.

    All rows are of one moment: one cursor in one transaction. An error after the first byte breaks the connection
    off, so an incomplete file never looks complete.
    """

    def __init__(self, database: Database, caller: Caller, file: ListFile, kind: Kind, status_code: int = 200) -> None:
        headers = {"Content-Disposition": f'attachment; filename="{file.name}.{kind}"'}
        super().__init__(None, status_code, headers, MEDIA[kind])
        del self.headers["content-length"]
        self._database, self._caller, self._file, self._kind = database, caller, file, kind

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with self._database.transaction(self._caller, seconds=SECONDS) as tx:
                pieces = self._as_csv(tx) if self._kind == "csv" else self._as_workbook(tx)
                await until_gone(receive, self._pass_on(pieces, send))
        except ReaderGone:
            return
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _pass_on(self, pieces: AsyncIterator[bytes], send: Send) -> None:
        has_started = False
        async for piece in pieces:
            if not has_started:
                has_started = True
                await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            await send({"type": "http.response.body", "body": piece, "more_body": True})

    async def _batches(self, tx: Tx) -> AsyncIterator[list[Sequence[Any]]]:
        arguments = self._file.statement.arguments({**self._file.values, "tenant_id": tx.tenant_id})
        cursor = await tx.connection.cursor(self._file.statement.sql, *arguments, timeout=SECONDS)
        while rows := await cursor.fetch(BATCH):
            yield [self._file.cells(row) for row in rows]

    async def _as_csv(self, tx: Tx) -> AsyncIterator[bytes]:
        yield _lines([self._file.columns])
        async for batch in self._batches(tx):
            yield _lines(batch)

    async def _as_workbook(self, tx: Tx) -> AsyncIterator[bytes]:
        with tempfile.TemporaryFile() as file:
            book = Workbook(write_only=True)
            sheet = book.create_sheet(self._file.name.capitalize())
            sheet.freeze_panes = "A2"
            sheet.append(list(self._file.columns))
            async for batch in self._batches(tx):
                await asyncio.to_thread(_append, sheet, batch)
            await asyncio.to_thread(book.save, file)
            file.seek(0)
            while piece := await asyncio.to_thread(_read, file):
                yield piece


def _read(file: IO[bytes]) -> bytes:
    return file.read(CHUNK)


def _lines(rows: Iterable[Sequence[Any]]) -> bytes:
    written = StringIO()
    csv.writer(written).writerows([_written(cell) for cell in row] for row in rows)
    return written.getvalue().encode()


def _written(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return safe(cell) if isinstance(cell, str) else str(cell)


def _append(sheet: Any, rows: Iterable[Sequence[Any]]) -> None:
    """Days and numbers as such, so that they sort and add up; words so that none becomes a formula."""
    for row in rows:
        sheet.append([_cell(cell) for cell in row])


def _cell(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    if cell is None or (isinstance(cell, int | date) and not isinstance(cell, bool)):
        return cell
    return ILLEGAL_CHARACTERS_RE.sub(" ", _written(cell))
