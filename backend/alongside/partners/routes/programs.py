"""Programs: the list across partners, one program, and its way to approval."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.http import answer, answer_page, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing
from alongside.partners import queries, service
from alongside.partners.errors import (
    NotYourPartner,
    PartnerInactive,
    PartnerNotFound,
    ProgramCannotMove,
    ProgramIsRetired,
    ProgramNotFound,
)
from alongside.partners.schemas import ProgramCreate, ProgramFilters, ProgramPage, ProgramRead, ProgramUpdate

from .callers import Keeper, Reader, Reviewer

routes = router("", "programs")

MOVES = responses(ProgramNotFound, NotYourMove, ProgramCannotMove)


@routes.get("/programs", response_model=ProgramPage)
async def list_programs(
    request: Request, principal: Reader, db: Reading, query: Annotated[ProgramFilters, Query()]
) -> Response:
    """What partners offer."""
    return answer_page(request, await queries.find_programs(db, principal, query, request.app.state.cursors))


@routes.post(
    "/partners/{partner_id}/programs",
    status_code=201,
    response_model=ProgramRead,
    responses=responses(PartnerNotFound, NotYourPartner, PartnerInactive),
)
async def add_program(
    request: Request, principal: Keeper, tx: Writing, partner_id: UUID, body: ProgramCreate
) -> Response:
    """Describe a program of a partner, as a draft."""
    made = await service.add_program(tx, principal, partner_id, body)
    return answer(request, made, status=201, location=f"/api/v1/programs/{made['id']}")


@routes.get("/programs/{program_id}", response_model=ProgramRead, responses=responses(ProgramNotFound))
async def get_program(request: Request, principal: Reader, db: Reading, program_id: UUID) -> Response:
    """One program."""
    return answer(request, await queries.get_program(db, principal, program_id))


@routes.patch(
    "/programs/{program_id}",
    response_model=ProgramRead,
    responses=responses(ProgramNotFound, NotYourPartner, ProgramIsRetired),
)
async def change_program(
    request: Request, principal: Keeper, tx: Writing, program_id: UUID, body: ProgramUpdate, version: Version
) -> Response:
    """Edit a program."""
    return answer(request, await service.change_program(tx, principal, program_id, body, version))


@routes.post("/programs/{program_id}/submit", response_model=ProgramRead, responses=MOVES)
async def submit_program(
    request: Request, principal: Keeper, tx: Writing, program_id: UUID, version: Version
) -> Response:
    """Hand a program in for approval."""
    return answer(request, await service.move_program(tx, principal, program_id, "submit", version))


@routes.post("/programs/{program_id}/approve", response_model=ProgramRead, responses=MOVES)
async def approve_program(
    request: Request, principal: Reviewer, tx: Writing, program_id: UUID, version: Version
) -> Response:
    """Approve a program: schools may choose it."""
    return answer(request, await service.move_program(tx, principal, program_id, "approve", version))


@routes.post("/programs/{program_id}/retire", response_model=ProgramRead, responses=MOVES)
async def retire_program(
    request: Request, principal: Keeper, tx: Writing, program_id: UUID, version: Version
) -> Response:
    """Stop offering a program."""
    return answer(request, await service.move_program(tx, principal, program_id, "retire", version))
