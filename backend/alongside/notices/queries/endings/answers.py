"""Words that schools were asked for and have not given: the day by which one is wanted, or that of asking, which
reminds afterwards."""

from typing import Any

from sqlalchemy import ColumnElement, String, and_, literal, literal_column, or_
from sqlalchemy.dialects.postgresql import array

from alongside.agreements.models import Agreement, AgreementSchool
from alongside.agreements.queries import SCHOOL_ANSWER_DUE, SCHOOL_ASKED_ON
from alongside.core.statements import Query, columns
from alongside.targets.models import Target, TargetSchool

from .shape import FIRST, LAST, Standpoints, an_ending, o

a, ns, t, ts = columns(Agreement), columns(AgreementSchool), columns(Target), columns(TargetSchool)

AGAIN: ColumnElement[Any] = literal("again", String)


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
        is_district_wide=literal_column("false"), ends_on=SCHOOL_ANSWER_DUE, since_on=SCHOOL_ASKED_ON, answer=AGAIN,
    ).where(
        o.id == a.partner_id, waits_for_school(LAST), SCHOOL_ANSWER_DUE >= FIRST, SCHOOL_ANSWER_DUE <= LAST,
    )  # fmt: skip


def target_words(_: Standpoints) -> Query:
    """Targets that a school has not answered."""
    return an_ending(
        "target", t, title=t.name, record=ts.id, schools=array([ts.school_id]),
        is_district_wide=literal_column("false"), ends_on=t.proposed_on, since_on=t.proposed_on, answer=AGAIN,
    ).where(
        o.id == t.partner_id, waits_for_target(), t.proposed_on >= FIRST, t.proposed_on <= LAST,
    )  # fmt: skip
