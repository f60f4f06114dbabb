"""Who sees a target and which of its schools, and who somebody is on it."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, exists, false, literal_column, or_, select, true

from alongside.core.statements import TENANT, a_flag, columns, the_keys
from alongside.identity.principal import HeldRole, Principal, Standpoint
from alongside.identity.scopes import DISTRICT_ROLES, PARTNER_ROLES, Role
from alongside.targets import rules
from alongside.targets.models import Target, TargetSchool

t, ts = columns(Target), columns(TargetSchool)


def covers_any(schools: str) -> ColumnElement[bool]:
    """Whether the target covers one of these schools."""
    return exists(
        select(literal_column("1"))
        .where(ts.tenant_id == t.tenant_id, ts.target_id == t.id, ts.school_id == any_(the_keys(schools)))
        .correlate(t.id.table)
    )


def _is_told(other: str) -> ColumnElement[bool]:
    """A draft stays with the side that writes it until it is proposed."""
    return or_(t.proposed_on.is_not(None), t.proposed_by_side != other)


_VIEWS: Mapping[Standpoint, ColumnElement[bool]] = {
    Standpoint.DISTRICT: true(),
    Standpoint.SCHOOL: and_(_is_told("partner"), covers_any("led_schools")),
    Standpoint.STAFF: false(),
    Standpoint.PARTNER: and_(
        _is_told("school"),
        t.partner_id == any_(the_keys("my_partners")),
        or_(a_flag("all_partner_schools"), covers_any("partner_schools")),
    ),
}


def visible_to(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    """The district sees all, leaders and coordinators what covers their schools, a partner's people their own."""
    if Standpoint.DISTRICT in standpoints:
        return t.tenant_id == TENANT
    return and_(t.tenant_id == TENANT, or_(false(), *(_VIEWS[standpoint] for standpoint in sorted(standpoints))))


def sees_school(principal: Principal, partner_id: UUID, school_id: UUID) -> bool:
    """Whether a covered school's word and results are shown to the caller, or only the total over all."""
    return (
        Standpoint.DISTRICT in principal.standpoints
        or school_id in principal.led_schools
        or is_partners(principal, partner_id, {school_id})
    )


def is_partners(principal: Principal, partner_id: UUID, schools: Collection[UUID]) -> bool:
    """Whether the caller works for the partner at all of these schools."""
    return any(_works_for(held, partner_id, schools) for held in principal.roles)


def _works_for(held: HeldRole, partner_id: UUID, schools: Collection[UUID]) -> bool:
    return (
        held.role in PARTNER_ROLES
        and held.partner_id == partner_id
        and (not held.school_ids or held.school_ids.issuperset(schools))
    )


def is_employed(principal: Principal, partner_id: UUID) -> bool:
    """Whether the partner pays the caller, whatever the role."""
    return partner_id in principal.employers


def actors_on(principal: Principal, partner_id: UUID, schools: Collection[UUID]) -> frozenset[str]:
    """Who the caller is where this partner meets these schools: on a target all that it covers and that have not
    opted out, for one school's word or result that school. A machine is nobody: it gives no word."""
    held_here: set[Role] = set()
    for held in principal.roles:
        is_school = held.role in rules.SCHOOL_SIDE and bool(schools) and principal.led_schools.issuperset(schools)
        if held.role in DISTRICT_ROLES or is_school or _works_for(held, partner_id, schools):
            held_here.add(held.role)
    return rules.actors(held_here, is_employed(principal, partner_id))


def may_write(principal: Principal, partner_id: UUID, schools: Collection[UUID]) -> bool:
    """Whether the caller drafts and edits a target over these schools: either side, the office, or a machine."""
    if principal.machine_scopes is not None:
        return not principal.machine_schools or principal.machine_schools.issuperset(schools)
    return not actors_on(principal, partner_id, schools).isdisjoint(rules.WRITERS | rules.OFFICE)


def side_of(principal: Principal, partner_id: UUID, schools: Collection[UUID]) -> str:
    """Whose side the caller writes for: partner, school or district."""
    if is_partners(principal, partner_id, schools):
        return "partner"
    is_school = bool(schools) and principal.led_schools.issuperset(schools)
    return "school" if is_school and principal.machine_scopes is None else "district"


def may_enter(principal: Principal, partner_id: UUID, school_id: UUID) -> bool:
    """Whether the caller reports results for a school: the partner, the school itself, or the district's own system."""
    if principal.machine_scopes is not None:
        return not principal.machine_schools or school_id in principal.machine_schools
    return not actors_on(principal, partner_id, {school_id}).isdisjoint(rules.WRITERS | {Role.DISTRICT_ADMIN})


def entering_side(principal: Principal, partner_id: UUID, school_id: UUID) -> rules.Side | None:
    """For whom the caller reports: whoever the partner pays reports for the partner; None is the district."""
    if is_employed(principal, partner_id):
        return "partner"
    return "school" if principal.machine_scopes is None and school_id in principal.led_schools else None


def words_given(row: Mapping[str, Any]) -> list[rules.Word]:
    """The words that a target's row with its `schools` holds, each with who gave it."""
    given = [rules.Word("school", each["word_by_id"]) for each in row["schools"] if each["word"] == "agreed"]
    if row["partner_agreed_on"] is not None:
        given.append(rules.Word("partner", row["partner_agreed_by_id"]))
    return given


def still_in(row: Mapping[str, Any]) -> frozenset[UUID]:
    """The schools of a target's row that have not opted out; all of them where every one has."""
    left = frozenset(each["school_id"] for each in row["schools"] if each["word"] != "opted_out")
    return left or frozenset(each["school_id"] for each in row["schools"])
