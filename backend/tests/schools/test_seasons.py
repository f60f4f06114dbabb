"""Which days are summer and which programs run then, to the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.schools.seasons import (
    Rest,
    Season,
    YearOfInstruction,
    missed_from,
    rest_after,
    rests,
    running,
    season_on,
)

ENTERED = YearOfInstruction(date(2019, 7, 1), date(2020, 6, 30), date(2019, 9, 3), date(2020, 6, 16))
NEXT = YearOfInstruction(date(2020, 7, 1), date(2021, 6, 30), date(2020, 9, 8), date(2021, 6, 22))
NOT_ENTERED = YearOfInstruction(date(2020, 7, 1), date(2021, 6, 30))
AFTER_SCHOOL, CAMP, BOTH = frozenset({"after_school"}), frozenset({"summer"}), frozenset({"after_school", "summer"})
WHENEVER: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("day", "season"),
    [
        (date(2019, 9, 2), Season("summer", date(2019, 9, 3))),
        (date(2019, 9, 3), Season("in_session", date(2020, 6, 17))),
        (date(2020, 2, 29), Season("in_session", date(2020, 6, 17))),
        (date(2020, 6, 16), Season("in_session", date(2020, 6, 17))),
        (date(2020, 6, 17), Season("summer", date(2020, 9, 8))),
        (date(2020, 6, 30), Season("summer", date(2020, 9, 8))),
        (date(2020, 7, 1), Season("summer", date(2020, 9, 8))),
        (date(2020, 9, 7), Season("summer", date(2020, 9, 8))),
        (date(2020, 9, 8), Season("in_session", date(2021, 6, 23))),
        (date(2021, 7, 1), Season("unknown")),
        (date(2019, 6, 30), Season("unknown")),
    ],
)
def test_summer_lies_between_the_last_day_of_instruction_and_the_next_first_one(day: date, season: Season) -> None:
    assert season_on(day, [NEXT, ENTERED]) == season


def test_the_break_before_a_year_that_nobody_entered_is_summer_until_that_year_begins_and_then_unknown() -> None:
    years = [ENTERED, NOT_ENTERED]
    assert season_on(date(2020, 6, 30), years) == Season("summer")
    assert season_on(date(2020, 7, 1), years) == Season("unknown")
    assert season_on(date(2020, 10, 1), years) == Season("unknown")
    assert season_on(date(2020, 6, 30), [ENTERED]) == Season("summer")


def test_a_last_day_of_instruction_on_the_29th_of_february_is_a_day_of_instruction() -> None:
    short = YearOfInstruction(date(2019, 7, 1), date(2020, 6, 30), date(2019, 9, 3), date(2020, 2, 29))
    assert season_on(date(2020, 2, 29), [short]).name == "in_session"
    assert season_on(date(2020, 3, 1), [short]).name == "summer"


@pytest.mark.parametrize(
    ("times", "in_session", "summer"),
    [
        (AFTER_SCHOOL, "runs", "not_in_summer"),
        (frozenset({"weekend"}), "runs", "not_in_summer"),
        (CAMP, "only_in_summer", "runs"),
        (BOTH, "runs", "runs"),
        (WHENEVER, "unknown", "unknown"),
    ],
)
def test_a_program_runs_in_summer_where_it_says_so(times: frozenset[str], in_session: str, summer: str) -> None:
    assert (running(times, "in_session"), running(times, "summer")) == (in_session, summer)
    assert running(times, "unknown") == "unknown"


def test_what_is_not_known_rests_on_no_day() -> None:
    assert not rests("unknown")
    assert not rests("runs")
    assert rests("not_in_summer")
    assert rests("only_in_summer")


@pytest.mark.parametrize(
    ("programs", "years", "from_on", "through_on", "missed"),
    [
        # an agreement that ends on 30 June: the first day of instruction is the first on which it is missed
        ([AFTER_SCHOOL], [ENTERED, NEXT], date(2020, 7, 1), None, date(2020, 9, 8)),
        ([AFTER_SCHOOL], [ENTERED, NEXT], date(2020, 7, 1), date(2020, 9, 7), None),
        ([AFTER_SCHOOL], [ENTERED, NEXT], date(2020, 7, 1), date(2020, 9, 8), date(2020, 9, 8)),
        # one that ends earlier is missed at once
        ([AFTER_SCHOOL], [ENTERED, NEXT], date(2020, 6, 13), None, date(2020, 6, 13)),
        # a program of summer too, or one that does not say, is missed from the day after
        ([AFTER_SCHOOL, BOTH], [ENTERED, NEXT], date(2020, 7, 1), date(2020, 9, 7), date(2020, 7, 1)),
        ([AFTER_SCHOOL, WHENEVER], [ENTERED, NEXT], date(2020, 7, 1), date(2020, 9, 7), date(2020, 7, 1)),
        # a camp over the school year
        ([CAMP], [ENTERED, NEXT], date(2020, 9, 8), date(2021, 6, 22), None),
        ([CAMP], [ENTERED, NEXT], date(2020, 9, 8), None, date(2021, 6, 23)),
        # nobody entered the next year: from its first day it may be missed
        ([AFTER_SCHOOL], [ENTERED, NOT_ENTERED], date(2020, 6, 17), None, date(2020, 7, 1)),
        ([AFTER_SCHOOL], [ENTERED, NOT_ENTERED], date(2020, 7, 1), None, date(2020, 7, 1)),
        ([AFTER_SCHOOL], [], date(2020, 7, 1), None, date(2020, 7, 1)),
        # an agreement without programs has nothing to rest
        ([], [ENTERED, NEXT], date(2020, 7, 1), None, date(2020, 7, 1)),
    ],
)
def test_a_gap_is_missed_from_the_first_day_on_which_a_program_runs_or_may_run(
    programs: list[frozenset[str]], years: list[YearOfInstruction], from_on: date, through_on: date | None,
    missed: date | None,
) -> None:  # fmt: skip
    assert missed_from(from_on, through_on, programs, years) == missed


@given(
    st.dates(date(2019, 7, 1), date(2021, 12, 31)), st.integers(0, 500),
    st.lists(st.sampled_from([AFTER_SCHOOL, CAMP, BOTH, WHENEVER]), min_size=1, max_size=3),
    st.sampled_from([[ENTERED, NEXT], [ENTERED, NOT_ENTERED], [ENTERED], []]),
)  # fmt: skip
def test_it_is_the_first_of_all_days_looked_at_one_by_one(
    from_on: date, length: int, programs: list[frozenset[str]], years: list[YearOfInstruction]
) -> None:
    days = [from_on + timedelta(days=each) for each in range(length + 1)]
    missed = next(
        (day for day in days if not all(rests(running(each, season_on(day, years).name)) for each in programs)), None
    )
    assert missed_from(from_on, days[-1], programs, years) == missed


@pytest.mark.parametrize(
    ("last_on", "programs", "rest"),
    [
        (date(2020, 6, 30), [AFTER_SCHOOL], Rest(date(2020, 6, 16), date(2020, 9, 8))),
        (date(2020, 6, 16), [AFTER_SCHOOL], Rest(date(2020, 6, 16), date(2020, 9, 8))),
        (date(2020, 8, 31), [AFTER_SCHOOL], Rest(date(2020, 6, 16), date(2020, 9, 8))),
        (date(2019, 8, 31), [AFTER_SCHOOL], Rest(None, date(2019, 9, 3))),
        (date(2020, 6, 15), [AFTER_SCHOOL], None),
        (date(2020, 9, 7), [AFTER_SCHOOL], None),
        (date(2020, 6, 30), [AFTER_SCHOOL, CAMP], None),
        (date(2020, 6, 30), [WHENEVER], None),
        (date(2020, 6, 30), [], None),
        (date(2021, 7, 4), [AFTER_SCHOOL], None),
    ],
)
def test_an_agreement_rests_when_all_its_programs_do_in_the_summer_after_it(
    last_on: date, programs: list[frozenset[str]], rest: Rest | None
) -> None:
    assert rest_after(last_on, programs, [NEXT, ENTERED]) == rest


def test_what_rests_into_a_year_that_nobody_entered_may_be_missed_from_its_first_day_on() -> None:
    assert rest_after(date(2020, 6, 20), [AFTER_SCHOOL], [ENTERED]) == Rest(date(2020, 6, 16), date(2020, 7, 1))
