"""How groups of students are named: everybody, a group beside everybody, a group of a dimension."""

from typing import Final

EVERYBODY: Final = "all"
"""The group of all students."""

POPULATION: Final = "student_count"
"""The measure that says how many students a group has; it stands in for the n that a rate does not bring."""


def dimension_of(group_key: str) -> str | None:
    """The partition that a group is part of: `race_ethnicity` of `race_ethnicity:black`, None of `low_income`."""
    dimension, colon, _ = group_key.partition(":")
    return dimension if colon else None
