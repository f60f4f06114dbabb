"""The annual revisit: when it is due, whose word is missing, what differs, and that it never stands in the way."""

import itertools
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.agreements.rules import (
    LATE_DAYS,
    Occasion,
    differences,
    joint_outcome,
    occasions,
    overall,
    revisit_state,
    waits_for_word,
    wishes,
)
from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.agreements.factories import a_resource, a_revisit, an_agreement, an_expectation
from tests.agreements.scene import URL, Scene, a_scene, done, slug
from tests.partnerships.factories import a_partnership
from tests.world import TODAY, Person, World

EARLY = date(2000, 1, 1)
DAYS = st.dates(date(2016, 1, 1), date(2030, 12, 31))


def dues(effective_on: date, ends_on: date, known_on: date = EARLY, **values: Any) -> list[str]:
    return [each.due_on.isoformat() for each in occasions(effective_on, ends_on, known_on, **values)]


@pytest.mark.parametrize(
    ("effective_on", "ends_on", "expected"),
    [
        (date(2019, 8, 26), date(2020, 6, 12), ["2020-06-12"]),
        (date(2018, 9, 4), date(2020, 6, 30), ["2019-06-30", "2020-06-30"]),
        (date(2018, 10, 1), date(2021, 6, 30), ["2019-06-30", "2020-06-30", "2021-06-30"]),
        (date(2019, 6, 1), date(2021, 6, 11), ["2020-06-30", "2021-06-11"]),
        (date(2019, 7, 1), date(2020, 7, 31), ["2020-06-30"]),
        (date(2020, 6, 15), date(2020, 7, 31), ["2020-07-31"]),
        (date(2020, 2, 29), date(2020, 2, 29), ["2020-02-29"]),
        (date(2020, 3, 1), date(2020, 2, 1), []),
    ],
)
def test_it_is_due_at_the_end_of_each_school_year_and_on_the_last_day(
    effective_on: date, ends_on: date, expected: list[str]
) -> None:
    assert dues(effective_on, ends_on) == expected


def test_it_may_be_due_on_the_eve_of_each_anniversary_leap_day_included() -> None:
    assert dues(date(2020, 2, 29), date(2022, 12, 31), basis="anniversary") == [
        "2021-02-27",
        "2022-02-27",
        "2022-12-31",
    ]
    assert dues(date(2019, 7, 1), date(2021, 6, 30), basis="anniversary") == ["2020-06-30", "2021-06-30"]


def test_it_opens_a_window_before_it_is_due_and_never_before_the_first_day() -> None:
    one = occasions(date(2019, 8, 26), date(2020, 6, 12), EARLY)[0]
    assert one == Occasion("2019-2020", date(2020, 4, 13), date(2020, 6, 12))
    assert occasions(date(2019, 8, 26), date(2020, 6, 12), EARLY, window=0)[0].opens_on == date(2020, 6, 12)
    assert occasions(date(2020, 6, 1), date(2020, 6, 12), EARLY)[0].opens_on == date(2020, 6, 1)


def test_nobody_is_late_with_what_was_due_before_it_was_recorded_here() -> None:
    assert dues(date(2017, 9, 1), date(2020, 6, 30), date(2019, 6, 30)) == ["2019-06-30", "2020-06-30"]
    assert dues(date(2017, 9, 1), date(2020, 6, 30), date(2019, 7, 1)) == ["2020-06-30"]


@given(DAYS, st.integers(0, 2000), st.sampled_from(["school_year", "anniversary"]))
def test_between_two_revisits_lie_at_most_a_year_and_the_shortest_stretch(first: date, days: int, basis: Any) -> None:
    last = first + timedelta(days=days)
    found = [first - timedelta(days=1), *(each.due_on for each in occasions(first, last, EARLY, basis=basis))]
    assert len(found) > 1, "at least one"
    assert all(0 < (after - before).days <= 366 + 60 for before, after in itertools.pairwise(found))
    assert last - found[-1] < timedelta(days=60)


ONE = Occasion("2018-2019", date(2019, 5, 1), date(2019, 6, 30))


