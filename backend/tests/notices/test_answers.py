"""A principal who does not answer is asked again, and one who came since is asked."""

from datetime import timedelta

from alongside.identity.scopes import Role
from alongside.notices import service
from tests.agreements.scene import a_scene, done
from tests.agreements.settings import set_to
from tests.notices.scene import at, kinds, notices, worked
from tests.targets.factories import a_scene as a_target_scene
from tests.world import TODAY, Person, World

URL = "/api/v1/agreements"


async def asked(world: World, person: Person, kind: str = "school_to_confirm") -> list[str | None]:
    return [row["facts"].get("answer") for row in await notices(world, person, kind)]


async def pass_days(world: World, first: int, last: int) -> None:
    for later in range(first, last + 1):
        await service.remind(world.database, await at(world, TODAY + timedelta(days=later)))


async def test_a_silent_principal_is_asked_again_three_times_and_an_answer_ends_it(world: World) -> None:
    scene = await a_scene(world)
    agreement = await scene.moved(await scene.drafted(ends_on="2021-06-11"), "submit")
    await worked(world)
    await pass_days(world, 1, 9)
    assert await asked(world, scene.principal) == [None]
    await pass_days(world, 10, 11)
    assert await asked(world, scene.principal) == [None, "again"]
    done(await scene.other_principal.http.post(f"{URL}/{agreement['id']}/schools/{scene.birch}/confirm"))
    await pass_days(world, 12, 45)
    assert await asked(world, scene.principal) == [None, "again", "again", "again"]
    assert await asked(world, scene.other_principal) == [None, "again"]
    for person in (scene.coordinator, scene.admin, scene.office):
        assert await asked(world, person) == []


async def test_what_is_no_longer_asked_reminds_nobody(world: World) -> None:
    scene = await a_scene(world)
    await scene.moved(await scene.drafted(), "submit", "withdraw")
    await pass_days(world, 7, 30)
    assert await asked(world, scene.principal) == []


async def test_the_days_are_the_district_s_own(world: World) -> None:
    scene = await a_scene(world)
    await set_to(scene.office, school_answer_days=3)
    await scene.moved(await scene.drafted(ends_on="2021-06-11"), "submit")
    await pass_days(world, 1, 2)
    assert await asked(world, scene.principal) == []
    await pass_days(world, 3, 9)
    assert await asked(world, scene.principal) == ["again"]
    await pass_days(world, 10, 45)
    assert await asked(world, scene.principal) == ["again", "again", "again"]


async def test_days_away_are_caught_up_once(world: World) -> None:
    scene = await a_scene(world)
    await scene.moved(await scene.drafted(), "submit")
    await pass_days(world, 18, 22)
    assert await asked(world, scene.principal) == ["again"]


async def test_a_school_s_side_is_asked_again_for_its_word_on_a_target(world: World) -> None:
    scene = await a_target_scene(world, status="draft")
    admin, leader = await scene.partner_admin(), await scene.leader()
    done(await admin.http.post(f"{scene.path}/propose"))
    await worked(world)
    await pass_days(world, 6, 8)
    assert await asked(world, leader, "target_proposed") == [None, "again"]
    assert await asked(world, admin, "target_proposed") == []


async def test_a_new_principal_is_asked_what_the_one_before_did_not_answer(world: World) -> None:
    scene = await a_scene(world)
    await scene.moved(await scene.drafted(), "submit")
    await worked(world)
    starts = TODAY + timedelta(days=2)
    successor = await world.person(Role.SCHOOL_LEADER, schools=[scene.alder], starts_on=starts)
    elsewhere = await world.person(Role.SCHOOL_LEADER, schools=[], starts_on=starts)
    coordinator = await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[scene.alder], starts_on=starts)
    await pass_days(world, 1, 1)
    assert await kinds(world, successor) == [], "not there yet"
    await pass_days(world, 2, 5)
    assert await asked(world, successor) == [None], "once"
    assert await asked(world, scene.principal) == [None]
    for person in (elsewhere, coordinator):
        assert await kinds(world, person) == []
    await pass_days(world, 10, 10)
    assert await asked(world, successor) == [None, "again"]


async def test_a_new_principal_is_not_asked_what_was_answered_and_nobody_asked_twice(world: World) -> None:
    scene = await a_scene(world)
    await scene.confirmed(await scene.moved(await scene.drafted(), "submit"))
    again = await scene.moved(await scene.drafted(starts_on="2022-02-01", ends_on="2022-06-01"), "submit")
    assert again["status"] == "submitted"
    await worked(world)
    starts = TODAY + timedelta(days=1)
    successor = await world.person(Role.SCHOOL_LEADER, schools=[scene.alder, scene.birch], starts_on=starts)
    await pass_days(world, 1, 3)
    assert await asked(world, successor) == [None], "one agreement, two schools: one question"
