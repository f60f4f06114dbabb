"""Facts about the site plans of schools."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDrafted(Event):
    kind: ClassVar[str] = "site_plan.drafted"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEdited(Event):
    kind: ClassVar[str] = "site_plan.edited"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanProposed(Event):
    """Put to both sides."""

    kind: ClassVar[str] = "site_plan.proposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAgreed(Event):
    """One side gave its word; with the second one it is agreed."""

    kind: ClassVar[str] = "site_plan.agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChangesRequested(Event):
    kind: ClassVar[str] = "site_plan.changes_requested"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWithdrawn(Event):
    kind: ClassVar[str] = "site_plan.withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEnded(Event):
    kind: ClassVar[str] = "site_plan.ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReplaced(Event):
    """The next plan of the school was agreed."""

    kind: ClassVar[str] = "site_plan.replaced"


PLAN_MOVED: Final[Mapping[str, type[Event]]] = {
    "propose": PlanProposed,
    "agree": PlanAgreed,
    "request-changes": PlanChangesRequested,
    "withdraw": PlanWithdrawn,
    "end": PlanEnded,
}
