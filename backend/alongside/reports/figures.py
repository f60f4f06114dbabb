"""The few numbers of the home page, by standpoint; each opens the list that proves it."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, any_, exists, func, literal_column, select

from alongside.agreements.models import Agreement
from alongside.agreements.queries import EFFECTIVE
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, columns, statement, the_keys
from alongside.identity.principal import Principal, Standpoint
from alongside.needs.models import Need, NeedsAssessment
from alongside.partners.models import Partner
from alongside.partnerships.models import Partnership, PartnershipNeed
from alongside.schools.models import School

a, o, p, pn, s = columns(Agreement), columns(Partner), columns(Partnership), columns(PartnershipNeed), columns(School)
n, assessment = columns(Need), columns(NeedsAssessment)
DAY = a_day("day")
LED, MINE = the_keys("led_schools"), the_keys("my_partners")
ONE: ColumnElement[Any] = literal_column("1")


def _count(*conditions: ColumnElement[bool]) -> ColumnElement[Any]:
    return select(func.count()).where(*conditions).scalar_subquery()


_IN_FORCE = and_(a.tenant_id == TENANT, EFFECTIVE["in_force"])
_ENDING = and_(a.tenant_id == TENANT, EFFECTIVE["expiring_soon"])
_PUBLISHED = and_(
    n.tenant_id == TENANT, assessment.tenant_id == TENANT, assessment.id == n.assessment_id,
    assessment.status == "published", n.meet_via_partnership != "no",
)  # fmt: skip


def _at_work(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(select(ONE).where(p.tenant_id == TENANT, p.stage == "active", *conditions))


_ADDRESSED = _at_work(pn.tenant_id == TENANT, pn.partnership_id == p.id, pn.need_id == n.id)


@statement
def _district() -> Query:
    return select(
        _count(o.tenant_id == TENANT, o.status == "approved").label("partners_approved"),
        _count(_IN_FORCE).label("agreements_in_force"),
        _count(_ENDING).label("agreements_ending"),
        _count(s.tenant_id == TENANT, s.status == "active").label("schools"),
        _count(s.tenant_id == TENANT, s.status == "active", ~_at_work(p.school_id == s.id)).label(
            "schools_with_nobody"
        ),
        _count(_PUBLISHED).label("needs"),
        _count(_PUBLISHED, ~_ADDRESSED).label("needs_without_program"),
    )


@statement
def _school() -> Query:
    mine = n.school_id == any_(LED)
    return select(
        _count(_PUBLISHED, mine).label("needs"),
        _count(_PUBLISHED, mine, _ADDRESSED).label("needs_with_program"),
        _count(p.tenant_id == TENANT, p.stage == "active", p.school_id == any_(LED)).label("programs_at_work"),
        _count(
            p.tenant_id == TENANT, p.school_id == any_(LED),
            p.stage == any_(literal_column("'{exploring,planning,ready_check}'::text[]")),
        ).label("programs_on_the_way"),
    )  # fmt: skip


@statement
def _partner() -> Query:
    mine = and_(p.tenant_id == TENANT, p.partner_id == any_(MINE))
    return select(
        _count(mine, p.stage == "active").label("programs_at_work"),
        _count(mine, p.stage == any_(literal_column("'{exploring,planning,ready_check}'::text[]"))).label(
            "programs_on_the_way"
        ),
    )


def _figure(row: Any, key: str, of: str | None = None) -> dict[str, Any]:
    return {"key": key, "value": row[key], "of": None if of is None else row[of]}


async def figures(db: Executor, principal: Principal, effective_on: date | None) -> list[dict[str, Any]]:
    """The numbers for the caller's first standpoint: district, then school, then partner."""
    values = {
        **principal.binds,
        "day": effective_on or principal.today,
        "window": principal.tenant.expiring_window_days,
    }
    if Standpoint.DISTRICT in principal.standpoints:
        row = await db.row(_district(), **values)
        return [
            _figure(row, "partners_approved"),
            _figure(row, "agreements_in_force"),
            _figure(row, "agreements_ending"),
            _figure(row, "schools_with_nobody", "schools"),
            _figure(row, "needs_without_program", "needs"),
        ]
    if Standpoint.SCHOOL in principal.standpoints:
        row = await db.row(_school(), **values)
        return [
            _figure(row, "needs_with_program", "needs"),
            _figure(row, "programs_at_work"),
            _figure(row, "programs_on_the_way"),
        ]
    if Standpoint.PARTNER in principal.standpoints:
        row = await db.row(_partner(), **values)
        return [_figure(row, "programs_at_work"), _figure(row, "programs_on_the_way")]
    return []
