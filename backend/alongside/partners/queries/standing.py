"""Which partners and programs a caller sees, and as whom the caller acts on one of them."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, false, or_

from alongside.core.statements import TENANT, columns, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Role, Scope
from alongside.partners.models import Partner, Program
from alongside.partners.rules import OFFICE, PARTNER_SIDE

p, g = columns(Partner), columns(Program)

AT_SCHOOL = frozenset({Standpoint.SCHOOL, Standpoint.STAFF})


def visible_to(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    """The district sees every partner; schools those approved, under review or on hold; a partner's people
    their own and the approved ones. A record that was merged into another is nobody's to see."""
    mine = and_(p.tenant_id == TENANT, p.merged_into_id.is_(None))
    if Standpoint.DISTRICT in standpoints:
        return mine
    ways: list[ColumnElement[bool]] = []
    if standpoints & AT_SCHOOL:
        ways += [p.status == "approved", p.status == "under_review", p.status == "suspended"]
    if Standpoint.PARTNER in standpoints:
        ways += [p.id == any_(the_keys("my_partners")), p.status == "approved"]
    return and_(mine, or_(false(), *ways))


def program_visible_to(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    """Of a partner that is visible: the district sees every program, schools all but drafts, a partner's people
    their own and the approved ones. Join with `visible_to`."""
    mine = g.tenant_id == TENANT
    if Standpoint.DISTRICT in standpoints:
        return mine
    ways: list[ColumnElement[bool]] = []
    if standpoints & AT_SCHOOL:
        ways.append(g.status != "draft")
    if Standpoint.PARTNER in standpoints:
        ways += [g.partner_id == any_(the_keys("my_partners")), g.status == "approved"]
    return and_(mine, or_(false(), *ways))


def sees_in_full(principal: Principal, partner_id: UUID) -> bool:
    """Whether the whole record is open; other partners' people see its public directory fields."""
    return bool(principal.standpoints - {Standpoint.PARTNER}) or partner_id in principal.partner_ids


def actors_on(principal: Principal, partner_id: UUID) -> frozenset[Role]:
    """The roles that count on this partner: its own people's, and the office's unless the partner employs them.

    A machine that sees the whole district and may write acts for the office that gave it its scopes.
    """
    if principal.machine_scopes is not None:
        writes = not principal.machine_scopes.isdisjoint({Scope.PARTNERS_WRITE, Scope.PARTNERS_REVIEW})
        is_office = writes and Standpoint.DISTRICT in principal.standpoints
        return frozenset({Role.PARTNERSHIP_OFFICE}) if is_office else frozenset()
    return frozenset(
        held.role
        for held in principal.roles
        if (held.role in OFFICE and partner_id not in principal.employers) or held.partner_id == partner_id
    )


def may_edit(principal: Principal, partner_id: UUID) -> bool:
    """Whether the caller keeps this partner's record: its own people and the office."""
    return Scope.PARTNERS_WRITE in principal.scopes and not actors_on(principal, partner_id).isdisjoint(
        OFFICE | PARTNER_SIDE
    )


def is_office(principal: Principal, partner_id: UUID) -> bool:
    """Whether the caller acts for the district's partnership office on this partner."""
    return not actors_on(principal, partner_id).isdisjoint(OFFICE)
