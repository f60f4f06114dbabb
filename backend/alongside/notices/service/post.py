"""Sending one e-mail: its text is made now, of what its reader still wishes to hear of."""

from collections.abc import Awaitable, Callable, Sequence
from uuid import UUID

from sqlalchemy import Update, update

from alongside.core.db import Database, Executor, Row
from alongside.core.mail import Mailer, Message
from alongside.core.statements import TENANT, a_key, a_text, an_instant, columns, statement, table
from alongside.identity.principal import Principal, TenantSettings
from alongside.identity.queries import get_tenant
from alongside.notices import queries, rules
from alongside.notices.models import NoticeMail

m = columns(NoticeMail)

Invite = Callable[[TenantSettings, UUID, UUID, str], Awaitable[Sequence[str]]]
"""What else an e-mail says to somebody whose word is asked for: given tenant, person, e-mail and language."""


@statement
def _settle() -> Update:
    return (
        update(table(NoticeMail))
        .where(m.tenant_id == TENANT, m.id == a_key("id"), m.outcome == "waiting")
        .values(outcome=a_text("outcome"), sent_at=an_instant("at"))
    )


async def post(
    database: Database, mailer: Mailer, address: str, tenant_id: UUID, mail_id: UUID, invite: Invite | None = None
) -> str:
    """Send an e-mail that waits; what became of it. Twice sends nothing, unless the worker was killed between
    sending and writing that down: then the same message goes again, under the same id."""
    tenant = await get_tenant(database, tenant_id)
    if tenant is None:
        return "dropped"
    message, outcome = await _prepared(database, tenant, mail_id, address, invite)
    if message is not None:
        await mailer.send(message)
    elif outcome != "waiting":
        return outcome
    made = "dropped" if message is None else "sent"
    async with database.transaction(Principal(tenant=tenant)) as tx:
        await tx.note_down(_settle(), id=mail_id, outcome=made, at=None if message is None else tenant.now)
    return made


async def _prepared(
    database: Database, tenant: TenantSettings, mail_id: UUID, address: str, invite: Invite | None
) -> tuple[Message | None, str]:
    """The message, None when nothing is left to say; and what the e-mail's row says of it."""
    db = database.read(Principal(tenant=tenant))
    mail = await queries.mail(db, mail_id)
    if mail is None or mail["outcome"] != "waiting":
        return None, "dropped" if mail is None else mail["outcome"]
    person_id = mail["person_id"]
    to = await queries.addressee(db, person_id)
    notices = await _wanted(db, person_id, mail)
    if to is None or not to["is_active"] or not notices:
        return None, "waiting"
    closing: Sequence[str] = ()
    if invite is not None and any(each["kind"] in rules.DECISIONS for each in notices):
        closing = await invite(tenant, person_id, mail_id, to["locale"])
    letter = rules.letter(
        [dict(each) for each in notices],
        cadence=mail["cadence"], name=to["name"], place=tenant.name, address=address, locale=to["locale"],
        is_demonstration=tenant.is_demonstration, closing=closing,
        own=await queries.partners_of(db, person_id, tenant.today),
    )  # fmt: skip
    box = (tenant.id, person_id)
    message = Message(
        mail_id, box, to["email"], to["name"], letter.subject, letter.text, to["locale"], mail["created_at"],
        f"{address}/account",
    )  # fmt: skip
    return message, "waiting"


async def _wanted(db: Executor, person_id: UUID, mail: Row) -> list[Row]:
    """What its reader has not switched off since; of a collected e-mail also not what they read meanwhile."""
    wishes = (await queries.wishes(db, {person_id})).get(person_id)
    return [
        row
        for row in await queries.inside(db, mail["id"])
        if rules.choice_of(wishes, row["kind"]).email != "off" and (mail["cadence"] == "instant" or not row["read_at"])
    ]
