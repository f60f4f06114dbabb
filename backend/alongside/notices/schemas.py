"""The shapes of notices, preferences, calendars and the demonstration's mailbox on the wire."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from alongside.core.fields import Code, ReadModel, WriteModel
from alongside.core.paging import ListQuery, PageRead

Email = Literal["off", "instant", "daily", "weekly"]
"""How a kind of notice arrives by e-mail: not, at once, or collected by the day or the week."""


class Ref(ReadModel):
    id: UUID
    name: str


class NoticeObject(ReadModel):
    """The record that a notice is about."""

    type: str
    id: UUID
    title: str | None


class NoticeRead(ReadModel):
    """`words` is the notice in the reader's language; the other fields are what it is made of."""

    id: UUID
    kind: str
    words: str
    object: NoticeObject
    partner: Ref | None
    school: Ref | None
    answer: str | None
    on: date | None
    days_left: int | None
    count: int | None
    created_at: datetime
    read_at: datetime | None


class NoticePage(PageRead):
    items: list[NoticeRead]


class NoticeFilters(ListQuery):
    unread: bool | None = None
    kind: Code | None = None


class UnreadRead(ReadModel):
    unread: int
    newest_at: datetime | None


class ReadAll(WriteModel):
    """Read are those that came until then; what came later, unseen, stays unread."""

    until: AwareDatetime | None = None


class ReadAllDone(ReadModel):
    read: int


class PreferenceRead(ReadModel):
    """How one kind of notice reaches the caller, and whether that is the default."""

    kind: str
    in_app: bool
    email: Email
    is_default: bool


class PreferencesRead(ReadModel):
    version: int
    items: list[PreferenceRead]


class PreferenceWrite(WriteModel):
    kind: Code
    in_app: bool
    email: Email


class PreferencesWrite(WriteModel):
    """All of the caller's choices; a kind that is left out goes back to its default."""

    items: Annotated[list[PreferenceWrite], Field(max_length=100)]


class FeedRead(ReadModel):
    """Whether there is a calendar address; the address itself is shown once, when it is made."""

    is_on: bool
    created_at: datetime | None
    last_read_at: datetime | None


class FeedMade(ReadModel):
    url: str
    created_at: datetime


class MailSummary(ReadModel):
    id: UUID
    subject: str
    sent_at: datetime


class MailPage(PageRead):
    items: list[MailSummary]


class MailFilters(ListQuery):
    pass


class MailRead(ReadModel):
    """An e-mail as its reader's program would show it."""

    id: UUID
    sender: str
    to: str
    subject: str
    sent_at: datetime
    text: str
