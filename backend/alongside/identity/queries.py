"""Reading who a caller is: one message for a session or a machine, roles and tenant settings included."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson

from alongside.core.clock import now
from alongside.core.db import Database

from .credentials import KEY_MARK, TOKEN_MARK, digest, is_well_formed_key
from .memory import Memory
from .principal import HeldRole, Principal, TenantSettings
from .scopes import Role, Scope

_TENANT = """t.id as tenant_id, t.slug, t.name as tenant_name, t.kind, t.time_zone, t.pinned_today,
  t.is_demonstration, t.min_n, t.expiring_window_days, t.school_year_starts_month, t.school_year_starts_day,
  t.revisit_basis, t.revisit_window_days, t.revisits_from, t.has_clause_checklist"""

_ROLES = """
  select coalesce(json_agg(json_build_object('role', r.role, 'scope', r.scope, 'partner_id', r.partner_id,
      'employer_partner_id', r.employer_partner_id, 'school_ids',
      (select coalesce(json_agg(rs.school_id), '[]'::json) from role_school rs
        where rs.tenant_id = r.tenant_id and rs.role_assignment_id = r.id))), '[]'::json) as roles
  from role_assignment r
  where who.scoped is not null and r.tenant_id = who.tenant_id and r.person_id = who.person_id
    and r.starts_on <= who.today and (r.ends_on is null or r.ends_on >= who.today)
  offset 0"""

_TODAY = "coalesce(t.pinned_today, (now() at time zone t.time_zone)::date)"

# The tenant is not known before the session is read, so the same message sets it and then reads the roles
# under the row-level policy: `who` is materialized and the lateral query depends on it.
BY_SESSION = f"""
with who as materialized (
  select s.person_id, s.last_seen_at, p.rights_version as person_rights, t.rights_version as tenant_rights,
         p.name, p.email, {_TENANT}, {_TODAY} as today,
         set_config('app.tenant_id', t.id::text, true) as scoped
  from session s join person p on p.id = s.person_id join tenant t on t.id = s.tenant_id
  where s.token_hash = $1 and p.is_active and s.expires_at > now()
    and s.last_seen_at > now() - make_interval(mins => $2))
select who.*, held.roles from who cross join lateral ({_ROLES}) held"""

BY_PERSON = f"""
with who as materialized (
  select p.id as person_id, null::timestamptz as last_seen_at, p.name, p.email, {_TENANT}, {_TODAY} as today,
         set_config('app.tenant_id', t.id::text, true) as scoped
  from person p join tenant t on t.id = $2
  where p.id = $1 and p.is_active)
select who.*, held.roles from who cross join lateral ({_ROLES}) held"""

BY_TOKEN = f"""
select a.scopes, c.id as credential_id, c.name, c.school_ids, {_TENANT}
from access_token a join api_credential c on c.id = a.credential_id join tenant t on t.id = c.tenant_id
where a.token_hash = $1 and a.expires_at > now() and c.expires_at > now() and c.revoked_at is null"""

BY_KEY = f"""
select c.scopes, c.secret_hash, c.id as credential_id, c.name, c.school_ids, {_TENANT}
from api_credential c join tenant t on t.id = c.tenant_id
where c.prefix = $1 and c.kind = 'key' and c.expires_at > now() and c.revoked_at is null"""


def _settings(row: Mapping[str, Any]) -> TenantSettings:
    return TenantSettings(
        id=row["tenant_id"],
        slug=row["slug"],
        name=row["tenant_name"],
        kind=row["kind"],
        time_zone=row["time_zone"],
        pinned_today=row["pinned_today"],
        is_demonstration=row["is_demonstration"],
        min_n=row["min_n"],
        expiring_window_days=row["expiring_window_days"],
        school_year_starts_month=row["school_year_starts_month"],
        school_year_starts_day=row["school_year_starts_day"],
        revisit_basis=row["revisit_basis"],
        revisit_window_days=row["revisit_window_days"],
        revisits_from=row["revisits_from"],
        has_clause_checklist=row["has_clause_checklist"],
    )


def _key(value: str | None) -> UUID | None:
    return None if value is None else UUID(value)


def _person(row: Mapping[str, Any], session_hash: bytes | None) -> Principal:
    return Principal(
        tenant=_settings(row),
        roles=tuple(
            HeldRole(
                role=Role(held["role"]),
                scope=held["scope"],
                partner_id=_key(held["partner_id"]),
                employer_partner_id=_key(held["employer_partner_id"]),
                school_ids=frozenset(UUID(school) for school in held["school_ids"]),
            )
            for held in orjson.loads(row["roles"])
        ),
        person_id=row["person_id"],
        name=row["name"],
        email=row["email"],
        session_hash=session_hash,
    )


async def find_session(database: Database, memory: Memory, cookie: str, idle_minutes: int) -> Principal | None:
    """Who this cookie belongs to, or None: unknown, idle too long, expired, or somebody switched off."""
    hashed = digest(cookie)
    known = memory.find(hashed)
    if known is not None:
        return known
    async with database.connection() as connection:
        row = await connection.fetchrow(BY_SESSION, hashed, idle_minutes)
        if row is None:
            return None
        if now() - row["last_seen_at"] > timedelta(minutes=1):
            # one write a minute keeps the idle clock without turning every read into a write
            await connection.execute("update session set last_seen_at = now() where token_hash = $1", hashed)
    return memory.keep(_person(row, hashed), row["person_rights"], row["tenant_rights"])


async def get_person(database: Database, person_id: UUID, tenant_id: UUID) -> Principal:
    """A person as they act in a tenant (for sign-in and tenant switch)."""
    async with database.connection() as connection:
        row = await connection.fetchrow(BY_PERSON, person_id, tenant_id)
    return _person(row, None)


async def find_person_by_slug(database: Database, person_id: UUID, slug: str) -> Principal | None:
    """A person as they act in the tenant of this address, or None: no such tenant, or no role there today."""
    async with database.connection() as connection:
        tenant_id = await connection.fetchval("select id from tenant where slug = $1", slug)
    return None if tenant_id is None else await find_person(database, person_id, tenant_id)


MOST_PLACES = 20
"""In so many other tenants a person's work is gathered; nobody was ever seen in more than a handful."""


