"""Agreements, the schools and programs they cover, reviews, texts, signatures, promises and papers."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, LargeBinary, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, SQLModel

from alongside.core.models import TenantPart, TenantRow, instant, one_of, refers, words


class Agreement(TenantRow, table=True):
    """What both sides promised, for which programs and schools, from when until when (both days included).

    `origin` recorded: signed elsewhere and entered in one step. What is *effective* on a day is derived from
    the dates, never stored (rules). `ceases_on`: the first day on which it counts no more, though its last day lies
    ahead; `held_from`: on hold since; `amended_from`: the first day on which an amendment says what it covers.
    `drafted_by` is the side that wrote it, which outlives its author's role.
    `route_steps`, `is_route_in_order` and `signing_order` are the route as it was when the text was handed in; a
    route that changes later is for those that follow. `handed_in_hash`: the text that reviewers read, and before
    that the one they had asked to change.
    `answers`: to the questions that pick type and route; `recommended`: what they led to when the text was handed in;
    `type_reason`: why its author chose otherwise. `sections`: the standing terms that came with the template's version
    and, where they may be negotiated, what became of them.
    """

    __tablename__: ClassVar[Any] = "agreement"
    __table_args__ = (
        refers("partner_id", "partner"),
        refers("template_version_id", "agreement_template_version"),
        refers("renews_id", "agreement"),
        refers("amends_id", "agreement"),
        refers("supersedes_id", "agreement"),
        one_of("type", "mou", "moa", "school_partner_agreement", "services_contract", "space_use", "data_sharing",
               "research", "letter_of_agreement", "collaboration_plan"),
        one_of("term_kind", "school_year", "summer", "multi_year", "custom"),
        one_of("origin", "drafted", "recorded"),
        one_of("status", "draft", "submitted", "in_review", "changes_requested", "approved", "out_for_signature",
               "executed", "suspended", "terminated", "rejected", "withdrawn", "superseded"),
        one_of("drafted_by", "district", "school", "partner"),
        CheckConstraint("starts_on <= ends_on", name="dates_in_order"),
        one_of("signing_order", "any", "partner_first", "district_first"),
        CheckConstraint("notice_days between 0 and 365", name="notice_days_range"),
        CheckConstraint("cost_cents >= 0", name="cost_not_negative"),
        Index("agreement_number", "tenant_id", "number", unique=True),
        Index("agreement_one_renewal", "tenant_id", "renews_id", unique=True, postgresql_where=text(
            "renews_id is not null and status not in ('terminated', 'rejected', 'withdrawn', 'superseded')")),
        Index("agreement_one_replacement", "tenant_id", "supersedes_id", unique=True, postgresql_where=text(
            "supersedes_id is not null and status not in ('terminated', 'rejected', 'withdrawn', 'superseded')")),
        Index("agreement_amends", "tenant_id", "amends_id", postgresql_where=text("amends_id is not null")),
        Index("agreement_by_end", "tenant_id", "ends_on", "id"),
        Index("agreement_by_start", "tenant_id", "starts_on", "id"),
        Index("agreement_by_ceasing", "tenant_id", "ceases_on", "id", postgresql_where=text("ceases_on is not null")),
        Index("agreement_by_update", "tenant_id", "updated_at", "id"),
        Index("agreement_status_end", "tenant_id", "status", "ends_on", "id"),
        Index("agreement_status_update", "tenant_id", "status", "updated_at", "id"),
        Index("agreement_partner_end", "tenant_id", "partner_id", "ends_on", "id"),
        Index("agreement_partner_update", "tenant_id", "partner_id", "updated_at", "id"),
        Index("agreement_type_end", "tenant_id", "type", "ends_on", "id"),
        Index("agreement_type_update", "tenant_id", "type", "updated_at", "id"),
        Index("agreement_template_of", "tenant_id", "template_version_id",
              postgresql_where=text("template_version_id is not null")),
    )  # fmt: skip

    number: str
    type: str
    is_binding: bool = True
    title: str
    partner_id: UUID
    is_district_wide: bool = False
    starts_on: date
    ends_on: date
    effective_on: date | None = None
    term_kind: str = "school_year"
    origin: str = "drafted"
    status: str = "draft"
    status_reason: str | None = None
    status_since: datetime = instant(default=True)
    drafted_by: str = "district"
    author_id: UUID | None = Field(default=None, foreign_key="person.id")
    purpose: str | None = None
    populations: str | None = None
    schedule: str | None = None
    financial_terms: str | None = None
    cost_cents: int | None = Field(default=None, sa_type=BigInteger)
    funding_source: str | None = None
    shares_student_records: bool = False
    notice_days: int | None = None
    signed_elsewhere_on: date | None = None
    ceases_on: date | None = None
    held_from: date | None = None
    amended_from: date | None = None
    document_hash: str | None = None
    handed_in_hash: str | None = None
    handed_in_before_hash: str | None = None
    route_steps: list[str] | None = Field(default=None, sa_type=ARRAY(Text))
    is_route_in_order: bool = False
    signing_order: str = "any"
    submitted_at: datetime | None = instant(nullable=True)
    submitted_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    approved_at: datetime | None = instant(nullable=True)
    approved_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    renews_id: UUID | None = None
    amends_id: UUID | None = None
    supersedes_id: UUID | None = None
    answers: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    recommended: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    type_reason: str | None = None
    template_version_id: UUID | None = None
    sections: list[Any] | None = Field(default=None, sa_type=JSONB)


class AgreementHold(TenantPart, table=True):
    """A time on hold that is over: the first day of it, and the first day after it."""

    __tablename__: ClassVar[Any] = "agreement_hold"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        CheckConstraint("from_on < until_on", name="dates_in_order"),
        Index("agreement_hold_agreement", "tenant_id", "agreement_id", "from_on"),
    )

    agreement_id: UUID
    from_on: date
    until_on: date
    reason: str | None = None


class AgreementNotice(TenantPart, table=True):
    """How a party ended an agreement before its last day: who said so when, what becomes of the papers, and of the
    student records that were shared under it (`student_data`, by `student_data_due_on`)."""

    __tablename__: ClassVar[Any] = "agreement_notice"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("paper_id", "agreement_document"),
        one_of("side", "district", "partner"),
        one_of("student_data", "destroy", "return", "carry_on"),
        Index("agreement_notice_agreement", "tenant_id", "agreement_id", unique=True),
    )

    agreement_id: UUID
    side: str
    given_on: date
    given_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    for_cause: bool = False
    papers: str | None = None
    paper_id: UUID | None = None
    student_data: str | None = None
    student_data_due_on: date | None = None


class RenewalLead(TenantPart, table=True):
    """How long before the last day the next term of an agreement of this type is to be drafted here."""

    __tablename__: ClassVar[Any] = "renewal_lead"
    __table_args__ = (
        CheckConstraint("days between 0 and 365", name="days_range"),
        Index("renewal_lead_type", "tenant_id", "type", unique=True),
    )

    type: str
    days: int


class AgreementSeries(SQLModel, table=True):
    """The last number given in a year; its row lock makes numbers free of races and of gaps."""

    __tablename__: ClassVar[Any] = "agreement_series"

    tenant_id: UUID = Field(primary_key=True, foreign_key="tenant.id")
    year: int = Field(primary_key=True)
    last: int


class AgreementText(TenantPart, table=True):
    """A text as it was frozen for signature; signatures name it by its hash, voided ones too."""

    __tablename__: ClassVar[Any] = "agreement_text"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        Index("agreement_text_hash", "tenant_id", "agreement_id", "sha256", unique=True),
    )

    agreement_id: UUID
    sha256: str
    document: dict[str, Any] = Field(sa_type=JSONB)
    frozen_at: datetime = instant(default=True)


class AgreementProgram(TenantPart, table=True):
    """A program the agreement covers."""

    __tablename__: ClassVar[Any] = "agreement_program"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("program_id", "program"),
        Index("agreement_program_pair", "tenant_id", "agreement_id", "program_id", unique=True),
        Index("agreement_program_program", "tenant_id", "program_id"),
    )

    agreement_id: UUID
    program_id: UUID


class AgreementSchool(TenantPart, table=True):
    """A school the agreement covers, and its leader's word.

    `added_on`: the office offered it to the school after everybody had signed. `covered_from`: a word given after
    that counts from its day on and never for the days before.
    """

    __tablename__: ClassVar[Any] = "agreement_school"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("school_id", "school"),
        one_of("confirmation", "pending", "confirmed", "declined"),
        Index("agreement_school_pair", "tenant_id", "agreement_id", "school_id", unique=True),
        Index("agreement_school_school", "tenant_id", "school_id"),
    )

    agreement_id: UUID
    school_id: UUID
    confirmation: str = "pending"
    confirmed_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    confirmed_on: date | None = None
    reason: str | None = None
    added_on: date | None = None
    added_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    covered_from: date | None = None


class AgreementSchoolBefore(TenantPart, table=True):
    """A school leader's word until the day on which it became another; a trigger keeps it."""

    __tablename__: ClassVar[Any] = "agreement_school_before"
    __table_args__ = (
        refers("agreement_school_id", "agreement_school", on_delete="CASCADE"),
        Index("agreement_school_before_days", "tenant_id", "agreement_school_id", "until_on", unique=True),
    )

    agreement_school_id: UUID
    until_on: date
    confirmation: str
    covered_from: date | None = None


