"""Packs of a partner's record, when another district looked into one, and what was taken from one here.

All three are a tenant's own rows. A pack stays in the district where it was made; nothing points from one tenant into
another: what was taken is remembered by the name of the district and the pack's id, which is no key here.
"""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from alongside.core.models import TenantPart, TenantRow, instant, refers, words


class Pack(TenantRow, table=True):
    """What a partner's record said when the pack was made; it never changes, it runs out or is taken back."""

    __tablename__: ClassVar[Any] = "pack"
    __table_args__ = (
        refers("partner_id", "partner"),
        CheckConstraint(
            "cardinality(parts) > 0 and parts <@ array['profile', 'programs', 'papers', 'staff', 'checks']",
            name="parts_known",
        ),
        Index("pack_partner", "tenant_id", "partner_id", "made_at", "id"),
    )

    partner_id: UUID
    parts: list[str] = words()
    content: dict[str, Any] = Field(sa_type=JSONB)
    sha256: str
    made_at: datetime = instant(default=True)
    made_by_id: UUID = Field(foreign_key="person.id")
    expires_on: date
    revoked_at: datetime | None = instant(nullable=True)
    revoked_by_id: UUID | None = Field(default=None, foreign_key="person.id")


class PackOpening(TenantPart, table=True):
    """Somebody of the partner looked into the pack from another district; one row a day, district and person."""

    __tablename__: ClassVar[Any] = "pack_opening"
    __table_args__ = (
        refers("pack_id", "pack", on_delete="CASCADE"),
        Index("pack_opening_once", "tenant_id", "pack_id", "district", "person_id", "opened_on", unique=True),
    )

    pack_id: UUID
    district: str
    district_name: str
    opened_on: date
    opened_at: datetime = instant(default=True)
    person_id: UUID = Field(foreign_key="person.id")


class PackTaking(TenantPart, table=True):
    """What a partner took into its record here from a pack of another district, by whose consent."""

    __tablename__: ClassVar[Any] = "pack_taking"
    __table_args__ = (
        refers("partner_id", "partner"),
        Index("pack_taking_partner", "tenant_id", "partner_id", "taken_at", "id"),
    )

    partner_id: UUID
    pack: UUID
    pack_sha256: str
    district: str
    district_name: str
    made_at: datetime = instant()
    items: list[dict[str, Any]] = Field(sa_type=JSONB)
    taken_at: datetime = instant(default=True)
    taken_by_id: UUID = Field(foreign_key="person.id")
