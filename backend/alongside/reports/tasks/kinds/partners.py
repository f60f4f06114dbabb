"""What waits at a partner: its application, its profile, its papers and the checks of its people."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, any_, func, literal_column, not_, or_

from alongside.core.statements import TENANT, Query, columns, day_of
from alongside.papers.models import BackgroundCheck, Paper, StaffMember

from .task import DAY, EMPLOYERS, MINE, a_task, o, partner_is

paper, check, member = columns(Paper), columns(BackgroundCheck), columns(StaffMember)


def _application() -> Query:
    return a_task("partner_application", "partner", o.id, o.name, since=o.submitted_on, partner=True).where(
        o.tenant_id == TENANT, o.status == any_(literal_column("'{submitted,under_review}'::text[]"))
    )


def _profile() -> Query:
    return a_task("profile_to_complete", "partner", o.id, o.name, since=day_of(o.updated_at), partner=True).where(
        o.tenant_id == TENANT,
        o.id == any_(MINE),
        o.status == any_(literal_column("'{prospective,changes_requested}'::text[]")),
    )


def _papers(kind: str, status: str, since: ColumnElement[Any], *conditions: ColumnElement[bool]) -> Query:
    """The papers of one partner that wait for the same step are one task: they are seen through in one sitting."""
    return (
        a_task(kind, "partner", o.id, o.name, since=func.min(since), partner=True)
        .where(paper.tenant_id == TENANT, paper.status == status, partner_is(paper.partner_id), *conditions)
        .group_by(o.id, o.name)
    )


def _checks() -> Query:
    return (
        a_task("checks_to_verify", "partner", o.id, o.name, since=func.min(check.issued_on), partner=True)
        .where(
            check.tenant_id == TENANT,
            check.result == "pending",
            member.tenant_id == TENANT,
            member.id == check.staff_id,
            or_(member.ends_on.is_(None), member.ends_on >= DAY),
            not_(member.partner_id == any_(EMPLOYERS)),
            partner_is(member.partner_id),
        )
        .group_by(o.id, o.name)
    )


SELECTS: dict[str, Callable[[], Query]] = {
    "partner_application": _application,
    "profile_to_complete": _profile,
    "papers_to_review": lambda: _papers(
        "papers_to_review", "submitted", paper.submitted_on, not_(paper.partner_id == any_(EMPLOYERS))
    ),
    "checks_to_verify": _checks,
    "papers_to_mend": lambda: _papers("papers_to_mend", "rejected", paper.reviewed_on, paper.partner_id == any_(MINE)),
}
