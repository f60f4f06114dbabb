"""How an agreement is decided: the steps and words of review, and the vote of the board."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from alongside.core.fields import ReadModel

from .refs import PersonRef
from .words import (
    Decision,
    ReviewStep,
    TextSection,
)


class SectionNote(ReadModel):
    """What a reviewer wrote beside one section of the text."""

    section: TextSection
    text: str


class BoardVoteOfAgreement(ReadModel):
    """The board's vote on this agreement: when it met, the item of its agenda, the resolution."""

    id: UUID
    met_on: date
    item: str
    resolution: str
    outcome: Literal["approved", "declined"]
    note: str | None
    recorded_by: PersonRef
    recorded_at: datetime


class ReviewRead(ReadModel):
    """A reviewer's word; not `is_current`: the text was handed in again since."""

    id: UUID
    step: ReviewStep
    decision: Decision
    comment: str | None
    reviewer: PersonRef
    decided_at: datetime
    is_current: bool
    notes: list[SectionNote]


class ReviewStepRead(ReadModel):
    """A step that has to be passed before approval; `is_due`: it is this step's turn, which in a route with an order
    is one at a time; `is_yours`: the caller may decide it now."""

    step: ReviewStep
    decision: Literal["pending", "approved", "changes_requested"]
    is_due: bool
    is_yours: bool