class AgreementReview(TenantPart, table=True):
    """A reviewer's word on one step; it counts (`is_current`) until the text is handed in again."""

    __tablename__: ClassVar[Any] = "agreement_review"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("board_vote_id", "board_vote"),
        one_of("step", "program", "legal", "risk", "privacy", "board"),
        one_of("decision", "approved", "changes_requested"),
        Index("agreement_review_agreement", "tenant_id", "agreement_id", "id"),
    )

    agreement_id: UUID
    step: str
    decision: str
    comment: str | None = None
    reviewer_id: UUID = Field(foreign_key="person.id")
    decided_at: datetime = instant(default=True)
    is_current: bool = True
    board_vote_id: UUID | None = None


class ReviewNote(TenantPart, table=True):
    """What a reviewer wrote beside one section of the text."""

    __tablename__: ClassVar[Any] = "review_note"
    __table_args__ = (
        refers("review_id", "agreement_review", on_delete="CASCADE"),
        one_of("section", "parties", "purpose", "programs", "schools", "students", "schedule", "promises", "costs",
               "records", "terms", "term"),
        Index("review_note_review", "tenant_id", "review_id", "section", unique=True),
    )  # fmt: skip

    review_id: UUID
    section: str
    text: str


class AgreementRoute(TenantRow, table=True):
    """How a district reviews and signs agreements of one type; without a row the trade's usual way holds."""

    __tablename__: ClassVar[Any] = "agreement_route"
    __table_args__ = (
        one_of("type", "mou", "moa", "school_partner_agreement", "services_contract", "space_use", "data_sharing",
               "research", "letter_of_agreement", "collaboration_plan"),
        one_of("signing_order", "any", "partner_first", "district_first"),
        Index("agreement_route_type", "tenant_id", "type", unique=True),
    )  # fmt: skip

    type: str
    steps: list[str] = Field(sa_type=ARRAY(Text))
    is_in_order: bool = False
    signing_order: str = "any"


