"""The agreements of the stories, in every state that an agreement can be in."""

from datetime import date
from typing import Final

from .board import FOR_THE_BOARD
from .data_sharing import DATA_SHARING
from .pacts import Done, Given, Pact, confirmations, signed

RIVERBEND_SCHOOLS: Final = {
    "alderbrook": "carla", "birchwell": "omar", "cobbler": "yvonne", "dunmore": "hal", "eastlight": "ruth",
    "foxglove": "teodora", "granary": "peter", "hollis": "joan", "ironbridge": "curtis", "juniper": "bea",
    "kestrel": "anselm", "larkspur": "miriam",
}  # fmt: skip
"""Where Riverbend tutors reading in the main district, and the principal who agreed to it."""

READING: Final = Pact(
    key="riverbend/reading", partner="riverbend", title="Reading tutoring with Riverbend Learning, 2019–20",
    programs=("riverbend/reading",), schools=tuple(RIVERBEND_SCHOOLS), starts_on=date(2019, 10, 1),
    ends_on=date(2020, 6, 12), purpose="More students of grades 3–5 who read on grade level.",
    populations="Five to nine students at each school, chosen by their teachers, whose families said yes.",
    schedule="Tuesday and Thursday, 3:45 to 5:00 pm",
    expectations=(
        ("partner", "staffing", "Two students with one tutor; every tutor has a background check."),
        ("partner", "schedule", "Seventy-five minutes, Tuesday and Thursday, from October to June."),
        ("partner", "data", "A reading check in October, November, December and every month after that."),
        ("school", "recruitment_referral", "Names of students whose families said yes, by October 4."),
        ("school", "space", "A quiet room for every session."),
        ("joint", "communication", "A call within a day when a session is cancelled."),
    ),
    gives=(
        Given(party="partner", text="Four tutors at each school", value="14500.00"),
        Given(party="school", text="Room 114, Tuesday and Thursday, 3:45 to 5:00 pm", by=date(2020, 1, 6),
              school="alderbrook"),
        Given(party="school", text="A shelf in the library for the tutors' books", by=date(2020, 2, 14),
              school="foxglove"),
    ),
    drafted=(date(2019, 9, 16), "10:20", "tomas"),
    path=signed("tomas", date(2019, 9, 17), date(2019, 9, 18), RIVERBEND_SCHOOLS, date(2019, 9, 24),
                date(2019, 9, 26), "tomas", date(2019, 9, 27), date(2019, 9, 30)),
)  # fmt: skip

MENTORING: Final = Pact(
    key="northbranch/mentoring", partner="northbranch", title="Afternoon mentoring with North Branch Mentors",
    programs=("northbranch/mentoring",), schools=("alderbrook", "birchwell", "eastlight", "granary", "hollis"),
    starts_on=date(2020, 2, 24), ends_on=date(2021, 6, 11), term="multi_year",
    purpose="Calmer middle grades, answering Alderbrook's third need.",
    populations="Students in grades 6–8, 24 at each school.",
    schedule="Monday, Wednesday and Friday, 3:45 to 5:00 pm", money="$1,800 a year at each school for bus passes.",
    expectations=(
        ("partner", "staffing", "Six mentors, each with a background check, 3:45 to 5:00 pm."),
        ("partner", "recruitment_referral", "One mentor for every four students, 24 students at each school."),
        ("partner", "family_contact", "A call to the family when a student misses twice."),
        ("partner", "data", "Sessions held, reported by the 5th of each month."),
        ("school", "facilities", "A staff member in the building until 5:15 pm."),
        ("school", "recruitment_referral", "Names of students whose families said yes, by February 14."),
    ),
    gives=(
        Given(party="school", text="The gym, or a room for 24, three afternoons", by=date(2020, 2, 24)),
        Given(party="school", text="Bus passes for students who need them", value="1800.00"),
        Given(party="partner", text="Six mentors at each school", value="21000.00"),
    ),
    drafted=(date(2020, 1, 8), "10:02", "northbranch-director"),
    path=(
        Done(verb="submit", day=date(2020, 1, 13), who="northbranch-director", clock="11:30"),
        Done(verb="start-review", day=date(2020, 1, 13), who="renee", clock="16:00"),
        *confirmations({"birchwell": "omar", "eastlight": "ruth", "granary": "peter"}, date(2020, 1, 21)),
        Done(verb="decline", day=date(2020, 1, 24), who="joan", clock="16:12", school="hollis",
             reason="Our gym floor is being replaced until May."),
    ),
)  # fmt: skip

