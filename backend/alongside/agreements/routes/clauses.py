"""The checklist of an agreement's clauses, where the district keeps one."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Request, Response

from alongside.agreements import service
from alongside.agreements.errors import AgreementNotFound, ClauseNotFound, ClausesFixed, NotYourClause, PersonNeeded
from alongside.agreements.schemas import AgreementRead, ClauseWrite
from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.requires import Version, Writing

from .callers import Reader

routes = router("/agreements/{agreement_id}/clauses", "agreements")

ClauseCode = Annotated[str, Path(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
SAYS = responses(
    AgreementNotFound, ClauseNotFound, PersonNeeded, NotYourClause, ClausesFixed, PreconditionRequired,
    PreconditionFailed, Unprocessable,
)  # fmt: skip


@routes.put("/{clause_code}", response_model=AgreementRead, responses=SAYS)
async def move_agreement_clause(
    request: Request, principal: Reader, tx: Writing, agreement_id: UUID, clause_code: ClauseCode, body: ClauseWrite,
    version: Version,
) -> Response:  # fmt: skip
    """Say for your side how far a clause is: not yet addressed, under discussion, or finalized."""
    return answer(request, await service.move_clause(tx, principal, agreement_id, clause_code, body, version))
