"""What may be said of an agreement."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

from alongside.core.fields import Cents, Day, Line, Prose, WriteModel
from alongside.identity.schemas import Locale

from .data_terms import StudentData
from .templates import StandingSections
from .tree import TreeAnswersWrite
from .words import (
    CONSENT,
    AgreementType,
    Decision,
    ProgramIds,
    ReviewStep,
    SchoolIds,
    SigningParty,
    TermKind,
    TextSection,
    Topic,
)

NoticeDays = Annotated[int, Field(ge=0, le=365)]


class ExpectationWrite(WriteModel):
    """What a party does."""

    party: Literal["school", "partner", "joint"]
    topic: Topic
    text: Prose


class ResourceWrite(WriteModel):
    """What a party gives, at every school of the agreement unless it names one; `value` such as `"1800.00"`."""

    party: Literal["school", "partner", "district"]
    text: Prose
    value: Cents | None = None
    promised_by_on: Day | None = None
    school_id: UUID | None = None


Expectations = Annotated[list[ExpectationWrite], Field(max_length=100)]
Resources = Annotated[list[ResourceWrite], Field(max_length=100)]


class _Terms(WriteModel):
    """What an agreement may say besides who, what and when."""

    is_district_wide: bool = False
    term_kind: TermKind = "school_year"
    purpose: Prose | None = None
    populations: Prose | None = None
    schedule: Prose | None = None
    financial_terms: Prose | None = None
    cost: Cents | None = None
    funding_source: Line | None = None
    shares_student_records: bool = False
    notice_days: NoticeDays | None = None
    program_ids: ProgramIds = Field(default_factory=list)
    school_ids: SchoolIds = Field(default_factory=list)
    expectations: Expectations = Field(default_factory=list)
    resources: Resources = Field(default_factory=list)


class _Named(_Terms):
    """Of whom, of which type, from when until when."""

    partner_id: UUID
    type: AgreementType
    title: Line
    starts_on: Day
    ends_on: Day
    is_binding: bool = True


class AgreementCreate(_Named):
    """A draft. Both days belong to it. Programs and schools may follow before it is sent for review.

    It is binding unless it says otherwise or is of a type that never binds. With `answers`, another type than they
    lead to needs a `type_reason`. `template_version_id`: the published version whose standing terms it carries.
    """

    answers: TreeAnswersWrite | None = None
    type_reason: Line | None = None
    template_version_id: UUID | None = None


class AgreementUpdate(_Terms):
    """A merge patch: what is named changes, null clears, lists are replaced as they are given.

    Another `template_version_id` brings that version's sections; `sections` change those of a template that may be
    negotiated, and null takes the template's own again.
    """

    answers: TreeAnswersWrite | None = None
    type_reason: Line | None = None
    template_version_id: UUID | None = None
    sections: StandingSections | None = None

    type: AgreementType = Field(default_factory=lambda: "mou")
    title: Line = Field(default_factory=str)
    starts_on: Day = Field(default_factory=date.today)
    ends_on: Day = Field(default_factory=date.today)
    is_binding: bool = Field(default_factory=bool)


class ElsewhereSignature(WriteModel):
    """Who signed on paper."""

    party: SigningParty
    name: Line
    title: Line
    signed_on: Day


class AgreementRecord(_Named):
    """An agreement that was signed elsewhere: it enters fully signed, its schools as confirmed.

    Without `signed_elsewhere_on` it took effect on its first day.
    """

    signed_elsewhere_on: Day | None = None
    signatures: Annotated[list[ElsewhereSignature], Field(max_length=2)] = Field(default_factory=list)


class AgreementReason(WriteModel):
    """Why; everybody who sees the agreement reads it."""

    reason: Prose


class AgreementRenewal(WriteModel):
    """Why it goes on although both sides said at the last revisit that it should end."""

    reason: Prose | None = None


class AgreementTermination(WriteModel):
    """Ending it early: why, and the first day without it, which keeps the agreed notice (`notice_days`); left out,
    the earliest such day. The office may end it without notice for a cause. `papers`: what becomes of the papers;
    `paper_id`: the notice as a paper of this agreement. `student_data`: what becomes of
    the student records that were shared under it, by `student_data_due_on`; without a day, as the terms say."""

    reason: Prose
    ceases_on: Day | None = None
    for_cause: bool = False
    papers: Prose | None = None
    paper_id: UUID | None = None
    student_data: StudentData | None = None
    student_data_due_on: Day | None = None


class SectionNoteWrite(WriteModel):
    """What a reviewer writes beside one section of the text."""

    section: TextSection
    text: Prose


Notes = Annotated[list[SectionNoteWrite], Field(max_length=11)]


def _once_each(notes: list[SectionNoteWrite]) -> list[SectionNoteWrite]:
    if len({note.section for note in notes}) != len(notes):
        raise PydanticCustomError("one_note_each", "Write one note for each section")
    return notes


class ChangesWrite(AgreementReason):
    """What has to change, and notes beside the sections that it is about."""

    notes: Annotated[Notes, AfterValidator(_once_each)] = Field(default_factory=list)


class ReviewWrite(WriteModel):
    """A reviewer's word on a step; with `changes_requested` the comment says which, and the agreement goes back."""

    step: ReviewStep
    decision: Decision
    comment: Prose | None = None
    notes: Annotated[Notes, AfterValidator(_once_each)] = Field(default_factory=list)


Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class SignatureWrite(WriteModel):
    """A signature: name and title as typed, and consent to sign electronically.

    `consent_in` is the language in which the consent was read, whose words are kept with the signature; `sha256` is
    the hash of the text that was read: sent along, another text is refused.
    """

    name: Line
    title: Line
    consents: bool
    consent_in: Annotated[Locale, Field(json_schema_extra={"x-words": dict(CONSENT)})] = "en"
    sha256: Sha256 | None = None

    @field_validator("consents")
    @classmethod
    def _consented(cls, consents: bool) -> bool:
        if not consents:
            raise PydanticCustomError("consent", "Consent to signing electronically, or sign on paper")
        return consents


class PaperSignature(WriteModel):
    """A signature given with a pen: who, for which party, when; `sha256` as printed under the text that was signed,
    `document_id` the scan among the agreement's papers."""

    party: SigningParty
    name: Line
    title: Line
    signed_on: Day
    sha256: Sha256
    document_id: UUID


class PromiseWordWrite(WriteModel):
    """Whether something promised came: since when, or on which day it was seen not to have come. What did not come
    says why (`note`). Without a school: everywhere it was promised."""

    outcome: Literal["delivered", "not_delivered"]
    on: date | None = None
    note: Prose | None = None
    school_id: UUID | None = None
