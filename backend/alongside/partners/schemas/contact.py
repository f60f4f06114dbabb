"""The wire shapes of a partner's contacts."""

from typing import Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Email, Line, ReadModel, WriteModel

ContactKind = Literal["authorized_signatory", "primary", "program", "emergency", "data"]


class ContactCreate(WriteModel):
    """Somebody to call, and for what."""

    kind: ContactKind
    name: Line
    title: Line | None = None
    email: Email | None = None
    phone: Line | None = None
    is_public: bool = False


class ContactUpdate(WriteModel):
    """A merge patch of a contact."""

    kind: ContactKind = Field(default_factory=lambda: "primary")
    name: Line = Field(default_factory=str)
    title: Line | None = None
    email: Email | None = None
    phone: Line | None = None
    is_public: bool = False


class ContactRead(ReadModel):
    """Whom to call."""

    id: UUID
    version: int
    kind: ContactKind
    name: str
    title: str | None
    email: str | None
    phone: str | None
    is_public: bool


class ContactList(ReadModel):
    """All contacts of a partner that the reader may see."""

    items: list[ContactRead]
