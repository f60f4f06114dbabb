"""Who holds which role on a day, and what they wish to hear of."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, any_, func, literal_column, or_, select

from alongside.core.db import Executor, Row
from alongside.core.statements import TENANT, Query, a_day, a_key, columns, statement, the_keys, the_texts
from alongside.decisions.queries import standing_in
from alongside.identity.models import Person, RoleAssignment, RoleSchool
from alongside.identity.scopes import Role
from alongside.notices.models import NoticePreference
from alongside.notices.rules import KINDS, Holder

r, rs, who, wish = columns(RoleAssignment), columns(RoleSchool), columns(Person), columns(NoticePreference)

_NONE: ColumnElement[Any] = literal_column("'{}'::uuid[]")
_TOLD: Final = sorted(frozenset[Role]().union(*(kind.reaches for kind in KINDS.values())))


@statement
def _holders() -> Query:
    schools = (
        select(func.coalesce(func.array_agg(rs.school_id), _NONE))
        .where(rs.tenant_id == r.tenant_id, rs.role_assignment_id == r.id)
        .scalar_subquery()
    )
    return (
        select(r.person_id, r.role, r.partner_id, r.employer_partner_id, schools.label("schools"))
        .join_from(r.id.table, who.id.table, who.id == r.person_id)
        .where(
            r.tenant_id == TENANT,
            r.role == any_(the_texts("roles")),
            r.starts_on <= a_day("day"),
            or_(r.ends_on.is_(None), r.ends_on >= a_day("day")),
            who.is_active,
        )
    )


async def holders(db: Executor, day: date) -> list[Holder]:
    """Everybody who can be told of anything, by the roles they hold on the day, or in which they stand in."""
    found = [
        Holder(
            row["person_id"], Role(row["role"]), row["partner_id"], row["employer_partner_id"],
            frozenset(row["schools"]),
        )
        for row in await db.rows(_holders(), roles=[str(role) for role in _TOLD], day=day)
    ]  # fmt: skip
    return found + await _delegates(db, found, day)


_ASKED: Final[Mapping[str, str]] = {"confirm_school": "school_to_confirm", "agree_target": "target_proposed"}
"""Of what a delegate hears, by what they may decide."""


async def _delegates(db: Executor, everybody: Collection[Holder], day: date) -> list[Holder]:
    """Who stands in for a principal hears what the principal is asked, unless the partner pays them."""
    paid = {each.person_id: each.employer_id or each.partner_id for each in everybody}
    return [
        replace(
            leader,
            person_id=row["delegate_id"],
            employer_id=paid.get(row["delegate_id"]) or leader.employer_id,
            only=frozenset(_ASKED[kind] for kind in row["decisions"]),
        )
        for row in await standing_in(db, day)
        for leader in everybody
        if leader.person_id == row["person_id"] and leader.role is Role.SCHOOL_LEADER
    ]


@statement
def _partners_of() -> Query:
    return select(r.partner_id).where(
        r.tenant_id == TENANT,
        r.person_id == a_key("person_id"),
        r.partner_id.is_not(None),
        r.starts_on <= a_day("day"),
        or_(r.ends_on.is_(None), r.ends_on >= a_day("day")),
    )


async def partners_of(db: Executor, person_id: UUID, day: date) -> frozenset[UUID]:
    """The partners somebody works for on the day."""
    return frozenset(row["partner_id"] for row in await db.rows(_partners_of(), person_id=person_id, day=day))


@statement
def _wishes() -> Query:
    return select(wish.person_id, wish.choices).where(
        wish.tenant_id == TENANT, wish.person_id == any_(the_keys("people"))
    )


async def wishes(db: Executor, people: Collection[UUID]) -> Mapping[UUID, Mapping[str, Any]]:
    """What these people have chosen; whoever chose nothing is left out."""
    return {row["person_id"]: row["choices"] for row in await db.rows(_wishes(), people=list(people))}


@statement
def _own_wish(lock: bool) -> Query:
    query = select(wish.version, wish.choices).where(wish.tenant_id == TENANT, wish.person_id == a_key("me"))
    return query.with_for_update() if lock else query


async def own_wish(db: Executor, me: UUID | None, *, lock: bool = False) -> Row | None:
    """What the caller has saved, if anything."""
    return await db.row(_own_wish(lock), me=me)


@statement
def _addressee() -> Query:
    return select(who.email, who.name, who.locale, who.is_active).where(who.id == a_key("person_id"))


async def addressee(db: Executor, person_id: UUID) -> Row | None:
    """Where and in which language somebody is written to."""
    return await db.row(_addressee(), person_id=person_id)
