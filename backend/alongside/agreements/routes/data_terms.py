"""Student records under an agreement: what it says of them, and the certificate that they were destroyed."""

from uuid import UUID

from fastapi import Request, Response

from alongside.agreements import queries, service
from alongside.agreements.errors import (
    AgreementNotFound,
    DestructionNotDue,
    NotAboutData,
    NotCertifying,
    NotYourAgreement,
    TextIsFixed,
)
from alongside.agreements.schemas import DataTermsRead, DataTermsWrite, DestructionWrite
from alongside.core.fields import Day
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing

from .callers import Drafter, Reader

routes = router("/agreements/{agreement_id}", "agreements")


@routes.get("/data-terms", response_model=DataTermsRead, responses=responses(AgreementNotFound))
async def get_data_terms(
    request: Request, principal: Reader, db: Reading, agreement_id: UUID, effective_on: Day | None = None
) -> Response:
    """What an agreement says of student records, what it lacks, and where their destruction stands on a day."""
    return answer(request, await queries.get_data_terms(db, principal, agreement_id, effective_on))


@routes.put(
    "/data-terms",
    response_model=DataTermsRead,
    responses=responses(AgreementNotFound, NotAboutData, NotYourAgreement, TextIsFixed),
)
async def write_data_terms(
    request: Request, principal: Drafter, tx: Writing, agreement_id: UUID, body: DataTermsWrite, version: Version
) -> Response:
    """Say what a data sharing agreement says of student records, while its text may change."""
    return answer(request, await service.write_data_terms(tx, principal, agreement_id, body, version))


@routes.post(
    "/data-destruction",
    status_code=201,
    response_model=DataTermsRead,
    responses=responses(AgreementNotFound, NotCertifying, DestructionNotDue),
)
async def certify_data_destruction(
    request: Request, principal: Drafter, tx: Writing, agreement_id: UUID, body: DestructionWrite, version: Version
) -> Response:
    """Keep the certificate that the records were destroyed or given back, once the last day is over."""
    made = await service.certify_destruction(tx, principal, agreement_id, body, version)
    return answer(request, made, status=201, location=f"/api/v1/agreements/{agreement_id}/data-terms")
