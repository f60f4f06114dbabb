"""What may be said of a partnership."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from alongside.core.fields import Line, Prose, WriteModel

from .refs import Kind

NeedIds = Annotated[list[UUID], Field(max_length=20)]


class PartnershipCreate(WriteModel):
    """A first conversation about a program at a school, and the needs of the school it may meet."""

    program_id: UUID
    school_id: UUID
    need_ids: NeedIds = Field(default_factory=list)
    schedule: Line | None = None
    place: Line | None = None
    kind: Kind = "specialized"


class PartnershipUpdate(WriteModel):
    """A merge patch. The partner's own people may change `schedule` and `partner_lead_id` only."""

    need_ids: NeedIds | None = None
    schedule: Line | None = None
    place: Line | None = None
    kind: Kind | None = None
    is_lead_partner: bool | None = None
    coordinator_id: UUID | None = None
    partner_lead_id: UUID | None = None
    min_cleared_people: Annotated[int, Field(ge=1, le=100)] | None = None


class PartnershipReason(WriteModel):
    """Why; the partner reads it, except when a program is no fit."""

    reason: Prose
