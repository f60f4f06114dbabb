"""What the sides promise each other, and what did not come."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from alongside.core.models import TenantPart, instant, one_of, refers


class Expectation(TenantPart, table=True):
    """What a party promises to do: under the agreement, or (with `plan_id`) at the school of a site plan alone."""

    __tablename__: ClassVar[Any] = "expectation"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        one_of("party", "school", "partner", "joint"),
        one_of("topic", "space", "schedule", "communication", "recruitment_referral", "staffing", "materials", "data",
               "family_contact", "safety", "facilities", "dispute_resolution", "revisit"),
        refers("plan_id", "site_plan", on_delete="CASCADE"),
        Index("expectation_agreement", "tenant_id", "agreement_id", "position"),
        Index("expectation_plan", "tenant_id", "plan_id", "position", postgresql_where=text("plan_id is not null")),
    )  # fmt: skip

    agreement_id: UUID
    plan_id: UUID | None = None
    position: int
    party: str
    topic: str
    text: str


class ResourceCommitment(TenantPart, table=True):
    """What a party promises to give: how much, worth what, by when, and whether it came."""

    __tablename__: ClassVar[Any] = "resource_commitment"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("school_id", "school"),
        one_of("party", "school", "partner", "district"),
        CheckConstraint("value_cents >= 0", name="value_not_negative"),
        Index("resource_commitment_agreement", "tenant_id", "agreement_id", "position"),
    )

    agreement_id: UUID
    position: int
    school_id: UUID | None = None
    party: str
    text: str
    value_cents: int | None = None
    promised_by_on: date | None = None
    delivered_on: date | None = None


class PromiseWord(TenantPart, table=True):
    """What the side that should have received it says of a promise, at one school or (without one) everywhere."""

    __tablename__: ClassVar[Any] = "promise_word"
    __table_args__ = (
        refers("agreement_id", "agreement", on_delete="CASCADE"),
        refers("expectation_id", "expectation", on_delete="CASCADE"),
        refers("resource_id", "resource_commitment", on_delete="CASCADE"),
        refers("school_id", "school"),
        one_of("outcome", "delivered", "not_delivered"),
        one_of("side", "district", "school", "partner"),
        CheckConstraint("(expectation_id is null) <> (resource_id is null)", name="one_promise"),
        Index("promise_word_expectation", "tenant_id", "expectation_id", "school_id", unique=True,
              postgresql_nulls_not_distinct=True, postgresql_where=text("expectation_id is not null")),
        Index("promise_word_resource", "tenant_id", "resource_id", "school_id", unique=True,
              postgresql_nulls_not_distinct=True, postgresql_where=text("resource_id is not null")),
        Index("promise_word_agreement", "tenant_id", "agreement_id", "id"),
    )  # fmt: skip

    agreement_id: UUID
    expectation_id: UUID | None = None
    resource_id: UUID | None = None
    school_id: UUID | None = None
    outcome: str
    on_day: date
    note: str | None = None
    side: str
    said_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    said_at: datetime = instant(default=True)
