"""How the district reviews and signs, and the agreements that wait for the board's meeting of February 2020."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from .pacts import Done, Given, Pact, confirmations


@dataclass(frozen=True, slots=True, kw_only=True)
class Routed:
    """The route of one type, and who settled it when."""

    type: str
    steps: tuple[str, ...]
    is_in_order: bool = False
    signing_order: str = "any"
    day: date = date(2020, 1, 2)
    clock: str = "9:10"
    who: str = "renee"


ROUTES: Final = (
    Routed(type="services_contract", steps=("legal", "risk", "board"), is_in_order=True, signing_order="partner_first"),
    Routed(type="space_use", steps=("risk", "board"), clock="9:30"),
)
"""Money and buildings go to the board; all other types keep the usual way."""


def _reviewed(
    author: str, sent_on: date, words: Mapping[str, str], words_on: date, legal_on: date, risk_on: date | None
) -> tuple[Done, ...]:
    """Everybody but the board said yes; without a day risk has not looked yet."""
    risk = () if risk_on is None else (Done(verb="review", day=risk_on, who="paula", clock="15:20", step="risk"),)
    return (
        Done(verb="submit", day=sent_on, who=author, clock="9:40"),
        Done(verb="start-review", day=sent_on, who="wes", clock="13:30"),
        *confirmations(words, words_on),
        Done(verb="review", day=legal_on, who="gordon", clock="11:15", step="legal"),
        *risk,
    )


_COACHES_CHANGE: Final[Mapping[str, Any]] = {
    "cost": "27500.00",
    "funding_source": "Community schools grant, second year",
    "purpose": "Every freshman at Fernhollow passes every core course.",
    "notice_days": 60,
    "expectations": [
        {"party": "partner", "topic": "staffing", "text": "Two coaches, each with thirty freshmen, every school day."},
        {"party": "partner", "topic": "family_contact", "text": "A call home within two days of a failed course."},
        {"party": "school", "topic": "space", "text": "Room 208, from the first day of school."},
        {"party": "school", "topic": "data", "text": "Course grades every five weeks, for students with consent."},
    ],
}

FOR_THE_BOARD: Final = (
    Pact(
        key="compass/next", partner="compass", title="Freshman coaches at Fernhollow, 2020–21",
        programs=("compass/coaches",), schools=("fernhollow",), starts_on=date(2020, 8, 31), ends_on=date(2021, 6, 11),
        type="services_contract", renews="compass/coaches", drafted=(date(2020, 1, 6), "9:15", "marisol"),
        path=(
            Done(verb="submit", day=date(2020, 1, 7), who="marisol", clock="15:05"),
            Done(verb="start-review", day=date(2020, 1, 8), who="wes", clock="9:00"),
            Done(verb="request-changes", day=date(2020, 1, 10), who="gordon", clock="11:40",
                 reason="The text does not say what it costs, nor what the coaches do.",
                 notes={"costs": "Name the amount and the fund; the first year of the grant ends in June.",
                        "promises": "How many freshmen does each coach have, and where do they meet?",
                        "term": "Thirty days are short for a grant; we ask for sixty."}),
            Done(verb="edit", day=date(2020, 1, 13), who="marisol", clock="16:10", change=_COACHES_CHANGE),
            *_reviewed("marisol", date(2020, 1, 14), {"fernhollow": "georgia"}, date(2020, 1, 15), date(2020, 1, 17),
                       date(2020, 1, 22)),
        ),
    ),
    Pact(
        key="riverbend/summer", partner="riverbend", title="Summer reading with Riverbend Learning",
        programs=("riverbend/reading",), schools=("birchwell", "eastlight", "granary"), starts_on=date(2020, 6, 22),
        ends_on=date(2020, 7, 31), type="services_contract", term="summer",
        purpose="Students of grades 3–5 keep over the summer what they gained by June.",
        populations="Thirty students at each school.", schedule="Monday to Thursday, 9:00 to 11:30 am",
        cost="18600.00", funding="Title I, Part A",
        gives=(Given(party="partner", text="Twelve tutors for six weeks", value="31000.00"),
               Given(party="school", text="Four rooms and breakfast for students")),
        drafted=(date(2020, 1, 7), "10:10", "tomas"),
        path=_reviewed("tomas", date(2020, 1, 8), {"birchwell": "omar", "eastlight": "ruth", "granary": "peter"},
                       date(2020, 1, 10), date(2020, 1, 14), date(2020, 1, 17)),
    ),
    Pact(
        key="harbor/hollis", partner="harbor", title="Restorative circles at Hollis Point",
        programs=("harbor/circles",), schools=("hollis",), starts_on=date(2020, 3, 9), ends_on=date(2021, 6, 11),
        type="services_contract", term="multi_year", purpose="Fewer days lost to suspension in grades 6–8.",
        schedule="Wednesday, during advisory", cost="9800.00", funding="Title IV, Part A",
        gives=(Given(party="partner", text="A circle keeper, two days a week", value="14200.00"),),
        drafted=(date(2020, 1, 6), "11:20", "wes"),
        path=_reviewed("wes", date(2020, 1, 7), {"hollis": "joan"}, date(2020, 1, 9), date(2020, 1, 13),
                       date(2020, 1, 16)),
    ),
    Pact(
        key="parks/next", partner="parks", title="Learn to swim, 2020–21", programs=("parks/swim",),
        schools=("cobbler", "larkspur"), starts_on=date(2020, 9, 8), ends_on=date(2021, 5, 28), type="space_use",
        purpose="Every third grader can swim a length.", schedule="Tuesday and Thursday, 1:00 to 2:30 pm",
        cost="12400.00", funding="General fund",
        gives=(Given(party="partner", text="The pool and two lifeguards", value="20500.00"),
               Given(party="district", text="Buses to the pool")),
        drafted=(date(2020, 1, 8), "9:25", "wes"),
        path=(
            Done(verb="submit", day=date(2020, 1, 9), who="wes", clock="9:40"),
            Done(verb="start-review", day=date(2020, 1, 9), who="wes", clock="9:45"),
            *confirmations({"cobbler": "yvonne", "larkspur": "miriam"}, date(2020, 1, 13)),
            Done(verb="review", day=date(2020, 1, 21), who="paula", clock="10:30", step="risk"),
        ),
    ),
    Pact(
        key="soccer/next", partner="soccer", title="Soccer league at Kestrel Park, 2020–21",
        programs=("soccer/league",), schools=("kestrel",), starts_on=date(2020, 9, 8), ends_on=date(2021, 6, 11),
        type="space_use", cost="4800.00", funding="School budget, Kestrel Park",
        drafted=(date(2020, 1, 20), "9:25", "wes"),
        path=(
            Done(verb="submit", day=date(2020, 1, 21), who="wes", clock="9:40"),
            Done(verb="start-review", day=date(2020, 1, 22), who="wes", clock="9:45"),
            Done(verb="review", day=date(2020, 1, 24), who="paula", clock="14:20", step="risk"),
        ),
    ),
)  # fmt: skip
"""Four are ready for the vote; one still waits for its principal."""
