"""The home page: what needs attention, a few figures, the partner's grid."""

from datetime import date
from typing import Annotated

from fastapi import Request, Response

from alongside.core.http import answer, router
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, caller
from alongside.identity.scopes import Scope

from . import figures
from .grid import grid
from .schemas import Grid, Tasks
from .tasks import find_tasks

routes = router("", "home")

Reader = Annotated[Principal, caller(Scope.HOME)]


@routes.get("/me/tasks", response_model=Tasks)
async def list_my_tasks(request: Request, principal: Reader, db: Reading, effective_on: date | None = None) -> Response:
    """What needs my attention on a day, earliest first, with a few figures."""
    body = {
        "effective_on": effective_on or principal.today,
        "items": await find_tasks(db, principal, effective_on),
        "figures": await figures.figures(db, principal, effective_on),
    }
    return answer(request, body)


@routes.get("/me/grid", response_model=Grid)
async def get_my_grid(request: Request, principal: Reader, effective_on: date | None = None) -> Response:
    """For a partner's people: schools × what is missing, in every district where they work."""
    state = request.app.state
    return answer(request, await grid(state.database, principal, effective_on, state.cursors))
