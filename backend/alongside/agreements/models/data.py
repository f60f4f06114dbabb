"""What an agreement says of student records, and that they were destroyed."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from alongside.core.models import TenantPart, instant, one_of, refers, words


class DataTerms(TenantPart, table=True):
    """What a data sharing agreement says about the records, element by element; purpose, students and term are the
    agreement's own. What has to be there depends on the `basis` (rules)."""

    __tablename__: ClassVar[Any] = "data_terms"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        one_of("basis", "consent", "school_official", "studies", "audit_evaluation", "directory"),
        CheckConstraint("destruction_days between 0 and 3650", name="destruction_days_range"),
        CheckConstraint("breach_hours between 1 and 720", name="breach_hours_range"),
        Index("data_terms_agreement", "tenant_id", "agreement_id", unique=True),
    )

    agreement_id: UUID
    basis: str | None = None
    data_elements: list[str] = words()
    directory_elements: list[str] = words()
    users: str | None = None
    institutional_function: str | None = None
    direct_control: str | None = None
    representative: str | None = None
    no_identification: bool = False
    consent: str | None = None
    opt_outs: str | None = None
    may_redisclose: bool = False
    redisclosure: str | None = None
    security: str | None = None
    retention: str | None = None
    destruction_days: int | None = None
    breach_hours: int | None = None
    breach_contact: str | None = None
    parents_access: str | None = None
    framework: str | None = None


class DataDestruction(TenantPart, table=True):
    """That the student records shared under an agreement were destroyed or given back: the partner's certificate."""

    __tablename__: ClassVar[Any] = "data_destruction"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("document_id", "agreement_document"),
        Index("data_destruction_agreement", "tenant_id", "agreement_id", unique=True),
    )

    agreement_id: UUID
    destroyed_on: date
    method: str
    certified_by: str
    certifier_title: str
    document_id: UUID
    recorded_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    recorded_at: datetime = instant(default=True)
