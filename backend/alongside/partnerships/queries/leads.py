"""Who may be named as the one to call: at the school, and at the partner."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, exists, literal_column, or_, select

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_key, columns, statement
from alongside.identity.models import Person, RoleAssignment, RoleSchool
from alongside.identity.principal import Principal, Standpoint
from alongside.partnerships.errors import PartnershipNotFound

from .clearance import DAY
from .visible import changeable_by, p, visible_to

r, rs, who = columns(RoleAssignment), columns(RoleSchool), columns(Person)

_TODAY = and_(r.starts_on <= DAY, or_(r.ends_on.is_(None), r.ends_on >= DAY))
_OF_ROLE = (rs.tenant_id == r.tenant_id) & (rs.role_assignment_id == r.id)


def _people() -> Query:
    active = and_(who.id == r.person_id, who.is_active)
    return select(who.id, who.name).distinct().join_from(r.id.table, who.id.table, active).where(r.tenant_id == TENANT)


@statement
def _at_school() -> Query:
    here = exists(select(literal_column("1")).where(_OF_ROLE, rs.school_id == a_key("school_id")))
    post = or_(r.role == "school_leader", r.role == "partnership_coordinator")
    return _people().where(_TODAY, post, here).order_by(who.name, who.id)


@statement
def _at_partner() -> Query:
    limited = exists(select(literal_column("1")).where(_OF_ROLE))
    here = exists(select(literal_column("1")).where(_OF_ROLE, rs.school_id == a_key("school_id")))
    theirs = and_(r.scope == "partner", r.partner_id == a_key("partner_id"))
    return _people().where(_TODAY, theirs, or_(~limited, here)).order_by(who.name, who.id)


async def coordinators(db: Executor, school_id: UUID, day: date) -> list[dict[str, Any]]:
    """Who leads or coordinates the school on the day."""
    return [dict(row) for row in await db.rows(_at_school(), school_id=school_id, day=day)]


async def partner_leads(db: Executor, partner_id: UUID, school_id: UUID, day: date) -> list[dict[str, Any]]:
    """Who works for the partner, at this school too, on the day."""
    asked = {"partner_id": partner_id, "school_id": school_id, "day": day}
    return [dict(row) for row in await db.rows(_at_partner(), **asked)]


async def leads_school(db: Executor, person_id: UUID, school_id: UUID, day: date) -> bool:
    """Whether the person leads or coordinates the school on the day."""
    return any(each["id"] == person_id for each in await coordinators(db, school_id, day))


async def works_for(db: Executor, person_id: UUID, partner_id: UUID, school_id: UUID, day: date) -> bool:
    """Whether the person works for the partner, at this school too, on the day."""
    return any(each["id"] == person_id for each in await partner_leads(db, partner_id, school_id, day))


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    return select(*p).where(visible_to(standpoints), p.id == a_key("id"))


async def lead_choices(db: Executor, principal: Principal, partnership_id: UUID) -> dict[str, Any]:
    """Whom the caller may name today on either side; nobody where that is not theirs to say. PartnershipNotFound."""
    found = await db.row(_one(principal.standpoints), **principal.binds, id=partnership_id)
    if found is None:
        raise PartnershipNotFound
    row = dict(found)
    may = changeable_by(principal, row)
    school, partner, day = row["school_id"], row["partner_id"], principal.today
    return {
        "coordinators": await coordinators(db, school, day) if "coordinator_id" in may else [],
        "partner_leads": await partner_leads(db, partner, school, day) if "partner_lead_id" in may else [],
    }
