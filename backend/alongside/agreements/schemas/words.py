"""The closed words of agreements on the wire."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import Field

from alongside.identity.schemas import Locale

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
    "parties", "purpose", "programs", "schools", "students", "schedule", "promises", "costs", "records", "terms", "term"
]
"""The sections of the text that a reviewer may write beside."""

Decision = Literal["approved", "changes_requested"]
Topic = Literal[
    "space", "schedule", "communication", "recruitment_referral", "staffing", "materials", "data", "family_contact",
    "safety", "facilities", "dispute_resolution", "revisit",
]  # fmt: skip
Intensity = Literal["few_visits", "every_week", "many_or_alone"]
TreeAnswerKey = Literal[
    "money_yes", "money_no", "space_yes", "space_no", "records_yes", "records_no", "few_visits", "every_week",
    "many_or_alone",
]  # fmt: skip
"""The answers about a new agreement, in the order of the questions."""

ClauseState = Literal["not_yet_addressed", "under_discussion", "finalized"]
ProgramIds = Annotated[list[UUID], Field(max_length=50)]
SchoolIds = Annotated[list[UUID], Field(max_length=1000)]

CONSENT: Final[Mapping[Locale, str]] = {
    "en": "I agree to sign electronically. My typed name has the effect of a signature on paper. I can keep the text "
    "as a PDF, and I may sign on paper instead.",
    "es": "Acepto firmar electrónicamente. Mi nombre escrito tiene el efecto de una firma en papel. Puedo guardar el "
    "texto en PDF y, si prefiero, firmar en papel.",
}
"""What a signer agrees to; kept with each signature in the words that were agreed to."""
