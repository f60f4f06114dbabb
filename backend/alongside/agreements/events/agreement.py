"""Facts of one agreement, from its draft to its end, and which of them each move leaves behind."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDrafted(Event):
    kind: ClassVar[str] = "agreement.drafted"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRecorded(Event):
    """Signed elsewhere and entered in one step."""

    kind: ClassVar[str] = "agreement.recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEdited(Event):
    kind: ClassVar[str] = "agreement.edited"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSubmitted(Event):
    kind: ClassVar[str] = "agreement.submitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReviewStarted(Event):
    kind: ClassVar[str] = "agreement.review_started"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReviewed(Event):
    """A reviewer gave their word on a step."""

    kind: ClassVar[str] = "agreement.reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementChangesRequested(Event):
    kind: ClassVar[str] = "agreement.changes_requested"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementApproved(Event):
    kind: ClassVar[str] = "agreement.approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRejected(Event):
    kind: ClassVar[str] = "agreement.rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSentForSignature(Event):
    kind: ClassVar[str] = "agreement.sent_for_signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSigned(Event):
    """One party signed."""

    kind: ClassVar[str] = "agreement.signed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureDeclined(Event):
    """A signatory does not sign, and says why; the office calls the agreement back or talks to them."""

    kind: ClassVar[str] = "agreement.signature_declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementWordDisowned(Event):
    """Somebody who was asked says that it is not theirs to decide."""

    kind: ClassVar[str] = "agreement.word_disowned"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementExecuted(Event):
    """The last party signed."""

    kind: ClassVar[str] = "agreement.executed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRecalled(Event):
    kind: ClassVar[str] = "agreement.recalled"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSuspended(Event):
    kind: ClassVar[str] = "agreement.suspended"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReinstated(Event):
    kind: ClassVar[str] = "agreement.reinstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementTerminated(Event):
    kind: ClassVar[str] = "agreement.terminated"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSuperseded(Event):
    """Another agreement, or another amendment, takes its place."""

    kind: ClassVar[str] = "agreement.superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRestored(Event):
    """What was to take its place never begins."""

    kind: ClassVar[str] = "agreement.restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementAmended(Event):
    """An amendment of it was fully signed."""

    kind: ClassVar[str] = "agreement.amended"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFollowed(Event):
    """An amendment went on hold, back or to its end with the agreement that it changes."""

    kind: ClassVar[str] = "agreement.followed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementWithdrawn(Event):
    kind: ClassVar[str] = "agreement.withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSchoolConfirmed(Event):
    kind: ClassVar[str] = "agreement.school_confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSchoolDeclined(Event):
    kind: ClassVar[str] = "agreement.school_declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPaperAdded(Event):
    kind: ClassVar[str] = "agreement.paper_added"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardVoteRecorded(Event):
    """The board voted; each agreement has its own event besides."""

    kind: ClassVar[str] = "board_vote.recorded"


MOVED: Final[Mapping[str, type[Event]]] = {
    "submit": AgreementSubmitted,
    "start-review": AgreementReviewStarted,
    "request-changes": AgreementChangesRequested,
    "approve": AgreementApproved,
    "reject": AgreementRejected,
    "send-for-signature": AgreementSentForSignature,
    "recall": AgreementRecalled,
    "suspend": AgreementSuspended,
    "reinstate": AgreementReinstated,
    "withdraw": AgreementWithdrawn,
    "confirm": AgreementSchoolConfirmed,
    "decline": AgreementSchoolDeclined,
}
"""The fact that each move leaves behind."""
