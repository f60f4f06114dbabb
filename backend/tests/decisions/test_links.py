"""Links that decide: used once, by the right person, in time, about the words that were sent, and never by being
looked at."""

import asyncio
import base64
from pathlib import Path
from typing import Any

import httpx
import pytest

from alongside.agreements.rules import AGREEMENT
from alongside.decisions import rules
from alongside.identity.scopes import Role
from alongside.workflows.routes.deciding import COOKIE
from tests.agreements.factories import an_agreement
from tests.agreements.scene import URL as AGREEMENTS
from tests.agreements.scene import Scene, a_scene, done, match, slug
from tests.decisions.scene import SIGNATURE, URL, Post, open_link, yes
from tests.schools.factories import a_school
from tests.world import ORIGIN, World


@pytest.fixture
def post(world: World, tmp_path: Path) -> Post:
    return Post(world, tmp_path)


async def asked(scene: Scene, post: Post, count: int = 1) -> str:
    """The principal's link to some agreements that ask for their school."""
    for place in range(count):
        draft = await scene.drafted(
            title=f"Mentoring {place}", starts_on=f"20{30 + place}-01-01", ends_on=f"20{30 + place}-06-01"
        )
        await scene.moved(draft, "submit")
    await post.deliver()
    return post.links(scene.principal)[-1]


async def to_sign(scene: Scene, post: Post) -> tuple[dict[str, Any], str]:
    """An agreement out for signature, and the district signatory's link."""
    agreement = await scene.sent()
    await post.deliver()
    return agreement, post.links(scene.signatory)[-1]


async def test_one_e_mail_asks_for_several_answers_and_one_page_takes_them(world: World, post: Post) -> None:
    scene = await a_scene(world)
    link = await asked(scene, post, 3)
    assert len(post.letters(scene.principal)) == 1
    http, answer = await open_link(world, link)
    found = done(answer)
    assert [item["kind"] for item in found["items"]] == ["confirm_school"] * 3
    assert {item["state"] for item in found["items"]} == {"open"}
    assert found["items"][0]["agreement"]["school"]["name"] == "Alderbrook School"
    first, second, third = found["items"]
    body = {"answers": [
        {"id": first["id"], "answer": "yes"},
        {"id": second["id"], "answer": "no", "reason": "No room on Tuesdays"},
        {"id": third["id"], "answer": "yes"},
    ]}  # fmt: skip
    recorded = done(await http.post(f"{URL}/answers", json=body))
    assert [each["answer"] for each in recorded["items"]] == ["yes", "no", "yes"]
    assert recorded["items"][1]["reason"] == "No room on Tuesdays"
    assert recorded["left"] == 0
    rows = await world.rows(
        "select confirmation, confirmed_by_id, reason from agreement_school where school_id = $1 order by agreement_id",
        scene.alder,
    )
    assert [row["confirmation"] for row in rows] == ["confirmed", "declined", "confirmed"]
    assert {row["confirmed_by_id"] for row in rows} == {scene.principal.id}


async def test_looking_decides_nothing_and_uses_nothing_up(world: World, post: Post) -> None:
    """Programs that look into mail fetch every address in it; some run the page's scripts too."""
    scene = await a_scene(world)
    link = await asked(scene, post)
    scanner = world.anonymous()
    for path in ("/decide", f"{URL}/open", f"{URL}/answers", URL):
        for method in ("GET", "HEAD"):
            answer = await scanner.request(method, path, params={"token": link} if path == "/decide" else None)
            assert answer.status_code in (404, 405), (method, path)
    for _ in range(3):
        _, answer = await open_link(world, link)
        assert done(answer)["items"][0]["state"] == "open"
    http, _ = await open_link(world, link)
    assert (await http.get(URL)).status_code == 200
    rows = await world.rows("select used_at, opened_at from decision_link where person_id = $1", scene.principal.id)
    assert rows[0]["used_at"] is None
    assert rows[0]["opened_at"] is not None
    assert (await world.rows("select 1 from agreement_school where confirmation <> 'pending'")) == []


