"""What papers do to partnerships: the rule and its SQL, the door, the queue, what a paper unlocks, home tasks."""

import csv
from datetime import date
from io import StringIO
from itertools import product
from typing import Any
from uuid import UUID

from alongside.identity.scopes import Role, Scope
from tests.agreements.factories import an_agreement
from tests.papers.factories import a_check, a_member, a_paper, a_requirement, a_waiver
from tests.papers.scene import a_cast, clearance, handed_in, words
from tests.partners.factories import a_partner, a_program
from tests.partnerships.factories import a_partnership
from tests.schools.factories import a_school
from tests.world import World

HERE = "/api/v1/partnerships"


async def test_the_filter_says_what_the_rule_says(world: World) -> None:
    """`papers_in_order` in SQL and `rules.standing` agree on every mix of requirements, papers, people and days."""
    schools = [await a_school(world, name="One"), await a_school(world, name="Two")]
    await a_requirement(world, min_each_cents=100_000_000, validity_months=12)
    await a_requirement(world, title="Auto", coverage="auto", times_of_day=["summer"], enforced_from=date(2020, 1, 28))
    await a_requirement(world, kind="endorsement", title="Endorsement", needs_place=True, deliveries=["in_person"],
                        retired_from=date(2020, 1, 28))  # fmt: skip
    checks = await a_requirement(world, kind="background_check", title="Checks", grades=["3"],
                                 check_kinds=["state_criminal", "child_abuse"], validity_months=60,
                                 accepts_instead=["agency_letter"])  # fmt: skip
    await a_requirement(world, kind="background_check", title="TB", check_kinds=["tb"], times_of_day=["school_day"])
    holdings: list[dict[str, Any]] = [
        {},
        {"papers": [{}]},
        {"papers": [{"limit_each_cents": 5}]},
        {"papers": [{"effective_on": date(2019, 1, 28), "expires_on": None}]},
        {"papers": [{"accepted_on": date(2020, 1, 28)}]},
        {"papers": [{"withdrawn_on": date(2020, 1, 28), "status": "withdrawn"}, {"kind": "agency_letter"}]},
        {"papers": [{}, {"kind": "endorsement"}], "checks": [("state_criminal", "clear"), ("child_abuse", "clear")]},
        {"papers": [{}, {"kind": "endorsement"}], "checks": [("state_criminal", "clear"), ("child_abuse", "clear"),
                                                             ("child_abuse", "not_clear"), ("tb", "clear")]},
        {"papers": [{}, {"kind": "endorsement"}], "checks": [("state_criminal", "clear"), ("tb", "pending")],
         "waived": True},
        {"papers": [{}, {"kind": "agency_letter", "expires_on": None}, {"coverage": "auto"}]},
        {"papers": [{}, {"kind": "agency_letter", "expires_on": date(2020, 1, 27)}], "volunteer": True,
         "checks": [("state_criminal", "clear"), ("child_abuse", "clear"), ("tb", "clear")]},
        {"papers": [{}, {"kind": "endorsement"}], "old": True,
         "checks": [("state_criminal", "clear"), ("child_abuse", "clear"), ("tb", "clear")]},
    ]  # fmt: skip
    programs: list[dict[str, Any]] = [
        {},
        {"grades": ("9",)},
        {"grades": (), "delivery": "virtual", "times_of_day": ["summer"]},
        {"delivery": "in_person", "times_of_day": ["after_school", "school_day"]},
    ]
    made = 0
    for (number, holding), offered in product(enumerate(holdings), programs):
        partner = await a_partner(world, status="approved")
        program = await a_program(world, partner=partner, **offered)
        await an_agreement(world, partner=partner, programs=[program], schools=dict.fromkeys(schools, "confirmed"))
        for paper in holding.get("papers", ()):
            limited = {"schools": schools[:1]} if number % 3 == 0 else {"program_id": program if number % 2 else None}
            await a_paper(world, partner=partner, **{**paper, **limited})
        if told := holding.get("checks"):
            basis = "volunteer" if holding.get("volunteer") else "employee"
            member = await a_member(world, partner=partner, basis=basis,
                                    places=[(program, None if number % 2 else schools[0])])  # fmt: skip
            issued = date(2015, 1, 28) if holding.get("old") else date(2018, 9, 3)
            for kind, result in told:
                await a_check(world, member=member, kind=kind, result=result, basis=basis, issued_on=issued)
        if holding.get("waived"):
            await a_waiver(world, requirement=checks, partner=partner, school_id=schools[0])
        for place, school in zip(("Gym", None), schools, strict=True):
            await a_partnership(world, partner=partner, program=program, school=school, place=place,
                                min_cleared_people=1 + (number == 7))  # fmt: skip
            made += 1
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    # all of it came within seconds; without statistics the planner guesses, and a wrong guess takes minutes
    await world.owner.execute("analyze")
    seen = set()
    for day in ("2020-01-27", "2020-01-28", "2019-09-02"):
        asked = {"limit": 500, "effective_on": day}
        every = (await office.http.get(HERE, params=asked)).json()["items"]
        assert len(every) == made == 96
        by_rule = {item["id"] for item in every if item["clearance"]["cleared"]}
        by_filter = (await office.http.get(HERE, params={**asked, "cleared": "true"})).json()["items"]
        assert {item["id"] for item in by_filter} == by_rule
        assert 0 < len(by_rule) < made
        seen |= {blocker["code"] for item in every for blocker in item["clearance"]["blockers"]}
    assert {"paper_missing", "paper_expired", "paper_limits_low", "paper_in_review", "too_few_cleared"} <= seen


