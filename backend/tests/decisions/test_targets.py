"""A target agreed, or left, from an e-mail; and what a delegate may do."""

from datetime import timedelta
from pathlib import Path

import pytest

from alongside.identity.scopes import Role
from tests.agreements.scene import URL as AGREEMENTS
from tests.agreements.scene import a_scene, done, slug
from tests.decisions.scene import URL, Post, open_link, yes
from tests.schools.factories import a_school
from tests.targets.factories import a_scene as a_target_scene
from tests.world import TODAY, World

DELEGATIONS = "/api/v1/me/delegations"


@pytest.fixture
def post(world: World, tmp_path: Path) -> Post:
    return Post(world, tmp_path)


async def test_a_school_and_then_the_partner_agree_a_target_by_link(world: World, post: Post) -> None:
    scene = await a_target_scene(world, status="draft", proposed_by_side="school", proposed_on=None)
    leader, admin = await scene.leader(name="Denise Okafor"), await scene.partner_admin()
    coordinator = await scene.coordinator()
    done(await coordinator.http.post(f"{scene.path}/propose"))
    await post.deliver()
    assert post.links(leader) == [], "the school side proposed it; the partner is asked"
    http, answer = await open_link(world, post.links(admin)[-1])
    item = done(answer)["items"][0]
    assert (item["kind"], item["target"]["side"], item["answers"]) == ("agree_target", "partner", ["yes", "no"])
    recorded = done(await http.post(f"{URL}/answers", json=yes(item)))
    assert recorded["items"][0]["status"] == "agreed"


async def test_a_partner_says_no_by_link_and_why_and_the_proposal_is_off_the_table(world: World, post: Post) -> None:
    scene = await a_target_scene(world, status="draft", proposed_by_side="school", proposed_on=None)
    admin, coordinator = await scene.partner_admin(name="Tomas Adeyemi"), await scene.coordinator()
    done(await coordinator.http.post(f"{scene.path}/propose"))
    await post.deliver()
    http, answer = await open_link(world, post.links(admin)[-1])
    item = done(answer)["items"][0]
    without = {"answers": [{"id": item["id"], "answer": "no"}]}
    refused = await http.post(f"{URL}/answers", json=without)
    assert [each["pointer"] for each in refused.json()["errors"]] == ["/answers/0/reason"]
    no = {"answers": [{"id": item["id"], "answer": "no", "reason": "Too high for one term"}]}
    recorded = done(await http.post(f"{URL}/answers", json=no))
    assert recorded["items"][0]["status"] == "withdrawn"
    now = done(await coordinator.http.get(scene.path))
    assert (now["status"], now["status_reason"]) == ("withdrawn", "Too high for one term")
    history = done(await coordinator.http.get(f"/api/v1/history/target/{scene.target}"))
    said = next(each for each in history["items"] if each["kind"] == "target.withdrawn")
    assert (said["who"]["name"], said["reason"]) == ("Tomas Adeyemi", "Too high for one term")
    await post.deliver()
    told = await world.rows("select n.person_id from notice n where n.kind = 'target_answered'")
    assert coordinator.id in {each["person_id"] for each in told}


async def test_who_may_ask_again_for_a_word_on_a_target(world: World, post: Post) -> None:
    scene = await a_target_scene(world, status="draft", proposed_by_side="partner", proposed_on=None)
    leader, admin, coordinator = await scene.leader(), await scene.partner_admin(), await scene.coordinator()
    office = await world.person(Role.PARTNERSHIP_OFFICE)

    async def offered() -> list[bool]:
        everybody = (leader, coordinator, office, admin)
        return [done(await each.http.get(scene.path))["can_ask_again"] for each in everybody]

    assert done(await admin.http.get(scene.path))["can_ask_again"] is False, "a draft asks nobody"
    done(await admin.http.post(f"{scene.path}/propose"))
    assert await offered() == [True, True, True, False]
    asked = {"object_type": "target", "object_id": str(scene.target)}
    refused = await admin.http.post(f"{URL}/ask-again", json=asked)
    assert (refused.status_code, slug(refused)) == (403, "not-your-move")
    moves = done(await admin.http.get(scene.path))["allowed_moves"]
    assert refused.json()["allowed_moves"] == moves != []
    assert done(await office.http.post(f"{URL}/ask-again", json=asked))["written_to"]


