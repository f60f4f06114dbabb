"""What a district sets for all its agreements, on the wire."""

from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from alongside.core.fields import ReadModel, WriteModel

from .words import AgreementType

Basis = Literal["school_year", "anniversary"]
Days = Annotated[int, Field(ge=0, le=365)]
AnswerDays = Annotated[int, Field(ge=1, le=60)]


class RenewalLeadSetting(ReadModel):
    """So many days before the last one the next term of this type is to be drafted; `usual_days` unless `is_own`."""

    type: AgreementType
    days: int
    usual_days: int
    is_own: bool


class AgreementSettingsRead(ReadModel):
    """When both sides look at agreements again, when renewals open, and whether every school is to have a site plan
    (`asks_site_plans`; without one under an agreement in force its people have a task).

    `revisit_basis`: by the end of each school year, or on the eve of each anniversary of an agreement's first day.
    `revisit_window_days`: so many days before that one a revisit opens. `has_clause_checklist`: required clauses of
    standing terms have to be finalized by both sides before an agreement is sent for signature.
    `school_answer_days`: so many days after it was asked a school that has not answered is late, and its principal is
    reminded. `adopts_without_legal`: law does not read again what adopts another district's terms word for word.
    """

    version: int
    revisit_basis: Basis
    revisit_window_days: int
    school_answer_days: int
    asks_site_plans: bool
    renewal_leads: list[RenewalLeadSetting]
    has_clause_checklist: bool
    adopts_without_legal: bool


class RenewalLeadWrite(WriteModel):
    """The days of a type; null: as usual."""

    type: AgreementType
    days: Days | None


class AgreementSettingsWrite(WriteModel):
    """What the district wants; types that are not named are as usual; a checklist, how law reads what is adopted, and
    how long a school may take to answer, as it was unless it is named."""

    revisit_basis: Basis
    revisit_window_days: Days
    asks_site_plans: bool = False
    renewal_leads: Annotated[list[RenewalLeadWrite], Field(max_length=9)] = Field(default_factory=list)
    school_answer_days: AnswerDays | None = None
    has_clause_checklist: bool | None = None
    adopts_without_legal: bool | None = None

    @field_validator("renewal_leads")
    @classmethod
    def _once(cls, leads: list[RenewalLeadWrite]) -> list[RenewalLeadWrite]:
        if len({each.type for each in leads}) < len(leads):
            raise PydanticCustomError("named_twice", "Each type may be named once")
        return leads
