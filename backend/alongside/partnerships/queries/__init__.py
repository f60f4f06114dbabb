"""Reading partnerships, who may enter a school, how programs fit a need and how needs are covered; every statement
starts from who sees what."""

from .clearance import is_cleared
from .directory import find
from .door import entries
from .drafting import for_draft
from .fitting import NeedFit, fits, fits_of_program
from .needs_map import Cell, NeedsMap, cover_of_need, coverage
from .record import find_open, get, guard, leads_school, lock, need_ids, needs_left, works_for
from .visible import actors_on, roles_at, sees_judgement, visible_to

__all__ = [
    "Cell", "NeedFit", "NeedsMap", "actors_on", "cover_of_need", "coverage", "entries", "find", "find_open", "fits",
    "fits_of_program", "for_draft", "get", "guard", "is_cleared", "leads_school", "lock", "need_ids",
    "needs_left", "roles_at", "sees_judgement", "visible_to", "works_for",
]  # fmt: skip
