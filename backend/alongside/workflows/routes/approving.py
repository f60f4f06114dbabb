"""Approving a partner, as a request."""

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response

from alongside.core.http import answer, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Version, Writing, caller
from alongside.identity.scopes import Scope
from alongside.partners.errors import PartnerCannotMove, PartnerNotFound
from alongside.partners.schemas import PartnerApproval, PartnerRead
from alongside.workflows import approve

routes = router("/partners", "partners")

Reviewer = Annotated[Principal, caller(Scope.PARTNERS_REVIEW)]


@routes.post(
    "/{partner_id}/approve",
    response_model=PartnerRead,
    responses=responses(PartnerNotFound, NotYourMove, PartnerCannotMove),
)
async def approve_partner(
    request: Request, principal: Reviewer, tx: Writing, partner_id: UUID, body: PartnerApproval, version: Version
) -> Response:
    """Approve the organization, until a day when one is given; its named signatories may sign from then on."""
    return answer(request, await approve.approve(tx, principal, partner_id, body, version))
