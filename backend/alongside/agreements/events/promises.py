"""Facts about what the sides say of promises, and of the whole at the annual revisit."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseAnswered(Event):
    """The side that should have received a promise says whether it came."""

    kind: ClassVar[str] = "agreement.promise_answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseWordUndone(Event):
    """Said again that nothing is said."""

    kind: ClassVar[str] = "agreement.promise_word_undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisitWordGiven(Event):
    """One side gave its word at the annual revisit."""

    kind: ClassVar[str] = "agreement.revisit_answered"
