"""What waits at a site plan or a request to join: a side's word, changes, a plan at all, an answer."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, any_, exists, func, literal_column, not_, or_, select

from alongside.agreements.models import Agreement, AgreementSchool, JoinRequest, SitePlan, SitePlanWord
from alongside.agreements.rules import CLEARING, PLAN_OPEN
from alongside.core.statements import TENANT, Query, columns, day_of
from alongside.identity.models import Tenant

from .task import DAY, EMPLOYERS, LEADING, LED, MINE, a_task, partner_is, school_is

x, a, asc = columns(SitePlan), columns(Agreement), columns(AgreementSchool)
word, wish, t = columns(SitePlanWord), columns(JoinRequest), columns(Tenant)


def _words(words: frozenset[str]) -> ColumnElement[object]:
    return literal_column("'{" + ",".join(sorted(words)) + "}'::text[]")


def _plan(kind: str, *conditions: ColumnElement[bool]) -> Query:
    since = day_of(x.status_since)
    return a_task(kind, "site_plan", x.id, a.title, since=since, school=True, partner=True).where(
        x.tenant_id == TENANT,
        a.tenant_id == TENANT,
        a.id == x.agreement_id,
        x.ends_on >= DAY,
        a.ends_on >= DAY,
        school_is(x.school_id),
        partner_is(a.partner_id),
        *conditions,
    )


def _unsaid(side: str) -> ColumnElement[bool]:
    said = exists(select(literal_column("1")).where(word.tenant_id == TENANT, word.plan_id == x.id, word.side == side))
    # before that it cannot be agreed
    return (x.status == "proposed") & (a.status == "executed") & not_(said)


def _missing() -> Query:
    """One task for each school under an agreement in force whose district asks for plans and that has none."""
    has = exists(
        select(literal_column("1")).where(
            x.tenant_id == TENANT,
            x.agreement_id == a.id,
            x.school_id == asc.school_id,
            or_(x.status == any_(_words(PLAN_OPEN)), (x.status == "agreed") & (x.ends_on >= DAY)),
        )
    )
    asked = exists(select(literal_column("1")).where(t.id == TENANT, t.asks_site_plans))
    since = func.greatest(a.effective_on, func.coalesce(asc.covered_from, a.effective_on))
    return a_task("plan_missing", "agreement", a.id, a.title, since=since, school=True, partner=True).where(
        asked,
        a.tenant_id == TENANT,
        a.status == "executed",
        a.is_binding,
        a.type == any_(_words(frozenset(CLEARING))),
        a.amends_id.is_(None),
        a.effective_on <= DAY,
        a.ends_on >= DAY,
        or_(a.ceases_on.is_(None), a.ceases_on > DAY),
        asc.tenant_id == TENANT,
        asc.agreement_id == a.id,
        asc.confirmation == "confirmed",
        asc.school_id == any_(LED),
        not_(a.partner_id == any_(EMPLOYERS)),
        school_is(asc.school_id),
        partner_is(a.partner_id),
        not_(has),
    )


def _to_mend() -> Query:
    """Back with the side that wrote it."""
    schools = (x.drafted_by == "school") & (x.school_id == any_(LED))
    partners = (x.drafted_by == "partner") & (a.partner_id == any_(MINE))
    return _plan("plan_to_mend", x.status == "changes_requested", or_(schools, partners))


def _asked() -> Query:
    """A school asks the office to join what is signed."""
    return a_task("join_request", "agreement", a.id, a.title, since=wish.asked_on, school=True, partner=True).where(
        wish.tenant_id == TENANT,
        wish.status == "asked",
        a.tenant_id == TENANT,
        a.id == wish.agreement_id,
        not_(a.partner_id == any_(EMPLOYERS)),
        school_is(wish.school_id),
        partner_is(a.partner_id),
    )


SELECTS: dict[str, Callable[[], Query]] = {
    "plan_to_agree_for_school": lambda: _plan(
        "plan_to_agree_for_school", _unsaid("school"), x.school_id == any_(LEADING),
        not_(a.partner_id == any_(EMPLOYERS)),
    ),
    "plan_to_agree_for_partner": lambda: _plan(
        "plan_to_agree_for_partner", _unsaid("partner"), a.partner_id == any_(MINE)
    ),
    "plan_to_mend": _to_mend,
    "plan_missing": _missing,
    "join_request": _asked,
}  # fmt: skip
