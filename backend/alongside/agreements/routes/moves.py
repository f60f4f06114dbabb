"""The steps of an agreement: sent, reviewed, confirmed, approved, signed, and what may stop it."""

from uuid import UUID

from fastapi import Request, Response

from alongside.agreements import service
from alongside.agreements.errors import (
    AgreementCannotMove,
    AgreementNotFound,
    AnotherText,
    PersonNeeded,
    SchoolNotNamed,
)
from alongside.agreements.schemas import (
    AgreementRead,
    AgreementReason,
    AgreementTermination,
    ChangesWrite,
    PaperSignature,
    ReviewWrite,
    SignatureWrite,
)
from alongside.core.errors import Unprocessable
from alongside.core.http import address_of, answer, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.requires import Version, Writing
from alongside.schools.errors import SchoolNotFound

from .callers import Approver, Drafter, Party, Registrar, Reviewer, SchoolLeader, Signatory

routes = router("/agreements/{agreement_id}", "agreements")

MOVES = responses(NotYourMove, AgreementNotFound, AgreementCannotMove)
ANSWERS = responses(NotYourMove, AgreementNotFound, SchoolNotFound, SchoolNotNamed, AgreementCannotMove)


@routes.post("/submit", response_model=AgreementRead, responses=MOVES)
async def submit_agreement(
    request: Request, principal: Drafter, tx: Writing, agreement_id: UUID, version: Version
) -> Response:
    """Send it for review."""
    return answer(request, await service.move(tx, principal, agreement_id, "submit", version))


@routes.post("/start-review", response_model=AgreementRead, responses=MOVES)
async def start_agreement_review(
    request: Request, principal: Approver, tx: Writing, agreement_id: UUID, version: Version
) -> Response:
    """Take it into review."""
    return answer(request, await service.move(tx, principal, agreement_id, "start-review", version))


@routes.post(
    "/reviews",
    status_code=201,
    response_model=AgreementRead,
    responses=responses(NotYourMove, PersonNeeded, AgreementNotFound, AgreementCannotMove),
)
async def review_agreement(
    request: Request, principal: Reviewer, tx: Writing, agreement_id: UUID, body: ReviewWrite, version: Version
) -> Response:
    """Give your word on a step; asking for changes sends it back."""
    made = await service.review(tx, principal, agreement_id, body, version)
    return answer(request, made, status=201, location=f"/api/v1/agreements/{agreement_id}")


@routes.post("/request-changes", response_model=AgreementRead, responses=MOVES)
async def request_agreement_changes(
    request: Request, principal: Reviewer, tx: Writing, agreement_id: UUID, body: ChangesWrite, version: Version
) -> Response:
    """Send it back with what has to change."""
    notes: dict[str, str] = {each.section: each.text for each in body.notes}
    return answer(request, await service.request_changes(tx, principal, agreement_id, body.reason, version, notes))


@routes.post("/approve", response_model=AgreementRead, responses=MOVES)
async def approve_agreement(
    request: Request, principal: Approver, tx: Writing, agreement_id: UUID, version: Version
) -> Response:
    """Approve it for signature."""
    return answer(request, await service.move(tx, principal, agreement_id, "approve", version))


@routes.post("/reject", response_model=AgreementRead, responses=MOVES)
async def reject_agreement(
    request: Request, principal: Approver, tx: Writing, agreement_id: UUID, body: AgreementReason, version: Version
) -> Response:
    """Refuse it for good."""
    return answer(request, await service.move(tx, principal, agreement_id, "reject", version, body.reason))


@routes.post("/send-for-signature", response_model=AgreementRead, responses=MOVES)
async def send_agreement_for_signature(
    request: Request, principal: Approver, tx: Writing, agreement_id: UUID, version: Version
) -> Response:
    """Freeze the text and open it for signature."""
    return answer(request, await service.move(tx, principal, agreement_id, "send-for-signature", version))


@routes.post(
    "/sign",
    response_model=AgreementRead,
    responses=responses(NotYourMove, AgreementNotFound, AgreementCannotMove, AnotherText),
)
async def sign_agreement(
    request: Request, principal: Signatory, tx: Writing, agreement_id: UUID, body: SignatureWrite, version: Version
) -> Response:
    """Sign for the party whose signatory you are."""
    done = await service.sign(tx, principal, agreement_id, body, version, address_of(request))
    return answer(request, done)


@routes.post(
    "/sign-on-paper",
    response_model=AgreementRead,
    responses=responses(NotYourMove, AgreementNotFound, AgreementCannotMove, Unprocessable),
)
async def enter_paper_signature(
    request: Request, principal: Registrar, tx: Writing, agreement_id: UUID, body: PaperSignature, version: Version
) -> Response:
    """Enter a signature given with a pen under the printed text; its scan is one of the papers."""
    return answer(request, await service.sign_on_paper(tx, principal, agreement_id, body, version))


@routes.post("/recall", response_model=AgreementRead, responses=MOVES)
async def recall_agreement(
    request: Request, principal: Approver, tx: Writing, agreement_id: UUID, version: Version
) -> Response:
    """Take it back from signature; signatures given so far are void."""
    return answer(request, await service.move(tx, principal, agreement_id, "recall", version))


@routes.post("/suspend", response_model=AgreementRead, responses=MOVES)
async def suspend_agreement(
    request: Request, principal: Reviewer, tx: Writing, agreement_id: UUID, body: AgreementReason, version: Version
) -> Response:
    """Put it on hold; its last day stays."""
    return answer(request, await service.move(tx, principal, agreement_id, "suspend", version, body.reason))


@routes.post("/reinstate", response_model=AgreementRead, responses=MOVES)
async def reinstate_agreement(
    request: Request, principal: Reviewer, tx: Writing, agreement_id: UUID, version: Version
) -> Response:
    """End the hold."""
    return answer(request, await service.move(tx, principal, agreement_id, "reinstate", version))


@routes.post("/terminate", response_model=AgreementRead, responses=MOVES)
async def terminate_agreement(
    request: Request, principal: Party, tx: Writing, agreement_id: UUID, body: AgreementTermination, version: Version
) -> Response:
    """End it before its last day, for good, from a day on."""
    return answer(request, await service.terminate(tx, principal, agreement_id, body, version))


@routes.post("/withdraw", response_model=AgreementRead, responses=MOVES)
async def withdraw_agreement(
    request: Request, principal: Drafter, tx: Writing, agreement_id: UUID, version: Version
) -> Response:
    """Take it back before it is out for signature, for good."""
    return answer(request, await service.move(tx, principal, agreement_id, "withdraw", version))


@routes.post("/schools/{school_id}/confirm", response_model=AgreementRead, responses=ANSWERS)
async def confirm_agreement_school(
    request: Request, principal: SchoolLeader, tx: Writing, agreement_id: UUID, school_id: UUID, version: Version
) -> Response:
    """Say that your school wants it."""
    done = await service.answer_for_school(tx, principal, agreement_id, school_id, "confirm", version)
    return answer(request, done)


@routes.post("/schools/{school_id}/decline", response_model=AgreementRead, responses=ANSWERS)
async def decline_agreement_school(
    request: Request,
    principal: SchoolLeader,
    tx: Writing,
    agreement_id: UUID,
    school_id: UUID,
    body: AgreementReason,
    version: Version,
) -> Response:
    """Say that your school does not take part; the others are not held up."""
    done = await service.answer_for_school(tx, principal, agreement_id, school_id, "decline", version, body.reason)
    return answer(request, done)
