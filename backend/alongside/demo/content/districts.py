"""The three districts of the demonstration, its day, and the school years they know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

TODAY: Final = date(2020, 1, 27)
"""The Monday on which every screen of the demonstration stands."""

REVISITS_FROM: Final = date(2019, 7, 1)
"""Since then agreements are looked at again every year; nobody is late with what was due before."""

STATEMENT: Final = "School figures are published records; partners, needs, agreements and targets are invented"


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A tenant to be, and who keeps its records."""

    slug: str
    name: str
    office: str
    kind: str = "district"
    time_zone: str = "America/Chicago"


MAIN: Final = "alderbrook"
CEDAR: Final = "cedar-county"
TWIN: Final = "twin-rivers"

DISTRICTS: Final = (
    District(slug=MAIN, name="Chicago demonstration", office="renee"),
    District(slug=CEDAR, name="Cedar County Schools", office="walt"),
    District(slug=TWIN, name="Twin Rivers District", office="asha"),
)

SCHOOL_YEARS: Final = (2016, 2017, 2018, 2019, 2020)
"""The calendar years in which the known school years start."""

INSTRUCTION: Final[Mapping[int, tuple[date, date]]] = {
    2018: (date(2018, 9, 4), date(2019, 6, 18)),
    2019: (date(2019, 9, 3), date(2020, 6, 16)),
    2020: (date(2020, 8, 31), date(2021, 6, 15)),
}
"""The first and last day of instruction where the office entered them; between them lies the summer."""
