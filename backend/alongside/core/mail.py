"""Sending e-mail: by SMTP, or into a folder of real messages that a mail program opens.

A message keeps its id when it is sent again, so that a folder holds it once and a mail program shows it once.
"""

import asyncio
import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import unquote, urlsplit
from uuid import UUID

from .settings import Settings

SECONDS: Final = 15


@dataclass(frozen=True, slots=True)
class Message:
    """One e-mail to one person. `box` names whose folder it belongs into where there is no server."""

    id: UUID
    box: tuple[UUID, UUID]
    to: str
    name: str
    subject: str
    text: str
    language: str
    sent_at: datetime
    unsubscribe: str


class Mailer(Protocol):
    """What sends."""

    async def send(self, message: Message) -> None: ...


def mailer(settings: Settings) -> Mailer:
    """The server that the settings name, else the folder."""
    address = settings.smtp_url.get_secret_value()
    return Server(address, settings.mail_from) if address else Folder(settings.data_dir, settings.mail_from)


def written(message: Message, sender: str) -> EmailMessage:
    """The message as it travels."""
    made = EmailMessage(policy=SMTP)
    made["From"] = sender
    made["To"] = Address(_plain(message.name), addr_spec=message.to)
    made["Subject"] = _plain(message.subject)
    made["Date"] = format_datetime(message.sent_at)
    made["Message-ID"] = f"<{message.id}@alongside>"
    made["Auto-Submitted"] = "auto-generated"
    made["Content-Language"] = message.language
    made["List-Unsubscribe"] = f"<{message.unsubscribe}>"
    made.set_content(message.text)
    return made


def _plain(text: str) -> str:
    """One line without control characters: what somebody typed begins no header of its own."""
    return " ".join("".join(character for character in text if character.isprintable() or character == " ").split())


@dataclass(frozen=True, slots=True)
class Folder:
    """`mail/<tenant>/<person>/<message>.eml` under the data folder, readable by this user only."""

    data_dir: Path
    sender: str

    def place(self, tenant: UUID, person: UUID, message: UUID) -> Path:
        return self.data_dir / "mail" / str(UUID(str(tenant))) / str(UUID(str(person))) / f"{UUID(str(message))}.eml"

    async def send(self, message: Message) -> None:
        path = self.place(*message.box, message.id)
        await asyncio.to_thread(_keep, path, written(message, self.sender).as_bytes())


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_suffix(".new")
    unfinished.write_bytes(content)
    unfinished.chmod(0o600)
    unfinished.replace(path)


@dataclass(frozen=True, slots=True)
class Server:
    """`smtps://name:password@host:465`, or `smtp://…:587`, which turns to TLS before anything is said.

    `smtp+plain://` stays without: for a relay on the same machine.
    """

    address: str
    sender: str

    async def send(self, message: Message) -> None:
        await asyncio.to_thread(self._send, written(message, self.sender))

    def _send(self, message: EmailMessage) -> None:
        parts = urlsplit(self.address)
        host, context = parts.hostname or "localhost", ssl.create_default_context()
        if parts.scheme == "smtps":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(host, parts.port or 465, timeout=SECONDS, context=context)
        else:
            connection = smtplib.SMTP(host, parts.port or 587, timeout=SECONDS)
        with connection:
            if parts.scheme == "smtp":
                connection.starttls(context=context)
            if parts.username:
                connection.login(unquote(parts.username), unquote(parts.password or ""))
            connection.send_message(message)
