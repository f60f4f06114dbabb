"""The code for what binds: sent apart from the link, to the address on file, and tried a few times at most."""

import hmac
import secrets
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import LargeBinary, Update, bindparam, update

from alongside.core.db import Tx
from alongside.core.jobs import enqueue
from alongside.core.record import record
from alongside.core.statements import TENANT, a_key, an_instant, an_int, columns, statement, table
from alongside.decisions import rules
from alongside.decisions.errors import TooManyCodes
from alongside.decisions.events import LinkCodeRefused, LinkCodeSent, LinkRevoked
from alongside.decisions.models import DecisionLink
from alongside.decisions.queries import lock_link

from .links import revoke
from .place import Place

CODE: Final = "decisions.code"
"""The job that makes a code and sends it: the code itself is never in the queue."""

sent = columns(DecisionLink)


@statement
def _ask() -> Update:
    return (
        update(table(DecisionLink))
        .where(sent.tenant_id == TENANT, sent.id == a_key("id"))
        .values(code_asked_at=an_instant("now"), codes_sent=sent.codes_sent + 1)
    )


async def ask_code(tx: Tx, link_id: UUID, now: datetime) -> None:
    """Ask for a code by e-mail. Raises TooManyCodes."""
    link = await lock_link(tx, link_id)
    if link["codes_sent"] >= rules.CODES:
        raise TooManyCodes("No more codes are sent for this link; ask for a new link", retry_after=3600)
    pause = timedelta(seconds=rules.CODE_PAUSE_SECONDS)
    if link["code_asked_at"] is not None and now < link["code_asked_at"] + pause:
        raise TooManyCodes(retry_after=rules.CODE_PAUSE_SECONDS)
    await tx.note_down(_ask(), id=link_id, now=now)
    await enqueue(tx, CODE, {"tenant": tx.tenant_id, "link": link_id}, key=f"{CODE}:{link_id}:{link['codes_sent']}")


@statement
def _keep() -> Update:
    return (
        update(table(DecisionLink))
        .where(sent.tenant_id == TENANT, sent.id == a_key("id"))
        .values(code_hash=bindparam("hash", type_=LargeBinary), code_expires_at=an_instant("until"))
    )


async def new_code(tx: Tx, key: str, link_id: UUID, now: datetime) -> str | None:
    """A code in place of the last one; None when the link works no more."""
    link = await lock_link(tx, link_id)
    if rules.standing(link, now) != "open":
        return None
    code = rules.code_of(secrets.randbelow(1_000_000))
    until = now + timedelta(minutes=rules.CODE_MINUTES)
    await tx.run(_keep(), id=link_id, hash=rules.keyed(key, link_id, code), until=until)
    record(tx, LinkCodeSent(object_id=link_id))
    return code


@statement
def _miss() -> Update:
    return (
        update(table(DecisionLink))
        .where(sent.tenant_id == TENANT, sent.id == a_key("id"))
        .values(code_tries=sent.code_tries + an_int("one"))
    )


async def try_code(tx: Tx, key: str, link_id: UUID, code: str, now: datetime, place: Place) -> bool:
    """Whether this is the code that was sent last. A wrong one is counted, whatever becomes of the request: this
    runs in a transaction of its own. After the last try the link is revoked."""
    link = await lock_link(tx, link_id)
    kept = link["code_hash"]
    in_time = link["code_expires_at"] is not None and now < link["code_expires_at"]
    given = rules.keyed(key, link_id, code)
    if kept is not None and in_time and hmac.compare_digest(bytes(kept), given):
        return True
    await tx.run(_miss(), id=link_id, one=1)
    tries = link["code_tries"] + 1
    record(tx, LinkCodeRefused(object_id=link_id, changed={"tries": [None, tries], **place.told()}))
    if tries >= rules.CODE_TRIES and rules.standing(link, now) == "open":
        await tx.run(revoke(), id=link_id, now=now, why="tries")
        record(tx, LinkRevoked(object_id=link_id))
    return False
