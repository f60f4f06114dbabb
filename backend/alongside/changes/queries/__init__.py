"""Reading the log: one record's history as its readers may see it, and everything in commit order."""

from .feed import START, Position, since
from .history import history
from .views import READERS

__all__ = ["READERS", "START", "Position", "history", "since"]
