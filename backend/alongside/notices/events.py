"""Facts about notices. What a person has read is nobody's fact and stays out of the log."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesGiven(Event):
    """People were told; `changed` says how many notices of each kind. The object is the tenant."""

    kind: ClassVar[str] = "notices.given"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesCollected(Event):
    """The collected e-mails of a day or a week were made. The object is the tenant."""

    kind: ClassVar[str] = "notices.collected"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferencesChanged(Event):
    """Somebody chose what reaches them; the object is the person."""

    kind: ClassVar[str] = "notice_preference.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeedMade(Event):
    """Somebody got a calendar address; the one before ended. The object is the person."""

    kind: ClassVar[str] = "calendar_feed.made"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeedRevoked(Event):
    kind: ClassVar[str] = "calendar_feed.revoked"
