"""Facts that only the loading of the demonstration tells."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsDefined(Event):
    kind: ClassVar[str] = "tenant.terms_defined"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemonstrationLoaded(Event):
    """The last thing that a load does: what is there without it was interrupted."""

    kind: ClassVar[str] = "tenant.demonstration_loaded"
