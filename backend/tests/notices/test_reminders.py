"""Reminders: 120, 90, 60, 30, 7 and 0 days before the end, each once, in the district's own day."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from alongside.agreements.models import Agreement, DataTerms
from alongside.core.statements import Statement, table
from alongside.identity.scopes import Role
from alongside.notices import service
from alongside.notices.rules.letters import sentence
from tests.agreements.factories import a_revisit, an_agreement
from tests.notices.scene import at, mails, notices
from tests.partners.factories import a_partner, a_program
from tests.schools.factories import a_school, a_school_year
from tests.targets.factories import a_result
from tests.targets.factories import a_scene as a_target_scene
from tests.world import TODAY, World

SIGNED = datetime(2019, 8, 20, 12, tzinfo=UTC)


async def ending_in(world: World, days: int, **values: Any) -> UUID:
    """A signed agreement that ends so many days after today."""
    values = {"status_since": SIGNED, "starts_on": date(2019, 8, 26), **values}
    return await an_agreement(world, ends_on=TODAY + timedelta(days=days), **values)


async def move_end(world: World, agreement: UUID, ends_on: date) -> None:
    columns = table(Agreement).c
    statement = Statement(table(Agreement).update().where(columns.id == agreement).values(ends_on=ends_on))
    async with world.database.connection() as connection, connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
        assert await connection.execute(statement.sql, *statement.arguments({})) == "UPDATE 1"


async def left(world: World) -> list[int]:
    """How many days were left, by each reminder that somebody got."""
    return [row["facts"]["days_left"] for row in await notices(world, kind="agreement_ending")]


async def test_each_step_reminds_once_on_its_day(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    await ending_in(world, 0)
    for before in range(125, -3, -1):
        await service.remind(world.database, await at(world, TODAY - timedelta(days=before), time(10)))
        await service.remind(world.database, await at(world, TODAY - timedelta(days=before), time(15)))
    assert await left(world) == [120, 90, 60, 30, 7, 0]
    assert len(await notices(world, office)) == 6


@pytest.mark.parametrize("away", [(118, 125), (88, 93), (-3, 8), (-5, 130)])
async def test_days_without_a_worker_are_caught_up_once(world: World, away: tuple[int, int]) -> None:
    """Whatever days are skipped: each step at most once, the last that was missed at least, and no burst."""
    await world.person(Role.PARTNERSHIP_OFFICE)
    await ending_in(world, 0)
    for before in range(130, -7, -1):
        if not away[0] <= before < away[1]:
            await service.remind(world.database, await at(world, TODAY - timedelta(days=before)))
    given = await left(world)
    assert given == sorted(set(given), reverse=True)
    missed = [step for step in (120, 90, 60, 30, 7, 0) if away[0] <= step < away[1]]
    assert len(given) == 6 - len(missed) + 1
    assert given[-1] == (away[0] - 1 if 0 in missed else 0)
    rows = await world.rows("select days, is_sent from reminder order by days")
    assert [row["days"] for row in rows] == [0, 7, 30, 60, 90, 120]
    assert sum(row["is_sent"] for row in rows) == len(given)


async def test_three_days_of_jobs_are_skipped_and_one_letter_tells_of_all_that_was_missed(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    ends = [await ending_in(world, days) for days in (31, 32, 33, 61, 200)]
    await service.remind(world.database, await at(world))
    assert sorted(await left(world)) == [31, 32, 33, 61]
    (first,) = await mails(world, office)
    assert first["notices"] == 4
    await service.remind(world.database, await at(world, TODAY + timedelta(days=4)))
    given = await notices(world, office)
    late = [row for row in given if row["mail_id"] != first["id"]]
    assert sorted(row["facts"]["days_left"] for row in late) == [27, 28, 29, 57]
    assert {row["object_id"] for row in late} == set(ends[:4])
    letters = await mails(world, office)
    assert [row["notices"] for row in letters] == [4, 4]


async def test_an_end_that_moves_is_reminded_of_anew_and_the_old_one_no_more(world: World) -> None:
    await world.person(Role.PARTNERSHIP_OFFICE)
    agreement = await ending_in(world, 7)
    await service.remind(world.database, await at(world))
    await move_end(world, agreement, TODAY + timedelta(days=180))
    for later in range(1, 12):
        await service.remind(world.database, await at(world, TODAY + timedelta(days=later)))
    assert await left(world) == [7]
    await service.remind(world.database, await at(world, TODAY + timedelta(days=60)))
    assert await left(world) == [7, 120]
    await move_end(world, agreement, TODAY + timedelta(days=65))
    for _ in range(2):
        await service.remind(world.database, await at(world, TODAY + timedelta(days=61)))
    assert await left(world) == [7, 120, 4]


async def test_an_end_that_moves_back_is_reminded_of_again(world: World) -> None:
    """Rule E2: recomputed if the end changes; what people were told of meanwhile does not count."""
    await world.person(Role.PARTNERSHIP_OFFICE)
    agreement = await ending_in(world, 7)
    await service.remind(world.database, await at(world))
    await move_end(world, agreement, TODAY + timedelta(days=180))
    await service.remind(world.database, await at(world, TODAY + timedelta(days=1)))
    await move_end(world, agreement, TODAY + timedelta(days=7))
    for later in (2, 3, 7, 8):
        await service.remind(world.database, await at(world, TODAY + timedelta(days=later)))
    assert await left(world) == [7, 5, 0]


async def test_an_end_that_rests_meanwhile_is_not_reminded_of_twice(world: World) -> None:
    await world.person(Role.PARTNERSHIP_OFFICE)
    agreement = await ending_in(world, 7)
    for status in ("executed", "suspended", "executed"):
        async with world.database.connection() as connection, connection.transaction():
            await connection.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
            await connection.execute("update agreement set status = $2 where id = $1", agreement, status)
        await service.remind(world.database, await at(world))
    assert await left(world) == [7]


async def test_a_signed_renewal_ends_the_reminders_and_a_draft_does_not(world: World) -> None:
    await world.person(Role.PARTNERSHIP_OFFICE)
    partner = await a_partner(world)
    old = await ending_in(world, 30, partner=partner)
    following = {"starts_on": date(2020, 3, 1), "ends_on": date(2021, 6, 30), "partner": partner, "renews_id": old}
    draft = await an_agreement(world, status="draft", **following)
    await service.remind(world.database, await at(world))
    assert await left(world) == [30]
    async with world.database.connection() as connection, connection.transaction():
        await connection.execute("select set_config('app.tenant_id', $1, true)", str(world.tenant_id))
        await connection.execute(
            "update agreement set status = 'executed', status_since = $2 where id = $1", draft, SIGNED
        )
    await service.remind(world.database, await at(world, TODAY + timedelta(days=25)))
    assert await left(world) == [30]


@pytest.mark.parametrize("status", ["draft", "approved", "suspended", "terminated", "superseded"])
async def test_what_is_not_signed_and_in_force_reminds_nobody(world: World, status: str) -> None:
    await world.person(Role.PARTNERSHIP_OFFICE)
    await ending_in(world, 7, status=status)
    await service.remind(world.database, await at(world))
    assert await notices(world) == []


async def test_an_agreement_entered_after_it_ended_surprises_nobody(world: World) -> None:
    await world.person(Role.PARTNERSHIP_OFFICE)
    await ending_in(world, -3, status_since=datetime(2020, 1, 26, 12, tzinfo=UTC))
    await ending_in(world, -45)
    await service.remind(world.database, await at(world))
    assert await left(world) == []


async def test_the_office_the_partner_and_the_schools_it_covers_are_reminded(world: World) -> None:
    partner = await a_partner(world)
    alder, birch = await a_school(world), await a_school(world)
    told = [
        await world.person(Role.PARTNERSHIP_OFFICE),
        await world.person(Role.PARTNER_ADMIN, partner=partner),
        await world.person(Role.SCHOOL_LEADER, schools=[alder]),
        await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[alder]),
    ]
    others = [
        await world.person(Role.PARTNER_ADMIN, partner=await a_partner(world)),
        await world.person(Role.PARTNER_STAFF, partner=partner),
        await world.person(Role.SCHOOL_LEADER, schools=[birch]),
        await world.person(Role.SCHOOL_STAFF, schools=[alder]),
    ]
    await ending_in(world, 30, partner=partner, schools={alder: "confirmed", birch: "declined"})
    await service.remind(world.database, await at(world))
    assert [len(await notices(world, person)) for person in told] == [1, 1, 1, 1]
    assert [len(await notices(world, person)) for person in others] == [0, 0, 0, 0]


async def test_two_workers_at_once_remind_once(world: World) -> None:
    office = await world.person(Role.PARTNERSHIP_OFFICE)
    for days in (0, 7, 30):
        await ending_in(world, days)
    moment = await at(world)
    await asyncio.gather(*(service.remind(world.database, moment) for _ in range(5)))
    assert sorted(await left(world)) == [0, 7, 30]
    assert len(await mails(world, office)) == 1


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        # the server's day is never asked: late in Hawaii it is tomorrow there, early on Guam still yesterday
        ("Pacific/Honolulu", datetime(2020, 2, 29, 9, 30, tzinfo=UTC), date(2020, 2, 28)),
        ("Pacific/Honolulu", datetime(2020, 2, 29, 12, 0, tzinfo=UTC), None),
        ("Pacific/Guam", datetime(2020, 2, 28, 15, 0, tzinfo=UTC), None),
        ("Pacific/Honolulu", datetime(2020, 2, 28, 20, 0, tzinfo=UTC), date(2020, 2, 28)),
        ("Pacific/Honolulu", datetime(2020, 3, 1, 2, 0, tzinfo=UTC), date(2020, 2, 29)),
        ("Pacific/Guam", datetime(2020, 2, 28, 21, 0, tzinfo=UTC), date(2020, 2, 29)),
        ("Pacific/Guam", datetime(2020, 2, 29, 13, 0, tzinfo=UTC), date(2020, 2, 29)),
        ("America/Adak", datetime(2020, 7, 1, 5, 0, tzinfo=UTC), date(2020, 6, 30)),
    ],
)
async def test_the_day_is_the_district_s_own(world: World, zone: str, moment: datetime, day: date | None) -> None:
    await world.person(Role.PARTNERSHIP_OFFICE)
    for ends_on in (date(2020, 2, 28), date(2020, 2, 29), date(2020, 6, 30)):
        await an_agreement(world, ends_on=ends_on, status_since=SIGNED)
    await service.remind(world.database, await at(world, zone=zone, moment=moment))
    today = [row["facts"]["on"] for row in await notices(world) if row["facts"]["days_left"] == 0]
    assert today == ([] if day is None else [day.isoformat()])


async def test_results_are_reminded_of_and_the_next_one_when_they_came(world: World) -> None:
    scene = await a_target_scene(world, period_starts_on=date(2019, 12, 2), reporting_interval_days=60)
    admin, leader = await scene.partner_admin(), await scene.leader()
    due_on = date(2020, 1, 31)
    for later in range(-2, 6):
        await service.remind(world.database, await at(world, TODAY + timedelta(days=later)))
    given = await notices(world, admin, "result_due")
    assert [(row["facts"]["on"], row["facts"]["days_left"]) for row in given] == [
        (due_on.isoformat(), 6), (due_on.isoformat(), 0),
    ]  # fmt: skip
    assert await notices(world, leader, "result_due") == []
    await a_result(world, target=scene.target, school=scene.schools[0], as_of=due_on, of=(30, 50))
    for later in range(6, 75):
        await service.remind(world.database, await at(world, TODAY + timedelta(days=later)))
    days = [row["facts"]["on"] for row in await notices(world, admin, "result_due")][2:]
    assert days == ["2020-03-31", "2020-03-31"]


async def test_a_revisit_is_told_when_it_opens_shortly_before_its_day_and_once_it_is_overdue(world: World) -> None:
    partner, alder = await a_partner(world), await a_school(world)
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[alder])
    await world.person(Role.PARTNERSHIP_OFFICE)
    # it ends on the very day: both are reminded of, neither takes the other's place
    agreement = await ending_in(world, 0, partner=partner, schools=[alder])
    await a_revisit(world, agreement=agreement, opens_on=TODAY - timedelta(days=50), due_on=TODAY)
    for before in range(70, -4, -1):
        await service.remind(world.database, await at(world, TODAY - timedelta(days=before)))
    for person in (admin, leader):
        told = await notices(world, person, kind="revisit_due")
        assert [row["facts"]["days_left"] for row in told] == [50, 7, -1]
    assert len(await notices(world, kind="revisit_due")) == 6, "the office is not asked for what schools are"
    assert [row["facts"]["days_left"] for row in await notices(world, admin, kind="agreement_ending")] == [
        70, 60, 30, 7, 0
    ]  # fmt: skip


async def test_an_answered_revisit_reminds_nobody(world: World) -> None:
    partner, alder = await a_partner(world), await a_school(world)
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    leader = await world.person(Role.SCHOOL_LEADER, schools=[alder])
    agreement = await ending_in(world, 300, partner=partner, schools=[alder])
    due = TODAY + timedelta(days=5)
    revisit = await a_revisit(world, agreement=agreement, opens_on=TODAY - timedelta(days=9), due_on=due)
    for person in (admin, leader):
        path = f"/api/v1/agreements/{agreement}/revisits/{revisit}/answer"
        assert (await person.http.post(path, json={"outcome": "confirmed"})).status_code == 200
    await service.remind(world.database, await at(world, TODAY))
    assert await notices(world, kind="revisit_due") == []


async def test_records_to_destroy_are_told_once_the_last_day_is_over_until_they_are_overdue(world: World) -> None:
    partner = await a_partner(world)
    admin = await world.person(Role.PARTNER_ADMIN, partner=partner)
    privacy = await world.person(Role.PRIVACY_OFFICER)
    agreement = await ending_in(world, 0, partner=partner, type="data_sharing")
    await world.add(DataTerms, agreement_id=agreement, destruction_days=45)
    for after in range(-10, 50):
        await service.remind(world.database, await at(world, TODAY + timedelta(days=after)))
    for person in (admin, privacy):
        told = await notices(world, person, kind="records_to_destroy")
        assert [row["facts"]["days_left"] for row in told] == [30, 7, 0, -1]


async def test_before_a_summer_in_which_nothing_runs_the_reminder_says_so(world: World) -> None:
    """E2: the notices stay on their days; an end that nobody misses before school begins says that."""
    await world.person(Role.PARTNERSHIP_OFFICE)
    await a_school_year(world, first_day_on=date(2019, 9, 3), last_day_on=TODAY - timedelta(days=5))
    partner = await a_partner(world)
    programs = {
        name: await a_program(world, partner=partner, name=name, times_of_day=times)
        for name, times in {"Tutors": ["after_school"], "Camp": ["summer"], "Silent": []}.items()
    }
    ends = {"partner": partner, "days": 30}
    rests = await ending_in(world, programs=[programs["Tutors"]], **ends)
    for name in ("Camp", "Silent"):
        await ending_in(world, programs=[programs["Tutors"], programs[name]], **ends)
    await service.remind(world.database, await at(world, TODAY))
    said = {row["object_id"]: row["facts"]["answer"] for row in await notices(world, kind="agreement_ending")}
    assert len(said) == 3
    assert [each for each, answer in said.items() if answer == "rests"] == [rests]
    told = {"title": "Tutors", "partner": {"name": "North"}, "days_left": 30, "on": "2020-02-26", "answer": "rests"}
    assert sentence("agreement_ending", told).endswith("; its programs do not run in summer")
    assert sentence("agreement_ending", told, "es").endswith("; sus programas no se ofrecen en verano")
