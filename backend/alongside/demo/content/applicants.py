"""Partners on their way in, on hold, and gone: every state an organization can be in."""

from datetime import date
from typing import Final

from .organizations import Organization, approved, offer

APPLICANTS: Final = (
    Organization(
        key="willow", name="Willow Court Mentors", org_type="nonprofit", director="Tessa Marlow", ein="00-0100301",
        phone="(312) 555-0153", mission="Grandparents of the block, one afternoon a week.",
        registered_on=date(2019, 12, 10), path=(("submit", date(2019, 12, 17)),),
        offers=(offer("willow/mentors", "Block mentors", "An older neighbor, an afternoon, a walk home.",
                      "belonging", "3-8", "after_school", "wed", 30, status="submitted"),),
    ),
    Organization(
        key="supper", name="Sunday Supper Project", org_type="faith", director="Ruben Achebe", ein="00-0100302",
        phone="(312) 555-0154", mission="One long table on Sunday.",
        registered_on=date(2019, 12, 16), path=(("submit", date(2019, 12, 20)), ("start-review", date(2020, 1, 13))),
        offers=(offer("supper/table", "Sunday table", "Supper for families, with a homework corner.",
                      "families basic_needs", "PK-8", "weekend", "sun", 80, languages="English Spanish",
                      status="submitted"),),
    ),
    Organization(
        key="kitefield", name="Kitefield Science Club", org_type="nonprofit", director="Anneliese Roy",
        ein="00-0100303", phone="(312) 555-0155", mission="Experiments that may fail.",
        registered_on=date(2020, 1, 3), path=(("submit", date(2020, 1, 7)),),
        offers=(offer("kitefield/club", "Saturday science", "Kites, circuits and vinegar.",
                      "science", "3-6", "weekend", "sat", 40, status="submitted"),),
    ),
    Organization(
        key="quietroom", name="Quiet Room Yoga", org_type="business", director="Pilar Sund", ein="00-0100304",
        phone="(312) 555-0156", mission="Ten quiet minutes before the first lesson.",
        registered_on=date(2020, 1, 6), path=(("submit", date(2020, 1, 10)), ("start-review", date(2020, 1, 21))),
        offers=(offer("quietroom/minutes", "Ten quiet minutes", "Breathing and stretching with a teacher.",
                      "behavior health", "K-8", "before_school", "school", None, cost=None, status="submitted"),),
    ),
    Organization(
        key="secondbell2", name="Second Bell Arts, Inc.", org_type="cultural", director="Jo Cole-Baptiste",
        phone="(312) 555-0135", mission="Making things after the bell.",
        registered_on=date(2020, 1, 9), path=(("submit", date(2020, 1, 14)),),
        offers=(offer("secondbell2/mural", "Mural workshop", "Walls, planned and painted by students.",
                      "arts", "6-8", "after_school", "mon wed", 20, status="submitted"),),
    ),
    Organization(
        key="crossing", name="Crossing Guards of Tomorrow", org_type="nonprofit", director="Hollis Amery",
        ein="00-0100306", phone="(312) 555-0157", mission="Older students see younger ones across.",
        registered_on=date(2020, 1, 17), path=(("submit", date(2020, 1, 22)),),
        offers=(offer("crossing/patrol", "Safety patrol", "Eighth graders at four corners.",
                      "attendance belonging", "7-8", "before_school", "school", 24, status="submitted"),),
    ),
    Organization(
        key="poets", name="Corner Store Poets", org_type="cultural", director="Wren Castellan", phone="(312) 555-0158",
        sponsor=("Lakeside Arts Commons", "00-0100399"), mission="Poems on receipts.",
        registered_on=date(2020, 1, 20), is_complete=False,
        offers=(offer("poets/slam", "Poetry slam", "A stage once a month.", "arts", "9-12", "after_school", "", None,
                      status="draft"),),
    ),
    Organization(
        key="ships", name="Tall Ships Sailing School", org_type="nonprofit", director="Gideon Marsh-Lee",
        ein="00-0100308", phone="(312) 555-0159", mission="Knots, charts and a steady hand.",
        registered_on=date(2019, 10, 28),
        path=(("submit", date(2019, 11, 4)), ("start-review", date(2019, 11, 25)),
              ("request-changes", date(2019, 12, 9))),
        reason="Say who is in the boat with the students, and send the lifeguards' certificates.",
        notes=(("mission", "Say in a sentence who sails with the students and how many adults there are."),
               ("programs", "“Junior crew” says 18 students. How many boats is that?"),
               ("papers", "The lifeguards' certificates are missing.")),
        offers=(offer("ships/crew", "Junior crew", "Saturdays on the water.", "careers", "7-12", "weekend", "sat", 18,
                      cost="45.00", status="submitted"),),
    ),
    Organization(
        key="brightpath", name="BrightPath Software", org_type="business", director="Chet Lowry", ein="00-0100309",
        phone="(312) 555-0160", mission="Personalized learning at scale.", charges_fee=True,
        registered_on=date(2019, 11, 4),
        path=(("submit", date(2019, 11, 11)), ("start-review", date(2019, 11, 18)), ("decline", date(2019, 11, 20))),
        reason="Thank you for writing to us. What you offer is a product for sale, and partnerships are free of charge "
               "to schools. The purchasing department's page for suppliers is the right door.",
        offers=(offer("brightpath/app", "Reading app", "Licenses by the seat.", "reading", "K-8", "school_day", "",
                      None, cost="9.00", status="submitted"),),
    ),
    Organization(
        key="granite", name="Granite Athletics League", org_type="nonprofit", director="Burt Hanlon", ein="00-0100310",
        phone="(312) 555-0161", mission="Every season has a sport.",
        registered_on=date(2017, 3, 6),
        path=(*approved(date(2017, 3, 13), date(2017, 4, 24)), ("suspend", date(2019, 12, 2))),
        reason="The liability insurance ended on November 30 and no new certificate has come.",
        vetted_until=date(2021, 6, 30),
        offers=(offer("granite/track", "Track and field", "Running, jumping, throwing.", "sports", "5-8",
                      "after_school", "tue thu", 60),),
    ),
    Organization(
        key="scouts", name="Maple Street Explorers", org_type="nonprofit", director="Nell Ostrander", ein="00-0100311",
        phone="(312) 555-0162", mission="Tents, maps and a first fire.",
        registered_on=date(2016, 10, 3), path=approved(date(2016, 10, 10), date(2016, 12, 5)),
        vetted_until=date(2019, 12, 4),
        offers=(
            offer("scouts/troop", "Explorers' troop", "Weekly meetings, a trip each season.", "belonging", "3-6",
                  "after_school", "fri", 24),
            offer("scouts/camp", "Weekend camp", "Two nights outdoors.", "belonging", "4-6", "weekend", "sat sun", 24),
        ),
    ),
    Organization(
        key="pocket", name="Pocket Garden Guild", org_type="nonprofit", director="Faye Underhill", ein="00-0100312",
        phone="(312) 555-0163", mission="A bed of beans behind every school.",
        registered_on=date(2015, 3, 2),
        path=(*approved(date(2015, 3, 9), date(2015, 4, 27)), ("deactivate", date(2019, 8, 12))),
        reason="The guild has closed. Its tools went to the Wetland Trail Center.",
        offers=(offer("pocket/beds", "Raised beds", "Two beds and a shed.", "science", "K-5", "after_school", "", None,
                      status="retired"),),
    ),
)  # fmt: skip
