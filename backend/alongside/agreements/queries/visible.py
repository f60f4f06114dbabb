"""Which agreements a caller sees, and as whom the caller acts on one of them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, exists, false, literal_column, or_, select

from alongside.agreements import rules
from alongside.agreements.models import Agreement, AgreementSchool
from alongside.core.statements import TENANT, Query, a_flag, a_key, columns, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import DISTRICT_ROLES, PARTNER_ROLES, Role, Scope
from alongside.partners.rules import OFFICE

a, ns = columns(Agreement), columns(AgreementSchool)


def covers_any(schools: str, of: Any = a) -> ColumnElement[bool]:
    """Whether an agreement names one of these schools or covers the whole district."""
    named: Query = (
        select(literal_column("1"))
        .where(
            ns.tenant_id == of.tenant_id,
            ns.agreement_id == of.id,
            ns.school_id == any_(the_keys(schools)),
        )
        .correlate(of.id.table)
    )
    return or_(of.is_district_wide, exists(named))


def visible_to(standpoints: frozenset[Standpoint], of: Any = a) -> ColumnElement[bool]:
    """The district sees every agreement; a school's leaders and coordinators those that cover their school and
    what they wrote; a partner's people their own, but no draft of the other side. Teachers see none."""
    mine: ColumnElement[bool] = of.tenant_id == TENANT
    if Standpoint.DISTRICT in standpoints:
        return mine
    ways: list[ColumnElement[bool]] = []
    if Standpoint.SCHOOL in standpoints:
        ways += [covers_any("led_schools", of), of.author_id == a_key("me")]
    if Standpoint.PARTNER in standpoints:
        ways.append(
            and_(
                of.partner_id == any_(the_keys("my_partners")),
                or_(a_flag("all_partner_schools"), covers_any("partner_schools", of)),
                or_(of.status != "draft", of.drafted_by == "partner"),
            )
        )
    return and_(mine, or_(false(), *ways))


def named_schools(record: Mapping[str, Any]) -> frozenset[UUID]:
    """The schools that a record names."""
    return frozenset(UUID(school["school"]["id"]) for school in record["schools"])


def actors_on(principal: Principal, record: Mapping[str, Any]) -> frozenset[str]:
    """The roles that count on this agreement, and `rules.AUTHOR` for the side that wrote it.

    Whoever the partner employs has no word for the district's side on it. A machine acts for the office, or for
    its schools, as far as its scopes go, but never gives a person's word.
    """
    if principal.machine_scopes is not None:
        return _machine(principal, record)
    found: set[str] = set()
    paid = record["partner_id"] in principal.employers
    for held in principal.roles:
        if held.role in PARTNER_ROLES:
            counts = held.partner_id == record["partner_id"] and (
                not held.school_ids or _covers(record, held.school_ids)
            )
        elif held.role in DISTRICT_ROLES:
            counts = not paid
        else:
            counts = _covers(record, held.school_ids) and not (paid and held.role is Role.SCHOOL_LEADER)
        if counts:
            found.add(held.role)
    writers = rules.SIDES[record["drafted_by"]]
    wrote = principal.person_id is not None and record["author_id"] == principal.person_id and principal.holds(*writers)
    if wrote or not found.isdisjoint(writers):
        found.add(rules.AUTHOR)
    return frozenset(found)


def _covers(record: Mapping[str, Any], schools: frozenset[UUID]) -> bool:
    return record["is_district_wide"] or not schools.isdisjoint(named_schools(record))


def _machine(principal: Principal, record: Mapping[str, Any]) -> frozenset[str]:
    scopes = principal.scopes
    district = Standpoint.DISTRICT in principal.standpoints
    found: set[str] = set()
    if district and Scope.AGREEMENTS_APPROVE in scopes:
        found.add(Role.PARTNERSHIP_OFFICE)
    if Scope.AGREEMENTS_WRITE in scopes and record["drafted_by"] == ("district" if district else "school"):
        found.add(rules.AUTHOR)
    return frozenset(found)


def is_office(principal: Principal, partner_id: UUID) -> bool:
    """Whether the caller acts for the partnership office towards this partner."""
    if principal.machine_scopes is not None:
        return Standpoint.DISTRICT in principal.standpoints
    return principal.holds(*OFFICE) and partner_id not in principal.employers


def leads(principal: Principal, record: Mapping[str, Any], school_id: UUID) -> bool:
    """Whether the caller gives this school's word on the agreement: its leader, unless the partner pays them."""
    return school_id in principal.schools_as(Role.SCHOOL_LEADER) and record["partner_id"] not in principal.employers


def may_edit(principal: Principal, record: Mapping[str, Any]) -> bool:
    """Whether the text is the caller's to write: the side that wrote it, and the office."""
    return Scope.AGREEMENTS_WRITE in principal.scopes and not actors_on(principal, record).isdisjoint(
        OFFICE | {rules.AUTHOR}
    )


def may_add_papers(principal: Principal, record: Mapping[str, Any]) -> bool:
    """Whoever writes the text, and the partner where it held student records: its certificate is one of the papers."""
    held = record["status"] in {"executed", "suspended", "terminated", "superseded"} and rules.shares_data(
        record["type"], record["shares_student_records"]
    )
    is_holder = held and Role.PARTNER_ADMIN in actors_on(principal, record)
    return may_edit(principal, record) or (is_holder and Scope.AGREEMENTS_WRITE in principal.scopes)


def side_for(
    principal: Principal, partner_id: UUID, schools: frozenset[UUID], district_wide: bool
) -> rules.Side | None:
    """For which side the caller may draft an agreement of this partner about these schools; None: not theirs.

    The office for any; a partner's admin for their own organization; a school's leader or coordinator for their
    own schools.
    """
    if Scope.AGREEMENTS_WRITE not in principal.scopes:
        return None
    if is_office(principal, partner_id):
        return "district"
    for held in principal.roles:
        limited = held.school_ids and (district_wide or not schools <= held.school_ids)
        if held.role in rules.SIDES["partner"] and held.partner_id == partner_id and not limited:
            return "partner"
    if schools and not district_wide and schools <= principal.led_schools:
        return "school"
    return None


def may_draft_again(principal: Principal, record: Mapping[str, Any]) -> bool:
    """Whether the caller may renew or amend it: whoever could have drafted it."""
    return side_for(principal, record["partner_id"], named_schools(record), record["is_district_wide"]) is not None
