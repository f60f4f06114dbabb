"""Schools that asked to join what other schools have signed, and what the office answered."""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Who asked on which day for which school to join which agreement, and the office's no with its day, if any."""

    agreement: str
    school: str
    asked: tuple[date, str]
    note: str
    refused: tuple[date, str, str] | None = None


WISHES: Final = (
    Wish(
        agreement="languages/circle", school="alderbrook", asked=(date(2020, 1, 14), "marisol"),
        note="Eleven families have asked for English conversation in the evening.",
        refused=(date(2020, 1, 16), "renee", "The circle has two leaders, and both are at Dunmore Park until June. "
                 "Please ask again for the fall."),
    ),
    # nobody has answered yet: the office's task
    Wish(
        agreement="kindling/club", school="cobbler", asked=(date(2020, 1, 23), "yvonne"),
        note="About twenty students of grades 2 and 3, on Wednesdays after school.",
    ),
)  # fmt: skip
