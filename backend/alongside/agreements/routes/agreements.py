"""Agreements: listed, drafted, recorded, read, edited, renewed and amended."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.agreements import queries, service
from alongside.agreements.errors import (
    AgreementCannotMove,
    AgreementNotFound,
    AgreementOverlaps,
    CannotFollow,
    NotYourAgreement,
    NotYourSide,
    SchoolNotNamed,
    TextIsFixed,
)
from alongside.agreements.schemas import (
    AgreementChanges,
    AgreementCreate,
    AgreementFilters,
    AgreementPage,
    AgreementRead,
    AgreementRecord,
    AgreementRenewal,
    AgreementUpdate,
    TextChanges,
    TextRead,
)
from alongside.core.fields import Day
from alongside.core.http import answer, answer_page, router
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing

from .callers import Drafter, Reader, Registrar

routes = router("/agreements", "agreements")

EDITS = responses(NotYourAgreement, NotYourSide, AgreementNotFound, TextIsFixed)
ADDS = responses(NotYourAgreement, NotYourSide, AgreementNotFound, TextIsFixed, AgreementCannotMove)
FOLLOWS = responses(NotYourSide, AgreementNotFound, CannotFollow)


def _address(made: dict[str, object]) -> str:
    return f"/api/v1/agreements/{made['id']}"


@routes.get("", response_model=AgreementPage)
async def list_agreements(
    request: Request, principal: Reader, db: Reading, query: Annotated[AgreementFilters, Query()]
) -> Response:
    """The agreements that you see, as they stand on a day."""
    return answer_page(request, await queries.find(db, principal, query, request.app.state.cursors))


@routes.post("", status_code=201, response_model=AgreementRead, responses=responses(NotYourSide))
async def draft_agreement(request: Request, principal: Drafter, tx: Writing, body: AgreementCreate) -> Response:
    """Draft an agreement for your school, your organization or, for the office, anybody."""
    made = await service.draft(tx, principal, body)
    return answer(request, made, status=201, location=_address(made))


@routes.post(
    "/recorded", status_code=201, response_model=AgreementRead, responses=responses(NotYourSide, AgreementOverlaps)
)
async def record_agreement(request: Request, principal: Registrar, tx: Writing, body: AgreementRecord) -> Response:
    """Enter an agreement that was signed elsewhere, in one step."""
    made = await service.record_elsewhere(tx, principal, body)
    return answer(request, made, status=201, location=_address(made))


@routes.get("/{agreement_id}", response_model=AgreementRead, responses=responses(AgreementNotFound))
async def get_agreement(
    request: Request, principal: Reader, db: Reading, agreement_id: UUID, effective_on: Day | None = None
) -> Response:
    """One agreement as it stands today, or on another day."""
    return answer(request, await queries.get(db, principal, agreement_id, effective_on))


@routes.patch("/{agreement_id}", response_model=AgreementRead, responses=EDITS)
async def edit_agreement(
    request: Request, principal: Drafter, tx: Writing, agreement_id: UUID, body: AgreementUpdate, version: Version
) -> Response:
    """Change a draft, or one that was sent back; what was signed is changed by an amendment."""
    return answer(request, await service.edit(tx, principal, agreement_id, body, version))


@routes.put("/{agreement_id}/schools/{school_id}", response_model=AgreementRead, responses=ADDS)
async def add_agreement_school(
    request: Request, principal: Drafter, tx: Writing, agreement_id: UUID, school_id: UUID, version: Version
) -> Response:
    """Name one more school; once it is signed, offer it to a school whose principal then decides."""
    return answer(request, await service.add_school(tx, principal, agreement_id, school_id, version))


@routes.delete(
    "/{agreement_id}/schools/{school_id}",
    response_model=AgreementRead,
    responses=responses(NotYourAgreement, AgreementNotFound, SchoolNotNamed, TextIsFixed),
)
async def remove_agreement_school(
    request: Request, principal: Drafter, tx: Writing, agreement_id: UUID, school_id: UUID, version: Version
) -> Response:
    """Take a school off the text, take back an offer that waits, or go on without a school that does not answer."""
    return answer(request, await service.remove_school(tx, principal, agreement_id, school_id, version))


@routes.get("/{agreement_id}/text", response_model=TextRead, responses=responses(AgreementNotFound))
async def get_agreement_text(request: Request, principal: Reader, db: Reading, agreement_id: UUID) -> Response:
    """The agreement as a document for reading, signing and print."""
    return answer(request, await queries.get_text(db, principal, agreement_id))


@routes.get("/{agreement_id}/text-changes", response_model=TextChanges, responses=responses(AgreementNotFound))
async def get_agreement_text_changes(request: Request, principal: Reader, db: Reading, agreement_id: UUID) -> Response:
    """What was changed in its text since reviewers read it."""
    return answer(request, await queries.get_text_changes(db, principal, agreement_id))


@routes.get("/{agreement_id}/changes", response_model=AgreementChanges, responses=responses(AgreementNotFound))
async def get_agreement_changes(request: Request, principal: Reader, db: Reading, agreement_id: UUID) -> Response:
    """What it says otherwise than the agreement that it renews, amends or replaces."""
    return answer(request, await queries.get_changes(db, principal, agreement_id))


@routes.post("/{agreement_id}/replacements", status_code=201, response_model=AgreementRead, responses=FOLLOWS)
async def replace_agreement(request: Request, principal: Drafter, tx: Writing, agreement_id: UUID) -> Response:
    """Draft another agreement in its place; once it is signed, this one counts until the eve of its first day."""
    made = await service.replace(tx, principal, agreement_id)
    return answer(request, made, status=201, location=_address(made))


@routes.post("/{agreement_id}/renewals", status_code=201, response_model=AgreementRead, responses=FOLLOWS)
async def renew_agreement(
    request: Request, principal: Drafter, tx: Writing, agreement_id: UUID, body: AgreementRenewal | None = None
) -> Response:
    """Draft the next term, prefilled from this one; with a reason also what both sides said should end."""
    made = await service.renew(tx, principal, agreement_id, None if body is None else body.reason)
    return answer(request, made, status=201, location=_address(made))


@routes.post("/{agreement_id}/amendments", status_code=201, response_model=AgreementRead, responses=FOLLOWS)
async def amend_agreement(request: Request, principal: Drafter, tx: Writing, agreement_id: UUID) -> Response:
    """Draft a change of what was signed, prefilled from it."""
    made = await service.amend(tx, principal, agreement_id)
    return answer(request, made, status=201, location=_address(made))
