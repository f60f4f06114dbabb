"""Pages of agreements, as they stand on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, any_, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.agreements import rules
from alongside.agreements.models import Agreement, AgreementProgram, AgreementSchool, Signature
from alongside.agreements.schemas import AgreementFilters, AgreementQuestion, AgreementSort
from alongside.core.db import Executor, Row
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_day, a_key, a_text, an_int, columns, holds, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Role
from alongside.partners.models import Partner, Program
from alongside.schools.school_year import YearStart, parse_school_year

from .data_terms import DESTRUCTION_OWED
from .decided import signed_as
from .effective import DAY, EFFECTIVE, EFFECTIVE_STATUS, LAST
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
    # beside each condition on the last day that counts stands one that the index on `ends_on` knows
    "ends_within": and_(a.ends_on >= DAY, LAST >= DAY, DAY + an_int("ends_within") >= LAST),
    "school_year": and_(a.ends_on >= a_day("year_first"), a_day("year_first") <= LAST,
                        a.starts_on <= a_day("year_last")),
    "student_data": and_(DESTRUCTION_OWED, LAST < DAY),
}  # fmt: skip
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


@dataclass(frozen=True, slots=True)
class Shape:
    """What a question is made of: who looks, which filters, in which standing on the day, waiting for which roles."""

    standpoints: frozenset[Standpoint]
    given: frozenset[str]
    effective: str | None
    roles: Roles

    def conditions(self) -> list[ColumnElement[bool]]:
        """Every agreement that the question is about, wherever it is asked; the partner is joined."""
        found = [visible_to(self.standpoints), *(FILTERS[name] for name in sorted(self.given))]
        found += [] if self.effective is None else [EFFECTIVE[self.effective]]
        return [*found, *([] if self.roles is None else [waits_for(self.roles)])]


_APART = frozenset({"effective", "effective_on", "waits_for_me"})


def shape_of(principal: Principal, question: AgreementQuestion) -> Shape:
    """The question's shape; its values are `values_of`."""
    given = frozenset(question.narrowing()) - _APART
    roles = principal.role_names if question.waits_for_me else None
    return Shape(principal.standpoints, given, question.effective, roles)


def values_of(principal: Principal, question: AgreementQuestion) -> dict[str, Any]:
    """What the conditions of a question refer to."""
    tenant = principal.tenant
    values = {
        **principal.binds, **waiting_binds(principal), **question.narrowing(),
        "day": question.effective_on or principal.today, "window": tenant.expiring_window_days,
    }  # fmt: skip
    if question.school_year is not None:
        start = YearStart(tenant.school_year_starts_month, tenant.school_year_starts_day)
        year = parse_school_year(question.school_year, start)
        values |= {"year_first": year.starts_on, "year_last": year.ends_on}
    return values


WITH_PARTNER = a.id.table.join(p.id.table, (p.tenant_id == a.tenant_id) & (p.id == a.partner_id))


def listed(shape: Shape) -> Query:
    """The rows of a question, without an order."""
    return (
        select(
            a.id, a.version, a.number, a.type, a.title, a.is_district_wide, a.origin, a.status, a.status_since,
            a.drafted_by, a.signing_order, a.starts_on, a.ends_on, a.effective_on, a.updated_at,
            EFFECTIVE_STATUS.label("effective_status"), LAST.label("last_on"), a.ceases_on,
            p.id.label("partner_id"), p.name.label("partner_name"), signed_as().label("signed_as"),
            programs_of().label("programs"), _schools().label("schools"), _signed().label("signed"),
        )
        .select_from(WITH_PARTNER)
        .where(*shape.conditions())
    )  # fmt: skip


@statement
def _page(shape: Shape, sort: AgreementSort, after: bool) -> Query:
    key, descending = SORTS[sort]
    return paged(listed(shape), key, a.id, descending=descending, after=after)


@statement
def _total(shape: Shape) -> Query:
    return bounded_total(listed(shape))


@statement
def every(shape: Shape, sort: AgreementSort) -> Query:
    """All rows of a question in order, for a reader that takes them as they come."""
    key, descending = SORTS[sort]
    return listed(shape).order_by(*((key.desc(), a.id.desc()) if descending else (key.asc(), a.id.asc())))


async def find(db: Executor, principal: Principal, query: AgreementFilters, cursors: Cursors) -> Page:
    """A page of the agreements that the caller sees."""
    shape, values = shape_of(principal, query), values_of(principal, query)
    return await fetch_page(
        db,
        query,
        lambda after: _page(shape, query.sort, after),
        name="agreements",
        cursors=cursors,
        values=values,
        total=lambda: _total(shape),
        shape=lambda row: item_of(row, values["day"]),
    )


def item_of(row: Row, day: Any) -> dict[str, Any]:
    """A row as the list shows it."""
    item = dict(row)
    item.pop("sort_key", None)
    for name in ("drafted_by", "signed", "signing_order", "partner_name", "last_on"):
        del item[name]
    item["partner"] = {"id": item.pop("partner_id"), "name": row["partner_name"]}
    item["days_left"] = rules.days_left(row["effective_status"], row["last_on"], day)
    due = rules.due_parties(row["signing_order"], row["signed"])
    turn = (row["status"], row["drafted_by"], row["schools"]["pending"], row["signed"], due)
    item["waits_for"] = rules.waits_for(*turn)
    return item
