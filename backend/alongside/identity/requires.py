"""Who may call a route: credential to principal to scope; a route without one of these does not start."""

from typing import Annotated, Any

from fastapi import Depends, Request, Security
from fastapi.routing import APIRoute

from alongside.core.conditional import IfMatch
from alongside.core.db import Database, Read, Tx
from alongside.core.errors import Unauthenticated
from alongside.core.http import WRITES, claim_key, version_asked, walk
from alongside.core.settings import Settings

from . import queries
from .credentials import digest
from .errors import CrossSiteRequest, MissingScope
from .memory import Memory
from .principal import Principal
from .scopes import Scope

COOKIE = "__Host-sid"


def check_same_origin(request: Request, settings: Settings) -> None:
    """Refuse unsafe requests that another site caused (OWASP: Sec-Fetch-Site, else Origin).

    A client that sends neither (curl) must say its Origin when it uses a cookie.
    """
    if request.method not in WRITES:
        return
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site")
    own = origin is not None and origin in settings.origins
    if origin is not None and not own:
        raise CrossSiteRequest
    if site is not None:
        if site == "same-origin" or (site == "none" and own):
            return
        raise CrossSiteRequest
    if not own:
        raise CrossSiteRequest


async def authenticated(request: Request) -> Principal:
    """The caller by bearer credential, else by session cookie; 401 without either.

    With an Authorization header the cookie is ignored, so a page cannot borrow one for the other.
    """
    known: Principal | None = getattr(request.state, "principal", None)
    if known is not None:
        return known
    database: Database = request.app.state.database
    settings: Settings = request.app.state.settings
    authorization = request.headers.get("authorization")
    if authorization is not None:
        kind, _, bearer = authorization.partition(" ")
        principal = None
        if kind.lower() == "bearer":
            principal = await queries.find_machine(database, bearer.strip())
    else:
        cookie = request.cookies.get(COOKIE)
        if cookie is None:
            raise Unauthenticated
        check_same_origin(request, settings)
        memory: Memory = request.app.state.memory
        if not _asks_the_database(request.scope["route"]):
            memory.forget(digest(cookie))
        principal = await queries.find_session(database, memory, cookie, settings.session_idle_minutes)
    if principal is None:
        raise Unauthenticated
    request.state.principal = principal
    return principal


_ASKS: dict[str, bool] = {}


def _asks_the_database(route: APIRoute) -> bool:
    """Whether the route works through an executor, which checks a remembered caller's proof; else look them up."""
    known = _ASKS.get(route.name)
    if known is None:
        known = any(part.call in (_reading, _transaction) for part in walk(route.dependant))
        _ASKS[route.name] = known
    return known


class Requires:
    """A dependency that lets a caller with this scope through; 403 names the missing one."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    async def __call__(self, request: Request) -> Principal:
        principal = await authenticated(request)
        if self.scope not in principal.scopes:
            raise MissingScope(f"This needs the scope {self.scope}", missing_scope=str(self.scope))
        return principal


class Public:
    """Marks a route that asks for no credential; says why, for whoever audits the list."""

    def __init__(self, because: str) -> None:
        self.because = because

    async def __call__(self) -> None:
        return None


def caller(scope: Scope) -> Any:
    """`Reader = Annotated[Principal, caller(Scope.PARTNERS_READ)]`."""
    return Security(Requires(scope), scopes=[scope])


async def _reading(request: Request) -> Read:
    database: Database = request.app.state.database
    return database.read(await authenticated(request))


async def _transaction(request: Request) -> Tx:
    database: Database = request.app.state.database
    principal = await authenticated(request)
    tx: Tx = await request.state.stack.enter_async_context(database.transaction(principal))
    await claim_key(request, tx)
    return tx


Reading = Annotated[Read, Depends(_reading)]
"""An executor for reads, in the caller's tenant."""

Writing = Annotated[Tx, Depends(_transaction)]
"""The request's transaction; name it after the caller, so that 403 comes before a connection is taken."""

Version = Annotated[IfMatch, Depends(version_asked)]
"""What the caller's If-Match says."""
