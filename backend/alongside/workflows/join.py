"""An organization that is not known yet registers itself: a wish, a link to its mailbox, then its own record.

Whoever asks is told the same whatever is known of the address, and an e-mail goes out every time: nobody learns here
who has an account. The link's secret is made from the installation's key when it is needed and kept nowhere.
"""

import asyncio
import base64
import binascii
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Insert, LargeBinary, Update, bindparam, func, insert, select, update

from alongside.core.clock import new_id
from alongside.core.db import Database, Tx
from alongside.core.errors import wrong
from alongside.core.jobs import enqueue
from alongside.core.mail import Mailer, Message
from alongside.core.record import record
from alongside.core.settings import Settings
from alongside.core.statements import (
    TENANT,
    Query,
    a_day,
    a_key,
    a_text,
    an_instant,
    columns,
    statement,
    table,
)
from alongside.identity.events import RoleGiven
from alongside.identity.models import RoleAssignment
from alongside.identity.passwords import hash_password, verify
from alongside.identity.principal import HeldRole, Principal, TenantSettings
from alongside.identity.queries import all_tenants, get_tenant
from alongside.identity.scopes import Role
from alongside.identity.service import open_session
from alongside.partners import service as partners
from alongside.partners.errors import JoinLinkNotKnown, TooManyRegistrations
from alongside.partners.models import PartnerRegistration
from alongside.partners.schemas import ContactCreate, JoinConfirm, JoinWrite

MAIL: Final = "partners.registration"
"""The job that sends the link."""

HOURS: Final = 48
"""So long a link works."""

FROM_ONE_PLACE: Final = 10
"""So many registrations an hour from one network address."""

TO_ONE_ADDRESS: Final = 3
"""So many e-mails a day to one address; what comes after is answered the same and not sent."""

SHORTEST: Final = 15
"""Characters of a new password, as for the first administrator."""

r = columns(PartnerRegistration)

_WORDS: Final = {
    "en": (
        "Confirm your organization’s e-mail address",
        "Hello {name},\n\n{organization} asked to work with the schools of {district}. Open this link to confirm your "
        "address and to begin your application:\n\n{link}\n\nThe link works once, for two days. If you did not ask "
        "for it, do nothing: without it nothing happens.\n",
    ),
    "es": (
        "Confirme el correo electrónico de su organización",
        "Hola, {name}:\n\n{organization} pidió trabajar con las escuelas de {district}. Abra este enlace para "
        "confirmar su correo y comenzar su solicitud:\n\n{link}\n\nEl enlace funciona una vez, durante dos días. Si "
        "usted no lo pidió, no haga nada: sin el enlace no pasa nada.\n",
    ),
}


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    text: str


def token_of(key: str, tenant_id: UUID, registration_id: UUID) -> str:
    """The secret of a registration's link."""
    body = UUID(str(tenant_id)).bytes + UUID(str(registration_id)).bytes
    seal = hmac.new(key.encode(), b"partners.join" + body, sha256).digest()
    return base64.urlsafe_b64encode(body + seal).decode().rstrip("=")


