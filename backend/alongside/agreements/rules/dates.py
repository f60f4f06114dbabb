"""What an agreement's dates say on a day, and which agreements let a program work (rules E1, E2, B6)."""

from datetime import date, timedelta
from typing import Final

from alongside.schools.school_year import years_after


def one_year_term(starts_on: date) -> date:
    """The last day of a one-year term: a year on, less a day (rule E1 g)."""
    return years_after(starts_on, 1) - timedelta(days=1)


def renewal_term(starts_on: date, ends_on: date) -> tuple[date, date]:
    """The same term as many whole years later as it takes to start after the last day (rule E2). A school
    year's agreement so starts with the next school year; the summer between is not covered."""
    years = 1
    while years_after(starts_on, years) <= ends_on:
        years += 1
    return years_after(starts_on, years), years_after(ends_on, years)


def takes_effect_on(starts_on: date, last_signed_on: date | None) -> date:
    """The first day in force: never before the last signature, never back-dated (rule E1 d)."""
    return starts_on if last_signed_on is None else max(starts_on, last_signed_on)


def signed_late(starts_on: date, last_signed_on: date | None) -> bool:
    """Whether the last signature came after the day the agreement was to start."""
    return last_signed_on is not None and last_signed_on > starts_on


def covered_from(effective_on: date, confirmed_on: date) -> date:
    """The first day on which a school is covered that joined after signing: never before its principal's word."""
    return max(effective_on, confirmed_on)


IN_FORCE: Final = frozenset({"active", "expiring_soon"})


def effective_status(status: str, effective_on: date | None, ends_on: date | None, day: date, window: int = 90) -> str:
    """What the agreement is on a day: ``scheduled``, ``active``, ``expiring_soon`` or ``expired``, or,
    unless it is fully signed (``executed``), the stored status.

    In this order: after the last day, ``expired``; before the first, or when that is unknown,
    ``scheduled``; with ``window`` days or fewer to the last day (0 on the day itself), ``expiring_soon``.
    Both days are inclusive.
    """
    if status != "executed":
        return status
    if ends_on is not None and day > ends_on:
        return "expired"
    if effective_on is None or day < effective_on:
        return "scheduled"
    if ends_on is not None and (ends_on - day).days <= window:
        return "expiring_soon"
    return "active"


def days_left(status: str, ends_on: date, day: date) -> int | None:
    """Days until the last one, 0 on it; None unless it is fully signed and not over."""
    return (ends_on - day).days if status == "executed" and day <= ends_on else None


NOT_BINDING: Final = frozenset({"letter_of_agreement", "collaboration_plan"})
CLEARING: Final = frozenset({"mou", "moa", "school_partner_agreement", "services_contract"})


def binds(kind: str, meant: bool) -> bool:
    """Whether it binds: as meant, but a letter or a plan never does."""
    return meant and kind not in NOT_BINDING


def clears_programs(kind: str, binding: bool) -> bool:
    """Whether an agreement of this type lets a program work: a space, data or research agreement alone does
    not, and what does not bind never does."""
    return binding and kind in CLEARING


def recording_problems(starts_on: date, ends_on: date, signed_on: date | None, day: date) -> list[str]:
    """What is wrong with an agreement signed elsewhere that is recorded in one step (origin ``recorded``).

    It enters as ``executed``, its schools as confirmed (the office says that they took part), with or
    without its paper. Codes: ``dates`` and ``signed_by_today`` of `NEEDS`.
    """
    problems = [] if starts_on <= ends_on else ["dates"]
    if signed_on is not None and signed_on > day:
        problems.append("signed_by_today")
    return problems
