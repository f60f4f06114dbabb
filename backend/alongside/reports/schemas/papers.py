"""Papers across programs and schools: what one unlocks, those that wait, and what a partner still owes."""

from datetime import date
from typing import Literal
from uuid import UUID

from alongside.core.fields import ReadModel
from alongside.core.telling import SaidRead
from alongside.papers.schemas import PaperAbout, PaperItem, RequirementKind, RequirementRead

from .refs import Named


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
