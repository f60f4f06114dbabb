"""What a list of agreements may be asked, and its rows."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from alongside.core.fields import Day, Phrase, ReadModel
from alongside.core.paging import ListQuery, PageRead

from .refs import PartnerRef, ProgramRef
from .words import AgreementType, EffectiveStatus, Origin, Side, Status


class AgreementSort(StrEnum):
    """How agreements may be ordered."""

    ENDS = "ends_on"
    ENDS_DOWN = "-ends_on"
    UPDATED = "updated_at"
    UPDATED_DOWN = "-updated_at"


class AgreementFilters(ListQuery):
    """`effective` is what the agreement is on `effective_on`, today unless told otherwise; `in_force` is active or
    expiring soon. `school` takes district-wide agreements too. `ends_before` is a day not included. With
    `waits_for_me` only those whose next step is the caller's to take.
    """

    q: Phrase | None = None
    status: Status | None = None
    effective: Literal["scheduled", "active", "expiring_soon", "expired", "in_force"] | None = None
    effective_on: Day | None = None
    partner: UUID | None = None
    school: UUID | None = None
    program: UUID | None = None
    type: AgreementType | None = None
    ends_before: Day | None = None
    waits_for_me: bool = False
    sort: AgreementSort = AgreementSort.UPDATED_DOWN


class SchoolCount(ReadModel):
    """How many schools the agreement names, by their principal's word."""

    named: int
    confirmed: int
    declined: int
    pending: int


class AgreementItem(ReadModel):
    """A row of the list; `waits_for` says whose turn it is."""

    id: UUID
    version: int
    number: str
    type: AgreementType
    title: str
    partner: PartnerRef
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