IN_THE_OFFICE: Final = (
    Pact(
        key="riverbend/math", partner="riverbend", title="Math tutoring with Riverbend Learning, spring 2020",
        programs=("riverbend/math",), schools=("birchwell", "granary", "quarry"), starts_on=date(2020, 2, 17),
        ends_on=date(2020, 6, 12), schedule="Monday and Wednesday, 3:45 to 5:00 pm",
        drafted=(date(2020, 1, 6), "9:30", "tomas"),
        path=(
            Done(verb="submit", day=date(2020, 1, 9), who="tomas", clock="13:00"),
            Done(verb="decline", day=date(2020, 1, 14), who="noel", clock="8:50", school="quarry",
                 reason="No room after school this year."),
            *confirmations({"granary": "peter"}, date(2020, 1, 16), "12:15"),
            Done(verb="start-review", day=date(2020, 1, 20), who="wes", clock="9:20"),
        ),
    ),
    Pact(
        key="common/mediators", partner="common", title="Peer mediators at Quarry Hill", programs=("common/mediators",),
        schools=("quarry",), starts_on=date(2020, 3, 2), ends_on=date(2020, 6, 12),
        drafted=(date(2020, 1, 20), "15:40", "sunita"),
        path=(Done(verb="submit", day=date(2020, 1, 22), who="sunita", clock="8:30"),),
    ),
    Pact(
        key="harbor/circles", partner="harbor", title="Restorative circles at Birchwell", programs=("harbor/circles",),
        schools=("birchwell",), starts_on=date(2020, 3, 2), ends_on=date(2021, 6, 11), term="multi_year",
        drafted=(date(2020, 1, 23), "14:10", "sunita"),
    ),
    Pact(
        key="turning/granary", partner="turning", title="Math labs at Granary", programs=("turning/labs",),
        schools=("granary",), starts_on=date(2020, 2, 10), ends_on=date(2020, 6, 12), type="services_contract",
        money="$4,200 for materials, paid by the school.", drafted=(date(2019, 12, 9), "10:30", "turning-director"),
        path=(
            Done(verb="submit", day=date(2019, 12, 11), who="turning-director"),
            Done(verb="start-review", day=date(2019, 12, 16), who="wes"),
            Done(verb="review", day=date(2020, 1, 8), who="gordon", step="legal"),
            Done(verb="request-changes", day=date(2020, 1, 15), who="paula",
                 reason="Name the insurance that covers materials brought into the building.",
                 notes={"promises": "Which policy covers saws and drills while students use them?",
                        "costs": "Say whether the $4,200 holds when fewer than twelve students come."}),
        ),
    ),
    Pact(
        key="prairie/birchwell", partner="prairie", title="Coding club at Birchwell and Eastlight",
        programs=("prairie/coding",), schools=("birchwell", "eastlight"), starts_on=date(2020, 2, 20),
        ends_on=date(2020, 6, 11), drafted=(date(2020, 1, 7), "11:00", "prairie-director"),
        path=(
            Done(verb="submit", day=date(2020, 1, 8), who="prairie-director"),
            Done(verb="start-review", day=date(2020, 1, 10), who="wes"),
            *confirmations({"birchwell": "omar", "eastlight": "ruth"}, date(2020, 1, 17), "9:15"),
            Done(verb="approve", day=date(2020, 1, 23), who="renee"),
        ),
    ),
    Pact(
        key="steady/foxglove", partner="steady", title="Attendance mentors at Foxglove", programs=("steady/mentors",),
        schools=("foxglove",), starts_on=date(2020, 2, 3), ends_on=date(2020, 6, 12),
        drafted=(date(2019, 12, 12), "9:00", "ike"),
        path=(
            Done(verb="submit", day=date(2019, 12, 13), who="ike"),
            Done(verb="start-review", day=date(2019, 12, 17), who="wes"),
            *confirmations({"foxglove": "teodora"}, date(2019, 12, 18), "10:15"),
            Done(verb="approve", day=date(2020, 1, 14), who="renee"),
            Done(verb="send-for-signature", day=date(2020, 1, 14), who="renee", clock="10:05"),
            Done(verb="sign", day=date(2020, 1, 16), who="steady-director"),
        ),
    ),
    Pact(
        key="compass/visits", partner="compass", title="College visits from Fernhollow", programs=("compass/visits",),
        schools=("fernhollow",), starts_on=date(2020, 2, 18), ends_on=date(2020, 6, 12),
        drafted=(date(2020, 1, 6), "13:20", "marisol"),
        path=(
            Done(verb="submit", day=date(2020, 1, 7), who="marisol"),
            Done(verb="start-review", day=date(2020, 1, 8), who="wes"),
            *confirmations({"fernhollow": "georgia"}, date(2020, 1, 9), "10:15"),
            Done(verb="approve", day=date(2020, 1, 21), who="renee"),
            Done(verb="send-for-signature", day=date(2020, 1, 21), who="renee", clock="10:05"),
            Done(verb="sign", day=date(2020, 1, 24), who="harold"),
        ),
    ),
    Pact(
        key="lantern/navigation", partner="lantern", title="Family navigation at Fernhollow",
        programs=("lantern/navigation",), schools=("fernhollow",), starts_on=date(2020, 3, 2),
        ends_on=date(2020, 6, 30), type="services_contract", money="$3,600, paid by the school.",
        drafted=(date(2020, 1, 9), "9:40", "marisol"),
        path=(
            Done(verb="submit", day=date(2020, 1, 10), who="marisol"),
            Done(verb="start-review", day=date(2020, 1, 14), who="wes"),
            *confirmations({"fernhollow": "georgia"}, date(2020, 1, 15), "9:00"),
            Done(verb="review", day=date(2020, 1, 22), who="gordon", step="legal"),
        ),
    ),
    Pact(
        key="kitchen/birchwell", partner="kitchen", title="Parents' mornings at Birchwell",
        programs=("kitchen/mornings",), schools=("birchwell",), starts_on=date(2020, 2, 13), ends_on=date(2020, 6, 12),
        drafted=(date(2020, 1, 13), "8:20", "sunita"),
        path=(
            Done(verb="submit", day=date(2020, 1, 14), who="sunita"),
            Done(verb="start-review", day=date(2020, 1, 17), who="wes"),
            *confirmations({"birchwell": "omar"}, date(2020, 1, 21), "14:10"),
        ),
    ),
    Pact(
        key="ledger/rejected", partner="ledger", title="Savings accounts at Fernhollow", programs=("ledger/accounts",),
        schools=("fernhollow",), starts_on=date(2019, 11, 4), ends_on=date(2020, 6, 12), type="services_contract",
        drafted=(date(2019, 9, 30), "10:00", "ledger-director"),
        path=(
            Done(verb="submit", day=date(2019, 10, 1), who="ledger-director"),
            Done(verb="start-review", day=date(2019, 10, 7), who="wes"),
            Done(verb="reject", day=date(2019, 10, 21), who="renee",
                 reason="Accounts in students' names need the families' bank, not ours."),
        ),
    ),
    Pact(
        key="chess/withdrawn", partner="chess", title="Chess before school at Birchwell", programs=("chess/before",),
        schools=("birchwell",), starts_on=date(2019, 11, 4), ends_on=date(2020, 6, 12),
        drafted=(date(2019, 10, 3), "10:00", "sunita"),
        path=(
            Done(verb="submit", day=date(2019, 10, 4), who="sunita"),
            Done(verb="withdraw", day=date(2019, 10, 15), who="sunita"),
        ),
    ),
)  # fmt: skip

