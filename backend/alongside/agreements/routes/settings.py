"""What a district sets for all its agreements."""

from fastapi import Request, Response

from alongside.agreements import queries, service
from alongside.agreements.errors import WholeDistrict
from alongside.agreements.schemas import AgreementSettingsRead, AgreementSettingsWrite
from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing

from .callers import Approver, Reader

routes = router("/settings/agreements", "settings")


@routes.get("", response_model=AgreementSettingsRead)
async def get_agreement_settings(request: Request, _principal: Reader, db: Reading) -> Response:
    """When agreements are looked at again, and when their renewals open."""
    return answer(request, await queries.get_settings(db))


@routes.put(
    "",
    response_model=AgreementSettingsRead,
    responses=responses(WholeDistrict, PreconditionRequired, PreconditionFailed, Unprocessable),
)
async def put_agreement_settings(
    request: Request, principal: Approver, tx: Writing, body: AgreementSettingsWrite, version: Version
) -> Response:
    """Set both; revisits that nobody has answered and that are not past their day are planned anew."""
    return answer(request, await service.set_settings(tx, principal, body, version))
