"""The time of day at which a written schedule begins."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.partnerships.rules import start_time


@pytest.mark.parametrize(
    ("schedule", "start"),
    [
        ("Tuesday and Thursday, 3:45 to 5:00 pm", time(15, 45)),
        ("School days, 8:30 am to 3:00 pm", time(8, 30)),
        ("Saturday, 11:30 to 1:15 pm", time(11, 30)),
        ("Noon club, 12:15 to 1 pm", time(12, 15)),
        ("Mornings, 7 to 8 a.m.", time(7, 0)),
        ("Fridays 4–6 PM", time(16, 0)),
        ("Every second Monday at 6 pm", time(18, 0)),
        ("Midnight watch, 12:00 am", time(0, 0)),
    ],
)
def test_a_schedule_begins_at_its_first_time(schedule: str, start: time) -> None:
    assert start_time(schedule) == start


@pytest.mark.parametrize(
    "schedule",
    [None, "", "Every school day", "Grades 3 to 5, Tuesday", "Room 114", "October 1 to June 12", "3:45 to 5:00",
     "2019-10-01 to 2020-06-12", "99:99 pm"],
)  # fmt: skip
def test_a_schedule_without_a_clear_time_begins_at_none(schedule: str | None) -> None:
    assert start_time(schedule) is None


@given(st.text(max_size=200))
def test_nothing_people_write_makes_it_stumble(schedule: str) -> None:
    start_time(schedule)
