"""What keeps a partner out ends on a day too: papers, checks, waivers, approvals, and what will be asked."""

import quopri
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar

from alongside.core.clock import new_id
from alongside.core.statements import Statement, table
from alongside.identity.scopes import Role
from alongside.notices import service
from alongside.notices.queries.calendar import _title
from alongside.notices.queries.endings import SOURCES, Ending
from alongside.notices.rules import Matter
from alongside.papers.models import BackgroundCheck, PaperRequirement
from tests.agreements.scene import done
from tests.notices.scene import at, letters, mails, notices, posted
from tests.papers.factories import a_check, a_member, a_paper, a_requirement, a_waiver
from tests.partners.factories import a_partner
from tests.partnerships.factories import a_scene
from tests.world import TODAY, Person, World


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


async def change(world: World, model: Any, row: UUID, **values: Any) -> None:
    statement = Statement(table(model).update().where(table(model).c.id == row).values(**values))
    async with world.database.connection() as connection, connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
        assert await connection.execute(statement.sql, *statement.arguments({})) == "UPDATE 1"


async def left(world: World, kind: str, person: Person | None = None) -> list[int]:
    """How many days were left, by each reminder."""
    return [row["facts"]["days_left"] for row in await notices(world, person, kind)]


async def a_tutor(world: World, days: int | None, *, asked: bool = True, **values: Any) -> tuple[UUID, UUID, UUID]:
    """Somebody of a partner whose check ends so many days after today: partner, member, check."""
    scene = await a_scene(world)
    if asked:
        await a_requirement(world, kind="background_check", validity_months=None, check_kinds=["state_criminal"])
    member = await a_member(world, partner=scene.partner, places=[(scene.program, None)])
    ends = None if days is None else in_days(days)
    check = await a_check(world, member=member, **{"issued_on": date(2019, 8, 1), "expires_on": ends, **values})
    return scene.partner, member, check


async def test_each_step_before_a_check_ends_tells_its_partner_and_risk_once(world: World) -> None:
    partner, _, _ = await a_tutor(world, 0)
    told = [
        await world.person(Role.PARTNER_ADMIN, partner=partner),
        await world.person(Role.PARTNER_STAFF, partner=partner),
        await world.person(Role.COMPLIANCE_REVIEWER),
    ]
    others = [
        await world.person(Role.PARTNER_SIGNATORY, partner=partner),
        await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world)),
        await world.person(Role.PARTNERSHIP_OFFICE),
        await world.person(Role.SCHOOL_LEADER),
    ]
    for before in range(125, -3, -1):
        await service.remind(world.database, await at(world, in_days(-before)))
    for person in told:
        assert await left(world, "check_ending", person) == [120, 90, 60, 30, 7, 0]
    for person in others:
        assert await notices(world, person) == []


@pytest.mark.parametrize("away", [(118, 125), (88, 93), (-3, 8), (-5, 130)])
async def test_days_without_a_worker_are_caught_up_by_the_nearest_step(world: World, away: tuple[int, int]) -> None:
    partner, _, _ = await a_tutor(world, 0)
    await world.person(Role.PARTNER_ADMIN, partner=partner)
    for before in range(130, -7, -1):
        if not away[0] <= before < away[1]:
            await service.remind(world.database, await at(world, in_days(-before)))
    given = await left(world, "check_ending")
    missed = [step for step in (120, 90, 60, 30, 7, 0) if away[0] <= step < away[1]]
    assert given == sorted(set(given), reverse=True)
    assert len(given) == 6 - len(missed) + 1


async def test_people_whose_checks_end_on_one_day_are_one_notice_that_names_nobody(world: World, tmp_path: Any) -> None:
    scene = await a_scene(world)
    await a_requirement(
        world, kind="background_check", check_kinds=["state_criminal", "child_abuse"], validity_months=None
    )
    admin = await world.person(Role.PARTNER_ADMIN, partner=scene.partner)
    await world.owner.execute("update person set locale = 'es' where id = $1", admin.id)
    risk = await world.person(Role.COMPLIANCE_REVIEWER)
    for name in ("Tess Tutor", "Theo Tutor"):
        member = await a_member(world, partner=scene.partner, name=name, places=[(scene.program, None)])
        for kind in ("state_criminal", "child_abuse"):
            await a_check(world, member=member, kind=kind, issued_on=date(2019, 8, 1), expires_on=in_days(30))
    await service.remind(world.database, await at(world))
    (notice,) = await notices(world, admin, "check_ending")
    assert notice["facts"]["count"] == 2
    assert set(notice["facts"]) == {"title", "partner", "answer", "number", "count", "on", "days_left"}, "nobody's name"
    (shown,) = done(await risk.http.get("/api/v1/me/notices"))["items"]
    name = shown["partner"]["name"]
    assert shown["words"] == f"A background check of 2 people at {name} ends in 30 days (February 26, 2020)"
    assert await posted(world, tmp_path) == ["sent", "sent"]
    mine, theirs = (quopri.decodestring(letters(tmp_path, who)[0]).decode() for who in (admin, risk))
    assert "2 personas" in mine
    assert "/papers/staff\n" in mine
    assert f"/papers/staff?partner={scene.partner}" in theirs


