"""The wire shapes of partnerships, of who may enter a school, and of how programs fit a need."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Limit, Line, Prose, ReadModel, SchoolYear, WriteModel
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead

Stage = Literal["exploring", "planning", "ready_check", "active", "paused", "ended", "not_a_fit"]
Kind = Literal["specialized", "aligned", "core"]
NeedIds = Annotated[list[UUID], Field(max_length=20)]


class PartnershipSort(StrEnum):
    """How partnerships may be ordered."""

    UPDATED = "updated_at"
    UPDATED_DOWN = "-updated_at"


class PartnershipFilters(ListQuery):
    """`cleared` asks whether the program may work in the school on `effective_on`, today unless told otherwise."""

    school: UUID | None = None
    partner: UUID | None = None
    program: UUID | None = None
    stage: Stage | None = None
    need: UUID | None = None
    cleared: bool | None = None
    effective_on: date | None = None
    sort: PartnershipSort = PartnershipSort.UPDATED_DOWN


class PartnershipCreate(WriteModel):
    """A first conversation about a program at a school, and the needs of the school it may meet."""

    program_id: UUID
    school_id: UUID
    need_ids: NeedIds = Field(default_factory=list)
    schedule: Line | None = None
    place: Line | None = None
    kind: Kind = "specialized"


class PartnershipUpdate(WriteModel):
    """A merge patch. The partner's own people may change `schedule` and `partner_lead_id` only."""

    need_ids: NeedIds | None = None
    schedule: Line | None = None
    place: Line | None = None
    kind: Kind | None = None
    is_lead_partner: bool | None = None
    coordinator_id: UUID | None = None
    partner_lead_id: UUID | None = None


class PartnershipReason(WriteModel):
    """Why; the partner reads it, except when a program is no fit."""

    reason: Prose


class NamedRef(ReadModel):
    """A record by its name."""

    id: UUID
    name: str


class PartnerRef(ReadModel):
    """The partner, and where it stands with the district."""

    id: UUID
    name: str
    status: str


class ProgramRef(ReadModel):
    """The program, and when and for whom it works; an empty list is not known."""

    id: UUID
    name: str
    areas: list[str]
    times_of_day: list[str]
    weekdays: list[str]
    grades: list[str]


class NeedRef(ReadModel):
    """A need that the partnership addresses, with the reasons of fit as they stood when it was chosen."""

    id: UUID
    title: str
    area_code: str
    fit_words: str | None


class PersonToCall(ReadModel):
    """Whom to call; phone and e-mail where they are known. `id` is null for a contact without an account."""

    id: UUID | None
    name: str
    phone: str | None
    email: str | None


class BlockerWho(ReadModel):
    """Whose turn it is; nobody's when only time has to pass."""

    party: Literal["district", "school", "partner"] | None
    roles: list[str]


class BlockerWhoNamed(BlockerWho):
    """The same with the people who can act, as far as they are known."""

    names: list[str]


class BlockerItem(ReadModel):
    """One thing that keeps the program out; `due_on` is the day on which it passes by itself."""

    code: str
    words: str
    who: BlockerWho
    due_on: date | None


class BlockerRead(ReadModel):
    """One thing that keeps the program out, and who can act."""

    code: str
    words: str
    who: BlockerWhoNamed
    due_on: date | None


class ClearanceItem(ReadModel):
    """Whether the program may work in the school on the day; `cleared_through` is the last such day in sight."""

    cleared: bool
    cleared_through: date | None
    blockers: list[BlockerItem]


class ClearanceRead(ReadModel):
    """Whether the program may work in the school on the day, else what keeps it out and who can act."""

    cleared: bool
    cleared_through: date | None
    blockers: list[BlockerRead]


class CoveringAgreement(ReadModel):
    """An agreement that covers the program at the school, and what it is on the day."""

    id: UUID
    number: str
    title: str
    status: str
    confirmation: str | None
    effective_on: date | None
    ends_on: date