async def test_a_used_link_is_not_used_again(world: World, post: Post) -> None:
    scene = await a_scene(world)
    link = await asked(scene, post, 2)
    http, answer = await open_link(world, link)
    first, second = done(answer)["items"]
    assert done(await http.post(f"{URL}/answers", json=yes(first)))["left"] == 1
    for again in (await http.post(f"{URL}/answers", json=yes(second)), (await open_link(world, link))[1]):
        assert (again.status_code, slug(again)) == (410, "decision-link-used")
    assert (await http.get(URL)).status_code == 410
    assert (await http.post(f"{URL}/not-me", json={})).status_code == 410
    assert (await http.post(f"{URL}/code")).status_code == 410
    assert (await http.get(f"{URL}/{second['id']}/text")).status_code == 410


async def test_of_two_clicks_one_wins(world: World, post: Post) -> None:
    scene = await a_scene(world)
    link = await asked(scene, post)
    http, answer = await open_link(world, link)
    other, _ = await open_link(world, link)
    item = done(answer)["items"][0]
    no = {"answers": [{"id": item["id"], "answer": "no", "reason": "Not this year"}]}
    answers = await asyncio.gather(
        *(client.post(f"{URL}/answers", json=body) for client in (http, other) for body in (yes(item), no) * 5)
    )
    assert sorted({each.status_code for each in answers}) == [200, 410]
    assert sum(each.status_code == 200 for each in answers) == 1
    rows = await world.rows(
        "select kind from log where object_type = 'agreement' and kind like 'agreement.school_%' and tenant_id = $1",
        world.tenant_id,
    )
    assert len(rows) == 1


@pytest.mark.parametrize("what", ["empty", "short", "other", "cut", "flipped", "unicode", "stranger"])
async def test_a_link_is_not_guessed(world: World, post: Post, what: str) -> None:
    scene = await a_scene(world)
    link = await asked(scene, post)
    flipped = link[:-2] + ("AA" if not link.endswith("AA") else "BB")
    guess = {
        "empty": " ", "short": "abc", "other": rules.new_token(world.tenant_id), "cut": link[:-4], "flipped": flipped,
        "unicode": "ü" * 64, "stranger": rules.new_token(world.stranger_id),
    }[what]  # fmt: skip
    answer = await world.anonymous().post(f"{URL}/open", json={"token": guess})
    assert answer.status_code in (404, 422)
    assert "set-cookie" not in answer.headers


async def test_the_tenant_in_a_secret_cannot_be_exchanged(world: World, post: Post) -> None:
    """The same chance behind another tenant's id is another secret."""
    scene = await a_scene(world)
    link = await asked(scene, post)
    raw = base64.urlsafe_b64decode(link)
    moved = base64.urlsafe_b64encode(world.stranger_id.bytes + raw[16:]).decode()
    assert slug(await world.anonymous().post(f"{URL}/open", json={"token": moved})) == "decision-link-not-known"


async def test_a_link_ends_with_its_last_day(world: World, post: Post) -> None:
    scene = await a_scene(world)
    link = await asked(scene, post)
    http, answer = await open_link(world, link)
    item = done(answer)["items"][0]
    await world.rows("update decision_link set expires_at = created_at where person_id = $1", scene.principal.id)
    for late in (await http.post(f"{URL}/answers", json=yes(item)), (await open_link(world, link))[1]):
        assert (late.status_code, slug(late)) == (410, "decision-link-expired")


