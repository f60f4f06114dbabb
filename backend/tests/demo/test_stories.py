"""The stories that the demonstration tells, asked the way in which people would come upon them."""

from datetime import date
from typing import Any

import httpx
import pytest

from alongside.demo.content.districts import CEDAR, MAIN, TODAY, TWIN
from alongside.demo.content.schools import WITHOUT_PARTNER
from alongside.demo.content.targets import SIZES
from tests.demo.scene import Demonstration

pytestmark = pytest.mark.timeout(300)

OFFICE, COORDINATOR = "district@demo.example.org", "coordinator@demo.example.org"
PRINCIPAL, PARTNER = "principal@demo.example.org", "partner@demo.example.org"


async def read(client: httpx.AsyncClient, path: str) -> Any:
    answer = await client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def school(client: httpx.AsyncClient, name: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = (await read(client, f"schools?q={name}"))["items"]
    assert len(found) == 1, name
    return found[0]


async def tasks(client: httpx.AsyncClient, kind: str) -> list[dict[str, Any]]:
    return [task for task in (await read(client, "me/tasks"))["items"] if task["kind"] == kind]


async def partnership(demonstration: Demonstration, email: str, at: str, partner: str) -> dict[str, Any]:
    client = await demonstration.sign_in(email)
    place = await school(client, at)
    found = await demonstration.all_of(client, f"partnerships?school={place['id']}")
    return next(each for each in found if each["partner"]["name"] == partner)


async def target(demonstration: Demonstration, email: str, name: str, tenant: str | None = None) -> dict[str, Any]:
    client = await demonstration.sign_in(email, tenant)
    return next(each for each in await demonstration.all_of(client, "targets") if each["name"] == name)


async def test_six_applications_wait_the_oldest_for_41_days(demonstration: Demonstration) -> None:
    waiting = await tasks(await demonstration.sign_in(OFFICE), "partner_application")
    assert len(waiting) == 6
    oldest = min(date.fromisoformat(task["waiting_since_on"]) for task in waiting)
    assert (TODAY - oldest).days == 41


async def test_nine_agreements_end_in_february(demonstration: Demonstration) -> None:
    ending = await tasks(await demonstration.sign_in(OFFICE), "agreement_ending")
    assert sum(task["due_on"].startswith("2020-02") for task in ending) == 9


async def test_two_records_may_be_the_same_organization(demonstration: Demonstration) -> None:
    office = await demonstration.sign_in(OFFICE)
    pair = (await read(office, "partners?q=Second Bell"))["items"]
    assert [each["name"] for each in pair] == ["Second Bell Arts", "Second Bell Arts, Inc."]
    applicant = await read(office, f"partners/{pair[1]['id']}")
    assert [each["id"] for each in applicant["similar"]] == [pair[0]["id"]]


async def test_a_seller_was_turned_away_kindly(demonstration: Demonstration) -> None:
    office = await demonstration.sign_in(OFFICE)
    (seller,) = (await read(office, "partners?status=declined"))["items"]
    assert (await read(office, f"partners/{seller['id']}"))["status_reason"].startswith("Thank you")


async def test_twelve_schools_have_no_partner(demonstration: Demonstration) -> None:
    rows = await demonstration.rows(
        "select i.value from school s join school_identifier i on i.tenant_id = s.tenant_id and i.school_id = s.id "
        "where s.status = 'active' and not exists (select 1 from partnership p where p.tenant_id = s.tenant_id "
        "and p.school_id = s.id)"
    )
    assert {row["value"] for row in rows} == WITHOUT_PARTNER
    assert len(rows) == 12


async def test_a_school_was_merged_into_another(demonstration: Demonstration) -> None:
    office = await demonstration.sign_in(OFFICE)
    gone = await school(office, "Wharf Street High School")
    successor = await school(office, "Fernhollow High School")
    assert (await read(office, f"schools/{gone['id']}"))["successor_school_id"] == successor["id"]


async def test_the_principal_is_new_since_january_6(demonstration: Demonstration) -> None:
    rows = await demonstration.rows(
        "select p.name, r.starts_on, r.ends_on from role_assignment r join person p on p.id = r.person_id "
        "join role_school rs on rs.tenant_id = r.tenant_id and rs.role_assignment_id = r.id "
        "join school s on s.tenant_id = r.tenant_id and s.id = rs.school_id "
        "where s.name = 'Alderbrook School' and r.role = 'school_leader' order by r.starts_on"
    )
    assert [tuple(row) for row in rows] == [
        ("Carla Whitfield", date(2014, 8, 1), date(2020, 1, 5)),
        ("Denise Okafor", date(2020, 1, 6), None),
    ]
    (asked,) = await tasks(await demonstration.sign_in(PRINCIPAL), "school_to_confirm")
    assert asked["title"] == "Afternoon mentoring with North Branch Mentors"


async def test_one_school_declined_and_holds_nobody_up(demonstration: Demonstration) -> None:
    office = await demonstration.sign_in(OFFICE)
    found = await demonstration.all_of(office, "agreements?status=in_review")
    mentoring = next(each for each in found if each["title"].startswith("Afternoon mentoring"))
    schools = (await read(office, f"agreements/{mentoring['id']}"))["schools"]
    words = {each["school"]["name"]: (each["confirmation"], each["reason"]) for each in schools}
    assert words["Hollis Point School"] == ("declined", "Our gym floor is being replaced until May.")
    assert [word for word, _ in words.values()].count("confirmed") == 3
    assert words["Alderbrook School"] == ("pending", None)


async def test_two_tutoring_programs_meet_at_the_same_hour(demonstration: Demonstration) -> None:
    client = await demonstration.sign_in(COORDINATOR)
    place = await school(client, "Alderbrook School")
    needs = await demonstration.all_of(client, f"needs?school={place['id']}&area=reading")
    cover = await read(client, f"needs/{needs[0]['id']}/coverage")
    assert cover["state"] == "possible_duplication"
    assert cover["overlaps"] == [["Reading club", "Reading tutoring"]]


async def test_calmer_middle_grades_have_no_partner_and_programs_that_fit(demonstration: Demonstration) -> None:
    client = await demonstration.sign_in(COORDINATOR)
    waiting = {task["title"]: task["id"] for task in await tasks(client, "need_without_program")}
    need = waiting["Calmer middle grades: fewer suspensions in grades 6–8"]
    evidence = (await read(client, f"needs/{need}"))["evidence"]
    assert "Suspensions per 100 students 12.0 is 6.4 above the district's 5.6" in evidence[0]["statement"]
    best = (await read(client, f"needs/{need}/fits"))["items"][:3]
    assert [each["program"]["name"] for each in best] == [
        "Restorative circles",
        "Afternoon mentoring",
        "Peer mediators",
    ]


async def test_71_of_96_are_pooled_over_sites_of_five_to_nine(demonstration: Demonstration) -> None:
    found = await target(demonstration, PARTNER, "Reading on grade level", MAIN)
    latest = found["progress"]["latest"]
    assert (latest["numerator"], latest["denominator"]) == (71, 96)
    assert found["progress"]["rating"] == "on_track"
    assert set(SIZES.values()) == {5, 6, 8, 9}
    series = [(each["figure"]["numerator"], each["figure"]["denominator"]) for each in found["series"]]
    assert series[-3:] == [(55, 96), (64, 96), (71, 96)]


async def test_a_promised_room_never_delivered_explains_an_at_risk_target(demonstration: Demonstration) -> None:
    client = await demonstration.sign_in(COORDINATOR)
    (promise,) = await tasks(client, "promise_of_school")
    assert (promise["title"][:8], promise["due_on"], promise["urgency"]) == ("Room 114", "2020-01-06", "overdue")
    found = await target(demonstration, PRINCIPAL, "Full-length sessions at Alderbrook")
    assert found["progress"]["rating"] == "at_risk"
    principal = await demonstration.sign_in(PRINCIPAL)
    notes = [each["note"] for each in await demonstration.all_of(principal, f"results?target={found['id']}")]
    assert any(note is not None and "room 114, promised by January 6" in note for note in notes)


async def test_the_thread_goes_from_need_to_result(demonstration: Demonstration) -> None:
    working = await partnership(demonstration, PRINCIPAL, "Alderbrook School", "Riverbend Learning")
    thread = await read(await demonstration.sign_in(PRINCIPAL), f"partnerships/{working['id']}/thread")
    assert [need["title"] for need in thread["needs"]] == ["More grade 3–5 students reading on grade level"]
    assert thread["decided"]["needs"][0]["approved_by"] == "Carla Whitfield"
    assert thread["decided"]["started_by"] is not None
    assert thread["partner"]["name"] == "Riverbend Learning"
    assert thread["partnership"]["clearance"]["cleared"] is True
    assert [each["status"] for each in thread["agreements"]] == ["executed"]
    named = {each["name"]: each for each in thread["targets"]}
    assert named["Reading on grade level"]["progress"]["finding"].startswith("Reading on grade level: 71 of 96")


async def test_one_sign_in_opens_fourteen_schools_in_three_districts(demonstration: Demonstration) -> None:
    client = await demonstration.sign_in(PARTNER)
    me = await read(client, "me")
    assert me["tenant"]["slug"] == MAIN
    assert {place["slug"] for place in me["tenants"]} == {MAIN, CEDAR, TWIN}
    grid = [row for row in (await read(client, "me/grid"))["items"] if row["program"]["name"] == "Reading tutoring"]
    assert len({(row["tenant"], row["school"]["id"]) for row in grid}) == 14
    assert {row["tenant"] for row in grid} == {MAIN, CEDAR, TWIN}


async def test_a_program_runs_while_its_paper_has_lapsed(demonstration: Demonstration) -> None:
    clay = await partnership(demonstration, OFFICE, "Eastlight Academy", "Second Bell Arts")
    assert (clay["stage"], clay["clearance"]["cleared"]) == ("active", False)
    assert "no_agreement_in_force" in {each["code"] for each in clay["clearance"]["blockers"]}


async def test_the_coordinator_is_paid_by_the_lead_partner_and_has_two_schools(demonstration: Demonstration) -> None:
    client = await demonstration.sign_in(COORDINATOR)
    (held,) = (await read(client, "me"))["roles"]
    assert len(held["school_ids"]) == 2
    lead = await partnership(demonstration, COORDINATOR, "Alderbrook School", "Riverbend Learning")
    assert held["employer_partner_id"] == lead["partner"]["id"]
    assert lead["is_lead_partner"] is True


async def test_seventeen_partners_work_with_the_coordinator_s_schools(demonstration: Demonstration) -> None:
    client = await demonstration.sign_in(COORDINATOR)
    found = await demonstration.all_of(client, "partnerships")
    assert len({each["partner"]["id"] for each in found if each["stage"] not in {"ended", "not_a_fit"}}) == 17


async def test_a_family_reads_who_can_help_at_alderbrook_in_both_languages(demonstration: Demonstration) -> None:
    """Four programs with both words, one that waits for the office's, and nobody signed in."""
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=demonstration.app), base_url="https://testserver"
    ) as anybody:
        path = "/api/v1/half-sheets/alderbrook/alderbrook-school"
        english = (await anybody.get(path)).json()
        spanish = (await anybody.get(path, params={"language": "es"})).json()
    assert [item["name"]["text"] for item in english["items"]] == [
        "Counseling", "Family evenings", "Mural studio", "Reading tutoring",
    ]  # fmt: skip
    assert english["is_demonstration"] is True
    assert all(
        item[name]["language"] == "es"
        for item in spanish["items"]
        for name in ("name", "summary", "schedule", "place", "how_to_join")
    )
    office = await demonstration.sign_in("district@demo.example.org")
    school = (await office.get("/api/v1/schools", params={"q": "Alderbrook School"})).json()["items"][0]["id"]
    sheet = (await office.get(f"/api/v1/schools/{school}/half-sheet")).json()
    waiting = [item["program"]["name"] for item in sheet["items"] if item["standing"] == "not_decided"]
    assert len(waiting) == 1
    assert sum(item["can_show"] for item in sheet["items"]) == 5


async def test_a_school_waits_for_the_office_s_answer_and_another_reads_why_not(demonstration: Demonstration) -> None:
    (waits,) = await tasks(await demonstration.sign_in(OFFICE), "join_request")
    assert waits["school"]["name"] == "Cobbler Street School"
    mine = (await (await demonstration.sign_in(PRINCIPAL)).get("/api/v1/join-requests")).json()["items"]
    assert [(each["status"], each["decided_on"]) for each in mine] == [("refused", "2020-01-16")]
    assert "Dunmore Park" in mine[0]["reason"]
