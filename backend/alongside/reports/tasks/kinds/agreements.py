"""What waits at an agreement: its review, its schools, its signatures, its promises and its yearly look."""

from collections.abc import Callable

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Date,
    Text,
    all_,
    and_,
    any_,
    cast,
    exists,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
)

from alongside.agreements.models import (
    Agreement,
    AgreementReview,
    AgreementSchool,
    PromiseWord,
    ResourceCommitment,
    Revisit,
    RevisitWord,
    Signature,
)
from alongside.agreements.queries import (
    DESTRUCTION_DUE,
    DESTRUCTION_OWED,
    LAST,
    LEAD,
    SCHOOL_ANSWER_DUE,
    SCHOOL_ASKED_ON,
)
from alongside.agreements.rules import LATE_DAYS
from alongside.core.statements import TENANT, Query, a_key, columns, day_of

from .task import DAY, EMPLOYERS, LEADING, LED, MINE, a_task, o, partner_is, school_is

a, asc = columns(Agreement), columns(AgreementSchool)
review, signature, promise = columns(AgreementReview), columns(Signature), columns(ResourceCommitment)
word, visit, said = columns(PromiseWord), columns(Revisit), columns(RevisitWord)


def _agreement(kind: str, *conditions: ColumnElement[bool]) -> Query:
    return a_task(
        kind,
        "agreement",
        a.id,
        a.title,
        since=func.coalesce(day_of(a.submitted_at), day_of(a.updated_at)),
        partner=True,
    ).where(a.tenant_id == TENANT, partner_is(a.partner_id), *conditions)


def _schools_pending() -> ColumnElement[bool]:
    return exists(
        select(literal_column("1")).where(
            asc.tenant_id == TENANT, asc.agreement_id == a.id, asc.confirmation == "pending"
        )
    )


_ASKS_BOARD: ColumnElement[bool] = literal("board") == any_(a.route_steps)


def _last_word_is_missing() -> ColumnElement[bool]:
    """In review, with every school's answer and every reviewer's yes: only the office's word is left, or the board's,
    which ends the review by moving it."""
    approved = (
        select(func.coalesce(func.array_agg(review.step), literal_column("'{}'::text[]")))
        .where(
            review.tenant_id == TENANT,
            review.agreement_id == a.id,
            review.is_current,
            review.decision == "approved",
        )
        .correlate(a.id.table)
        .scalar_subquery()
    )
    others = func.array_remove(func.coalesce(a.route_steps, literal_column("'{}'::text[]")), literal_column("'board'"))
    return and_(
        a.status == "in_review",
        not_(_schools_pending()),
        cast(others, ARRAY(Text)).op("<@")(cast(approved, ARRAY(Text))),
    )


def _ending() -> Query:
    """Open from the day on which its next term is to be drafted, so that a long review is over in time."""
    opened = cast(a.ends_on - LEAD, Date)
    return a_task("agreement_ending", "agreement", a.id, a.title, due=a.ends_on, since=opened, partner=True).where(
        a.tenant_id == TENANT,
        partner_is(a.partner_id),
        a.status == "executed",
        a.amends_id.is_(None),
        a.ends_on >= DAY,
        a.ends_on <= DAY + LEAD,
        not_(_renewed()),
    )


def _renewed() -> ColumnElement[bool]:
    renewal = a.id.table.alias("renewal").c
    return exists(
        select(literal_column("1")).where(
            renewal.tenant_id == TENANT,
            renewal.renews_id == a.id,
            renewal.status != all_(literal_column("'{withdrawn,rejected,terminated}'::text[]")),
        )
    )


def _reviewed_by_me() -> ColumnElement[bool]:
    return exists(
        select(literal_column("1")).where(
            review.tenant_id == TENANT, review.agreement_id == a.id, review.reviewer_id == a_key("me")
        )
    )


def _signed(party: str) -> ColumnElement[bool]:
    return exists(
        select(literal_column("1")).where(
            signature.tenant_id == TENANT,
            signature.agreement_id == a.id,
            signature.party == party,
            signature.voided_at.is_(None),
        )
    )


def _to_mend() -> Query:
    covers_my_school = exists(
        select(literal_column("1")).where(asc.tenant_id == TENANT, asc.agreement_id == a.id, asc.school_id == any_(LED))
    )
    return _agreement(
        "agreement_to_mend",
        a.status == "changes_requested",
        or_(a.partner_id == any_(MINE), covers_my_school),
    )


def _to_confirm() -> Query:
    return a_task(
        "school_to_confirm",
        "agreement",
        a.id,
        a.title,
        due=SCHOOL_ANSWER_DUE,
        since=SCHOOL_ASKED_ON,
        school=True,
        partner=True,
    ).where(
        a.tenant_id == TENANT,
        asc.tenant_id == TENANT,
        asc.agreement_id == a.id,
        asc.confirmation == "pending",
        asc.school_id == any_(LEADING),
        a.status == any_(literal_column("'{submitted,in_review,executed}'::text[]")),
        or_(a.status != "executed", a.ends_on >= DAY),
        school_is(asc.school_id),
        partner_is(a.partner_id),
    )


def _came() -> ColumnElement[bool]:
    """Whether the school, or somebody for all of them, said that it came."""
    return exists(
        select(literal_column("1")).where(
            word.tenant_id == TENANT,
            word.resource_id == promise.id,
            word.outcome == "delivered",
            or_(word.school_id.is_(None), word.school_id == asc.school_id),
        )
    )


