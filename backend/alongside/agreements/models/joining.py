"""Schools that ask to join what others have signed."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from alongside.core.models import TenantRow, one_of, refers


class JoinRequest(TenantRow, table=True):
    """A school that asks to join what another school has signed; the office answers, the terms stay as they are."""

    __tablename__: ClassVar[Any] = "join_request"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("school_id", "school"),
        one_of("status", "asked", "accepted", "refused", "withdrawn"),
        Index("join_request_one_open", "tenant_id", "agreement_id", "school_id", unique=True, postgresql_where=text(
            "status = 'asked'")),
        Index("join_request_school", "tenant_id", "school_id", "id"),
    )  # fmt: skip

    agreement_id: UUID
    school_id: UUID
    status: str = "asked"
    note: str | None = None
    is_principals: bool = False
    asked_by_id: UUID = Field(foreign_key="person.id")
    asked_on: date
    decided_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    decided_on: date | None = None
    reason: str | None = None