@pytest.mark.parametrize(
    ("day", "said", "expected"),
    [
        (date(2019, 4, 30), [], "ahead"),
        (date(2019, 5, 1), [], "open"),
        (date(2019, 6, 30), ["school"], "open"),
        (date(2019, 7, 1), ["school"], "overdue"),
        (date(2020, 4, 30), [], "overdue"),
        (date(2020, 5, 1), ["partner"], "missed"),
        (date(2020, 5, 1), ["partner", "school"], "answered"),
    ],
)
def test_a_revisit_is_open_overdue_or_missed_by_its_dates_alone(day: date, said: list[str], expected: str) -> None:
    assert revisit_state(ONE, said, date(2020, 5, 1), date(2021, 6, 30), day) == expected


def test_the_last_one_is_wanted_for_a_while_after_the_end() -> None:
    ends = ONE.due_on
    assert revisit_state(ONE, [], None, ends, ends + timedelta(days=LATE_DAYS)) == "overdue"
    assert revisit_state(ONE, [], None, ends, ends + timedelta(days=LATE_DAYS + 1)) == "missed"
    assert waits_for_word("overdue", ["school"]) == ["partner"]
    assert waits_for_word("missed", []) == waits_for_word("answered", ["school", "partner"]) == []


def test_the_graver_word_counts_and_only_when_both_were_given() -> None:
    assert joint_outcome({"school": "end"}) is None
    assert joint_outcome({"school": "confirmed", "partner": "confirmed"}) == "confirmed"
    assert joint_outcome({"school": "confirmed", "partner": "revised"}) == "revised"
    assert joint_outcome({"school": "end", "partner": "revised"}) == "end"
    assert overall(["answered", "open"]) == "open"
    assert overall(["answered", "answered"]) == "answered"
    assert overall(["open", "overdue"]) == "overdue"
    assert overall([]) == "ahead"


def test_two_years_differ_in_words_not_in_spaces() -> None:
    before = [("expectation", "school", "The gym,  Mondays"), ("resource", "partner", "Two tutors")]
    now = [("expectation", "school", "the gym, Mondays"), ("resource", "partner", "Three tutors")]
    assert [(each.change, each.text) for each in differences(before, now)] == [
        ("kept", "the gym, Mondays"), ("added", "Three tutors"), ("dropped", "Two tutors")
    ]  # fmt: skip


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def agreed(scene: Scene, **values: Any) -> UUID:
    named = {"schools": [scene.alder, scene.birch], "ends_on": date(2021, 6, 30), **values}
    return await an_agreement(scene.world, partner=scene.partner, programs=[scene.program], **named)


async def say(person: Person, agreement: UUID, revisit: UUID, status: int = 200, **body: Any) -> dict[str, Any]:
    answer = await person.http.post(
        f"{URL}/{agreement}/revisits/{revisit}/answer", json={"outcome": "confirmed", **body}
    )
    return done(answer, status)


async def tasks(person: Person) -> list[str]:
    found = done(await person.http.get("/api/v1/me/tasks"))["items"]
    return [each["kind"] for each in found if each["kind"].startswith("revisit")]


def at(body: dict[str, Any], place: int = 0) -> dict[str, tuple[str, Any, list[str]]]:
    rows = body["items"][place]["schools"]
    return {
        "district" if each["school"] is None else each["school"]["name"].split()[0]: (
            each["state"], each["outcome"], each["waits_for"]
        )
        for each in rows
    }  # fmt: skip


async def test_signing_plans_it_and_an_amendment_does_not_plan_it_again(scene: Scene) -> None:
    made = await scene.executed()
    read = done(await scene.office.http.get(f"{URL}/{made['id']}/revisits"))
    assert [(each["school_year"], each["due_on"], each["state"]) for each in read["items"]] == [
        ("2019-2020", "2020-06-30", "ahead"), ("2020-2021", "2021-06-11", "ahead")
    ]  # fmt: skip
    assert (read["current_id"], read["comparison"]) == (None, None)
    recorded = done(await scene.office.http.post(f"{URL}/recorded", json=scene.body(type="moa")), 201)
    assert len(done(await scene.office.http.get(f"{URL}/{recorded['id']}/revisits"))["items"]) == 2
    amendment = done(await scene.office.http.post(f"{URL}/{made['id']}/amendments"), 201)
    assert done(await scene.office.http.get(f"{URL}/{amendment['id']}/revisits"))["items"] == []


