"""Results by themselves: one to read or lock, and pages of them with what was corrected and rejected."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, any_, false, or_, select, true

from alongside.core.db import Executor, Tx
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_flag, a_key, a_text, statement, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.targets.errors import ResultNotFound
from alongside.targets.schemas import ResultFilters, ResultSort

from .definition import terms_of
from .record import result_of
from .reported import joined, r, reported
from .visible import t, visible_to

FILTERS: Mapping[str, ColumnElement[bool]] = {
    "target": r.target_id == a_key("target"),
    "school": r.school_id == a_key("school"),
    "status": r.status == a_text("status"),
}
_TERMS = (
    "unit", "direction", "aggregation", "population_words", "period_starts_on", "period_ends_on", "baseline_value",
    "target_value", "target_method", "pace", "reporting_interval_days", "is_lower_better",
)  # fmt: skip
_VIEWS: Mapping[Standpoint, ColumnElement[bool]] = {
    Standpoint.DISTRICT: true(),
    Standpoint.SCHOOL: r.school_id == any_(the_keys("led_schools")),
    Standpoint.STAFF: false(),
    Standpoint.PARTNER: and_(
        t.partner_id == any_(the_keys("my_partners")),
        or_(a_flag("all_partner_schools"), r.school_id == any_(the_keys("partner_schools"))),
    ),
}


def _visible(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    """Results of visible targets, of the schools that the caller looks after."""
    views = [_VIEWS[standpoint] for standpoint in sorted(standpoints)]
    return and_(visible_to(standpoints), or_(false(), *views))


def _selected(standpoints: frozenset[Standpoint]) -> Select[*tuple[Any, ...]]:
    return joined(_visible(standpoints)).add_columns(*(t[name] for name in _TERMS))


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    return _selected(standpoints).where(r.id == a_key("id"))


@statement
def _place(standpoints: frozenset[Standpoint]) -> Query:
    return (
        select(r.target_id)
        .join_from(r.id.table, t.id.table, and_(t.tenant_id == r.tenant_id, t.id == r.target_id))
        .where(r.tenant_id == TENANT, _visible(standpoints), r.id == a_key("id"))
    )


def _listed(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return _selected(standpoints).where(*(FILTERS[name] for name in sorted(given)))


@statement
def _page(standpoints: frozenset[Standpoint], given: frozenset[str], sort: ResultSort, after: bool) -> Query:
    listed = _listed(standpoints, given)
    return paged(listed, r.updated_at, r.id, descending=sort is ResultSort.UPDATED_DOWN, after=after)


@statement
def _total(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return bounded_total(_listed(standpoints, given))


def _shown(row: Mapping[str, Any], principal: Principal) -> dict[str, Any]:
    named = {**row, "name": row["target_name"]}
    return result_of(reported(row, principal), terms_of(named), principal)


async def get_result(db: Executor, principal: Principal, result_id: UUID) -> dict[str, Any]:
    """One result, or ResultNotFound."""
    row = await db.row(_one(principal.standpoints), **principal.binds, id=result_id)
    if row is None:
        raise ResultNotFound
    return _shown(dict(row), principal)


async def find_results(db: Executor, principal: Principal, query: ResultFilters, cursors: Cursors) -> Page:
    """A page of results, the corrected and rejected ones included unless a status is asked for."""
    shape = frozenset(query.given())
    return await fetch_page(
        db,
        query,
        lambda after: _page(principal.standpoints, shape, query.sort, after),
        name="results",
        cursors=cursors,
        values=principal.binds,
        total=lambda: _total(principal.standpoints, shape),
        shape=lambda row: _shown(dict(row), principal),
    )


async def target_of(tx: Tx, principal: Principal, result_id: UUID) -> UUID:
    """The target of a result that the caller sees, to be locked before the result is read again."""
    target_id: UUID | None = await tx.value(_place(principal.standpoints), **principal.binds, id=result_id)
    if target_id is None:
        raise ResultNotFound
    return target_id


async def result_row(tx: Tx, principal: Principal, result_id: UUID) -> Mapping[str, Any]:
    """The bare result; its target is locked."""
    row = await tx.row(_one(principal.standpoints), **principal.binds, id=result_id)
    if row is None:
        raise ResultNotFound
    return dict(row)
