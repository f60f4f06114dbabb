"""What waits at a target: the word of either side, and its results."""

from collections.abc import Callable

from sqlalchemy import any_, func, literal_column, not_, select

from alongside.core.statements import TENANT, Query, columns, day_of
from alongside.targets.models import Result, Target, TargetSchool

from .task import DAY, EMPLOYERS, LED, MINE, a_task, o, partner_is, s, school_is

t, ts, r = columns(Target), columns(TargetSchool), columns(Result)


def _target_for_school() -> Query:
    return a_task(
        "target_for_school", "target", t.id, t.name, since=t.partner_agreed_on, school=True, partner=True
    ).where(
        t.tenant_id == TENANT,
        t.status == "proposed",
        ts.tenant_id == TENANT,
        ts.target_id == t.id,
        ts.word == "pending",
        ts.school_id == any_(LED),
        not_(t.partner_id == any_(EMPLOYERS)),
        school_is(ts.school_id),
        partner_is(t.partner_id),
    )


def _target_for_partner() -> Query:
    return a_task("target_for_partner", "target", t.id, t.name, since=day_of(t.updated_at), partner=True).where(
        t.tenant_id == TENANT,
        t.status == "proposed",
        t.partner_agreed_on.is_(None),
        t.partner_id == any_(MINE),
        partner_is(t.partner_id),
    )


def _result_to_verify() -> Query:
    return (
        a_task(
            "result_to_verify",
            "target",
            t.id,
            t.name,
            since=day_of(func.min(r.entered_at)),
            school=True,
            partner=True,
        )
        .where(
            r.tenant_id == TENANT,
            r.status == "submitted",
            r.school_id == any_(LED),
            t.tenant_id == TENANT,
            t.id == r.target_id,
            t.status == "open",
            school_is(r.school_id),
            partner_is(t.partner_id),
        )
        .group_by(t.id, t.name, s.id, s.name, o.id, o.name)
    )


def _result_due() -> Query:
    last = (
        select(func.max(r.as_of_on))
        .where(
            r.tenant_id == TENANT,
            r.target_id == t.id,
            r.school_id == ts.school_id,
            r.status == any_(literal_column("'{submitted,verified}'::text[]")),
        )
        .scalar_subquery()
    )
    due = func.coalesce(last, t.period_starts_on) + t.reporting_interval_days
    return (
        a_task("result_due", "target", t.id, t.name, due=func.min(due), partner=True)
        .where(
            t.tenant_id == TENANT,
            t.status == "open",
            t.reporting_interval_days.is_not(None),
            t.partner_id == any_(MINE),
            ts.tenant_id == TENANT,
            ts.target_id == t.id,
            ts.word == "agreed",
            due <= DAY + literal_column("6"),
            partner_is(t.partner_id),
        )
        .group_by(t.id, t.name, o.id, o.name)
    )


SELECTS: dict[str, Callable[[], Query]] = {
    "target_for_school": _target_for_school,
    "target_for_partner": _target_for_partner,
    "result_to_verify": _result_to_verify,
    "result_due": _result_due,
}
