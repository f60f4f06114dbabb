"""Who may sign an agreement, who did, and the papers that belong to it."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from alongside.core.fields import ReadModel

from .refs import PersonRef
from .words import (
    SigningParty,
)


class SignatureRead(ReadModel):
    """A given signature; a recall voids it and nothing deletes it. One on paper: who entered it, and its scan."""

    id: UUID
    party: SigningParty
    name: str
    title: str
    method: Literal["esign", "wet"]
    signed_on: date
    sha256: str | None
    entered_by: PersonRef | None
    document_id: UUID | None
    voided_at: datetime | None


class SignatoryRead(ReadModel):
    """Who may sign for a party."""

    party: SigningParty
    people: list[PersonRef]


class AgreementDocumentRead(ReadModel):
    """A paper that belongs to the agreement; its content is at `…/documents/{id}`."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    uploaded_at: datetime
    uploaded_by: PersonRef | None
