"""Performance targets, both sides' words on them, and their results."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.http import answer, answer_page, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, Version, Writing, caller
from alongside.identity.scopes import Scope

from . import queries, service
from .errors import (
    NotYourTarget,
    ResultCannotMove,
    ResultNeedsConfirming,
    ResultNotFound,
    SchoolNotCovered,
    TargetCannotMove,
    TargetIsSettled,
    TargetNotFound,
    TargetTakesNoResults,
)
from .schemas import (
    GridOutcome,
    ResultCreate,
    ResultFilters,
    ResultGrid,
    ResultPage,
    ResultRead,
    TargetCreate,
    TargetFilters,
    TargetPage,
    TargetRead,
    TargetReason,
    TargetUpdate,
)

routes = router("", "targets")

Reader = Annotated[Principal, caller(Scope.TARGETS_READ)]
Writer = Annotated[Principal, caller(Scope.TARGETS_WRITE)]
Speaker = Annotated[Principal, caller(Scope.TARGETS_AGREE)]
Reporter = Annotated[Principal, caller(Scope.RESULTS_WRITE)]
Checker = Annotated[Principal, caller(Scope.RESULTS_VERIFY)]
Day = Annotated[date | None, Query(description="As of this day; today unless told otherwise")]

_MOVES = responses(TargetNotFound, NotYourMove, TargetCannotMove, PreconditionFailed, Unprocessable)
_WORDS = responses(TargetNotFound, SchoolNotCovered, NotYourMove, TargetCannotMove, PreconditionFailed, Unprocessable)
_CHECKS = responses(ResultNotFound, NotYourMove, ResultCannotMove, PreconditionFailed, Unprocessable)


@routes.get("/targets", response_model=TargetPage)
async def list_targets(
    request: Request, principal: Reader, db: Reading, query: Annotated[TargetFilters, Query()]
) -> Response:
    """Targets with their progress and rating."""
    return answer_page(request, await queries.find(db, principal, query, request.app.state.cursors))


@routes.post("/targets", status_code=201, response_model=TargetRead, responses=responses(NotYourTarget, Unprocessable))
async def create_target(request: Request, principal: Writer, tx: Writing, body: TargetCreate) -> Response:
    """Draft a target over the schools of some partnerships."""
    made = await service.create(tx, principal, body)
    return answer(request, made, status=201, location=f"/api/v1/targets/{made['id']}")


@routes.get("/targets/{target_id}", response_model=TargetRead, responses=responses(TargetNotFound))
async def get_target(
    request: Request, principal: Reader, db: Reading, target_id: UUID, effective_on: Day = None
) -> Response:
    """One target: definition, words, progress, chart and results."""
    return answer(request, await queries.get(db, principal, target_id, effective_on))


@routes.patch(
    "/targets/{target_id}",
    response_model=TargetRead,
    responses=responses(
        TargetNotFound, NotYourTarget, TargetIsSettled, PreconditionRequired, PreconditionFailed, Unprocessable
    ),
)
async def update_target(
    request: Request, principal: Writer, tx: Writing, version: Version, target_id: UUID, body: TargetUpdate
) -> Response:
    """Change a draft or a proposal; a proposal then asks both sides again."""
    return answer(request, await service.update_target(tx, principal, target_id, body, version))


@routes.post("/targets/{target_id}/propose", response_model=TargetRead, responses=_MOVES)
async def propose_target(
    request: Request, principal: Writer, tx: Writing, version: Version, target_id: UUID
) -> Response:
    """Put a draft to the other side."""
    return answer(request, await service.propose(tx, principal, target_id, version))


@routes.post("/targets/{target_id}/agree", response_model=TargetRead, responses=_MOVES)
async def agree_target(
    request: Request, principal: Speaker, tx: Writing, version: Version, target_id: UUID
) -> Response:
    """Give the word of one's own side."""
    return answer(request, await service.agree(tx, principal, target_id, version))


@routes.post("/targets/{target_id}/open", response_model=TargetRead, responses=_MOVES)
async def open_target(request: Request, principal: Writer, tx: Writing, version: Version, target_id: UUID) -> Response:
    """Begin to keep results, once both sides agreed."""
    return answer(request, await service.open_target(tx, principal, target_id, version))


