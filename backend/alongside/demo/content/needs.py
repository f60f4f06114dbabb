"""What the schools of the stories need: assessments in every state, and five-minute surveys."""

from datetime import date
from typing import Final

from .findings import LAST_YEAR, Assessment, Survey, finding


def _worked(begun: date, ready: date, told: date, by: str, leader: str) -> tuple[tuple[str, date, str], ...]:
    """The whole way: data, thought, order, then the principal's word."""
    return (("collect", begun, by), ("analyze", ready, by), ("prioritize", ready, by), ("submit", ready, by),
            ("approve", told, leader), ("publish", told, leader))  # fmt: skip


ALDERBROOK: Final = Assessment(
    key="alderbrook", school="alderbrook", begun_on=date(2019, 8, 27), by="marisol",
    path=_worked(date(2019, 8, 28), date(2019, 9, 10), date(2019, 9, 13), "marisol", "carla"),
    findings=(
        finding("alderbrook/reading", "More grade 3–5 students reading on grade level", "reading",
                "Reading stands at the 38th national percentile in 2018–19, three below two years earlier.",
                "The 45th percentile by the spring of 2021.", span="3-5", times="after_school", students=30,
                ratings=(5, 4, 4, 4, 5), said="Four of five third-grade teachers name reading first.",
                causes="Too little reading time at home and after school; long waits for small groups."),
        finding("alderbrook/attendance", "Families who know what to do when a child misses school", "attendance",
                "Attendance was 93.0% in 2018–19, 0.3 points below the district, and 32.6% of students were "
                "chronically truant.", "Sixty families who know whom to call, and attendance above the district.",
                span="PK-8", times="after_school", languages="Spanish", populations="families", students=60,
                ratings=(4, 4, 4, 4, 4), measures="attendance_rate"),
        finding("alderbrook/behavior", "Calmer middle grades: fewer suspensions in grades 6–8", "behavior",
                "12.0 suspensions per 100 students in 2018–19, more than twice the district's 5.6 and rising three "
                "years running.", "Eight or fewer per 100 students by June 2021.", span="6-8",
                times="after_school school_day", languages="Spanish", students=45, ratings=(4, 4, 3, 3, 4),
                measures="suspensions_per_100", said="Students ask for an adult to talk to before it gets loud.",
                by="Grade 7 advisory", causes="Conflicts from the afternoon come back in the morning."),
    ),
)  # fmt: skip

ALDERBROOK_LAST_YEAR: Final = Assessment(
    key="alderbrook-before", school="alderbrook", year=LAST_YEAR, begun_on=date(2018, 9, 4), by="carla",
    path=_worked(date(2018, 9, 5), date(2018, 9, 18), date(2018, 9, 21), "carla", "carla"),
    findings=(
        finding("alderbrook/counselor", "Somebody to talk to, every day", "counseling",
                "One counselor came two days a week.", "A counselor on every school day.", span="PK-8",
                times="school_day", students=35, ratings=(4, 4, 3, 4, 4), said="The waiting list was nine weeks.",
                by="School counselor",
                path=(("meet", date(2019, 6, 14), "carla", None),)),
        finding("alderbrook/roof", "A dry gym", "sports", "The gym floor is closed when it rains.", span="PK-8",
                students=200, ratings=(2, 3, 3, 1, 1), said="Eleven closed days last spring.", by="Building engineer",
                via="no", path=(("defer", date(2018, 9, 19), "carla", "The facilities plan covers the roof."),)),
        finding("alderbrook/chess", "A chess team", "after_school", "Ten students asked for one.", span="3-8",
                students=10, ratings=(2, 1, 1, 5, 1), said="A petition in pencil.", by="Grade 5",
                path=(("drop", date(2018, 11, 5), "carla", "Nobody came to the second meeting."),)),
    ),
)  # fmt: skip

FERNHOLLOW: Final = Assessment(
    key="fernhollow", school="fernhollow", begun_on=date(2019, 8, 29), by="marisol",
    path=_worked(date(2019, 8, 30), date(2019, 9, 17), date(2019, 9, 20), "marisol", "georgia"),
    findings=(
        finding("fernhollow/freshmen", "Ninth graders who pass their first semester", "freshmen",
                "87.2% of freshmen were on track in 2018–19, against 89.4% in the district.",
                "Above the district by June 2021.", span="9-9", times="school_day", populations="ninth_graders",
                students=60, ratings=(5, 5, 4, 4, 5), measures="freshmen_on_track_rate"),
        finding("fernhollow/counseling", "A calm adult within reach", "counseling",
                "32.8 suspensions per 100 students in 2018–19, against 5.6 in the district.",
                "Fewer than 20 per 100 by June 2021.", span="9-12", times="school_day", students=40,
                ratings=(5, 4, 4, 3, 4), measures="suspensions_per_100"),
        finding("fernhollow/attendance", "First period, every day", "attendance",
                "Attendance was 86.5% in 2018–19, 6.8 points below the district.", "90% by June 2021.", span="9-12",
                times="before_school", students=120, ratings=(4, 4, 4, 3, 4), measures="attendance_rate"),
    ),
)  # fmt: skip

