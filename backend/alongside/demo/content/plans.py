"""Site plans of reading tutoring: what five of its twelve schools and the partner intend, each under one agreement."""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan of a school: drafted on a day, put to both sides, and whose word was given when."""

    school: str
    drafted: tuple[date, str]
    place: str
    school_word: tuple[date, str] | None = None
    partner_word: tuple[date, str] | None = None
    is_proposed: bool = True


AGREEMENT: Final = "riverbend/reading"
WORDS: Final = {
    "vision": "Every student who comes reads one level higher by June, and takes a book home each week.",
    "schedule": "Tuesday and Thursday, 3:45 to 5:00 pm, from October to June",
    "participants": "Five to nine students of grades 3–5, chosen by their teachers.",
    "communication": "The lead tutor and the coordinator talk on Fridays; a cancelled session is told by noon.",
}
EXPECTATIONS: Final = (
    ("partner", "staffing", "The same four tutors all year; a new one is introduced to the teachers first."),
    ("school", "space", "The room is open and empty at 3:40 pm."),
    ("joint", "communication", "Teachers and tutors look at the reading checks together in January and May."),
)
PLANS: Final = (
    Planned(school="birchwell", drafted=(date(2019, 10, 7), "tomas"), place="Library, the tables by the window",
            school_word=(date(2019, 10, 9), "omar"), partner_word=(date(2019, 10, 8), "tomas")),
    Planned(school="cobbler", drafted=(date(2019, 10, 14), "tomas"), place="Room 8",
            school_word=(date(2019, 10, 17), "yvonne"), partner_word=(date(2019, 10, 14), "tomas")),
    Planned(school="eastlight", drafted=(date(2019, 10, 14), "tomas"), place="Room 21, next to the office",
            school_word=(date(2019, 10, 16), "ruth"), partner_word=(date(2019, 10, 14), "tomas")),
    # its principal is new: the partner has agreed, she has not been heard yet
    Planned(school="alderbrook", drafted=(date(2020, 1, 21), "tomas"), place="Room 114",
            partner_word=(date(2020, 1, 22), "tomas")),
    Planned(school="granary", drafted=(date(2020, 1, 23), "tomas"), place="The reading corner", is_proposed=False),
)  # fmt: skip
