"""The home page: what waits for the caller, its figures, and what waits in other districts."""

from datetime import date
from typing import Literal
from uuid import UUID

from alongside.core.fields import ReadModel

from .refs import Named


class TaskRest(ReadModel):
    """Of an agreement that ends into a summer in which none of its programs runs: its own last day, the last day of
    instruction before, and the first day on which one of the programs is missed, where they are known."""

    ends_on: date
    last_day_on: date | None
    missed_from: date | None


class TaskRead(ReadModel):
    """Something that waits for the caller. `kind` says what to do (reports/rules.py), `due_on` when at the latest.

    `rests`: an agreement to renew whose programs rest in the summer that follows; its task is due on the last day of
    instruction instead of its own, while that lies ahead.
    """

    kind: str
    object_type: str
    id: UUID
    title: str
    due_on: date | None
    waiting_since_on: date | None
    urgency: Literal["overdue", "this_week", "later"]
    school: Named | None
    partner: Named | None
    rests: TaskRest | None


class FigureRead(ReadModel):
    """A number for the home page; `of` is the whole that it is a part of."""

    key: str
    value: int
    of: int | None


class Tasks(ReadModel):
    """What needs attention on a day."""

    effective_on: date
    items: list[TaskRead]
    figures: list[FigureRead]


class DistrictRef(ReadModel):
    """A district or network by its address and name."""

    slug: str
    name: str


class DistrictTasks(ReadModel):
    """What waits for the caller in another district on its own day: how many, how many late or soon, and the first."""

    district: DistrictRef
    effective_on: date
    count: int
    overdue: int
    this_week: int
    items: list[TaskRead]


class TasksElsewhere(ReadModel):
    """Every other district where the caller works, by name."""

    items: list[DistrictTasks]