class TreeAnswer(TenantRow, table=True):
    """Where an answer about a new agreement leads in this district; without a row where it usually does.

    `type`: what the agreement is to be, unless an earlier question decides that; `steps`: who reviews it besides.
    """

    __tablename__: ClassVar[Any] = "tree_answer"
    __table_args__ = (
        one_of("answer", "money_yes", "money_no", "space_yes", "space_no", "records_yes", "records_no", "few_visits",
               "every_week", "many_or_alone"),
        one_of("type", "mou", "moa", "school_partner_agreement", "services_contract", "space_use", "data_sharing",
               "research", "letter_of_agreement", "collaboration_plan"),
        Index("tree_answer_answer", "tenant_id", "answer", unique=True),
    )  # fmt: skip

    answer: str
    type: str | None = None
    is_binding: bool = True
    steps: list[str] = Field(sa_type=ARRAY(Text))


class AgreementTemplate(TenantRow, table=True):
    """The standing terms of agreements of one type, in numbered versions."""

    __tablename__: ClassVar[Any] = "agreement_template"
    __table_args__ = (
        refers("copied_from_id", "agreement_template"),
        one_of("type", "mou", "moa", "school_partner_agreement", "services_contract", "space_use", "data_sharing",
               "research", "letter_of_agreement", "collaboration_plan"),
        one_of("status", "open", "retired"),
        Index("agreement_template_name", "tenant_id", text("lower(name)"), unique=True),
    )  # fmt: skip

    name: str
    type: str
    status: str = "open"
    copied_from_id: UUID | None = None


