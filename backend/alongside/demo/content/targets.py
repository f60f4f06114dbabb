"""Performance targets: those of the story on top, then one for every state and every rating."""

from datetime import date
from typing import Final

from .agreements import RIVERBEND_SCHOOLS
from .findings import LAST_YEAR
from .goals import Goal, Report, agreed, opened

SIZES: Final = dict(zip(RIVERBEND_SCHOOLS, (8, 9, 8, 9, 9, 8, 9, 5, 6, 8, 9, 8), strict=True))
"""How many students each school's tutors teach: five to nine, ninety-six together."""


def _of_each(*counts: int) -> dict[str, tuple[int, int]]:
    return {school: (count, SIZES[school]) for (school, count) in zip(RIVERBEND_SCHOOLS, counts, strict=True)}


READING: Final = Goal(
    key="riverbend/grade-level", program="riverbend/reading", schools=tuple(RIVERBEND_SCHOOLS),
    name="Reading on grade level", kind="better_off", measure="Tutored students who read on grade level",
    unit="percent", words="Students tutored in reading", starts=date(2019, 10, 11), ends=date(2020, 6, 12),
    baseline=(49, 96), baseline_source="Reading check of October 11", baseline_period="October 2019", target=85,
    every=45, data_source="Reading check given by Riverbend tutors", need="alderbrook/reading",
    written=(date(2019, 10, 14), "tomas"),
    path=opened(date(2019, 10, 15), "tomas", RIVERBEND_SCHOOLS, date(2019, 10, 22)),
    reports=(
        Report(as_of=date(2019, 11, 22), by="tomas", on=date(2019, 11, 25),
               values=_of_each(4, 5, 4, 6, 6, 4, 6, 3, 3, 4, 6, 4), verified=("renee", date(2019, 12, 2))),
        Report(as_of=date(2019, 12, 20), by="tomas", on=date(2019, 12, 23),
               values=_of_each(5, 6, 5, 6, 7, 4, 7, 4, 4, 5, 6, 5), verified=("renee", date(2020, 1, 7))),
        Report(as_of=date(2020, 1, 24), by="tomas", on=date(2020, 1, 24),
               values=_of_each(6, 7, 5, 7, 8, 5, 7, 4, 4, 6, 7, 5), verified=("renee", date(2020, 1, 27))),
    ),
)  # fmt: skip


def _each(value: int, *without: str) -> dict[str, int]:
    return {school: value for school in RIVERBEND_SCHOOLS if school not in without}


