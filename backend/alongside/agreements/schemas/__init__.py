"""The wire shapes of agreements."""

from .board import BoardVoteRead, BoardVotesRead, BoardVoteWrite
from .certificate import CertificateRead
from .changes import AgreementChanges
from .find import AgreementFilters, AgreementPage, AgreementSort
from .read import AgreementRead
from .revisits import OverdueRevisits, RevisitAnswer, RevisitsRead
from .routes import RouteRead, RoutesRead, RouteWrite
from .settings import AgreementSettingsRead, AgreementSettingsWrite
from .text import SectionRead, TextRead
from .text_changes import TextChanges
from .write import (
    AgreementCreate,
    AgreementReason,
    AgreementRecord,
    AgreementTermination,
    AgreementUpdate,
    ChangesWrite,
    ElsewhereSignature,
    ExpectationWrite,
    PaperSignature,
    PromiseWordWrite,
    ResourceWrite,
    ReviewWrite,
    SignatureWrite,
)

__all__ = [
    "AgreementChanges", "AgreementCreate", "AgreementFilters", "AgreementPage", "AgreementRead", "AgreementReason",
    "AgreementRecord", "AgreementSettingsRead", "AgreementSettingsWrite", "AgreementSort", "AgreementTermination",
    "AgreementUpdate", "BoardVoteRead", "BoardVoteWrite", "BoardVotesRead", "CertificateRead", "ChangesWrite",
    "ElsewhereSignature", "ExpectationWrite", "OverdueRevisits", "PaperSignature", "PromiseWordWrite",
    "ResourceWrite", "ReviewWrite", "RevisitAnswer", "RevisitsRead", "RouteRead", "RouteWrite", "RoutesRead",
    "SectionRead", "SignatureWrite", "TextChanges", "TextRead",
]  # fmt: skip