async def elsewhere(database: Database, principal: Principal) -> list[Principal]:
    """The caller as they act in each other tenant where they hold a role today, by its name.

    Whoever reads there reads as this principal: under that tenant's own row-level security, and no more than a sign-in
    there would show.
    """
    if principal.person_id is None:
        return []
    found: list[Principal] = []
    for place in await find_tenants(database, principal.person_id):
        if place["slug"] == principal.tenant.slug or len(found) == MOST_PLACES:
            continue
        there = await find_person_by_slug(database, principal.person_id, place["slug"])
        if there is not None:
            found.append(there)
    return found


async def all_tenants(database: Database) -> list[TenantSettings]:
    """Every district and network, for the worker."""
    async with database.connection() as connection:
        return [_settings(row) for row in await connection.fetch(f"select {_TENANT} from tenant t order by t.id")]


async def get_tenant(database: Database, tenant_id: UUID) -> TenantSettings | None:
    """One of them, or None when it is gone."""
    async with database.connection() as connection:
        row = await connection.fetchrow(f"select {_TENANT} from tenant t where t.id = $1", tenant_id)
    return None if row is None else _settings(row)


async def find_tenant(database: Database, slug: str) -> TenantSettings | None:
    """One of them by the name that addresses use, or None."""
    async with database.connection() as connection:
        row = await connection.fetchrow(f"select {_TENANT} from tenant t where t.slug = $1", slug)
    return None if row is None else _settings(row)


async def find_person(database: Database, person_id: UUID, tenant_id: UUID) -> Principal | None:
    """A person as they act in a tenant, or None: switched off, or without a role there today."""
    async with database.connection() as connection:
        row = await connection.fetchrow(BY_PERSON, person_id, tenant_id)
    return None if row is None or row["roles"] == "[]" else _person(row, None)


async def find_machine(database: Database, bearer: str) -> Principal | None:
    """Whose access token or API key this is, or None."""
    async with database.connection() as connection:
        if bearer.startswith(TOKEN_MARK):
            row = await connection.fetchrow(BY_TOKEN, digest(bearer))
        elif is_well_formed_key(bearer):
            row = await connection.fetchrow(BY_KEY, bearer[: len(KEY_MARK) + 8])
            if row is not None and row["secret_hash"] != digest(bearer):
                row = None
            if row is not None:
                await connection.execute(
                    "update api_credential set last_used_at = now() where id = $1 "
                    "and (last_used_at is null or last_used_at < now() - interval '1 minute')",
                    row["credential_id"],
                )
        else:
            return None
    if row is None:
        return None
    return Principal(
        tenant=_settings(row),
        name=row["name"],
        credential_id=row["credential_id"],
        machine_scopes=frozenset(Scope(scope) for scope in row["scopes"]),
        machine_schools=frozenset(row["school_ids"]),
    )


async def find_tenants(database: Database, person_id: UUID) -> list[dict[str, Any]]:
    """The tenants in which a person holds a role today, with those roles.

    Roles are tenant rows, so each tenant is asked in its own transaction-local setting; a person works in
    a handful of tenants and an installation has few, so this runs only at sign-in and for `/me`.
    """
    found = []
    async with database.connection() as connection:
        for place in await connection.fetch("select id, slug, name, kind from tenant order by name"):
            row = await connection.fetchrow(BY_PERSON, person_id, place["id"])
            if row is not None and row["roles"] != "[]":
                roles = sorted({held["role"] for held in orjson.loads(row["roles"])})
                found.append({"slug": place["slug"], "name": place["name"], "kind": place["kind"], "roles": roles})
    return found


async def locale_of(database: Database, person_id: UUID) -> str:
    """The language in which a person is written to; asked anew, for it is no right that would be remembered."""
    async with database.connection() as connection:
        locale: str = await connection.fetchval("select locale from person where id = $1", person_id)
    return locale
