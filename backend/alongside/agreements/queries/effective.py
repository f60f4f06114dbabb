"""What an agreement is on a day, as SQL beside `rules.effective_status`; a property test holds that both agree."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_

from alongside.agreements.models import Agreement
from alongside.core.statements import a_day, an_int, columns

a = columns(Agreement)

DAY = a_day("day")
WINDOW = an_int("window")

_SIGNED = a.status == "executed"
_BEGUN = and_(a.effective_on.is_not(None), a.effective_on <= DAY)

EFFECTIVE_STATUS: ColumnElement[Any] = case(
    (a.status != "executed", a.status),
    (a.ends_on < DAY, "expired"),
    (or_(a.effective_on.is_(None), a.effective_on > DAY), "scheduled"),
    (a.ends_on - DAY <= WINDOW, "expiring_soon"),
    else_="active",
)

EFFECTIVE: Mapping[str, ColumnElement[bool]] = {
    "scheduled": and_(_SIGNED, a.ends_on >= DAY, or_(a.effective_on.is_(None), a.effective_on > DAY)),
    "active": and_(_SIGNED, _BEGUN, a.ends_on > DAY + WINDOW),
    "expiring_soon": and_(_SIGNED, _BEGUN, a.ends_on >= DAY, a.ends_on <= DAY + WINDOW),
    "expired": and_(_SIGNED, a.ends_on < DAY),
    "in_force": and_(_SIGNED, _BEGUN, a.ends_on >= DAY),
}
"""The same as conditions that an index on the last day can serve."""
