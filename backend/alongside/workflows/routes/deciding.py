"""Deciding by link, as requests: the link's secret is the credential, and it decides nothing by being looked at.

The secret comes once, in a body (never in an address, which is logged and passed on), and is kept in a cookie that no
script reads, for half an hour and for these addresses alone.
"""

from typing import Annotated, Final
from uuid import UUID

from fastapi import Depends, Request, Response

from alongside.agreements.errors import AgreementNotFound
from alongside.core.errors import NotFound, Unprocessable
from alongside.core.http import address_of, answer, nothing, router
from alongside.core.moves import NotYourMove
from alongside.core.pace import Pace
from alongside.core.problems import responses
from alongside.decisions.errors import (
    CodeNeeded,
    CodeWrong,
    DecisionsMoved,
    LinkExpired,
    LinkNotKnown,
    LinkRevoked,
    LinkUsed,
    NobodyToAsk,
    TooManyCodes,
    TooManyLooks,
)
from alongside.decisions.schemas import (
    AnswersWrite,
    AskAgain,
    AskedAgain,
    DecisionsRead,
    DecisionsRecorded,
    DecisionTextRead,
    LinkOpen,
    NewLink,
    NewLinkAsked,
    NotMe,
)
from alongside.decisions.service import Place
from alongside.decisions.service import mark_opened as mark
from alongside.identity.errors import CrossSiteRequest
from alongside.identity.principal import Principal
from alongside.identity.requires import Public, Writing, caller, check_same_origin
from alongside.identity.scopes import Scope
from alongside.targets.errors import TargetNotFound
from alongside.workflows import decide, invite
from alongside.workflows.disown import disown

routes = router("", "decisions")

COOKIE: Final = "__Host-decide"
MINUTES: Final = 30
MISSES = Pace(60, 60)
"""Secrets that are not known, from one address: 256 bits are not guessed, but nobody tries for free."""

BY_LINK = Depends(Public("the secret of a link that was e-mailed is the credential; it decides what it was made for"))
GONE = responses(LinkNotKnown, LinkUsed, LinkExpired, LinkRevoked, CrossSiteRequest, TooManyLooks)
Asker = Annotated[Principal, caller(Scope.AGREEMENTS_WRITE)]


def _place(request: Request) -> Place:
    """From where and by which program the request comes."""
    shown = "".join(each for each in request.headers.get("user-agent", "") if each.isprintable())
    return Place(address_of(request) or "", shown[:200])


async def _opened(request: Request, token: str | None = None) -> decide.Opened:
    """The link that this request holds. Raises LinkNotKnown and the like."""
    check_same_origin(request, request.app.state.settings)
    address = _place(request).address
    if MISSES.is_over(address):
        raise TooManyLooks
    try:
        return await decide.opened(request.app.state.database, token or request.cookies.get(COOKIE) or "")
    except LinkNotKnown:
        MISSES.count(address)
        raise


def _with_cookie(response: Response, token: str) -> Response:
    response.set_cookie(
        COOKIE, token, max_age=MINUTES * 60, path="/", secure=True, httponly=True, samesite="strict"
    )  # fmt: skip
    return response


@routes.post("/decisions/open", response_model=DecisionsRead, responses=GONE, dependencies=[BY_LINK])
async def open_decisions(request: Request, body: LinkOpen) -> Response:
    """Open a link: what it asks. Nothing is decided or used up by it."""
    database = request.app.state.database
    found = await _opened(request, body.token)
    async with database.transaction(found.person) as tx:
        await mark(tx, found.link_id, found.tenant.now, _place(request))
    return _with_cookie(answer(request, await decide.overview(database, found)), body.token)


@routes.get("/decisions", response_model=DecisionsRead, responses=GONE, dependencies=[BY_LINK])
async def get_decisions(request: Request) -> Response:
    """What the open link asks, as it stands now."""
    return answer(request, await decide.overview(request.app.state.database, await _opened(request)))


@routes.get(
    "/decisions/{decision_id}/text",
    response_model=DecisionTextRead,
    responses=responses(
        NotFound, LinkNotKnown, LinkUsed, LinkExpired, LinkRevoked, CrossSiteRequest, TooManyLooks
    ),
    dependencies=[BY_LINK],
)  # fmt: skip
async def get_decision_text(request: Request, decision_id: UUID) -> Response:
    """The whole text of an agreement that the open link asks about."""
    found = await _opened(request)
    return answer(request, dict(await decide.text(request.app.state.database, found, decision_id)))


@routes.post(
    "/decisions/code",
    status_code=204,
    responses={**GONE, **responses(TooManyCodes)},
    dependencies=[BY_LINK],
)
async def send_decision_code(request: Request) -> Response:
    """Have the code sent, to the address on file and no other."""
    await decide.ask_code(request.app.state.database, await _opened(request))
    return nothing()


@routes.post(
    "/decisions/answers",
    response_model=DecisionsRecorded,
    responses={**GONE, **responses(DecisionsMoved, Unprocessable, CodeNeeded, CodeWrong)},
    dependencies=[BY_LINK],
)
async def answer_decisions(request: Request, body: AnswersWrite) -> Response:
    """Give all answers at once; the link is used up by it."""
    state = request.app.state
    found = await _opened(request)
    key = state.settings.secret_key.get_secret_value()
    return answer(request, await decide.answer(state.database, key, found, body, _place(request)))


@routes.post("/decisions/not-me", status_code=204, responses=GONE, dependencies=[BY_LINK])
async def disown_decisions(request: Request, body: NotMe) -> Response:
    """Say that this is not mine to decide; the link ends."""
    await disown(request.app.state.database, await _opened(request), body.reason, _place(request))
    response = nothing()
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")
    return response


@routes.post(
    "/decisions/new-link",
    status_code=202,
    response_model=NewLinkAsked,
    responses=responses(CrossSiteRequest, TooManyLooks),
    dependencies=[BY_LINK],
)
async def ask_for_new_link(request: Request, body: NewLink) -> Response:
    """Ask for a new link, to the same person's own address; the answer is the same for every secret."""
    state = request.app.state
    check_same_origin(request, state.settings)
    address = _place(request).address
    if MISSES.is_over(address):
        raise TooManyLooks
    MISSES.count(address)
    await invite.ask_for_new_link(state.database, body.token or request.cookies.get(COOKIE) or "")
    return answer(request, {"asked": True}, status=202)


@routes.post(
    "/decisions/ask-again",
    response_model=AskedAgain,
    responses=responses(AgreementNotFound, TargetNotFound, NotYourMove, NobodyToAsk),
)
async def ask_for_decision_again(request: Request, principal: Asker, tx: Writing, body: AskAgain) -> Response:
    """Write again to everybody whose word a record waits for, with a new link."""
    return answer(request, await invite.ask_again(tx, principal, body))
