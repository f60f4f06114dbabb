"""Time and ids: the tenant's day, the current instant, and UUIDv7 keys."""

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


def new_id() -> UUID:
    """A UUIDv7: unguessable enough to publish, ordered by time so that indexes stay compact."""
    return UUID(int=uuid_utils.uuid7().int)
