"""One's own notices, preferences and calendar over HTTP."""

from datetime import timedelta
from uuid import UUID

import pytest
from icalendar import Calendar

from alongside.core.clock import new_id
from alongside.identity.scopes import Role, Scope
from tests.agreements.factories import an_agreement
from tests.agreements.scene import done, slug
from tests.needs.factories import an_assessment
from tests.notices.factories import WHEN, a_notice
from tests.papers.factories import a_paper
from tests.partners.factories import a_partner
from tests.schools.factories import a_school
from tests.targets.factories import a_scene as a_target_scene
from tests.world import World

INBOX = "/api/v1/me/notices"
PREFERENCES = "/api/v1/me/notice-preferences"
FEED = "/api/v1/me/calendar-feed"
CANARY = "Zanzibar Canary"


async def test_anonymous_is_401_and_a_machine_has_no_notices(world: World) -> None:
    for path in (INBOX, PREFERENCES, FEED, f"{INBOX}/unread", "/api/v1/me/mailbox"):
        assert (await world.anonymous().get(path)).status_code == 401
    machine = await world.machine(Scope.ME)
    assert done(await machine.get(INBOX))["items"] == []
    assert (await machine.post(FEED)).status_code == 403
    refused = await machine.put(PREFERENCES, json={"items": []}, headers={"If-Match": "*"})
    assert (refused.status_code, slug(refused)) == (403, "people-only")


async def test_the_newest_comes_first_a_page_at_a_time_and_only_one_s_own(world: World) -> None:
    mine, other = await world.person(Role.PARTNERSHIP_OFFICE), await world.person(Role.PARTNERSHIP_OFFICE)
    made = [
        str(await a_notice(world, person=mine, created_at=WHEN + timedelta(minutes=minute // 2))) for minute in range(7)
    ]
    await a_notice(world, person=other)
    await a_notice(world, person=mine, is_shown=False)
    found, cursor = [], None
    while True:
        query = {"limit": 3, **({"cursor": cursor} if cursor else {})}
        page = done(await mine.http.get(INBOX, params=query))
        found += [each["id"] for each in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert sorted(found) == sorted(made)
    assert done(await mine.http.get(f"{INBOX}/unread"))["unread"] == 7
    counted = done(await mine.http.get(INBOX, params={"unread": "true", "include_total": "true", "limit": 1}))
    assert counted["total"] == {"value": 7, "relation": "eq"}


async def test_reading_one_and_all_that_were_seen(world: World) -> None:
    mine, other = await world.person(Role.PARTNERSHIP_OFFICE), await world.person(Role.PARTNERSHIP_OFFICE)
    first = await a_notice(world, person=mine)
    second = await a_notice(world, person=mine, created_at=WHEN + timedelta(minutes=1))
    third = await a_notice(world, person=mine, created_at=WHEN + timedelta(minutes=2))
    theirs = await a_notice(world, person=other)
    read = done(await mine.http.post(f"{INBOX}/{first}/read"))
    again = done(await mine.http.post(f"{INBOX}/{first}/read"))
    assert read["read_at"] is not None
    assert again == read
    seen = (WHEN + timedelta(minutes=1)).isoformat()
    assert done(await mine.http.post(f"{INBOX}/read-all", json={"until": seen})) == {"read": 1}
    unread = done(await mine.http.get(INBOX, params={"unread": "true"}))["items"]
    assert [each["id"] for each in unread] == [str(third)]
    assert second != third
    assert (await mine.http.post(f"{INBOX}/{theirs}/read")).status_code == 404
    assert (await mine.http.post(f"{INBOX}/{new_id()}/read")).status_code == 404
    assert done(await other.http.get(f"{INBOX}/unread"))["unread"] == 1


async def test_reading_is_nobody_s_fact_and_choosing_is_one(world: World) -> None:
    mine = await world.person(Role.PARTNERSHIP_OFFICE)
    notice = await a_notice(world, person=mine)
    done(await mine.http.post(f"{INBOX}/{notice}/read"))
    assert await world.rows("select 1 from log where person_id = $1", mine.id) == []
    body = {"items": [{"kind": "agreement_ending", "in_app": True, "email": "weekly"}]}
    for _ in range(2):
        tag = (await mine.http.get(PREFERENCES)).headers["etag"]
        done(await mine.http.put(PREFERENCES, json=body, headers={"If-Match": tag}))
    told = await world.rows("select kind, version from log where person_id = $1", mine.id)
    assert [(row["kind"], row["version"]) for row in told] == [("notice_preference.changed", 1)]


async def test_preferences_are_those_of_one_s_roles_and_default_until_chosen(world: World) -> None:
    leader = await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world)])
    known = await leader.http.get(PREFERENCES)
    items = {each["kind"]: each for each in known.json()["items"]}
    assert "school_to_confirm" in items
    assert "application_submitted" not in items
    assert all(each["is_default"] for each in items.values())
    assert (items["school_to_confirm"]["email"], items["agreement_approved"]["email"]) == ("instant", "daily")
    body = {"items": [{"kind": "school_to_confirm", "in_app": False, "email": "off"}]}
    tag = {"If-Match": known.headers["etag"]}
    saved = done(await leader.http.put(PREFERENCES, json=body, headers=tag))
    chosen = {each["kind"]: each for each in saved["items"]}["school_to_confirm"]
    assert chosen == {"kind": "school_to_confirm", "in_app": False, "email": "off", "is_default": False}
    assert (await leader.http.put(PREFERENCES, json=body, headers=tag)).status_code == 412
    back = done(await leader.http.put(PREFERENCES, json={"items": []}, headers={"If-Match": "*"}))
    assert all(each["is_default"] for each in back["items"])


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ([{"kind": "application_submitted", "in_app": True, "email": "off"}], "unknown_kind"),
        ([{"kind": "agreement_ending", "in_app": True, "email": "off"}] * 2, "kind_twice"),
        ([{"kind": "agreement_ending", "in_app": True, "email": "hourly"}], "literal_error"),
    ],
)
async def test_choices_that_are_none_are_refused(world: World, items: list[object], code: str) -> None:
    leader = await world.person(Role.SCHOOL_LEADER, schools=[await a_school(world)])
    answer = await leader.http.put(PREFERENCES, json={"items": items}, headers={"If-Match": "*"})
    assert answer.status_code == 422
    assert code in [error["code"] for error in answer.json()["errors"]]


