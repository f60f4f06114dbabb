"""REL-16: a worker killed in the middle of a job loses nothing, and nobody is told or written to twice."""

import asyncio
import os
import signal
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import asyncpg
import pytest
from alongside_local.postgres import APP, OWNER

from alongside.core.clock import new_id
from tests.crash.harness import Installation

pytestmark = [pytest.mark.crash, pytest.mark.timeout(300), pytest.mark.xdist_group("crash")]

PEOPLE = 30
APPLICATIONS = 40
KILLS = max(2, int(os.environ.get("CRASH_KILLS", "5")) // 2)


class SlowMail:
    """A mail server that takes its time, so that a kill meets a letter on its way; it keeps who was written to."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.port = 0
        self._came = asyncio.Event()
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        assert self._server is not None
        self._server.close()
        await self._server.wait_closed()

    async def until(self, count: int, seconds: float) -> None:
        """Wait until so many letters came, or for so long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while len(self.kept) < count:
                    self._came.clear()
                    await self._came.wait()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        in_data, message = False, ""
        try:
            while line := await reader.readline():
                text = line.decode().rstrip("\r\n")
                if in_data and text != ".":
                    message = text.partition(" ")[2] if text.startswith("Message-ID:") else message
                elif in_data:
                    in_data = False
                    await asyncio.sleep(0.15)
                    self.kept.append(message)
                    self._came.set()
                    writer.write(b"250 kept\r\n")
                elif text.upper() == "DATA":
                    in_data = True
                    writer.write(b"354 go on\r\n")
                elif text.upper() == "QUIT":
                    break
                else:
                    writer.write(b"250 ok\r\n")
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()


async def furnish(place: Installation) -> None:
    """An office of many people, and applications that arrive while workers die."""
    connection = await asyncpg.connect(place.postgres.dsn(OWNER, "crash"))
    for number in range(PEOPLE):
        person = await connection.fetchval(
            "insert into person (id, email, name) values ($1, $2, 'Renee Castellano') returning id",
            new_id(), f"office-{number}@example.org",
        )  # fmt: skip
        async with connection.transaction():
            await connection.execute("select set_config('app.tenant_id', $1, true)", str(place.tenant))
            await connection.execute(
                "insert into role_assignment (tenant_id, id, person_id, role, scope, starts_on) "
                "values ($1, $2, $3, 'partnership_office', 'tenant', $4)",
                place.tenant, new_id(), person, date(2019, 1, 1),
            )  # fmt: skip
    await connection.close()


async def arrive(place: Installation, name: str) -> None:
    """One application, with its fact in the log."""
    connection = await asyncpg.connect(place.postgres.dsn(APP, "crash"))
    async with connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(place.tenant))
        partner = new_id()
        await connection.execute(
            "insert into partner (tenant_id, id, name, legal_name, normalized_name, org_type, status) "
            "values ($1, $2, $3, $3, $3, 'nonprofit', 'submitted')",
            place.tenant, partner, name,
        )  # fmt: skip
        await connection.execute(
            "insert into log (tenant_id, kind, object_type, object_id, version, changed) "
            "values ($1, 'partner.submitted', 'partner', $2, 1, '{}')",
            place.tenant, partner,
        )  # fmt: skip
    await connection.close()


WAITING = "select count(*) from notice_mail where outcome = 'waiting'"
NOTICES = "select count(*) from notice"
LEFT = "select count(*) from pgqueuer where entrypoint like 'notices.mail'"


async def kill_amid_work(place: Installation) -> SlowMail:
    mail = SlowMail()
    await mail.start()
    await furnish(place)
    for number in range(KILLS):
        for each in range(APPLICATIONS // KILLS):
            await arrive(place, f"Partner {number}-{each}")
        before = len(mail.kept)
        with place.worker(ALONGSIDE_SMTP_URL=f"smtp+plain://127.0.0.1:{mail.port}") as worker:
            await mail.until(before + 3, seconds=45)
            worker.send_signal(signal.SIGKILL)
    killed_at = time.monotonic()
    with place.worker(ALONGSIDE_SMTP_URL=f"smtp+plain://127.0.0.1:{mail.port}"):
        while time.monotonic() < killed_at + 90:
            if (
                await place.counted(NOTICES) == PEOPLE * (APPLICATIONS // KILLS) * KILLS
                and await place.counted(WAITING) == 0
                # a job is struck off a moment after its letter is noted as sent
                and await place.counted(LEFT) == 0
            ):
                break
            await asyncio.sleep(0.25)
    await mail.stop()
    return mail


def test_a_killed_worker_loses_no_notice_and_no_letter(tmp_path: Path) -> None:
    with Installation(tmp_path, {}) as place:
        mail = asyncio.run(kill_amid_work(place))
        asked = PEOPLE * (APPLICATIONS // KILLS) * KILLS
        assert asyncio.run(place.counted(NOTICES)) == asked
        twice = "select count(*) from (select 1 from notice group by person_id, object_id having count(*) > 1) x"
        assert asyncio.run(place.counted(twice)) == 0
        assert asyncio.run(place.counted(WAITING)) == 0
        assert asyncio.run(place.counted("select count(*) from notice where mail_id is null")) == 0
        letters = asyncio.run(place.counted("select count(*) from notice_mail where outcome = 'sent'"))
        left = asyncio.run(place.counted(LEFT))
    assert left == 0
    # every letter arrived; one that was on its way when its worker died may have arrived under the same id again
    assert len(set(mail.kept)) == letters
    assert letters >= PEOPLE
    assert len(mail.kept) - letters <= 8 * KILLS
