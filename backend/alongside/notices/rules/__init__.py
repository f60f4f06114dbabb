"""Who is told what, when, how and in which words; no I/O."""

from . import of_agreements, of_partners, of_spreadsheets, of_targets
from .audience import Holder, Matter, Notification, told
from .choices import Choice, choice_of, is_collected
from .ical import Day, calendar
from .kinds import DECISIONS, EMAILS, KINDS, LEADER, SCHOOL_SIDE, Cadence, Kind, kinds_for
from .letters import Letter, letter, sentence
from .pages import page_of
from .reminders import ASKED, LATE_DAYS, LEAVING, OPENING, SILENT, SOON, STEPS, Due, due, is_morning, moved
from .rounds import DAYS, periods

SOURCES = of_agreements.FACTS | of_agreements.JOIN_FACTS | of_partners.FACTS | of_targets.FACTS | of_spreadsheets.FACTS
"""The facts of the log that anybody is told of."""

__all__ = [
    "ASKED", "DAYS", "DECISIONS", "EMAILS", "KINDS", "LATE_DAYS", "LEADER", "LEAVING", "OPENING", "SCHOOL_SIDE",
    "SILENT", "SOON", "SOURCES", "STEPS", "Cadence", "Choice", "Day", "Due", "Holder", "Kind", "Letter", "Matter",
    "Notification", "calendar", "choice_of", "due", "is_collected", "is_morning", "kinds_for", "letter", "moved",
    "of_agreements", "of_partners", "of_spreadsheets", "of_targets", "page_of", "periods", "sentence", "told",
]  # fmt: skip
