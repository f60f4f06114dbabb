"""The first administrator of a district or network: made on the server, as the owner, before anybody can sign in."""

import re
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import asyncpg
from pydantic import TypeAdapter, ValidationError

from alongside.core.clock import day_in, new_id
from alongside.core.fields import Email, Line
from alongside.core.settings import Settings

from .passwords import hash_password

SHORTEST = 15
_SLUG = re.compile(r"[a-z][a-z0-9-]{1,39}")


class NotPossible(Exception):
    """Why the administrator was not made, in words for the terminal."""


def _check(email: str, name: str, password: str, slug: str, kind: str, time_zone: str) -> None:
    try:
        TypeAdapter(Email).validate_python(email)
        TypeAdapter(Line).validate_python(name)
        ZoneInfo(time_zone)
    except ValidationError as wrong:
        raise NotPossible("The e-mail address or the name is not usable") from wrong
    except (ZoneInfoNotFoundError, ValueError) as wrong:
        raise NotPossible("The time zone is not known; America/Chicago is one") from wrong
    if len(password) < SHORTEST:
        raise NotPossible(f"The password needs at least {SHORTEST} characters")
    if not _SLUG.fullmatch(slug):
        raise NotPossible("A slug is lower-case letters, digits and hyphens, beginning with a letter")
    if kind not in ("district", "network"):
        raise NotPossible("The kind is district or network")


async def make_first(
    settings: Settings, email: str, name: str, password: str, slug: str, tenant_name: str, kind: str, time_zone: str
) -> str:
    """Make what is missing of tenant, person and role, in one transaction; what was done, in words.

    Somebody who is known already keeps their password. Raises NotPossible.
    """
    _check(email, name, password, slug, kind, time_zone)
    owner = settings.migration_database_url.get_secret_value()
    if not owner:
        raise NotPossible("Set MIGRATION_DATABASE_URL to the owner's address: only the owner may make a tenant")
    connection = await asyncpg.connect(owner)
    try:
        async with connection.transaction():
            tenant, today = await _tenant(connection, slug, tenant_name, kind, time_zone)
            person = await connection.fetchval("select id from person where lower(email) = lower($1)", email)
            if person is None:
                person = new_id()
                await connection.execute(
                    "insert into person (id, email, name, password_hash) values ($1, $2, $3, $4)",
                    person, email, name, hash_password(password),
                )  # fmt: skip
            await _role(connection, tenant, person, today)
    finally:
        await connection.close()
    return f"{email} is an administrator of {slug}"


async def _tenant(connection: asyncpg.Connection, slug: str, name: str, kind: str, time_zone: str) -> tuple[UUID, date]:
    """The tenant that is meant, made when it is new, and the day it is there."""
    found = await connection.fetchrow("select id, time_zone, pinned_today from tenant where slug = $1", slug)
    if found is not None:
        return found["id"], day_in(found["time_zone"], found["pinned_today"])
    if not name.strip():
        raise NotPossible("It is new: say its name with --tenant-name")
    made = new_id()
    await connection.execute(
        "insert into tenant (id, slug, kind, name, time_zone) values ($1, $2, $3, $4, $5)",
        made, slug, kind, name.strip(), time_zone,
    )  # fmt: skip
    return made, day_in(time_zone, None)


async def _role(connection: asyncpg.Connection, tenant: UUID, person: UUID, today: date) -> None:
    await connection.execute("select set_config('app.tenant_id', $1, true)", str(tenant))
    held = await connection.fetchval(
        "select true from role_assignment where tenant_id = $1 and person_id = $2 and role = 'district_admin' "
        "and (ends_on is null or ends_on >= $3)",
        tenant, person, today,
    )  # fmt: skip
    if held:
        raise NotPossible("This person is an administrator there already")
    await connection.execute(
        "insert into role_assignment (tenant_id, id, person_id, role, scope, starts_on) "
        "values ($1, $2, $3, 'district_admin', 'tenant', $4)",
        tenant, new_id(), person, today - timedelta(days=1),
    )  # fmt: skip
    await connection.execute(
        "insert into log (tenant_id, kind, object_type, object_id, version, changed) "
        "values ($1, 'person.made_administrator', 'person', $2, 1, '{}')",
        tenant, person,
    )  # fmt: skip
