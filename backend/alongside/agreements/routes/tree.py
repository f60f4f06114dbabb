"""Four questions about what is planned, and what the answers lead to."""

from typing import Annotated

from fastapi import Path, Request, Response

from alongside.agreements import queries, rules, service
from alongside.agreements.schemas import RecommendationRead, TreeAnswerRead, TreeAnswerWrite, TreeBackWrite, TreeRead
from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing

from .callers import Reader, Router

routes = router("", "agreements")

OneAnswer = Annotated[rules.Answer, Path()]


@routes.get("/agreement-tree", response_model=TreeRead)
async def list_tree_answers(request: Request, principal: Reader, db: Reading) -> Response:
    """Where every answer about a new agreement leads in this district."""
    return answer(request, await queries.tree(db))


@routes.get("/agreement-tree/{tree_answer}", response_model=TreeAnswerRead)
async def get_tree_answer(request: Request, principal: Reader, db: Reading, tree_answer: OneAnswer) -> Response:
    """Where one answer leads."""
    return answer(request, await queries.tree_answer(db, tree_answer))


@routes.put(
    "/agreement-tree/{tree_answer}",
    response_model=TreeAnswerRead,
    responses=responses(PreconditionRequired, PreconditionFailed, Unprocessable),
)
async def put_tree_answer(
    request: Request, principal: Router, tx: Writing, tree_answer: OneAnswer, body: TreeAnswerWrite, version: Version
) -> Response:
    """Set where one answer leads; drafts follow it, agreements that were handed in keep their route."""
    return answer(request, await service.set_tree_answer(tx, tree_answer, body, version))


@routes.post("/agreement-tree/go-back", response_model=TreeRead, responses=responses(Unprocessable))
async def return_tree_answers(
    request: Request, principal: Router, tx: Writing, body: TreeBackWrite, version: Version
) -> Response:
    """Let answers lead the usual way again; drafts follow, agreements that were handed in keep their route."""
    return answer(request, await service.go_back(tx, body, version))


@routes.get("/agreement-recommendation", response_model=RecommendationRead)
async def recommend_agreement(
    request: Request, principal: Reader, db: Reading, money: bool, space: bool, records: bool,
    intensity: rules.Intensity,
) -> Response:  # fmt: skip
    """Which type these answers lead to, whether it binds, who reviews it, and why."""
    return answer(request, await queries.recommendation(db, rules.Answers(money, space, records, intensity)))
