"""Whether what was promised came: only what did not is entered, by the side that should have received it."""

from uuid import UUID

from fastapi import Request, Response

from alongside.agreements import service
from alongside.agreements.errors import AgreementNotFound, NotInForce, NotReceiving, PromiseNotFound
from alongside.agreements.schemas import AgreementRead, PromiseWordWrite
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.requires import Version, Writing

from .callers import Drafter

routes = router("/agreements/{agreement_id}/promises", "agreements")

SAYS = responses(AgreementNotFound, PromiseNotFound, NotReceiving, NotInForce)


@routes.put("/{promise_id}/word", response_model=AgreementRead, responses=SAYS)
async def say_whether_promise_came(
    request: Request,
    principal: Drafter,
    tx: Writing,
    agreement_id: UUID,
    promise_id: UUID,
    body: PromiseWordWrite,
    version: Version,
) -> Response:
    """Say that something promised to your side came, or did not."""
    return answer(request, await service.say(tx, principal, agreement_id, promise_id, body, version))


@routes.delete("/{promise_id}/word", response_model=AgreementRead, responses=SAYS)
async def unsay_whether_promise_came(
    request: Request,
    principal: Drafter,
    tx: Writing,
    agreement_id: UUID,
    promise_id: UUID,
    version: Version,
    school_id: UUID | None = None,
) -> Response:
    """Take back what was said of a promise."""
    return answer(request, await service.unsay(tx, principal, agreement_id, promise_id, school_id, version))
