"""The wire shapes of merging two records of one organization."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from alongside.core.fields import ReadModel, WriteModel

from .words import PartnerRef, once

MergeField = Literal[
    "name", "legal_name", "ein", "org_type", "sector", "mission", "website", "phone", "email", "address", "city",
    "state", "postal_code", "languages", "funding_status", "charges_fee", "is_public", "vendor_number",
    "parent_partner_id", "fiscal_sponsor_id", "standing",
]  # fmt: skip
"""What one of two records says; `standing` is its status with the dates of its vetting."""


class MergeWrite(WriteModel):
    """The record that becomes part of this one, the version of it that was compared, and which of its values stay."""

    other_id: UUID
    other_version: Annotated[int, Field(ge=1)]
    take: Annotated[list[MergeField], Field(max_length=30), AfterValidator(once)] = Field(default_factory=list)


class MergeRead(ReadModel):
    """A merge, and until which day it can be undone."""

    id: UUID
    merged: PartnerRef
    made_on: date
    made_by: str | None
    undo_until_on: date
    undone_on: date | None
    can_undo: bool


class MergeList(ReadModel):
    """The merges into one record, the newest first."""

    items: list[MergeRead]
