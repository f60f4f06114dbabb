"""The wire shapes of use cases that write in two features."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from alongside.agreements.schemas.words import AgreementType
from alongside.core.fields import Day, Line, ReadModel, SchoolYear, WriteModel
from alongside.core.storage import State, What
from alongside.schools.schemas import SchoolClosing


class AgreementFromPartnership(WriteModel):
    """What to draft differently from what the partnership says.

    `with_partnership_ids`: other partnerships of the same partner, covered by the same agreement. Without a school
    year it is the running one, or the next when too little of it is left.
    """

    with_partnership_ids: Annotated[list[UUID], Field(max_length=200)] = Field(default_factory=list)
    type: AgreementType | None = None
    title: Line | None = None
    school_year: SchoolYear | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None


Count = Annotated[int, Field(ge=0, le=100_000)]


class ClosingTouches(ReadModel):
    """The school's partnerships under way (`at_work` of them active), agreements that name it and last to the day or
    beyond (`agreements_only_here` of them name no other school), and open needs."""

    partnerships: int
    at_work: int
    agreements: int
    agreements_only_here: int
    needs: int


class ClosingPreview(ReadModel):
    """What closing a school touches; `closed_on` is the first day without it."""

    closed_on: date
    touches: ClosingTouches


class ClosingTouchesSeen(WriteModel):
    """What somebody was told that a closing touches."""

    partnerships: Count
    agreements: Count
    needs: Count


class SchoolClosingTold(SchoolClosing):
    """A closing; with `touches` it is refused when it touches other than that."""

    touches: ClosingTouchesSeen | None = None


class StorageKept(ReadModel):
    """What one kind of file takes."""

    what: What
    files: int
    bytes: int


class StorageRead(ReadModel):
    """How full it is: `filling` from 80 percent on, `nearly_full` from 95; what does not fit is refused (422
    `storage-full`)."""

    used_bytes: int
    allowed_bytes: int
    state: State
    kept: list[StorageKept]
