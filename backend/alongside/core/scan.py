"""Asks a virus scanner about a file: clamd's INSTREAM, over a loopback or a private network.

Without a scanner nothing is asked. With one, nothing is kept that it has not called clean: silence is a refusal.
"""

import asyncio
from collections.abc import Iterator
from typing import BinaryIO, Final

from .errors import Unavailable, Unprocessable

SECONDS: Final = 30
_CHUNK: Final = 64 * 1024
_MOST_ANSWER: Final = 4_096


class FileInfected(Unprocessable):
    slug, title = "file-infected", "The virus scanner found something harmful in this file, so it was not kept"


class ScannerAway(Unavailable):
    slug, title = "scanner-away", "Files cannot be checked for viruses now, so none is kept; try again in a few minutes"


async def scan(scanner: str, content: bytes | BinaryIO, seconds: float = SECONDS) -> None:
    """Return when the scanner at `host:port` calls the content clean; a stream is read from its beginning and put back
    there. Raises FileInfected, ScannerAway."""
    host, _, port = scanner.rpartition(":")
    try:
        async with asyncio.timeout(seconds):
            said = await _ask(host.strip("[]"), int(port), _pieces(content))
    except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError) as away:
        raise ScannerAway(retry_after=60) from away
    if said == b"stream: OK":
        return
    if said.startswith(b"stream: ") and said.endswith(b" FOUND"):
        raise FileInfected
    raise ScannerAway(retry_after=60)


def _pieces(content: bytes | BinaryIO) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield from (content[start : start + _CHUNK] for start in range(0, len(content), _CHUNK))
        return
    content.seek(0)
    while piece := content.read(_CHUNK):
        yield piece
    content.seek(0)


async def _ask(host: str, port: int, pieces: Iterator[bytes]) -> bytes:
    """What clamd says of the content: each piece with its length before it, and an empty piece to end."""
    reader, writer = await asyncio.open_connection(host, port, limit=_MOST_ANSWER)
    try:
        writer.write(b"zINSTREAM\0")
        for piece in pieces:
            writer.write(len(piece).to_bytes(4, "big") + piece)
            await writer.drain()
        writer.write((0).to_bytes(4, "big"))
        await writer.drain()
        return (await reader.readuntil(b"\0"))[:-1]
    finally:
        writer.close()
