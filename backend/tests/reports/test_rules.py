"""When a task is late, and how tasks are ordered."""

from datetime import date, timedelta

import pytest

from alongside.identity.scopes import Role
from alongside.reports import rules
from alongside.reports.tasks.kinds import SELECTS

DAY = date(2020, 1, 27)


@pytest.mark.parametrize(("days", "expected"), [(-1, "overdue"), (0, "this_week"), (6, "this_week"), (7, "later")])
def test_urgency_by_days_from_today(days: int, expected: str) -> None:
    assert rules.urgency(DAY + timedelta(days=days), DAY) == expected


def test_without_a_date_a_task_is_for_later() -> None:
    assert rules.urgency(None, DAY) == "later"


def test_waiting_too_long_makes_a_day_to_be_late_after() -> None:
    assert rules.due_on("partner_application", None, DAY - timedelta(days=41)) == DAY - timedelta(days=11)
    assert rules.due_on("agreement_ending", DAY, None) == DAY
    assert rules.due_on("need_without_program", None, DAY) is None


def test_what_rests_in_summer_is_settled_by_the_last_day_of_instruction_while_that_lies_ahead() -> None:
    ends_on, taught = DAY + timedelta(days=30), DAY + timedelta(days=3)
    assert rules.settle_by(ends_on, taught, taught) == taught
    assert rules.settle_by(ends_on, taught, taught + timedelta(days=1)) == ends_on
    assert rules.settle_by(ends_on, None, DAY) == ends_on


def test_every_kind_has_a_select_and_every_select_a_kind() -> None:
    assert set(SELECTS) == set(rules.KINDS)


def test_a_role_is_asked_only_for_its_own_kinds() -> None:
    assert rules.kinds_for(frozenset({Role.DISTRICT_SIGNATORY})) == {"agreement_to_sign_for_district"}
    assert rules.kinds_for(frozenset({Role.SCHOOL_STAFF})) == frozenset()
    assert "school_to_confirm" not in rules.kinds_for(frozenset({Role.PARTNERSHIP_COORDINATOR}))


def test_tasks_are_ordered_by_day_then_title_and_undated_last() -> None:
    tasks = [
        {"id": 1, "title": "b", "due_on": None},
        {"id": 2, "title": "z", "due_on": DAY},
        {"id": 3, "title": "a", "due_on": DAY},
        {"id": 4, "title": "c", "due_on": DAY - timedelta(days=1)},
    ]
    assert [task["id"] for task in rules.ordered(tasks)] == [4, 3, 2, 1]
