"""The caller: who acts, for which tenant, with which roles, and from which standpoints they see."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any
from uuid import UUID

from alongside.core.clock import day_in, instant_in
from alongside.core.logging import request_id
from alongside.core.record import Proof

from .scopes import DISTRICT_ROLES, PARTNER_ROLES, SCHOOL_ROLES, Role, Scope, granted


class Standpoint(StrEnum):
    """From where somebody looks; a statement's visibility is shaped by the set of them."""

    DISTRICT = "district"
    SCHOOL = "school"
    STAFF = "staff"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class TenantSettings:
    """What a request needs to know of its tenant."""

    id: UUID
    slug: str
    name: str
    kind: str
    time_zone: str
    pinned_today: date | None
    is_demonstration: bool
    min_n: int
    expiring_window_days: int
    school_year_starts_month: int
    school_year_starts_day: int
    revisit_basis: str
    revisit_window_days: int
    revisits_from: date | None
    has_clause_checklist: bool

    @property
    def today(self) -> date:
        """The tenant's day."""
        return day_in(self.time_zone, self.pinned_today)

    @property
    def now(self) -> datetime:
        """The tenant's instant: real time, or this time of day on its pinned day."""
        return instant_in(self.time_zone, self.pinned_today)


@dataclass(frozen=True, slots=True)
class HeldRole:
    """One role held today. `school_ids` empty means every school that the scope covers."""

    role: Role
    scope: str
    partner_id: UUID | None
    employer_partner_id: UUID | None
    school_ids: frozenset[UUID]


@dataclass(frozen=True)
class Principal:
    """Somebody (or a machine) acting in one tenant."""

    tenant: TenantSettings
    roles: tuple[HeldRole, ...] = ()
    person_id: UUID | None = None
    name: str = ""
    email: str = ""
    credential_id: UUID | None = None
    machine_scopes: frozenset[Scope] | None = None
    machine_schools: frozenset[UUID] = field(default_factory=frozenset)
    session_hash: bytes | None = None
    proof: Proof | None = None
    read_on: date | None = None

    @property
    def request_id(self) -> str | None:
        """The request in which the caller acts just now; a principal is remembered over several."""
        return request_id.get()

    @property
    def tenant_id(self) -> UUID:
        return self.tenant.id

    @property
    def today(self) -> date:
        return self.tenant.today

    @property
    def now(self) -> datetime:
        """When this caller acts; what services write into `_at` columns and the log says."""
        return self.tenant.now

    @cached_property
    def role_names(self) -> frozenset[Role]:
        return frozenset(held.role for held in self.roles)

    @cached_property
    def scopes(self) -> frozenset[Scope]:
        if self.machine_scopes is not None:
            return self.machine_scopes
        return granted(self.role_names) | {Scope.ME}

    @cached_property
    def standpoints(self) -> frozenset[Standpoint]:
        """A machine with no list of schools sees like the district office, with one like their schools."""
        if self.machine_scopes is not None:
            return frozenset({Standpoint.SCHOOL if self.machine_schools else Standpoint.DISTRICT})
        seen = set()
        for held in self.roles:
            if held.role in DISTRICT_ROLES:
                seen.add(Standpoint.DISTRICT)
            elif held.role in (Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR):
                seen.add(Standpoint.SCHOOL)
            elif held.role in SCHOOL_ROLES:
                seen.add(Standpoint.STAFF)
            elif held.role in PARTNER_ROLES:
                seen.add(Standpoint.PARTNER)
        return frozenset(seen)

    def schools_as(self, *roles: Role) -> frozenset[UUID]:
        """The schools at which one of these roles is held."""
        return frozenset().union(
            *(held.school_ids for held in self.roles if held.role in roles and held.scope == "schools")
        )

    def holds(self, *roles: Role) -> bool:
        return not self.role_names.isdisjoint(roles)

    @cached_property
    def led_schools(self) -> frozenset[UUID]:
        """The schools this caller leads or coordinates (or whose machine it is)."""
        if self.machine_scopes is not None:
            return self.machine_schools
        return self.schools_as(Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR)

    @cached_property
    def staff_schools(self) -> frozenset[UUID]:
        """Every school at which this caller works, in any school role."""
        return self.led_schools | self.schools_as(Role.SCHOOL_STAFF, Role.FRONT_OFFICE)

    @cached_property
    def partner_ids(self) -> frozenset[UUID]:
        """The partners this caller works for (as a partner's staff)."""
        return frozenset(
            held.partner_id for held in self.roles if held.role in PARTNER_ROLES and held.partner_id is not None
        )

    @cached_property
    def partner_schools(self) -> frozenset[UUID]:
        """Of a partner's staff limited to some schools: those schools; empty means all."""
        held = [held for held in self.roles if held.role in PARTNER_ROLES]
        if any(not one.school_ids for one in held):
            return frozenset()
        return frozenset().union(*(one.school_ids for one in held))

    @cached_property
    def employers(self) -> frozenset[UUID]:
        """Partners that pay this caller, whatever the role: nobody judges fit for their own employer."""
        return self.partner_ids | {
            held.employer_partner_id for held in self.roles if held.employer_partner_id is not None
        }

    @cached_property
    def unhidden_schools(self) -> frozenset[UUID]:
        """Schools whose small groups are shown: one's own, unless a partner pays one (that needs a data agreement)."""
        return frozenset().union(
            *(
                held.school_ids
                for held in self.roles
                if held.role in (Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR)
                and held.scope == "schools"
                and held.employer_partner_id is None
            )
        )

    @cached_property
    def binds(self) -> Mapping[str, Any]:
        """The values that `visible_to` expressions refer to."""
        return {
            "led_schools": list(self.led_schools),
            "staff_schools": list(self.staff_schools),
            "my_partners": list(self.partner_ids),
            "partner_schools": list(self.partner_schools),
            "all_partner_schools": not self.partner_schools,
            "me": self.person_id,
            "today": self.today,
        }

    def as_json(self) -> dict[str, Any]:
        """What `/me` and sign-in tell."""
        return {
            "person": None
            if self.person_id is None
            else {"id": self.person_id, "name": self.name, "email": self.email},
            "credential_id": self.credential_id,
            "tenant": {
                "id": self.tenant.id,
                "slug": self.tenant.slug,
                "name": self.tenant.name,
                "kind": self.tenant.kind,
                "is_demonstration": self.tenant.is_demonstration,
                "today": self.today,
                "time_zone": self.tenant.time_zone,
                "min_n": self.tenant.min_n,
                "expiring_window_days": self.tenant.expiring_window_days,
            },
            "roles": [
                {
                    "role": held.role,
                    "scope": held.scope,
                    "school_ids": sorted(held.school_ids),
                    "partner_id": held.partner_id,
                    "employer_partner_id": held.employer_partner_id,
                }
                for held in self.roles
            ],
            "scopes": sorted(self.scopes),
        }
