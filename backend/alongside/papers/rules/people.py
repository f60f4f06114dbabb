"""Who of a partner's people is cleared on a day (rule B5): results only, the oldest of them decides how long."""

from collections.abc import Iterable, Sequence
from datetime import date

from .facts import Check, Member, Requirement, first_of, last_valid_day


def deciding(checks: Iterable[Check], kind: str, basis: str, day: date) -> Check | None:
    """The check of a kind that decides on the day: the newest that was verified by then and may be used.

    A volunteer's clearance serves for volunteering only; an employee's serves for both.
    """
    usable = [
        check
        for check in checks
        if check.kind == kind
        and check.verified_on is not None
        and check.verified_on <= day
        and check.issued_on <= day
        and (basis == "volunteer" or check.basis == "employee")
    ]
    # of two of one day the worse decides
    return max(usable, key=lambda check: (check.issued_on, check.result != "clear"), default=None)


def through(check: Check, months: int | None) -> date | None:
    """The last day of a check: its own, or of the months that the district lets it count."""
    return first_of(check.expires_on, last_valid_day(check.issued_on, months))


def is_clear(check: Check | None, months: int | None, day: date) -> bool:
    if check is None or check.result != "clear":
        return False
    last = through(check, months)
    return last is None or day <= last


def is_cleared(member: Member, requirements: Iterable[Requirement], day: date) -> bool:
    """Whether somebody has every check that is asked, clear and in date on the day."""
    return all(
        is_clear(deciding(member.checks, kind, member.basis, day), asked.validity_months, day)
        for asked in requirements
        for kind in asked.check_kinds
    )


def cleared_until(member: Member, requirements: Sequence[Requirement], day: date) -> date | None:
    """The last day on which somebody cleared stays so: the oldest of the clearances decides; None: no end is known."""
    ends = [
        through(check, asked.validity_months)
        for asked in requirements
        for kind in asked.check_kinds
        if (check := deciding(member.checks, kind, member.basis, day)) is not None
    ]
    return first_of(member.ends_on, *ends)


def lacks(member: Member, requirements: Iterable[Requirement], day: date) -> list[tuple[str, str]]:
    """What keeps somebody off the staff list: each kind of check, and `missing`, `pending`, `expired`, `not_clear`."""
    found: dict[str, str] = {}
    for asked in requirements:
        for kind in sorted(asked.check_kinds):
            check = deciding(member.checks, kind, member.basis, day)
            if is_clear(check, asked.validity_months, day) or kind in found:
                continue
            waits = any(each.kind == kind and each.result == "pending" for each in member.checks)
            if check is not None and check.result == "not_clear":
                found[kind] = "not_clear"
            elif waits:
                found[kind] = "pending"
            else:
                found[kind] = "missing" if check is None else "expired"
    return sorted(found.items())
