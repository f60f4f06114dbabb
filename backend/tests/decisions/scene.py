"""A mailbox in which links arrive, and a browser that follows them."""

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from alongside.core.mail import Folder
from alongside.identity.queries import get_tenant
from alongside.notices import service
from alongside.workflows.invite import Inviting, send_code
from alongside.workflows.routes.deciding import COOKIE
from tests.notices.scene import worked
from tests.world import Person, World

LINK = re.compile(r"https://testserver/decide#([A-Za-z0-9_-]+)")
URL = "/api/v1/decisions"


class Post:
    """The worker's e-mails, in a folder."""

    def __init__(self, world: World, folder: Path) -> None:
        self.world = world
        self.folder = Folder(folder, "Alongside <alongside@example.org>")

    async def deliver(self) -> None:
        """One pass of the worker: notices of what happened, and their e-mails."""
        await worked(self.world)
        settings = self.world.app.state.settings
        invite = Inviting(self.world.database, settings)
        waiting = await self.world.rows("select id from notice_mail where outcome = 'waiting' order by created_at, id")
        for row in waiting:
            await service.post(
                self.world.database, self.folder, settings.address, self.world.tenant_id, row["id"], invite
            )

    def letters(self, person: Person | UUID) -> list[EmailMessage]:
        """What somebody has in their mailbox, the oldest first."""
        key = person.id if isinstance(person, Person) else person
        found = sorted(self.folder.data_dir.glob(f"mail/*/{key}/*.eml"), key=lambda path: path.stat().st_mtime_ns)
        return [message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=SMTP) for path in found]  # type: ignore[misc]

    def links(self, person: Person | UUID) -> list[str]:
        """The secrets of the links that somebody got."""
        return [link for letter in self.letters(person) for link in LINK.findall(letter.get_content())]

    async def code(self, link: str) -> str:
        """Do the job that the last request for a code asked for; the code in the newest e-mail."""
        rows = await self.world.rows(
            "select id, person_id from decision_link where token_hash = sha256($1::text::bytea)", link
        )
        settings = self.world.app.state.settings
        tenant = await get_tenant(self.world.database, self.world.tenant_id)
        assert tenant is not None
        await send_code(self.world.database, self.folder, settings, tenant, rows[0]["id"])
        found = re.findall(r"\b[0-9]{6}\b", self.letters(rows[0]["person_id"])[-1].get_content())
        assert len(found) == 1
        return str(found[0])


async def open_link(world: World, link: str) -> tuple[httpx.AsyncClient, httpx.Response]:
    """A browser of nobody in particular that opens a link."""
    http = world.anonymous()
    answer = await http.post(f"{URL}/open", json={"token": link})
    if answer.status_code == 200:
        cookie = re.search(rf"{COOKIE}=([^;]+)", answer.headers["set-cookie"])
        assert cookie is not None
        http.cookies.set(COOKIE, cookie[1], domain="testserver.local")
    return http, answer


def yes(*items: dict[str, Any]) -> dict[str, Any]:
    """Yes to all of these."""
    return {"answers": [{"id": item["id"], "answer": "yes"} for item in items]}


SIGNATURE = {"name": "Harold Lindqvist", "title": "Deputy superintendent", "consents": True}
