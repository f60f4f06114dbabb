"""Closing a school, as requests."""

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response

from alongside.core.errors import PreconditionFailed, Unprocessable
from alongside.core.fields import Day
from alongside.core.http import answer, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, Version, Writing, caller
from alongside.identity.scopes import Scope
from alongside.schools.errors import SchoolCannotMove, SchoolNotFound
from alongside.schools.schemas import SchoolRead
from alongside.workflows import close_school as closing
from alongside.workflows.errors import ClosingTouchesOthers
from alongside.workflows.schemas import ClosingPreview, SchoolClosingTold

routes = router("/schools", "schools")

Keeper = Annotated[Principal, caller(Scope.SCHOOLS_WRITE)]


@routes.get("/{school_id}/closing", response_model=ClosingPreview, responses=responses(SchoolNotFound))
async def preview_school_closing(
    request: Request, principal: Keeper, db: Reading, school_id: UUID, closed_on: Day | None = None
) -> Response:
    """What closing a school from a day on touches, counted; nothing is closed by asking."""
    return answer(request, await closing.preview(db, principal, school_id, closed_on))


@routes.post(
    "/{school_id}/close",
    response_model=SchoolRead,
    responses=responses(
        SchoolNotFound, NotYourMove, SchoolCannotMove, ClosingTouchesOthers, PreconditionFailed, Unprocessable
    ),
)
async def close_school(
    request: Request, principal: Keeper, tx: Writing, school_id: UUID, body: SchoolClosingTold, version: Version
) -> Response:
    """Say from which day on a school is closed, or merged into another; nothing covers it from then on."""
    return answer(request, await closing.close(tx, principal, school_id, body, version))
