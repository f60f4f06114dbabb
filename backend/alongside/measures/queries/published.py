"""A school's published values beside the district's, over the years."""

from decimal import Decimal
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Subquery, and_, func, literal_column, select
from sqlalchemy.dialects.postgresql import distinct_on

from alongside.core.db import Executor, Row
from alongside.core.statements import TENANT, Query, a_key, columns, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.measures.groups import EVERYBODY, POPULATION
from alongside.measures.suppression import guarded
from alongside.schools.errors import SchoolNotFound
from alongside.schools.models import School
from alongside.schools.queries import OWN

from .catalogue import GUARDED, REF, m, visible_to

g, s = GUARDED.c, columns(School)


@statement
def _school() -> Query:
    return select(s.id, s.name).where(OWN, s.id == a_key("school_id"))


async def get_school(db: Executor, school_id: UUID) -> dict[str, Any]:
    """Id and name of a school, or SchoolNotFound; the directory is open to everybody in the tenant."""
    row = await db.row(_school(), school_id=school_id)
    if row is None:
        raise SchoolNotFound
    return dict(row)


def _latest(name: str, *, of_school: bool) -> Subquery:
    """One value for everybody per measure and period: of several sources the last one observed."""
    where = g.school_id == a_key("school_id") if of_school else g.school_id.is_(None)
    return (
        select(
            g.measure_id, g.period, g.value, g.value_text, g.numerator, g.denominator, g.hidden, g.source, g.as_of_on
        )
        .where(g.tenant_id == TENANT, where, g.group_key == EVERYBODY)
        .ext(distinct_on(g.measure_id, g.period))
        .order_by(g.measure_id, g.period, g.observed_at.desc(), g.id.desc())
        .subquery(name)
    )


def _beside_the_district(*conditions: Any) -> Query:
    own, district = _latest("own", of_school=True), _latest("district", of_school=False)
    o, d = own.c, district.c
    return (
        select(
            m.id.label("measure_id"), *REF,
            o.period, o.value, o.value_text, o.numerator, o.denominator, o.hidden, o.source, o.as_of_on,
            d.value.label("district_value"), d.value_text.label("district_text"), d.source.label("district_source"),
        )
        .select_from(own)
        .join(m.tenant_id.table, and_(m.tenant_id == TENANT, m.id == o.measure_id))
        .outerjoin(district, and_(d.measure_id == o.measure_id, d.period == o.period))
        .where(*conditions)
        .order_by(m.position, m.key, o.period)
    )  # fmt: skip


@statement
def _of_school(standpoints: frozenset[Standpoint], headline: bool) -> Query:
    return _beside_the_district(visible_to(standpoints), *([m.is_headline] if headline else []), m.key != POPULATION)


async def of_school(db: Executor, principal: Principal, school_id: UUID, *, headline: bool) -> dict[str, Any]:
    """A school's measures over the years, with the district's value of each; SchoolNotFound."""
    school = await get_school(db, school_id)
    rows = await db.rows(_of_school(principal.standpoints, headline), school_id=school_id)
    items = [
        {
            "measure": {column.key: found[0][column.key] for column in REF},
            "values": [_published(row) for row in found],
        }
        for _, several in groupby(rows, key=lambda row: row["measure_id"])
        if (found := list(several))
    ]
    return {"school": school, "periods": sorted({row["period"] for row in rows}), "items": items}


def _published(row: Row) -> dict[str, Any]:
    district = None
    if row["district_source"] is not None:
        district = {"value": row["district_value"], "text": row["district_text"], "source": row["district_source"]}
    return {
        "period": row["period"],
        **guarded(row["value"], row["hidden"]),
        "text": row["value_text"],
        "numerator": row["numerator"],
        "denominator": row["denominator"],
        "district": district,
        "standing": _standing(row["value"], row["district_value"], row["direction"]),
        "source": row["source"],
        "as_of_on": row["as_of_on"],
    }


def _standing(value: Decimal | None, district: Decimal | None, direction: str) -> str | None:
    """Worked out from what is shown alone: a hidden value has no standing."""
    if value is None or district is None or direction == "none":
        return None
    if value == district:
        return "same"
    return "better" if (value > district) is (direction == "increase") else "worse"


@statement
def _evidence() -> Query:
    all_years = _beside_the_district(m.may_be_evidence).subquery("years")
    y = all_years.c
    latest = func.row_number().over(partition_by=y.measure_id, order_by=y.period.desc()).label("age")
    ranked = select(*(column for column in y), latest).subquery("ranked")
    r = ranked.c
    return (
        select(
            r.measure_id, r.key, r.name.label("label"), r.direction, r.unit, r.may_be_evidence, r.area_code,
            r.period, r.value, r.value_text, r.district_value, r.district_text, r.source,
        )
        .where(r.age == literal_column("1"))
        .order_by(r.area_code, r.key)
    )  # fmt: skip


async def evidence_for(db: Executor, school_id: UUID) -> list[dict[str, Any]]:
    """For each measure that may serve as evidence: the school's latest value and the district's of that period.

    In the words of the rule that proposes evidence: a measure of which neither way is better has no
    direction, and a hidden value is missing.
    """
    rows = await db.rows(_evidence(), school_id=school_id)
    return [
        {
            **row,
            "direction": None if row["direction"] == "none" else row["direction"],
            "unit": "per_100_students" if row["unit"] == "per_100" else row["unit"],
        }
        for row in map(dict, rows)
    ]