async def test_only_its_hash_is_kept_and_nothing_of_it_is_logged(world: World, post: Post) -> None:
    scene = await a_scene(world)
    _, link = await to_sign(scene, post)
    http, _ = await open_link(world, link)
    done_ = await http.post(f"{URL}/code")
    assert done_.status_code == 204
    code = await post.code(link)
    for table in ("decision_link", "link_decision", "log", "notice", "notice_mail", "pgqueuer"):
        kept = str([tuple(row.values()) for row in await world.rows(f"select t.*::text from {table} t")])
        assert link not in kept, table
        assert f'"{code}"' not in kept, table
    told = await world.rows("select changed::text as changed from log where object_type = 'decision_link'")
    assert all(code not in row["changed"] for row in told)
    assert all("@" not in row["changed"] for row in told)


async def test_a_link_of_one_district_opens_nothing_in_another(world: World, post: Post) -> None:
    scene = await a_scene(world)
    link = await asked(scene, post)
    _, answer = await open_link(world, link)
    decision = done(answer)["items"][0]
    elsewhere = await world.rows("select 1 from decision_link", tenant=world.stranger_id)
    assert elsewhere == []
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    assert (await stranger.http.get(f"{URL}/{decision['id']}/text")).status_code == 404
    assert (await stranger.http.post(f"{URL}/answers", json=yes(decision))).status_code == 404


async def test_a_link_answers_only_what_it_asks(world: World, post: Post) -> None:
    scene = await a_scene(world)
    await asked(scene, post)
    mine, theirs = (post.links(person)[-1] for person in (scene.principal, scene.other_principal))
    _, answer = await open_link(world, theirs)
    other = done(answer)["items"][0]
    http, _ = await open_link(world, mine)
    refused = await http.post(f"{URL}/answers", json=yes(other))
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == "/answers/0/id"
    assert (await http.get(f"{URL}/{other['id']}/text")).status_code == 404
    # nor is it a session: the app's own pages stay closed to it
    for path in ("/api/v1/me", "/api/v1/agreements", "/api/v1/me/mailbox"):
        assert (await http.get(path)).status_code == 401


async def test_who_lost_the_role_decides_nothing(world: World, post: Post) -> None:
    scene = await a_scene(world)
    link = await asked(scene, post)
    http, answer = await open_link(world, link)
    item = done(answer)["items"][0]
    await world.rows("delete from role_school rs using role_assignment r where rs.role_assignment_id = r.id "
                     "and r.person_id = $1", scene.principal.id)  # fmt: skip
    seen = done(await http.get(URL))["items"][0]
    assert (seen["state"], seen["agreement"]) == ("gone", None)
    refused = await http.post(f"{URL}/answers", json=yes(item))
    assert (refused.status_code, slug(refused)) == (409, "decisions-moved")
    await world.rows("delete from role_assignment where person_id = $1", scene.principal.id)
    assert slug((await open_link(world, link))[1]) == "decision-link-revoked"


async def test_other_words_are_another_question(world: World, post: Post) -> None:
    scene = await a_scene(world)
    agreement = await scene.moved(await scene.drafted(), "submit", "start-review")
    await post.deliver()
    link = post.links(scene.principal)[-1]
    http, answer = await open_link(world, link)
    item = done(answer)["items"][0]
    body = {"reason": "A word on rooms"}
    agreement = done(await scene.office.http.post(f"{AGREEMENTS}/{agreement['id']}/request-changes", json=body))
    change = {"schedule": "Tuesdays and Thursdays, 3 pm"}
    agreement = done(
        await scene.office.http.patch(f"{AGREEMENTS}/{agreement['id']}", json=change, headers=match(agreement))
    )
    await scene.moved(agreement, "submit")
    assert done(await http.get(URL))["items"][0]["state"] == "changed"
    refused = await http.post(f"{URL}/answers", json=yes(item))
    assert refused.status_code == 409
    assert refused.json()["decision_state"] == "changed"
    await post.deliver()
    assert slug((await open_link(world, link))[1]) == "decision-link-revoked", "a newer e-mail replaces it"
    _, fresh = await open_link(world, post.links(scene.principal)[-1])
    assert done(fresh)["items"][0]["state"] == "open"


