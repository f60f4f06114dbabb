"""Site plans as they are stored, each with what stands above it, and the locks that writes start from."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.agreements import rules
from alongside.agreements.errors import PlanNotFound
from alongside.agreements.models import (
    Agreement,
    AgreementProgram,
    AgreementSchool,
    Expectation,
    Revisit,
    RevisitWord,
    SitePlan,
    SitePlanWord,
)
from alongside.agreements.schemas import SitePlanSort
from alongside.core.db import Executor, Tx
from alongside.core.paging import bounded_total, paged
from alongside.core.statements import TENANT, Query, Statement, a_flag, a_key, columns, statement, table, the_keys
from alongside.identity.models import Person, Tenant
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.models import Partner, Program
from alongside.schools.models import School

from .effective import EFFECTIVE_STATUS, LAST
from .promised import promise_words

x, a, o, s = columns(SitePlan), columns(Agreement), columns(Partner), columns(School)
ns, np, g, e = columns(AgreementSchool), columns(AgreementProgram), columns(Program), columns(Expectation)
xw, v, w, t = columns(SitePlanWord), columns(Revisit), columns(RevisitWord), columns(Tenant)

_EMPTY: ColumnElement[Any] = literal_column("'[]'::jsonb")


def plans_visible_to(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    """The district sees every plan; a school's leaders and coordinators theirs, a partner's people those of their
    own agreements; nobody the other side's draft."""
    mine = and_(x.tenant_id == TENANT, a.tenant_id == TENANT)
    if Standpoint.DISTRICT in standpoints:
        return mine
    ways: list[ColumnElement[bool]] = [x.author_id == a_key("me")]
    if Standpoint.SCHOOL in standpoints:
        told = or_(x.status != "draft", x.drafted_by != "partner")
        ways.append(and_(x.school_id == any_(the_keys("led_schools")), told))
    if Standpoint.PARTNER in standpoints:
        ways.append(
            and_(
                a.partner_id == any_(the_keys("my_partners")),
                or_(a_flag("all_partner_schools"), x.school_id == any_(the_keys("partner_schools"))),
                or_(x.status != "draft", x.drafted_by == "partner"),
            )
        )
    return and_(mine, or_(*ways))


def _object(**fields: Any) -> ColumnElement[Any]:
    pairs: list[ColumnElement[Any]] = []
    for name, value in fields.items():
        pairs += [literal_column(f"'{name}'"), value]
    return func.jsonb_build_object(*pairs)


def _list(told: ColumnElement[Any], *order: Any) -> ColumnElement[Any]:
    return func.coalesce(func.jsonb_agg(aggregate_order_by(told, *order)), _EMPTY)


def _person(column: ColumnElement[Any]) -> ColumnElement[Any]:
    who = table(Person).alias()
    return select(_object(id=who.c.id, name=who.c.name)).where(who.c.id == column).scalar_subquery()


def _said() -> ColumnElement[Any]:
    told = _object(side=xw.side, by=_person(xw.said_by_id), on=xw.said_on)
    return select(_list(told, xw.side)).where(xw.tenant_id == TENANT, xw.plan_id == x.id).scalar_subquery()


def _programs() -> ColumnElement[Any]:
    on = (g.tenant_id == np.tenant_id) & (g.id == np.program_id)
    found = select(_list(_object(id=g.id, name=g.name), g.name, g.id)).join_from(np.id.table, g.id.table, on)
    return found.where(np.tenant_id == TENANT, np.agreement_id == x.agreement_id).scalar_subquery()


def _expectations() -> ColumnElement[Any]:
    told = _object(id=e.id, party=e.party, topic=e.topic, text=e.text, words=promise_words(e.id))
    found = select(_list(told, e.position, e.id)).where(e.tenant_id == TENANT, e.plan_id == x.id)
    return found.scalar_subquery()


def _revisits() -> ColumnElement[Any]:
    """The agreement's revisits with what was said of this school, or of the district as a whole."""
    here = or_(w.school_id == x.school_id, w.school_id.is_(None))
    said = (
        select(_list(_object(side=w.side, outcome=w.outcome), w.side))
        .where(w.tenant_id == TENANT, w.revisit_id == v.id, here)
        .scalar_subquery()
    )
    told = _object(school_year=v.school_year, opens_on=v.opens_on, due_on=v.due_on, said=said)
    found = select(_list(told, v.due_on)).where(v.tenant_id == TENANT, v.agreement_id == x.agreement_id)
    return found.scalar_subquery()


def _copied_from() -> ColumnElement[Any]:
    other, at = table(SitePlan).alias("copied").c, table(School).alias("copied_school").c
    told = _object(id=other.id, school=_object(id=at.id, name=at.name))
    on = (at.tenant_id == other.tenant_id) & (at.id == other.school_id)
    found = select(told).join_from(other.id.table, at.id.table, on)
    return found.where(other.tenant_id == TENANT, other.id == x.copied_from_id).scalar_subquery()


_ABOVE = ("number", "title", "partner_id", "is_district_wide", "type", "is_binding", "amends_id")


