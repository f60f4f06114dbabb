"""Sign-in, `/me`, and the token endpoint for machines."""

import base64
import binascii
from typing import Annotated
from urllib.parse import unquote

from fastapi import APIRouter, Depends, Form, Request, Response

from alongside.core.errors import Unauthenticated
from alongside.core.http import Endpoint, answer, nothing, operation_id, router
from alongside.core.problems import responses
from alongside.core.render import render

from . import queries, service
from .errors import CrossSiteRequest, MissingScope, NoRoleHere, PeopleOnly, ScopeNotGranted, WrongCredentials
from .principal import Principal
from .requires import COOKIE, Public, Writing, caller, check_same_origin
from .schemas import Me, MeUpdate, SignIn, TenantChoice, TokenRead
from .scopes import Scope

routes = router("", "identity")
oauth = APIRouter(tags=["identity"], route_class=Endpoint, generate_unique_id_function=operation_id)

Myself = Annotated[Principal, caller(Scope.ME)]


async def _me(request: Request, principal: Principal) -> dict[str, object]:
    me = principal.as_json()
    if principal.person_id is None:
        return {**me, "tenants": []}
    database = request.app.state.database
    locale = await queries.locale_of(database, principal.person_id)
    tenants = await queries.find_tenants(database, principal.person_id)
    return {**me, "person": {**me["person"], "locale": locale}, "tenants": tenants}


def _with_cookie(response: Response, cookie: str) -> Response:
    response.set_cookie(COOKIE, cookie, path="/", secure=True, httponly=True, samesite="lax")
    return response


@routes.post(
    "/session",
    status_code=201,
    response_model=Me,
    responses=responses(WrongCredentials, CrossSiteRequest, NoRoleHere),
    dependencies=[Depends(Public("signing in is how a credential is got"))],
)
async def sign_in(request: Request, body: SignIn) -> Response:
    """Sign in with e-mail and password; sets the session cookie."""
    state = request.app.state
    check_same_origin(request, state.settings)
    principal, cookie = await service.sign_in(state.database, state.settings, body)
    return _with_cookie(answer(request, await _me(request, principal), status=201), cookie)


@routes.post("/session/tenant", response_model=Me, responses=responses(NoRoleHere))
async def switch_tenant(request: Request, principal: Myself, body: TenantChoice) -> Response:
    """Work in another district or network from now on."""
    state = request.app.state
    chosen, cookie = await service.switch_tenant(state.database, state.settings, principal, body.tenant)
    return _with_cookie(answer(request, await _me(request, chosen)), cookie)


@routes.delete("/session", status_code=204, responses=responses(Unauthenticated))
async def sign_out(request: Request, principal: Myself) -> Response:
    """Sign out: the session ends on the server and the browser forgets what it kept."""
    await service.sign_out(request.app.state.database, principal)
    response = nothing()
    response.headers["Clear-Site-Data"] = '"cookies", "storage"'
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    return response


@routes.get("/me", response_model=Me, responses=responses(Unauthenticated, MissingScope))
async def get_me(request: Request, principal: Myself) -> Response:
    """Who I am, where I work, and what I may do."""
    return answer(request, await _me(request, principal))


@routes.patch("/me", status_code=204, responses=responses(PeopleOnly))
async def change_me(principal: Myself, tx: Writing, body: MeUpdate) -> Response:
    """Choose the language in which I am written to."""
    await service.choose_locale(tx, principal, body.locale)
    return nothing()


def _basic(header: str | None) -> tuple[str, str] | None:
    kind, _, encoded = (header or "").partition(" ")
    if kind.lower() != "basic":
        return None
    try:
        name, _, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return unquote(name), unquote(secret)


@oauth.post(
    "/oauth/token",
    response_model=TokenRead,
    responses=responses(Unauthenticated, ScopeNotGranted),
    dependencies=[Depends(Public("a machine gets its credential here"))],
)
async def issue_token(
    request: Request,
    grant_type: Annotated[str, Form(pattern="^client_credentials$")],
    client_id: Annotated[str | None, Form(max_length=100)] = None,
    client_secret: Annotated[str | None, Form(max_length=200)] = None,
    scope: Annotated[str | None, Form(max_length=2000)] = None,
) -> Response:
    """OAuth2 client credentials (RFC 6749 section 4.4), by HTTP Basic or in the form."""
    name, secret = _basic(request.headers.get("authorization")) or (client_id or "", client_secret or "")
    state = request.app.state
    token = await service.issue_token(state.database, state.settings, name, secret, scope, request.state.request_id)
    return Response(render(token.model_dump()), media_type="application/json")
