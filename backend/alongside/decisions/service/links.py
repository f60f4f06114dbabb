"""A link's life: made for one e-mail, opened, spent by the first answers, or ended before."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, LargeBinary, Update, bindparam, insert, or_, update

from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.record import record
from alongside.core.statements import (
    TENANT,
    a_key,
    a_text,
    an_instant,
    an_int,
    columns,
    statement,
    table,
)
from alongside.decisions import rules
from alongside.decisions.events import LinkAnswered, LinkDisowned, LinkMade, LinkOpened
from alongside.decisions.models import DecisionLink, LinkDecision
from alongside.decisions.queries import Asked
from alongside.identity.credentials import digest

from .place import Place

sent, d = columns(DecisionLink), columns(LinkDecision)


@statement
def _make() -> Insert:
    return insert(table(DecisionLink)).values(
        tenant_id=TENANT, id=a_key("id"), person_id=a_key("person_id"), mail_id=a_key("mail_id"),
        token_hash=bindparam("hash", type_=LargeBinary), created_at=an_instant("now"), expires_at=an_instant("until"),
    )  # fmt: skip


@statement
def _put_in() -> Insert:
    return insert(table(LinkDecision)).values(
        tenant_id=TENANT, id=a_key("id"), link_id=a_key("link_id"), position=an_int("position"), kind=a_text("kind"),
        object_id=a_key("object_id"), school_id=a_key("school_id"), on_behalf_of_id=a_key("on_behalf_of_id"),
        basis=a_text("basis"),
    )  # fmt: skip


@statement
def _replace() -> Update:
    """What went out before ends: at most one e-mail holds a link that works."""
    return (
        update(table(DecisionLink))
        .where(
            sent.tenant_id == TENANT, sent.person_id == a_key("person_id"),
            sent.used_at.is_(None), sent.revoked_at.is_(None),
            or_(sent.mail_id.is_(None), sent.mail_id != a_key("mail_id")),
        )
        .values(revoked_at=an_instant("now"), revoked_why="replaced")
    )  # fmt: skip


async def make(
    tx: Tx, person_id: UUID, asked: Sequence[Asked], mail_id: UUID, now: datetime, days: int
) -> tuple[str, datetime]:
    """A link to these decisions for one e-mail, and when it ends; its secret is nowhere but in the answer."""
    token, link_id, until = rules.new_token(tx.tenant_id), new_id(), now + timedelta(days=days)
    await tx.run(_replace(), person_id=person_id, mail_id=mail_id, now=now)
    await tx.run(
        _make(), id=link_id, person_id=person_id, mail_id=mail_id, hash=digest(token), now=now, until=until
    )  # fmt: skip
    rows = [
        {
            "id": new_id(),
            "link_id": link_id,
            "position": place,
            "kind": each.question.kind,
            "object_id": each.question.object_id,
            "school_id": each.question.school_id,
            "on_behalf_of_id": each.question.acting.on_behalf_of,
            "basis": each.basis,
        }
        for place, each in enumerate(asked)
    ]
    await tx.run_many(_put_in(), rows)
    changed = {"person_id": [None, person_id], "decisions": [None, len(rows)]}
    record(tx, LinkMade(object_id=link_id, changed=changed))
    return token, until


@statement
def _open() -> Update:
    return (
        update(table(DecisionLink))
        .where(sent.tenant_id == TENANT, sent.id == a_key("id"), sent.opened_at.is_(None))
        .values(opened_at=an_instant("now"))
    )


async def mark_opened(tx: Tx, link_id: UUID, now: datetime, place: Place) -> None:
    """Note the first opening. It decides nothing and spends nothing: programs that look into mail open links too."""
    if await tx.note_down(_open(), id=link_id, now=now):
        record(tx, LinkOpened(object_id=link_id, changed=place.told()))


@statement
def _spend() -> Update:
    return update(table(DecisionLink)).where(sent.tenant_id == TENANT, sent.id == a_key("id")).values(
        used_at=an_instant("now"), code_hash=None
    )  # fmt: skip


@statement
def _answer() -> Update:
    return (
        update(table(LinkDecision))
        .where(d.tenant_id == TENANT, d.id == a_key("id"))
        .values(answer=a_text("answer"), answered_at=an_instant("now"))
    )


async def spend(
    tx: Tx, link_id: UUID, answers: Sequence[Mapping[str, Any]], now: datetime, place: Place, with_code: bool
) -> None:
    """Keep the answers with the link, which works no more. Its row is locked by the caller."""
    await tx.run(_spend(), id=link_id, now=now)
    await tx.run_many(_answer(), [{"id": each["id"], "answer": each["answer"], "now": now} for each in answers])
    told = [{name: each[name] for name in ("kind", "object_id", "school_id", "answer")} for each in answers]
    changed = {"answers": [None, told], "with_code": [None, with_code], **place.told()}
    record(tx, LinkAnswered(object_id=link_id, changed=changed))


@statement
def revoke() -> Update:
    return (
        update(table(DecisionLink))
        .where(sent.tenant_id == TENANT, sent.id == a_key("id"))
        .values(revoked_at=an_instant("now"), revoked_why=a_text("why"), code_hash=None)
    )


async def disown(tx: Tx, link_id: UUID, person_id: UUID, now: datetime, place: Place, reason: str | None) -> None:
    """Whoever opened it is not the one to decide: it works no more."""
    await tx.run(revoke(), id=link_id, now=now, why="disowned")
    changed = {"person_id": [None, person_id], **place.told()}
    record(tx, LinkDisowned(object_id=link_id, changed=changed, reason=reason))
