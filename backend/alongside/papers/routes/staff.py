"""Staff lists and background checks."""

from uuid import UUID

from fastapi import Request, Response

from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.fields import Day
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing
from alongside.papers import queries, service
from alongside.papers.errors import (
    CheckNotFound,
    CheckVerified,
    NotYourCheck,
    NotYourPapers,
    PersonMustDecide,
    StaffNotFound,
)
from alongside.papers.schemas import CheckCreate, CheckVerify, StaffCreate, StaffList, StaffRead, StaffUpdate
from alongside.partners.errors import PartnerNotFound

from .callers import Keeper, Reader, Reviewer

routes = router("", "papers")


@routes.get("/partners/{partner_id}/staff", response_model=StaffList, responses=responses(PartnerNotFound))
async def list_partner_staff(
    request: Request, principal: Reader, db: Reading, partner_id: UUID, effective_on: Day | None = None
) -> Response:
    """Whom a partner sends into schools, and whether their checks let them in on a day."""
    return answer(request, await queries.find_staff(db, principal, partner_id, effective_on))


@routes.post(
    "/partners/{partner_id}/staff",
    status_code=201,
    response_model=StaffRead,
    responses=responses(PartnerNotFound, NotYourPapers, Unprocessable),
)
async def add_staff_member(
    request: Request, principal: Keeper, tx: Writing, partner_id: UUID, body: StaffCreate
) -> Response:
    """Put somebody on a partner's staff list."""
    made = await service.add_staff(tx, principal, partner_id, body)
    return answer(request, made, status=201, location=f"/api/v1/staff/{made['id']}")


@routes.get("/staff/{staff_id}", response_model=StaffRead, responses=responses(StaffNotFound))
async def get_staff_member(
    request: Request, principal: Reader, db: Reading, staff_id: UUID, effective_on: Day | None = None
) -> Response:
    """Somebody on a staff list, as they stand on a day."""
    return answer(request, await queries.get_staff(db, principal, staff_id, effective_on))


@routes.patch(
    "/staff/{staff_id}",
    response_model=StaffRead,
    responses=responses(StaffNotFound, NotYourPapers, PreconditionFailed, PreconditionRequired, Unprocessable),
)
async def change_staff_member(
    request: Request, principal: Keeper, tx: Writing, staff_id: UUID, body: StaffUpdate, version: Version
) -> Response:
    """Change what is known of somebody (merge patch); `ends_on` takes them off the list."""
    return answer(request, await service.change_staff(tx, principal, staff_id, body, version))


@routes.post(
    "/staff/{staff_id}/checks",
    status_code=201,
    response_model=StaffRead,
    responses=responses(StaffNotFound, NotYourPapers, NotYourCheck, PreconditionFailed, Unprocessable),
)
async def add_background_check(
    request: Request, principal: Keeper, tx: Writing, staff_id: UUID, body: CheckCreate, version: Version
) -> Response:
    """Enter the result of a background check, never its report."""
    made = await service.add_check(tx, principal, staff_id, body, version)
    return answer(request, made, status=201, location=f"/api/v1/staff/{staff_id}")


@routes.post(
    "/staff/{staff_id}/checks/{check_id}/verify",
    response_model=StaffRead,
    responses=responses(
        StaffNotFound, CheckNotFound, NotYourCheck, PersonMustDecide, CheckVerified, PreconditionFailed, Unprocessable
    ),
)
async def verify_background_check(
    request: Request,
    principal: Reviewer,
    tx: Writing,
    staff_id: UUID,
    check_id: UUID,
    body: CheckVerify,
    version: Version,
) -> Response:
    """Say the result of a check that waits: it counts from the day it was seen."""
    return answer(request, await service.verify_check(tx, principal, staff_id, check_id, body, version))
