"""The wire shapes of partnerships: listed, and in full."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from alongside.core.fields import Day, ReadModel, SchoolYear
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead

from .clearance import ClearanceItem, ClearanceRead, CoveringAgreement
from .refs import Kind, NamedRef, NeedRef, PartnerRef, PersonToCall, ProgramRef, Stage


class PartnershipSort(StrEnum):
    """How partnerships may be ordered."""

    UPDATED = "updated_at"
    UPDATED_DOWN = "-updated_at"


class PartnershipFilters(ListQuery):
    """`cleared` asks whether the program may work in the school on `effective_on`, today unless told otherwise, and
    `at_work` whether it is at work there; `stage` is that of the day.
    `runs` leaves out what is known not to run on the day, in summer or outside it, or asks for that alone.
    `agreement` asks for what an agreement names: its programs at its schools."""

    school: UUID | None = None
    partner: UUID | None = None
    program: UUID | None = None
    stage: Stage | None = None
    need: UUID | None = None
    agreement: UUID | None = None
    cleared: bool | None = None
    at_work: bool | None = None
    runs: bool | None = None
    effective_on: Day | None = None
    sort: PartnershipSort = PartnershipSort.UPDATED_DOWN


class PartnershipItem(ReadModel):
    """A row of the list. `principal` leads the school, `signatory` signs for the partner: whom to call about a word or
    a signature that is missing."""

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
    principal: PersonToCall | None
    signatory: PersonToCall | None
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

    `stage_reason` of a program that is no fit is shown to the school's leaders and the district only. `can_change`
    names the fields that you may change. `coordinator` and `partner_lead` are whom to call; the ids beside them are
    null when nobody was chosen and it is the school's coordinator or the partner's contact.
    `may_share_agreement`: while no agreement covers it, the program's partnerships at other schools that one draft may
    cover with it; each is named by its school.
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
    min_cleared_people: int
    started_on: date | None
    ended_on: date | None
    coordinator: PersonToCall | None
    partner_lead: PersonToCall | None
    coordinator_id: UUID | None
    partner_lead_id: UUID | None
    needs: list[NeedRef]
    effective_on: date
    is_at_work: bool
    clearance: ClearanceRead
    agreements: list[CoveringAgreement]
    may_share_agreement: list[NamedRef]
    allowed_moves: list[AllowedMove]
    can_change: list[str]
    created_at: datetime
    updated_at: datetime


class LeadChoices(ReadModel):
    """Whom you may name today as the one to call: at the school, and at the partner."""

    coordinators: list[NamedRef]
    partner_leads: list[NamedRef]
