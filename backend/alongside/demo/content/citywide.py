"""Agreements that cover many schools, signed on paper and recorded: where the large partners work."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Level = Literal["young", "high", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One program at every school on its turn: the first school that takes it and how many schools apart the next is.

    `at` names schools of the stories where it works, too.
    """

    program: str
    level: Level
    turn: int
    every: int
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A partner's agreement for many schools."""

    partner: str
    title: str
    starts_on: date
    ends_on: date
    term: str
    reaches: tuple[Reach, ...]


def _year(partner: str, title: str, starts_on: date, ends_on: date, *reaches: Reach) -> Contract:
    term = "multi_year" if (ends_on - starts_on).days > 366 else "school_year"
    return Contract(partner=partner, title=title, starts_on=starts_on, ends_on=ends_on, term=term, reaches=reaches)


CONTRACTS: Final = (
    _year("dental", "Dental care at schools, 2018–21", date(2018, 7, 2), date(2021, 6, 30),
          Reach(program="dental/sealants", level="young", turn=0, every=5, at=("alderbrook", "granary")),
          Reach(program="dental/high", level="high", turn=0, every=5)),
    _year("vision", "Vision screening and glasses", date(2019, 4, 25), date(2020, 4, 24),
          Reach(program="vision/glasses", level="any", turn=1, every=5, at=("alderbrook", "cobbler"))),
    _year("pantry", "School pantries, 2019–20", date(2019, 7, 1), date(2020, 6, 30),
          Reach(program="pantry/school", level="any", turn=2, every=5, at=("foxglove",))),
    _year("bookcart", "Classroom libraries, 2019–22", date(2019, 7, 1), date(2022, 6, 30),
          Reach(program="bookcart/libraries", level="young", turn=3, every=5, at=("alderbrook", "hollis"))),
    _year("coats", "Coats and boots, 2019–20", date(2019, 10, 1), date(2020, 9, 30),
          Reach(program="coats/coats", level="young", turn=4, every=10, at=("alderbrook",))),
    _year("parks", "Homework and gym until six", date(2019, 7, 1), date(2020, 6, 30),
          Reach(program="parks/homework", level="young", turn=9, every=10, at=("dunmore",))),
    _year("soccer", "School soccer leagues", date(2019, 2, 22), date(2020, 2, 21),
          Reach(program="soccer/league", level="young", turn=6, every=17)),
    _year("chess", "Chess clubs, 2019–20", date(2019, 9, 3), date(2020, 6, 12),
          Reach(program="chess/club", level="young", turn=7, every=19, at=("alderbrook", "larkspur"))),
    _year("strings", "Violin from third grade", date(2019, 2, 15), date(2020, 2, 14),
          Reach(program="strings/violin", level="young", turn=8, every=29)),
    _year("wetland", "Field science days, 2019–20", date(2019, 9, 3), date(2020, 6, 30),
          Reach(program="wetland/days", level="young", turn=5, every=23)),
    _year("lakefront", "Student teachers as tutors", date(2019, 3, 1), date(2020, 2, 28),
          Reach(program="lakefront/tutors", level="young", turn=10, every=31)),
    _year("parish", "Homework rooms", date(2019, 3, 1), date(2020, 2, 29),
          Reach(program="parish/homework", level="young", turn=11, every=47)),
    _year("languages", "Conversation circles", date(2019, 3, 1), date(2020, 2, 29),
          Reach(program="languages/circle", level="any", turn=12, every=41)),
    _year("turning", "Math labs", date(2019, 2, 8), date(2020, 2, 7),
          Reach(program="turning/labs", level="young", turn=13, every=37)),
    _year("steady", "Attendance mentors, 2019–20", date(2019, 8, 1), date(2020, 7, 31),
          Reach(program="steady/mentors", level="young", turn=14, every=43)),
    _year("clinic", "School health centers", date(2019, 4, 1), date(2020, 3, 31),
          Reach(program="clinic/center", level="high", turn=2, every=9, at=("fernhollow",)),
          Reach(program="clinic/asthma", level="young", turn=15, every=53)),
    _year("compass", "Freshman coaches, 2019–20", date(2019, 8, 1), date(2020, 7, 31),
          Reach(program="compass/coaches", level="high", turn=1, every=5)),
    _year("prairie", "Robot league, 2019–20", date(2019, 9, 3), date(2020, 5, 29),
          Reach(program="prairie/robots", level="high", turn=3, every=5, at=("fernhollow",))),
    _year("ledger", "Money basics", date(2019, 3, 1), date(2020, 2, 29),
          Reach(program="ledger/basics", level="high", turn=4, every=10, at=("fernhollow",))),
    _year("meridian", "Early credit", date(2019, 3, 1), date(2020, 2, 28),
          Reach(program="meridian/credit", level="high", turn=9, every=10, at=("fernhollow",))),
)  # fmt: skip

REPLACED: Final = ("bookcart", "Classroom libraries, 2017–20", date(2017, 7, 3), date(2020, 6, 30))
"""An agreement that a later one superseded before its time."""

RENEWED: Final = ("clinic", date(2020, 1, 21), "clinic-director")
"""Whose agreement is being renewed, since when, by whom."""
