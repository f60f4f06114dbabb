"""How programs fit a need at its school; at most three statements, however many programs the district has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, func, literal_column, or_, select

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_key, columns, statement, table, the_texts
from alongside.core.telling import on_the_wire
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Scope
from alongside.needs.errors import NeedNotFound
from alongside.needs.rules import may_be_matched
from alongside.partners.models import Partner, Program
from alongside.partners.queries import program_visible_to
from alongside.partners.queries import visible_to as partners_visible_to
from alongside.partners.rules import OFFICE
from alongside.partnerships import rules
from alongside.partnerships.errors import NeedNotForPartners, SchoolMatter
from alongside.partnerships.schemas import FitFilters

from .profiles import areas_of, asked_needs, need_profile, program_profile, school_profile
from .shape import partner_of, program_of
from .visible import p, roles_at

g, o = columns(Program), columns(Partner)

CONSIDERED = ("approved", "under_review")
"""Partners whose programs are proposed: those that may come, and those about to be approved."""


def _here() -> ColumnElement[Any]:
    """What the partner has, or had, at the school, the newest first."""
    other = table(Program).alias("other").c
    return (
        select(
            func.jsonb_agg(
                func.jsonb_build_object(
                    "id", p.id, "program_id", p.program_id, "program_name", other.name, "stage", p.stage,
                    "stage_reason", p.stage_reason,
                )
            )
        )
        .join_from(p.id.table, other.id.table, and_(other.tenant_id == p.tenant_id, other.id == p.program_id))
        .where(p.tenant_id == TENANT, p.school_id == a_key("school_id"), p.partner_id == o.id)
        .correlate(o.id.table)
        .scalar_subquery()
    )  # fmt: skip


@statement
def _programs(standpoints: frozenset[Standpoint], one: bool) -> Query:
    """Programs that may be proposed (or the one asked for), and those that the school has already."""
    proposed = and_(
        o.status == any_(the_texts("considered")),
        g.status != "retired",
        partners_visible_to(standpoints),
        program_visible_to(standpoints),
    )
    at_school = (
        select(p.program_id)
        .where(p.tenant_id == TENANT, p.school_id == a_key("school_id"), p.stage == any_(the_texts("agreed")))
        .scalar_subquery()
    )
    had = g.id == any_(func.array(at_school))
    own = (g.name, g.areas, g.grades, g.times_of_day, g.weekdays, g.languages, g.capacity_students, g.partner_id)
    return (
        select(
            *own,
            g.id.label("program_id"),
            g.name.label("program_name"),
            g.status.label("program_status"),
            o.name.label("partner_name"),
            o.status.label("partner_status"),
            o.vetting_expires_on,
            (g.id == a_key("program_id") if one else proposed).label("is_proposed"),
            had.label("is_here"),
            (literal_column("null::jsonb") if one else _here()).label("here"),
        )
        .join_from(g.id.table, o.id.table, and_(o.tenant_id == g.tenant_id, o.id == g.partner_id))
        .where(g.tenant_id == TENANT, or_(g.id == a_key("program_id") if one else proposed, had))
    )


async def fits(db: Executor, principal: Principal, need_id: UUID, query: FitFilters) -> dict[str, Any]:
    """Programs for a need, best first, for the people of its school and the district.

    NeedNotFound when the caller cannot see it, SchoolMatter when it is another school's, NeedNotForPartners when
    the school looks for no partner.
    """
    day = query.effective_on or principal.today
    rows = await asked_needs(db, principal, [need_id])
    if not rows:
        raise NeedNotFound
    need = rows[0]
    if Standpoint.DISTRICT not in principal.standpoints and need["school_id"] not in principal.led_schools:
        raise SchoolMatter
    if not may_be_matched(need["meet_via_partnership"]):
        raise NeedNotForPartners
    areas = await areas_of(db)
    profile, school = need_profile(need, areas), school_profile(need)
    programs = await _find_programs(db, principal, need["school_id"], None)
    here = _here_already(programs, areas, day)
    found = [(_fit(row, here, profile, school, areas, day), row) for row in programs if row["is_proposed"]]
    matching = sorted(
        (pair for pair in found if _passes(pair[0], query)),
        key=lambda pair: (pair[0].sort_key, str(pair[1]["program_id"])),
    )
    return {
        "need": _need_of(need, profile),
        "effective_on": day,
        "considered": len(found),
        "matching": len(matching),
        "items": [_item(principal, need["school_id"], fit, row) for fit, row in matching[: min(query.limit, 500)]],
    }


async def _find_programs(
    db: Executor, principal: Principal, school_id: UUID, program_id: UUID | None
) -> list[dict[str, Any]]:
    values = {"school_id": school_id, "program_id": program_id, "considered": list(CONSIDERED)}
    shape = _programs(principal.standpoints, program_id is not None)
    return [dict(row) for row in await db.rows(shape, **principal.binds, **values, agreed=sorted(rules.AGREED))]


Here = list[tuple[UUID, rules.ProgramProfile]]


def _here_already(programs: Iterable[Mapping[str, Any]], areas: Mapping[str, rules.Area], day: date) -> Here:
    return [(row["program_id"], program_profile(row, areas, day)) for row in programs if row["is_here"]]


def _fit(
    row: Mapping[str, Any],
    here: Here,
    need: rules.NeedProfile,
    school: rules.SchoolProfile,
    areas: Mapping[str, rules.Area],
    day: date,
) -> rules.Fit:
    others = [profile for program_id, profile in here if program_id != row["program_id"]]
    return rules.fit(need, program_profile(row, areas, day), school, others)


def _passes(fit: rules.Fit, query: FitFilters) -> bool:
    if query.strength is not None:
        return fit.strength == query.strength
    return query.include_unfit or fit.strength != "none"


def _need_of(row: Mapping[str, Any], profile: rules.NeedProfile) -> dict[str, Any]:
    plain = ("id", "title", "area_code", "grades", "times_of_day", "languages", "est_students")
    return {
        **{name: row[name] for name in plain},
        "area": profile.area.label,
        "school": {"id": row["school_id"], "name": row["school_name"]},
    }


def _item(principal: Principal, school_id: UUID, fit: rules.Fit, row: Mapping[str, Any]) -> dict[str, Any]:
    here = sorted(row["here"] or [], key=lambda one: one["id"], reverse=True)
    now = next(
        (one["id"] for one in here if one["program_id"] == str(row["program_id"]) and one["stage"] not in rules.OVER),
        None,
    )
    is_employer = row["partner_id"] in principal.employers
    starters = OFFICE | rules.SCHOOL_SIDE
    return {
        "program": program_of(row),
        "partner": partner_of(row),
        "strength": fit.strength,
        "words": fit.words,
        "said": [on_the_wire(each) for each in fit.said],
        "criteria": [
            {"key": each.key, "verdict": each.verdict, "words": each.words, "said": on_the_wire(each.said)}
            for each in fit.criteria
        ],
        "overlaps": list(fit.overlaps),
        "partnership_id": now,
        "partnerships": [
            {
                "id": one["id"],
                "program": {"id": one["program_id"], "name": one["program_name"]},
                "stage": one["stage"],
                "stage_reason": one["stage_reason"],
            }
            for one in here
        ],
        "is_own_employer": is_employer,
        "may_start": now is None
        and not is_employer
        and Scope.PARTNERSHIPS_WRITE in principal.scopes
        and not starters.isdisjoint(roles_at(principal, school_id, row["partner_id"])),
    }


@dataclass(frozen=True, slots=True)
class NeedFit:
    """How one program fits one need, and whether partners are looked for at all."""

    fit: rules.Fit
    may_be_matched: bool


async def fits_of_program(
    db: Executor, principal: Principal, school_id: UUID, program_id: UUID, need_ids: list[UUID]
) -> dict[UUID, NeedFit]:
    """How one program fits some needs of a school; needs of other schools are left out."""
    needs = await asked_needs(db, principal, need_ids)
    areas = await areas_of(db)
    programs = await _find_programs(db, principal, school_id, program_id)
    (row,) = (program for program in programs if program["is_proposed"])
    day = principal.today
    here = _here_already(programs, areas, day)
    return {
        need["id"]: NeedFit(
            _fit(row, here, need_profile(need, areas), school_profile(need), areas, day),
            may_be_matched(need["meet_via_partnership"]),
        )
        for need in needs
        if need["school_id"] == school_id
    }
