"""Site plans: not binding, agreed by both sides, never longer than the legal agreement above them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.agreements.rules import PLAN, PlanFacts, PlanParent, may_hold_plans, plan_dates_problem, plan_on
from alongside.agreements.rules.plans import plan_needs_of
from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.agreements.factories import a_revisit, a_site_plan, an_agreement
from tests.agreements.scene import URL, Scene, a_scene, done, match, moves, slug
from tests.agreements.settings import set_to
from tests.schools.factories import a_school
from tests.world import TODAY, Person, World

ANY = {"If-Match": "*"}
FIRST, LAST = date(2019, 8, 26), date(2020, 6, 12)
SAYS = {"vision": "Every sixth grader has somebody who asks", "communication": "Fridays, by phone"}
PLANS = "/api/v1/site-plans"
DAYS = st.dates(date(2019, 1, 1), date(2021, 12, 31))


def parent(**values: Any) -> PlanParent:
    usual = {"status": "executed", "effective": "active", "starts_on": FIRST, "last_on": LAST, "effective_on": FIRST}
    return PlanParent(**{**usual, "covers_school": True, **values})


@given(
    day=DAYS, starts_on=DAYS, ends_on=DAYS, agreed_on=DAYS, ceased_on=st.none() | DAYS,
    effective=st.sampled_from(["scheduled", "active", "expiring_soon", "expired", "suspended", "terminated",
                               "superseded"]),
    covers=st.booleans(), stored=st.sampled_from(["agreed", "ended", "replaced"]),
)  # fmt: skip
def test_a_plan_holds_only_on_its_own_days_and_never_without_the_agreement(
    day: date, starts_on: date, ends_on: date, agreed_on: date, ceased_on: date | None, effective: str, covers: bool,
    stored: str,
) -> None:  # fmt: skip
    above = parent(effective=effective, covers_school=covers)
    status, because = plan_on(stored, starts_on, ends_on, agreed_on, ceased_on, above, day)
    if status == "in_force":
        assert effective in ("active", "expiring_soon")
        assert covers
        assert max(starts_on, agreed_on, FIRST) <= day <= min(ends_on, LAST)
        assert ceased_on is None or day < ceased_on
    if status == "on_hold":
        assert (effective, because) == ("suspended", "agreement_on_hold")
    assert (because is None) == (status in ("in_force", "scheduled", "expired"))


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ({}, ("in_force", None)),
        ({"effective": "suspended", "status": "suspended"}, ("on_hold", "agreement_on_hold")),
        ({"effective": "terminated", "status": "terminated"}, ("ended", "agreement_over")),
        ({"effective": "expired"}, ("ended", "agreement_over")),
        ({"effective": "scheduled", "effective_on": None}, ("scheduled", None)),
        ({"effective": "in_review", "status": "in_review"}, ("scheduled", "agreement_not_signed")),
        ({"covers_school": False}, ("ended", "school_left")),
        ({"last_on": TODAY - timedelta(days=1)}, ("expired", None)),
        ({"last_on": TODAY}, ("in_force", None)),
    ],
)
def test_what_the_agreement_above_makes_of_a_plan(above: dict[str, Any], expected: tuple[str, str | None]) -> None:
    assert plan_on("agreed", FIRST, LAST, FIRST, None, parent(**above), TODAY) == expected


def test_a_plan_counts_until_the_eve_of_the_day_on_which_another_takes_its_place() -> None:
    day = date(2020, 3, 1)
    assert plan_on("replaced", FIRST, LAST, FIRST, day, parent(), TODAY) == ("in_force", None)
    assert plan_on("replaced", FIRST, LAST, FIRST, day, parent(), day) == ("replaced", "replaced")
    assert plan_on("ended", FIRST, LAST, FIRST, TODAY, parent(), TODAY) == ("ended", "ended_early")
    assert plan_on("draft", FIRST, LAST, None, None, parent(effective="expired"), TODAY) == ("draft", None)


@given(starts_on=DAYS, ends_on=DAYS)
def test_a_plan_s_days_lie_within_the_agreement_s(starts_on: date, ends_on: date) -> None:
    fits = FIRST <= starts_on <= ends_on <= LAST
    assert (plan_dates_problem(starts_on, ends_on, FIRST, LAST) is None) == fits


def test_only_a_legal_agreement_holds_plans() -> None:
    assert may_hold_plans("mou", True, False, "executed")
    assert may_hold_plans("school_partner_agreement", True, False, "in_review")
    assert not may_hold_plans("mou", False, False, "executed")
    assert not may_hold_plans("collaboration_plan", True, False, "executed")
    assert not may_hold_plans("mou", True, True, "executed"), "an amendment's plans stand under what it amends"
    assert not may_hold_plans("mou", True, False, "terminated")


def needs(verb: str, **values: Any) -> list[str]:
    usual: dict[str, Any] = {
        "parent": parent(), "starts_on": FIRST, "ends_on": LAST, "says_something": True, "mine": ["school"],
        "said": {}, "me": "ana", "day": TODAY,
    }  # fmt: skip
    made = next(each for each in PLAN.moves if each.verb == verb)
    return plan_needs_of(PlanFacts(**{**usual, **values}))(made)


def test_what_a_step_of_a_plan_lacks() -> None:
    assert needs("agree") == needs("propose") == needs("end") == []
    assert needs("propose", says_something=False) == ["plan_says_something"]
    assert needs("propose", ends_on=TODAY - timedelta(days=1)) == ["plan_not_over"]
    assert needs("agree", parent=parent(last_on=date(2020, 3, 1))) == ["within_agreement"]
    assert needs("agree", parent=parent(status="in_review", effective="in_review")) == ["agreement_signed"]
    assert needs("agree", parent=parent(effective="expired")) == ["agreement_runs"]
    assert needs("agree", parent=parent(covers_school=False)) == ["school_covered"]
    assert needs("agree", said={"school": "bo"}) == ["word_not_given"]
    assert needs("agree", said={"partner": "ana"}) == ["one_side_each"]
    assert needs("agree", said={"partner": "bo"}) == []


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def signed(scene: Scene, **values: Any) -> UUID:
    named = {"schools": [scene.alder, scene.birch], **values}
    return await an_agreement(scene.world, partner=scene.partner, programs=[scene.program], **named)


async def drafted(scene: Scene, agreement: UUID, by: Person | None = None, **values: Any) -> dict[str, Any]:
    body = {"school_id": str(scene.alder), **SAYS, **values}
    return done(await (by or scene.coordinator).http.post(f"{URL}/{agreement}/site-plans", json=body), 201)


async def step(person: Person, plan: dict[str, Any], verb: str, **values: Any) -> httpx.Response:
    return await person.http.post(f"{PLANS}/{plan['id']}/{verb}", json=values or None)


async def agreed(scene: Scene, agreement: UUID, **values: Any) -> dict[str, Any]:
    plan = await drafted(scene, agreement, **values)
    done(await step(scene.coordinator, plan, "propose"))
    done(await step(scene.principal, plan, "agree"))
    return done(await step(scene.admin, plan, "agree"))


async def test_a_plan_is_nobody_s_without_signing_in_and_a_stranger_s_never(scene: Scene) -> None:
    agreement = await signed(scene)
    plan = await drafted(scene, agreement)
    stranger = await scene.world.person(Role.PARTNERSHIP_OFFICE, tenant=scene.world.stranger_id)
    assert (await scene.world.anonymous().get(PLANS)).status_code == 401
    assert done(await stranger.http.get(PLANS))["items"] == []
    for way in (f"{PLANS}/{plan['id']}", f"{URL}/{agreement}/site-plans"):
        assert (await scene.world.anonymous().get(way)).status_code == 401
        assert (await stranger.http.get(way)).status_code == 404
    teacher = await scene.world.person(Role.SCHOOL_STAFF, schools=[scene.alder])
    assert (await teacher.http.get(f"{PLANS}/{plan['id']}")).status_code == 403
    signatory = await scene.signatory.http.post(f"{URL}/{agreement}/site-plans", json={"school_id": str(scene.birch)})
    assert (signatory.status_code, slug(signatory)) == (403, "missing-scope")


async def test_both_sides_agree_without_a_signature_and_the_plan_is_in_force(scene: Scene) -> None:
    agreement = await signed(scene)
    lines = [{"party": "school", "topic": "space", "text": "Room 12, Tuesdays"}]
    plan = await drafted(scene, agreement, expectations=lines, place="Room 12", ends_on="2020-05-29")
    assert (plan["status"], plan["starts_on"], plan["ends_on"]) == ("draft", "2019-08-26", "2020-05-29")
    assert [each["name"] for each in plan["programs"]] == ["Homeroom Mentors"]
    assert moves(plan) == {"propose": [], "withdraw": []}
    unseen = await scene.admin.http.get(f"{PLANS}/{plan['id']}")
    assert (unseen.status_code, slug(unseen)) == (404, "site-plan-not-found"), "the other side's draft"
    put = done(await step(scene.coordinator, plan, "propose"))
    assert [(each["side"], [who["name"] for who in each["asked"]]) for each in put["words"]] == [
        ("school", ["Denise Okafor"]), ("partner", ["Dana Fitch"])
    ]  # fmt: skip
    assert moves(put) == {"withdraw": []}, "a coordinator writes; the principal agrees"
    asked = done(await scene.principal.http.get("/api/v1/me/tasks"))["items"]
    assert ("plan_to_agree_for_school", plan["id"]) in [(each["kind"], each["id"]) for each in asked]
    half = done(await step(scene.principal, plan, "agree"))
    assert (half["status"], half["words"][0]["by"]["name"]) == ("proposed", "Denise Okafor")
    assert "agree" not in moves(half)
    asked = done(await scene.admin.http.get("/api/v1/me/tasks"))["items"]
    assert ("plan_to_agree_for_partner", plan["id"]) in [(each["kind"], each["id"]) for each in asked]
    again = await step(scene.principal, plan, "agree")
    assert (again.status_code, again.json()["needs"]) == (409, ["word_not_given"])
    whole = done(await step(scene.admin, plan, "agree"))
    assert (whole["status"], whole["because"], whole["agreed_on"]) == ("in_force", None, "2020-01-27")
    above = done(await scene.admin.http.get(f"{URL}/{agreement}/site-plans"))
    assert (above["have"], above["of"]) == (1, 2)
    assert [each["plan"] and each["plan"]["status"] for each in above["schools"]] == ["in_force", None]
    for asked, found in (({"school": scene.alder}, 1), ({"school": scene.birch}, 0), ({"partner": scene.partner}, 1),
                         ({"agreement": agreement}, 1), ({}, 1)):  # fmt: skip
        listed = done(await scene.coordinator.http.get(PLANS, params={**asked, "include_total": True}))
        assert listed["total"]["value"] == len(listed["items"]) == found
    assert (listed["items"][0]["id"], listed["items"][0]["agreement"]["id"]) == (plan["id"], str(agreement))
    assert done(await scene.other_principal.http.get(PLANS))["items"] == []
    before = done(await scene.admin.http.get(f"{PLANS}/{plan['id']}", params={"effective_on": "2020-01-26"}))
    assert before["status"] == "scheduled", "never before both sides' word"
    log = await scene.world.rows("select kind from log where object_id = $1 order by seq", UUID(plan["id"]))
    assert [row["kind"] for row in log] == [f"site_plan.{what}" for what in ("drafted", "proposed", "agreed", "agreed")]
    told = done(await scene.principal.http.get(f"/api/v1/history/site_plan/{plan['id']}"))["items"]
    assert [each["words"] for each in told][-1] == "One side agreed"


async def test_a_plan_goes_on_hold_and_ends_with_the_agreement_above_it_and_nothing_is_stored(scene: Scene) -> None:
    agreement = await signed(scene)
    plan = await agreed(scene, agreement)
    done(await scene.office.http.post(f"{URL}/{agreement}/suspend", json={"reason": "An audit"}))
    held = done(await scene.principal.http.get(f"{PLANS}/{plan['id']}"))
    assert (held["status"], held["because"], held["version"]) == ("on_hold", "agreement_on_hold", plan["version"])
    done(await scene.office.http.post(f"{URL}/{agreement}/reinstate"))
    body = {"reason": "The partner closes", "for_cause": True, "ceases_on": "2020-02-14"}
    done(await scene.office.http.post(f"{URL}/{agreement}/terminate", json=body))
    for day, status in (("2020-02-13", "in_force"), ("2020-02-14", "ended")):
        read = done(await scene.principal.http.get(f"{PLANS}/{plan['id']}", params={"effective_on": day}))
        assert read["status"] == status
    stored = await scene.world.rows("select status, version from site_plan where id = $1", UUID(plan["id"]))
    assert (stored[0]["status"], stored[0]["version"]) == ("agreed", plan["version"])


async def test_a_plan_cannot_run_longer_than_the_agreement_nor_name_another_school(scene: Scene) -> None:
    agreement = await signed(scene)
    cypress = await a_school(scene.world, name="Cypress School")
    wrongs: list[tuple[Person, dict[str, Any], str, str]] = [
        (scene.coordinator, {"ends_on": "2020-06-13"}, "/ends_on", "after_agreement"),
        (scene.coordinator, {"starts_on": "2019-08-25"}, "/starts_on", "before_agreement"),
        (scene.coordinator, {"starts_on": "2020-03-02", "ends_on": "2020-03-01"}, "/ends_on", "date_order"),
        (scene.office, {"school_id": str(cypress)}, "/school_id", "school_not_named"),
        (scene.office, {"school_id": str(new_id())}, "/school_id", "school_not_named"),
    ]
    for person, values, pointer, code in wrongs:
        body = {"school_id": str(scene.alder), **SAYS, **values}
        refused = await person.http.post(f"{URL}/{agreement}/site-plans", json=body)
        assert refused.status_code == 422
        assert [(each["pointer"], each["code"]) for each in refused.json()["errors"]] == [(pointer, code)]
    plan = await drafted(scene, agreement)
    long = await scene.coordinator.http.patch(f"{PLANS}/{plan['id']}", json={"ends_on": "2020-07-01"}, headers=ANY)
    assert long.json()["errors"][0]["code"] == "after_agreement"
    wide = await signed(scene, schools=[], is_district_wide=True, type="moa")
    body = {"school_id": str(new_id()), **SAYS}
    unknown = await scene.office.http.post(f"{URL}/{wide}/site-plans", json=body)
    assert unknown.json()["errors"][0]["code"] == "unknown_school"
    loose = await signed(scene, type="letter_of_agreement", is_binding=False)
    refused = await scene.office.http.post(f"{URL}/{loose}/site-plans", json={"school_id": str(scene.alder)})
    assert (refused.status_code, slug(refused)) == (409, "no-site-plans-here")
    other = await scene.principal.http.post(f"{URL}/{agreement}/site-plans", json={"school_id": str(scene.birch)})
    assert (other.status_code, slug(other)) == (403, "not-your-side")


async def test_a_school_has_one_plan_under_way_and_its_words_change_only_before_they_are_proposed(scene: Scene) -> None:
    agreement = await signed(scene)
    plan = await drafted(scene, agreement)
    second = await scene.admin.http.post(f"{URL}/{agreement}/site-plans", json={"school_id": str(scene.alder)})
    assert (second.status_code, slug(second)) == (409, "site-plan-under-way")
    at = f"{PLANS}/{plan['id']}"
    assert (await scene.coordinator.http.patch(at, json={"vision": "Another"})).status_code == 428
    changed = done(await scene.coordinator.http.patch(at, json={"vision": "Another"}, headers=match(plan)))
    assert (await scene.coordinator.http.patch(at, json={"place": "Gym"}, headers=match(plan))).status_code == 412
    same = done(await scene.coordinator.http.patch(at, json={"vision": "Another"}, headers=match(changed)))
    assert same["version"] == changed["version"] == 2
    empty = done(await scene.coordinator.http.patch(at, json={"vision": None}, headers=ANY))
    assert moves(empty)["propose"] == ["plan_says_something"]
    nothing = await step(scene.coordinator, plan, "propose")
    assert (nothing.status_code, nothing.json()["needs"]) == (409, ["plan_says_something"])
    lines = [{"party": "joint", "topic": "communication", "text": "Fridays by phone"}]
    done(await scene.coordinator.http.patch(at, json={"expectations": lines}, headers=ANY))
    done(await step(scene.coordinator, plan, "propose"))
    fixed = await scene.coordinator.http.patch(at, json={"vision": "Late"}, headers=ANY)
    assert (fixed.status_code, slug(fixed)) == (409, "site-plan-is-fixed")
    theirs = await scene.admin.http.patch(at, json={"vision": "Theirs"}, headers=ANY)
    assert (theirs.status_code, slug(theirs)) == (403, "not-your-agreement")


async def test_asking_for_changes_takes_both_words_back(scene: Scene) -> None:
    agreement = await signed(scene)
    plan = await drafted(scene, agreement)
    done(await step(scene.coordinator, plan, "propose"))
    done(await step(scene.principal, plan, "agree"))
    assert (await scene.admin.http.post(f"{PLANS}/{plan['id']}/request-changes", json={})).status_code == 422
    back = done(await step(scene.admin, plan, "request-changes", reason="We have no Tuesdays"))
    assert (back["status"], back["status_reason"]) == ("changes_requested", "We have no Tuesdays")
    assert [each["by"] for each in back["words"]] == [None, None]
    tasks = done(await scene.coordinator.http.get("/api/v1/me/tasks"))["items"]
    assert ("plan_to_mend", plan["id"]) in [(each["kind"], each["id"]) for each in tasks]
    again = done(await step(scene.coordinator, plan, "propose"))
    assert again["status"] == "proposed"
    coordinator = await step(scene.coordinator, plan, "agree")
    assert (coordinator.status_code, slug(coordinator)) == (403, "not-your-move")
    machine = await scene.world.machine(*Scope)
    assert (await machine.post(f"{PLANS}/{plan['id']}/agree")).status_code == 403
    gone = done(await step(scene.coordinator, plan, "withdraw"))
    assert gone["status"] == "withdrawn"
    assert (await step(scene.admin, plan, "agree")).status_code == 409


async def test_nobody_gives_both_sides_word_and_whoever_the_partner_pays_none_for_the_school(scene: Scene) -> None:
    agreement = await signed(scene)
    plan = await drafted(scene, agreement)
    done(await step(scene.coordinator, plan, "propose"))
    paid = await scene.world.person(Role.SCHOOL_LEADER, schools=[scene.alder], employer=scene.partner)
    assert (await step(paid, plan, "agree")).status_code == 403
    await scene.world.person(Role.SCHOOL_LEADER, schools=[scene.alder], person_id=scene.admin.id)
    done(await step(scene.admin, plan, "agree"))
    both = await step(scene.admin, plan, "agree")
    assert both.status_code == 409
    read = done(await scene.admin.http.get(f"{PLANS}/{plan['id']}"))
    assert (read["status"], [each["by"] is None for each in read["words"]]) == ("proposed", [True, False])


async def test_the_next_plan_of_a_school_takes_the_place_of_the_last_one(scene: Scene) -> None:
    agreement = await signed(scene)
    old = await agreed(scene, agreement, place="Room 12")
    assert old["can_write_next"]
    copies = {"from_id": old["id"], "school_ids": [str(scene.alder)]}
    made = done(await scene.coordinator.http.post(f"{URL}/{agreement}/site-plans/copies", json=copies), 201)
    under_way = made["schools"][0]["under_way"]["id"]
    edited = {"starts_on": "2020-03-02", "vision": "Both grades"}
    new = done(await scene.coordinator.http.patch(f"{PLANS}/{under_way}", json=edited, headers=ANY))
    assert (new["place"], new["copied_from"]["id"]) == ("Room 12", old["id"])
    for person, verb in ((scene.coordinator, "propose"), (scene.principal, "agree"), (scene.admin, "agree")):
        new = done(await step(person, new, verb))
    assert new["status"] == "scheduled"
    for day, status in (("2020-03-01", "in_force"), ("2020-03-02", "replaced")):
        read = done(await scene.admin.http.get(f"{PLANS}/{old['id']}", params={"effective_on": day}))
        assert read["status"] == status
    ended = done(await step(scene.principal, new, "end", reason="The gym closes"))
    assert (ended["status"], ended["because"], ended["ceased_on"]) == ("ended", "ended_early", "2020-01-27")


async def test_one_plan_s_words_are_copied_to_other_schools_all_or_none(scene: Scene) -> None:
    cypress = await a_school(scene.world, name="Cypress School")
    agreement = await signed(scene, schools={scene.alder: "confirmed", scene.birch: "confirmed", cypress: "declined"})
    lines = [{"party": "school", "topic": "space", "text": "A room on Tuesdays"}]
    old = await agreed(scene, agreement, place="Room 12", expectations=lines)
    way = f"{URL}/{agreement}/site-plans/copies"
    body = {"from_id": old["id"], "school_ids": [str(scene.birch), str(cypress), str(new_id())]}
    refused = await scene.office.http.post(way, json=body)
    assert [(each["pointer"], each["code"]) for each in refused.json()["errors"]] == [
        ("/school_ids/1", "school_not_named"), ("/school_ids/2", "school_not_named")
    ]  # fmt: skip
    body = {"from_id": old["id"], "school_ids": [str(scene.birch)]}
    made = done(await scene.office.http.post(way, json=body), 201)
    copy = done(await scene.office.http.get(f"{PLANS}/{made['schools'][1]['under_way']['id']}"))
    assert (copy["vision"], copy["place"], copy["drafted_by"]) == (old["vision"], None, "district")
    assert [each["text"] for each in copy["expectations"]] == ["A room on Tuesdays"]
    again = await scene.office.http.post(way, json=body)
    assert again.json()["errors"][0]["code"] == "plan_under_way"
    unknown = await scene.office.http.post(way, json={**body, "from_id": str(new_id())})
    assert unknown.json()["errors"][0] | {"words": ""} == {
        "pointer": "/from_id", "code": "unknown_plan", "words": "", **_rest(unknown.json()["errors"][0])
    }  # fmt: skip
    later = await signed(scene, starts_on=date(2020, 8, 24), ends_on=date(2021, 6, 11), renews_id=agreement)
    next_year = done(await scene.office.http.post(f"{URL}/{later}/site-plans/copies", json=body), 201)
    plan = done(await scene.office.http.get(f"{PLANS}/{next_year['schools'][1]['under_way']['id']}"))
    assert (plan["starts_on"], plan["ends_on"]) == ("2020-08-24", "2021-06-11")


def _rest(error: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in error.items() if name not in ("pointer", "code", "words")}


async def test_an_agreement_that_is_edited_or_amended_leaves_its_plans_promises_alone(scene: Scene) -> None:
    agreement = await signed(scene)
    lines = [{"party": "partner", "topic": "staffing", "text": "Two mentors every Tuesday"}]
    plan = await agreed(scene, agreement, expectations=lines)
    read = done(await scene.office.http.get(f"{URL}/{agreement}"))
    assert read["expectations"] == [], "what is promised at one school stands in its plan"
    made = done(await scene.office.http.post(f"{URL}/{agreement}/amendments"), 201)
    assert made["expectations"] == []
    promise = plan["expectations"][0]
    assert promise["can_say"] is False, "it was promised by the partner"
    theirs = done(await scene.principal.http.get(f"{PLANS}/{plan['id']}"))["expectations"][0]
    assert theirs["can_say"] is True
    word = {"outcome": "not_delivered", "note": "Nobody came in January", "on": "2020-01-21"}
    way = f"{URL}/{agreement}/promises/{promise['id']}/word"
    assert slug(await scene.other_principal.http.put(way, json=word, headers=ANY)) == "not-receiving"
    done(await scene.principal.http.put(way, json=word, headers=ANY))
    said = done(await scene.admin.http.get(f"{PLANS}/{plan['id']}"))["expectations"][0]["words"]
    assert [(each["outcome"], each["side"], each["note"]) for each in said] == [
        ("not_delivered", "school", "Nobody came in January")
    ]


async def test_the_plan_is_looked_at_in_the_agreement_s_own_sitting(scene: Scene) -> None:
    agreement = await signed(scene)
    revisit = await a_revisit(scene.world, agreement=agreement)
    plan = await a_site_plan(scene.world, agreement=agreement, school=scene.alder)
    read = done(await scene.admin.http.get(f"{PLANS}/{plan}"))
    assert (read["next_revisit"]["due_on"], read["last_revisit"]) == ("2020-01-31", None)
    sitting = done(await scene.principal.http.get(f"{URL}/{agreement}/revisits"))["items"][0]["schools"]
    assert [each["plan"] and each["plan"]["id"] for each in sitting] == [str(plan), None]
    for person, body in ((scene.principal, {"outcome": "confirmed"}), (scene.admin, {"outcome": "confirmed"})):
        at = f"{URL}/{agreement}/revisits/{revisit}/answer"
        done(await person.http.post(at, json={**body, "school_ids": [str(scene.alder)]}))
    read = done(await scene.admin.http.get(f"{PLANS}/{plan}"))
    assert (read["last_revisit"]["outcome"], read["last_revisit"]["school_year"]) == ("confirmed", "2019-2020")


async def test_a_school_without_a_plan_has_a_task_only_where_the_district_asks(scene: Scene) -> None:
    agreement = await signed(scene)

    async def missing(person: Person) -> list[str]:
        tasks = done(await person.http.get("/api/v1/me/tasks"))["items"]
        return [each["school"]["name"] for each in tasks if each["kind"] == "plan_missing"]

    assert await missing(scene.coordinator) == []
    made = await set_to(scene.office, asks_site_plans=True)
    assert made["asks_site_plans"] is True
    assert sorted(await missing(scene.coordinator)) == ["Alderbrook School", "Birchwell School"]
    assert await missing(scene.admin) == []
    await drafted(scene, agreement)
    assert await missing(scene.coordinator) == ["Birchwell School"]
    assert done(await scene.office.http.get(f"{URL}/{agreement}/site-plans"))["is_asked"] is True
