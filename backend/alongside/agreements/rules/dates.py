"""What an agreement's dates say on a day, and which agreements let a program work (rules E1, E2, B6)."""

from collections.abc import Collection
from dataclasses import dataclass
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
ENDED: Final = frozenset({"terminated", "superseded"})
"""Ended before the last day: by a party, or by another agreement that takes its place."""


SIGNED: Final = frozenset({"executed", "suspended", "terminated", "superseded"})
"""Fully signed once; what such an agreement is on a day, its dates say."""

UNSIGNED: Final = (
    "draft", "submitted", "in_review", "changes_requested", "approved", "out_for_signature", "rejected", "withdrawn",
)  # fmt: skip
"""What an agreement may be before everybody signed: no day changes that."""

RUNNING: Final = frozenset({"scheduled", "active", "expiring_soon"})
"""What an agreement is on a day while a last day still lies ahead of it."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A time on hold that is over: the first day of it, and the first day after it."""

    from_on: date
    until_on: date


def last_day(ends_on: date, ceases_on: date | None) -> date:
    """The last day on which it can count: its own, or the eve of the day from which it counts no more."""
    return ends_on if ceases_on is None else min(ends_on, ceases_on - timedelta(days=1))


def effective_status(
    status: str,
    effective_on: date | None,
    ends_on: date,
    day: date,
    window: int = 90,
    *,
    ceases_on: date | None = None,
    held_from: date | None = None,
    holds: Collection[Hold] = (),
) -> str:
    """What the agreement is on a day: ``scheduled``, ``active``, ``expiring_soon`` or ``expired``, or, unless it
    was fully signed once, the stored status.

    In this order: from ``ceases_on`` on, what ended it (``terminated``, ``superseded``); on a day on hold,
    ``suspended``; after the last day, ``expired``; before the first, or when that is unknown, ``scheduled``; with
    ``window`` days or fewer to the last day (0 on the day itself), ``expiring_soon``. The first and the last day
    belong to it. Who ended it without saying from when ended it for every day; so with a hold.
    """
    if status not in SIGNED:
        return status
    if status in ENDED and (ceases_on is None or ceases_on <= day):
        return status
    on_hold = status == "suspended" if held_from is None else held_from <= day
    if on_hold or any(each.from_on <= day < each.until_on for each in holds):
        return "suspended"
    if day > ends_on:
        return "expired"
    if effective_on is None or day < effective_on:
        return "scheduled"
    return "expiring_soon" if (last_day(ends_on, ceases_on) - day).days <= window else "active"


def days_left(effective: str, last: date, day: date) -> int | None:
    """Days until the last one, 0 on it; None unless that day lies ahead."""
    return (last - day).days if effective in RUNNING else None


def ending_problem(
    ceases_on: date, ends_on: date, day: date, notice_days: int | None, *, for_cause: bool
) -> str | None:
    """What is wrong with the first day without it; a code or None. Nothing is ended for days that are over, the
    agreed notice is kept unless there is a cause, and what ends by itself sooner is not ended."""
    if ceases_on < day:
        return "back_dated"
    if ceases_on > ends_on:
        return "after_last_day"
    if not for_cause and (ceases_on - day).days < (notice_days or 0):
        return "notice_too_short"
    return None


def earliest_end(day: date, notice_days: int | None, *, for_cause: bool) -> date:
    """The first day without it when it is ended as early as may be."""
    return day if for_cause else day + timedelta(days=notice_days or 0)


def renewal_opens_on(ends_on: date, lead_days: int) -> date:
    """The day from which the next term is to be drafted, so that its review is over in time (rule E2)."""
    return ends_on - timedelta(days=lead_days)


LEAD_DAYS: Final = 120
LONG_LEAD_DAYS: Final = 150
"""A review by law, risk or privacy takes about ninety days; the notices of rule E2 begin at 120."""


def lead_days(reviewed: bool) -> int:
    """How long before the last day a renewal opens unless the district says otherwise."""
    return LONG_LEAD_DAYS if reviewed else LEAD_DAYS


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