async def test_another_school_s_word_does_not_end_a_link(world: World, post: Post) -> None:
    scene = await a_scene(world)
    link = await asked(scene, post)
    mine, _ = await open_link(world, link)
    other, answer = await open_link(world, post.links(scene.other_principal)[-1])
    body = {"answers": [{"id": done(answer)["items"][0]["id"], "answer": "no", "reason": "We have no room"}]}
    done(await other.post(f"{URL}/answers", json=body))
    item = done(await mine.get(URL))["items"][0]
    assert item["state"] == "open"
    assert done(await mine.post(f"{URL}/answers", json=yes(item)))["items"][0]["answer"] == "yes"


async def test_what_moved_on_waits_no_more_and_the_rest_is_not_recorded(world: World, post: Post) -> None:
    scene = await a_scene(world)
    link = await asked(scene, post, 2)
    http, answer = await open_link(world, link)
    first, second = done(answer)["items"]
    await scene.moved({"id": second["agreement"]["id"]}, "withdraw")
    refused = await http.post(f"{URL}/answers", json=yes(first, second))
    assert (refused.status_code, slug(refused)) == (409, "decisions-moved")
    assert refused.json()["decision_id"] == second["id"]
    assert (await world.rows("select 1 from agreement_school where confirmation <> 'pending'")) == []
    # the link still works for what waits
    assert done(await http.post(f"{URL}/answers", json=yes(first)))["items"][0]["answer"] == "yes"


async def test_a_forwarded_link_does_not_bind_without_its_code(world: World, post: Post) -> None:
    scene = await a_scene(world)
    agreement, link = await to_sign(scene, post)
    thief, answer = await open_link(world, link)
    found = done(answer)
    item = found["items"][0]
    assert item["kind"] == "sign_agreement"
    assert item["needs_code"] is True
    assert "•••@" in found["email_hint"]
    body = {**yes(item), "signature": SIGNATURE}
    without = await thief.post(f"{URL}/answers", json=body)
    assert (without.status_code, slug(without)) == (422, "decision-code-needed")
    assert without.json()["errors"][0]["pointer"] == "/code"
    assert (await thief.post(f"{URL}/code")).status_code == 204
    before = len(post.letters(scene.signatory))
    code = await post.code(link)
    assert len(post.letters(scene.signatory)) == before + 1, "the code goes to the address on file"
    assert post.links(scene.signatory) == [link], "and its e-mail holds no link"
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    for tries in range(1, rules.CODE_TRIES + 1):
        refused = await thief.post(f"{URL}/answers", json={**body, "code": wrong})
        assert (refused.status_code, slug(refused)) == (422, "decision-code-wrong"), tries
    late = await thief.post(f"{URL}/answers", json={**body, "code": code})
    assert (late.status_code, slug(late)) == (410, "decision-link-revoked")
    now = done(await scene.office.http.get(f"{AGREEMENTS}/{agreement['id']}"))
    assert now["signatures"] == []
    refusals = await world.rows("select 1 from log where kind = 'decision_link.code_refused'")
    assert len(refusals) == rules.CODE_TRIES


async def test_tries_that_race_are_all_counted(world: World, post: Post) -> None:
    """A script that sends many codes at once gets no more of them looked at."""
    scene = await a_scene(world)
    _, link = await to_sign(scene, post)
    http, answer = await open_link(world, link)
    item = done(answer)["items"][0]
    await http.post(f"{URL}/code")
    code = int(await post.code(link))
    bodies = [{**yes(item), "signature": SIGNATURE, "code": f"{(code + 1 + k) % 1_000_000:06d}"} for k in range(30)]
    answers = await asyncio.gather(*(http.post(f"{URL}/answers", json=body) for body in bodies))
    looked_at = [each for each in answers if each.status_code == 422]
    assert len(looked_at) == rules.CODE_TRIES
    assert {each.status_code for each in answers} <= {422, 410, 503}


