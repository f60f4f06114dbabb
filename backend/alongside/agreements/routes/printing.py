"""An agreement on paper: its text and its signing certificate, as PDF."""

from typing import Any, Final
from uuid import UUID

from fastapi import Request, Response

from alongside.agreements import queries
from alongside.agreements.errors import AgreementNotFound, NothingToCertify
from alongside.agreements.schemas import CertificateRead
from alongside.core.http import answer, router
from alongside.core.pdf import ROOT, pdf
from alongside.core.problems import responses
from alongside.core.upload import BINARY, attachment
from alongside.identity.requires import Reading

from .callers import Reader

routes = router("/agreements/{agreement_id}", "agreements")

PRINT: Final = ROOT / "agreements" / "print"
PDF: Final = "application/pdf"
A_PDF: Final[dict[int | str, dict[str, Any]]] = {200: {"description": "The PDF", "content": {PDF: {"schema": BINARY}}}}


@routes.get("/text.pdf", response_class=Response, responses={**A_PDF, **responses(AgreementNotFound)})
async def print_agreement_text(principal: Reader, db: Reading, agreement_id: UUID) -> Response:
    """The agreement as PDF, tagged, with the fingerprint of its text on each page."""
    paper = await queries.text_paper(db, principal, agreement_id)
    made = await pdf(PRINT / "agreement.typ", paper["data"], paper["made_at"])
    return attachment(f"{paper['data']['number']}.pdf", PDF, made)


@routes.get("/certificate", response_model=CertificateRead, responses=responses(AgreementNotFound, NothingToCertify))
async def get_agreement_certificate(request: Request, principal: Reader, db: Reading, agreement_id: UUID) -> Response:
    """The signing certificate: who signed which text, with what authority, when, from where, and each event."""
    return answer(request, await queries.get_certificate(db, principal, agreement_id))


@routes.get(
    "/certificate.pdf", response_class=Response, responses={**A_PDF, **responses(AgreementNotFound, NothingToCertify)}
)
async def print_agreement_certificate(principal: Reader, db: Reading, agreement_id: UUID) -> Response:
    """The signing certificate as PDF, tagged, with the fingerprint of the text on each page."""
    paper = await queries.certificate_paper(db, principal, agreement_id)
    made = await pdf(PRINT / "certificate.typ", paper["data"], paper["made_at"])
    return attachment(f"{paper['data']['number']} certificate.pdf", PDF, made)
