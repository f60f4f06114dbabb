"""Facts about requirements, papers, staff lists and waivers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementAdded(Event):
    kind: ClassVar[str] = "paper_requirement.added"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementChanged(Event):
    kind: ClassVar[str] = "paper_requirement.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementRetired(Event):
    kind: ClassVar[str] = "paper_requirement.retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAdded(Event):
    kind: ClassVar[str] = "paper.added"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperChanged(Event):
    kind: ClassVar[str] = "paper.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFileAdded(Event):
    kind: ClassVar[str] = "paper.file_added"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSubmitted(Event):
    kind: ClassVar[str] = "paper.submitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAccepted(Event):
    kind: ClassVar[str] = "paper.accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRejected(Event):
    kind: ClassVar[str] = "paper.rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWithdrawn(Event):
    kind: ClassVar[str] = "paper.withdrawn"


PAPER_MOVED: Final[Mapping[str, type[Event]]] = {
    "submit": PaperSubmitted,
    "accept": PaperAccepted,
    "reject": PaperRejected,
    "withdraw": PaperWithdrawn,
}
"""The fact that each move leaves behind."""

PERSONAL: Final = frozenset({"name", "title", "email"})
"""Who somebody is stays out of the log: it keeps that it changed, not what it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffAdded(Event):
    kind: ClassVar[str] = "staff_member.added"
    sensitive: ClassVar[frozenset[str]] = PERSONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffChanged(Event):
    kind: ClassVar[str] = "staff_member.changed"
    sensitive: ClassVar[frozenset[str]] = PERSONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAdded(Event):
    kind: ClassVar[str] = "staff_member.check_added"
    sensitive: ClassVar[frozenset[str]] = frozenset({"result"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckVerified(Event):
    kind: ClassVar[str] = "staff_member.check_verified"
    sensitive: ClassVar[frozenset[str]] = frozenset({"result"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverGiven(Event):
    kind: ClassVar[str] = "paper_waiver.given"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverRevoked(Event):
    kind: ClassVar[str] = "paper_waiver.revoked"
