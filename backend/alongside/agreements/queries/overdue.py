"""Revisits past their day, counted by school."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import case, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.agreements import rules
from alongside.agreements.models import Agreement, AgreementSchool, Revisit, RevisitWord
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, an_int, columns, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.partners.models import Partner
from alongside.schools.models import School

from .visible import visible_to

a, ns, s, o = columns(Agreement), columns(AgreementSchool), columns(School), columns(Partner)
v, w = columns(Revisit), columns(RevisitWord)


@statement
def _overdue(standpoints: frozenset[Standpoint]) -> Query:
    """Schools at which a word is overdue on a day, by the same rule as `rules.revisit_state`."""
    after = v.id.table.alias("after").c
    superseded = select(literal_column("1")).where(
        after.tenant_id == v.tenant_id, after.agreement_id == v.agreement_id, after.due_on > v.due_on,
        after.opens_on <= a_day("day"),
    ).exists()  # fmt: skip
    given = (
        select(func.count())
        .where(w.tenant_id == v.tenant_id, w.revisit_id == v.id, w.school_id.is_not_distinct_from(ns.school_id))
        .correlate(v.id.table, ns.id.table)
        .scalar_subquery()
    )
    said = (
        select(func.coalesce(func.array_agg(w.side), literal_column("'{}'::text[]")))
        .where(w.tenant_id == v.tenant_id, w.revisit_id == v.id, w.school_id.is_not_distinct_from(ns.school_id))
        .correlate(v.id.table, ns.id.table)
        .scalar_subquery()
    )
    told = func.jsonb_build_object(
        "id", a.id, "title", a.title, "partner", func.jsonb_build_object("id", o.id, "name", o.name),
        "due_on", v.due_on, "said", func.to_jsonb(said),
    )  # fmt: skip
    takes_part = (
        (ns.tenant_id == a.tenant_id) & (ns.agreement_id == a.id) & ~a.is_district_wide
        & (ns.confirmation == "confirmed") & or_(ns.covered_from.is_(None), ns.covered_from <= v.due_on)
    )  # fmt: skip
    return (
        select(
            s.id, s.name, func.count().label("overdue"),
            func.min(v.due_on).label("since_on"),
            func.jsonb_agg(aggregate_order_by(told, v.due_on, a.id)).label("agreements"),
        )
        .select_from(v.id.table)
        .join(a.id.table, (a.tenant_id == v.tenant_id) & (a.id == v.agreement_id))
        .join(o.id.table, (o.tenant_id == a.tenant_id) & (o.id == a.partner_id))
        .outerjoin(ns.id.table, takes_part)
        .outerjoin(s.id.table, (s.tenant_id == ns.tenant_id) & (s.id == ns.school_id))
        .where(
            v.tenant_id == TENANT, visible_to(standpoints), a.status == "executed", v.due_on < a_day("day"),
            a.ends_on + an_int("late") >= a_day("day"), ~superseded, or_(a.is_district_wide, ns.id.is_not(None)),
            given < literal_column("2"),
        )
        .group_by(s.id, s.name)
        .order_by(case((s.id.is_(None), 1), else_=0), s.name, s.id)
    )  # fmt: skip


async def overdue_revisits(db: Executor, principal: Principal, effective_on: date | None = None) -> dict[str, Any]:
    """How many revisits are overdue at each school, of the agreements that the caller sees."""
    day = effective_on or principal.today
    rows = await db.rows(_overdue(principal.standpoints), **principal.binds, day=day, late=rules.LATE_DAYS)
    items = [
        {
            "school": None if row["id"] is None else {"id": row["id"], "name": row["name"]},
            "overdue": row["overdue"],
            "since_on": row["since_on"],
            "agreements": [_told(each) for each in row["agreements"]],
        }
        for row in rows
    ]
    return {"as_of": day, "total": sum(each["overdue"] for each in items), "items": items}


def _told(each: Mapping[str, Any]) -> dict[str, Any]:
    waits = [side for side in rules.BOTH if side not in each["said"]]
    return {**{name: each[name] for name in ("id", "title", "partner", "due_on")}, "waits_for": waits}
