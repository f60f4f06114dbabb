"""Tenants, people, their sessions and roles, and machine credentials.

Tenant, person, session, credential and token stand outside tenants: they are read before a tenant is known.
"""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, LargeBinary, text
from sqlmodel import Field, SQLModel

from alongside.core.clock import new_id
from alongside.core.models import TenantPart, TenantRow, instant, keys, one_of, refers, words


class Tenant(SQLModel, table=True):
    """A district or a network; `pinned_today` fixes its day for a demonstration."""

    __tablename__: ClassVar[Any] = "tenant"
    __table_args__ = (
        one_of("kind", "district", "network"),
        one_of("revisit_basis", "school_year", "anniversary"),
        one_of("half_sheets_by", "district", "school"),
        CheckConstraint("min_n between 5 and 30", name="min_n_range"),
        CheckConstraint("file_quota_mb > 0", name="file_quota_positive"),
        CheckConstraint("school_answer_days between 1 and 60", name="school_answer_range"),
        CheckConstraint("revisit_window_days between 0 and 365", name="revisit_window_range"),
    )

    id: UUID = Field(primary_key=True, default_factory=new_id)
    slug: str = Field(unique=True)
    kind: str
    name: str
    time_zone: str = "America/Chicago"
    pinned_today: date | None = None
    is_demonstration: bool = False
    min_n: int = 10
    rights_version: int = Field(default=1, sa_type=BigInteger)
    school_year_starts_month: int = 7
    school_year_starts_day: int = 1
    expiring_window_days: int = 90
    revisit_basis: str = "school_year"
    revisit_window_days: int = 60
    school_answer_days: int = 10
    revisits_from: date | None = None
    half_sheets_by: str = "district"
    asks_site_plans: bool = False
    has_clause_checklist: bool = False
    adopts_without_legal: bool = False
    file_quota_mb: int | None = None
    created_at: datetime = instant(default=True)


class Person(SQLModel, table=True):
    """Somebody with an e-mail address, the same in every tenant."""

    __tablename__: ClassVar[Any] = "person"
    __table_args__ = (Index("person_email", text("lower(email)"), unique=True),)

    id: UUID = Field(primary_key=True, default_factory=new_id)
    email: str
    name: str
    phone: str | None = None
    password_hash: str | None = None
    is_active: bool = True
    rights_version: int = Field(default=1, sa_type=BigInteger)
    locale: str = "en"
    last_tenant_id: UUID | None = Field(default=None, foreign_key="tenant.id")
    created_at: datetime = instant(default=True)


class Session(SQLModel, table=True):
    """A browser that signed in; the cookie holds the id, only its SHA-256 is stored."""

    __tablename__: ClassVar[Any] = "session"

    token_hash: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    person_id: UUID = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    tenant_id: UUID = Field(foreign_key="tenant.id")
    created_at: datetime = instant(default=True)
    last_seen_at: datetime = instant(default=True)
    expires_at: datetime = instant()


class ApiCredential(SQLModel, table=True):
    """A machine: an OAuth client or an API key, with scopes and the schools it may read."""

    __tablename__: ClassVar[Any] = "api_credential"
    __table_args__ = (one_of("kind", "client", "key"),)

    id: UUID = Field(primary_key=True, default_factory=new_id)
    tenant_id: UUID = Field(foreign_key="tenant.id", index=True)
    kind: str
    name: str
    prefix: str = Field(unique=True)
    secret_hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    scopes: list[str] = words()
    school_ids: list[UUID] = keys()
    created_by_id: UUID | None = Field(default=None, foreign_key="person.id")
    created_at: datetime = instant(default=True)
    expires_at: datetime = instant()
    last_used_at: datetime | None = instant(nullable=True)
    revoked_at: datetime | None = instant(nullable=True)


class AccessToken(SQLModel, table=True):
    """A short opaque bearer token of a client; only its SHA-256 is stored."""

    __tablename__: ClassVar[Any] = "access_token"

    token_hash: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    credential_id: UUID = Field(foreign_key="api_credential.id", ondelete="CASCADE", index=True)
    scopes: list[str] = words()
    expires_at: datetime = instant()


class RoleAssignment(TenantRow, table=True):
    """A role for a time: in the whole tenant, at schools, or for a partner; with who employs the person."""

    __tablename__: ClassVar[Any] = "role_assignment"
    __table_args__ = (
        refers("partner_id", "partner"),
        refers("employer_partner_id", "partner"),
        one_of("scope", "tenant", "schools", "partner"),
        CheckConstraint("(scope = 'partner') = (partner_id is not null)", name="partner_scope"),
        CheckConstraint("ends_on is null or starts_on <= ends_on", name="dates_in_order"),
        Index("role_assignment_person", "tenant_id", "person_id"),
        Index("role_assignment_partner", "tenant_id", "partner_id"),
    )

    person_id: UUID = Field(foreign_key="person.id")
    role: str
    scope: str
    title: str | None = None
    partner_id: UUID | None = None
    employer_partner_id: UUID | None = None
    starts_on: date
    ends_on: date | None = None


class RoleSchool(TenantPart, table=True):
    """A school that a role is limited to."""

    __tablename__: ClassVar[Any] = "role_school"
    __table_args__ = (
        refers("role_assignment_id", "role_assignment", on_delete="CASCADE"),
        refers("school_id", "school"),
        Index("role_school_pair", "tenant_id", "role_assignment_id", "school_id", unique=True),
        Index("role_school_school", "tenant_id", "school_id"),
    )

    role_assignment_id: UUID
    school_id: UUID
