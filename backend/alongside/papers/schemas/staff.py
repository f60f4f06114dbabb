"""The wire shapes of staff lists: whom a partner sends where, and the results of their background checks."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Day, Email, Line, ReadModel, WriteModel

from .words import Basis, CheckKind, Named, Result


class StaffPlaceWrite(WriteModel):
    """A program, at one school or (without one) wherever it is."""

    program_id: UUID
    school_id: UUID | None = None


Places = Annotated[list[StaffPlaceWrite], Field(max_length=200)]


class StaffFields(WriteModel):
    """Whom a partner sends, and where to; `ends_on` is the last day."""

    title: Line | None = None
    email: Email | None = None
    basis: Basis = "employee"
    ends_on: Day | None = None
    places: Places = Field(default_factory=list)


class StaffCreate(StaffFields):
    """Somebody new on the staff list, from today unless told otherwise."""

    name: Line
    starts_on: Day | None = None


class StaffUpdate(StaffFields):
    """A merge patch; places are replaced as they are given."""

    name: Line = Field(default_factory=str)
    starts_on: Day = Field(default_factory=lambda: date.min)


class CheckCreate(WriteModel):
    """The result of a check, never its report. A partner enters it as pending; a reviewer may say the result."""

    kind: CheckKind
    basis: Basis = "employee"
    issued_on: Day
    expires_on: Day | None = None
    result: Result = "pending"
    verified_on: Day | None = None


class CheckVerify(WriteModel):
    """What the reviewer saw; `verified_on` is today unless it was an earlier day."""

    result: Literal["clear", "not_clear"]
    verified_on: Day | None = None


class CheckRead(ReadModel):
    """A check's result."""

    id: UUID
    kind: CheckKind
    basis: Basis
    issued_on: date
    expires_on: date | None
    result: Result
    verified_on: date | None
    verified_by: Named | None


class StaffLack(ReadModel):
    """A check that somebody lacks on the day, and how."""

    kind: CheckKind
    how: Literal["missing", "pending", "expired", "not_clear"]


class StaffPlaceRead(ReadModel):
    """Where somebody works; without a school wherever the program is."""

    program: Named
    school: Named | None


class StaffRead(ReadModel):
    """Somebody on a staff list. `is_cleared` and `cleared_through` answer for the checks that are asked on the day of
    any program they work in, and whoever works in none yet is not cleared; `lacks` says what is missing."""

    id: UUID
    version: int
    partner: Named
    name: str
    title: str | None
    email: str | None
    basis: Basis
    starts_on: date
    ends_on: date | None
    places: list[StaffPlaceRead]
    checks: list[CheckRead]
    effective_on: date
    is_cleared: bool
    cleared_through: date | None
    lacks: list[StaffLack]
    can_edit: bool
    can_verify: bool
    updated_at: datetime


class StaffList(ReadModel):
    """A partner's staff list on a day, by name."""

    effective_on: date
    partner: Named
    can_edit: bool
    items: list[StaffRead]
