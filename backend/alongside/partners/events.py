"""Facts about partners, their contacts and their programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRegistered(Event):
    kind: ClassVar[str] = "partner.registered"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerChanged(Event):
    kind: ClassVar[str] = "partner.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerSubmitted(Event):
    kind: ClassVar[str] = "partner.submitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerReviewStarted(Event):
    kind: ClassVar[str] = "partner.review_started"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerChangesRequested(Event):
    kind: ClassVar[str] = "partner.changes_requested"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerApproved(Event):
    kind: ClassVar[str] = "partner.approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerDeclined(Event):
    kind: ClassVar[str] = "partner.declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerSuspended(Event):
    kind: ClassVar[str] = "partner.suspended"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerReinstated(Event):
    kind: ClassVar[str] = "partner.reinstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerDeactivated(Event):
    kind: ClassVar[str] = "partner.deactivated"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerReopened(Event):
    kind: ClassVar[str] = "partner.reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerMergedIn(Event):
    """Another record became part of this one; `changed` says which, and which of its values were taken."""

    kind: ClassVar[str] = "partner.merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerMergedAway(Event):
    """This record became part of another."""

    kind: ClassVar[str] = "partner.merged_away"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerMergeUndone(Event):
    kind: ClassVar[str] = "partner.merge_undone"


PARTNER_MOVED: Final[Mapping[str, type[Event]]] = {
    "submit": PartnerSubmitted,
    "start-review": PartnerReviewStarted,
    "request-changes": PartnerChangesRequested,
    "approve": PartnerApproved,
    "decline": PartnerDeclined,
    "suspend": PartnerSuspended,
    "reinstate": PartnerReinstated,
    "deactivate": PartnerDeactivated,
    "reopen": PartnerReopened,
}
"""The fact that each move leaves behind."""


PERSONAL: Final = frozenset({"name", "title", "email", "phone"})
"""How to reach somebody is personal: the log keeps that it changed, not what it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerContactAdded(Event):
    kind: ClassVar[str] = "partner.contact_added"
    sensitive: ClassVar[frozenset[str]] = PERSONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerContactChanged(Event):
    kind: ClassVar[str] = "partner.contact_changed"
    sensitive: ClassVar[frozenset[str]] = PERSONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerContactRemoved(Event):
    kind: ClassVar[str] = "partner.contact_removed"
    sensitive: ClassVar[frozenset[str]] = PERSONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerProgramsChanged(Event):
    """A program of the partner was added, edited or moved; the program's own fact tells how."""

    kind: ClassVar[str] = "partner.programs_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramAdded(Event):
    kind: ClassVar[str] = "program.added"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramChanged(Event):
    kind: ClassVar[str] = "program.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramSubmitted(Event):
    kind: ClassVar[str] = "program.submitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramApproved(Event):
    kind: ClassVar[str] = "program.approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramRetired(Event):
    kind: ClassVar[str] = "program.retired"


PROGRAM_MOVED: Final[Mapping[str, type[Event]]] = {
    "submit": ProgramSubmitted,
    "approve": ProgramApproved,
    "retire": ProgramRetired,
}
"""The fact that each move of a program leaves behind."""
