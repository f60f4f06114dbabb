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
                         {"effective_on": "2019-11-30", "approved": "true"}, {"q": "g 1", "org_type": "nonprofit"},
                         {"grade": "3,4", "org_type": "business,nonprofit"}, {"area": "arts,reading", "language": "es"},
                         {"status": "approved,submitted", "day": "monday,friday"}):  # fmt: skip
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


async def names(person: Person, **query: Any) -> list[str]:
    return [each["name"] for each in done(await person.http.get(URL, params=query))["items"]]


async def test_several_values_of_a_filter_are_any_of_them(world: World) -> None:
    for name, area, grade in (("A", "reading", "3"), ("B", "tutoring", "4"), ("C", "arts", "5")):
        await a_program(world, partner=await a_partner(world, name=name), areas=(area,), grades=(grade,))
    await a_partner(world, name="D", org_type="faith", status="inactive")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert await names(office, area="reading,arts") == ["A", "C"]
    assert await names(office, grade="4,5") == ["B", "C"]
    assert await names(office, area="reading,arts", grade="4,5") == ["C"], "of one and the same program"
    assert await names(office, org_type="faith,nonprofit", status="inactive,declined") == ["D"]
    assert await names(office, status="approved,inactive", sort="-name") == ["D", "C", "B", "A"]
    first = done(await office.http.get(URL, params={"status": "approved,inactive", "limit": 3}))
    more = {"status": "approved,inactive", "limit": 3, "cursor": first["next_cursor"]}
    assert [each["name"] for each in done(await office.http.get(URL, params=more))["items"]] == ["D"]
    for wrong in ({"grade": "3,13"}, {"status": "approved,"}, {"org_type": ",faith"}, {"area": "A B"}, {"day": "mon"}):
        assert (await office.http.get(URL, params=wrong)).status_code == 400, wrong
    kept = {"list": "partners", "name": "Reading or arts", "question": {"area": "reading,arts"}}
    assert (await office.http.post("/api/v1/saved-views", json=kept)).status_code == 201


async def test_words_are_found_in_mission_and_programs_fragments_in_names(world: World) -> None:
    kindling = await a_partner(
        world, name="Kindling", legal_name="Hearth & Home NFP", mission="We light a love of stories in young readers."
    )
    await a_program(world, partner=kindling, name="Story Hour", description="Volunteers read aloud after lunch.")
    await a_program(world, partner=kindling, name="Puppetry", status="draft")
    await a_program(world, partner=kindling, name="Juggling", status="retired")
    await a_partner(world, name="Shelter Works", mission="Homes for families.")
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for word in ("ndlin", "KINDLING", "reader story", "volunteering", '"read aloud"', "hearth &", "puppetry"):
        assert await names(office, q=word) == ["Kindling"], word
    assert await names(office, q="stories or families") == ["Kindling", "Shelter Works"]
    for word in ("ory Ho", "stories families", "story -readers lunchtime", "juggling", "%", "'"):
        assert await names(office, q=word) == [], word
    other = await world.person(Role.PARTNER_STAFF, partner=await a_partner(world, name="Ours", status="submitted"))
    assert await names(other, q="reader story") == ["Kindling"]
    for hidden in ("hearth &", "puppetry"):
        assert await names(other, q=hidden) == [], "what is not theirs to read is not theirs to find"