class PartnershipItem(ReadModel):
    """A row of the list."""

    id: UUID
    version: int
    partner: PartnerRef
    program: ProgramRef
    school: NamedRef
    stage: Stage
    kind: Kind
    is_lead_partner: bool
    schedule: str | None
    place: str | None
    coordinator: PersonToCall | None
    partner_lead: PersonToCall | None
    needs: list[NeedRef]
    effective_on: date
    is_at_work: bool
    clearance: ClearanceItem
    updated_at: datetime


class PartnershipPage(PageRead):
    """A page of partnerships."""

    items: list[PartnershipItem]


class PartnershipRead(ReadModel):
    """A program at a school: whom to call, which needs, how far it is, and whether it may work there on the day.

    `stage_reason` of a program that is no fit is shown to the school's leaders and the district only.
    """

    id: UUID
    version: int
    partner: PartnerRef
    program: ProgramRef
    school: NamedRef
    first_school_year: SchoolYear
    kind: Kind
    is_lead_partner: bool
    stage: Stage
    stage_reason: str | None
    schedule: str | None
    place: str | None
    started_on: date | None
    ended_on: date | None
    coordinator: PersonToCall | None
    partner_lead: PersonToCall | None
    needs: list[NeedRef]
    effective_on: date
    is_at_work: bool
    clearance: ClearanceRead
    agreements: list[CoveringAgreement]
    allowed_moves: list[AllowedMove]
    created_at: datetime
    updated_at: datetime


class EntryRead(ReadModel):
    """A program and whether its people may enter on the day; `meets_that_day` is null when its days are unknown."""

    id: UUID
    partner: PartnerRef
    program: ProgramRef
    stage: Stage
    may_enter: bool
    meets_that_day: bool | None
    cleared: bool
    cleared_through: date | None
    reasons: list[str]
    schedule: str | None
    place: str | None
    partner_lead: PersonToCall | None
    coordinator: PersonToCall | None


class EntryList(ReadModel):
    """Who may enter a school on a day: those who may first, by time of day."""

    school: NamedRef
    effective_on: date
    items: list[EntryRead]


class FitFilters(WriteModel):
    """`include_unfit` also lists programs whose area or grades rule them out, with the reason."""

    limit: Limit = 50
    effective_on: date | None = None
    strength: Literal["strong", "good", "partial", "unknown", "none"] | None = None
    include_unfit: bool = False


class CriterionRead(ReadModel):
    """One reason; what is not known is said as not known."""

    key: Literal["need_area", "grades", "capacity", "schedule", "language", "approval"]
    verdict: Literal["met", "partly", "not_met", "not_known"]
    words: str


class PartnershipHere(ReadModel):
    """What the partner already has, or had, at the school."""

    id: UUID
    program: NamedRef
    stage: Stage
    stage_reason: str | None


class FitRead(ReadModel):
    """How one program fits the need, in words. `may_start`: the caller may start a partnership with it here."""

    program: ProgramRef
    partner: PartnerRef
    strength: Literal["strong", "good", "partial", "unknown", "none"]
    words: str
    criteria: list[CriterionRead]
    overlaps: list[str]
    partnership_id: UUID | None
    partnerships: list[PartnershipHere]
    is_own_employer: bool
    may_start: bool


class FitNeed(ReadModel):
    """The need that programs are looked for."""

    id: UUID
    title: str
    area_code: str
    area: str
    grades: list[str]
    times_of_day: list[str]
    languages: list[str]
    est_students: int | None
    school: NamedRef


class FitList(ReadModel):
    """Programs that fit a need, best first; of `considered` programs `matching` passed the filter."""

    need: FitNeed
    effective_on: date
    considered: int
    matching: int
    items: list[FitRead]


class NeedCoverageRead(ReadModel):
    """How a need is covered on a day by programs at work in its school and cleared."""

    need_id: UUID
    effective_on: date
    state: Literal["unknown", "no_need", "unmet", "partial", "possible_duplication", "covered"]
    words: str
    programs: list[str]
    overlaps: list[list[str]]
    most_places: int | None
    enrolments: int | None
