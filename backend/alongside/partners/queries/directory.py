"""The partner directory: one statement a page, filters and orders that an index carries."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, any_, column, exists, func, literal_column, select, table
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Text

from alongside.core.db import Executor
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_day, a_key, a_text, columns, holds, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.schemas import PartnerFilters, PartnerSort
from alongside.schools.models import TaxonomyTerm

from .standing import g, p, program_visible_to, visible_to

t = columns(TaxonomyTerm)

# partnerships stand a floor above; like a foreign key, the filter knows the table by its name alone
_partnership = table("partnership", *(column(name) for name in ("tenant_id", "partner_id", "school_id", "stage"))).c

VETTING_EXPIRED = func.coalesce(
    (p.status == "approved") & (p.vetting_expires_on < a_day("today")), literal_column("false")
)
"""`rules.vetting_expired` as the database says it; a test holds the two together."""


def area_or_below(code: ColumnElement[str]) -> ColumnElement[Any]:
    """The area and those right below it in the tree: who looks for tutoring also finds reading tutoring."""
    below = select(func.array_agg(t.code)).where(
        t.tenant_id == TENANT, t.scheme == "area", t.parent_code == code
    )  # fmt: skip
    codes: ColumnElement[Any] = func.array_append(below.scalar_subquery(), code)
    return codes.cast(ARRAY(Text))


def serves_area(code: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a program serves the area or one below it.

    Asked term by term: of `&&` Postgres expects next to no rows, and would rather sort what it finds than walk
    the list in its order.
    """
    served = func.unnest(g.areas).column_valued("served")
    return exists(select(literal_column("1")).where(served == any_(area_or_below(code))))


def _offers(standpoints: frozenset[Standpoint], *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the partner has a program, seen from here and not retired, of which all this is true.

    `offset 0` keeps it a question asked of each partner in the list's order, which ends with the page; as a
    join it would read and sort every partner of the tenant first.
    """
    return exists(
        select(literal_column("1"))
        .where(g.partner_id == p.id, program_visible_to(standpoints), g.status != "retired", *conditions)
        .offset(literal_column("0"))
    )


_ON_PROGRAM: Mapping[str, Callable[[], ColumnElement[bool]]] = {
    "area": lambda: serves_area(a_text("area")),
    "grade": lambda: a_text("grade") == any_(g.grades),
}

_ON_PARTNER: Mapping[str, ColumnElement[bool]] = {
    "q": holds(p.name, a_text("q")),
    "org_type": p.org_type == a_text("org_type"),
    "status": p.status == a_text("status"),
    "school": p.id == any_(
        func.array(
            select(_partnership.partner_id)
            .where(
                _partnership.tenant_id == TENANT,
                _partnership.school_id == a_key("school"),
                (_partnership.stage == "active") | (_partnership.stage == "paused"),
            )
            .scalar_subquery()
        )
    ),
}  # fmt: skip


def _listed(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    areas = (
        select(func.array_agg(literal_column("area").distinct()))
        .select_from(g.id.table.join(func.unnest(g.areas).alias("area"), literal_column("true")))
        .where(g.partner_id == p.id, program_visible_to(standpoints), g.status != "retired")
        .scalar_subquery()
    )
    on_program = [_ON_PROGRAM[name]() for name in sorted(given & _ON_PROGRAM.keys())]
    return select(
        p.id, p.name, p.org_type, p.status, VETTING_EXPIRED.label("vetting_expired"), p.city, p.phone,
        func.coalesce(areas, literal_column("'{}'::text[]")).label("areas"), p.updated_at,
    ).where(
        visible_to(standpoints),
        *(_ON_PARTNER[name] for name in sorted(given & _ON_PARTNER.keys())),
        *([_offers(standpoints, *on_program)] if on_program else []),
    )  # fmt: skip


@statement
def _page(standpoints: frozenset[Standpoint], given: frozenset[str], sort: PartnerSort, after: bool) -> Query:
    key = p.name if sort in (PartnerSort.NAME, PartnerSort.NAME_DOWN) else p.updated_at
    descending = sort in (PartnerSort.NAME_DOWN, PartnerSort.UPDATED_DOWN)
    return paged(_listed(standpoints, given), key, p.id, descending=descending, after=after)


@statement
def _total(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return bounded_total(_listed(standpoints, given))


async def find(db: Executor, principal: Principal, query: PartnerFilters, cursors: Cursors) -> Page:
    """A page of the directory, as this caller sees it on the day asked for."""
    day: date = query.effective_on or principal.today
    shape = frozenset(query.given()) - {"effective_on"}
    standpoints = principal.standpoints
    return await fetch_page(
        db,
        query,
        lambda after: _page(standpoints, shape, query.sort, after),
        name="partners",
        cursors=cursors,
        values={**principal.binds, "today": day},
        total=lambda: _total(standpoints, shape),
    )
