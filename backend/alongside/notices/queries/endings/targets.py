"""Targets: the day by which the next result is due."""

from sqlalchemy import and_, func, literal_column, select, true

from alongside.core.statements import Query, columns
from alongside.targets.models import Result, Target, TargetSchool
from alongside.targets.queries.visible import visible_to as sees_target

from .shape import FIRST, LAST, Standpoints, an_ending, o

t, ts, r = columns(Target), columns(TargetSchool), columns(Result)


def result_days(standpoints: Standpoints) -> Query:
    """Days by which the next result of an open target is due: the earliest of its schools'."""
    last = (
        select(func.max(r.as_of_on))
        .where(
            r.tenant_id == t.tenant_id,
            r.target_id == t.id,
            r.school_id == ts.school_id,
            and_(r.status != "rejected", r.status != "superseded"),
        )
        .correlate(t.id.table, ts.id.table)
        .scalar_subquery()
    )
    by_school = (
        select(ts.school_id, last.label("last"))
        .where(ts.tenant_id == t.tenant_id, ts.target_id == t.id, ts.word == "agreed")
        .correlate(t.id.table)
        .lateral("by_school")
    )
    following = func.coalesce(by_school.c.last, t.period_starts_on) + t.reporting_interval_days
    due = (
        select(
            func.min(func.least(following, t.period_ends_on)).label("on"),
            func.array_agg(by_school.c.school_id).label("schools"),
        )
        .select_from(by_school)
        .where(func.coalesce(by_school.c.last, t.period_starts_on) < t.period_ends_on)
        .correlate(t.id.table)
        .lateral("due")
    )
    return an_ending(
        "target", t, title=t.name, number=None, schools=due.c.schools,
        is_district_wide=literal_column("false"), ends_on=due.c.on,
        since_on=func.coalesce(t.proposed_on, t.period_starts_on),
    ).where(
        due.c.on >= FIRST, due.c.on <= LAST, t.status == "open", o.id == t.partner_id,
        true() if standpoints is None else sees_target(standpoints),
    )  # fmt: skip
