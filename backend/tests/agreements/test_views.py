"""The list's question by day and by state: the same agreements, and each on its day."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from alongside.agreements.models import BoardVote, BoardVoteAgreement
from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.agreements.factories import a_revisit, an_agreement
from tests.agreements.scene import URL, done
from tests.agreements.settings import set_to
from tests.partners.factories import a_partner
from tests.schools.factories import a_school
from tests.world import TODAY, Person, World

CALENDAR, STATES = f"{URL}/calendar", f"{URL}/states"


async def days(person: Person, first: date, last: date, **query: Any) -> dict[tuple[str, str], list[str]]:
    """What falls on which day, of which kind: the titles."""
    asked = {"from_on": first.isoformat(), "to_on": last.isoformat(), **query}
    items = done(await person.http.get(CALENDAR, params=asked))["items"]
    assert [each["on"] for each in items] == sorted(each["on"] for each in items)
    return {(each["on"], each["kind"]): [one["title"] for one in each["agreements"]] for each in items}


async def test_each_day_has_what_falls_on_it(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await an_agreement(world, title="June", ends_on=date(2020, 6, 12))
    await an_agreement(world, title="Stopped", ends_on=date(2020, 6, 12), ceases_on=date(2020, 2, 1))
    await an_agreement(world, title="Legal", type="data_sharing", ends_on=date(2020, 6, 30))
    found = await days(office, date(2019, 8, 1), date(2020, 7, 31))
    assert found[("2019-08-26", "starts")] == ["June", "Stopped", "Legal"]
    assert found[("2020-06-12", "ends")] == ["June"]
    assert found[("2020-01-31", "ends")] == ["Stopped"]
    assert found[("2020-02-13", "renew_by")] == ["June"]  # 120 days before
    assert found[("2020-02-01", "renew_by")] == ["Legal"]  # 150: it is reviewed by law and privacy
    assert len(found) == 6


async def test_the_first_and_the_last_day_belong_to_it(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    end = date(2020, 2, 29)
    await an_agreement(world, starts_on=date(2019, 7, 1), ends_on=end, ceases_on=None)
    one, before, after = timedelta(0), timedelta(days=-1), timedelta(days=1)
    for shift, falls in ((one, True), (before, False), (after, False)):
        found = await days(office, end + shift, end + shift)
        assert ((end.isoformat(), "ends") in found) is falls
    stopped = await an_agreement(world, title="Stopped", ends_on=end, ceases_on=date(2020, 2, 11))
    assert stopped
    for first, last, falls in ((10, 10, True), (11, 12, False), (8, 9, False)):
        found = await days(office, date(2020, 2, first), date(2020, 2, last))
        assert (("2020-02-10", "ends") in found) is falls


async def test_what_is_renewed_already_need_not_be(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    partner = await a_partner(world)
    old = await an_agreement(world, title="Old", partner=partner)
    asked = (date(2020, 2, 13), date(2020, 2, 13))
    assert ("2020-02-13", "renew_by") in await days(office, *asked)
    following = await an_agreement(world, title="Next", partner=partner, status="draft", renews_id=old,
                                   starts_on=date(2020, 8, 24), ends_on=date(2021, 6, 11))  # fmt: skip
    assert await days(office, *asked) == {}
    await world.rows("update agreement set status = 'withdrawn' where id = $1", following)
    assert ("2020-02-13", "renew_by") in await days(office, *asked)


async def test_a_district_that_opens_renewals_otherwise_reads_its_own_days(world: World) -> None:
    admin = await world.person(Role.DISTRICT_ADMIN)
    await an_agreement(world, title="June")
    await set_to(admin, renewal_leads=[{"type": "mou", "days": 30}])
    found = await days(admin, date(2020, 1, 1), date(2020, 6, 1))
    assert found == {("2020-05-13", "renew_by"): ["June"]}


async def test_revisits_and_votes_of_the_board_stand_on_their_days(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    agreement = await an_agreement(world, title="June", ends_on=date(2021, 6, 11))
    await a_revisit(world, agreement=agreement, opens_on=date(2020, 5, 1), due_on=date(2020, 6, 30))
    vote = await world.add(
        BoardVote, met_on=date(2020, 1, 15), item="F-1", resolution="R", outcome="approved", recorded_by_id=office.id
    )
    await world.add(BoardVoteAgreement, vote_id=vote, agreement_id=agreement)
    found = await days(office, date(2020, 1, 1), date(2020, 12, 31))
    assert found == {("2020-01-15", "board"): ["June"], ("2020-06-30", "revisit"): ["June"]}


async def test_a_full_day_says_how_many_and_names_the_first(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    partner = await a_partner(world)
    for number in range(7):
        await an_agreement(world, partner=partner, number=f"M-{number}", title=f"M {number}")
    answer = done(await office.http.get(CALENDAR, params={"from_on": "2020-06-12", "to_on": "2020-06-12"}))
    (entry,) = answer["items"]
    assert (entry["count"], answer["shown"]) == (7, 4)
    assert [each["number"] for each in entry["agreements"]] == ["M-0", "M-1", "M-2", "M-3"]
    for names, told in ((0, 0), (6, 6), (200, 7)):
        asked = {"from_on": "2020-06-12", "to_on": "2020-06-12", "names": names}
        (entry,) = done(await office.http.get(CALENDAR, params=asked))["items"]
        assert (entry["count"], len(entry["agreements"])) == (7, told)


@pytest.mark.parametrize(
    "asked", [{"from_on": "2020-02-01", "to_on": "2020-01-31"}, {"from_on": "2020-01-01", "to_on": "2021-02-04"}]
)
async def test_a_calendar_has_bounds(world: World, asked: dict[str, str]) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await office.http.get(CALENDAR, params=asked)).status_code == 400
    assert (await office.http.get(CALENDAR, params={"from_on": "2020-01-01", "to_on": "2021-02-03"})).status_code == 200


@pytest.mark.parametrize("path", [CALENDAR, STATES])
async def test_who_may_ask(world: World, path: str) -> None:
    span = {"from_on": "2020-06-01", "to_on": "2020-06-30"} if path == CALENDAR else {}
    await an_agreement(world, title="Ours")
    assert (await world.anonymous().get(path, params=span)).status_code == 401
    machine = await world.machine(Scope.ME)
    assert (await machine.get(path, params=span)).json()["missing_scope"] == "agreements:read"
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    assert done(await stranger.http.get(path, params=span))["items"] == []
    legal = await world.person(Role.LEGAL_REVIEWER)
    assert len(done(await legal.http.get(path, params=span))["items"]) == 1


async def furnished(world: World) -> tuple[dict[str, Person], dict[str, Any]]:
    """Agreements in many states at two schools, and people who see some of them."""
    alder, birch = await a_school(world), await a_school(world)
    ours, theirs = await a_partner(world, name="Ours"), await a_partner(world, name="Theirs")
    states: tuple[tuple[str, dict[str, Any]], ...] = (
        ("draft", {"drafted_by": "partner"}), ("submitted", {}), ("in_review", {}), ("approved", {}),
        ("executed", {}), ("executed", {"ends_on": date(2020, 2, 20)}), ("executed", {"ends_on": date(2019, 12, 20)}),
        ("executed", {"starts_on": date(2020, 3, 1)}), ("suspended", {"held_from": date(2020, 1, 2)}),
        ("terminated", {"ceases_on": date(2020, 1, 10)}), ("terminated", {"ceases_on": date(2020, 3, 10)}),
        ("superseded", {}), ("withdrawn", {}),
    )  # fmt: skip
    for school, partner in ((alder, ours), (birch, theirs)):
        for place, (status, values) in enumerate(states):
            await an_agreement(
                world, title=f"{status} {place}", status=status, partner=partner, schools=[school],
                type=("mou", "moa")[place % 2], **values,
            )  # fmt: skip
    people = {
        "office": await world.person(Role.PARTNERSHIP_OFFICE),
        "principal": await world.person(Role.SCHOOL_LEADER, schools=[alder]),
        "admin": await world.person(Role.PARTNER_ADMIN, partner=theirs),
    }
    return people, {"school": alder, "partner": theirs}


QUESTIONS: tuple[dict[str, str], ...] = (
    {}, {"type": "moa"}, {"school": "SCHOOL"}, {"partner": "PARTNER"}, {"ends_within": "60"}, {"q": "draft"},
    {"school_year": "2019-2020"}, {"school_year": "2020-2021"}, {"effective": "in_force"}, {"effective": "suspended"},
    {"effective": "terminated"}, {"effective_on": "2020-03-15", "effective": "terminated"}, {"waits_for_me": "true"},
    {"effective_on": "2020-06-12", "effective": "expiring_soon"}, {"effective": "draft"},
)  # fmt: skip


async def test_every_view_holds_the_agreements_of_the_list(world: World) -> None:
    people, ids = await furnished(world)
    wide = {"from_on": "2019-07-01", "to_on": "2020-07-31"}
    seen = 0
    for person in people.values():
        for plain in QUESTIONS:
            words = {"SCHOOL": str(ids["school"]), "PARTNER": str(ids["partner"])}
            question = {name: words.get(value, value) for name, value in plain.items()}
            items = done(await person.http.get(URL, params={**question, "limit": 500}))["items"]
            states = done(await person.http.get(STATES, params={**question, "cards": 50}))
            assert states["total"] == len(items), question
            counted = Counter(each["effective_status"] for each in items)
            assert {each["effective_status"]: each["count"] for each in states["items"]} == counted
            cards = {card["id"]: card for state in states["items"] for card in state["items"]}
            assert cards == {each["id"]: each for each in items}
            found = done(await person.http.get(CALENDAR, params={**question, **wide}))
            dated = [each for each in items if each["status"] not in ("withdrawn", "rejected")]
            for kind, name in (("starts", "starts_on"), ("ends", "ends_on")):
                of_kind = Counter({each["on"]: each["count"] for each in found["items"] if each["kind"] == kind})
                assert of_kind == Counter(_day(each, name) for each in dated), (question, kind)
            seen += len(items)
    assert seen > 100


def _day(item: dict[str, Any], name: str) -> str:
    if name == "ends_on" and item["ceases_on"] is not None:
        return (date.fromisoformat(item["ceases_on"]) - timedelta(days=1)).isoformat()
    return str(item[name])


async def test_the_list_asks_for_a_standing_as_the_day_has_it(world: World) -> None:
    """Ended from a day on, an agreement counts until that day's eve, whatever its stored state."""
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await an_agreement(world, title="Ends in March", status="terminated", ceases_on=date(2020, 3, 10))

    async def standing(word: str, on: date) -> int:
        asked = {"effective": word, "effective_on": on.isoformat()}
        return len(done(await office.http.get(URL, params=asked))["items"])

    assert (await standing("terminated", TODAY), await standing("in_force", TODAY)) == (0, 1)
    assert (await standing("terminated", date(2020, 3, 9)), await standing("terminated", date(2020, 3, 10))) == (0, 1)


