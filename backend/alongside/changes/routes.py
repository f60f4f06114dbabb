"""The history of a record."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.errors import NotFound
from alongside.core.http import answer_page, router
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, caller
from alongside.identity.scopes import Scope

from . import queries
from .schemas import HistoryFilters, HistoryPage, ObjectType

routes = router("/history", "history")

Reader = Annotated[Principal, caller(Scope.HISTORY_READ)]


@routes.get("/{object_type}/{object_id}", response_model=HistoryPage, responses=responses(NotFound))
async def list_history(
    request: Request,
    principal: Reader,
    db: Reading,
    object_type: ObjectType,
    object_id: UUID,
    query: Annotated[HistoryFilters, Query()],
) -> Response:
    """What happened to a record that you may read: who, when, what, and the fields that changed."""
    cursors = request.app.state.cursors
    return answer_page(request, await queries.history(db, principal, object_type, object_id, query, cursors))
