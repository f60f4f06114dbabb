"""An office's own spreadsheet over HTTP."""

import asyncio
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query, Request, Response

from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.http import answer, answer_page, nothing, router
from alongside.core.problems import responses
from alongside.core.scan import FileInfected, ScannerAway
from alongside.core.storage import StorageFull
from alongside.core.upload import BINARY, UPLOAD, Upload, attachment
from alongside.identity.errors import MissingScope
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, Version, Writing, caller
from alongside.identity.schemas import Locale
from alongside.identity.scopes import Scope
from alongside.schools.queries import school_names

from . import download, queries, service
from .errors import (
    SpreadsheetCannotMove,
    SpreadsheetNotFound,
    SpreadsheetOutdated,
    SpreadsheetRefused,
)
from .example import untidy_workbook
from .schemas import (
    Decisions,
    Matching,
    ProblemFilters,
    ProblemPage,
    SpreadsheetFilters,
    SpreadsheetPage,
    SpreadsheetRead,
)

routes = router("/spreadsheets", "spreadsheets")

Importer = Annotated[Principal, caller(Scope.IMPORTS_WRITE)]
EXAMPLE = 200
FILE = {"content": {"application/octet-stream": {"schema": BINARY}}, "description": "The file"}
LATER: dict[int | str, dict[str, Any]] = {
    202: {"model": SpreadsheetRead, "description": "The worker does it: ask for the spreadsheet until `work` is gone"}
}
_ONE_AT_A_TIME = asyncio.Semaphore(1)


async def _whole_district(principal: Importer) -> Principal:
    """Whoever is limited to some schools brings no partners."""
    if principal.machine_schools:
        raise MissingScope("A client that is limited to some schools cannot bring files")
    return principal


async def _opened(upload: Upload) -> service.Opened:
    """The file, read away from whoever serves others, one after the other; before the transaction opens."""
    async with _ONE_AT_A_TIME:
        return await asyncio.to_thread(service.open_file, *upload)


def _taken(request: Request, spreadsheet: dict[str, Any]) -> Response:
    """A step's answer: done, or the worker's."""
    return answer(request, spreadsheet, status=202 if queries.is_worked_on(spreadsheet) else 200)


Office = Annotated[Principal, Depends(_whole_district)]
Opened = Annotated[service.Opened, Depends(_opened)]


@routes.get("", response_model=SpreadsheetPage)
async def list_spreadsheets(
    request: Request, principal: Importer, db: Reading, query: Annotated[SpreadsheetFilters, Query()]
) -> Response:
    """The files that were brought, the newest first."""
    return answer_page(request, await queries.find(db, query, request.app.state.cursors))


@routes.post(
    "",
    status_code=201,
    response_model=SpreadsheetRead,
    responses=responses(SpreadsheetRefused, Unprocessable, FileInfected, ScannerAway, StorageFull),
    openapi_extra=UPLOAD,
)
async def upload_spreadsheet(
    request: Request, principal: Importer, office: Office, opened: Opened, tx: Writing
) -> Response:
    """Bring an Excel workbook or CSV of partners, contacts, programs and agreements, 10 MB at most."""
    made = await service.upload(tx, office, opened)
    return answer(request, made, status=201, location=f"/api/v1/spreadsheets/{made['id']}")


@routes.get("/example", response_class=Response, responses={200: FILE})
async def download_example_spreadsheet(principal: Importer, db: Reading) -> Response:
    """An untidy example to try: invented partners at schools of the district."""
    _, called = await school_names(db)
    schools = sorted(each["name"] for each in called.values() if each["status"] == "active")[:12]
    content = await asyncio.to_thread(untidy_workbook, schools, EXAMPLE)
    return attachment("example-partners.xlsx", download.XLSX, content)


@routes.get("/{spreadsheet_id}", response_model=SpreadsheetRead, responses=responses(SpreadsheetNotFound))
async def get_spreadsheet(request: Request, principal: Importer, db: Reading, spreadsheet_id: UUID) -> Response:
    """One file: its columns, how they are matched, and what the last check found."""
    return answer(request, await queries.get(db, spreadsheet_id))


