"""The words in which the log is told: a fact as a sentence, a field by its name."""

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, str]] = {
    "agreement.changes_requested": "Changes were asked for",
    "agreement.executed": "Fully signed",
    "agreement.adopted": "Drafted with another district's terms",
    "agreement.opened": "The partner agreed: other districts may join",
    "agreement.opening_closed": "Closed to other districts",
    "agreement.opening_proposed": "Proposed that other districts may join",
    "agreement.opening_noted": "Noted what the partner answered about other districts",
    "agreement.opening_refused": "The partner does not want other districts to join",
    "agreement.opening_withdrawn": "The proposal that other districts may join was taken back",
    "agreement.origin_changed": "The agreement that it adopts changed in its district",
    "agreement.paper_added": "A paper was added",
    "agreement.promise_answered": "Somebody said whether a promise came",
    "agreement.promise_word_undone": "What was said of a promise was taken back",
    "agreement.recalled": "Called back from signature",
    "agreement.recorded": "Entered; it was signed elsewhere",
    "agreement.reinstated": "Taken off hold",
    "agreement.review_started": "The review began",
    "agreement.reviewed": "A reviewer gave their word",
    "agreement.revisit_answered": "One side answered the annual revisit",
    "agreement.school_added": "Offered to one more school",
    "agreement.school_confirmed": "The principal confirmed a school",
    "agreement.school_declined": "The principal declined for a school",
    "agreement.school_removed": "The offer to a school was taken back",
    "agreement.sent_for_signature": "Sent for signature",
    "agreement.signature_declined": "A signatory does not sign",
    "agreement.signed": "One party signed",
    "agreement.submitted": "Sent for review",
    "agreement.word_disowned": "Somebody who was asked said it is not theirs to decide",
    "agreement.superseded": "Replaced by another agreement",
    "agreement.restored": "Goes on; what was to take its place never begins",
    "agreement.amended": "Changed by an amendment",
    "agreement.followed": "Went with the agreement that it changes",
    "tenant.agreements_set": "Set when agreements are looked at again and renewals open",
    "agreement.suspended": "Put on hold",
    "need.addressed": "A partnership began to work on it",
    "need.evidence_added": "Evidence was added",
    "need.evidence_removed": "Evidence was removed",
    "need.matched": "A program was found for it",
    "need.prioritized": "Put in order",
    "need.released": "No partnership is for it any more",
    "needs_assessment.analyzing_began": "The evidence was studied",
    "needs_assessment.collecting_began": "Evidence was collected",
    "needs_assessment.needs_changed": "Its needs were changed",
    "needs_assessment.prioritizing_began": "Its needs were put in order",
    "needs_assessment.reopened": "Opened again as a new version",
    "needs_assessment.submitted": "Sent to the principal",
    "needs_assessment.superseded": "Replaced by a new version",
    "paper.added": "A paper was begun",
    "paper.file_added": "A scan was attached",
    "paper.submitted": "Handed in for review",
    "paper_requirement.added": "A paper is asked for",
    "paper_requirement.changed": "Its terms or words were changed",
    "paper_requirement.retired": "No longer asked for",
    "paper_waiver.given": "Waived for a time",
    "paper_waiver.revoked": "The waiver was taken back",
    "partner.changes_requested": "Changes were asked for",
    "partner.contact_added": "A contact was added",
    "partner.contact_changed": "A contact was changed",
    "partner.contact_removed": "A contact was removed",
    "partner.programs_changed": "Its programs were changed",
    "partner.merge_undone": "A merge was undone",
    "partner.merged": "Another record became part of it",
    "partner.merged_away": "Became part of another record",
    "partner.reinstated": "Taken off hold",
    "partner.reopened": "Opened again",
    "partner.review_started": "The review began",
    "partner.submitted": "Sent for review",
    "partner.suspended": "Put on hold",
    "partner.took_pack": "Took what its pack from another district says",
    "partnership.activated": "Work began",
    "partnership.not_a_fit": "Found to be no fit",
    "partnership.planned": "Planning began",
    "partnership.readied": "The plan was finished",
    "partnership.started": "The first conversation",
    "program.submitted": "Sent for review",
    "result.restored": "Counts again; its correction was rejected",
    "result.superseded": "Replaced by a correction",
    "site_plan.agreed": "One side agreed",
    "site_plan.changes_requested": "Changes were asked for",
    "site_plan.drafted": "A plan was begun",
    "site_plan.edited": "What it says was changed",
    "site_plan.proposed": "Put to the school and the partner",
    "site_plan.replaced": "The next plan of the school takes its place",
    "staff_member.added": "Put on the staff list",
    "staff_member.changed": "What is known of them was changed",
    "staff_member.check_added": "A background check was entered",
    "staff_member.check_verified": "The result of a background check was verified",
    "target.agreed": "One side agreed",
    "target.opened": "Results are kept from now on",
    "target.proposed": "Put to the other side",
    "target.revised": "Revised in a new version",
    "target.school_opted_out": "A school opted out",
    "target.word_disowned": "Somebody who was asked said it is not theirs to decide",
}
"""Where the fact's own name would read badly; any other is said by its name: `school.renamed` is School renamed."""

_LABELS: Final[Mapping[str, str]] = {
    "copied_from": "Copied from", "delegate_for": "Delegate for", "ein": "EIN", "how": "How",
     "is_title_one": "Title I", "need_ids": "Needs", "program_ids": "Programs",
    "school_ids": "Schools",
    "stage_reason": "Reason", "status_reason": "Reason",
}  # fmt: skip


def sentence(kind: str) -> str:
    """A fact in words: ``agreement.executed`` is "Fully signed"."""
    if (said := SENTENCES.get(kind)) is not None:
        return said
    return kind.replace(".", " ").replace("_", " ").capitalize()


def label(field: str) -> str:
    """A field in words: ``ends_on`` is "Ends", ``partner_lead_id`` "Partner lead"."""
    if (said := _LABELS.get(field)) is not None:
        return said
    bare = field
    for ending in ("_id", "_ids", "_on", "_at", "_cents"):
        bare = bare.removesuffix(ending)
    return bare.removeprefix("is_").replace("_", " ").capitalize()