def _promise(kind: str, party: str, whose: ColumnElement[bool]) -> Query:
    """A promise past its day: at one school, or at every school that the agreement names."""
    return a_task(kind, "agreement", a.id, promise.text, due=promise.promised_by_on, school=True, partner=True).where(
        promise.tenant_id == TENANT,
        promise.party == party,
        promise.delivered_on.is_(None),
        promise.promised_by_on < DAY,
        not_(_came()),
        a.tenant_id == TENANT,
        a.id == promise.agreement_id,
        a.status == "executed",
        a.ends_on >= DAY,
        asc.tenant_id == TENANT,
        asc.agreement_id == a.id,
        or_(promise.school_id.is_(None), promise.school_id == asc.school_id),
        asc.confirmation == "confirmed",
        school_is(asc.school_id),
        partner_is(a.partner_id),
        whose,
    )


def _revisit(kind: str, side: str, *whose: ColumnElement[bool]) -> Query:
    """One task an agreement, however many of its schools wait: they are answered in one sitting."""
    after = visit.id.table.alias("after").c
    superseded = exists(
        select(literal_column("1")).where(
            after.tenant_id == TENANT,
            after.agreement_id == visit.agreement_id,
            after.due_on > visit.due_on,
            after.opens_on <= DAY,
        )
    )
    given = exists(
        select(literal_column("1")).where(
            said.tenant_id == TENANT,
            said.revisit_id == visit.id,
            said.side == side,
            said.school_id.is_not_distinct_from(asc.school_id),
        )
    )
    takes_part = and_(
        asc.tenant_id == a.tenant_id,
        asc.agreement_id == a.id,
        not_(a.is_district_wide),
        asc.confirmation == "confirmed",
        or_(asc.covered_from.is_(None), asc.covered_from <= visit.due_on),
    )
    return (
        a_task(kind, "agreement", a.id, a.title, due=visit.due_on, since=visit.opens_on, partner=True)
        .select_from(visit.id.table)
        .join(a.id.table, and_(a.tenant_id == visit.tenant_id, a.id == visit.agreement_id))
        .join(o.id.table, partner_is(a.partner_id))
        .outerjoin(asc.id.table, takes_part)
        .where(
            visit.tenant_id == TENANT,
            visit.opens_on <= DAY,
            a.status == "executed",
            a.ends_on + literal_column(str(LATE_DAYS)) >= DAY,
            not_(superseded),
            or_(a.is_district_wide, asc.id.is_not(None)),
            not_(given),
            *whose,
        )
        .group_by(a.id, a.title, visit.due_on, visit.opens_on, o.id, o.name)
    )


def _destruction(kind: str, whose: ColumnElement[bool]) -> Query:
    """From the day after the last one until somebody certifies that the student records are gone."""
    since = cast(LAST + literal_column("1"), Date)
    return a_task(kind, "agreement", a.id, a.title, due=DESTRUCTION_DUE, since=since, partner=True).where(
        a.tenant_id == TENANT, partner_is(a.partner_id), DESTRUCTION_OWED, LAST < DAY, whose
    )


SELECTS: dict[str, Callable[[], Query]] = {
    "agreement_to_start_review": lambda: _agreement("agreement_to_start_review", a.status == "submitted"),
    "agreement_to_decide": lambda: _agreement(
        "agreement_to_decide", _last_word_is_missing(), or_(a.route_steps.is_(None), not_(_ASKS_BOARD))
    ),
    "agreement_for_board": lambda: _agreement("agreement_for_board", _last_word_is_missing(), _ASKS_BOARD),
    "agreement_to_send": lambda: _agreement("agreement_to_send", a.status == "approved"),
    "agreement_ending": _ending,
    "agreement_to_review": lambda: _agreement("agreement_to_review", a.status == "in_review", not_(_reviewed_by_me())),
    "agreement_to_sign_for_district": lambda: _agreement(
        "agreement_to_sign_for_district", a.status == "out_for_signature", not_(_signed("district"))
    ),
    "agreement_to_sign_for_partner": lambda: _agreement(
        "agreement_to_sign_for_partner",
        a.status == "out_for_signature",
        not_(_signed("partner")),
        a.partner_id == any_(MINE),
    ),
    "agreement_to_mend": _to_mend,
    "school_to_confirm": _to_confirm,
    "records_to_destroy": lambda: _destruction("records_to_destroy", a.partner_id == any_(MINE)),
    "records_to_follow_up": lambda: _destruction("records_to_follow_up", not_(a.partner_id == any_(EMPLOYERS))),
    "promise_of_school": lambda: _promise("promise_of_school", "school", asc.school_id == any_(LED)),
    "promise_of_partner": lambda: _promise("promise_of_partner", "partner", a.partner_id == any_(MINE)),
    "revisit_for_school": lambda: _revisit(
        "revisit_for_school", "school", asc.school_id == any_(LED), not_(a.partner_id == any_(EMPLOYERS))
    ),
    "revisit_for_partner": lambda: _revisit("revisit_for_partner", "partner", a.partner_id == any_(MINE)),
    "revisit_for_district": lambda: _revisit(
        "revisit_for_district", "school", a.is_district_wide, not_(a.partner_id == any_(EMPLOYERS))
    ),
}
