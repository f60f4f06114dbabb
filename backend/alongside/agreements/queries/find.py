"""Pages of agreements, as they stand on a day."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, any_, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.agreements import rules
from alongside.agreements.models import Agreement, AgreementProgram, AgreementSchool, Signature
from alongside.agreements.schemas import AgreementFilters, AgreementSort
from alongside.core.db import Executor, Row
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_day, a_key, a_text, columns, holds, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Role
from alongside.partners.models import Partner, Program

from .effective import EFFECTIVE, EFFECTIVE_STATUS, LAST
from .visible import visible_to
from .waiting import waiting_binds, waits_for

a, np, ns, sig = columns(Agreement), columns(AgreementProgram), columns(AgreementSchool), columns(Signature)
p, g = columns(Partner), columns(Program)

_Q = a_text("q")


def _naming(part: Any, column: ColumnElement[Any], value: str) -> ColumnElement[bool]:
    """Agreements with such a part; found once for the whole list, from the part's own index."""
    return a.id == any_(
        select(part.agreement_id).where(part.tenant_id == TENANT, column == a_key(value)).scalar_subquery()
    )


FILTERS: Mapping[str, ColumnElement[bool]] = {
    "q": or_(holds(a.title, _Q), holds(a.number, _Q), holds(p.name, _Q)),
    "status": a.status == a_text("status"),
    "partner": a.partner_id == a_key("partner"),
    "type": a.type == a_text("type"),
    "school": or_(a.is_district_wide, _naming(ns, ns.school_id, "school")),
    "program": _naming(np, np.program_id, "program"),
    "ends_before": a.ends_on < a_day("ends_before"),
}
SORTS: Mapping[AgreementSort, tuple[ColumnElement[Any], bool]] = {
    AgreementSort.ENDS: (a.ends_on, False),
    AgreementSort.ENDS_DOWN: (a.ends_on, True),
    AgreementSort.UPDATED: (a.updated_at, False),
    AgreementSort.UPDATED_DOWN: (a.updated_at, True),
}


def programs_of(of: Any = a) -> ColumnElement[Any]:
    """The programs of an agreement as JSON, by name."""
    told = func.jsonb_build_object("id", g.id, "name", g.name)
    return (
        select(func.coalesce(func.jsonb_agg(aggregate_order_by(told, g.name, g.id)), literal_column("'[]'::jsonb")))
        .select_from(np.id.table.join(g.id.table, (g.tenant_id == np.tenant_id) & (g.id == np.program_id)))
        .where(np.tenant_id == of.tenant_id, np.agreement_id == of.id)
        .correlate(of.id.table)
        .scalar_subquery()
    )


def _count(word: str) -> ColumnElement[Any]:
    return func.count().filter(ns.confirmation == word)


def _schools() -> ColumnElement[Any]:
    words = ("confirmed", "declined", "pending")
    told = [part for word in words for part in (literal_column(f"'{word}'"), _count(word))]
    return (
        select(func.jsonb_build_object(literal_column("'named'"), func.count(), *told))
        .where(ns.tenant_id == a.tenant_id, ns.agreement_id == a.id)
        .correlate(a.id.table)
        .scalar_subquery()
    )


def _signed() -> ColumnElement[Any]:
    return (
        select(func.coalesce(func.jsonb_agg(sig.party), literal_column("'[]'::jsonb")))
        .where(sig.tenant_id == a.tenant_id, sig.agreement_id == a.id, sig.voided_at.is_(None))
        .correlate(a.id.table)
        .scalar_subquery()
    )


Roles = frozenset[Role] | None
"""The caller's roles, when the list is to hold only what waits for them."""


def _listed(standpoints: frozenset[Standpoint], given: frozenset[str], effective: str | None, roles: Roles) -> Query:
    on_day = [] if effective is None else [EFFECTIVE[effective]]
    waiting = [] if roles is None else [waits_for(roles)]
    return (
        select(
            a.id, a.version, a.number, a.type, a.title, a.is_district_wide, a.origin, a.status, a.status_since,
            a.drafted_by, a.signing_order, a.starts_on, a.ends_on, a.effective_on, a.updated_at,
            EFFECTIVE_STATUS.label("effective_status"), LAST.label("last_on"), a.ceases_on,
            p.id.label("partner_id"), p.name.label("partner_name"),
            programs_of().label("programs"), _schools().label("schools"), _signed().label("signed"),
        )
        .join_from(a.id.table, p.id.table, (p.tenant_id == a.tenant_id) & (p.id == a.partner_id))
        .where(visible_to(standpoints), *(FILTERS[name] for name in sorted(given)), *on_day, *waiting)
    )  # fmt: skip


@statement
def _page(
    standpoints: frozenset[Standpoint],
    given: frozenset[str],
    effective: str | None,
    roles: Roles,
    sort: AgreementSort,
    after: bool,
) -> Query:
    key, descending = SORTS[sort]
    return paged(_listed(standpoints, given, effective, roles), key, a.id, descending=descending, after=after)


@statement
def _total(standpoints: frozenset[Standpoint], given: frozenset[str], effective: str | None, roles: Roles) -> Query:
    return bounded_total(_listed(standpoints, given, effective, roles))


async def find(db: Executor, principal: Principal, query: AgreementFilters, cursors: Cursors) -> Page:
    """A page of the agreements that the caller sees."""
    day = query.effective_on or principal.today
    given = frozenset(query.given()) - {"effective", "effective_on", "waits_for_me"}
    roles = principal.role_names if query.waits_for_me else None
    return await fetch_page(
        db,
        query,
        lambda after: _page(principal.standpoints, given, query.effective, roles, query.sort, after),
        name="agreements",
        cursors=cursors,
        values={
            **principal.binds,
            **waiting_binds(principal),
            "day": day,
            "window": principal.tenant.expiring_window_days,
        },
        total=lambda: _total(principal.standpoints, given, query.effective, roles),
        shape=lambda row: _item(row, day),
    )


def _item(row: Row, day: Any) -> dict[str, Any]:
    item = dict(row)
    for name in ("sort_key", "drafted_by", "signed", "signing_order", "partner_name", "last_on"):
        del item[name]
    item["partner"] = {"id": item.pop("partner_id"), "name": row["partner_name"]}
    item["days_left"] = rules.days_left(row["effective_status"], row["last_on"], day)
    due = rules.due_parties(row["signing_order"], row["signed"])
    turn = (row["status"], row["drafted_by"], row["schools"]["pending"], row["signed"], due)
    item["waits_for"] = rules.waits_for(*turn)
    return item
