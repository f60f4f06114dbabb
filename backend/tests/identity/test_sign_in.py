"""Signing in, out, switching tenants; one answer for every way of being wrong."""

from datetime import date, timedelta

import pytest

from alongside.core.clock import new_id
from alongside.identity.models import RoleAssignment
from alongside.identity.passwords import hash_password
from alongside.identity.requires import COOKIE
from alongside.identity.scopes import Role, Scope
from tests.schools.factories import a_school
from tests.world import ORIGIN, TODAY, World

PASSWORD = "alderbrook lake 27"


async def a_person_with_password(world: World, *, active: bool = True) -> str:
    email = f"Maya.{new_id().hex}@Example.org"
    person = await world.owner.fetchval(
        "insert into person (id, email, name, password_hash, is_active) values ($1, $2, 'Maya Ortiz', $3, $4) "
        "returning id",
        new_id(), email, hash_password(PASSWORD), active,
    )  # fmt: skip
    await world.add(
        RoleAssignment, person_id=person, role="partnership_office", scope="tenant", starts_on=date(2019, 7, 1)
    )
    return email


async def test_signing_in_opens_a_session_that_me_knows(world: World) -> None:
    email = await a_person_with_password(world)
    http = world.anonymous()
    answer = await http.post("/api/v1/session", json={"email": email.lower(), "password": PASSWORD})
    assert answer.status_code == 201
    cookie = answer.headers["set-cookie"]
    for word in ("__Host-sid=", "HttpOnly", "Secure", "SameSite=lax", "Path=/"):
        assert word.lower() in cookie.lower()
    me = await http.get("/api/v1/me")
    assert me.status_code == 200
    assert me.json()["person"]["email"] == email
    assert me.json()["tenant"]["today"] == "2020-01-27"
    assert me.json()["tenant"]["time_zone"] == "America/Chicago"
    assert me.json()["tenant"]["expiring_window_days"] == 90
    assert [place["slug"] for place in me.json()["tenants"]] == [world.slug]


async def test_every_wrong_sign_in_reads_the_same(world: World) -> None:
    known = await a_person_with_password(world)
    gone = await a_person_with_password(world, active=False)
    bodies = []
    for email, password in ((known, "wrong"), ("nobody@example.org", PASSWORD), (gone, PASSWORD)):
        answer = await world.anonymous().post("/api/v1/session", json={"email": email, "password": password})
        assert answer.status_code == 401
        body = answer.json()
        bodies.append((body["type"], body["title"], body["detail"], body["errors"]))
        assert "set-cookie" not in answer.headers
    assert len({str(body) for body in bodies}) == 1