async def test_one_side_answers_once_for_all_its_schools_with_exceptions_and_both_words_end_it(scene: Scene) -> None:
    agreement = await agreed(scene)
    revisit = await a_revisit(scene.world, agreement=agreement)
    assert await tasks(scene.admin) == ["revisit_for_partner"]
    assert await tasks(scene.coordinator) == await tasks(scene.principal) == ["revisit_for_school"]
    exception = {"school_id": str(scene.birch), "outcome": "revised", "note": "Thursdays do not work"}
    said = await say(scene.admin, agreement, revisit, exceptions=[exception])
    assert at(said) == {"Alderbrook": ("open", None, ["school"]), "Birchwell": ("open", None, ["school"])}
    assert (said["version"], said["items"][0]["waits_for"], said["items"][0]["can_answer"]) == (2, ["school"], False)
    assert await tasks(scene.admin) == []
    mine = await say(scene.principal, agreement, revisit)
    assert at(mine)["Alderbrook"] == ("answered", "confirmed", [])
    assert at(mine)["Birchwell"] == ("open", None, ["school"])
    assert await tasks(scene.principal) == []
    assert await tasks(scene.other_principal) == ["revisit_for_school"]
    last = await say(scene.other_principal, agreement, revisit)
    assert at(last)["Birchwell"] == ("answered", "revised", [])
    assert last["items"][0]["state"] == "answered"
    word = last["items"][0]["schools"][1]["words"][0]
    assert (word["side"], word["note"], word["by"]["name"]) == ("partner", "Thursdays do not work", "Dana Fitch")
    over = await scene.admin.http.post(f"{URL}/{agreement}/revisits/{revisit}/answer", json={"outcome": "confirmed"})
    assert (over.status_code, slug(over)) == (409, "revisit-answered")
    log = await scene.world.rows("select kind from log where object_id = $1", agreement)
    assert [row["kind"] for row in log] == ["agreement.revisit_answered"] * 3


async def test_a_word_said_again_counts_once_and_may_be_changed_while_the_other_is_missing(scene: Scene) -> None:
    agreement = await agreed(scene)
    revisit = await a_revisit(scene.world, agreement=agreement)
    one = await say(scene.admin, agreement, revisit)
    assert (await say(scene.admin, agreement, revisit))["version"] == one["version"] == 2
    changed = await say(scene.admin, agreement, revisit, outcome="end", note="We close our office")
    words = [each["words"] for each in changed["items"][0]["schools"]]
    assert [[(word["side"], word["outcome"]) for word in each] for each in words] == [[("partner", "end")]] * 2
    office = await say(scene.office, agreement, revisit)
    assert [each["outcome"] for each in office["items"][0]["schools"]] == ["end", "end"]


async def test_nobody_gives_both_sides_word_and_nobody_another_school_s(scene: Scene) -> None:
    agreement = await agreed(scene)
    revisit = await a_revisit(scene.world, agreement=agreement)
    address = f"{URL}/{agreement}/revisits/{revisit}/answer"
    yes = {"outcome": "confirmed"}
    both = await scene.world.person(Role.PARTNERSHIP_OFFICE)
    await say(both, agreement, revisit, school_ids=[str(scene.alder)])
    await scene.world.person(Role.PARTNER_ADMIN, partner=scene.partner, person_id=both.id)
    assert slug(await both.http.post(address, json=yes)) == "spoke-for-other-side"
    answer = await scene.principal.http.post(address, json={**yes, "school_ids": [str(scene.birch)]})
    assert answer.json()["errors"][0]["code"] == "school_not_yours"
    answer = await scene.principal.http.post(address, json={"outcome": "end"})
    assert answer.json()["errors"][0]["pointer"] == "/note"
    paid = await scene.world.person(Role.SCHOOL_LEADER, schools=[scene.alder], employer=scene.partner)
    assert slug(await paid.http.post(address, json=yes)) == "not-your-revisit"
    machine = await scene.world.machine(Scope.AGREEMENTS_READ, Scope.AGREEMENTS_WRITE)
    assert slug(await machine.post(address, json=yes)) == "not-your-revisit"
    assert slug(await scene.signatory.http.post(address, json=yes)) == "missing-scope"
    stranger = await scene.world.person(Role.PARTNERSHIP_OFFICE, tenant=scene.world.stranger_id)
    assert (await stranger.http.post(address, json=yes)).status_code == 404
    assert (await stranger.http.get(f"{URL}/{agreement}/revisits")).status_code == 404
    unknown = await scene.admin.http.post(f"{URL}/{agreement}/revisits/{new_id()}/answer", json=yes)
    assert (unknown.status_code, slug(unknown)) == (404, "revisit-not-found")
    stale = await scene.admin.http.post(address, json=yes, headers={"If-Match": '"7-0"'})
    assert stale.status_code == 412


