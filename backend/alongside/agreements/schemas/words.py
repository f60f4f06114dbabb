"""The closed words of agreements on the wire."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

AgreementType = Literal[
    "mou", "moa", "school_partner_agreement", "services_contract", "space_use", "data_sharing", "research",
    "letter_of_agreement", "collaboration_plan",
]  # fmt: skip
TermKind = Literal["school_year", "summer", "multi_year", "custom"]
Status = Literal[
    "draft", "submitted", "in_review", "changes_requested", "approved", "out_for_signature", "executed", "suspended",
    "terminated", "rejected", "withdrawn", "superseded",
]  # fmt: skip
EffectiveStatus = Literal[
    "draft", "submitted", "in_review", "changes_requested", "approved", "out_for_signature", "scheduled", "active",
    "expiring_soon", "expired", "suspended", "terminated", "rejected", "withdrawn", "superseded",
]  # fmt: skip
"""What an agreement is on a day: once fully signed, what its dates say."""

Origin = Literal["drafted", "recorded"]
Confirmation = Literal["pending", "confirmed", "declined"]
Side = Literal["district", "school", "partner"]
SigningParty = Literal["district", "partner"]
ReviewStep = Literal["program", "legal", "risk", "privacy", "board"]
RouteStep = Literal["legal", "risk", "privacy", "board"]
SigningOrder = Literal["any", "partner_first", "district_first"]
TextSection = Literal[
    "parties", "purpose", "programs", "schools", "students", "schedule", "promises", "costs", "records", "term"
]
"""The sections of the text that a reviewer may write beside."""

Decision = Literal["approved", "changes_requested"]
Topic = Literal[
    "space", "schedule", "communication", "recruitment_referral", "staffing", "materials", "data", "family_contact",
    "safety", "facilities", "dispute_resolution", "revisit",
]  # fmt: skip
ProgramIds = Annotated[list[UUID], Field(max_length=50)]
SchoolIds = Annotated[list[UUID], Field(max_length=1000)]
