"""Staff lists: whom a partner sends, where, and whether their checks let them in on a day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.core.db import Executor, Tx
from alongside.core.statements import TENANT, Query, a_key, columns, statement
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.papers import rules
from alongside.papers.errors import CheckNotFound, StaffNotFound
from alongside.partners.models import Partner, Program
from alongside.partners.queries import get as get_partner
from alongside.schools.models import School

from .facts import Known, find_facts
from .visible import b, m, may_keep, may_review, mp, visible_to

o, g, s, who = columns(Partner), columns(Program), columns(School), columns(Person)
_EMPTY: ColumnElement[Any] = literal_column("'[]'::jsonb")


def _places() -> ColumnElement[Any]:
    joined = mp.id.table.join(g.id.table, and_(g.tenant_id == mp.tenant_id, g.id == mp.program_id)).outerjoin(
        s.id.table, and_(s.tenant_id == mp.tenant_id, s.id == mp.school_id)
    )
    told = func.jsonb_build_object(
        "program", func.jsonb_build_object("id", g.id, "name", g.name),
        "school_id", s.id, "school_name", s.name, "delivery", g.delivery, "times_of_day", g.times_of_day,
        "grades", g.grades, "areas", g.areas, "cost", g.cost_to_school_cents, "supervision", g.supervision,
    )  # fmt: skip
    return (
        select(func.coalesce(func.jsonb_agg(aggregate_order_by(told, g.name, s.name, mp.id)), _EMPTY))
        .select_from(joined)
        .where(mp.tenant_id == TENANT, mp.staff_id == m.id)
        .correlate(m.id.table)
        .scalar_subquery()
    )


def _checks() -> ColumnElement[Any]:
    told = func.jsonb_build_object(
        "id", b.id, "kind", b.kind, "basis", b.basis, "issued_on", b.issued_on, "expires_on", b.expires_on,
        "result", b.result, "verified_on", b.verified_on, "verifier_id", who.id, "verifier_name", who.name,
    )  # fmt: skip
    return (
        select(func.coalesce(func.jsonb_agg(aggregate_order_by(told, b.kind, b.issued_on.desc(), b.id)), _EMPTY))
        .select_from(b.id.table.outerjoin(who.id.table, who.id == b.verified_by_id))
        .where(b.tenant_id == TENANT, b.staff_id == m.id)
        .correlate(m.id.table)
        .scalar_subquery()
    )


def _seen(standpoints: frozenset[Standpoint]) -> Query:
    own = [column for column in m if column.name not in ("tenant_id", "created_at")]
    return (
        select(
            *own,
            o.name.label("partner_name"),
            o.org_type,
            _places().label("told_places"),
            _checks().label("told_checks"),
        )
        .join_from(m.id.table, o.id.table, and_(o.tenant_id == m.tenant_id, o.id == m.partner_id))
        .where(visible_to(standpoints, m.tenant_id, m.partner_id))
    )


@statement
def _of_partner(standpoints: frozenset[Standpoint]) -> Query:
    return _seen(standpoints).where(m.partner_id == a_key("partner")).order_by(m.name, m.id)


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    return _seen(standpoints).where(m.id == a_key("id"))


@statement
def _locked(standpoints: frozenset[Standpoint]) -> Query:
    return select(*m).where(visible_to(standpoints, m.tenant_id, m.partner_id), m.id == a_key("id")).with_for_update()


@statement
def _check() -> Query:
    return select(*b).where(b.tenant_id == TENANT, b.staff_id == a_key("staff"), b.id == a_key("id")).with_for_update()


@statement
def _places_of() -> Query:
    return (
        select(mp.program_id, mp.school_id)
        .where(mp.tenant_id == TENANT, mp.staff_id == a_key("id"))
        .order_by(mp.program_id, mp.school_id)
    )


def _asked_of(row: Mapping[str, Any], known: Known, day: date) -> Sequence[rules.Requirement]:
    """The checks that are asked on the day of somebody, in any of the programs they work in."""
    settings = [
        rules.Setting(
            UUID(place["program"]["id"]),
            row["id"],
            place["delivery"],
            frozenset(place["times_of_day"]),
            frozenset(place["grades"]),
            has_place=True,
            areas=frozenset(place["areas"]),
            org_type=row["org_type"],
            cost_cents=place["cost"],
            supervision=place["supervision"],
        )
        for place in row["told_places"]
    ]
    return [
        each
        for each in known.requirements
        if each.is_personal and each.is_enforced(day) and any(each.applies_to(setting, day) for setting in settings)
    ]


def _body(row: Mapping[str, Any], known: Known, principal: Principal, day: date) -> dict[str, Any]:
    asked = _asked_of(row, known, day)
    member = next(one for one in known.of(row["partner_id"]).members if one.id == row["id"])
    # whoever works nowhere yet may enter nowhere, though nothing is asked of them either
    cleared = bool(row["told_places"]) and rules.is_cleared(member, asked, day)
    plain = ("id", "version", "name", "title", "email", "basis", "starts_on", "ends_on", "updated_at")
    return {
        **{name: row[name] for name in plain},
        "partner": {"id": row["partner_id"], "name": row["partner_name"]},
        "places": [_place(each) for each in row["told_places"]],
        "checks": [_told_check(each) for each in row["told_checks"]],
        "effective_on": day,
        "is_cleared": cleared,
        "cleared_through": rules.cleared_until(member, asked, day) if cleared else None,
        "lacks": [{"kind": kind, "how": how} for kind, how in rules.lacks(member, asked, day)],
        "can_edit": may_keep(principal, row["partner_id"]),
        "can_verify": may_review(principal, row["partner_id"]),
    }


def _place(told: Mapping[str, Any]) -> dict[str, Any]:
    school = None if told["school_id"] is None else {"id": told["school_id"], "name": told["school_name"]}
    return {"program": told["program"], "school": school}


def _told_check(told: Mapping[str, Any]) -> dict[str, Any]:
    by = None if told["verifier_id"] is None else {"id": told["verifier_id"], "name": told["verifier_name"]}
    plain = ("id", "kind", "basis", "issued_on", "expires_on", "result", "verified_on")
    return {**{name: told[name] for name in plain}, "verified_by": by}


async def find_staff(
    db: Executor, principal: Principal, partner_id: UUID, effective_on: date | None = None
) -> dict[str, Any]:
    """A partner's staff list as it stands on a day; empty for those who do not read of its people."""
    day = effective_on or principal.today
    partner = await get_partner(db, principal, partner_id)
    rows = await db.rows(_of_partner(principal.standpoints), **principal.binds, partner=partner_id)
    known = await find_facts(db, [partner_id], day) if rows else Known()
    return {
        "effective_on": day,
        "partner": {"id": partner_id, "name": partner["name"]},
        "can_edit": may_keep(principal, partner_id),
        "items": [_body(dict(row), known, principal, day) for row in rows],
    }


