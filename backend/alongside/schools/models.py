"""Schools, the names others know them by, school years, and the shared taxonomy."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index

from alongside.core.models import TenantPart, TenantRow, number, one_of, refers, words


class School(TenantRow, table=True):
    """A site. `name` is what people read, `legal_name` what the records say. `closed_on`: the first
    day without it; nothing covers it from then on."""

    __tablename__: ClassVar[Any] = "school"
    __table_args__ = (
        one_of("level", "elementary", "middle", "high", "k8", "other"),
        one_of("status", "active", "closed", "merged"),
        refers("successor_school_id", "school"),
        Index("school_by_name", "tenant_id", "name", "id"),
        Index("school_by_level", "tenant_id", "level", "name", "id"),
        Index("school_by_network", "tenant_id", "network", "name", "id"),
        Index("school_by_status", "tenant_id", "status", "name", "id"),
        Index("school_by_update", "tenant_id", "updated_at", "id"),
    )

    name: str
    legal_name: str
    level: str
    category: str | None = None
    grades: list[str] = words()
    address: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    phone: str | None = None
    website: str | None = None
    latitude: float | None = number()
    longitude: float | None = number()
    network: str | None = None
    school_hours: str | None = None
    after_school_hours: str | None = None
    languages_taught: list[str] = words()
    is_title_one: bool | None = None
    status: str = "active"
    closed_on: date | None = None
    successor_school_id: UUID | None = None


class SchoolBefore(TenantPart, table=True):
    """Whether a school was open, or when it was to close, as was known until a day; a trigger keeps it."""

    __tablename__: ClassVar[Any] = "school_before"
    __table_args__ = (
        refers("school_id", "school", on_delete="CASCADE"),
        Index("school_before_days", "tenant_id", "school_id", "until_on", unique=True),
    )

    school_id: UUID
    until_on: date
    status: str
    closed_on: date | None = None
    successor_school_id: UUID | None = None


class SchoolIdentifier(TenantPart, table=True):
    """The key of a school in another system (`local`, `nces`, `state`, `oneroster` …)."""

    __tablename__: ClassVar[Any] = "school_identifier"
    __table_args__ = (
        refers("school_id", "school", on_delete="CASCADE"),
        Index("school_identifier_value", "tenant_id", "system", "value", unique=True),
        Index("school_identifier_school", "tenant_id", "school_id"),
    )

    school_id: UUID
    system: str
    value: str


class SchoolAlias(TenantRow, table=True):
    """Another name that a school goes by in other people's lists; one name means one school."""

    __tablename__: ClassVar[Any] = "school_alias"
    __table_args__ = (
        refers("school_id", "school", on_delete="CASCADE"),
        Index("school_alias_key", "tenant_id", "name_key", unique=True),
        Index("school_alias_school", "tenant_id", "school_id"),
    )

    school_id: UUID
    name: str
    name_key: str


class SchoolYear(TenantRow, table=True):
    """A district's school year, by its label `2025-2026`; its first and last day of instruction, both or neither."""

    __tablename__: ClassVar[Any] = "school_year"
    __table_args__ = (
        Index("school_year_label", "tenant_id", "label", unique=True),
        CheckConstraint("starts_on < ends_on", name="dates_in_order"),
        CheckConstraint("(first_day_on is null) = (last_day_on is null)", name="both_days_of_instruction"),
        CheckConstraint(
            "starts_on <= first_day_on and first_day_on <= last_day_on and last_day_on <= ends_on",
            name="days_of_instruction_in_order",
        ),
    )

    label: str
    starts_on: date
    ends_on: date
    first_day_on: date | None = None
    last_day_on: date | None = None


class SchoolYearBefore(TenantPart, table=True):
    """The days of instruction as was known until a day; a trigger keeps it."""

    __tablename__: ClassVar[Any] = "school_year_before"
    __table_args__ = (
        refers("school_year_id", "school_year", on_delete="CASCADE"),
        Index("school_year_before_days", "tenant_id", "school_year_id", "until_on", unique=True),
    )

    school_year_id: UUID
    until_on: date
    first_day_on: date | None = None
    last_day_on: date | None = None


class TaxonomyTerm(TenantRow, table=True):
    """A word of a shared list: `area` is the one tree for needs and services that makes matching possible."""

    __tablename__: ClassVar[Any] = "taxonomy_term"
    __table_args__ = (
        one_of("scheme", "area", "population", "outcome"),
        Index("taxonomy_term_code", "tenant_id", "scheme", "code", unique=True),
    )

    scheme: str
    code: str
    label: str
    parent_code: str | None = None
    position: int = 0
