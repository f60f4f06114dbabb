"""Facts about schools."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolCreated(Event):
    kind: ClassVar[str] = "school.created"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolUpdated(Event):
    kind: ClassVar[str] = "school.updated"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolAliasAdded(Event):
    kind: ClassVar[str] = "school.alias_added"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolAliasRemoved(Event):
    kind: ClassVar[str] = "school.alias_removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolClosed(Event):
    kind: ClassVar[str] = "school.closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolReopened(Event):
    kind: ClassVar[str] = "school.reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class InstructionDaysSet(Event):
    """About the district; of each school year what was known before and is now."""

    kind: ClassVar[str] = "tenant.instruction_days_set"
