"""The agreement as a document on the wire."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from alongside.core.fields import ReadModel

from .words import SigningParty


class SectionRead(ReadModel):
    """A heading, running text and a list; either may be empty."""

    heading: str
    paragraphs: list[str]
    items: list[str]


class TextDocumentRead(ReadModel):
    """The text as sections."""

    title: str
    subtitle: str
    sections: list[SectionRead]


class SignedRead(ReadModel):
    """A signature below the text."""

    party: SigningParty
    name: str
    title: str
    method: Literal["esign", "wet"]
    signed_on: date


class TextRead(ReadModel):
    """The agreement as a document for reading and print.

    `is_frozen`: this is the text that was sent for signature; its `sha256` is that of the `document`'s JSON with
    sorted keys and no spaces, which each signature names. Before, it is what would be sent now.
    """

    id: UUID
    version: int
    number: str
    is_frozen: bool
    frozen_at: datetime | None
    sha256: str
    document: TextDocumentRead
    signatures: list[SignedRead]
