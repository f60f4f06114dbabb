"""Facts about agreements that other districts may join, and about those that did."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningProposed(Event):
    """The office asks the partner whether other districts may join."""

    kind: ClassVar[str] = "agreement.opening_proposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningAgreed(Event):
    """The partner said yes: from now on other districts read it."""

    kind: ClassVar[str] = "agreement.opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningRefused(Event):
    kind: ClassVar[str] = "agreement.opening_refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningWithdrawn(Event):
    kind: ClassVar[str] = "agreement.opening_withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningNoted(Event):
    """The office has read the partner's answer."""

    kind: ClassVar[str] = "agreement.opening_noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningClosed(Event):
    """No other district joins any more; those that did keep what they signed."""

    kind: ClassVar[str] = "agreement.opening_closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementAdopted(Event):
    """Drafted with the terms of another district's agreement."""

    kind: ClassVar[str] = "agreement.adopted"


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginChanged(Event):
    """What it adopts was put on hold, closed, or is over; nothing here changed by it."""

    kind: ClassVar[str] = "agreement.origin_changed"


OPENING_MOVED: Final[Mapping[str, type[Event]]] = {
    "agree": OpeningAgreed,
    "refuse": OpeningRefused,
    "withdraw": OpeningWithdrawn,
    "close": OpeningClosed,
    "note": OpeningNoted,
}
