"""The catalogue of measures, a school's numbers, the intake of aggregates, and what was loaded."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Query, Request, Response

from alongside.core.http import answer, answer_page, router
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, Writing, caller
from alongside.identity.scopes import Scope
from alongside.schools.errors import SchoolNotFound

from . import queries, service
from .errors import BatchNotFound, LooksLikeStudents, MeasureNotFound, ObservationsRefused
from .schemas import (
    BatchCounts,
    BatchFilters,
    BatchPage,
    BatchRead,
    MeasureList,
    ObservationBatchWrite,
    SchoolMeasures,
    SchoolMeasuresQuery,
    StudentCounts,
    StudentCountsQuery,
)

routes = router("", "measures")

Reader = Annotated[Principal, caller(Scope.MEASURES_READ)]
Recorder = Annotated[Principal, caller(Scope.MEASURES_WRITE)]
Importer = Annotated[Principal, caller(Scope.IMPORTS_WRITE)]
MeasureKey = Annotated[str, Path(pattern=r"^[a-z][a-z0-9_]{0,59}$")]


@routes.get("/measures", response_model=MeasureList)
async def list_measures(request: Request, principal: Reader, db: Reading) -> Response:
    """The catalogue of measures that you may see."""
    return answer(request, {"items": await queries.catalogue(db, principal)})


@routes.get("/schools/{school_id}/measures", response_model=SchoolMeasures, responses=responses(SchoolNotFound))
async def list_school_measures(
    request: Request, principal: Reader, db: Reading, school_id: UUID, query: Annotated[SchoolMeasuresQuery, Query()]
) -> Response:
    """A school's measures over the years, beside the district's published values."""
    return answer(request, await queries.of_school(db, principal, school_id, headline=query.headline))


@routes.get("/schools/{school_id}/students", response_model=StudentCounts, responses=responses(SchoolNotFound))
async def count_school_students(
    request: Request, principal: Reader, db: Reading, school_id: UUID, query: Annotated[StudentCountsQuery, Query()]
) -> Response:
    """How many students a school has, by group; small groups are hidden."""
    return answer(request, await queries.count_students(db, principal, school_id, query.period))


@routes.put(
    "/measures/{key}/observations",
    response_model=BatchCounts,
    responses=responses(MeasureNotFound, ObservationsRefused, LooksLikeStudents),
)
async def put_observations(
    request: Request, principal: Recorder, tx: Writing, key: MeasureKey, body: ObservationBatchWrite
) -> Response:
    """Bring up to 5,000 aggregates of one measure: all of them or none; the same again changes nothing."""
    return answer(request, await service.observe(tx, principal, key, body))


@routes.get("/batches", response_model=BatchPage)
async def list_batches(
    request: Request, principal: Importer, db: Reading, query: Annotated[BatchFilters, Query()]
) -> Response:
    """What was loaded, newest first."""
    return answer_page(request, await queries.find_batches(db, query, request.app.state.cursors))


@routes.get("/batches/{batch_id}", response_model=BatchRead, responses=responses(BatchNotFound))
async def get_batch(request: Request, principal: Importer, db: Reading, batch_id: UUID) -> Response:
    """One load of values."""
    return answer(request, await queries.get_batch(db, batch_id))
