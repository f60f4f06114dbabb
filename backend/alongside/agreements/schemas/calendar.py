"""What falls on the days of a calendar, and the question it answers."""

from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from alongside.core.fields import Day, ReadModel

from .find import AgreementQuestion
from .refs import PartnerRef
from .words import EffectiveStatus

LONGEST = 400
"""So many days at most are answered at once: a school year and the month on each side."""

DayKind = Literal["starts", "ends", "renew_by", "revisit", "board"]


Names = Annotated[int, Field(ge=0, le=200)]


class CalendarFilters(AgreementQuestion):
    """The same question as the list's, about the days `from_on` to `to_on`, at most 400; both are included. `names`
    is how many agreements are named at most of each kind on each day; all are counted."""

    from_on: Day
    to_on: Day
    names: Names = 4

    @model_validator(mode="after")
    def in_order(self) -> Self:
        if self.to_on < self.from_on:
            raise PydanticCustomError("date_order", "The last day is before the first")
        if (self.to_on - self.from_on).days >= LONGEST:
            raise PydanticCustomError("too_many_days", "Ask for 400 days at most")
        return self


class CalendarAgreement(ReadModel):
    """An agreement as a calendar names it."""

    id: UUID
    number: str
    title: str
    partner: PartnerRef
    effective_status: EffectiveStatus


class CalendarEntry(ReadModel):
    """What falls on a day, of one kind: how many, and the first of them by number."""

    on: date
    kind: DayKind
    count: int
    agreements: list[CalendarAgreement]


class AgreementCalendar(ReadModel):
    """Starts, last days, days from which a renewal is to be drafted, annual revisits that are due and votes of the
    board, in the order of days. `shown` is how many agreements an entry names at most."""

    from_on: date
    to_on: date
    as_of: date
    shown: int
    items: list[CalendarEntry]
