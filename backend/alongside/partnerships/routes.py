"""Partnerships, who may enter a school, and programs that fit a need."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.errors import PreconditionFailed
from alongside.core.http import answer, answer_page, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, caller
from alongside.identity.scopes import Scope
from alongside.needs.errors import NeedNotFound
from alongside.partners.schemas import PartnerFilters, PartnerPage
from alongside.schools.errors import SchoolNotFound

from . import queries
from .errors import (
    NeedNotForPartners,
    PartnershipCannotMove,
    PartnershipNotFound,
    SchoolMatter,
)
from .schemas import (
    EntryList,
    FitFilters,
    FitList,
    LeadChoices,
    NeedCoverageRead,
    PartnershipFilters,
    PartnershipPage,
    PartnershipRead,
    VisitorList,
)

routes = router("", "partnerships")
directory = router("/partners", "partners")

Reader = Annotated[Principal, caller(Scope.PARTNERSHIPS_READ)]
DirectoryReader = Annotated[Principal, caller(Scope.PARTNERS_READ)]
Coordinator = Annotated[Principal, caller(Scope.PARTNERSHIPS_WRITE)]
Day = Annotated[date | None, Query(description="As of this day; today unless told otherwise")]

_MOVES = responses(PartnershipNotFound, NotYourMove, PartnershipCannotMove, PreconditionFailed)


@directory.get("", response_model=PartnerPage)
async def list_partners(
    request: Request, principal: DirectoryReader, db: Reading, query: Annotated[PartnerFilters, Query()]
) -> Response:
    """The partner directory."""
    return answer_page(request, await queries.find_partners(db, principal, query, request.app.state.cursors))


@routes.get("/partnerships", response_model=PartnershipPage)
async def list_partnerships(
    request: Request, principal: Reader, db: Reading, query: Annotated[PartnershipFilters, Query()]
) -> Response:
    """Partnerships as they stand on a day."""
    return answer_page(request, await queries.find(db, principal, query, request.app.state.cursors))


@routes.get("/partnerships/{partnership_id}", response_model=PartnershipRead, responses=responses(PartnershipNotFound))
async def get_partnership(
    request: Request, principal: Reader, db: Reading, partnership_id: UUID, effective_on: Day = None
) -> Response:
    """One partnership as it stands on a day, with the steps open to you today."""
    return answer(request, await queries.get(db, principal, partnership_id, effective_on))


@routes.get(
    "/partnerships/{partnership_id}/leads", response_model=LeadChoices, responses=responses(PartnershipNotFound)
)
async def list_partnership_leads(request: Request, principal: Reader, db: Reading, partnership_id: UUID) -> Response:
    """Whom you may name as the one to call, at the school and at the partner."""
    return answer(request, await queries.lead_choices(db, principal, partnership_id))


@routes.get("/schools/{school_id}/partnerships", response_model=EntryList, responses=responses(SchoolNotFound))
async def list_school_entries(
    request: Request, principal: Reader, db: Reading, school_id: UUID, effective_on: Day = None
) -> Response:
    """Who may enter a school on a day, those who may first, by time of day."""
    return answer(request, await queries.entries(db, principal, school_id, effective_on))


@routes.get("/schools/{school_id}/who-may-enter", response_model=VisitorList, responses=responses(SchoolNotFound))
async def list_school_visitors(
    request: Request, principal: Reader, db: Reading, school_id: UUID, effective_on: Day = None
) -> Response:
    """The people of partners who may enter a school on a day, by name."""
    return answer(request, await queries.who_may_enter(db, principal, school_id, effective_on))


@routes.get(
    "/needs/{need_id}/fits",
    response_model=FitList,
    responses=responses(NeedNotFound, SchoolMatter, NeedNotForPartners),
)
async def list_need_fits(
    request: Request, principal: Reader, db: Reading, need_id: UUID, query: Annotated[FitFilters, Query()]
) -> Response:
    """Programs that fit a need, best first, each with its reasons in words."""
    return answer(request, await queries.fits(db, principal, need_id, query))


@routes.get(
    "/needs/{need_id}/coverage",
    response_model=NeedCoverageRead,
    responses=responses(NeedNotFound, SchoolMatter, NeedNotForPartners),
)
async def get_need_coverage(
    request: Request, principal: Reader, db: Reading, need_id: UUID, effective_on: Day = None
) -> Response:
    """How a need is covered on a day by programs at work in the school and cleared."""
    return answer(request, await queries.cover_of_need(db, principal, need_id, effective_on))
