"""Drafting an agreement from a partnership, as a request."""

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response

from alongside.agreements.errors import NotYourSide
from alongside.agreements.schemas import AgreementRead
from alongside.core.errors import Unprocessable
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Writing, caller
from alongside.identity.scopes import Scope
from alongside.partnerships.errors import PartnershipNotFound, PartnershipOver
from alongside.workflows.draft_agreement import draft_agreement
from alongside.workflows.errors import AgreementThere
from alongside.workflows.schemas import AgreementFromPartnership

routes = router("", "partnerships")

Drafter = Annotated[Principal, caller(Scope.AGREEMENTS_WRITE)]


@routes.post(
    "/partnerships/{partnership_id}/agreement-draft",
    status_code=201,
    response_model=AgreementRead,
    responses=responses(PartnershipNotFound, NotYourSide, PartnershipOver, AgreementThere, Unprocessable),
)
async def draft_partnership_agreement(
    request: Request,
    principal: Drafter,
    tx: Writing,
    partnership_id: UUID,
    body: AgreementFromPartnership | None = None,
) -> Response:
    """Draft an agreement from a partnership: programs, schools, who is served, expectations, resources, days."""
    made = await draft_agreement(tx, principal, partnership_id, body or AgreementFromPartnership())
    return answer(request, made, status=201, location=f"/api/v1/agreements/{made['id']}")
