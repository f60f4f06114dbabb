"""Whole lists as CSV."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response

from alongside.agreements.schemas import AgreementExport
from alongside.core.http import router
from alongside.core.problems import responses
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.requires import Reading, caller
from alongside.identity.scopes import Scope
from alongside.partners.schemas import PartnerExport
from alongside.partnerships.queries import who_may_enter
from alongside.schools.errors import SchoolNotFound

from .download import CsvDownload
from .files import agreements_file, partners_file
from .lists import MEDIA, Kind, ListDownload
from .selections import OBSERVATIONS, SCHOOLS
from .visitors import as_csv

routes = router("/exports", "exports")

SchoolReader = Annotated[Principal, caller(Scope.SCHOOLS_READ)]
MeasureReader = Annotated[Principal, caller(Scope.MEASURES_READ)]
PartnershipReader = Annotated[Principal, caller(Scope.PARTNERSHIPS_READ)]
AgreementReader = Annotated[Principal, caller(Scope.AGREEMENTS_READ)]
PartnerReader = Annotated[Principal, caller(Scope.PARTNERS_READ)]
FILE: dict[int | str, dict[str, Any]] = {200: {"content": {media: {} for media in MEDIA.values()}}}
CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {}}}}


@routes.get("/schools.csv", response_class=CsvDownload)
async def export_schools(request: Request, principal: SchoolReader) -> CsvDownload:
    """The school directory, streamed."""
    return CsvDownload(request.app.state.database, principal, SCHOOLS, (principal.tenant_id,), "schools.csv")


@routes.get("/observations.csv", response_class=CsvDownload)
async def export_observations(request: Request, principal: MeasureReader) -> CsvDownload:
    """Every observation as you may see it, streamed; small groups are hidden here as everywhere."""
    is_partner = not principal.standpoints - {Standpoint.PARTNER}
    values = (principal.tenant_id, is_partner)
    return CsvDownload(request.app.state.database, principal, OBSERVATIONS, values, "observations.csv")


@routes.get("/who-may-enter.csv", response_class=Response, responses={**CSV, **responses(SchoolNotFound)})
async def export_who_may_enter(
    principal: PartnershipReader,
    db: Reading,
    school: UUID,
    effective_on: Annotated[date | None, Query(description="As of this day; today unless told otherwise")] = None,
) -> Response:
    """The people who may enter a school on a day, for its visitor system."""
    found = await who_may_enter(db, principal, school, effective_on)
    name = f"who-may-enter-{found['effective_on']}.csv"
    return Response(as_csv(found), 200, {"Content-Disposition": f'attachment; filename="{name}"'}, "text/csv")


@routes.get("/agreements.{kind}", response_class=ListDownload, responses=FILE)
async def export_agreements(
    request: Request, principal: AgreementReader, kind: Kind, query: Annotated[AgreementExport, Query()]
) -> ListDownload:
    """The agreements of a question as CSV or workbook: every row that its list would show you."""
    return ListDownload(request.app.state.database, principal, agreements_file(principal, query), kind)


@routes.get("/partners.{kind}", response_class=ListDownload, responses=FILE)
async def export_partners(
    request: Request, principal: PartnerReader, kind: Kind, query: Annotated[PartnerExport, Query()]
) -> ListDownload:
    """The directory as a question narrows it, as CSV or workbook."""
    return ListDownload(request.app.state.database, principal, partners_file(principal, query), kind)
