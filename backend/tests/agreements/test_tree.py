"""The questions before a draft, over HTTP: what they recommend, what a district changes, what an agreement keeps."""

from typing import Any

import pytest

from alongside.identity.scopes import Role
from tests.agreements.scene import URL, Scene, a_scene, done, match, slug
from tests.world import Person, World

TREE = "/api/v1/agreement-tree"
ASK = "/api/v1/agreement-recommendation"
PLAIN = {"money": False, "space": False, "records": False, "intensity": "every_week"}
AGREED = {"answers": PLAIN, "type": "school_partner_agreement"}


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def lead(scene: Scene, answer: str, **body: Any) -> dict[str, Any]:
    """The district says where an answer leads."""
    admin = await scene.world.person(Role.DISTRICT_ADMIN)
    read = done(await admin.http.get(f"{TREE}/{answer}"))
    return done(await admin.http.put(f"{TREE}/{answer}", json=body, headers=match(read)))


def pointers(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(each["pointer"], each["code"]) for each in answer.json()["errors"]]


def steps(agreement: dict[str, Any]) -> list[str]:
    return [each["step"] for each in agreement["review_steps"]]


async def test_anonymous_callers_are_asked_to_sign_in(world: World) -> None:
    for path in (TREE, f"{TREE}/money_yes", f"{ASK}?money=true&space=true&records=true&intensity=every_week"):
        assert (await world.anonymous().get(path)).status_code == 401


async def test_who_reads_no_agreements_is_asked_nothing_and_only_settings_change_the_tree(scene: Scene) -> None:
    teacher = await scene.world.person(Role.SCHOOL_STAFF, schools=[scene.alder])
    assert (await teacher.http.get(TREE)).status_code == 403
    refused = await scene.office.http.put(f"{TREE}/money_yes", json={"type": "moa"}, headers={"If-Match": "*"})
    assert refused.status_code == 403


async def test_each_district_has_its_own_tree(scene: Scene) -> None:
    await lead(scene, "every_week", type="moa")
    stranger = await scene.world.person(Role.PARTNERSHIP_OFFICE, tenant=scene.world.stranger_id)
    told = done(await stranger.http.get(f"{TREE}/every_week"))
    assert (told["type"], told["is_own"], told["version"]) == ("school_partner_agreement", False, 0)


async def test_an_author_asks_and_reads_type_route_and_reasons(scene: Scene) -> None:
    answers = {**PLAIN, "space": True, "records": True}
    told = done(await scene.admin.http.get(ASK, params=answers))
    assert (told["type"], told["is_binding"], told["clears_programs"]) == ("space_use", True, False)
    assert told["steps"] == ["risk", "privacy"]
    assert [(each["answer"], each["decides"]) for each in told["reasons"]] == [
        ("space_yes", True), ("records_yes", False),
    ]  # fmt: skip
    assert told["answers"] == answers


async def back(person: Person, *answers: str, match: str | None = None) -> Any:
    """The district goes back to the usual way of these answers."""
    tag = match or (await person.http.get(TREE)).headers["ETag"]
    return await person.http.post(f"{TREE}/go-back", json={"answers": list(answers)}, headers={"If-Match": tag})


async def test_a_district_goes_back_to_the_usual_way_and_the_log_keeps_what_it_had(scene: Scene) -> None:
    admin = await scene.world.person(Role.DISTRICT_ADMIN)
    await lead(scene, "space_yes", type=None, steps=["risk", "board"])
    await lead(scene, "every_week", type="moa")
    read = done(await admin.http.get(TREE))
    told = {each["answer"]: each for each in read["items"]}
    assert (read["version"], told["space_yes"]["usual"]) == (
        2, {"type": "space_use", "is_binding": True, "steps": ["risk"]},
    )  # fmt: skip
    draft = await scene.drafted(answers={**PLAIN, "space": True}, type="moa", type_reason="As usual here")
    now = done(await back(admin, "space_yes", "money_no"))
    told = {each["answer"]: each for each in now["items"]}
    assert (now["version"], told["space_yes"]["version"], told["money_no"]["version"]) == (3, 2, 0)
    assert [each for each in told if told[each]["is_own"]] == ["every_week"]
    assert (told["space_yes"]["type"], told["space_yes"]["steps"]) == ("space_use", ["risk"])
    assert done(await scene.office.http.get(ASK, params={**PLAIN, "space": True}))["type"] == "space_use"
    read = done(await scene.office.http.get(f"{URL}/{draft['id']}"))
    assert (steps(read), read["choice"]["recommended_type"]) == (["risk"], "space_use")
    log = await scene.world.rows("select kind, changed from log where kind like 'tree_answer.%' order by seq")
    assert [row["kind"] for row in log] == ["tree_answer.set", "tree_answer.set", "tree_answer.returned"]
    assert log[-1]["changed"] == {
        "answer": ["space_yes", "space_yes"], "type": [None, "space_use"], "steps": [["risk", "board"], ["risk"]],
        "is_usual": [False, True],
    }  # fmt: skip
    again = done(await back(admin, "space_yes"))
    assert again["version"] == 3, "what changes nothing writes nothing"
    own = await lead(scene, "space_yes", type="moa")
    assert (own["version"], own["is_own"], own["usual"]["type"]) == (3, True, "space_use")


