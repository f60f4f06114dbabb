"""Whom to call at a partner."""

from uuid import UUID

from fastapi import Request, Response

from alongside.core.http import answer, nothing, router
from alongside.core.problems import responses
from alongside.identity.requires import Reading, Version, Writing
from alongside.partners import queries, service
from alongside.partners.errors import ContactNotFound, NotYourPartner, PartnerNotFound
from alongside.partners.schemas import ContactCreate, ContactList, ContactRead, ContactUpdate

from .callers import Keeper, Reader

routes = router("/partners", "partners")


@routes.get("/{partner_id}/contacts", response_model=ContactList, responses=responses(PartnerNotFound))
async def list_partner_contacts(request: Request, principal: Reader, db: Reading, partner_id: UUID) -> Response:
    """Whom to call at a partner."""
    return answer(request, {"items": await queries.find_contacts(db, principal, partner_id)})


@routes.post(
    "/{partner_id}/contacts",
    status_code=201,
    response_model=ContactRead,
    responses=responses(PartnerNotFound, NotYourPartner),
)
async def add_partner_contact(
    request: Request, principal: Keeper, tx: Writing, partner_id: UUID, body: ContactCreate
) -> Response:
    """Name somebody to call, and for what."""
    made = await service.add_contact(tx, principal, partner_id, body)
    return answer(request, made, status=201, location=f"/api/v1/partners/{partner_id}/contacts/{made['id']}")


@routes.get(
    "/{partner_id}/contacts/{contact_id}",
    response_model=ContactRead,
    responses=responses(PartnerNotFound, ContactNotFound),
)
async def get_partner_contact(
    request: Request, principal: Reader, db: Reading, partner_id: UUID, contact_id: UUID
) -> Response:
    """One contact of a partner."""
    return answer(request, await queries.get_contact(db, principal, partner_id, contact_id))


@routes.patch(
    "/{partner_id}/contacts/{contact_id}",
    response_model=ContactRead,
    responses=responses(PartnerNotFound, ContactNotFound, NotYourPartner),
)
async def change_partner_contact(
    request: Request,
    principal: Keeper,
    tx: Writing,
    partner_id: UUID,
    contact_id: UUID,
    body: ContactUpdate,
    version: Version,
) -> Response:
    """Edit a contact."""
    return answer(request, await service.change_contact(tx, principal, partner_id, contact_id, body, version))


@routes.delete(
    "/{partner_id}/contacts/{contact_id}",
    status_code=204,
    responses=responses(PartnerNotFound, ContactNotFound, NotYourPartner),
)
async def remove_partner_contact(
    principal: Keeper, tx: Writing, partner_id: UUID, contact_id: UUID, version: Version
) -> Response:
    """Take a contact off the record."""
    await service.remove_contact(tx, principal, partner_id, contact_id, version)
    return nothing()
