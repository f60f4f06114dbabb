"""Needs assessments: begun, worked on, approved, published, opened again; and the five-minute way."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.fields import Day
from alongside.core.http import answer, answer_page, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing
from alongside.needs import queries, service
from alongside.needs.errors import (
    NeedsAssessmentCannotMove,
    NeedsAssessmentClosed,
    NeedsAssessmentExists,
    NeedsAssessmentNotFound,
    NotYourSchool,
)
from alongside.needs.schemas import (
    AssessmentCreate,
    AssessmentFilters,
    AssessmentPage,
    AssessmentRead,
    AssessmentReason,
    AssessmentUpdate,
    EvidenceProposals,
    Ranking,
    TopNeeds,
)
from alongside.schools.errors import SchoolNotFound

from .callers import Coordinator, Leader, Office, Reader

routes = router("", "needs")

AT = "/needs-assessments"
EDIT = responses(NeedsAssessmentNotFound, NotYourSchool, NeedsAssessmentClosed)
MOVES = responses(NeedsAssessmentNotFound, NotYourMove, NeedsAssessmentCannotMove)


@routes.get(AT, response_model=AssessmentPage)
async def list_needs_assessments(
    request: Request, principal: Reader, db: Reading, query: Annotated[AssessmentFilters, Query()]
) -> Response:
    """Assessments; a school without a published one has unknown needs, not none."""
    return answer_page(request, await queries.find_assessments(db, principal, query, request.app.state.cursors))


@routes.post(
    AT, status_code=201, response_model=AssessmentRead, responses=responses(NotYourSchool, NeedsAssessmentExists)
)
async def start_needs_assessment(
    request: Request, principal: Coordinator, tx: Writing, body: AssessmentCreate
) -> Response:
    """Begin a school's assessment for a year."""
    made = await service.start(tx, principal, body)
    return answer(request, made, status=201, location=f"/api/v1{AT}/{made['id']}")


@routes.post(
    "/schools/{school_id}/top-needs",
    status_code=201,
    response_model=AssessmentRead,
    responses=responses(SchoolNotFound, NotYourSchool, NeedsAssessmentExists),
)
async def name_top_needs(
    request: Request, principal: Coordinator, tx: Writing, school_id: UUID, body: TopNeeds
) -> Response:
    """Name a school's top needs in a sentence each; from its leader they are published at once."""
    made = await service.name_top_needs(tx, principal, school_id, body)
    return answer(request, made, status=201, location=f"/api/v1{AT}/{made['id']}")


@routes.get(AT + "/{assessment_id}", response_model=AssessmentRead, responses=responses(NeedsAssessmentNotFound))
async def get_needs_assessment(
    request: Request, principal: Reader, db: Reading, assessment_id: UUID, effective_on: Day | None = None
) -> Response:
    """One assessment with its needs in order; `effective_on` says on which day it is looked at."""
    return answer(request, await queries.get_assessment(db, principal, assessment_id, effective_on))


@routes.patch(AT + "/{assessment_id}", response_model=AssessmentRead, responses=EDIT)
async def change_needs_assessment(
    request: Request, principal: Coordinator, tx: Writing, assessment_id: UUID, body: AssessmentUpdate, version: Version
) -> Response:
    """Edit what the team notes for itself."""
    return answer(request, await service.change_assessment(tx, principal, assessment_id, body, version))


@routes.post(AT + "/{assessment_id}/collect", response_model=AssessmentRead, responses=MOVES)
async def collect_for_needs_assessment(
    request: Request, principal: Coordinator, tx: Writing, assessment_id: UUID, version: Version
) -> Response:
    """Gather evidence and voices."""
    return answer(request, await service.move_assessment(tx, principal, assessment_id, "collect", version))


@routes.post(AT + "/{assessment_id}/analyze", response_model=AssessmentRead, responses=MOVES)
async def analyze_needs_assessment(
    request: Request, principal: Coordinator, tx: Writing, assessment_id: UUID, version: Version
) -> Response:
    """Look for what lies behind it."""
    return answer(request, await service.move_assessment(tx, principal, assessment_id, "analyze", version))


@routes.post(AT + "/{assessment_id}/prioritize", response_model=AssessmentRead, responses=MOVES)
async def prioritize_needs_assessment(
    request: Request, principal: Coordinator, tx: Writing, assessment_id: UUID, version: Version
) -> Response:
    """Put the needs in order."""
    return answer(request, await service.move_assessment(tx, principal, assessment_id, "prioritize", version))


@routes.post(AT + "/{assessment_id}/submit", response_model=AssessmentRead, responses=MOVES)
async def submit_needs_assessment(
    request: Request, principal: Coordinator, tx: Writing, assessment_id: UUID, version: Version
) -> Response:
    """Hand it to the school's leader."""
    return answer(request, await service.move_assessment(tx, principal, assessment_id, "submit", version))


@routes.post(AT + "/{assessment_id}/approve", response_model=AssessmentRead, responses=MOVES)
async def approve_needs_assessment(
    request: Request, principal: Leader, tx: Writing, assessment_id: UUID, version: Version
) -> Response:
    """The leader stands behind it."""
    return answer(request, await service.move_assessment(tx, principal, assessment_id, "approve", version))


@routes.post(AT + "/{assessment_id}/publish", response_model=AssessmentRead, responses=MOVES)
async def publish_needs_assessment(
    request: Request, principal: Leader, tx: Writing, assessment_id: UUID, version: Version
) -> Response:
    """Show it to the district and to partners; the version before is superseded."""
    return answer(request, await service.move_assessment(tx, principal, assessment_id, "publish", version))


@routes.post(
    AT + "/{assessment_id}/reopen",
    status_code=201,
    response_model=AssessmentRead,
    responses=responses(NeedsAssessmentNotFound, NotYourMove, NeedsAssessmentCannotMove, NeedsAssessmentExists),
)
async def reopen_needs_assessment(
    request: Request, principal: Office, tx: Writing, assessment_id: UUID, body: AssessmentReason, version: Version
) -> Response:
    """Begin the next version, saying why; what is published stays so until that one is."""
    made = await service.reopen(tx, principal, assessment_id, body.reason, version)
    return answer(request, made, status=201, location=f"/api/v1{AT}/{made['id']}")


@routes.put(AT + "/{assessment_id}/ranking", response_model=AssessmentRead, responses=EDIT)
async def put_needs_ranking(
    request: Request, principal: Coordinator, tx: Writing, assessment_id: UUID, body: Ranking, version: Version
) -> Response:
    """Set every place set by hand, each with its reason; the other needs stand by their score."""
    return answer(request, await service.put_ranking(tx, principal, assessment_id, body, version))


@routes.get(
    AT + "/{assessment_id}/evidence-proposals",
    response_model=EvidenceProposals,
    responses=responses(NeedsAssessmentNotFound, NotYourSchool),
)
async def list_evidence_proposals(request: Request, principal: Reader, db: Reading, assessment_id: UUID) -> Response:
    """Where the school's published measures stand worse than the district's, in sentences."""
    return answer(request, {"items": await queries.propose_for(db, principal, assessment_id)})
