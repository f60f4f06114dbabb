"""The shape every tenant table shares, and the two tables that belong to no feature: log and kept answers."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKeyConstraint,
    Identity,
    Index,
    LargeBinary,
    Numeric,
    Text,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.types import UserDefinedType
from sqlmodel import Field, SQLModel

from .clock import new_id, now

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def instant(*, nullable: bool = False, default: bool = False) -> Any:
    """A column for a point in time, UTC; by default the tenant's, which a demonstration pins (`tenant_now()`)."""
    return Field(
        default=None,
        nullable=nullable,
        sa_type=DateTime(timezone=True),
        sa_column_kwargs={"server_default": func.tenant_now()} if default else {},
    )


def words() -> Any:
    """A list of short texts, empty by default."""
    return Field(default_factory=list, sa_column_kwargs={"server_default": text("'{}'")}, sa_type=ARRAY(Text))


def keys() -> Any:
    """A list of ids, empty by default."""
    return Field(default_factory=list, sa_column_kwargs={"server_default": text("'{}'")}, sa_type=ARRAY(Uuid))


def number() -> Any:
    """An exact number that may be unknown."""
    return Field(default=None, sa_type=Numeric)


def one_of(column: str, *values: str) -> CheckConstraint:
    """Text with a CHECK, not an enum: `enum =` may not use an index ahead of a row-level policy."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} in ({listed})", name=f"{column}_known")


def refers(columns: str, table: str, *, on_delete: str | None = None) -> ForeignKeyConstraint:
    """A foreign key within the tenant: `refers("school_id", "school")`."""
    return ForeignKeyConstraint(["tenant_id", columns], [f"{table}.tenant_id", f"{table}.id"], ondelete=on_delete)


class Xid8(UserDefinedType[int]):
    """Postgres' 64-bit transaction id: the log is read in commit order by it."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "xid8"


class TenantRow(SQLModel):
    """`tenant_id` leads the key; `version` moves with every change, the children's included."""

    tenant_id: UUID = Field(primary_key=True, foreign_key="tenant.id")
    id: UUID = Field(primary_key=True, default_factory=new_id)
    version: int = Field(default=1, sa_type=BigInteger, sa_column_kwargs={"server_default": text("1")})
    created_at: datetime = Field(
        default_factory=now, sa_type=DateTime(timezone=True), sa_column_kwargs={"server_default": func.tenant_now()}
    )
    updated_at: datetime = Field(
        default_factory=now, sa_type=DateTime(timezone=True), sa_column_kwargs={"server_default": func.tenant_now()}
    )


class TenantPart(SQLModel):
    """A row that belongs to another and has no version of its own (its owner's moves instead)."""

    tenant_id: UUID = Field(primary_key=True, foreign_key="tenant.id")
    id: UUID = Field(primary_key=True, default_factory=new_id)


class LogEntry(SQLModel, table=True):
    """What happened: append-only, in commit order by `xid` (docs/adr), one row per event."""

    __tablename__: ClassVar[Any] = "log"
    __table_args__ = (
        Index("log_object", "tenant_id", "object_type", "object_id", "seq"),
        Index("log_order", "tenant_id", "xid", "seq"),
    )

    tenant_id: UUID = Field(primary_key=True, foreign_key="tenant.id")
    seq: int = Field(sa_column=Column(BigInteger, Identity(always=True), primary_key=True))
    xid: int = Field(sa_column=Column(Xid8, nullable=False, server_default=text("pg_current_xact_id()")))
    at: datetime = instant(default=True)
    kind: str
    object_type: str
    object_id: UUID
    object_version: int = Field(sa_column=Column("version", BigInteger, nullable=False))
    changed: dict[str, Any] = Field(sa_type=JSONB)
    reason: str | None = None
    person_id: UUID | None = None
    credential_id: UUID | None = None
    request_id: str | None = None


class KeptAnswer(SQLModel, table=True):
    """What a keyed request answered, so that its retry answers the same."""

    __tablename__: ClassVar[Any] = "idempotency"

    tenant_id: UUID = Field(primary_key=True, foreign_key="tenant.id")
    caller: str = Field(primary_key=True)
    method: str = Field(primary_key=True)
    path: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    fingerprint: bytes = Field(sa_type=LargeBinary)
    status: int
    headers: dict[str, Any] = Field(sa_type=JSONB)
    body: bytes = Field(sa_type=LargeBinary)
    # in real time, unlike what people see: it is kept for so many days
    at: datetime = Field(sa_type=DateTime(timezone=True), sa_column_kwargs={"server_default": func.now()})
