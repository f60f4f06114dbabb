"""A person's calendar address: made, made anew (the one before ends), revoked, read."""

import base64
import binascii
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Delete, Insert, Update, bindparam, delete, func, or_, select, update
from sqlalchemy import LargeBinary as Bytes
from sqlalchemy.dialects.postgresql import insert as insert_new

from alongside.core.clock import now
from alongside.core.db import Database, Tx
from alongside.core.record import record
from alongside.core.statements import TENANT, Query, a_key, an_instant, columns, statement, table
from alongside.identity.errors import PeopleOnly
from alongside.identity.principal import Principal
from alongside.identity.queries import find_person, get_tenant
from alongside.notices import queries
from alongside.notices.errors import CalendarNotFound
from alongside.notices.events import CalendarFeedMade, CalendarFeedRevoked
from alongside.notices.models import CalendarFeed

f = columns(CalendarFeed)
UNGUESSABLE: Final = 32
"""Bytes of chance in an address: 256 bits."""

_HASH = bindparam("hash", type_=Bytes)


@statement
def _make() -> Insert:
    values = {"token_hash": _HASH, "created_at": an_instant("now"), "last_read_at": None}
    return (
        insert_new(table(CalendarFeed))
        .values(tenant_id=TENANT, person_id=a_key("me"), **values)
        .on_conflict_do_update(index_elements=["tenant_id", "person_id"], set_=values)
    )


@statement
def _revoke() -> Delete:
    return delete(table(CalendarFeed)).where(f.tenant_id == TENANT, f.person_id == a_key("me"))


@statement
def _whose() -> Query:
    return select(f.person_id).where(f.tenant_id == TENANT, f.token_hash == _HASH)


@statement
def _was_read() -> Update:
    hour = func.tenant_now() - timedelta(hours=1)
    return (
        update(table(CalendarFeed))
        .where(f.tenant_id == TENANT, f.token_hash == _HASH, or_(f.last_read_at.is_(None), f.last_read_at < hour))
        .values(last_read_at=func.tenant_now())
    )


def secret_for(tenant_id: UUID) -> str:
    """A new secret: which tenant (no secret, but needed to look the rest up under its policy), and chance."""
    raw = UUID(str(tenant_id)).bytes + secrets.token_bytes(UNGUESSABLE)
    return base64.urlsafe_b64encode(raw).decode()


def _tenant_in(secret: str) -> UUID:
    try:
        raw = base64.b64decode(secret, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise CalendarNotFound from error
    if len(raw) != 16 + UNGUESSABLE:
        raise CalendarNotFound
    return UUID(bytes=raw[:16])


def _hash(secret: str) -> bytes:
    return sha256(secret.encode()).digest()


async def make_feed(database: Database, principal: Principal, address: str) -> dict[str, Any]:
    """A new address, shown this once; one that was there before ends. Raises PeopleOnly."""
    if principal.person_id is None:
        raise PeopleOnly
    secret = secret_for(principal.tenant_id)
    async with database.transaction(principal) as tx:
        await tx.run(_make(), me=principal.person_id, hash=_hash(secret), now=principal.now)
        record(tx, CalendarFeedMade(object_id=principal.person_id))
    return {"url": f"{address}/api/v1/calendar/{secret}.ics", "created_at": principal.now}


async def revoke_feed(tx: Tx, principal: Principal) -> None:
    """End the caller's address, if there is one."""
    if await tx.note_down(_revoke(), me=principal.person_id) and principal.person_id is not None:
        record(tx, CalendarFeedRevoked(object_id=principal.person_id))


@dataclass(frozen=True, slots=True)
class _Nobody:
    """A caller of whom only the tenant is known: it may look a secret up, under that tenant's policy."""

    tenant_id: UUID
    now: datetime
    person_id: None = None
    credential_id: None = None
    request_id: None = None
    unhidden_schools: frozenset[UUID] = frozenset()
    proof: None = None


async def read_feed(database: Database, secret: str, address: str) -> bytes:
    """The calendar behind a secret, as its person sees the tenant today. Raises CalendarNotFound for a secret that
    is unknown or revoked, and for somebody who has left: which of these is not said."""
    tenant_id = _tenant_in(secret)
    if await get_tenant(database, tenant_id) is None:
        raise CalendarNotFound
    async with database.transaction(_Nobody(tenant_id, now())) as tx:
        person_id = await tx.value(_whose(), hash=_hash(secret))
        if person_id is None:
            raise CalendarNotFound
        await tx.note_down(_was_read(), hash=_hash(secret))
    principal = await find_person(database, person_id, tenant_id)
    if principal is None:
        raise CalendarNotFound
    return await queries.calendar_of(database.read(principal), principal, address)
