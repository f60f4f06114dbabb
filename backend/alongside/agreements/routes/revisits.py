"""The annual revisit: both sides look at what they promised, and say whether it goes on."""

from datetime import date
from uuid import UUID

from fastapi import Request, Response

from alongside.agreements import queries, service
from alongside.agreements.errors import (
    AgreementNotFound,
    CannotFollow,
    NothingToChange,
    NotYourRevisit,
    NotYourSide,
    RevisitAnswered,
    RevisitNotFound,
    RevisitNotOpen,
    SpokeForOther,
)
from alongside.agreements.schemas import AgreementRead, OverdueRevisits, RevisitAnswer, RevisitsRead
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing

from .callers import Drafter, Reader

routes = router("/agreements", "agreements")

ANSWERS = responses(
    AgreementNotFound, RevisitNotFound, NotYourRevisit, SpokeForOther, RevisitNotOpen, RevisitAnswered
)  # fmt: skip

AMENDS = responses(AgreementNotFound, RevisitNotFound, NotYourSide, CannotFollow, NothingToChange)


@routes.get("/revisits/overdue", response_model=OverdueRevisits)
async def count_overdue_revisits(
    request: Request, principal: Reader, db: Reading, effective_on: date | None = None
) -> Response:
    """How many revisits are overdue at each school."""
    return answer(request, await queries.overdue_revisits(db, principal, effective_on))


@routes.get("/{agreement_id}/revisits", response_model=RevisitsRead, responses=responses(AgreementNotFound))
async def get_agreement_revisits(
    request: Request, principal: Reader, db: Reading, agreement_id: UUID, effective_on: date | None = None
) -> Response:
    """When the agreement is looked at again, whose word is missing, and what differs from last year."""
    return answer(request, await queries.get_revisits(db, principal, agreement_id, effective_on))


@routes.post("/{agreement_id}/revisits/{revisit_id}/answer", response_model=RevisitsRead, responses=ANSWERS)
async def answer_agreement_revisit(
    request: Request,
    principal: Drafter,
    tx: Writing,
    agreement_id: UUID,
    revisit_id: UUID,
    body: RevisitAnswer,
    version: Version,
) -> Response:
    """Give your side's word for every school that waits for it, with exceptions."""
    return answer(request, await service.answer_revisit(tx, principal, agreement_id, revisit_id, body, version))


@routes.post(
    "/{agreement_id}/revisits/{revisit_id}/amendments", status_code=201, response_model=AgreementRead, responses=AMENDS
)
async def amend_agreement_from_revisit(
    request: Request, principal: Drafter, tx: Writing, agreement_id: UUID, revisit_id: UUID
) -> Response:
    """Draft the amendment that both sides asked for; it begins with what they said."""
    made = await service.amend(tx, principal, agreement_id, revisit_id)
    return answer(request, made, status=201, location=f"/api/v1/agreements/{made['id']}")
