"""Making public and taking down, and what a district sets for it."""

from .listing import say
from .settings import set_settings
from .sheet import hide, keep_sheet, show

__all__ = ["hide", "keep_sheet", "say", "set_settings", "show"]
