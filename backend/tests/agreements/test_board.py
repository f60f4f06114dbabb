"""The board: a packet as long as its caption says, and one vote that moves all that it names or none of them."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from alongside.agreements.rules import Route, due_parties, due_steps, text_changes, usual_route
from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from tests.agreements.scene import URL, Scene, a_scene, done, match, moves, sign, slug
from tests.partners.factories import a_program
from tests.partnerships.factories import a_partnership
from tests.reading import Paper
from tests.targets.factories import a_result, a_target
from tests.world import Person, World

VOTES = "/api/v1/board-votes"
PACKET = "/api/v1/board-packet"
ROUTES = "/api/v1/agreement-routes"
BOARD = {"steps": ["board"]}


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def routed(scene: Scene, kind: str = "mou", **route: Any) -> dict[str, Any]:
    admin = await scene.world.person(Role.DISTRICT_ADMIN)
    now = done(await admin.http.get(f"{ROUTES}/{kind}"))
    return done(await admin.http.put(f"{ROUTES}/{kind}", json=route, headers=match(now)))


async def before_the_board(scene: Scene, program: str = "Homeroom Mentors", **values: Any) -> dict[str, Any]:
    """Reviewed and confirmed by everybody but the board."""
    one = await a_program(scene.world, partner=scene.partner, name=program)
    drafted = await scene.drafted(title=f"{program}, spring", program_ids=[str(one)], **values)
    return await scene.confirmed(await scene.moved(drafted, "submit", "start-review"))


def vote(*agreements: dict[str, Any], **values: Any) -> dict[str, Any]:
    ids = [each["id"] for each in agreements]
    return {"met_on": "2020-01-22", "item": "7.3", "resolution": "20-0122-PR4", "agreement_ids": ids, **values}


async def test_one_vote_moves_them_all_and_each_has_its_own_event(scene: Scene) -> None:
    await routed(scene, **BOARD)
    waiting = [await before_the_board(scene, f"Program {number}") for number in range(3)]
    seen = done(await scene.office.http.get(f"{URL}/{waiting[0]['id']}"))
    assert moves(seen)["approve"] == ["reviews_approved"]
    answer = await scene.office.http.post(VOTES, json=vote(*waiting))
    made = done(answer, 201)
    assert [each["id"] for each in made["agreements"]] == [each["id"] for each in waiting]
    assert done(await scene.office.http.get(answer.headers["location"])) == made
    for each in waiting:
        now = done(await scene.office.http.get(f"{URL}/{each['id']}"))
        assert now["status"] == "approved"
        assert now["version"] == each["version"] + 1
        board = now["board"]
        assert (board["met_on"], board["item"], board["resolution"]) == ("2020-01-22", "7.3", "20-0122-PR4")
        assert [(r["step"], r["decision"]) for r in now["reviews"]] == [
            ("board", "approved"), ("program", "approved")]  # fmt: skip
        log = await scene.world.rows(
            "select reason from log where kind = 'agreement.approved' and object_id = $1", each["id"]
        )
        words = "Board of January 22, 2020, item 7.3, resolution 20-0122-PR4: approved."
        assert [row["reason"] for row in log] == [words]
    recorded = await scene.world.rows("select count(*) from log where kind = 'board_vote.recorded'")
    assert recorded[0][0] == 1


async def test_a_declined_vote_turns_them_down_with_the_resolution(scene: Scene) -> None:
    await routed(scene, **BOARD)
    one = await before_the_board(scene)
    done(await scene.office.http.post(VOTES, json=vote(one, outcome="declined", note="Cost per student.")), 201)
    now = done(await scene.office.http.get(f"{URL}/{one['id']}"))
    assert now["status"] == "rejected"
    assert now["status_reason"].endswith("resolution 20-0122-PR4: declined. Cost per student.")


async def test_those_no_longer_waiting_are_named_and_nothing_is_recorded(scene: Scene) -> None:
    await routed(scene, **BOARD)
    ready, gone = [await before_the_board(scene, name) for name in ("Ready", "Gone")]
    unasked = await scene.moved(await scene.drafted(type="letter_of_agreement"), "submit", "start-review")
    unconfirmed = await scene.moved(await scene.drafted(title="Unconfirmed"), "submit", "start-review")
    await scene.moved(gone, "withdraw")
    answer = await scene.office.http.post(VOTES, json=vote(ready, gone, unasked, unconfirmed))
    assert (answer.status_code, slug(answer)) == (409, "not-waiting")
    named = {each["title"]: each["needs"] for each in answer.json()["not_waiting"]}
    assert named == {
        "Gone, spring": ["in_review"],
        "Afternoon mentoring": ["board_step"],
        "Unconfirmed": ["schools_answered", "school_confirmed"],
    }
    assert done(await scene.office.http.get(f"{URL}/{ready['id']}"))["status"] == "in_review"
    assert await scene.world.rows("select 1 from board_vote") == []
    assert await scene.world.rows("select 1 from log where kind = 'board_vote.recorded'") == []


async def test_two_that_cover_the_same_are_not_both_approved_in_one_vote(scene: Scene) -> None:
    await routed(scene, **BOARD)
    first = await before_the_board(scene)
    again = {"program_ids": [each["id"] for each in first["programs"]], "title": "The same again"}
    drafted = await scene.drafted(**again)
    second = await scene.confirmed(await scene.moved(drafted, "submit", "start-review"))
    answer = await scene.office.http.post(VOTES, json=vote(first, second))
    assert slug(answer) == "not-waiting"
    assert [(each["title"], each["needs"]) for each in answer.json()["not_waiting"]] == [
        ("The same again", ["no_overlap"])]  # fmt: skip
    for each in (first, second):
        assert done(await scene.office.http.get(f"{URL}/{each['id']}"))["status"] == "in_review"


async def test_of_racing_votes_one_moves_them(scene: Scene) -> None:
    await routed(scene, **BOARD)
    waiting = [await before_the_board(scene, f"Program {number}") for number in range(3)]
    bodies = [vote(*(waiting if number % 2 else waiting[::-1]), item=f"7.{number}") for number in range(20)]
    answers = await asyncio.gather(*(scene.office.http.post(VOTES, json=body) for body in bodies))
    assert sorted({answer.status_code for answer in answers} - {503}) in ([201, 409], [201])
    assert sum(answer.status_code == 201 for answer in answers) == 1
    late = [answer.json() for answer in answers if answer.status_code == 409]
    assert all(len(each["not_waiting"]) == 3 for each in late)
    assert (await scene.world.rows("select count(*) from board_vote"))[0][0] == 1
    log = await scene.world.rows("select count(*) from log where kind = 'agreement.approved'")
    assert log[0][0] == 3


async def test_a_vote_needs_a_past_meeting_known_agreements_and_the_office(scene: Scene, world: World) -> None:
    await routed(scene, **BOARD)
    one = await before_the_board(scene)
    late = await scene.office.http.post(VOTES, json=vote(one, met_on="2020-01-28"))
    assert [each["pointer"] for each in late.json()["errors"]] == ["/met_on"]
    unknown = await scene.office.http.post(VOTES, json={**vote(one), "agreement_ids": [one["id"], str(new_id())]})
    assert [(each["pointer"], each["code"]) for each in unknown.json()["errors"]] == [
        ("/agreement_ids/1", "unresolved_reference")]  # fmt: skip
    empty = await scene.office.http.post(VOTES, json=vote(one, item=" "))
    assert [each["pointer"] for each in empty.json()["errors"]] == ["/item"]
    assert (await world.anonymous().post(VOTES, json=vote(one))).status_code == 401
    legal = await world.person(Role.LEGAL_REVIEWER)
    assert slug(await legal.http.post(VOTES, json=vote(one))) == "missing-scope"
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert (await stranger.http.post(VOTES, json=vote(one))).status_code == 422
    paid = await world.person(Role.PARTNERSHIP_OFFICE, employer=scene.partner)
    answer = await paid.http.post(VOTES, json=vote(one))
    assert answer.json()["not_waiting"][0]["needs"] == ["not_paid_by_partner"]
    made = done(await scene.office.http.post(VOTES, json=vote(one)), 201)
    assert (await stranger.http.get(f"{VOTES}/{made['id']}")).status_code == 404
    assert (await scene.admin.http.get(f"{VOTES}/{made['id']}")).status_code == 404


async def test_a_retried_vote_is_recorded_once(scene: Scene) -> None:
    await routed(scene, **BOARD)
    one = await before_the_board(scene)
    headers = {"Idempotency-Key": "february-board"}
    first = await scene.office.http.post(VOTES, json=vote(one), headers=headers)
    again = await scene.office.http.post(VOTES, json=vote(one), headers=headers)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()


async def test_the_board_s_word_is_never_given_as_a_review(scene: Scene) -> None:
    await routed(scene, **BOARD)
    one = await before_the_board(scene)
    assert [(each["step"], each["is_due"], each["is_yours"]) for each in one["review_steps"]] == [
        ("board", True, False)]  # fmt: skip
    answer = await scene.office.http.post(f"{URL}/{one['id']}/reviews", json={"step": "board", "decision": "approved"})
    assert (answer.status_code, answer.json()["needs"]) == (409, ["board_vote"])


async def test_the_packet_has_a_part_for_each_agreement_that_its_caption_counts(scene: Scene, world: World) -> None:
    await routed(scene, **BOARD)
    money = {
        "cost": "4200.00", "funding_source": "Title IV, Part A",
        "resources": [{"party": "partner", "text": "Six mentors", "value": "21000.00"}],
    }  # fmt: skip
    waiting = [await before_the_board(scene, f"Program {number}", **(money if number else {})) for number in range(4)]
    packet = done(await scene.office.http.get(PACKET, params={"meets_on": "2020-02-26"}))
    assert packet["count"] == len(packet["items"]) == 4
    assert (packet["total_cost"], packet["without_cost"]) == ("12600.00", 1)
    assert [each["id"] for each in packet["items"]] == [each["id"] for each in waiting]
    one = packet["items"][1]
    assert (one["kind"], one["cost"], one["funding_source"], one["stated_value"]) == (
        "new", "4200.00", "Title IV, Part A", "21000.00")  # fmt: skip
    assert [each["name"] for each in one["schools"]] == ["Alderbrook School", "Birchwell School"]
    answer = await scene.office.http.get(f"{PACKET}.pdf", params={"meets_on": "2020-02-26"})
    paper = Paper(answer.content)
    paper.hold_to_accessible()
    assert paper.title == "Board packet: 4 agreements for the meeting of February 26, 2020"
    assert paper.holds("4 agreements")
    assert paper.holds("Together they cost the district $12,600. 1 of 4 state no amount.")
    for each in waiting:
        assert paper.holds(each["number"])
        assert paper.holds(each["title"])
    tags = paper.tags()
    assert tags.count("Table") == 1 + 4
    assert tags.count("TR") == (1 + 4) + 4 * (1 + 10)


async def test_a_selection_prints_only_itself_and_names_what_is_not_there(scene: Scene) -> None:
    await routed(scene, **BOARD)
    waiting = [await before_the_board(scene, f"Program {number}") for number in range(3)]
    unknown = str(new_id())
    chosen = done(
        await scene.office.http.get(PACKET, params={"agreement": [waiting[2]["id"], waiting[0]["id"], unknown]})
    )
    assert [each["id"] for each in chosen["items"]] == [waiting[0]["id"], waiting[2]["id"]]
    assert (chosen["count"], chosen["missing"]) == (2, [unknown])


async def test_results_in_the_packet_hide_small_groups(scene: Scene, world: World) -> None:
    """Even from whoever entered them: the packet is public reading."""
    await routed(scene, **BOARD)
    one = await before_the_board(scene)
    program = UUID(one["programs"][0]["id"])
    partnership = await a_partnership(world, program=program, school=scene.alder, partner=scene.partner)
    whose = {"partner": scene.partner, "program": program, "schools": {scene.alder: partnership}}
    small = await a_target(world, **whose, name="Calmer days")
    await a_result(world, target=small, school=scene.alder, of=(3, 7), entered_by_id=scene.office.id, hidden="small_n")
    large = await a_target(world, **whose, name="More mornings")
    await a_result(world, target=large, school=scene.alder, of=(30, 70), entered_by_id=scene.office.id)
    packet = done(await scene.office.http.get(PACKET))
    results = packet["items"][0]["last_year"]["results"]
    assert [(each["target"], each["suppressed"]) for each in results] == [
        ("Calmer days", True), ("More mornings", False)]  # fmt: skip
    paper = Paper((await scene.office.http.get(f"{PACKET}.pdf")).content)
    assert paper.holds(results[0]["finding"])
    assert not any(number in results[0]["finding"] for number in ("3 of 7", "42.9", "43%"))


async def test_only_the_office_prints_the_packet(scene: Scene, world: World) -> None:
    for address in (PACKET, f"{PACKET}.pdf"):
        assert (await world.anonymous().get(address)).status_code == 401
        for person in (scene.admin, scene.principal, scene.signatory):
            assert slug(await person.http.get(address)) == "missing-scope"
        stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
        assert (await stranger.http.get(address)).status_code == 200


async def test_a_renewal_is_one_in_the_packet(scene: Scene) -> None:
    await routed(scene, **BOARD)
    signed = await scene.executed(starts_on="2019-02-24", ends_on="2020-03-01", type="moa")
    made = done(await scene.office.http.post(f"{URL}/{signed['id']}/renewals"), 201)
    await routed(scene, "moa", **BOARD)
    await scene.moved(made, "submit", "start-review")
    item = next(each for each in done(await scene.office.http.get(PACKET))["items"] if each["id"] == made["id"])
    assert (item["kind"], item["renews"]["number"]) == ("renewal", signed["number"])


# ---- routes


def test_side_by_side_all_open_steps_are_due_and_in_order_the_first() -> None:
    beside = Route(("legal", "risk", "board"))
    assert due_steps(beside, {}) == {"legal", "risk"}
    assert due_steps(beside, {"legal": "approved"}) == {"risk"}
    assert due_steps(beside, {"legal": "approved", "risk": "approved"}) == {"board"}
    in_order = Route(("risk", "legal", "board"), is_in_order=True)
    assert due_steps(in_order, {}) == {"risk"}
    assert due_steps(in_order, {"risk": "approved"}) == {"legal"}
    assert due_steps(in_order, {"risk": "approved", "legal": "approved", "board": "approved"}) == frozenset()


def test_student_records_pass_privacy_and_the_board_stays_last() -> None:
    assert Route(("legal", "board")).for_records(True).steps == ("legal", "privacy", "board")
    assert Route(("privacy",)).for_records(True).steps == ("privacy",)
    assert usual_route("services_contract").steps == ("legal", "risk")


def test_who_signs_first_signs_alone_at_first() -> None:
    assert due_parties("any", ()) == ("partner", "district")
    assert due_parties("partner_first", ()) == ("partner",)
    assert due_parties("district_first", ()) == ("district",)
    assert due_parties("district_first", ("district",)) == ("partner",)
    assert due_parties("partner_first", ("partner", "district")) == ()


async def test_in_order_nobody_goes_before_an_earlier_step(scene: Scene) -> None:
    await routed(scene, "services_contract", steps=["risk", "legal"], is_in_order=True)
    legal, risk = [await scene.world.person(role) for role in (Role.LEGAL_REVIEWER, Role.COMPLIANCE_REVIEWER)]
    one = await scene.moved(await scene.drafted(type="services_contract"), "submit", "start-review")
    body = {"step": "legal", "decision": "approved"}
    early = await legal.http.post(f"{URL}/{one['id']}/reviews", json=body)
    assert (early.status_code, early.json()["needs"]) == (409, ["earlier_steps"])

    async def waits(person: Person) -> int:
        return len(done(await person.http.get(URL, params={"waits_for_me": "true"}))["items"])

    assert (await waits(legal), await waits(risk)) == (0, 1)
    now = done(await risk.http.post(f"{URL}/{one['id']}/reviews", json={"step": "risk", "decision": "approved"}), 201)
    assert [(each["step"], each["is_due"]) for each in now["review_steps"]] == [("risk", False), ("legal", True)]
    assert (await waits(legal), await waits(risk)) == (1, 0)
    done(await legal.http.post(f"{URL}/{one['id']}/reviews", json=body), 201)


async def test_who_signs_first_is_held_to(scene: Scene) -> None:
    await routed(scene, steps=[], signing_order="partner_first")
    out = await scene.sent()
    early = await sign(scene.signatory, out["id"])
    assert (early.status_code, early.json()["needs"]) == (409, ["other_party_first"])

    async def waits(person: Person) -> int:
        return len(done(await person.http.get(URL, params={"waits_for_me": "true"}))["items"])

    assert (await waits(scene.signatory), await waits(scene.partner_signatory)) == (0, 1)
    listed = done(await scene.office.http.get(URL))["items"]
    assert [each["waits_for"] for each in listed] == [["partner"]]
    done(await sign(scene.partner_signatory, out["id"]))
    assert await waits(scene.signatory) == 1
    assert done(await sign(scene.signatory, out["id"]))["status"] == "executed"


async def test_a_route_that_changes_is_for_those_handed_in_later(scene: Scene) -> None:
    before = await scene.moved(await scene.drafted(), "submit")
    unsent = await scene.drafted(title="Not sent yet")
    await routed(scene, steps=["legal", "board"], is_in_order=True)
    kept = done(await scene.office.http.get(f"{URL}/{before['id']}"))
    assert kept["review_steps"] == []
    fresh = done(await scene.office.http.get(f"{URL}/{unsent['id']}"))
    assert [each["step"] for each in fresh["review_steps"]] == ["legal", "board"]
    assert fresh["is_route_in_order"]


async def test_a_route_is_set_with_its_version_by_whoever_sets_settings(scene: Scene, world: World) -> None:
    routes = done(await scene.office.http.get(ROUTES))
    assert len(routes["items"]) == 9
    assert not any(each["is_own"] for each in routes["items"])
    admin = await world.person(Role.DISTRICT_ADMIN)
    body = {"steps": ["legal", "board"], "is_in_order": True, "signing_order": "partner_first"}
    assert slug(await scene.office.http.put(f"{ROUTES}/mou", json=body)) == "missing-scope"
    assert (await admin.http.put(f"{ROUTES}/mou", json=body)).status_code == 428
    made = done(await admin.http.put(f"{ROUTES}/mou", json=body, headers=match({"version": 0})))
    assert (made["version"], made["is_own"], made["steps"]) == (1, True, ["legal", "board"])
    assert (await admin.http.put(f"{ROUTES}/mou", json=body, headers=match({"version": 0}))).status_code == 412
    same = done(await admin.http.put(f"{ROUTES}/mou", json=body, headers=match(made)))
    assert same["version"] == 1
    for steps in (["board", "legal"], ["legal", "legal"], ["program"]):
        answer = await admin.http.put(f"{ROUTES}/mou", json={"steps": steps}, headers=match(made))
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"].startswith("/steps")
    stranger = await world.person(Role.DISTRICT_ADMIN, tenant=world.stranger_id)
    assert not done(await stranger.http.get(f"{ROUTES}/mou"))["is_own"]


async def test_of_two_first_settings_of_a_route_at_once_one_is_kept_and_the_other_is_told(
    scene: Scene, world: World
) -> None:
    admin = await world.person(Role.DISTRICT_ADMIN)
    bodies = [{"steps": steps} for steps in (["legal"], ["risk"], ["privacy"], ["board"]) * 3]
    answers = await asyncio.gather(
        *(admin.http.put(f"{ROUTES}/moa", json=body, headers=match({"version": 0})) for body in bodies)
    )
    kept = [answer.json() for answer in answers if answer.status_code == 200]
    assert sorted({answer.status_code for answer in answers} - {503}) == [200, 412]
    now = done(await admin.http.get(f"{ROUTES}/moa"))
    assert now["version"] == 1
    assert [each["steps"] for each in kept] == [now["steps"]]
    log = await world.rows("select count(*) from log where kind = 'agreement_route.set'")
    assert log[0][0] == 1


async def test_the_office_reads_the_votes_of_the_board_the_last_meeting_first(scene: Scene, world: World) -> None:
    await routed(scene, **BOARD)
    first, second = [await before_the_board(scene, name) for name in ("First", "Second")]
    done(await scene.office.http.post(VOTES, json=vote(second, met_on="2020-01-08", item="4.1")), 201)
    done(await scene.office.http.post(VOTES, json=vote(first)), 201)
    listed = done(await scene.office.http.get(VOTES))["items"]
    assert [(each["met_on"], [one["title"] for one in each["agreements"]]) for each in listed] == [
        ("2020-01-22", ["First, spring"]), ("2020-01-08", ["Second, spring"])]  # fmt: skip
    stranger = await world.person(Role.PARTNERSHIP_OFFICE, tenant=world.stranger_id)
    assert done(await stranger.http.get(VOTES))["items"] == []
    assert (await world.anonymous().get(VOTES)).status_code == 401
    assert slug(await scene.admin.http.get(VOTES)) == "missing-scope"


# ---- what was changed since reviewers read it


def test_of_two_texts_the_sections_that_say_otherwise_are_told_whole() -> None:
    def text(*sections: tuple[str, list[str], list[str]], title: str = "Mentors") -> dict[str, Any]:
        told = [{"heading": name, "paragraphs": lines, "items": items} for name, lines, items in sections]
        return {"title": title, "subtitle": "Memorandum of understanding A-2020-0001", "sections": told}

    before = text(("Purpose", ["Calm"], []), ("The partner will", [], ["One", "Two"]), ("Costs", ["$1"], []))
    now = text(("Purpose", ["Calm"], []), ("The partner will", [], ["One", "Three"]), title="More mentors")
    told = [
        (each.key, each.heading, [(line.change, line.text) for line in each.lines])
        for each in text_changes(before, now)
    ]
    assert told == [
        ("promises", "The partner will", [("kept", "One"), ("dropped", "Two"), ("added", "Three")]),
        ("parties", "Parties", [
            ("dropped", "Mentors"), ("added", "More mentors"), ("kept", "Memorandum of understanding A-2020-0001")]),
        ("costs", "Costs", [("dropped", "$1")]),
    ]  # fmt: skip
    assert text_changes(now, now) == []


async def test_a_text_that_comes_back_shows_what_was_changed_since_it_was_read(scene: Scene) -> None:
    legal = await scene.world.person(Role.LEGAL_REVIEWER)
    one = await scene.moved(await scene.drafted(type="services_contract", purpose="Calm"), "submit", "start-review")
    address = f"{URL}/{one['id']}/text-changes"
    first = done(await legal.http.get(address))
    assert (first["before_sha256"], first["sections"]) == (None, [])
    sent_back = {"step": "legal", "decision": "changes_requested", "comment": "Say for whom"}
    back = done(await legal.http.post(f"{URL}/{one['id']}/reviews", json=sent_back), 201)
    untouched = done(await legal.http.get(address))
    assert (untouched["is_handed_in"], untouched["sections"]) == (False, [])
    assert untouched["before_sha256"] == untouched["sha256"]
    change = {"purpose": "Calmer middle grades", "notice_days": 30}
    done(await scene.office.http.patch(f"{URL}/{one['id']}", json=change, headers=match(back)))
    await scene.moved(one, "submit")
    told = done(await legal.http.get(address))
    assert told["is_handed_in"]
    assert [(each["key"], [(line["change"], line["text"]) for line in each["lines"]]) for each in told["sections"]] == [
        ("purpose", [("dropped", "Calm"), ("added", "Calmer middle grades")]),
        ("term", [
            ("kept", "From February 24, 2020 to June 11, 2021, both days included, and not before both parties have "
                     "signed."),
            ("kept", "It does not renew itself."),
            ("added", "Either party may end it with 30 days' notice in writing."),
        ]),
    ]  # fmt: skip
    stranger = await scene.world.person(Role.PARTNERSHIP_OFFICE, tenant=scene.world.stranger_id)
    assert (await stranger.http.get(address)).status_code == 404
    assert (await scene.world.anonymous().get(address)).status_code == 401
    frozen = done(await scene.office.http.get(f"{URL}/{one['id']}/text"))
    assert frozen["sha256"] == told["sha256"]


async def test_a_text_that_reviewers_read_is_fixed_for_signature_only_when_it_is_sent(scene: Scene) -> None:
    one = await scene.confirmed(await scene.moved(await scene.drafted(), "submit", "start-review"))
    assert not done(await scene.office.http.get(f"{URL}/{one['id']}/text"))["is_frozen"]
    await scene.world.rows(
        "update agreement_text set frozen_at = frozen_at - interval '9 days' where agreement_id = $1 returning 1",
        one["id"],
    )
    sent = await scene.moved(one, "approve", "send-for-signature")
    text = done(await scene.office.http.get(f"{URL}/{one['id']}/text"))
    assert text["frozen_at"][:10] == sent["status_since"][:10]


# ---- notes beside sections


async def test_notes_stand_beside_their_sections(scene: Scene) -> None:
    privacy = await scene.world.person(Role.PRIVACY_OFFICER)
    one = await scene.moved(await scene.drafted(type="research"), "submit", "start-review")
    body = {
        "step": "privacy", "decision": "changes_requested", "comment": "Two things",
        "notes": [{"section": "term", "text": "One year, not two"}, {"section": "students", "text": "Which grades?"}],
    }  # fmt: skip
    back = done(await privacy.http.post(f"{URL}/{one['id']}/reviews", json=body), 201)
    assert back["status"] == "changes_requested"
    assert back["reviews"][0]["notes"] == [
        {"section": "students", "text": "Which grades?"}, {"section": "term", "text": "One year, not two"}]  # fmt: skip
    twice = {**body, "notes": [body["notes"][0], body["notes"][0]]}
    answer = await privacy.http.post(f"{URL}/{one['id']}/reviews", json=twice)
    assert [each["pointer"] for each in answer.json()["errors"]] == ["/notes"]


async def test_the_office_sends_back_with_notes(scene: Scene) -> None:
    one = await scene.moved(await scene.drafted(), "submit", "start-review")
    body = {"reason": "One thing", "notes": [{"section": "costs", "text": "Who pays for the bus?"}]}
    back = done(await scene.office.http.post(f"{URL}/{one['id']}/request-changes", json=body))
    assert back["reviews"][0]["notes"] == [{"section": "costs", "text": "Who pays for the bus?"}]


async def test_what_an_agreement_costs_is_in_its_text_and_its_renewal(scene: Scene) -> None:
    money = {"cost": "4200.50", "funding_source": "Title IV, Part A"}
    signed = await scene.executed(starts_on="2019-02-24", ends_on="2020-03-01", **money)
    assert (signed["cost"], signed["funding_source"]) == ("4200.50", "Title IV, Part A")
    text = done(await scene.office.http.get(f"{URL}/{signed['id']}/text"))
    costs = next(each for each in text["document"]["sections"] if each["heading"] == "Costs")
    assert costs["paragraphs"] == ["The district pays $4,200.50, from Title IV, Part A."]
    renewed = done(await scene.office.http.post(f"{URL}/{signed['id']}/renewals"), 201)
    assert (renewed["cost"], renewed["funding_source"]) == ("4200.50", "Title IV, Part A")
    change = {"cost": None, "funding_source": "General fund"}
    edited = done(await scene.office.http.patch(f"{URL}/{renewed['id']}", json=change, headers=match(renewed)))
    assert (edited["cost"], edited["funding_source"]) == (None, "General fund")
