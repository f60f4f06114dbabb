"""The shapes of links, what they ask, answers, and delegates on the wire."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from alongside.agreements.schemas import SectionRead
from alongside.core.fields import Day, Line, Prose, ReadModel, WriteModel
from alongside.identity.schemas import Locale

Kind = Literal["confirm_school", "sign_agreement", "agree_target"]
Delegable = Literal["confirm_school", "agree_target"]
Answer = Literal["yes", "no"]
Token = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Digits = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]


class Ref(ReadModel):
    id: UUID
    name: str


class LinkOpen(WriteModel):
    """The secret behind `#` in the link's address."""

    token: Token


class AgreementAsked(ReadModel):
    """What an agreement says, as far as a decision needs it; its whole text is a request away.

    `is_offer`: everybody has signed, and this school may join. `sha256`: the frozen text that would be signed.
    """

    id: UUID
    number: str
    type: str
    partner: Ref
    school: Ref | None
    is_offer: bool
    party: Literal["district", "partner"] | None
    district: str
    starts_on: date
    ends_on: date
    programs: list[str]
    is_district_wide: bool
    schools: list[str]
    purpose: str | None
    schedule: str | None
    financial_terms: str | None
    shares_student_records: bool
    school_promises: list[str]
    partner_promises: list[str]
    sha256: str | None


class TargetAsked(ReadModel):
    """What a target aims at; `my_schools` are those for which the answer counts (none: it is the partner's)."""

    id: UUID
    partner: Ref
    program: str
    schools: list[str]
    my_schools: list[str]
    side: Literal["school", "partner"]
    need: str | None
    measure: str
    unit: str
    direction: str
    population_words: str
    baseline_value: float | None
    target_value: float | None
    period_starts_on: date
    period_ends_on: date
    school_year: str
    data_source: str | None


class DecisionRead(ReadModel):
    """One decision. `state`: `open` waits for an answer, `changed` has other words by now, `gone` waits no more."""

    id: UUID
    kind: Kind
    state: Literal["open", "changed", "gone"]
    title: str | None
    on_behalf_of: str | None
    answers: list[Answer]
    needs_code: bool
    agreement: AgreementAsked | None
    target: TargetAsked | None


class DecisionsRead(ReadModel):
    """What a link asks for. `email_hint`: where the code goes."""

    person: str
    email_hint: str
    district: str
    locale: str
    today: date
    expires_on: date
    is_demonstration: bool
    items: list[DecisionRead]


class DecisionTextRead(ReadModel):
    """An agreement's whole text, as `sha256` names it."""

    title: str
    subtitle: str
    sections: list[SectionRead]
    sha256: str


class AnswerWrite(WriteModel):
    """A no says why; the other side reads it."""

    id: UUID
    answer: Answer
    reason: Prose | None = None


class LinkSignature(WriteModel):
    """Name and title as typed, and consent to sign electronically."""

    name: Line
    title: Line
    consents: bool
    consent_in: Locale = "en"


class AnswersWrite(WriteModel):
    """All answers at once; the link works no more afterwards. Signing needs the code and a signature."""

    answers: Annotated[list[AnswerWrite], Field(min_length=1, max_length=60)]
    code: Digits | None = None
    signature: LinkSignature | None = None


class DecisionRecorded(ReadModel):
    """What was recorded: `status` is where the record stands now."""

    id: UUID
    kind: Kind
    answer: Answer
    title: str
    partner: str
    school: str | None
    on_behalf_of: str | None
    reason: str | None
    status: str
    sha256: str | None


class DecisionsRecorded(ReadModel):
    """`left`: how many of the link's decisions still wait; a new link brings them."""

    recorded_at: AwareDatetime
    person: str
    items: list[DecisionRecorded]
    left: int


class NotMe(WriteModel):
    """Who it should be, if that is known."""

    reason: Prose | None = None


class NewLink(WriteModel):
    """A link that worked once; without it, the one that is open here."""

    token: Token | None = None


class NewLinkAsked(ReadModel):
    """Always the same answer, whether or not anything waits for anybody."""

    asked: Literal[True]


class AskAgain(WriteModel):
    """Whose word is wanted, by the record that waits for it."""

    object_type: Literal["agreement", "target"]
    object_id: UUID


class AskedAgain(ReadModel):
    """Who was written to; `not_written_to` were asked within the hour or have switched this e-mail off."""

    written_to: list[str]
    not_written_to: list[str]


class DelegationCreate(WriteModel):
    """Who decides, what, and from when until when (both days included); a signature is nobody's to lend."""

    delegate_id: UUID
    decisions: Annotated[list[Delegable], Field(min_length=1, max_length=2)]
    starts_on: Day
    ends_on: Day


class DelegationRead(ReadModel):
    id: UUID
    version: int
    person: Ref
    delegate: Ref
    decisions: list[Delegable]
    starts_on: date
    ends_on: date
    status: Literal["coming", "standing", "over"]


class DelegateChoice(ReadModel):
    """Somebody whom the caller may name."""

    id: UUID
    name: str
    role: str
    title: str | None


class DelegationsRead(ReadModel):
    """Whom the caller named, for whom they stand in, and whom they may name (nobody: they lead no school)."""

    named: list[DelegationRead]
    standing_in: list[DelegationRead]
    choices: list[DelegateChoice]
