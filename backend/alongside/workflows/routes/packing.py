"""Packs of a partner's record, as requests: made and taken back here, looked into and taken from other districts."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request, Response

from alongside.core.errors import PreconditionFailed, Unprocessable
from alongside.core.http import answer, router
from alongside.core.problems import responses
from alongside.core.upload import BINARY, attachment
from alongside.identity.principal import Principal
from alongside.identity.requires import Reading, Version, Writing, caller
from alongside.identity.scopes import Scope
from alongside.packs import queries
from alongside.packs.errors import (
    NotYourPack,
    PackChanged,
    PackEnded,
    PackExpired,
    PackNotFound,
    PackRevoked,
    PackTooLarge,
)
from alongside.packs.schemas import (
    PackComparison,
    PackCreate,
    PackList,
    PackRead,
    PacksElsewhere,
    PackTake,
    PackTaken,
    Slug,
)
from alongside.partners.errors import EinTaken, PartnerInactive, PartnerNotFound
from alongside.workflows import pack, take_pack, unpack

routes = router("", "packs")

Reader = Annotated[Principal, caller(Scope.PARTNERS_READ)]
"""Whoever may ask; a pack is told only to those who run its organization."""
Carrier = Annotated[Principal, caller(Scope.PACKS_CARRY)]


@routes.get("/partners/{partner_id}/packs", response_model=PackList, responses=responses(PartnerNotFound, NotYourPack))
async def list_packs(request: Request, principal: Reader, db: Reading, partner_id: UUID) -> Response:
    """The packs of a partner's record, and what it took from those of other districts."""
    return answer(request, await pack.list_packs(db, principal, partner_id))


@routes.post(
    "/partners/{partner_id}/packs",
    status_code=201,
    response_model=PackRead,
    responses=responses(PartnerNotFound, NotYourPack, PackTooLarge, Unprocessable),
)
async def make_pack(request: Request, principal: Carrier, tx: Writing, partner_id: UUID, body: PackCreate) -> Response:
    """Pack parts of the record as it stands now, to carry them to another district."""
    made = await pack.make(tx, principal, partner_id, body)
    return answer(request, made, status=201, location=f"/api/v1/packs/{made['id']}")


@routes.get("/packs/elsewhere", response_model=PacksElsewhere)
async def list_packs_elsewhere(request: Request, principal: Reader) -> Response:
    """My packs in the other districts where I run an organization, open today."""
    return answer(request, await unpack.list_elsewhere(request.app.state.database, principal))


@routes.get(
    "/packs/elsewhere/{district}/{pack_id}",
    response_model=PackComparison,
    responses=responses(PackNotFound, PackExpired, PackRevoked, PartnerNotFound, NotYourPack),
)
async def compare_pack(
    request: Request, principal: Reader, district: Slug, pack_id: UUID, partner_id: UUID | None = None
) -> Response:
    """A pack of another district beside what my organization's record says here; told in the pack's log. Without
    `partner_id` the organization is the first that I run here."""
    database = request.app.state.database
    return answer(request, await unpack.compare(database, principal, district, pack_id, partner_id))


async def _bring(
    request: Request, principal: Carrier, district: Slug, pack_id: UUID, body: PackTake
) -> take_pack.Brought:
    """Everything is fetched from the other district before a transaction opens here."""
    return await take_pack.bring(request.app.state.database, principal, district, pack_id, body)


Brought = Annotated[take_pack.Brought, Depends(_bring)]


@routes.post(
    "/packs/elsewhere/{district}/{pack_id}/take",
    response_model=PackTaken,
    responses=responses(
        PackNotFound, PackExpired, PackRevoked, PartnerNotFound, NotYourPack, PackChanged, EinTaken, PartnerInactive,
        Unprocessable,
    ),
)  # fmt: skip
async def take_pack_here(
    request: Request, principal: Carrier, brought: Brought, tx: Writing, body: PackTake
) -> Response:
    """Copy what I chose into my organization's record here: papers to be reviewed, people without clearance."""
    return answer(request, await take_pack.take(tx, principal, brought, body))


@routes.get("/packs/{pack_id}", response_model=PackRead, responses=responses(PackNotFound))
async def get_pack(request: Request, principal: Reader, db: Reading, pack_id: UUID) -> Response:
    """One pack: what is inside in numbers, until when it can be opened, and from where it was."""
    return answer(request, await queries.get(db, principal, pack_id))


@routes.get(
    "/packs/{pack_id}/file",
    response_class=Response,
    responses={
        200: {"description": "The pack as a ZIP file", "content": {"application/zip": {"schema": BINARY}}},
        **responses(PackNotFound, PackExpired, PackRevoked),
    },
)
async def download_pack(request: Request, principal: Reader, pack_id: UUID) -> Response:
    """My own copy of a pack: JSON, with the scans beside it; told in its log."""
    name, content = await pack.download(request.app.state.database, principal, pack_id)
    return attachment(name, "application/zip", content)


@routes.post(
    "/packs/{pack_id}/revoke", response_model=PackRead, responses=responses(PackNotFound, PackEnded, PreconditionFailed)
)
async def revoke_pack(request: Request, principal: Carrier, tx: Writing, pack_id: UUID, version: Version) -> Response:
    """Take a pack back: from now on it cannot be opened."""
    return answer(request, await pack.revoke(tx, principal, pack_id, version))
