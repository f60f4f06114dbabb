"""Half-sheets: the page that anybody reads, and how staff and partners keep it."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import Depends, Path, Query, Request, Response

from alongside.core.errors import PreconditionFailed, PreconditionRequired, Unprocessable
from alongside.core.http import address_of, answer, router
from alongside.core.pace import Pace
from alongside.core.problems import responses
from alongside.identity.principal import Principal
from alongside.identity.queries import find_tenant
from alongside.identity.requires import Public, Reading, Version, Writing, caller
from alongside.identity.scopes import Scope
from alongside.partners.errors import ProgramIsRetired, ProgramNotFound
from alongside.partnerships.errors import OwnEmployer, PartnershipNotFound, PartnershipOver
from alongside.schools.errors import SchoolNotFound

from . import queries, service
from .errors import (
    DistrictSetting,
    HalfSheetNotFound,
    NotPublic,
    NotShown,
    NotYoursToShow,
    PartnersOwnWord,
    TooManyPages,
    WordsChanged,
)
from .schemas import (
    EntryWrite,
    HalfSheetRead,
    HalfSheetSettingsRead,
    HalfSheetSettingsWrite,
    KeptSheetRead,
    KeptSheetWrite,
    Language,
    ListingRead,
    ListingWrite,
)

routes = router("", "half-sheets")

EVERYBODY = Depends(Public("a family that scans the code has no account; it holds what two sides made public"))
Reader = Annotated[Principal, caller(Scope.PARTNERSHIPS_READ)]
Partner = Annotated[Principal, caller(Scope.PARTNERS_WRITE)]
ProgramReader = Annotated[Principal, caller(Scope.PARTNERS_READ)]
Keeper = Annotated[Principal, caller(Scope.PARTNERSHIPS_WRITE)]
Office = Annotated[Principal, caller(Scope.AGREEMENTS_APPROVE)]
Lang = Annotated[Language, Query(description="The page's language")]
Word = Annotated[str, Path(pattern="^[a-z0-9-]{1,80}$")]

LOOKS: Final = Pace(600, 60)
"""Pages read from one address: a whole school may stand behind it."""
MISSES: Final = Pace(60, 60)
"""Pages that are not there, from one address: whoever walks through names learns little for free."""

_CHECKED: Final = {"Cache-Control": "public, no-cache"}
"""Kept by whoever likes, and asked about each time: what is taken down is gone at once."""


@routes.get(
    "/half-sheets/{district}/{school}",
    response_model=HalfSheetRead,
    responses=responses(HalfSheetNotFound, TooManyPages),
    dependencies=[EVERYBODY],
)
async def get_half_sheet(request: Request, district: Word, school: Word, language: Lang = "en") -> Response:
    """Who can help at a school, as partner and district made it public."""
    place = address_of(request) or ""
    if LOOKS.is_over(place) or MISSES.is_over(place):
        raise TooManyPages
    LOOKS.count(place)
    database, origin = request.app.state.database, request.app.state.settings.address
    tenant = await find_tenant(database, district)
    try:
        if tenant is None:
            raise HalfSheetNotFound
        anybody = Principal(tenant=tenant)
        page = await queries.public_page(database.read(anybody), anybody, school, language, origin)
    except HalfSheetNotFound:
        MISSES.count(place)
        raise
    response = answer(request, page)
    response.headers.update(_CHECKED)
    return response


@routes.get("/programs/{program_id}/half-sheet", response_model=ListingRead, responses=responses(ProgramNotFound))
async def get_program_listing(request: Request, principal: ProgramReader, db: Reading, program_id: UUID) -> Response:
    """What a partner says of a program to everybody."""
    return answer(request, await queries.get_listing(db, principal, program_id))


@routes.put(
    "/programs/{program_id}/half-sheet",
    response_model=ListingRead,
    responses=responses(
        ProgramNotFound, PartnersOwnWord, ProgramIsRetired, PreconditionRequired, PreconditionFailed, Unprocessable
    ),
)
async def put_program_listing(
    request: Request, principal: Partner, tx: Writing, program_id: UUID, body: ListingWrite, version: Version
) -> Response:
    """Say it, make it public, or take it back at once."""
    return answer(request, await service.say(tx, principal, program_id, body, version))


@routes.get("/schools/{school_id}/half-sheet", response_model=KeptSheetRead, responses=responses(SchoolNotFound))
async def get_school_half_sheet(
    request: Request, principal: Reader, db: Reading, school_id: UUID, language: Lang = "en"
) -> Response:
    """A school's page as staff keep it, with every program that is there."""
    origin = request.app.state.settings.address
    return answer(request, await queries.get_sheet(db, principal, school_id, language, origin))


@routes.put(
    "/schools/{school_id}/half-sheet",
    response_model=KeptSheetRead,
    responses=responses(SchoolNotFound, NotYoursToShow, PreconditionRequired, PreconditionFailed, Unprocessable),
)
async def put_school_half_sheet(
    request: Request, principal: Keeper, tx: Writing, school_id: UUID, body: KeptSheetWrite, version: Version
) -> Response:
    """Open or close a school's page, and say whom to ask there."""
    await service.keep_sheet(tx, principal, school_id, body, version)
    origin = request.app.state.settings.address
    return answer(request, await queries.get_sheet(tx, principal, school_id, "en", origin))


@routes.post(
    "/partnerships/{partnership_id}/show-on-half-sheet",
    response_model=KeptSheetRead,
    responses=responses(
        PartnershipNotFound, NotYoursToShow, OwnEmployer, NotPublic, WordsChanged, PartnershipOver, PreconditionFailed,
        Unprocessable,
    ),
)  # fmt: skip
async def show_on_half_sheet(
    request: Request, principal: Keeper, tx: Writing, partnership_id: UUID, body: EntryWrite, version: Version
) -> Response:
    """Put a program on the school's page, with the words that were read."""
    school = await service.show(tx, principal, partnership_id, body, version)
    return answer(request, await queries.get_sheet(tx, principal, school, "en", request.app.state.settings.address))


@routes.post(
    "/partnerships/{partnership_id}/hide-from-half-sheet",
    response_model=KeptSheetRead,
    responses=responses(PartnershipNotFound, NotYoursToShow, NotShown, PreconditionFailed),
)
async def hide_from_half_sheet(
    request: Request, principal: Keeper, tx: Writing, partnership_id: UUID, version: Version
) -> Response:
    """Take a program off the school's page at once."""
    school = await service.hide(tx, principal, partnership_id, version)
    return answer(request, await queries.get_sheet(tx, principal, school, "en", request.app.state.settings.address))


@routes.get("/settings/half-sheets", response_model=HalfSheetSettingsRead)
async def get_half_sheet_settings(request: Request, _principal: Reader, db: Reading) -> Response:
    """Whose word beside the partner's puts a program on a school's page."""
    return answer(request, await queries.get_settings(db))


@routes.put(
    "/settings/half-sheets",
    response_model=HalfSheetSettingsRead,
    responses=responses(DistrictSetting, PreconditionRequired, PreconditionFailed, Unprocessable),
)
async def put_half_sheet_settings(
    request: Request, principal: Office, tx: Writing, body: HalfSheetSettingsWrite, version: Version
) -> Response:
    """Set it for the whole district; what stands on pages stays."""
    return answer(request, await service.set_settings(tx, principal, body, version))
