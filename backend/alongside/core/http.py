"""What a route of ours is and how it answers: the route class, the answers, and how a route is found."""

import ipaddress
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping
from contextlib import AsyncExitStack
from inspect import iscoroutinefunction
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response, params
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, APIRouter
from pydantic import BaseModel
from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from .conditional import IfMatch, is_unchanged, read_if_match
from .db import StandingChanged, Tx
from .errors import InvalidParameter, UnknownParameter, UnsupportedMediaType
from .idempotency import Replayed, Stored, claim, fingerprint, keep, read_key
from .paging import Page
from .reading import reader_of
from .render import etag, render

JSON = "application/json"
_JSONS = frozenset({JSON, "application/merge-patch+json"})
_FORMS = frozenset({"multipart/form-data", "application/x-www-form-urlencoded"})
WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def version_asked(request: Request) -> IfMatch:
    """Dependency: what If-Match says."""
    return read_if_match(request.headers.get("if-match"))


def address_of(request: Request) -> str | None:
    """The network address that a request comes from.

    The web server before us tells whom it speaks for in X-Forwarded-For, which it writes itself; it is believed
    from private addresses alone, as the web server believes the proxy before it.
    """
    peer = _ip(request.client.host) if request.client is not None else None
    if peer is None or not peer.is_private:
        return None if peer is None else str(peer)
    told = _ip(request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip())
    return str(told or peer)


