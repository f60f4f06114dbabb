"""Saved views on the wire."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from alongside.core.fields import Line, ReadModel, WriteModel

Listing = Literal["agreements", "partners"]
Layout = Literal["calendar", "board", "timeline"]
Word = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Value = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Question = Annotated[dict[Word, Value], Field(max_length=20)]
"""Parameters of the list's own address, by name: `{"type": "mou", "sort": "ends_on"}`."""


class SavedViewCreate(WriteModel):
    """A question to a list, and how it is looked at; `is_shared` is for the district's people."""

    list: Listing
    name: Line
    question: Question
    layout: Layout | None = None
    is_shared: bool = False


class SavedViewUpdate(WriteModel):
    """Another name, another question, or shared or no longer."""

    name: Line = ""
    question: Question = Field(default_factory=dict)
    layout: Layout | None = None
    is_shared: bool = False


class SavedViewOwner(ReadModel):
    """Who saved it."""

    id: UUID
    name: str


class SavedViewRead(ReadModel):
    """A kept question; `can_edit` says whether the reader may change or remove it."""

    id: UUID
    version: int
    list: Listing
    name: str
    question: dict[str, str]
    layout: Layout | None
    is_shared: bool
    owner: SavedViewOwner
    is_own: bool
    can_edit: bool


class SavedViewList(ReadModel):
    """One's own views of a list, then those that others share."""

    can_share: bool
    items: list[SavedViewRead]
