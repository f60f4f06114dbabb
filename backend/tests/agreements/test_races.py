"""Many hands at once: one winner, no number twice, no two agreements for the same, no second renewal."""

import asyncio
from collections import Counter

import httpx
import pytest

from tests.agreements.factories import an_agreement
from tests.agreements.scene import URL, Scene, a_scene, done, match, sign
from tests.world import World

LOST = {409, 412, 503}
"""What a loser hears: too late, changed meanwhile, or busy (and may try again)."""


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


def outcome(answers: list[httpx.Response], won: int = 200) -> Counter[str]:
    for answer in answers:
        assert answer.status_code == won or answer.status_code in LOST, answer.text
    return Counter("won" if answer.status_code == won else "lost" for answer in answers)


async def test_of_fifty_racing_signatures_one_is_given(scene: Scene) -> None:
    out = await scene.sent()
    answers = await asyncio.gather(*(sign(scene.partner_signatory, out["id"]) for _ in range(50)))
    assert outcome(answers)["won"] == 1
    given = await scene.world.rows("select party from signature")
    assert [row["party"] for row in given] == ["partner"]
    log = await scene.world.rows("select count(*) from log where kind = 'agreement.signed'")
    assert log[0][0] == 1


async def test_of_fifty_racing_edits_one_is_kept(scene: Scene) -> None:
    draft = await scene.drafted()
    answers = await asyncio.gather(
        *(
            scene.office.http.patch(f"{URL}/{draft['id']}", json={"title": f"Title {number}"}, headers=match(draft))
            for number in range(50)
        )
    )
    assert outcome(answers)["won"] == 1
    winner = next(answer.json() for answer in answers if answer.status_code == 200)
    now = done(await scene.office.http.get(f"{URL}/{draft['id']}"))
    assert (now["title"], now["version"]) == (winner["title"], 2)


async def test_both_parties_at_once_sign_it_fully(scene: Scene) -> None:
    out = await scene.sent()
    answers = await asyncio.gather(sign(scene.partner_signatory, out["id"]), sign(scene.signatory, out["id"]))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert done(await scene.office.http.get(f"{URL}/{out['id']}"))["status"] == "executed"
    log = await scene.world.rows("select count(*) from log where kind = 'agreement.executed'")
    assert log[0][0] == 1


async def test_a_signature_and_a_recall_never_both_count(scene: Scene) -> None:
    out = await scene.sent()
    await asyncio.gather(
        sign(scene.partner_signatory, out["id"]),
        scene.office.http.post(f"{URL}/{out['id']}/recall"),
    )
    now = done(await scene.office.http.get(f"{URL}/{out['id']}"))
    assert now["status"] == "approved"
    assert [each for each in now["signatures"] if each["voided_at"] is None] == []


async def test_drafts_at_once_have_numbers_of_their_own(scene: Scene) -> None:
    answers = await asyncio.gather(*(scene.office.http.post(URL, json=scene.body()) for _ in range(20)))
    made = [answer.json()["number"] for answer in answers if answer.status_code == 201]
    assert {answer.status_code for answer in answers} <= {201, 503}
    assert sorted(made) == [f"A-2020-{number:04d}" for number in range(1, len(made) + 1)]


async def test_of_two_that_overlap_one_is_approved(scene: Scene) -> None:
    drafts = [await scene.drafted() for _ in range(2)]
    for draft in drafts:
        await scene.confirmed(await scene.moved(draft, "submit", "start-review"))
    answers = await asyncio.gather(*(scene.office.http.post(f"{URL}/{draft['id']}/approve") for draft in drafts))
    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_of_racing_renewals_one_is_drafted(scene: Scene) -> None:
    old = await an_agreement(scene.world, partner=scene.partner, schools=[scene.alder], programs=[scene.program])
    answers = await asyncio.gather(*(scene.office.http.post(f"{URL}/{old}/renewals") for _ in range(10)))
    assert outcome(answers, 201)["won"] == 1
