"""Programs at the schools of the stories: how each began, and the stage it has come to."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from .agreements import RIVERBEND_SCHOOLS


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A program at a school, begun by somebody of the school's side; `path` is each move, its day, its actor, why.

    `needs_since`: the needs were added later, on that day by that person; else they were there from the beginning.
    """

    key: str
    program: str
    school: str
    by: str
    begun_on: date
    needs: tuple[str, ...] = ()
    needs_since: tuple[date, str] | None = None
    kind: str = "specialized"
    schedule: str | None = None
    place: str | None = None
    is_lead: bool = False
    path: tuple[tuple[str, date, str, str | None], ...] = ()


Path = tuple[tuple[str, date, str, str | None], ...]


def _plan(day: date, who: str) -> Path:
    return (("plan", day, who, None),)


def _ready(planned: date, ready: date, who: str) -> Path:
    return (*_plan(planned, who), ("ready", ready, who, None))


def _active(planned: date, ready: date, active: date, who: str) -> Path:
    return (*_ready(planned, ready, who), ("activate", active, who, None))


_READING_NEEDS: Final = {"alderbrook", "birchwell", "eastlight", "foxglove", "granary", "hollis"}
_SURVEYED: Final = {"eastlight", "granary", "hollis"}
_TUTORED: Final = "Tuesday and Thursday, 3:45 to 5:00 pm"

READING: Final = tuple(
    Work(
        key=f"riverbend/reading@{school}", program="riverbend/reading", school=school, by=leader,
        begun_on=date(2019, 9, 24), needs=(f"{school}/reading",) if school in _READING_NEEDS else (),
        needs_since=(date(2019, 10, 8), leader) if school in _SURVEYED else None, kind="core",
        is_lead=school == "alderbrook", schedule=_TUTORED,
        place="Cafeteria" if school == "alderbrook" else "Library",
        path=_active(date(2019, 9, 30), date(2019, 10, 1), date(2019, 10, 1), leader),
    )
    for school, leader in RIVERBEND_SCHOOLS.items()
)  # fmt: skip

ALDERBROOK: Final = (
    Work(key="kindling/club@alderbrook", program="kindling/club", school="alderbrook", by="marisol",
         begun_on=date(2019, 9, 20), needs=("alderbrook/reading",), schedule="Tuesday, 3:45 to 4:45 pm",
         place="Library", path=_active(date(2019, 9, 25), date(2019, 10, 4), date(2019, 10, 8), "marisol")),
    Work(key="kitchen/evenings@alderbrook", program="kitchen/evenings", school="alderbrook", by="marisol",
         begun_on=date(2019, 9, 16), needs=("alderbrook/attendance",), kind="aligned",
         schedule="Last Monday of the month, 5:30 to 7:00 pm", place="Cafeteria",
         path=_active(date(2019, 9, 18), date(2019, 9, 23), date(2019, 9, 30), "marisol")),
    Work(key="secondbell/mural@alderbrook", program="secondbell/mural", school="alderbrook", by="carla",
         begun_on=date(2018, 8, 27), schedule="Monday and Wednesday, 3:45 to 5:15 pm", place="Room 208",
         path=_active(date(2018, 8, 31), date(2018, 9, 7), date(2018, 9, 10), "carla")),
    Work(key="harbor/counseling@alderbrook", program="harbor/counseling", school="alderbrook", by="carla",
         begun_on=date(2018, 9, 24), needs=("alderbrook/counselor",), kind="aligned",
         schedule="School days, 8:30 am to 3:00 pm", place="Main office",
         path=_active(date(2018, 9, 25), date(2018, 9, 28), date(2018, 10, 1), "carla")),
    Work(key="northbranch/mentoring@alderbrook", program="northbranch/mentoring", school="alderbrook", by="marisol",
         begun_on=date(2020, 1, 7),
         schedule="Monday, Wednesday and Friday, 3:45 to 5:00 pm", place="Gym",
         path=_plan(date(2020, 1, 8), "marisol")),
)  # fmt: skip