async def test_it_is_answered_neither_before_it_opens_nor_of_what_is_over(scene: Scene) -> None:
    agreement = await agreed(scene)
    ahead = await a_revisit(scene.world, agreement=agreement, opens_on=date(2020, 1, 28), due_on=date(2020, 3, 27))
    address = f"{URL}/{agreement}/revisits/{ahead}/answer"
    answer = await scene.admin.http.post(address, json={"outcome": "confirmed"})
    assert (answer.status_code, slug(answer), answer.json()["state"]) == (409, "revisit-not-open", "ahead")
    assert await tasks(scene.admin) == []
    ended = await agreed(scene, status="terminated", type="moa")
    revisit = await a_revisit(scene.world, agreement=ended)
    answer = await scene.admin.http.post(f"{URL}/{ended}/revisits/{revisit}/answer", json={"outcome": "confirmed"})
    assert (answer.status_code, slug(answer)) == (409, "revisit-not-open")


async def test_what_is_overdue_is_counted_by_school_and_keeps_nobody_out(scene: Scene) -> None:
    agreement = await agreed(scene)
    late = await a_revisit(
        scene.world, agreement=agreement, school_year="2018-2019", opens_on=date(2019, 10, 1), due_on=date(2019, 11, 30)
    )
    partnership = await a_partnership(
        scene.world, partner=scene.partner, program=scene.program, school=scene.alder, stage="active"
    )
    page = done(await scene.office.http.get(f"/api/v1/partnerships/{partnership}"))
    assert page["clearance"]["blockers"] == [], "a revisit never stands in the way"
    counted = f"{URL}/revisits/overdue"
    all_ = done(await scene.office.http.get(counted))
    assert [(each["school"]["name"], each["overdue"], each["since_on"]) for each in all_["items"]] == [
        ("Alderbrook School", 1, "2019-11-30"), ("Birchwell School", 1, "2019-11-30")
    ]  # fmt: skip
    assert all_["total"] == 2
    assert [
        (each["id"], each["partner"]["name"], each["due_on"], each["waits_for"])
        for each in all_["items"][0]["agreements"]
    ] == [(str(agreement), "North Branch Mentors", "2019-11-30", ["school", "partner"])]
    on_time = done(await scene.office.http.get(counted, params={"effective_on": "2019-11-30"}))
    assert on_time["total"] == 0
    await say(scene.admin, agreement, late)
    half = done(await scene.office.http.get(counted))
    assert half["total"] == 2, "one word of two"
    assert half["items"][1]["agreements"][0]["waits_for"] == ["school"]
    await say(scene.principal, agreement, late)
    assert [each["school"]["name"] for each in done(await scene.office.http.get(counted))["items"]] == [
        "Birchwell School"
    ]
    await a_revisit(scene.world, agreement=agreement, opens_on=date(2020, 1, 27), due_on=date(2020, 3, 1))
    assert done(await scene.office.http.get(counted))["total"] == 0, "the next one is open; that one was missed"
    assert await tasks(scene.other_principal) == ["revisit_for_school"]


async def test_a_district_wide_agreement_is_answered_by_the_office_and_the_partner(scene: Scene) -> None:
    wide = await agreed(scene, schools=[], is_district_wide=True)
    revisit = await a_revisit(scene.world, agreement=wide)
    assert await tasks(scene.office) == ["revisit_for_district"]
    assert await tasks(scene.principal) == []
    await say(scene.admin, wide, revisit)
    last = await say(scene.office, wide, revisit)
    assert at(last) == {"district": ("answered", "confirmed", [])}


