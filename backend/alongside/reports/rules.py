"""When a task is late and how tasks are ordered; no I/O."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Literal

from alongside.identity.scopes import Role
from alongside.partners.rules import ANSWER_DAYS

Urgency = Literal["overdue", "this_week", "later"]

OFFICE = frozenset({Role.DISTRICT_ADMIN, Role.PARTNERSHIP_OFFICE})
REVIEWERS = frozenset({Role.LEGAL_REVIEWER, Role.COMPLIANCE_REVIEWER, Role.PRIVACY_OFFICER})
LEADER = frozenset({Role.SCHOOL_LEADER})
SCHOOL_SIDE = frozenset({Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR})
PARTNER_SIDE = frozenset({Role.PARTNER_ADMIN, Role.PARTNER_STAFF})

KINDS: Mapping[str, frozenset[Role]] = {
    "partner_application": OFFICE,
    "agreement_to_start_review": OFFICE,
    "agreement_to_decide": OFFICE,
    "agreement_for_board": OFFICE,
    "agreement_to_send": OFFICE,
    "agreement_ending": OFFICE,
    "records_to_destroy": frozenset({Role.PARTNER_ADMIN}),
    "records_to_follow_up": OFFICE | {Role.PRIVACY_OFFICER},
    "agreement_to_review": REVIEWERS,
    "agreement_to_sign_for_district": frozenset({Role.DISTRICT_SIGNATORY}),
    "agreement_to_sign_for_partner": frozenset({Role.PARTNER_SIGNATORY}),
    "agreement_to_mend": frozenset({Role.PARTNER_ADMIN, Role.PARTNERSHIP_COORDINATOR}),
    "school_to_confirm": LEADER,
    "join_request": OFFICE,
    "opening_to_answer": frozenset({Role.PARTNER_ADMIN, Role.PARTNER_SIGNATORY}),
    "opening_answered": OFFICE,
    "plan_to_agree_for_school": LEADER,
    "plan_to_agree_for_partner": frozenset({Role.PARTNER_ADMIN}),
    "plan_to_mend": SCHOOL_SIDE | {Role.PARTNER_ADMIN},
    "plan_missing": SCHOOL_SIDE,
    "assessment_to_approve": LEADER,
    "assessment_to_publish": LEADER,
    "assessment_to_continue": frozenset({Role.PARTNERSHIP_COORDINATOR}),
    "need_without_program": SCHOOL_SIDE,
    "promise_of_school": SCHOOL_SIDE,
    "promise_of_partner": PARTNER_SIDE,
    "revisit_for_school": SCHOOL_SIDE,
    "revisit_for_partner": frozenset({Role.PARTNER_ADMIN}),
    "revisit_for_district": OFFICE,
    "target_for_school": SCHOOL_SIDE,
    "target_for_partner": frozenset({Role.PARTNER_ADMIN}),
    "result_to_verify": SCHOOL_SIDE,
    "result_due": PARTNER_SIDE,
    "profile_to_complete": frozenset({Role.PARTNER_ADMIN}),
    "papers_to_review": frozenset({Role.COMPLIANCE_REVIEWER, Role.LEGAL_REVIEWER}),
    "checks_to_verify": frozenset({Role.COMPLIANCE_REVIEWER}),
    "papers_to_mend": PARTNER_SIDE,
}
"""Who is asked to do what."""

WAITING_DAYS: Mapping[str, int] = {
    "partner_application": ANSWER_DAYS,
    "agreement_to_start_review": 10,
    "agreement_to_decide": 20,
    "agreement_for_board": 20,
    "agreement_to_send": 10,
    "agreement_to_review": 14,
    "agreement_to_sign_for_district": 10,
    "agreement_to_sign_for_partner": 10,
    "agreement_to_mend": 14,
    "join_request": 10,
    "opening_to_answer": 14,
    "opening_answered": 14,
    "plan_to_agree_for_school": 14,
    "plan_to_agree_for_partner": 14,
    "plan_to_mend": 14,
    "plan_missing": 60,
    "assessment_to_approve": 14,
    "assessment_to_publish": 14,
    "target_for_school": 14,
    "target_for_partner": 14,
    "result_to_verify": 14,
    "profile_to_complete": 14,
    "papers_to_review": 10,
    "checks_to_verify": 10,
    "papers_to_mend": 14,
}
"""After how many days of waiting a task without a date of its own is late (our own choice, a setting later)."""


def kinds_for(roles: frozenset[Role]) -> frozenset[str]:
    """The kinds of task that somebody with these roles is asked to do."""
    return frozenset(kind for kind, asked in KINDS.items() if not roles.isdisjoint(asked))


def due_on(kind: str, due: date | None, since: date | None) -> date | None:
    """A task's own day, else the day on which it has waited too long."""
    if due is not None or since is None or kind not in WAITING_DAYS:
        return due
    return since + timedelta(days=WAITING_DAYS[kind])


def settle_by(ends_on: date, last_day_on: date | None, day: date) -> date:
    """By when the next term of programs that rest in summer is settled: while school is in session, since after it
    nobody is there to be asked; once that is over, by the agreement's own last day."""
    return ends_on if last_day_on is None or last_day_on < day else last_day_on


def urgency(due: date | None, day: date) -> Urgency:
    """Overdue before the day, this week through the coming six days, else later (also without a date)."""
    if due is None:
        return "later"
    if due < day:
        return "overdue"
    return "this_week" if due <= day + timedelta(days=6) else "later"


def ordered(tasks: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Earliest first; without a date last; then by title, so that the order never jumps."""
    return sorted(
        tasks, key=lambda task: (task["due_on"] is None, task["due_on"] or date.max, task["title"], str(task["id"]))
    )