FERNHOLLOW: Final = (
    Work(key="lantern/counseling@fernhollow", program="lantern/counseling", school="fernhollow", by="georgia",
         begun_on=date(2018, 2, 12), kind="core", needs=("fernhollow/counseling",),
         needs_since=(date(2019, 9, 24), "georgia"), schedule="Every school day", place="Room 12",
         path=_active(date(2018, 2, 20), date(2018, 2, 26), date(2018, 3, 5), "georgia")),
    Work(key="compass/coaches@fernhollow", program="compass/coaches", school="fernhollow", by="marisol",
         begun_on=date(2019, 9, 24), needs=("fernhollow/freshmen",), kind="aligned",
         schedule="Every school day, second period", place="Room 31",
         path=_active(date(2019, 9, 27), date(2019, 10, 4), date(2019, 10, 7), "marisol")),
    Work(key="compass/visits@fernhollow", program="compass/visits", school="fernhollow", by="marisol",
         begun_on=date(2019, 12, 9), path=_ready(date(2019, 12, 16), date(2020, 1, 10), "marisol")),
)  # fmt: skip

ELSEWHERE: Final = (
    Work(key="riverbend/math@birchwell", program="riverbend/math", school="birchwell", by="sunita",
         begun_on=date(2019, 12, 16), schedule="Monday and Wednesday, 3:45 to 5:00 pm",
         path=_plan(date(2020, 1, 6), "sunita")),
    Work(key="riverbend/math@granary", program="riverbend/math", school="granary", by="sunita",
         begun_on=date(2019, 12, 16), schedule="Monday and Wednesday, 3:45 to 5:00 pm", needs=("granary/math",),
         path=_plan(date(2020, 1, 6), "sunita")),
    Work(key="riverbend/math@quarry", program="riverbend/math", school="quarry", by="sunita",
         begun_on=date(2019, 12, 16),
         path=(*_plan(date(2020, 1, 6), "sunita"),
               ("not-a-fit", date(2020, 1, 15), "noel", "No room after school this year."))),
    Work(key="northbranch/mentoring@birchwell", program="northbranch/mentoring", school="birchwell", by="sunita",
         begun_on=date(2020, 1, 9), needs=("birchwell/behavior",), path=_plan(date(2020, 1, 13), "sunita")),
    Work(key="northbranch/mentoring@eastlight", program="northbranch/mentoring", school="eastlight", by="sunita",
         begun_on=date(2020, 1, 9), path=_plan(date(2020, 1, 13), "sunita")),
    Work(key="northbranch/mentoring@granary", program="northbranch/mentoring", school="granary", by="sunita",
         begun_on=date(2020, 1, 9), path=_plan(date(2020, 1, 13), "sunita")),
    Work(key="northbranch/mentoring@hollis", program="northbranch/mentoring", school="hollis", by="sunita",
         begun_on=date(2020, 1, 9),
         path=(*_plan(date(2020, 1, 13), "sunita"),
               ("not-a-fit", date(2020, 1, 24), "sunita", "No gym until May; we should ask again in the summer."))),
    Work(key="harbor/circles@birchwell", program="harbor/circles", school="birchwell", by="sunita",
         begun_on=date(2020, 1, 17), needs=("birchwell/behavior",), path=_plan(date(2020, 1, 22), "sunita")),
    Work(key="common/mediators@quarry", program="common/mediators", school="quarry", by="sunita",
         begun_on=date(2020, 1, 15)),
    Work(key="turning/labs@granary", program="turning/labs", school="granary", by="sunita",
         begun_on=date(2019, 12, 4), path=_plan(date(2019, 12, 9), "sunita")),
    Work(key="turning/labs@cobbler", program="turning/labs", school="cobbler", by="ike", begun_on=date(2020, 1, 15),
         needs=("cobbler/math",)),
    Work(key="kitchen/evenings@cobbler", program="kitchen/evenings", school="cobbler", by="ike",
         begun_on=date(2019, 9, 30), needs=("cobbler/families",), schedule="Third Monday of the month, 5:30 pm",
         path=_active(date(2019, 10, 2), date(2019, 10, 10), date(2019, 10, 14), "ike")),
    Work(key="kitchen/evenings@hollis", program="kitchen/evenings", school="hollis", by="sunita",
         begun_on=date(2019, 9, 30), schedule="Second Monday of the month, 5:30 pm",
         path=_active(date(2019, 10, 7), date(2019, 10, 9), date(2019, 10, 14), "sunita")),
    Work(key="secondbell/clay@eastlight", program="secondbell/clay", school="eastlight", by="ruth",
         begun_on=date(2018, 12, 10), schedule="Tuesday, 4:00 to 5:15 pm", place="Room 3",
         path=_active(date(2018, 12, 14), date(2019, 1, 4), date(2019, 1, 8), "ruth")),
    Work(key="steady/mentors@foxglove", program="steady/mentors", school="foxglove", by="ike",
         begun_on=date(2019, 12, 10), needs=("foxglove/attendance",), schedule="Every school day, 7:15 am",
         path=(*_plan(date(2019, 12, 12), "ike"), ("ready", date(2020, 1, 15), "ike", None))),
    Work(key="languages/circle@dunmore", program="languages/circle", school="dunmore", by="ike",
         begun_on=date(2019, 9, 9), schedule="Monday and Thursday, 2:45 pm", place="Room 22",
         path=_active(date(2019, 9, 11), date(2019, 9, 13), date(2019, 9, 16), "ike")),
    Work(key="strings/violin@dunmore", program="strings/violin", school="dunmore", by="hal",
         begun_on=date(2019, 10, 14),
         path=(("not-a-fit", date(2019, 10, 28), "hal", "No room with a door is free on Mondays."),)),
    Work(key="parks/homework@birchwell", program="parks/homework", school="birchwell", by="sunita",
         begun_on=date(2019, 8, 26), schedule="Every school day until six", place="Gym",
         path=_active(date(2019, 8, 27), date(2019, 8, 30), date(2019, 9, 3), "sunita")),
    Work(key="granite/track@juniper", program="granite/track", school="juniper", by="bea", begun_on=date(2018, 8, 13),
         path=_active(date(2018, 8, 20), date(2018, 9, 7), date(2018, 9, 10), "bea")),
    Work(key="soccer/league@kestrel", program="soccer/league", school="kestrel", by="anselm",
         begun_on=date(2019, 8, 26),
         path=(*_active(date(2019, 8, 28), date(2019, 9, 5), date(2019, 9, 9), "anselm"),
               ("pause", date(2020, 1, 13), "anselm", "The coach is on leave until March."))),
    Work(key="scouts/troop@larkspur", program="scouts/troop", school="larkspur", by="miriam",
         begun_on=date(2019, 8, 26),
         path=_active(date(2019, 8, 28), date(2019, 9, 4), date(2019, 9, 6), "miriam")),
    Work(key="wetland/days@larkspur", program="wetland/days", school="larkspur", by="miriam",
         begun_on=date(2019, 8, 19),
         path=(*_active(date(2019, 8, 21), date(2019, 9, 5), date(2019, 9, 9), "miriam"),
               ("end", date(2019, 11, 25), "miriam", "The partner had to stop."))),
    Work(key="parks/swim@larkspur", program="parks/swim", school="larkspur", by="miriam", begun_on=date(2019, 12, 2),
         path=_ready(date(2019, 12, 9), date(2020, 1, 8), "miriam")),
    Work(key="pocket/beds@granary", program="pocket/beds", school="granary", by="peter", begun_on=date(2018, 8, 20),
         path=(*_active(date(2018, 8, 22), date(2018, 8, 31), date(2018, 9, 3), "peter"),
               ("end", date(2019, 6, 14), "peter", "The guild closes this summer."))),
)  # fmt: skip

PARTNERSHIPS: Final = (*READING, *ALDERBROOK, *FERNHOLLOW, *ELSEWHERE)
