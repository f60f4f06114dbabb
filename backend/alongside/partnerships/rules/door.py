"""The time of day at which a schedule that people wrote begins: the front office asks by time."""

import re
from datetime import time
from typing import Final

_CLOCK: Final = r"(\d{1,2})(?::([0-5]\d))?\s*([ap])?\.?(?:m\b\.?)?"
_SPAN: Final = re.compile(rf"(?<![\d:/$]){_CLOCK}\s*(?:to|until|–|-)\s*{_CLOCK}(?![\d/])", re.IGNORECASE)
_POINT: Final = re.compile(r"(?<![\d:/$])(\d{1,2})(?::([0-5]\d))?\s*([ap])\.?m\b", re.IGNORECASE)


def start_time(schedule: str | None) -> time | None:
    """When “Tuesday and Thursday, 3:45 to 5:00 pm” begins: 15:45. None when it names no time of day."""
    if schedule is None:
        return None
    for span in _SPAN.finditer(schedule):
        hour, minute, half, to_hour, to_minute, to_half = span.groups()
        end = _clock(to_hour, to_minute, to_half)
        if end is None:
            continue
        own = _clock(hour, minute, half or to_half)
        if own is not None and half is None and own > end:
            own = _clock(hour, minute, "a")
        return own
    point = _POINT.search(schedule)
    return _clock(*point.groups()) if point else None


def _clock(hour: str, minute: str | None, half: str | None) -> time | None:
    """A time on the twelve-hour clock; without am or pm it is not known which half of the day is meant."""
    if half is None or not 1 <= int(hour) <= 12:
        return None
    return time(int(hour) % 12 + (12 if half.lower() == "p" else 0), int(minute or 0))