async def test_a_school_that_joined_later_is_asked_from_the_next_revisit_on(scene: Scene) -> None:
    agreement = await agreed(scene, schools=[scene.alder])
    revisit = await a_revisit(scene.world, agreement=agreement, due_on=date(2020, 1, 20))
    following = await a_revisit(scene.world, agreement=agreement, opens_on=date(2020, 5, 1), due_on=date(2020, 6, 30))
    done(await scene.office.http.put(f"{URL}/{agreement}/schools/{scene.birch}", headers={"If-Match": "*"}))
    done(await scene.other_principal.http.post(f"{URL}/{agreement}/schools/{scene.birch}/confirm"))
    read = done(await scene.office.http.get(f"{URL}/{agreement}/revisits"))
    assert [each["id"] for each in read["items"]] == [str(revisit), str(following)]
    assert list(at(read)) == ["Alderbrook"]
    assert list(at(read, 1)) == ["Alderbrook", "Birchwell"]
    assert await tasks(scene.other_principal) == []


async def test_last_year_stands_beside_this_year_and_what_did_not_come(scene: Scene) -> None:
    old = await agreed(scene, starts_on=date(2018, 8, 27), ends_on=date(2019, 6, 14))
    await an_expectation(scene.world, agreement=old, text="The gym, three afternoons a week")
    await a_resource(scene.world, agreement=old, text="Bus passes")
    new = await agreed(scene, starts_on=date(2019, 8, 26), ends_on=date(2020, 6, 12), renews_id=old)
    await an_expectation(scene.world, agreement=new, text="The gym, two afternoons a week")
    passes = await a_resource(scene.world, agreement=new, text="Bus passes")
    await a_revisit(scene.world, agreement=new)
    body = {"outcome": "not_delivered", "note": "None since November", "on": "2020-01-20"}
    done(await scene.admin.http.put(f"{URL}/{new}/promises/{passes}/word", json=body, headers={"If-Match": "*"}))
    told = done(await scene.admin.http.get(f"{URL}/{new}/revisits"))["comparison"]
    assert [(each["change"], each["text"]) for each in told["promises"]] == [
        ("added", "The gym, two afternoons a week"),
        ("kept", "Bus passes"),
        ("dropped", "The gym, three afternoons a week"),
    ]
    assert [(each["text"], each["note"], each["on"]) for each in told["not_delivered"]] == [
        ("Bus passes", "None since November", "2020-01-20")
    ]
    assert told["last_year_from"] == "2019-02-01"


async def test_it_names_whom_to_ask_and_who_may_still_change_a_word(scene: Scene) -> None:
    agreement = await agreed(scene)
    revisit = await a_revisit(scene.world, agreement=agreement)
    first = done(await scene.admin.http.get(f"{URL}/{agreement}/revisits"))["items"][0]["schools"][0]
    assert first["who"] == [
        {"side": "school", "names": ["Marisol Vega", "Denise Okafor"]},
        {"side": "partner", "names": ["Dana Fitch"]},
    ]
    assert (first["is_yours"], first["can_say"]) == (True, True)
    said = (await say(scene.admin, agreement, revisit))["items"][0]["schools"][0]
    assert (said["is_yours"], said["can_say"], said["waits_for"]) == (False, True, ["school"])
    theirs = (await say(scene.principal, agreement, revisit))["items"][0]["schools"]
    assert [each["can_say"] for each in theirs] == [False, False], "both spoke; the other school is another's"
    last = done(await scene.admin.http.get(f"{URL}/{agreement}/revisits"))["items"][0]["schools"]
    assert [(each["who"] == [], each["can_say"]) for each in last] == [(True, False), (False, True)]
    wide = await agreed(scene, schools=[], is_district_wide=True, type="moa")
    await a_revisit(scene.world, agreement=wide)
    asked = done(await scene.admin.http.get(f"{URL}/{wide}/revisits"))["items"][0]["schools"][0]["who"]
    assert asked[0] == {"side": "school", "names": ["Renee Castellano"]}


async def test_what_was_said_last_year_is_told_across_years_and_renewals(scene: Scene) -> None:
    old = await agreed(scene, starts_on=date(2018, 8, 27), ends_on=date(2020, 1, 24), schools=[scene.alder])
    before = await a_revisit(
        scene.world, agreement=old, school_year="2018-2019", opens_on=date(2019, 12, 1), due_on=date(2020, 1, 24)
    )
    await say(scene.admin, old, before, outcome="revised", note="One room for both days")
    new = await agreed(scene, starts_on=date(2020, 1, 25), ends_on=date(2022, 6, 12), renews_id=old)
    first = await a_revisit(scene.world, agreement=new, opens_on=date(2020, 1, 25), due_on=date(2020, 3, 25))
    await a_revisit(
        scene.world, agreement=new, school_year="2020-2021", opens_on=date(2021, 5, 1), due_on=date(2021, 6, 30)
    )
    await say(scene.principal, new, first)
    one, two = done(await scene.admin.http.get(f"{URL}/{new}/revisits"))["items"]
    assert (one["last_school_year"], two["last_school_year"]) == ("2018-2019", "2019-2020")
    assert [[(word["side"], word["note"]) for word in each["last_words"]] for each in one["schools"]] == [
        [("partner", "One room for both days")], []
    ]  # fmt: skip
    assert [[word["side"] for word in each["last_words"]] for each in two["schools"]] == [["school"], []]


