"""The board's votes, as requests and answers."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Day, Line, Prose, ReadModel, WriteModel

from .refs import AgreementRef, PersonRef


class BoardVoteWrite(WriteModel):
    """One vote on several agreements: all of them move or none does."""

    met_on: Day
    item: Line
    resolution: Line
    outcome: Literal["approved", "declined"] = "approved"
    note: Prose | None = None
    agreement_ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]


class BoardVoteRead(ReadModel):
    """A recorded vote with every agreement that it moved."""

    id: UUID
    version: int
    met_on: date
    item: str
    resolution: str
    outcome: Literal["approved", "declined"]
    note: str | None
    recorded_by: PersonRef
    recorded_at: datetime
    agreements: list[AgreementRef]


class BoardVotesRead(ReadModel):
    """The latest votes, the last meeting first."""

    items: list[BoardVoteRead]
