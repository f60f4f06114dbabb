"""Reading packs, from the district they were made in and from the one they are carried to."""

from .packs import administers, contents, find, get, get_elsewhere, lock, moves_of, open_packs, outline, takings

__all__ = [
    "administers",
    "contents",
    "find",
    "get",
    "get_elsewhere",
    "lock",
    "moves_of",
    "open_packs",
    "outline",
    "takings",
]
