"""What differs between the text that reviewers had read and the one that followed."""

from datetime import datetime
from typing import Literal

from alongside.core.fields import ReadModel

from .words import TextSection


class TextLine(ReadModel):
    """A paragraph or an item that stayed, came or went; `kept` ones are there to read the whole."""

    change: Literal["kept", "added", "dropped"]
    text: str


class SectionChangeRead(ReadModel):
    """A section that says otherwise; `key` is how reviewers name it in their notes."""

    key: TextSection
    heading: str
    lines: list[TextLine]


class TextChanges(ReadModel):
    """The differences from the text with the hash `before_sha256`, first handed in at `read_at`; null while it was
    handed in once at most. `is_handed_in`: the later text was handed in as well, else it is still being changed."""

    before_sha256: str | None
    read_at: datetime | None
    sha256: str | None
    is_handed_in: bool
    sections: list[SectionChangeRead]
