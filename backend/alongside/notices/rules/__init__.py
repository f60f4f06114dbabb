"""Who is told what, when, how and in which words; no I/O."""

from .audience import (
    SOURCES,
    Holder,
    Matter,
    Notification,
    of_agreement,
    of_partner,
    of_requirement,
    of_results,
    of_target,
    told,
)
from .choices import Choice, choice_of, is_collected
from .ical import Day, calendar
from .kinds import DECISIONS, EMAILS, KINDS, Cadence, Kind, kinds_for
from .pages import page_of
from .reminders import LATE_DAYS, LEAVING, OPENING, SOON, STEPS, Due, due, is_morning, moved
from .rounds import DAYS, periods
from .words import Letter, letter, sentence

__all__ = [
    "DAYS", "DECISIONS", "EMAILS", "KINDS", "LATE_DAYS", "LEAVING", "OPENING", "SOON", "SOURCES", "STEPS", "Cadence",
    "Choice", "Day", "Due", "Holder", "Kind", "Letter", "Matter", "Notification", "calendar", "choice_of", "due",
    "is_collected", "is_morning", "kinds_for", "letter", "moved", "of_agreement", "of_partner", "of_requirement",
    "of_results", "of_target", "page_of", "periods", "sentence", "told",
]  # fmt: skip
