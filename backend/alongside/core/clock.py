"""Time and ids: the tenant's day, the current instant, and UUIDv7 keys."""

from calendar import month_name, monthrange
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import uuid_utils


def now() -> datetime:
    """The current instant, UTC."""
    return datetime.now(UTC)


def day_in(time_zone: str, pinned: date | None, instant: datetime | None = None) -> date:
    """The day it is for a tenant: its pinned demonstration day, else today in its own time zone.

    A UTC server must not let a Hawaii agreement expire early (docs/domain.md, Dates).
    """
    return pinned or (instant or now()).astimezone(ZoneInfo(time_zone)).date()


def instant_in(time_zone: str, pinned: date | None) -> datetime:
    """The instant it is for a tenant: now, or the same time of day on its pinned demonstration day."""
    if pinned is None:
        return now()
    local = now().astimezone(ZoneInfo(time_zone))
    return local.replace(year=pinned.year, month=pinned.month, day=pinned.day).astimezone(UTC)


def in_words(day: date) -> str:
    """A day as people read it: June 12, 2020."""
    return f"{month_name[day.month]} {day.day}, {day.year}"


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last: a month after 31 January is the end of February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def new_id() -> UUID:
    """A UUIDv7: unguessable enough to publish, ordered by time so that indexes stay compact."""
    return UUID(int=uuid_utils.uuid7().int)
