"""What a neighboring district signed with the words that let other districts join it, and opened."""

from datetime import date
from typing import Final

from .pacts import Done, Pact, confirmations
from .templates import CONDUCT, ENDING, SAFETY, Issued, Terms

CLAUSE: Final = (
    "Other public school districts of the state may adopt the terms of this agreement while it is in force, each by an "
    "agreement of its own with Riverbend Learning, Inc. Each answers for its own agreement alone."
)

SHARED_TERMS: Final = Terms(
    key="shared", name="Terms that other districts may adopt", type="moa", who="asha",
    versions=(
        Issued(day=date(2019, 10, 7), sections=(
            CONDUCT,
            SAFETY,
            ENDING,
            {"heading": "Use by other districts", "items": [],
             "paragraphs": [CLAUSE.replace("Riverbend Learning, Inc.", "{partner}")]},
        )),
    ),
)  # fmt: skip

SHARED: Final = Pact(
    key="riverbend/evenings", partner="riverbend", title="Family reading evenings", type="moa",
    programs=("riverbend/reading",), schools=("pinesedge",), starts_on=date(2019, 11, 18), ends_on=date(2021, 6, 11),
    term="multi_year", purpose="Once a month families read together at school, and take books home.",
    populations="Families of students in kindergarten to grade 5.",
    schedule="First Thursday of the month, 5:30 to 7:00 pm.",
    expectations=(
        ("partner", "staffing", "Two readers for each evening, one who speaks Spanish"),
        ("partner", "materials", "A book for every child to keep"),
        ("school", "space", "The library, and somebody who opens the door"),
    ),
    drafted=(date(2019, 10, 21), "10:10", "asha"),
    path=(
        Done(verb="submit", day=date(2019, 10, 22), who="asha", clock="9:30"),
        Done(verb="start-review", day=date(2019, 10, 23), who="asha"),
        *confirmations({"pinesedge": "greta"}, date(2019, 10, 28)),
        Done(verb="approve", day=date(2019, 11, 4), who="asha", clock="15:10"),
        Done(verb="send-for-signature", day=date(2019, 11, 4), who="asha", clock="15:15"),
        Done(verb="sign", day=date(2019, 11, 7), who="tomas", clock="9:45"),
        Done(verb="sign", day=date(2019, 11, 12), who="lowell", clock="16:30"),
    ),
)  # fmt: skip

PROPOSED: Final = (date(2020, 1, 9), "asha", "Cedar County asked whether it could join.")
AGREED: Final = (date(2020, 1, 13), "tomas")
