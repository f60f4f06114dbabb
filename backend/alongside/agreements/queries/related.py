"""The agreements that one renews, changes or replaces, and those that do so to it: told as JSON, and locked."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, any_, func, literal_column, not_, select

from alongside.agreements import rules
from alongside.agreements.errors import AgreementNotFound
from alongside.agreements.models import Agreement
from alongside.core.db import Executor, Tx
from alongside.core.statements import TENANT, Query, a_key, columns, statement, table
from alongside.identity.principal import Standpoint

from .as_json import json_list, json_object
from .visible import visible_to

a = columns(Agreement)
OVER: ColumnElement[Any] = literal_column("'{" + ",".join(sorted(rules.OVER)) + "}'::text[]")


def ref(of: Any) -> ColumnElement[Any]:
    """Another agreement as JSON."""
    return json_object(
        id=of.id, number=of.number, title=of.title, status=of.status, starts_on=of.starts_on, ends_on=of.ends_on
    )


def followed(standpoints: frozenset[Standpoint], name: str, own: ColumnElement[Any]) -> ColumnElement[Any]:
    """The agreement that this one renews or amends, when the caller sees it."""
    other = table(Agreement).alias(name).c
    return select(ref(other)).where(visible_to(standpoints, other), other.id == own).scalar_subquery()


def open_renewal() -> Select[Any]:
    other = table(Agreement).alias("open_renewal").c
    over = other.status == any_(OVER)
    return select(func.count() > literal_column("0")).where(
        other.tenant_id == TENANT, other.renews_id == a.id, not_(over)
    )


def renewal(standpoints: frozenset[Standpoint]) -> ColumnElement[Any]:
    """The renewal under way or signed, of which there is one at most."""
    other = table(Agreement).alias("renewal").c
    over = other.status == any_(OVER)
    found = select(ref(other)).where(visible_to(standpoints, other), other.renews_id == a.id, not_(over))
    return found.scalar_subquery()


def number_of(own: ColumnElement[Any], name: str) -> ColumnElement[Any]:
    """The number of the agreement that is followed: part of the text, whoever reads it."""
    other = table(Agreement).alias(name).c
    return select(other.number).where(other.tenant_id == TENANT, other.id == own).scalar_subquery()


def amendments(standpoints: frozenset[Standpoint]) -> ColumnElement[Any]:
    other = table(Agreement).alias("amendment").c
    return (
        select(json_list(ref(other), other.created_at, other.id))
        .where(other.amends_id == a.id, visible_to(standpoints, other))
        .scalar_subquery()
    )


def replacements(standpoints: frozenset[Standpoint] | None) -> Select[Any]:
    """What is to take its place or did, of which there is one at most; with None whoever sees it."""
    other = table(Agreement).alias("replacement").c
    seen = other.tenant_id == TENANT if standpoints is None else visible_to(standpoints, other)
    told = func.count() > literal_column("0") if standpoints is None else ref(other)
    return select(told).where(seen, other.supersedes_id == a.id, not_(other.status == any_(OVER)))


def of_original(column: str) -> ColumnElement[Any]:
    """A column of the agreement that this one changes, whoever sees that one."""
    other = table(Agreement).alias(f"original_{column}").c
    return select(other[column]).where(other.tenant_id == TENANT, other.id == a.amends_id).scalar_subquery()


@statement
def _original(names: tuple[str, ...]) -> Query:
    return select(*(a[name] for name in names)).where(a.tenant_id == TENANT, a.id == a_key("id")).with_for_update()


@statement
def _running_amendments() -> Query:
    return (
        select(a.id, a.status, a.starts_on, a.ends_on, a.effective_on, a.ceases_on, a.held_from)
        .where(a.tenant_id == TENANT, a.amends_id == a_key("id"), a.status == any_(_KEPT))
        .order_by(a.effective_on, a.id)
        .with_for_update()
    )


_KEPT: ColumnElement[Any] = literal_column("'{executed,suspended,superseded}'::text[]")


_STANDING = ("id", "status", "starts_on", "ends_on", "effective_on", "ceases_on", "held_from", "amended_from")


async def lock_other(tx: Tx, agreement_id: UUID) -> Mapping[str, Any]:
    """The agreement that another one changes or replaces, whoever sees it: what time does is nobody's view."""
    row = await tx.row(_original(_STANDING), id=agreement_id)
    if row is None:
        raise AgreementNotFound
    return dict(row)


async def lock_amendments(tx: Tx, agreement_id: UUID) -> list[Mapping[str, Any]]:
    """The signed amendments of an agreement: what happens to it happens to them."""
    return [dict(row) for row in await tx.rows(_running_amendments(), id=agreement_id)]


@statement
def _last_day() -> Query:
    return select(a.ends_on).where(a.tenant_id == TENANT, a.id == a_key("id"))


async def renewed_through(db: Executor, renews_id: UUID | None) -> date | None:
    """The last day of the agreement that is renewed, whoever sees it; None without one."""
    last: date | None = None if renews_id is None else await db.value(_last_day(), id=renews_id)
    return last
