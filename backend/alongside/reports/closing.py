"""What a school's closing touches: counted, so that whoever closes it knows how much has to be settled."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, exists, func, literal_column, not_, select

from alongside.agreements import queries as agreements
from alongside.agreements.models import Agreement, AgreementSchool
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, a_key, columns, statement, the_texts
from alongside.identity.principal import Principal
from alongside.needs.models import Need, NeedsAssessment
from alongside.partnerships import rules
from alongside.partnerships.models import Partnership

a, ns, p = columns(Agreement), columns(AgreementSchool), columns(Partnership)
n, assessment = columns(Need), columns(NeedsAssessment)
ONE: ColumnElement[Any] = literal_column("1")
SCHOOL = a_key("school")


def _count(*conditions: ColumnElement[bool]) -> ColumnElement[Any]:
    return select(func.count()).where(*conditions).scalar_subquery()


def _at(school: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether an agreement names such a school that did not say no."""
    return exists(
        select(ONE)
        .where(ns.tenant_id == a.tenant_id, ns.agreement_id == a.id, ns.confirmation != "declined", school)
        .correlate(a.id.table)
    )


_NAMES_IT = and_(
    a.tenant_id == TENANT,
    not_(a.is_district_wide),
    a_day("day") <= agreements.LAST,
    not_(any_(the_texts("agreement_over")) == agreements.EFFECTIVE_STATUS),
    agreements.OWN_TEXT,
    _at(ns.school_id == SCHOOL),
)
_UNDER_WAY = and_(
    p.tenant_id == TENANT, p.school_id == SCHOOL, not_(p.stage == any_(the_texts("partnership_over")))
)  # fmt: skip
_OPEN_NEED = and_(
    n.tenant_id == TENANT, n.school_id == SCHOOL, assessment.tenant_id == TENANT, assessment.id == n.assessment_id,
    assessment.status == "published", not_(n.status == any_(literal_column("'{met,deferred,dropped}'::text[]"))),
)  # fmt: skip


@statement
def _touched() -> Query:
    return select(
        _count(_UNDER_WAY).label("partnerships"),
        _count(_UNDER_WAY, p.stage == "active").label("at_work"),
        _count(_NAMES_IT).label("agreements"),
        _count(_NAMES_IT, not_(_at(ns.school_id != SCHOOL))).label("agreements_only_here"),
        _count(_OPEN_NEED).label("needs"),
    )


async def touched(db: Executor, principal: Principal, school_id: UUID, day: date) -> dict[str, Any]:
    """How many partnerships under way, agreements that would cover it on the day or later, and open needs are the
    school's. Agreements of the whole district name no school and are none of them."""
    row = await db.row(
        _touched(),
        school=school_id,
        day=day,
        window=principal.tenant.expiring_window_days,
        agreement_over=sorted(rules.AGREEMENT_OVER),
        partnership_over=sorted(rules.OVER),
    )
    assert row is not None
    return dict(row)
