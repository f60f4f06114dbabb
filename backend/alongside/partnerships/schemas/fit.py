"""The wire shapes of how programs fit a need, and of how it is covered."""

from datetime import date
from typing import Literal
from uuid import UUID

from alongside.core.fields import Day, Limit, ReadModel, WriteModel
from alongside.core.telling import SaidRead

from .refs import NamedRef, PartnerRef, ProgramRef, Stage


class FitFilters(WriteModel):
    """`include_unfit` also lists programs whose area or grades rule them out, with the reason."""

    limit: Limit = 50
    effective_on: Day | None = None
    strength: Literal["strong", "good", "partial", "unknown", "none"] | None = None
    include_unfit: bool = False


class CriterionRead(ReadModel):
    """One reason; what is not known is said as not known."""

    key: Literal["need_area", "grades", "capacity", "schedule", "language", "approval"]
    verdict: Literal["met", "partly", "not_met", "not_known"]
    words: str
    said: SaidRead


class PartnershipHere(ReadModel):
    """What the partner already has, or had, at the school."""

    id: UUID
    program: NamedRef
    stage: Stage
    stage_reason: str | None


class FitRead(ReadModel):
    """How one program fits the need, in words; `said` are their parts.

    `may_start`: the caller may start a partnership with it here.
    """

    program: ProgramRef
    partner: PartnerRef
    strength: Literal["strong", "good", "partial", "unknown", "none"]
    words: str
    said: list[SaidRead]
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
