"""What is done to all partners of a question at once."""

from typing import Annotated

from fastapi import Query, Request, Response

from alongside.core.errors import Unprocessable
from alongside.core.http import answer, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Writing
from alongside.partners import queries, service
from alongside.partners.errors import QuestionChanged, TooManyAtOnce
from alongside.partners.schemas import BulkMoved, BulkMoveWrite, BulkOffers, PartnerQuestion

from .callers import Reviewer

routes = router("/partners/bulk-moves", "partners")


@routes.get("", response_model=BulkOffers)
async def list_partner_bulk_moves(
    request: Request, principal: Reviewer, db: Reading, query: Annotated[PartnerQuestion, Query()]
) -> Response:
    """The steps that you may take with all partners of a question: with how many, with which, and who is left out."""
    return answer(request, await queries.offers(db, principal, query))


@routes.post(
    "", response_model=BulkMoved, responses=responses(NotYourMove, QuestionChanged, TooManyAtOnce, Unprocessable)
)
async def move_partners(request: Request, principal: Reviewer, tx: Writing, body: BulkMoveWrite) -> Response:
    """Take one step with every partner of a question that it concerns: those that were counted, or none."""
    return answer(request, await service.move_all(tx, principal, body))