async def test_signing_out_ends_the_session_on_the_server(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    kept = office.http.cookies[COOKIE]
    answer = await office.http.delete("/api/v1/session")
    assert answer.status_code == 204
    assert "cookies" in answer.headers["clear-site-data"]
    assert (await world.browser(kept).get("/api/v1/me")).status_code == 401


async def test_nobody_without_a_role_today_gets_in(world: World) -> None:
    email = await a_person_with_password(world)
    await world.rows("update role_assignment set ends_on = $1", TODAY - timedelta(days=1))
    answer = await world.anonymous().post("/api/v1/session", json={"email": email, "password": PASSWORD})
    assert answer.status_code == 403
    assert answer.json()["type"].endswith("no-role-here")


async def test_a_role_that_ended_takes_its_scopes_at_once(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert Scope.PARTNERS_REVIEW in (await office.http.get("/api/v1/me")).json()["scopes"]
    await world.rows("update role_assignment set ends_on = $1", TODAY - timedelta(days=1))
    assert (await office.http.get("/api/v1/me")).json()["scopes"] == ["me:read"]


async def test_one_person_works_in_two_tenants_and_switches_with_a_new_session(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await world.person(Role.LEGAL_REVIEWER, tenant=world.stranger_id, person_id=office.id)
    before = office.http.cookies[COOKIE]
    me = (await office.http.get("/api/v1/me")).json()
    other = next(place["slug"] for place in me["tenants"] if place["slug"] != world.slug)
    switched = await office.http.post("/api/v1/session/tenant", json={"tenant": other})
    assert switched.status_code == 200
    assert switched.json()["tenant"]["slug"] == other
    assert {role["role"] for role in switched.json()["roles"]} == {"legal_reviewer"}
    assert office.http.cookies[COOKIE] != before
    stale = world.browser(before)
    assert (await stale.get("/api/v1/me")).status_code == 401


@pytest.mark.parametrize(
    ("site", "origin", "passes"),
    [
        ("same-origin", ORIGIN, True), ("same-origin", None, True), ("same-origin", "https://evil.example", False),
        ("same-site", ORIGIN, False), ("cross-site", ORIGIN, False), ("cross-site", None, False),
        ("none", ORIGIN, True), ("none", None, False),
        (None, ORIGIN, True), (None, None, False), (None, "https://evil.example", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", ["POST", "DELETE"])
async def test_another_site_cannot_write(
    world: World, site: str | None, origin: str | None, passes: bool, method: str
) -> None:
    """SEC-02: Sec-Fetch-Site × Origin × method."""
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    del office.http.headers["Origin"]
    headers = {name: value for name, value in (("Sec-Fetch-Site", site), ("Origin", origin)) if value is not None}
    if method == "DELETE":
        answer = await office.http.delete("/api/v1/session", headers=headers)
    else:
        answer = await office.http.post("/api/v1/session/tenant", json={"tenant": world.slug}, headers=headers)
    assert (answer.status_code < 300) is passes
    if not passes:
        assert answer.status_code == 403
        assert answer.json()["type"].endswith("cross-site-request")


async def test_a_cookie_is_ignored_beside_an_authorization_header(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    answer = await office.http.get("/api/v1/me", headers={"Authorization": "Bearer nonsense"})
    assert answer.status_code == 401


async def test_a_machine_gets_a_token_for_its_scopes_and_no_more(world: World) -> None:
    await world.machine(Scope.SCHOOLS_READ, Scope.ME)
    client = (await world.owner.fetch("select prefix from api_credential where tenant_id = $1", world.tenant_id))[0][0]
    http = world.anonymous()
    form = {"grant_type": "client_credentials", "client_id": client, "client_secret": "secret"}
    token = await http.post("/oauth/token", data=form)
    assert token.status_code == 200
    assert token.json()["scope"] == "me:read schools:read"
    bearer = {"Authorization": f"Bearer {token.json()['access_token']}"}
    me = await http.get("/api/v1/me", headers=bearer)
    assert me.json()["scopes"] == ["me:read", "schools:read"]
    assert "set-cookie" not in me.headers
    more = await http.post("/oauth/token", data={**form, "scope": "partners:write"})
    assert more.status_code == 422
    wrong = await http.post("/oauth/token", data={**form, "client_secret": "guess"})
    assert wrong.status_code == 401
    await world.owner.execute("update api_credential set revoked_at = now() where prefix = $1", client)
    assert (await http.get("/api/v1/me", headers=bearer)).status_code == 401


async def test_a_remembered_caller_loses_their_rights_on_the_next_request(world: World) -> None:
    """ASVS 8.3.2: what changes between two requests counts for the second, for reads and for writes."""
    school = await a_school(world)
    for change in (
        "delete from session where person_id = $1",
        "update session set expires_at = now() where person_id = $1",
        "update person set is_active = false where id = $1",
    ):
        office = await world.person(Role.PARTNERSHIP_OFFICE)
        assert (await office.http.get(f"/api/v1/schools/{school}")).status_code == 200
        await world.rows(change, office.id)
        assert (await office.http.get(f"/api/v1/schools/{school}")).status_code == 401
        body = {"name": "Late", "org_type": "nonprofit"}
        assert (await office.http.post("/api/v1/partners", json=body)).status_code == 401
    legal = await world.person(Role.LEGAL_REVIEWER)
    assert (await legal.http.get("/api/v1/schools")).status_code == 200
    await world.rows(
        "update role_assignment set role = 'front_office', scope = 'schools' where person_id = $1", legal.id
    )
    assert (await legal.http.get("/api/v1/schools")).status_code == 200
    assert (await legal.http.get("/api/v1/measures")).status_code == 403


async def test_a_changed_tenant_is_seen_on_the_next_request(world: World) -> None:
    school = await a_school(world)
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await office.http.get(f"/api/v1/schools/{school}")).status_code == 200
    await world.owner.execute("update tenant set pinned_today = '2021-03-01' where id = $1", world.tenant_id)
    assert (await office.http.get("/api/v1/me/tasks")).json()["effective_on"] == "2021-03-01"


async def test_me_names_the_roles_of_every_place(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    places = (await office.http.get("/api/v1/me")).json()["tenants"]
    assert [(place["slug"], place["roles"]) for place in places] == [(world.slug, ["partnership_office"])]


async def test_the_language_one_is_written_to_in_is_ones_own_choice(world: World) -> None:
    office, other = await world.person(Role.PARTNERSHIP_OFFICE), await world.person(Role.LEGAL_REVIEWER)
    assert (await office.http.get("/api/v1/me")).json()["person"]["locale"] == "en"
    assert (await office.http.patch("/api/v1/me", json={"locale": "es"})).status_code == 204
    assert (await office.http.get("/api/v1/me")).json()["person"]["locale"] == "es"
    assert (await other.http.get("/api/v1/me")).json()["person"]["locale"] == "en"
    # the same again is no news for the log
    assert (await office.http.patch("/api/v1/me", json={"locale": "es"})).status_code == 204
    told = await world.rows("select changed from log where kind = 'person.chose_locale' and object_id = $1", office.id)
    assert [row["changed"] for row in told] == [{"locale": ["en", "es"]}]
    assert (await office.http.patch("/api/v1/me", json={"locale": "tlh"})).status_code == 422
    assert (await office.http.patch("/api/v1/me", json={"name": "Somebody else"})).status_code == 422


async def test_a_machine_has_no_language(world: World) -> None:
    machine = await world.machine(Scope.ME)
    assert (await machine.patch("/api/v1/me", json={"locale": "es"})).status_code == 403
