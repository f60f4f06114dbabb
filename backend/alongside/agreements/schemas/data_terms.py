"""What a data sharing agreement says of student records, and their destruction, on the wire."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Day, Line, Prose, ReadModel, WriteModel

from .refs import AgreementRef, PersonRef

DataBasis = Literal["consent", "school_official", "studies", "audit_evaluation", "directory"]
StudentData = Literal["destroy", "return", "carry_on"]
Elements = Annotated[list[Line], Field(max_length=100)]


class DataTermsWrite(WriteModel):
    """The terms about student records, all at once; what is left out is not said. Kept incomplete while it is a draft,
    complete before it is sent for review. `destruction_days` count from the day after the last one."""

    basis: DataBasis | None = None
    data_elements: Elements = Field(default_factory=list)
    directory_elements: Elements = Field(default_factory=list)
    users: Prose | None = None
    institutional_function: Prose | None = None
    direct_control: Prose | None = None
    representative: Line | None = None
    no_identification: bool = False
    consent: Prose | None = None
    opt_outs: Prose | None = None
    may_redisclose: bool = False
    redisclosure: Prose | None = None
    security: Prose | None = None
    retention: Prose | None = None
    destruction_days: Annotated[int, Field(ge=0, le=3650)] | None = None
    breach_hours: Annotated[int, Field(ge=1, le=720)] | None = None
    breach_contact: Line | None = None
    parents_access: Prose | None = None
    framework: Line | None = None


class DestructionWrite(WriteModel):
    """The partner's certificate: when and how the records were destroyed or given back, by whose word;
    `document_id` is the certificate among the agreement's papers."""

    destroyed_on: Day
    method: Prose
    certified_by: Line
    certifier_title: Line
    document_id: UUID


class DataTermsSaid(ReadModel):
    """The terms as they are said."""

    basis: DataBasis | None
    data_elements: list[str]
    directory_elements: list[str]
    users: str | None
    institutional_function: str | None
    direct_control: str | None
    representative: str | None
    no_identification: bool
    consent: str | None
    opt_outs: str | None
    may_redisclose: bool
    redisclosure: str | None
    security: str | None
    retention: str | None
    destruction_days: int | None
    breach_hours: int | None
    breach_contact: str | None
    parents_access: str | None
    framework: str | None


class LackingElement(ReadModel):
    """Something that has to be said before review; `pointer` is its field, of the agreement itself when `is_own`."""

    code: str
    pointer: str
    words: str
    is_own: bool


class DestructionCertificate(ReadModel):
    """The certificate as it was recorded."""

    destroyed_on: date
    method: str
    certified_by: str
    certifier_title: str
    document_id: UUID
    recorded_by: PersonRef | None
    recorded_at: datetime


class DestructionRead(ReadModel):
    """What becomes of the records: `later` while the term runs, `carried_on` under a renewal or another agreement,
    then due by `due_on` until somebody certifies it."""

    state: Literal["none", "later", "carried_on", "due", "overdue", "certified"]
    due_on: date | None
    disposition: StudentData | None
    certificate: DestructionCertificate | None


class DataTermsRead(ReadModel):
    """What an agreement says of student records. `serves`: agreements of the partner that share records of its
    programs and need this one; `served_by`: the data sharing agreements that such an agreement relies on. `can_edit`
    and `can_certify` are the caller's. The version is the agreement's."""

    id: UUID
    version: int
    as_of: date
    terms: DataTermsSaid | None
    lacking: list[LackingElement]
    destruction: DestructionRead
    serves: list[AgreementRef]
    served_by: list[AgreementRef]
    can_edit: bool
    can_certify: bool
