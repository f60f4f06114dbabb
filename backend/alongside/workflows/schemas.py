"""The wire shapes of use cases that write in two features."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from alongside.agreements.schemas.words import AgreementType
from alongside.core.fields import Day, Line, SchoolYear, WriteModel


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
