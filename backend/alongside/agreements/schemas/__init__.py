"""The wire shapes of agreements."""

from .read import AgreementFilters, AgreementPage, AgreementRead, AgreementSort, TextRead
from .write import (
    AgreementCreate,
    AgreementReason,
    AgreementRecord,
    AgreementUpdate,
    ElsewhereSignature,
    ExpectationWrite,
    ResourceWrite,
    ReviewWrite,
    SignatureWrite,
)

__all__ = [
    "AgreementCreate", "AgreementFilters", "AgreementPage", "AgreementRead", "AgreementReason", "AgreementRecord",
    "AgreementSort", "AgreementUpdate", "ElsewhereSignature", "ExpectationWrite", "ResourceWrite", "ReviewWrite",
    "SignatureWrite", "TextRead",
]  # fmt: skip
