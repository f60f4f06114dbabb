"""The shared words of needs and services, of populations and of outcomes: the starter lists of a district."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a list, and the one above it."""

    code: str
    label: str
    parent: str | None = None


AREAS: Final = (
    Term("academics", "Academics"),
    Term("reading", "Reading", "academics"),
    Term("math", "Math", "academics"),
    Term("science", "Science and technology", "academics"),
    Term("english_learning", "Learning English", "academics"),
    Term("attendance", "Attendance"),
    Term("climate", "Climate and belonging"),
    Term("behavior", "Behavior and conflict", "climate"),
    Term("belonging", "Belonging and mentoring", "climate"),
    Term("counseling", "Counseling", "climate"),
    Term("families", "Families"),
    Term("after_school", "After school"),
    Term("arts", "Arts and music", "after_school"),
    Term("sports", "Sports and play", "after_school"),
    Term("health", "Health"),
    Term("basic_needs", "Food, clothing and home"),
    Term("college_and_career", "College and career"),
    Term("freshmen", "Ninth grade on track", "college_and_career"),
    Term("college", "College", "college_and_career"),
    Term("careers", "Work and careers", "college_and_career"),
)

POPULATIONS: Final = (
    Term("all_students", "All students"),
    Term("english_learners", "English learners"),
    Term("students_with_disabilities", "Students with disabilities"),
    Term("low_income", "Students from low-income families"),
    Term("ninth_graders", "Ninth graders"),
    Term("families", "Families"),
)

OUTCOMES: Final = (
    Term("kindergarten_readiness", "Kindergarten readiness"),
    Term("early_grade_reading", "Early-grade reading"),
    Term("middle_grade_math", "Middle-grade math"),
    Term("high_school_graduation", "High school graduation"),
    Term("postsecondary_enrollment", "Postsecondary enrollment"),
    Term("postsecondary_completion", "Postsecondary completion"),
    Term("employment", "Employment"),
)

SCHEMES: Final = {"area": AREAS, "population": POPULATIONS, "outcome": OUTCOMES}
