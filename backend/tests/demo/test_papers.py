"""The papers of the demonstration: two tutors' checks lapsed while programs run, an endorsement to come, papers that
wait; and no story lost its clearance."""

import pytest

from alongside.demo.content.papers import LAPSED
from tests.demo.scene import Demonstration
from tests.demo.test_stories import OFFICE, PARTNER, partnership, read, school

pytestmark = pytest.mark.timeout(300)

RISK = "risk@demo.example.org"


async def test_two_tutors_left_the_list_while_their_programs_run(demonstration: Demonstration) -> None:
    reading = await partnership(demonstration, OFFICE, "Alderbrook School", "Riverbend Learning")
    assert (reading["stage"], reading["clearance"]["cleared"]) == ("active", True)
    client = await demonstration.sign_in("front-office@demo.example.org")
    place = await school(client, "Alderbrook School")
    path = f"schools/{place['id']}/who-may-enter"
    names = {each["name"] for each in (await read(client, path))["people"]}
    assert {"Amara Oduya", "Priya Anand"} <= names
    assert names.isdisjoint(LAPSED)
    before = {each["name"] for each in (await read(client, f"{path}?effective_on=2020-01-10"))["people"]}
    assert before == names | {"Nadia Voss"}
    partner = await demonstration.sign_in(PARTNER)
    me = (await read(partner, "me/grid"))["items"]
    riverbend = next(row["partner"]["id"] for row in me if row["tenant"] != "cedar-county")
    staff = (await read(partner, f"partners/{riverbend}/staff"))["items"]
    assert sorted(each["name"] for each in staff if not each["is_cleared"]) == sorted(LAPSED)


async def test_a_certificate_was_accepted_twice_and_the_endorsement_is_to_come(demonstration: Demonstration) -> None:
    reading = await partnership(demonstration, OFFICE, "Alderbrook School", "Riverbend Learning")
    assert {due["words"] for due in reading["clearance"]["papers_due"]} == {
        "Additional insured endorsement is due by March 2, 2020.",
        "Abuse and molestation coverage is due by July 1, 2020.",
    }
    client = await demonstration.sign_in(RISK)
    held = await demonstration.all_of(client, f"papers?partner={reading['partner']['id']}")
    assert sorted((each["kind"], each["status"], each["state"]) for each in held) == [
        ("insurance_certificate", "accepted", "accepted"), ("insurance_certificate", "accepted", "expired"),
    ]  # fmt: skip


async def test_what_is_asked_since_last_summer_keeps_no_story_out(demonstration: Demonstration) -> None:
    """Every partner of the main district answered in time; what blocks a program is what its story tells."""
    client = await demonstration.sign_in(OFFICE)
    items = await demonstration.all_of(client, "partnerships?stage=active")
    codes = {
        blocker["code"] for item in items for blocker in item["clearance"]["blockers"]
        if item["partner"]["status"] == "approved"
    }  # fmt: skip
    assert {code for code in codes if code.startswith("paper") or code == "too_few_cleared"} == set()
    assert sum(item["clearance"]["cleared"] for item in items) > 100


async def test_a_paper_waits_and_one_came_back(demonstration: Demonstration) -> None:
    client = await demonstration.sign_in(RISK)
    (waiting,) = (await read(client, "papers/queue"))["items"]
    assert (waiting["kind"], waiting["partner"]["name"], waiting["waiting_days"]) == (
        "endorsement", "Kindling Reading", 6,
    )  # fmt: skip
    assert waiting["unlocks"]["helps"] >= 1
    kinds = {each["kind"] for each in (await read(client, "me/tasks"))["items"]}
    assert "papers_to_review" in kinds
    (back,) = await demonstration.all_of(client, "papers?status=rejected")
    assert (await read(client, f"papers/{back['id']}"))["status_reason"].startswith("It names")
