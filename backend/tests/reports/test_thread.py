"""The thread of a partnership says who decided and when."""

from alongside.identity.scopes import Role
from tests.partners.factories import a_partner, a_program
from tests.schools.factories import a_school
from tests.world import World

HERE = "/api/v1/partnerships"


async def test_the_thread_names_who_started_it_and_on_which_day(world: World) -> None:
    school = await a_school(world)
    partner = await a_partner(world)
    program = await a_program(world, partner=partner)
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school], name="Marisol Vega")
    made = await coordinator.http.post(HERE, json={"program_id": str(program), "school_id": str(school)})
    assert made.status_code == 201, made.text
    answer = await coordinator.http.get(f"{HERE}/{made.json()['id']}/thread")
    assert answer.status_code == 200, answer.text
    decided = answer.json()["decided"]
    assert decided["started_by"] == "Marisol Vega"
    assert decided["started_on"] is not None
    assert decided["needs"] == []


async def test_a_stranger_finds_no_thread(world: World) -> None:
    school = await a_school(world)
    partner = await a_partner(world)
    program = await a_program(world, partner=partner)
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[school])
    made = await coordinator.http.post(HERE, json={"program_id": str(program), "school_id": str(school)})
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.get(f"{HERE}/{made.json()['id']}/thread")).status_code == 404
    assert (await world.anonymous().get(f"{HERE}/{made.json()['id']}/thread")).status_code == 401
