"""Performance targets that both sides agree, the schools they cover, and the results."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from alongside.core.models import TenantPart, TenantRow, instant, number, one_of, refers


class Target(TenantRow, table=True):
    """What would tell both sides that it works, for whom, from what baseline, by when.

    `population` says whom baseline and results are about; a whole-school measure is context, never a partner's
    result. One target may cover a program at many schools: each agrees or opts out (TargetSchool). Until it is
    proposed (`proposed_on`) only the side that writes it sees it; what the district writes both sides see.
    """

    __tablename__: ClassVar[Any] = "target"
    __table_args__ = (
        refers("partner_id", "partner"),
        refers("program_id", "program"),
        refers("need_id", "need"),
        refers("revises_id", "target"),
        one_of("kind", "how_much", "how_well", "better_off"),
        one_of("unit", "count", "percent", "ratio", "score", "hours", "currency"),
        one_of("direction", "increase", "decrease", "maintain"),
        one_of("aggregation", "cumulative", "latest", "average", "rate"),
        one_of("population", "students_served", "grade_or_group", "whole_school"),
        one_of("target_method", "absolute", "percentage_point", "percent_improvement", "maintain_baseline",
               "projection", "policy"),
        one_of("pace", "linear", "milestone", "end_only"),
        one_of("status", "draft", "proposed", "agreed", "open", "closed", "revised", "withdrawn"),
        one_of("proposed_by_side", "school", "partner", "district"),
        CheckConstraint("period_starts_on <= period_ends_on", name="dates_in_order"),
        Index("target_by_update", "tenant_id", "updated_at", "id"),
        Index("target_partner_update", "tenant_id", "partner_id", "updated_at", "id"),
        Index("target_status_update", "tenant_id", "status", "updated_at", "id"),
        Index("target_year_update", "tenant_id", "school_year", "updated_at", "id"),
        Index("target_program_update", "tenant_id", "program_id", "updated_at", "id"),
        Index("target_need_update", "tenant_id", "need_id", "updated_at", "id"),
        Index("target_revises", "tenant_id", "revises_id"),
    )  # fmt: skip

    partner_id: UUID
    program_id: UUID
    need_id: UUID | None = None
    school_year: str
    name: str
    kind: str
    measure: str
    unit: str
    direction: str
    is_lower_better: bool = False
    aggregation: str
    population: str
    population_words: str
    baseline_value: float | None = number()
    baseline_numerator: int | None = None
    baseline_denominator: int | None = None
    baseline_population: str | None = None
    baseline_source: str | None = None
    baseline_period: str | None = None
    target_method: str = "absolute"
    target_input: float | None = number()
    target_value: float | None = number()
    period_starts_on: date
    period_ends_on: date
    pace: str = "linear"
    reporting_interval_days: int | None = None
    data_source: str | None = None
    status: str = "draft"
    status_reason: str | None = None
    partner_agreed_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    partner_agreed_on: date | None = None
    proposed_by_side: str
    proposed_on: date | None = None
    revises_id: UUID | None = None


class TargetMilestone(TenantPart, table=True):
    """A value due by a day on the way."""

    __tablename__: ClassVar[Any] = "target_milestone"
    __table_args__ = (
        refers("target_id", "target", on_delete="CASCADE"),
        Index("target_milestone_day", "tenant_id", "target_id", "due_on", unique=True),
    )

    target_id: UUID
    due_on: date
    value: float = number()


class TargetSchool(TenantPart, table=True):
    """A school that a target covers, and its word: agreed or opted out."""

    __tablename__: ClassVar[Any] = "target_school"
    __table_args__ = (
        refers("target_id", "target", on_delete="CASCADE"),
        refers("school_id", "school"),
        refers("partnership_id", "partnership"),
        one_of("word", "pending", "agreed", "opted_out"),
        Index("target_school_pair", "tenant_id", "target_id", "school_id", unique=True),
        Index("target_school_school", "tenant_id", "school_id"),
        Index("target_school_partnership", "tenant_id", "partnership_id"),
    )

    target_id: UUID
    school_id: UUID
    partnership_id: UUID
    word: str = "pending"
    word_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    word_on: date | None = None
    reason: str | None = None


class Result(TenantRow, table=True):
    """A value at one school on a day; a correction supersedes, nothing is overwritten.

    `hidden` is computed over all schools of one target and day, as for observations.
    """

    __tablename__: ClassVar[Any] = "result"
    __table_args__ = (
        refers("target_id", "target"),
        refers("school_id", "school"),
        refers("entered_for_partner_id", "partner"),
        one_of("status", "submitted", "verified", "rejected", "superseded"),
        one_of("source", "manual", "api", "import"),
        one_of("hidden", "small_n", "complementary"),
        CheckConstraint("value is not null or denominator is not null", name="has_a_value"),
        CheckConstraint("(numerator is null) = (denominator is null)", name="part_and_whole"),
        CheckConstraint("numerator >= 0 and denominator >= 0", name="counts_not_negative"),
        Index("result_current", "tenant_id", "target_id", "school_id", "as_of_on", unique=True,
              postgresql_where=text("status in ('submitted', 'verified')")),
        Index("result_target", "tenant_id", "target_id", "as_of_on", "id"),
        Index("result_by_update", "tenant_id", "updated_at", "id"),
        Index("result_target_update", "tenant_id", "target_id", "updated_at", "id"),
        Index("result_school_update", "tenant_id", "school_id", "updated_at", "id"),
        Index("result_status_update", "tenant_id", "status", "updated_at", "id"),
    )  # fmt: skip

    target_id: UUID
    school_id: UUID
    as_of_on: date
    value: float | None = number()
    numerator: int | None = None
    denominator: int | None = None
    population: str
    status: str = "submitted"
    status_reason: str | None = None
    source: str = "manual"
    note: str | None = None
    hidden: str | None = None
    entered_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    entered_for_partner_id: UUID | None = None
    verified_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    entered_at: datetime = instant(default=True)