async def test_who_may_go_back_and_with_which_version(scene: Scene) -> None:
    admin = await scene.world.person(Role.DISTRICT_ADMIN)
    read = (await admin.http.get(TREE)).headers["ETag"]
    await lead(scene, "every_week", type="moa")
    body = {"answers": ["every_week"]}
    assert (await scene.world.anonymous().post(f"{TREE}/go-back", json=body)).status_code == 401
    assert (await back(scene.office, "every_week")).status_code == 403
    assert (await back(admin, "every_week", match=read)).status_code == 412
    assert pointers(await back(admin)) == [("/answers", "too_short")]
    assert pointers(await back(admin, "every_week", "every_week")) == [("/answers", "each_answer_once")]
    elsewhere = await scene.world.person(Role.DISTRICT_ADMIN, tenant=scene.world.stranger_id)
    assert done(await back(elsewhere, "every_week"))["version"] == 0
    assert done(await admin.http.get(f"{TREE}/every_week"))["is_own"] is True
    assert done(await admin.http.post(f"{TREE}/go-back", json=body))["version"] == 2


@pytest.mark.parametrize("missing", ["money", "space", "records", "intensity"])
async def test_every_question_is_answered(scene: Scene, missing: str) -> None:
    asked = {name: value for name, value in PLAIN.items() if name != missing}
    assert (await scene.office.http.get(ASK, params=asked)).status_code == 400


async def test_the_district_changes_where_an_answer_leads(scene: Scene) -> None:
    now = await lead(scene, "space_yes", type=None, steps=["risk", "board"])
    assert (now["version"], now["is_own"], now["type"], now["steps"]) == (1, True, None, ["risk", "board"])
    again = await lead(scene, "space_yes", type=None, steps=["risk", "board"])
    assert again["version"] == 1, "what changes nothing writes nothing"
    log = await scene.world.rows("select changed from log where kind = 'tree_answer.set'")
    assert len(log) == 1
    told = done(await scene.office.http.get(ASK, params={**PLAIN, "space": True}))
    assert (told["type"], told["steps"]) == ("school_partner_agreement", ["risk", "board"])
    assert [each["is_own"] for each in done(await scene.office.http.get(TREE))["items"]].count(True) == 1


async def test_a_late_or_blind_change_of_the_tree_is_refused(scene: Scene) -> None:
    admin = await scene.world.person(Role.DISTRICT_ADMIN)
    body = {"type": "moa"}
    assert (await admin.http.put(f"{TREE}/every_week", json=body)).status_code == 428
    await lead(scene, "every_week", type="mou")
    late = await admin.http.put(f"{TREE}/every_week", json=body, headers={"If-Match": '"0-0"'})
    assert late.status_code == 412


@pytest.mark.parametrize(
    ("answer", "body", "wrong"),
    [
        ("every_week", {"type": None}, ("/type", "type_needed")),
        ("money_yes", {"type": "handshake"}, ("/type", "literal_error")),
        ("money_yes", {"steps": ["risk", "risk"]}, ("/steps", "each_step_once")),
        ("money_yes", {"steps": ["program"]}, ("/steps/0", "literal_error")),
    ],
)
async def test_what_an_answer_cannot_lead_to(
    scene: Scene, answer: str, body: dict[str, Any], wrong: tuple[str, str]
) -> None:
    admin = await scene.world.person(Role.DISTRICT_ADMIN)
    refused = await admin.http.put(f"{TREE}/{answer}", json=body, headers={"If-Match": "*"})
    assert pointers(refused) == [wrong]


async def test_a_draft_keeps_its_answers_and_is_reviewed_as_they_say(scene: Scene) -> None:
    answers = {**PLAIN, "space": True, "intensity": "many_or_alone"}
    draft = await scene.drafted(answers=answers, type="space_use")
    assert draft["choice"]["answers"] == answers
    assert (draft["choice"]["recommended_type"], draft["choice"]["is_followed"]) == ("space_use", True)
    assert steps(draft) == ["risk", "legal"]
    assert (await scene.drafted())["choice"] is None


