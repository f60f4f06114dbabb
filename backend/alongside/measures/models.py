"""Measure definitions and aggregate observations; never a student, always a count or a published rate."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from alongside.core.models import TenantRow, instant, number, one_of, refers


class Measure(TenantRow, table=True):
    """The catalogue: what a value means, which way is better, and who may see it.

    `may_be_evidence`: may be proposed as evidence for a need (never a survey about adults, never an overall
    rating). `is_for_partners`: partners may see it.
    """

    __tablename__: ClassVar[Any] = "measure"
    __table_args__ = (
        one_of("unit", "percent", "count", "per_100", "percentile", "ratio", "hours", "text"),
        one_of("direction", "increase", "decrease", "none"),
        Index("measure_key", "tenant_id", "key", unique=True),
    )

    key: str
    name: str
    unit: str
    direction: str
    area_code: str | None = None
    may_be_evidence: bool = False
    is_for_partners: bool = True
    is_headline: bool = False
    dimension: str | None = None
    description: str | None = None
    source: str | None = None
    position: int = 0


class ObservationBatch(TenantRow, table=True):
    """One load of values: where they came from and what became of each row."""

    __tablename__: ClassVar[Any] = "observation_batch"
    __table_args__ = (
        one_of("kind", "schools", "measures", "entry"),
        Index("observation_batch_by_creation", "tenant_id", "created_at", "id"),
    )

    kind: str
    source: str
    file_sha256: str | None = None
    created_count: int = 0
    updated_count: int = 0
    unchanged_count: int = 0
    refused_count: int = 0


class Observation(TenantRow, table=True):
    """A value of a measure for a school (or, without a school, as published for the district) in a period.

    `value_text` keeps what was published when it is not a number (`> 75%`). `hidden` is computed when a batch
    is written or the minimum changes (measures/suppression.py); only the guarded view may be read.
    """

    __tablename__: ClassVar[Any] = "observation"
    __table_args__ = (
        refers("measure_id", "measure"),
        refers("school_id", "school"),
        refers("batch_id", "observation_batch"),
        one_of("hidden", "small_n", "complementary"),
        CheckConstraint("value is not null or value_text is not null", name="has_a_value"),
        CheckConstraint("denominator is null or denominator >= 0", name="denominator_not_negative"),
        Index(
            "observation_natural", "tenant_id", "school_id", "measure_id", "period", "group_key", "source",
            unique=True, postgresql_nulls_not_distinct=True,
        ),
        Index("observation_measure", "tenant_id", "measure_id", "period", "school_id"),
    )  # fmt: skip

    measure_id: UUID
    school_id: UUID | None = None
    batch_id: UUID
    period: str
    group_key: str = Field(default="all")
    value: float | None = number()
    value_text: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    source: str
    as_of_on: date | None = None
    hidden: str | None = None
    observed_at: datetime = instant(default=True)
