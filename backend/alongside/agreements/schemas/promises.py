"""What the parties promise, and what is said of it."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from alongside.core.fields import ReadModel

from .refs import PersonRef, SchoolRef
from .words import (
    Side,
    Topic,
)


class PromiseWordRead(ReadModel):
    """What the side that should have received it says; without a school: everywhere."""

    school: SchoolRef | None
    outcome: Literal["delivered", "not_delivered"]
    on: date
    note: str | None
    side: Side
    by: PersonRef | None
    said_at: datetime


class ExpectationRead(ReadModel):
    """What a party does; it counts as done unless somebody says that it was not (`words`).

    `can_say_everywhere`, `can_say_at`: where the caller may say whether it came.
    """

    id: UUID
    party: Literal["school", "partner", "joint"]
    topic: Topic
    text: str
    words: list[PromiseWordRead]
    can_say_everywhere: bool
    can_say_at: list[UUID]


class ResourceRead(ReadModel):
    """What a party gives; without a school it is given at each. What is said of it is as with expectations.

    `delivered_on`: it came, at every school that it was promised to.
    """

    id: UUID
    party: Literal["school", "partner", "district"]
    text: str
    value: str | None
    promised_by_on: date | None
    delivered_on: date | None
    school: SchoolRef | None
    words: list[PromiseWordRead]
    can_say_everywhere: bool
    can_say_at: list[UUID]
