"""The wire shapes of the home page's tasks and figures, the partner's grid, and the thread."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from alongside.agreements.schemas import AgreementRead
from alongside.agreements.schemas.refs import AgreementRef
from alongside.agreements.schemas.words import AgreementType
from alongside.core.fields import Day, ReadModel
from alongside.core.telling import SaidRead
from alongside.needs.schemas import NeedRead
from alongside.papers.schemas import PaperAbout, PaperItem, RequirementKind, RequirementRead
from alongside.partners.schemas import PartnerRead
from alongside.partnerships.schemas import PaperDue, PartnershipRead
from alongside.targets.schemas import TargetRead


class Named(ReadModel):
    """A record by its name."""

    id: UUID
    name: str


class TaskRest(ReadModel):
    """Of an agreement that ends into a summer in which none of its programs runs: its own last day, the last day of
    instruction before, and the first day on which one of the programs is missed, where they are known."""

    ends_on: date
    last_day_on: date | None
    missed_from: date | None


class TaskRead(ReadModel):
    """Something that waits for the caller. `kind` says what to do (reports/rules.py), `due_on` when at the latest.

    `rests`: an agreement to renew whose programs rest in the summer that follows; its task is due on the last day of
    instruction instead of its own, while that lies ahead.
    """

    kind: str
    object_type: str
    id: UUID
    title: str
    due_on: date | None
    waiting_since_on: date | None
    urgency: Literal["overdue", "this_week", "later"]
    school: Named | None
    partner: Named | None
    rests: TaskRest | None


class FigureRead(ReadModel):
    """A number for the home page; `of` is the whole that it is a part of."""

    key: str
    value: int
    of: int | None


class Tasks(ReadModel):
    """What needs attention on a day."""

    effective_on: date
    items: list[TaskRead]
    figures: list[FigureRead]


class DistrictRef(ReadModel):
    """A district or network by its address and name."""

    slug: str
    name: str


class DistrictTasks(ReadModel):
    """What waits for the caller in another district on its own day: how many, how many late or soon, and the first."""

    district: DistrictRef
    effective_on: date
    count: int
    overdue: int
    this_week: int
    items: list[TaskRead]


class TasksElsewhere(ReadModel):
    """Every other district where the caller works, by name."""

    items: list[DistrictTasks]


class GridAgreement(ReadModel):
    """The agreement that counts for one program at one school: in force, else the one on its way."""

    id: UUID
    number: str
    status: str
    effective_status: str
    ends_on: date
    confirmation: str | None


class GridTarget(ReadModel):
    """A target at the school, the school's word, and the last result's day."""

    id: UUID
    name: str
    status: str
    word: str
    last_result_on: date | None
    result_due_on: date | None


class GridBlocker(ReadModel):
    """What is missing, and on which side the next step lies."""

    code: str
    words: str
    said: SaidRead
    party: str | None
    due_on: date | None
    about: PaperAbout | None


class GridRow(ReadModel):
    """One program at one school."""

    tenant: str
    partnership_id: UUID
    school: Named
    partner: Named
    program: Named
    stage: str
    cleared: bool
    blockers: list[GridBlocker]
    papers_due: list[PaperDue]
    agreement: GridAgreement | None
    targets: list[GridTarget]


class GridTenant(ReadModel):
    """A district or network in which the caller works for a partner; `is_here` marks the session's own."""

    slug: str
    name: str
    is_here: bool
    effective_on: date


class Grid(ReadModel):
    """A partner's schools × what is missing, in every district where the caller works."""

    tenants: list[GridTenant]
    items: list[GridRow]


class NeedDecided(ReadModel):
    """Who approved a need with its assessment, and when it was published."""

    need_id: UUID
    approved_on: date | None
    approved_by: str | None
    published_on: date | None


class Decided(ReadModel):
    """Who decided and when, where the parts of the thread do not say it themselves."""

    started_on: date | None
    started_by: str | None
    needs: list[NeedDecided]


