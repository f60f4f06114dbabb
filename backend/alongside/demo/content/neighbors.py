"""Two other districts in which the same partner works, so that one sign-in opens three doors."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from .districts import CEDAR, TWIN
from .findings import Survey, finding
from .goals import Goal, Report, opened
from .organizations import Organization, approved, offer
from .pacts import Done, Pact, confirmations
from .partnerships import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbor:
    """A district's own partners, needs, agreements, partnerships and targets."""

    district: str
    office: str
    organizations: tuple[Organization, ...]
    surveys: tuple[Survey, ...]
    works: tuple[Work, ...]
    pacts: tuple[Pact, ...]
    goals: tuple[Goal, ...]


TWICE_A_WEEK: Final = "Two students with one tutor, 75 minutes, twice a week."


def _riverbend(
    registered_on: date, approved_on: date, *, phone: str, mission: str, words: str, seats: int
) -> Organization:
    return Organization(
        key="riverbend", name="Riverbend Learning", legal_name="Riverbend Learning, Inc.", org_type="nonprofit",
        ein="00-0100101", director="Tomas Adeyemi", phone=phone, languages=("English", "Spanish"),
        mission=mission, registered_on=registered_on, path=approved(registered_on, approved_on),
        vetted_until=date(2021, 6, 30),
        offers=(
            offer("riverbend/reading", "Reading tutoring", words, "reading", "3-5", "after_school", "tue thu", seats,
                  languages="English Spanish", evidence="2"),
        ),
    )  # fmt: skip


def _reading(school: str, leader: str, begun: date) -> Work:
    steps = (("plan", begun, leader, None), ("ready", date(2019, 10, 1), leader, None),
             ("activate", date(2019, 10, 1), leader, None))  # fmt: skip
    return Work(
        key=f"riverbend/reading@{school}", program="riverbend/reading", school=school, by=leader, begun_on=begun,
        needs=(f"{school}/reading",), kind="core", schedule="Tuesday and Thursday, 3:15 to 4:30 pm", place="Library",
        path=steps,
    )  # fmt: skip


def _level(school: str, leader: str, size: int, start: int, counts: tuple[int, int, int], checker: str) -> Goal:
    days = ((date(2019, 11, 22), date(2019, 11, 25)), (date(2019, 12, 20), date(2019, 12, 23)),
            (date(2020, 1, 24), date(2020, 1, 24)))  # fmt: skip
    reports = tuple(
        Report(as_of=day, by="tomas", on=entered, values={school: (count, size)},
               verified=(checker, date(2020, 1, 27)) if day == date(2020, 1, 24) else (checker, date(2020, 1, 7)))
        for (day, entered), count in zip(days, counts, strict=True)
    )  # fmt: skip
    return Goal(
        key="riverbend/grade-level", program="riverbend/reading", schools=(school,), name="Reading on grade level",
        kind="better_off", measure="Tutored students who read on grade level", unit="percent",
        words="Students tutored in reading", starts=date(2019, 10, 11), ends=date(2020, 6, 12), baseline=(start, size),
        baseline_source="Reading check of October 11", baseline_period="October 2019", target=85, every=45,
        data_source="Reading check given by Riverbend tutors", need=f"{school}/reading",
        written=(date(2019, 10, 14), "tomas"),
        path=opened(date(2019, 10, 15), "tomas", {school: leader}, date(2019, 10, 22)), reports=reports,
    )  # fmt: skip


def _survey(school: str, leader: str) -> Survey:
    return Survey(
        key=school, school=school, told_on=date(2019, 9, 9), by=leader, published_by=leader,
        published_on=date(2019, 9, 9), findings=(
            finding(f"{school}/reading", "Third graders who catch up", "reading",
                    "A handful of third graders read a year behind."),
            finding(f"{school}/afternoon", "A calm hour after school", "after_school",
                    "Twenty children wait for a ride every afternoon."),
        ),
    )  # fmt: skip


NEIGHBORS: Final = (
    Neighbor(
        district=CEDAR, office="walt",
        organizations=(
            _riverbend(
                date(2018, 6, 4), date(2018, 7, 9), phone="(630) 555-0177", seats=20, words=TWICE_A_WEEK,
                mission="Somebody to read with, for every child in the county who wants to.",
            ),
            Organization(
                key="grange", name="Grange Hall Readers", org_type="nonprofit", ein="00-0100401",
                director="Minnie Oakes", phone="(630) 555-0140", mission="Neighbors read with children.",
                registered_on=date(2020, 1, 13), path=(("submit", date(2020, 1, 15)),),
                offers=(offer("grange/readers", "Lap readers", "One book, one grown-up.", "reading", "K-2",
                              "school_day", "fri", 15, status="submitted"),),
            ),
        ),
        surveys=(_survey("millrace", "irma"),),
        works=(_reading("millrace", "irma", date(2019, 9, 16)),),
        pacts=(
            Pact(key="riverbend/reading", partner="riverbend", title="Reading tutoring at Millrace, 2019–20",
                 programs=("riverbend/reading",), schools=("millrace",), starts_on=date(2019, 9, 30),
                 ends_on=date(2020, 6, 12), signed_on=date(2019, 9, 18), recorded=(date(2019, 9, 20), "walt")),
        ),
        goals=(_level("millrace", "irma", 7, 3, (4, 4, 5), "walt"),),
    ),
    Neighbor(
        district=TWIN, office="asha",
        organizations=(
            _riverbend(
                date(2017, 8, 7), date(2017, 9, 4), phone="(312) 555-0142", seats=20,
                mission="Every child who wants to read better has somebody to read with, close to home.",
                words="Two students with one tutor who stays all year, 75 minutes, twice a week.",
            ),
        ),
        surveys=(_survey("pinesedge", "greta"),),
        works=(_reading("pinesedge", "greta", date(2019, 9, 16)),),
        pacts=(
            Pact(key="riverbend/reading", partner="riverbend", title="Reading tutoring at Pinesedge, 2019",
                 programs=("riverbend/reading",), schools=("pinesedge",), starts_on=date(2019, 2, 15),
                 ends_on=date(2020, 2, 14), term="custom", signed_on=date(2019, 2, 5),
                 recorded=(date(2019, 2, 11), "asha")),
            Pact(key="riverbend/renewal", partner="riverbend", title="Reading tutoring at Pinesedge, 2020",
                 programs=("riverbend/reading",), schools=("pinesedge",), starts_on=date(2020, 2, 15),
                 ends_on=date(2021, 2, 14), term="custom", renews="riverbend/reading",
                 drafted=(date(2020, 1, 6), "9:15", "tomas"),
                 path=(Done(verb="submit", day=date(2020, 1, 7), who="tomas"),
                       Done(verb="start-review", day=date(2020, 1, 9), who="asha"),
                       *confirmations({"pinesedge": "greta"}, date(2020, 1, 14)))),
        ),
        goals=(_level("pinesedge", "greta", 6, 2, (3, 4, 5), "asha"),),
    ),
)  # fmt: skip
