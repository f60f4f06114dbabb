"""A school's page as everybody reads it: of each program that is there and cleared today, what was made public."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import quote
from uuid import UUID

from sqlalchemy import ColumnElement, and_, literal_column, or_, select

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, a_key, a_text, columns, statement
from alongside.half_sheets import rules
from alongside.half_sheets.code import code_of
from alongside.half_sheets.errors import HalfSheetNotFound
from alongside.half_sheets.models import HalfSheet, HalfSheetEntry, ProgramListing
from alongside.half_sheets.schemas import Language
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.models import Partner, Program
from alongside.partnerships.models import Partnership
from alongside.partnerships.queries import is_cleared, joined, visible_to
from alongside.schools.models import School

from .settings import decided_by

o, g, s, p = columns(Partner), columns(Program), columns(School), columns(Partnership)
sheet, listing, entry = columns(HalfSheet), columns(ProgramListing), columns(HalfSheetEntry)

DAY = a_day("day")
_AT_WORK = and_(
    p.started_on <= DAY,
    or_(p.stage == "active", and_(p.stage == "ended", p.ended_on > DAY)),
)
"""As `rules.at_work` of partnerships; held to it by a test."""

_BOTH_WORDS = and_(listing.is_public, entry.words_version == listing.words_version, g.status == "approved")


def _shown(*names: ColumnElement[Any]) -> Query:
    """Programs with both words, at work and cleared on the day."""
    together = (
        joined()
        .join(listing.id.table, and_(listing.tenant_id == p.tenant_id, listing.program_id == p.program_id))
        .join(entry.id.table, and_(entry.tenant_id == p.tenant_id, entry.partnership_id == p.id))
    )
    return (
        select(*names).select_from(together).where(p.tenant_id == TENANT, _AT_WORK, _BOTH_WORDS, is_cleared())
    )  # fmt: skip


@statement
def _programs() -> Query:
    said = [listing[name] for name in rules.WORDS]
    return (
        _shown(
            p.id, g.name.label("name"), o.name.label("partner"), g.grades, g.weekdays, g.times_of_day, g.languages,
            p.schedule, p.place, entry.schedule_es, entry.place_es, *said,
        )
        .where(p.school_id == a_key("school_id"))
        .order_by(g.name, o.name, p.id)
    )  # fmt: skip


@statement
def _where(standpoints: frozenset[Standpoint]) -> Query:
    open_there = and_(sheet.tenant_id == p.tenant_id, sheet.school_id == p.school_id, sheet.is_open)
    is_open = select(literal_column("1")).where(open_there).correlate(p.id.table).exists()
    return (
        _shown(s.id, s.name)
        .where(p.program_id == a_key("program_id"), s.status == "active", is_open, visible_to(standpoints))
        .order_by(s.name, s.id)
    )


@statement
def _page() -> Query:
    return (
        select(sheet.school_id, sheet.slug, sheet.ask, sheet.ask_es, sheet.ask_phone, s.name.label("school"))
        .select_from(sheet.id.table.join(s.id.table, and_(s.tenant_id == sheet.tenant_id, s.id == sheet.school_id)))
        .where(sheet.tenant_id == TENANT, sheet.slug == a_text("slug"), sheet.is_open, s.status == "active")
    )


def _program(row: Mapping[str, Any], language: Language) -> dict[str, Any]:
    said = {name: rules.in_language(row, name, language) for name in ("name", "summary", "schedule", "place")}
    plain = ("partner", "grades", "weekdays", "times_of_day", "languages", "contact", "phone")
    is_free = bool(row["is_free"])
    return {
        **{name: row[name] for name in plain},
        **said,
        "is_free": is_free,
        "cost": None if is_free else rules.in_language(row, "cost", language),
        "how_to_join": rules.in_language(row, "how_to_join", language),
    }


def address_of_page(origin: str, district: str, slug: str, language: Language) -> str:
    """Where a page is read, as it is printed and as its code says."""
    plain = f"{origin}/help/{quote(district)}/{quote(slug)}"
    return plain if language == "en" else f"{plain}?lang={language}"


async def compose(
    db: Executor, principal: Principal, page: Mapping[str, Any], language: Language, origin: str
) -> dict[str, Any]:
    """What everybody reads of this page on the caller's day."""
    rows = await db.rows(_programs(), school_id=page["school_id"], day=principal.today)
    address = address_of_page(origin, principal.tenant.slug, page["slug"], language)
    return {
        "district": principal.tenant.name,
        "school": page["school"],
        "language": language,
        "current_on": principal.today,
        "is_demonstration": principal.tenant.is_demonstration,
        "decided_by": await decided_by(db),
        "ask": rules.in_language(page, "ask", language),
        "ask_phone": page["ask_phone"],
        "address": address,
        "code": code_of(address),
        "items": [_program(dict(row), language) for row in rows],
    }


async def public_page(db: Executor, principal: Principal, slug: str, language: Language, origin: str) -> dict[str, Any]:
    """An open page by its address, or HalfSheetNotFound."""
    page = await db.row(_page(), slug=slug)
    if page is None:
        raise HalfSheetNotFound
    return await compose(db, principal, dict(page), language, origin)


async def shown_where(db: Executor, principal: Principal, program_id: UUID, day: date) -> list[dict[str, Any]]:
    """The schools whose open pages show a program on a day, of those that the caller sees."""
    rows = await db.rows(_where(principal.standpoints), **principal.binds, program_id=program_id, day=day)
    return [dict(row) for row in rows]
