"""The wire shape of who may enter a school."""

from datetime import date, time
from uuid import UUID

from alongside.core.fields import ReadModel
from alongside.core.telling import SaidRead

from .clearance import RunsRead
from .refs import NamedRef, PartnerRef, PersonToCall, ProgramRef, Stage


class EntryPerson(ReadModel):
    """Somebody who may enter for a program, `with_staff` only beside somebody of the school. Nobody reads here why
    another may not."""

    id: UUID
    name: str
    title: str | None
    with_staff: bool
    cleared_through: date | None


class EntryRead(ReadModel):
    """A program and whether its people may enter on the day; `meets_that_day` is null when its days are unknown.

    What does not run on the day may not enter, and `reasons` (`said`: the same, to be said in any language) say that
    alone: nobody has to act. `start_time` is read
    from the schedule, and null where it names no time of day.
    """

    id: UUID
    partner: PartnerRef
    program: ProgramRef
    stage: Stage
    may_enter: bool
    people: list[EntryPerson]
    meets_that_day: bool | None
    cleared: bool
    cleared_through: date | None
    runs: RunsRead
    reasons: list[str]
    said: list[SaidRead]
    schedule: str | None
    start_time: time | None
    place: str | None
    partner_lead: PersonToCall | None
    coordinator: PersonToCall | None


class VisitorRead(EntryPerson):
    """Somebody who may enter, for which program, and when it meets."""

    partnership_id: UUID
    partner: NamedRef
    program: NamedRef
    schedule: str | None
    start_time: time | None
    place: str | None
    meets_that_day: bool | None


class VisitorList(ReadModel):
    """The people who may enter a school on a day, by name; `programs` may enter, `programs_without_names` of them
    have nobody on their staff list."""

    school: NamedRef
    effective_on: date
    programs: int
    programs_without_names: int
    people: list[VisitorRead]


class EntryList(ReadModel):
    """Who may enter a school on a day: those who may first, by time of day."""

    school: NamedRef
    effective_on: date
    items: list[EntryRead]
