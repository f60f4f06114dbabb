"""The other names that schools go by: kept, looked up, proposed, taken away."""

from typing import Any
from uuid import UUID

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from alongside.schools.naming import SchoolNames, means_every_school, school_key
from tests.schools.factories import a_school, an_alias
from tests.world import World

URL = "/api/v1/school-aliases"
ALDER, BIRCH, HIGH, TWIN = (UUID(int=number) for number in range(1, 5))


@pytest.fixture(name="names")
def _names() -> SchoolNames:
    names = SchoolNames()
    names.know(ALDER, ("Alderbrook Elementary School", "Jane Alderbrook Elementary School", "The Brook"), ("609710",))
    names.know(HIGH, ("Alderbrook High School",), ("609711",))
    names.know(BIRCH, ("Birch Hill School",))
    names.know(TWIN, ("Jane Alderbrook Academy",))
    return names


@pytest.mark.parametrize(
    ("said", "school"),
    [
        ("ALDERBROOK ELEM.", ALDER),
        ("  alderbrook  es ", ALDER),
        ("Brook", ALDER),
        ("609710", ALDER),
        ("Alderbrook HS", HIGH),
        ("Birch Hill", BIRCH),
        ("Bírch-Hill sch.", BIRCH),
        # two schools could be meant, or none
        ("Alderbrook", None),
        ("Jane Alderbrook", None),
        ("Birch Hill High School", None),
        ("Aldarbrook Elementary", None),
        ("", None),
        ("school", None),
    ],
)
def test_a_school_is_found_as_people_write_it(names: SchoolNames, said: str, school: UUID | None) -> None:
    assert names.find(said) == school


def test_the_whole_district_has_many_names() -> None:
    assert all(means_every_school(said) for said in ("All Schools", "ALL", "District-wide", "district wide "))
    assert not means_every_school("Hall School")
    assert school_key("Mt. St. Élan’s") == "mount st elans"


async def test_the_four_doors(world: World) -> None:
    school = await a_school(world)
    body = {"school_id": str(school), "name": "Alder Pk"}
    assert (await world.anonymous().post(URL, json=body)).status_code == 401
    staff = await world.person(Role.SCHOOL_STAFF, schools=[school])
    refused = await staff.http.post(URL, json=body)
    assert (refused.status_code, refused.json()["missing_scope"]) == (403, "schools:write")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    made = await office.http.post(URL, json=body)
    assert (made.status_code, made.json()["school"]["name"]) == (201, "Alder Park School")
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(f"{URL}/{made.json()['id']}")).status_code == 404
    assert (await stranger.http.get(URL)).json()["items"] == []
    assert [each["name"] for each in (await staff.http.get(URL)).json()["items"]] == ["Alder Pk"]


def pointer(answer: Any) -> tuple[int, str, str]:
    [error] = answer.json()["errors"]
    return answer.status_code, error["pointer"], error["code"]


async def test_one_name_means_one_school(world: World) -> None:
    alder, birch = await a_school(world), await a_school(world, name="Birch Hill School")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    first = await office.http.post(URL, json={"school_id": str(alder), "name": "The Pk."})
    again = await office.http.post(URL, json={"school_id": str(alder), "name": "THE PK"})
    assert again.json()["id"] == first.json()["id"]
    told = await world.rows("select count(*) as times from log where kind = 'school.alias_added'")
    assert told[0]["times"] == 1
    taken = await office.http.post(URL, json={"school_id": str(birch), "name": "the pk"})
    assert (taken.status_code, taken.json()["type"].rpartition(":")[2]) == (409, "school-alias-taken")
    nothing = await office.http.post(URL, json={"school_id": str(birch), "name": "All schools"})
    assert pointer(nothing) == (422, "/name", "no_name")
    nobody = await office.http.post(URL, json={"school_id": str(new_id()), "name": "Elsewhere"})
    assert pointer(nobody) == (422, "/school_id", "unknown_school")


async def test_a_name_is_taken_away_by_who_has_read_it(world: World) -> None:
    alias = await an_alias(world, school=await a_school(world), name="The Pk")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    read = await office.http.get(f"{URL}/{alias}")
    assert (await office.http.delete(f"{URL}/{alias}")).status_code == 428
    stale = await office.http.delete(f"{URL}/{alias}", headers={"If-Match": '"9-aa"'})
    assert stale.status_code == 412
    gone = await office.http.delete(f"{URL}/{alias}", headers={"If-Match": read.headers["etag"]})
    assert gone.status_code == 204
    assert (await office.http.get(f"{URL}/{alias}")).status_code == 404


async def test_open_schools_are_proposed_by_likeness(world: World) -> None:
    await a_school(world, name="Alderbrook Elementary School")
    await a_school(world, name="Alderbrook Annex", status="closed")
    await a_school(world, name="Quincy School")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    found = await office.http.get(f"{URL}/proposals", params={"name": "Aldarbrook Elem"})
    assert [each["name"] for each in found.json()["items"]] == ["Alderbrook Elementary School"]
