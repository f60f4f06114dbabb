"""The schools that an agreement names, and what their principals answered."""

from datetime import date
from typing import Literal

from alongside.core.fields import ReadModel
from alongside.core.lifecycle import AllowedMove

from .refs import PersonRef, SchoolRef
from .words import (
    Confirmation,
)


class SchoolAnswerRead(ReadModel):
    """A school that the agreement names, its principal's word, and what the caller may say for it.

    `added_on`: the office offered it to the school after everybody had signed, and its principal decides.
    `covered_from`: a word given after that counts from its day on; otherwise the agreement's first day does.
    `asked`: who can answer for it now; `answer_due_on`: by when, else it counts as silent;
    `can_take_back`: the caller may take the offer back; `can_leave_out`: the office may go on without the school,
    whose principal has not answered.
    """

    school: SchoolRef
    school_status: Literal["active", "closed", "merged"]
    confirmation: Confirmation
    confirmed_by: PersonRef | None
    confirmed_on: date | None
    reason: str | None
    added_on: date | None
    added_by: PersonRef | None
    covered_from: date | None
    answer_due_on: date | None
    asked: list[PersonRef]
    can_take_back: bool
    can_leave_out: bool
    allowed_moves: list[AllowedMove]
