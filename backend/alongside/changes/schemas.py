"""The wire shapes of a record's history."""

from datetime import datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import JsonValue

from alongside.core.fields import ReadModel
from alongside.core.paging import ListQuery, PageRead


class ObjectType(StrEnum):
    """The records whose history can be read."""

    SCHOOL = "school"
    PARTNER = "partner"
    PROGRAM = "program"
    NEEDS_ASSESSMENT = "needs_assessment"
    NEED = "need"
    AGREEMENT = "agreement"
    SITE_PLAN = "site_plan"
    PAPER = "paper"
    PAPER_REQUIREMENT = "paper_requirement"
    PAPER_WAIVER = "paper_waiver"
    STAFF_MEMBER = "staff_member"
    PARTNERSHIP = "partnership"
    TARGET = "target"
    RESULT = "result"


class HistorySort(StrEnum):
    """Oldest or newest first."""

    OLDEST = "at"
    NEWEST = "-at"


class HistoryFilters(ListQuery):
    """How much of the history, from which end."""

    sort: HistorySort = HistorySort.OLDEST


class WhoActed(ReadModel):
    """A person, a machine, or Alongside itself (without an id)."""

    kind: Literal["person", "machine", "system"]
    id: UUID | None
    name: str


class ChangedField(ReadModel):
    """What a field was and became; `is_withheld`: the log keeps that it changed and not what it held."""

    field: str
    label: str
    before: JsonValue
    after: JsonValue
    is_withheld: bool


class HistoryItem(ReadModel):
    """One fact: who, when, what in words, and the fields it changed that the reader may see.

    `names` are those of the people, schools, programs and partners whose ids stand in the fields.
    """

    at: datetime
    kind: str
    words: str
    who: WhoActed
    version: int
    reason: str | None
    changed: list[ChangedField]
    names: dict[str, str]


class HistoryPage(PageRead):
    """A page of a record's history."""

    items: list[HistoryItem]
