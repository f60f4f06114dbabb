"""Who stands in for a principal."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Request, Response

from alongside.core.errors import Unprocessable
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, Writing, caller
from alongside.identity.scopes import Role, Scope

from . import queries, service
from .errors import DelegationNotFound
from .schemas import DelegationCreate, DelegationRead, DelegationsRead

routes = router("/me/delegations", "decisions")

Myself = Annotated[Principal, caller(Scope.ME)]
SchoolLeader = Annotated[Principal, caller(Scope.AGREEMENTS_CONFIRM)]
SHOWN = timedelta(days=180)


@routes.get("", response_model=DelegationsRead)
async def list_my_delegations(request: Request, principal: Myself, db: Reading) -> Response:
    """Whom I named to give my word for a time, and for whom I stand in."""
    today, schools = principal.today, principal.schools_as(Role.SCHOOL_LEADER)
    found = await queries.delegations_of(db, principal.person_id, today, today - SHOWN)
    choices = await queries.delegates(db, principal.person_id, schools, today) if schools else []
    return answer(request, {**found, "choices": [dict(row) for row in choices]})


@routes.post("", status_code=201, response_model=DelegationRead, responses=responses(Unprocessable))
async def name_delegate(request: Request, principal: SchoolLeader, tx: Writing, body: DelegationCreate) -> Response:
    """Name somebody at my school who gives my word for a time; never my signature."""
    made = await service.name_delegate(tx, principal, body)
    return answer(request, made, status=201, location=f"/api/v1/me/delegations/{made['id']}")


@routes.post("/{delegation_id}/end", response_model=DelegationRead, responses=responses(DelegationNotFound))
async def end_delegation(request: Request, principal: SchoolLeader, tx: Writing, delegation_id: UUID) -> Response:
    """End it now; what the delegate decided stands."""
    return answer(request, await service.end_delegation(tx, principal, delegation_id))
