"""The tables of agreements."""

from .agreement import (
    Agreement,
    AgreementHold,
    AgreementNotice,
    AgreementProgram,
    AgreementSchool,
    AgreementSchoolBefore,
    AgreementSeries,
    RenewalLead,
)
from .data import DataDestruction, DataTerms
from .joining import JoinRequest
from .openings import AgreementAdoption, AgreementOpening, OpenAgreement
from .plans import SitePlan, SitePlanWord
from .promises import Expectation, PromiseWord, ResourceCommitment
from .review import AgreementReview, AgreementRoute, BoardVote, BoardVoteAgreement, ReviewNote
from .revisits import Revisit, RevisitWord
from .templates import AgreementTemplate, AgreementTemplateVersion, ClauseWord, TreeAnswer
from .text import AgreementDocument, AgreementText, Signature

__all__ = [
    "Agreement",
    "AgreementAdoption",
    "AgreementDocument",
    "AgreementHold",
    "AgreementNotice",
    "AgreementOpening",
    "AgreementProgram",
    "AgreementReview",
    "AgreementRoute",
    "AgreementSchool",
    "AgreementSchoolBefore",
    "AgreementSeries",
    "AgreementTemplate",
    "AgreementTemplateVersion",
    "AgreementText",
    "BoardVote",
    "BoardVoteAgreement",
    "ClauseWord",
    "DataDestruction",
    "DataTerms",
    "Expectation",
    "JoinRequest",
    "OpenAgreement",
    "PromiseWord",
    "RenewalLead",
    "ResourceCommitment",
    "ReviewNote",
    "Revisit",
    "RevisitWord",
    "Signature",
    "SitePlan",
    "SitePlanWord",
    "TreeAnswer",
]
