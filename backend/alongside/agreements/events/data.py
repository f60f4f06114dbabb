"""Facts about student records under an agreement."""

from dataclasses import dataclass
from typing import ClassVar

from alongside.core.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTermsWritten(Event):
    """What a data sharing agreement says of student records."""

    kind: ClassVar[str] = "agreement.data_terms_written"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDestructionCertified(Event):
    """The student records were destroyed or given back."""

    kind: ClassVar[str] = "agreement.data_destruction_certified"
