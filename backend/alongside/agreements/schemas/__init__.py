"""The wire shapes of agreements."""

from .certificate import CertificateRead
from .find import AgreementFilters, AgreementPage, AgreementSort
from .read import AgreementRead
from .revisits import OverdueRevisits, RevisitAnswer, RevisitsRead
from .text import SectionRead, TextRead
from .write import (
    AgreementCreate,
    AgreementReason,
    AgreementRecord,
    AgreementUpdate,
    ElsewhereSignature,
    ExpectationWrite,
    PaperSignature,
    PromiseWordWrite,
    ResourceWrite,
    ReviewWrite,
    SignatureWrite,
)

__all__ = [
    "AgreementCreate", "AgreementFilters", "AgreementPage", "AgreementRead", "AgreementReason", "AgreementRecord",
    "AgreementSort", "AgreementUpdate", "CertificateRead", "ElsewhereSignature", "ExpectationWrite", "OverdueRevisits",
    "PaperSignature", "PromiseWordWrite", "ResourceWrite", "ReviewWrite", "RevisitAnswer", "RevisitsRead",
    "SectionRead", "SignatureWrite", "TextRead",
]  # fmt: skip
