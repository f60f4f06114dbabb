"""An e-mail that is about no notice, such as one with a code: sent at once, kept among what a person was sent."""

from uuid import UUID

from sqlalchemy import Insert, insert

from alongside.core.db import Database
from alongside.core.mail import Mailer, Message
from alongside.core.statements import TENANT, a_key, a_text, an_instant, columns, statement, table
from alongside.identity.principal import Principal, TenantSettings
from alongside.notices import queries, rules
from alongside.notices.models import NoticeMail

m = columns(NoticeMail)


@statement
def _sent() -> Insert:
    return insert(table(NoticeMail)).values(
        tenant_id=TENANT, id=a_key("id"), person_id=a_key("person_id"), cadence="instant", outcome=a_text("outcome"),
        created_at=an_instant("now"), sent_at=an_instant("now"),
    )  # fmt: skip


async def send_letter(
    database: Database,
    mailer: Mailer,
    address: str,
    tenant: TenantSettings,
    person_id: UUID,
    mail_id: UUID,
    letter: rules.Letter,
) -> None:
    """Send it to somebody's address; nothing of its text is kept here."""
    to = await queries.addressee(database.read(Principal(tenant=tenant)), person_id)
    if to is None or not to["is_active"]:
        return
    message = Message(
        mail_id, (tenant.id, person_id), to["email"], to["name"], letter.subject, letter.text, to["locale"],
        tenant.now, f"{address}/account",
    )  # fmt: skip
    await mailer.send(message)
    async with database.transaction(Principal(tenant=tenant)) as tx:
        await tx.note_down(_sent(), id=mail_id, person_id=person_id, outcome="sent", now=tenant.now)