@routes.put(
    "/{spreadsheet_id}/matching",
    response_model=SpreadsheetRead,
    responses=responses(
        SpreadsheetNotFound, SpreadsheetCannotMove, Unprocessable, PreconditionFailed, PreconditionRequired
    ),
)
async def match_spreadsheet(
    request: Request, principal: Importer, tx: Writing, spreadsheet_id: UUID, body: Matching, version: Version
) -> Response:
    """Say what the columns stand for; another row of column names proposes its columns anew."""
    return answer(request, await service.match(tx, principal, spreadsheet_id, body, version))


@routes.post(
    "/{spreadsheet_id}/check",
    response_model=SpreadsheetRead,
    responses=LATER | responses(SpreadsheetNotFound, SpreadsheetCannotMove, PreconditionFailed),
)
async def check_spreadsheet(
    request: Request, principal: Importer, tx: Writing, spreadsheet_id: UUID, version: Version
) -> Response:
    """Find out what would be new, changed, unchanged and refused; nothing is written yet."""
    return _taken(request, await service.check(tx, principal, spreadsheet_id, version))


@routes.put(
    "/{spreadsheet_id}/decisions",
    response_model=SpreadsheetRead,
    responses=LATER
    | responses(SpreadsheetNotFound, SpreadsheetCannotMove, Unprocessable, PreconditionFailed, PreconditionRequired),
)
async def decide_spreadsheet(
    request: Request, principal: Importer, tx: Writing, spreadsheet_id: UUID, body: Decisions, version: Version
) -> Response:
    """Say which organizations are the same; then everything is checked again."""
    return _taken(request, await service.decide(tx, principal, spreadsheet_id, body, version))


@routes.post(
    "/{spreadsheet_id}/commit",
    response_model=SpreadsheetRead,
    responses=LATER
    | responses(SpreadsheetNotFound, SpreadsheetCannotMove, SpreadsheetOutdated, MissingScope, PreconditionFailed),
)
async def commit_spreadsheet(
    request: Request, principal: Importer, tx: Writing, spreadsheet_id: UUID, version: Version
) -> Response:
    """Write what the check found, all of it or nothing; refused rows are left out."""
    return _taken(request, await service.take_in(tx, principal, spreadsheet_id, version))


@routes.get("/{spreadsheet_id}/problems", response_model=ProblemPage, responses=responses(SpreadsheetNotFound))
async def list_spreadsheet_problems(
    request: Request,
    principal: Importer,
    db: Reading,
    spreadsheet_id: UUID,
    query: Annotated[ProblemFilters, Query()],
) -> Response:
    """What is wrong, row by row."""
    return answer_page(request, await queries.find_problems(db, spreadsheet_id, query, request.app.state.cursors))


@routes.get(
    "/{spreadsheet_id}/problems/{kind}",
    response_class=Response,
    responses={200: FILE, **responses(SpreadsheetNotFound)},
)
async def download_spreadsheet_problems(
    principal: Importer,
    db: Reading,
    spreadsheet_id: UUID,
    kind: download.Kind,
    language: Annotated[Locale, Query(description="The language of the reasons")] = "en",
) -> Response:
    """The rows that something is wrong with, as given and with the reasons, as CSV or XLSX."""
    spreadsheet = await queries.fetch(db, spreadsheet_id)
    rows = await queries.rows_of(db, spreadsheet_id)
    table = download.problem_rows(spreadsheet, rows, await queries.problems_of(db, spreadsheet_id), language)
    content = await asyncio.to_thread(download.write, table, kind)
    return attachment(f"what-is-wrong.{kind}", download.MEDIA[kind], content)


@routes.delete(
    "/{spreadsheet_id}",
    status_code=204,
    responses=responses(SpreadsheetNotFound, SpreadsheetCannotMove, PreconditionFailed, PreconditionRequired),
)
async def abandon_spreadsheet(principal: Importer, tx: Writing, spreadsheet_id: UUID, version: Version) -> Response:
    """Give a file up; its rows are deleted."""
    await service.abandon(tx, principal, spreadsheet_id, version)
    return nothing()
