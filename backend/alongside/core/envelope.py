"""The one pure ASGI layer around the application: request id, standing headers, limits, a log line, the last resort."""

import re
import time
from collections.abc import Mapping
from uuid import uuid4

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .http import WRITES
from .logging import log, request_id
from .problems import problem_response

API_HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Vary": "Cookie, Authorization, Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
}
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{8,128}")


class Envelope:
    """Around everything: request id, standing headers, body limit, admission, a log line, and the last resort."""

    def __init__(self, app: ASGIApp, *, max_body_bytes: int, max_upload_bytes: int, max_in_flight: int) -> None:
        self._app = app
        self._max_body = max_body_bytes
        self._max_upload = max_upload_bytes
        self._max_in_flight = max_in_flight
        self._in_flight = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        identity = _request_identity(scope)
        token = request_id.set(identity)
        scope.setdefault("state", {})["request_id"] = identity
        started = time.perf_counter()
        status = 500
        headers_sent = False

        async def sending(message: Message) -> None:
            nonlocal status, headers_sent
            if message["type"] == "http.response.start":
                status, headers_sent = message["status"], True
                raw = message.setdefault("headers", [])
                present = {name for name, _ in raw}
                raw.extend((name, value) for name, value in _STANDING if name not in present)
                raw.append((b"x-request-id", identity.encode()))
            await send(message)

        try:
            if self._in_flight >= self._max_in_flight and not scope["path"].startswith("/health"):
                await problem_response(503, "service-unavailable", retry_after=1)(scope, receive, sending)
                return
            self._in_flight += 1
            try:
                await self._app(scope, self._limited(scope, receive), sending)
            finally:
                self._in_flight -= 1
        except _TooLarge:
            if not headers_sent:
                await problem_response(413, "body-too-large")(scope, receive, sending)
        except Exception as error:
            log.error("request failed", error=type(error).__name__, where=_where(error))
            if not headers_sent:
                await problem_response(500, "internal-error")(scope, receive, sending)
        finally:
            route = scope.get("route")
            log.info(
                "request",
                method=scope["method"],
                route=getattr(route, "path", "-"),
                status=status,
                milliseconds=round((time.perf_counter() - started) * 1000, 1),
            )
            request_id.reset(token)

    def _limited(self, scope: Scope, receive: Receive) -> Receive:
        if scope["method"] not in WRITES:
            return receive
        # only where papers are kept: everywhere else a large body would be memory spent on what is refused anyway
        most = self._max_upload if scope["path"].endswith("/documents") else self._max_body
        declared = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        if declared.isdigit() and int(declared) > most:
            raise _TooLarge
        total = 0

        async def receiving() -> Message:
            nonlocal total
            message = await receive()
            total += len(message.get("body", b""))
            if total > most:
                raise _TooLarge
            return message

        return receiving


class _TooLarge(BaseException):
    """Passes FastAPI's own body handling, which would turn an Exception into a 400."""


_STANDING = tuple((name.lower().encode(), value.encode()) for name, value in API_HEADERS.items())


def _request_identity(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"x-request-id" and _REQUEST_ID.fullmatch(value):
            return str(value.decode())
    return uuid4().hex


def _where(error: BaseException) -> str:
    """File and line of the fault, never the message: it may hold values."""
    trace = error.__traceback__
    place = "-"
    while trace is not None:
        place = f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
