"""One sign-in for several districts: Home counts what waits in each, and each is read under its own rules."""

from typing import Any

from alongside.identity.scopes import Role, Scope
from tests.partners.factories import a_partner
from tests.world import World

ELSEWHERE = "/api/v1/me/tasks/elsewhere"


async def told(http: Any) -> Any:
    answer = await http.get(ELSEWHERE)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def test_nobody_without_signing_in(world: World) -> None:
    assert (await world.anonymous().get(ELSEWHERE)).status_code == 401


async def test_what_waits_in_the_other_district_is_told_under_its_name_and_nothing_else_of_it(world: World) -> None:
    other = world.stranger_id
    here = await a_partner(world, name="Riverbend here", status="prospective")
    there = await a_partner(world, name="Riverbend there", status="changes_requested", tenant=other)
    await a_partner(world, name="Somebody else there", status="changes_requested", tenant=other)
    tomas = await world.person(Role.PARTNER_ADMIN, partner=here)
    elsewhere = await world.person(Role.PARTNER_ADMIN, partner=there, tenant=other, person_id=tomas.id)
    (district,) = await told(tomas.http)
    assert district["district"]["name"] == "Stranger District"
    assert (district["count"], district["effective_on"]) == (1, "2020-01-27")
    assert [(task["kind"], task["title"]) for task in district["items"]] == [("profile_to_complete", "Riverbend there")]
    own = await tomas.http.get("/api/v1/me/tasks")
    assert "Riverbend there" not in own.text
    # and the other way round: the very same person, in a session of the other district
    (back,) = await told(elsewhere.http)
    assert (back["district"]["slug"], [task["title"] for task in back["items"]]) == (world.slug, ["Riverbend here"])


async def test_more_than_five_are_counted_and_not_told(world: World) -> None:
    other = world.stranger_id
    for number in range(7):
        await a_partner(world, name=f"Applicant {number}", status="submitted", tenant=other)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await world.person(Role.PARTNERSHIP_OFFICE, tenant=other, person_id=office.id)
    (district,) = await told(office.http)
    assert (district["count"], len(district["items"])) == (7, 5)


async def test_a_role_elsewhere_that_ended_shows_nothing_from_there(world: World) -> None:
    other = world.stranger_id
    await a_partner(world, name="Applicant", status="submitted", tenant=other)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert await told(office.http) == []
    await world.person(Role.PARTNERSHIP_OFFICE, tenant=other, person_id=office.id)
    assert len(await told(office.http)) == 1
    async with world.database.connection() as connection, connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(other))
        await connection.execute("update role_assignment set ends_on = '2020-01-26' where person_id = $1", office.id)
    assert await told(office.http) == []


async def test_a_machine_works_in_one_district_alone(world: World) -> None:
    assert await told(await world.machine(*Scope)) == []


async def test_a_session_reads_its_own_district_alone_although_its_person_works_in_both(world: World) -> None:
    """One person, two sessions: a record of the one district is not there for the other's session, to read or write."""
    other = world.stranger_id
    here, there = await a_partner(world), await a_partner(world, tenant=other)
    first = await world.person(Role.PARTNER_ADMIN, partner=here)
    second = await world.person(Role.PARTNER_ADMIN, partner=there, tenant=other, person_id=first.id)
    for http, foreign in ((first.http, there), (second.http, here)):
        path = f"/api/v1/partners/{foreign}"
        assert (await http.get(path)).status_code == 404
        assert (await http.get("/api/v1/papers", params={"partner": str(foreign)})).json()["items"] == []
        edit = await http.patch(path, json={"mission": "Taken over"}, headers={"If-Match": "*"})
        assert edit.status_code == 404
    switched = await first.http.post("/api/v1/session/tenant", json={"tenant": switched_to(await told(first.http))})
    assert switched.status_code == 200
    # without a password again, and from now on in that district alone
    assert (await first.http.get(f"/api/v1/partners/{here}")).status_code == 404
    assert (await first.http.get(f"/api/v1/partners/{there}")).status_code == 200


def switched_to(items: Any) -> str:
    return str(items[0]["district"]["slug"])
