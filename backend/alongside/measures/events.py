"""Facts about measures: what was defined, what was loaded, and how small a group may be shown."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDefined(Event):
    kind: ClassVar[str] = "measure.defined"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChanged(Event):
    kind: ClassVar[str] = "measure.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLoaded(Event):
    """One for a whole batch: its counts, never its values."""

    kind: ClassVar[str] = "batch.loaded"


@dataclass(frozen=True, slots=True, kw_only=True)
class MinimumChanged(Event):
    kind: ClassVar[str] = "tenant.minimum_changed"
