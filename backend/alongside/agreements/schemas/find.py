"""What a list of agreements may be asked, and its rows."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from alongside.core.fields import Day, Phrase, ReadModel, SchoolYear
from alongside.core.paging import ListQuery, PageRead

from .refs import PartnerRef, ProgramRef
from .words import AgreementType, EffectiveStatus, Origin, Side, Status


class AgreementSort(StrEnum):
    """How agreements may be ordered."""

    ENDS = "ends_on"
    ENDS_DOWN = "-ends_on"
    UPDATED = "updated_at"
    UPDATED_DOWN = "-updated_at"


Days = Annotated[int, Field(ge=0, le=3660)]


class AgreementQuestion(BaseModel):
    """Which agreements: the same question under the list, the calendar, the board and every file.

    `effective` is what the agreement is on `effective_on`, today unless told otherwise; `in_force` is active or
    expiring soon. `school` takes district-wide agreements too. `ends_before` is a day not included; `ends_within` so
    many days after `effective_on`, which is included. `school_year` takes what runs on any day of it. With
    `waits_for_me` only those whose next step is the caller's to take. `student_data`: what is over and whose student
    records nobody certified as destroyed.
    """

    model_config = ConfigDict(extra="forbid")

    q: Phrase | None = None
    status: Status | None = None
    effective: EffectiveStatus | Literal["in_force"] | None = None
    effective_on: Day | None = None
    partner: UUID | None = None
    school: UUID | None = None
    program: UUID | None = None
    type: AgreementType | None = None
    ends_before: Day | None = None
    ends_within: Days | None = None
    school_year: SchoolYear | None = None
    waits_for_me: bool = False
    student_data: Literal["to_destroy"] | None = None

    def narrowing(self) -> dict[str, Any]:
        """What was asked, by name."""
        names = AgreementQuestion.model_fields
        return {name: value for name in names if (value := getattr(self, name)) is not None}


class AgreementFilters(ListQuery, AgreementQuestion):
    """Which agreements, in which order."""

    sort: AgreementSort = AgreementSort.UPDATED_DOWN


class AgreementExport(AgreementQuestion):
    """All that the list holds, in its order, as a file."""

    sort: AgreementSort = AgreementSort.UPDATED_DOWN


class SchoolCount(ReadModel):
    """How many schools the agreement names, by their principal's word."""

    named: int
    confirmed: int
    declined: int
    pending: int


class AgreementItem(ReadModel):
    """A row of the list; `waits_for` says whose turn it is, `signed_as` what the partner was called
    in law when it signed, where that is another name now."""

    id: UUID
    version: int
    number: str
    type: AgreementType
    title: str
    partner: PartnerRef
    signed_as: str | None
    programs: list[ProgramRef]
    schools: SchoolCount
    is_district_wide: bool
    origin: Origin
    status: Status
    status_since: datetime
    effective_status: EffectiveStatus
    starts_on: date
    ends_on: date
    effective_on: date | None
    ceases_on: date | None
    days_left: int | None
    waits_for: list[Side]
    updated_at: datetime


class AgreementPage(PageRead):
    """A page of agreements."""

    items: list[AgreementItem]
