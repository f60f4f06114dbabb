"""Who can act on an agreement: the people behind the roles that its next steps ask for."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, func, literal_column, or_, select

from alongside.core.db import Executor, Row
from alongside.core.statements import TENANT, Query, a_key, columns, statement, the_keys, the_texts
from alongside.identity.models import Person, RoleAssignment, RoleSchool
from alongside.identity.scopes import Role

from .effective import DAY

r, rs, who = columns(RoleAssignment), columns(RoleSchool), columns(Person)

NAMED = 3
"""So many names for each role: whom to ask, not the whole department."""

_ACTING = [str(role) for role in Role if role not in (Role.SCHOOL_STAFF, Role.FRONT_OFFICE, Role.PARTNER_STAFF)]
_NONE: ColumnElement[Any] = literal_column("'{}'::uuid[]")


@statement
def _holders() -> Query:
    schools = (
        select(func.coalesce(func.array_agg(rs.school_id), _NONE))
        .where(rs.tenant_id == r.tenant_id, rs.role_assignment_id == r.id)
        .scalar_subquery()
    )
    here = select(rs.role_assignment_id).where(rs.tenant_id == TENANT, rs.school_id == any_(the_keys("schools")))
    employer = or_(r.employer_partner_id.is_(None), r.employer_partner_id != a_key("partner_id"))
    return (
        select(r.role, r.scope, schools.label("schools"), who.id.label("person_id"), who.name.label("person_name"))
        .join_from(r.id.table, who.id.table, who.id == r.person_id)
        .where(
            r.tenant_id == TENANT,
            r.role == any_(the_texts("roles")),
            r.starts_on <= DAY,
            or_(r.ends_on.is_(None), r.ends_on >= DAY),
            who.is_active,
            or_(
                and_(r.scope == "tenant", employer),
                and_(r.scope == "schools", employer, r.id == any_(here.scalar_subquery())),
                and_(r.scope == "partner", r.partner_id == a_key("partner_id")),
            ),
        )
        .order_by(r.starts_on, r.id)
    )


class People:
    """Those who hold the asked roles on one agreement on a day."""

    def __init__(self, rows: Collection[Row]) -> None:
        self._rows = rows

    def holding(self, roles: Collection[str], school_id: UUID | None = None) -> list[dict[str, Any]]:
        """By id and name, without doubles; at one school when it is named."""
        found: dict[UUID, dict[str, Any]] = {}
        for row in self._rows:
            here = school_id is None or row["scope"] != "schools" or school_id in row["schools"]
            if row["role"] in roles and here:
                found.setdefault(row["person_id"], {"id": row["person_id"], "name": row["person_name"]})
        return list(found.values())


async def people(db: Executor, record: Mapping[str, Any], schools: Collection[UUID], day: date) -> People:
    """Who may take a step on this agreement on the day, by role."""
    rows = await db.rows(_holders(), roles=_ACTING, schools=list(schools), partner_id=record["partner_id"], day=day)
    return People(rows)
