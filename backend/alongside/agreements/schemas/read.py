"""What an agreement says of itself."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from alongside.core.fields import ReadModel
from alongside.core.lifecycle import AllowedMove

from .clauses import ClauseRead
from .data_terms import StudentData
from .openings import AdoptedFrom
from .refs import AgreementRef, PartnerRef, PersonRef, ProgramRef, SchoolRef
from .templates import AgreementTemplateRead, StandingSectionRead
from .tree import ChoiceRead
from .words import (
    AgreementType,
    Confirmation,
    Decision,
    EffectiveStatus,
    Origin,
    ReviewStep,
    Side,
    SigningOrder,
    SigningParty,
    Status,
    TermKind,
    TextSection,
    Topic,
)


class SchoolAnswerRead(ReadModel):
    """A school that the agreement names, its principal's word, and what the caller may say for it.

    `added_on`: the office offered it to the school after everybody had signed, and its principal decides.
    `covered_from`: a word given after that counts from its day on; otherwise the agreement's first day does.
    `asked`: who can answer for it now; `answer_due_on`: by when, else it counts as silent;
    `can_take_back`: the caller may take the offer back; `can_leave_out`: the office may go on without the school,
    whose principal has not answered.
    """

    school: SchoolRef
    school_status: Literal["active", "closed", "merged"]
    confirmation: Confirmation
    confirmed_by: PersonRef | None
    confirmed_on: date | None
    reason: str | None
    added_on: date | None
    added_by: PersonRef | None
    covered_from: date | None
    answer_due_on: date | None
    asked: list[PersonRef]
    can_take_back: bool
    can_leave_out: bool
    allowed_moves: list[AllowedMove]


class PromiseWordRead(ReadModel):
    """What the side that should have received it says; without a school: everywhere."""

    school: SchoolRef | None
    outcome: Literal["delivered", "not_delivered"]
    on: date
    note: str | None
    side: Side
    by: PersonRef | None
    said_at: datetime


class ExpectationRead(ReadModel):
    """What a party does; it counts as done unless somebody says that it was not (`words`).

    `can_say_everywhere`, `can_say_at`: where the caller may say whether it came.
    """

    id: UUID
    party: Literal["school", "partner", "joint"]
    topic: Topic
    text: str
    words: list[PromiseWordRead]
    can_say_everywhere: bool
    can_say_at: list[UUID]


class ResourceRead(ReadModel):
    """What a party gives; without a school it is given at each. What is said of it is as with expectations.

    `delivered_on`: it came, at every school that it was promised to.
    """

    id: UUID
    party: Literal["school", "partner", "district"]
    text: str
    value: str | None
    promised_by_on: date | None
    delivered_on: date | None
    school: SchoolRef | None
    words: list[PromiseWordRead]
    can_say_everywhere: bool
    can_say_at: list[UUID]


class SectionNote(ReadModel):
    """What a reviewer wrote beside one section of the text."""

    section: TextSection
    text: str


class BoardVoteOfAgreement(ReadModel):
    """The board's vote on this agreement: when it met, the item of its agenda, the resolution."""

    id: UUID
    met_on: date
    item: str
    resolution: str
    outcome: Literal["approved", "declined"]
    note: str | None
    recorded_by: PersonRef
    recorded_at: datetime


class ReviewRead(ReadModel):
    """A reviewer's word; not `is_current`: the text was handed in again since."""

    id: UUID
    step: ReviewStep
    decision: Decision
    comment: str | None
    reviewer: PersonRef
    decided_at: datetime
    is_current: bool
    notes: list[SectionNote]


class ReviewStepRead(ReadModel):
    """A step that has to be passed before approval; `is_due`: it is this step's turn, which in a route with an order
    is one at a time; `is_yours`: the caller may decide it now."""

    step: ReviewStep
    decision: Literal["pending", "approved", "changes_requested"]
    is_due: bool
    is_yours: bool


class SignatureRead(ReadModel):
    """A given signature; a recall voids it and nothing deletes it. One on paper: who entered it, and its scan."""

    id: UUID
    party: SigningParty
    name: str
    title: str
    method: Literal["esign", "wet"]
    signed_on: date
    sha256: str | None
    entered_by: PersonRef | None
    document_id: UUID | None
    voided_at: datetime | None


class SignatoryRead(ReadModel):
    """Who may sign for a party."""

    party: SigningParty
    people: list[PersonRef]


