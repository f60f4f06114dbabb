"""Facts about agreements."""

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
class AgreementSettingsChanged(Event):
    """The district set when agreements are looked at again, or when renewals open."""

    kind: ClassVar[str] = "tenant.agreements_set"


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
class AgreementSchoolAdded(Event):
    """Offered to one more school after everybody had signed; its principal decides."""

    kind: ClassVar[str] = "agreement.school_added"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSchoolRemoved(Event):
    """The offer to one more school was taken back before its principal answered."""

    kind: ClassVar[str] = "agreement.school_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseAnswered(Event):
    """The side that should have received a promise says whether it came."""

    kind: ClassVar[str] = "agreement.promise_answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseWordUndone(Event):
    """Said again that nothing is said."""

    kind: ClassVar[str] = "agreement.promise_word_undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisitWordGiven(Event):
    """One side gave its word at the annual revisit."""

    kind: ClassVar[str] = "agreement.revisit_answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTermsWritten(Event):
    """What a data sharing agreement says of student records."""

    kind: ClassVar[str] = "agreement.data_terms_written"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDestructionCertified(Event):
    """The student records were destroyed or given back."""

    kind: ClassVar[str] = "agreement.data_destruction_certified"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardVoteRecorded(Event):
    """The board voted; each agreement has its own event besides."""

    kind: ClassVar[str] = "board_vote.recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRouteSet(Event):
    """The district changed how agreements of one type are reviewed and signed."""

    kind: ClassVar[str] = "agreement_route.set"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDrafted(Event):
    kind: ClassVar[str] = "site_plan.drafted"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEdited(Event):
    kind: ClassVar[str] = "site_plan.edited"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanProposed(Event):
    """Put to both sides."""

    kind: ClassVar[str] = "site_plan.proposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAgreed(Event):
    """One side gave its word; with the second one it is agreed."""

    kind: ClassVar[str] = "site_plan.agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChangesRequested(Event):
    kind: ClassVar[str] = "site_plan.changes_requested"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWithdrawn(Event):
    kind: ClassVar[str] = "site_plan.withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEnded(Event):
    kind: ClassVar[str] = "site_plan.ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReplaced(Event):
    """The next plan of the school was agreed."""

    kind: ClassVar[str] = "site_plan.replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinAskedFor(Event):
    """A school asks to join what another school has signed."""

    kind: ClassVar[str] = "join_request.asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinAccepted(Event):
    kind: ClassVar[str] = "join_request.accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinRefused(Event):
    kind: ClassVar[str] = "join_request.refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinWithdrawn(Event):
    kind: ClassVar[str] = "join_request.withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningProposed(Event):
    """The office asks the partner whether other districts may join."""

    kind: ClassVar[str] = "agreement.opening_proposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningAgreed(Event):
    """The partner said yes: from now on other districts read it."""

    kind: ClassVar[str] = "agreement.opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningRefused(Event):
    kind: ClassVar[str] = "agreement.opening_refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningWithdrawn(Event):
    kind: ClassVar[str] = "agreement.opening_withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningNoted(Event):
    """The office has read the partner's answer."""

    kind: ClassVar[str] = "agreement.opening_noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningClosed(Event):
    """No other district joins any more; those that did keep what they signed."""

    kind: ClassVar[str] = "agreement.opening_closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementAdopted(Event):
    """Drafted with the terms of another district's agreement."""

    kind: ClassVar[str] = "agreement.adopted"


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginChanged(Event):
    """What it adopts was put on hold, closed, or is over; nothing here changed by it."""

    kind: ClassVar[str] = "agreement.origin_changed"


OPENING_MOVED: Final[Mapping[str, type[Event]]] = {
    "agree": OpeningAgreed,
    "refuse": OpeningRefused,
    "withdraw": OpeningWithdrawn,
    "close": OpeningClosed,
    "note": OpeningNoted,
}

JOIN_MOVED: Final[Mapping[str, type[Event]]] = {
    "accept": JoinAccepted,
    "refuse": JoinRefused,
    "withdraw": JoinWithdrawn,
}

PLAN_MOVED: Final[Mapping[str, type[Event]]] = {
    "propose": PlanProposed,
    "agree": PlanAgreed,
    "request-changes": PlanChangesRequested,
    "withdraw": PlanWithdrawn,
    "end": PlanEnded,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeAnswerSet(Event):
    """The district changed where an answer about new agreements leads."""

    kind: ClassVar[str] = "tree_answer.set"


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeAnswerReturned(Event):
    """The district went back to the usual way of an answer about new agreements."""

    kind: ClassVar[str] = "tree_answer.returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateAdded(Event):
    kind: ClassVar[str] = "agreement_template.added"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateEdited(Event):
    """What its next version is to say was changed; published versions stay."""

    kind: ClassVar[str] = "agreement_template.edited"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateDraftDropped(Event):
    kind: ClassVar[str] = "agreement_template.draft_dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePublished(Event):
    kind: ClassVar[str] = "agreement_template.published"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateWithdrawn(Event):
    kind: ClassVar[str] = "agreement_template.retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateReinstated(Event):
    kind: ClassVar[str] = "agreement_template.reinstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseMoved(Event):
    """One side said how far a clause of the checklist is."""

    kind: ClassVar[str] = "agreement.clause_moved"


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
