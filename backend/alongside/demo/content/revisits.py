"""What was said at the annual revisits, and of what was promised and did not come."""

from dataclasses import dataclass
from datetime import date
from typing import Final

DOOR: Final = ("lantern/counseling", "An office with a door", date(2020, 1, 14), "lantern-director",
               "The counselor shares the room with the speech therapist on Tuesdays and Thursdays.")  # fmt: skip
"""A promise of an agreement that did not come: which, its words, since when, who says so, and how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One side's word at the latest revisit of an agreement."""

    agreement: str
    day: date
    who: str
    outcome: str
    note: str | None = None


HALF_ANSWERED: Final = Said(
    agreement="lantern/counseling", day=date(2020, 1, 20), who="lantern-director", outcome="revised",
    note="We would like to go on for two more years, with a room of our own on every day.",
)  # fmt: skip
"""The partner has spoken, the school has not. The one of Second Bell's clay studio is overdue: nobody has."""

SUMMER_IS_OVER: Final = (
    Said(agreement="riverbend/summer-records", day=date(2019, 12, 16), who="tomas", outcome="end",
         note="The report on the summer is in; we need the reading levels no more."),
    Said(agreement="riverbend/summer-records", day=date(2019, 12, 18), who="carla", outcome="end",
         note="The camp is over, and nobody has asked for the next one."),
)  # fmt: skip
"""Both sides let the sharing of records for the summer of 2019 end."""

SAID: Final = (*SUMMER_IS_OVER, HALF_ANSWERED)
