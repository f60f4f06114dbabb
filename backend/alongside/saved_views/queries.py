"""Reading saved views: one's own, and for the district's people those that are shared."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from alongside.core.db import Executor, Row, Tx
from alongside.core.statements import TENANT, Query, a_key, a_text, columns, statement
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Role

from .errors import SavedViewNotFound
from .models import SavedView

s, who = columns(SavedView), columns(Person)


def visible_to(sees_shared: bool) -> ColumnElement[bool]:
    """One's own; the district's people also what one of them shares."""
    own = s.owner_id == a_key("person")
    return (s.tenant_id == TENANT) & (or_(own, s.is_shared) if sees_shared else own)


def may_share(principal: Principal) -> bool:
    """Whether the caller is one of the office, which shared views are for."""
    return Standpoint.DISTRICT in principal.standpoints and principal.person_id is not None


@statement
def _views(sees_shared: bool, one: bool) -> Query:
    which = s.id == a_key("view") if one else s.list == a_text("list")
    return (
        select(
            s.id, s.version, s.list, s.name, s.question, s.layout, s.is_shared, s.owner_id,
            who.name.label("owner_name"),
        )
        .join_from(s.id.table, who.id.table, who.id == s.owner_id)
        .where(visible_to(sees_shared), which)
        .order_by((s.owner_id == a_key("person")).desc(), func.lower(s.name), s.id)
    )  # fmt: skip


@statement
def _locked(sees_shared: bool) -> Query:
    return select(*s).where(visible_to(sees_shared), s.id == a_key("view")).with_for_update()


@statement
def _names() -> Query:
    return select(s.id, s.name).where(
        s.tenant_id == TENANT, s.owner_id == a_key("person"), s.list == a_text("list")
    )  # fmt: skip


async def find(db: Executor, principal: Principal, of: str) -> dict[str, Any]:
    """The views of a list that the caller may open."""
    if principal.person_id is None:
        return {"can_share": False, "items": []}
    rows = await db.rows(_views(may_share(principal), False), person=principal.person_id, list=of)
    return {"can_share": may_share(principal), "items": [_told(row, principal) for row in rows]}


async def get(db: Executor, principal: Principal, view_id: UUID) -> dict[str, Any]:
    """One view, or SavedViewNotFound."""
    row = None
    if principal.person_id is not None:
        row = await db.row(_views(may_share(principal), True), person=principal.person_id, view=view_id)
    if row is None:
        raise SavedViewNotFound
    return _told(row, principal)


async def lock(tx: Tx, principal: Principal, view_id: UUID) -> Row:
    """The row that the caller is about to change, or SavedViewNotFound."""
    row = None
    if principal.person_id is not None:
        row = await tx.row(_locked(may_share(principal)), person=principal.person_id, view=view_id)
    if row is None:
        raise SavedViewNotFound
    return row


async def names_of(tx: Tx, person: UUID, of: str) -> dict[str, UUID]:
    """What a person's views of a list are called."""
    return {row["name"]: row["id"] for row in await tx.rows(_names(), person=person, list=of)}


def may_edit(row: Any, principal: Principal) -> bool:
    """Whoever saved it; a shared one also the district's administrator, for people leave."""
    return row["owner_id"] == principal.person_id or (row["is_shared"] and principal.holds(Role.DISTRICT_ADMIN))


def _told(row: Row, principal: Principal) -> dict[str, Any]:
    plain = {name: row[name] for name in ("id", "version", "list", "name", "question", "layout", "is_shared")}
    return {
        **plain,
        "owner": {"id": row["owner_id"], "name": row["owner_name"]},
        "is_own": row["owner_id"] == principal.person_id,
        "can_edit": may_edit(row, principal),
    }
