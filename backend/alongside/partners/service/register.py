"""Registering an organization and keeping its record right."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, Update, bindparam, func, insert, select, update

from alongside.core.clock import day_in, new_id
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.record import Event, difference, record
from alongside.core.statements import TENANT, Query, a_day, a_key, a_text, columns, statement, table
from alongside.identity.principal import Principal
from alongside.partners import queries
from alongside.partners.errors import EinTaken, KeptByOffice, NotYourPartner, OfficeRegisters, PartnerNotFound
from alongside.partners.events import PartnerChanged, PartnerRegistered
from alongside.partners.models import Partner, PartnerFormerName
from alongside.partners.rules import keeps_former_name, kept_from_partner, normalized_name, parse_ein
from alongside.partners.schemas import PartnerCreate, PartnerUpdate

p, f = columns(Partner), columns(PartnerFormerName)
CREATED = (*PartnerCreate.model_fields, "normalized_name")


@statement
def _register() -> Insert:
    told = {name: bindparam(f"new_{name}", type_=p[name].type) for name in CREATED}
    return insert(table(Partner)).values(tenant_id=TENANT, id=a_key("new_id"), **told)


@statement
def _change(names: frozenset[str]) -> Update:
    told = {name: bindparam(f"new_{name}", type_=p[name].type) for name in sorted(names)}
    return (
        update(table(Partner))
        .where(p.tenant_id == TENANT, p.id == a_key("partner"))
        .values(version=p.version + 1, updated_at=func.tenant_now(), **told)
        .returning(p.version)
    )


@statement
def _last_name() -> Query:
    return select(func.max(f.until_on)).where(f.tenant_id == TENANT, f.partner_id == a_key("partner"))


@statement
def _keep_name() -> Insert:
    return insert(table(PartnerFormerName)).values(
        tenant_id=TENANT, id=a_key("id"), partner_id=a_key("partner"), legal_name=a_text("legal_name"),
        normalized_name=a_text("normalized"), until_on=a_day("day"),
    )  # fmt: skip


async def write(tx: Tx, partner_id: UUID, values: Mapping[str, Any]) -> int:
    """Set these columns of a partner that is locked; its new version. Without columns only the version moves."""
    told = {f"new_{name}": value for name, value in values.items()}
    version: int = await tx.value(_change(frozenset(values)), partner=partner_id, **told)
    return version


async def touch(tx: Tx, kind: type[Event], partner_id: UUID, changed: Mapping[str, Any]) -> None:
    """A part of the partner changed: its version moves too, and its history says so."""
    version = await write(tx, partner_id, {})
    record(tx, kind(object_id=partner_id, version=version, changed=changed))


async def register(tx: Tx, principal: Principal, body: PartnerCreate) -> dict[str, Any]:
    """Add an organization as prospective; the answer names those it may be the same as.

    Raises OfficeRegisters, EinTaken, and Unprocessable for a parent or sponsor that is not here.
    """
    partner_id = new_id()
    if not queries.is_office(principal, partner_id):
        raise OfficeRegisters
    values = body.model_dump()
    values["legal_name"] = values["legal_name"] or values["name"]
    values = await _checked(tx, principal, partner_id, values, values)
    await tx.run(_register(), new_id=partner_id, **{f"new_{name}": values[name] for name in CREATED})
    told = {name: [None, value] for name, value in values.items() if value not in (None, [], False)}
    del told["normalized_name"]
    record(tx, PartnerRegistered(object_id=partner_id, changed=told))
    return await queries.get(tx, principal, partner_id)


async def begin(tx: Tx, partner_id: UUID, name: str, org_type: str) -> None:
    """An organization registers itself: its record begins as prospective, with nothing but its name."""
    values: dict[str, Any] = dict.fromkeys(CREATED) | {
        "name": name, "legal_name": name, "org_type": org_type, "normalized_name": normalized_name(name),
        "languages": [], "is_public": False,
    }  # fmt: skip
    await tx.run(_register(), new_id=partner_id, **{f"new_{each}": values[each] for each in CREATED})
    record(tx, PartnerRegistered(object_id=partner_id, changed={"name": [None, name], "org_type": [None, org_type]}))


async def change(
    tx: Tx, principal: Principal, partner_id: UUID, body: PartnerUpdate, if_match: IfMatch
) -> dict[str, Any]:
    """Edit a partner's record.

    Raises NotYourPartner, KeptByOffice, EinTaken, and Unprocessable for a parent or sponsor that is not here.
    """
    row = await queries.lock(tx, principal, partner_id)
    if not queries.may_edit(principal, partner_id):
        raise NotYourPartner
    require_version(if_match, row["version"])
    values = await _checked(tx, principal, partner_id, difference_of(row, body.given()), row)
    changed = difference(row, values)
    if changed:
        kept = kept_from_partner(row["status"]) & changed.keys()
        if kept and not queries.is_office(principal, partner_id):
            raise KeptByOffice(fields=sorted(kept))
        if "legal_name" in changed:
            await _keep_former_name(tx, principal, row)
        version = await write(tx, partner_id, {name: values[name] for name in changed})
        changed.pop("normalized_name", None)
        record(tx, PartnerChanged(object_id=partner_id, version=version, changed=changed))
    return await queries.get(tx, principal, partner_id)


async def _keep_former_name(tx: Tx, principal: Principal, row: Mapping[str, Any]) -> None:
    """What it was called through yesterday; a name of today that is changed today was only mistyped."""
    partner_id, today = row["id"], principal.today
    last: date | None = await tx.value(_last_name(), partner=partner_id)
    begun = day_in(principal.tenant.time_zone, None, row["created_at"])
    if not keeps_former_name(begun, None if last is None else last + timedelta(days=1), today):
        return
    legal_name = row["legal_name"]
    await tx.run(
        _keep_name(), id=new_id(), partner=partner_id, legal_name=legal_name, normalized=normalized_name(legal_name),
        day=today - timedelta(days=1),
    )  # fmt: skip


def difference_of(row: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """What is given and is not so already; checks look only at that."""
    return {name: value for name, value in given.items() if row[name] != value}


async def _checked(
    tx: Tx, principal: Principal, partner_id: UUID, values: dict[str, Any], row: Mapping[str, Any]
) -> dict[str, Any]:
    """The values as they are stored, once nothing speaks against them."""
    if values.get("ein") is not None:
        values["ein"] = parse_ein(values["ein"])
        holder = await queries.find_by_ein(tx, principal, values["ein"])
        if holder is not None and holder["id"] != partner_id:
            # whom the caller may not see is not named, here and in every other refusal
            raise EinTaken(existing={"id": holder["id"], "name": holder["name"]} if holder["is_visible"] else None)
    values = await _with_sponsor(tx, principal, partner_id, values, row)
    for field in ("parent_partner_id", "fiscal_sponsor_id"):
        if values.get(field) is not None:
            await _check_other(tx, principal, partner_id, field, values[field])
    if "name" in values:
        values["normalized_name"] = normalized_name(values["name"])
    return values


async def _with_sponsor(
    tx: Tx, principal: Principal, partner_id: UUID, values: dict[str, Any], row: Mapping[str, Any]
) -> dict[str, Any]:
    """One sponsor only: a record here, or a name and EIN while there is none. The EIN of a record that the caller
    sees is that record; whom the caller may not see stays a name and an EIN for the office to read."""
    if values.get("sponsor_ein") is not None:
        values["sponsor_ein"] = parse_ein(values["sponsor_ein"])
        if values["sponsor_ein"] == values.get("ein", row["ein"]):
            raise wrong("/sponsor_ein", "itself", "An organization is not its own parent or sponsor")
        holder = await queries.find_by_ein(tx, principal, values["sponsor_ein"])
        if holder is not None and holder["is_visible"] and values.get("fiscal_sponsor_id") is None:
            values["fiscal_sponsor_id"] = holder["id"]
    if values.get("fiscal_sponsor_id") is not None:
        return values | {"sponsor_name": None, "sponsor_ein": None}
    named = [name for name in ("sponsor_name", "sponsor_ein") if values.get(name) is not None]
    return values | {"fiscal_sponsor_id": None} if named else values


async def _check_other(tx: Tx, principal: Principal, partner_id: UUID, field: str, other_id: UUID) -> None:
    if other_id == partner_id:
        raise wrong(f"/{field}", "itself", "An organization is not its own parent or sponsor")
    try:
        await queries.get(tx, principal, other_id)
    except PartnerNotFound as missing:
        raise wrong(f"/{field}", "unknown_partner", "There is no such partner here") from missing
