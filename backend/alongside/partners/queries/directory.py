"""The partner directory: one statement a page, filters and orders that an index carries."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, any_, column, exists, func, literal, literal_column, not_, select, table
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Text

from alongside.core.db import Executor
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, Statement, a_day, a_flag, a_key, a_text, columns, holds, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.schemas import PartnerExport, PartnerFilters, PartnerQuestion, PartnerSort
from alongside.schools.models import TaxonomyTerm

from .standing import g, p, program_visible_to, visible_to

t = columns(TaxonomyTerm)

# partnerships stand a floor above; like a foreign key, the filter knows the table by its name alone
_partnership = table("partnership", *(column(name) for name in ("tenant_id", "partner_id", "school_id", "stage"))).c

VETTING_EXPIRED = func.coalesce(
    (p.status == "approved") & (p.vetting_expires_on < a_day("today")), literal_column("false")
)
"""`rules.vetting_expired` as the database says it; a test holds the two together."""


_APPROVED = (p.status == "approved") & not_(VETTING_EXPIRED)


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
    "language": lambda: a_text("language") == any_(g.languages),
    "day": lambda: a_text("day") == any_(g.weekdays),
}

_ON_PARTNER: Mapping[str, ColumnElement[bool]] = {
    "q": holds(p.name, a_text("q")),
    "approved": a_flag("approved") == _APPROVED,
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


def _conditions(standpoints: frozenset[Standpoint], given: frozenset[str]) -> list[ColumnElement[bool]]:
    """Every partner that a question is about, wherever it is asked."""
    on_program = [_ON_PROGRAM[name]() for name in sorted(given & _ON_PROGRAM.keys())]
    found = [visible_to(standpoints), *(_ON_PARTNER[name] for name in sorted(given & _ON_PARTNER.keys()))]
    return [*found, *([_offers(standpoints, *on_program)] if on_program else [])]


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
    ).where(*_conditions(standpoints, given))  # fmt: skip


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


def _given(query: PartnerQuestion) -> frozenset[str]:
    return frozenset(query.narrowing()) - {"effective_on"}


def _values(principal: Principal, query: PartnerQuestion) -> dict[str, Any]:
    return {**principal.binds, **query.narrowing(), "today": query.effective_on or principal.today}


def every(principal: Principal, query: PartnerExport) -> tuple[Statement, dict[str, Any]]:
    """All rows of the directory in order, for a reader that takes them as they come; and their values."""
    return _every(principal.standpoints, _given(query), query.sort), _values(principal, query)


async def find(db: Executor, principal: Principal, query: PartnerFilters, cursors: Cursors) -> Page:
    """A page of the directory, as this caller sees it on the day asked for."""
    shape, standpoints = _given(query), principal.standpoints
    return await fetch_page(
        db,
        query,
        lambda after: _page(standpoints, shape, query.sort, after),
        name="partners",
        cursors=cursors,
        values=_values(principal, query),
        total=lambda: _total(standpoints, shape),
    )


_LISTS: Mapping[str, ColumnElement[Any]] = {"grade": g.grades, "language": g.languages, "day": g.weekdays}


def _among_programs(
    standpoints: frozenset[Standpoint], given: frozenset[str], facet: str, values: ColumnElement[Any]
) -> Query:
    """Partners by a value of their programs, beside the other filters: all must be true of one program."""
    others = given - {facet}
    source = p.id.table.join(g.id.table, (g.tenant_id == TENANT) & (g.partner_id == p.id))
    return (
        select(literal(facet, Text).label("facet"), values.label("value"), func.count(p.id.distinct()).label("count"))
        .select_from(source)
        .where(
            *_conditions(standpoints, others - _ON_PROGRAM.keys()), program_visible_to(standpoints),
            g.status != "retired", *(_ON_PROGRAM[name]() for name in sorted(others & _ON_PROGRAM.keys())),
        )
    )  # fmt: skip


@statement
def _facets(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    counted = []
    for facet, values in _LISTS.items():
        each = func.unnest(values).table_valued("value").render_derived(name=f"each_{facet}").lateral()
        found = _among_programs(standpoints, given, facet, each.c.value)
        counted.append(found.join(each, literal_column("true")).group_by(each.c.value))
    # who looks for the wider area finds the narrower one too (`area_or_below`)
    own = select(func.unnest(g.areas).label("value")).correlate(g.id.table)
    wider = select(t.parent_code.label("value")).where(
        t.tenant_id == TENANT, t.scheme == "area", t.code == any_(g.areas), t.parent_code.is_not(None)
    ).correlate(g.id.table)  # fmt: skip
    area = own.union(wider).lateral("each_area")
    counted.append(
        _among_programs(standpoints, given, "area", area.c.value)
        .join(area, literal_column("true"))
        .group_by(area.c.value)
    )
    for facet, column_ in (("org_type", p.org_type), ("status", p.status)):
        counted.append(
            select(literal(facet, Text).label("facet"), column_.label("value"), func.count().label("count"))
            .where(*_conditions(standpoints, given - {facet}))
            .group_by(column_)
        )
    for facet, others, more in (("total", given, []), ("approved", given - {"approved"}, [_APPROVED])):
        counted.append(
            select(literal(facet, Text).label("facet"), literal("", Text).label("value"), func.count().label("count"))
            .where(*_conditions(standpoints, others), *more)
        )  # fmt: skip
    every_one = counted[0].union_all(*counted[1:]).subquery("found")
    return select(every_one).order_by(every_one.c.facet, every_one.c.value)


async def facets(db: Executor, principal: Principal, query: PartnerQuestion) -> dict[str, Any]:
    """How many partners the list would have with each value of each filter."""
    values = _values(principal, query)
    told: dict[str, Any] = {name: [] for name in ("area", "grade", "language", "day", "org_type", "status")}
    counts = {"total": 0, "approved": 0}
    for row in await db.rows(_facets(principal.standpoints, _given(query)), **values):
        if row["facet"] in counts:
            counts[row["facet"]] = row["count"]
        else:
            told[row["facet"]].append({"value": row["value"], "count": row["count"]})
    return {"as_of": values["today"], **counts, **told}
