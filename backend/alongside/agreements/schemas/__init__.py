"""The wire shapes of agreements."""

from .board import BoardVoteRead, BoardVotesRead, BoardVoteWrite
from .calendar import AgreementCalendar, CalendarFilters
from .certificate import CertificateRead
from .changes import AgreementChanges
from .clauses import ClauseWrite
from .data_terms import DataTermsRead, DataTermsWrite, DestructionWrite
from .find import AgreementExport, AgreementFilters, AgreementPage, AgreementQuestion, AgreementSort
from .joining import JoinableAgreements, JoinRequestCreate, JoinRequestRead, JoinRequests
from .openings import (
    AdoptionCreate,
    OpenAgreementFilters,
    OpenAgreementRead,
    OpenAgreements,
    OpeningCreate,
    OpeningRead,
    OpeningsRead,
)
from .plans import (
    AgreementPlans,
    SitePlanCopies,
    SitePlanCreate,
    SitePlanFilters,
    SitePlanPage,
    SitePlanRead,
    SitePlanSort,
    SitePlanUpdate,
)
from .read import AgreementRead
from .revisits import OverdueRevisits, RevisitAnswer, RevisitsRead
from .routes import RouteRead, RoutesRead, RouteWrite
from .settings import AgreementSettingsRead, AgreementSettingsWrite
from .states import AgreementStates, StateFilters
from .templates import (
    StandingSectionWrite,
    TemplateCopy,
    TemplateCreate,
    TemplateRead,
    TemplateSectionWrite,
    TemplatesRead,
    TemplateUpdate,
    TemplateVersionRead,
    VersionsCompared,
)
from .text import SectionRead, TextRead
from .text_changes import TextChanges
from .tree import RecommendationRead, TreeAnswerRead, TreeAnswersWrite, TreeAnswerWrite, TreeBackWrite, TreeRead
from .words import CONSENT
from .write import (
    AgreementCreate,
    AgreementReason,
    AgreementRecord,
    AgreementRenewal,
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
    "CONSENT", "AdoptionCreate", "AgreementCalendar", "AgreementChanges", "AgreementCreate", "AgreementExport",
    "AgreementFilters", "AgreementPage", "AgreementPlans", "AgreementQuestion", "AgreementRead", "AgreementReason",
    "AgreementRecord", "AgreementRenewal", "AgreementSettingsRead", "AgreementSettingsWrite", "AgreementSort",
    "AgreementStates", "AgreementTermination", "AgreementUpdate", "BoardVoteRead", "BoardVoteWrite",
    "BoardVotesRead", "CalendarFilters", "CertificateRead", "ChangesWrite", "ClauseWrite", "DataTermsRead",
    "DataTermsWrite", "DestructionWrite", "ElsewhereSignature", "ExpectationWrite", "JoinRequestCreate",
    "JoinRequestRead", "JoinRequests", "JoinableAgreements", "OpenAgreementFilters", "OpenAgreementRead",
    "OpenAgreements", "OpeningCreate", "OpeningRead", "OpeningsRead", "OverdueRevisits", "PaperSignature",
    "PromiseWordWrite", "RecommendationRead", "ResourceWrite", "ReviewWrite", "RevisitAnswer", "RevisitsRead",
    "RouteRead", "RouteWrite", "RoutesRead", "SectionRead", "SignatureWrite", "SitePlanCopies", "SitePlanCreate",
    "SitePlanFilters", "SitePlanPage", "SitePlanRead", "SitePlanSort", "SitePlanUpdate", "StandingSectionWrite",
    "StateFilters", "TemplateCopy", "TemplateCreate", "TemplateRead", "TemplateSectionWrite", "TemplateUpdate",
    "TemplateVersionRead", "TemplatesRead", "TextChanges", "TextRead", "TreeAnswerRead", "TreeAnswerWrite",
    "TreeAnswersWrite", "TreeBackWrite", "TreeRead", "VersionsCompared",
]  # fmt: skip
