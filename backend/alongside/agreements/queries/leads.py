"""How long before its last day the next term of an agreement is to be drafted, by type."""

from typing import Any, Final

from sqlalchemy import ColumnElement, any_, case, func, literal_column, select

from alongside.agreements import rules
from alongside.agreements.models import Agreement, RenewalLead
from alongside.agreements.rules.document import TYPE_WORDS
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, columns, statement

a, lead = columns(Agreement), columns(RenewalLead)


@statement
def _own() -> Query:
    return select(lead.type, lead.days).where(lead.tenant_id == TENANT)


def _usual(kind: str) -> int:
    return rules.lead_days(bool(rules.review_steps(kind, False)))


async def renewal_leads(db: Executor) -> list[dict[str, Any]]:
    """Every type with its days."""
    own = {row["type"]: row["days"] for row in await db.rows(_own())}
    return [
        {"type": kind, "days": own.get(kind, _usual(kind)), "usual_days": _usual(kind), "is_own": kind in own}
        for kind in TYPE_WORDS
    ]


_REVIEWED: Final[ColumnElement[Any]] = literal_column(
    "'{" + ",".join(kind for kind in TYPE_WORDS if rules.review_steps(kind, False)) + "}'::text[]"
)
LEAD: ColumnElement[Any] = func.coalesce(
    select(lead.days).where(lead.tenant_id == TENANT, lead.type == a.type).correlate(a.id.table).scalar_subquery(),
    case(
        (a.type == any_(_REVIEWED), rules.lead_days(True)),
        (a.shares_student_records, rules.lead_days(True)),
        else_=rules.lead_days(False),
    ),
)
"""The days of one agreement, as `renewal_opens_on` counts them."""
