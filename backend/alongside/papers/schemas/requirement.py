"""The wire shapes of requirements: which paper a district asks for, of which programs, from which day."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Cents, Day, Line, Prose, ReadModel, WriteModel
from alongside.partners.schemas.program import Supervision
from alongside.partners.schemas.words import OrgType

from .words import (
    Areas,
    CheckKind,
    CheckKinds,
    Coverage,
    Deliveries,
    Grades,
    Instead,
    Insteads,
    OrgTypes,
    Payment,
    RequirementKind,
    TimesOfDay,
)

Months = Annotated[int, Field(ge=1, le=240)]


class RequirementTerms(WriteModel):
    """What is asked, and of which programs: empty conditions ask it of every program, several have to hold together.

    `areas` are codes of the district's areas, each with everything under it, `org_types` kinds of organization,
    `payment` whether the school pays for the program, `supervision` whether its people are ever alone with students,
    `program_id` one program alone. What a program does not say is asked of it."""

    coverage: Coverage | None = None
    check_kinds: CheckKinds = Field(default_factory=list)
    min_each: Cents | None = None
    min_aggregate: Cents | None = None
    validity_months: Months | None = None
    deliveries: Deliveries = Field(default_factory=list)
    times_of_day: TimesOfDay = Field(default_factory=list)
    grades: Grades = Field(default_factory=list)
    needs_place: bool = False
    areas: Areas = Field(default_factory=list)
    org_types: OrgTypes = Field(default_factory=list)
    payment: Payment | None = None
    supervision: Supervision | None = None
    program_id: UUID | None = None
    accepts_instead: Insteads = Field(default_factory=list)


class RequirementCreate(RequirementTerms):
    """A new requirement. `enforced_from` is the first day on which it keeps a program out; until then it is due."""

    kind: RequirementKind
    title: Line
    note: Prose | None = None
    enforced_from: Day


class RequirementReplace(RequirementTerms):
    """The terms from a later day on; until then the old ones hold."""

    title: Line
    note: Prose | None = None
    enforced_from: Day


class RequirementUpdate(RequirementTerms):
    """A merge patch. Once it is in force only its title and note change; what was asked on past days stays."""

    title: Line = Field(default_factory=str)
    note: Prose | None = None
    enforced_from: Day = Field(default_factory=lambda: date.min)


class RequirementRetire(WriteModel):
    """`retired_from` is the first day on which it is no longer asked, today unless it is a later one."""

    retired_from: Day | None = None


class RequirementsAdopt(WriteModel):
    """Start from common practice; nothing keeps anybody out before `enforced_from`."""

    enforced_from: Day


class AskedProgram(ReadModel):
    """The one program of which something is asked, and whose it is."""

    id: UUID
    name: str
    partner: str


class RequirementRead(ReadModel):
    """What the district asks for; `has_areas_below`: areas under those named are meant too; `is_enforced` and
    `is_retired` are as of the day asked about."""

    id: UUID
    version: int
    kind: RequirementKind
    title: str
    note: str | None
    coverage: Coverage | None
    check_kinds: list[CheckKind]
    min_each: str | None
    min_aggregate: str | None
    validity_months: int | None
    deliveries: list[str]
    times_of_day: list[str]
    grades: list[str]
    needs_place: bool
    areas: list[str]
    area_names: list[str]
    has_areas_below: bool
    org_types: list[OrgType]
    payment: Payment | None
    supervision: Supervision | None
    program_id: UUID | None
    program: AskedProgram | None
    accepts_instead: list[Instead]
    enforced_from: date
    retired_from: date | None
    replaces_id: UUID | None
    is_enforced: bool
    is_retired: bool
    can_edit: bool
    updated_at: datetime


class RequirementList(ReadModel):
    """Everything that is asked on a day or later, by title; `can_adopt`: there is none yet, and the caller may start
    from common practice."""

    effective_on: date
    can_add: bool
    can_adopt: bool
    items: list[RequirementRead]
