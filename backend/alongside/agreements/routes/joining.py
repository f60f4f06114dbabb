"""Joining an agreement that another school has signed."""

from uuid import UUID

from fastapi import Request, Response

from alongside.agreements import queries, service
from alongside.agreements.errors import (
    AgreementCannotMove,
    AgreementNotFound,
    CannotJoin,
    JoinAsked,
    JoinCannotMove,
    JoinRequestNotFound,
    NotYourSchool,
)
from alongside.agreements.schemas import (
    AgreementReason,
    JoinableAgreements,
    JoinRequestCreate,
    JoinRequestRead,
    JoinRequests,
)
from alongside.core.http import answer, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing
from alongside.schools.errors import SchoolNotFound

from .callers import Approver, Drafter, Reader

routes = router("", "agreements")

MOVES = responses(JoinRequestNotFound, NotYourMove, JoinCannotMove, AgreementCannotMove)


@routes.get(
    "/schools/{school_id}/joinable-agreements",
    response_model=JoinableAgreements,
    responses=responses(SchoolNotFound, NotYourSchool),
)
async def list_joinable_agreements(request: Request, principal: Reader, db: Reading, school_id: UUID) -> Response:
    """The agreements that other schools have signed and yours could join: with whom, what, until when, where."""
    return answer(request, await queries.joinable(db, principal, school_id))


@routes.post(
    "/agreements/{agreement_id}/join-requests",
    status_code=201,
    response_model=JoinRequestRead,
    responses=responses(SchoolNotFound, NotYourSchool, AgreementNotFound, CannotJoin, JoinAsked),
)
async def ask_to_join_agreement(
    request: Request, principal: Drafter, tx: Writing, agreement_id: UUID, body: JoinRequestCreate
) -> Response:
    """Ask to join; the office answers, and a principal who asks has given the school's word with it."""
    made = await service.ask_to_join(tx, principal, agreement_id, body)
    return answer(request, made, status=201, location=f"/api/v1/join-requests/{made['id']}")


@routes.get("/join-requests", response_model=JoinRequests)
async def list_join_requests(request: Request, principal: Reader, db: Reading) -> Response:
    """The requests to join that you see, those that wait first."""
    return answer(request, await queries.find_join_requests(db, principal))


@routes.get("/join-requests/{request_id}", response_model=JoinRequestRead, responses=responses(JoinRequestNotFound))
async def get_join_request(request: Request, principal: Reader, db: Reading, request_id: UUID) -> Response:
    """One request to join."""
    return answer(request, await queries.get_join_request(db, principal, request_id))


@routes.post("/join-requests/{request_id}/accept", response_model=JoinRequestRead, responses=MOVES)
async def accept_join_request(
    request: Request, principal: Approver, tx: Writing, request_id: UUID, version: Version
) -> Response:
    """Let the school join; what is signed stays as it is."""
    return answer(request, await service.answer_request(tx, principal, request_id, "accept", version))


@routes.post("/join-requests/{request_id}/refuse", response_model=JoinRequestRead, responses=MOVES)
async def refuse_join_request(
    request: Request, principal: Approver, tx: Writing, request_id: UUID, body: AgreementReason, version: Version
) -> Response:
    """Say no, and why."""
    return answer(request, await service.answer_request(tx, principal, request_id, "refuse", version, body.reason))


@routes.post("/join-requests/{request_id}/withdraw", response_model=JoinRequestRead, responses=MOVES)
async def withdraw_join_request(
    request: Request, principal: Drafter, tx: Writing, request_id: UUID, version: Version
) -> Response:
    """Take the request back before the office has answered."""
    return answer(request, await service.answer_request(tx, principal, request_id, "withdraw", version))
