"""Views of a list: kept for oneself, shared with the office, asked only what their list answers."""

from typing import Any
from uuid import uuid4

import pytest

from alongside.identity.scopes import Role, Scope
from tests.agreements.scene import done
from tests.partners.factories import a_partner
from tests.schools.factories import a_school
from tests.world import Person, World

URL = "/api/v1/saved-views"
BODY = {"list": "agreements", "name": "June", "question": {"type": "mou", "ends_within": "150", "sort": "ends_on"}}


async def kept(person: Person, **values: Any) -> dict[str, Any]:
    return done(await person.http.post(URL, json={**BODY, **values}), 201)


async def names(person: Person, of: str = "agreements") -> list[str]:
    return [each["name"] for each in done(await person.http.get(URL, params={"list": of}))["items"]]


async def test_who_may_ask(world: World) -> None:
    assert (await world.anonymous().get(URL, params={"list": "agreements"})).status_code == 401
    machine = await world.machine(Scope.SCHOOLS_READ)
    assert (await machine.get(URL, params={"list": "agreements"})).json()["missing_scope"] == "me:read"
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    view = await kept(office, is_shared=True)
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    assert (await stranger.http.get(f"{URL}/{view['id']}")).status_code == 404
    assert await names(stranger) == []
    assert (await office.http.get(f"{URL}/{view['id']}")).json() == view
    assert (view["is_own"], view["can_edit"], view["layout"]) == (True, True, None)


async def test_one_s_own_views_are_nobody_else_s_until_they_are_shared(world: World) -> None:
    office, legal = await world.person(Role.PARTNERSHIP_OFFICE), await world.person(Role.LEGAL_REVIEWER)
    principal = await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world)])
    staff = await world.person(Role.PARTNER_STAFF, partner=await a_partner(world))
    await kept(office, name="Mine")
    shared = await kept(office, name="Ours", is_shared=True, layout="calendar")
    await kept(principal, name="My school")
    assert [await names(each) for each in (office, legal, principal, staff)] == [
        ["Mine", "Ours"], ["Ours"], ["My school"], [],
    ]  # fmt: skip
    seen = done(await legal.http.get(f"{URL}/{shared['id']}"))
    assert (seen["is_own"], seen["can_edit"], seen["layout"]) == (False, False, "calendar")
    for person in (principal, staff):
        answer = await person.http.post(URL, json={**BODY, "name": "For all", "is_shared": True})
        assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [("/is_shared", "office_only")]


async def test_only_who_saved_it_changes_it_and_an_administrator_a_shared_one(world: World) -> None:
    office, legal = await world.person(Role.PARTNERSHIP_OFFICE), await world.person(Role.LEGAL_REVIEWER)
    admin = await world.person(Role.DISTRICT_ADMIN)
    own, shared = await kept(office, name="Mine"), await kept(office, name="Ours", is_shared=True)
    match = {"If-Match": "*"}
    assert (await legal.http.patch(f"{URL}/{shared['id']}", json={"name": "X"}, headers=match)).status_code == 403
    assert (await legal.http.delete(f"{URL}/{shared['id']}", headers=match)).status_code == 403
    assert (await admin.http.delete(f"{URL}/{own['id']}", headers=match)).status_code == 404
    assert (await admin.http.delete(f"{URL}/{shared['id']}", headers=match)).status_code == 204
    assert await names(office) == ["Mine"]


async def test_a_change_names_the_version_it_is_of(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    view = await kept(office)
    path = f"{URL}/{view['id']}"
    match = {"If-Match": (await office.http.get(path)).headers["etag"]}
    assert (await office.http.patch(path, json={"name": "July"})).status_code == 428
    changed = done(await office.http.patch(path, json={"name": "July", "question": {"q": "art"}}, headers=match))
    assert (changed["name"], changed["question"], changed["version"]) == ("July", {"q": "art"}, view["version"] + 1)
    assert (await office.http.patch(path, json={"name": "May"}, headers=match)).status_code == 412
    same = done(await office.http.patch(path, json={"name": "July"}, headers={"If-Match": "*"}))
    assert same["version"] == changed["version"]
    assert (await office.http.delete(path)).status_code == 428
    assert (await office.http.delete(path, headers={"If-Match": "*"})).status_code == 204
    assert (await office.http.get(path)).status_code == 404
    kinds = await world.rows("select kind from log where object_id = $1 order by seq", view["id"])
    assert [row["kind"] for row in kinds] == ["saved_view.kept", "saved_view.changed", "saved_view.removed"]


@pytest.mark.parametrize(
    ("values", "pointer"),
    [
        ({"question": {"owner": "me"}}, "/question/owner"),
        ({"question": {"type": "promise"}}, "/question/type"),
        ({"question": {"limit": "5"}}, "/question/limit"),
        ({"question": {"area": "tutoring"}}, "/question/area"),
        ({"list": "partners", "question": {"type": "mou"}}, "/question/type"),
        ({"name": " "}, "/name"),
        ({"layout": "map"}, "/layout"),
        ({"list": "schools"}, "/list"),
    ],
)
async def test_a_view_asks_only_what_its_list_answers(world: World, values: dict[str, Any], pointer: str) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.post(URL, json={**BODY, **values})
    assert (answer.status_code, [each["pointer"] for each in answer.json()["errors"]]) == (422, [pointer])


async def test_every_view_that_was_kept_is_answered_by_its_list(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for of, question in (
        ("agreements", {"q": "a", "school": str(uuid4()), "waits_for_me": "true", "school_year": "2019-2020"}),
        ("agreements", {"effective": "in_force", "ends_within": "90", "partner": str(uuid4()), "type": "moa"}),
        ("partners", {"area": "tutoring", "grade": "3", "language": "es", "day": "monday", "approved": "true"}),
    ):
        view = await kept(office, list=of, name=str(question), question=question)
        answer = await office.http.get(f"/api/v1/{of}", params=view["question"])
        assert answer.status_code == 200, answer.text


async def test_a_name_is_given_once_for_each_list(world: World) -> None:
    office, legal = await world.person(Role.PARTNERSHIP_OFFICE), await world.person(Role.LEGAL_REVIEWER)
    await kept(office)
    other = await kept(office, name="Other")
    answer = await office.http.post(URL, json=BODY)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (409, "/name")
    match = {"If-Match": "*"}
    answer = await office.http.patch(f"{URL}/{other['id']}", json={"name": "June"}, headers=match)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (409, "/name")
    await kept(office, list="partners", question={})
    await kept(legal)


async def test_fifty_views_of_a_list_are_enough(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for number in range(50):
        await kept(office, name=f"View {number}")
    answer = await office.http.post(URL, json=BODY)
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (409, "too-many-views")


async def test_a_machine_keeps_none(world: World) -> None:
    machine = await world.machine(Scope.ME)
    assert (await machine.post(URL, json=BODY)).status_code == 403
    assert (await machine.get(URL, params={"list": "agreements"})).json() == {"can_share": False, "items": []}
