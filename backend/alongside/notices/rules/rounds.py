"""When collected e-mails are made: each morning, and each Monday; a missed morning is caught up once."""

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from .kinds import Cadence

HOUR: Final = 7
"""Collected e-mails are made from this hour on, local time."""

DAYS: Final = {"daily": 7, "weekly": 28}
"""How far back a collected e-mail looks: long enough for a worker that was away, too short for old wishes."""


def periods(now: datetime, time_zone: str, today: date) -> tuple[tuple[Cadence, str], ...]:
    """The rounds that should have been made by now; whether they were is for the row of each to say."""
    early = now.astimezone(ZoneInfo(time_zone)).hour < HOUR
    day = today - timedelta(days=1) if early else today
    year, week, _ = day.isocalendar()
    return (("daily", day.isoformat()), ("weekly", f"{year}-W{week:02d}"))
