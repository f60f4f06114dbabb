"""The partners with a story: those whom the pictures of the demonstration name."""

from datetime import date
from typing import Final

from .organizations import Contact, Organization, approved, offer

FIRST: Final = approved(date(2017, 5, 8), date(2017, 6, 12))

STORY_PARTNERS: Final = (
    Organization(
        key="riverbend", name="Riverbend Learning", legal_name="Riverbend Learning, Inc.", org_type="nonprofit",
        ein="00-0100101", director="Tomas Adeyemi", phone="(312) 555-0142", languages=("English", "Spanish"),
        mission="Every child who wants to read better has somebody to read with, close to home.",
        registered_on=date(2015, 3, 2), path=approved(date(2015, 3, 9), date(2015, 4, 20)),
        vetted_until=date(2021, 6, 30),
        contacts=(Contact(kind="data", name="Priya Anand", title="Site manager", phone="(312) 555-0143"),),
        offers=(
            offer("riverbend/reading", "Reading tutoring", "Two students with one tutor, 75 minutes, twice a week.",
                  "reading", "3-5", "after_school", "tue thu", 120, languages="English Spanish", evidence="2",
                  supervision="alone"),
            offer("riverbend/math", "Math tutoring", "Small groups work on the week's lesson again.",
                  "math", "4-8", "after_school", "mon wed", 60, evidence="3",
                  supervision="alone"),
            offer("riverbend/summer", "Summer reading camp", "Six weeks of reading, swimming and lunch.",
                  "reading", "K-5", "summer", "school", 90, languages="English Spanish"),
            offer("riverbend/nights", "Family reading nights", "Families choose books and read them together.",
                  "families reading", "K-5", "after_school", "wed", 40, populations="families"),
        ),
    ),
    Organization(
        key="kindling", name="Kindling Reading", org_type="nonprofit", ein="00-0100102", director="June Sato",
        phone="(312) 555-0168", mission="Reading clubs that children ask to come back to.",
        registered_on=date(2017, 5, 1), path=FIRST, vetted_until=date(2022, 6, 30),
        offers=(
            offer("kindling/club", "Reading club", "A club for readers who would rather not be tutored.",
                  "reading", "3-5", "after_school", "tue", 24, evidence="3"),
            offer("kindling/bus", "Book bus", "A bus of books to borrow, every second week.",
                  "reading", "K-3", "school_day", "fri", 400),
        ),
    ),
    Organization(
        key="kitchen", name="Open Kitchen Families", org_type="nonprofit", ein="00-0100103", director="Rosa Ibarra",
        phone="(312) 555-0117", languages=("English", "Spanish", "Polish"),
        mission="Families cook, eat and plan the school week at one table.",
        registered_on=date(2016, 9, 12), path=approved(date(2016, 9, 19), date(2016, 10, 24)),
        vetted_until=date(2021, 6, 30),
        offers=(
            offer("kitchen/evenings", "Family evenings",
                  "Dinner and a talk about attendance, on the last Monday of the month.",
                  "families attendance", "PK-8", "after_school", "mon", 60, languages="English Spanish Polish",
                  populations="families", evidence="4",
                  supervision="staff_present"),
            offer("kitchen/mornings", "Parents' mornings", "Coffee, and help with forms, after drop-off.",
                  "families", "PK-8", "before_school", "thu", 25, languages="English Spanish Polish",
                  populations="families"),
        ),
    ),
    Organization(
        key="lantern", name="Lantern Family Center", org_type="health", ein="00-0100104", director="Paul Brandt",
        phone="(312) 555-0195", languages=("English", "Spanish"),
        mission="A counselor in the building, so that asking for help takes one minute.",
        registered_on=date(2016, 1, 11), path=approved(date(2016, 1, 18), date(2016, 2, 29)),
        vetted_until=date(2021, 2, 28),
        offers=(
            offer("lantern/counseling", "Counseling at school", "A counselor at the school on every school day.",
                  "counseling belonging", "9-12", "school_day", "school", 40, evidence="2",
                  supervision="alone"),
            offer("lantern/navigation", "Family navigation", "Somebody who makes the calls with you.",
                  "families basic_needs", "9-12", "school_day", "mon thu", 60, languages="English Spanish"),
        ),
    ),
    Organization(
        key="secondbell", name="Second Bell Arts", org_type="cultural", ein="00-0100105", director="Imani Cole",
        phone="(312) 555-0133", mission="The hour after the bell belongs to making things.",
        registered_on=date(2017, 5, 1), path=FIRST, vetted_until=date(2020, 6, 30),
        contacts=(Contact(kind="emergency", name="Ben Oduya", title="Lead artist", phone="(312) 555-0134"),),
        offers=(
            offer("secondbell/mural", "Mural studio", "Students plan and paint a wall of their school.",
                  "belonging arts", "6-8", "after_school", "mon wed", None, evidence="3",
                  supervision="staff_present"),
            offer("secondbell/clay", "Clay and kiln", "Pots, tiles and masks.",
                  "arts", "3-8", "after_school", "tue", 20),
            offer("secondbell/musical", "Spring musical", "Twelve weeks from the first reading to the curtain.",
                  "arts", "5-8", "after_school", "mon tue thu", 45, cost="600.00"),
        ),
    ),
    Organization(
        key="harbor", name="Harbor Light Counseling", org_type="health", ein="00-0100106", director="Lena Marsh",
        phone="(312) 555-0186", mission="Calm is learned, and schools can teach it.",
        registered_on=date(2017, 5, 1), path=FIRST, vetted_until=date(2021, 6, 30),
        renamed=("Harbor Light Family Services, Inc.", date(2019, 7, 8)),
        offers=(
            offer("harbor/counseling", "Counseling", "Private and free; any teacher can ask for it.",
                  "counseling", "PK-8", "school_day", "school", 35, evidence="2",
                  supervision="alone"),
            offer("harbor/circles", "Restorative circles", "Twelve students and an adult talk a conflict through.",
                  "behavior belonging", "5-8", "school_day", "mon wed", 50, evidence="1",
                  supervision="staff_present"),
        ),
    ),
    Organization(
        key="northbranch", name="North Branch Mentors", org_type="nonprofit", ein="00-0100107", director="Dana Fitch",
        phone="(312) 555-0151", languages=("English", "Spanish"),
        mission="One mentor, four students, three afternoons a week.",
        registered_on=date(2019, 4, 1), path=approved(date(2019, 4, 8), date(2019, 5, 20)),
        vetted_until=date(2022, 6, 30),
        offers=(
            offer("northbranch/mentoring", "Afternoon mentoring", "Homework, a walk, a game, and a call home.",
                  "behavior attendance", "6-8", "after_school", "mon wed fri", 24, languages="English Spanish",
                  cost="1800.00",
                  supervision="alone"),
            offer("northbranch/lunch", "Lunch mentors", "One lunch a week with the same adult.",
                  "belonging", "4-8", "school_day", "thu", 15),
        ),
    ),
    Organization(
        key="common", name="Common Ground Mediation", org_type="nonprofit", ein="00-0100108", director="Abel Quiroz",
        phone="(312) 555-0152", mission="Students settle what students started.",
        registered_on=date(2018, 10, 1), path=approved(date(2018, 10, 8), date(2018, 11, 19)),
        vetted_until=date(2021, 12, 31),
        offers=(
            offer("common/mediators", "Peer mediators", "Sixteen students learn to mediate at recess.",
                  "behavior", "6-8", "school_day", "", None, cost=None,
                  supervision="staff_present"),
            offer("common/families", "Talking it over", "An evening for families about conflict at home.",
                  "families behavior", "PK-8", "after_school", "", 30, status="submitted"),
        ),
    ),
)  # fmt: skip