class AgreementTemplateVersion(TenantPart, table=True):
    """One version of a template's text: once published it never changes; at most one is being written."""

    __tablename__: ClassVar[Any] = "agreement_template_version"
    __table_args__ = (
        refers("template_id", "agreement_template", on_delete="CASCADE"),
        CheckConstraint("number > 0", name="number_positive"),
        Index("agreement_template_version_number", "tenant_id", "template_id", "number", unique=True),
        Index("agreement_template_version_draft", "tenant_id", "template_id", unique=True,
              postgresql_where=text("published_at is null")),
    )  # fmt: skip

    template_id: UUID
    number: int
    is_negotiable: bool = True
    sections: list[Any] = Field(sa_type=JSONB)
    note: str | None = None
    published_at: datetime | None = instant(nullable=True)
    published_by_id: UUID | None = Field(default=None, foreign_key="person.id")


class ClauseWord(TenantPart, table=True):
    """How far both sides are with one clause of an agreement, as one of them said; the last word counts.

    Without a person it was set back by a change of the clause's text.
    """

    __tablename__: ClassVar[Any] = "clause_word"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        one_of("state", "not_yet_addressed", "under_discussion", "finalized"),
        one_of("side", "district", "school", "partner"),
        Index("clause_word_agreement", "tenant_id", "agreement_id", "code", "said_at", "id"),
    )

    agreement_id: UUID
    code: str
    state: str
    note: str | None = None
    side: str
    said_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    said_at: datetime = instant(default=True)


class BoardVote(TenantPart, table=True):
    """One recorded vote of the board: when it met, the item of its agenda, the resolution, and how it ended."""

    __tablename__: ClassVar[Any] = "board_vote"
    __table_args__ = (
        one_of("outcome", "approved", "declined"),
        Index("board_vote_met", "tenant_id", "met_on", "id"),
    )

    met_on: date
    item: str
    resolution: str
    outcome: str
    note: str | None = None
    recorded_by_id: UUID = Field(foreign_key="person.id")
    recorded_at: datetime = instant(default=True)


class BoardVoteAgreement(TenantPart, table=True):
    """An agreement that a vote moved."""

    __tablename__: ClassVar[Any] = "board_vote_agreement"
    __table_args__ = (
        refers("vote_id", "board_vote", on_delete="CASCADE"),
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        Index("board_vote_agreement_pair", "tenant_id", "vote_id", "agreement_id", unique=True),
        Index("board_vote_agreement_agreement", "tenant_id", "agreement_id"),
    )

    vote_id: UUID
    agreement_id: UUID


class Signature(TenantPart, table=True):
    """One party's signature on one frozen text; a recall voids it, nothing deletes it.

    Signed on paper: `document_id` is the scan, `entered_by_id` who says that it shows this signature.
    """

    __tablename__: ClassVar[Any] = "signature"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("document_id", "agreement_document"),
        one_of("party", "district", "partner"),
        one_of("method", "esign", "wet"),
        Index("signature_agreement", "tenant_id", "agreement_id", "id"),
    )

    agreement_id: UUID
    party: str
    signer_id: UUID | None = Field(default=None, foreign_key="person.id")
    signer_name: str
    signer_title: str
    method: str
    signed_on: date
    signed_at: datetime = instant(default=True)
    document_hash: str | None = None
    has_consented: bool = False
    consent_words: str | None = None
    ip_address: str | None = None
    entered_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    document_id: UUID | None = None
    voided_at: datetime | None = instant(nullable=True)


class Expectation(TenantPart, table=True):
    """What a party promises to do: under the agreement, or (with `plan_id`) at the school of a site plan alone."""

    __tablename__: ClassVar[Any] = "expectation"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        one_of("party", "school", "partner", "joint"),
        one_of("topic", "space", "schedule", "communication", "recruitment_referral", "staffing", "materials", "data",
               "family_contact", "safety", "facilities", "dispute_resolution", "revisit"),
        refers("plan_id", "site_plan", on_delete="CASCADE"),
        Index("expectation_agreement", "tenant_id", "agreement_id", "position"),
        Index("expectation_plan", "tenant_id", "plan_id", "position", postgresql_where=text("plan_id is not null")),
    )  # fmt: skip

    agreement_id: UUID
    plan_id: UUID | None = None
    position: int
    party: str
    topic: str
    text: str


