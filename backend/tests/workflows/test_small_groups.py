"""The district's minimum: read by everybody who reads values, set by whom it concerns, in force at once."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from alongside.identity.scopes import Role, Scope
from tests.measures.factories import a_measure, an_observation
from tests.schools.factories import a_school
from tests.world import World

HERE = "/api/v1/settings/small-groups"
ANY = {"If-Match": "*"}


async def a_school_of(world: World, *, tenant: UUID | None = None, **groups: int) -> UUID:
    """A school with so many students of each race and ethnicity."""
    school = await a_school(world, tenant=tenant)
    count = await a_measure(world, key="student_count", unit="count", direction="none", tenant=tenant)
    values = {"all": sum(groups.values()), **{f"race_ethnicity:{name}": number for name, number in groups.items()}}
    for group, value in values.items():
        await an_observation(world, measure=count, school=school, group=group, value=value, tenant=tenant)
    return school


async def shown_to(http: httpx.AsyncClient, school: UUID) -> dict[str, Any]:
    """The counts of a school as somebody reads them; None for what is hidden."""
    answer = await http.get(f"/api/v1/schools/{school}/students")
    assert answer.status_code == 200, answer.text
    groups = answer.json()["dimensions"][0]["groups"]
    return {each["key"]: None if each["suppressed"] else each["value"] for each in groups}


async def test_nobody_reads_it_without_signing_in(world: World) -> None:
    assert (await world.anonymous().get(HERE)).status_code == 401
    assert (await world.anonymous().put(HERE, json={"min_n": 12}, headers=ANY)).status_code == 401


@pytest.mark.parametrize("role", [Role.PARTNERSHIP_OFFICE, Role.LEGAL_REVIEWER, Role.SCHOOL_LEADER])
async def test_others_read_it_and_do_not_set_it(world: World, role: Role) -> None:
    schools = [await a_school(world)] if role is Role.SCHOOL_LEADER else []
    person = await world.person(role, schools=schools)
    found = await person.http.get(HERE)
    assert found.status_code == 200
    assert {name: found.json()[name] for name in ("min_n", "lowest", "highest")} == {
        "min_n": 10, "lowest": 5, "highest": 30,
    }  # fmt: skip
    refused = await person.http.put(HERE, json={"min_n": 12}, headers=ANY)
    assert refused.status_code == 403
    assert refused.json()["missing_scope"] == "settings:write"


async def test_a_machine_of_some_schools_does_not_set_it_for_all(world: World) -> None:
    machine = await world.machine(Scope.SETTINGS_WRITE, schools=[await a_school(world)])
    refused = await machine.put(HERE, json={"min_n": 12}, headers=ANY)
    assert (refused.status_code, refused.json()["type"].rpartition(":")[2]) == (403, "district-matter")


@pytest.mark.parametrize("role", [Role.DISTRICT_ADMIN, Role.PRIVACY_OFFICER])
async def test_another_minimum_is_in_force_for_everybody_at_once(world: World, role: Role) -> None:
    school = await a_school_of(world, black=120, hispanic=45, white=12, asian=22)
    theirs = await a_school_of(world, tenant=world.stranger_id, black=120, hispanic=45, white=12, asian=22)
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[school])
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    keeper = await world.person(role)
    whole = {"black": 120, "hispanic": 45, "white": 12, "asian": 22}
    assert await shown_to(teacher.http, school) == whole

    read = await keeper.http.get(HERE)
    made = await keeper.http.put(HERE, json={"min_n": 20}, headers={"If-Match": read.headers["etag"]})
    assert made.status_code == 200, made.text
    assert (made.json()["min_n"], made.json()["version"]) == (20, read.json()["version"] + 1)
    assert made.headers["etag"] == (await keeper.http.get(HERE)).headers["etag"]

    assert await shown_to(teacher.http, school) == {**whole, "white": None, "asian": None}
    assert (await teacher.http.get(f"/api/v1/schools/{school}/students")).json()["min_n"] == 20
    assert await shown_to(stranger.http, theirs) == whole
    (fact,) = await world.rows("select person_id, version, changed from log where kind = 'tenant.minimum_changed'")
    assert (fact["person_id"], fact["version"]) == (keeper.id, made.json()["version"])
    assert fact["changed"] == {"min_n": [10, 20]}

    stale = await keeper.http.put(HERE, json={"min_n": 5}, headers={"If-Match": read.headers["etag"]})
    assert stale.status_code == 412
    assert await shown_to(teacher.http, school) == {**whole, "white": None, "asian": None}


async def test_an_edit_says_what_it_read(world: World) -> None:
    keeper = await world.person(Role.PRIVACY_OFFICER)
    assert (await keeper.http.put(HERE, json={"min_n": 12})).status_code == 428


@pytest.mark.parametrize("body", [{"min_n": 4}, {"min_n": 31}, {"min_n": "few"}, {}, {"min_n": 12, "floor": 1}])
async def test_what_the_floor_forbids_is_refused_and_nothing_changes(world: World, body: dict[str, Any]) -> None:
    keeper = await world.person(Role.PRIVACY_OFFICER)
    refused = await keeper.http.put(HERE, json=body, headers=ANY)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] in ("/min_n", "/floor")
    assert (await keeper.http.get(HERE)).json()["min_n"] == 10


async def test_the_same_minimum_again_writes_nothing(world: World) -> None:
    keeper = await world.person(Role.PRIVACY_OFFICER)
    before = (await keeper.http.get(HERE)).json()
    again = await keeper.http.put(HERE, json={"min_n": 10}, headers=ANY)
    assert (again.status_code, again.json()) == (200, before)
    assert await world.rows("select 1 from log where kind = 'tenant.minimum_changed'") == []
