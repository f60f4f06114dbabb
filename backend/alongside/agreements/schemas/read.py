"""What an agreement says of itself: its words and parts, how far it is, and what may follow from it."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from alongside.core.fields import ReadModel
from alongside.core.lifecycle import AllowedMove

from .clauses import ClauseRead
from .ending import EndingNoticeRead, HoldRead, LapseRead
from .openings import AdoptedFrom
from .promises import ExpectationRead, ResourceRead
from .refs import AgreementRef, PartnerRef, PersonRef, ProgramRef, SchoolRef
from .review import BoardVoteOfAgreement, ReviewRead, ReviewStepRead
from .schools import SchoolAnswerRead
from .signing import AgreementDocumentRead, SignatoryRead, SignatureRead
from .templates import AgreementTemplateRead, StandingSectionRead
from .tree import ChoiceRead
from .words import (
    AgreementType,
    EffectiveStatus,
    Origin,
    Side,
    SigningOrder,
    SigningParty,
    Status,
    TermKind,
)


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
