"""The school directory, school years and the shared lists."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.http import answer, answer_page, router
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, caller
from alongside.identity.scopes import Scope

from . import queries
from .errors import SchoolNotFound
from .schemas import SchoolFilters, SchoolPage, SchoolRead, SchoolYearList, TermList

routes = router("", "schools")

Reader = Annotated[Principal, caller(Scope.SCHOOLS_READ)]


@routes.get("/schools", response_model=SchoolPage)
async def list_schools(
    request: Request, principal: Reader, db: Reading, query: Annotated[SchoolFilters, Query()]
) -> Response:
    """The school directory."""
    return answer_page(request, await queries.find(db, principal, query, request.app.state.cursors))


@routes.get("/schools/{school_id}", response_model=SchoolRead, responses=responses(SchoolNotFound))
async def get_school(request: Request, principal: Reader, db: Reading, school_id: UUID) -> Response:
    """One school."""
    return answer(request, await queries.get(db, principal, school_id))


@routes.get("/school-years", response_model=SchoolYearList)
async def list_school_years(request: Request, principal: Reader, db: Reading) -> Response:
    """The district's school years, newest first."""
    return answer(request, {"items": await queries.school_years(db)})


@routes.get("/terms/{scheme}", response_model=TermList)
async def list_terms(
    request: Request, principal: Reader, db: Reading, scheme: Literal["area", "population", "outcome"]
) -> Response:
    """A shared list of words: the areas of needs and services, populations, outcomes."""
    return answer(request, {"items": await queries.terms(db, scheme)})
