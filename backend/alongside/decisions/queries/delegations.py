"""Who stands in for which principal, and whom a principal may name."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, func, literal_column, or_, select
from sqlalchemy.orm import aliased

from alongside.core.db import Executor, Row, Tx
from alongside.core.statements import TENANT, Query, a_day, a_key, columns, statement, table, the_keys, the_texts
from alongside.decisions.errors import DelegationNotFound
from alongside.decisions.models import Delegation
from alongside.identity.models import Person, RoleAssignment, RoleSchool
from alongside.identity.scopes import SCHOOL_ROLES

g, r, rs, who = columns(Delegation), columns(RoleAssignment), columns(RoleSchool), columns(Person)
_STANDS: ColumnElement[bool] = (g.ended_at.is_(None)) & (g.starts_on <= a_day("day")) & (g.ends_on >= a_day("day"))


@statement
def _read(of: str, one: bool) -> Query:
    leader, delegate = aliased(table(Person), name="leader").c, aliased(table(Person), name="delegate").c
    mine = {"named": g.person_id, "standing": g.delegate_id}[of] == a_key("me")
    query = (
        select(
            g.id, g.version, g.decisions, g.starts_on, g.ends_on, g.ended_at, g.created_at, g.person_id,
            leader.name.label("person_name"), g.delegate_id, delegate.name.label("delegate_name"),
        )
        .select_from(
            g.id.table.join(leader.id.table, leader.id == g.person_id).join(
                delegate.id.table, delegate.id == g.delegate_id
            )
        )
        .where(g.tenant_id == TENANT, mine)
        .order_by(g.ends_on.desc(), g.id)
        .limit(literal_column("50"))
    )  # fmt: skip
    return query.where(g.id == a_key("id")) if one else query.where(g.ends_on >= a_day("since"))


def _shown(row: Row, day: date) -> dict[str, Any]:
    over = row["ended_at"] is not None or row["ends_on"] < day
    return {
        **{name: row[name] for name in ("id", "version", "decisions", "starts_on", "ends_on")},
        "status": "over" if over else "coming" if day < row["starts_on"] else "standing",
        "person": {"id": row["person_id"], "name": row["person_name"]},
        "delegate": {"id": row["delegate_id"], "name": row["delegate_name"]},
    }


async def delegations_of(db: Executor, me: UUID | None, day: date, since: date) -> dict[str, list[dict[str, Any]]]:
    """Whom somebody named, and for whom they stand in; those over since long are left out."""
    named = await db.rows(_read("named", False), me=me, since=since)
    standing = await db.rows(_read("standing", False), me=me, since=day)
    return {
        "named": [_shown(row, day) for row in named],
        "standing_in": [_shown(row, day) for row in standing if row["ended_at"] is None],
    }


async def get_delegation(db: Executor, me: UUID | None, delegation_id: UUID, day: date) -> dict[str, Any]:
    """One that the caller gave, or DelegationNotFound."""
    row = await db.row(_read("named", True), me=me, id=delegation_id)
    if row is None:
        raise DelegationNotFound
    return _shown(row, day)


@statement
def _lock() -> Query:
    return select(*g).where(g.tenant_id == TENANT, g.id == a_key("id"), g.person_id == a_key("me")).with_for_update()


async def lock_delegation(tx: Tx, me: UUID | None, delegation_id: UUID) -> Row:
    """The same, held. Raises DelegationNotFound."""
    row = await tx.row(_lock(), id=delegation_id, me=me)
    if row is None:
        raise DelegationNotFound
    return row


@statement
def _for_whom() -> Query:
    return select(g.person_id, g.decisions).where(g.tenant_id == TENANT, g.delegate_id == a_key("delegate_id"), _STANDS)


async def stood_in_for(db: Executor, delegate_id: UUID | None, day: date) -> dict[UUID, frozenset[str]]:
    """The principals for whom somebody stands in on a day, and for which decisions."""
    found: dict[UUID, frozenset[str]] = {}
    for row in await db.rows(_for_whom(), delegate_id=delegate_id, day=day):
        found[row["person_id"]] = found.get(row["person_id"], frozenset()) | frozenset(row["decisions"])
    return found


@statement
def _all() -> Query:
    return select(g.person_id, g.delegate_id, g.decisions).where(g.tenant_id == TENANT, _STANDS)


async def standing_in(db: Executor, day: date) -> list[Row]:
    """Everybody who stands in for a principal on a day."""
    return await db.rows(_all(), day=day)


@statement
def _delegates() -> Query:
    here = select(rs.role_assignment_id).where(rs.tenant_id == TENANT, rs.school_id == any_(the_keys("schools")))
    return (
        select(who.id, who.name, func.min(r.title).label("title"), func.min(r.role).label("role"))
        .join_from(r.id.table, who.id.table, who.id == r.person_id)
        .where(
            r.tenant_id == TENANT,
            r.scope == "schools",
            r.role == any_(the_texts("roles")),
            r.id == any_(here.scalar_subquery()),
            r.employer_partner_id.is_(None),
            r.starts_on <= a_day("day"),
            or_(r.ends_on.is_(None), r.ends_on >= a_day("day")),
            who.is_active,
            who.id != a_key("me"),
        )
        .group_by(who.id, who.name)
        .order_by(who.name, who.id)
        .limit(literal_column("200"))
    )


async def delegates(db: Executor, me: UUID | None, schools: Collection[UUID], day: date) -> list[Row]:
    """Whom a principal may name: who works at their school today and is not paid by a partner."""
    roles = sorted(str(role) for role in SCHOOL_ROLES)
    return await db.rows(_delegates(), me=me, schools=list(schools), roles=roles, day=day)
