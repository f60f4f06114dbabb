"""What waits at a school's assessment of its needs, and needs that no program is for."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, all_, any_, exists, literal_column, not_, select

from alongside.core.statements import TENANT, Query, columns, day_of
from alongside.needs.models import Need, NeedsAssessment
from alongside.partnerships.models import Partnership, PartnershipNeed

from .task import LEADING, LED, a_task, school_is

assessment, n = columns(NeedsAssessment), columns(Need)
p, pn = columns(Partnership), columns(PartnershipNeed)


def _assessment(kind: str, statuses: str, schools: ColumnElement[Any], since: ColumnElement[Any]) -> Query:
    return a_task(kind, "needs_assessment", assessment.id, assessment.school_year, since=since, school=True).where(
        assessment.tenant_id == TENANT,
        assessment.status == any_(literal_column(f"'{{{statuses}}}'::text[]")),
        assessment.school_id == any_(schools),
        school_is(assessment.school_id),
    )


def _need_without_program() -> Query:
    addressed = exists(
        select(literal_column("1")).where(
            pn.tenant_id == TENANT,
            pn.need_id == n.id,
            p.tenant_id == TENANT,
            p.id == pn.partnership_id,
            p.stage != all_(literal_column("'{ended,not_a_fit}'::text[]")),
        )
    )
    return a_task("need_without_program", "need", n.id, n.title, since=assessment.published_on, school=True).where(
        n.tenant_id == TENANT,
        assessment.tenant_id == TENANT,
        assessment.id == n.assessment_id,
        assessment.status == "published",
        n.school_id == any_(LED),
        n.meet_via_partnership != "no",
        n.status == any_(literal_column("'{identified,prioritized,matched}'::text[]")),
        school_is(n.school_id),
        not_(addressed),
    )


SELECTS: dict[str, Callable[[], Query]] = {
    "assessment_to_approve": lambda: _assessment(
        "assessment_to_approve", "submitted", LEADING, assessment.submitted_on
    ),
    "assessment_to_publish": lambda: _assessment("assessment_to_publish", "approved", LEADING, assessment.approved_on),
    "assessment_to_continue": lambda: _assessment(
        "assessment_to_continue", "draft,collecting,analyzing,prioritizing", LED, day_of(assessment.created_at)
    ),
    "need_without_program": _need_without_program,
}
