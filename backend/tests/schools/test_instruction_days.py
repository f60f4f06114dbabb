"""The days of instruction that a district enters: who may, what is refused, and that past answers stay."""

from datetime import date
from typing import Any

import pytest

from alongside.identity.scopes import Role, Scope
from tests.partners.factories import a_partner
from tests.schools.factories import a_school, a_school_year
from tests.world import TODAY, Person, World

URL = "/api/v1/settings/instruction-days"
ANY = {"If-Match": "*"}
THIS = {"label": "2019-2020", "first_day_on": "2019-09-03", "last_day_on": "2020-06-16"}


async def read(who: Person) -> Any:
    answer = await who.http.get(URL)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def put(who: Person, *years: dict[str, Any], match: str = "*") -> Any:
    return await who.http.put(URL, json={"years": list(years)}, headers={"If-Match": match})


async def test_nobody_in_particular_reads_nothing(world: World) -> None:
    assert (await world.anonymous().get(URL)).status_code == 401
    assert (await world.anonymous().put(URL, json={"years": []}, headers=ANY)).status_code == 401


async def test_everybody_reads_them_and_the_office_sets_them(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world)])
    partner = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    for who in (leader, partner):
        assert (await put(who, THIS)).status_code == 403
        assert (await read(who))["can_edit"] is False
    before = await read(office)
    assert (before["version"], before["can_edit"]) == (0, True)
    assert before["years"] == [
        {"label": "2020-2021", "starts_on": "2020-07-01", "ends_on": "2021-06-30", "first_day_on": None,
         "last_day_on": None},
        {"label": "2019-2020", "starts_on": "2019-07-01", "ends_on": "2020-06-30", "first_day_on": None,
         "last_day_on": None},
    ]  # fmt: skip
    answer = await put(office, THIS)
    assert answer.status_code == 200, answer.text
    assert answer.json() == await read(office)
    assert answer.json()["years"][1] == {"starts_on": "2019-07-01", "ends_on": "2020-06-30", **THIS}
    assert (await read(leader))["years"] == answer.json()["years"]
    (fact,) = await world.rows("select object_id, changed from log where kind = 'tenant.instruction_days_set'")
    assert fact["object_id"] == world.tenant_id
    assert fact["changed"] == {"2019-2020": [[None, None], ["2019-09-03", "2020-06-16"]]}


async def test_a_stranger_reads_their_own(world: World) -> None:
    await a_school_year(world, first_day_on=date(2019, 9, 3), last_day_on=date(2020, 6, 16))
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    assert all(year["first_day_on"] is None for year in (await read(stranger))["years"])


async def test_a_machine_of_some_schools_does_not_set_them_for_all(world: World) -> None:
    machine = await world.machine(Scope.SCHOOLS_WRITE, schools=[await a_school(world)])
    answer = await machine.put(URL, json={"years": [THIS]}, headers=ANY)
    assert (answer.status_code, answer.json()["type"].rsplit(":", 1)[-1]) == (403, "instruction-of-district")


async def test_they_are_set_on_what_was_read_last(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    first = await office.http.get(URL)
    assert (await office.http.put(URL, json={"years": [THIS]})).status_code == 428
    assert (await put(office, THIS, match=first.headers["etag"])).status_code == 200
    assert (await put(office, THIS, match=first.headers["etag"])).status_code == 412
    before = await read(office)
    assert (await put(office, THIS)).json()["version"] == before["version"], "nothing changed"
    assert len(await world.rows("select 1 from log where kind = 'tenant.instruction_days_set'")) == 1
    emptied = await put(office, {"label": "2019-2020", "first_day_on": None, "last_day_on": None})
    assert emptied.json()["years"][1]["first_day_on"] is None
    assert emptied.json()["version"] == before["version"] + 1


@pytest.mark.parametrize(
    ("year", "pointer", "code"),
    [
        ({"last_day_on": None}, "/years/0/last_day_on", "both_days"),
        ({"first_day_on": None}, "/years/0/first_day_on", "both_days"),
        ({"first_day_on": "2019-06-30"}, "/years/0/first_day_on", "outside_school_year"),
        ({"last_day_on": "2020-07-01"}, "/years/0/last_day_on", "outside_school_year"),
        ({"last_day_on": "2019-09-02"}, "/years/0/last_day_on", "date_order"),
        ({"label": "2031-2032"}, "/years/0/label", "school_year_not_open"),
        ({"label": "2019-2021"}, "/years/0/label", "school_year"),
        ({"first_day_on": "soon"}, "/years/0/first_day_on", None),
    ],
)
async def test_what_is_wrong_is_said_at_its_field(
    world: World, year: dict[str, Any], pointer: str, code: str | None
) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await put(office, {**THIS, **year})
    assert answer.status_code == 422, answer.text
    (fault,) = answer.json()["errors"]
    assert fault["pointer"] == pointer
    assert code is None or fault["code"] == code
    twice = await put(office, THIS, THIS)
    assert [fault["pointer"] for fault in twice.json()["errors"]] == ["/years"]


async def test_a_day_that_is_over_keeps_what_was_known_of_it(world: World) -> None:
    await a_school_year(world, first_day_on=date(2019, 9, 3), last_day_on=date(2020, 6, 16))
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await put(office, {**THIS, "first_day_on": "2019-08-26"})).status_code == 200
    (kept,) = await world.rows("select until_on, first_day_on, last_day_on from school_year_before")
    assert dict(kept) == {"until_on": TODAY, "first_day_on": date(2019, 9, 3), "last_day_on": date(2020, 6, 16)}
