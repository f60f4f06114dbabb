"""A person's own notices; nobody reads anybody else's."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from alongside.core.db import Executor, Row
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_key, a_text, columns, statement
from alongside.identity.principal import Principal
from alongside.notices.errors import NoticeNotFound
from alongside.notices.models import Notice
from alongside.notices.rules import sentence
from alongside.notices.schemas import NoticeFilters

from .people import addressee

n = columns(Notice)

MINE: ColumnElement[bool] = (n.tenant_id == TENANT) & (n.person_id == a_key("me")) & n.is_shown

FILTERS: Mapping[str, ColumnElement[bool]] = {"unread": n.read_at.is_(None), "kind": n.kind == a_text("kind")}


def _listed(given: frozenset[str]) -> Query:
    return select(n.id, n.kind, n.object_type, n.object_id, n.facts, n.created_at, n.read_at).where(
        MINE, *(FILTERS[name] for name in sorted(given))
    )


@statement
def _page(given: frozenset[str], after: bool) -> Query:
    return paged(_listed(given), n.created_at, n.id, descending=True, after=after)


@statement
def _total(given: frozenset[str]) -> Query:
    return bounded_total(_listed(given))


@statement
def _one() -> Query:
    return _listed(frozenset()).where(n.id == a_key("id"))


@statement
def _unread() -> Query:
    return select(func.count().label("unread"), func.max(n.created_at).label("newest_at")).where(
        MINE, n.read_at.is_(None)
    )


def shown(row: Row, locale: str) -> dict[str, Any]:
    """A notice as its reader gets it."""
    facts = row["facts"]
    return {
        "id": row["id"],
        "kind": row["kind"],
        "words": sentence(row["kind"], facts, locale),
        "object": {"type": row["object_type"], "id": row["object_id"], "title": facts.get("title")},
        "partner": facts.get("partner"),
        "school": facts.get("school"),
        "answer": facts.get("answer"),
        "on": facts.get("on"),
        "days_left": facts.get("days_left"),
        "count": facts.get("count"),
        "created_at": row["created_at"],
        "read_at": row["read_at"],
    }


async def locale_of(db: Executor, principal: Principal) -> str:
    """The language in which the caller reads."""
    found = None if principal.person_id is None else await addressee(db, principal.person_id)
    return "en" if found is None else found["locale"]


async def find(db: Executor, principal: Principal, query: NoticeFilters, cursors: Cursors) -> Page:
    """A page of the caller's notices, the newest first."""
    given = query.given()
    if given.get("unread") is False:
        given.pop("unread")
    shape = frozenset(given)
    locale = await locale_of(db, principal)
    return await fetch_page(
        db,
        query,
        lambda after: _page(shape, after),
        name=f"notices of {principal.person_id}",
        cursors=cursors,
        values={"me": principal.person_id},
        total=lambda: _total(shape),
        shape=lambda row: shown(row, locale),
    )


async def get(db: Executor, principal: Principal, notice_id: UUID) -> dict[str, Any]:
    """One notice of the caller's, or NoticeNotFound."""
    row = await db.row(_one(), me=principal.person_id, id=notice_id)
    if row is None:
        raise NoticeNotFound
    return shown(row, await locale_of(db, principal))


async def unread(db: Executor, principal: Principal) -> dict[str, Any]:
    """How many notices the caller has not read, and when the newest came."""
    row = await db.row(_unread(), me=principal.person_id)
    newest: datetime | None = None if row is None else row["newest_at"]
    return {"unread": 0 if row is None else row["unread"], "newest_at": newest}
