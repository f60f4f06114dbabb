"""The wire shapes of partnerships, of who may enter a school, and of how programs fit a need."""

from .clearance import PaperDue
from .door import EntryList, VisitorList
from .fit import FitFilters, FitList, NeedCoverageRead
from .read import LeadChoices, PartnershipFilters, PartnershipPage, PartnershipRead, PartnershipSort
from .write import PartnershipCreate, PartnershipReason, PartnershipUpdate

__all__ = [
    "EntryList", "FitFilters", "FitList", "LeadChoices", "NeedCoverageRead", "PaperDue", "PartnershipCreate",
    "PartnershipFilters", "PartnershipPage", "PartnershipRead", "PartnershipReason", "PartnershipSort",
    "PartnershipUpdate", "VisitorList",
]  # fmt: skip