async def test_the_shortest_time_that_a_requirement_lets_a_check_count_decides(world: World) -> None:
    partner, _, _ = await a_tutor(world, None, asked=False, issued_on=date(2019, 2, 26))
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    asked = {"kind": "background_check", "check_kinds": ["state_criminal"]}
    await service.remind(world.database, await at(world))
    assert await notices(world) == [], "nobody asks for it"
    await a_requirement(world, **asked, validity_months=60)
    await a_requirement(world, **asked, validity_months=3, retired_from=date(2019, 5, 1))
    await a_requirement(
        world, **asked, validity_months=6, times_of_day=["weekend"], grades=["12"], deliveries=["virtual"]
    )
    await service.remind(world.database, await at(world))
    assert await notices(world) == [], "asked for five years, or of others, or not any more"
    await a_requirement(world, **asked, validity_months=12)
    await service.remind(world.database, await at(world))
    (notice,) = await notices(world, admin)
    assert notice["facts"]["on"] == "2020-02-25"


@pytest.mark.parametrize(
    "values",
    [{"result": "pending"}, {"result": "not_clear"}, {"basis": "volunteer"}],
)
async def test_a_check_that_does_not_count_reminds_nobody(world: World, values: dict[str, Any]) -> None:
    partner, _, _ = await a_tutor(world, 7, **values)
    await world.person(Role.PARTNER_ADMIN, partner=partner)
    await service.remind(world.database, await at(world))
    assert await notices(world) == []


async def test_a_newer_check_ends_the_reminders_and_so_does_leaving(world: World) -> None:
    partner, member, _ = await a_tutor(world, 30)
    await world.person(Role.PARTNER_ADMIN, partner=partner)
    await service.remind(world.database, await at(world))
    newer = await a_check(world, member=member, issued_on=TODAY, result="pending", expires_on=in_days(400))
    await service.remind(world.database, await at(world, in_days(23)))
    assert await left(world, "check_ending") == [30, 7], "one that waits to be verified lets nobody in"
    await change(world, BackgroundCheck, newer, result="clear", verified_on=in_days(24))
    await service.remind(world.database, await at(world, in_days(30)))
    assert await left(world, "check_ending") == [30, 7]
    other = await a_member(world, partner=partner, ends_on=in_days(29), name="Gone by then")
    await a_check(world, member=other, expires_on=in_days(30))
    await service.remind(world.database, await at(world))
    assert await left(world, "check_ending") == [30, 7]


async def test_an_end_that_moves_is_counted_anew_and_anew_when_it_moves_back(world: World) -> None:
    partner, _, check = await a_tutor(world, 30)
    await world.person(Role.PARTNER_ADMIN, partner=partner)
    await service.remind(world.database, await at(world))
    await change(world, BackgroundCheck, check, expires_on=in_days(300))
    await service.remind(world.database, await at(world))
    assert await left(world, "check_ending") == [30]
    await change(world, BackgroundCheck, check, expires_on=in_days(30))
    for _ in range(2):
        await service.remind(world.database, await at(world, in_days(1)))
    assert await left(world, "check_ending") == [30, 29], "what they were told last was not so any more"


async def test_a_paper_ends_when_the_district_says_it_counts_no_longer(world: World) -> None:
    partner = await a_partner(world)
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    await a_requirement(world, kind="agency_letter", title="Agency letter", validity_months=12)
    await a_paper(world, partner=partner, kind="agency_letter", effective_on=date(2019, 2, 26), expires_on=None)
    await service.remind(world.database, await at(world))
    (notice,) = await notices(world, admin)
    assert (notice["kind"], notice["facts"]["on"]) == ("paper_ending", "2020-02-25")


