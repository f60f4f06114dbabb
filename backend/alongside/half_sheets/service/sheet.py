"""A school's page: opened and closed, and what stands on it."""

from typing import Any
from uuid import UUID

from sqlalchemy import Delete, Insert, Update, bindparam, delete, func, literal_column, update
from sqlalchemy.dialects.postgresql import insert as upsert

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import PreconditionFailed, wrong
from alongside.core.record import Event, difference, record
from alongside.core.statements import TENANT, a_key, a_text, columns, statement, table
from alongside.half_sheets import queries, rules
from alongside.half_sheets.errors import NotPublic, NotShown, NotYoursToShow, WordsChanged
from alongside.half_sheets.events import (
    HalfSheetChanged,
    HalfSheetClosed,
    HalfSheetOpened,
    HiddenFromHalfSheet,
    ShownOnHalfSheet,
)
from alongside.half_sheets.models import HalfSheet, HalfSheetEntry
from alongside.half_sheets.schemas import EntryWrite, KeptSheetWrite
from alongside.identity.principal import Principal
from alongside.partners.queries import get_program
from alongside.partnerships import queries as partnerships
from alongside.partnerships.errors import OwnEmployer, PartnershipOver
from alongside.partnerships.rules import OVER
from alongside.schools.queries import get as get_school

hs, en = columns(HalfSheet), columns(HalfSheetEntry)
_SAID = ("is_open", "ask", "ask_es", "ask_phone")


def _values() -> dict[str, Any]:
    return {name: bindparam(f"new_{name}", type_=hs[name].type) for name in _SAID}


@statement
def _make() -> Insert:
    made = upsert(table(HalfSheet)).values(
        tenant_id=TENANT, id=a_key("new_id"), school_id=a_key("school"), slug=a_text("slug"), **_values()
    )
    return made.on_conflict_do_nothing().returning(hs.version)


@statement
def _change() -> Update:
    return (
        update(table(HalfSheet))
        .where(hs.tenant_id == TENANT, hs.id == a_key("sheet"))
        .values(version=hs.version + literal_column("1"), updated_at=func.tenant_now(), **_values())
    )


@statement
def _agree() -> Insert:
    words = {
        name: bindparam(f"new_{name}", type_=en[name].type) for name in ("words_version", "schedule_es", "place_es")
    }
    made = upsert(table(HalfSheetEntry)).values(
        tenant_id=TENANT, id=a_key("new_id"), partnership_id=a_key("partnership"), **words
    )
    return made.on_conflict_do_update(
        index_elements=["tenant_id", "partnership_id"],
        set_={**words, "version": en.version + literal_column("1"), "updated_at": func.tenant_now()},
    )


@statement
def _take_back() -> Delete:
    return delete(table(HalfSheetEntry)).where(en.tenant_id == TENANT, en.id == a_key("entry"))


async def keep_sheet(tx: Tx, principal: Principal, school_id: UUID, body: KeptSheetWrite, if_match: IfMatch) -> None:
    """Open or close a school's page and say whom to ask. Raises NotYoursToShow, PreconditionFailed/Required."""
    school = await get_school(tx, principal, school_id)
    known = await queries.lock_sheet(tx, school_id)
    before = known or {"version": 0, "is_open": False, "ask": None, "ask_es": None, "ask_phone": None}
    told = body.model_dump()
    changed = difference(before, told)
    _check_keeper(principal, school_id, await queries.decided_by(tx), changed)
    require_version(if_match, before["version"])
    if body.is_open and school["status"] != "active":
        raise wrong("/is_open", "school_closed", "This school is closed or merged with another")
    if not changed:
        return
    values = {f"new_{name}": value for name, value in told.items()}
    if known is None:
        slug = rules.free_slug(school["name"], await queries.taken_slugs(tx))
        if await tx.value(_make(), new_id=new_id(), school=school_id, slug=slug, **values) is None:
            raise PreconditionFailed
    else:
        await tx.run(_change(), sheet=known["id"], **values)
    kind: type[Event] = HalfSheetChanged
    if "is_open" in changed:
        kind = HalfSheetOpened if body.is_open else HalfSheetClosed
    record(tx, kind(object_id=school_id, version=school["version"], changed=changed))


def _check_keeper(principal: Principal, school_id: UUID, by: Any, changed: dict[str, Any]) -> None:
    """Whoever may take things down may close the page, though opening it is somebody else's."""
    roles = partnerships.roles_at(principal, school_id, None)
    only_closes = set(changed) <= {"is_open"} and changed.get("is_open", (None, False))[1] is False
    if not rules.decides(by, roles) and not (only_closes and rules.takes_down(roles)):
        raise NotYoursToShow


async def show(tx: Tx, principal: Principal, partnership_id: UUID, body: EntryWrite, if_match: IfMatch) -> UUID:
    """Agree to the words that were read; the school. Raises NotYoursToShow, OwnEmployer, NotPublic, WordsChanged,
    PartnershipOver."""
    row = await partnerships.lock(tx, principal, partnership_id)
    check_version(if_match, row["version"])
    school_id: UUID = row["school_id"]
    roles = partnerships.roles_at(principal, school_id, row["partner_id"])
    if not rules.decides(await queries.decided_by(tx), roles):
        raise NotYoursToShow
    if row["partner_id"] in principal.employers:
        raise OwnEmployer
    if row["stage"] in OVER:
        raise PartnershipOver
    listing = await queries.lock_listing(tx, row["program_id"])
    program = await get_program(tx, principal, row["program_id"])
    if listing is None or not listing["is_public"] or program["status"] != "approved":
        raise NotPublic
    if listing["words_version"] != body.words_version:
        raise WordsChanged
    told = body.model_dump()
    before = await queries.lock_entry(tx, partnership_id) or dict.fromkeys(told)
    changed = difference(before, told)
    if changed:
        values = {f"new_{name}": value for name, value in told.items()}
        await tx.run(_agree(), new_id=new_id(), partnership=partnership_id, **values)
        record(tx, ShownOnHalfSheet(object_id=partnership_id, version=row["version"], changed=changed))
    return school_id


async def hide(tx: Tx, principal: Principal, partnership_id: UUID, if_match: IfMatch) -> UUID:
    """Take a program off the school's page at once; the school. Raises NotYoursToShow, NotShown."""
    row = await partnerships.lock(tx, principal, partnership_id)
    check_version(if_match, row["version"])
    school_id: UUID = row["school_id"]
    if not rules.takes_down(partnerships.roles_at(principal, school_id, row["partner_id"])):
        raise NotYoursToShow
    known = await queries.lock_entry(tx, partnership_id)
    if known is None:
        raise NotShown
    await tx.run(_take_back(), entry=known["id"])
    changed = {name: [known[name], None] for name in ("words_version", "schedule_es", "place_es") if known[name]}
    record(tx, HiddenFromHalfSheet(object_id=partnership_id, version=row["version"], changed=changed))
    return school_id
