"""What a district asks for, the papers that answer it, the people of partners with their checks, and waivers."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, LargeBinary
from sqlmodel import Field

from alongside.core.models import TenantPart, TenantRow, instant, one_of, refers, words

COVERAGES = ("general_liability", "auto", "workers_comp", "sexual_abuse_molestation", "cyber", "professional",
             "umbrella")  # fmt: skip
CHECKS = ("state_criminal", "child_abuse", "fbi_fingerprint", "cori", "tb", "other")


def _cents() -> Any:
    return Field(default=None, sa_type=BigInteger)


class PaperRequirement(TenantRow, table=True):
    """A paper that the district asks for on the days from `enforced_from` until the day before `retired_from`.

    Empty conditions ask it of every program, and an area means everything under it: from `areas_below_from`, where
    it was in force before that was so. What was asked on a past day never changes: a requirement in force
    is replaced (`replaces_id`) from a later day.
    """

    __tablename__: ClassVar[Any] = "paper_requirement"
    __table_args__ = (
        refers("replaces_id", "paper_requirement"),
        refers("program_id", "program"),
        one_of("payment", "paid", "free"),
        one_of("supervision", "staff_present", "alone"),
        one_of("kind", "insurance_certificate", "endorsement", "background_check", "agency_letter"),
        one_of("coverage", *COVERAGES),
        CheckConstraint("min_each_cents >= 0", name="min_each_not_negative"),
        CheckConstraint("min_aggregate_cents >= 0", name="min_aggregate_not_negative"),
        CheckConstraint("validity_months between 1 and 240", name="validity_range"),
        CheckConstraint("retired_from is null or enforced_from <= retired_from", name="dates_in_order"),
        Index("paper_requirement_days", "tenant_id", "enforced_from", "id"),
    )

    kind: str
    title: str
    note: str | None = None
    coverage: str | None = None
    check_kinds: list[str] = words()
    min_each_cents: int | None = _cents()
    min_aggregate_cents: int | None = _cents()
    validity_months: int | None = None
    deliveries: list[str] = words()
    times_of_day: list[str] = words()
    grades: list[str] = words()
    needs_place: bool = False
    areas: list[str] = words()
    areas_below_from: date | None = None
    org_types: list[str] = words()
    payment: str | None = None
    supervision: str | None = None
    program_id: UUID | None = None
    accepts_instead: list[str] = words()
    enforced_from: date
    retired_from: date | None = None
    replaces_id: UUID | None = None


class Paper(TenantRow, table=True):
    """A certificate, an endorsement, a letter or an arrangement of a partner, for all its programs or one.

    It counts from the day it was accepted, never before, until its last day or the day it is taken back.
    """

    __tablename__: ClassVar[Any] = "paper"
    __table_args__ = (
        refers("partner_id", "partner"),
        refers("program_id", "program"),
        one_of("kind", "insurance_certificate", "endorsement", "agency_letter", "staff_present"),
        one_of("coverage", *COVERAGES),
        one_of("status", "draft", "submitted", "accepted", "rejected", "withdrawn"),
        CheckConstraint("limit_each_cents >= 0", name="limit_each_not_negative"),
        CheckConstraint("limit_aggregate_cents >= 0", name="limit_aggregate_not_negative"),
        CheckConstraint("effective_on <= expires_on", name="dates_in_order"),
        Index("paper_by_update", "tenant_id", "updated_at", "id"),
        Index("paper_partner_update", "tenant_id", "partner_id", "updated_at", "id"),
        Index("paper_status_update", "tenant_id", "status", "updated_at", "id"),
        Index("paper_kind_update", "tenant_id", "kind", "updated_at", "id"),
    )

    partner_id: UUID
    program_id: UUID | None = None
    kind: str
    coverage: str | None = None
    carrier: str | None = None
    policy_number: str | None = None
    limit_each_cents: int | None = _cents()
    limit_aggregate_cents: int | None = _cents()
    names_district: bool = False
    effective_on: date | None = None
    expires_on: date | None = None
    note: str | None = None
    status: str = "draft"
    status_reason: str | None = None
    author_id: UUID | None = Field(default=None, foreign_key="person.id")
    submitted_on: date | None = None
    submitted_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    reviewed_on: date | None = None
    reviewed_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    accepted_on: date | None = None
    withdrawn_on: date | None = None


class PaperSchool(TenantPart, table=True):
    """A school that a paper is limited to; without any it counts at all of them."""

    __tablename__: ClassVar[Any] = "paper_school"
    __table_args__ = (
        refers("paper_id", "paper", on_delete="CASCADE"),
        refers("school_id", "school"),
        Index("paper_school_pair", "tenant_id", "paper_id", "school_id", unique=True),
    )

    paper_id: UUID
    school_id: UUID


class PaperFile(TenantPart, table=True):
    """The scan of a paper."""

    __tablename__: ClassVar[Any] = "paper_file"
    __table_args__ = (
        refers("paper_id", "paper", on_delete="CASCADE"),
        Index("paper_file_paper", "tenant_id", "paper_id", "id"),
    )

    paper_id: UUID
    name: str
    media_type: str
    sha256: str
    size: int
    content: bytes = Field(sa_type=LargeBinary)
    uploaded_at: datetime = instant(default=True)
    uploaded_by_id: UUID | None = Field(default=None, foreign_key="person.id")


class StaffMember(TenantRow, table=True):
    """Somebody whom a partner sends into schools: no more than the door needs to know."""

    __tablename__: ClassVar[Any] = "staff_member"
    __table_args__ = (
        refers("partner_id", "partner"),
        one_of("basis", "employee", "volunteer"),
        CheckConstraint("ends_on is null or starts_on <= ends_on", name="dates_in_order"),
        Index("staff_member_partner", "tenant_id", "partner_id", "name", "id"),
    )

    partner_id: UUID
    name: str
    title: str | None = None
    email: str | None = None
    basis: str = "employee"
    starts_on: date
    ends_on: date | None = None


class StaffMemberBefore(TenantPart, table=True):
    """What was known of somebody's days and basis until a day; a trigger keeps it."""

    __tablename__: ClassVar[Any] = "staff_member_before"
    __table_args__ = (
        refers("staff_member_id", "staff_member", on_delete="CASCADE"),
        Index("staff_member_before_days", "tenant_id", "staff_member_id", "until_on", unique=True),
    )

    staff_member_id: UUID
    until_on: date
    basis: str
    starts_on: date
    ends_on: date | None = None


