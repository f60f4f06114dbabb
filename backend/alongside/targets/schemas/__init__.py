"""The wire shapes of targets and results."""

from .results import GridOutcome, ResultCreate, ResultFilters, ResultGrid, ResultPage, ResultRead, ResultRow, ResultSort
from .targets import TargetCreate, TargetFilters, TargetPage, TargetRead, TargetReason, TargetSort, TargetUpdate

__all__ = [
    "GridOutcome", "ResultCreate", "ResultFilters", "ResultGrid", "ResultPage", "ResultRead", "ResultRow",
    "ResultSort", "TargetCreate", "TargetFilters", "TargetPage", "TargetRead", "TargetReason", "TargetSort",
    "TargetUpdate",
]  # fmt: skip
