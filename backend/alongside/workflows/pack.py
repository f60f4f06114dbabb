"""A partner packs its own record: made, downloaded, taken back, each told in the log."""

from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import orjson
from sqlalchemy import Insert, Update, bindparam, func, insert, update

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Database, Executor, Row, Tx
from alongside.core.errors import wrong
from alongside.core.record import record
from alongside.core.statements import TENANT, a_json, a_key, an_instant, columns, statement, table
from alongside.identity.principal import Principal
from alongside.packs import queries, rules
from alongside.packs.errors import NotYourPack, PackEnded, PackExpired, PackRevoked, PackTooLarge
from alongside.packs.events import PackDownloaded, PackMade
from alongside.packs.events import PackRevoked as PackWasRevoked
from alongside.packs.models import Pack
from alongside.packs.schemas import PackCreate
from alongside.papers.queries import get_file
from alongside.partners.queries import get as get_partner
from alongside.partners.queries import lock as lock_partner

from .pack_record import record_of, words_of

k = columns(Pack)
_MADE = ("partner_id", "parts", "sha256", "made_by_id", "expires_on")


@statement
def _make() -> Insert:
    told = {name: bindparam(f"new_{name}", type_=k[name].type) for name in _MADE}
    return insert(table(Pack)).values(
        tenant_id=TENANT, id=a_key("new_id"), content=a_json("content"), made_at=an_instant("now"), **told
    )


@statement
def _revoke() -> Update:
    return (
        update(table(Pack))
        .where(k.tenant_id == TENANT, k.id == a_key("id"))
        .values(
            version=k.version + 1,
            updated_at=func.tenant_now(),
            revoked_at=an_instant("now"),
            revoked_by_id=a_key("person"),
        )
        .returning(k.version)
    )


def check_runs(principal: Principal, partner_id: UUID) -> None:
    """Raise NotYourPack for whoever does not run this organization."""
    if partner_id not in queries.administers(principal):
        raise NotYourPack


async def list_packs(db: Executor, principal: Principal, partner_id: UUID) -> dict[str, Any]:
    """A partner's packs, and what it took from those of other districts. Raises PartnerNotFound, NotYourPack."""
    partner = await get_partner(db, principal, partner_id)
    check_runs(principal, partner_id)
    return {
        "partner": {"id": partner_id, "name": partner["name"]},
        "items": await queries.find(db, principal, partner_id),
        "takings": await queries.takings(db, principal, partner_id),
    }


def _check(principal: Principal, body: PackCreate) -> Any:
    """The last day, once nothing speaks against it. Raises Unprocessable."""
    today = principal.today
    if "checks" in body.parts and "staff" not in body.parts:
        raise wrong("/parts", "checks_need_staff", "Background checks go only with the staff list")
    if "checks" in body.parts and not body.people_agree:
        raise wrong("/people_agree", "required", "Results of background checks go along only when the people agree")
    last = body.expires_on or today + timedelta(days=rules.DAYS)
    if last < today:
        raise wrong("/expires_on", "not_before_today", "Choose today or a later day")
    if last > today + timedelta(days=rules.LONGEST_DAYS):
        most = rules.LONGEST_DAYS
        raise wrong("/expires_on", "too_late", f"A pack can be opened for {most} days at the most", most=most)
    return last


def _codes(content: Mapping[str, Any]) -> set[str]:
    programs = content.get("programs", ())
    return {code for each in programs for name in rules.TERMS for code in each[name]}


async def make(tx: Tx, principal: Principal, partner_id: UUID, body: PackCreate) -> dict[str, Any]:
    """Pack these parts of the record as it stands now. Raises PartnerNotFound, NotYourPack, PackTooLarge,
    Unprocessable."""
    await lock_partner(tx, principal, partner_id)
    check_runs(principal, partner_id)
    last = _check(principal, body)
    written, _ = await record_of(tx, principal, partner_id, principal.today)
    content = rules.packed(written, body.parts, principal.today)
    if not any(content.get(part) for part in ("profile", "programs", "papers", "staff")):
        raise wrong("/parts", "nothing_inside", "There is nothing in these parts that could go along")
    if sum(scan["size"] for each in content.get("papers", ()) for scan in each["documents"]) > rules.MOST_BYTES:
        raise PackTooLarge
    used = _codes(content)
    known = await words_of(tx)
    content["words"] = {code: words[code] for words in known.values() for code in sorted(used & words.keys())}
    pack_id = new_id()
    values: dict[str, Any] = {
        "partner_id": partner_id,
        "parts": [part for part in rules.PARTS if part in body.parts],
        "sha256": sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest(),
        "made_by_id": principal.person_id,
        "expires_on": last,
    }
    told = {f"new_{name}": value for name, value in values.items()}
    await tx.run(_make(), new_id=pack_id, content=content, now=principal.now, **told)
    changed = {name: [None, values[name]] for name in ("partner_id", "parts", "sha256", "expires_on")}
    record(tx, PackMade(object_id=pack_id, changed=changed))
    return await queries.get(tx, principal, pack_id)


async def revoke(tx: Tx, principal: Principal, pack_id: UUID, if_match: IfMatch) -> dict[str, Any]:
    """Take a pack back: from now on nobody opens it. Raises PackNotFound, PackEnded."""
    row = await queries.lock(tx, principal, pack_id)
    check_version(if_match, row["version"])
    state = rules.state_of(row["expires_on"], row["revoked_at"] is not None, principal.today)
    if state != "open":
        raise PackEnded(allowed_moves=queries.moves_of(state))
    version = await tx.value(_revoke(), id=pack_id, now=principal.now, person=principal.person_id)
    record(tx, PackWasRevoked(object_id=pack_id, version=version, changed={"revoked_at": [None, principal.now]}))
    return await queries.get(tx, principal, pack_id)


def refuse_ended(row: Mapping[str, Any] | Row, principal: Principal) -> None:
    """Raise PackExpired or PackRevoked for a pack that cannot be opened today."""
    state = rules.state_of(row["expires_on"], row["revoked_at"] is not None, principal.today)
    if state == "revoked":
        raise PackRevoked
    if state == "expired":
        raise PackExpired


async def download(database: Database, principal: Principal, pack_id: UUID) -> tuple[str, bytes]:
    """The owner's copy: what was packed as JSON and the scans beside it, as one file; its name and content.

    Raises PackNotFound, PackExpired, PackRevoked.
    """
    async with database.transaction(principal) as tx:
        row = await queries.lock(tx, principal, pack_id)
        refuse_ended(row, principal)
        made = BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as kept:
            kept.writestr("pack.json", orjson.dumps(row["content"], option=orjson.OPT_INDENT_2))
            for each in row["content"].get("papers", ()):
                for number, scan in enumerate(each["documents"], 1):
                    file = await get_file(tx, principal, UUID(each["id"]), UUID(scan["id"]))
                    kept.writestr(f"papers/{each['id']}/{number}-{scan['name']}", file["content"], ZIP_STORED)
        record(tx, PackDownloaded(object_id=pack_id, version=row["version"]))
    return f"pack-{row['made_at']:%Y-%m-%d}.zip", made.getvalue()
