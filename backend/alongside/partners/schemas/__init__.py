"""The wire shapes of partners, their contacts and their programs."""

from .application import ApplicationFilters, ApplicationItem, ApplicationPage, ApplicationSort
from .bulk import BulkMoved, BulkMoveWrite, BulkOffers
from .contact import ContactCreate, ContactList, ContactRead, ContactUpdate
from .directory import PartnerExport, PartnerFacets, PartnerFilters, PartnerPage, PartnerQuestion, PartnerSort
from .joining import (
    DistrictList,
    JoinAsked,
    JoinConfirm,
    Joined,
    JoinOpen,
    JoinRead,
    JoinWrite,
    LetterAsked,
    LetterRead,
)
from .merge import MergeField, MergeList, MergeRead, MergeWrite
from .partner import (
    PartnerApproval,
    PartnerChanges,
    PartnerCreate,
    PartnerRead,
    PartnerReason,
    PartnerSubmission,
    PartnerUpdate,
    SimilarFilters,
    SimilarList,
)
from .program import ProgramCreate, ProgramFilters, ProgramPage, ProgramRead, ProgramSort, ProgramUpdate
from .words import PartnerRef

__all__ = [
    "ApplicationFilters",
    "ApplicationItem",
    "ApplicationPage",
    "ApplicationSort",
    "BulkMoveWrite",
    "BulkMoved",
    "BulkOffers",
    "ContactCreate",
    "ContactList",
    "ContactRead",
    "ContactUpdate",
    "DistrictList",
    "JoinAsked",
    "JoinConfirm",
    "JoinOpen",
    "JoinRead",
    "JoinWrite",
    "Joined",
    "LetterAsked",
    "LetterRead",
    "MergeField",
    "MergeList",
    "MergeRead",
    "MergeWrite",
    "PartnerApproval",
    "PartnerChanges",
    "PartnerCreate",
    "PartnerExport",
    "PartnerFacets",
    "PartnerFilters",
    "PartnerPage",
    "PartnerQuestion",
    "PartnerRead",
    "PartnerReason",
    "PartnerRef",
    "PartnerSort",
    "PartnerSubmission",
    "PartnerUpdate",
    "ProgramCreate",
    "ProgramFilters",
    "ProgramPage",
    "ProgramRead",
    "ProgramSort",
    "ProgramUpdate",
    "SimilarFilters",
    "SimilarList",
]  # fmt: skip