async def test_who_was_cleared_here_on_14_march_stays_so_when_something_is_asked_later(world: World) -> None:
    """The any-day question, across a replaced requirement and a check that lapses."""
    cast = await a_cast(world, ends_on=date(2020, 12, 31))
    await a_requirement(world, kind="background_check", title="Checks")
    await a_paper(world, partner=cast.partner_id)
    member = await a_member(world, partner=cast.partner_id, places=[(cast.scene.program, cast.scene.school)])
    await a_check(world, member=member, issued_on=date(2015, 3, 15))
    liability = await a_requirement(world)
    found = {
        day: words(await clearance(cast.risk, cast.scene.partnership, day))
        for day in ("2020-03-14", "2020-03-15", "2020-07-01")
    }
    lapsed = "Nobody on the staff list has a background check in date."
    assert found == {
        "2020-03-14": [],
        "2020-03-15": [lapsed],
        "2020-07-01": ["General liability insurance ran out on June 30, 2020.", lapsed],
    }
    assert (await clearance(cast.risk, cast.scene.partnership))["cleared_through"] == "2020-03-14"
    body = {"title": "General liability, $5M", "coverage": "general_liability", "min_each": "5000000.00",
            "enforced_from": "2020-02-15"}  # fmt: skip
    made = await cast.risk.http.post(f"/api/v1/paper-requirements/{liability}/replace", json=body)
    assert made.status_code == 201, made.text
    assert words(await clearance(cast.risk, cast.scene.partnership, "2020-02-14")) == []
    now = await clearance(cast.risk, cast.scene.partnership)
    assert (now["cleared"], now["cleared_through"]) == (True, "2020-02-14")
    assert [due["words"] for due in now["papers_due"]] == ["General liability, $5M is due by February 15, 2020."]
    later = await clearance(cast.risk, cast.scene.partnership, "2020-02-15")
    assert words(later) == ["General liability, $5M: the limits are lower than the district asks."]


async def test_everybody_reads_the_same_blockers_on_record_list_thread_and_grid(world: World) -> None:
    cast = await a_cast(world)
    await a_requirement(world)
    told = ["General liability insurance is missing."]
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[cast.scene.school])
    for who in (cast.partner, cast.risk, cast.office, cast.principal, teacher):
        assert words(await clearance(who, cast.scene.partnership)) == told
        (listed,) = (await who.http.get(HERE)).json()["items"]
        assert words(listed["clearance"]) == told
    thread = (await cast.office.http.get(f"{HERE}/{cast.scene.partnership}/thread")).json()
    assert words(thread["partnership"]["clearance"]) == told
    (row,) = (await cast.partner.http.get("/api/v1/me/grid")).json()["items"]
    assert [(each["words"], each["party"]) for each in row["blockers"]] == [(told[0], "partner")]
    (entry,) = (await teacher.http.get(f"/api/v1/schools/{cast.scene.school}/partnerships")).json()["items"]
    assert (entry["may_enter"], entry["people"], entry["reasons"]) == (False, [], told)


