"""Making, opening, coding and spending links; naming delegates."""

from .codes import CODE, ask_code, new_code, try_code
from .delegate import end_delegation, name_delegate
from .links import disown, make, mark_opened, spend
from .place import Place

__all__ = [
    "CODE", "Place", "ask_code", "disown", "end_delegation", "make", "mark_opened", "name_delegate", "new_code",
    "spend", "try_code",
]  # fmt: skip
