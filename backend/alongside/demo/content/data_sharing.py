"""Data sharing agreements of the stories: one in force, one whose records are to be destroyed."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from .pacts import Pact

COACHES: Final[Mapping[str, Any]] = {
    "basis": "school_official",
    "data_elements": ["Name", "Grade", "Attendance, by day", "Course marks of the first semester"],
    "users": "The two coaches at Fernhollow and their supervisor.",
    "institutional_function": "Following up with freshmen who miss school, as the attendance office would.",
    "direct_control": "The coaches read the records in the district's own system; the district can close access any "
    "day.",
    "security": "The district's sign-in with a second factor; nothing is kept on the partner's computers.",
    "retention": "Until the end of the school year, to report on the year's targets.",
    "destruction_days": 30,
    "breach_hours": 48,
    "breach_contact": "The district's data office",
    "parents_access": "Through the school's office, within 45 days of asking.",
}
SUMMER: Final[Mapping[str, Any]] = {
    "basis": "consent",
    "data_elements": ["Name", "Grade", "Reading level in May and August"],
    "consent": "A form that a parent signed and dated at enrolment, kept by the partner for two years.",
    "users": "The camp's tutors and the program's manager.",
    "security": "One encrypted folder that only they can open.",
    "retention": "Until the report on the summer was accepted.",
    "destruction_days": 45,
    "breach_hours": 72,
    "breach_contact": "The district's data office",
    "parents_access": "On request to the partner, within 30 days; mistakes are corrected at once.",
}

DATA_SHARING: Final = (
    Pact(
        key="compass/records", partner="compass", title="Attendance and marks for freshman coaches, 2019–20",
        type="data_sharing", programs=("compass/coaches",), schools=("fernhollow",), starts_on=date(2019, 10, 7),
        ends_on=date(2020, 6, 12), purpose="Coaches see early which freshmen miss school and call them the same day.",
        populations="Freshmen at Fernhollow whom a coach works with, about 60.", notice_days=None,
        signed_on=date(2019, 10, 2), recorded=(date(2019, 10, 3), "wes"), data=COACHES,
    ),
    Pact(
        key="riverbend/summer-records", partner="riverbend", title="Reading levels for the summer camp, 2019",
        type="data_sharing", programs=("riverbend/summer",), schools=("alderbrook",),
        starts_on=date(2019, 6, 17), ends_on=date(2019, 12, 20), term="custom",
        purpose="Tutors start where each student is, and the report shows what the summer changed.",
        populations="The 62 students of Alderbrook who came to the camp in summer 2019.", notice_days=None,
        signed_on=date(2019, 6, 7), recorded=(date(2019, 6, 10), "wes"), data=SUMMER,
    ),
)  # fmt: skip