SIGNED_HERE: Final = (
    Pact(
        key="kindling/club", partner="kindling", title="Reading club at Alderbrook", programs=("kindling/club",),
        schools=("alderbrook",), starts_on=date(2019, 10, 7), ends_on=date(2021, 6, 11), term="multi_year",
        schedule="Tuesday, 3:45 to 4:45 pm", drafted=(date(2019, 9, 23), "9:00", "kindling-director"),
        gives=(Given(party="school", text="The library, Tuesday afternoons"),),
        path=signed("kindling-director", date(2019, 9, 23), date(2019, 9, 24), {"alderbrook": "carla"},
                    date(2019, 9, 25), date(2019, 9, 30), "kindling-director", date(2019, 10, 1), date(2019, 10, 4)),
    ),
    Pact(
        key="parks/swim", partner="parks", title="Learn to swim, spring 2020", programs=("parks/swim",),
        schools=("cobbler", "larkspur"), starts_on=date(2020, 2, 3), ends_on=date(2020, 5, 29), term="custom",
        drafted=(date(2019, 12, 2), "9:00", "parks-director"),
        path=signed("parks-director", date(2019, 12, 3), date(2019, 12, 5),
                    {"cobbler": "yvonne", "larkspur": "miriam"}, date(2019, 12, 10), date(2019, 12, 16),
                    "parks-director", date(2019, 12, 17), date(2020, 1, 6), by_pen=True),
    ),
    Pact(
        key="granite/track", partner="granite", title="Track and field at Juniper Court", programs=("granite/track",),
        schools=("juniper",), starts_on=date(2018, 9, 10), ends_on=date(2020, 6, 12), term="multi_year",
        drafted=(date(2018, 8, 20), "9:00", "granite-director"),
        path=(
            *signed("granite-director", date(2018, 8, 21), date(2018, 8, 22), {"juniper": "bea"}, date(2018, 8, 24),
                    date(2018, 8, 29), "granite-director", date(2018, 8, 30), date(2018, 9, 4)),
            Done(verb="suspend", day=date(2019, 12, 2), who="paula", clock="11:00",
                 reason="The liability insurance ended on November 30."),
        ),
    ),
    Pact(
        key="wetland/larkspur", partner="wetland", title="Field science days at Larkspur", programs=("wetland/days",),
        schools=("larkspur",), starts_on=date(2019, 9, 9), ends_on=date(2020, 6, 12),
        drafted=(date(2019, 8, 19), "9:00", "wetland-director"),
        path=(
            *signed("wetland-director", date(2019, 8, 20), date(2019, 8, 21), {"larkspur": "miriam"},
                    date(2019, 8, 26), date(2019, 8, 28), "wetland-director", date(2019, 8, 29), date(2019, 9, 3)),
            Done(verb="terminate", day=date(2019, 11, 22), who="wetland-director", clock="11:00",
                 reason="The bus we used is no longer allowed for classes. We are sorry to stop."),
        ),
    ),
)  # fmt: skip

