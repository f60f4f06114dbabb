"""Reading assessments, needs and evidence; every statement starts from who sees what."""

from .assessments import current_of, facts_of, find_assessments, get_assessment, lock_assessment, needs_of
from .evidence import evidence_of, get_evidence, proposals, propose_for
from .needs import find, get, is_used, lock
from .standing import actors_at, is_ours, may_edit, may_work_on, need_visible_to, visible_to

__all__ = [
    "actors_at", "current_of", "evidence_of", "facts_of", "find", "find_assessments", "get", "get_assessment",
    "get_evidence", "is_ours", "is_used", "lock", "lock_assessment", "may_edit", "may_work_on", "need_visible_to",
    "needs_of", "proposals", "propose_for", "visible_to",
]  # fmt: skip
