"""Needs assessments of a school year, the needs in them, and the evidence under each need."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from alongside.core.models import TenantPart, TenantRow, number, one_of, refers, words


class NeedsAssessment(TenantRow, table=True):
    """A school's assessment for a year (rules.py for its lifecycle).

    Of each kind one is published, and stays so while its next version is worked on; the one before is superseded.
    """

    __tablename__: ClassVar[Any] = "needs_assessment"
    __table_args__ = (
        refers("school_id", "school"),
        one_of("kind", "comprehensive", "segmented", "needs_and_assets", "partnership_needs_survey"),
        one_of("status", "draft", "collecting", "analyzing", "prioritizing", "submitted", "approved", "published",
               "superseded"),
        Index("needs_assessment_open", "tenant_id", "school_id", "school_year", "kind", unique=True,
              postgresql_where=text("status not in ('published', 'superseded')")),
        Index("needs_assessment_published", "tenant_id", "school_id", "school_year", "kind", unique=True,
              postgresql_where=text("status = 'published'")),
        Index("needs_assessment_by_update", "tenant_id", "updated_at", "id"),
        Index("needs_assessment_school_update", "tenant_id", "school_id", "updated_at", "id"),
        Index("needs_assessment_status_update", "tenant_id", "status", "updated_at", "id"),
        Index("needs_assessment_year_update", "tenant_id", "school_year", "updated_at", "id"),
    )  # fmt: skip

    school_id: UUID
    school_year: str
    kind: str
    status: str = "draft"
    lead_person_id: UUID | None = Field(default=None, foreign_key="person.id")
    note: str | None = None
    submitted_on: date | None = None
    approved_on: date | None = None
    approved_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    published_on: date | None = None


class Need(TenantRow, table=True):
    """The gap between what is and what should be, for whom, how sure, how urgent."""

    __tablename__: ClassVar[Any] = "need"
    __table_args__ = (
        refers("assessment_id", "needs_assessment", on_delete="CASCADE"),
        refers("school_id", "school"),
        one_of("meet_via_partnership", "yes", "partly", "no"),
        one_of("status", "identified", "prioritized", "matched", "being_addressed", "met", "deferred", "dropped"),
        *(CheckConstraint(f"{name} between 1 and 5", name=f"{name}_range")
          for name in ("impact", "urgency", "magnitude", "feasibility", "alignment")),
        CheckConstraint("est_students >= 0", name="est_students_not_negative"),
        Index("need_assessment", "tenant_id", "assessment_id", "rank", "id"),
        Index("need_school_update", "tenant_id", "school_id", "updated_at", "id"),
        Index("need_by_update", "tenant_id", "updated_at", "id"),
        Index("need_area_update", "tenant_id", "area_code", "updated_at", "id"),
    )  # fmt: skip

    assessment_id: UUID
    school_id: UUID
    title: str
    area_code: str
    current_condition: str | None = None
    desired_condition: str | None = None
    grades: list[str] = words()
    populations: list[str] = words()
    times_of_day: list[str] = words()
    languages: list[str] = words()
    est_students: int | None = None
    root_causes: str | None = None
    impact: int | None = None
    urgency: int | None = None
    magnitude: int | None = None
    feasibility: int | None = None
    alignment: int | None = None
    score: float | None = number()
    rank: int | None = None
    rank_reason: str | None = None
    meet_via_partnership: str = "yes"
    status: str = "identified"


class NeedEvidence(TenantPart, table=True):
    """One piece of evidence: a published measure (with the sentence that was shown) or somebody's account."""

    __tablename__: ClassVar[Any] = "need_evidence"
    __table_args__ = (
        refers("need_id", "need", on_delete="CASCADE"),
        refers("measure_id", "measure"),
        Index("need_evidence_need", "tenant_id", "need_id", "id"),
    )

    need_id: UUID
    measure_id: UUID | None = None
    period: str | None = None
    statement: str
    source: str
