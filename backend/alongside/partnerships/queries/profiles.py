"""Needs, schools and programs as the rules of fit and coverage read them."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, any_, select

from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, columns, statement, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.needs.models import Need, NeedsAssessment
from alongside.needs.queries import need_visible_to
from alongside.partners.rules import vetting_expired
from alongside.partnerships import rules
from alongside.schools.models import School, TaxonomyTerm

n, c, s, t = columns(Need), columns(NeedsAssessment), columns(School), columns(TaxonomyTerm)


@statement
def _asked(standpoints: frozenset[Standpoint]) -> Query:
    """The needs asked for, with their school's name and grades."""
    own = (n.id, n.title, n.area_code, n.grades, n.times_of_day, n.languages, n.est_students, n.school_id,
           n.meet_via_partnership)  # fmt: skip
    return (
        select(*own, s.name.label("school_name"), s.grades.label("school_grades"))
        .select_from(
            n.id.table.join(s.id.table, and_(s.tenant_id == n.tenant_id, s.id == n.school_id)).join(
                c.id.table, and_(c.tenant_id == n.tenant_id, c.id == n.assessment_id)
            )
        )
        .where(n.tenant_id == TENANT, need_visible_to(standpoints), n.id == any_(the_keys("needs")))
    )


@statement
def _areas() -> Query:
    return select(t.code, t.label, t.parent_code).where(t.tenant_id == TENANT, t.scheme == "area")


def need_profile(row: Mapping[str, Any], areas: Mapping[str, rules.Area]) -> rules.NeedProfile:
    """A need as the rules read it; what it does not say is not known."""
    return rules.NeedProfile(
        area=_area(row["area_code"], areas),
        grades=frozenset(row["grades"]),
        students=row["est_students"],
        times=frozenset(row["times_of_day"]),
        languages=frozenset(row["languages"]) or None,
    )


def school_profile(row: Mapping[str, Any]) -> rules.SchoolProfile:
    """A need's school as the rules read it."""
    return rules.SchoolProfile(frozenset(row["school_grades"]))


def program_profile(row: Mapping[str, Any], areas: Mapping[str, rules.Area], day: date) -> rules.ProgramProfile:
    """A program as the rules read it; what it does not say is not known."""
    return rules.ProgramProfile(
        name=row["program_name"],
        areas=tuple(_area(code, areas) for code in row["areas"]),
        grades=frozenset(row["grades"]),
        capacity=row["capacity_students"],
        times=frozenset(row["times_of_day"]),
        languages=frozenset(row["languages"]) or None,
        status=row["program_status"],
        partner_status=row["partner_status"],
        vetting_is_expired=vetting_expired(row["partner_status"], row["vetting_expires_on"], day),
        approved_through=row["vetting_expires_on"],
    )


def _area(code: str, areas: Mapping[str, rules.Area]) -> rules.Area:
    return areas.get(code) or rules.Area(code, code.replace("_", " ").capitalize())


async def asked_needs(db: Executor, principal: Principal, need_ids: list[UUID]) -> list[dict[str, Any]]:
    """Those of the needs that the caller sees, with what fit and coverage look at."""
    return [dict(row) for row in await db.rows(_asked(principal.standpoints), **principal.binds, needs=need_ids)]


async def areas_of(db: Executor) -> dict[str, rules.Area]:
    """The tree of areas that needs and services share."""
    rows = await db.rows(_areas())
    return {row["code"]: rules.Area(row["code"], row["label"], row["parent_code"]) for row in rows}
