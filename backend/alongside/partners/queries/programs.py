"""Programs: the list across partners, and one with the steps open to the reader."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, select

from alongside.core.db import Executor, Row, Tx
from alongside.core.fields import money
from alongside.core.lifecycle import allowed_moves
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import Query, a_key, a_text, holds, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.errors import ProgramNotFound
from alongside.partners.rules import PROGRAM, program_needs_of
from alongside.partners.schemas import ProgramFilters, ProgramSort

from .question import serves_area
from .standing import actors_on, g, may_edit, p, program_visible_to, visible_to

FILTERS: Mapping[str, ColumnElement[bool]] = {
    "q": holds(g.name, a_text("q")),
    "area": serves_area(a_text("area")),
    "grade": a_text("grade") == any_(g.grades),
    "status": g.status == a_text("status"),
    "partner": g.partner_id == a_key("partner"),
}

_PARTNER = (p.id.label("partner_id"), p.name.label("partner_name"), p.status.label("partner_status"))


def _seen(standpoints: frozenset[Standpoint], *shown: ColumnElement[Any]) -> Query:
    both = g.id.table.join(p.id.table, (p.tenant_id == g.tenant_id) & (p.id == g.partner_id))
    return select(*shown, *_PARTNER).select_from(both).where(visible_to(standpoints), program_visible_to(standpoints))


def _listed(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return _seen(
        standpoints, g.id, g.name, g.areas, g.grades, g.times_of_day, g.delivery, g.capacity_students, g.status
    ).where(*(FILTERS[name] for name in sorted(given)))


@statement
def _page(standpoints: frozenset[Standpoint], given: frozenset[str], sort: ProgramSort, after: bool) -> Query:
    return paged(_listed(standpoints, given), g.name, g.id, descending=sort is ProgramSort.NAME_DOWN, after=after)


@statement
def _total(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return bounded_total(_listed(standpoints, given))


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    own = [column for column in g if column.name not in ("tenant_id", "created_at", "partner_id")]
    return _seen(standpoints, *own).where(g.id == a_key("id"))


def _with_partner(row: Row) -> dict[str, Any]:
    item = dict(row)
    item.pop("sort_key", None)
    item["partner"] = {name: item.pop(f"partner_{name}") for name in ("id", "name", "status")}
    return item


async def find_programs(db: Executor, principal: Principal, query: ProgramFilters, cursors: Cursors) -> Page:
    """A page of programs."""
    shape, standpoints = frozenset(query.given()), principal.standpoints
    return await fetch_page(
        db,
        query,
        lambda after: _page(standpoints, shape, query.sort, after),
        name="programs",
        cursors=cursors,
        values=principal.binds,
        total=lambda: _total(standpoints, shape),
        shape=_with_partner,
    )


@statement
def _locked(standpoints: frozenset[Standpoint]) -> Query:
    own = [column for column in g if column.name not in ("tenant_id", "partner_id")]
    return _seen(standpoints, *own).where(g.id == a_key("id")).with_for_update()


async def lock_program(tx: Tx, principal: Principal, program_id: UUID) -> dict[str, Any]:
    """The rows of a program and its partner, held until the commit, or ProgramNotFound."""
    row = await tx.row(_locked(principal.standpoints), **principal.binds, id=program_id)
    if row is None:
        raise ProgramNotFound
    return dict(row)


async def get_program(db: Executor, principal: Principal, program_id: UUID) -> dict[str, Any]:
    """One program, or ProgramNotFound."""
    row = await db.row(_one(principal.standpoints), **principal.binds, id=program_id)
    if row is None:
        raise ProgramNotFound
    body = _with_partner(row)
    partner_id = body["partner"]["id"]
    body["cost_to_school"] = money(body.pop("cost_to_school_cents"))
    body["est_value"] = money(body.pop("est_value_cents"))
    body["can_edit"] = may_edit(principal, partner_id) and body["status"] != "retired"
    body["allowed_moves"] = allowed_moves(
        PROGRAM, body["status"], actors_on(principal, partner_id), program_needs_of(body["areas"], body["grades"])
    )
    return body
