"""What may happen to a partnership, whether it may work in a school today, how a program fits a need and how needs
are covered.

Sources: domain rules B3 (stages), B6 (cleared to operate), E6 (coverage, possible duplication), E8 (who acts).
"""

from .changing import JUDGED, PARTNERS_FIELDS, changeable
from .clearance import AGREEMENT_OVER, Blocker, Cover, Party, Site, Vetting, clearance, cleared_through, is_expiring
from .coverage import Coverage, CoverageState, Working, coverage_of, coverage_state
from .data_access import DataAccess, data_access
from .door import start_time
from .fit import (
    GRADES,
    Area,
    Criterion,
    Fit,
    NeedProfile,
    ProgramProfile,
    SchoolProfile,
    Strength,
    Verdict,
    fit,
    fit_kept,
    overlap,
    span,
)
from .seasons import Runs, runs_on
from .stages import AGREED, JUDGE, OVER, PAIRABLE, PARTNERSHIP, SCHOOL_SIDE, actors, at_work, needs_of

__all__ = [
    "AGREED", "AGREEMENT_OVER", "GRADES", "JUDGE", "JUDGED", "OVER", "PAIRABLE", "PARTNERSHIP", "PARTNERS_FIELDS",
    "SCHOOL_SIDE", "Area", "Blocker", "Cover", "Coverage", "CoverageState", "Criterion", "DataAccess", "Fit",
    "NeedProfile", "Party", "ProgramProfile", "Runs", "SchoolProfile", "Site", "Strength", "Verdict", "Vetting",
    "Working", "actors", "at_work", "changeable", "clearance", "cleared_through", "coverage_of", "coverage_state",
    "data_access", "fit", "fit_kept", "is_expiring", "needs_of", "overlap", "runs_on", "span", "start_time",
]  # fmt: skip