OF_RIVERBEND: Final = (
    Goal(
        key="riverbend/sessions", program="riverbend/reading", schools=tuple(RIVERBEND_SCHOOLS),
        name="Tutoring sessions held", kind="how_much", measure="Sessions held", unit="count",
        words="Students tutored in reading", starts=date(2019, 10, 1), ends=date(2020, 6, 12), baseline=0,
        baseline_source="The program begins", aggregation="cumulative", target=600, every=28,
        data_source="Tutors' sign-in sheets", written=(date(2019, 10, 14), "tomas"),
        path=opened(date(2019, 10, 15), "tomas", RIVERBEND_SCHOOLS, date(2019, 10, 22)),
        reports=(
            Report(as_of=date(2019, 10, 31), by="tomas", on=date(2019, 11, 1), values=_each(9),
                   verified=("renee", date(2019, 11, 8))),
            Report(as_of=date(2019, 11, 29), by="tomas", on=date(2019, 12, 2), values=_each(7),
                   verified=("renee", date(2019, 12, 9))),
            Report(as_of=date(2019, 12, 20), by="tomas", on=date(2020, 1, 6), values={**_each(6), "alderbrook": 11},
                   verified=("renee", date(2020, 1, 13))),
            Report(as_of=date(2020, 1, 24), by="tomas", on=date(2020, 1, 24),
                   values=_each(6, "alderbrook", "foxglove", "kestrel")),
        ),
    ),
    Goal(
        key="riverbend/full", program="riverbend/reading", schools=("alderbrook",),
        name="Full-length sessions at Alderbrook", kind="how_well",
        measure="Sessions that lasted the full 75 minutes", unit="percent", aggregation="rate",
        words="Students tutored in reading", starts=date(2019, 10, 11), ends=date(2020, 6, 12), baseline=(27, 45),
        baseline_source="Spring 2019, in the cafeteria", baseline_period="Spring 2019", target=95, every=45,
        data_source="Tutors' sign-in sheets", need="alderbrook/reading", written=(date(2019, 10, 14), "tomas"),
        path=opened(date(2019, 10, 15), "tomas", {"alderbrook": "carla"}, date(2019, 10, 22)),
        reports=(
            Report(as_of=date(2019, 10, 31), by="tomas", on=date(2019, 11, 1), values={"alderbrook": (8, 10)},
                   verified=("renee", date(2019, 11, 8))),
            Report(as_of=date(2019, 11, 29), by="tomas", on=date(2019, 12, 2), values={"alderbrook": (10, 12)},
                   verified=("renee", date(2019, 12, 9))),
            Report(as_of=date(2019, 12, 20), by="tomas", on=date(2020, 1, 6), values={"alderbrook": (9, 11)},
                   verified=("renee", date(2020, 1, 13))),
            Report(as_of=date(2020, 1, 24), by="tomas", on=date(2020, 1, 24), values={"alderbrook": (4, 10)},
                   notes={"alderbrook": "Six sessions in January were cut short: room 114, promised by January 6, is "
                                        "still used for testing, and the cafeteria closes at 4:30."},
                   verified=("denise", date(2020, 1, 27))),
        ),
    ),
    Goal(
        key="riverbend/spring", program="riverbend/reading", schools=("granary", "hollis", "ironbridge"),
        name="Spring reading test", kind="better_off", measure="Tutored students at or above the spring norm",
        unit="percent", words="Students tutored in reading", starts=date(2019, 10, 11), ends=date(2020, 6, 12),
        baseline=(7, 20), baseline_source="Spring test of 2019", baseline_period="Spring 2019", target=60,
        pace="end_only", written=(date(2019, 11, 4), "tomas"),
        path=opened(date(2019, 11, 4), "tomas",
                    {"granary": "peter", "hollis": "joan", "ironbridge": "curtis"}, date(2019, 11, 12)),
    ),
    Goal(
        key="riverbend/talk", program="riverbend/reading", schools=("birchwell", "eastlight", "granary"),
        name="A word with each teacher", kind="how_well", measure="Teachers whom a tutor speaks with each month",
        unit="percent", words="Teachers of students tutored in reading", starts=date(2020, 2, 3),
        ends=date(2020, 6, 12), target=90, written=(date(2020, 1, 13), "tomas"),
        path=(*agreed(date(2020, 1, 15), "tomas", {"granary": "peter"}, date(2020, 1, 20)),
              ("opt-out", date(2020, 1, 21), "ruth", "eastlight")),
    ),
    Goal(
        key="riverbend/books", program="riverbend/reading", schools=("alderbrook", "foxglove"),
        name="Books taken home", kind="how_much", measure="Books taken home", unit="count", aggregation="cumulative",
        words="Students tutored in reading", starts=date(2020, 2, 3), ends=date(2020, 6, 12), baseline=0,
        target=300, written=(date(2020, 1, 20), "tomas"),
        path=(("propose", date(2020, 1, 21), "tomas", None),),
    ),
)  # fmt: skip

