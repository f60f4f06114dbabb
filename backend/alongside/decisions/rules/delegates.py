"""Who may stand in for a principal, for what, and how long."""

from datetime import date
from typing import Final

from .links import Kind

DELEGABLE: Final[tuple[Kind, ...]] = ("confirm_school", "agree_target")
"""A signature is nobody's to lend: the district authorizes its signatories itself (B4)."""

LONGEST_DAYS: Final = 366


def problems(starts_on: date, ends_on: date, today: date) -> list[tuple[str, str, str]]:
    """What is wrong with the days: field, code, words."""
    found = []
    if ends_on < starts_on:
        found.append(("ends_on", "date_order", "The last day is before the first"))
    elif ends_on < today:
        found.append(("ends_on", "date_past", "The last day has passed"))
    elif (ends_on - starts_on).days >= LONGEST_DAYS:
        found.append(("ends_on", "too_long", "A delegate is named for a year at most"))
    return found