async def test_a_principal_opts_out_by_link(world: World, post: Post) -> None:
    scene = await a_target_scene(world, status="draft", proposed_by_side="partner", proposed_on=None)
    leader, admin = await scene.leader(), await scene.partner_admin()
    done(await admin.http.post(f"{scene.path}/propose"))
    await post.deliver()
    http, answer = await open_link(world, post.links(leader)[-1])
    item = done(answer)["items"][0]
    assert item["target"]["side"] == "school"
    no = {"answers": [{"id": item["id"], "answer": "no", "reason": "Not measured here"}]}
    done(await http.post(f"{URL}/answers", json=no))
    rows = await world.rows("select word, reason from target_school where target_id = $1", scene.target)
    assert ("opted_out", "Not measured here") in {tuple(row.values()) for row in rows}


async def test_a_changed_target_is_another_question(world: World, post: Post) -> None:
    scene = await a_target_scene(world, status="draft", proposed_by_side="partner", proposed_on=None)
    leader, admin = await scene.leader(), await scene.partner_admin()
    done(await admin.http.post(f"{scene.path}/propose"))
    await post.deliver()
    http, answer = await open_link(world, post.links(leader)[-1])
    item = done(answer)["items"][0]
    await world.rows("update target set target_value = 71, target_input = 71 where id = $1", scene.target)
    assert done(await http.get(URL))["items"][0]["state"] == "changed"
    refused = await http.post(f"{URL}/answers", json=yes(item))
    assert refused.json()["decision_state"] == "changed"


async def test_a_delegate_gives_the_principal_s_word_for_a_time_and_it_says_for_whom(world: World, post: Post) -> None:
    scene = await a_scene(world)
    helper = await world.person(Role.SCHOOL_STAFF, schools=[scene.alder], name="Lena Ortiz")
    body = {"delegate_id": str(helper.id), "decisions": ["confirm_school"], "starts_on": str(TODAY),
            "ends_on": str(TODAY + timedelta(days=14))}  # fmt: skip
    assert (await helper.http.post(DELEGATIONS, json=body)).status_code == 403
    known = done(await scene.principal.http.get(DELEGATIONS))
    assert {each["name"] for each in known["choices"]} == {"Lena Ortiz", "Marisol Vega"}
    made = done(await scene.principal.http.post(DELEGATIONS, json=body), 201)
    assert (made["status"], made["delegate"]["name"]) == ("standing", "Lena Ortiz")
    assert done(await helper.http.get(DELEGATIONS))["standing_in"][0]["person"]["name"] == "Denise Okafor"
    agreement = await scene.moved(await scene.drafted(), "submit")
    await post.deliver()
    assert "for Denise Okafor" in post.letters(helper)[-1].get_content()
    http, answer = await open_link(world, post.links(helper)[-1])
    item = done(answer)["items"][0]
    assert item["on_behalf_of"] == "Denise Okafor"
    done(await http.get(f"{URL}/{item['id']}/text"))
    recorded = done(await http.post(f"{URL}/answers", json=yes(item)))
    assert recorded["items"][0]["on_behalf_of"] == "Denise Okafor"
    now = done(await scene.office.http.get(f"{AGREEMENTS}/{agreement['id']}"))
    assert now["schools"][0]["confirmed_by"]["name"] == "Lena Ortiz"
    history = done(await scene.office.http.get(f"/api/v1/history/agreement/{agreement['id']}"))
    said = next(each for each in history["items"] if each["kind"] == "agreement.school_confirmed")
    assert said["who"]["name"] == "Lena Ortiz"
    field = next(each for each in said["changed"] if each["field"] == "delegate_for")
    assert (field["label"], said["names"][field["after"]]) == ("Delegate for", "Denise Okafor")
    # the principal's own link, sent along, finds nothing left
    _, answer = await open_link(world, post.links(scene.principal)[-1])
    assert done(answer)["items"][0]["state"] == "gone"
    # and the delegate still has no session's worth of rights
    assert (await helper.http.get(f"{AGREEMENTS}/{agreement['id']}")).status_code == 403


