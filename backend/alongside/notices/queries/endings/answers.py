"""Words that schools were asked for and have not given: the day of asking, which reminds afterwards."""

from typing import Any

from sqlalchemy import ColumnElement, Date, String, and_, cast, func, literal, literal_column, or_
from sqlalchemy.dialects.postgresql import array

from alongside.agreements.models import Agreement, AgreementSchool
from alongside.core.statements import Query, columns
from alongside.notices.rules import ASKED
from alongside.targets.models import Target, TargetSchool

from .shape import FIRST, LAST, Standpoints, an_ending, o

a, ns, t, ts = columns(Agreement), columns(AgreementSchool), columns(Target), columns(TargetSchool)

AGAIN: ColumnElement[Any] = literal("again", String)
TODAY: ColumnElement[Any] = LAST + literal_column(str(-ASKED[0]))
"""The last day that the first step looks at lies so many days back."""

SCHOOL_ASKED_ON: ColumnElement[Any] = func.coalesce(ns.added_on, cast(a.submitted_at, Date))


def waits_for_school(today: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a school of an agreement is asked for its word and has not given it."""
    return and_(
        ns.tenant_id == a.tenant_id, ns.agreement_id == a.id, ns.confirmation == "pending",
        or_(a.status == "submitted", a.status == "in_review", a.status == "executed"), a.ends_on >= today,
    )  # fmt: skip


def waits_for_target() -> ColumnElement[bool]:
    return and_(ts.tenant_id == t.tenant_id, ts.target_id == t.id, ts.word == "pending", t.status == "proposed")


def school_words(_: Standpoints) -> Query:
    """Agreements that a school has not answered."""
    return an_ending(
        "agreement", a, title=a.title, number=a.number, record=ns.id, schools=array([ns.school_id]),
        is_district_wide=literal_column("false"), ends_on=SCHOOL_ASKED_ON, since_on=SCHOOL_ASKED_ON, answer=AGAIN,
    ).where(
        o.id == a.partner_id, waits_for_school(TODAY), SCHOOL_ASKED_ON >= FIRST, SCHOOL_ASKED_ON <= LAST,
    )  # fmt: skip


def target_words(_: Standpoints) -> Query:
    """Targets that a school has not answered."""
    return an_ending(
        "target", t, title=t.name, record=ts.id, schools=array([ts.school_id]),
        is_district_wide=literal_column("false"), ends_on=t.proposed_on, since_on=t.proposed_on, answer=AGAIN,
    ).where(
        o.id == t.partner_id, waits_for_target(), t.proposed_on >= FIRST, t.proposed_on <= LAST,
    )  # fmt: skip
