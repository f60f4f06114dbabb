"""The papers of an agreement: a file comes in, and goes out as an attachment that cannot act in a page."""

from uuid import UUID

from fastapi import Request, Response

from alongside.agreements import queries, service
from alongside.agreements.errors import (
    AgreementNotFound,
    DocumentNotFound,
    DocumentRefused,
    DocumentTooLarge,
    NotYourAgreement,
)
from alongside.agreements.schemas import AgreementRead
from alongside.core.http import answer, router
from alongside.core.pictures import PictureRefused
from alongside.core.problems import responses
from alongside.core.scan import FileInfected, ScannerAway
from alongside.core.storage import StorageFull
from alongside.core.upload import BINARY, UPLOAD, Upload, attachment
from alongside.identity.requires import Reading, Version, Writing

from .callers import Drafter, Reader

routes = router("/agreements/{agreement_id}/documents", "agreements")


@routes.post(
    "",
    status_code=201,
    response_model=AgreementRead,
    responses=responses(
        NotYourAgreement,
        AgreementNotFound,
        DocumentTooLarge,
        DocumentRefused,
        FileInfected,
        PictureRefused,
        ScannerAway,
        StorageFull,
    ),
    openapi_extra=UPLOAD,
)
async def add_agreement_document(
    request: Request,
    principal: Drafter,
    paper: Upload,
    tx: Writing,
    agreement_id: UUID,
    version: Version,
) -> Response:
    """Keep a paper with the agreement: PDF, PNG, JPEG or Word, 25 MB at most."""
    made = await service.add_paper(tx, principal, agreement_id, *paper, version)
    address = f"/api/v1/agreements/{agreement_id}/documents/{made['documents'][-1]['id']}"
    return answer(request, made, status=201, location=address)


@routes.get(
    "/{document_id}",
    response_class=Response,
    responses={
        200: {"description": "The file", "content": {"application/octet-stream": {"schema": BINARY}}},
        **responses(DocumentNotFound),
    },
)
async def get_agreement_document(principal: Reader, db: Reading, agreement_id: UUID, document_id: UUID) -> Response:
    """One paper, as an attachment."""
    paper = await queries.get_paper(db, principal, agreement_id, document_id)
    return attachment(paper["name"], paper["media_type"], bytes(paper["content"]))
