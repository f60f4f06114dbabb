"""Facts about saved views."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedViewKept(Event):
    kind: ClassVar[str] = "saved_view.kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedViewChanged(Event):
    kind: ClassVar[str] = "saved_view.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedViewRemoved(Event):
    kind: ClassVar[str] = "saved_view.removed"