async def test_a_school_asks_for_more_than_one_cleared_person(world: World) -> None:
    cast = await a_cast(world)
    await a_requirement(world, kind="background_check", title="Checks")
    member = await a_member(world, partner=cast.partner_id, places=[(cast.scene.program, None)])
    await a_check(world, member=member)
    assert (await clearance(cast.office, cast.scene.partnership))["cleared"] is True
    path = f"{HERE}/{cast.scene.partnership}"
    changed = await cast.principal.http.patch(path, json={"min_cleared_people": 2}, headers={"If-Match": "*"})
    assert changed.json()["min_cleared_people"] == 2
    assert words(changed.json()["clearance"]) == ["Only 1 of 2 people needed have a background check in date."]
    for wrong in (0, None, 101):
        answer = await cast.principal.http.patch(path, json={"min_cleared_people": wrong}, headers={"If-Match": "*"})
        assert answer.status_code == 422
    refused = await cast.partner.http.patch(path, json={"min_cleared_people": 1}, headers={"If-Match": "*"})
    assert refused.status_code == 403


async def test_the_door_names_who_may_enter_and_nobody_whose_check_lapsed(world: World) -> None:
    cast = await a_cast(world)
    await a_requirement(world, kind="background_check", title="Checks")
    place = [(cast.scene.program, cast.scene.school)]
    tess = await a_member(world, partner=cast.partner_id, name="Tess Tutor", title="Tutor", places=place)
    await a_check(world, member=tess)
    lapsed = await a_member(world, partner=cast.partner_id, name="Larry Lapsed", places=place)
    await a_check(world, member=lapsed, issued_on=date(2015, 1, 27))
    elsewhere = await a_member(world, partner=cast.partner_id, name="Ella Elsewhere",
                               places=[(cast.scene.program, await a_school(world))])  # fmt: skip
    await a_check(world, member=elsewhere)
    office = await world.person(Role.FRONT_OFFICE, schools=[cast.scene.school])
    path = f"/api/v1/schools/{cast.scene.school}/who-may-enter"
    found = (await office.http.get(path)).json()
    assert [(each["name"], each["cleared_through"]) for each in found["people"]] == [("Tess Tutor", "2023-09-02")]
    assert (found["programs"], found["programs_without_names"]) == (1, 0)
    assert "Larry" not in (await office.http.get(path)).text
    before = (await office.http.get(path, params={"effective_on": "2020-01-26"})).json()
    assert [each["name"] for each in before["people"]] == ["Larry Lapsed", "Tess Tutor"]
    (entry,) = (await office.http.get(f"/api/v1/schools/{cast.scene.school}/partnerships")).json()["items"]
    assert [each["name"] for each in entry["people"]] == ["Tess Tutor"]
    assert (await office.http.get(f"/api/v1/partners/{cast.partner_id}/staff")).status_code == 403
    stranger = await world.person(Role.FRONT_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(path)).status_code == 404
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    assert (await rival.http.get(path)).json()["people"] == []


async def test_the_visitor_system_gets_the_same_people_and_no_formula(world: World) -> None:
    cast = await a_cast(world)
    names = ["=HYPERLINK(1)", "+1 Tutor", 'Tess, "T"', "'@sum", "Anna"]
    for name in names:
        await a_member(world, partner=cast.partner_id, name=name, places=[(cast.scene.program, None)])
    office = await world.person(Role.FRONT_OFFICE, schools=[cast.scene.school])
    asked = {"school": str(cast.scene.school)}
    answer = await office.http.get("/api/v1/exports/who-may-enter.csv", params=asked)
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="who-may-enter-2020-01-27.csv"'
    rows = list(csv.DictReader(StringIO(answer.text)))
    shown = (await office.http.get(f"/api/v1/schools/{cast.scene.school}/who-may-enter")).json()["people"]
    assert [row["person_id"] for row in rows] == [each["id"] for each in shown]
    assert {row["name"] for row in rows} == {"'=HYPERLINK(1)", "'+1 Tutor", 'Tess, "T"', "''@sum", "Anna"}
    anonymous = await world.anonymous().get("/api/v1/exports/who-may-enter.csv", params=asked)
    assert anonymous.status_code == 401


async def a_chain(world: World, partner: UUID, program: UUID, places: list[str | None]) -> list[UUID]:
    """The program at more schools, cleared but for papers."""
    schools = []
    for number, place in enumerate(places):
        school = await a_school(world, name=f"School {number + 1:02}")
        await an_agreement(world, partner=partner, programs=[program], schools={school: "confirmed"})
        await a_partnership(world, partner=partner, program=program, school=school, place=place)
        schools.append(school)
    return schools