class ResourceCommitment(TenantPart, table=True):
    """What a party promises to give: how much, worth what, by when, and whether it came."""

    __tablename__: ClassVar[Any] = "resource_commitment"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("school_id", "school"),
        one_of("party", "school", "partner", "district"),
        CheckConstraint("value_cents >= 0", name="value_not_negative"),
        Index("resource_commitment_agreement", "tenant_id", "agreement_id", "position"),
    )

    agreement_id: UUID
    position: int
    school_id: UUID | None = None
    party: str
    text: str
    value_cents: int | None = None
    promised_by_on: date | None = None
    delivered_on: date | None = None


class PromiseWord(TenantPart, table=True):
    """What the side that should have received it says of a promise, at one school or (without one) everywhere."""

    __tablename__: ClassVar[Any] = "promise_word"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("expectation_id", "expectation", on_delete="CASCADE"),
        refers("resource_id", "resource_commitment", on_delete="CASCADE"),
        refers("school_id", "school"),
        one_of("outcome", "delivered", "not_delivered"),
        one_of("side", "district", "school", "partner"),
        CheckConstraint("(expectation_id is null) <> (resource_id is null)", name="one_promise"),
        Index("promise_word_expectation", "tenant_id", "expectation_id", "school_id", unique=True,
              postgresql_nulls_not_distinct=True, postgresql_where=text("expectation_id is not null")),
        Index("promise_word_resource", "tenant_id", "resource_id", "school_id", unique=True,
              postgresql_nulls_not_distinct=True, postgresql_where=text("resource_id is not null")),
        Index("promise_word_agreement", "tenant_id", "agreement_id", "id"),
    )  # fmt: skip

    agreement_id: UUID
    expectation_id: UUID | None = None
    resource_id: UUID | None = None
    school_id: UUID | None = None
    outcome: str
    on_day: date
    note: str | None = None
    side: str
    said_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    said_at: datetime = instant(default=True)


class AgreementDocument(TenantPart, table=True):
    """A paper that belongs to an agreement, such as the scan of one signed elsewhere."""

    __tablename__: ClassVar[Any] = "agreement_document"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        Index("agreement_document_agreement", "tenant_id", "agreement_id", "id"),
    )

    agreement_id: UUID
    name: str
    media_type: str
    sha256: str
    size: int
    content: bytes = Field(sa_type=LargeBinary)
    uploaded_at: datetime = instant(default=True)
    uploaded_by_id: UUID | None = Field(default=None, foreign_key="person.id")


class Revisit(TenantPart, table=True):
    """A day by which both sides look at the agreement again; known from its dates once it is fully signed.

    `amendment_id`: the last one that was drafted because both sides asked for changes.
    """

    __tablename__: ClassVar[Any] = "revisit"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("amendment_id", "agreement"),
        CheckConstraint("opens_on <= due_on", name="dates_in_order"),
        Index("revisit_agreement", "tenant_id", "agreement_id", "due_on", unique=True),
        Index("revisit_due", "tenant_id", "due_on", "id"),
    )

    agreement_id: UUID
    school_year: str
    opens_on: date
    due_on: date
    amendment_id: UUID | None = None


class RevisitWord(TenantPart, table=True):
    """One side's word at a revisit, for one school or (without one) the whole district."""

    __tablename__: ClassVar[Any] = "revisit_word"
    __table_args__ = (
        refers("revisit_id", "revisit", on_delete="CASCADE"),
        refers("school_id", "school"),
        one_of("side", "school", "partner"),
        one_of("outcome", "confirmed", "revised", "end"),
        Index("revisit_word_place", "tenant_id", "revisit_id", "school_id", "side", unique=True,
              postgresql_nulls_not_distinct=True),
    )  # fmt: skip

    revisit_id: UUID
    school_id: UUID | None = None
    side: str
    outcome: str
    note: str | None = None
    said_by_id: UUID = Field(foreign_key="person.id")
    said_on: date
    said_at: datetime = instant(default=True)


class DataTerms(TenantPart, table=True):
    """What a data sharing agreement says about the records, element by element; purpose, students and term are the
    agreement's own. What has to be there depends on the `basis` (rules)."""

    __tablename__: ClassVar[Any] = "data_terms"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        one_of("basis", "consent", "school_official", "studies", "audit_evaluation", "directory"),
        CheckConstraint("destruction_days between 0 and 3650", name="destruction_days_range"),
        CheckConstraint("breach_hours between 1 and 720", name="breach_hours_range"),
        Index("data_terms_agreement", "tenant_id", "agreement_id", unique=True),
    )

    agreement_id: UUID
    basis: str | None = None
    data_elements: list[str] = words()
    directory_elements: list[str] = words()
    users: str | None = None
    institutional_function: str | None = None
    direct_control: str | None = None
    representative: str | None = None
    no_identification: bool = False
    consent: str | None = None
    opt_outs: str | None = None
    may_redisclose: bool = False
    redisclosure: str | None = None
    security: str | None = None
    retention: str | None = None
    destruction_days: int | None = None
    breach_hours: int | None = None
    breach_contact: str | None = None
    parents_access: str | None = None
    framework: str | None = None