class Thread(ReadModel):
    """Need → partner → agreement → target → result of one partnership, each part as its own address answers it.

    `needs`, `agreements` and `targets` hold those that the caller may see.
    """

    effective_on: date
    decided: Decided
    partnership: PartnershipRead
    needs: list[NeedRead]
    partner: PartnerRead
    agreements: list[AgreementRead]
    targets: list[TargetRead]


class Left(ReadModel):
    """What is missing still, and at which schools."""

    code: str
    words: str
    said: SaidRead
    due_on: date | None
    about: PaperAbout | None
    schools: list[str]


class Unlocks(ReadModel):
    """At how many of a partner's schools every program is clear now and once a paper is accepted.

    `frees` counts programs at schools that become clear, `helps` those with one paper less to come.
    """

    schools: int
    clear_now: int
    clear_then: int
    frees: int
    helps: int
    words: str
    left: list[Left]


class PaperUnlocks(Unlocks):
    """What one paper unlocks."""

    paper_id: UUID
    effective_on: date


class WaitingPaper(PaperItem):
    """A paper that waits for review, for how long, and what it frees."""

    waiting_days: int
    unlocks: Unlocks


class PaperQueue(ReadModel):
    """The papers that wait for review, those that free most programs first."""

    effective_on: date
    items: list[WaitingPaper]


class OwedPlace(ReadModel):
    """A program at a school."""

    partnership_id: UUID
    school: Named
    program: Named


class Owed(ReadModel):
    """What is missing of a requirement, whose turn it is, and where; `due_on` where it keeps nobody out yet."""

    code: str
    words: str
    said: SaidRead
    party: Literal["district", "partner"]
    due_on: date | None
    about: PaperAbout
    places: list[OwedPlace]


class AskedPaper(ReadModel):
    """A requirement: at how many programs at schools it is asked of the partner, and at how many it is met; until
    `met_through` it stays so with what is there. `papers` are those that were handed in for it, the newest first."""

    requirement: Named
    kind: RequirementKind
    terms: RequirementRead
    enforced_from: date
    is_enforced: bool
    asked_at: int
    met_at: int
    met_through: date | None
    papers: list[PaperItem]
    missing: list[Owed]


class PartnerPapers(ReadModel):
    """What the district asks of a partner on a day, what is missing first."""

    effective_on: date
    partner: Named
    can_edit: bool
    items: list[AskedPaper]


class PacketQuery(BaseModel):
    """Which agreements the packet holds (without any, all that wait for the board), and for which meeting."""

    agreement: Annotated[list[UUID], Field(max_length=200)] | None = None
    meets_on: Day | None = None


class PacketResult(ReadModel):
    """What a target came to in a year, in a sentence that hides what small groups would give away."""

    id: UUID
    program: str
    target: str
    finding: str
    finding_said: list[SaidRead]
    suppressed: bool
    school_count: int


class LastYear(ReadModel):
    """The school year before, and what the agreement's programs reached in it."""

    school_year: str
    results: list[PacketResult]


class PacketPaper(ReadModel):
    """A paper that the district asks of the partner: at how many of its programs at schools it is there."""

    requirement: str
    asked_at: int
    met_at: int
    met_through: date | None


class PacketItem(ReadModel):
    """One agreement as the board reads it; `needs`: what it lacks before the board can vote, nothing when ready."""

    id: UUID
    number: str
    title: str
    type: AgreementType
    partner: Named
    programs: list[Named]
    schools: list[Named]
    is_district_wide: bool
    starts_on: date
    ends_on: date
    status: str
    kind: Literal["new", "renewal", "amendment"]
    renews: AgreementRef | None
    amends: AgreementRef | None
    purpose: str | None
    cost: str | None
    funding_source: str | None
    financial_terms: str | None
    stated_value: str | None
    last_year: LastYear
    papers: list[PacketPaper]
    needs: list[str]


class BoardPacket(ReadModel):
    """What the board reads: `count` agreements, what they cost together, and how many of them state no amount."""

    version: int
    district: str
    as_of: date
    meets_on: date | None
    count: int
    total_cost: str
    without_cost: int
    items: list[PacketItem]
    missing: list[UUID]
