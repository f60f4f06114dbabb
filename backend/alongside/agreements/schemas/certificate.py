"""The signing certificate on the wire."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from alongside.core.fields import ReadModel

from .words import Decision, Origin, ReviewStep, SigningParty


class CertifiedSignature(ReadModel):
    """A signature with all that is kept of it: for whom, the name and authority as typed, the account that was signed
    in, when, the network address it came from, the consent in the words that were agreed to, and the text's hash."""

    id: UUID
    party: SigningParty
    signed_for: str
    name: str
    title: str
    account: str | None
    method: Literal["esign", "wet"]
    signed_on: date
    signed_at: datetime | None
    ip_address: str | None
    consent: str | None
    sha256: str | None
    voided_at: datetime | None


class CertifiedEvent(ReadModel):
    """Something that happened on the way to the signatures, or to them, as the log has it."""

    at: datetime
    what: Literal[
        "submitted", "review_started", "reviewed", "changes_requested", "school_confirmed", "school_declined",
        "approved", "recorded", "sent_for_signature", "signed", "recalled", "executed", "suspended", "reinstated",
        "terminated",
    ]  # fmt: skip
    by: str | None
    party: SigningParty | None
    step: ReviewStep | None
    decision: Decision | None
    sha256: str | None


class CertificateRead(ReadModel):
    """Who signed which text. `is_complete`: both parties did; voided signatures stay listed."""

    id: UUID
    version: int
    number: str
    title: str
    sha256: str
    frozen_at: datetime
    is_complete: bool
    effective_on: date | None
    origin: Origin
    time_zone: str
    signatures: list[CertifiedSignature]
    given: int
    events: list[CertifiedEvent]
