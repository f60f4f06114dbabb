"""How a school's needs are found, proved, put in order and published."""

from .assessment import (
    ASSESSMENT,
    CRITERIA,
    EDITABLE,
    LEADER,
    NEED,
    NEEDS,
    SCHOOL_SIDE,
    STALE_AFTER_YEARS,
    TOP_NEEDS,
    NeedFacts,
    Path,
    assessment_needs_of,
    is_stale,
    may_be_matched,
    need_needs_of,
    path_of,
    plain_needs,
    prioritizing_needs,
)
from .evidence import Direction, EvidenceMeasure, EvidenceProposal, Unit, gap, propose_evidence
from .ranking import OUT_OF_ORDER, Ranked, RankRefused, RatingOutOfRange, check_rank_override, rank, score, unplaced

__all__ = [
    "ASSESSMENT", "CRITERIA", "EDITABLE", "LEADER", "NEED", "NEEDS", "OUT_OF_ORDER", "SCHOOL_SIDE",
    "STALE_AFTER_YEARS", "TOP_NEEDS",
    "Direction", "EvidenceMeasure", "EvidenceProposal", "NeedFacts", "Path", "RankRefused", "Ranked",
    "RatingOutOfRange", "Unit", "assessment_needs_of", "check_rank_override", "gap", "is_stale", "may_be_matched",
    "need_needs_of", "path_of", "plain_needs", "prioritizing_needs", "propose_evidence", "rank", "score", "unplaced",
]  # fmt: skip
