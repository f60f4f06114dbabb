"""The list's question answered otherwise: by day, and by where agreements stand."""

from typing import Annotated

from fastapi import Query, Request, Response

from alongside.agreements import queries
from alongside.agreements.schemas import AgreementCalendar, AgreementStates, CalendarFilters, StateFilters
from alongside.core.http import answer, router
from alongside.identity.requires import Reading

from .callers import Reader

routes = router("/agreements", "agreements")


@routes.get("/calendar", response_model=AgreementCalendar)
async def get_agreement_calendar(
    request: Request, principal: Reader, db: Reading, query: Annotated[CalendarFilters, Query()]
) -> Response:
    """What starts, ends, is to be renewed, is due or was voted on, day by day."""
    return answer(request, await queries.calendar(db, principal, query))


@routes.get("/states", response_model=AgreementStates)
async def get_agreement_states(
    request: Request, principal: Reader, db: Reading, query: Annotated[StateFilters, Query()]
) -> Response:
    """The agreements that you see by where they stand on a day, with how many there are of each."""
    return answer(request, await queries.states(db, principal, query))
