"""Signing in and out, switching tenants, and machine tokens."""

import hmac
from datetime import timedelta
from typing import Any
from uuid import UUID

from alongside.core.clock import now
from alongside.core.db import Database, Tx
from alongside.core.errors import Unauthenticated
from alongside.core.record import difference, record
from alongside.core.settings import Settings

from . import queries
from .credentials import digest, new_access_token, new_session_id
from .errors import NoRoleHere, PeopleOnly, ScopeNotGranted, WrongCredentials
from .events import LocaleChosen, SignedIn, SignedOut, TenantSwitched, TokenIssued
from .passwords import verify
from .principal import Principal
from .schemas import Locale, SignIn, TokenRead
from .scopes import Scope


async def sign_in(database: Database, settings: Settings, asked: SignIn) -> tuple[Principal, str]:
    """Check the password, open a session in the tenant asked for (else the last used, else the first).

    Answers the principal and the cookie's value. One answer, in the same time, for an unknown person, a wrong
    password and somebody switched off.
    """
    async with database.connection() as connection:
        person = await connection.fetchrow(
            "select id, password_hash, last_tenant_id from person where lower(email) = lower($1) and is_active",
            asked.email,
        )
    stored = None if person is None else person["password_hash"]
    valid, renewed = await verify(asked.password.get_secret_value(), stored)
    if person is None or not valid:
        raise WrongCredentials
    places = await queries.find_tenants(database, person["id"])
    principal = await _choose(database, person["id"], person["last_tenant_id"], places, asked.tenant)
    async with database.transaction(principal) as tx:
        cookie = await open_session(tx, settings, principal)
        await tx.connection.execute(
            "update person set last_tenant_id = $2, password_hash = coalesce($3, password_hash) where id = $1",
            principal.person_id,
            principal.tenant_id,
            renewed,
        )
        record(tx, SignedIn(object_id=person["id"]))
    return principal, cookie


async def open_session(tx: Tx, settings: Settings, principal: Principal) -> str:
    """A session for somebody whose standing was checked; the cookie's value."""
    cookie = new_session_id()
    await tx.connection.execute(
        "insert into session (token_hash, person_id, tenant_id, expires_at) values ($1, $2, $3, $4)",
        digest(cookie),
        principal.person_id,
        principal.tenant_id,
        now() + timedelta(hours=settings.session_hours),
    )
    return cookie


async def _choose(
    database: Database,
    person_id: UUID,
    last: UUID | None,
    places: list[dict[str, Any]],
    asked: str | None,
) -> Principal:
    slugs = [place["slug"] for place in places]
    if asked is not None and asked not in slugs:
        raise NoRoleHere
    async with database.connection() as connection:
        rows = await connection.fetch("select id, slug from tenant where slug = any($1::text[])", slugs)
    ids = {row["slug"]: row["id"] for row in rows}
    if not ids:
        raise NoRoleHere
    if asked is not None:
        chosen = ids[asked]
    elif last in ids.values():
        chosen = last
    else:
        chosen = ids[slugs[0]]
    return await queries.get_person(database, person_id, chosen)


async def switch_tenant(
    database: Database, settings: Settings, principal: Principal, slug: str
) -> tuple[Principal, str]:
    """Work in another tenant: a new session id (a change of rights), the old one ends."""
    if principal.person_id is None or principal.session_hash is None:
        raise NoRoleHere
    places = await queries.find_tenants(database, principal.person_id)
    chosen = await _choose(database, principal.person_id, None, places, slug)
    cookie = new_session_id()
    async with database.transaction(chosen) as tx:
        await tx.connection.execute(
            "update session set token_hash = $2, tenant_id = $3, last_seen_at = now() where token_hash = $1",
            principal.session_hash,
            digest(cookie),
            chosen.tenant_id,
        )
        await tx.connection.execute(
            "update person set last_tenant_id = $2 where id = $1", chosen.person_id, chosen.tenant_id
        )
        record(tx, TenantSwitched(object_id=principal.person_id))
    return chosen, cookie


async def sign_out(database: Database, principal: Principal) -> None:
    """End the session on the server, whatever the browser keeps."""
    async with database.transaction(principal) as tx:
        await tx.connection.execute("delete from session where token_hash = $1", principal.session_hash)
        if principal.person_id is not None:
            record(tx, SignedOut(object_id=principal.person_id))


async def choose_locale(tx: Tx, principal: Principal, locale: Locale) -> None:
    """The language in which the caller is written to, in every tenant. Raises PeopleOnly."""
    if principal.person_id is None:
        raise PeopleOnly
    before = await tx.connection.fetchval("select locale from person where id = $1 for update", principal.person_id)
    if before == locale:
        return
    await tx.connection.execute("update person set locale = $2 where id = $1", principal.person_id, locale)
    changed = difference({"locale": before}, {"locale": locale})
    record(tx, LocaleChosen(object_id=principal.person_id, changed=changed))


class _Machine:
    """The caller of a token request, before it has a token."""

    def __init__(self, tenant_id: UUID, credential_id: UUID, request_id: str | None) -> None:
        self.tenant_id, self.credential_id, self.request_id = tenant_id, credential_id, request_id
        self.person_id: UUID | None = None
        self.unhidden_schools: frozenset[UUID] = frozenset()
        self.now = now()
        self.proof = None


async def issue_token(
    database: Database,
    settings: Settings,
    client_id: str,
    client_secret: str,
    wanted: str | None,
    request_id: str | None,
) -> TokenRead:
    """OAuth2 client credentials: an opaque token with the client's scopes, or the fewer it asks for."""
    async with database.connection() as connection:
        row = await connection.fetchrow(
            "select id, tenant_id, secret_hash, scopes from api_credential "
            "where prefix = $1 and kind = 'client' and revoked_at is null and expires_at > now()",
            client_id,
        )
    if row is None or not hmac.compare_digest(row["secret_hash"], digest(client_secret)):
        raise Unauthenticated("The client is not known or its secret is wrong")
    held = frozenset(row["scopes"])
    scopes = held if not wanted else frozenset(wanted.split())
    if not scopes <= held or not scopes <= {str(scope) for scope in Scope}:
        raise ScopeNotGranted
    token = new_access_token()
    lifetime = timedelta(minutes=settings.access_token_minutes)
    async with database.transaction(_Machine(row["tenant_id"], row["id"], request_id)) as tx:
        await tx.connection.execute(
            "insert into access_token (token_hash, credential_id, scopes, expires_at) values ($1, $2, $3, $4)",
            digest(token),
            row["id"],
            sorted(scopes),
            now() + lifetime,
        )
        record(tx, TokenIssued(object_id=row["id"]))
    return TokenRead(
        access_token=token,
        token_type="Bearer",
        expires_in=int(lifetime.total_seconds()),
        scope=" ".join(sorted(scopes)),
    )
