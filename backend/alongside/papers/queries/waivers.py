"""Waivers, with what they waive and who gave them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from alongside.core.db import Executor, Tx
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import Query, a_key, columns, statement
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Scope
from alongside.papers.errors import WaiverNotFound
from alongside.papers.schemas import WaiverFilters, WaiverSort
from alongside.partners.models import Partner, Program
from alongside.schools.models import School

from .visible import q, visible_to, w

o, g, s, who = columns(Partner), columns(Program), columns(School), columns(Person)

FILTERS: Mapping[str, ColumnElement[bool]] = {"partner": w.partner_id == a_key("partner")}


def _seen(standpoints: frozenset[Standpoint]) -> Query:
    own = [column for column in w if column.name not in ("tenant_id", "created_at")]
    joined = (
        w.id.table.join(q.id.table, and_(q.tenant_id == w.tenant_id, q.id == w.requirement_id))
        .join(o.id.table, and_(o.tenant_id == w.tenant_id, o.id == w.partner_id))
        .join(who.id.table, who.id == w.author_id)
        .outerjoin(g.id.table, and_(g.tenant_id == w.tenant_id, g.id == w.program_id))
        .outerjoin(s.id.table, and_(s.tenant_id == w.tenant_id, s.id == w.school_id))
    )
    return (
        select(
            *own, q.title.label("requirement_name"), o.name.label("partner_name"), g.name.label("program_name"),
            s.name.label("school_name"), who.name.label("author_name"),
        )
        .select_from(joined)
        .where(visible_to(standpoints, w.tenant_id, w.partner_id))
    )  # fmt: skip


def _listed(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return _seen(standpoints).where(*(FILTERS[name] for name in sorted(given)))


@statement
def _page(standpoints: frozenset[Standpoint], given: frozenset[str], sort: WaiverSort, after: bool) -> Query:
    down = sort is WaiverSort.STARTS_DOWN
    return paged(_listed(standpoints, given), w.starts_on, w.id, descending=down, after=after)


@statement
def _total(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return bounded_total(_listed(standpoints, given))


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    return _seen(standpoints).where(w.id == a_key("id"))


@statement
def _locked(standpoints: frozenset[Standpoint]) -> Query:
    return select(*w).where(visible_to(standpoints, w.tenant_id, w.partner_id), w.id == a_key("id")).with_for_update()


def _body(row: Mapping[str, Any], principal: Principal) -> dict[str, Any]:
    plain = ("id", "version", "reason", "starts_on", "ends_on", "revoked_on", "revoked_reason", "updated_at")
    named = {
        name: None if row[f"{name}_id"] is None else {"id": row[f"{name}_id"], "name": row[f"{name}_name"]}
        for name in ("requirement", "partner", "program", "school", "author")
    }
    is_over = row["revoked_on"] is not None or row["ends_on"] < principal.today
    return {
        **{name: row[name] for name in plain},
        **named,
        "can_revoke": Scope.PAPERS_WAIVE in principal.scopes and not is_over,
    }


async def find_waivers(db: Executor, principal: Principal, query: WaiverFilters, cursors: Cursors) -> Page:
    """A page of waivers, the latest first."""
    shape, seen = frozenset(query.given()), principal.standpoints
    return await fetch_page(
        db,
        query,
        lambda after: _page(seen, shape, query.sort, after),
        name="paper-waivers",
        cursors=cursors,
        values=principal.binds,
        total=lambda: _total(seen, shape),
        shape=lambda row: _body(dict(row), principal),
    )


async def get_waiver(db: Executor, principal: Principal, waiver_id: UUID) -> dict[str, Any]:
    """One waiver, or WaiverNotFound."""
    row = await db.row(_one(principal.standpoints), **principal.binds, id=waiver_id)
    if row is None:
        raise WaiverNotFound
    return _body(dict(row), principal)


async def lock_waiver(tx: Tx, principal: Principal, waiver_id: UUID) -> dict[str, Any]:
    """The row, held until the commit, or WaiverNotFound."""
    row = await tx.row(_locked(principal.standpoints), **principal.binds, id=waiver_id)
    if row is None:
        raise WaiverNotFound
    return dict(row)
