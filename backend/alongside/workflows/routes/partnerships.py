"""Partnerships started, changed and moved through their stages, and the needs that follow them, as requests."""

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response

from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.http import answer, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Version, Writing, caller
from alongside.identity.scopes import Scope
from alongside.partnerships.errors import (
    NotYourField,
    OwnEmployer,
    PartnershipCannotMove,
    PartnershipExists,
    PartnershipNotFound,
    PartnershipOver,
    SchoolMatter,
)
from alongside.partnerships.schemas import PartnershipCreate, PartnershipRead, PartnershipReason, PartnershipUpdate
from alongside.workflows import pair

routes = router("", "partnerships")

Coordinator = Annotated[Principal, caller(Scope.PARTNERSHIPS_WRITE)]

_MOVES = responses(PartnershipNotFound, NotYourMove, PartnershipCannotMove, PreconditionFailed)


@routes.post(
    "/partnerships",
    status_code=201,
    response_model=PartnershipRead,
    responses=responses(OwnEmployer, SchoolMatter, PartnershipExists, Unprocessable),
)
async def start_partnership(request: Request, principal: Coordinator, tx: Writing, body: PartnershipCreate) -> Response:
    """Start exploring a program at a school."""
    made = await pair.start(tx, principal, body)
    return answer(request, made, status=201, location=f"/api/v1/partnerships/{made['id']}")


@routes.patch(
    "/partnerships/{partnership_id}",
    response_model=PartnershipRead,
    responses=responses(
        PartnershipNotFound, SchoolMatter, NotYourField, OwnEmployer, PartnershipOver, PreconditionFailed,
        PreconditionRequired, Unprocessable,
    ),
)  # fmt: skip
async def change_partnership(
    request: Request,
    principal: Coordinator,
    tx: Writing,
    partnership_id: UUID,
    body: PartnershipUpdate,
    version: Version,
) -> Response:
    """Change what is known of a partnership (merge patch)."""
    return answer(request, await pair.change(tx, principal, partnership_id, body, version))


@routes.post("/partnerships/{partnership_id}/plan", response_model=PartnershipRead, responses=_MOVES)
async def plan_partnership(
    request: Request, principal: Coordinator, tx: Writing, partnership_id: UUID, version: Version
) -> Response:
    """The first conversation went well: plan it."""
    return answer(request, await pair.move(tx, principal, partnership_id, "plan", None, version))


@routes.post("/partnerships/{partnership_id}/ready", response_model=PartnershipRead, responses=_MOVES)
async def ready_partnership(
    request: Request, principal: Coordinator, tx: Writing, partnership_id: UUID, version: Version
) -> Response:
    """The plan stands: check that everything is there."""
    return answer(request, await pair.move(tx, principal, partnership_id, "ready", None, version))


@routes.post("/partnerships/{partnership_id}/activate", response_model=PartnershipRead, responses=_MOVES)
async def activate_partnership(
    request: Request, principal: Coordinator, tx: Writing, partnership_id: UUID, version: Version
) -> Response:
    """Begin work; only when the partnership is cleared."""
    return answer(request, await pair.move(tx, principal, partnership_id, "activate", None, version))


@routes.post("/partnerships/{partnership_id}/pause", response_model=PartnershipRead, responses=_MOVES)
async def pause_partnership(
    request: Request,
    principal: Coordinator,
    tx: Writing,
    partnership_id: UUID,
    body: PartnershipReason,
    version: Version,
) -> Response:
    """Stop for a while, and say why."""
    return answer(request, await pair.move(tx, principal, partnership_id, "pause", body.reason, version))


@routes.post("/partnerships/{partnership_id}/resume", response_model=PartnershipRead, responses=_MOVES)
async def resume_partnership(
    request: Request, principal: Coordinator, tx: Writing, partnership_id: UUID, version: Version
) -> Response:
    """Go on after a pause; only when the partnership is cleared."""
    return answer(request, await pair.move(tx, principal, partnership_id, "resume", None, version))


@routes.post("/partnerships/{partnership_id}/end", response_model=PartnershipRead, responses=_MOVES)
async def end_partnership(
    request: Request,
    principal: Coordinator,
    tx: Writing,
    partnership_id: UUID,
    body: PartnershipReason,
    version: Version,
) -> Response:
    """End it as of today, and say why."""
    return answer(request, await pair.move(tx, principal, partnership_id, "end", body.reason, version))


@routes.post("/partnerships/{partnership_id}/not-a-fit", response_model=PartnershipRead, responses=_MOVES)
async def judge_partnership_unfit(
    request: Request,
    principal: Coordinator,
    tx: Writing,
    partnership_id: UUID,
    body: PartnershipReason,
    version: Version,
) -> Response:
    """The program is no fit for the school; the reason stays with the school and the district."""
    return answer(request, await pair.move(tx, principal, partnership_id, "not-a-fit", body.reason, version))