async def test_ending_within_some_days_counts_the_last_of_them(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await an_agreement(world, title="Soon", ends_on=TODAY + timedelta(days=30))
    await an_agreement(world, title="Today", ends_on=TODAY)
    await an_agreement(world, title="Over", ends_on=TODAY - timedelta(days=1))

    async def within(days_: int) -> set[str]:
        answer = await office.http.get(URL, params={"ends_within": days_})
        return {each["title"] for each in done(answer)["items"]}

    assert [await within(each) for each in (0, 29, 30)] == [{"Today"}, {"Today"}, {"Today", "Soon"}]


async def test_a_school_year_takes_what_runs_on_any_day_of_it(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for title, first, last in (
        ("to 30 June", date(2019, 1, 1), date(2019, 6, 30)),
        ("to 1 July", date(2019, 1, 1), date(2019, 7, 1)),
        ("from 30 June", date(2020, 6, 30), date(2021, 1, 1)),
        ("from 1 July", date(2020, 7, 1), date(2021, 1, 1)),
    ):
        await an_agreement(world, title=title, starts_on=first, ends_on=last)
    answer = await office.http.get(URL, params={"school_year": "2019-2020"})
    assert {each["title"] for each in done(answer)["items"]} == {"to 1 July", "from 30 June"}


async def test_a_state_with_no_cards_still_says_how_many(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for _ in range(3):
        await an_agreement(world, status="draft", id=new_id())
    (state,) = done(await office.http.get(STATES, params={"cards": 0}))["items"]
    assert (state["effective_status"], state["count"], state["items"]) == ("draft", 3, [])
