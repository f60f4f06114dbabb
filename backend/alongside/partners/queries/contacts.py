"""Whom to call at a partner; other partners' people see the public ones."""

from typing import Any
from uuid import UUID

from sqlalchemy import select, true

from alongside.core.db import Executor, Tx
from alongside.core.statements import TENANT, Query, a_key, columns, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.errors import ContactNotFound, PartnerNotFound
from alongside.partners.models import Contact

from .standing import p, sees_in_full, visible_to

c = columns(Contact)

SHOWN = (c.id, c.version, c.kind, c.name, c.title, c.email, c.phone, c.is_public)


@statement
def _contacts(standpoints: frozenset[Standpoint], all_of_them: bool, one: bool) -> Query:
    # the partner comes first, so that one without contacts still answers a row
    return (
        select(*SHOWN)
        .select_from(
            p.id.table.outerjoin(
                c.id.table,
                (c.tenant_id == TENANT)
                & (c.partner_id == p.id)
                & (true() if all_of_them else c.is_public)
                & (c.id == a_key("id") if one else true()),
            )
        )
        .where(visible_to(standpoints), p.id == a_key("partner"))
        .order_by(c.kind != "primary", c.kind, c.name, c.id)
    )


async def find_contacts(db: Executor, principal: Principal, partner_id: UUID) -> list[dict[str, Any]]:
    """All contacts of a partner that this caller may see, or PartnerNotFound."""
    shape = _contacts(principal.standpoints, sees_in_full(principal, partner_id), False)
    rows = await db.rows(shape, **principal.binds, partner=partner_id)
    if not rows:
        raise PartnerNotFound
    return [dict(row) for row in rows if row["id"] is not None]


@statement
def _locked() -> Query:
    return (
        select(*SHOWN)
        .where(c.tenant_id == TENANT, c.partner_id == a_key("partner"), c.id == a_key("id"))
        .with_for_update()
    )


async def lock_contact(tx: Tx, partner_id: UUID, contact_id: UUID) -> dict[str, Any]:
    """A contact of a partner that the caller has locked already, or ContactNotFound."""
    row = await tx.row(_locked(), partner=partner_id, id=contact_id)
    if row is None:
        raise ContactNotFound
    return dict(row)


async def get_contact(db: Executor, principal: Principal, partner_id: UUID, contact_id: UUID) -> dict[str, Any]:
    """One contact of a partner, or PartnerNotFound, or ContactNotFound."""
    shape = _contacts(principal.standpoints, sees_in_full(principal, partner_id), True)
    row = await db.row(shape, **principal.binds, partner=partner_id, id=contact_id)
    if row is None:
        raise PartnerNotFound
    if row["id"] is None:
        raise ContactNotFound
    return dict(row)