COBBLER: Final = Assessment(
    key="cobbler", school="cobbler", begun_on=date(2019, 8, 26), by="ike",
    path=_worked(date(2019, 8, 27), date(2019, 9, 11), date(2019, 9, 16), "ike", "yvonne"),
    findings=(
        finding("cobbler/reading", "Readers by the end of third grade", "reading",
                "Reading stands at the 12th national percentile.", "The 25th percentile in two years.", span="K-3",
                times="school_day after_school", students=60, ratings=(5, 5, 5, 3, 5),
                said="Six of ten second graders read below level in May.", by="Reading inventory"),
        finding("cobbler/math", "Numbers without fear", "math", "Math stands at the 11th national percentile.",
                "The 20th percentile in two years.", span="3-8", times="school_day", students=60,
                ratings=(5, 4, 4, 3, 4), said="Fractions are where it breaks.", by="Grade 5 team"),
        finding("cobbler/families", "A door that is open to families", "families",
                "Nine in ten conferences are by phone.", "Half of the families in the building once a term.",
                span="PK-8", times="after_school", populations="families", students=45, ratings=(3, 3, 3, 4, 3),
                said="Sign-in sheets of three evenings.", by="Front office"),
        finding("cobbler/afternoon", "A place to be until six", "after_school",
                "The building closes at 4 o'clock.", "Ninety places until six.", span="K-8", times="after_school",
                students=90, ratings=(3, 4, 4, 3, 3), said="Forty families signed a letter.", by="Parents"),
    ),
)  # fmt: skip

FOXGLOVE: Final = Assessment(
    key="foxglove", school="foxglove", begun_on=date(2019, 9, 3), by="ike",
    path=_worked(date(2019, 9, 4), date(2019, 9, 18), date(2019, 9, 23), "ike", "teodora"),
    findings=(
        finding("foxglove/behavior", "Fewer days lost to suspension", "behavior",
                "18.6 suspensions per 100 students, against 5.6 in the district.", "Ten or fewer by June 2021.",
                span="5-8", times="school_day", students=40, ratings=(5, 5, 4, 3, 5), measures="suspensions_per_100"),
        finding("foxglove/reading", "Reading together in grades 3–5", "reading",
                "Reading stands at the 12th national percentile.", "The 25th percentile in two years.", span="3-5",
                times="after_school", students=24, ratings=(5, 4, 4, 4, 4),
                said="The library is open two days a week.", by="Librarian"),
        finding("foxglove/attendance", "Mornings that work", "attendance",
                "38.5% of students were chronically truant in 2018–19.", "Below 30% by June 2021.", span="K-8",
                times="before_school", students=35, ratings=(4, 4, 4, 4, 3),
                said="Most absences are on Mondays and Fridays.", by="Attendance clerk"),
    ),
)  # fmt: skip

BIRCHWELL: Final = Assessment(
    key="birchwell", school="birchwell", begun_on=date(2019, 9, 2), by="sunita",
    path=_worked(date(2019, 9, 3), date(2019, 9, 16), date(2019, 9, 20), "sunita", "omar"),
    findings=(
        finding("birchwell/reading", "Readers in the middle of the class", "reading",
                "Reading stands at the 23rd national percentile.", "The 30th percentile in two years.", span="3-5",
                times="after_school", students=30, ratings=(4, 4, 4, 4, 5), said="Two groups of twelve wait."),
        finding("birchwell/behavior", "A quieter lunch", "behavior",
                "7.5 suspensions per 100 students, against 5.6 in the district.", "Below the district.", span="6-8",
                times="after_school school_day", students=24, ratings=(4, 3, 3, 4, 4), measures="suspensions_per_100"),
        finding("birchwell/afternoon", "Gym and homework until six", "after_school", "Sixty places for ninety.",
                "A place for everyone who asks.", span="K-8", times="after_school", students=90,
                ratings=(3, 3, 4, 4, 3), said="The list of the parks program.", by="Front office"),
    ),
)  # fmt: skip

DUNMORE_FIRST: Final = Assessment(
    key="dunmore", school="dunmore", begun_on=date(2019, 8, 28), by="ike",
    path=(*_worked(date(2019, 8, 29), date(2019, 9, 9), date(2019, 9, 12), "ike", "hal"),
          ("reopen", date(2019, 11, 4), "renee")),
    reason="The attendance figures were those of another school.",
    findings=(
        finding("dunmore/language", "English for newcomers to it", "english_learning",
                "149 of 406 students are learning English.", "A conversation partner for each who wants one.",
                span="3-8", times="after_school", populations="english_learners", students=50,
                ratings=(5, 4, 4, 4, 4), said="One teacher for three grades.", by="Bilingual team"),
    ),
)  # fmt: skip

