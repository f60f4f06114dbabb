"""A need follows its partnerships: matched, addressed, and free again, each in its own history."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from alongside.identity.scopes import Role
from tests.partners.factories import a_program
from tests.partnerships.factories import Scene, a_need, a_scene
from tests.world import Person, World

HERE = "/api/v1/partnerships"


async def a_coordinator(world: World, scene: Scene) -> Person:
    return await world.person(Role.PARTNERSHIP_COORDINATOR, schools=[scene.school])


async def started(who: Person, scene: Scene, program: UUID, *needs: UUID) -> dict[str, Any]:
    body = {"program_id": str(program), "school_id": str(scene.school), "need_ids": [str(need) for need in needs]}
    answer = await who.http.post(HERE, json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def moved(who: Person, partnership: object, verb: str, **body: str) -> None:
    answer = await who.http.post(f"{HERE}/{partnership}/{verb}", json=body or None)
    assert answer.status_code == 200, answer.text


async def status_of(world: World, need: UUID) -> str:
    return str((await world.rows("select status from need where id = $1", need))[0]["status"])


async def told(world: World, need: UUID) -> list[tuple[str, int]]:
    """What the need's history says, with its versions."""
    rows = await world.rows("select kind, version from log where object_id = $1 order by version", need)
    return [(row["kind"], row["version"]) for row in rows]


async def test_a_need_is_matched_when_a_partnership_starts_for_it(world: World) -> None:
    scene = await a_scene(world, stage="ended")
    need = await a_need(world, school=scene.school)
    ana = await a_coordinator(world, scene)
    made = await started(ana, scene, scene.program, need)
    assert await status_of(world, need) == "matched"
    assert await told(world, need) == [("need.matched", 2)]
    (fact,) = await world.rows("select changed, person_id, xid from log where object_id = $1", need)
    start = await world.rows("select xid from log where object_id = $1", UUID(made["id"]))
    assert fact["person_id"] == ana.id
    assert fact["xid"] == start[0]["xid"], "in the same transaction"
    shown = (await ana.http.get(f"/api/v1/needs/{need}")).json()
    assert (shown["status"], shown["version"]) == ("matched", 2)


async def test_a_need_is_addressed_by_a_partnership_at_work_and_free_when_it_ends(world: World) -> None:
    need_of = await a_scene(world, stage="ended")
    need = await a_need(world, school=need_of.school, status="matched")
    scene = await a_scene(world, school=need_of.school, stage="ready_check", needs=[need])
    ana = await a_coordinator(world, scene)
    await moved(ana, scene.partnership, "activate")
    assert await status_of(world, need) == "being_addressed"
    await moved(ana, scene.partnership, "pause", reason="Flood")
    await moved(ana, scene.partnership, "resume")
    assert await status_of(world, need) == "being_addressed", "a pause keeps it"
    await moved(ana, scene.partnership, "end", reason="The year is over")
    assert await status_of(world, need) == "prioritized"
    assert await told(world, need) == [("need.addressed", 2), ("need.released", 3)]


async def test_a_need_that_another_partnership_is_for_stays(world: World) -> None:
    scene = await a_scene(world, stage="ended")
    need = await a_need(world, school=scene.school)
    other = await a_program(world, partner=scene.partner, status="approved")
    ana = await a_coordinator(world, scene)
    one = await started(ana, scene, scene.program, need)
    two = await started(ana, scene, other, need)
    assert await told(world, need) == [("need.matched", 2)]
    await moved(ana, one["id"], "not-a-fit", reason="Other hours")
    assert await status_of(world, need) == "matched"
    await moved(ana, two["id"], "not-a-fit", reason="Other grades")
    assert await status_of(world, need) == "prioritized"


async def test_needs_named_later_follow_and_those_let_go_are_free(world: World) -> None:
    scene = await a_scene(world, stage="ended")
    one, two = await a_need(world, school=scene.school), await a_need(world, school=scene.school)
    ana = await a_coordinator(world, scene)
    made = await started(ana, scene, scene.program, one)
    address = f"{HERE}/{made['id']}"
    answer = await ana.http.patch(address, json={"need_ids": [str(two)]}, headers={"If-Match": "*"})
    assert answer.status_code == 200, answer.text
    assert (await status_of(world, one), await status_of(world, two)) == ("prioritized", "matched")
    again = await ana.http.patch(address, json={"need_ids": [str(two)]}, headers={"If-Match": "*"})
    assert again.status_code == 200
    assert await told(world, two) == [("need.matched", 2)], "nothing changed, nothing is told"


@pytest.mark.parametrize("status", ["identified", "being_addressed", "met", "deferred", "dropped"])
async def test_a_need_that_stands_elsewhere_is_left_alone(world: World, status: str) -> None:
    scene = await a_scene(world, stage="ended")
    need = await a_need(world, school=scene.school, status=status)
    ana = await a_coordinator(world, scene)
    body = {"program_id": str(scene.program), "school_id": str(scene.school), "need_ids": [str(need)]}
    await ana.http.post(HERE, json=body)
    assert await status_of(world, need) == status
    assert await told(world, need) == []


async def test_a_refused_start_leaves_the_need_as_it_was(world: World) -> None:
    scene = await a_scene(world)
    need = await a_need(world, school=scene.school)
    ana = await a_coordinator(world, scene)
    body = {"program_id": str(scene.program), "school_id": str(scene.school), "need_ids": [str(need)]}
    assert (await ana.http.post(HERE, json=body)).status_code == 409
    assert await status_of(world, need) == "prioritized"


async def test_nobody_releases_a_need_by_hand(world: World) -> None:
    scene = await a_scene(world, stage="ended")
    need = await a_need(world, school=scene.school, status="matched")
    ana = await a_coordinator(world, scene)
    moves = (await ana.http.get(f"/api/v1/needs/{need}")).json()["allowed_moves"]
    assert "release" not in {each["move"] for each in moves}


async def test_two_partnerships_that_start_at_once_both_do(world: World) -> None:
    """Neither blocks the other over the need they share."""
    scene = await a_scene(world, stage="ended")
    need = await a_need(world, school=scene.school)
    programs = [await a_program(world, partner=scene.partner, status="approved") for _ in range(6)]
    ana = await a_coordinator(world, scene)
    made = await asyncio.gather(*(started(ana, scene, program, need) for program in programs))
    assert len(made) == 6
    assert await told(world, need) == [("need.matched", 2)]
    await asyncio.gather(*(moved(ana, each["id"], "not-a-fit", reason="No") for each in made))
    assert await status_of(world, need) == "prioritized"
