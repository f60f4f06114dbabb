"""Grades and weekdays as the tables write them: `K-5`, `mon wed fri`."""

from typing import Final

GRADES: Final = ("PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")
WEEKDAYS: Final = {
    "mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday", "sat": "saturday",
    "sun": "sunday",
}  # fmt: skip


def grades(span: str) -> tuple[str, ...]:
    """`3-5` is 3, 4, 5; nothing is nothing known."""
    if not span:
        return ()
    first, _, last = span.partition("-")
    return GRADES[GRADES.index(first) : GRADES.index(last or first) + 1]


def weekdays(days: str) -> tuple[str, ...]:
    """`mon wed` is monday, wednesday; `school` the five days of the school week."""
    if days == "school":
        return tuple(WEEKDAYS.values())[:5]
    return tuple(WEEKDAYS[day] for day in days.split())
