"""The district's standing terms: one template in its second version, and one for a few visits."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A version: written and published on a day, and what is new in it."""

    day: date
    sections: tuple[dict[str, Any], ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """A template with its versions, the first one first."""

    key: str
    name: str
    type: str
    versions: tuple[Issued, ...]
    is_negotiable: bool = True
    who: str = "renee"


def _section(heading: str, *paragraphs: str, items: tuple[str, ...] = (), **clause: Any) -> dict[str, Any]:
    return {"heading": heading, "paragraphs": list(paragraphs), "items": list(items), **clause}


CONDUCT: Final = _section(
    "Conduct",
    "{partner} follows the rules of each school it works in, and the principal may send anybody home.",
)
SAFETY: Final = _section(
    "Safety of students",
    "Everybody who meets students is cleared by the district before the first visit.",
    items=("No adult is alone with one student behind a closed door.", "A concern is told the principal the same day."),
    code="safety", is_required=True,
)  # fmt: skip
INSURANCE: Final = _section(
    "Insurance",
    "{partner} is insured for the work at {schools} from {first_day} through {last_day}.",
    code="insurance", is_required=True,
)  # fmt: skip
ENDING: Final = _section("Ending early", "Either side may end this with {notice_days} of notice in writing.")

TEMPLATES: Final = (
    Terms(
        key="standing", name="Standing terms for community partners", type="mou",
        versions=(
            Issued(day=date(2019, 8, 19), sections=(CONDUCT, SAFETY, ENDING)),
            Issued(
                day=date(2020, 1, 6), note="Insurance is a clause of its own",
                sections=(
                    CONDUCT,
                    SAFETY | {"items": [*SAFETY["items"], "Phones stay out of classrooms and changing rooms."]},
                    INSURANCE,
                    ENDING,
                ),
            ),
        ),
    ),
    Terms(
        key="visits", name="Letter for a few visits", type="letter_of_agreement", is_negotiable=False,
        versions=(
            Issued(
                day=date(2019, 8, 20),
                sections=(_section("Visits", "Staff of {schools} stay in the room during every visit of {partner}."),),
            ),
        ),
    ),
)  # fmt: skip

CHOSEN: Final = ("harbor/circles", "standing")
"""The draft that carries a template, and which."""

ANSWERS: Final = {"money": False, "space": False, "records": False, "intensity": "every_week"}
REASON: Final = "It runs through two school years, and the board wants one text for both"
"""What was answered about that draft, and why it is another type than recommended."""

SAID: Final = (
    ("safety", "finalized", None, date(2020, 1, 24), "9:20"),
    (
        "insurance",
        "under_discussion",
        "The broker confirms the new limit by February 7.",
        date(2020, 1, 24),
        "9:25",
    ),
)
"""How far its clauses are: which, how far, what was said, and when, by the draft's author."""
