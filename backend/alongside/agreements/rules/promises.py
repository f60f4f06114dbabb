"""Whether a promise came: only what did not is entered, and the side that should have received it says so."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from .lifecycle import Side

Outcome = Literal["delivered", "not_delivered"]

RECEIVERS: Final[Mapping[str, tuple[Side, ...]]] = {
    "partner": ("school", "district"),
    "school": ("partner",),
    "district": ("partner", "school"),
    "joint": ("school", "partner", "district"),
}
"""Who receives what a party promises, and so says whether it came. Nobody says it of their own promise."""

KEPT: Final = frozenset({"executed", "suspended", "terminated", "superseded"})
"""States of which it can be said whether what was promised came: fully signed once."""


@dataclass(frozen=True, slots=True)
class Saying:
    """For which side a caller says whether a promise came, and where: everywhere, or at these schools alone."""

    side: Side
    everywhere: bool
    schools: frozenset[object] = frozenset()


def saying(
    party: str,
    at: object | None,
    covered: Collection[object],
    *,
    is_office: bool,
    is_partner: bool,
    mine: Collection[object],
) -> Saying | None:
    """What this caller may say of a promise that ``party`` gave, at one school (``at``) or at each of those that
    the agreement covers; None: it is not theirs to say. ``mine``: the schools whose side the caller speaks for."""
    able: dict[Side, bool] = {"school": False, "partner": is_partner, "district": is_office}
    places = frozenset(covered if at is None else {at})
    own = places & frozenset(mine)
    able["school"] = bool(own)
    side = next((each for each in RECEIVERS[party] if able[each]), None)
    if side is None:
        return None
    if side == "school":
        return Saying(side, everywhere=own == places, schools=own)
    return Saying(side, everywhere=True, schools=places)


def begun(status: str, effective_on: date | None, day: date) -> bool:
    """Whether there is anything to be kept yet: fully signed, and its first day has come."""
    return status in KEPT and effective_on is not None and effective_on <= day


def day_problem(on: date, effective_on: date, day: date) -> str | None:
    """What is wrong with the day on which something came, or was seen not to have come; a code or None."""
    if on > day:
        return "in_the_future"
    return "before_the_first_day" if on < effective_on else None