class StaffPlace(TenantPart, table=True):
    """A program that somebody works in, at one school or (without one) wherever it is; it counts from the day on
    which it was entered, as far as that is known."""

    __tablename__: ClassVar[Any] = "staff_place"
    __table_args__ = (
        refers("staff_id", "staff_member", on_delete="CASCADE"),
        refers("program_id", "program"),
        refers("school_id", "school"),
        Index("staff_place_pair", "tenant_id", "staff_id", "program_id", "school_id", unique=True,
              postgresql_nulls_not_distinct=True),
        Index("staff_place_program", "tenant_id", "program_id", "school_id"),
    )  # fmt: skip

    staff_id: UUID
    program_id: UUID
    school_id: UUID | None = None
    from_on: date | None = None


class StaffPlaceBefore(TenantPart, table=True):
    """A place where somebody worked until a day, the first without it; a trigger keeps it."""

    __tablename__: ClassVar[Any] = "staff_place_before"
    __table_args__ = (
        refers("staff_id", "staff_member", on_delete="CASCADE"),
        refers("program_id", "program"),
        refers("school_id", "school"),
        CheckConstraint("from_on < until_on", name="dates_in_order"),
        Index("staff_place_before_staff", "tenant_id", "staff_id", "until_on"),
    )

    staff_id: UUID
    program_id: UUID
    school_id: UUID | None = None
    from_on: date | None = None
    until_on: date


class BackgroundCheck(TenantPart, table=True):
    """The result of a background check, never its report; it counts from the day the district verified it."""

    __tablename__: ClassVar[Any] = "background_check"
    __table_args__ = (
        refers("staff_id", "staff_member", on_delete="CASCADE"),
        one_of("kind", *CHECKS),
        one_of("basis", "employee", "volunteer"),
        one_of("result", "pending", "clear", "not_clear"),
        CheckConstraint("issued_on <= expires_on", name="dates_in_order"),
        CheckConstraint("(result = 'pending') = (verified_on is null)", name="verified_when_known"),
        Index("background_check_staff", "tenant_id", "staff_id", "kind", "issued_on"),
    )

    staff_id: UUID
    kind: str
    basis: str = "employee"
    issued_on: date
    expires_on: date | None = None
    result: str = "pending"
    verified_on: date | None = None
    verified_by_id: UUID | None = Field(default=None, foreign_key="person.id")


class PaperWaiver(TenantRow, table=True):
    """Risk management goes without a paper for a time, for a partner, one of its programs, or one school."""

    __tablename__: ClassVar[Any] = "paper_waiver"
    __table_args__ = (
        refers("requirement_id", "paper_requirement"),
        refers("partner_id", "partner"),
        refers("program_id", "program"),
        refers("school_id", "school"),
        CheckConstraint("starts_on <= ends_on", name="dates_in_order"),
        Index("paper_waiver_partner", "tenant_id", "partner_id", "starts_on", "id"),
        Index("paper_waiver_days", "tenant_id", "starts_on", "id"),
    )

    requirement_id: UUID
    partner_id: UUID
    program_id: UUID | None = None
    school_id: UUID | None = None
    reason: str
    starts_on: date
    ends_on: date
    author_id: UUID = Field(foreign_key="person.id")
    revoked_on: date | None = None
    revoked_reason: str | None = None
