"""Facts about links and delegates. No secret, no code and no e-mail address is among them."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMade(Event):
    """A link was put into an e-mail; `changed` says how many decisions it asks for."""

    kind: ClassVar[str] = "decision_link.made"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkOpened(Event):
    """Opened for the first time, from which address and by which program."""

    kind: ClassVar[str] = "decision_link.opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCodeSent(Event):
    kind: ClassVar[str] = "decision_link.code_sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCodeRefused(Event):
    """A wrong code, from which address and by which program."""

    kind: ClassVar[str] = "decision_link.code_refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkAnswered(Event):
    """The link's answers were recorded: which, from which address and by which program."""

    kind: ClassVar[str] = "decision_link.answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkDisowned(Event):
    """Whoever opened it says that they are not the one to decide."""

    kind: ClassVar[str] = "decision_link.disowned"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRevoked(Event):
    kind: ClassVar[str] = "decision_link.revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateNamed(Event):
    kind: ClassVar[str] = "delegation.named"


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationEnded(Event):
    kind: ClassVar[str] = "delegation.ended"
