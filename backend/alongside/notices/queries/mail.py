"""E-mails: what is in one, what waits to be collected, and what a person was sent."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import any_, select

from alongside.core.db import Executor, Row
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_key, an_instant, columns, statement, the_texts
from alongside.identity.principal import Principal
from alongside.notices.models import Notice, NoticeMail
from alongside.notices.schemas import MailFilters

n, m = columns(Notice), columns(NoticeMail)


@statement
def _mail() -> Query:
    return select(m.id, m.person_id, m.cadence, m.outcome, m.created_at).where(
        m.tenant_id == TENANT, m.id == a_key("id")
    )


async def mail(db: Executor, mail_id: UUID) -> Row | None:
    """One e-mail's row."""
    return await db.row(_mail(), id=mail_id)


@statement
def _inside() -> Query:
    return (
        select(n.id, n.kind, n.object_type, n.object_id, n.facts, n.read_at)
        .where(n.tenant_id == TENANT, n.mail_id == a_key("id"))
        .order_by(n.created_at, n.id)
    )


async def inside(db: Executor, mail_id: UUID) -> list[Row]:
    """The notices that an e-mail is about, in the order in which they came."""
    return await db.rows(_inside(), id=mail_id)


@statement
def _uncollected() -> Query:
    return (
        select(n.id, n.person_id, n.kind, n.email)
        .where(
            n.tenant_id == TENANT,
            n.mail_id.is_(None),
            n.read_at.is_(None),
            n.email == any_(the_texts("emails")),
            n.created_at >= an_instant("since"),
        )
        .order_by(n.person_id, n.created_at, n.id)
    )


async def uncollected(db: Executor, since: datetime) -> list[Row]:
    """Unread notices that no e-mail has told of, for whoever wanted one."""
    return await db.rows(_uncollected(), emails=["instant", "daily", "weekly"], since=since)


def _sent() -> Query:
    return select(m.id, m.created_at).where(m.tenant_id == TENANT, m.person_id == a_key("me"), m.outcome == "sent")


@statement
def _page(after: bool) -> Query:
    return paged(_sent(), m.created_at, m.id, descending=True, after=after)


@statement
def _total() -> Query:
    return bounded_total(_sent())


@statement
def _one() -> Query:
    return _sent().where(m.id == a_key("id"))


async def sent_to(db: Executor, principal: Principal, query: MailFilters, cursors: Cursors) -> Page:
    """A page of the e-mails that the caller was sent, the newest first."""
    return await fetch_page(
        db,
        query,
        _page,
        name=f"mail of {principal.person_id}",
        cursors=cursors,
        values={"me": principal.person_id},
        total=_total,
        shape=lambda row: dict(row),
    )


async def sent_one(db: Executor, principal: Principal, mail_id: UUID) -> dict[str, Any] | None:
    """One of them, or None."""
    row = await db.row(_one(), me=principal.person_id, id=mail_id)
    return None if row is None else dict(row)
