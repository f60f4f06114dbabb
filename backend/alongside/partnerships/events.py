"""Facts about partnerships."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipStarted(Event):
    kind: ClassVar[str] = "partnership.started"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipChanged(Event):
    kind: ClassVar[str] = "partnership.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipPlanned(Event):
    kind: ClassVar[str] = "partnership.planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipReadied(Event):
    kind: ClassVar[str] = "partnership.readied"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipActivated(Event):
    kind: ClassVar[str] = "partnership.activated"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipPaused(Event):
    kind: ClassVar[str] = "partnership.paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipResumed(Event):
    kind: ClassVar[str] = "partnership.resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipEnded(Event):
    kind: ClassVar[str] = "partnership.ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipJudgedUnfit(Event):
    kind: ClassVar[str] = "partnership.not_a_fit"


MOVED: dict[str, type[Event]] = {
    "plan": PartnershipPlanned,
    "ready": PartnershipReadied,
    "activate": PartnershipActivated,
    "pause": PartnershipPaused,
    "resume": PartnershipResumed,
    "end": PartnershipEnded,
    "not-a-fit": PartnershipJudgedUnfit,
}
"""What is recorded for each move."""
