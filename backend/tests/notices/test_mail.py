"""E-mails: at once, by the day, by the week or not; never an empty one, never one that was switched off."""

import asyncio
from datetime import date, time, timedelta
from email import message_from_string
from email.policy import SMTP
from pathlib import Path

import pytest
from pydantic import SecretStr

from alongside.core.clock import new_id
from alongside.core.mail import Folder, Message, Server, mailer, written
from alongside.core.settings import Settings
from alongside.identity.scopes import Role
from alongside.notices import rules, service
from alongside.notices.rules.words import LANGUAGES
from tests.agreements.factories import a_revisit
from tests.agreements.scene import a_scene, done
from tests.notices.scene import ADDRESS, at, letters, mails, notices, posted, worked
from tests.notices.test_reminders import SIGNED, ending_in
from tests.partners.factories import a_partner
from tests.schools.factories import a_school
from tests.world import TODAY, Person, World

PREFERENCES = "/api/v1/me/notice-preferences"
MONDAY = TODAY


async def wish(person: Person, email: str, *, in_app: bool = True, kind: str = "agreement_ending") -> None:
    known = await person.http.get(PREFERENCES)
    body = {"items": [{"kind": kind, "in_app": in_app, "email": email}]}
    done(await person.http.put(PREFERENCES, json=body, headers={"If-Match": known.headers["etag"]}))


@pytest.mark.parametrize("in_app", [True, False])
@pytest.mark.parametrize(
    ("email", "cadence", "letters_by_day"),
    [
        ("off", None, {}),
        ("instant", "instant", {MONDAY: 1, MONDAY + timedelta(days=7): 1}),
        ("daily", "daily", {MONDAY + timedelta(days=1): 1, MONDAY + timedelta(days=7): 1}),
        ("weekly", "weekly", {MONDAY + timedelta(days=7): 1}),
    ],
)
async def test_every_choice_does_what_it_says(
    world: World, tmp_path: Path, email: str, cadence: str | None, letters_by_day: dict[date, int], in_app: bool
) -> None:
    """The whole matrix: in the app or not, and each way by e-mail, over ten days with a worker each hour of day."""
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await wish(office, email, in_app=in_app)
    seen: dict[date, int] = {}
    made = 0
    for later in range(10):
        day = MONDAY + timedelta(days=later)
        if later == 0:
            # the round of this morning is over before anything is given
            await service.collect(world.database, await at(world, day, time(8)))
            await ending_in(world, 7)
        for clock in (time(9), time(12), time(23)):
            await worked(world, day, clock)
        now = len(await mails(world, office))
        if now > made:
            seen[day], made = now - made, now
    assert seen == letters_by_day
    assert {row["cadence"] for row in await mails(world)} == ({cadence} if cadence else set())
    assert await posted(world, tmp_path) == ["sent"] * sum(letters_by_day.values())
    listed = done(await office.http.get("/api/v1/me/notices"))["items"]
    # on the way the agreement came to its last day, which is a second reminder
    assert len(listed) == (2 if in_app else 0)
    given = await notices(world, office)
    assert len(given) == (0 if email == "off" and not in_app else 2)


async def test_a_digest_without_anything_is_not_made_and_what_was_read_is_left_out(
    world: World, tmp_path: Path
) -> None:
    office, other = await world.person(Role.PARTNERSHIP_OFFICE), await world.person(Role.PARTNERSHIP_OFFICE)
    for person in (office, other):
        await wish(person, "daily")
    await service.collect(world.database, await at(world))
    await ending_in(world, 30)
    await worked(world)
    (mine,) = done(await office.http.get("/api/v1/me/notices"))["items"]
    done(await office.http.post(f"/api/v1/me/notices/{mine['id']}/read"))
    for later in range(1, 15):
        await worked(world, TODAY + timedelta(days=later))
    assert await mails(world, office) == []
    (one,) = await mails(world, other)
    assert (one["cadence"], one["notices"]) == ("daily", 1)
    listed = done(await other.http.get("/api/v1/me/notices"))["items"]
    done(await other.http.post(f"/api/v1/me/notices/{listed[0]['id']}/read"))
    assert await posted(world, tmp_path) == ["dropped"]
    assert letters(tmp_path, other) == []


async def test_what_is_switched_off_before_it_is_sent_is_not_sent(world: World, tmp_path: Path) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await ending_in(world, 30)
    await worked(world)
    await wish(office, "off")
    assert await posted(world, tmp_path) == ["dropped"]
    assert letters(tmp_path, office) == []


