"""The checklist of clauses: off until the district turns it on, moved by either side, and in the way of signing."""

from typing import Any

import pytest

from alongside.identity.scopes import Role
from tests.agreements.scene import URL, Scene, a_scene, done, match, moves, slug
from tests.agreements.settings import set_to
from tests.agreements.test_templates import CONDUCT, SAFETY, a_template
from tests.world import Person, World

EXTRA = {"code": "photos", "heading": "Photographs", "paragraphs": ["None without consent."], "items": []}


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def a_draft(scene: Scene, by: Person | None = None) -> dict[str, Any]:
    template = await a_template(scene.office, sections=[CONDUCT, SAFETY, EXTRA])
    return await scene.drafted(by=by, template_version_id=template["published_version_id"])


async def say(person: Person, agreement: dict[str, Any], code: str, **body: Any) -> Any:
    path = f"{URL}/{agreement['id']}/clauses/{code}"
    return await person.http.put(path, json=body, headers=match(agreement))


async def test_without_the_setting_there_is_no_checklist(scene: Scene) -> None:
    draft = await a_draft(scene)
    assert draft["clauses"] is None
    refused = await say(scene.office, draft, "safety", state="finalized")
    assert (refused.status_code, slug(refused)) == (404, "clause-not-found")
    sent = await scene.sent()
    assert sent["status"] == "out_for_signature"


async def test_the_setting_is_off_and_stays_as_it_was_when_it_is_not_named(scene: Scene) -> None:
    assert (await set_to(scene.office))["has_clause_checklist"] is False
    assert (await set_to(scene.office, has_clause_checklist=True))["has_clause_checklist"] is True
    assert (await set_to(scene.office, revisit_window_days=30))["has_clause_checklist"] is True
    assert (await set_to(scene.office, has_clause_checklist=False))["has_clause_checklist"] is False


async def test_either_side_moves_a_clause_with_a_note(scene: Scene) -> None:
    await set_to(scene.office, has_clause_checklist=True)
    draft = await a_draft(scene, by=scene.admin)
    assert [(each["code"], each["state"], each["is_required"], each["can_move"]) for each in draft["clauses"]] == [
        ("safety", "not_yet_addressed", True, True), ("photos", "not_yet_addressed", False, True),
    ]  # fmt: skip
    assert draft["clauses"][0]["items"][0] == "Nobody is alone with a student."
    talked = done(await say(scene.admin, draft, "safety", state="under_discussion", note="We ask for two adults"))
    legal = await scene.world.person(Role.LEGAL_REVIEWER, name="Lena Brandt")
    final = done(await say(legal, talked, "safety", state="finalized", note="Agreed"))
    clause = final["clauses"][0]
    assert clause["state"] == "finalized"
    assert [(word["side"], word["by"]["name"], word["note"]) for word in clause["words"]] == [
        ("partner", "Dana Fitch", "We ask for two adults"), ("district", "Lena Brandt", "Agreed"),
    ]  # fmt: skip
    again = done(await say(scene.office, final, "safety", state="finalized"))
    assert again["version"] == final["version"], "what changes nothing writes nothing"
    log = await scene.world.rows("select changed, reason from log where kind = 'agreement.clause_moved' order by seq")
    assert [row["reason"] for row in log] == ["We ask for two adults", "Agreed"]


async def test_who_may_not_speak_about_clauses(scene: Scene) -> None:
    await set_to(scene.office, has_clause_checklist=True)
    draft = await a_draft(scene)
    assert (await scene.world.anonymous().put(f"{URL}/{draft['id']}/clauses/safety", json={})).status_code == 401
    stranger = await scene.world.person(Role.PARTNERSHIP_OFFICE, tenant=scene.world.stranger_id)
    assert (await say(stranger, draft, "safety", state="finalized")).status_code == 404
    assert (await say(scene.admin, draft, "safety", state="finalized")).status_code == 404, "the other side's draft"
    refused = await say(scene.signatory, draft, "safety", state="finalized")
    assert (refused.status_code, slug(refused)) == (403, "not-your-clause")
    read = done(await scene.signatory.http.get(f"{URL}/{draft['id']}"))
    assert [each["can_move"] for each in read["clauses"]] == [False, False]
    path = f"{URL}/{draft['id']}/clauses"
    body = {"state": "finalized"}
    assert (await scene.office.http.put(f"{path}/safety", json=body)).status_code == 428
    assert (await scene.office.http.put(f"{path}/safety", json=body, headers={"If-Match": '"9-0"'})).status_code == 412
    assert (await say(scene.office, draft, "parking", state="finalized")).status_code == 404
    wrong = await say(scene.office, draft, "safety", state="done")
    assert [each["pointer"] for each in wrong.json()["errors"]] == ["/state"]


async def test_it_is_sent_for_signature_once_every_required_clause_is_finalized(scene: Scene) -> None:
    await set_to(scene.office, has_clause_checklist=True)
    agreement = await scene.moved(await a_draft(scene), "submit", "start-review")
    agreement = await scene.moved(await scene.confirmed(agreement), "approve")
    assert moves(agreement)["send-for-signature"] == ["clauses_finalized"]
    assert [each["words"] for each in agreement["blockers"] if each["code"] == "clause_open"] == [
        "The clause Safety has to be finalized."
    ]
    refused = await scene.office.http.post(f"{URL}/{agreement['id']}/send-for-signature")
    assert refused.status_code == 409
    assert refused.json()["clauses"] == [{"code": "safety", "title": "Safety", "state": "not_yet_addressed"}]
    done(await say(scene.office, agreement, "safety", state="finalized"))
    sent = done(await scene.office.http.post(f"{URL}/{agreement['id']}/send-for-signature"))
    assert sent["status"] == "out_for_signature"
    fixed = await say(scene.office, sent, "photos", state="finalized")
    assert (fixed.status_code, slug(fixed)) == (409, "clauses-fixed")
    assert [each["can_move"] for each in sent["clauses"]] == [False, False]


async def test_other_words_open_a_finalized_clause_again_and_another_template_begins_anew(scene: Scene) -> None:
    await set_to(scene.office, has_clause_checklist=True)
    draft = await a_draft(scene)
    final = done(await say(scene.office, draft, "safety", state="finalized"))
    sections = [{k: v for k, v in each.items() if k != "is_required"} for each in final["sections"]]
    sections[1]["items"] = ["A teacher is near."]
    path = f"{URL}/{draft['id']}"
    now = done(await scene.office.http.patch(path, json={"sections": sections}, headers=match(final)))
    assert now["clauses"][0]["state"] == "under_discussion"
    assert now["clauses"][0]["words"][-1]["by"] is None
    other = await a_template(scene.office, name="Others", sections=[SAFETY])
    body = {"template_version_id": other["published_version_id"]}
    begun = done(await scene.office.http.patch(path, json=body, headers=match(now)))
    assert [(each["code"], each["state"], each["words"]) for each in begun["clauses"]] == [
        ("safety", "not_yet_addressed", []),
    ]  # fmt: skip
