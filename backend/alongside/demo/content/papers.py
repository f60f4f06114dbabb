"""What the district asks for, who of Riverbend's people has which checks, and the papers that wait."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from .agreements import RIVERBEND_SCHOOLS

ASKED_ON: Final = date(2019, 6, 3)
HANDED_IN_ON: Final = date(2019, 7, 8)
CHECKED_ON: Final = date(2019, 8, 19)

REQUIREMENTS: Final[dict[str, dict[str, Any]]] = {
    "liability": {
        "kind": "insurance_certificate", "title": "General liability insurance", "coverage": "general_liability",
        "min_each": "1000000.00", "min_aggregate": "2000000.00", "deliveries": ["in_person", "hybrid"],
        "enforced_from": date(2019, 8, 1),
        "note": "A certificate of insurance that names the organization as it is registered here.",
    },
    "checks": {
        "kind": "background_check", "title": "Background checks", "validity_months": 60,
        "check_kinds": ["state_criminal", "child_abuse", "fbi_fingerprint"],
        "accepts_instead": ["agency_letter", "staff_present"], "enforced_from": date(2019, 9, 3),
        "note": "For everybody who works with students; good for 60 months from the oldest of the three.",
    },
    "endorsement": {
        "kind": "endorsement", "title": "Additional insured endorsement", "coverage": "general_liability",
        "needs_place": True, "enforced_from": date(2020, 3, 2),
        "note": "For programs with a room of their own; a certificate alone does not name the district.",
    },
    "abuse": {
        "kind": "insurance_certificate", "title": "Abuse and molestation coverage",
        "coverage": "sexual_abuse_molestation", "min_each": "1000000.00", "times_of_day": ["before_school",
        "after_school", "summer"], "supervision": "alone", "enforced_from": date(2020, 7, 1),
        "note": "Where people are ever alone with students; with somebody of the school always beside them it is not.",
    },
    "professional": {
        "kind": "insurance_certificate", "title": "Professional liability insurance", "coverage": "professional",
        "min_each": "1000000.00", "areas": ["climate", "health"], "org_types": ["business", "health"],
        "payment": "paid", "enforced_from": date(2020, 7, 1),
        "note": "For counseling, mentoring and health services that a school pays for, run by no public body.",
    },
}  # fmt: skip
"""Two that keep programs out since last summer, three that are still to come; one for a kind of program alone."""

WITH_STAFF_LIST: Final = "riverbend"
"""Its people are checked one by one; the other partners' agencies answer for theirs with a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Somebody whom Riverbend sends: where to (nowhere named: wherever its programs are), and since when checked."""

    name: str
    title: str
    school: str | None
    issued_on: date


_TUTORS: Final = ("Amara Oduya", "Ben Castellanos", "Chloe Marsh", "Dmitri Petrov", "Elena Brandão", "Farid Nasser",
                  "Grace Lindholm", "Hector Salas", "Imani Brooks", "Jonas Weber", "Keiko Tanabe",
                  "Liam Doyle")  # fmt: skip

RIVERBEND_STAFF: Final = (
    Sent(name="Priya Anand", title="Site manager", school=None, issued_on=date(2017, 8, 14)),
    *(
        Sent(name=name, title="Tutor", school=school, issued_on=date(2018, 8, 20))
        for name, school in zip(_TUTORS, RIVERBEND_SCHOOLS, strict=True)
    ),
    Sent(name="Nadia Voss", title="Tutor", school="alderbrook", issued_on=date(2015, 1, 12)),
    Sent(name="Oscar Reyes", title="Tutor", school="hollis", issued_on=date(2014, 12, 8)),
)
"""The checks of the last two ran out on January 11 and December 7, while their programs run."""

LAPSED: Final = ("Nadia Voss", "Oscar Reyes")
