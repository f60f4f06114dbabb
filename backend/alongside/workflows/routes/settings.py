"""What a district sets for itself, as requests."""

from typing import Annotated

from fastapi import Request, Response

from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, Version, Writing, caller
from alongside.identity.scopes import Scope
from alongside.measures.queries import get_minimum
from alongside.measures.schemas import SmallGroupsRead, SmallGroupsWrite
from alongside.workflows.errors import DistrictMatter
from alongside.workflows.file_quota import get_usage
from alongside.workflows.schemas import StorageRead
from alongside.workflows.set_minimum import change_minimum

routes = router("/settings", "settings")

Reader = Annotated[Principal, caller(Scope.MEASURES_READ)]
Office = Annotated[Principal, caller(Scope.STORAGE_READ)]
Keeper = Annotated[Principal, caller(Scope.SETTINGS_WRITE)]


@routes.get("/small-groups", response_model=SmallGroupsRead)
async def get_small_groups(request: Request, principal: Reader, db: Reading) -> Response:
    """How few students a value may be about and still be shown."""
    return answer(request, await get_minimum(db))


@routes.put(
    "/small-groups",
    response_model=SmallGroupsRead,
    responses=responses(DistrictMatter, PreconditionRequired, PreconditionFailed, Unprocessable),
)
async def put_small_groups(
    request: Request, principal: Keeper, tx: Writing, body: SmallGroupsWrite, version: Version
) -> Response:
    """Set it; every value is hidden or shown by it at once."""
    return answer(request, await change_minimum(tx, principal, body.min_n, version))


@routes.get("/storage", response_model=StorageRead)
async def get_storage(request: Request, principal: Office, db: Reading) -> Response:
    """How much the district keeps in files, how much it may, and what takes the room."""
    return answer(request, await get_usage(db))