async def test_with_its_code_a_link_signs(world: World, post: Post) -> None:
    scene = await a_scene(world)
    agreement, link = await to_sign(scene, post)
    http, answer = await open_link(world, link)
    item = done(answer)["items"][0]
    text = done(await http.get(f"{URL}/{item['id']}/text"))
    assert text["sha256"] == item["agreement"]["sha256"] == agreement["text_sha256"]
    await http.post(f"{URL}/code")
    code = await post.code(link)
    body = {**yes(item), "signature": SIGNATURE, "code": code}
    unconsented = {**body, "signature": {**SIGNATURE, "consents": False}}
    assert (await http.post(f"{URL}/answers", json=unconsented)).json()["errors"][0]["pointer"] == "/signature/consents"
    unsigned = {**yes(item), "code": code}
    assert (await http.post(f"{URL}/answers", json=unsigned)).json()["errors"][0]["pointer"] == "/signature/name"
    recorded = done(await http.post(f"{URL}/answers", json=body, headers={"User-Agent": "Phone/1"}))
    assert recorded["items"][0]["sha256"] == agreement["text_sha256"]
    now = done(await scene.office.http.get(f"{AGREEMENTS}/{agreement['id']}"))
    assert [(each["party"], each["name"], each["method"]) for each in now["signatures"]] == [
        ("district", "Harold Lindqvist", "esign")
    ]
    rows = await world.rows("select changed, person_id from log where kind = 'decision_link.answered'")
    assert rows[0]["person_id"] == scene.signatory.id
    changed = rows[0]["changed"]
    assert changed["user_agent"] == [None, "Phone/1"]
    assert changed["address"] == [None, "127.0.0.1"]
    assert changed["with_code"] == [None, True]
    history = done(await scene.office.http.get(f"/api/v1/history/agreement/{agreement['id']}"))
    signed = next(each for each in history["items"] if each["kind"] == "agreement.signed")
    assert {"field": "how", "label": "How", "before": None, "after": "by link", "is_withheld": False} in signed[
        "changed"
    ]


async def test_a_code_is_for_one_link_for_a_while_and_for_few_requests(world: World, post: Post) -> None:
    scene = await a_scene(world)
    _, link = await to_sign(scene, post)
    http, answer = await open_link(world, link)
    item = done(answer)["items"][0]
    assert (await http.post(f"{URL}/code")).status_code == 204
    soon = await http.post(f"{URL}/code")
    assert (soon.status_code, slug(soon)) == (429, "decision-codes-too-many")
    assert int(soon.headers["retry-after"]) > 0
    code = await post.code(link)
    await world.rows("update decision_link set code_expires_at = created_at - interval '1 minute'")
    late = await http.post(f"{URL}/answers", json={**yes(item), "signature": SIGNATURE, "code": code})
    assert slug(late) == "decision-code-wrong"
    newer = await post.code(link)
    await world.rows("update decision_link set codes_sent = 5, code_asked_at = null")
    assert (await http.post(f"{URL}/code")).status_code == 429
    signed = await http.post(f"{URL}/answers", json={**yes(item), "signature": SIGNATURE, "code": newer})
    assert signed.status_code == 200


async def test_who_will_not_sign_says_why_without_a_code(world: World, post: Post) -> None:
    scene = await a_scene(world)
    agreement, link = await to_sign(scene, post)
    http, answer = await open_link(world, link)
    item = done(answer)["items"][0]
    bare = await http.post(f"{URL}/answers", json={"answers": [{"id": item["id"], "answer": "no"}]})
    assert bare.json()["errors"][0]["pointer"] == "/answers/0/reason"
    body = {"answers": [{"id": item["id"], "answer": "no", "reason": "The amount is not in the budget"}]}
    recorded = done(await http.post(f"{URL}/answers", json=body))
    assert recorded["items"][0]["status"] == "out_for_signature"
    await post.deliver()
    rows = await world.rows(
        "select 1 from notice where kind = 'signature_declined' and person_id = $1", scene.office.id
    )
    assert len(rows) == 1
    history = done(await scene.office.http.get(f"/api/v1/history/agreement/{agreement['id']}"))
    assert history["items"][-1]["reason"] == "The amount is not in the budget"


