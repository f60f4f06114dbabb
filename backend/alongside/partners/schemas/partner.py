"""The wire shapes of partner organizations."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from alongside.core.fields import Day, Email, Line, Phrase, Prose, ReadModel, WriteModel
from alongside.core.lifecycle import AllowedMove
from alongside.core.paging import ListQuery, PageRead

from .contact import ContactRead

OrgType = Literal[
    "nonprofit", "higher_ed", "business", "government", "health", "cultural", "faith", "foundation", "other"
]
PartnerStatus = Literal[
    "prospective", "submitted", "under_review", "changes_requested", "approved", "declined", "suspended", "inactive"
]
FundingStatus = Literal["fully_funded", "partially_funded", "seeking"]
ProgramStatus = Literal["draft", "submitted", "approved", "retired"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Grade = Literal["PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]

Ein = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}-?[0-9]{7}$")]
"""An employer identification number, its hyphen optional."""

Website = Annotated[str, StringConstraints(max_length=300, pattern=r"^https?://[^\s\x00-\x1f\x7f]+$")]
PostalCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{5}(-[0-9]{4})?$")]
State = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


def once(values: list[str]) -> list[str]:
    """A list said twice over is said once, in its first order."""
    return list(dict.fromkeys(values))


Languages = Annotated[list[Line], Field(max_length=30), AfterValidator(once)]


class PartnerSort(StrEnum):
    """How the directory may be ordered."""

    NAME = "name"
    NAME_DOWN = "-name"
    UPDATED = "updated_at"
    UPDATED_DOWN = "-updated_at"


def _some(one: str, most: int = 20) -> StringConstraints:
    """One value or several, with commas between them: a saved view and an address keep them as one word."""
    return StringConstraints(pattern=f"^{one}(,{one}){{0,{most - 1}}}$")


def _some_of(literal: Any) -> StringConstraints:
    return _some(f"({'|'.join(get_args(literal))})")


class PartnerQuestion(BaseModel):
    """`q` looks for a fragment of the name, or for words in mission and programs; `area` also takes the areas below
    it, `school` means serves it today.

    `area`, `grade`, `language`, `day`, `org_type` and `status` take several values with commas between them: any of
    them will do. `area`, `grade`, `language` and `day` must all be true of one program. `approved`: approved, and
    the approval has not run out. `effective_on` says on which day approvals are looked at.
    """

    model_config = ConfigDict(extra="forbid")

    q: Phrase | None = None
    area: Annotated[str, _some("[a-z][a-z0-9_]{0,59}")] | None = None
    grade: Annotated[str, _some_of(Grade)] | None = None
    language: Annotated[str, _some(r"[^\s,\x00-\x1f\x7f][^,\x00-\x1f\x7f]{0,39}")] | None = None
    day: Annotated[str, _some_of(Weekday)] | None = None
    school: UUID | None = None
    org_type: Annotated[str, _some_of(OrgType)] | None = None
    status: Annotated[str, _some_of(PartnerStatus)] | None = None
    approved: bool | None = None
    effective_on: Day | None = None

    def narrowing(self) -> dict[str, Any]:
        """What was asked, by name."""
        names = PartnerQuestion.model_fields
        return {name: value for name in names if (value := getattr(self, name)) is not None}


class PartnerFilters(ListQuery, PartnerQuestion):
    """Which partners, in which order."""

    sort: PartnerSort = PartnerSort.NAME


class PartnerExport(PartnerQuestion):
    """All that the directory holds, in its order, as a file."""

    sort: PartnerSort = PartnerSort.NAME


class Facet(ReadModel):
    """One value of a filter, and how many partners the list would have with it."""

    value: str
    count: int


class PartnerFacets(ReadModel):
    """For each filter the values that any partner has, counted beside the other filters that are set. `area` counts
    a wider area once for every partner in it or below it."""

    as_of: date
    total: int
    area: list[Facet]
    grade: list[Facet]
    language: list[Facet]
    day: list[Facet]
    org_type: list[Facet]
    status: list[Facet]
    approved: int


class PartnerItem(ReadModel):
    """A row of the directory; `areas` are those of the programs that the reader may see."""

    id: UUID
    name: str
    org_type: OrgType
    status: PartnerStatus
    vetting_expired: bool
    city: str | None
    phone: str | None
    areas: list[str]
    updated_at: datetime


class PartnerPage(PageRead):
    """A page of the directory."""

    items: list[PartnerItem]


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


class PartnerRef(ReadModel):
    """A partner by name."""

    id: UUID
    name: str


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
