"""The words that partners are described in, and a partner by its name."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from alongside.core.fields import Line, ReadModel

OrgType = Literal[
    "nonprofit", "higher_ed", "business", "government", "health", "cultural", "faith", "foundation", "other"
]
PartnerStatus = Literal[
    "prospective", "submitted", "under_review", "changes_requested", "approved", "declined", "suspended", "inactive"
]
FundingStatus = Literal["fully_funded", "partially_funded", "seeking"]
ProgramStatus = Literal["draft", "submitted", "approved", "retired"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Grade = Literal["PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]

Ein = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}-?[0-9]{7}$")]
"""An employer identification number, its hyphen optional."""

Website = Annotated[str, StringConstraints(max_length=300, pattern=r"^https?://[^\s\x00-\x1f\x7f]+$")]
PostalCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{5}(-[0-9]{4})?$")]
State = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


def once(values: list[str]) -> list[str]:
    """A list said twice over is said once, in its first order."""
    return list(dict.fromkeys(values))


Languages = Annotated[list[Line], Field(max_length=30), AfterValidator(once)]


class PartnerRef(ReadModel):
    """A partner by name."""

    id: UUID
    name: str
