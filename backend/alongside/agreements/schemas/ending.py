"""When an agreement does not count: its times on hold, its early end, and the days after it."""

from datetime import date
from typing import Literal
from uuid import UUID

from alongside.core.fields import ReadModel

from .data_terms import StudentData
from .refs import PersonRef


class HoldRead(ReadModel):
    """A time on hold: its first day and the first day after it, null while it lasts."""

    from_on: date
    until_on: date | None
    reason: str | None


class EndingNoticeRead(ReadModel):
    """How a party ended it early: on which day it said so, for cause or with the agreed notice, and what becomes of
    the papers. `paper_id`: the notice as a paper of this agreement."""

    side: Literal["district", "partner"]
    given_on: date
    given_by: PersonRef | None
    for_cause: bool
    papers: str | None
    paper_id: UUID | None
    student_data: StudentData | None
    student_data_due_on: date | None


class LapseRead(ReadModel):
    """The days after an agreement that no signed renewal covers, open-ended without one. `missed_from` is the first of
    them on which one of its programs runs, or may run as far as is known; null: on none of them."""

    from_on: date
    through_on: date | None
    missed_from: date | None
