"""Papers: handed in with their scans, reviewed, and taken back."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.fields import Day
from alongside.core.http import answer, answer_page, router
from alongside.core.moves import NotYourMove
from alongside.core.pictures import PictureRefused
from alongside.core.problems import responses
from alongside.core.scan import FileInfected, ScannerAway
from alongside.core.storage import StorageFull
from alongside.core.upload import BINARY, UPLOAD, Upload, attachment
from alongside.identity.requires import Reading, Version, Writing
from alongside.papers import queries, service
from alongside.papers.errors import (
    NotYourPapers,
    PaperCannotMove,
    PaperFileNotFound,
    PaperIsFixed,
    PaperNotFound,
    PaperRefused,
    PaperTooLarge,
)
from alongside.papers.schemas import PaperCreate, PaperFilters, PaperPage, PaperRead, PaperReason, PaperUpdate

from .callers import Keeper, Reader, Reviewer

routes = router("/papers", "papers")

HERE = "/api/v1/papers"
_MOVES = responses(PaperNotFound, NotYourMove, PaperCannotMove, PreconditionFailed)


@routes.get("", response_model=PaperPage)
async def list_papers(
    request: Request, principal: Reader, db: Reading, query: Annotated[PaperFilters, Query()]
) -> Response:
    """Papers as they stand on a day."""
    return answer_page(request, await queries.find(db, principal, query, request.app.state.cursors))


@routes.post("", status_code=201, response_model=PaperRead, responses=responses(NotYourPapers, Unprocessable))
async def add_paper(request: Request, principal: Keeper, tx: Writing, body: PaperCreate) -> Response:
    """Begin a paper of a partner; attach its scan and hand it in next."""
    made = await service.add_paper(tx, principal, body)
    return answer(request, made, status=201, location=f"{HERE}/{made['id']}")


@routes.get("/{paper_id}", response_model=PaperRead, responses=responses(PaperNotFound))
async def get_paper(
    request: Request, principal: Reader, db: Reading, paper_id: UUID, effective_on: Day | None = None
) -> Response:
    """One paper as it stands on a day, with the steps open to you today."""
    return answer(request, await queries.get(db, principal, paper_id, effective_on))


@routes.patch(
    "/{paper_id}",
    response_model=PaperRead,
    responses=responses(
        PaperNotFound, NotYourPapers, PaperIsFixed, PreconditionFailed, PreconditionRequired, Unprocessable
    ),
)
async def change_paper(
    request: Request, principal: Keeper, tx: Writing, paper_id: UUID, body: PaperUpdate, version: Version
) -> Response:
    """Edit a paper that is not handed in, or came back (merge patch)."""
    return answer(request, await service.change_paper(tx, principal, paper_id, body, version))


@routes.post(
    "/{paper_id}/documents",
    status_code=201,
    response_model=PaperRead,
    responses=responses(
        PaperNotFound,
        NotYourPapers,
        PaperIsFixed,
        PaperTooLarge,
        PaperRefused,
        FileInfected,
        PictureRefused,
        ScannerAway,
        StorageFull,
    ),
    openapi_extra=UPLOAD,
)
async def add_paper_document(
    request: Request, principal: Keeper, upload: Upload, tx: Writing, paper_id: UUID, version: Version
) -> Response:
    """Attach a scan: PDF, PNG or JPEG, 25 MB at most."""
    made = await service.add_file(tx, principal, paper_id, *upload, version)
    return answer(request, made, status=201, location=f"{HERE}/{paper_id}/documents/{made['documents'][-1]['id']}")


@routes.get(
    "/{paper_id}/documents/{document_id}",
    response_class=Response,
    responses={
        200: {"description": "The file", "content": {"application/octet-stream": {"schema": BINARY}}},
        **responses(PaperFileNotFound),
    },
)
async def get_paper_document(principal: Reader, db: Reading, paper_id: UUID, document_id: UUID) -> Response:
    """One scan, as an attachment."""
    kept = await queries.get_file(db, principal, paper_id, document_id)
    return attachment(kept["name"], kept["media_type"], bytes(kept["content"]))


@routes.post("/{paper_id}/submit", response_model=PaperRead, responses=_MOVES)
async def submit_paper(request: Request, principal: Keeper, tx: Writing, paper_id: UUID, version: Version) -> Response:
    """Hand it in for review."""
    return answer(request, await service.move_paper(tx, principal, paper_id, "submit", None, version))


@routes.post("/{paper_id}/accept", response_model=PaperRead, responses=_MOVES)
async def accept_paper(
    request: Request, principal: Reviewer, tx: Writing, paper_id: UUID, version: Version
) -> Response:
    """Accept it: it counts from today."""
    return answer(request, await service.move_paper(tx, principal, paper_id, "accept", None, version))


@routes.post("/{paper_id}/reject", response_model=PaperRead, responses=_MOVES)
async def reject_paper(
    request: Request, principal: Reviewer, tx: Writing, paper_id: UUID, body: PaperReason, version: Version
) -> Response:
    """Send it back, and say why."""
    return answer(request, await service.move_paper(tx, principal, paper_id, "reject", body.reason, version))


@routes.post("/{paper_id}/withdraw", response_model=PaperRead, responses=_MOVES)
async def withdraw_paper(
    request: Request, principal: Keeper, tx: Writing, paper_id: UUID, body: PaperReason, version: Version
) -> Response:
    """Take it back, and say why: it no longer counts, from today on."""
    return answer(request, await service.move_paper(tx, principal, paper_id, "withdraw", body.reason, version))
