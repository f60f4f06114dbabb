"""A kept question to a list."""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from alongside.core.models import TenantRow, one_of


class SavedView(TenantRow, table=True):
    """A list's filters and order under a name; `is_shared` shows it to everyone of the office."""

    __tablename__: ClassVar[Any] = "saved_view"
    __table_args__ = (
        one_of("list", "agreements", "partners"),
        one_of("layout", "calendar", "board", "timeline"),
        Index("saved_view_owner", "tenant_id", "owner_id", "list", "name", unique=True),
        Index("saved_view_shared", "tenant_id", "list", "name", postgresql_where=text("is_shared")),
    )

    list: str
    name: str
    question: dict[str, Any] = Field(sa_type=JSONB)
    layout: str | None = None
    is_shared: bool = False
    owner_id: UUID = Field(foreign_key="person.id")