def read_token(key: str, token: str) -> tuple[UUID, UUID]:
    """The tenant and registration that a secret was made for. Raises JoinLinkNotKnown."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise JoinLinkNotKnown from error
    if len(raw) != 64:
        raise JoinLinkNotKnown
    tenant, registration = UUID(bytes=raw[:16]), UUID(bytes=raw[16:32])
    if not hmac.compare_digest(token_of(key, tenant, registration).encode(), token.encode()):
        raise JoinLinkNotKnown
    return tenant, registration


@statement
def _counted() -> Query:
    since = r.asked_at > an_instant("day_ago")
    hour = r.asked_at > an_instant("hour_ago")
    return select(
        func.count().filter((r.from_hash == bindparam("hash", type_=LargeBinary)) & hour).label("from_here"),
        func.count().filter(func.lower(r.email) == func.lower(a_text("email"))).label("to_there"),
    ).where(r.tenant_id == TENANT, since)


@statement
def _ask() -> Insert:
    return insert(table(PartnerRegistration)).values(
        tenant_id=TENANT, id=a_key("id"), organization=a_text("organization"), org_type=a_text("org_type"),
        name=a_text("name"), email=a_text("email"), locale=a_text("locale"),
        from_hash=bindparam("hash", type_=LargeBinary), asked_at=an_instant("now"),
    )  # fmt: skip


@statement
def _asked(lock: bool) -> Query:
    query = select(*r).where(r.tenant_id == TENANT, r.id == a_key("id"))
    return query.with_for_update() if lock else query


@statement
def _confirm() -> Update:
    return (
        update(table(PartnerRegistration))
        .where(r.tenant_id == TENANT, r.id == a_key("id"))
        .values(confirmed_at=an_instant("now"), partner_id=a_key("partner"))
    )


@statement
def _give_role() -> Insert:
    return insert(table(RoleAssignment)).values(
        tenant_id=TENANT, id=a_key("id"), person_id=a_key("person"), role=a_text("role"), scope=a_text("scope"),
        partner_id=a_key("partner"), starts_on=a_day("day"),
    )  # fmt: skip


async def districts(database: Database) -> list[dict[str, Any]]:
    """Whom an organization can turn to, by name."""
    found = [each for each in await all_tenants(database) if each.kind == "district"]
    return [{"slug": each.slug, "name": each.name} for each in sorted(found, key=lambda each: each.name)]


async def _district(database: Database, slug: str) -> TenantSettings | None:
    return next((each for each in await all_tenants(database) if each.slug == slug and each.kind == "district"), None)


def shows_letters(settings: Settings, tenant: TenantSettings) -> bool:
    """Whether e-mails stay here to be looked at: in a demonstration that has no mail server."""
    return tenant.is_demonstration and not settings.smtp_url.get_secret_value()


async def ask(database: Database, settings: Settings, asked: JoinWrite, address: str) -> dict[str, Any]:
    """Take the wish down and have the link sent. Raises TooManyRegistrations, Unprocessable."""
    tenant = await _district(database, asked.district)
    if tenant is None:
        raise wrong("/district", "unknown_district", "There is no such district here")
    key = settings.secret_key.get_secret_value()
    hashed = hmac.new(key.encode(), b"partners.join.from" + address.encode(), sha256).digest()
    now, registration = tenant.now, new_id()
    async with database.transaction(Principal(tenant=tenant)) as tx:
        counted = await tx.row(
            _counted(), hash=hashed, email=asked.email, hour_ago=now - timedelta(hours=1),
            day_ago=now - timedelta(days=1),
        )  # fmt: skip
        assert counted is not None
        if counted["from_here"] >= FROM_ONE_PLACE:
            raise TooManyRegistrations(retry_after=3600)
        told = {name: getattr(asked, name) for name in ("organization", "org_type", "name", "email", "locale")}
        await tx.note_down(_ask(), id=registration, hash=hashed, now=now, **told)
        if counted["to_there"] < TO_ONE_ADDRESS:
            await enqueue(tx, MAIL, {"tenant": tenant.id, "registration": registration}, key=f"{MAIL}:{registration}")
    return {"asked": True, "letter_id": registration if shows_letters(settings, tenant) else None}


def _letter(settings: Settings, tenant: TenantSettings, row: Any) -> Letter:
    token = token_of(settings.secret_key.get_secret_value(), tenant.id, row["id"])
    subject, text = _WORDS[row["locale"]]
    link = f"{settings.address}/join/confirm#{token}"
    names = {each: " ".join(row[each].split()) for each in ("name", "organization")}
    return Letter(subject, text.format(**names, district=tenant.name, link=link))


async def send(
    database: Database, mailer: Mailer, settings: Settings, tenant: TenantSettings, registration: UUID
) -> None:
    """Send the link, if it still works."""
    row = await database.read(Principal(tenant=tenant)).row(_asked(False), id=registration)
    if row is None or not _works(row, tenant.now):
        return
    letter = _letter(settings, tenant, row)
    await mailer.send(
        Message(
            registration, (tenant.id, registration), row["email"], row["name"], letter.subject, letter.text,
            row["locale"], row["asked_at"], f"{settings.address}/join",
        )
    )  # fmt: skip


async def letter(database: Database, settings: Settings, district: str, registration: UUID) -> dict[str, Any]:
    """The e-mail of a registration, in a demonstration. Raises JoinLinkNotKnown."""
    tenant = await _district(database, district)
    if tenant is None or not shows_letters(settings, tenant):
        raise JoinLinkNotKnown
    row = await database.read(Principal(tenant=tenant)).row(_asked(False), id=registration)
    if row is None or not _works(row, tenant.now):
        raise JoinLinkNotKnown
    made = _letter(settings, tenant, row)
    return {"subject": made.subject, "text": made.text}


def _works(row: Any, now: datetime) -> bool:
    return row["confirmed_at"] is None and now <= row["asked_at"] + timedelta(hours=HOURS)


async def _account(database: Database, email: str) -> Any:
    async with database.connection() as connection:
        return await connection.fetchrow(
            "select id, name, password_hash, is_active from person where lower(email) = lower($1)", email
        )


async def _found(database: Database, settings: Settings, token: str) -> tuple[TenantSettings, Any]:
    tenant_id, registration = read_token(settings.secret_key.get_secret_value(), token)
    tenant = await get_tenant(database, tenant_id)
    if tenant is None:
        raise JoinLinkNotKnown
    row = await database.read(Principal(tenant=tenant)).row(_asked(False), id=registration)
    if row is None or not _works(row, tenant.now):
        raise JoinLinkNotKnown
    return tenant, row


async def look(database: Database, settings: Settings, token: str) -> dict[str, Any]:
    """What a link is for, told to whoever holds it. Raises JoinLinkNotKnown."""
    tenant, row = await _found(database, settings, token)
    account = await _account(database, row["email"])
    told = {name: row[name] for name in ("organization", "name", "email")}
    return {**told, "district": tenant.name, "has_account": account is not None}


async def confirm(database: Database, settings: Settings, body: JoinConfirm) -> tuple[UUID, str]:
    """The address is confirmed: the organization's record, its administrator, and a session; the record's id and the
    cookie. Raises JoinLinkNotKnown, Unprocessable."""
    tenant, row = await _found(database, settings, body.token)
    password = body.password.get_secret_value()
    account = await _account(database, row["email"])
    hashed = None
    if account is not None:
        valid, _ = await verify(password, account["password_hash"])
        if not valid or not account["is_active"]:
            raise wrong("/password", "wrong_password", "This is not the password of your account")
    elif len(password) < SHORTEST:
        raise wrong("/password", "too_short", f"Choose a password of at least {SHORTEST} characters", least=SHORTEST)
    else:
        hashed = await asyncio.to_thread(hash_password, password)
    person_id, partner_id = new_id() if account is None else UUID(str(account["id"])), new_id()
    name = row["name"] if account is None else account["name"]
    own = HeldRole(Role.PARTNER_ADMIN, "partner", partner_id, None, frozenset())
    principal = Principal(tenant=tenant, roles=(own,), person_id=person_id, name=name, email=row["email"])
    async with database.transaction(principal) as tx:
        again = await tx.row(_asked(True), id=row["id"])
        if again is None or not _works(again, tenant.now):
            raise JoinLinkNotKnown
        if hashed is not None:
            await _make_person(tx, principal, row["locale"], hashed)
        await partners.begin(tx, partner_id, row["organization"], row["org_type"])
        role_id = new_id()
        role = {"role": str(Role.PARTNER_ADMIN), "scope": "partner", "partner": partner_id, "person": person_id}
        await tx.run(_give_role(), id=role_id, day=tenant.today, **role)
        told = {"person_id": [None, person_id], "role": [None, role["role"]], "partner_id": [None, partner_id]}
        record(tx, RoleGiven(object_id=role_id, changed=told))
        contact = ContactCreate(kind="primary", name=row["name"], email=row["email"])
        await partners.add_contact(tx, principal, partner_id, contact)
        await tx.run(_confirm(), id=row["id"], now=tenant.now, partner=partner_id)
        cookie = await open_session(tx, settings, principal)
    return partner_id, cookie


async def _make_person(tx: Tx, principal: Principal, locale: str, hashed: str) -> None:
    made = await tx.connection.fetchval(
        "insert into person (id, email, name, password_hash, locale, last_tenant_id) values ($1, $2, $3, $4, $5, $6) "
        "on conflict do nothing returning id",
        principal.person_id, principal.email, principal.name, hashed, locale, principal.tenant_id,
    )  # fmt: skip
    if made is None:
        # somebody confirmed another link of the same address meanwhile: with an account the question is another
        raise wrong("/password", "has_account", "This address has an account by now; use its password")