async def test_a_missed_morning_is_one_letter_and_two_workers_make_one(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await wish(office, "daily")
    await service.collect(world.database, await at(world))
    for days in (30, 29, 28):
        await ending_in(world, days)
    await service.remind(world.database, await at(world))
    late = await at(world, TODAY + timedelta(days=3), time(16))
    await asyncio.gather(*(service.collect(world.database, late) for _ in range(4)))
    (one,) = await mails(world, office)
    assert (one["cadence"], one["notices"]) == ("daily", 3)


async def test_a_letter_says_what_and_where_in_its_reader_s_language(world: World, tmp_path: Path) -> None:
    scene = await a_scene(world)
    async with world.database.connection() as connection:
        await connection.execute("update person set locale = 'es' where id = $1", scene.principal.id)
    agreement = await scene.moved(await scene.drafted(scene.admin), "submit", by=scene.admin)
    await worked(world)
    assert set(await posted(world, tmp_path)) == {"sent"}
    (english,), (spanish,) = letters(tmp_path, scene.office), letters(tmp_path, scene.principal)
    read = message_from_string(english, policy=SMTP)
    assert read["Subject"] == "“Afternoon mentoring” with North Branch Mentors was sent for review"
    assert read["To"].endswith("@example.org>")
    text = read.get_content()
    assert f"{ADDRESS}/agreements/{agreement['id']}" in text
    assert f"{ADDRESS}/account" in text
    assert "espera su respuesta" in message_from_string(spanish, policy=SMTP)["Subject"]
    assert await posted(world, tmp_path) == []


async def test_sending_again_after_a_kill_keeps_one_message(world: World, tmp_path: Path) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await ending_in(world, 30)
    await worked(world)
    (mail,) = await mails(world, office)
    folder = Folder(tmp_path, "Alongside <alongside@example.org>")

    class Dies(Folder):
        async def send(self, message: Message) -> None:
            await folder.send(message)
            raise ConnectionError("killed before it was written down")

    with pytest.raises(ConnectionError):
        await service.post(world.database, Dies(tmp_path, "x@example.org"), ADDRESS, world.tenant_id, mail["id"])
    assert await posted(world, tmp_path) == ["sent"]
    assert len(letters(tmp_path, office)) == 1


def test_nothing_that_somebody_typed_begins_a_header() -> None:
    evil = "Fair\r\nBcc: everybody@example.org\r\n\r\nBuy"
    facts = {"title": evil, "partner": {"name": evil}}
    words = rules.sentence("agreement_approved", facts)
    assert "\n" not in words
    message = written(
        Message(new_id(), (new_id(), new_id()), "dana@example.org", evil, evil, "text", "en", SIGNED, ADDRESS),
        "Alongside <alongside@example.org>",
    )
    assert message["Bcc"] is None
    assert message.as_bytes().count(b"\r\n\r\n") == 1


def test_both_languages_have_every_word() -> None:
    assert set(LANGUAGES["en"]) == set(LANGUAGES["es"])
    for kind in rules.KINDS:
        assert any(name.split(".")[0] == kind for name in LANGUAGES["en"])


async def an_smtp_server(heard: list[str]) -> tuple[asyncio.Server, int]:
    """A mail server that listens to one message."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        in_data = False
        while line := await reader.readline():
            text = line.decode().rstrip("\r\n")
            heard.append(text)
            if in_data:
                if text == ".":
                    in_data = False
                    writer.write(b"250 kept\r\n")
            elif text.upper() == "DATA":
                in_data = True
                writer.write(b"354 go on\r\n")
            elif text == "QUIT":
                writer.write(b"221 bye\r\n")
                break
            else:
                writer.write(b"250 ok\r\n")
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    return server, server.sockets[0].getsockname()[1]


async def test_a_mail_server_gets_the_message(test_settings: Settings) -> None:
    heard: list[str] = []
    server, port = await an_smtp_server(heard)
    message = Message(
        new_id(), (new_id(), new_id()), "dana@example.org", "Dana", "Hello", "A text\n", "en", SIGNED, ADDRESS
    )
    settings = test_settings.model_copy(update={"smtp_url": SecretStr(f"smtp+plain://127.0.0.1:{port}")})
    async with server:
        await mailer(settings).send(message)
        assert "rcpt TO:<dana@example.org>" in heard
        assert f"Message-ID: <{message.id}@alongside>" in heard
        assert "A text" in heard
        with pytest.raises(Exception, match="STARTTLS"):
            await Server(f"smtp://127.0.0.1:{port}", "alongside@example.org").send(message)
    assert heard.count("A text") == 1


async def test_the_letter_about_a_revisit_leads_to_the_sitting(world: World, tmp_path: Path) -> None:
    partner, alder = await a_partner(world), await a_school(world)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[alder])
    agreement = await ending_in(world, 300, partner=partner, schools=[alder])
    await a_revisit(world, agreement=agreement, opens_on=MONDAY, due_on=MONDAY + timedelta(days=50))
    await service.remind(world.database, await at(world))
    await worked(world)
    await posted(world, tmp_path)
    (letter,) = letters(tmp_path, leader)
    text = message_from_string(letter, policy=SMTP).get_content()
    assert f"{ADDRESS}/agreements/{agreement}/revisit\n" in text
