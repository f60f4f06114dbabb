"""Facts about assessments and needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentStarted(Event):
    kind: ClassVar[str] = "needs_assessment.started"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentChanged(Event):
    kind: ClassVar[str] = "needs_assessment.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentCollecting(Event):
    kind: ClassVar[str] = "needs_assessment.collecting_began"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentAnalyzing(Event):
    kind: ClassVar[str] = "needs_assessment.analyzing_began"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentPrioritizing(Event):
    kind: ClassVar[str] = "needs_assessment.prioritizing_began"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentSubmitted(Event):
    kind: ClassVar[str] = "needs_assessment.submitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentApproved(Event):
    kind: ClassVar[str] = "needs_assessment.approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentPublished(Event):
    kind: ClassVar[str] = "needs_assessment.published"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentReopened(Event):
    """The next version was begun; `changed` names it."""

    kind: ClassVar[str] = "needs_assessment.reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentSuperseded(Event):
    kind: ClassVar[str] = "needs_assessment.superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentNeedsChanged(Event):
    """A need in it was added, edited, proved, ranked or removed; the need's own fact tells how."""

    kind: ClassVar[str] = "needs_assessment.needs_changed"


ASSESSMENT_MOVED: Final[Mapping[str, type[Event]]] = {
    "collect": AssessmentCollecting,
    "analyze": AssessmentAnalyzing,
    "prioritize": AssessmentPrioritizing,
    "submit": AssessmentSubmitted,
    "approve": AssessmentApproved,
    "publish": AssessmentPublished,
}
"""The fact that each step of the assessment leaves behind; reopening leaves two (service/reopen.py)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedAdded(Event):
    kind: ClassVar[str] = "need.added"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedChanged(Event):
    kind: ClassVar[str] = "need.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRanked(Event):
    kind: ClassVar[str] = "need.ranked"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRemoved(Event):
    kind: ClassVar[str] = "need.removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedEvidenceAdded(Event):
    kind: ClassVar[str] = "need.evidence_added"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedEvidenceRemoved(Event):
    kind: ClassVar[str] = "need.evidence_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedPrioritized(Event):
    kind: ClassVar[str] = "need.prioritized"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedMatched(Event):
    kind: ClassVar[str] = "need.matched"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedAddressed(Event):
    kind: ClassVar[str] = "need.addressed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedReleased(Event):
    kind: ClassVar[str] = "need.released"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedMet(Event):
    kind: ClassVar[str] = "need.met"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedDeferred(Event):
    kind: ClassVar[str] = "need.deferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedDropped(Event):
    kind: ClassVar[str] = "need.dropped"


NEED_MOVED: Final[Mapping[str, type[Event]]] = {
    "prioritize": NeedPrioritized,
    "match": NeedMatched,
    "address": NeedAddressed,
    "release": NeedReleased,
    "meet": NeedMet,
    "defer": NeedDeferred,
    "drop": NeedDropped,
}
"""The fact that each step of a need leaves behind."""
