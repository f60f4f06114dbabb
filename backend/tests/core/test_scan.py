"""Uploads wait for the virus scanner: a server that speaks clamd's protocol answers, or nobody does."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path

import pytest
from pydantic import ValidationError

from alongside.core.scan import FileInfected, ScannerAway, scan
from alongside.core.settings import Settings
from alongside.identity.scopes import Role
from tests.imports.factories import CHICAGO
from tests.imports.test_files import ALDER, SCHOOLS, of_schools
from tests.papers.factories import a_paper
from tests.partners.factories import a_partner
from tests.world import Person, World

BACKEND = Path(__file__).resolve().parent.parent.parent
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


async def test_a_stream_is_read_whole_and_put_back() -> None:
    async with scanner() as at:
        stream = BytesIO(b"\0" * 200_000)
        stream.read(10)
        await scan(at, stream)
        assert stream.read() == b"\0" * 200_000
        with pytest.raises(FileInfected):
            await scan(at, BytesIO(b"\0" * 200_000 + HARMFUL))


async def the_catalogue(office: Person) -> None:
    files = {"file": ("measures.toml", (CHICAGO / "measures.toml").read_bytes())}
    assert (await office.http.post("/api/v1/imports/catalogue", files=files)).status_code == 200


async def test_files_that_are_imported_wait_for_the_scanner_too(world: World) -> None:
    office = await world.person(Role.DISTRICT_ADMIN)

    async def bring(csv: str, mapping: str = SCHOOLS) -> tuple[int, str]:
        files = {"file": ("schools.csv", csv.encode()), "mapping": ("m.toml", mapping.encode())}
        answer = await office.http.post("/api/v1/imports/schools", files=files)
        return answer.status_code, str(answer.json().get("type", "")).rpartition(":")[2]

    good = of_schools(ALDER)
    await the_catalogue(office)
    known = world.app.state.settings
    try:
        async with scanner() as at:
            world.app.state.settings = known.model_copy(update={"scanner": at})
            assert await bring(of_schools(ALDER.replace("Alder", "harmful"))) == (422, "file-infected")
            assert await bring(good, f"# harmful\n{SCHOOLS}") == (422, "file-infected")
            assert await world.rows("select 1 from school") == []
            assert await bring(good) == (200, "")
        assert await bring(good) == (503, "scanner-away"), "nothing is read while the scanner is away"
    finally:
        world.app.state.settings = known
    assert [row["name"] for row in await world.rows("select name from school")] == ["Alder"]


async def test_the_command_line_asks_the_scanner_too(
    world: World, database_urls: dict[str, str], tmp_path: Path
) -> None:
    await the_catalogue(await world.person(Role.DISTRICT_ADMIN))
    (tmp_path / "schools.toml").write_text(SCHOOLS)
    (tmp_path / "schools.csv").write_text(of_schools(ALDER))
    (tmp_path / "harmful.csv").write_text(of_schools(ALDER.replace("Alder", "harmful")))

    async def bring(name: str, at: str) -> tuple[int | None, str]:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "alongside", "import", "schools", str(tmp_path / name), "--tenant", world.slug,
            "--mapping", str(tmp_path / "schools.toml"), cwd=BACKEND,
            env={"PATH": "", "ALONGSIDE_SCANNER": at, **database_urls}, stdout=PIPE, stderr=PIPE,
        )  # fmt: skip
        out, err = await process.communicate()
        return process.returncode, (out + err).decode()

    async with scanner() as at:
        code, said = await bring("harmful.csv", at)
        assert (code, "found something harmful" in said) == (2, True), said
        assert await world.rows("select 1 from school") == []
        code, said = await bring("schools.csv", at)
        assert (code, "1 created" in said) == (0, True), said
    code, said = await bring("schools.csv", at)
    assert (code, "cannot be checked" in said, "database" in said) == (2, True, False), said
