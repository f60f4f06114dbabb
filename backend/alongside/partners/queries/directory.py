"""The partner directory: one statement a page, filters and orders that an index carries."""

from collections.abc import Mapping
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Date, any_, case, func, literal_column, null, select, type_coerce

from alongside.core.db import Executor
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import Query, Statement, statement, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.schemas import PartnerExport, PartnerFilters, PartnerSort

from .question import VETTING_EXPIRED, conditions, shape_of, values_of
from .standing import g, p, program_visible_to


class Beside(Protocol):
    """What floors above tell of each partner; part of a statement's shape, so it is hashable."""

    def columns(self) -> list[ColumnElement[Any]]: ...

    def __hash__(self) -> int: ...


NEVER: ColumnElement[Any] = literal_column("'1900-01-01'::date")
"""Stands for a day that there was not, so that it comes first. Not the first day of all: in Python that one means
minus infinity, and a cursor on it would go nowhere."""


def _sees_contact(standpoints: frozenset[Standpoint]) -> bool:
    return bool(standpoints - {Standpoint.PARTNER})


def _contact(standpoints: frozenset[Standpoint]) -> ColumnElement[Any]:
    if _sees_contact(standpoints):
        return p.last_contact_on
    return case((p.id == any_(the_keys("my_partners")), p.last_contact_on), else_=null())


def _listed(standpoints: frozenset[Standpoint], given: frozenset[str], beside: Beside) -> Query:
    areas = (
        select(func.array_agg(literal_column("area").distinct()))
        .select_from(g.id.table.join(func.unnest(g.areas).alias("area"), literal_column("true")))
        .where(g.partner_id == p.id, program_visible_to(standpoints), g.status != "retired")
        .scalar_subquery()
    )
    return select(
        p.id, p.name, p.org_type, p.status, VETTING_EXPIRED.label("vetting_expired"), p.city, p.phone,
        func.coalesce(areas, literal_column("'{}'::text[]")).label("areas"), *beside.columns(),
        _contact(standpoints).label("last_contact_on"), p.updated_at,
    ).where(*conditions(standpoints, given))  # fmt: skip


_KEYS: Mapping[str, ColumnElement[Any]] = {
    "name": p.name,
    "updated_at": p.updated_at,
    "last_contact_on": type_coerce(func.coalesce(p.last_contact_on, NEVER), Date),
}


def _order(standpoints: frozenset[Standpoint], sort: PartnerSort) -> tuple[ColumnElement[Any], bool]:
    name = sort.removeprefix("-")
    # an order tells what it is made of, so whoever is not told the days gets the names
    told = "name" if name == "last_contact_on" and not _sees_contact(standpoints) else name
    return _KEYS[told], sort.startswith("-")


@statement
def _page(
    standpoints: frozenset[Standpoint], given: frozenset[str], sort: PartnerSort, after: bool, beside: Beside
) -> Query:
    key, descending = _order(standpoints, sort)
    return paged(_listed(standpoints, given, beside), key, p.id, descending=descending, after=after)


@statement
def _total(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return bounded_total(select(p.id).where(*conditions(standpoints, given)))


@statement
def _every(standpoints: frozenset[Standpoint], given: frozenset[str], sort: PartnerSort, beside: Beside) -> Query:
    key, descending = _order(standpoints, sort)
    listed = _listed(standpoints, given, beside)
    return listed.order_by(*((key.desc(), p.id.desc()) if descending else (key, p.id)))


def every(
    principal: Principal, query: PartnerExport, beside: Beside, values: Mapping[str, Any]
) -> tuple[Statement, dict[str, Any]]:
    """All rows of the directory in order, for a reader that takes them as they come; and their values."""
    statement = _every(principal.standpoints, shape_of(query), query.sort, beside)
    return statement, {**values, **values_of(principal, query)}


async def find(
    db: Executor,
    principal: Principal,
    query: PartnerFilters,
    cursors: Cursors,
    beside: Beside,
    values: Mapping[str, Any],
) -> Page:
    """A page of the directory, as this caller sees it on the day asked for; `values` are those of `beside`."""
    shape, standpoints = shape_of(query), principal.standpoints
    return await fetch_page(
        db,
        query,
        lambda after: _page(standpoints, shape, query.sort, after, beside),
        name="partners",
        cursors=cursors,
        values={**values, **values_of(principal, query)},
        total=lambda: _total(standpoints, shape),
    )