async def test_after_an_upload_the_partner_reads_what_it_unlocks(world: World) -> None:
    cast = await a_cast(world)
    await a_chain(world, cast.partner_id, cast.scene.program, [None] * 10 + ["Gym"] * 3)
    await a_requirement(world)
    await a_requirement(world, kind="endorsement", title="Additional insured endorsement", needs_place=True)
    paper = await handed_in(cast)
    answer = await cast.partner.http.get(f"/api/v1/papers/{paper['id']}/unlocks")
    found = answer.json()
    plain = ("schools", "clear_now", "clear_then", "frees", "helps")
    assert [found[name] for name in plain] == [14, 0, 11, 11, 14]
    assert found["words"] == (
        "Clear at 11 of 14 schools once accepted; at 3: Additional insured endorsement is missing."
    )
    (left,) = found["left"]
    assert left["schools"] == ["School 11", "School 12", "School 13"]
    assert (left["about"]["title"], left["about"]["standing"]) == ("Additional insured endorsement", "paper_missing")
    await cast.risk.http.post(f"/api/v1/papers/{paper['id']}/accept")
    assert sum(item["clearance"]["cleared"] for item in (await cast.office.http.get(HERE)).json()["items"]) == 11
    rival = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    assert (await rival.http.get(f"/api/v1/papers/{paper['id']}/unlocks")).status_code == 404


async def test_the_queue_begins_with_the_paper_that_frees_most(world: World) -> None:
    await a_requirement(world)
    await a_requirement(world, title="Auto", coverage="auto")
    frees = {}
    for number, (places, with_auto) in enumerate([(1, True), (3, True), (4, False)]):
        partner = await a_partner(world)
        program = await a_program(world, partner=partner)
        await a_chain(world, partner, program, [None] * places)
        if with_auto:
            await a_paper(world, partner=partner, coverage="auto")
        waiting = await a_paper(world, partner=partner, status="submitted", submitted_on=date(2020, 1, 6 + number))
        frees[str(waiting)] = (places if with_auto else 0, places)
    risk = await world.person(Role.COMPLIANCE_REVIEWER)
    items = (await risk.http.get("/api/v1/papers/queue")).json()["items"]
    assert [(item["unlocks"]["frees"], item["unlocks"]["helps"]) for item in items] == [(3, 3), (1, 1), (0, 4)]
    assert {item["id"]: (item["unlocks"]["frees"], item["unlocks"]["helps"]) for item in items} == frees
    assert [item["waiting_days"] for item in items] == [20, 21, 19]
    machine = await world.machine(Scope.PAPERS_READ, tenant=world.stranger_id)
    assert (await machine.get("/api/v1/papers/queue")).json()["items"] == []
    assert (await world.anonymous().get("/api/v1/papers/queue")).status_code == 401


async def test_a_partner_reads_what_it_owes_and_home_says_so(world: World) -> None:
    cast = await a_cast(world, program_values={"times_of_day": ["after_school"]})
    await a_chain(world, cast.partner_id, cast.scene.program, ["Gym"])
    await a_requirement(world)
    await a_requirement(world, kind="endorsement", title="Endorsement", needs_place=True,
                        enforced_from=date(2020, 3, 2))  # fmt: skip
    await a_requirement(world, title="Cyber", coverage="cyber", times_of_day=["summer"])
    paper = await a_paper(world, partner=cast.partner_id)
    path = f"/api/v1/partners/{cast.partner_id}/papers"
    listed = (await cast.partner.http.get(path)).json()
    endorsement, liability = listed["items"]
    assert listed["can_edit"] is True
    assert (liability["asked_at"], liability["met_at"], liability["missing"]) == (2, 2, [])
    (kept,) = liability["papers"]
    assert (kept["id"], liability["met_through"]) == (str(paper), kept["expires_on"])
    assert liability["terms"]["coverage"] == "general_liability"
    assert (endorsement["papers"], endorsement["met_through"]) == ([], None)
    assert (endorsement["requirement"]["name"], endorsement["asked_at"], endorsement["met_at"]) == ("Endorsement", 1, 0)
    (owed,) = endorsement["missing"]
    assert (owed["words"], owed["due_on"]) == ("Endorsement is due by March 2, 2020.", "2020-03-02")
    assert (owed["about"]["title"], owed["about"]["standing"]) == ("Endorsement", "paper_missing")
    tasks = (await cast.partner.http.get("/api/v1/me/tasks")).json()["items"]
    assert [(each["kind"], each["due_on"]) for each in tasks if each["kind"].startswith("papers")] == [
        ("papers_missing", "2020-03-02")
    ]
    await handed_in(cast)
    tasks = (await cast.risk.http.get("/api/v1/me/tasks")).json()["items"]
    assert [(each["kind"], each["object_type"], each["id"]) for each in tasks] == [
        ("papers_to_review", "partner", str(cast.partner_id))
    ]
    assert (await cast.principal.http.get(path)).status_code == 403