async def test_answering_that_records_are_shared_says_so_in_the_text(scene: Scene) -> None:
    draft = await scene.drafted(answers={**PLAIN, "records": True}, type="mou")
    assert draft["shares_student_records"] is True
    assert "privacy" in steps(draft)
    edit = f"{URL}/{draft['id']}"
    body = {"shares_student_records": False, "type": "school_partner_agreement"}
    now = done(await scene.office.http.patch(edit, json=body, headers=match(draft)))
    assert now["choice"]["answers"]["records"] is False
    both = {"shares_student_records": False, "answers": {**PLAIN, "records": True}}
    refused = await scene.office.http.patch(edit, json=both, headers=match(now))
    assert pointers(refused) == [("/shares_student_records", "answered_otherwise")]


async def test_another_type_than_recommended_needs_a_reason(scene: Scene) -> None:
    body = scene.body(answers=PLAIN, type="moa")
    assert pointers(await scene.office.http.post(URL, json=body)) == [("/type_reason", "reason_needed")]
    body = scene.body(answers=PLAIN, type="school_partner_agreement", is_binding=False)
    assert pointers(await scene.office.http.post(URL, json=body)) == [("/type_reason", "reason_needed")]
    draft = await scene.drafted(answers=PLAIN, type="moa", type_reason="The university's lawyers ask for it")
    assert draft["choice"]["is_followed"] is False
    assert draft["choice"]["reason"] == "The university's lawyers ask for it"
    body = {"type": "school_partner_agreement"}
    now = done(await scene.office.http.patch(f"{URL}/{draft['id']}", json=body, headers=match(draft)))
    assert (now["choice"]["is_followed"], now["choice"]["reason"]) == (True, None)


async def test_an_amount_contradicts_the_answer_that_no_money_changes_hands(scene: Scene) -> None:
    body = scene.body(**AGREED, cost="4200.00")
    assert pointers(await scene.office.http.post(URL, json=body)) == [("/cost", "money_answered_no")]
    draft = await scene.drafted(answers={**PLAIN, "money": True}, type="services_contract", cost="4200.00")
    refused = await scene.office.http.patch(f"{URL}/{draft['id']}", json=AGREED, headers=match(draft))
    assert pointers(refused) == [("/answers/money", "money_answered_no")]


async def test_changed_answers_change_the_route_until_it_is_handed_in(scene: Scene) -> None:
    draft = await scene.drafted(**AGREED)
    assert steps(draft) == []
    body = {"answers": {**PLAIN, "space": True}, "type": "space_use"}
    now = done(await scene.office.http.patch(f"{URL}/{draft['id']}", json=body, headers=match(draft)))
    assert steps(now) == ["risk"]
    sent = await scene.moved(now, "submit")
    await lead(scene, "space_yes", type="mou", steps=["legal", "risk"])
    read = done(await scene.office.http.get(f"{URL}/{sent['id']}"))
    assert steps(read) == ["risk"], "the route stands as it was handed in"
    assert read["choice"]["recommended_type"] == "space_use"
    late = await scene.office.http.patch(f"{URL}/{sent['id']}", json={"answers": PLAIN}, headers=match(read))
    assert (late.status_code, slug(late)) == (409, "text-is-fixed")


async def test_a_draft_follows_the_tree_and_says_why_before_it_is_sent(scene: Scene) -> None:
    draft = await scene.drafted(**AGREED)
    await lead(scene, "every_week", type="mou", steps=["legal"])
    now = done(await scene.office.http.get(f"{URL}/{draft['id']}"))
    assert (now["choice"]["is_followed"], steps(now)) == (False, ["legal"])
    assert "type_reason" in {each["code"] for each in now["blockers"]}
    refused = await scene.office.http.post(f"{URL}/{draft['id']}/submit")
    assert (refused.status_code, refused.json()["needs"]) == (409, ["type_reason"])
    title = done(await scene.office.http.patch(f"{URL}/{draft['id']}", json={"title": "Reading"}, headers=match(now)))
    body = {"type_reason": "It began as this"}
    said = done(await scene.office.http.patch(f"{URL}/{draft['id']}", json=body, headers=match(title)))
    assert (await scene.moved(said, "submit"))["status"] == "submitted"


async def test_a_renewal_begins_with_the_same_answers(scene: Scene) -> None:
    signed = await scene.executed(answers=PLAIN, type="moa", type_reason="Asked for", starts_on="2020-01-02")
    made = done(await scene.office.http.post(f"{URL}/{signed['id']}/renewals"), 201)
    assert (made["choice"]["answers"], made["choice"]["reason"]) == (PLAIN, "Asked for")