RECORDED: Final = (
    Pact(key="kitchen/evenings", partner="kitchen", title="Family evenings, 2019–20", programs=("kitchen/evenings",),
         schools=("alderbrook", "cobbler", "hollis"), starts_on=date(2019, 8, 26), ends_on=date(2020, 6, 12),
         schedule="Last Monday of the month, 5:30 to 7:00 pm", signed_on=date(2019, 8, 22),
         recorded=(date(2019, 8, 23), "wes")),
    Pact(key="secondbell/mural", partner="secondbell", title="Mural studio at Alderbrook",
         programs=("secondbell/mural",), schools=("alderbrook",), starts_on=date(2018, 9, 4),
         ends_on=date(2020, 6, 30), term="multi_year", signed_on=date(2018, 8, 30),
         recorded=(date(2018, 8, 31), "wes")),
    Pact(key="secondbell/clay", partner="secondbell", title="Clay and kiln at Eastlight", programs=("secondbell/clay",),
         schools=("eastlight",), starts_on=date(2019, 1, 7), ends_on=date(2019, 12, 31), term="custom",
         signed_on=date(2018, 12, 20), recorded=(date(2019, 1, 3), "wes")),
    Pact(key="harbor/counseling", partner="harbor", title="Counseling at Alderbrook", programs=("harbor/counseling",),
         schools=("alderbrook",), starts_on=date(2018, 10, 1), ends_on=date(2021, 6, 30), term="multi_year",
         schedule="Every school day, 8:30 am to 3:00 pm", shares_records=True, signed_on=date(2018, 9, 24),
         recorded=(date(2018, 9, 25), "wes")),
    Pact(key="lantern/counseling", partner="lantern", title="Counseling at Fernhollow",
         programs=("lantern/counseling",), schools=("fernhollow",), starts_on=date(2018, 3, 1),
         ends_on=date(2020, 2, 28), term="multi_year", schedule="Every school day",
         gives=(Given(party="partner", text="A counselor, every school day", value="68000.00"),
                Given(party="school", text="An office with a door")),
         signed_on=date(2018, 2, 20), recorded=(date(2018, 2, 22), "wes")),
    Pact(key="compass/coaches", partner="compass", title="Freshman coaches at Fernhollow",
         programs=("compass/coaches",), schools=("fernhollow",), starts_on=date(2019, 10, 7),
         ends_on=date(2020, 6, 12), shares_records=True, signed_on=date(2019, 10, 1),
         recorded=(date(2019, 10, 2), "wes")),
    Pact(key="scouts/troop", partner="scouts", title="Explorers' troop at Larkspur", programs=("scouts/troop",),
         schools=("larkspur",), starts_on=date(2019, 9, 6), ends_on=date(2020, 6, 12), signed_on=date(2019, 8, 29),
         recorded=(date(2019, 8, 30), "wes")),
    Pact(key="pocket/beds", partner="pocket", title="Raised beds at Granary", programs=("pocket/beds",),
         schools=("granary",), starts_on=date(2018, 9, 3), ends_on=date(2019, 6, 14), signed_on=date(2018, 8, 27),
         recorded=(date(2018, 8, 28), "wes")),
    Pact(key="parks/homework", partner="parks", title="Homework and gym at Birchwell", programs=("parks/homework",),
         schools=("birchwell",), starts_on=date(2019, 9, 3), ends_on=date(2020, 6, 12), signed_on=date(2019, 8, 26),
         recorded=(date(2019, 8, 27), "wes")),
    Pact(key="languages/circle", partner="languages", title="Conversation circle at Dunmore Park",
         programs=("languages/circle",), schools=("dunmore",), starts_on=date(2019, 9, 16),
         ends_on=date(2020, 6, 12), signed_on=date(2019, 9, 10), recorded=(date(2019, 9, 11), "wes")),
    Pact(key="soccer/kestrel", partner="soccer", title="Soccer league at Kestrel Park", programs=("soccer/league",),
         schools=("kestrel",), starts_on=date(2019, 9, 9), ends_on=date(2020, 6, 12), signed_on=date(2019, 9, 3),
         recorded=(date(2019, 9, 4), "wes")),
)  # fmt: skip

AGREEMENTS: Final = (
    READING, MENTORING, *IN_THE_OFFICE, *FOR_THE_BOARD, *SIGNED_HERE, *RECORDED, *DATA_SHARING,
)  # fmt: skip
