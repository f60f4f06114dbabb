"""The office's queue of applications: the longest wait first, what each lacks, who has it, what it may be twice of."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.identity.scopes import Role
from tests.partners.factories import a_contact, a_partner, a_program
from tests.world import World

QUEUE = "/api/v1/partners/applications"


async def waiting(world: World, name: str, since: date, status: str = "submitted", **values: Any) -> UUID:
    return await a_partner(world, name=name, status=status, submitted_on=since, **values)


async def test_only_the_office_reads_the_queue(world: World) -> None:
    partner = await waiting(world, "River Reading", date(2020, 1, 2))
    assert (await world.anonymous().get(QUEUE)).status_code == 401
    for role, partner_id in ((Role.SCHOOL_LEADER, None), (Role.PARTNER_ADMIN, partner)):
        person = await world.person(role, partner=partner_id)
        assert (await person.http.get(QUEUE)).status_code == 403
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(QUEUE)).json()["items"] == []


async def test_the_longest_wait_comes_first_and_says_when_it_is_late(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await waiting(world, "Lately", date(2020, 1, 22))
    await waiting(world, "Just in time", date(2019, 12, 28))
    await waiting(world, "Too long", date(2019, 12, 27), status="under_review")
    await a_partner(world, name="Approved already", submitted_on=date(2019, 1, 1))
    items = (await office.http.get(QUEUE)).json()["items"]
    told = [(each["name"], each["waiting_days"], each["due_on"], each["is_late"]) for each in items]
    assert told == [
        ("Too long", 31, "2020-01-26", True),
        ("Just in time", 30, "2020-01-27", False),
        ("Lately", 5, "2020-02-21", False),
    ]
    down = (await office.http.get(QUEUE, params={"sort": "-submitted_on", "effective_on": "2020-01-21"})).json()
    assert [(each["name"], each["waiting_days"]) for each in down["items"]] == [
        ("Lately", 0), ("Just in time", 24), ("Too long", 25),
    ]  # fmt: skip


async def test_a_page_ends_and_the_next_goes_on(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for name in ("One", "Two", "Three"):
        await waiting(world, name, date(2020, 1, 2))
    first = (await office.http.get(QUEUE, params={"limit": 2, "include_total": True})).json()
    rest = (await office.http.get(QUEUE, params={"limit": 2, "cursor": first["next_cursor"]})).json()
    assert first["total"] == {"value": 3, "relation": "eq"}
    assert {each["name"] for each in first["items"] + rest["items"]} == {"One", "Two", "Three"}
    assert rest["next_cursor"] is None


async def test_it_says_what_is_missing_and_which_moves_may_be_made(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    bare = await waiting(world, "Bare", date(2020, 1, 2))
    full = await waiting(
        world, "Full", date(2020, 1, 3), status="under_review", mission="Reading", phone="555-0100", ein="12-3456789",
        address="1 Main Street",
    )  # fmt: skip
    for kind in ("primary", "authorized_signatory"):
        await a_contact(world, partner=full, kind=kind)
    await a_program(world, partner=full, capacity_students=None)
    await a_program(world, partner=full, name="Of before", status="retired")
    one, other = (await office.http.get(QUEUE)).json()["items"]
    assert (one["id"], one["programs"]) == (str(bare), 0)
    record = (await office.http.get(f"/api/v1/partners/{bare}")).json()
    assert one["missing"] == record["profile"]["missing"]
    assert one["allowed_moves"] == record["allowed_moves"]
    assert (other["id"], other["programs"], other["missing"]) == (str(full), 1, ["capacity"])
    assert {each["move"] for each in other["allowed_moves"]} == {"approve", "decline", "request-changes"}


async def test_it_says_who_has_it_and_is_narrowed_by_that(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE, name="Lena Marsh")
    colleague = await world.person(Role.PARTNERSHIP_OFFICE, name="Wes Tan")
    for name, who in (("Mine", office), ("Taken", colleague), ("Free", None)):
        partner = await waiting(world, name, date(2020, 1, 2))
        if who is not None:
            assert (await who.http.post(f"/api/v1/partners/{partner}/start-review")).status_code == 200
    for asked, name, reviewer in (("me", "Mine", "Lena Marsh"), ("another", "Taken", "Wes Tan"), ("nobody", "Free", 0)):
        items = (await office.http.get(QUEUE, params={"held_by": asked})).json()["items"]
        assert [(each["name"], each["reviewer"] and each["reviewer"]["name"]) for each in items] == [
            (name, reviewer or None)
        ]


@pytest.mark.parametrize(
    ("asked", "names"),
    [({"q": "read"}, ["River Reading"]), ({"org_type": "cultural"}, ["Second Bell Arts, Inc."]), ({"q": "none"}, [])],
)
async def test_it_is_narrowed(world: World, asked: dict[str, str], names: list[str]) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await waiting(world, "River Reading", date(2020, 1, 2))
    await waiting(world, "Second Bell Arts, Inc.", date(2020, 1, 3), org_type="cultural")
    assert [each["name"] for each in (await office.http.get(QUEUE, params=asked)).json()["items"]] == names


async def test_a_likely_duplicate_is_named_and_never_the_record_itself(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    known = await a_partner(world, name="Second Bell Arts")
    await waiting(world, "Second Bell Arts, Inc.", date(2020, 1, 2))
    await waiting(world, "Kitefield Science Club", date(2020, 1, 3))
    one, other = (await office.http.get(QUEUE)).json()["items"]
    assert [(each["id"], each["because"], each["score"]) for each in one["similar"]] == [(str(known), "name", 1.0)]
    assert other["similar"] == []
