"""The checklist of an agreement's clauses on the wire."""

from datetime import datetime

from alongside.core.fields import Prose, ReadModel, WriteModel

from .refs import PersonRef
from .words import ClauseState, Side


class ClauseWrite(WriteModel):
    """How far a clause is, and what was said about it."""

    state: ClauseState
    note: Prose | None = None


class ClauseWordRead(ReadModel):
    """What one side said; without a person, the clause's text was changed and it is open again."""

    state: ClauseState
    note: str | None
    side: Side
    by: PersonRef | None
    said_at: datetime


class ClauseRead(ReadModel):
    """A clause with its wording as it reads in the text, how far it is, and what was said, the last word last."""

    code: str
    title: str
    paragraphs: list[str]
    items: list[str]
    is_required: bool
    state: ClauseState
    words: list[ClauseWordRead]
    can_move: bool
