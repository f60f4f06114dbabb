"""Whole lists as CSV."""

from typing import Annotated

from fastapi import Request

from alongside.core.http import router
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.requires import caller
from alongside.identity.scopes import Scope

from .download import CsvDownload
from .selections import OBSERVATIONS, SCHOOLS

routes = router("/exports", "exports")

SchoolReader = Annotated[Principal, caller(Scope.SCHOOLS_READ)]
MeasureReader = Annotated[Principal, caller(Scope.MEASURES_READ)]


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