async def test_a_delegation_that_ended_decides_nothing(world: World, post: Post) -> None:
    scene = await a_scene(world)
    body = {"delegate_id": str(scene.coordinator.id), "decisions": ["confirm_school"], "starts_on": str(TODAY),
            "ends_on": str(TODAY)}  # fmt: skip
    made = done(await scene.principal.http.post(DELEGATIONS, json=body), 201)
    await scene.moved(await scene.drafted(), "submit")
    await post.deliver()
    http, answer = await open_link(world, post.links(scene.coordinator)[-1])
    item = done(answer)["items"][0]
    assert done(await scene.principal.http.post(f"{DELEGATIONS}/{made['id']}/end"))["status"] == "over"
    assert done(await scene.principal.http.post(f"{DELEGATIONS}/{made['id']}/end"))["version"] == 2
    assert done(await http.get(URL))["items"][0]["state"] == "gone"
    assert slug(await http.post(f"{URL}/answers", json=yes(item))) == "decisions-moved"
    assert (await scene.other_principal.http.post(f"{DELEGATIONS}/{made['id']}/end")).status_code == 404


async def test_nobody_stands_in_whom_the_partner_pays_nor_for_other_decisions(world: World, post: Post) -> None:
    scene = await a_scene(world)
    paid = await world.person(
        Role.PARTNERSHIP_COORDINATOR, schools=[scene.alder], employer=scene.partner, name="Pat Doe"
    )
    elsewhere = await world.person(Role.SCHOOL_STAFF, schools=[await a_school(world, name="Dogwood School")])
    body = {"decisions": ["confirm_school"], "starts_on": str(TODAY), "ends_on": str(TODAY)}
    for person in (paid, elsewhere, scene.principal):
        refused = await scene.principal.http.post(DELEGATIONS, json={**body, "delegate_id": str(person.id)})
        assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/delegate_id")
    signing = {**body, "delegate_id": str(scene.coordinator.id), "decisions": ["sign_agreement"]}
    assert (await scene.principal.http.post(DELEGATIONS, json=signing)).status_code == 422
    only_targets = {**body, "delegate_id": str(scene.coordinator.id), "decisions": ["agree_target"]}
    done(await scene.principal.http.post(DELEGATIONS, json=only_targets), 201)
    await scene.moved(await scene.drafted(), "submit")
    await post.deliver()
    assert post.links(scene.coordinator) == []


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "code"),
    [
        (TODAY, TODAY - timedelta(days=1), "date_order"),
        (TODAY - timedelta(days=9), TODAY - timedelta(days=1), "date_past"),
        (TODAY, TODAY + timedelta(days=366), "too_long"),
    ],
)
async def test_a_delegate_is_named_for_days_in_order(
    world: World, starts_on: object, ends_on: object, code: str
) -> None:
    scene = await a_scene(world)
    body = {"delegate_id": str(scene.coordinator.id), "decisions": ["confirm_school"], "starts_on": str(starts_on),
            "ends_on": str(ends_on)}  # fmt: skip
    refused = await scene.principal.http.post(DELEGATIONS, json=body)
    assert refused.status_code == 422
    assert [(each["pointer"], each["code"]) for each in refused.json()["errors"]] == [("/ends_on", code)]


async def test_delegations_are_for_those_who_lead_a_school(world: World) -> None:
    scene = await a_scene(world)
    assert (await world.anonymous().get(DELEGATIONS)).status_code == 401
    assert done(await scene.office.http.get(DELEGATIONS)) == {"named": [], "standing_in": [], "choices": []}
    stranger = await world.person(Role.SCHOOL_LEADER, tenant=world.stranger_id, schools=[])
    assert (await stranger.http.post(f"{DELEGATIONS}/{scene.principal.id}/end")).status_code == 404
