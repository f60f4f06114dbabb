"""The wire shapes of partners, their contacts and their programs."""

from .contact import ContactCreate, ContactList, ContactRead, ContactUpdate
from .merge import MergeField, MergeList, MergeRead, MergeWrite
from .partner import (
    PartnerApproval,
    PartnerChanges,
    PartnerCreate,
    PartnerFilters,
    PartnerPage,
    PartnerRead,
    PartnerReason,
    PartnerRef,
    PartnerSort,
    PartnerSubmission,
    PartnerUpdate,
    SimilarFilters,
    SimilarList,
)
from .program import ProgramCreate, ProgramFilters, ProgramPage, ProgramRead, ProgramSort, ProgramUpdate

__all__ = [
    "ContactCreate",
    "ContactList",
    "ContactRead",
    "ContactUpdate",
    "MergeField",
    "MergeList",
    "MergeRead",
    "MergeWrite",
    "PartnerApproval",
    "PartnerChanges",
    "PartnerCreate",
    "PartnerFilters",
    "PartnerPage",
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