def _ip(written: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(written)
    except ValueError:
        return None


def answer(request: Request, body: Mapping[str, Any], *, status: int = 200, location: str | None = None) -> Response:
    """One record, with its strong ETag; 304 when the reader already has this very body."""
    content = render(body)
    tag = etag(int(body.get("version", 0)), content)
    headers = {"ETag": tag}
    if location is not None:
        headers["Location"] = location
    if request.method in ("GET", "HEAD") and is_unchanged(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    return Response(content, status, headers, JSON)


def answer_page(request: Request, page: Page) -> Response:
    """A list: items, next cursor (null ends the walk) and links, in the body and as a Link header."""
    links = {"self": _address(request, None), "next": None}
    headers = {}
    if page.next_cursor is not None:
        links["next"] = _address(request, page.next_cursor)
        headers["Link"] = f'<{links["next"]}>; rel="next"'
    body: dict[str, Any] = {"items": page.items, "next_cursor": page.next_cursor, "links": links}
    if page.total is not None:
        body["total"] = page.total
    content = render(body)
    tag = etag(0, content)
    headers["ETag"] = tag
    if is_unchanged(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    return Response(content, 200, headers, JSON)


def nothing() -> Response:
    """Done, and there is nothing to show."""
    return Response(status_code=204)


def _address(request: Request, cursor: str | None) -> str:
    query = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    if cursor is not None:
        query.append(("cursor", cursor))
    return request.url.path + (f"?{urlencode(query)}" if query else "")


class Endpoint(APIRoute):
    """A route that refuses unknown query parameters and keeps its transaction until the answer is ready.

    A handler's transaction commits, together with the answer kept for an `Idempotency-Key`, before the first
    byte leaves; an error rolls it back.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        inner = _answering(self) or super().get_route_handler()
        known, several = _query_names(self)
        taken = _media_types(self)
        perform = _within_transaction if WRITES & (self.methods or set()) else _as_it_is

        async def handle(request: Request) -> Response:
            if request.scope["query_string"]:
                _refuse_unknown(request, known, several)
            if taken:
                _require(request, taken)
            try:
                return await perform(request, inner)
            except StandingChanged:
                # before anything was written or shown: the caller is looked up anew, once
                request.state.principal = None
                return await perform(request, inner)

        return handle


def _answering(route: APIRoute) -> Callable[[Request], Coroutine[Any, Any, Response]] | None:
    """A handler that is called without FastAPI's solving of its arguments, where they are plain enough."""
    read, handler = reader_of(route.dependant), route.endpoint
    if read is None or not iscoroutinefunction(handler):
        return None

    async def answering(request: Request) -> Response:
        answered: Response = await handler(**await read(request))
        return answered

    return answering


async def _as_it_is(request: Request, inner: Callable[[Request], Coroutine[Any, Any, Response]]) -> Response:
    """A route that only reads opens no transaction; one that tried would find no place to put it."""
    return await inner(request)


async def _within_transaction(request: Request, inner: Callable[[Request], Coroutine[Any, Any, Response]]) -> Response:
    """Run the handler; whatever transaction it opened ends here, before the answer leaves."""
    async with AsyncExitStack() as stack:
        request.state.stack = stack
        request.state.kept = None
        try:
            response = await inner(request)
        except Replayed as replayed:
            return _replay(replayed.stored)
        if request.state.kept is not None and 200 <= response.status_code < 300:
            tx, key, asked = request.state.kept
            headers = {n: response.headers[n] for n in ("etag", "location") if n in response.headers}
            stored = Stored(response.status_code, headers, bytes(response.body))
            await keep(tx, key, request.method, request.url.path, asked, stored)
    return response


async def claim_key(request: Request, tx: Tx) -> None:
    """Honour an `Idempotency-Key` on a POST within its transaction."""
    header = request.headers.get("idempotency-key")
    if header is None or request.method != "POST":
        return
    key = read_key(header)
    asked = fingerprint(request.method, request.url.path, await request.body())
    await claim(tx, key, request.method, request.url.path, asked)
    request.state.kept = (tx, key, asked)


def router(prefix: str, tag: str) -> APIRouter:
    """A feature's router under /api/v1."""
    return APIRouter(
        prefix=f"/api/v1{prefix}", tags=[tag], route_class=Endpoint, generate_unique_id_function=operation_id
    )


def operation_id(route: APIRoute) -> str:
    """The handler's own name, unique in the whole application: generated clients speak our words."""
    return route.name


def _replay(stored: Stored) -> Response:
    headers = {**stored.headers, "Idempotent-Replayed": "true"}
    return Response(stored.body, stored.status, headers, JSON if stored.body else None)


def walk(dependant: Dependant) -> Iterator[Dependant]:
    """A dependency and everything it depends on."""
    yield dependant
    for part in dependant.dependencies:
        yield from walk(part)


def _query_names(route: APIRoute) -> tuple[frozenset[str], frozenset[str]]:
    names: set[str] = set()
    lists: set[str] = set()
    for field in (field for part in walk(route.dependant) for field in part.query_params):
        model = field.field_info.annotation
        if isinstance(model, type) and issubclass(model, BaseModel):
            for name, info in model.model_fields.items():
                names.add(info.alias or name)
                if "list[" in str(info.annotation) or "frozenset[" in str(info.annotation):
                    lists.add(info.alias or name)
        else:
            names.add(field.alias)
    return frozenset(names), frozenset(lists)


def _refuse_unknown(request: Request, known: frozenset[str], several: frozenset[str]) -> None:
    seen: set[str] = set()
    for name, _ in request.query_params.multi_items():
        if name not in known:
            # the name is the caller's own word for a field, not a value; it is cut and shown in full ASCII
            raise UnknownParameter(f"'{ascii(name[:60])[1:-1]}' is not a parameter of this address")
        if name in seen and name not in several:
            raise InvalidParameter(f"'{name}' may be given only once")
        seen.add(name)


def _media_types(route: APIRoute) -> frozenset[str]:
    """What a route's body may be sent as: JSON, or for one that takes a form, a form alone."""
    if route.body_field is None:
        return frozenset()
    return _FORMS if isinstance(route.body_field.field_info, params.Form) else _JSONS


def _require(request: Request, taken: frozenset[str]) -> None:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in taken:
        return
    if not kind and request.headers.get("content-length", "0") == "0" and "transfer-encoding" not in request.headers:
        return
    raise UnsupportedMediaType(f"Send this as {' or '.join(sorted(taken))}")


class Switch:
    """Finds a route among those that share its first word after /api/v1, instead of trying every one in turn."""

    def __init__(self, everything: ASGIApp, routes: Iterable[BaseRoute]) -> None:
        self._everything = everything
        grouped: dict[str, list[BaseRoute]] = {}
        for route in routes:
            if isinstance(route, APIRoute) and route.path.startswith(API):
                grouped.setdefault(_first_word(route.path), []).append(route)
        self._by_word = {word: Router(routes=found, redirect_slashes=False) for word, found in grouped.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(API):
            found = self._by_word.get(_first_word(scope["path"]))
            if found is not None:
                await found.app(scope, receive, send)
                return
        await self._everything(scope, receive, send)


API = "/api/v1/"


def _first_word(path: str) -> str:
    return path[len(API) :].partition("/")[0]
