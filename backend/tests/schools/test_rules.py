"""What a school's grades say about it."""

import pytest

from alongside.schools.rules import GRADES, GradeUnknown, in_order, level_of


@pytest.mark.parametrize(
    ("grades", "level"),
    [
        ("PK K 1 2 3 4 5 6 7 8", "k8"),
        ("K 1 2 3 4 5", "elementary"),
        ("PK K 1 2 3 4 5 6", "elementary"),
        ("PK", "elementary"),
        ("K 1 2 3 4 5 6 7", "k8"),
        ("6 7 8", "middle"),
        ("4 5 6 7 8", "middle"),
        ("8", "middle"),
        ("9 10 11 12", "high"),
        ("7 8 9 10 11 12", "high"),
        ("6 7 8 9 10 11 12", "high"),
        ("11 12", "high"),
        ("K 1 2 3 4 5 6 7 8 9 10 11 12", "other"),
        ("PK 9 10 11 12", "other"),
        ("", "other"),
    ],
)
def test_grades_make_a_level(grades: str, level: str) -> None:
    assert level_of(grades.split()) == level


def test_grades_stand_in_order_once_each() -> None:
    assert in_order(["12", "K", "3", "K", "PK"]) == ["PK", "K", "3", "12"]
    assert in_order(reversed(GRADES)) == list(GRADES)
    with pytest.raises(GradeUnknown):
        in_order(["K", "13"])