def _rows(standpoints: frozenset[Standpoint], *more: ColumnElement[Any]) -> Query:
    at_school = (ns.tenant_id == x.tenant_id) & (ns.agreement_id == x.agreement_id) & (ns.school_id == x.school_id)
    return (
        select(
            *(column for column in x if column.name != "tenant_id"), *(a[name] for name in _ABOVE),
            a.status.label("above_status"), EFFECTIVE_STATUS.label("above_effective"),
            a.starts_on.label("above_starts_on"), LAST.label("above_last_on"),
            a.effective_on.label("above_effective_on"), o.name.label("partner_name"), s.name.label("school_name"),
            ns.confirmation, _said().label("said"), *more,
        )
        .join_from(x.id.table, a.id.table, (a.tenant_id == x.tenant_id) & (a.id == x.agreement_id))
        .join(o.id.table, (o.tenant_id == a.tenant_id) & (o.id == a.partner_id))
        .join(s.id.table, (s.tenant_id == x.tenant_id) & (s.id == x.school_id))
        .outerjoin(ns.id.table, at_school)
        .where(plans_visible_to(standpoints))
    )  # fmt: skip


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    told = (
        _programs().label("programs"), _expectations().label("expectations"), _revisits().label("revisits"),
        _copied_from().label("copied_from"), _person(x.author_id).label("author"),
    )  # fmt: skip
    return _rows(standpoints, *told).where(x.id == a_key("id"))


@statement
def _lock(standpoints: frozenset[Standpoint]) -> Query:
    above = (a.tenant_id == x.tenant_id) & (a.id == x.agreement_id)
    seen = select(x.id).join_from(x.id.table, a.id.table, above).where(plans_visible_to(standpoints))
    return seen.where(x.id == a_key("id")).with_for_update(of=x.id.table)


@statement
def under(standpoints: frozenset[Standpoint]) -> Query:
    return _rows(standpoints).where(x.agreement_id == a_key("agreement_id")).order_by(x.status_since.desc(), x.id)


FILTERS: Mapping[str, ColumnElement[bool]] = {
    "school": x.school_id == a_key("school"),
    "partner": a.partner_id == a_key("partner"),
    "agreement": x.agreement_id == a_key("agreement"),
}


def _listed(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return _rows(standpoints).where(x.status != "withdrawn", *(FILTERS[name] for name in sorted(given)))


@statement
def plan_page(standpoints: frozenset[Standpoint], given: frozenset[str], sort: SitePlanSort, after: bool) -> Query:
    """A page of plans that were not withdrawn."""
    descending = sort is SitePlanSort.UPDATED_DOWN
    return paged(_listed(standpoints, given), x.updated_at, x.id, descending=descending, after=after)


@statement
def plan_total(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    """How many there are."""
    return bounded_total(_listed(standpoints, given))


@statement
def is_asked() -> Query:
    return select(t.asks_site_plans).where(t.id == TENANT)


def plan_values(principal: Principal, day: date) -> dict[str, Any]:
    return {**principal.binds, "day": day, "window": principal.tenant.expiring_window_days}


async def plan_rows(
    db: Executor, statement: Statement, principal: Principal, day: date, **values: Any
) -> list[Mapping[str, Any]]:
    """Several plans with what is above them."""
    return [dict(row) for row in await db.rows(statement, **values, **plan_values(principal, day))]


async def plan_row(db: Executor, principal: Principal, plan_id: UUID, day: date) -> Mapping[str, Any]:
    """One plan with what is above it, or PlanNotFound."""
    row = await db.row(_one(principal.standpoints), id=plan_id, **plan_values(principal, day))
    if row is None:
        raise PlanNotFound
    return dict(row)


async def lock_plan(tx: Tx, principal: Principal, plan_id: UUID) -> Mapping[str, Any]:
    """The same, nobody else changing it until the transaction ends."""
    if await tx.row(_lock(principal.standpoints), id=plan_id, **principal.binds) is None:
        raise PlanNotFound
    return await plan_row(tx, principal, plan_id, principal.today)


async def find_plan(db: Executor, principal: Principal, plan_id: UUID) -> Mapping[str, Any] | None:
    """One plan with what is above it; None when the caller sees no such plan."""
    row = await db.row(_one(principal.standpoints), id=plan_id, **plan_values(principal, principal.today))
    return None if row is None else dict(row)


@statement
def _promise() -> Query:
    """A promise of an agreed plan under this agreement, given at its school alone."""
    school = select(_object(id=s.id, name=s.name)).where(s.tenant_id == TENANT, s.id == x.school_id).scalar_subquery()
    return (
        select(e.id, e.party, e.text, school.label("school"), promise_words(e.id).label("words"), x.agreed_on)
        .join_from(e.id.table, x.id.table, (x.tenant_id == e.tenant_id) & (x.id == e.plan_id))
        .where(
            e.tenant_id == TENANT, e.agreement_id == a_key("agreement_id"), e.id == a_key("promise_id"),
            x.agreed_on.is_not(None),
        )
    )  # fmt: skip


async def promise_of_plan(db: Executor, agreement_id: UUID, promise_id: UUID) -> dict[str, Any] | None:
    """What was promised in an agreed plan under this agreement, as a promise of one school; None: nothing such."""
    row = await db.row(_promise(), agreement_id=agreement_id, promise_id=promise_id)
    return None if row is None else {**row, "id": str(row["id"])}


@statement
def _open_or_agreed(statuses: tuple[str, ...]) -> Query:
    known: ColumnElement[Any] = literal_column("'{" + ",".join(statuses) + "}'::text[]")
    here = (x.agreement_id == a_key("agreement_id")) & (x.school_id == a_key("school_id"))
    return select(x.id).where(x.tenant_id == TENANT, here, x.status == any_(known))


async def has_open_plan(db: Executor, agreement_id: UUID, school_id: UUID) -> bool:
    """Whether a plan for the school is under way, whoever sees it."""
    found = _open_or_agreed(tuple(sorted(rules.PLAN_OPEN)))
    return await db.value(found, agreement_id=agreement_id, school_id=school_id) is not None


async def agreed_plan(tx: Tx, agreement_id: UUID, school_id: UUID) -> UUID | None:
    """The plan that is agreed for the school, of which there is one at most."""
    found: UUID | None = await tx.value(_open_or_agreed(("agreed",)), agreement_id=agreement_id, school_id=school_id)
    return found
