"""Targets: agreed by both sides, measured on their own population, and rated by the table of domain rules E4 and E5."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alongside.core.lifecycle import allowed_moves, check_move
from alongside.identity.scopes import Role
from alongside.targets.rules import (
    NEEDS,
    RESULT,
    TARGET,
    TARGET_SCHOOL,
    Aggregation,
    BaselineMissing,
    Direction,
    Milestone,
    Population,
    Result,
    RolledUp,
    Side,
    TargetMethod,
    TargetTerms,
    Unit,
    Word,
    actors,
    agreeing_needs,
    elapsed,
    finding,
    finding_said,
    group_size,
    is_data_overdue,
    jump,
    needs_of,
    percent_of_change,
    population_problems,
    problems,
    progress,
    rating,
    reaches,
    resolve_target,
    result_due_on,
    result_needs_of,
    result_problems,
    revised_target,
    roll_up,
    rounded,
    said,
    school_needs_of,
    school_side_agreed,
    shown,
    standing,
    state_after_agreeing,
)

SERVED = Population("students_served")
SCHOOL = Population("whole_school")
START, END = date(2025, 9, 1), date(2026, 6, 15)
MID = date(2026, 1, 31)
AFTER = date(2026, 6, 16)
READING = TargetTerms(
    name="Reading on grade level",
    unit="percent",
    direction="increase",
    aggregation="latest",
    population=SERVED,
    starts_on=START,
    ends_on=END,
    baseline=Decimal(62),
    target=Decimal(70),
)
ABSENCE = replace(READING, direction="decrease", baseline=Decimal(28), target=Decimal(20))
KEPT = replace(READING, method="maintain_baseline", baseline=Decimal(90), target=Decimal(90))
SERVICE = replace(READING, unit="count", aggregation="cumulative", baseline=Decimal(0), target=Decimal(200))
SUSPENSIONS = replace(SERVICE, direction="decrease", baseline=None, target=Decimal(40))
BOTH = [Word("partner", "tomas"), Word("school", "marisol")]


@pytest.mark.parametrize(
    ("terms", "latest", "status", "percent", "met"),
    [
        (READING, 66, "in_progress", 50, False),
        (ABSENCE, 25, "in_progress", Fraction(75, 2), False),
        (ABSENCE, 30, "moving_away", -25, False),
        (READING, 73, "met", Fraction(275, 2), True),
        (KEPT, 91, "met", None, True),
        (KEPT, 89, "in_progress", None, False),
        (replace(READING, baseline=None), 66, "no_baseline", None, False),
        (replace(READING, baseline=None), 70, "no_baseline", None, True),
        (READING, None, "no_data", None, None),
        (replace(READING, target=None), 66, "informational", None, None),
        (replace(READING, target=None, baseline=None), 66, "informational", None, None),
        (SERVICE, 90, "in_progress", 45, False),
        (SERVICE, 200, "met", 100, True),
        (SUSPENSIONS, 12, "within_limit", None, False),
        (SUSPENSIONS, 40, "within_limit", None, False),
        (SUSPENSIONS, 41, "missed", None, False),
        (replace(READING, baseline=Decimal(80)), 85, "met", -50, True),
    ],
)
def test_every_row_of_the_progress_table(
    terms: TargetTerms, latest: int | None, status: str, percent: Fraction | None, met: bool | None
) -> None:
    found = progress(terms, None if latest is None else Fraction(latest), MID)
    assert (found.status, found.percent, found.is_met) == (status, percent, met)


def test_a_bar_stays_between_nothing_and_all_while_the_number_keeps_what_it_is() -> None:
    assert progress(ABSENCE, Fraction(30), MID).bar == 0
    assert progress(READING, Fraction(73), MID).bar == 100
    assert progress(READING, Fraction(66), MID).bar == 50
    assert progress(SUSPENSIONS, Fraction(12), MID).bar == 30
    assert progress(KEPT, Fraction(91), MID).bar is None


def test_without_a_target_only_the_change_from_the_baseline_is_told() -> None:
    assert progress(replace(READING, target=None), Fraction(66), MID).change == 4
    assert progress(replace(READING, target=None, baseline=None), Fraction(66), MID).change is None


def test_a_count_that_is_reached_stays_reached_and_a_share_may_still_fall() -> None:
    assert progress(SERVICE, Fraction(200), MID).is_locked
    assert not progress(READING, Fraction(73), MID).is_locked


def test_a_limit_is_kept_only_when_the_period_is_over_and_missed_at_once() -> None:
    within = progress(SUSPENSIONS, Fraction(12), MID)
    assert within.allowance_used == 30
    assert not within.is_met
    assert not within.is_locked
    over = progress(SUSPENSIONS, Fraction(12), AFTER)
    assert (over.status, over.is_met) == ("met", True)
    missed = progress(SUSPENSIONS, Fraction(41), MID)
    assert (missed.is_locked, rating(SUSPENSIONS, Fraction(41), MID)) == (True, "not_met")
    none_allowed = replace(SUSPENSIONS, target=Decimal(0))
    assert progress(none_allowed, Fraction(0), MID).allowance_used is None
    assert progress(none_allowed, Fraction(1), MID).status == "missed"


VALUES = st.decimals(0, 100, places=2)


@given(VALUES, VALUES, VALUES)
def test_progress_is_zero_at_the_baseline_and_all_at_the_target_in_both_directions(
    baseline: Decimal, target: Decimal, latest: Decimal
) -> None:
    assume(baseline != target)
    assert percent_of_change(baseline, target, Fraction(baseline)) == 0
    assert percent_of_change(baseline, target, Fraction(target)) == 100
    mirrored = percent_of_change(-baseline, -target, -Fraction(latest))
    assert percent_of_change(baseline, target, Fraction(latest)) == mirrored
    assert percent_of_change(baseline, baseline, Fraction(latest)) is None


@given(VALUES, VALUES, VALUES)
def test_all_of_the_change_is_achieved_exactly_when_the_target_is_met(
    baseline: Decimal, target: Decimal, latest: Decimal
) -> None:
    assume(baseline != target)
    direction: Direction = "increase" if baseline < target else "decrease"
    terms = replace(READING, direction=direction, baseline=baseline, target=target)
    found = progress(terms, Fraction(latest), MID)
    assert found.percent is not None
    assert found.is_met == (found.percent >= 100)
    assert (found.status == "moving_away") == (found.percent < 0)


def test_to_maintain_means_not_to_fall_or_where_less_is_better_not_to_rise() -> None:
    kept = replace(READING, direction="maintain", baseline=Decimal(90), target=Decimal(90))
    assert reaches(kept, Fraction(91), 90 * Decimal(1))
    assert not reaches(kept, Fraction(89), Decimal(90))
    low = replace(kept, lower_is_better=True)
    assert reaches(low, Fraction(89), Decimal(90))
    assert not reaches(low, Fraction(91), Decimal(90))


@pytest.mark.parametrize(
    ("method", "amount", "baseline", "direction", "target"),
    [
        ("percent_improvement", 10, 40, "increase", 44),
        ("percentage_point", 10, 40, "increase", 50),
        ("percent_improvement", 10, 40, "decrease", 36),
        ("percentage_point", 10, 40, "decrease", 30),
        ("absolute", 70, 40, "increase", 70),
        ("absolute", 70, None, "increase", 70),
        ("projection", 71, 40, "increase", 71),
        ("policy", 72, 40, "increase", 72),
        ("maintain_baseline", None, 40, "increase", 40),
        ("percentage_point", None, 40, "increase", None),
    ],
)
def test_how_a_target_is_set_gives_its_value(
    method: TargetMethod, amount: int | None, baseline: int | None, direction: Direction, target: int | None
) -> None:
    given_amount = None if amount is None else Decimal(amount)
    given_baseline = None if baseline is None else Decimal(baseline)
    assert resolve_target(method, given_amount, given_baseline, direction) == target


def test_a_way_that_starts_from_a_baseline_needs_one() -> None:
    with pytest.raises(BaselineMissing):
        resolve_target("percent_improvement", Decimal(10), None, "increase")


def test_a_corrected_baseline_moves_targets_set_from_it_and_no_others() -> None:
    moved = revised_target("percent_improvement", Decimal(10), Decimal(44), Decimal(50), "increase")
    assert moved == 55
    assert revised_target("percentage_point", Decimal(10), Decimal(50), Decimal(50), "increase") == 60
    assert revised_target("maintain_baseline", None, Decimal(40), Decimal(50), "increase") == 50
    assert revised_target("absolute", Decimal(70), Decimal(70), Decimal(50), "increase") == 70
    assert revised_target("policy", Decimal(70), Decimal(70), Decimal(50), "increase") == 70


@pytest.mark.parametrize(
    ("terms", "faults"),
    [
        (READING, []),
        (SUSPENSIONS, []),
        (KEPT, []),
        (replace(READING, target=None), []),
        (replace(READING, direction="maintain", baseline=Decimal(90), target=Decimal(85)), []),
        (replace(READING, direction="maintain", baseline=Decimal(90), target=Decimal(90)), []),
        (replace(SUSPENSIONS, baseline=Decimal(12)), []),
        (replace(READING, target=Decimal(60)), [("target", "direction")]),
        (replace(ABSENCE, target=Decimal(30)), [("target", "direction")]),
        (replace(READING, target=Decimal(62)), [("target", "target_is_baseline")]),
        (replace(KEPT, target=Decimal(95)), [("target", "direction")]),
        (replace(READING, ends_on=START), []),
        (replace(READING, ends_on=START - timedelta(days=1)), [("ends_on", "date_order")]),
        (replace(READING, population=Population("grade_or_group")), [("population", "population_group")]),
        (replace(READING, population=Population("grade_or_group", "5")), []),
        (replace(READING, population=Population("whole_school", "5")), [("population", "population_group")]),
        (replace(READING, aggregation="cumulative"), [("aggregation", "rates_do_not_add_up")]),
        (replace(READING, target=Decimal(101)), [("target", "percent_range")]),
        (replace(READING, baseline=Decimal(-1)), [("baseline", "percent_range")]),
        (replace(SERVICE, target=Decimal(2000)), []),
        (replace(READING, pace="milestone"), [("milestones", "required")]),
        (replace(READING, pace="milestone", milestones=(Milestone(MID, Decimal(66)),)), []),
        (
            replace(READING, milestones=(Milestone(MID, Decimal(66)), Milestone(MID, Decimal(67)))),
            [("milestones", "date_order")],
        ),
        (replace(READING, milestones=(Milestone(AFTER, Decimal(66)),)), [("milestones", "date_order")]),
    ],
)
def test_a_definition_is_checked_against_itself(terms: TargetTerms, faults: list[tuple[str, str]]) -> None:
    assert [(fault.field, fault.code) for fault in problems(terms)] == faults
    assert all(fault.words for fault in problems(terms))


def verbs(state: str, role: Role) -> list[str]:
    return [each["move"] for each in allowed_moves(TARGET, state, {role})]


@pytest.mark.parametrize(
    ("state", "school", "partner", "staff"),
    [
        ("draft", ["propose", "withdraw"], ["propose", "withdraw"], ["propose", "withdraw"]),
        ("proposed", ["agree", "withdraw"], ["agree", "withdraw"], ["withdraw"]),
        ("agreed", ["open", "revise"], ["open", "revise"], []),
        ("open", ["revise", "close"], ["revise", "close"], []),
        ("closed", [], [], []),
        ("revised", [], [], []),
        ("withdrawn", [], [], []),
    ],
)
def test_both_sides_move_a_target(state: str, school: list[str], partner: list[str], staff: list[str]) -> None:
    assert verbs(state, Role.SCHOOL_LEADER) == verbs(state, Role.PARTNERSHIP_COORDINATOR) == school
    assert verbs(state, Role.PARTNER_ADMIN) == partner
    assert verbs(state, Role.PARTNER_STAFF) == staff
    assert verbs(state, Role.PARTNERSHIP_OFFICE) == []


def needs(verb: str, given_: list[Word], day: date = MID, terms: TargetTerms = READING) -> list[str]:
    made = next(made for made in TARGET.moves if made.verb == verb)
    return needs_of(terms, given_, day, agreeing=["one_side_each"])(made)


def test_a_target_opens_when_both_have_agreed_and_closes_when_its_period_is_over() -> None:
    assert needs("open", BOTH) == []
    assert needs("open", BOTH[:1]) == ["both_sides"]
    assert needs("open", []) == ["both_sides"]
    assert needs("close", BOTH, END) == ["period_over"]
    assert needs("close", BOTH, AFTER) == []
    assert needs("agree", BOTH[:1]) == ["one_side_each"]
    assert needs("propose", []) == []
    assert needs("propose", [], terms=replace(READING, target=Decimal(60))) == ["definition"]
    assert needs("withdraw", []) == []
    assert state_after_agreeing(BOTH) == "agreed"
    assert state_after_agreeing(BOTH[1:]) == "proposed"


def test_nobody_gives_the_word_of_both_sides_nor_twice() -> None:
    proposed = [Word("partner", "tomas")]
    assert agreeing_needs("marisol", "school", proposed) == []
    assert agreeing_needs("tomas", "school", proposed) == ["one_side_each"]
    assert agreeing_needs("tomas", "partner", proposed) == ["side_not_agreed"]


def test_whom_the_partner_pays_writes_with_the_school_but_never_speaks_for_it() -> None:
    paid = actors({Role.PARTNERSHIP_COORDINATOR}, is_employed=True)
    assert [each["move"] for each in allowed_moves(TARGET, "draft", paid)] == ["propose", "withdraw"]
    assert [each["move"] for each in allowed_moves(TARGET, "proposed", paid)] == ["withdraw"]
    assert allowed_moves(TARGET, "open", paid) == []
    assert allowed_moves(TARGET_SCHOOL, "pending", paid) == []
    assert allowed_moves(RESULT, "submitted", paid) == []
    assert actors({Role.PARTNER_ADMIN}, is_employed=True) == {Role.PARTNER_ADMIN}
    assert actors({Role.SCHOOL_LEADER}, is_employed=False) == {Role.SCHOOL_LEADER}


def test_a_result_is_checked_by_somebody_else_and_only_while_the_target_is_open() -> None:
    leader = {Role.SCHOOL_LEADER}
    others = result_needs_of("open", "tomas", "marisol")
    assert check_move(RESULT, "verify", "submitted", leader, others).to_state == "verified"
    assert check_move(RESULT, "reject", "verified", {Role.PARTNERSHIP_OFFICE}, others).to_state == "rejected"
    own = result_needs_of("open", "marisol", "marisol")
    assert allowed_moves(RESULT, "submitted", leader, own) == [
        {"move": "verify", "needs": ["entered_by_you"]},
        {"move": "reject", "needs": []},
    ]
    assert allowed_moves(RESULT, "verified", leader, result_needs_of("closed", "tomas", "marisol")) == [
        {"move": "reject", "needs": ["takes_results"]}
    ]
    assert allowed_moves(RESULT, "submitted", {Role.PARTNER_ADMIN}, others) == []
    used = {"takes_results", "entered_by_you", "one_side_each", "side_not_agreed", "both_sides", "period_over"}
    assert used | {"definition", "target_open"} == set(NEEDS)


def test_each_school_agrees_or_opts_out_for_itself_and_holds_nobody_up() -> None:
    coordinator = {Role.PARTNERSHIP_COORDINATOR}
    assert check_move(TARGET_SCHOOL, "agree", "pending", coordinator, school_needs_of("open")).to_state == "agreed"
    assert check_move(TARGET_SCHOOL, "opt-out", "agreed", coordinator).to_state == "opted_out"
    assert check_move(TARGET_SCHOOL, "agree", "opted_out", coordinator).to_state == "agreed"
    assert allowed_moves(TARGET_SCHOOL, "pending", {Role.PARTNER_ADMIN}) == []
    assert allowed_moves(TARGET_SCHOOL, "pending", coordinator, school_needs_of("closed")) == [
        {"move": "agree", "needs": ["target_open"]},
        {"move": "opt-out", "needs": ["target_open"]},
    ]
    assert school_side_agreed(["pending", "agreed", "opted_out"])
    assert not school_side_agreed(["pending", "opted_out"])


GROUP = Population("grade_or_group", "grade 5")


@pytest.mark.parametrize(
    ("target", "measured", "faults"),
    [
        (SERVED, SERVED, []),
        (GROUP, GROUP, []),
        (SCHOOL, SCHOOL, []),
        (SERVED, SCHOOL, ["whole_school_is_context"]),
        (GROUP, SCHOOL, ["whole_school_is_context"]),
        (GROUP, replace(GROUP, group="grade 6"), ["population_differs"]),
        (SCHOOL, SERVED, ["population_differs"]),
    ],
)
def test_baseline_and_results_are_of_the_targets_own_population(
    target: Population, measured: Population, faults: list[str]
) -> None:
    assert [fault.code for fault in population_problems(target, measured)] == faults


def a_result(as_of: date = MID, value: str | None = None, of: tuple[int, int] | None = None, **more: object) -> Result:
    part, whole = of or (None, None)
    number = None if value is None else Decimal(value)
    result = Result(as_of, 1, "verified", None, number, part, whole)
    return replace(result, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("terms", "result", "faults"),
    [
        (READING, a_result(of=(71, 96)), []),
        (READING, a_result(value="74"), ["counts_required"]),
        (READING, a_result(of=(0, 0)), []),
        (READING, a_result(), ["value_or_counts"]),
        (READING, a_result(value="74", of=(71, 96)), ["value_or_counts"]),
        (READING, a_result(value="74", numerator=71), ["value_or_counts"]),
        (READING, a_result(numerator=71), ["value_or_counts"]),
        (READING, a_result(of=(97, 96)), ["exceeds_denominator"]),
        (READING, a_result(of=(-1, 96)), ["negative"]),
        (replace(READING, unit="ratio"), a_result(of=(97, 96)), []),
        (SERVICE, a_result(of=(71, 96)), ["value_required"]),
        (SERVICE, a_result(value="71"), []),
        (READING, a_result(START, of=(71, 96)), []),
        (READING, a_result(START - timedelta(days=1), of=(71, 96)), ["outside_period"]),
        (READING, a_result(MID + timedelta(days=1), of=(71, 96)), ["in_the_future"]),
    ],
)
def test_a_result_is_checked_before_it_is_kept(terms: TargetTerms, result: Result, faults: list[str]) -> None:
    found = result_problems(terms, result, SERVED, MID, "partner")
    assert [fault.code for fault in found] == faults


@pytest.mark.parametrize(("side", "faults"), [("partner", 1), ("school", 0), (None, 0)])
def test_what_a_whole_school_reaches_is_never_a_partners_result(side: Side | None, faults: int) -> None:
    whole = replace(READING, population=SCHOOL)
    found = result_problems(whole, a_result(of=(400, 589)), SCHOOL, MID, side)
    assert [fault.code for fault in found] == ["whole_school_is_context"] * faults
    assert result_problems(whole, a_result(value="94.5"), SCHOOL, MID, None) == []


@pytest.mark.parametrize(
    ("terms", "kind", "result", "size"),
    [
        (READING, "better_off", a_result(of=(5, 7)), 7),
        (READING, "how_well", a_result(of=(5, 7)), 7),
        (SERVICE, "better_off", a_result(value="4"), 4),
        (SERVICE, "how_much", a_result(value="4"), None),
        (replace(READING, unit="hours"), "better_off", a_result(value="4.5"), None),
        (replace(READING, population=SCHOOL), "better_off", a_result(of=(5, 7)), None),
    ],
)
def test_a_result_tells_how_many_students_it_is_about(
    terms: TargetTerms, kind: str, result: Result, size: int | None
) -> None:
    assert group_size(terms, kind, result) == size


@pytest.mark.parametrize(
    ("last", "given_", "share"),
    [
        (a_result(of=(50, 100)), a_result(of=(65, 100)), None),
        (a_result(of=(50, 100)), a_result(of=(66, 100)), Fraction(32, 100)),
        (a_result(of=(50, 100)), a_result(of=(15, 50)), Fraction(-40, 100)),
        (a_result(of=(0, 100)), a_result(of=(66, 100)), None),
        (a_result(of=(50, 100)), a_result(of=(0, 0)), None),
        (None, a_result(of=(66, 100)), None),
    ],
)
def test_a_jump_of_more_than_three_tenths_is_asked_about(
    last: Result | None, given_: Result, share: Fraction | None
) -> None:
    assert jump(READING, last, given_) == share


OCT, NOV, DEC = date(2025, 10, 31), date(2025, 11, 30), date(2025, 12, 31)


def test_the_latest_verified_result_counts_even_when_a_newer_one_waits() -> None:
    results = [a_result(OCT, of=(49, 96)), a_result(NOV, of=(60, 96), status="submitted")]
    assert roll_up(READING, results) == RolledUp(Fraction(4900, 96), 49, 96, OCT, False, 1)


def test_while_nothing_is_verified_what_was_submitted_counts_as_provisional() -> None:
    found = roll_up(READING, [a_result(OCT, of=(49, 96), status="submitted")])
    assert (found.numerator, found.is_provisional) == (49, True)


def test_a_rejected_result_never_counts() -> None:
    assert roll_up(READING, [a_result(OCT, of=(49, 96), status="rejected")]) == RolledUp()
    assert roll_up(READING, []) == RolledUp()


def test_a_correction_replaces_what_was_recorded_before_for_the_same_day() -> None:
    results = [a_result(OCT, of=(48, 96), recorded=2), a_result(OCT, of=(40, 96), recorded=1)]
    assert [result.numerator for result in standing(results)] == [48]


def test_rates_of_many_schools_add_up_as_counts_and_never_as_percentages() -> None:
    results = [
        a_result(OCT, of=(1, 2), school="a"),
        a_result(NOV, of=(6, 8), school="a"),
        a_result(OCT, of=(65, 88), school="b"),
    ]
    found = roll_up(READING, results)
    assert (found.numerator, found.denominator, found.value) == (71, 96, Fraction(7100, 96))
    assert (found.as_of, found.schools) == (NOV, 2)
    over_time = roll_up(replace(READING, aggregation="rate"), results)
    assert (over_time.numerator, over_time.denominator) == (72, 98)


def test_a_denominator_of_zero_gives_no_rate_rather_than_zero() -> None:
    found = roll_up(READING, [a_result(OCT, of=(0, 0))])
    assert (found.value, found.denominator, found.as_of) == (None, 0, OCT)


def test_a_ratio_is_not_a_percentage() -> None:
    assert roll_up(replace(READING, unit="ratio"), [a_result(of=(3, 4))]).value == Fraction(3, 4)


@pytest.mark.parametrize(
    ("aggregation", "unit", "values", "schools", "value"),
    [
        ("cumulative", "count", ["30", "60"], [None, None], 90),
        ("latest", "count", ["30", "60"], [None, None], 60),
        ("latest", "count", ["30", "60"], ["a", "b"], 90),
        ("latest", "hours", ["1.5", "2"], ["a", "b"], Fraction(7, 2)),
        ("average", "count", ["20", "25"], [None, None], Fraction(45, 2)),
        ("average", "score", ["3", "4"], ["a", "b"], Fraction(7, 2)),
        ("latest", "score", ["3", "4"], ["a", "b"], None),
        ("latest", "percent", ["50", "70"], ["a", "b"], None),
        ("average", "percent", ["50", "70"], [None, None], None),
        ("rate", "score", ["50", "70"], [None, None], None),
        ("latest", "percent", ["50", "70"], [None, None], 70),
    ],
)
def test_values_without_counts_add_up_only_where_that_makes_sense(
    aggregation: Aggregation, unit: Unit, values: list[str], schools: list[str | None], value: Fraction | None
) -> None:
    terms = replace(READING, aggregation=aggregation, unit=unit)
    days = (OCT, NOV)
    results = [a_result(day, number, school=school) for day, number, school in zip(days, values, schools, strict=True)]
    assert roll_up(terms, results).value == value


def test_counts_and_bare_percentages_do_not_mix() -> None:
    mixed = [a_result(OCT, of=(1, 2), school="a"), a_result(OCT, "70", school="b")]
    assert roll_up(READING, mixed).value is None


def test_a_rounded_number_never_shows_a_target_that_is_not_reached() -> None:
    assert shown(Fraction("69.94"), 1, Decimal(70)) == "69.9"
    assert shown(Fraction("69.96"), 1, Decimal(70)) == "69.96"
    assert shown(Fraction("69.9996"), 1, Decimal(70)) == "69.9996"
    assert shown(Fraction(70), 1, Decimal(70)) == "70.0"
    assert shown(Fraction("69.96"), 1) == "70.0"


@given(st.fractions(-200, 200, max_denominator=10**4), st.decimals(0, 100, places=1), st.integers(0, 3))
def test_what_is_shown_equals_the_target_only_if_it_is_the_target(
    value: Fraction, target: Decimal, places: int
) -> None:
    text = shown(value, places, target)
    used = len(text.partition(".")[2])
    assert used >= places
    assert (text == f"{rounded(Fraction(target), used):f}") == (value == Fraction(target))


def test_halves_round_away_from_zero() -> None:
    assert [str(rounded(Fraction(text), 0)) for text in ("0.5", "1.5", "2.5", "-0.5")] == ["1", "2", "3", "-1"]
    assert str(rounded(Fraction("137.45"), 1)) == "137.5"


def test_the_share_of_the_period_counts_both_its_days() -> None:
    assert elapsed(START, END, MID) == Fraction(153, 288)
    assert elapsed(START, END, END) == elapsed(START, END, AFTER) == 1
    assert elapsed(START, END, START - timedelta(days=9)) == 0
    assert elapsed(START, START, START) == 1


@pytest.mark.parametrize(
    ("latest", "expected"), [("66", "on_track"), ("65", "at_risk"), ("64.4", "off_track"), ("61", "off_track")]
)
def test_the_worked_check_of_the_last_day_of_january(latest: str, expected: str) -> None:
    assert rating(READING, Fraction(latest), MID) == expected


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        (Fraction(90), "on_track"),
        (Fraction("89.99"), "at_risk"),
        (Fraction(60), "at_risk"),
        (Fraction("59.99"), "off_track"),
    ],
)
def test_the_thresholds_belong_to_the_better_side(percent: Fraction, expected: str) -> None:
    terms = replace(READING, baseline=Decimal(0), target=Decimal(100))
    assert rating(terms, percent, END) == expected


def test_before_fifteen_percent_of_the_period_it_is_too_early_to_tell() -> None:
    terms = replace(READING, starts_on=date(2026, 1, 1), ends_on=date(2026, 4, 10))
    assert rating(terms, Fraction(62), date(2026, 1, 14)) == "too_early"
    assert rating(terms, Fraction(62), date(2026, 1, 15)) == "off_track"


@pytest.mark.parametrize(
    ("terms", "latest", "expected"),
    [
        (READING, 70, "met"),
        (READING, 69, "not_met"),
        (READING, None, "not_reported"),
        (SUSPENSIONS, 40, "met"),
        (SUSPENSIONS, 41, "not_met"),
        (SUSPENSIONS, None, "not_reported"),
        (replace(READING, baseline=None), 70, "met"),
        (replace(READING, pace="end_only"), None, "not_reported"),
    ],
)
def test_after_its_period_a_target_is_met_not_met_or_not_reported(
    terms: TargetTerms, latest: int | None, expected: str
) -> None:
    assert rating(terms, None if latest is None else Fraction(latest), AFTER) == expected


@pytest.mark.parametrize(
    ("terms", "latest", "expected"),
    [
        (replace(READING, population=SCHOOL), 70, "context"),
        (replace(READING, target=None), 70, "informational"),
        (READING, None, "no_data"),
        (replace(READING, baseline=None), 66, "no_baseline"),
        (replace(READING, baseline=None), 71, "on_track"),
        (KEPT, 91, "on_track"),
        (KEPT, 89, "at_risk"),
        (SERVICE, 200, "met"),
        (replace(READING, pace="end_only"), None, "awaiting_data"),
        (replace(READING, pace="end_only"), 70, "met"),
        (replace(READING, pace="end_only"), 69, "not_met"),
        (SUSPENSIONS, 12, "on_track"),
        (SUSPENSIONS, 0, "on_track"),
        (SUSPENSIONS, 30, "at_risk"),
        (SUSPENSIONS, 40, "off_track"),
        (replace(SUSPENSIONS, target=Decimal(0)), 0, "on_track"),
    ],
)
def test_within_the_period_the_rating_says_what_is_known(terms: TargetTerms, latest: int | None, expected: str) -> None:
    assert rating(terms, None if latest is None else Fraction(latest), MID) == expected


STEPS = replace(
    READING, pace="milestone", milestones=(Milestone(DEC, Decimal(64)), Milestone(date(2026, 3, 31), Decimal(68)))
)


@pytest.mark.parametrize(
    ("latest", "day", "expected"),
    [
        ("62", NOV, "too_early"),
        ("64", DEC, "on_track"),
        ("63.8", MID, "on_track"),
        ("63.5", MID, "at_risk"),
        ("63", MID, "off_track"),
        ("64", date(2026, 3, 31), "off_track"),
    ],
)
def test_with_milestones_only_the_last_one_due_counts(latest: str, day: date, expected: str) -> None:
    assert rating(STEPS, Fraction(latest), day) == expected


def test_a_milestone_without_a_baseline_is_reached_or_not() -> None:
    steps = replace(STEPS, baseline=None)
    assert rating(steps, Fraction(64), MID) == "on_track"
    assert rating(steps, Fraction(63), MID) == "at_risk"


def test_a_report_is_overdue_fourteen_days_after_its_interval() -> None:
    monthly = replace(READING, reporting_interval_days=30)
    assert not is_data_overdue(monthly, OCT, OCT + timedelta(days=44))
    assert is_data_overdue(monthly, OCT, OCT + timedelta(days=45))
    assert not is_data_overdue(monthly, None, START + timedelta(days=44))
    assert is_data_overdue(monthly, None, START + timedelta(days=45))
    assert not is_data_overdue(monthly, None, AFTER)
    assert not is_data_overdue(READING, None, MID)
    assert not is_data_overdue(replace(monthly, pace="end_only"), None, MID)


def test_the_next_result_is_due_an_interval_after_the_last_and_the_last_one_when_the_period_ends() -> None:
    monthly = replace(READING, reporting_interval_days=30)
    assert result_due_on(monthly, None, START) == START + timedelta(days=30)
    assert result_due_on(monthly, OCT, MID) == OCT + timedelta(days=30)
    assert result_due_on(monthly, END - timedelta(days=5), END) == END
    assert result_due_on(monthly, END, END) is None
    assert result_due_on(monthly, OCT, AFTER) is None
    assert result_due_on(READING, OCT, MID) is None
    assert result_due_on(replace(READING, pace="end_only"), None, MID) == END


TUTORED = replace(READING, baseline=Decimal("51.04"), target=Decimal(85))


@pytest.mark.parametrize(
    ("terms", "rolled", "sentence"),
    [
        (
            TUTORED,
            RolledUp(Fraction(7100, 96), 71, 96, MID),
            "Reading on grade level: 71 of 96 students served (74.0%), up from 51.0%."
            " The target is 85.0% by June 15, 2026.",
        ),
        (
            replace(TUTORED, population=GROUP),
            RolledUp(Fraction(7100, 96), 71, 96, MID, is_provisional=True),
            "Reading on grade level: 71 of 96 students (74.0%), up from 51.0%."
            " The target is 85.0% by June 15, 2026. Not verified yet.",
        ),
        (
            replace(TUTORED, population=SCHOOL, aggregation="rate", baseline=None),
            RolledUp(Fraction(7100, 96), 71, 96, MID),
            "Reading on grade level: 71 of 96 (74.0%). The target is 85.0% by June 15, 2026."
            " This is context about the whole school, not the result of one partner.",
        ),
        (
            ABSENCE,
            RolledUp(Fraction(30), as_of=MID),
            "Reading on grade level: 30.0%, up from 28.0%."
            " That is moving away from the target, 20.0% by June 15, 2026.",
        ),
        (
            ABSENCE,
            RolledUp(Fraction(20), as_of=MID),
            "Reading on grade level: 20.0%, down from 28.0%. The target of 20.0% is met.",
        ),
        (
            READING,
            RolledUp(Fraction("69.96"), as_of=MID),
            "Reading on grade level: 69.96%, up from 62.0%. The target is 70.0% by June 15, 2026.",
        ),
        (
            replace(READING, target=None),
            RolledUp(Fraction(62), as_of=MID),
            "Reading on grade level: 62.0%, as at the start (62.0%).",
        ),
        (
            SUSPENSIONS,
            RolledUp(Fraction(12), as_of=MID),
            "Reading on grade level: 12. The limit is 40 until June 15, 2026.",
        ),
        (
            SUSPENSIONS,
            RolledUp(Fraction(41), as_of=MID),
            "Reading on grade level: 41. That is over the limit of 40.",
        ),
        (
            READING,
            RolledUp(),
            "Reading on grade level: no result yet. The target is 70.0% by June 15, 2026.",
        ),
        (replace(READING, target=None), RolledUp(), "Reading on grade level: no result yet."),
        (
            READING,
            RolledUp(as_of=MID),
            "Reading on grade level: what was reported does not add up to one number.",
        ),
    ],
)
def test_the_finding_is_said_in_sentences(terms: TargetTerms, rolled: RolledUp, sentence: str) -> None:
    assert finding(terms, rolled, MID) == sentence
    # the same, a sentence for each thing, to be said in any language
    parts = re.sub(r", (up|down|as)(?= from | at the start )", lambda since: f". {since[1].capitalize()}", sentence)
    assert " ".join(each.words for each in finding_said(terms, rolled, MID)) == parts.replace(" hours", " h")


def test_after_the_period_the_finding_says_what_came_of_it() -> None:
    assert finding(READING, RolledUp(), AFTER) == "Reading on grade level: no result was reported."
    kept = finding(SUSPENSIONS, RolledUp(Fraction(12), as_of=MID), AFTER)
    assert kept == "Reading on grade level: 12. The limit of 40 was kept."
    last = finding_said(SUSPENSIONS, RolledUp(Fraction(12), as_of=MID), AFTER)[-1]
    assert (last.code, last.params) == ("finding_kept", (("mark", "40"),))
    assert [each.code for each in finding_said(READING, RolledUp(), AFTER)] == ["finding_none"]


def test_a_hidden_finding_tells_no_number_and_nothing_that_follows_from_one() -> None:
    found = {
        finding(TUTORED, rolled, day, hidden=True)
        for rolled in (RolledUp(), RolledUp(Fraction(7100, 96), 71, 96, MID), RolledUp(Fraction(1), 1, 100, MID, True))
        for day in (MID, AFTER)
    }
    assert found == {"Reading on grade level: hidden for privacy."}
    told = finding_said(TUTORED, RolledUp(Fraction(7100, 96), 71, 96, MID), MID, hidden=True)
    assert [(each.code, each.params) for each in told] == [("finding_hidden", (("name", "Reading on grade level"),))]


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [
        ("percent", "74", "74.0%"),
        ("hours", "12.5", "12.5 hours"),
        ("currency", "40", "$40.00"),
        ("count", "120", "120"),
        ("count", "23.5", "23.5"),
        ("ratio", "0.75", "0.75"),
        ("score", "3.14", "3.1"),
    ],
)
def test_a_value_is_said_in_its_unit(unit: Unit, value: str, words: str) -> None:
    assert said(replace(READING, unit=unit), Decimal(value)) == words
