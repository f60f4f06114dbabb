"""The annual revisit on the wire."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Prose, ReadModel, WriteModel

from .plans import PlanKind, PlanStatus
from .refs import AgreementRef, PartnerRef, PersonRef, SchoolRef

Outcome = Literal["confirmed", "revised", "end"]
RevisitSide = Literal["school", "partner"]
State = Literal["ahead", "open", "overdue", "answered", "missed"]


class RevisitWordRead(ReadModel):
    """One side's word: it goes on as it is, with changes, or it should end."""

    side: RevisitSide
    outcome: Outcome
    note: str | None
    by: PersonRef
    on: date


class AskedSide(ReadModel):
    """A side whose word is missing, and the people who can give it."""

    side: RevisitSide
    names: list[str]


class PlanAtRevisit(ReadModel):
    """The site plan that both sides agreed for the school, looked at in the same sitting."""

    id: UUID
    kind: PlanKind
    status: PlanStatus


class RevisitSchoolRead(ReadModel):
    """The revisit at one school; without one: of a district-wide agreement. `outcome` comes with both words.

    `last_words`: what was said there at the revisit before. `is_yours`: your side's word is missing; `can_say`: you
    may give it, or change it while the other side's is missing.
    """

    school: SchoolRef | None
    state: State
    outcome: Outcome | None
    words: list[RevisitWordRead]
    last_words: list[RevisitWordRead]
    waits_for: list[RevisitSide]
    who: list[AskedSide]
    is_yours: bool
    can_say: bool
    plan: PlanAtRevisit | None


class RevisitRead(ReadModel):
    """One revisit; as a whole it is as late as the latest of its schools. `amendment`: the last one it asked for."""

    id: UUID
    school_year: str
    last_school_year: str | None
    opens_on: date
    due_on: date
    state: State
    overdue_schools: int
    schools: list[RevisitSchoolRead]
    waits_for: list[RevisitSide]
    can_answer: bool
    can_amend: bool
    amendment: AgreementRef | None


class ComparedPromise(ReadModel):
    """A promise beside last year's."""

    change: Literal["kept", "added", "dropped"]
    kind: Literal["expectation", "resource"]
    party: Literal["school", "partner", "district", "joint"]
    text: str


class MissedPromise(ReadModel):
    """Something promised that did not come during the year."""

    party: Literal["school", "partner", "district", "joint"]
    text: str
    on: date
    note: str | None
    school: SchoolRef | None


class Comparison(ReadModel):
    """This year's promises beside last year's, and what did not come."""

    last_year_from: date
    promises: list[ComparedPromise]
    not_delivered: list[MissedPromise]


class RevisitsRead(ReadModel):
    """An agreement's revisits; `current_id` is the latest that has opened, `side` the one that you speak for."""

    id: UUID
    version: int
    as_of: date
    agreement: AgreementRef
    partner: PartnerRef
    side: RevisitSide | None
    items: list[RevisitRead]
    current_id: UUID | None
    comparison: Comparison | None


class RevisitException(WriteModel):
    """Another word for one of the schools."""

    school_id: UUID
    outcome: Outcome
    note: Prose | None = None


class RevisitAnswer(WriteModel):
    """Your side's word, once for every school that waits for it, with exceptions by school.

    Whatever is not simply confirmed says why (`note`). With `school_ids` it is for these alone.
    """

    outcome: Outcome
    note: Prose | None = None
    school_ids: Annotated[list[UUID], Field(min_length=1, max_length=1000)] | None = None
    exceptions: Annotated[list[RevisitException], Field(max_length=1000)] = Field(default_factory=list)


class OverdueRevisit(ReadModel):
    """An agreement whose revisit is past its day at a school, and whose word is missing there."""

    id: UUID
    title: str
    partner: PartnerRef
    due_on: date
    waits_for: list[RevisitSide]


class OverdueSchool(ReadModel):
    """A school with revisits past their day; without one: district-wide agreements."""

    school: SchoolRef | None
    overdue: int
    since_on: date
    agreements: list[OverdueRevisit]


class OverdueRevisits(ReadModel):
    """Overdue revisits by school, of the agreements that you see."""

    as_of: date
    total: int
    items: list[OverdueSchool]
