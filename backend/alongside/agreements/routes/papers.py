"""The papers of an agreement: a file comes in, and goes out as an attachment that cannot act in a page."""

from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import Depends, Query, Request, Response
from starlette.datastructures import UploadFile

from alongside.agreements import queries, service
from alongside.agreements.errors import (
    AgreementNotFound,
    DocumentNotFound,
    DocumentRefused,
    DocumentTooLarge,
    NotYourAgreement,
)
from alongside.agreements.schemas import AgreementRead
from alongside.core.errors import wrong
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing

from .callers import Drafter, Reader

routes = router("/agreements/{agreement_id}/documents", "agreements")

_FILE: dict[str, Any] = {"type": "string", "format": "binary"}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {"type": "object", "required": ["file"], "properties": {"file": _FILE}},
            },
            "application/octet-stream": {"schema": _FILE},
        },
    }
}
_HEADERS = {"Content-Security-Policy": "sandbox; default-src 'none'", "X-Content-Type-Options": "nosniff"}

Paper = tuple[str, bytes]


async def _paper(
    request: Request,
    name: Annotated[str | None, Query(max_length=300, description="The file's name, when the body is the file")] = None,
) -> Paper:
    """The file of a form, or the body itself; read before the transaction opens, so that a slow one holds nothing."""
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


@routes.post(
    "",
    status_code=201,
    response_model=AgreementRead,
    responses=responses(NotYourAgreement, AgreementNotFound, DocumentTooLarge, DocumentRefused),
    openapi_extra=_BODY,
)
async def add_agreement_document(
    request: Request,
    principal: Drafter,
    paper: Annotated[Paper, Depends(_paper)],
    tx: Writing,
    agreement_id: UUID,
    version: Version,
) -> Response:
    """Keep a paper with the agreement: PDF, PNG, JPEG or Word, 10 MB at most."""
    made = await service.add_paper(tx, principal, agreement_id, *paper, version)
    address = f"/api/v1/agreements/{agreement_id}/documents/{made['documents'][-1]['id']}"
    return answer(request, made, status=201, location=address)


@routes.get(
    "/{document_id}",
    response_class=Response,
    responses={
        200: {"description": "The file", "content": {"application/octet-stream": {"schema": _FILE}}},
        **responses(DocumentNotFound),
    },
)
async def get_agreement_document(principal: Reader, db: Reading, agreement_id: UUID, document_id: UUID) -> Response:
    """One paper, as an attachment."""
    paper = await queries.get_paper(db, principal, agreement_id, document_id)
    attachment = f"attachment; filename*=UTF-8''{quote(paper['name'], safe='')}"
    headers = {"Content-Disposition": attachment, **_HEADERS}
    return Response(bytes(paper["content"]), 200, headers, paper["media_type"])
