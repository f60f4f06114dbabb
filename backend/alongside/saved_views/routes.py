"""The addresses of saved views."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.errors import Unprocessable
from alongside.core.http import answer, nothing, router
from alongside.core.problems import responses
from alongside.identity.errors import PeopleOnly
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, Version, Writing, caller
from alongside.identity.scopes import Scope

from . import queries, service
from .errors import NotYourView, SavedViewNotFound, TooManyViews, ViewNameTaken
from .schemas import Listing, SavedViewCreate, SavedViewList, SavedViewRead, SavedViewUpdate

routes = router("/saved-views", "saved views")

Myself = Annotated[Principal, caller(Scope.ME)]


@routes.get("", response_model=SavedViewList)
async def list_saved_views(
    request: Request,
    principal: Myself,
    db: Reading,
    of: Annotated[Listing, Query(alias="list", description="The list they are views of")],
) -> Response:
    """My views of a list, and those that the office shares."""
    return answer(request, await queries.find(db, principal, of))


@routes.post(
    "",
    status_code=201,
    response_model=SavedViewRead,
    responses=responses(PeopleOnly, ViewNameTaken, TooManyViews, Unprocessable),
)
async def keep_saved_view(request: Request, principal: Myself, tx: Writing, body: SavedViewCreate) -> Response:
    """Save what a list is asked under a name, for myself or for everyone of the office."""
    made = await service.keep(tx, principal, body)
    return answer(request, made, status=201, location=f"/api/v1/saved-views/{made['id']}")


@routes.get("/{view_id}", response_model=SavedViewRead, responses=responses(SavedViewNotFound))
async def get_saved_view(request: Request, principal: Myself, db: Reading, view_id: UUID) -> Response:
    """One view."""
    return answer(request, await queries.get(db, principal, view_id))


@routes.patch(
    "/{view_id}",
    response_model=SavedViewRead,
    responses=responses(SavedViewNotFound, NotYourView, ViewNameTaken, Unprocessable),
)
async def change_saved_view(
    request: Request, principal: Myself, tx: Writing, view_id: UUID, body: SavedViewUpdate, version: Version
) -> Response:
    """Rename a view, ask it otherwise, share it or share it no longer."""
    return answer(request, await service.change(tx, principal, view_id, body, version))


@routes.delete("/{view_id}", status_code=204, responses=responses(SavedViewNotFound, NotYourView))
async def remove_saved_view(principal: Myself, tx: Writing, view_id: UUID, version: Version) -> Response:
    """Keep a view no longer."""
    await service.remove(tx, principal, view_id, version)
    return nothing()
