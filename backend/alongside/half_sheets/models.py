"""What is public at a school: its page, the partner's word on a program, and the school's or the office's on each."""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from alongside.core.models import TenantRow, refers


class HalfSheet(TenantRow, table=True):
    """A school's public page. `slug` is printed on paper: it stays when the school is renamed."""

    __tablename__: ClassVar[Any] = "half_sheet"
    __table_args__ = (
        refers("school_id", "school", on_delete="CASCADE"),
        Index("half_sheet_school", "tenant_id", "school_id", unique=True),
        Index("half_sheet_slug", "tenant_id", "slug", unique=True),
    )

    school_id: UUID
    slug: str
    is_open: bool = False
    ask: str | None = None
    ask_es: str | None = None
    ask_phone: str | None = None


class ProgramListing(TenantRow, table=True):
    """What a partner says of a program to everybody, and whether it may be said. `words_version` moves with the words
    alone: the school's word is on exactly these."""

    __tablename__: ClassVar[Any] = "program_listing"
    __table_args__ = (
        refers("program_id", "program", on_delete="CASCADE"),
        Index("program_listing_program", "tenant_id", "program_id", unique=True),
    )

    program_id: UUID
    is_public: bool = False
    words_version: int = Field(default=1, sa_type=BigInteger)
    summary: str | None = None
    is_free: bool | None = None
    cost: str | None = None
    how_to_join: str | None = None
    contact: str | None = None
    phone: str | None = None
    name_es: str | None = None
    summary_es: str | None = None
    cost_es: str | None = None
    how_to_join_es: str | None = None


class HalfSheetEntry(TenantRow, table=True):
    """The school's or the office's word that a partnership's program stands on the school's page, with these words."""

    __tablename__: ClassVar[Any] = "half_sheet_entry"
    __table_args__ = (
        refers("partnership_id", "partnership", on_delete="CASCADE"),
        Index("half_sheet_entry_partnership", "tenant_id", "partnership_id", unique=True),
    )

    partnership_id: UUID
    words_version: int = Field(sa_type=BigInteger)
    schedule_es: str | None = None
    place_es: str | None = None
