"""Serves the built single-page application: hashed assets for ever, the page itself always fresh."""

from __future__ import annotations

import gzip
import mimetypes
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath

import anyio.to_thread
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.staticfiles import PathLike, StaticFiles
from starlette.types import Receive, Scope, Send

from alongside_local.headers import ASSET_HEADERS

COMPRESSIBLE = frozenset({".css", ".html", ".js", ".json", ".map", ".svg", ".txt", ".webmanifest"})
SMALLEST_WORTH_PACKING = 1024
FOR_EVER = "public, max-age=31536000, immutable"

# Not every system's table knows these.
for kind, suffix in (("text/javascript", ".js"), ("font/woff2", ".woff2"), ("image/svg+xml", ".svg")):
    mimetypes.add_type(kind, suffix)


class Pages(StaticFiles):
    """The build in one folder. Any address that a person could have typed or bookmarked gets index.html."""

    def __init__(self, dist: Path, headers: Mapping[str, str]) -> None:
        super().__init__(directory=dist, check_dir=False)
        self.dist = dist
        self.headers = headers

    async def check_config(self) -> None:
        """The folder may be built after we start."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            response = await super().get_response("index.html" if path == "." else path, scope)
        except HTTPException as refusal:
            response = await self._instead(refusal, path, scope)
        # by name and not by type: a 304 says none, and what it says of a page the browser keeps
        is_asset = response.status_code < 400 and PurePosixPath(path).suffix not in {"", ".html"}
        response.headers.update(ASSET_HEADERS if is_asset else self.headers)
        hashed = path.startswith("assets/") and response.status_code < 400
        response.headers["Cache-Control"] = FOR_EVER if hashed else "no-cache"
        if hashed and "last-modified" in response.headers:
            del response.headers["Last-Modified"]  # what never changes is never asked about
        return response

    async def _instead(self, refusal: HTTPException, path: str, scope: Scope) -> Response:
        if refusal.status_code == 404 and is_navigation(path, scope):
            if (self.dist / "index.html").is_file():
                return await super().get_response("index.html", scope)
            return PlainTextResponse("The frontend is not built: run `make run`.\n", 503)
        return PlainTextResponse(f"{refusal.detail}\n", refusal.status_code, refusal.headers)

    def file_response(
        self, full_path: PathLike, stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        plain = super().file_response(full_path, stat_result, scope, status_code)
        if Path(full_path).suffix not in COMPRESSIBLE:
            return plain
        plain.headers["Vary"] = "Accept-Encoding"
        asked = Headers(scope=scope)
        wants_all_packed = accepts_gzip(asked) and "range" not in asked
        if not (isinstance(plain, FileResponse) and wants_all_packed):
            return plain
        if stat_result.st_size < SMALLEST_WORTH_PACKING:
            return plain
        return Packed(Path(full_path), stat_result.st_mtime_ns, plain)


class Packed(Response):
    """A file sent gzipped; packed once per process and version of the file."""

    def __init__(self, path: Path, modified: int, plain: FileResponse) -> None:
        self.path = path
        self.modified = modified
        kept = ("content-type", "last-modified", "vary")
        super().__init__(headers={name: value for name, value in plain.headers.items() if name in kept})
        self.headers["Content-Encoding"] = "gzip"
        # Not byte for byte the file that the strong tag names, so a weak one.
        self.headers["ETag"] = f"W/{plain.headers['etag']}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await anyio.to_thread.run_sync(packed, self.path, self.modified)
        self.headers["Content-Length"] = str(len(body))
        self.body = b"" if scope["method"] == "HEAD" else body
        await super().__call__(scope, receive, send)


@lru_cache(maxsize=512)
def packed(path: Path, modified: int) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)


def accepts_gzip(headers: Headers) -> bool:
    for offer in headers.get("accept-encoding", "").split(","):
        coding, _, weight = offer.partition(";")
        if coding.strip() == "gzip":
            return weight.replace(" ", "") not in {"q=0", "q=0.0"}
    return False


def is_navigation(path: str, scope: Scope) -> bool:
    """A browser on its way to a page, and not a script or picture that is missing."""
    if path.startswith("assets/") or PurePosixPath(path).suffix:
        return False
    headers = Headers(scope=scope)
    return headers.get("sec-fetch-mode") == "navigate" or "text/html" in headers.get("accept", "")
