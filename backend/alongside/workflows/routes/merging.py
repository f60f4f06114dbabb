"""Merging two records of one organization, as requests."""

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response

from alongside.core.errors import PreconditionFailed, Unprocessable
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, Version, Writing, caller
from alongside.identity.scopes import Scope
from alongside.partners.errors import (
    CannotMerge,
    CannotUndoMerge,
    EinTaken,
    KeptByOffice,
    MergeNotFound,
    PartnerMerged,
    PartnerNotFound,
)
from alongside.partners.schemas import MergeList, MergeWrite, PartnerRead
from alongside.workflows import merge_partners

routes = router("/partners", "partners")

Reviewer = Annotated[Principal, caller(Scope.PARTNERS_REVIEW)]


@routes.get(
    "/{partner_id}/merges", response_model=MergeList, responses=responses(PartnerNotFound, PartnerMerged, KeptByOffice)
)
async def list_partner_merges(request: Request, principal: Reviewer, db: Reading, partner_id: UUID) -> Response:
    """The records that became part of this one, and until when each can be parted again."""
    return answer(request, {"items": await merge_partners.merges(db, principal, partner_id)})


@routes.post(
    "/{partner_id}/merge",
    response_model=PartnerRead,
    responses=responses(PartnerNotFound, PartnerMerged, KeptByOffice, CannotMerge, PreconditionFailed, Unprocessable),
)
async def merge_partner(
    request: Request, principal: Reviewer, tx: Writing, partner_id: UUID, body: MergeWrite, version: Version
) -> Response:
    """Make another record part of this one; it can be undone for thirty days."""
    return answer(request, await merge_partners.merge(tx, principal, partner_id, body, version))


@routes.post(
    "/{partner_id}/merges/{merge_id}/undo",
    response_model=PartnerRead,
    responses=responses(PartnerNotFound, PartnerMerged, KeptByOffice, MergeNotFound, CannotUndoMerge, EinTaken),
)
async def undo_partner_merge(
    request: Request, principal: Reviewer, tx: Writing, partner_id: UUID, merge_id: UUID
) -> Response:
    """Part two merged records again."""
    return answer(request, await merge_partners.undo(tx, principal, partner_id, merge_id))
