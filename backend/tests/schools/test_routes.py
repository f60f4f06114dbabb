"""The school directory, school years and the shared lists, over HTTP."""

import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.partners.factories import a_partner
from tests.schools.factories import a_school, a_school_year, a_term
from tests.world import World

READS = ["/api/v1/schools", "/api/v1/schools/{school}", "/api/v1/school-years", "/api/v1/terms/area"]


@pytest.mark.parametrize("path", READS)
async def test_nobody_in_particular_reads_nothing(world: World, path: str) -> None:
    assert (await world.anonymous().get(path.format(school=await a_school(world)))).status_code == 401


@pytest.mark.parametrize("path", READS)
async def test_a_credential_without_the_scope_is_told_which(world: World, path: str) -> None:
    machine = await world.machine(Scope.ME)
    answer = await machine.get(path.format(school=await a_school(world)))
    assert (answer.status_code, answer.json()["missing_scope"]) == (403, "schools:read")


async def test_a_stranger_finds_nothing(world: World) -> None:
    school = await a_school(world, identifiers={"local": "609710"})
    await a_school_year(world)
    await a_term(world)
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    assert (await stranger.http.get(f"/api/v1/schools/{school}")).status_code == 404
    for path in ("schools", "schools?external_id=local:609710", "school-years", "terms/area"):
        assert (await stranger.http.get(f"/api/v1/{path}")).json()["items"] == []


@pytest.mark.parametrize("role", [Role.PARTNERSHIP_OFFICE, Role.SCHOOL_STAFF, Role.FRONT_OFFICE, Role.PARTNER_STAFF])
async def test_everybody_in_the_tenant_reads_the_directory(world: World, role: Role) -> None:
    school = await a_school(
        world, name="Alder Park School", identifiers={"local": "609710", "nces": "170993000001"}, city="Chicago",
        languages_taught=["Latin"], latitude=41.5,
    )  # fmt: skip
    partner = await a_partner(world) if role is Role.PARTNER_STAFF else None
    person = await world.person(role, partner=partner)
    answer = await person.http.get(f"/api/v1/schools/{school}")
    body = answer.json()
    assert (body["name"], body["city"], body["languages_taught"]) == ("Alder Park School", "Chicago", ["Latin"])
    assert body["latitude"] == 41.5
    assert {(found["system"], found["value"]) for found in body["identifiers"]} == {
        ("local", "609710"), ("nces", "170993000001"),
    }  # fmt: skip
    assert answer.headers["etag"].startswith('"1-')
    (item,) = (await person.http.get("/api/v1/schools")).json()["items"]
    assert item == {name: body[name] for name in item}


async def test_a_reader_who_has_the_very_page_gets_no_body(world: World) -> None:
    school = await a_school(world)
    person = await world.person(Role.SCHOOL_STAFF)
    tag = (await person.http.get(f"/api/v1/schools/{school}")).headers["etag"]
    again = await person.http.get(f"/api/v1/schools/{school}", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


async def test_an_id_that_is_none_or_nobody_s_is_not_found(world: World) -> None:
    person = await world.person(Role.SCHOOL_STAFF)
    for wrong in (new_id(), "609710", "%00"):
        assert (await person.http.get(f"/api/v1/schools/{wrong}")).status_code == 404


async def test_the_directory_is_filtered(world: World) -> None:
    mine = await a_school(world, name="Alder Elementary", level="elementary", network="Network 4")
    await a_school(world, name="Birch High", level="high", network="Network 5", identifiers={"local": "609711"})
    await a_school(world, name="Cedar High", level="high", network="Network 4", status="closed")
    teacher = await world.person(Role.SCHOOL_STAFF, schools=[mine])

    async def names(query: str) -> list[str]:
        answer = await teacher.http.get(f"/api/v1/schools?{query}")
        assert answer.status_code == 200, answer.text
        return [item["name"] for item in answer.json()["items"]]

    assert await names("") == ["Alder Elementary", "Birch High", "Cedar High"]
    assert await names("sort=-name") == ["Cedar High", "Birch High", "Alder Elementary"]
    assert await names("level=high") == ["Birch High", "Cedar High"]
    assert await names("level=high&network=Network 4") == ["Cedar High"]
    assert await names("status=active") == ["Alder Elementary", "Birch High"]
    assert await names("q=HIGH") == ["Birch High", "Cedar High"]
    assert await names("external_id=local:609711") == ["Birch High"]
    assert await names("external_id=nces:609711") == []
    assert await names("mine=true") == ["Alder Elementary"]
    assert await names("q=%25%25") == []


async def test_a_fragment_is_taken_literally(world: World) -> None:
    await a_school(world, name="100% Academy")
    await a_school(world, name="Under_score School")
    person = await world.person(Role.SCHOOL_STAFF)
    for fragment, found in (("%25", ["100% Academy"]), ("_", ["Under_score School"]), ("%5C", [])):
        answer = await person.http.get(f"/api/v1/schools?q={fragment}")
        assert [item["name"] for item in answer.json()["items"]] == found, fragment


@pytest.mark.parametrize(
    "query", ["colour=red", "level=castle", "sort=level", "limit=0", "limit=1e3", "cursor=x", "level=high&level=k8"]
)
async def test_a_query_that_is_not_understood_is_refused(world: World, query: str) -> None:
    person = await world.person(Role.SCHOOL_STAFF)
    assert (await person.http.get(f"/api/v1/schools?{query}")).status_code == 400


@pytest.mark.parametrize("sort", ["name", "-name"])
async def test_a_walk_meets_every_school_once_although_names_repeat(world: World, sort: str) -> None:
    made = [str(await a_school(world, name=f"School {number // 3}")) for number in range(10)]
    person = await world.person(Role.SCHOOL_STAFF)
    url: str | None = f"/api/v1/schools?limit=3&sort={sort}"
    seen: list[str] = []
    while url is not None:
        page = (await person.http.get(url)).json()
        seen += [item["id"] for item in page["items"]]
        url = page["links"]["next"]
    assert sorted(seen) == sorted(made)
    assert len(seen) == len(made)


async def test_school_years_and_shared_lists_come_in_their_order(world: World) -> None:
    for label in ("2018-2019", "2020-2021", "2019-2020"):
        await a_school_year(world, label=label)
    await a_term(world, code="reading", label="Reading", parent_code="academics", position=2)
    await a_term(world, code="academics", label="Academics", position=1)
    await a_term(world, scheme="population", code="ninth_graders", label="Ninth graders")
    person = await world.person(Role.SCHOOL_STAFF)
    years = (await person.http.get("/api/v1/school-years")).json()["items"]
    assert [year["label"] for year in years] == ["2020-2021", "2019-2020", "2018-2019"]
    assert years[1] == {"label": "2019-2020", "starts_on": "2019-07-01", "ends_on": "2020-06-30"}
    terms = (await person.http.get("/api/v1/terms/area")).json()["items"]
    assert terms == [
        {"code": "academics", "label": "Academics", "parent_code": None},
        {"code": "reading", "label": "Reading", "parent_code": "academics"},
    ]
    assert (await person.http.get("/api/v1/terms/colour")).status_code == 404