class DataDestruction(TenantPart, table=True):
    """That the student records shared under an agreement were destroyed or given back: the partner's certificate."""

    __tablename__: ClassVar[Any] = "data_destruction"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("document_id", "agreement_document"),
        Index("data_destruction_agreement", "tenant_id", "agreement_id", unique=True),
    )

    agreement_id: UUID
    destroyed_on: date
    method: str
    certified_by: str
    certifier_title: str
    document_id: UUID
    recorded_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    recorded_at: datetime = instant(default=True)


class SitePlan(TenantRow, table=True):
    """What one school and the partner intend under a legal agreement: not binding, agreed by both sides' word.

    What it is on a day follows from its dates and from the agreement above it (rules). `agreed_on`: the day of the
    second word. `ceased_on`: the first day without it, when it was ended or another took its place. `copied_from_id`:
    the plan whose words it began with.
    """

    __tablename__: ClassVar[Any] = "site_plan"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("school_id", "school"),
        refers("copied_from_id", "site_plan"),
        one_of("kind", "collaboration_plan", "letter_of_agreement", "expectations_worksheet"),
        one_of("status", "draft", "proposed", "changes_requested", "agreed", "ended", "replaced", "withdrawn"),
        one_of("drafted_by", "district", "school", "partner"),
        CheckConstraint("starts_on <= ends_on", name="dates_in_order"),
        Index("site_plan_agreement", "tenant_id", "agreement_id", "school_id"),
        Index("site_plan_school_update", "tenant_id", "school_id", "updated_at", "id"),
        Index("site_plan_by_update", "tenant_id", "updated_at", "id"),
        Index("site_plan_one_open", "tenant_id", "agreement_id", "school_id", unique=True, postgresql_where=text(
            "status in ('draft', 'proposed', 'changes_requested')")),
        Index("site_plan_one_agreed", "tenant_id", "agreement_id", "school_id", unique=True, postgresql_where=text(
            "status = 'agreed'")),
    )  # fmt: skip

    agreement_id: UUID
    school_id: UUID
    kind: str = "collaboration_plan"
    starts_on: date
    ends_on: date
    vision: str | None = None
    schedule: str | None = None
    place: str | None = None
    participants: str | None = None
    communication: str | None = None
    status: str = "draft"
    status_reason: str | None = None
    status_since: datetime = instant(default=True)
    drafted_by: str = "school"
    author_id: UUID | None = Field(default=None, foreign_key="person.id")
    copied_from_id: UUID | None = None
    agreed_on: date | None = None
    ceased_on: date | None = None


class SitePlanWord(TenantPart, table=True):
    """One side's word for a plan; asking for changes takes both back."""

    __tablename__: ClassVar[Any] = "site_plan_word"
    __table_args__ = (
        refers("plan_id", "site_plan", on_delete="CASCADE"),
        one_of("side", "school", "partner"),
        Index("site_plan_word_side", "tenant_id", "plan_id", "side", unique=True),
    )

    plan_id: UUID
    side: str
    said_by_id: UUID = Field(foreign_key="person.id")
    said_on: date
    said_at: datetime = instant(default=True)


class JoinRequest(TenantRow, table=True):
    """A school that asks to join what another school has signed; the office answers, the terms stay as they are."""

    __tablename__: ClassVar[Any] = "join_request"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("school_id", "school"),
        one_of("status", "asked", "accepted", "refused", "withdrawn"),
        Index("join_request_one_open", "tenant_id", "agreement_id", "school_id", unique=True, postgresql_where=text(
            "status = 'asked'")),
        Index("join_request_school", "tenant_id", "school_id", "id"),
    )  # fmt: skip

    agreement_id: UUID
    school_id: UUID
    status: str = "asked"
    note: str | None = None
    is_principals: bool = False
    asked_by_id: UUID = Field(foreign_key="person.id")
    asked_on: date
    decided_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    decided_on: date | None = None
    reason: str | None = None