IN_PROGRESS: Final = (
    Assessment(
        key="quarry", school="quarry", begun_on=date(2019, 12, 2), by="sunita",
        path=(("collect", date(2019, 12, 3), "sunita"), ("analyze", date(2020, 1, 7), "sunita"),
              ("prioritize", date(2020, 1, 13), "sunita"), ("submit", date(2020, 1, 16), "sunita")),
        findings=(
            finding("quarry/suspensions", "A way back after a fight", "behavior",
                    "8.7 suspensions per 100 students, against 5.6 in the district.", "Below the district.",
                    span="6-8", times="school_day", students=30, ratings=(4, 4, 3, 4, 4),
                    measures="suspensions_per_100"),
        ),
    ),
    Assessment(key="ironbridge", school="ironbridge", begun_on=date(2020, 1, 13), by="curtis",
               note="Begin with the attendance meeting on February 4."),
    Assessment(
        key="juniper", school="juniper", begun_on=date(2020, 1, 6), by="bea",
        path=(("collect", date(2020, 1, 8), "bea"),),
        findings=(finding("juniper/math", "Math that sticks", "math", "Math stands at the 29th national percentile.",
                          span="3-8"),),
    ),
    Assessment(
        key="kestrel", school="kestrel", begun_on=date(2019, 11, 18), by="anselm",
        path=(("collect", date(2019, 11, 19), "anselm"), ("analyze", date(2019, 12, 16), "anselm")),
        findings=(finding("kestrel/arts", "Music for more than one class", "arts", "One class in three has music.",
                          span="K-8", students=120),),
    ),
    Assessment(
        key="larkspur", school="larkspur", begun_on=date(2019, 11, 11), by="miriam",
        path=(("collect", date(2019, 11, 12), "miriam"), ("analyze", date(2019, 12, 9), "miriam"),
              ("prioritize", date(2020, 1, 14), "miriam")),
        findings=(
            finding("larkspur/attendance", "Fewer missed mornings", "attendance",
                    "38.3% of students were chronically truant in 2018–19.", "Below 30%.", span="K-8",
                    times="before_school", students=40, ratings=(4, 4, 4, 4, 4),
                    said="Forty students were late ten times or more.", by="Attendance clerk"),
        ),
    ),
    Assessment(
        key="fernhollow-assets", school="fernhollow", kind="needs_and_assets", begun_on=date(2019, 11, 4), by="marisol",
        path=(("collect", date(2019, 11, 5), "marisol"), ("analyze", date(2019, 12, 3), "marisol"),
              ("prioritize", date(2020, 1, 8), "marisol"), ("submit", date(2020, 1, 10), "marisol"),
              ("approve", date(2020, 1, 17), "georgia")),
        findings=(
            finding("fernhollow/work", "A first job with somebody watching", "careers",
                    "Eleven of sixty who asked found a placement.", "Forty placements a year.", span="11-12",
                    times="after_school summer", students=60, ratings=(3, 3, 3, 4, 4),
                    said="Sixty seniors signed the list.", by="Career office"),
        ),
    ),
)  # fmt: skip

ASSESSMENTS: Final = (
    ALDERBROOK_LAST_YEAR, ALDERBROOK, FERNHOLLOW, COBBLER, FOXGLOVE, BIRCHWELL, DUNMORE_FIRST, *IN_PROGRESS,
)  # fmt: skip

REPUBLISHED: Final = (("submit", date(2019, 11, 11), "ike"), ("approve", date(2019, 11, 15), "hal"),
                      ("publish", date(2019, 11, 15), "hal"))  # fmt: skip
"""What became of the version that was opened again at Dunmore Park."""

SURVEYS: Final = (
    Survey(
        key="granary", school="granary", told_on=date(2019, 9, 24), by="sunita", published_by="peter",
        published_on=date(2019, 9, 26), findings=(
            finding("granary/reading", "Reading in small groups", "reading",
                    "Reading stands at the 29th national percentile; sixteen third graders read below level."),
            finding("granary/math", "Math after school", "math", "Thirty students asked for help and eighteen get it."),
            finding("granary/behavior", "Recess without fights", "behavior",
                    "7.2 suspensions per 100 students, most of them after recess."),
        ),
    ),
    Survey(
        key="eastlight", school="eastlight", told_on=date(2019, 9, 25), by="sunita", published_by="ruth",
        published_on=date(2019, 9, 27), findings=(
            finding("eastlight/reading", "Harder books", "reading", "Readers stall in grade 4."),
            finding("eastlight/mentors", "An adult for each sixth grader", "belonging",
                    "Twenty-four sixth graders say that no adult here knows them well."),
        ),
    ),
    Survey(
        key="hollis", school="hollis", told_on=date(2019, 10, 2), by="sunita", published_by="joan",
        published_on=date(2019, 10, 4), findings=(
            finding("hollis/reading", "Third graders who catch up", "reading", "A handful read two years behind."),
            finding("hollis/families", "Evenings for families", "families", "Fifteen of twenty-five came in the fall."),
            finding("hollis/afternoon", "A safe afternoon", "after_school", "The park is closed until April."),
        ),
    ),
)  # fmt: skip
