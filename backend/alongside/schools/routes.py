"""The school directory, school years and the shared lists."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.fields import Phrase
from alongside.core.http import answer, answer_page, nothing, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, Version, Writing, caller
from alongside.identity.scopes import Scope

from . import queries, service
from .errors import InstructionOfDistrict, SchoolAliasNotFound, SchoolAliasTaken, SchoolCannotMove, SchoolNotFound
from .schemas import (
    InstructionDaysRead,
    InstructionDaysWrite,
    SchoolAliasCreate,
    SchoolAliasList,
    SchoolAliasRead,
    SchoolFilters,
    SchoolPage,
    SchoolProposalList,
    SchoolRead,
    SchoolYearList,
    TermList,
)

routes = router("", "schools")

Reader = Annotated[Principal, caller(Scope.SCHOOLS_READ)]
_MOVES = responses(SchoolNotFound, NotYourMove, SchoolCannotMove, PreconditionFailed)
Keeper = Annotated[Principal, caller(Scope.SCHOOLS_WRITE)]


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


@routes.post("/schools/{school_id}/reopen", response_model=SchoolRead, responses=_MOVES)
async def reopen_school(
    request: Request, principal: Keeper, tx: Writing, school_id: UUID, version: Version
) -> Response:
    """Open a school again, or call off its closing; the days on which it was closed stay so."""
    return answer(request, await service.reopen(tx, principal, school_id, version))


@routes.get("/school-years", response_model=SchoolYearList)
async def list_school_years(request: Request, principal: Reader, db: Reading) -> Response:
    """The district's school years, newest first."""
    return answer(request, {"items": await queries.school_years(db)})


@routes.get("/settings/instruction-days", response_model=InstructionDaysRead)
async def get_instruction_days(request: Request, principal: Reader, db: Reading) -> Response:
    """The first and last day of instruction of each school year; between them lies the summer."""
    return answer(request, await queries.get_instruction_days(db, principal))


@routes.put(
    "/settings/instruction-days",
    response_model=InstructionDaysRead,
    responses=responses(InstructionOfDistrict, PreconditionRequired, PreconditionFailed, Unprocessable),
)
async def put_instruction_days(
    request: Request, principal: Keeper, tx: Writing, body: InstructionDaysWrite, version: Version
) -> Response:
    """Say when school is in session; what was answered for days that are over stays."""
    return answer(request, await service.set_instruction_days(tx, principal, body, version))


@routes.get("/terms/{scheme}", response_model=TermList)
async def list_terms(
    request: Request, principal: Reader, db: Reading, scheme: Literal["area", "population", "outcome"]
) -> Response:
    """A shared list of words: the areas of needs and services, populations, outcomes."""
    return answer(request, {"items": await queries.terms(db, scheme)})


@routes.get("/school-aliases", response_model=SchoolAliasList)
async def list_school_aliases(request: Request, principal: Reader, db: Reading) -> Response:
    """The other names that schools go by in other people's lists."""
    return answer(request, {"items": await queries.aliases(db)})


@routes.post(
    "/school-aliases",
    status_code=201,
    response_model=SchoolAliasRead,
    responses=responses(SchoolAliasTaken, Unprocessable),
)
async def add_school_alias(request: Request, principal: Keeper, tx: Writing, body: SchoolAliasCreate) -> Response:
    """Keep another name of a school; files that use it are understood from then on."""
    made = await service.add_alias(tx, principal, body)
    return answer(request, made, status=201, location=f"/api/v1/school-aliases/{made['id']}")


@routes.get("/school-aliases/proposals", response_model=SchoolProposalList)
async def propose_schools(request: Request, principal: Reader, db: Reading, name: Phrase) -> Response:
    """The open schools that a name may mean."""
    return answer(request, {"items": (await queries.propose(db, [name]))[name]})


@routes.get("/school-aliases/{alias_id}", response_model=SchoolAliasRead, responses=responses(SchoolAliasNotFound))
async def get_school_alias(request: Request, principal: Reader, db: Reading, alias_id: UUID) -> Response:
    """One other name of a school."""
    return answer(request, await queries.get_alias(db, alias_id))


@routes.delete(
    "/school-aliases/{alias_id}",
    status_code=204,
    responses=responses(SchoolAliasNotFound, PreconditionFailed, PreconditionRequired),
)
async def remove_school_alias(principal: Keeper, tx: Writing, alias_id: UUID, version: Version) -> Response:
    """A school no longer goes by this name."""
    await service.remove_alias(tx, principal, alias_id, version)
    return nothing()
