"""The partner directory, a partner's record and its review."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.fields import Day
from alongside.core.http import answer, answer_page, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing
from alongside.partners import queries, service
from alongside.partners.errors import (
    EinTaken,
    KeptByOffice,
    NotYourPartner,
    OfficeRegisters,
    PartnerCannotMove,
    PartnerMerged,
    PartnerNotFound,
)
from alongside.partners.rules import parse_ein
from alongside.partners.schemas import (
    ApplicationFilters,
    ApplicationPage,
    PartnerChanges,
    PartnerCreate,
    PartnerFacets,
    PartnerQuestion,
    PartnerRead,
    PartnerReason,
    PartnerSubmission,
    PartnerUpdate,
    SimilarFilters,
    SimilarList,
)

from .callers import Keeper, Reader, Reviewer

routes = router("/partners", "partners")

MOVES = responses(PartnerNotFound, NotYourMove, PartnerCannotMove)


@routes.post("", status_code=201, response_model=PartnerRead, responses=responses(OfficeRegisters, EinTaken))
async def register_partner(request: Request, principal: Keeper, tx: Writing, body: PartnerCreate) -> Response:
    """Add an organization; `similar` names those it may be the same as."""
    made = await service.register(tx, principal, body)
    return answer(request, made, status=201, location=f"/api/v1/partners/{made['id']}")


@routes.get("/facets", response_model=PartnerFacets)
async def get_partner_facets(
    request: Request, principal: Reader, db: Reading, query: Annotated[PartnerQuestion, Query()]
) -> Response:
    """How many partners the directory would have with each value of each filter."""
    return answer(request, await queries.facets(db, principal, query))


@routes.get("/similar", response_model=SimilarList)
async def list_similar_partners(
    request: Request, principal: Keeper, db: Reading, query: Annotated[SimilarFilters, Query()]
) -> Response:
    """Records that may be the organization about to be entered: by EIN for certain, by name perhaps."""
    ein = None if query.ein is None else parse_ein(query.ein)
    return answer(request, {"items": await queries.find_same(db, principal, query.name or "", ein, but=query.but)})


@routes.get("/applications", response_model=ApplicationPage)
async def list_partner_applications(
    request: Request, principal: Reviewer, db: Reading, query: Annotated[ApplicationFilters, Query()]
) -> Response:
    """Applications that wait for the office, the longest wait first: what each lacks, who has it, which record may
    be the same organization."""
    return answer_page(request, await queries.find_applications(db, principal, query, request.app.state.cursors))


@routes.get("/{partner_id}", response_model=PartnerRead, responses=responses(PartnerNotFound, PartnerMerged))
async def get_partner(
    request: Request, principal: Reader, db: Reading, partner_id: UUID, effective_on: Day | None = None
) -> Response:
    """One partner with its contacts and programs; `effective_on` looks at its approval on another day."""
    return answer(request, await queries.get(db, principal, partner_id, effective_on))


@routes.patch(
    "/{partner_id}",
    response_model=PartnerRead,
    responses=responses(PartnerNotFound, NotYourPartner, KeptByOffice, EinTaken),
)
async def change_partner(
    request: Request, principal: Keeper, tx: Writing, partner_id: UUID, body: PartnerUpdate, version: Version
) -> Response:
    """Edit a partner's record."""
    return answer(request, await service.change(tx, principal, partner_id, body, version))


@routes.post("/{partner_id}/submit", response_model=PartnerRead, responses=MOVES)
async def submit_partner(
    request: Request,
    principal: Keeper,
    tx: Writing,
    partner_id: UUID,
    version: Version,
    body: PartnerSubmission | None = None,
) -> Response:
    """Hand the application in for review, with a word to the office; after a no it says what has changed."""
    note = None if body is None else body.note
    return answer(request, await service.submit(tx, principal, partner_id, version, note))


@routes.post("/{partner_id}/start-review", response_model=PartnerRead, responses=MOVES)
async def start_partner_review(
    request: Request, principal: Reviewer, tx: Writing, partner_id: UUID, version: Version
) -> Response:
    """Take up an application."""
    return answer(request, await service.move(tx, principal, partner_id, "start-review", version))


@routes.post("/{partner_id}/request-changes", response_model=PartnerRead, responses=MOVES)
async def request_partner_changes(
    request: Request, principal: Reviewer, tx: Writing, partner_id: UUID, body: PartnerChanges, version: Version
) -> Response:
    """Send the application back with what has to change, as a whole and beside its fields."""
    return answer(request, await service.request_changes(tx, principal, partner_id, body, version))


@routes.post("/{partner_id}/decline", response_model=PartnerRead, responses=MOVES)
async def decline_partner(
    request: Request, principal: Reviewer, tx: Writing, partner_id: UUID, body: PartnerReason, version: Version
) -> Response:
    """Decline the application, saying why; it may be handed in again."""
    return answer(request, await service.move(tx, principal, partner_id, "decline", version, body.reason))


@routes.post("/{partner_id}/suspend", response_model=PartnerRead, responses=MOVES)
async def suspend_partner(
    request: Request, principal: Reviewer, tx: Writing, partner_id: UUID, body: PartnerReason, version: Version
) -> Response:
    """Put an approved partner on hold, saying why."""
    return answer(request, await service.move(tx, principal, partner_id, "suspend", version, body.reason))


@routes.post("/{partner_id}/reinstate", response_model=PartnerRead, responses=MOVES)
async def reinstate_partner(
    request: Request, principal: Reviewer, tx: Writing, partner_id: UUID, version: Version
) -> Response:
    """End the hold."""
    return answer(request, await service.move(tx, principal, partner_id, "reinstate", version))


@routes.post("/{partner_id}/deactivate", response_model=PartnerRead, responses=MOVES)
async def deactivate_partner(
    request: Request, principal: Keeper, tx: Writing, partner_id: UUID, body: PartnerReason, version: Version
) -> Response:
    """Close the record, saying why; either side may."""
    return answer(request, await service.move(tx, principal, partner_id, "deactivate", version, body.reason))


@routes.post("/{partner_id}/reopen", response_model=PartnerRead, responses=MOVES)
async def reopen_partner(
    request: Request, principal: Keeper, tx: Writing, partner_id: UUID, body: PartnerReason, version: Version
) -> Response:
    """Open a closed record again, saying why; it applies anew."""
    return answer(request, await service.move(tx, principal, partner_id, "reopen", version, body.reason))
