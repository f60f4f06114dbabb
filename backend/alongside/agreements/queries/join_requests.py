"""What a school could join, and the wishes to join.

`joinable` is the one reading of agreements that does not start from who sees them: a principal reads of another
school's agreement what it takes to ask, and nothing else.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, exists, func, literal_column, not_, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.agreements import rules
from alongside.agreements.errors import JoinRequestNotFound, NotYourSchool
from alongside.agreements.models import Agreement, AgreementSchool, JoinRequest
from alongside.core.db import Executor, Tx
from alongside.core.lifecycle import allowed_moves
from alongside.core.statements import TENANT, Query, a_key, columns, statement, table, the_keys
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Scope
from alongside.partners.models import Partner
from alongside.partners.rules import OFFICE
from alongside.schools.models import School
from alongside.schools.queries import get as get_school

from .effective import DAY, EFFECTIVE, EFFECTIVE_STATUS, LAST
from .find import programs_of
from .visible import is_office

j, a, ns = columns(JoinRequest), columns(Agreement), columns(AgreementSchool)
o, s = columns(Partner), columns(School)

_ONE: ColumnElement[Any] = literal_column("1")
_EMPTY: ColumnElement[Any] = literal_column("'[]'::jsonb")


def _at(*words: ColumnElement[bool]) -> ColumnElement[bool]:
    here = (ns.tenant_id == TENANT) & (ns.agreement_id == a.id) & (ns.school_id == a_key("school_id"))
    return exists(select(_ONE).where(here, *words))


@statement
def _joinable() -> Query:
    on = (s.tenant_id == ns.tenant_id) & (s.id == ns.school_id)
    names = (
        select(func.coalesce(func.jsonb_agg(aggregate_order_by(s.name, s.name, s.id)), _EMPTY))
        .join_from(ns.id.table, s.id.table, on)
        .where(ns.tenant_id == TENANT, ns.agreement_id == a.id, ns.confirmation == "confirmed")
        .scalar_subquery()
    )
    wish = (j.tenant_id == TENANT) & (j.agreement_id == a.id) & (j.school_id == a_key("school_id"))
    return (
        select(
            a.id, a.number, a.type, a.title, a.partner_id, o.name.label("partner_name"),
            programs_of().label("programs"), names.label("schools"), a.starts_on, LAST.label("ends_on"),
            EFFECTIVE_STATUS.label("effective_status"),
            exists(select(_ONE).where(wish, j.status == "asked")).label("is_asked"),
        )
        .join_from(a.id.table, o.id.table, (o.tenant_id == a.tenant_id) & (o.id == a.partner_id))
        .where(
            a.tenant_id == TENANT, or_(EFFECTIVE["in_force"], EFFECTIVE["scheduled"]), LAST >= DAY,
            not_(a.is_district_wide), a.amends_id.is_(None), a.is_binding, o.status == "approved",
            not_(_at(ns.confirmation != "declined")), not_(a.partner_id == any_(the_keys("employers"))),
        )
        .order_by(o.name, a.ends_on.desc(), a.id)
        .limit(literal_column("200"))
    )  # fmt: skip


def asks_for(principal: Principal, school_id: UUID) -> bool:
    """Whether the caller asks for this school: its leader or coordinator, in person."""
    return (
        principal.person_id is not None
        and school_id in principal.led_schools
        and Scope.AGREEMENTS_WRITE in principal.scopes
    )


async def joinable(db: Executor, principal: Principal, school_id: UUID) -> dict[str, Any]:
    """What a school could join, for its own leaders and the office. Raises SchoolNotFound, NotYourSchool."""
    await get_school(db, principal, school_id)
    if Standpoint.DISTRICT not in principal.standpoints and school_id not in principal.led_schools:
        raise NotYourSchool
    rows = await db.rows(
        _joinable(), school_id=school_id, day=principal.today, window=principal.tenant.expiring_window_days,
        employers=list(principal.employers),
    )  # fmt: skip
    items = []
    for row in rows:
        item = dict(row)
        item["partner"] = {"id": item.pop("partner_id"), "name": item.pop("partner_name")}
        items.append(item)
    return {"id": school_id, "as_of": principal.today, "can_ask": asks_for(principal, school_id), "items": items}


def _seen(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    mine: ColumnElement[bool] = j.tenant_id == TENANT
    return mine if Standpoint.DISTRICT in standpoints else and_(mine, j.school_id == any_(the_keys("led_schools")))


def _person(column: ColumnElement[Any]) -> ColumnElement[Any]:
    who = table(Person).alias()
    told = func.jsonb_build_object(literal_column("'id'"), who.c.id, literal_column("'name'"), who.c.name)
    return select(told).where(who.c.id == column).scalar_subquery()


def _wishes(standpoints: frozenset[Standpoint]) -> Query:
    return (
        select(
            *(column for column in j if column.name != "tenant_id"), a.number, a.title, a.partner_id, a.ends_on,
            a.status.label("agreement_status"), o.name.label("partner_name"), s.name.label("school_name"),
            _person(j.asked_by_id).label("asked_by"), _person(j.decided_by_id).label("decided_by"),
        )
        .join_from(j.id.table, a.id.table, (a.tenant_id == j.tenant_id) & (a.id == j.agreement_id))
        .join(o.id.table, (o.tenant_id == a.tenant_id) & (o.id == a.partner_id))
        .join(s.id.table, (s.tenant_id == j.tenant_id) & (s.id == j.school_id))
        .where(_seen(standpoints))
    )  # fmt: skip


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    return _wishes(standpoints).where(j.id == a_key("id"))


@statement
def _lock(standpoints: frozenset[Standpoint]) -> Query:
    return select(j.id).where(_seen(standpoints), j.id == a_key("id")).with_for_update()


@statement
def _all(standpoints: frozenset[Standpoint]) -> Query:
    waiting = j.status == "asked"
    newest = _wishes(standpoints).order_by(waiting.desc(), j.asked_on.desc(), j.id)
    return newest.limit(literal_column("200"))


async def join_request_row(db: Executor, principal: Principal, request_id: UUID) -> Mapping[str, Any]:
    """One wish, or JoinRequestNotFound."""
    row = await db.row(_one(principal.standpoints), id=request_id, **principal.binds)
    if row is None:
        raise JoinRequestNotFound
    return dict(row)


async def lock_join_request(tx: Tx, principal: Principal, request_id: UUID) -> Mapping[str, Any]:
    """The same, nobody else answering it until the transaction ends."""
    if await tx.row(_lock(principal.standpoints), id=request_id, **principal.binds) is None:
        raise JoinRequestNotFound
    return await join_request_row(tx, principal, request_id)


def join_actors(principal: Principal, row: Mapping[str, Any]) -> set[str]:
    """As whom the caller acts on a wish: the office, and the school that asked."""
    actors: set[str] = set()
    if is_office(principal, row["partner_id"]) and principal.person_id is not None:
        actors |= {str(role) for role in OFFICE}
    if asks_for(principal, row["school_id"]):
        actors.add(rules.AUTHOR)
    return actors


async def get_join_request(db: Executor, principal: Principal, request_id: UUID) -> dict[str, Any]:
    """One wish to join, or JoinRequestNotFound."""
    return _told(principal, await join_request_row(db, principal, request_id))


async def find_join_requests(db: Executor, principal: Principal) -> dict[str, Any]:
    """The wishes that the caller sees, those that wait first."""
    rows = await db.rows(_all(principal.standpoints), **principal.binds)
    return {"items": [_told(principal, dict(row)) for row in rows]}


def _told(principal: Principal, row: Mapping[str, Any]) -> dict[str, Any]:
    needs = rules.join_needs_of(
        row["agreement_status"],
        principal.today > row["ends_on"],
        asked_by_me=row["asked_by_id"] == principal.person_id,
    )
    offered = allowed_moves(rules.JOIN, row["status"], join_actors(principal, row), needs)
    may = {"accept": Scope.AGREEMENTS_APPROVE, "refuse": Scope.AGREEMENTS_APPROVE, "withdraw": Scope.AGREEMENTS_WRITE}
    plain = ("id", "version", "status", "note", "is_principals", "asked_by", "asked_on", "decided_by", "decided_on",
             "reason")  # fmt: skip
    return {
        **{name: row[name] for name in plain},
        "agreement": {"id": row["agreement_id"], "number": row["number"], "title": row["title"]},
        "partner": {"id": row["partner_id"], "name": row["partner_name"]},
        "school": {"id": row["school_id"], "name": row["school_name"]},
        "allowed_moves": [each for each in offered if may[each["move"]] in principal.scopes],
    }


@statement
def _open() -> Query:
    same = (j.agreement_id == a_key("agreement_id")) & (j.school_id == a_key("school_id"))
    return select(j.id).where(j.tenant_id == TENANT, same, j.status == "asked")


async def has_open_request(db: Executor, agreement_id: UUID, school_id: UUID) -> bool:
    """Whether the school waits for an answer already."""
    return await db.value(_open(), agreement_id=agreement_id, school_id=school_id) is not None


@statement
def _lock_joinable() -> Query:
    columns_ = (a.id, a.status, a.is_district_wide, a.amends_id, a.ends_on, a.partner_id)
    return select(*columns_).where(a.tenant_id == TENANT, a.id == a_key("id")).with_for_update()


@statement
def _word() -> Query:
    here = (ns.agreement_id == a_key("agreement_id")) & (ns.school_id == a_key("school_id"))
    return select(ns.confirmation).where(ns.tenant_id == TENANT, here)


async def lock_joinable(tx: Tx, agreement_id: UUID, school_id: UUID) -> Mapping[str, Any] | None:
    """The agreement that a school asks to join with the school's standing on it, whoever sees it; None: no such."""
    row = await tx.row(_lock_joinable(), id=agreement_id)
    if row is None:
        return None
    return {**row, "word": await tx.value(_word(), agreement_id=agreement_id, school_id=school_id)}