async def test_who_is_not_the_one_says_so_and_the_office_hears_of_it(world: World, post: Post) -> None:
    scene = await a_scene(world)
    link = await asked(scene, post)
    http, _ = await open_link(world, link)
    assert (await http.post(f"{URL}/not-me", json={"reason": "Ask Ms. Vega"})).status_code == 204
    assert slug((await open_link(world, link))[1]) == "decision-link-revoked"
    await post.deliver()
    rows = await world.rows("select 1 from notice where kind = 'word_disowned' and person_id = $1", scene.office.id)
    assert len(rows) == 1
    # and nobody gets a new one through a link that somebody disowned
    before = len(post.letters(scene.principal))
    assert (await http.post(f"{URL}/new-link", json={"token": link})).status_code == 202
    await post.deliver()
    assert len(post.letters(scene.principal)) == before


async def test_a_spent_link_brings_a_new_one_and_says_nothing(world: World, post: Post) -> None:
    scene = await a_scene(world)
    link = await asked(scene, post, 2)
    http, answer = await open_link(world, link)
    first, second = done(answer)["items"]
    done(await http.post(f"{URL}/answers", json=yes(first)))
    told = [
        (await world.anonymous().post(f"{URL}/new-link", json={"token": token})).text
        for token in (link, link, rules.new_token(world.tenant_id), "nonsense")
    ]
    assert set(told) == {'{"asked":true}'}
    await post.deliver()
    links = post.links(scene.principal)
    assert len(links) == 2, "once an hour at most"
    _, fresh = await open_link(world, links[-1])
    assert [item["agreement"]["id"] for item in done(fresh)["items"]] == [second["agreement"]["id"]]


async def test_the_office_and_the_coordinator_ask_again_and_nobody_else(world: World, post: Post) -> None:
    scene = await a_scene(world)
    agreement = await scene.moved(await scene.drafted(), "submit")
    await post.deliver()
    body = {"object_type": "agreement", "object_id": agreement["id"]}
    assert (await world.anonymous().post(f"{URL}/ask-again", json=body)).status_code == 401
    assert (await scene.signatory.http.post(f"{URL}/ask-again", json=body)).status_code == 403
    refused = await scene.admin.http.post(f"{URL}/ask-again", json=body)
    assert (refused.status_code, slug(refused)) == (403, "not-your-move")
    assert refused.json()["allowed_moves"] == [], "the admin may take no step with what the school drafted"
    own = await an_agreement(world, status="draft", partner=scene.partner, drafted_by="partner")
    refused = await scene.admin.http.post(f"{URL}/ask-again", json={**body, "object_id": str(own)})
    read = done(await scene.admin.http.get(f"{AGREEMENTS}/{own}"))
    assert {each["move"] for each in refused.json()["allowed_moves"]} == {"submit", "withdraw"}
    assert refused.json()["allowed_moves"] == read["allowed_moves"]
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.post(f"{URL}/ask-again", json=body)).status_code == 404
    offered = {
        person.id: done(await person.http.get(f"{AGREEMENTS}/{agreement['id']}"))["can_ask_again"]
        for person in (scene.office, scene.coordinator, scene.admin, scene.signatory)
    }
    assert list(offered.values()) == [True, True, False, False]
    told = done(await scene.coordinator.http.post(f"{URL}/ask-again", json=body))
    assert told == {"written_to": ["Denise Okafor", "Omar Haddad"], "not_written_to": []}
    again = done(await scene.office.http.post(f"{URL}/ask-again", json=body))
    assert again == {"written_to": [], "not_written_to": ["Denise Okafor", "Omar Haddad"]}
    await post.deliver()
    old, new = post.links(scene.principal)
    assert slug((await open_link(world, old))[1]) == "decision-link-revoked"
    assert (await open_link(world, new))[1].status_code == 200


