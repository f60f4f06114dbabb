"""The closed lists of papers."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from alongside.core.fields import Code, ReadModel
from alongside.partners.schemas.program import Delivery, TimeOfDay
from alongside.partners.schemas.words import Grade, OrgType, once

RequirementKind = Literal["insurance_certificate", "endorsement", "background_check", "agency_letter"]
PaperKind = Literal["insurance_certificate", "endorsement", "agency_letter", "staff_present"]
Coverage = Literal[
    "general_liability", "auto", "workers_comp", "sexual_abuse_molestation", "cyber", "professional", "umbrella"
]
CheckKind = Literal["state_criminal", "child_abuse", "fbi_fingerprint", "cori", "tb", "other"]
Instead = Literal["agency_letter", "staff_present"]
PaperStatus = Literal["draft", "submitted", "accepted", "rejected", "withdrawn"]
PaperState = Literal["missing", "submitted", "accepted", "rejected", "scheduled", "expiring", "expired", "withdrawn"]
PaperStanding = Literal[
    "paper_missing", "paper_expired", "paper_rejected", "paper_in_review", "paper_not_started", "paper_limits_low",
    "too_few_cleared", "nobody_listed",
]  # fmt: skip
Basis = Literal["employee", "volunteer"]
Result = Literal["pending", "clear", "not_clear"]

CheckKinds = Annotated[list[CheckKind], Field(max_length=6), AfterValidator(once)]
Deliveries = Annotated[list[Delivery], Field(max_length=3), AfterValidator(once)]
TimesOfDay = Annotated[list[TimeOfDay], Field(max_length=5), AfterValidator(once)]
Grades = Annotated[list[Grade], Field(max_length=14), AfterValidator(once)]
Insteads = Annotated[list[Instead], Field(max_length=2), AfterValidator(once)]
OrgTypes = Annotated[list[OrgType], Field(max_length=9), AfterValidator(once)]
Areas = Annotated[list[Code], Field(max_length=100), AfterValidator(once)]
Payment = Literal["paid", "free"]
Schools = Annotated[list[UUID], Field(max_length=500)]


class Named(ReadModel):
    """A record by its name."""

    id: UUID
    name: str