OF_OTHERS: Final = (
    Goal(
        key="kitchen/families", program="kitchen/evenings", schools=("alderbrook",), name="Families at the evenings",
        kind="how_much", measure="Families who came at least once", unit="count", words="Families of Alderbrook",
        starts=date(2019, 9, 16), ends=date(2020, 2, 24), baseline=0, baseline_source="First year of the evenings",
        target=60, every=35, data_source="Sign-in sheets", need="alderbrook/attendance",
        written=(date(2019, 9, 17), "kitchen-director"),
        path=opened(date(2019, 9, 17), "kitchen-director", {"alderbrook": "marisol"}, date(2019, 9, 23)),
        reports=(
            Report(as_of=date(2019, 9, 30), by="kitchen-director", on=date(2019, 10, 1), values={"alderbrook": 14},
                   verified=("marisol", date(2019, 10, 7))),
            Report(as_of=date(2019, 11, 25), by="kitchen-director", on=date(2019, 11, 26), values={"alderbrook": 31},
                   verified=("marisol", date(2019, 12, 3))),
            Report(as_of=date(2019, 12, 16), by="kitchen-director", on=date(2019, 12, 17), values={"alderbrook": 38},
                   verified=("marisol", date(2020, 1, 7))),
        ),
    ),
    Goal(
        key="kitchen/context", program="kitchen/evenings", schools=("alderbrook",), name="Attendance of the school",
        kind="better_off", measure="Average daily attendance", unit="percent", population="whole_school",
        words="All students of Alderbrook", starts=date(2019, 9, 3), ends=date(2020, 6, 16), baseline=93.0,
        baseline_source="Progress report 2018–19", baseline_period="2018–19", target=94, pace="end_only",
        need="alderbrook/attendance", written=(date(2019, 9, 17), "marisol"),
        path=(("propose", date(2019, 9, 17), "marisol", None), ("agree", date(2019, 9, 18), "kitchen-director", None),
              ("open", date(2019, 9, 23), "marisol", None)),
    ),
    Goal(
        key="kindling/books", program="kindling/club", schools=("alderbrook",), name="Books finished",
        kind="how_much", measure="Books finished by members", unit="count", aggregation="cumulative",
        words="Members of the reading club", starts=date(2019, 11, 4), ends=date(2020, 6, 12), baseline=0,
        target=240, every=74, data_source="Reading logs", need="alderbrook/reading",
        written=(date(2019, 11, 4), "kindling-director"),
        path=opened(date(2019, 11, 5), "kindling-director", {"alderbrook": "marisol"}, date(2019, 11, 7)),
    ),
    Goal(
        key="secondbell/finish", program="secondbell/mural", schools=("alderbrook",), year=LAST_YEAR,
        name="Students who finish a wall", kind="how_well", measure="Students who stay to the end", unit="percent",
        words="Students of the mural studio", starts=date(2018, 9, 10), ends=date(2019, 6, 14), baseline=(9, 18),
        baseline_source="First wall", baseline_period="2017–18", target=80,
        written=(date(2018, 9, 12), "secondbell-director"),
        path=(*opened(date(2018, 9, 12), "secondbell-director", {"alderbrook": "carla"}, date(2018, 9, 14)),
              ("close", date(2019, 6, 24), "carla", None)),
        reports=(Report(as_of=date(2019, 6, 7), by="secondbell-director", on=date(2019, 6, 10),
                        values={"alderbrook": (13, 20)}, verified=("carla", date(2019, 6, 12))),),
    ),
    Goal(
        key="harbor/waiting", program="harbor/counseling", schools=("alderbrook",), year=LAST_YEAR,
        name="Weeks of waiting", kind="how_well", measure="Weeks from asking to the first talk", unit="score",
        direction="decrease", words="Students who asked for a counselor", starts=date(2018, 10, 1),
        ends=date(2019, 6, 14), baseline=9, baseline_source="Waiting list", baseline_period="Spring 2018",
        target=2, need="alderbrook/counselor", written=(date(2018, 10, 2), "harbor-director"),
        path=(*opened(date(2018, 10, 2), "harbor-director", {"alderbrook": "carla"}, date(2018, 10, 5)),
              ("close", date(2019, 6, 24), "carla", None)),
        reports=(Report(as_of=date(2019, 5, 31), by="harbor-director", on=date(2019, 6, 3),
                        values={"alderbrook": 1.5}, verified=("carla", date(2019, 6, 5))),),
    ),
    Goal(
        key="harbor/seen", program="harbor/counseling", schools=("alderbrook",), name="Students seen",
        kind="how_much", measure="Students seen at least once", unit="count", words="Students of Alderbrook",
        starts=date(2019, 9, 3), ends=date(2020, 6, 16), baseline=31, baseline_source="Fall 2018",
        written=(date(2019, 9, 9), "harbor-director"),
        path=opened(date(2019, 9, 9), "harbor-director", {"alderbrook": "marisol"}, date(2019, 9, 11)),
        reports=(
            Report(as_of=date(2019, 12, 20), by="harbor-director", on=date(2020, 1, 6), values={"alderbrook": 35},
                   verified=("marisol", date(2020, 1, 9))),
            Report(as_of=date(2020, 1, 24), by="harbor-director", on=date(2020, 1, 24), values={"alderbrook": 39}),
        ),
    ),
    Goal(
        key="lantern/referrals", program="lantern/counseling", schools=("fernhollow",),
        name="Fights sent to the office", kind="better_off", measure="Fights sent to the office", unit="count",
        direction="decrease", aggregation="cumulative", words="Students in counseling",
        starts=date(2019, 9, 3), ends=date(2020, 6, 16),
        target=40, every=100, need="fernhollow/counseling", written=(date(2019, 9, 24), "lantern-director"),
        path=opened(date(2019, 9, 24), "lantern-director", {"fernhollow": "georgia"}, date(2019, 9, 30)),
        reports=(Report(as_of=date(2019, 12, 20), by="lantern-director", on=date(2020, 1, 7),
                        values={"fernhollow": 12}, verified=("georgia", date(2020, 1, 10))),),
    ),
    Goal(
        key="compass/passing", program="compass/coaches", schools=("fernhollow",),
        name="Freshmen who pass every course", kind="better_off", measure="Coached freshmen passing every course",
        unit="percent", words="Ninth graders with a coach", starts=date(2019, 10, 7), ends=date(2020, 6, 12),
        baseline=(37, 60), baseline_source="First progress report", baseline_period="September 2019", target=80,
        every=60,
        need="fernhollow/freshmen", written=(date(2019, 10, 8), "compass-director"),
        path=opened(date(2019, 10, 8), "compass-director", {"fernhollow": "marisol"}, date(2019, 10, 10)),
        reports=(Report(as_of=date(2019, 12, 20), by="compass-director", on=date(2020, 1, 7),
                        values={"fernhollow": (38, 60)}, verified=("marisol", date(2020, 1, 10))),),
    ),
    Goal(
        key="kitchen/cobbler", program="kitchen/evenings", schools=("cobbler",), name="Families who come twice",
        kind="how_well", measure="Families who come a second time", unit="percent", words="Families at the evenings",
        starts=date(2019, 10, 14), ends=date(2020, 6, 12), target=70, every=100, need="cobbler/families",
        written=(date(2019, 10, 15), "kitchen-director"),
        path=opened(date(2019, 10, 15), "kitchen-director", {"cobbler": "ike"}, date(2019, 10, 21)),
        reports=(Report(as_of=date(2019, 12, 16), by="kitchen-director", on=date(2020, 1, 6),
                        values={"cobbler": (23, 35)}, verified=("ike", date(2020, 1, 8))),),
    ),
    Goal(
        key="parks/early", program="parks/homework", schools=("birchwell",), name="Homework done before the gym",
        kind="how_well", measure="Children whose homework is done by five", unit="percent",
        words="Children in the program", starts=date(2020, 1, 13), ends=date(2020, 6, 12), baseline=(30, 60),
        baseline_source="Second week of January", baseline_period="January 2020", target=80,
        need="birchwell/afternoon", written=(date(2020, 1, 14), "parks-director"),
        path=opened(date(2020, 1, 14), "parks-director", {"birchwell": "sunita"}, date(2020, 1, 15)),
        reports=(Report(as_of=date(2020, 1, 24), by="parks-director", on=date(2020, 1, 24),
                        values={"birchwell": (34, 60)}),),
    ),
    Goal(
        key="secondbell/kiln", program="secondbell/clay", schools=("eastlight",), name="Kiln days",
        kind="how_much", measure="Firings", unit="count", aggregation="cumulative", words="Students at the kiln",
        starts=date(2019, 9, 3), ends=date(2019, 12, 20), baseline=0, target=12,
        written=(date(2019, 9, 4), "secondbell-director"),
        path=opened(date(2019, 9, 4), "secondbell-director", {"eastlight": "ruth"}, date(2019, 9, 6)),
    ),
    Goal(
        key="languages/talkers", program="languages/circle", schools=("dunmore",), name="Students who speak up",
        kind="better_off", measure="Students who speak in class each week", unit="percent",
        words="Students of the circle", starts=date(2019, 9, 16), ends=date(2020, 6, 12), baseline=(15, 50),
        baseline_source="Teachers' count in September", baseline_period="September 2019", target=60, pace="milestone",
        milestones=((date(2019, 12, 20), 45), (date(2020, 3, 27), 52)), every=100,
        written=(date(2019, 9, 17), "languages-director"),
        path=opened(date(2019, 9, 17), "languages-director", {"dunmore": "ike"}, date(2019, 9, 20)),
        reports=(
            Report(as_of=date(2019, 12, 13), by="languages-director", on=date(2019, 12, 16),
                   values={"dunmore": (32, 50)},
                   rejected=("ike", date(2019, 12, 17), "Two classes are counted twice.")),
            Report(as_of=date(2019, 12, 20), by="languages-director", on=date(2020, 1, 3),
                   values={"dunmore": (22, 50)}),
            Report(as_of=date(2019, 12, 20), by="languages-director", on=date(2020, 1, 6),
                   values={"dunmore": (24, 50)}, verified=("ike", date(2020, 1, 8))),
        ),
    ),
    Goal(
        key="soccer/season", program="soccer/league", schools=("kestrel",), name="Matches played", kind="how_much",
        measure="Matches played", unit="count", aggregation="cumulative", words="Players", starts=date(2019, 9, 9),
        ends=date(2020, 5, 29), baseline=0, target=10, written=(date(2019, 9, 10), "soccer-director"),
        path=opened(date(2019, 9, 10), "soccer-director", {"kestrel": "anselm"}, date(2019, 9, 12)),
        reports=(Report(as_of=date(2019, 11, 22), by="soccer-director", on=date(2019, 11, 25), values={"kestrel": 11},
                        verified=("anselm", date(2019, 12, 2))),),
    ),
    Goal(
        key="kitchen/hollis", program="kitchen/evenings", schools=("hollis",), name="Families at Hollis Point",
        kind="how_much", measure="Families who came at least once", unit="count", words="Families of Hollis Point",
        starts=date(2019, 10, 14), ends=date(2020, 6, 12), baseline=0, target=40,
        written=(date(2019, 10, 15), "kitchen-director"),
        path=(*opened(date(2019, 10, 15), "kitchen-director", {"hollis": "sunita"}, date(2019, 10, 21)),
              ("revise", date(2020, 1, 14), "sunita", "Twenty-five families is what the room holds.")),
        reports=(Report(as_of=date(2019, 12, 9), by="kitchen-director", on=date(2019, 12, 10), values={"hollis": 15},
                        verified=("sunita", date(2019, 12, 13))),),
    ),
    Goal(
        key="scouts/badges", program="scouts/troop", schools=("larkspur",), name="First badges", kind="how_much",
        measure="Children with a first badge", unit="count", words="Explorers", starts=date(2020, 2, 3),
        ends=date(2020, 6, 12), baseline=0, target=18, written=(date(2020, 1, 13), "miriam"),
        path=(("propose", date(2020, 1, 14), "miriam", None), ("agree", date(2020, 1, 20), "scouts-director", None)),
    ),
    Goal(
        key="secondbell/walls", program="secondbell/mural", schools=("alderbrook",), name="Two walls by June",
        kind="how_much", measure="Walls finished", unit="count", words="Students of the mural studio",
        starts=date(2020, 1, 27), ends=date(2020, 6, 12), baseline=0, target=2,
        written=(date(2020, 1, 23), "secondbell-director"),
    ),
    Goal(
        key="compass/calls", program="compass/coaches", schools=("fernhollow",), name="Calls home", kind="how_much",
        measure="Calls home", unit="count", aggregation="cumulative", words="Ninth graders with a coach",
        starts=date(2019, 10, 7), ends=date(2020, 6, 12), baseline=0, target=500,
        written=(date(2019, 10, 8), "compass-director"),
        path=(("propose", date(2019, 10, 8), "compass-director", None),
              ("withdraw", date(2019, 10, 29), "compass-director", None)),
    ),
)  # fmt: skip

TARGETS: Final = (READING, *OF_RIVERBEND, *OF_OTHERS)
