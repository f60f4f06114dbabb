"""Who is told what: by role, and by how they stand to the record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from alongside.identity.scopes import DISTRICT_ROLES, PARTNER_ROLES, SCHOOL_ROLES, Role


@dataclass(frozen=True, slots=True)
class Holder:
    """A role that somebody holds today."""

    person_id: UUID
    role: Role
    partner_id: UUID | None = None
    employer_id: UUID | None = None
    schools: frozenset[UUID] = frozenset()
    only: frozenset[str] | None = None
    """Who stands in for somebody hears of what they may decide, and of nothing else."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a notice is about: the record, its partner, and the schools it concerns."""

    object_type: str
    object_id: UUID
    facts: Mapping[str, Any]
    partner_id: UUID | None = None
    schools: frozenset[UUID] = frozenset()
    is_district_wide: bool = False


@dataclass(frozen=True, slots=True)
class Notification:
    """One kind of notice about a matter, for the people of these roles who stand in the right place."""

    kind: str
    matter: Matter
    roles: frozenset[Role]
    facts: Mapping[str, Any] = field(default_factory=dict)
    schools: frozenset[UUID] | None = None
    """Only of these schools; None: of all that the matter concerns."""
    otherwise: frozenset[Role] = frozenset()
    """Who is told in a district where nobody holds the roles."""
    people: frozenset[UUID] | None = None
    """Only these people, whatever else they are; None: everybody who stands in the right place."""


def told(wanted: Notification, holders: Iterable[Holder]) -> frozenset[UUID]:
    """The people to tell."""
    found = [each for each in holders if wanted.people is None or each.person_id in wanted.people]
    told_now = frozenset(each.person_id for each in found if each.role in wanted.roles and _stands(wanted, each))
    if told_now or not wanted.otherwise:
        return told_now
    return told(replace(wanted, roles=wanted.otherwise, otherwise=frozenset()), found)


def _stands(wanted: Notification, holder: Holder) -> bool:
    matter = wanted.matter
    if holder.only is not None and wanted.kind not in holder.only:
        return False
    schools = matter.schools if wanted.schools is None else wanted.schools
    if holder.role in PARTNER_ROLES:
        limited = holder.schools and not matter.is_district_wide and holder.schools.isdisjoint(schools)
        return matter.partner_id is not None and holder.partner_id == matter.partner_id and not limited
    # whoever the partner pays has no word for the district's side, and is not asked for one
    is_paid = holder.employer_id is not None and holder.employer_id == matter.partner_id
    if holder.role in DISTRICT_ROLES:
        return not is_paid
    return holder.role in SCHOOL_ROLES and not is_paid and not holder.schools.isdisjoint(schools)
