"""Uploads wait for the virus scanner: a server that speaks clamd's protocol answers, or nobody does."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from pydantic import ValidationError

from alongside.core.scan import FileInfected, ScannerAway, scan
from alongside.core.settings import Settings
from alongside.identity.scopes import Role
from tests.papers.factories import a_paper
from tests.partners.factories import a_partner
from tests.world import World

HARMFUL = b"%PDF-1.7 this one is harmful"
PDF = b"%PDF-1.7 a certificate of insurance"


async def clamd(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """INSTREAM as clamd understands it: pieces with their length before them, and an empty one at the end."""
    assert await reader.readexactly(10) == b"zINSTREAM\0"
    content = b""
    while size := int.from_bytes(await reader.readexactly(4), "big"):
        content += await reader.readexactly(size)
    writer.write(b"stream: Eicar-Signature FOUND\0" if b"harmful" in content else b"stream: OK\0")
    await writer.drain()
    writer.close()


def answering(words: bytes) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], object]:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\0\0\0\0")
        writer.write(words)
        writer.close()

    return answer


@asynccontextmanager
async def scanner(answer: Callable[..., object] = clamd) -> AsyncIterator[str]:
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def test_a_clean_file_passes_and_a_harmful_one_is_refused_however_long() -> None:
    async with scanner() as at:
        for content in (b"", b"x", b"\0" * 300_000):
            await scan(at, content)
        with pytest.raises(FileInfected):
            await scan(at, b"\1" * 200_000 + HARMFUL)


@pytest.mark.parametrize(
    "words",
    [
        b"INSTREAM size limit exceeded. ERROR\0",
        b"stream: OK",
        b"",
        b"stream: OK and more\0",
        b"x" * 10_000,
        b"UNKNOWN\0",
    ],
)
async def test_any_other_answer_keeps_the_file_out(words: bytes) -> None:
    async with scanner(answering(words)) as at:
        with pytest.raises(ScannerAway):
            await scan(at, PDF)


async def test_nobody_there_and_nobody_who_answers_keep_it_out() -> None:
    async with scanner() as gone:
        pass
    with pytest.raises(ScannerAway):
        await scan(gone, PDF)
    hung = asyncio.Event()

    async def silent(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await hung.wait()
        writer.close()

    async with scanner(silent) as at:
        with pytest.raises(ScannerAway):
            await scan(at, PDF, seconds=0.1)
        hung.set()


async def test_an_upload_waits_for_the_scanner_and_only_what_is_clean_is_kept(world: World) -> None:
    partner = await a_partner(world)
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    paper = await a_paper(world, partner=partner, status="draft")
    path = f"/api/v1/papers/{paper}/documents"

    anonymous = {"file": ("certificate.pdf", HARMFUL, "application/pdf")}
    assert (await world.anonymous().post(path, files=anonymous)).status_code == 401

    async def upload(content: bytes) -> tuple[int, str]:
        answer = await admin.http.post(path, files={"file": ("certificate.pdf", content, "application/pdf")})
        return answer.status_code, str(answer.json().get("type", "")).rpartition(":")[2]

    known = world.app.state.settings
    try:
        async with scanner() as at:
            world.app.state.settings = known.model_copy(update={"scanner": at})
            assert await upload(HARMFUL) == (422, "file-infected")
            assert await world.rows("select 1 from paper_file") == []
            assert await upload(PDF) == (201, "")
        assert await upload(PDF) == (503, "scanner-away"), "nothing is kept while the scanner is away"
        assert len(await world.rows("select 1 from paper_file")) == 1
    finally:
        world.app.state.settings = known
    assert await upload(HARMFUL) == (201, ""), "without a scanner nothing is asked"


@pytest.mark.parametrize("address", ["clamd", "clamd:0", "clamd:", ":3310", "http://clamd:3310", "a b:3310"])
def test_an_address_that_is_none_is_refused_at_the_start(address: str) -> None:
    with pytest.raises(ValidationError):
        Settings(scanner=address)
    assert Settings(scanner="clamd:3310").scanner == "clamd:3310"
