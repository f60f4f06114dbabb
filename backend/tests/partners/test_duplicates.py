"""Which records may be the same organization: the same EIN, or a name much like another, as far as one sees."""

from datetime import date

import pytest

from alongside.identity.scopes import Role
from alongside.partners.models import PartnerFormerName
from alongside.partners.rules import SIMILAR, normalized_name
from tests.partners.factories import a_partner
from tests.world import World

SIMILAR_TO = "/api/v1/partners/similar"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Boys & Girls Club of Alderbrook", "Boys and Girls Clubs Alderbrook", True),
        ("Second Bell Arts, Inc.", "The Second Bell Art", True),
        ("Riverbend Learning", "Riverbend Learning Center", True),
        ("Alderbrook Tutors", "Alderbrook Food Bank", False),
        ("Reading Corps", "Math Corps", False),
        ("Hope", "Harbor Lights Theater", False),
    ],
)
async def test_names_are_alike_as_people_would_say(world: World, one: str, other: str, alike: bool) -> None:
    score = await world.owner.fetchval("select similarity($1, $2)", normalized_name(one), normalized_name(other))
    assert (score >= SIMILAR) is alike, score


async def test_the_office_is_told_of_the_same_ein_and_of_names_alike(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    same = await a_partner(world, name="Harbor Lights", ein="12-3456789", city="Alderbrook")
    like = await a_partner(world, name="Riverbend Learning Center", status="prospective")
    await a_partner(world, name="Food Bank")
    asked = {"name": "Riverbend Learning", "ein": "123456789"}
    items = (await office.http.get(SIMILAR_TO, params=asked)).json()["items"]
    assert [(each["id"], each["because"]) for each in items] == [(str(same), "ein"), (str(like), "name")]
    assert (items[0]["score"], items[0]["city"]) == (1.0, "Alderbrook")
    assert SIMILAR <= items[1]["score"] < 1
    left = (await office.http.get(SIMILAR_TO, params={**asked, "but": str(like)})).json()["items"]
    assert [each["id"] for each in left] == [str(same)]


async def test_a_legal_or_former_name_is_compared_too(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    legal = await a_partner(world, name="RBL", legal_name="Riverbend Learning Collective")
    renamed = await a_partner(world, name="Northside Mentors")
    await world.add(
        PartnerFormerName, partner_id=renamed, legal_name="Big Oak Youth League", until_on=date(2018, 6, 30),
        normalized_name=normalized_name("Big Oak Youth League"),
    )  # fmt: skip
    items = (await office.http.get(SIMILAR_TO, params={"name": "Riverbend Learning"})).json()["items"]
    assert [(each["id"], each["because"]) for each in items] == [(str(legal), "legal_name")]
    items = (await office.http.get(SIMILAR_TO, params={"name": "Big Oak Youth League, Inc."})).json()["items"]
    assert [(each["id"], each["because"]) for each in items] == [(str(renamed), "former_name")]


async def test_nobody_learns_of_a_record_that_is_not_theirs_to_see(world: World) -> None:
    await a_partner(world, name="Riverbend Learning Center", status="prospective", ein="12-3456789")
    await a_partner(world, name="Riverbend Learning", tenant=world.stranger_id)
    own = await a_partner(world, name="Other Ones")
    admin = await world.person(Role.PARTNER_ADMIN, partner=own)
    asked = {"name": "Riverbend Learning", "ein": "12-3456789"}
    assert (await admin.http.get(SIMILAR_TO, params=asked)).json()["items"] == []
    assert (await world.anonymous().get(SIMILAR_TO, params=asked)).status_code == 401
    teacher = await world.person(Role.SCHOOL_STAFF)
    assert (await teacher.http.get(SIMILAR_TO, params=asked)).status_code == 403


async def test_nothing_asked_is_nothing_found_and_a_bad_ein_is_refused(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await a_partner(world, name="Riverbend Learning")
    assert (await office.http.get(SIMILAR_TO)).json() == {"items": []}
    assert (await office.http.get(SIMILAR_TO, params={"name": "?!"})).json() == {"items": []}
    assert (await office.http.get(SIMILAR_TO, params={"ein": "1234"})).status_code == 400
