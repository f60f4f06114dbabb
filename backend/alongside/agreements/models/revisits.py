"""The annual revisit, and each side's word in it."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from alongside.core.models import TenantPart, instant, one_of, refers


class Revisit(TenantPart, table=True):
    """A day by which both sides look at the agreement again; known from its dates once it is fully signed.

    `amendment_id`: the last one that was drafted because both sides asked for changes.
    """

    __tablename__: ClassVar[Any] = "revisit"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("amendment_id", "agreement"),
        CheckConstraint("opens_on <= due_on", name="dates_in_order"),
        Index("revisit_agreement", "tenant_id", "agreement_id", "due_on", unique=True),
        Index("revisit_due", "tenant_id", "due_on", "id"),
    )

    agreement_id: UUID
    school_year: str
    opens_on: date
    due_on: date
    amendment_id: UUID | None = None


class RevisitWord(TenantPart, table=True):
    """One side's word at a revisit, for one school or (without one) the whole district."""

    __tablename__: ClassVar[Any] = "revisit_word"
    __table_args__ = (
        refers("revisit_id", "revisit", on_delete="CASCADE"),
        refers("school_id", "school"),
        one_of("side", "school", "partner"),
        one_of("outcome", "confirmed", "revised", "end"),
        Index("revisit_word_place", "tenant_id", "revisit_id", "school_id", "side", unique=True,
              postgresql_nulls_not_distinct=True),
    )  # fmt: skip

    revisit_id: UUID
    school_id: UUID | None = None
    side: str
    outcome: str
    note: str | None = None
    said_by_id: UUID = Field(foreign_key="person.id")
    said_on: date
    said_at: datetime = instant(default=True)
