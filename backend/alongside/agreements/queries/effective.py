"""What an agreement is on a day, as SQL beside `rules.effective_status`; a property test holds that both agree."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    and_,
    any_,
    case,
    exists,
    func,
    literal_column,
    not_,
    or_,
    select,
    type_coerce,
)

from alongside.agreements import rules
from alongside.agreements.models import Agreement, AgreementHold
from alongside.core.statements import a_day, an_int, columns

a, h = columns(Agreement), columns(AgreementHold)

DAY = a_day("day")
WINDOW = an_int("window")


def _words(words: frozenset[str]) -> ColumnElement[Any]:
    return literal_column("'{" + ",".join(sorted(words)) + "}'::text[]")


_SIGNED = a.status == any_(_words(rules.SIGNED))
_CEASED = and_(a.status == any_(_words(rules.ENDED)), or_(a.ceases_on.is_(None), a.ceases_on <= DAY))
_OPEN_HOLD = or_(a.held_from <= DAY, and_(a.status == "suspended", a.held_from.is_(None)))
_PAST_HOLD = exists(
    select(literal_column("1"))
    .where(h.tenant_id == a.tenant_id, h.agreement_id == a.id, h.from_on <= DAY, h.until_on > DAY)
    .correlate(a.id.table)
)
_HELD = or_(func.coalesce(_OPEN_HOLD, literal_column("false")), _PAST_HOLD)
_BEGUN = and_(a.effective_on.is_not(None), a.effective_on <= DAY)

LAST: ColumnElement[Any] = type_coerce(func.least(a.ends_on, a.ceases_on - literal_column("1")), Date)
"""The last day on which it can count."""

EFFECTIVE_STATUS: ColumnElement[Any] = case(
    (not_(_SIGNED), a.status),
    (_CEASED, a.status),
    (_HELD, "suspended"),
    (a.ends_on < DAY, "expired"),
    (not_(_BEGUN), "scheduled"),
    (LAST - DAY <= WINDOW, "expiring_soon"),
    else_="active",
)

_BY_DATES = and_(_SIGNED, not_(_CEASED), not_(_HELD))
_NOT_OVER = and_(_BY_DATES, a.ends_on >= DAY)

EFFECTIVE: Mapping[str, ColumnElement[bool]] = {
    "scheduled": and_(_NOT_OVER, not_(_BEGUN)),
    "active": and_(_BY_DATES, _BEGUN, a.ends_on > DAY + WINDOW, LAST > DAY + WINDOW),
    "expiring_soon": and_(_NOT_OVER, _BEGUN, LAST <= DAY + WINDOW),
    "expired": and_(_BY_DATES, a.ends_on < DAY),
    "in_force": and_(_NOT_OVER, _BEGUN),
    "suspended": and_(_SIGNED, not_(_CEASED), _HELD),
    **{word: and_(a.status == word, _CEASED) for word in sorted(rules.ENDED)},
    **{word: a.status == word for word in rules.UNSIGNED},
}
"""The same as conditions that an index, on the last day or on the stored status, can serve."""
