"""The board's votes on agreements, and the route that leads there."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Request, Response

from alongside.agreements import queries, service
from alongside.agreements.errors import BoardVoteNotFound, NotWaiting, PersonNeeded
from alongside.agreements.schemas import (
    BoardVoteRead,
    BoardVotesRead,
    BoardVoteWrite,
    RouteRead,
    RoutesRead,
    RouteWrite,
)
from alongside.agreements.schemas.words import AgreementType
from alongside.core.errors import Unprocessable
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing

from .callers import Approver, Reader, Router

routes = router("", "agreements")

Kind = Annotated[AgreementType, Path()]


@routes.post(
    "/board-votes",
    status_code=201,
    response_model=BoardVoteRead,
    responses=responses(PersonNeeded, NotWaiting, Unprocessable),
)
async def record_board_vote(request: Request, principal: Approver, tx: Writing, body: BoardVoteWrite) -> Response:
    """Record one vote of the board: every agreement named moves, or none does and those not waiting are named."""
    made = await service.record_vote(tx, principal, body)
    return answer(request, made, status=201, location=f"/api/v1/board-votes/{made['id']}")


@routes.get("/board-votes", response_model=BoardVotesRead)
async def list_board_votes(request: Request, principal: Approver, db: Reading) -> Response:
    """The latest votes of the board, the last meeting first."""
    return answer(request, await queries.votes(db, principal))


@routes.get("/board-votes/{vote_id}", response_model=BoardVoteRead, responses=responses(BoardVoteNotFound))
async def get_board_vote(request: Request, principal: Reader, db: Reading, vote_id: UUID) -> Response:
    """A recorded vote with the agreements that it moved."""
    return answer(request, await queries.get_vote(db, principal, vote_id))


@routes.get("/agreement-routes", response_model=RoutesRead)
async def list_agreement_routes(request: Request, principal: Reader, db: Reading) -> Response:
    """How the district reviews and signs agreements, type by type."""
    return answer(request, await queries.all_routes(db))


@routes.get("/agreement-routes/{agreement_type}", response_model=RouteRead)
async def get_agreement_route(request: Request, principal: Reader, db: Reading, agreement_type: Kind) -> Response:
    """How agreements of one type are reviewed and signed."""
    return answer(request, await queries.one_route(db, agreement_type))


@routes.put("/agreement-routes/{agreement_type}", response_model=RouteRead, responses=responses(Unprocessable))
async def put_agreement_route(
    request: Request, principal: Router, tx: Writing, agreement_type: Kind, body: RouteWrite, version: Version
) -> Response:
    """Set the route for one type; agreements that were handed in keep theirs."""
    return answer(request, await service.set_route(tx, principal, agreement_type, body, version))
