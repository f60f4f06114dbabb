"""What a school's grades say about it, and when it is open, without touching the database."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

from alongside.core.lifecycle import Lifecycle, move

GRADES: Final = ("PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")
"""Every grade, youngest first."""

_PLACE: Final = {grade: place for place, grade in enumerate(GRADES)}
_SIXTH, _SEVENTH, _NINTH = _PLACE["6"], _PLACE["7"], _PLACE["9"]


class GradeUnknown(ValueError):
    """Not a grade of a school."""


def in_order(grades: Iterable[str]) -> list[str]:
    """Grades once each, youngest first. Raises GradeUnknown."""
    named = set(grades)
    if not named <= _PLACE.keys():
        raise GradeUnknown("A grade is PK, K or 1 to 12")
    return sorted(named, key=_PLACE.__getitem__)


def level_of(grades: Collection[str]) -> str:
    """The level that grades make: `elementary`, `middle`, `high`, `k8`, or `other` for all ages and none.

    A school that begins in sixth grade or later and goes past eighth is a high school; one that begins in
    fourth or fifth and ends with eighth is a middle school.
    """
    places = sorted(_PLACE[grade] for grade in grades)
    if not places:
        return "other"
    first, last = places[0], places[-1]
    if last >= _NINTH:
        return "high" if first >= _SIXTH else "other"
    if last < _SEVENTH:
        return "middle" if first >= _SIXTH else "elementary"
    return "middle" if first >= _PLACE["4"] else "k8"


KEEPER: Final = "keeper"
"""Whoever keeps the district's directory of schools."""

SCHOOL: Final = Lifecycle(
    states=("active", "closed", "merged"),
    moves=(
        # with a successor it is merged
        move("close", {"active"}, "closed", {KEEPER}),
        move("reopen", {"closed", "merged"}, "active", {KEEPER}),
    ),
)


def status_on(status: str, closed_on: date | None, day: date) -> str:
    """What a school is on a day: one that is to close is open until the eve of it."""
    return "active" if closed_on is not None and day < closed_on else status


def is_open(status: str, closed_on: date | None, day: date) -> bool:
    """Whether a school is open on a day: until the eve of its closing; one that closed nobody knows when never was."""
    return status == "active" if closed_on is None else day < closed_on
