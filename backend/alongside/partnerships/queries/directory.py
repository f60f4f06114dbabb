"""Pages of partnerships, as they stand on a day."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import ColumnElement, and_, exists, false, func, literal_column, not_, or_, select

from alongside.agreements.models import Agreement, AgreementProgram, AgreementSchool
from alongside.agreements.queries import visible_to as agreement_visible_to
from alongside.core.db import Executor
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import Query, a_flag, a_key, a_text, columns, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.partnerships.models import PartnershipNeed
from alongside.partnerships.schemas import PartnershipFilters, PartnershipSort

from .clearance import find_covers, is_cleared
from .shape import AT_WORK, RESTS, STAGE, item_of, joined, selected
from .visible import p, visible_to

pn = columns(PartnershipNeed)
a, ap, asc = columns(Agreement), columns(AgreementProgram), columns(AgreementSchool)

FILTERS: Mapping[str, ColumnElement[bool]] = {
    "school": p.school_id == a_key("school"),
    "partner": p.partner_id == a_key("partner"),
    "program": p.program_id == a_key("program"),
    "stage": p.stage == a_text("stage"),
    # what has another stage since then; a day that is not over has none, and an index finds it
    "stage_then": a_text("stage") == STAGE,
    "at_work": func.coalesce(AT_WORK, false()) == a_flag("at_work"),
    "runs": a_flag("runs") != RESTS,
    "need": exists(
        select(literal_column("1"))
        .where(pn.tenant_id == p.tenant_id, pn.partnership_id == p.id, pn.need_id == a_key("need"))
        .correlate(p.id.table)
    ),
    "cleared": is_cleared(),
    "not_cleared": not_(is_cleared()),
}


def _under_agreement(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    """Whether the agreement names the program and the school, and the caller may open it: what somebody may not read
    is not told by what it covers."""
    at_school = and_(asc.tenant_id == a.tenant_id, asc.agreement_id == a.id, asc.school_id == p.school_id)
    named: Query = select(literal_column("1")).where(at_school).correlate(a.id.table, p.id.table)
    return exists(
        select(literal_column("1"))
        .select_from(a.id.table.join(ap.id.table, and_(ap.tenant_id == a.tenant_id, ap.agreement_id == a.id)))
        .where(
            a.tenant_id == p.tenant_id,
            a.id == a_key("agreement"),
            ap.program_id == p.program_id,
            or_(a.is_district_wide, exists(named)),
            agreement_visible_to(standpoints),
        )
        .correlate(p.id.table)
    )


def _condition(given: frozenset[str], standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    plain = [FILTERS[name] for name in sorted(given - {"agreement"})]
    under = [_under_agreement(standpoints)] if "agreement" in given else []
    return and_(visible_to(standpoints), *plain, *under)


@statement
def _page(given: frozenset[str], standpoints: frozenset[Standpoint], sort: PartnershipSort, after: bool) -> Query:
    query = selected(standpoints).where(_condition(given, standpoints))
    return paged(query, p.updated_at, p.id, descending=sort is PartnershipSort.UPDATED_DOWN, after=after)


@statement
def _total(given: frozenset[str], standpoints: frozenset[Standpoint]) -> Query:
    return bounded_total(select(p.id).select_from(joined()).where(_condition(given, standpoints)))


async def find(db: Executor, principal: Principal, query: PartnershipFilters, cursors: Cursors) -> Page:
    """A page of the partnerships that the caller may see."""
    given = query.given()
    day = given.pop("effective_on", None) or principal.today
    cleared = given.pop("cleared", None)
    if "stage" in given and day < principal.today:
        given["stage_then"] = given["stage"]
    shape = frozenset(given) - ({"stage"} if "stage_then" in given else set()) | (
        {"cleared" if cleared else "not_cleared"} if cleared is not None else set()
    )
    seen = principal.standpoints
    page = await fetch_page(
        db,
        query,
        lambda after: _page(shape, seen, query.sort, after),
        name="partnerships",
        cursors=cursors,
        values={**principal.binds, "day": day},
        total=lambda: _total(shape, seen),
    )
    covers = await find_covers(db, principal, page.items, day)
    return replace(page, items=[item_of(row, covers, day) for row in page.items])
