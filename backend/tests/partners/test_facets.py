"""The directory's facets: each count is what the list would hold with that value."""

from datetime import date
from typing import Any

from alongside.identity.scopes import Role, Scope
from tests.agreements.scene import done
from tests.partners.factories import a_partner, a_program
from tests.world import Person, World

URL, FACETS = "/api/v1/partners", "/api/v1/partners/facets"


async def furnished(world: World) -> None:
    for number in range(12):
        partner = await a_partner(
            world, name=f"P {number}", status=("approved", "approved", "submitted")[number % 3],
            org_type=("nonprofit", "business")[number % 2],
            vetting_expires_on=(None, date(2019, 12, 1), None)[number // 4],
        )  # fmt: skip
        for each in range(number % 3):
            await a_program(
                world, partner=partner, name=f"G {each}", areas=[("tutoring", "reading", "arts")[(number + each) % 3]],
                grades=["3", "4"][: 1 + each], languages=["es"] if number % 2 else [],
                weekdays=[("monday", "friday")[each]], status=("approved", "draft")[number % 5 == 0],
            )  # fmt: skip


async def count(person: Person, **query: Any) -> int:
    answer = await person.http.get(URL, params={**query, "limit": 1, "include_total": "true"})
    return int(done(answer)["total"]["value"])


async def test_each_facet_counts_what_the_list_would_hold(world: World) -> None:
    await furnished(world)
    people = (
        await world.person(Role.PARTNERSHIP_OFFICE),
        await world.person(Role.PARTNER_STAFF, partner=await a_partner(world, name="Ours", status="submitted")),
    )
    told = 0
    for person in people:
        for question in ({}, {"grade": "3"}, {"language": "es", "day": "monday"}, {"org_type": "business"},
                         {"approved": "true"}, {"approved": "false", "q": "P"}, {"area": "arts"},
                         {"effective_on": "2019-11-30", "approved": "true"}):  # fmt: skip
            found = done(await person.http.get(FACETS, params=question))
            assert found["total"] == await count(person, **question)
            assert found["approved"] == await count(person, **{**question, "approved": "true"})
            for facet in ("area", "grade", "language", "day", "org_type", "status"):
                for each in found[facet]:
                    asked = {**question, facet: each["value"]}
                    assert each["count"] == await count(person, **asked), (question, facet, each)
                    told += each["count"]
    assert told > 100


async def test_who_may_ask(world: World) -> None:
    await furnished(world)
    assert (await world.anonymous().get(FACETS)).status_code == 401
    machine = await world.machine(Scope.ME)
    assert (await machine.get(FACETS)).json()["missing_scope"] == "partners:read"
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    found = done(await stranger.http.get(FACETS))
    assert (found["total"], found["grade"], found["status"]) == (0, [], [])
