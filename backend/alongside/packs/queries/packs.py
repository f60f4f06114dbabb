"""Packs as their own organization's administrators see them; nobody else does, the district included."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.core.clock import day_in
from alongside.core.db import Executor, Row, Tx
from alongside.core.statements import TENANT, Query, a_day, a_key, columns, statement, table, the_keys
from alongside.identity.models import Person
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role
from alongside.packs import rules
from alongside.packs.errors import PackNotFound
from alongside.packs.models import Pack, PackOpening, PackTaking
from alongside.partners.models import Partner

k, w, t, o, who = columns(Pack), columns(PackOpening), columns(PackTaking), columns(Partner), columns(Person)
maker = table(Person).alias("maker").c
_EMPTY: ColumnElement[Any] = literal_column("'[]'::jsonb")
_MOST: ColumnElement[int] = literal_column("20")


def administers(principal: Principal) -> list[UUID]:
    """The organizations that the caller runs here: whose record may be packed, and filled from a pack."""
    return sorted(
        {held.partner_id for held in principal.roles if held.role is Role.PARTNER_ADMIN and held.partner_id is not None}
    )


def _mine() -> ColumnElement[bool]:
    return k.partner_id == any_(the_keys("administers"))


def _seen(*more: ColumnElement[Any]) -> Query:
    opened = func.jsonb_build_object("district", w.district_name, "opened_on", w.opened_on, "by", who.name)
    openings = (
        select(func.coalesce(func.jsonb_agg(aggregate_order_by(opened, w.opened_at, w.id)), _EMPTY))
        .select_from(w.id.table.join(who.id.table, who.id == w.person_id))
        .where(w.tenant_id == TENANT, w.pack_id == k.id)
        .correlate(k.id.table)
        .scalar_subquery()
    )
    plain = [k[name] for name in ("id", "version", "partner_id", "parts", "made_at", "expires_on", "revoked_at")]
    return (
        select(*plain, *more, openings.label("openings"), o.name.label("partner_name"), maker.name.label("made_by"))
        .select_from(
            k.id.table.join(o.id.table, (o.tenant_id == k.tenant_id) & (o.id == k.partner_id)).join(
                maker.id.table, maker.id == k.made_by_id
            )
        )
        .where(k.tenant_id == TENANT, _mine())
    )


def _counts() -> list[ColumnElement[Any]]:
    """How many of each are inside; null for a part that is not."""
    several: list[ColumnElement[Any]] = [
        literal_column(f"jsonb_array_length(pack.content -> '{part}')").label(f"count_{part}")
        for part in ("programs", "papers", "staff")
    ]
    checks: ColumnElement[Any] = literal_column(
        "(select coalesce(sum(jsonb_array_length(one -> 'checks')), 0) "
        "from jsonb_array_elements(pack.content -> 'staff') one)"
    )
    return [*several, checks.label("count_checks")]


@statement
def _of_partner() -> Query:
    query = _seen(*_counts()).where(k.partner_id == a_key("partner"))
    return query.order_by(k.made_at.desc(), k.id.desc()).limit(_MOST)


@statement
def _one() -> Query:
    return _seen(*_counts()).where(k.id == a_key("id"))


@statement
def _open() -> Query:
    query = _seen(*_counts()).where(k.revoked_at.is_(None), k.expires_on >= a_day("day"))
    return query.order_by(k.made_at.desc(), k.id.desc()).limit(_MOST)


@statement
def _contents() -> Query:
    return select(k.content, k.sha256).where(k.tenant_id == TENANT, _mine(), k.id == a_key("id"))


@statement
def _locked() -> Query:
    return select(*k).where(k.tenant_id == TENANT, _mine(), k.id == a_key("id")).with_for_update()


@statement
def _takings() -> Query:
    return (
        select(
            t.id, t.district_name.label("district"), t.made_at, t.taken_at, who.name.label("taken_by"),
            func.jsonb_array_length(t["items"]).label("count"),
        )
        .select_from(t.id.table.join(who.id.table, who.id == t.taken_by_id))
        .where(t.tenant_id == TENANT, t.partner_id == a_key("partner"))
        .order_by(t.taken_at.desc(), t.id.desc())
        .limit(_MOST)
    )  # fmt: skip


def outline(row: Mapping[str, Any] | Row) -> dict[str, Any]:
    """What is told of a pack without its contents."""
    counts = {part: row[f"count_{part}"] for part in ("programs", "papers", "staff")}
    counts["checks"] = row["count_checks"] if "checks" in row["parts"] else None
    return {
        "id": row["id"],
        "partner": {"id": row["partner_id"], "name": row["partner_name"]},
        "parts": row["parts"],
        "counts": counts,
        "made_at": row["made_at"],
        "expires_on": row["expires_on"],
    }


def moves_of(state: str) -> list[dict[str, Any]]:
    """The steps that are possible with a pack in this state."""
    return [{"move": "revoke", "needs": []}] if state == "open" else []


def _body(row: Row, principal: Principal) -> dict[str, Any]:
    state = rules.state_of(row["expires_on"], row["revoked_at"] is not None, principal.today)
    return {
        **outline(row),
        "version": row["version"],
        "made_by": row["made_by"],
        "state": state,
        "openings": row["openings"],
        "allowed_moves": moves_of(state),
    }


async def find(db: Executor, principal: Principal, partner_id: UUID) -> list[dict[str, Any]]:
    """The last twenty packs of a partner that the caller runs."""
    rows = await db.rows(_of_partner(), administers=administers(principal), partner=partner_id)
    return [_body(row, principal) for row in rows]


async def takings(db: Executor, principal: Principal, partner_id: UUID) -> list[dict[str, Any]]:
    """What was taken here from packs of other districts, the last twenty times."""
    found = []
    for row in await db.rows(_takings(), partner=partner_id):
        told = {name: value for name, value in row.items() if name != "made_at"}
        found.append({**told, "pack_made_on": day_in(principal.tenant.time_zone, None, row["made_at"])})
    return found


async def get(db: Executor, principal: Principal, pack_id: UUID) -> dict[str, Any]:
    """One pack, or PackNotFound."""
    row = await db.row(_one(), administers=administers(principal), id=pack_id)
    if row is None:
        raise PackNotFound
    return _body(row, principal)


async def open_packs(db: Executor, principal: Principal) -> list[dict[str, Any]]:
    """The packs that can be opened today, told without their contents."""
    rows = await db.rows(_open(), administers=administers(principal), day=principal.today)
    return [outline(row) for row in rows]


async def get_elsewhere(db: Executor, principal: Principal, pack_id: UUID) -> Row:
    """The row of a pack for somebody who stands in another district, or PackNotFound."""
    row = await db.row(_one(), administers=administers(principal), id=pack_id)
    if row is None:
        raise PackNotFound
    return row


async def contents(db: Executor, principal: Principal, pack_id: UUID) -> tuple[dict[str, Any], str]:
    """What is inside and its hash, or PackNotFound."""
    row = await db.row(_contents(), administers=administers(principal), id=pack_id)
    if row is None:
        raise PackNotFound
    return row["content"], row["sha256"]


async def lock(tx: Tx, principal: Principal, pack_id: UUID) -> dict[str, Any]:
    """The row, held until the commit, or PackNotFound."""
    row = await tx.row(_locked(), administers=administers(principal), id=pack_id)
    if row is None:
        raise PackNotFound
    return dict(row)
