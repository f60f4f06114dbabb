"""A person's days as a calendar that other programs subscribe to (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from icalendar import Calendar, Event

REFRESH: Final = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Day:
    """An all-day entry. Its title names organizations, schools and numbers: never a person, never free text."""

    kind: str
    object_id: UUID
    title: str
    on: date
    page: str
    changed_at: datetime
    version: int


def calendar(name: str, days: Iterable[Day], address: str) -> bytes:
    """The calendar's file. The same day keeps its identity when its date moves."""
    made = Calendar()
    made.add("prodid", "-//Alongside//Calendar//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.calendar_name = name
    made.refresh_interval = REFRESH
    for each in sorted(days, key=lambda day: (day.on, day.kind, str(day.object_id))):
        entry = Event()
        entry.add("uid", f"{each.kind}-{each.object_id}@alongside")
        entry.add("dtstamp", each.changed_at)
        entry.add("last-modified", each.changed_at)
        entry.add("sequence", each.version)
        entry.add("dtstart", each.on)
        entry.add("dtend", each.on + timedelta(days=1))
        entry.add("summary", each.title)
        entry.add("url", f"{address}/{each.page}")
        entry.add("transp", "TRANSPARENT")
        entry.add("class", "PRIVATE")
        made.add_component(entry)
    return bytes(made.to_ical())