async def test_who_switched_the_e_mail_off_gets_none(world: World, post: Post) -> None:
    scene = await a_scene(world)
    path = "/api/v1/me/notice-preferences"
    known = await scene.principal.http.get(path)
    off = {"items": [{"kind": "school_to_confirm", "in_app": True, "email": "off"}]}
    done(await scene.principal.http.put(path, json=off, headers={"If-Match": known.headers["etag"]}))
    agreement = await scene.moved(await scene.drafted(), "submit")
    told = done(
        await scene.office.http.post(
            f"{URL}/ask-again", json={"object_type": "agreement", "object_id": agreement["id"]}
        )
    )
    assert told == {"written_to": ["Omar Haddad"], "not_written_to": ["Denise Okafor"]}
    await post.deliver()
    assert post.links(scene.principal) == []


async def test_nobody_is_asked_about_what_waits_for_nobody(world: World) -> None:
    scene = await a_scene(world)
    agreement = await scene.drafted()
    body = {"object_type": "agreement", "object_id": agreement["id"]}
    assert AGREEMENT.initial == agreement["status"]
    assert slug(await scene.office.http.post(f"{URL}/ask-again", json=body)) == "nobody-to-ask"


async def test_a_school_joins_what_is_signed_by_link(world: World, post: Post) -> None:
    scene = await a_scene(world)
    agreement = await scene.executed(school_ids=[str(scene.alder), str(scene.birch)])
    cedar = await a_school(world, name="Cedar School")
    leader = await world.person(Role.SCHOOL_LEADER, schools=[cedar], name="Grace Lin")
    added = await scene.office.http.put(f"{AGREEMENTS}/{agreement['id']}/schools/{cedar}", headers=match(agreement))
    done(added)
    await post.deliver()
    http, answer = await open_link(world, post.links(leader)[-1])
    item = done(answer)["items"][0]
    assert item["agreement"]["is_offer"] is True
    done(await http.post(f"{URL}/answers", json=yes(item)))
    now = done(await scene.office.http.get(f"{AGREEMENTS}/{agreement['id']}"))
    joined = next(each for each in now["schools"] if each["school"]["name"] == "Cedar School")
    assert (joined["confirmation"], joined["covered_from"]) == ("confirmed", agreement["effective_on"])


async def test_another_site_cannot_borrow_an_open_link(world: World, post: Post) -> None:
    scene = await a_scene(world)
    http, answer = await open_link(world, await asked(scene, post))
    item = done(answer)["items"][0]
    for headers in ({"Origin": "https://evil.example"}, {"Origin": ORIGIN, "Sec-Fetch-Site": "cross-site"}):
        refused = await http.post(f"{URL}/answers", json=yes(item), headers=headers)
        assert (refused.status_code, slug(refused)) == (403, "cross-site-request")


async def test_the_cookie_is_for_tls_for_no_script_and_for_half_an_hour(world: World, post: Post) -> None:
    scene = await a_scene(world)
    link = await asked(scene, post)
    answer: httpx.Response = await world.anonymous().post(f"{URL}/open", json={"token": link})
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    for mark in ("HttpOnly", "Secure", "SameSite=strict", "Path=/", "Max-Age=1800"):
        assert mark in cookie
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"


async def test_a_letter_says_how_long_in_the_reader_s_language(world: World, post: Post) -> None:
    scene = await a_scene(world)
    await scene.principal.http.patch("/api/v1/me", json={"locale": "es"})
    await asked(scene, post)
    said = post.letters(scene.principal)[-1].get_content()
    assert "sin iniciar sesión" in said
    assert "10 de febrero de 2020" in said
