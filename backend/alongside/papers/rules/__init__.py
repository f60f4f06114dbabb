"""What a district may ask for, what may happen to a paper, and whether papers let a program work on a day.

Sources: domain rules B5 (papers, background checks), B6 (cleared to operate), E1 (dates), E9 (results only).
"""

from .defaults import STARTER
from .facts import (
    NOTHING_HELD,
    Check,
    Held,
    Member,
    PaperFact,
    Requirement,
    Setting,
    State,
    Waiver,
    areas_below,
    last_valid_day,
)
from .lifecycle import EDITABLE, KEEPERS, NEEDS, PAPER, REVIEWERS, needs_of
from .people import cleared_until, deciding, is_cleared, lacks, through
from .standing import About, Obstacle, Standing, instead, is_met, is_waived, papers_through, serves, standing

__all__ = [
    "EDITABLE", "KEEPERS", "NEEDS", "NOTHING_HELD", "PAPER", "REVIEWERS", "STARTER", "About", "Check", "Held", "Member",
    "Obstacle", "PaperFact", "Requirement", "Setting", "Standing", "State", "Waiver", "areas_below", "cleared_until",
    "deciding", "instead", "is_cleared", "is_met", "is_waived", "lacks", "last_valid_day", "needs_of",
    "papers_through", "serves", "standing", "through",
]  # fmt: skip
