"""Site plans under a legal agreement, on the wire."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Day, Line, Prose, ReadModel, WriteModel
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead

from .promises import PromiseWordRead
from .refs import PartnerRef, PersonRef, ProgramRef, SchoolRef
from .words import EffectiveStatus, Side, Topic
from .write import ExpectationWrite

PlanKind = Literal["collaboration_plan", "letter_of_agreement", "expectations_worksheet"]
PlanStatus = Literal[
    "draft", "proposed", "changes_requested", "withdrawn", "scheduled", "in_force", "on_hold", "expired", "ended",
    "replaced",
]  # fmt: skip
PlanReason = Literal[
    "agreement_not_signed", "agreement_on_hold", "agreement_over", "school_left", "ended_early", "replaced"
]
PlanSide = Literal["school", "partner"]


class PlanExpectation(ReadModel):
    """What a party does at this school. What is said of it, and by whom, is as with the agreement's own."""

    id: UUID
    party: Literal["school", "partner", "joint"]
    topic: Topic
    text: str
    words: list[PromiseWordRead]
    can_say: bool


class PlanWordRead(ReadModel):
    """A side's word, or who can give the one that is missing."""

    side: PlanSide
    by: PersonRef | None
    on: date | None
    asked: list[PersonRef]
    is_yours: bool


class PlanAgreementRef(ReadModel):
    """The legal agreement above a plan, and what it is on the day."""

    id: UUID
    number: str
    title: str
    effective_status: EffectiveStatus
    starts_on: date
    ends_on: date


class PlanOrigin(ReadModel):
    """The plan whose words this one began with."""

    id: UUID
    school: SchoolRef


class PlanRevisit(ReadModel):
    """The sitting at which both sides look at the agreement, and at this plan with it."""

    school_year: str
    opens_on: date
    due_on: date
    outcome: Literal["confirmed", "revised", "end"] | None


class SitePlanRead(ReadModel):
    """What a school and a partner intend under a legal agreement. It binds neither side.

    `status` is what it is on the day `as_of`, from its dates and the agreement's; `because` when that agreement, the
    school or another plan made it so. `ceased_on`: the first day without it. `last_revisit` is the last one that both
    sides answered at this school, `next_revisit` the one to come or open now.
    """

    id: UUID
    version: int
    kind: PlanKind
    agreement: PlanAgreementRef
    partner: PartnerRef
    school: SchoolRef
    programs: list[ProgramRef]
    starts_on: date
    ends_on: date
    vision: str | None
    schedule: str | None
    place: str | None
    participants: str | None
    communication: str | None
    expectations: list[PlanExpectation]
    status: PlanStatus
    because: PlanReason | None
    as_of: date
    status_reason: str | None
    status_since: datetime
    drafted_by: Side
    author: PersonRef | None
    words: list[PlanWordRead]
    agreed_on: date | None
    ceased_on: date | None
    copied_from: PlanOrigin | None
    last_revisit: PlanRevisit | None
    next_revisit: PlanRevisit | None
    can_edit: bool
    can_write_next: bool
    allowed_moves: list[AllowedMove]
    created_at: datetime
    updated_at: datetime


class SitePlanLine(ReadModel):
    """A plan in a list; `waits_for`: whose word is missing once it was proposed."""

    id: UUID
    kind: PlanKind
    status: PlanStatus
    because: PlanReason | None
    starts_on: date
    ends_on: date
    agreed_on: date | None
    waits_for: list[PlanSide]


class SchoolPlan(ReadModel):
    """A school under an agreement with the plan that both sides agreed, and the one under way.

    `is_covered`: its principal has confirmed. `can_write`: you may draft one here.
    """

    school: SchoolRef
    is_covered: bool
    plan: SitePlanLine | None
    under_way: SitePlanLine | None
    can_write: bool


class AgreementPlans(ReadModel):
    """The site plans under an agreement: `have` of the `of` schools that it covers have one that was agreed and is not
    over. `may_hold`: it is a legal agreement, and not one that changes another; `is_asked`: the district asks for a
    plan at every school."""

    id: UUID
    as_of: date
    may_hold: bool
    is_asked: bool
    have: int
    of: int
    schools: list[SchoolPlan]


class SitePlanItem(SitePlanLine):
    """A row of the list: a plan with its school and the agreement above it."""

    school: SchoolRef
    agreement: PlanAgreementRef
    partner: PartnerRef
    updated_at: datetime


class SitePlanPage(PageRead):
    """A page of site plans."""

    items: list[SitePlanItem]


class SitePlanSort(StrEnum):
    """How site plans may be ordered."""

    UPDATED = "updated_at"
    UPDATED_DOWN = "-updated_at"


class SitePlanFilters(ListQuery):
    """Site plans at a school, of a partner, or under an agreement, as they stand on `effective_on`."""

    school: UUID | None = None
    partner: UUID | None = None
    agreement: UUID | None = None
    effective_on: Day | None = None
    sort: SitePlanSort = SitePlanSort.UPDATED_DOWN


class _PlanTerms(WriteModel):
    kind: PlanKind = "collaboration_plan"
    starts_on: Day | None = None
    ends_on: Day | None = None
    vision: Prose | None = None
    schedule: Prose | None = None
    place: Line | None = None
    participants: Prose | None = None
    communication: Prose | None = None
    expectations: Annotated[list[ExpectationWrite], Field(max_length=50)] = Field(default_factory=list)


class SitePlanCreate(_PlanTerms):
    """A plan's draft for one school. Without days of its own it has the agreement's."""

    school_id: UUID


class SitePlanUpdate(_PlanTerms):
    """A merge patch: what is named changes, null clears (its days: to the agreement's), the list is replaced."""


class SitePlanCopies(WriteModel):
    """Drafts for these schools that begin with the words of a plan (`from_id`) of the same partner, which may stand
    under another agreement, such as last year's. The place stays behind, except for the plan's own school."""

    from_id: UUID
    school_ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]
