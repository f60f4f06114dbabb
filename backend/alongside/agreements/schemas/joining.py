"""Asking to join an agreement that another school has signed, on the wire."""

from datetime import date
from typing import Literal
from uuid import UUID

from alongside.core.fields import Prose, ReadModel, WriteModel
from alongside.core.lifecycle import AllowedMove

from .refs import PartnerRef, PersonRef, ProgramRef, SchoolRef
from .words import AgreementType, EffectiveStatus


class JoinRequestCreate(WriteModel):
    """For which of your schools, and what the office should know."""

    school_id: UUID
    note: Prose | None = None


class JoinableAgreement(ReadModel):
    """What may be known of an agreement before one joins it: with whom, what, for how long, and at which schools.

    `is_asked`: your school has asked already.
    """

    id: UUID
    number: str
    type: AgreementType
    title: str
    partner: PartnerRef
    programs: list[ProgramRef]
    schools: list[str]
    starts_on: date
    ends_on: date
    effective_status: EffectiveStatus
    is_asked: bool


class JoinableAgreements(ReadModel):
    """The signed agreements that a school could join, by partner."""

    id: UUID
    as_of: date
    can_ask: bool
    items: list[JoinableAgreement]


class AgreementTitle(ReadModel):
    """An agreement, whoever may open it."""

    id: UUID
    number: str
    title: str


class JoinRequestRead(ReadModel):
    """A school's wish to join. `is_principals`: its principal asked, whose word is thereby given; otherwise the
    principal is asked once the office has said yes."""

    id: UUID
    version: int
    agreement: AgreementTitle
    partner: PartnerRef
    school: SchoolRef
    status: Literal["asked", "accepted", "refused", "withdrawn"]
    note: str | None
    is_principals: bool
    asked_by: PersonRef
    asked_on: date
    decided_by: PersonRef | None
    decided_on: date | None
    reason: str | None
    allowed_moves: list[AllowedMove]


class JoinRequests(ReadModel):
    """The wishes to join that wait, and those of your schools that were answered."""

    items: list[JoinRequestRead]
