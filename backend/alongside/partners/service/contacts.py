"""Whom to call at a partner: added, changed, removed; the partner's version moves along."""

from typing import Any
from uuid import UUID

from sqlalchemy import Delete, Insert, Update, bindparam, delete, func, insert, update

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.record import difference
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal
from alongside.partners import queries
from alongside.partners.errors import NotYourPartner
from alongside.partners.events import PartnerContactAdded, PartnerContactChanged, PartnerContactRemoved
from alongside.partners.models import Contact
from alongside.partners.schemas import ContactCreate, ContactUpdate

from .register import touch

c = columns(Contact)
TOLD = tuple(ContactCreate.model_fields)


@statement
def _add() -> Insert:
    told = {name: bindparam(f"new_{name}", type_=c[name].type) for name in TOLD}
    return insert(table(Contact)).values(tenant_id=TENANT, id=a_key("new_id"), partner_id=a_key("partner"), **told)


@statement
def _change(names: frozenset[str]) -> Update:
    told = {name: bindparam(f"new_{name}", type_=c[name].type) for name in sorted(names)}
    return (
        update(table(Contact))
        .where(c.tenant_id == TENANT, c.id == a_key("contact"))
        .values(version=c.version + 1, updated_at=func.tenant_now(), **told)
    )


@statement
def _remove() -> Delete:
    return delete(table(Contact)).where(c.tenant_id == TENANT, c.id == a_key("contact"))


async def _lock_partner(tx: Tx, principal: Principal, partner_id: UUID) -> None:
    await queries.lock(tx, principal, partner_id)
    if not queries.may_edit(principal, partner_id):
        raise NotYourPartner


async def add_contact(tx: Tx, principal: Principal, partner_id: UUID, body: ContactCreate) -> dict[str, Any]:
    """Name somebody to call. Raises NotYourPartner."""
    await _lock_partner(tx, principal, partner_id)
    contact_id, values = new_id(), body.model_dump()
    told = {f"new_{name}": value for name, value in values.items()}
    await tx.run(_add(), new_id=contact_id, partner=partner_id, **told)
    changed = {name: [None, value] for name, value in values.items() if value is not None}
    await touch(tx, PartnerContactAdded, partner_id, {"contact_id": [None, contact_id], **changed})
    return await queries.get_contact(tx, principal, partner_id, contact_id)


async def change_contact(
    tx: Tx, principal: Principal, partner_id: UUID, contact_id: UUID, body: ContactUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Edit a contact. Raises NotYourPartner, ContactNotFound."""
    await _lock_partner(tx, principal, partner_id)
    row = await queries.lock_contact(tx, partner_id, contact_id)
    require_version(if_match, row["version"])
    values = body.given()
    changed = difference(row, values)
    if changed:
        told = {f"new_{name}": values[name] for name in changed}
        await tx.run(_change(frozenset(changed)), contact=contact_id, **told)
        of = {"contact_id": [contact_id, contact_id]}
        await touch(tx, PartnerContactChanged, partner_id, {**of, **changed})
    return await queries.get_contact(tx, principal, partner_id, contact_id)


async def remove_contact(tx: Tx, principal: Principal, partner_id: UUID, contact_id: UUID, if_match: IfMatch) -> None:
    """Take a contact off the record. Raises NotYourPartner, ContactNotFound."""
    await _lock_partner(tx, principal, partner_id)
    row = await queries.lock_contact(tx, partner_id, contact_id)
    require_version(if_match, row["version"])
    await tx.run(_remove(), contact=contact_id)
    gone = {name: [row[name], None] for name in ("kind", "name")}
    await touch(tx, PartnerContactRemoved, partner_id, {"contact_id": [contact_id, None], **gone})
