"""Facts about schools that join what is signed: offered by the office, or asked for by themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSchoolAdded(Event):
    """Offered to one more school after everybody had signed; its principal decides."""

    kind: ClassVar[str] = "agreement.school_added"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSchoolRemoved(Event):
    """The offer to one more school was taken back before its principal answered."""

    kind: ClassVar[str] = "agreement.school_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinAskedFor(Event):
    """A school asks to join what another school has signed."""

    kind: ClassVar[str] = "join_request.asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinAccepted(Event):
    kind: ClassVar[str] = "join_request.accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinRefused(Event):
    kind: ClassVar[str] = "join_request.refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinWithdrawn(Event):
    kind: ClassVar[str] = "join_request.withdrawn"


JOIN_MOVED: Final[Mapping[str, type[Event]]] = {
    "accept": JoinAccepted,
    "refuse": JoinRefused,
    "withdraw": JoinWithdrawn,
}
