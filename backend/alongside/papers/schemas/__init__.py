"""What requests and answers about papers look like."""

from .paper import (
    PaperAbout,
    PaperCreate,
    PaperFilters,
    PaperItem,
    PaperPage,
    PaperRead,
    PaperReason,
    PaperSort,
    PaperUpdate,
)
from .requirement import (
    RequirementCreate,
    RequirementList,
    RequirementRead,
    RequirementReplace,
    RequirementRetire,
    RequirementsAdopt,
    RequirementTerms,
    RequirementUpdate,
)
from .staff import CheckCreate, CheckVerify, StaffCreate, StaffList, StaffPlaceWrite, StaffRead, StaffUpdate
from .waiver import WaiverCreate, WaiverFilters, WaiverPage, WaiverRead, WaiverRevoke, WaiverSort
from .words import CheckKind, Coverage, Named, PaperKind, PaperStatus, RequirementKind

__all__ = [
    "CheckCreate", "CheckKind", "CheckVerify", "Coverage", "Named", "PaperAbout", "PaperCreate", "PaperFilters",
    "PaperItem", "PaperKind", "PaperPage", "PaperRead", "PaperReason", "PaperSort", "PaperStatus", "PaperUpdate",
    "RequirementCreate", "RequirementKind", "RequirementList", "RequirementRead", "RequirementReplace",
    "RequirementRetire", "RequirementTerms", "RequirementUpdate", "RequirementsAdopt", "StaffCreate", "StaffList",
    "StaffPlaceWrite", "StaffRead", "StaffUpdate", "WaiverCreate", "WaiverFilters", "WaiverPage", "WaiverRead",
    "WaiverRevoke", "WaiverSort",
]  # fmt: skip
