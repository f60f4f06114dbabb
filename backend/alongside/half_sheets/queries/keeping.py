"""A school's page as staff keep it, and a partner's word on a program."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import any_, select

from alongside.core.db import Executor, Tx
from alongside.core.statements import TENANT, Query, a_key, columns, statement, the_keys
from alongside.half_sheets import rules
from alongside.half_sheets.models import HalfSheet, HalfSheetEntry, ProgramListing
from alongside.half_sheets.schemas import By, Language
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Scope
from alongside.partners.models import Program
from alongside.partners.queries import actors_on, get_program
from alongside.partners.rules import PARTNER_SIDE
from alongside.partnerships.queries import entries, roles_at
from alongside.schools.queries import get as get_school

from .public import address_of_page, compose, shown_where
from .settings import decided_by

g = columns(Program)
sheet, listing, entry = columns(HalfSheet), columns(ProgramListing), columns(HalfSheetEntry)

_NOTHING_SAID = {"version": 0, "is_public": False, "words_version": 0, **dict.fromkeys(rules.WORDS)}
_NO_PAGE = {"id": None, "version": 0, "slug": None, "is_open": False, "ask": None, "ask_es": None, "ask_phone": None}


@statement
def _listing(is_held: bool) -> Query:
    said = (listing.id, listing.version, listing.is_public, listing.words_version)
    found = select(*said, *(listing[name] for name in rules.WORDS)).where(
        listing.tenant_id == TENANT, listing.program_id == a_key("program_id")
    )
    return found.with_for_update() if is_held else found


@statement
def _sheet(is_held: bool) -> Query:
    found = select(sheet.id, sheet.version, sheet.slug, sheet.is_open, sheet.ask, sheet.ask_es, sheet.ask_phone).where(
        sheet.tenant_id == TENANT, sheet.school_id == a_key("school_id")
    )
    return found.with_for_update() if is_held else found


@statement
def _entry() -> Query:
    said = (entry.id, entry.version, entry.words_version, entry.schedule_es, entry.place_es)
    return (
        select(*said)
        .where(entry.tenant_id == TENANT, entry.partnership_id == a_key("partnership_id"))
        .with_for_update()
    )


@statement
def _slugs() -> Query:
    return select(sheet.slug).where(sheet.tenant_id == TENANT)


@statement
def _entries() -> Query:
    return select(entry.partnership_id, entry.words_version, entry.schedule_es, entry.place_es).where(
        entry.tenant_id == TENANT, entry.partnership_id == any_(the_keys("partnerships"))
    )


@statement
def _listings() -> Query:
    both = g.id.table.outerjoin(listing.id.table, (listing.tenant_id == g.tenant_id) & (listing.program_id == g.id))
    return (
        select(g.id, g.status, listing.is_public, listing.words_version, listing.summary)
        .select_from(both)
        .where(g.tenant_id == TENANT, g.id == any_(the_keys("programs")))
    )


async def lock_listing(tx: Tx, program_id: UUID) -> dict[str, Any] | None:
    """The partner's word, held until the commit."""
    row = await tx.row(_listing(True), program_id=program_id)
    return None if row is None else dict(row)


async def lock_sheet(tx: Tx, school_id: UUID) -> dict[str, Any] | None:
    """The school's page, held until the commit."""
    row = await tx.row(_sheet(True), school_id=school_id)
    return None if row is None else dict(row)


async def lock_entry(tx: Tx, partnership_id: UUID) -> dict[str, Any] | None:
    """The school's or the office's word, held until the commit."""
    row = await tx.row(_entry(), partnership_id=partnership_id)
    return None if row is None else dict(row)


async def taken_slugs(db: Executor) -> set[str]:
    """The addresses that pages of this district have."""
    return {row["slug"] for row in await db.rows(_slugs())}


async def page_of(db: Executor, school_id: UUID) -> dict[str, Any]:
    """The school's page, or what one says before there is one."""
    row = await db.row(_sheet(False), school_id=school_id)
    return dict(_NO_PAGE if row is None else row)


