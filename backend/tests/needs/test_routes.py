"""Who sees which assessment and which need, how much of them, and how they are listed."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.needs.factories import a_need, an_assessment, an_evidence
from tests.partners.factories import a_partner
from tests.schools.factories import a_school, a_term
from tests.world import TODAY, World

ASSESSMENTS, NEEDS = "/api/v1/needs-assessments", "/api/v1/needs"
STATUSES = ("draft", "collecting", "analyzing", "prioritizing", "submitted", "approved", "published", "superseded")
RATED = {"impact": 5, "urgency": 4, "magnitude": 3, "feasibility": 4, "alignment": 4, "score": 4}


async def items(http: httpx.AsyncClient, path: str, **query: object) -> list[dict[str, Any]]:
    answer = await http.get(path, params={name: str(value) for name, value in query.items()})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def titles(http: httpx.AsyncClient, **query: object) -> list[str]:
    return [item["title"] for item in await items(http, NEEDS, **query)]


async def test_nobody_in_particular_reads_no_need(world: World) -> None:
    for path in (ASSESSMENTS, f"{ASSESSMENTS}/{new_id()}", NEEDS, f"{NEEDS}/{new_id()}"):
        assert (await world.anonymous().get(path)).status_code == 401


async def test_a_stranger_sees_no_need_of_another_district(world: World) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school)
    need = await a_need(world, school=school, assessment=assessment)
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    for path in (
        f"{ASSESSMENTS}/{assessment}", f"{ASSESSMENTS}/{assessment}/evidence-proposals", f"{NEEDS}/{need}",
    ):  # fmt: skip
        answer = await stranger.http.get(path)
        assert answer.status_code == 404
        assert "every day" not in answer.text
    for path, body in (
        (f"{ASSESSMENTS}/{assessment}/submit", None), (f"{ASSESSMENTS}/{assessment}/reopen", {"reason": "Mine"}),
        (f"{ASSESSMENTS}/{assessment}/needs", {"title": "T", "area_code": "attendance"}),
        (f"{NEEDS}/{need}/evidence", {"statement": "S", "source": "S"}), (f"{NEEDS}/{need}/meet", None),
        (f"/api/v1/schools/{school}/top-needs",
         {"school_year": "2019-2020", "needs": [{"title": "T", "area": "a", "sentence": "S"}]}),
    ):  # fmt: skip
        assert (await stranger.http.post(path, json=body)).status_code == 404, path
    for method in ("PATCH", "DELETE"):
        body = {} if method == "PATCH" else None
        answer = await stranger.http.request(method, f"{NEEDS}/{need}", json=body, headers={"If-Match": "*"})
        assert answer.status_code == 404
    assert await items(stranger.http, ASSESSMENTS) == await items(stranger.http, NEEDS) == []


@pytest.mark.parametrize("role", [Role.SCHOOL_STAFF, Role.PARTNER_ADMIN, Role.LEGAL_REVIEWER])
async def test_who_only_reads_needs_writes_none(world: World, role: Role) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school, status="draft")
    need = await a_need(world, school=school, assessment=assessment)
    partner = await a_partner(world) if role is Role.PARTNER_ADMIN else None
    person = await world.person(role, schools=[school] if role is Role.SCHOOL_STAFF else [], partner=partner)
    for method, path in (
        ("POST", ASSESSMENTS), ("POST", f"{ASSESSMENTS}/{assessment}/needs"), ("PATCH", f"{NEEDS}/{need}"),
        ("POST", f"{ASSESSMENTS}/{assessment}/approve"), ("PUT", f"{ASSESSMENTS}/{assessment}/ranking"),
        ("POST", f"{NEEDS}/{need}/evidence"), ("DELETE", f"{NEEDS}/{need}"),
        ("POST", f"/api/v1/schools/{school}/top-needs"), ("POST", f"{ASSESSMENTS}/{assessment}/reopen"),
    ):  # fmt: skip
        answer = await person.http.request(method, path, json=None if method == "DELETE" else {})
        assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (403, "missing-scope"), path


async def seeing(world: World, school: UUID) -> dict[str, httpx.AsyncClient]:
    """Somebody from every standpoint; `school` is the own one of those who work at one."""
    other = await a_school(world, name="Other")
    own = [school]
    people = {
        "office": await world.person(Role.PARTNERSHIP_OFFICE),
        "leader": await world.person(Role.SCHOOL_LEADER, schools=own),
        "coordinator": await world.person(Role.PARTNERSHIP_COORDINATOR, schools=own),
        "teacher": await world.person(Role.SCHOOL_STAFF, schools=own),
        "leader elsewhere": await world.person(Role.SCHOOL_LEADER, schools=[other]),
        "partner": await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world)),
    }
    machines = {
        "district machine": await world.machine(Scope.NEEDS_READ),
        "school machine": await world.machine(Scope.NEEDS_READ, schools=own),
        "machine elsewhere": await world.machine(Scope.NEEDS_READ, schools=[other]),
    }
    return {**{name: person.http for name, person in people.items()}, **machines}


INSIDE = {"office", "leader", "coordinator", "district machine", "school machine"}


async def test_drafts_stay_with_the_school_and_the_district(world: World) -> None:
    school = await a_school(world)
    people = await seeing(world, school)
    for place, status in enumerate(STATUSES):
        assessment = await an_assessment(
            world, school=school, status=status, school_year=f"{2000 + place}-{2001 + place}"
        )
        need = await a_need(world, school=school, assessment=assessment, title=status)
        for name, http in people.items():
            wanted = 200 if name in INSIDE or status == "published" else 404
            assert (await http.get(f"{ASSESSMENTS}/{assessment}")).status_code == wanted, (name, status)
            assert (await http.get(f"{NEEDS}/{need}")).status_code == wanted, (name, status)
    for name, http in people.items():
        seen = set(STATUSES) - {"superseded"} if name in INSIDE else {"published"}
        assert set(await titles(http)) == seen, name
        assert {item["status"] for item in await items(http, ASSESSMENTS)} == seen, name


async def test_what_was_published_once_stays_readable_but_is_in_no_list(world: World) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school, status="superseded", published_on=TODAY)
    need = await a_need(world, school=school, assessment=assessment)
    for name, http in (await seeing(world, school)).items():
        assert (await http.get(f"{NEEDS}/{need}")).status_code == 200, name
        assert await titles(http) == [], name
        assert await items(http, ASSESSMENTS) == [], name
        assert len(await items(http, ASSESSMENTS, status="superseded")) == 1, name


async def test_a_need_that_partners_cannot_meet_stays_inside(world: World) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school)
    for answer in ("yes", "partly", "no"):
        await a_need(world, school=school, assessment=assessment, title=answer, meet_via_partnership=answer)
    need = (await world.rows("select id from need where title = 'no'"))[0]["id"]
    for name, http in (await seeing(world, school)).items():
        seen = {"yes", "partly", "no"} if name in INSIDE else {"yes", "partly"}
        assert set(await titles(http)) == seen, name
        assert (await http.get(f"{NEEDS}/{need}")).status_code == (200 if name in INSIDE else 404), name
        record = (await http.get(f"{ASSESSMENTS}/{assessment}")).json()
        assert {each["title"] for each in record["needs"]} == seen, name
        assert (await items(http, ASSESSMENTS))[0]["need_count"] == len(seen), name


async def test_partners_read_what_is_needed_and_not_how_it_was_weighed(world: World) -> None:
    school = await a_school(world)
    assessment = await an_assessment(world, school=school, note="The board asked")
    need = await a_need(world, school=school, assessment=assessment, rank=1, rank_reason="The board asked", **RATED)
    await an_evidence(world, need=need)
    for name, http in (await seeing(world, school)).items():
        body = (await http.get(f"{NEEDS}/{need}")).json()
        record = (await http.get(f"{ASSESSMENTS}/{assessment}")).json()
        for read in (body, record["needs"][0]):
            weighed = {each: read[each] for each in (*RATED, "rank_reason")}
            if name == "partner":
                assert set(weighed.values()) == {None}
            else:
                assert weighed == {**RATED, "rank_reason": "The board asked"}, name
            assert read["rank"] == 1
        assert record["needs"][0]["place_by_score"] == (None if name == "partner" else 1), name
        assert body["allowed_moves"] == record["needs"][0]["allowed_moves"], name
        assert (body["view"], record["view"]) == (("published",) * 2 if name == "partner" else ("full",) * 2)
        assert record["note"] == ("The board asked" if name in INSIDE else None), name
        assert [each["statement"] for each in body["evidence"]] == ["Families say mornings are hard"]


async def test_needs_are_filtered_and_ordered(world: World) -> None:
    await a_term(world, code="academics", label="Academics")
    await a_term(world, code="tutoring", label="Tutoring", parent_code="academics")
    first, second = await a_school(world, name="First"), await a_school(world, name="Second")
    published = await an_assessment(world, school=first)
    draft = await an_assessment(world, school=second, status="draft")
    await a_need(world, school=first, assessment=published, title="Read", area_code="tutoring")
    await a_need(world, school=first, assessment=published, title="Come", status="met")
    await a_need(world, school=second, assessment=draft, title="Sing", area_code="academics", status="identified")
    office = (await world.person(Role.PARTNERSHIP_OFFICE)).http
    assert await titles(office) == ["Sing", "Come", "Read"]
    assert await titles(office, sort="updated_at") == ["Read", "Come", "Sing"]
    assert await titles(office, school=first) == ["Come", "Read"]
    assert await titles(office, area="academics") == ["Sing", "Read"]
    assert await titles(office, area="tutoring") == ["Read"]
    assert await titles(office, status="met") == ["Come"]
    assert await titles(office, published="true") == ["Come", "Read"]
    assert await titles(office, published="false") == ["Sing"]
    page = (await office.get(NEEDS, params={"limit": 2, "include_total": "true"})).json()
    assert page["total"] == {"value": 3, "relation": "eq"}
    item = page["items"][1]
    assert item["school"] == {"id": str(first), "name": "First"}
    assert item["area"] == {"code": "attendance", "label": "attendance"}
    assert item["assessment"] == {
        "id": str(published), "kind": "comprehensive", "status": "published", "school_year": "2019-2020",
    }  # fmt: skip
    assert await titles(office, limit=2, cursor=page["next_cursor"]) == ["Read"]
    for query in ("sort=rank", "status=open", "published=maybe", "rank=1"):
        assert (await office.get(f"{NEEDS}?{query}")).status_code == 400, query


async def test_assessments_are_filtered_and_ordered(world: World) -> None:
    first, second = await a_school(world, name="First"), await a_school(world, name="Second")
    await an_assessment(world, school=first, school_year="2018-2019")
    await an_assessment(world, school=first, status="draft")
    await an_assessment(world, school=second, kind="partnership_needs_survey")
    office = (await world.person(Role.PARTNERSHIP_OFFICE)).http

    async def listed(**query: object) -> list[tuple[str, str]]:
        return [(item["school"]["name"], item["status"]) for item in await items(office, ASSESSMENTS, **query)]

    everything = [("Second", "published"), ("First", "draft"), ("First", "published")]
    assert await listed() == everything
    assert await listed(sort="updated_at") == everything[::-1]
    assert await listed(school=first) == everything[1:]
    assert await listed(school_year="2018-2019") == everything[2:]
    assert await listed(kind="partnership_needs_survey") == everything[:1]
    assert await listed(status="draft", school=first) == [("First", "draft")]
    page = (await office.get(ASSESSMENTS, params={"limit": 1, "include_total": "true"})).json()
    assert page["total"] == {"value": 3, "relation": "eq"}
    rest = (await office.get(page["links"]["next"])).json()["items"]
    assert [item["school"]["name"] for item in rest] == ["First"]
    for query in ("sort=school", "school_year=2019", "status=done"):
        assert (await office.get(f"{ASSESSMENTS}?{query}")).status_code == 400, query
