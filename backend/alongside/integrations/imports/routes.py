"""The importers over HTTP: the same files, the same mapping, the same report."""

from typing import Annotated

from fastapi import File, Query, Request, Response, UploadFile

from alongside.core.errors import FieldError
from alongside.core.fields import WriteModel
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.core.scan import FileInfected, ScannerAway, scan
from alongside.core.settings import Settings
from alongside.identity.principal import Principal
from alongside.identity.requires import caller
from alongside.identity.scopes import Scope

from .bring import Kind, bring
from .errors import ImportRefused, ImportsWholeDirectories, MappingNotUsable
from .mapping import MappingRefused
from .report import ImportReport
from .service import Wish

routes = router("/imports", "imports")

Importer = Annotated[Principal, caller(Scope.IMPORTS_WRITE)]


class ImportQuery(WriteModel):
    """`dry_run` writes nothing; `allow_partial` takes the good rows of a file with bad ones."""

    dry_run: bool = False
    allow_partial: bool = False


@routes.post(
    "/{kind}",
    response_model=ImportReport,
    responses=responses(ImportRefused, MappingNotUsable, ImportsWholeDirectories, FileInfected, ScannerAway),
)
async def import_file(
    request: Request,
    principal: Importer,
    kind: Kind,
    query: Annotated[ImportQuery, Query()],
    file: Annotated[UploadFile, File(description="The CSV; for a catalogue, its TOML or JSON")],
    mapping: Annotated[UploadFile | None, File(description="Which column means what, in TOML or JSON")] = None,
) -> Response:
    """Bring a file of schools or measures, all or nothing; the same file again changes nothing."""
    if principal.machine_schools:
        raise ImportsWholeDirectories
    said = b"" if mapping is None else await mapping.read()
    settings: Settings = request.app.state.settings
    if settings.scanner:
        await scan(settings.scanner, file.file)
        await scan(settings.scanner, said)
    wish = Wish(is_dry_run=query.dry_run, allow_partial=query.allow_partial)
    try:
        report = await bring(request.app.state.database, principal, kind, file.file, said, wish)
    except MappingRefused as refused:
        raise MappingNotUsable(str(refused)) from refused
    if report.outcome == "refused" and not report.is_dry_run:
        raise ImportRefused(errors=_pointed_at(report), report=report.model_dump(mode="json"))
    return answer(request, report.model_dump())


def _pointed_at(report: ImportReport) -> list[FieldError]:
    """The first errors as a problem document points at them: row and column of the file."""
    return [
        FieldError(f"/file/{error.row or 0}/{error.column or ''}", error.code, error.message)
        for error in report.errors[:50]
    ]
