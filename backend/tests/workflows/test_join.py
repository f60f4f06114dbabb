"""An organization that is not known registers itself: the link, who learns what, how often, and what comes of it."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from alongside.core.clock import new_id
from alongside.core.mail import Message
from alongside.core.settings import Settings
from alongside.identity.passwords import hash_password
from alongside.identity.queries import get_tenant
from alongside.identity.scopes import Role
from alongside.workflows import join
from tests.partners.factories import a_program
from tests.world import World

JOIN = "/api/v1/join"
PASSWORD = "reading by the river"


class Kept:
    """A mailer that keeps what it is given."""

    def __init__(self) -> None:
        self.sent: list[Message] = []

    async def send(self, message: Message) -> None:
        self.sent.append(message)


def wish(world: World, **values: Any) -> dict[str, Any]:
    return {
        "district": world.slug, "organization": "River Readers", "org_type": "nonprofit", "name": "Pat Lee",
        "email": f"{new_id()}@example.org", **values,
    }  # fmt: skip


async def letters(world: World, settings: Settings) -> list[Message]:
    """The e-mails that the worker would send for what was asked in this tenant."""
    kept, tenant = Kept(), await get_tenant(world.database, world.tenant_id)
    assert tenant is not None
    async with world.database.connection() as connection:
        rows = await connection.fetch(
            "select convert_from(payload, 'utf8')::jsonb as told from pgqueuer where entrypoint = $1 order by id",
            join.MAIL,
        )
    for row in rows:
        if row["told"]["tenant"] == str(world.tenant_id):
            await join.send(world.database, kept, settings, tenant, UUID(row["told"]["registration"]))
    return kept.sent


async def token_for(world: World, settings: Settings, http: httpx.AsyncClient, **values: Any) -> str:
    assert (await http.post(JOIN, json=wish(world, **values))).status_code == 202
    sent = (await letters(world, settings))[-1]
    found = re.search(r"/join/confirm#(\S+)", sent.text)
    assert found is not None
    return found[1]


async def test_from_a_wish_to_an_own_record(world: World, test_settings: Settings) -> None:
    http = world.anonymous()
    email = f"{new_id()}@example.org"
    token = await token_for(world, test_settings, http, email=email, locale="es")
    assert await world.rows("select id from partner") == []
    opened = (await http.post(f"{JOIN}/open", json={"token": token})).json()
    assert (opened["organization"], opened["email"], opened["has_account"]) == ("River Readers", email, False)
    done = await http.post(f"{JOIN}/confirm", json={"token": token, "password": PASSWORD})
    assert done.status_code == 201, done.text
    me = (await http.get("/api/v1/me")).json()
    partner = done.json()["partner_id"]
    assert [(held["role"], held["partner_id"]) for held in me["roles"]] == [("partner_admin", partner)]
    assert (me["person"]["email"], me["person"]["locale"]) == (email, "es")
    read = (await http.get(f"/api/v1/partners/{partner}")).json()
    assert (read["name"], read["status"], read["can_edit"]) == ("River Readers", "prospective", True)
    assert [(each["kind"], each["name"], each["email"]) for each in read["contacts"]] == [("primary", "Pat Lee", email)]
    states = {each["task"]: each["state"] for each in read["profile"]["tasks"]}
    assert states == {"about": "to_do", "services": "to_do", "capacity": "to_do", "contacts": "to_do"}
    told = await world.rows("select kind, person_id from log order by seq")
    assert {"partner.registered", "role.given", "partner.contact_added"} <= {row["kind"] for row in told}
    assert {row["person_id"] for row in told} == {UUID(me["person"]["id"])}
    again = await world.anonymous().post("/api/v1/session", json={"email": email, "password": PASSWORD})
    assert again.status_code == 201
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    listed = (await office.http.get("/api/v1/partners", params={"status": "prospective"})).json()["items"]
    assert [each["id"] for each in listed] == [partner]


async def test_nobody_learns_who_has_an_account(world: World, test_settings: Settings) -> None:
    known = f"{new_id()}@example.org"
    await world.owner.execute("insert into person (id, email, name) values ($1, $2, 'Pat')", new_id(), known)
    http = world.anonymous()
    answers = [await http.post(JOIN, json=wish(world, email=email)) for email in (known, f"{new_id()}@example.org")]
    assert {answer.status_code for answer in answers} == {202}
    assert [answer.json() for answer in answers] == [{"asked": True, "letter_id": None}] * 2
    assert len(await letters(world, test_settings)) == 2


async def test_whoever_has_an_account_confirms_with_its_password(world: World, test_settings: Settings) -> None:
    email, person = f"{new_id()}@example.org", new_id()
    await world.owner.execute(
        "insert into person (id, email, name, password_hash) values ($1, $2, 'Pat', $3)",
        person, email, hash_password(PASSWORD),
    )  # fmt: skip
    http = world.anonymous()
    token = await token_for(world, test_settings, http, email=email.upper())
    assert (await http.post(f"{JOIN}/open", json={"token": token})).json()["has_account"] is True
    wrong = await http.post(f"{JOIN}/confirm", json={"token": token, "password": "something else entirely"})
    assert (wrong.status_code, wrong.json()["errors"][0]["pointer"]) == (422, "/password")
    done = await http.post(f"{JOIN}/confirm", json={"token": token, "password": PASSWORD})
    assert done.status_code == 201
    assert (await http.get("/api/v1/me")).json()["person"]["id"] == str(person)


async def test_a_link_works_once_however_many_open_it_at_once(world: World, test_settings: Settings) -> None:
    token = await token_for(world, test_settings, world.anonymous())
    body = {"token": token, "password": PASSWORD}
    answers = await asyncio.gather(*(world.anonymous().post(f"{JOIN}/confirm", json=body) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers)[0] == 201
    assert sum(answer.status_code == 201 for answer in answers) == 1
    assert {answer.status_code for answer in answers} <= {201, 404, 422}
    assert len(await world.rows("select id from partner")) == 1
    assert (await world.anonymous().post(f"{JOIN}/open", json={"token": token})).status_code == 404


async def test_a_link_runs_out_and_cannot_be_made_up(world: World, test_settings: Settings) -> None:
    http = world.anonymous()
    token = await token_for(world, test_settings, http)
    await world.rows(
        "update partner_registration set asked_at = asked_at - $1::interval", timedelta(hours=48, minutes=1)
    )
    for made_up in (token, token[:-2] + "aa", token[:40], "x", "", "é" * 20):
        for at, more in (("open", {}), ("confirm", {"password": PASSWORD})):
            answer = await http.post(f"{JOIN}/{at}", json={"token": made_up, **more})
            assert answer.status_code == (404 if made_up else 422), made_up
    assert await world.rows("select id from partner") == []


async def test_a_short_password_is_refused_at_its_field(world: World, test_settings: Settings) -> None:
    token = await token_for(world, test_settings, world.anonymous())
    answer = await world.anonymous().post(f"{JOIN}/confirm", json={"token": token, "password": "short"})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/password")


async def test_one_place_registers_ten_an_hour(world: World) -> None:
    http = world.anonymous()
    answers = [await http.post(JOIN, json=wish(world)) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [202] * 10 + [429]
    assert answers[-1].headers["retry-after"] == "3600"
    await world.rows("update partner_registration set asked_at = asked_at - interval '61 minutes'")
    assert (await http.post(JOIN, json=wish(world))).status_code == 202


async def test_one_address_gets_three_e_mails_a_day_and_is_answered_the_same(
    world: World, test_settings: Settings
) -> None:
    http, email = world.anonymous(), f"{new_id()}@example.org"
    answers = [await http.post(JOIN, json=wish(world, email=email)) for _ in range(5)]
    assert {answer.status_code for answer in answers} == {202}
    assert len(await letters(world, test_settings)) == 3


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"district": "nowhere"}, "/district"), ({"organization": ""}, "/organization"),
        ({"org_type": "guild"}, "/org_type"), ({"email": "nobody"}, "/email"), ({"name": "a\nb"}, "/name"),
    ],
)  # fmt: skip
async def test_what_is_wrong_is_pointed_at(world: World, wrong: dict[str, str], pointer: str) -> None:
    answer = await world.anonymous().post(JOIN, json=wish(world, **wrong))
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_another_site_registers_nobody(world: World) -> None:
    answer = await world.anonymous().post(JOIN, json=wish(world), headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403


async def test_letters_are_shown_only_in_a_demonstration(world: World, test_settings: Settings) -> None:
    http = world.anonymous()
    await http.post(JOIN, json=wish(world))
    (row,) = await world.rows("select id from partner_registration")
    asked = {"district": world.slug, "letter_id": str(row["id"])}
    assert (await http.post(f"{JOIN}/letter", json=asked)).status_code == 404
    await world.owner.execute("update tenant set is_demonstration = true where id = $1", world.tenant_id)
    letter_id = (await http.post(JOIN, json=wish(world))).json()["letter_id"]
    letter = (await http.post(f"{JOIN}/letter", json={**asked, "letter_id": letter_id})).json()
    assert "/join/confirm#" in letter["text"]


async def test_the_e_mail_waits_in_the_folder(world: World, test_settings: Settings, tmp_path: Path) -> None:
    from alongside.core.mail import Folder

    await world.anonymous().post(JOIN, json=wish(world, name="Pat\u2028Bcc: x@example.org"))
    tenant = await get_tenant(world.database, world.tenant_id)
    (row,) = await world.rows("select id from partner_registration")
    assert tenant is not None
    await join.send(world.database, Folder(tmp_path, "a@example.org"), test_settings, tenant, row["id"])
    (kept,) = tmp_path.rglob("*.eml")  # noqa: ASYNC240
    assert b"\nBcc:" not in kept.read_bytes()


async def test_who_is_named_as_signatory_may_sign_once_the_office_has_approved(
    world: World, test_settings: Settings
) -> None:
    http, email = world.anonymous(), f"{new_id()}@example.org"
    token = await token_for(world, test_settings, http, email=email)
    done = await http.post(f"{JOIN}/confirm", json={"token": token, "password": PASSWORD})
    path = f"/api/v1/partners/{done.json()['partner_id']}"
    await a_program(world, partner=UUID(done.json()["partner_id"]))
    for named in (email.upper(), "somebody.else@example.org"):
        body = {"kind": "authorized_signatory", "name": "Pat Lee", "title": "Director", "email": named}
        assert (await http.post(f"{path}/contacts", json=body)).status_code == 201
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for verb in ("submit", "start-review"):
        moved = await (http if verb == "submit" else office.http).post(f"{path}/{verb}")
        assert moved.status_code == 200, moved.text
    assert {held["role"] for held in (await http.get("/api/v1/me")).json()["roles"]} == {"partner_admin"}
    approved = await office.http.post(f"{path}/approve", json={})
    assert approved.status_code == 200, approved.text
    roles = [held["role"] for held in (await http.get("/api/v1/me")).json()["roles"]]
    assert sorted(roles) == ["partner_admin", "partner_signatory"]
    told = await world.rows("select changed from log where kind = 'role.given' order by at")
    assert [each["changed"]["role"][1] for each in told] == ["partner_admin", "partner_signatory"]
