"""How it is said whether a program may work in a school, and what keeps it out."""

from datetime import date
from typing import Literal
from uuid import UUID

from alongside.core.fields import ReadModel
from alongside.core.telling import SaidRead
from alongside.papers.schemas import PaperAbout


class BlockerWho(ReadModel):
    """Whose turn it is; nobody's when only time has to pass."""

    party: Literal["district", "school", "partner"] | None
    roles: list[str]


class BlockerWhoNamed(BlockerWho):
    """The same with the people who can act, as far as they are known."""

    names: list[str]


class BlockerItem(ReadModel):
    """One thing that keeps the program out; `due_on` is the day on which it passes by itself, `about` the paper."""

    code: str
    words: str
    said: SaidRead
    who: BlockerWho
    due_on: date | None
    about: PaperAbout | None


class BlockerRead(ReadModel):
    """One thing that keeps the program out, and who can act."""

    code: str
    words: str
    said: SaidRead
    who: BlockerWhoNamed
    due_on: date | None
    about: PaperAbout | None


class PaperDue(ReadModel):
    """A paper that is not there and keeps nobody out yet; it is asked from `due_on`."""

    requirement_id: UUID
    words: str
    said: SaidRead
    party: Literal["district", "partner"]
    due_on: date
    about: PaperAbout


class StudentDataItem(ReadModel):
    """Whether student records may be seen for the program on the day: `needed` when an agreement behind it shares them,
    `allowed` while a data sharing agreement is in force, through `through_on`. It keeps nobody out of the school."""

    needed: bool
    allowed: bool
    through_on: date | None
    blockers: list[BlockerItem]


class StudentDataRead(ReadModel):
    """The same, naming who can act."""

    needed: bool
    allowed: bool
    through_on: date | None
    blockers: list[BlockerRead]


class RunsRead(ReadModel):
    """Whether the program runs on the day at all, by its times of day and the district's days of instruction: a fact
    beside clearance, about which nobody has to do anything. What is `unknown` rests nobody. `words` say why it does
    not run, or what is not known; `from_on` is the day on which it runs again, where that is known."""

    standing: Literal["runs", "not_in_summer", "only_in_summer", "unknown"]
    words: str | None
    said: SaidRead | None
    from_on: date | None


class ClearanceItem(ReadModel):
    """Whether the program may work in the school on the day; `cleared_through` is the last such day in sight."""

    cleared: bool
    cleared_through: date | None
    blockers: list[BlockerItem]
    runs: RunsRead
    student_data: StudentDataItem
    papers_due: list[PaperDue]


class ClearanceRead(ReadModel):
    """Whether the program may work in the school on the day, else what keeps it out and who can act."""

    cleared: bool
    cleared_through: date | None
    blockers: list[BlockerRead]
    runs: RunsRead
    student_data: StudentDataRead
    papers_due: list[PaperDue]


class CoveringAgreement(ReadModel):
    """An agreement that covers the program at the school, and what it is on the day."""

    id: UUID
    number: str
    title: str
    status: str
    confirmation: str | None
    effective_on: date | None
    ends_on: date
