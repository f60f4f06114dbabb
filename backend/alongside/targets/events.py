"""Facts about targets, the schools' words on them, and results. The log keeps no value of a result: it may be
about a small group."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetDrafted(Event):
    kind: ClassVar[str] = "target.drafted"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetChanged(Event):
    kind: ClassVar[str] = "target.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetProposed(Event):
    kind: ClassVar[str] = "target.proposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetAgreed(Event):
    """One side gave its word; `changed` says whose, and whether both have."""

    kind: ClassVar[str] = "target.agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetSchoolOptedOut(Event):
    kind: ClassVar[str] = "target.school_opted_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetOpened(Event):
    kind: ClassVar[str] = "target.opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRevised(Event):
    kind: ClassVar[str] = "target.revised"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetWithdrawn(Event):
    kind: ClassVar[str] = "target.withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetClosed(Event):
    kind: ClassVar[str] = "target.closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetWordDisowned(Event):
    """Somebody who was asked says that it is not theirs to decide."""

    kind: ClassVar[str] = "target.word_disowned"


MOVED: Final[Mapping[str, type[Event]]] = {
    "propose": TargetProposed,
    "agree": TargetAgreed,
    "opt-out": TargetSchoolOptedOut,
    "open": TargetOpened,
    "revise": TargetRevised,
    "withdraw": TargetWithdrawn,
    "close": TargetClosed,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultEvent(Event):
    sensitive: ClassVar[frozenset[str]] = frozenset({"value", "numerator", "denominator", "note"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultEntered(ResultEvent):
    kind: ClassVar[str] = "result.entered"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSuperseded(ResultEvent):
    kind: ClassVar[str] = "result.superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultVerified(ResultEvent):
    kind: ClassVar[str] = "result.verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRejected(ResultEvent):
    kind: ClassVar[str] = "result.rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRestored(ResultEvent):
    """Its correction was rejected, so that it stands again."""

    kind: ClassVar[str] = "result.restored"