async def get_staff(
    db: Executor, principal: Principal, staff_id: UUID, effective_on: date | None = None
) -> dict[str, Any]:
    """Somebody on a staff list, or StaffNotFound."""
    day = effective_on or principal.today
    row = await db.row(_one(principal.standpoints), **principal.binds, id=staff_id)
    if row is None:
        raise StaffNotFound
    return _body(dict(row), await find_facts(db, [row["partner_id"]], day), principal, day)


async def lock_staff(tx: Tx, principal: Principal, staff_id: UUID) -> dict[str, Any]:
    """The row, held until the commit, or StaffNotFound."""
    row = await tx.row(_locked(principal.standpoints), **principal.binds, id=staff_id)
    if row is None:
        raise StaffNotFound
    return dict(row)


async def lock_check(tx: Tx, staff_id: UUID, check_id: UUID) -> dict[str, Any]:
    """A check of somebody whom the caller has locked already, or CheckNotFound."""
    row = await tx.row(_check(), staff=staff_id, id=check_id)
    if row is None:
        raise CheckNotFound
    return dict(row)


async def places_of(db: Executor, staff_id: UUID) -> list[tuple[UUID, UUID | None]]:
    """Where somebody works."""
    return [(row["program_id"], row["school_id"]) for row in await db.rows(_places_of(), id=staff_id)]
