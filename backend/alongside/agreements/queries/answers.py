"""By when a school that was asked answers, as the district has set it: from the day after it counts as silent."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Date, cast, func, select

from alongside.agreements.models import Agreement, AgreementSchool
from alongside.core.statements import TENANT, columns, day_of
from alongside.identity.models import Tenant

a, ns, t = columns(Agreement), columns(AgreementSchool), columns(Tenant)

SCHOOL_ASKED_ON: Final[ColumnElement[Any]] = func.coalesce(ns.added_on, day_of(a.submitted_at))
"""When the agreement was sent, or the office offered it to the school later."""

SCHOOL_ANSWER_DUE: Final[ColumnElement[Any]] = cast(
    SCHOOL_ASKED_ON + select(t.school_answer_days).where(t.id == TENANT).scalar_subquery(), Date
)