def events(content: bytes) -> dict[str, str]:
    """The titles of a calendar, by day."""
    return {
        str(each["SUMMARY"]): each.decoded("DTSTART").isoformat() for each in Calendar.from_ical(content).walk("VEVENT")
    }


async def test_a_calendar_has_one_s_days_and_not_one_personal_or_free_word(world: World) -> None:
    """EDU-11."""
    scene = await a_target_scene(world, name=CANARY, reporting_interval_days=200)
    leader, admin = await scene.leader(name=CANARY), await scene.partner_admin(name=CANARY)
    office, teacher = (
        await world.person(Role.PARTNERSHIP_OFFICE),
        await world.person(Role.SCHOOL_STAFF, schools=scene.schools),
    )
    await an_agreement(world, partner=scene.partner, schools=scene.schools, title=CANARY, number="A-2019-0007")
    await an_agreement(world, title=CANARY, number="A-2019-0008", schools=[await a_school(world)])
    await a_paper(world, partner=scene.partner, carrier=CANARY)
    await an_assessment(world, school=scene.schools[0], note=CANARY, status="draft")
    found = {}
    for who in (leader, admin, office, teacher):
        url = done(await who.http.post(FEED), 201)["url"]
        answer = await world.anonymous().get("/api/" + url.partition("/api/")[2])
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/calendar")
        assert CANARY not in answer.text
        found[who.id] = events(answer.content)
    mine = found[leader.id]
    assert [day for title, day in mine.items() if "A-2019-0007" in title] == ["2020-06-12"]
    assert not any("A-2019-0008" in title for title in mine)
    assert any(title.startswith("Results due with") for title in found[admin.id])
    assert [day for title, day in found[admin.id].items() if title.startswith("Insurance certificate")] == [
        "2020-06-30"
    ]
    assert not any(title.startswith("Insurance") for title in mine)
    assert sum("A-2019-" in title for title in found[office.id]) == 2
    assert found[teacher.id] == {}


