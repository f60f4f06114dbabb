"""Passes requests on to the API and its answers back, as they come, with nothing held in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from typing import Final

import httpx
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, StreamingResponse
from starlette.types import Receive, Scope, Send

HOP_BY_HOP: Final = frozenset(
    {
        b"connection",
        b"keep-alive",
        b"proxy-authenticate",
        b"proxy-authorization",
        b"proxy-connection",
        b"te",
        b"trailer",
        b"transfer-encoding",
        b"upgrade",
    }
)
#: What a client says about who it is and how it came; only we know, so its word is dropped.
NOT_THE_CLIENTS_TO_SAY: Final = frozenset(
    {
        b"forwarded",
        b"x-forwarded-for",
        b"x-forwarded-host",
        b"x-forwarded-port",
        b"x-forwarded-prefix",
        b"x-forwarded-proto",
        b"x-real-ip",
    }
)
TIMEOUTS: Final = {"connect": 5.0, "read": 75.0, "write": 75.0, "pool": 5.0}

Header = tuple[bytes, bytes]


class Proxy:
    """An ASGI application in front of the API at one address."""

    def __init__(self, api: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self.api = httpx.URL(api)
        # The transport alone, not a client: a client keeps cookies, and would hand one person's to the next.
        self.transport = transport or httpx.AsyncHTTPTransport(
            limits=httpx.Limits(max_connections=200, max_keepalive_connections=50, keepalive_expiry=3.0)
        )

    async def aclose(self) -> None:
        await self.transport.aclose()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            answer = await self.transport.handle_async_request(self._onward(Request(scope, receive)))
        except ClientDisconnect:
            return
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            await problem(503, "The API cannot be reached", "Try again in a moment.")(scope, receive, send)
            return
        except httpx.ReadTimeout:
            await problem(504, "The API did not answer in time", "Try again.")(scope, receive, send)
            return
        except httpx.TransportError:
            await problem(502, "The API broke off the connection", "Try again.")(scope, receive, send)
            return
        try:
            back = StreamingResponse(chunks(answer), answer.status_code)
            # Our own server stamps the date, and says no name.
            back.raw_headers = [pair for pair in end_to_end(answer.headers.raw) if pair[0] not in {b"date", b"server"}]
            await back(scope, receive, send)
        finally:
            await answer.aclose()

    def _onward(self, request: Request) -> httpx.Request:
        scope = request.scope
        target = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
        headers = [
            (name, value)
            for name, value in end_to_end(scope["headers"])
            if name not in NOT_THE_CLIENTS_TO_SAY and name != b"expect"
        ]
        if scope.get("client"):
            headers.append((b"x-forwarded-for", scope["client"][0].encode()))
        headers.append((b"x-forwarded-proto", scope["scheme"].encode()))
        headers.append((b"x-forwarded-host", request.headers.get("host", "").encode()))
        has_body = "transfer-encoding" in request.headers or request.headers.get("content-length", "0") != "0"
        return httpx.Request(
            request.method,
            self.api.copy_with(raw_path=target),
            headers=headers,
            content=request.stream() if has_body else None,
            extensions={"timeout": TIMEOUTS},
        )


def end_to_end(headers: Iterable[Header]) -> list[Header]:
    """The headers that are meant for the other end and not for one connection."""
    lowered = [(name.lower(), value) for name, value in headers]
    named = {option.strip().lower() for name, value in lowered if name == b"connection" for option in value.split(b",")}
    return [(name, value) for name, value in lowered if name not in HOP_BY_HOP and name not in named]


async def chunks(answer: httpx.Response) -> AsyncIterator[bytes]:
    """The body as it comes, still in its content coding; an error in its midst is the client's to see too."""
    assert isinstance(answer.stream, httpx.AsyncByteStream)
    async for chunk in answer.stream:
        yield chunk


def problem(status: int, title: str, detail: str) -> JSONResponse:
    return JSONResponse(
        {"type": "about:blank", "title": title, "status": status, "detail": detail},
        status,
        {"Cache-Control": "no-store"} | ({"Retry-After": "1"} if status == 503 else {}),
        media_type="application/problem+json",
    )
