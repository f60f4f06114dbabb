"""A file that comes in with a request, and one that goes out as an attachment that cannot act in a page (SEC-60)."""

import asyncio
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import Depends, Query, Request, Response
from starlette.datastructures import UploadFile

from .errors import wrong
from .files import MOST_BYTES, media_type
from .pictures import drawn_anew, is_picture
from .scan import scan
from .settings import Settings

BINARY: Final[dict[str, Any]] = {"type": "string", "format": "binary"}
UPLOAD: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {"type": "object", "required": ["file"], "properties": {"file": BINARY}},
            },
            "application/octet-stream": {"schema": BINARY},
        },
    }
}
"""How the contract says that an operation takes a file."""

_HEADERS: Final = {"Content-Security-Policy": "sandbox; default-src 'none'", "X-Content-Type-Options": "nosniff"}


async def _read(
    request: Request,
    name: Annotated[str | None, Query(max_length=300, description="The file's name, when the body is the file")] = None,
) -> tuple[str, bytes]:
    """The file of a form, or the body itself."""
    content = await request.body()
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        async with request.form(max_files=1, max_fields=1) as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                raise wrong("/file", "required", "Attach the file as `file`")
            return file.filename or "", await file.read()
    if name is None:
        raise wrong("/name", "required", "Say the file's name with ?name=")
    return name, content


_ONE_AT_A_TIME = asyncio.Semaphore(1)
"""Drawing takes much memory."""


async def _file(request: Request, brought: Annotated[tuple[str, bytes], Depends(_read)]) -> tuple[str, bytes]:
    """A file that was read, that the scanner, where there is one, calls clean, and that is drawn anew where it is a
    picture; all before the transaction opens, so that a slow one holds nothing. Raises PictureRefused."""
    settings: Settings = request.app.state.settings
    name, content = brought
    if settings.scanner:
        await scan(settings.scanner, content)
    kind = media_type(name, content)
    if kind is not None and is_picture(kind) and len(content) <= MOST_BYTES:
        async with _ONE_AT_A_TIME:
            content = await asyncio.to_thread(drawn_anew, kind, content)
    return name, content


Upload = Annotated[tuple[str, bytes], Depends(_file)]
"""The name and the content of the file that a request brings; name it before the transaction."""


def attachment(name: str, media_type: str, content: bytes) -> Response:
    """A file to keep, never to open in the page."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(content, 200, {"Content-Disposition": disposition, **_HEADERS}, media_type)