class AgreementDocumentRead(ReadModel):
    """A paper that belongs to the agreement; its content is at `…/documents/{id}`."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    uploaded_at: datetime
    uploaded_by: PersonRef | None


class StepRead(ReadModel):
    """One of the five steps from draft to in force; `on` the day it was done, `days` how long it has been current."""

    key: Literal["drafted", "submitted", "review", "signatures", "in_force"]
    state: Literal["done", "current", "ahead", "stopped"]
    on: date | None
    by: str | None
    since_on: date | None
    days: int | None
    waits_for: list[Side]


class WhoRead(ReadModel):
    """Whose turn it is, and the people who can act; nobody when only time has to pass."""

    party: Side | None
    roles: list[str]
    names: list[str]


class BlockerRead(ReadModel):
    """One thing between the agreement and its first day in force; `is_now`: it can be done now."""

    code: str
    words: str
    who: WhoRead
    is_now: bool
    school: SchoolRef | None
    due_on: date | None


class WarningRead(ReadModel):
    """Something to know that stops nothing."""

    code: Literal["signed_late", "school_closed", "partner_not_approved", "starts_in_the_past", "ends_early", "amended"]
    words: str


class FollowUpRead(ReadModel):
    """What the caller may start from this agreement; with `needs` something is in the way.

    `without`: schools that the draft leaves out, since both sides said at the last revisit that it should end there.
    `asks_reason`: both sides said so everywhere, and it goes on only with a reason. `revisit_missing`: of the last
    revisit that was due, a word is missing.
    """

    kind: Literal["renewal", "amendment", "replacement"]
    needs: list[str]
    without: list[SchoolRef]
    asks_reason: bool
    warnings: list[Literal["revisit_missing"]]


class HoldRead(ReadModel):
    """A time on hold: its first day and the first day after it, null while it lasts."""

    from_on: date
    until_on: date | None
    reason: str | None


class EndingNoticeRead(ReadModel):
    """How a party ended it early: on which day it said so, for cause or with the agreed notice, and what becomes of
    the papers. `paper_id`: the notice as a paper of this agreement."""

    side: Literal["district", "partner"]
    given_on: date
    given_by: PersonRef | None
    for_cause: bool
    papers: str | None
    paper_id: UUID | None
    student_data: StudentData | None
    student_data_due_on: date | None


class LapseRead(ReadModel):
    """The days after an agreement that no signed renewal covers, open-ended without one. `missed_from` is the first of
    them on which one of its programs runs, or may run as far as is known; null: on none of them."""

    from_on: date
    through_on: date | None
    missed_from: date | None


class AgreementRead(ReadModel):
    """One agreement: the single truth, how far it is, and the next step.

    `ceases_on`: the first day on which it counts no more, though its last day lies ahead. `amended_from`: from then on
    an amendment says what it covers. `renewal_opens_on`: the day from which the next term is to be drafted.
    `adopted_from`: another district's agreement whose terms it adopts.
    `signed_as`: what the partner was called in law when it signed, null where it still is.
    `choice`: what was answered about it and led to its type, null when nobody asked. `sections`: its standing terms,
    from the version of the `template` that it was made with. `clauses`: their checklist, null where none is kept.
    `blockers` are the same for everybody; `allowed_moves`, `can_edit`, `can_add_documents`, `can_offer_schools` (to
    join what is signed) and `follow_ups` are the caller's.
    """

    id: UUID
    version: int
    number: str
    type: AgreementType
    is_binding: bool
    clears_programs: bool
    title: str
    partner: PartnerRef
    signed_as: str | None
    programs: list[ProgramRef]
    schools: list[SchoolAnswerRead]
    is_district_wide: bool
    starts_on: date
    ends_on: date
    effective_on: date | None
    ceases_on: date | None
    amended_from: date | None
    term_kind: TermKind
    origin: Origin
    drafted_by: Side
    author: PersonRef | None
    status: Status
    status_reason: str | None
    status_since: datetime
    effective_status: EffectiveStatus
    as_of: date
    days_left: int | None
    renewal_opens_on: date | None
    lapse: LapseRead | None
    holds: list[HoldRead]
    notice: EndingNoticeRead | None
    told_of_the_end: list[WhoRead]
    purpose: str | None
    populations: str | None
    schedule: str | None
    financial_terms: str | None
    cost: str | None
    funding_source: str | None
    shares_student_records: bool
    notice_days: int | None
    signed_elsewhere_on: date | None
    text_sha256: str | None
    expectations: list[ExpectationRead]
    resources: list[ResourceRead]
    review_steps: list[ReviewStepRead]
    is_route_in_order: bool
    signing_order: SigningOrder
    board: BoardVoteOfAgreement | None
    reviews: list[ReviewRead]
    signatories: list[SignatoryRead]
    signatures: list[SignatureRead]
    documents: list[AgreementDocumentRead]
    renews: AgreementRef | None
    renewal: AgreementRef | None
    amends: AgreementRef | None
    amendments: list[AgreementRef]
    supersedes: AgreementRef | None
    replacement: AgreementRef | None
    overlaps: list[AgreementRef]
    choice: ChoiceRead | None
    adopted_from: AdoptedFrom | None
    template: AgreementTemplateRead | None
    sections: list[StandingSectionRead]
    can_edit_sections: bool
    clauses: list[ClauseRead] | None
    steps: list[StepRead]
    blockers: list[BlockerRead]
    warnings: list[WarningRead]
    can_edit: bool
    can_add_documents: bool
    can_ask_again: bool
    paper_parties: list[SigningParty]
    can_offer_schools: bool
    allowed_moves: list[AllowedMove]
    follow_ups: list[FollowUpRead]
    created_at: datetime
    updated_at: datetime
