"""Opening an agreement to other districts and adopting one of theirs, on the wire."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Day, Line, Phrase, Prose, ReadModel, WriteModel
from alongside.core.lifecycle import AllowedMove

from .joining import AgreementTitle
from .refs import AgreementRef, PartnerRef, PersonRef, ProgramRef
from .text import TextDocumentRead
from .words import AgreementType, ProgramIds

OriginState = Literal["open", "on_hold", "closed", "over"]
AdoptedTerm = Literal[
    "type", "is_binding", "sections", "expectations", "resources", "financial_terms", "notice_days",
    "shares_student_records", "data_terms",
]  # fmt: skip


class OpeningCreate(WriteModel):
    """The words of the signed text that let other districts join, through which day they may (without one: as long as
    the agreement runs), and what the partner should know."""

    clause: Prose
    open_until: Day | None = None
    note: Line | None = None


class OpeningRead(ReadModel):
    """That other districts may join an agreement: what the office proposed, what the partner said, and how it ended.

    `is_open`: other districts read and adopt it today. `noted_on`: since when the office knows the partner's answer.
    `closed_by` end: the agreement or its time for others is over.
    """

    id: UUID
    version: int
    agreement: AgreementTitle
    partner: PartnerRef
    status: Literal["proposed", "open", "refused", "withdrawn", "closed"]
    is_open: bool
    clause: str
    open_until: date
    note: str | None
    proposed_by: PersonRef | None
    proposed_on: date
    decided_by: PersonRef | None
    decided_on: date | None
    noted_on: date | None
    closed_by: Literal["district", "partner", "end"] | None
    closed_on: date | None
    reason: str | None
    allowed_moves: list[AllowedMove]


class OpeningsRead(ReadModel):
    """What was said of opening one agreement, the newest first.

    `can_propose`: it is the caller's to propose; with `needs` something is in the way. `clauses`: paragraphs of the
    signed text that read as if they let other districts join, to choose from. `last_day`: the agreement's own.
    """

    id: UUID
    can_propose: bool
    needs: list[str]
    clauses: list[str]
    last_day: date
    items: list[OpeningRead]


class PartnerHere(ReadModel):
    """The same organization in the caller's district, and how it stands there."""

    id: UUID
    name: str
    status: str


class OpenAgreementRow(ReadModel):
    """An agreement of another district that one's own may join, and whether its partner is known here."""

    id: UUID
    district: str
    partner: str
    number: str
    type: AgreementType
    title: str
    starts_on: date
    ends_on: date
    clause: str
    text_sha256: str
    opened_on: date
    open_until: date
    state: OriginState
    partner_here: PartnerHere | None
    adopted_here: AgreementRef | None


class OpenAgreements(ReadModel):
    """What other districts opened, first of partners that are known here, then the newest."""

    items: list[OpenAgreementRow]


class OpenAgreementFilters(WriteModel):
    """`q`: in its title, number, partner or district."""

    q: Phrase | None = None


class AdoptionProposal(ReadModel):
    """What a draft would begin from: its days, and programs of the partner here that have the same names."""

    starts_on: date
    ends_on: date
    program_ids: list[UUID]


class OpenAgreementRead(OpenAgreementRow):
    """The same with the text as both parties signed it there; `can_adopt` is the caller's."""

    document: TextDocumentRead
    can_adopt: bool
    proposal: AdoptionProposal
    programs: list[ProgramRef]


class AdoptionCreate(WriteModel):
    """With which partner here, for which of its programs, and from when until when: at most as long as there."""

    partner_id: UUID
    starts_on: Day | None = None
    ends_on: Day | None = None
    program_ids: ProgramIds = Field(default_factory=list)


class AdoptedFrom(ReadModel):
    """Whose terms an agreement adopts, as they were on that day, and how that agreement stands by now.

    `changed`: what this one says otherwise; with none of it the district may spare law a second reading
    (`is_without_legal`). `over_on`: the first day on which the other one counts no more, when it ends early.
    """

    district: str
    number: str
    title: str
    clause: str
    text_sha256: str
    ends_on: date
    adopted_on: date
    adopted_by: PersonRef | None
    state: OriginState
    over_on: date | None
    changed: list[AdoptedTerm]
    is_without_legal: bool
