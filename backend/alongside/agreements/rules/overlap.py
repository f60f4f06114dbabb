"""When two agreements promise the same thing twice (rule E3)."""

from dataclasses import dataclass
from datetime import date
from typing import Final


def periods_overlap(a_starts_on: date, a_ends_on: date, b_starts_on: date, b_ends_on: date) -> bool:
    """Whether two periods, all four days inclusive, share a day."""
    return a_starts_on <= b_ends_on and b_starts_on <= a_ends_on


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an agreement covers, for comparing two. ``schools`` None is the whole district; ``follows``
    holds the agreements that it amends, renews or replaces, ``amends`` the first of them alone."""

    agreement: object
    partner: object
    kind: str
    status: str
    programs: frozenset[object]
    schools: frozenset[object] | None
    starts_on: date
    ends_on: date
    follows: frozenset[object] = frozenset()
    amends: object | None = None


COVERING: Final = frozenset({"approved", "out_for_signature", "executed", "suspended"})
"""States in which an agreement claims what it covers; one on hold may come back."""


def overlaps(a: Coverage, b: Coverage) -> bool:
    """Whether two agreements promise the same thing twice (rule E3): same partner, type, a shared program,
    school and day, both approved or further, and neither amends, renews or replaces the other, nor do both amend the
    same one. Different types may stand side by side."""
    return (
        a.agreement != b.agreement
        and a.partner == b.partner
        and a.kind == b.kind
        and {a.status, b.status} <= COVERING
        and not a.programs.isdisjoint(b.programs)
        and (a.schools is None or b.schools is None or not a.schools.isdisjoint(b.schools))
        and periods_overlap(a.starts_on, a.ends_on, b.starts_on, b.ends_on)
        and (a.amends is None or a.amends != b.amends)
        and a.agreement not in b.follows
        and b.agreement not in a.follows
    )
