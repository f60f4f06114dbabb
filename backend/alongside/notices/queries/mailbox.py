"""The demonstration's mailbox: the messages in the data folder that were written to the caller."""

import asyncio
from collections.abc import Mapping
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any
from uuid import UUID

from alongside.core.db import Executor
from alongside.core.mail import Folder
from alongside.core.paging import Cursors, Page
from alongside.core.settings import Settings
from alongside.identity.principal import Principal
from alongside.notices.errors import MailNotFound
from alongside.notices.schemas import MailFilters

from .mail import sent_one, sent_to


def _place(principal: Principal, settings: Settings, mail_id: UUID) -> Path:
    assert principal.person_id is not None
    return Folder(settings.data_dir, settings.mail_from).place(principal.tenant_id, principal.person_id, mail_id)


def _open(path: Path) -> EmailMessage | None:
    if not path.is_file():
        return None
    read = message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=SMTP)
    assert isinstance(read, EmailMessage)
    return read


def _check(principal: Principal) -> None:
    """Elsewhere people have mailboxes of their own, and this page does not exist."""
    if not principal.tenant.is_demonstration or principal.person_id is None:
        raise MailNotFound


async def letters(db: Executor, principal: Principal, query: MailFilters, cursors: Cursors, settings: Settings) -> Page:
    """A page of the caller's e-mails, the newest first. Raises MailNotFound outside a demonstration."""
    _check(principal)
    page = await sent_to(db, principal, query, cursors)
    items = []
    for row in page.items:
        message = await asyncio.to_thread(_open, _place(principal, settings, row["id"]))
        if message is not None:
            items.append({"id": row["id"], "subject": str(message["Subject"]), "sent_at": row["created_at"]})
    return Page(items, page.next_cursor, page.total)


async def letter(db: Executor, principal: Principal, mail_id: UUID, settings: Settings) -> Mapping[str, Any]:
    """One of them. Raises MailNotFound."""
    _check(principal)
    row = await sent_one(db, principal, mail_id)
    message = None if row is None else await asyncio.to_thread(_open, _place(principal, settings, mail_id))
    if row is None or message is None:
        raise MailNotFound
    return {
        "id": mail_id,
        "sender": str(message["From"]),
        "to": str(message["To"]),
        "subject": str(message["Subject"]),
        "sent_at": row["created_at"],
        "text": message.get_content(),
    }
