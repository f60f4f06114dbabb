"""Facts about templates, and about the clauses of the checklist."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateAdded(Event):
    kind: ClassVar[str] = "agreement_template.added"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateEdited(Event):
    """What its next version is to say was changed; published versions stay."""

    kind: ClassVar[str] = "agreement_template.edited"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateDraftDropped(Event):
    kind: ClassVar[str] = "agreement_template.draft_dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePublished(Event):
    kind: ClassVar[str] = "agreement_template.published"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateWithdrawn(Event):
    kind: ClassVar[str] = "agreement_template.retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateReinstated(Event):
    kind: ClassVar[str] = "agreement_template.reinstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseMoved(Event):
    """One side said how far a clause of the checklist is."""

    kind: ClassVar[str] = "agreement.clause_moved"