async def test_what_both_sides_let_end_is_not_renewed(scene: Scene) -> None:
    agreement = await agreed(scene)
    revisit = await a_revisit(scene.world, agreement=agreement)
    goes_on = {"school_id": str(scene.birch), "outcome": "confirmed"}
    await say(scene.admin, agreement, revisit, outcome="end", note="We close", exceptions=[goes_on])
    await say(scene.office, agreement, revisit, school_ids=[str(scene.alder)])
    path = f"{URL}/{agreement}"

    async def renewal(by: Person) -> tuple[list[str], bool]:
        follow = done(await by.http.get(path))["follow_ups"]
        return next((each["needs"], each["asks_reason"]) for each in follow if each["kind"] == "renewal")

    assert await renewal(scene.office) == ([], False), "one school still has to speak"
    await say(scene.admin, agreement, revisit, outcome="end", note="We close", school_ids=[str(scene.birch)])
    await say(scene.office, agreement, revisit, school_ids=[str(scene.birch)])
    assert await renewal(scene.admin) == (["revisit_goes_on"], False)
    refused = await scene.admin.http.post(f"{path}/renewals", json={"reason": "We found a new lead"})
    assert (refused.status_code, refused.json()["needs"]) == (409, ["revisit_goes_on"])
    assert (await scene.office.http.post(f"{path}/amendments")).status_code == 201


async def test_the_office_renews_it_all_the_same_and_says_why(scene: Scene) -> None:
    """E2: blocked, overridden with a reason."""
    agreement = await agreed(scene)
    revisit = await a_revisit(scene.world, agreement=agreement)
    both = [str(scene.alder), str(scene.birch)]
    await say(scene.admin, agreement, revisit, outcome="end", note="We close", school_ids=both)
    await say(scene.office, agreement, revisit, outcome="end", note="We close", school_ids=both)
    path = f"{URL}/{agreement}"
    offered = next(each for each in done(await scene.office.http.get(path))["follow_ups"] if each["kind"] == "renewal")
    assert (offered["needs"], offered["asks_reason"], offered["without"]) == ([], True, [])
    silent = await scene.office.http.post(f"{path}/renewals")
    assert (silent.status_code, silent.json()["needs"]) == (409, ["revisit_goes_on"])
    made = done(await scene.office.http.post(f"{path}/renewals", json={"reason": "A new lead was found"}), 201)
    assert {each["school"]["id"] for each in made["schools"]} == set(both)
    history = done(await scene.office.http.get(f"/api/v1/history/agreement/{made['id']}"))
    assert history["items"][0]["reason"] == "A new lead was found"


async def test_a_renewal_is_warned_of_a_revisit_that_nobody_finished(scene: Scene) -> None:
    """E2: the last annual review missing."""
    agreement = await agreed(scene)
    revisit = await a_revisit(scene.world, agreement=agreement, due_on=TODAY)

    async def warned() -> list[str]:
        follow = done(await scene.office.http.get(f"{URL}/{agreement}"))["follow_ups"]
        return next(each["warnings"] for each in follow if each["kind"] == "renewal")

    assert await warned() == ["revisit_missing"]
    both = [str(scene.alder), str(scene.birch)]
    await say(scene.admin, agreement, revisit, school_ids=both)
    assert await warned() == ["revisit_missing"], "the school's side is missing"
    await say(scene.office, agreement, revisit, school_ids=both)
    assert await warned() == []


