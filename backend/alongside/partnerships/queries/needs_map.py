"""How the needs of schools are covered on a day by programs at work and cleared: the needs map, and one need."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, false, or_, select, true
from sqlalchemy.dialects.postgresql import distinct_on

from alongside.core.db import Executor
from alongside.core.earlier import then
from alongside.core.statements import TENANT, Query, columns, statement, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.needs.errors import NeedNotFound
from alongside.needs.models import Need, NeedsAssessment
from alongside.needs.rules import may_be_matched
from alongside.partners.models import Program
from alongside.partnerships import rules
from alongside.partnerships.errors import NeedNotForPartners, SchoolMatter
from alongside.schools.queries import CLOSED_ON, SCHOOL_BEFORE, s
from alongside.schools.school_year import years_after

from .clearance import BEFORE, DAY, PARTNER_STATUS, VETTED_UNTIL, covers_of, find_agreements, is_cleared
from .profiles import areas_of, asked_needs, need_profile, program_profile, school_profile
from .shape import STAGE, STOOD, is_at_work, joined
from .visible import p

n, c, g = columns(Need), columns(NeedsAssessment), columns(Program)

STALE_AFTER_YEARS = 3
_STANDING = ("identified", "prioritized", "matched", "being_addressed")


@dataclass(frozen=True, slots=True)
class NeedCover:
    """A need and how it is covered."""

    need_id: UUID
    title: str
    coverage: rules.Coverage


@dataclass(frozen=True, slots=True)
class Cell:
    """A school in one of the main areas: the state of its worst covered need, and what is behind it."""

    school_id: UUID
    area_code: str
    state: rules.CoverageState
    needs: tuple[NeedCover, ...]
    programs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedsMap:
    """`published_on` of each school with a published assessment (others are unknown, never without a need);
    `stale`: those whose newest is more than three years old."""

    effective_on: date
    published_on: Mapping[UUID, date]
    stale: frozenset[UUID]
    cells: tuple[Cell, ...]


def _schools(standpoints: frozenset[Standpoint], school_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """The district maps every school, a school's people their own; a partner's people, who see their own programs
    only, would read every other one as missing and map none."""
    if Standpoint.DISTRICT in standpoints:
        return true()
    if standpoints & {Standpoint.SCHOOL, Standpoint.STAFF}:
        return school_id == any_(the_keys("staff_schools"))
    return false()


@statement
def _published(standpoints: frozenset[Standpoint], some: bool) -> Query:
    """The newest published assessment of each kind at each school, with its needs that partners may meet."""
    newest = (
        select(c.id, c.school_id, c.published_on)
        .where(
            c.tenant_id == TENANT,
            c.status == "published",
            c.published_on <= DAY,
            _schools(standpoints, c.school_id),
            c.school_id == any_(the_keys("schools")) if some else true(),
        )
        .ext(distinct_on(c.school_id, c.kind))
        .order_by(c.school_id, c.kind, c.school_year.desc())
        .subquery()
    )
    own = (n.id, n.title, n.area_code, n.grades, n.times_of_day, n.languages, n.est_students)
    return (
        select(newest.c.school_id, newest.c.published_on, s.grades.label("school_grades"), *own)
        .select_from(
            newest.join(s.id.table, and_(s.tenant_id == TENANT, s.id == newest.c.school_id)).outerjoin(
                n.id.table,
                and_(
                    n.tenant_id == TENANT,
                    n.assessment_id == newest.c.id,
                    n.meet_via_partnership != "no",
                    or_(*(n.status == status for status in _STANDING)),
                ),
            )
        )
        .order_by(newest.c.school_id, n.rank, n.id)
    )


@statement
def _working(standpoints: frozenset[Standpoint], some: bool) -> Query:
    """Programs that may be at work and are cleared on the day."""
    own = (g.areas, g.grades, g.times_of_day, g.languages, g.capacity_students)
    return (
        select(
            p.school_id, p.program_id, *(then(BEFORE, p[name]).label(name) for name in STOOD), *own,
            g.name.label("program_name"),
            g.status.label("program_status"),
            PARTNER_STATUS.label("partner_status"),
            VETTED_UNTIL.label("vetting_expires_on"),
            then(SCHOOL_BEFORE, s.status).label("school_status"), CLOSED_ON.label("closed_on"),
        )
        .select_from(joined())
        .where(
            p.tenant_id == TENANT,
            or_(STAGE == "active", STAGE == "ended"),
            then(BEFORE, p.started_on) <= DAY,
            _schools(standpoints, p.school_id),
            p.school_id == any_(the_keys("schools")) if some else true(),
            is_cleared(),
        )
    )  # fmt: skip


async def _find_working(
    db: Executor, principal: Principal, day: date, schools: Sequence[UUID] | None, areas: Mapping[str, rules.Area]
) -> dict[UUID, list[rules.Working]]:
    rows = await db.rows(
        _working(principal.standpoints, schools is not None), **principal.binds, day=day, schools=schools
    )
    at_work = [row for row in map(dict, rows) if is_at_work(row, day)]
    covers = await find_agreements(db, principal, at_work, day)
    found: dict[UUID, list[rules.Working]] = defaultdict(list)
    for each in at_work:
        expiring = rules.is_expiring(covers_of(each, covers))
        found[each["school_id"]].append(rules.Working(program_profile(each, areas, day), expiring))
    return found


def main_area(code: str, areas: Mapping[str, rules.Area]) -> str:
    """The area at the top of the tree above this one."""
    seen = {code}
    while (area := areas.get(code)) is not None and area.parent is not None and area.parent not in seen:
        code = area.parent
        seen.add(code)
    return code


async def coverage(
    db: Executor, principal: Principal, effective_on: date | None = None, schools: Sequence[UUID] | None = None
) -> NeedsMap:
    """The needs map of the caller's schools (or some of them) on a day, by school and main area.

    A cell stands for every main area in which the school has a need or a program; no cell is no need, or unknown
    for a school without a published assessment.
    """
    day = effective_on or principal.today
    areas = await areas_of(db)
    values = {**principal.binds, "day": day, "schools": schools}
    rows = [dict(row) for row in await db.rows(_published(principal.standpoints, schools is not None), **values)]
    working = await _find_working(db, principal, day, schools, areas)
    published: dict[UUID, date] = {}
    needs: dict[tuple[UUID, str], list[NeedCover]] = defaultdict(list)
    for row in rows:
        school_id = row["school_id"]
        published[school_id] = max(published.get(school_id, date.min), row["published_on"])
        if row["id"] is not None:
            cover = rules.coverage_of(need_profile(row, areas), school_profile(row), working.get(school_id, ()))
            key = school_id, main_area(row["area_code"], areas)
            needs[key].append(NeedCover(row["id"], row["title"], cover))
    programs: dict[tuple[UUID, str], set[str]] = defaultdict(set)
    for school_id, at_work in working.items():
        for each in at_work:
            for area in each.program.areas:
                programs[school_id, main_area(area.code, areas)].add(each.program.name)
    cells = tuple(
        Cell(
            school_id,
            area_code,
            rules.coverage_state(school_id in published, [need.coverage for need in needs[school_id, area_code]]),
            tuple(needs[school_id, area_code]),
            tuple(sorted(programs[school_id, area_code])),
        )
        for school_id, area_code in sorted({*needs, *programs})
    )
    stale = frozenset(school for school, on in published.items() if years_after(on, STALE_AFTER_YEARS) < day)
    return NeedsMap(day, published, stale, cells)


async def cover_of_need(
    db: Executor, principal: Principal, need_id: UUID, effective_on: date | None = None
) -> dict[str, Any]:
    """How one need is covered on a day, for its school's people and the district."""
    day = effective_on or principal.today
    rows = await asked_needs(db, principal, [need_id])
    if not rows:
        raise NeedNotFound
    need = rows[0]
    if Standpoint.DISTRICT not in principal.standpoints and need["school_id"] not in principal.staff_schools:
        raise SchoolMatter
    if not may_be_matched(need["meet_via_partnership"]):
        raise NeedNotForPartners
    areas = await areas_of(db)
    working = await _find_working(db, principal, day, [need["school_id"]], areas)
    found = rules.coverage_of(need_profile(need, areas), school_profile(need), working.get(need["school_id"], ()))
    return {
        "need_id": need_id,
        "effective_on": day,
        "state": found.state,
        "words": found.words,
        "programs": list(found.programs),
        "overlaps": [list(pair) for pair in found.overlaps],
        "most_places": found.most,
        "enrolments": found.enrolments,
    }
