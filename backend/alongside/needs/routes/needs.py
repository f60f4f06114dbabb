"""Needs: listed across schools, named, edited, proved, and moved along."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.http import answer, answer_page, nothing, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing
from alongside.needs import queries, service
from alongside.needs.errors import (
    EvidenceNotFound,
    EvidenceThere,
    NeedCannotMove,
    NeedInUse,
    NeedNotFound,
    NeedsAssessmentClosed,
    NeedsAssessmentNotFound,
    NotYourSchool,
)
from alongside.needs.schemas import (
    EvidenceCreate,
    NeedCreate,
    NeedFilters,
    NeedPage,
    NeedRead,
    NeedReason,
    NeedUpdate,
)

from .callers import Coordinator, Reader

routes = router("", "needs")

MOVES = responses(NeedNotFound, NotYourMove, NeedCannotMove, NeedsAssessmentClosed)


@routes.get("/needs", response_model=NeedPage)
async def list_needs(
    request: Request, principal: Reader, db: Reading, query: Annotated[NeedFilters, Query()]
) -> Response:
    """What schools need."""
    return answer_page(request, await queries.find(db, principal, query, request.app.state.cursors))


@routes.post(
    "/needs-assessments/{assessment_id}/needs",
    status_code=201,
    response_model=NeedRead,
    responses=responses(NeedsAssessmentNotFound, NotYourSchool, NeedsAssessmentClosed),
)
async def add_need(
    request: Request, principal: Coordinator, tx: Writing, assessment_id: UUID, body: NeedCreate
) -> Response:
    """Name a need in an assessment."""
    made = await service.add(tx, principal, assessment_id, body)
    return answer(request, made, status=201, location=f"/api/v1/needs/{made['id']}")


@routes.get("/needs/{need_id}", response_model=NeedRead, responses=responses(NeedNotFound))
async def get_need(request: Request, principal: Reader, db: Reading, need_id: UUID) -> Response:
    """One need with its evidence."""
    return answer(request, await queries.get(db, principal, need_id))


@routes.patch(
    "/needs/{need_id}",
    response_model=NeedRead,
    responses=responses(NeedNotFound, NotYourSchool, NeedsAssessmentClosed),
)
async def change_need(
    request: Request, principal: Coordinator, tx: Writing, need_id: UUID, body: NeedUpdate, version: Version
) -> Response:
    """Edit or rate a need; its score and place follow."""
    return answer(request, await service.change(tx, principal, need_id, body, version))


@routes.delete(
    "/needs/{need_id}",
    status_code=204,
    responses=responses(NeedNotFound, NotYourSchool, NeedsAssessmentClosed, NeedInUse),
)
async def remove_need(principal: Coordinator, tx: Writing, need_id: UUID, version: Version) -> Response:
    """Take a need out of an assessment that is still worked on."""
    await service.remove(tx, principal, need_id, version)
    return nothing()


@routes.post(
    "/needs/{need_id}/evidence",
    status_code=201,
    response_model=NeedRead,
    responses=responses(NeedNotFound, NotYourSchool, NeedsAssessmentClosed, EvidenceThere),
)
async def add_need_evidence(
    request: Request, principal: Coordinator, tx: Writing, need_id: UUID, body: EvidenceCreate, version: Version
) -> Response:
    """Accept a proposal as evidence, or write down somebody's account."""
    made = await service.add_evidence(tx, principal, need_id, body, version)
    return answer(request, made, status=201, location=f"/api/v1/needs/{need_id}")


@routes.delete(
    "/needs/{need_id}/evidence/{evidence_id}",
    status_code=204,
    responses=responses(NeedNotFound, EvidenceNotFound, NotYourSchool, NeedsAssessmentClosed),
)
async def remove_need_evidence(
    principal: Coordinator, tx: Writing, need_id: UUID, evidence_id: UUID, version: Version
) -> Response:
    """Take evidence away again."""
    await service.remove_evidence(tx, principal, need_id, evidence_id, version)
    return nothing()


@routes.post("/needs/{need_id}/prioritize", response_model=NeedRead, responses=MOVES)
async def prioritize_need(
    request: Request, principal: Coordinator, tx: Writing, need_id: UUID, version: Version
) -> Response:
    """Count the need among those to act on."""
    return answer(request, await service.move(tx, principal, need_id, "prioritize", version))


@routes.post("/needs/{need_id}/match", response_model=NeedRead, responses=MOVES)
async def match_need(
    request: Request, principal: Coordinator, tx: Writing, need_id: UUID, version: Version
) -> Response:
    """A program for it is found."""
    return answer(request, await service.move(tx, principal, need_id, "match", version))


@routes.post("/needs/{need_id}/address", response_model=NeedRead, responses=MOVES)
async def address_need(
    request: Request, principal: Coordinator, tx: Writing, need_id: UUID, version: Version
) -> Response:
    """Work on it has begun."""
    return answer(request, await service.move(tx, principal, need_id, "address", version))


@routes.post("/needs/{need_id}/meet", response_model=NeedRead, responses=MOVES)
async def meet_need(request: Request, principal: Coordinator, tx: Writing, need_id: UUID, version: Version) -> Response:
    """It is met."""
    return answer(request, await service.move(tx, principal, need_id, "meet", version))


@routes.post("/needs/{need_id}/defer", response_model=NeedRead, responses=MOVES)
async def defer_need(
    request: Request, principal: Coordinator, tx: Writing, need_id: UUID, body: NeedReason, version: Version
) -> Response:
    """Put it off, saying why."""
    return answer(request, await service.move(tx, principal, need_id, "defer", version, body.reason))


@routes.post("/needs/{need_id}/drop", response_model=NeedRead, responses=MOVES)
async def drop_need(
    request: Request, principal: Coordinator, tx: Writing, need_id: UUID, body: NeedReason, version: Version
) -> Response:
    """Give it up, saying why."""
    return answer(request, await service.move(tx, principal, need_id, "drop", version, body.reason))
