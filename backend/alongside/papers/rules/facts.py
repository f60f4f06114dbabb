"""What is known of a partner's papers and people, each with the days on which it counts; no I/O.

Every fact answers for any day: a paper counts from the day it was accepted, a check from the day it was verified,
nothing before, so that "who was cleared on 14 March" stays the same whenever it is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from alongside.core.clock import months_after

State = Literal["missing", "submitted", "accepted", "rejected", "scheduled", "expiring", "expired", "withdrawn"]


def last_valid_day(since: date, months: int | None) -> date | None:
    """The last of so many months: a day less than their anniversary (rule E1 g)."""
    return None if months is None else months_after(since, months) - timedelta(days=1)


def first_of(*days: date | None) -> date | None:
    """The earliest of the days that are known."""
    return min((day for day in days if day is not None), default=None)


def areas_below(areas: frozenset[str], parents: Mapping[str, str | None]) -> frozenset[str]:
    """The areas under these in the district's tree, however deep; `parents` names the area above each."""
    found: frozenset[str] = frozenset()
    while True:
        more = {code for code, parent in parents.items() if parent in areas | found} - areas
        if more <= found:
            return found
        found |= more


@dataclass(frozen=True, slots=True)
class Setting:
    """A program at a school, as far as conditions ask for it; what is not known is empty."""

    program_id: UUID
    school_id: UUID
    delivery: str | None = None
    times_of_day: frozenset[str] = frozenset()
    grades: frozenset[str] = frozenset()
    has_place: bool = False
    areas: frozenset[str] = frozenset()
    org_type: str | None = None
    cost_cents: int | None = None
    supervision: str | None = None

    @property
    def payment(self) -> str | None:
        """Whether the school pays for it, where its cost is known."""
        return None if self.cost_cents is None else "paid" if self.cost_cents > 0 else "free"


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a district asks for, and of which programs; empty conditions ask it of all.

    An area means everything under it too (`areas_below`); what was asked before that was so names a day from which
    it is (`areas_below_from`), and on the days before only the area itself was meant.
    """

    id: UUID
    kind: str
    title: str
    enforced_from: date
    retired_from: date | None = None
    coverage: str | None = None
    check_kinds: frozenset[str] = frozenset()
    min_each_cents: int | None = None
    min_aggregate_cents: int | None = None
    validity_months: int | None = None
    deliveries: frozenset[str] = frozenset()
    times_of_day: frozenset[str] = frozenset()
    grades: frozenset[str] = frozenset()
    needs_place: bool = False
    areas: frozenset[str] = frozenset()
    areas_below: frozenset[str] = frozenset()
    areas_below_from: date | None = None
    org_types: frozenset[str] = frozenset()
    payment: str | None = None
    supervision: str | None = None
    program_id: UUID | None = None
    accepts_instead: frozenset[str] = frozenset()

    @property
    def is_personal(self) -> bool:
        """Whether each person has to meet it, not the organization."""
        return self.kind == "background_check"

    def is_enforced(self, day: date) -> bool:
        return self.enforced_from <= day and self.is_announced(day)

    def is_announced(self, day: date) -> bool:
        """Whether it is asked on the day or will be."""
        return self.retired_from is None or day < self.retired_from

    def areas_on(self, day: date) -> frozenset[str]:
        """The areas that are meant on the day."""
        is_wide = self.areas_below_from is None or self.areas_below_from <= day
        return self.areas | self.areas_below if is_wide else self.areas

    def applies_to(self, setting: Setting, day: date) -> bool:
        """Whether it is asked of the program there, as its conditions are read on the day. What a program does not say
        is not read as no: it is asked; a place in the building is asked for only where one is named."""
        return (
            (not self.deliveries or setting.delivery is None or setting.delivery in self.deliveries)
            and _meet(self.times_of_day, setting.times_of_day)
            and _meet(self.grades, setting.grades)
            and (setting.has_place or not self.needs_place)
            and _meet(self.areas_on(day), setting.areas)
            and (not self.org_types or setting.org_type is None or setting.org_type in self.org_types)
            and (self.payment is None or setting.payment in (None, self.payment))
            and (self.supervision is None or setting.supervision in (None, self.supervision))
            and self.program_id in (None, setting.program_id)
        )


def _meet(asked: frozenset[str], told: frozenset[str]) -> bool:
    return not asked or not told or not asked.isdisjoint(told)


@dataclass(frozen=True, slots=True)
class PaperFact:
    """A paper of the partner: what it says, for which program and schools (none: all), and how it was received."""

    id: UUID
    kind: str
    status: str
    effective_on: date | None
    expires_on: date | None
    program_id: UUID | None = None
    school_ids: frozenset[UUID] = frozenset()
    coverage: str | None = None
    limit_each_cents: int | None = None
    limit_aggregate_cents: int | None = None
    submitted_on: date | None = None
    accepted_on: date | None = None
    withdrawn_on: date | None = None

    def is_for(self, setting: Setting) -> bool:
        return self.program_id in (None, setting.program_id) and (
            not self.school_ids or setting.school_id in self.school_ids
        )

    def ends_on(self, months: int | None = None) -> date | None:
        """Its last day, where one is known: its own, that of the months it is good for, or before it was taken back."""
        known = None if self.effective_on is None else last_valid_day(self.effective_on, months)
        back = None if self.withdrawn_on is None else self.withdrawn_on - timedelta(days=1)
        return first_of(self.expires_on, known, back)

    def counts_on(self, day: date, months: int | None = None) -> bool:
        """Whether it was accepted by the day and is in date on it; never before it was accepted (rule E1 d)."""
        if self.accepted_on is None or self.effective_on is None:
            return False
        end = self.ends_on(months)
        return max(self.accepted_on, self.effective_on) <= day and (end is None or day <= end)

    def state_on(self, day: date, months: int | None = None, window: int = 90) -> State:
        """What it is on a day."""
        if self.withdrawn_on is not None and self.withdrawn_on <= day:
            return "withdrawn"
        end = self.ends_on(months)
        if self.counts_on(day, months):
            return "expiring" if end is not None and (end - day).days <= window else "accepted"
        if end is not None and end < day and self.accepted_on is not None:
            return "expired"
        if self.accepted_on is not None and self.accepted_on <= day:
            return "scheduled"
        if self.status in ("rejected", "withdrawn"):
            return "rejected" if self.status == "rejected" else "withdrawn"
        return "submitted" if self.submitted_on is not None and self.submitted_on <= day else "missing"


@dataclass(frozen=True, slots=True)
class Waiver:
    """Risk management goes without a requirement for a time: for a partner, a program, or one school."""

    requirement_id: UUID
    starts_on: date
    ends_on: date
    program_id: UUID | None = None
    school_id: UUID | None = None
    revoked_on: date | None = None

    def last_day(self) -> date:
        return self.ends_on if self.revoked_on is None else min(self.ends_on, self.revoked_on - timedelta(days=1))

    def holds(self, requirement_id: UUID, setting: Setting, day: date) -> bool:
        return (
            self.requirement_id == requirement_id
            and self.program_id in (None, setting.program_id)
            and self.school_id in (None, setting.school_id)
            and self.starts_on <= day <= self.last_day()
        )


@dataclass(frozen=True, slots=True)
class Check:
    """A background check's result; nobody keeps the report."""

    kind: str
    issued_on: date
    result: str
    verified_on: date | None
    basis: str = "employee"
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody whom the partner sends, and the programs (at one school, or with None wherever it is) they work in."""

    id: UUID
    name: str
    basis: str
    starts_on: date
    ends_on: date | None
    places: frozenset[tuple[UUID, UUID | None]]
    checks: tuple[Check, ...] = ()
    title: str | None = None

    def is_listed(self, setting: Setting, day: date) -> bool:
        """Whether they are sent to the program there on the day."""
        here = {(setting.program_id, None), (setting.program_id, setting.school_id)}
        on_it = self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
        return on_it and not self.places.isdisjoint(here)


@dataclass(frozen=True, slots=True)
class Held:
    """Everything a partner has."""

    papers: tuple[PaperFact, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    members: tuple[Member, ...] = ()


NOTHING_HELD = Held()
