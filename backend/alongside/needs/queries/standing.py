"""Which assessments and needs a caller sees, how much of them, and as whom the caller acts at a school."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, or_

from alongside.core.statements import TENANT, columns, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Role, Scope
from alongside.needs.models import Need, NeedsAssessment
from alongside.needs.rules import EDITABLE, SCHOOL_SIDE
from alongside.partners.rules import OFFICE

a, n = columns(NeedsAssessment), columns(Need)

_IS_PUBLIC = or_(a.status == "published", and_(a.status == "superseded", a.published_on.is_not(None)))
"""Published, or was until its next version came: what refers to it stays readable."""


def visible_to(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    """The district sees every assessment, a school's leader and coordinators their school's, everybody those
    published."""
    mine = a.tenant_id == TENANT
    if Standpoint.DISTRICT in standpoints:
        return mine
    if Standpoint.SCHOOL in standpoints:
        return and_(mine, or_(a.school_id == any_(the_keys("led_schools")), _IS_PUBLIC))
    return and_(mine, _IS_PUBLIC)


def need_visible_to(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    """Joined with its assessment: of published ones only the needs that partners may meet leave the school."""
    mine = n.tenant_id == TENANT
    if Standpoint.DISTRICT in standpoints:
        return and_(mine, visible_to(standpoints))
    others = n.meet_via_partnership != "no"
    if Standpoint.SCHOOL in standpoints:
        return and_(mine, visible_to(standpoints), or_(n.school_id == any_(the_keys("led_schools")), others))
    return and_(mine, visible_to(standpoints), others)


def sees_ratings(principal: Principal) -> bool:
    """Partners read what is needed, not how it was weighed."""
    return bool(principal.standpoints - {Standpoint.PARTNER})


def is_ours(principal: Principal, school_id: UUID) -> bool:
    """Whether the caller reads a school's own working notes: the district, its leader and its coordinators."""
    return Standpoint.DISTRICT in principal.standpoints or school_id in principal.led_schools


def actors_at(principal: Principal, school_id: UUID) -> frozenset[Role]:
    """The roles that count for this school's needs.

    A machine works like a coordinator at the schools it may see, and like the office if it sees them all; a
    principal's word it cannot give.
    """
    if principal.machine_scopes is not None:
        here = not principal.machine_schools or school_id in principal.machine_schools
        writes = here and Scope.NEEDS_WRITE in principal.machine_scopes
        opens = not principal.machine_schools and Scope.NEEDS_REOPEN in principal.machine_scopes
        return frozenset(
            ({Role.PARTNERSHIP_COORDINATOR} if writes else set()) | ({Role.PARTNERSHIP_OFFICE} if opens else set())
        )
    return frozenset(
        held.role
        for held in principal.roles
        if held.role in OFFICE or (held.role in SCHOOL_SIDE and school_id in held.school_ids)
    )


def may_work_on(principal: Principal, school_id: UUID) -> bool:
    """Whether the caller works on this school's needs: its leader and its coordinators."""
    return not actors_at(principal, school_id).isdisjoint(SCHOOL_SIDE)


def may_edit(principal: Principal, school_id: UUID, assessment_status: str) -> bool:
    """Whether the caller may edit needs of an assessment in this state."""
    return assessment_status in EDITABLE and may_work_on(principal, school_id)
