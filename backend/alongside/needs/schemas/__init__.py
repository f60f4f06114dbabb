"""The wire shapes of assessments, needs and evidence."""

from .assessment import (
    AssessmentCreate,
    AssessmentFilters,
    AssessmentPage,
    AssessmentRead,
    AssessmentReason,
    AssessmentSort,
    AssessmentUpdate,
    EvidenceProposals,
    Ranking,
    TopNeeds,
)
from .need import (
    EvidenceCreate,
    NeedCreate,
    NeedFilters,
    NeedPage,
    NeedRead,
    NeedReason,
    NeedSort,
    NeedUpdate,
)

__all__ = [
    "AssessmentCreate", "AssessmentFilters", "AssessmentPage", "AssessmentRead", "AssessmentReason", "AssessmentSort",
    "AssessmentUpdate", "EvidenceCreate", "EvidenceProposals", "NeedCreate", "NeedFilters", "NeedPage", "NeedRead",
    "NeedReason", "NeedSort", "NeedUpdate", "Ranking", "TopNeeds",
]  # fmt: skip
