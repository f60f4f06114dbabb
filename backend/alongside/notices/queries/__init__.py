"""Reading for notices: the inbox, whom to tell, what to say, how far the worker has come."""

from .calendar import calendar_of, feed
from .choices import own_preferences as preferences
from .facts import agreements, partners, results, targets
from .inbox import find, get, locale_of, unread
from .mail import inside, mail, sent_one, sent_to, uncollected
from .mailbox import letter, letters
from .people import addressee, holders, own_wish, partners_of, wishes
from .place import place, reminded

__all__ = [
    "addressee", "agreements", "calendar_of", "feed", "find", "get", "holders", "inside", "letter", "letters",
    "locale_of", "mail", "own_wish", "partners", "partners_of", "place", "preferences", "reminded", "results",
    "sent_one", "sent_to", "targets", "uncollected", "unread", "wishes",
]  # fmt: skip
