"""Who sees a partnership, and who somebody is on it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, false, or_, true

from alongside.core.statements import TENANT, a_flag, columns, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import DISTRICT_ROLES, PARTNER_ROLES, SCHOOL_ROLES, Role, Scope
from alongside.partnerships import rules
from alongside.partnerships.models import Partnership

p = columns(Partnership)

_VIEWS: Mapping[Standpoint, ColumnElement[bool]] = {
    Standpoint.DISTRICT: true(),
    Standpoint.SCHOOL: p.school_id == any_(the_keys("led_schools")),
    Standpoint.STAFF: p.school_id == any_(the_keys("staff_schools")),
    Standpoint.PARTNER: and_(
        p.partner_id == any_(the_keys("my_partners")),
        or_(a_flag("all_partner_schools"), p.school_id == any_(the_keys("partner_schools"))),
    ),
}


def visible_to(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    """The district sees all, a school's people its own, a partner's people theirs (at their schools, where limited)."""
    if Standpoint.DISTRICT in standpoints:
        return p.tenant_id == TENANT
    views = [_VIEWS[standpoint] for standpoint in sorted(standpoints)]
    return and_(p.tenant_id == TENANT, or_(*views) if views else false())


def roles_at(principal: Principal, school_id: UUID, partner_id: UUID | None) -> frozenset[Role]:
    """The roles that somebody holds where this partner and this school meet.

    A machine acts as the office, or as a coordinator where it is limited to schools.
    """
    if principal.machine_scopes is not None:
        if not principal.machine_schools:
            return frozenset({Role.PARTNERSHIP_OFFICE})
        return frozenset({Role.PARTNERSHIP_COORDINATOR} if school_id in principal.machine_schools else ())
    return frozenset(
        held.role
        for held in principal.roles
        if held.role in DISTRICT_ROLES
        or (held.role in SCHOOL_ROLES and school_id in held.school_ids)
        or (
            held.role in PARTNER_ROLES
            and held.partner_id == partner_id
            and (not held.school_ids or school_id in held.school_ids)
        )
    )


def actors_on(principal: Principal, row: Mapping[str, Any]) -> frozenset[str]:
    """Who the caller is on this partnership; nobody without the scope to move one."""
    if Scope.PARTNERSHIPS_WRITE not in principal.scopes:
        return frozenset()
    roles = roles_at(principal, row["school_id"], row["partner_id"])
    return rules.actors(roles, row["partner_id"] in principal.employers)


def changeable_by(principal: Principal, row: Mapping[str, Any]) -> frozenset[str]:
    """The fields of this partnership that the caller may change; none without the scope to write."""
    if Scope.PARTNERSHIPS_WRITE not in principal.scopes:
        return frozenset()
    roles = roles_at(principal, row["school_id"], row["partner_id"])
    return rules.changeable(roles, row["partner_id"] in principal.employers, row["stage"])


def sees_judgement(principal: Principal, school_id: UUID) -> bool:
    """Whether the caller reads why a program was no fit: the school's leaders and the district."""
    return Standpoint.DISTRICT in principal.standpoints or school_id in principal.led_schools
