"""Waivers of risk management."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.errors import PreconditionFailed, Unprocessable
from alongside.core.http import answer, answer_page, router
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing
from alongside.papers import queries, service
from alongside.papers.errors import NotYourPapers, PersonMustDecide, WaiverNotFound, WaiverOver
from alongside.papers.schemas import WaiverCreate, WaiverFilters, WaiverPage, WaiverRead, WaiverRevoke

from .callers import Reader, RiskManager

routes = router("/paper-waivers", "papers")


@routes.get("", response_model=WaiverPage)
async def list_paper_waivers(
    request: Request, principal: Reader, db: Reading, query: Annotated[WaiverFilters, Query()]
) -> Response:
    """Waivers, with who gave them and until when."""
    return answer_page(request, await queries.find_waivers(db, principal, query, request.app.state.cursors))


@routes.post(
    "",
    status_code=201,
    response_model=WaiverRead,
    responses=responses(NotYourPapers, PersonMustDecide, Unprocessable),
)
async def give_paper_waiver(request: Request, principal: RiskManager, tx: Writing, body: WaiverCreate) -> Response:
    """Go without a paper for a time, and say why."""
    made = await service.give_waiver(tx, principal, body)
    return answer(request, made, status=201, location=f"/api/v1/paper-waivers/{made['id']}")


@routes.get("/{waiver_id}", response_model=WaiverRead, responses=responses(WaiverNotFound))
async def get_paper_waiver(request: Request, principal: Reader, db: Reading, waiver_id: UUID) -> Response:
    """One waiver."""
    return answer(request, await queries.get_waiver(db, principal, waiver_id))


@routes.post(
    "/{waiver_id}/revoke",
    response_model=WaiverRead,
    responses=responses(WaiverNotFound, NotYourPapers, PersonMustDecide, WaiverOver, PreconditionFailed),
)
async def revoke_paper_waiver(
    request: Request, principal: RiskManager, tx: Writing, waiver_id: UUID, body: WaiverRevoke, version: Version
) -> Response:
    """Take a waiver back as of today, and say why."""
    return answer(request, await service.revoke_waiver(tx, principal, waiver_id, body.reason, version))
