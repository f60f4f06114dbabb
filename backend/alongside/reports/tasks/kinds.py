"""One select per kind of task, all with the same columns, for the place and the day of the caller."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    String,
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
from sqlalchemy.dialects.postgresql import UUID

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
from alongside.agreements.rules import LATE_DAYS
from alongside.core.statements import TENANT, Query, a_day, a_key, an_int, columns, the_keys
from alongside.needs.models import Need, NeedsAssessment
from alongside.papers.models import BackgroundCheck, Paper, StaffMember
from alongside.partners.models import Partner
from alongside.partnerships.models import Partnership, PartnershipNeed
from alongside.schools.models import School
from alongside.targets.models import Result, Target, TargetSchool

a, asc = columns(Agreement), columns(AgreementSchool)
review, signature, promise = columns(AgreementReview), columns(Signature), columns(ResourceCommitment)
word, visit, said = columns(PromiseWord), columns(Revisit), columns(RevisitWord)
assessment, n = columns(NeedsAssessment), columns(Need)
o, p, pn, s = columns(Partner), columns(Partnership), columns(PartnershipNeed), columns(School)
paper, check, member = columns(Paper), columns(BackgroundCheck), columns(StaffMember)
t, ts, r = columns(Target), columns(TargetSchool), columns(Result)

DAY = a_day("day")
LED, LEADING, MINE = the_keys("led_schools"), the_keys("leading_schools"), the_keys("my_partners")
EMPLOYERS = the_keys("employers")


def _task(
    kind: str,
    object_type: str,
    row: ColumnElement[Any],
    title: ColumnElement[Any],
    *,
    due: ColumnElement[Any] | None = None,
    since: ColumnElement[Any] | None = None,
    school: bool = False,
    partner: bool = False,
) -> Query:
    """The columns that every kind has; `school` and `partner` say whether those tables are joined."""
    nothing: ColumnElement[Any] = literal_column("null")
    return select(
        literal(kind, String).label("kind"),
        literal(object_type, String).label("object_type"),
        row.label("id"),
        title.label("title"),
        cast(nothing if due is None else due, Date).label("due_on"),
        cast(nothing if since is None else since, Date).label("since_on"),
        cast(s.id if school else nothing, UUID).label("school_id"),
        (s.name if school else cast(nothing, String)).label("school_name"),
        cast(o.id if partner else nothing, UUID).label("partner_id"),
        (o.name if partner else cast(nothing, String)).label("partner_name"),
    )


def _partner_of(column: ColumnElement[Any]) -> ColumnElement[bool]:
    return and_(o.tenant_id == TENANT, o.id == column)


def _school_of(column: ColumnElement[Any]) -> ColumnElement[bool]:
    return and_(s.tenant_id == TENANT, s.id == column)


def _application() -> Query:
    return _task("partner_application", "partner", o.id, o.name, since=o.submitted_on, partner=True).where(
        o.tenant_id == TENANT, o.status == any_(literal_column("'{submitted,under_review}'::text[]"))
    )


def _agreement(kind: str, *conditions: ColumnElement[bool]) -> Query:
    return _task(
        kind,
        "agreement",
        a.id,
        a.title,
        since=func.coalesce(cast(a.submitted_at, Date), cast(a.updated_at, Date)),
        partner=True,
    ).where(a.tenant_id == TENANT, _partner_of(a.partner_id), *conditions)


def _schools_pending() -> ColumnElement[bool]:
    return exists(
        select(literal_column("1")).where(
            asc.tenant_id == TENANT, asc.agreement_id == a.id, asc.confirmation == "pending"
        )
    )


def _ending() -> Query:
    return _task("agreement_ending", "agreement", a.id, a.title, due=a.ends_on, partner=True).where(
        a.tenant_id == TENANT,
        _partner_of(a.partner_id),
        a.status == "executed",
        a.ends_on >= DAY,
        a.ends_on <= DAY + an_int("window"),
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
    return _task(
        "school_to_confirm",
        "agreement",
        a.id,
        a.title,
        since=func.coalesce(asc.added_on, cast(a.submitted_at, Date)),
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
        _school_of(asc.school_id),
        _partner_of(a.partner_id),
    )


def _assessment(kind: str, statuses: str, schools: ColumnElement[Any], since: ColumnElement[Any]) -> Query:
    return _task(kind, "needs_assessment", assessment.id, assessment.school_year, since=since, school=True).where(
        assessment.tenant_id == TENANT,
        assessment.status == any_(literal_column(f"'{{{statuses}}}'::text[]")),
        assessment.school_id == any_(schools),
        _school_of(assessment.school_id),
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
    return _task("need_without_program", "need", n.id, n.title, since=assessment.published_on, school=True).where(
        n.tenant_id == TENANT,
        assessment.tenant_id == TENANT,
        assessment.id == n.assessment_id,
        assessment.status == "published",
        n.school_id == any_(LED),
        n.meet_via_partnership != "no",
        n.status == any_(literal_column("'{identified,prioritized,matched}'::text[]")),
        _school_of(n.school_id),
        not_(addressed),
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
    return _task(kind, "agreement", a.id, promise.text, due=promise.promised_by_on, school=True, partner=True).where(
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
        _school_of(asc.school_id),
        _partner_of(a.partner_id),
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
        _task(kind, "agreement", a.id, a.title, due=visit.due_on, since=visit.opens_on, partner=True)
        .select_from(visit.id.table)
        .join(a.id.table, and_(a.tenant_id == visit.tenant_id, a.id == visit.agreement_id))
        .join(o.id.table, _partner_of(a.partner_id))
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


def _target_for_school() -> Query:
    return _task(
        "target_for_school", "target", t.id, t.name, since=t.partner_agreed_on, school=True, partner=True
    ).where(
        t.tenant_id == TENANT,
        t.status == "proposed",
        ts.tenant_id == TENANT,
        ts.target_id == t.id,
        ts.word == "pending",
        ts.school_id == any_(LED),
        not_(t.partner_id == any_(EMPLOYERS)),
        _school_of(ts.school_id),
        _partner_of(t.partner_id),
    )


def _target_for_partner() -> Query:
    return _task("target_for_partner", "target", t.id, t.name, since=cast(t.updated_at, Date), partner=True).where(
        t.tenant_id == TENANT,
        t.status == "proposed",
        t.partner_agreed_on.is_(None),
        t.partner_id == any_(MINE),
        _partner_of(t.partner_id),
    )


def _result_to_verify() -> Query:
    return (
        _task(
            "result_to_verify",
            "target",
            t.id,
            t.name,
            since=cast(func.min(r.entered_at), Date),
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
            _school_of(r.school_id),
            _partner_of(t.partner_id),
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
        _task("result_due", "target", t.id, t.name, due=func.min(due), partner=True)
        .where(
            t.tenant_id == TENANT,
            t.status == "open",
            t.reporting_interval_days.is_not(None),
            t.partner_id == any_(MINE),
            ts.tenant_id == TENANT,
            ts.target_id == t.id,
            ts.word == "agreed",
            due <= DAY + literal_column("6"),
            _partner_of(t.partner_id),
        )
        .group_by(t.id, t.name, o.id, o.name)
    )


def _profile() -> Query:
    return _task("profile_to_complete", "partner", o.id, o.name, since=cast(o.updated_at, Date), partner=True).where(
        o.tenant_id == TENANT,
        o.id == any_(MINE),
        o.status == any_(literal_column("'{prospective,changes_requested}'::text[]")),
    )


def _papers(kind: str, status: str, since: ColumnElement[Any], *conditions: ColumnElement[bool]) -> Query:
    """The papers of one partner that wait for the same step are one task: they are seen through in one sitting."""
    return (
        _task(kind, "partner", o.id, o.name, since=func.min(since), partner=True)
        .where(paper.tenant_id == TENANT, paper.status == status, _partner_of(paper.partner_id), *conditions)
        .group_by(o.id, o.name)
    )


def _checks() -> Query:
    return (
        _task("checks_to_verify", "partner", o.id, o.name, since=func.min(check.issued_on), partner=True)
        .where(
            check.tenant_id == TENANT,
            check.result == "pending",
            member.tenant_id == TENANT,
            member.id == check.staff_id,
            or_(member.ends_on.is_(None), member.ends_on >= DAY),
            not_(member.partner_id == any_(EMPLOYERS)),
            _partner_of(member.partner_id),
        )
        .group_by(o.id, o.name)
    )


SELECTS: Mapping[str, Callable[[], Query]] = {
    "partner_application": _application,
    "agreement_to_start_review": lambda: _agreement("agreement_to_start_review", a.status == "submitted"),
    "agreement_to_decide": lambda: _agreement("agreement_to_decide", a.status == "in_review", not_(_schools_pending())),
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
    "assessment_to_approve": lambda: _assessment(
        "assessment_to_approve", "submitted", LEADING, assessment.submitted_on
    ),
    "assessment_to_publish": lambda: _assessment("assessment_to_publish", "approved", LEADING, assessment.approved_on),
    "assessment_to_continue": lambda: _assessment(
        "assessment_to_continue", "draft,collecting,analyzing,prioritizing", LED, cast(assessment.created_at, Date)
    ),
    "need_without_program": _need_without_program,
    "promise_of_school": lambda: _promise("promise_of_school", "school", asc.school_id == any_(LED)),
    "promise_of_partner": lambda: _promise("promise_of_partner", "partner", a.partner_id == any_(MINE)),
    "revisit_for_school": lambda: _revisit(
        "revisit_for_school", "school", asc.school_id == any_(LED), not_(a.partner_id == any_(EMPLOYERS))
    ),
    "revisit_for_partner": lambda: _revisit("revisit_for_partner", "partner", a.partner_id == any_(MINE)),
    "revisit_for_district": lambda: _revisit(
        "revisit_for_district", "school", a.is_district_wide, not_(a.partner_id == any_(EMPLOYERS))
    ),
    "target_for_school": _target_for_school,
    "target_for_partner": _target_for_partner,
    "result_to_verify": _result_to_verify,
    "result_due": _result_due,
    "profile_to_complete": _profile,
    "papers_to_review": lambda: _papers(
        "papers_to_review", "submitted", paper.submitted_on, not_(paper.partner_id == any_(EMPLOYERS))
    ),
    "checks_to_verify": _checks,
    "papers_to_mend": lambda: _papers("papers_to_mend", "rejected", paper.reviewed_on, paper.partner_id == any_(MINE)),
}
