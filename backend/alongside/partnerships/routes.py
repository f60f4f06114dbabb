"""Partnerships, who may enter a school, and programs that fit a need."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.http import answer, answer_page, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, Version, Writing, caller
from alongside.identity.scopes import Scope
from alongside.needs.errors import NeedNotFound
from alongside.schools.errors import SchoolNotFound

from . import queries, service
from .errors import (
    NeedNotForPartners,
    NotYourField,
    OwnEmployer,
    PartnershipCannotMove,
    PartnershipExists,
    PartnershipNotFound,
    PartnershipOver,
    SchoolMatter,
)
from .schemas import (
    EntryList,
    FitFilters,
    FitList,
    NeedCoverageRead,
    PartnershipCreate,
    PartnershipFilters,
    PartnershipPage,
    PartnershipRead,
    PartnershipReason,
    PartnershipUpdate,
)

routes = router("", "partnerships")

Reader = Annotated[Principal, caller(Scope.PARTNERSHIPS_READ)]
Coordinator = Annotated[Principal, caller(Scope.PARTNERSHIPS_WRITE)]
Day = Annotated[date | None, Query(description="As of this day; today unless told otherwise")]

_MOVES = responses(PartnershipNotFound, NotYourMove, PartnershipCannotMove, PreconditionFailed)


@routes.post(
    "/partnerships",
    status_code=201,
    response_model=PartnershipRead,
    responses=responses(OwnEmployer, SchoolMatter, PartnershipExists, Unprocessable),
)
async def start_partnership(request: Request, principal: Coordinator, tx: Writing, body: PartnershipCreate) -> Response:
    """Start exploring a program at a school."""
    made = await service.start(tx, principal, body)
    return answer(request, made, status=201, location=f"/api/v1/partnerships/{made['id']}")


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


@routes.patch(
    "/partnerships/{partnership_id}",
    response_model=PartnershipRead,
    responses=responses(
        PartnershipNotFound, SchoolMatter, NotYourField, OwnEmployer, PartnershipOver, PreconditionFailed,
        PreconditionRequired, Unprocessable,
    ),
)  # fmt: skip
async def change_partnership(
    request: Request,
    principal: Coordinator,
    tx: Writing,
    partnership_id: UUID,
    body: PartnershipUpdate,
    version: Version,
) -> Response:
    """Change what is known of a partnership (merge patch)."""
    return answer(request, await service.change(tx, principal, partnership_id, body, version))


@routes.post("/partnerships/{partnership_id}/plan", response_model=PartnershipRead, responses=_MOVES)
async def plan_partnership(
    request: Request, principal: Coordinator, tx: Writing, partnership_id: UUID, version: Version
) -> Response:
    """The first conversation went well: plan it."""
    return answer(request, await service.move(tx, principal, partnership_id, "plan", None, version))


@routes.post("/partnerships/{partnership_id}/ready", response_model=PartnershipRead, responses=_MOVES)
async def ready_partnership(
    request: Request, principal: Coordinator, tx: Writing, partnership_id: UUID, version: Version
) -> Response:
    """The plan stands: check that everything is there."""
    return answer(request, await service.move(tx, principal, partnership_id, "ready", None, version))


@routes.post("/partnerships/{partnership_id}/activate", response_model=PartnershipRead, responses=_MOVES)
async def activate_partnership(
    request: Request, principal: Coordinator, tx: Writing, partnership_id: UUID, version: Version
) -> Response:
    """Begin work; only when the partnership is cleared."""
    return answer(request, await service.move(tx, principal, partnership_id, "activate", None, version))


@routes.post("/partnerships/{partnership_id}/pause", response_model=PartnershipRead, responses=_MOVES)
async def pause_partnership(
    request: Request,
    principal: Coordinator,
    tx: Writing,
    partnership_id: UUID,
    body: PartnershipReason,
    version: Version,
) -> Response:
    """Stop for a while, and say why."""
    return answer(request, await service.move(tx, principal, partnership_id, "pause", body.reason, version))


@routes.post("/partnerships/{partnership_id}/resume", response_model=PartnershipRead, responses=_MOVES)
async def resume_partnership(
    request: Request, principal: Coordinator, tx: Writing, partnership_id: UUID, version: Version
) -> Response:
    """Go on after a pause; only when the partnership is cleared."""
    return answer(request, await service.move(tx, principal, partnership_id, "resume", None, version))


@routes.post("/partnerships/{partnership_id}/end", response_model=PartnershipRead, responses=_MOVES)
async def end_partnership(
    request: Request,
    principal: Coordinator,
    tx: Writing,
    partnership_id: UUID,
    body: PartnershipReason,
    version: Version,
) -> Response:
    """End it as of today, and say why."""
    return answer(request, await service.move(tx, principal, partnership_id, "end", body.reason, version))


@routes.post("/partnerships/{partnership_id}/not-a-fit", response_model=PartnershipRead, responses=_MOVES)
async def judge_partnership_unfit(
    request: Request,
    principal: Coordinator,
    tx: Writing,
    partnership_id: UUID,
    body: PartnershipReason,
    version: Version,
) -> Response:
    """The program is no fit for the school; the reason stays with the school and the district."""
    return answer(request, await service.move(tx, principal, partnership_id, "not-a-fit", body.reason, version))


@routes.get("/schools/{school_id}/partnerships", response_model=EntryList, responses=responses(SchoolNotFound))
async def list_school_entries(
    request: Request, principal: Reader, db: Reading, school_id: UUID, effective_on: Day = None
) -> Response:
    """Who may enter a school on a day, those who may first, by time of day."""
    return answer(request, await queries.entries(db, principal, school_id, effective_on))


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
