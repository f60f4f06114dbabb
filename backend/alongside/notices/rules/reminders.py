"""When somebody is reminded of a day on which something ends (domain rule E2)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

STEPS: Final = (120, 90, 60, 30, 7, 0)
"""So many days before the end of what takes long to renew."""

SOON: Final = (7, 0)
"""The same for what is due every few weeks."""

OPENING: Final = (365, 7, -1)
"""The same for what opens some time before its day, whenever that is, and is overdue from the day after."""

LEAVING: Final = (30, 7, 0, -1)
"""The same for records that have to be destroyed, which is overdue from the day after."""

ASKED: Final = (-7, -14, -28)
"""The same for a word that was asked for: so many days after the asking. Our own choice: an hour of somebody's week
has passed, then two weeks, and before a month is over the last time (a setting later)."""

SILENT: Final = (0, -7, -21)
"""The same for a school's word on an agreement: on the day by which the district wants it, a week after that, and two
weeks later the last time."""

LATE_DAYS: Final = 30
"""So long after the day the last reminder is still caught up; then it would only surprise."""

MORNING: Final = 6
"""Nobody is reminded before this hour, local time."""


@dataclass(frozen=True, slots=True)
class Due:
    """What to do today about one end: the step to send, and the earlier ones it takes along."""

    send: int | None
    skip: tuple[int, ...]

    @property
    def is_nothing(self) -> bool:
        return self.send is None and not self.skip


NOTHING: Final = Due(None, ())


def due(steps: Collection[int], ends_on: date, since_on: date, today: date, done: Collection[int]) -> Due:
    """The reminder due today, whatever days the worker missed: the nearest step that is reached and not done.

    `since_on` is the day from which the end counts (signed, entered). An end that had passed by then reminds
    nobody; nor does one that lies too far back.
    """
    left = (ends_on - today).days
    if today < since_on or ends_on < since_on or left < -LATE_DAYS:
        return NOTHING
    reached = sorted(step for step in steps if left <= step)
    open_steps = [step for step in reached if step not in done]
    if not open_steps:
        return NOTHING
    nearest = reached[0]
    if nearest in done:
        # a nearer one went out: what is open lies behind it
        return Due(None, tuple(open_steps))
    return Due(nearest, tuple(step for step in open_steps if step != nearest))


def moved(done: Collection[tuple[UUID, date]], listed: Collection[tuple[UUID, date]]) -> frozenset[UUID]:
    """The records that were reminded of a day which is not their end today: it moved, or they rest."""
    return frozenset(record for record, _ in set(done) - set(listed))


def is_morning(now: datetime, time_zone: str) -> bool:
    """Whether the day has begun for people there."""
    return now.astimezone(ZoneInfo(time_zone)).hour >= MORNING
