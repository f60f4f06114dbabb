"""The wire shapes of what is done to all partners of a question."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from alongside.core.fields import Prose, ReadModel, WriteModel

from .directory import PartnerQuestion
from .words import PartnerRef, PartnerStatus

BulkMove = Literal["start-review", "suspend", "reinstate", "deactivate"]


class BulkLeftOut(ReadModel):
    """Partners of the question that the move passes over: their `status` does not allow it, or the one who asks is
    employed by them (`employer`)."""

    because: Literal["status", "employer"]
    status: PartnerStatus
    count: int


class BulkOffer(ReadModel):
    """A move and whom it would concern. `partners` names the first twenty in the order of names; `fingerprint`
    stands for all of them."""

    move: BulkMove
    count: int
    fingerprint: str
    partners: list[PartnerRef]
    left_out: list[BulkLeftOut]
    asks_reason: bool


class BulkOffers(ReadModel):
    """How many partners the question has, and the moves that concern any of them."""

    total: int
    most: int
    moves: list[BulkOffer]


class BulkSeen(WriteModel):
    """How many partners were told to whoever decides, and the fingerprint that came with the number."""

    count: Annotated[int, Field(ge=1, le=100_000)]
    fingerprint: Annotated[str, StringConstraints(pattern="^[0-9a-f]{32}$")]


class BulkMoveWrite(WriteModel):
    """One move for every partner of the question that it concerns: all of them or none."""

    move: BulkMove
    question: PartnerQuestion
    seen: BulkSeen
    reason: Prose | None = None


class BulkMoved(ReadModel):
    """How many partners were moved."""

    move: BulkMove
    count: int
    left_out: int
