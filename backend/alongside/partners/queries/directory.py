"""The partner directory: one statement a page, filters and orders that an index carries."""

from typing import Any

from sqlalchemy import ColumnElement, func, literal_column, select

from alongside.core.db import Executor
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import Query, Statement, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.schemas import PartnerExport, PartnerFilters, PartnerSort

from .question import VETTING_EXPIRED, conditions, shape_of, values_of
from .standing import g, p, program_visible_to


def _listed(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    areas = (
        select(func.array_agg(literal_column("area").distinct()))
        .select_from(g.id.table.join(func.unnest(g.areas).alias("area"), literal_column("true")))
        .where(g.partner_id == p.id, program_visible_to(standpoints), g.status != "retired")
        .scalar_subquery()
    )
    return select(
        p.id, p.name, p.org_type, p.status, VETTING_EXPIRED.label("vetting_expired"), p.city, p.phone,
        func.coalesce(areas, literal_column("'{}'::text[]")).label("areas"), p.updated_at,
    ).where(*conditions(standpoints, given))  # fmt: skip


def _order(sort: PartnerSort) -> tuple[ColumnElement[Any], bool]:
    key = p.name if sort in (PartnerSort.NAME, PartnerSort.NAME_DOWN) else p.updated_at
    return key, sort in (PartnerSort.NAME_DOWN, PartnerSort.UPDATED_DOWN)


@statement
def _page(standpoints: frozenset[Standpoint], given: frozenset[str], sort: PartnerSort, after: bool) -> Query:
    key, descending = _order(sort)
    return paged(_listed(standpoints, given), key, p.id, descending=descending, after=after)


@statement
def _total(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return bounded_total(_listed(standpoints, given))


@statement
def _every(standpoints: frozenset[Standpoint], given: frozenset[str], sort: PartnerSort) -> Query:
    key, descending = _order(sort)
    return _listed(standpoints, given).order_by(*((key.desc(), p.id.desc()) if descending else (key, p.id)))


def every(principal: Principal, query: PartnerExport) -> tuple[Statement, dict[str, Any]]:
    """All rows of the directory in order, for a reader that takes them as they come; and their values."""
    return _every(principal.standpoints, shape_of(query), query.sort), values_of(principal, query)


async def find(db: Executor, principal: Principal, query: PartnerFilters, cursors: Cursors) -> Page:
    """A page of the directory, as this caller sees it on the day asked for."""
    shape, standpoints = shape_of(query), principal.standpoints
    return await fetch_page(
        db,
        query,
        lambda after: _page(standpoints, shape, query.sort, after),
        name="partners",
        cursors=cursors,
        values=values_of(principal, query),
        total=lambda: _total(standpoints, shape),
    )