async def get_listing(db: Executor, principal: Principal, program_id: UUID) -> dict[str, Any]:
    """The partner's word on a program, or ProgramNotFound. What is not public is the partner's draft and the office's
    to read; other eyes see that nothing is."""
    program = await get_program(db, principal, program_id)
    row = await db.row(_listing(False), program_id=program_id)
    said = dict(_NOTHING_SAID if row is None else row)
    said.pop("id", None)
    partner_id = program["partner"]["id"]
    is_near = partner_id in principal.partner_ids or Standpoint.DISTRICT in principal.standpoints
    if not said["is_public"] and not is_near:
        said = {**_NOTHING_SAID, "version": said["version"]}
    can_edit = program["status"] != "retired" and may_say(principal, partner_id)
    shown_at = await shown_where(db, principal, program_id, principal.today)
    return {"program_id": program_id, **said, "can_edit": can_edit, "shown_at": shown_at}


def may_say(principal: Principal, partner_id: UUID) -> bool:
    """Whether the caller gives the partner's word: its own people, never the office for them."""
    is_theirs = partner_id in principal.partner_ids and not actors_on(principal, partner_id).isdisjoint(PARTNER_SIDE)
    return is_theirs and Scope.PARTNERS_WRITE in principal.scopes


async def get_sheet(
    db: Executor, principal: Principal, school_id: UUID, language: Language, origin: str
) -> dict[str, Any]:
    """A school's page with every program that is there, or SchoolNotFound."""
    school = await get_school(db, principal, school_id)
    page = await page_of(db, school_id)
    by = await decided_by(db)
    writes = Scope.PARTNERSHIPS_WRITE in principal.scopes
    roles = roles_at(principal, school_id, None) if writes else frozenset()
    is_outside = principal.standpoints <= {Standpoint.PARTNER}
    shown = {
        "school_id": school_id,
        "school": school["name"],
        **page,
        "slug": page["slug"] or rules.slug_of(school["name"]),
    }
    return {
        "version": page["version"],
        "school": {"id": school_id, "name": school["name"]},
        "is_open": page["is_open"] and school["status"] == "active",
        "address": page["slug"] and address_of_page(origin, principal.tenant.slug, page["slug"], language),
        **{name: page[name] for name in ("ask", "ask_es", "ask_phone")},
        "decided_by": by,
        "can_edit": rules.decides(by, roles) and school["status"] == "active",
        "can_close": page["is_open"] and rules.takes_down(roles),
        "items": await _items(db, principal, school_id, by),
        "preview": None if is_outside else await compose(db, principal, shown, language, origin),
    }


async def _items(db: Executor, principal: Principal, school_id: UUID, by: By) -> list[dict[str, Any]]:
    """Every program at the school that the caller sees and that has not ended."""
    door = await entries(db, principal, school_id, None)
    there = [each for each in door["items"] if each["stage"] != "ended"]
    agreed = {
        row["partnership_id"]: dict(row)
        for row in await db.rows(_entries(), partnerships=[each["id"] for each in there])
    }
    programs = {
        row["id"]: dict(row) for row in await db.rows(_listings(), programs=[each["program"]["id"] for each in there])
    }
    items = [
        _item(principal, school_id, by, each, agreed.get(each["id"]), programs[each["program"]["id"]]) for each in there
    ]
    return sorted(items, key=lambda one: (one["program"]["name"].casefold(), str(one["partnership_id"])))


def _item(
    principal: Principal,
    school_id: UUID,
    by: By,
    door: Mapping[str, Any],
    agreed: Mapping[str, Any] | None,
    program: Mapping[str, Any],
) -> dict[str, Any]:
    is_public = bool(program["is_public"]) and program["status"] == "approved"
    agreed_version = agreed["words_version"] if agreed else None
    standing = rules.standing(is_public, program["words_version"] or 0, agreed_version, door["may_enter"])
    partner_id = door["partner"]["id"]
    writes = Scope.PARTNERSHIPS_WRITE in principal.scopes
    roles = roles_at(principal, school_id, partner_id) if writes else frozenset()
    is_free = partner_id not in principal.employers
    return {
        "partnership_id": door["id"],
        "program": {"id": door["program"]["id"], "name": door["program"]["name"]},
        "partner": {"id": partner_id, "name": door["partner"]["name"]},
        "standing": standing,
        "words_version": program["words_version"] if is_public else None,
        "summary": program["summary"] if is_public else None,
        "schedule": door["schedule"],
        "place": door["place"],
        "schedule_es": agreed["schedule_es"] if agreed else None,
        "place_es": agreed["place_es"] if agreed else None,
        "reasons": door["reasons"] if standing == "not_in_force" else [],
        "said": door["said"] if standing == "not_in_force" else [],
        "can_show": is_public and is_free and rules.decides(by, roles),
        "can_hide": agreed is not None and rules.takes_down(roles),
    }
