"""Reading half-sheets: as everybody does, as staff keep them, and as a partner sees its own word."""

from .keeping import get_listing, get_sheet, lock_entry, lock_listing, lock_sheet, page_of, taken_slugs
from .public import public_page, shown_where
from .settings import decided_by, get_settings

__all__ = [
    "decided_by", "get_listing", "get_settings", "get_sheet", "lock_entry", "lock_listing", "lock_sheet", "page_of",
    "public_page", "shown_where", "taken_slugs",
]  # fmt: skip
