"""Site plans: what one school and the partner intend under a legal agreement."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.agreements import queries, service
from alongside.agreements.errors import (
    AgreementNotFound,
    NoPlansHere,
    NotYourAgreement,
    NotYourSide,
    PersonNeeded,
    PlanCannotMove,
    PlanIsFixed,
    PlanNotFound,
    PlanUnderWay,
)
from alongside.agreements.schemas import (
    AgreementPlans,
    AgreementReason,
    SitePlanCopies,
    SitePlanCreate,
    SitePlanFilters,
    SitePlanPage,
    SitePlanRead,
    SitePlanUpdate,
)
from alongside.core.errors import Unprocessable
from alongside.core.fields import Day
from alongside.core.http import answer, answer_page, router
from alongside.core.moves import NotYourMove
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing

from .callers import Drafter, Reader

routes = router("", "site plans")

DRAFTS = responses(AgreementNotFound, NotYourSide, NoPlansHere, PlanUnderWay, Unprocessable)
MOVES = responses(PlanNotFound, NotYourMove, PersonNeeded, PlanCannotMove)


@routes.get("/agreements/{agreement_id}/site-plans", response_model=AgreementPlans,
            responses=responses(AgreementNotFound))  # fmt: skip
async def list_agreement_site_plans(
    request: Request, principal: Reader, db: Reading, agreement_id: UUID, effective_on: Day | None = None
) -> Response:
    """The site plans under an agreement, school by school, and how many schools have one."""
    return answer(request, await queries.plans_under(db, principal, agreement_id, effective_on))


@routes.post("/agreements/{agreement_id}/site-plans", status_code=201, response_model=SitePlanRead, responses=DRAFTS)
async def draft_site_plan(
    request: Request, principal: Drafter, tx: Writing, agreement_id: UUID, body: SitePlanCreate
) -> Response:
    """Draft a plan for one school of an agreement; it cannot run longer than the agreement."""
    made = await service.draft_plan(tx, principal, agreement_id, body)
    return answer(request, made, status=201, location=f"/api/v1/site-plans/{made['id']}")


@routes.post("/agreements/{agreement_id}/site-plans/copies", status_code=201, response_model=AgreementPlans,
             responses=responses(AgreementNotFound, NotYourSide, NoPlansHere, Unprocessable))  # fmt: skip
async def copy_site_plan(
    request: Request, principal: Drafter, tx: Writing, agreement_id: UUID, body: SitePlanCopies
) -> Response:
    """Draft plans for several schools with the words of one."""
    made = await service.copy_plan(tx, principal, agreement_id, body)
    return answer(request, made, status=201, location=f"/api/v1/agreements/{agreement_id}/site-plans")


@routes.get("/site-plans", response_model=SitePlanPage)
async def list_site_plans(
    request: Request, principal: Reader, db: Reading, query: Annotated[SitePlanFilters, Query()]
) -> Response:
    """The site plans that you see, as they stand on a day."""
    return answer_page(request, await queries.find_plans(db, principal, query, request.app.state.cursors))


@routes.get("/site-plans/{plan_id}", response_model=SitePlanRead, responses=responses(PlanNotFound))
async def get_site_plan(
    request: Request, principal: Reader, db: Reading, plan_id: UUID, effective_on: Day | None = None
) -> Response:
    """One site plan as it stands today, or on another day."""
    return answer(request, await queries.get_plan(db, principal, plan_id, effective_on))


@routes.patch("/site-plans/{plan_id}", response_model=SitePlanRead,
              responses=responses(PlanNotFound, NotYourAgreement, PlanIsFixed, Unprocessable))  # fmt: skip
async def edit_site_plan(
    request: Request, principal: Drafter, tx: Writing, plan_id: UUID, body: SitePlanUpdate, version: Version
) -> Response:
    """Change a plan's draft, or one that was sent back."""
    return answer(request, await service.edit_plan(tx, principal, plan_id, body, version))


@routes.post("/site-plans/{plan_id}/propose", response_model=SitePlanRead, responses=MOVES)
async def propose_site_plan(
    request: Request, principal: Drafter, tx: Writing, plan_id: UUID, version: Version
) -> Response:
    """Put it to the school's principal and the partner."""
    return answer(request, await service.move_plan(tx, principal, plan_id, "propose", version))


@routes.post("/site-plans/{plan_id}/agree", response_model=SitePlanRead, responses=MOVES)
async def agree_site_plan(
    request: Request, principal: Drafter, tx: Writing, plan_id: UUID, version: Version
) -> Response:
    """Give your side's word; with the other side's it is agreed."""
    return answer(request, await service.move_plan(tx, principal, plan_id, "agree", version))


@routes.post("/site-plans/{plan_id}/request-changes", response_model=SitePlanRead, responses=MOVES)
async def request_site_plan_changes(
    request: Request, principal: Drafter, tx: Writing, plan_id: UUID, body: AgreementReason, version: Version
) -> Response:
    """Send it back with what has to change; both sides' words are asked again."""
    return answer(request, await service.move_plan(tx, principal, plan_id, "request-changes", version, body.reason))


@routes.post("/site-plans/{plan_id}/withdraw", response_model=SitePlanRead, responses=MOVES)
async def withdraw_site_plan(
    request: Request, principal: Drafter, tx: Writing, plan_id: UUID, version: Version
) -> Response:
    """Give up a plan that was not agreed."""
    return answer(request, await service.move_plan(tx, principal, plan_id, "withdraw", version))


@routes.post("/site-plans/{plan_id}/end", response_model=SitePlanRead, responses=MOVES)
async def end_site_plan(
    request: Request, principal: Drafter, tx: Writing, plan_id: UUID, body: AgreementReason, version: Version
) -> Response:
    """End an agreed plan from today on; the agreement above it goes on."""
    return answer(request, await service.move_plan(tx, principal, plan_id, "end", version, body.reason))