async def test_an_amendment_begins_with_what_both_sides_want_changed(scene: Scene) -> None:
    agreement = await agreed(scene)
    await an_expectation(scene.world, agreement=agreement, party="partner", topic="staffing", text="Six mentors")
    revisit = await a_revisit(scene.world, agreement=agreement)
    path = f"{URL}/{agreement}/revisits/{revisit}/amendments"

    async def told() -> tuple[bool, Any]:
        item = done(await scene.office.http.get(f"{URL}/{agreement}/revisits"))["items"][0]
        return item["can_amend"], item["amendment"] and item["amendment"]["status"]

    goes_on = {"school_id": str(scene.birch), "outcome": "confirmed"}
    await say(scene.admin, agreement, revisit, outcome="revised", note="A second room", exceptions=[goes_on])
    refused = await scene.office.http.post(path)
    assert (refused.status_code, slug(refused), await told()) == (409, "nothing-to-change", (False, None))
    other = {"school_id": str(scene.birch), "outcome": "revised", "note": "Mondays"}
    await say(scene.office, agreement, revisit, outcome="revised", note="A second room", exceptions=[other])
    assert await told() == (True, None)

    answer = await scene.office.http.post(path)
    made = done(answer, 201)
    assert answer.headers["location"] == f"{URL}/{made['id']}"
    assert made["amends"]["id"] == str(agreement)
    assert [(each["party"], each["topic"], each["text"]) for each in made["expectations"]] == [
        ("partner", "staffing", "Six mentors"),
        ("joint", "revisit", "Alderbrook School: A second room"),
        ("joint", "revisit", "Birchwell School: Mondays"),
    ]
    assert await told() == (True, "draft")
    theirs = done(await scene.admin.http.get(f"{URL}/{agreement}/revisits"))["items"][0]
    assert theirs["amendment"] is None, "a draft of the other side is not theirs to see"
    done(await scene.office.http.post(f"{URL}/{made['id']}/withdraw"))
    assert await told() == (True, None)
    plain = done(await scene.office.http.post(f"{URL}/{agreement}/amendments"), 201)
    assert [each["text"] for each in plain["expectations"]] == ["Six mentors"]


async def test_who_may_draft_may_begin_it_from_a_revisit(scene: Scene) -> None:
    agreement, other = await agreed(scene), await agreed(scene, type="moa")
    revisit = await a_revisit(scene.world, agreement=agreement)
    path = f"{URL}/{agreement}/revisits/{revisit}/amendments"
    assert (await scene.world.anonymous().post(path)).status_code == 401
    teacher = await scene.world.person(Role.SCHOOL_STAFF, schools=[scene.alder])
    assert slug(await teacher.http.post(path)) == "missing-scope"
    stranger = await scene.world.person(Role.PARTNERSHIP_OFFICE, tenant=scene.world.stranger_id)
    assert slug(await stranger.http.post(path)) == "agreement-not-found"
    elsewhere = await scene.office.http.post(f"{URL}/{other}/revisits/{revisit}/amendments")
    assert slug(elsewhere) == "revisit-not-found"


def test_a_wish_that_every_place_has_is_written_once_and_one_too_long_stands_alone() -> None:
    assert wishes([("A room ", "Alder"), ("A room", "Alder"), ("A room", "Birch")], 2) == ["A room"]
    assert wishes([("A room", None)], 1) == ["A room"]
    assert wishes([("x" * 4000, "Alder")], 2) == ["x" * 4000]


async def test_a_renewal_leaves_out_the_schools_that_both_sides_let_end(scene: Scene) -> None:
    agreement = await agreed(scene)
    revisit = await a_revisit(scene.world, agreement=agreement)
    goes_on = {"school_id": str(scene.birch), "outcome": "confirmed"}
    for person in (scene.admin, scene.office):
        await say(person, agreement, revisit, outcome="end", note="No room", exceptions=[goes_on])
    follow = done(await scene.office.http.get(f"{URL}/{agreement}"))["follow_ups"]
    assert [(each["kind"], each["without"]) for each in follow] == [
        ("renewal", [{"id": str(scene.alder), "name": "Alderbrook School"}]), ("amendment", []), ("replacement", []),
    ]  # fmt: skip
    made = done(await scene.office.http.post(f"{URL}/{agreement}/renewals"), 201)
    assert [each["school"]["name"] for each in made["schools"]] == ["Birchwell School"]
    both = {"school_ids": [str(scene.alder), str(scene.birch)]}
    answer = await scene.office.http.patch(f"{URL}/{made['id']}", json=both, headers={"If-Match": "*"})
    assert len(done(answer)["schools"]) == 2, "somebody may name it again"
