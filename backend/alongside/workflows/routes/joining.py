"""An organization that registers itself, as requests of somebody who is not signed in.

Secrets come in bodies, never in addresses, which are logged and passed on.
"""

from fastapi import Depends, Request, Response

from alongside.core.errors import Unprocessable
from alongside.core.http import address_of, answer, router
from alongside.core.problems import responses
from alongside.identity.errors import CrossSiteRequest
from alongside.identity.requires import COOKIE, Public, check_same_origin
from alongside.partners.errors import JoinLinkNotKnown, TooManyRegistrations
from alongside.partners.schemas import (
    DistrictList,
    JoinAsked,
    JoinConfirm,
    Joined,
    JoinOpen,
    JoinRead,
    JoinWrite,
    LetterAsked,
    LetterRead,
)
from alongside.workflows import join

routes = router("/join", "partners")

NOBODY_YET = Depends(Public("an organization that is not known yet has no credential"))


@routes.get("/districts", response_model=DistrictList, dependencies=[NOBODY_YET])
async def list_join_districts(request: Request) -> Response:
    """The districts that an organization can turn to."""
    return answer(request, {"items": await join.districts(request.app.state.database)})


@routes.post(
    "",
    status_code=202,
    response_model=JoinAsked,
    responses=responses(CrossSiteRequest, TooManyRegistrations, Unprocessable),
    dependencies=[NOBODY_YET],
)
async def ask_to_join(request: Request, body: JoinWrite) -> Response:
    """Register an organization; the answer is the same for every e-mail address, which gets a link to confirm."""
    state = request.app.state
    check_same_origin(request, state.settings)
    asked = await join.ask(state.database, state.settings, body, address_of(request) or "")
    return answer(request, asked, status=202)


@routes.post(
    "/letter",
    response_model=LetterRead,
    responses=responses(CrossSiteRequest, JoinLinkNotKnown),
    dependencies=[NOBODY_YET],
)
async def read_join_letter(request: Request, body: LetterAsked) -> Response:
    """The e-mail with the link: in a demonstration, where none leaves."""
    state = request.app.state
    check_same_origin(request, state.settings)
    return answer(request, await join.letter(state.database, state.settings, body.district, body.letter_id))


@routes.post(
    "/open",
    response_model=JoinRead,
    responses=responses(CrossSiteRequest, JoinLinkNotKnown),
    dependencies=[NOBODY_YET],
)
async def open_join_link(request: Request, body: JoinOpen) -> Response:
    """What a link is for; looking at it uses nothing up."""
    state = request.app.state
    check_same_origin(request, state.settings)
    return answer(request, await join.look(state.database, state.settings, body.token))


@routes.post(
    "/confirm",
    status_code=201,
    response_model=Joined,
    responses=responses(CrossSiteRequest, JoinLinkNotKnown, Unprocessable),
    dependencies=[NOBODY_YET],
)
async def confirm_joining(request: Request, body: JoinConfirm) -> Response:
    """Confirm the address: the organization's record begins, and whoever asked is signed in for it."""
    state = request.app.state
    check_same_origin(request, state.settings)
    partner_id, cookie = await join.confirm(state.database, state.settings, body)
    response = answer(request, {"partner_id": partner_id}, status=201)
    response.set_cookie(COOKIE, cookie, path="/", secure=True, httponly=True, samesite="lax")
    return response