async def test_an_approval_that_runs_out_tells_the_office_and_the_partner_s_admin(world: World) -> None:
    partner = await a_partner(world, status="approved", vetted_on=date(2017, 3, 1), vetting_expires_on=in_days(60))
    await a_partner(world, status="approved")
    await a_partner(world, status="suspended", vetting_expires_on=in_days(60))
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    staff = await world.person(Role.PARTNER_STAFF, partner=partner)
    for _ in range(2):
        await service.remind(world.database, await at(world))
    for person in (office, admin):
        (notice,) = await notices(world, person)
        assert (notice["kind"], notice["object_id"], notice["facts"]["days_left"]) == ("vetting_ending", partner, 60)
    assert await notices(world, staff) == []


async def test_a_waiver_that_runs_out_tells_risk_and_the_partner_unless_another_follows(world: World) -> None:
    partner, other = await a_partner(world), await a_partner(world)
    asked = await a_requirement(world)
    retired = await a_requirement(world, title="Auto insurance", retired_from=in_days(8))
    people = [await world.person(Role.COMPLIANCE_REVIEWER), await world.person(Role.PARTNER_ADMIN, partner=partner)]
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await a_waiver(world, requirement=asked, partner=partner, ends_on=in_days(7))
    await a_waiver(world, requirement=retired, partner=partner, ends_on=in_days(7))
    await a_waiver(world, requirement=asked, partner=other, ends_on=in_days(7), revoked_on=TODAY)
    await a_waiver(world, requirement=asked, partner=other, ends_on=in_days(7))
    await a_waiver(world, requirement=asked, partner=other, starts_on=in_days(8), ends_on=in_days(90))
    await service.remind(world.database, await at(world))
    for person in people:
        (notice,) = await notices(world, person)
        assert (notice["kind"], notice["facts"]["title"]) == ("waiver_ending", "General liability insurance")
    assert await notices(world, office) == []


async def test_what_will_be_asked_is_told_to_those_without_it_and_counted_for_the_district(world: World) -> None:
    with_it, without = await a_scene(world, stage="active"), await a_scene(world, stage="active")
    asked = await a_requirement(world, enforced_from=in_days(60))
    await a_paper(world, partner=with_it.partner)
    people = [await world.person(Role.PARTNER_ADMIN, partner=scene.partner) for scene in (with_it, without)]
    office, risk = await world.person(Role.PARTNERSHIP_OFFICE), await world.person(Role.COMPLIANCE_REVIEWER)
    for _ in range(2):
        await service.remind(world.database, await at(world))
    assert await notices(world, people[0]) == []
    (mine,) = await notices(world, people[1])
    assert (mine["kind"], mine["facts"]["answer"], mine["object_id"]) == ("requirement_due", "partner", without.partner)
    for person in (office, risk):
        (theirs,) = await notices(world, person)
        assert (theirs["facts"]["answer"], theirs["facts"]["count"]) == ("district", 1)
    (shown,) = done(await office.http.get("/api/v1/me/notices"))["items"]
    assert shown["words"].startswith(
        "“General liability insurance” is asked for in 60 days (March 27, 2020); 1 partner"
    )
    await change(world, PaperRequirement, asked, enforced_from=in_days(90))
    await service.remind(world.database, await at(world, in_days(1)))
    assert await left(world, "requirement_due", people[1]) == [60, 89]
    await a_paper(world, partner=without.partner, effective_on=TODAY, expires_on=in_days(400))
    await service.remind(world.database, await at(world, in_days(30)))
    assert await left(world, "requirement_due") == [60] * 3 + [89] * 3, "everybody has it"


async def test_the_days_are_in_the_calendar_of_those_who_act(world: World) -> None:
    partner, member, _ = await a_tutor(world, 30)
    await a_check(world, member=member, kind="child_abuse", expires_on=in_days(30))
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    leader = await world.person(Role.SCHOOL_LEADER)
    url = {}
    for person in (admin, leader):
        made = done(await person.http.post("/api/v1/me/calendar-feed"), 201)["url"]
        answer = await world.anonymous().get(made[made.index("/api/v1") :])
        url[person.id] = [
            (str(entry["summary"]), str(entry["url"]))
            for entry in Calendar.from_ical(answer.content).walk("VEVENT")
            if str(entry["uid"]).startswith("check_ending")
        ]
    ((summary, page),) = url[admin.id]
    assert summary.startswith("Background checks end at")
    assert page.endswith("/papers/staff")
    assert url[leader.id] == []
    assert await mails(world) == []


def test_every_day_that_is_reminded_of_has_a_title_in_calendars() -> None:
    partner = {"id": "1", "name": "North Branch Mentors"}
    matter = Matter("agreement", new_id(), {"number": "A-1", "answer": None, "partner": partner})
    for source in SOURCES.values():
        if source.is_in_calendars:
            assert partner["name"] in _title(Ending(source, new_id(), matter, TODAY, TODAY, None, 1))
