"""What the directory may be asked, its facets and its rows."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, get_args
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints

from alongside.core.fields import Day, Phrase, ReadModel
from alongside.core.paging import ListQuery, PageRead
from alongside.schools.schemas import SchoolRef

from .words import Grade, OrgType, PartnerStatus, Weekday


class PartnerSort(StrEnum):
    """How the directory may be ordered."""

    NAME = "name"
    NAME_DOWN = "-name"
    UPDATED = "updated_at"
    UPDATED_DOWN = "-updated_at"
    CONTACT = "last_contact_on"
    CONTACT_DOWN = "-last_contact_on"


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

    def given(self) -> dict[str, Any]:
        """Nothing beside `narrowing`, which the queries name in their own way."""
        return {}


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


class PartnerSchools(ReadModel):
    """How many schools a partner serves, and the first three by name."""

    count: int
    first: list[SchoolRef]


class PartnerAgreements(ReadModel):
    """How many agreements with a partner are in force, and the first day on which one of them ends."""

    in_force: int
    next_end: date | None


class PartnerItem(ReadModel):
    """A row of the directory; `areas` are those of the programs that the reader may see.

    `schools` counts those with a partnership that is active or paused on the day and that the reader may see (a
    school's people: their own schools); `agreements` those in force on the day that the reader may open.
    `last_contact_on` is the last day on which the partner itself said something that is kept here: handed in its
    application, a paper or an agreement, signed, gave notice, answered a revisit or a site plan, or said whether a
    promise was kept. Calls, letters and visits are not kept, what the district alone does does not count, and the
    day is today's whatever the day asked for; null when there is nothing of the kind. All three are null where the
    reader may not see them: of other organizations, a partner's people.
    """

    id: UUID
    name: str
    org_type: OrgType
    status: PartnerStatus
    vetting_expired: bool
    city: str | None
    phone: str | None
    areas: list[str]
    schools: PartnerSchools | None
    agreements: PartnerAgreements | None
    last_contact_on: date | None
    updated_at: datetime


class PartnerPage(PageRead):
    """A page of the directory."""

    items: list[PartnerItem]
