"""The texts of agreements as they were fixed, and what was signed below them or kept beside them."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, LargeBinary
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from alongside.core.models import TenantPart, instant, one_of, refers


class AgreementText(TenantPart, table=True):
    """A text as it was frozen for signature; signatures name it by its hash, voided ones too."""

    __tablename__: ClassVar[Any] = "agreement_text"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        Index("agreement_text_hash", "tenant_id", "agreement_id", "sha256", unique=True),
    )

    agreement_id: UUID
    sha256: str
    document: dict[str, Any] = Field(sa_type=JSONB)
    frozen_at: datetime = instant(default=True)


class Signature(TenantPart, table=True):
    """One party's signature on one frozen text; a recall voids it, nothing deletes it.

    Signed on paper: `document_id` is the scan, `entered_by_id` who says that it shows this signature.
    """

    __tablename__: ClassVar[Any] = "signature"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("document_id", "agreement_document"),
        one_of("party", "district", "partner"),
        one_of("method", "esign", "wet"),
        Index("signature_agreement", "tenant_id", "agreement_id", "id"),
    )

    agreement_id: UUID
    party: str
    signer_id: UUID | None = Field(default=None, foreign_key="person.id")
    signer_name: str
    signer_title: str
    method: str
    signed_on: date
    signed_at: datetime = instant(default=True)
    document_hash: str | None = None
    has_consented: bool = False
    consent_words: str | None = None
    ip_address: str | None = None
    entered_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    document_id: UUID | None = None
    voided_at: datetime | None = instant(nullable=True)


class AgreementDocument(TenantPart, table=True):
    """A paper that belongs to an agreement, such as the scan of one signed elsewhere."""

    __tablename__: ClassVar[Any] = "agreement_document"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        Index("agreement_document_agreement", "tenant_id", "agreement_id", "id"),
    )

    agreement_id: UUID
    name: str
    media_type: str
    sha256: str
    size: int
    content: bytes = Field(sa_type=LargeBinary)
    uploaded_at: datetime = instant(default=True)
    uploaded_by_id: UUID | None = Field(default=None, foreign_key="person.id")
