"""Published values, rates, and what is hidden of everything that is published together."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.measures.groups import dimension_of
from alongside.measures.rules import (
    Published,
    ValueRefused,
    check_number,
    hide,
    is_mostly_single_students,
    rate,
    read_value,
)
from alongside.measures.students import student_field


@pytest.mark.parametrize(
    ("published", "unit", "number", "text"),
    [
        ("41%", "percent", "41", None),
        ("41 %", "percent", "41", None),
        ("92.3", "percent", "92.3", None),
        ("199.4", "percent", "199.4", None),
        ("1,234", "count", "1234", None),
        ("0", "per_100", "0", None),
        ("> 75%", "percent", None, "> 75%"),
        ("< 30%", "percent", None, "< 30%"),
        ("≤5", "count", None, "≤5"),
        ("10-19", "count", None, "10-19"),
        ("10% to 20%", "percent", None, "10% to 20%"),
        ("VERY STRONG", "text", None, "VERY STRONG"),
        ("7", "text", None, "7"),
    ],
)
def test_a_value_is_kept_as_it_was_published(published: str, unit: str, number: str | None, text: str | None) -> None:
    assert read_value(published, unit) == (None if number is None else Decimal(number), text)


@pytest.mark.parametrize(
    ("published", "unit", "code"),
    [
        ("ninety", "percent", "not_a_number"),
        ("9O", "percent", "not_a_number"),
        ("41%", "count", "not_a_number"),
        ("1.5", "count", "not_whole"),
        ("-3", "percent", "out_of_range"),
        ("101", "percentile", "out_of_range"),
        ("1e9", "percent", "not_a_number"),
        ("1,23", "count", "not_a_number"),
        ("9" * 13, "count", "not_a_number"),
        ("x" * 201, "text", "text"),
        ("two\nlines", "text", "text"),
        ("NaN", "percent", "not_a_number"),
    ],
)
def test_what_a_measure_cannot_hold_is_refused_without_repeating_it(published: str, unit: str, code: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        read_value(published, unit)
    assert refused.value.code == code
    assert published not in str(refused.value)


@given(st.text(max_size=60), st.sampled_from(["percent", "count", "per_100", "percentile", "text"]))
def test_whatever_is_published_is_a_number_a_text_or_refused(published: str, unit: str) -> None:
    try:
        number, text = read_value(published, unit)
    except ValueRefused:
        return
    assert (number is None) is not (text is None)


def test_a_number_for_a_measure_in_words_is_refused() -> None:
    with pytest.raises(ValueRefused):
        check_number(Decimal(3), "text")
    with pytest.raises(ValueRefused):
        check_number(Decimal("Infinity"), "percent")


def test_a_rate_comes_from_its_numerator_and_denominator() -> None:
    assert rate(180, 194, "percent") == Decimal("92.7835")
    assert rate(5, 194, "per_100") == Decimal("2.5773")
    assert rate(1, 4, "ratio") == Decimal("0.25")
    assert rate(0, 4, "percent") == 0
    assert rate(250, 100, "per_100") == 250
    for numerator, denominator, unit in ((1, 0, "percent"), (3, 2, "percent"), (-1, 2, "per_100"), (1, 2, "count")):
        with pytest.raises(ValueRefused):
            rate(numerator, denominator, unit)


def test_more_than_half_ones_look_like_students() -> None:
    assert is_mostly_single_students(3, 5)
    assert not is_mostly_single_students(3, 6)
    assert not is_mostly_single_students(0, 0)


def test_a_group_of_a_dimension_names_it() -> None:
    assert dimension_of("race_ethnicity:black") == "race_ethnicity"
    assert dimension_of("low_income") is None
    assert dimension_of("all") is None


@pytest.mark.parametrize(
    "name",
    ["Student ID", "student_id", "StudentID", "STUDENT_ID", "studentLocalId", "SSN", "DOB", "Date of Birth",
     "BirthDate", "First Name", "last_name", "LastName", "Email", "e-mail", "Student Name", "student_number",
     "guardian_phone",
     "Social Security Number", "SIS ID"],
)  # fmt: skip
def test_columns_about_single_students_are_recognized(name: str) -> None:
    assert student_field(name)


@pytest.mark.parametrize(
    "name",
    ["School_ID", "name", "Long_Name", "student_count", "Student_Count_Total", "Number of students", "Mailing address",
     "School_Survey_Student_Response_Rate_Pct", "Suspensions_Per_100_Students_Year_2_Pct", "Student_Growth_Rating"],
)  # fmt: skip
def test_columns_about_schools_are_not_taken_for_students(name: str) -> None:
    assert not student_field(name)


def published(**groups: int | None) -> list[Published]:
    """Counts of students: `all`, `r_black` for a race, other names for groups beside everybody."""
    return [
        Published(key, "student_count", "A", group.replace("r_", "race_ethnicity:"), is_count=True, value=value)
        for key, (group, value) in enumerate(groups.items())
    ]


def hidden(rows: list[Published], min_n: int = 10) -> dict[str, str]:
    names = {row.key: f"{row.measure} {row.source} {row.group}" for row in rows}
    return {
        names[key].replace("student_count A ", "").replace("race_ethnicity:", "r_"): reason
        for key, reason in hide(rows, min_n).items()
    }


def test_a_group_that_nobody_published_is_protected_too() -> None:
    """180 students of whom 172 are named: the 8 others would be told."""
    assert hidden(published(all=180, r_black=127, r_white=45)) == {"r_white": "complementary"}
    assert hidden(published(all=180, r_black=120, r_white=45)) == {}


def test_where_the_total_hides_nothing_is_left_to_tell_it() -> None:
    rows = published(all=11, r_black=1, r_white=10, low_income=11, english_learners=0)
    assert hidden(rows) == {
        "all": "complementary", "r_black": "small_n", "r_white": "complementary", "low_income": "complementary",
    }  # fmt: skip


def test_a_total_that_is_small_hides_itself_and_all_its_groups() -> None:
    assert hidden(published(all=6, r_black=6, r_white=0, r_asian=0, low_income=6)) == {
        "all": "small_n", "r_black": "small_n", "low_income": "small_n",
    }  # fmt: skip


def test_each_dimension_is_a_partition_of_its_own() -> None:
    rows = [
        *published(all=194, r_black=120, r_hispanic=45, r_white=7, r_asian=22),
        Published(10, "student_count", "A", "grade:k", is_count=True, value=100),
        Published(11, "student_count", "A", "grade:g1", is_count=True, value=94),
    ]
    assert hidden(rows) == {"r_white": "small_n", "r_asian": "complementary"}


def test_a_group_larger_than_everybody_still_hides_what_is_small() -> None:
    assert hidden(published(all=5, low_income=7)) == {"all": "small_n", "low_income": "small_n"}
    assert hidden(published(all=50, low_income=70)) == {}


def test_a_group_that_hides_under_one_source_hides_under_every_source() -> None:
    rows = [
        *published(all=194, r_black=120, r_hispanic=45, r_white=7, r_asian=22),
        Published(10, "student_count", "B", "race_ethnicity:asian", is_count=True, value=22),
    ]
    assert hidden(rows)["student_count B r_asian"] == "complementary"


def test_a_rate_hides_with_the_count_that_it_would_tell() -> None:
    counts = published(all=194, r_black=120, r_hispanic=45, r_white=7, r_asian=22)
    of_asian = Published(10, "attendance_rate", "A", "race_ethnicity:asian", value=90, denominator=22)
    assert hidden([*counts, of_asian])["attendance_rate A r_asian"] == "complementary"
    as_published = Published(10, "attendance_rate", "A", "race_ethnicity:asian", value=90)
    assert "attendance_rate A r_asian" not in hidden([*counts, as_published])


def test_a_rate_over_few_students_hides_whether_it_says_so_or_not() -> None:
    counts = published(all=194, r_black=120, r_hispanic=45, r_white=7, r_asian=22)
    silent = Published(10, "attendance_rate", "A", "race_ethnicity:white", value=90)
    assert hidden([*counts, silent])["attendance_rate A r_white"] == "small_n"
    saying = Published(10, "attendance_rate", "A", "low_income", value=90, denominator=9)
    assert hidden([saying]) == {"attendance_rate A low_income": "small_n"}
    assert hidden([Published(10, "attendance_rate", "A", "low_income", value=90)]) == {}


@pytest.mark.parametrize(
    ("numerator", "value", "hides"),
    [(0, None, False), (1, None, True), (2, None, True), (3, None, False), (197, None, False), (198, None, True),
     (199, None, True), (200, None, False), (None, Decimal("0.5"), True), (None, Decimal("99.5"), True),
     (None, Decimal("1.5"), False), (None, 0, False), (None, 100, False), (None, None, False)],
)  # fmt: skip
def test_a_percentage_of_one_or_two_students_hides_and_so_does_all_but_one_or_two(
    numerator: int | None, value: Decimal | int | None, hides: bool
) -> None:
    """SUP-01: of 200 students two dropped out."""
    row = Published(0, "dropout", "A", "all", is_percent=True, value=value, numerator=numerator, denominator=200)
    assert (hide([row], 10) == {0: "small_n"}) is hides