async def test_a_calendar_s_address_ends_when_it_is_made_anew_revoked_or_its_person_leaves(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert done(await office.http.get(FEED))["is_on"] is False
    first, second = [done(await office.http.post(FEED), 201)["url"].partition("/api/")[2] for _ in range(2)]
    outside = world.anonymous()
    assert (await outside.get(f"/api/{first}")).status_code == 404
    assert (await outside.get(f"/api/{second}")).status_code == 200
    assert done(await office.http.get(FEED))["last_read_at"] is not None
    held = await world.rows("select id from role_assignment where person_id = $1", office.id)
    await world.rows("update role_assignment set ends_on = '2020-01-01' where id = $1", held[0]["id"])
    assert (await outside.get(f"/api/{second}")).status_code == 404
    await world.rows("update role_assignment set ends_on = null where id = $1", held[0]["id"])
    assert (await outside.get(f"/api/{second}")).status_code == 200
    assert (await office.http.delete(FEED)).status_code == 204
    assert (await office.http.delete(FEED)).status_code == 204
    assert (await outside.get(f"/api/{second}")).status_code == 404
    stored = await world.rows("select token_hash from calendar_feed where person_id = $1", office.id)
    assert stored == []


async def test_a_calendar_s_address_cannot_be_guessed_or_used_for_another_tenant(world: World) -> None:
    from alongside.notices.service.subscribe import secret_for

    office = await world.person(Role.PARTNERSHIP_OFFICE)
    url = done(await office.http.post(FEED), 201)["url"]
    secret = url.rpartition("/")[2].removesuffix(".ics")
    assert len(secret) == 64
    other_tenant = secret_for(world.stranger_id)[:21] + secret[21:]
    nobody = secret_for(new_id())
    for tried in (secret[:-1], secret[:-4] + "AAAA", other_tenant, nobody, "x", "%00", secret_for(world.tenant_id)):
        answer = await world.anonymous().get(f"/api/v1/calendar/{tried}.ics")
        assert answer.status_code == 404, tried
        assert tried == "x" or tried not in answer.text


async def test_the_mailbox_is_the_demonstration_s_only(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    assert (await office.http.get("/api/v1/me/mailbox")).status_code == 404
    assert (await office.http.get(f"/api/v1/me/mailbox/{new_id()}")).status_code == 404


async def test_papers_end_too_and_one_that_follows_ends_the_reminders(world: World) -> None:
    from datetime import date

    from alongside.notices import service
    from tests.notices.scene import at, notices

    partner = await a_partner(world, name="River Reading")
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    staff = await world.person(Role.PARTNER_STAFF, partner=partner, schools=[await a_school(world)])
    other = await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world))
    await a_paper(world, partner=partner, expires_on=date(2020, 2, 26))
    await a_paper(world, partner=partner, status="submitted", kind="agency_letter", expires_on=date(2020, 2, 26))
    await service.remind(world.database, await at(world))
    for person in (admin, staff):
        (told,) = await notices(world, person)
        assert (told["kind"], told["facts"]["answer"], told["facts"]["days_left"]) == (
            "paper_ending", "insurance_certificate", 30,
        )  # fmt: skip
    assert await notices(world, other) == []
    shown = done(await admin.http.get(INBOX))["items"][0]
    assert shown["words"] == "The insurance certificate of River Reading ends in 30 days (February 26, 2020)"
    assert UUID(shown["object"]["id"])
    await a_paper(world, partner=partner, effective_on=date(2020, 1, 20), expires_on=date(2021, 2, 26))
    await service.remind(world.database, await at(world, date(2020, 2, 20)))
    assert len(await notices(world, admin)) == 1
