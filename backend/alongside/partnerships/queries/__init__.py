"""Reading partnerships, who may enter a school, how programs fit a need and how needs are covered; every statement
starts from who sees what."""

from .clearance import is_cleared, takes
from .directory import find
from .door import entries, who_may_enter
from .drafting import for_draft
from .fitting import NeedFit, fits, fits_of_program
from .leads import lead_choices, leads_school, works_for
from .needs_map import Cell, NeedsMap, cover_of_need, coverage
from .partner_work import Work, every_partner, find_partners
from .record import find_open, get, guard, lock, need_ids, needs_left
from .shape import joined
from .unlocks import Unlock, checklist, lacking_of, unlocks
from .visible import actors_on, roles_at, sees_judgement, visible_to

__all__ = [
    "Cell", "NeedFit", "NeedsMap", "Unlock", "Work", "actors_on", "checklist", "cover_of_need", "coverage", "entries",
    "every_partner", "find", "find_open", "find_partners", "fits", "fits_of_program", "for_draft", "get", "guard",
    "is_cleared", "joined", "lacking_of", "lead_choices", "leads_school", "lock", "need_ids", "needs_left", "roles_at",
    "sees_judgement", "takes", "unlocks", "visible_to", "who_may_enter", "works_for",
]  # fmt: skip
