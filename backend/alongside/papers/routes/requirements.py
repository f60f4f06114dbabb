"""What a district asks for."""

from uuid import UUID

from fastapi import Request, Response

from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.fields import Day
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing
from alongside.papers import queries, service
from alongside.papers.errors import RequirementInForce, RequirementNotFound, RequirementRetired, RequirementsExist
from alongside.papers.schemas import (
    RequirementCreate,
    RequirementList,
    RequirementRead,
    RequirementReplace,
    RequirementRetire,
    RequirementsAdopt,
    RequirementUpdate,
)

from .callers import Reader, Requirer

routes = router("/paper-requirements", "papers")

HERE = "/api/v1/paper-requirements"


@routes.get("", response_model=RequirementList)
async def list_paper_requirements(
    request: Request, principal: Reader, db: Reading, effective_on: Day | None = None
) -> Response:
    """The papers that the district asks for, on a day or later."""
    return answer(request, await queries.find_requirements(db, principal, effective_on))


@routes.post("", status_code=201, response_model=RequirementRead, responses=responses(Unprocessable))
async def add_paper_requirement(
    request: Request, principal: Requirer, tx: Writing, body: RequirementCreate
) -> Response:
    """Ask for a paper; until its day it is due and keeps nobody out."""
    made = await service.add_requirement(tx, principal, body)
    return answer(request, made, status=201, location=f"{HERE}/{made['id']}")


@routes.post("/adopt", response_model=RequirementList, responses=responses(RequirementsExist, Unprocessable))
async def adopt_paper_requirements(
    request: Request, principal: Requirer, tx: Writing, body: RequirementsAdopt
) -> Response:
    """Start from common practice, where nothing has been asked yet."""
    return answer(request, await service.adopt_requirements(tx, principal, body.enforced_from))


@routes.get("/{requirement_id}", response_model=RequirementRead, responses=responses(RequirementNotFound))
async def get_paper_requirement(
    request: Request, principal: Reader, db: Reading, requirement_id: UUID, effective_on: Day | None = None
) -> Response:
    """One paper that is asked for."""
    return answer(request, await queries.get_requirement(db, principal, requirement_id, effective_on))


@routes.patch(
    "/{requirement_id}",
    response_model=RequirementRead,
    responses=responses(
        RequirementNotFound, RequirementInForce, RequirementRetired, PreconditionFailed, PreconditionRequired,
        Unprocessable,
    ),
)  # fmt: skip
async def change_paper_requirement(
    request: Request, principal: Requirer, tx: Writing, requirement_id: UUID, body: RequirementUpdate, version: Version
) -> Response:
    """Edit it (merge patch); once it is in force only its words."""
    return answer(request, await service.change_requirement(tx, principal, requirement_id, body, version))


@routes.post(
    "/{requirement_id}/replace",
    status_code=201,
    response_model=RequirementRead,
    responses=responses(RequirementNotFound, RequirementRetired, PreconditionFailed, Unprocessable),
)
async def replace_paper_requirement(
    request: Request, principal: Requirer, tx: Writing, requirement_id: UUID, body: RequirementReplace, version: Version
) -> Response:
    """Ask for something else from a later day on."""
    made = await service.replace_requirement(tx, principal, requirement_id, body, version)
    return answer(request, made, status=201, location=f"{HERE}/{made['id']}")


@routes.post(
    "/{requirement_id}/retire",
    response_model=RequirementRead,
    responses=responses(RequirementNotFound, RequirementRetired, PreconditionFailed, Unprocessable),
)
async def retire_paper_requirement(
    request: Request, principal: Requirer, tx: Writing, requirement_id: UUID, body: RequirementRetire, version: Version
) -> Response:
    """Stop asking for it, from today or a later day on."""
    return answer(request, await service.retire_requirement(tx, principal, requirement_id, body.retired_from, version))
