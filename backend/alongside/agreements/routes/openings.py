"""Opening agreements to other districts, and adopting what they opened."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.agreements import queries, service
from alongside.agreements.errors import (
    AdoptedAlready,
    AgreementNotFound,
    CannotAdopt,
    CannotOpen,
    NotYourAgreement,
    NotYourSide,
    OpenAgreementNotFound,
    OpeningCannotMove,
    OpeningNotFound,
    OpeningThere,
)
from alongside.agreements.schemas import (
    AdoptionCreate,
    AgreementRead,
    AgreementReason,
    OpenAgreementFilters,
    OpenAgreementRead,
    OpenAgreements,
    OpeningCreate,
    OpeningRead,
    OpeningsRead,
)
from alongside.core.errors import Unprocessable
from alongside.core.http import answer, router
from alongside.core.moves import NotYourMove
from alongside.core.pdf import pdf
from alongside.core.problems import responses
from alongside.core.upload import attachment
from alongside.identity.requires import Reading, Version, Writing

from .callers import Approver, Drafter, Party, Reader
from .printing import A_PDF, PDF, PRINT

routes = router("", "agreements")

MOVES = responses(OpeningNotFound, NotYourMove, OpeningCannotMove)


@routes.get("/agreements/{agreement_id}/openings", response_model=OpeningsRead, responses=responses(AgreementNotFound))
async def list_agreement_openings(request: Request, principal: Reader, db: Reading, agreement_id: UUID) -> Response:
    """Whether other districts may join it: what was proposed and said, and the words of its text that allow it."""
    return answer(request, await queries.get_openings(db, principal, agreement_id))


@routes.post(
    "/agreements/{agreement_id}/openings",
    status_code=201,
    response_model=OpeningRead,
    responses=responses(AgreementNotFound, NotYourAgreement, CannotOpen, OpeningThere, Unprocessable),
)
async def propose_agreement_opening(
    request: Request, principal: Approver, tx: Writing, agreement_id: UUID, body: OpeningCreate
) -> Response:
    """Propose that other districts may join; the partner agrees or refuses."""
    made = await service.propose(tx, principal, agreement_id, body)
    return answer(request, made, status=201, location=f"/api/v1/agreement-openings/{made['id']}")


@routes.get("/agreement-openings/{opening_id}", response_model=OpeningRead, responses=responses(OpeningNotFound))
async def get_agreement_opening(request: Request, principal: Reader, db: Reading, opening_id: UUID) -> Response:
    """One proposal to let other districts join, and what became of it."""
    return answer(request, await queries.get_opening(db, principal, opening_id))


@routes.post("/agreement-openings/{opening_id}/agree", response_model=OpeningRead, responses=MOVES)
async def agree_agreement_opening(
    request: Request, principal: Party, tx: Writing, opening_id: UUID, version: Version
) -> Response:
    """Say yes for the partner: from now on other districts read and may adopt it."""
    return answer(request, await service.answer_opening(tx, principal, opening_id, "agree", version))


@routes.post("/agreement-openings/{opening_id}/refuse", response_model=OpeningRead, responses=MOVES)
async def refuse_agreement_opening(
    request: Request, principal: Party, tx: Writing, opening_id: UUID, body: AgreementReason, version: Version
) -> Response:
    """Say no for the partner, and why."""
    made = await service.answer_opening(tx, principal, opening_id, "refuse", version, body.reason)
    return answer(request, made)


@routes.post("/agreement-openings/{opening_id}/withdraw", response_model=OpeningRead, responses=MOVES)
async def withdraw_agreement_opening(
    request: Request, principal: Approver, tx: Writing, opening_id: UUID, version: Version
) -> Response:
    """Take the proposal back before the partner has answered."""
    return answer(request, await service.answer_opening(tx, principal, opening_id, "withdraw", version))


@routes.post("/agreement-openings/{opening_id}/note", response_model=OpeningRead, responses=MOVES)
async def note_agreement_opening(
    request: Request, principal: Approver, tx: Writing, opening_id: UUID, version: Version
) -> Response:
    """Note for the office what the partner answered: it waits for nobody any more."""
    return answer(request, await service.answer_opening(tx, principal, opening_id, "note", version))


@routes.post("/agreement-openings/{opening_id}/close", response_model=OpeningRead, responses=MOVES)
async def close_agreement_opening(
    request: Request, principal: Party, tx: Writing, opening_id: UUID, body: AgreementReason, version: Version
) -> Response:
    """Let nobody join any more, for the district or the partner; who did keeps what they signed."""
    made = await service.answer_opening(tx, principal, opening_id, "close", version, body.reason)
    return answer(request, made)


@routes.get("/open-agreements", response_model=OpenAgreements)
async def list_open_agreements(
    request: Request, principal: Reader, db: Reading, filters: Annotated[OpenAgreementFilters, Query()]
) -> Response:
    """What other districts opened for yours to join; empty for whoever does not work for the whole district."""
    return answer(request, await queries.find_open(db, principal, filters.q))


@routes.get("/open-agreements/{open_id}", response_model=OpenAgreementRead, responses=responses(OpenAgreementNotFound))
async def get_open_agreement(request: Request, principal: Reader, db: Reading, open_id: UUID) -> Response:
    """One of them with the text that both parties signed, and what adopting it would begin from."""
    return answer(request, await queries.get_open(db, principal, open_id))


@routes.get(
    "/open-agreements/{open_id}/text.pdf", response_class=Response,
    responses={**A_PDF, **responses(OpenAgreementNotFound)},
)  # fmt: skip
async def print_open_agreement(principal: Reader, db: Reading, open_id: UUID) -> Response:
    """The copy that was published for other districts as PDF, tagged, with the fingerprint of its text on each page."""
    paper = await queries.open_paper(db, principal, open_id)
    made = await pdf(PRINT / "open-agreement.typ", paper["data"], paper["made_at"])
    return attachment(f"{paper['data']['number']} of {paper['data']['district']}.pdf", PDF, made)


@routes.post(
    "/open-agreements/{open_id}/adopt",
    status_code=201,
    response_model=AgreementRead,
    responses=responses(OpenAgreementNotFound, NotYourSide, CannotAdopt, AdoptedAlready, Unprocessable),
)
async def adopt_open_agreement(
    request: Request, principal: Drafter, tx: Writing, open_id: UUID, body: AdoptionCreate
) -> Response:
    """Draft an agreement of one's own with its terms; it is reviewed, confirmed and signed here like any other."""
    made = await service.adopt(tx, principal, open_id, body)
    return answer(request, made, status=201, location=f"/api/v1/agreements/{made['id']}")
