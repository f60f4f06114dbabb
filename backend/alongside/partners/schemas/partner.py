"""The wire shapes of a partner's record."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from alongside.core.fields import Day, Email, Line, Phrase, Prose, ReadModel, WriteModel
from alongside.core.lifecycle import AllowedMove

from .contact import ContactRead
from .words import (
    Ein,
    FundingStatus,
    Languages,
    OrgType,
    PartnerRef,
    PartnerStatus,
    PostalCode,
    ProgramStatus,
    State,
    Website,
)


class PartnerFields(WriteModel):
    """What may be said of a partner besides who it is.

    `sponsor_name` and `sponsor_ein` name a fiscal sponsor without a record here; the EIN of a record that the caller
    sees makes that one the sponsor. A sponsor by id clears both.
    """

    ein: Ein | None = None
    sector: Line | None = None
    mission: Prose | None = None
    website: Website | None = None
    phone: Line | None = None
    email: Email | None = None
    address: Line | None = None
    city: Line | None = None
    state: State | None = None
    postal_code: PostalCode | None = None
    languages: Languages = Field(default_factory=list)
    funding_status: FundingStatus | None = None
    charges_fee: bool | None = None
    is_public: bool = False
    parent_partner_id: UUID | None = None
    fiscal_sponsor_id: UUID | None = None
    sponsor_name: Line | None = None
    sponsor_ein: Ein | None = None
    vendor_number: Line | None = None


class PartnerCreate(PartnerFields):
    """A new organization; without a legal name it is called what people call it."""

    name: Line
    legal_name: Line | None = None
    org_type: OrgType


class PartnerUpdate(PartnerFields):
    """A merge patch: what is named changes, null clears."""

    name: Line = Field(default_factory=str)
    legal_name: Line = Field(default_factory=str)
    org_type: OrgType = Field(default_factory=lambda: "other")
    vetting_expires_on: Day | None = None


class PartnerReason(WriteModel):
    """Why; the partner reads it too."""

    reason: Prose


NoteField = Literal[
    "name", "legal_name", "org_type", "ein", "sector", "mission", "website", "phone", "email", "address", "city",
    "state", "postal_code", "languages", "funding_status", "charges_fee", "contacts", "programs", "capacity", "papers",
]  # fmt: skip
"""What of an application a note can stand beside."""


class NoteWrite(WriteModel):
    """What has to change, beside the field that it concerns."""

    field: NoteField
    note: Annotated[Prose, StringConstraints(max_length=1000)]


class PartnerChanges(PartnerReason):
    """What has to change, as a whole and field by field; the partner reads both."""

    notes: Annotated[list[NoteWrite], Field(max_length=40)] = Field(default_factory=list)


class PartnerSubmission(WriteModel):
    """A word to the office with the application. Whoever was declined says what has changed since."""

    note: Prose | None = None


class PartnerApproval(WriteModel):
    """Until when the vetting holds; left out, it holds until somebody says otherwise."""

    vetting_expires_on: Day | None = None


class SimilarFilters(WriteModel):
    """The name and EIN that are about to be entered; `but` leaves the record itself out."""

    name: Phrase | None = None
    ein: Ein | None = None
    but: UUID | None = None


class SimilarPartner(ReadModel):
    """A record that may be the same organization, and what makes it so; `score` is 1 for the same EIN."""

    id: UUID
    name: str
    legal_name: str | None
    org_type: OrgType
    city: str | None
    status: PartnerStatus
    because: Literal["ein", "name", "legal_name", "former_name"]
    score: float


class SimilarList(ReadModel):
    items: list[SimilarPartner]


class PartnerProgram(ReadModel):
    """A program as its partner's record shows it."""

    id: UUID
    name: str
    status: ProgramStatus
    areas: list[str]
    grades: list[str]
    delivery: str | None
    times_of_day: list[str]
    capacity_students: int | None


class ProfileTask(ReadModel):
    """One topic of an application; `changes` means that the office has asked for some."""

    task: Literal["about", "services", "capacity", "contacts"]
    state: Literal["done", "to_do", "changes"]
    missing: list[str]


class Profile(ReadModel):
    """How complete a profile is, also in words: `6 of 8 done: missing mission, grade levels`."""

    done: int
    of: int
    missing: list[str]
    words: str
    tasks: list[ProfileTask]


class NoteRead(ReadModel):
    """What the office asked to have changed beside a field, and the day it was handed in again."""

    id: UUID
    field: NoteField
    note: str
    asked_on: date
    closed_on: date | None


class FormerName(ReadModel):
    """A legal name of before and the last day on which it was."""

    legal_name: str
    until_on: date


class Reviewer(ReadModel):
    """Who has the application."""

    id: UUID
    name: str


class PartnerRead(ReadModel):
    """One partner.

    `view` says how much the reader sees: `full`, or the public `directory` fields (another partner's people),
    where what is withheld is null. `similar` names records that may be the same organization; `notes` are what the
    office asked for last, open until the application is handed in again.
    """

    id: UUID
    version: int
    view: Literal["full", "directory"]
    name: str
    legal_name: str | None
    ein: str | None
    org_type: OrgType
    sector: str | None
    mission: str | None
    website: str | None
    phone: str | None
    email: str | None
    address: str | None
    city: str | None
    state: str | None
    postal_code: str | None
    languages: list[str]
    funding_status: FundingStatus | None
    charges_fee: bool | None
    status: PartnerStatus
    status_reason: str | None
    submitted_on: date | None
    vetted_on: date | None
    vetting_expires_on: date | None
    vetting_expired: bool
    is_public: bool
    parent: PartnerRef | None
    fiscal_sponsor: PartnerRef | None
    sponsor_name: str | None
    sponsor_ein: str | None
    vendor_number: str | None
    application_note: str | None
    reviewer: Reviewer | None
    former_names: list[FormerName]
    chapters: list[PartnerRef]
    notes: list[NoteRead]
    contacts: list[ContactRead]
    programs: list[PartnerProgram]
    profile: Profile | None
    similar: list[PartnerRef]
    can_edit: bool
    allowed_moves: list[AllowedMove]
    updated_at: datetime