@routes.post("/targets/{target_id}/revise", status_code=201, response_model=TargetRead, responses=_MOVES)
async def revise_target(
    request: Request, principal: Writer, tx: Writing, version: Version, target_id: UUID, body: TargetReason
) -> Response:
    """Start a new version as a draft; the old one stays as it was."""
    made = await service.revise(tx, principal, target_id, body.reason, version)
    return answer(request, made, status=201, location=f"/api/v1/targets/{made['id']}")


@routes.post("/targets/{target_id}/withdraw", response_model=TargetRead, responses=_MOVES)
async def withdraw_target(
    request: Request, principal: Writer, tx: Writing, version: Version, target_id: UUID
) -> Response:
    """Take a draft or a proposal back."""
    return answer(request, await service.withdraw(tx, principal, target_id, version))


@routes.post("/targets/{target_id}/close", response_model=TargetRead, responses=_MOVES)
async def close_target(request: Request, principal: Writer, tx: Writing, version: Version, target_id: UUID) -> Response:
    """End a target whose period is over; it no longer changes."""
    return answer(request, await service.close(tx, principal, target_id, version))


@routes.post("/targets/{target_id}/schools/{school_id}/agree", response_model=TargetRead, responses=_WORDS)
async def agree_target_school(
    request: Request, principal: Speaker, tx: Writing, version: Version, target_id: UUID, school_id: UUID
) -> Response:
    """Give one school's word."""
    return answer(request, await service.agree_school(tx, principal, target_id, school_id, version))


@routes.post("/targets/{target_id}/schools/{school_id}/opt-out", response_model=TargetRead, responses=_WORDS)
async def opt_out_target_school(
    request: Request,
    principal: Speaker,
    tx: Writing,
    version: Version,
    target_id: UUID,
    school_id: UUID,
    body: TargetReason,
) -> Response:
    """Keep one school out; the others go on."""
    return answer(request, await service.opt_out(tx, principal, target_id, school_id, body.reason, version))


@routes.post(
    "/targets/{target_id}/results",
    status_code=201,
    response_model=ResultRead,
    responses={
        200: {"description": "The same stands already", "model": ResultRead},
        **responses(TargetNotFound, NotYourTarget, TargetTakesNoResults, ResultNeedsConfirming, Unprocessable),
    },
)
async def enter_result(
    request: Request, principal: Reporter, tx: Writing, target_id: UUID, body: ResultCreate
) -> Response:
    """Report one school's result; for a day that has one this corrects it."""
    made, is_new = await service.enter_result(tx, principal, target_id, body)
    return answer(request, made, status=201 if is_new else 200, location=f"/api/v1/results/{made['id']}")


@routes.put(
    "/targets/{target_id}/results",
    response_model=GridOutcome,
    responses=responses(
        TargetNotFound, NotYourTarget, TargetTakesNoResults, PreconditionRequired, PreconditionFailed, Unprocessable
    ),
)
async def enter_results(
    request: Request, principal: Reporter, tx: Writing, version: Version, target_id: UUID, body: ResultGrid
) -> Response:
    """Report the results of many schools in one grid; each row is kept or refused for itself."""
    return answer(request, await service.enter_results(tx, principal, target_id, body, version))


@routes.get("/results", response_model=ResultPage)
async def list_results(
    request: Request, principal: Reader, db: Reading, query: Annotated[ResultFilters, Query()]
) -> Response:
    """Results, the corrected and rejected ones included."""
    return answer_page(request, await queries.find_results(db, principal, query, request.app.state.cursors))


@routes.get("/results/{result_id}", response_model=ResultRead, responses=responses(ResultNotFound))
async def get_result(request: Request, principal: Reader, db: Reading, result_id: UUID) -> Response:
    """One result."""
    return answer(request, await queries.get_result(db, principal, result_id))


@routes.post("/results/{result_id}/verify", response_model=ResultRead, responses=_CHECKS)
async def verify_result(
    request: Request, principal: Checker, tx: Writing, version: Version, result_id: UUID
) -> Response:
    """Say that a result is so."""
    return answer(request, await service.verify(tx, principal, result_id, version))


@routes.post("/results/{result_id}/reject", response_model=ResultRead, responses=_CHECKS)
async def reject_result(
    request: Request, principal: Checker, tx: Writing, version: Version, result_id: UUID, body: TargetReason
) -> Response:
    """Say that a result is not so, and why."""
    return answer(request, await service.reject(tx, principal, result_id, body.reason, version))
