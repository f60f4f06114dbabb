"""Notices and their e-mails, what each person wishes to hear of, and how far the worker has come."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, Column, Index, LargeBinary, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from alongside.core.models import TenantPart, instant, one_of, refers


class NoticeMail(TenantPart, table=True):
    """An e-mail to one person about one or more notices. Its text is made when it is sent and is not kept here."""

    __tablename__: ClassVar[Any] = "notice_mail"
    __table_args__ = (
        one_of("cadence", "instant", "daily", "weekly"),
        one_of("outcome", "waiting", "sent", "dropped"),
        Index("notice_mail_person", "tenant_id", "person_id", "created_at", "id"),
    )

    person_id: UUID = Field(foreign_key="person.id")
    cadence: str
    outcome: str = "waiting"
    created_at: datetime = instant(default=True)
    sent_at: datetime | None = instant(nullable=True)


class Notice(TenantPart, table=True):
    """What one person is told once: `cause` names the fact in the log or the day, and is unique for the person.

    `facts` is what the words need, as it was then. `email` is what the person wished for when it was given.
    """

    __tablename__: ClassVar[Any] = "notice"
    __table_args__ = (
        refers("mail_id", "notice_mail"),
        one_of("email", "off", "instant", "daily", "weekly"),
        Index("notice_cause", "tenant_id", "person_id", "cause", unique=True),
        Index("notice_inbox", "tenant_id", "person_id", "created_at", "id", postgresql_where=text("is_shown")),
        Index("notice_unread", "tenant_id", "person_id", "created_at", "id",
              postgresql_where=text("is_shown and read_at is null")),
        Index("notice_unmailed", "tenant_id", "email", "created_at", postgresql_where=text("mail_id is null")),
        Index("notice_mailed", "tenant_id", "mail_id", postgresql_where=text("mail_id is not null")),
    )  # fmt: skip

    person_id: UUID = Field(foreign_key="person.id")
    kind: str
    object_type: str
    object_id: UUID
    facts: dict[str, Any] = Field(sa_type=JSONB)
    cause: str
    email: str
    is_shown: bool
    mail_id: UUID | None = None
    created_at: datetime = instant(default=True)
    read_at: datetime | None = instant(nullable=True)


class NoticePreference(SQLModel, table=True):
    """One person's wishes, by kind of notice; what is not named is as the kind's default says."""

    __tablename__: ClassVar[Any] = "notice_preference"

    tenant_id: UUID = Field(primary_key=True, foreign_key="tenant.id")
    person_id: UUID = Field(primary_key=True, foreign_key="person.id")
    version: int = Field(default=1, sa_type=BigInteger)
    choices: dict[str, Any] = Field(sa_type=JSONB)
    updated_at: datetime = instant(default=True)


class NoticePosition(SQLModel, table=True):
    """Behind which row of the log the tenant's notices have been given; its row lock lets one worker at a time."""

    __tablename__: ClassVar[Any] = "notice_position"

    tenant_id: UUID = Field(primary_key=True, foreign_key="tenant.id")
    xid: int = Field(sa_column=Column(BigInteger, nullable=False))
    seq: int = Field(sa_column=Column(BigInteger, nullable=False))


class Reminder(SQLModel, table=True):
    """That people were reminded, so many days before this end of this record: the row makes it once.

    `is_sent` is false for a step that a later one took along, so that catching up is one reminder.
    """

    __tablename__: ClassVar[Any] = "reminder"

    tenant_id: UUID = Field(primary_key=True, foreign_key="tenant.id")
    object_type: str = Field(primary_key=True)
    object_id: UUID = Field(primary_key=True)
    ends_on: date = Field(primary_key=True)
    days: int = Field(primary_key=True)
    is_sent: bool
    at: datetime = instant(default=True)


class NoticeRound(SQLModel, table=True):
    """That the collected e-mails of a day or a week were made: `2020-01-27`, `2020-W05`."""

    __tablename__: ClassVar[Any] = "notice_round"
    __table_args__ = (one_of("cadence", "daily", "weekly"),)

    tenant_id: UUID = Field(primary_key=True, foreign_key="tenant.id")
    cadence: str = Field(primary_key=True)
    period: str = Field(primary_key=True)
    at: datetime = instant(default=True)


class CalendarFeed(SQLModel, table=True):
    """A person's calendar address; only the SHA-256 of its secret is kept. One at a time, gone when revoked."""

    __tablename__: ClassVar[Any] = "calendar_feed"
    __table_args__ = (Index("calendar_feed_token", "tenant_id", "token_hash", unique=True),)

    tenant_id: UUID = Field(primary_key=True, foreign_key="tenant.id")
    person_id: UUID = Field(primary_key=True, foreign_key="person.id")
    token_hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    created_at: datetime = instant(default=True)
    last_read_at: datetime | None = instant(nullable=True)
