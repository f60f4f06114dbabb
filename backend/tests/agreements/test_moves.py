"""Each step of an agreement: whose it is, what it needs, what it leaves behind; reviews, principals, signatures."""

import hashlib
import json
from typing import Any
from uuid import UUID

import pytest

from alongside.agreements import rules
from alongside.core.clock import new_id
from alongside.identity.scopes import GRANTS, Role, Scope
from tests.agreements.factories import a_review, a_signature, an_agreement
from tests.agreements.scene import URL, Scene, a_scene, done, match, moves, sign, slug
from tests.partners.factories import a_partner
from tests.schools.factories import a_school
from tests.world import TODAY, Person, World

REASON = {"reason": "The room is not free"}
BODIES: dict[str, dict[str, Any]] = dict.fromkeys(("request-changes", "reject", "suspend", "terminate"), REASON) | {
    "sign": {"name": "Harold Lindqvist", "title": "Chief", "consents": True}
}
OFFICE_MOVES = {
    "draft": {"submit", "withdraw"},
    "submitted": {"start-review", "withdraw"},
    "in_review": {"request-changes", "approve", "reject", "withdraw"},
    "changes_requested": {"submit", "withdraw"},
    "approved": {"send-for-signature", "withdraw"},
    "out_for_signature": {"recall"},
    "executed": {"suspend", "terminate"},
    "suspended": {"reinstate", "terminate"},
    "terminated": set(),
    "rejected": set(),
    "withdrawn": set(),
    "superseded": set(),
}


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def in_state(scene: Scene, status: str, **values: Any) -> UUID:
    return await an_agreement(
        scene.world, status=status, partner=scene.partner, programs=[scene.program], schools=[scene.alder], **values
    )


async def test_each_state_offers_the_office_its_moves_and_refuses_all_others(scene: Scene) -> None:
    """Every state × every verb: what is not offered answers 409 and changes nothing."""
    verbs = {made.verb for made in rules.AGREEMENT.moves} - {"supersede", "restore", "sign"}
    for status, offered in OFFICE_MOVES.items():
        agreement = await in_state(scene, status)
        before = done(await scene.office.http.get(f"{URL}/{agreement}"))
        assert set(moves(before)) == offered, status
        for verb in sorted(verbs - offered):
            answer = await scene.office.http.post(f"{URL}/{agreement}/{verb}", json=BODIES.get(verb))
            assert (answer.status_code, slug(answer)) == (409, "agreement-cannot-move"), (status, verb)
            assert {each["move"] for each in answer.json()["allowed_moves"]} == offered
        assert done(await scene.office.http.get(f"{URL}/{agreement}")) == before


def test_every_role_that_a_move_names_is_granted_its_scope() -> None:
    for made in (*rules.AGREEMENT.moves, *rules.AGREEMENT_SCHOOL.moves):
        for role in made.who:
            writers = {each for side in rules.SIDES.values() for each in side} if role == rules.AUTHOR else {role}
            for each in writers - {"system"}:
                assert rules.MOVE_SCOPES[made.verb] in GRANTS[Role(each)], (made.verb, each)


async def test_a_move_that_is_somebody_else_s_is_refused(scene: Scene) -> None:
    agreement = await in_state(scene, "in_review")
    legal = await scene.world.person(Role.LEGAL_REVIEWER)
    assert slug(await legal.http.post(f"{URL}/{agreement}/approve")) == "missing-scope"
    executed = await in_state(scene, "executed", starts_on=TODAY, type="moa")
    answer = await legal.http.post(f"{URL}/{executed}/suspend", json=REASON)
    assert (answer.status_code, slug(answer)) == (403, "not-your-move")
    submitted = await in_state(scene, "draft", drafted_by="partner")
    answer = await scene.coordinator.http.post(f"{URL}/{submitted}/submit")
    assert (answer.status_code, slug(answer)) == (403, "not-your-move")


async def test_a_move_takes_if_match_when_it_is_sent(scene: Scene) -> None:
    draft = await scene.drafted()
    at = f"{URL}/{draft['id']}/submit"
    assert (await scene.office.http.post(at, headers=match({"version": 5}))).status_code == 412
    assert (await scene.office.http.post(at, headers=match(draft))).status_code == 200


@pytest.mark.parametrize("verb", ["request-changes", "reject", "suspend", "terminate"])
async def test_what_stops_an_agreement_asks_why(scene: Scene, verb: str) -> None:
    agreement = await in_state(scene, "in_review" if verb in ("request-changes", "reject") else "executed")
    assert (await scene.office.http.post(f"{URL}/{agreement}/{verb}", json={})).status_code == 422
    stopped = done(await scene.office.http.post(f"{URL}/{agreement}/{verb}", json=REASON))
    assert stopped["status_reason"] == REASON["reason"]
    log = await scene.world.rows("select reason from log where object_id = $1", agreement)
    assert [row["reason"] for row in log] == [REASON["reason"]]


async def test_what_is_incomplete_is_not_sent(scene: Scene) -> None:
    draft = await scene.drafted(program_ids=[], school_ids=[])
    assert moves(draft)["submit"] == ["programs", "schools"]
    assert [each["code"] for each in draft["blockers"] if each["is_now"]] == ["programs", "schools"]
    answer = await scene.office.http.post(f"{URL}/{draft['id']}/submit")
    assert answer.json()["needs"] == ["programs", "schools"]


async def test_an_agreement_of_a_partner_that_is_not_approved_waits(world: World) -> None:
    scene = await a_scene(world, status="under_review")
    agreement = await scene.confirmed(await scene.moved(await scene.drafted(), "submit", "start-review"))
    agreement = done(await scene.office.http.get(f"{URL}/{agreement['id']}"))
    assert moves(agreement)["approve"] == ["partner_approved"]
    assert [each["code"] for each in agreement["warnings"]] == ["partner_not_approved"]
    assert "partner_approved" in [each["code"] for each in agreement["blockers"]]
    assert slug(await scene.office.http.post(f"{URL}/{agreement['id']}/approve")) == "agreement-cannot-move"


async def test_a_vetting_that_ran_out_is_no_approval(world: World) -> None:
    scene = await a_scene(world, vetting_expires_on=TODAY)
    agreement = await scene.confirmed(await scene.moved(await scene.drafted(), "submit", "start-review"))
    agreement = done(await scene.office.http.get(f"{URL}/{agreement['id']}"))
    assert moves(agreement)["approve"] == []
    await world.rows("update partner set vetting_expires_on = $1", TODAY.replace(day=26))
    seen = done(await scene.office.http.get(f"{URL}/{agreement['id']}"))
    assert moves(seen)["approve"] == ["partner_approved"]


async def test_suspending_and_reinstating_leave_the_dates_alone(scene: Scene) -> None:
    agreement = await in_state(scene, "executed")
    risk = await scene.world.person(Role.COMPLIANCE_REVIEWER)
    held = done(await risk.http.post(f"{URL}/{agreement}/suspend", json=REASON))
    assert (held["effective_status"], held["ends_on"], held["days_left"]) == ("suspended", "2020-06-12", None)
    back = done(await risk.http.post(f"{URL}/{agreement}/reinstate"))
    assert (back["effective_status"], back["ends_on"], back["status_reason"]) == ("active", "2020-06-12", None)


async def test_either_party_may_terminate_and_nobody_else(scene: Scene) -> None:
    for person in (scene.office, scene.admin, scene.partner_signatory):
        agreement = await in_state(scene, "executed")
        ended = done(await person.http.post(f"{URL}/{agreement}/terminate", json=REASON))
        assert (ended["status"], ended["allowed_moves"]) == ("terminated", [])
        assert ended["steps"][-1]["state"] == "stopped"
    agreement = await in_state(scene, "executed")
    assert (await scene.principal.http.post(f"{URL}/{agreement}/terminate", json=REASON)).status_code == 403


async def test_the_side_that_wrote_it_withdraws_it_until_it_is_out_for_signature(scene: Scene) -> None:
    agreement = await scene.moved(await scene.drafted(by=scene.coordinator), "submit", by=scene.coordinator)
    gone = await scene.moved(agreement, "withdraw", by=scene.coordinator)
    assert (gone["status"], gone["steps"][2]["state"], gone["blockers"]) == ("withdrawn", "stopped", [])
    out = await scene.sent()
    assert "withdraw" not in moves(done(await scene.office.http.get(f"{URL}/{out['id']}")))


# ---- reviews


async def test_reviewers_act_on_their_own_step(scene: Scene) -> None:
    agreement = await scene.moved(await scene.drafted(type="services_contract"), "submit", "start-review")
    at = f"{URL}/{agreement['id']}/reviews"
    people = {
        "legal": await scene.world.person(Role.LEGAL_REVIEWER, name="Leah Stone"),
        "risk": await scene.world.person(Role.COMPLIANCE_REVIEWER),
        "privacy": await scene.world.person(Role.PRIVACY_OFFICER),
        "program": scene.office,
    }
    assert [(each["step"], each["decision"]) for each in agreement["review_steps"]] == [
        ("legal", "pending"),
        ("risk", "pending"),
    ]
    for step, person in people.items():
        for other in people.keys() - {step}:
            answer = await person.http.post(at, json={"step": other, "decision": "approved"})
            assert (answer.status_code, slug(answer)) == (403, "not-your-move")
    legal = done(await people["legal"].http.get(f"{URL}/{agreement['id']}"))
    assert [each["is_yours"] for each in legal["review_steps"]] == [True, False]
    agreement = await scene.confirmed(agreement)
    assert moves(done(await scene.office.http.get(f"{URL}/{agreement['id']}")))["approve"] == ["reviews_approved"]
    reviewed = await people["legal"].http.post(at, json={"step": "legal", "decision": "approved"})
    assert reviewed.headers["location"] == f"{URL}/{agreement['id']}"
    assert [each["code"] for each in done(reviewed, 201)["blockers"]][:1] == ["risk_review"]
    done(await people["risk"].http.post(at, json={"step": "risk", "decision": "approved"}), 201)
    approved = await scene.moved(agreement, "approve")
    assert approved["reviews"][0]["reviewer"]["name"] == "Leah Stone"
    late = await people["legal"].http.post(at, json={"step": "legal", "decision": "approved"})
    assert (late.status_code, slug(late)) == (409, "agreement-cannot-move")


async def test_asking_for_changes_says_which_and_sends_it_back(scene: Scene) -> None:
    agreement = await scene.moved(await scene.drafted(), "submit", "start-review")
    legal = await scene.world.person(Role.LEGAL_REVIEWER)
    at = f"{URL}/{agreement['id']}/reviews"
    silent = await legal.http.post(at, json={"step": "legal", "decision": "changes_requested"})
    assert silent.json()["errors"][0]["pointer"] == "/comment"
    body = {"step": "legal", "decision": "changes_requested", "comment": "Name the insured"}
    back = done(await legal.http.post(at, json=body), 201)
    assert (back["status"], back["status_reason"]) == ("changes_requested", "Name the insured")
    assert [(each["step"], each["comment"]) for each in back["reviews"]] == [("legal", "Name the insured")]
    again = await scene.moved(back, "submit", "start-review")
    assert again["reviews"][0]["is_current"] is False
    assert again["review_steps"] == []


async def test_a_reviewer_s_request_is_kept_under_their_own_step(scene: Scene) -> None:
    agreement = await scene.moved(await scene.drafted(), "submit", "start-review")
    privacy = await scene.world.person(Role.PRIVACY_OFFICER)
    back = done(await privacy.http.post(f"{URL}/{agreement['id']}/request-changes", json=REASON))
    assert [(each["step"], each["decision"]) for each in back["reviews"]] == [("privacy", "changes_requested")]


async def test_what_shares_student_records_passes_the_privacy_officer(scene: Scene) -> None:
    draft = await scene.drafted(shares_student_records=True)
    assert [each["step"] for each in draft["review_steps"]] == ["privacy"]
    assert [each["step"] for each in (await scene.drafted(type="data_sharing"))["review_steps"]] == ["legal", "privacy"]


async def test_a_machine_drafts_and_moves_but_gives_no_person_s_word(scene: Scene) -> None:
    machine = await scene.world.machine(
        Scope.AGREEMENTS_READ, Scope.AGREEMENTS_WRITE, Scope.AGREEMENTS_REVIEW, Scope.AGREEMENTS_APPROVE,
        Scope.AGREEMENTS_CONFIRM, Scope.AGREEMENTS_SIGN, Scope.AGREEMENTS_RECORD,
    )  # fmt: skip
    draft = done(await machine.post(URL, json=scene.body()), 201)
    assert (draft["author"], draft["drafted_by"]) == (None, "district")
    at = f"{URL}/{draft['id']}"
    for verb in ("submit", "start-review"):
        done(await machine.post(f"{at}/{verb}"))
    word = await machine.post(f"{at}/reviews", json={"step": "program", "decision": "approved"})
    assert slug(word) == "person-needed"
    assert slug(await machine.post(f"{at}/schools/{scene.alder}/confirm")) == "not-your-move"
    await scene.confirmed(draft)
    done(await machine.post(f"{at}/approve"))
    done(await machine.post(f"{at}/send-for-signature"))
    assert slug(await machine.post(f"{at}/sign", json=BODIES["sign"])) == "not-your-move"
    signed = await scene.world.rows("select credential_id, person_id from log where kind = 'agreement.approved'")
    assert signed[0]["credential_id"] is not None
    assert signed[0]["person_id"] is None


# ---- the principals


async def test_only_the_school_s_own_leader_gives_its_word(scene: Scene) -> None:
    agreement = await scene.moved(await scene.drafted(), "submit")
    at = f"{URL}/{agreement['id']}/schools"
    answer = await scene.principal.http.post(f"{at}/{scene.birch}/confirm")
    assert (answer.status_code, slug(answer)) == (403, "not-your-move")
    for person in (scene.coordinator, scene.office, scene.admin):
        assert slug(await person.http.post(f"{at}/{scene.alder}/confirm")) == "missing-scope"
    paid = await scene.world.person(Role.SCHOOL_LEADER, schools=[scene.alder], employer=scene.partner)
    assert slug(await paid.http.post(f"{at}/{scene.alder}/confirm")) == "not-your-move"
    seen = done(await scene.principal.http.get(f"{URL}/{agreement['id']}"))
    offered = {each["school"]["name"]: each["allowed_moves"] for each in seen["schools"]}
    assert offered == {
        "Alderbrook School": [{"move": "confirm", "needs": []}, {"move": "decline", "needs": []}],
        "Birchwell School": [],
    }
    done(await scene.principal.http.post(f"{at}/{scene.alder}/confirm"))
    again = await scene.principal.http.post(f"{at}/{scene.alder}/confirm")
    assert (again.status_code, [each["move"] for each in again.json()["allowed_moves"]]) == (409, ["decline"])


async def test_a_principal_is_not_asked_about_a_draft_or_what_is_over(scene: Scene) -> None:
    for status, need in (("draft", "agreement_sent"), ("withdrawn", "agreement_open")):
        agreement = await in_state(scene, status)
        answer = await scene.principal.http.post(f"{URL}/{agreement}/schools/{scene.alder}/confirm")
        assert (answer.status_code, answer.json()["needs"]) == (409, [need])


async def test_a_school_that_declines_does_not_hold_up_the_others(scene: Scene) -> None:
    agreement = await scene.moved(await scene.drafted(), "submit", "start-review")
    at = f"{URL}/{agreement['id']}/schools"
    assert (await scene.other_principal.http.post(f"{at}/{scene.birch}/decline", json={})).status_code == 422
    declined = done(
        await scene.other_principal.http.post(f"{at}/{scene.birch}/decline", json={"reason": "Our gym is closed"})
    )
    assert declined["schools"][1]["reason"] == "Our gym is closed"
    done(await scene.principal.http.post(f"{at}/{scene.alder}/confirm"))
    out = await scene.moved(agreement, "approve", "send-for-signature")
    text = done(await scene.office.http.get(f"{URL}/{out['id']}/text"))
    named = next(each for each in text["document"]["sections"] if each["heading"] == "Schools")
    assert named["items"] == ["Alderbrook School"]
    late = await scene.other_principal.http.post(f"{at}/{scene.birch}/confirm")
    assert (late.status_code, late.json()["needs"]) == (409, ["school_offered"]), "it is not in the text being signed"
    await scene.moved(out, "recall")
    thought_again = done(await scene.other_principal.http.post(f"{at}/{scene.birch}/confirm"))
    assert thought_again["schools"][1]["reason"] is None


async def test_an_agreement_that_every_school_declines_is_not_approved(scene: Scene) -> None:
    draft = await scene.drafted(school_ids=[str(scene.alder)])
    agreement = await scene.moved(draft, "submit", "start-review")
    at = f"{URL}/{agreement['id']}/schools/{scene.alder}/decline"
    declined = done(await scene.principal.http.post(at, json=REASON))
    assert "school_confirmed" in [each["code"] for each in declined["blockers"]]
    assert moves(done(await scene.office.http.get(f"{URL}/{draft['id']}")))["approve"] == ["school_confirmed"]


async def test_a_district_wide_agreement_is_confirmed_by_each_school_that_wants_it(scene: Scene) -> None:
    draft = await scene.drafted(is_district_wide=True, school_ids=[])
    agreement = await scene.moved(draft, "submit")
    at = f"{URL}/{agreement['id']}/schools"
    confirmed = done(await scene.principal.http.post(f"{at}/{scene.alder}/confirm"))
    assert [(each["school"]["name"], each["confirmation"]) for each in confirmed["schools"]] == [
        ("Alderbrook School", "confirmed")
    ]
    assert (await scene.principal.http.post(f"{at}/{scene.birch}/confirm")).status_code == 403
    assert (await scene.principal.http.post(f"{at}/{new_id()}/confirm")).status_code == 404
    assert (await scene.world.rows("select count(*) from agreement_school"))[0][0] == 1


async def test_a_school_that_is_not_named_is_not_asked(scene: Scene) -> None:
    third = await a_school(scene.world)
    leader = await scene.world.person(Role.SCHOOL_LEADER, schools=[scene.alder, third])
    agreement = await scene.moved(await scene.drafted(), "submit")
    answer = await leader.http.post(f"{URL}/{agreement['id']}/schools/{third}/confirm")
    assert (answer.status_code, slug(answer)) == (404, "school-not-named")


# ---- signatures


async def test_the_text_is_frozen_and_its_hash_can_be_computed_by_anybody(scene: Scene) -> None:
    draft = await scene.drafted(purpose="Calmer grades – “every” afternoon")
    now = done(await scene.office.http.get(f"{URL}/{draft['id']}/text"))
    assert (now["is_frozen"], draft["text_sha256"]) == (False, None)
    out = await scene.confirmed(await scene.moved(draft, "submit", "start-review"))
    out = await scene.moved(out, "approve", "send-for-signature")
    await scene.world.rows("update partner set legal_name = 'Another Name Inc'")
    text = done(await scene.admin.http.get(f"{URL}/{draft['id']}/text"))
    assert (text["is_frozen"], text["sha256"]) == (True, out["text_sha256"])
    assert "Between Alderbrook District and North Branch Mentors NFP." in text["document"]["sections"][0]["paragraphs"]
    written = json.dumps(text["document"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(written.encode()).hexdigest() == out["text_sha256"]


async def test_another_text_than_the_one_read_is_not_signed(scene: Scene) -> None:
    out = await scene.sent()
    answer = await sign(scene.signatory, out["id"], sha256="0" * 64)
    assert (answer.status_code, slug(answer)) == (409, "another-text")


async def test_signing_asks_for_a_name_a_title_and_consent(scene: Scene) -> None:
    out = await scene.sent()
    for wrong, pointer in (({"consents": False}, "/consents"), ({"name": " "}, "/name"), ({"title": ""}, "/title")):
        answer = await sign(scene.signatory, out["id"], **wrong)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_a_party_signs_once_and_only_its_own_signatories_do(scene: Scene) -> None:
    out = await scene.sent()
    elsewhere = await scene.world.person(Role.PARTNER_SIGNATORY, partner=await a_partner(scene.world))
    assert (await sign(elsewhere, out["id"])).status_code == 404
    assert slug(await sign(scene.office, out["id"])) == "missing-scope"
    paid = await scene.world.person(Role.DISTRICT_SIGNATORY, employer=scene.partner)
    assert slug(await sign(paid, out["id"])) == "not-your-move"
    done(await sign(scene.partner_signatory, out["id"]))
    second = await scene.world.person(Role.PARTNER_SIGNATORY, partner=scene.partner)
    answer = await sign(second, out["id"])
    assert (answer.status_code, answer.json()["needs"]) == (409, ["party_not_signed"])


async def test_nobody_signs_for_both_parties(scene: Scene) -> None:
    """Somebody who signed for the partner and then came to the district does not sign again."""
    out = await scene.sent()
    done(await sign(scene.partner_signatory, out["id"]))
    await scene.world.rows(
        "update role_assignment set ends_on = $2 where person_id = $1",
        scene.partner_signatory.id, TODAY.replace(day=26),
    )  # fmt: skip
    moved = await scene.world.person(Role.DISTRICT_SIGNATORY, person_id=scene.partner_signatory.id)
    answer = await sign(moved, out["id"])
    assert (answer.status_code, answer.json()["needs"]) == (409, ["one_party_each"])


async def test_with_both_roles_one_signs_for_the_partner_only(scene: Scene) -> None:
    both = await scene.world.person(Role.DISTRICT_SIGNATORY)
    await scene.world.person(Role.PARTNER_SIGNATORY, partner=scene.partner, person_id=both.id)
    out = await scene.sent()
    signed = done(await sign(both, out["id"]))
    assert [each["party"] for each in signed["signatures"]] == ["partner"]
    assert (await sign(both, out["id"])).json()["needs"] == ["party_not_signed"]


async def test_the_only_reviewer_does_not_sign(scene: Scene) -> None:
    reviewer = await scene.world.person(Role.PARTNERSHIP_OFFICE)
    await scene.world.person(Role.DISTRICT_SIGNATORY, person_id=reviewer.id)
    agreement = await scene.confirmed(await scene.moved(await scene.drafted(), "submit", "start-review"))
    out = await scene.moved(agreement, "approve", "send-for-signature", by=reviewer)
    answer = await sign(reviewer, out["id"])
    assert answer.json()["needs"] == ["second_reviewer"]
    await a_review(scene.world, agreement=UUID(out["id"]), reviewer=scene.office.id, step="legal")
    assert (await sign(reviewer, out["id"])).status_code == 200


async def test_whoever_confirmed_for_a_school_does_not_sign_for_the_partner(scene: Scene) -> None:
    out = await scene.sent()
    await scene.world.rows(
        "update role_assignment set ends_on = $2 where person_id = $1", scene.principal.id, TODAY.replace(day=26)
    )
    moved = await scene.world.person(Role.PARTNER_SIGNATORY, partner=scene.partner, person_id=scene.principal.id)
    assert (await sign(moved, out["id"])).json()["needs"] == ["one_party_each"]


async def test_a_late_signature_is_never_back_dated(scene: Scene) -> None:
    signed = await scene.executed(starts_on="2020-01-06")
    assert (signed["effective_on"], signed["effective_status"]) == (TODAY.isoformat(), "active")
    assert [each["code"] for each in signed["warnings"]] == ["signed_late"]
    assert "January 6, 2020" in signed["warnings"][0]["words"]


async def test_what_is_over_already_is_not_sent_or_signed(scene: Scene) -> None:
    agreement = await in_state(scene, "approved", ends_on=TODAY.replace(day=26))
    answer = await scene.office.http.post(f"{URL}/{agreement}/send-for-signature")
    assert answer.json()["needs"] == ["term_not_over"]
    last_day = await in_state(scene, "approved", ends_on=TODAY, type="moa")
    done(await scene.office.http.post(f"{URL}/{last_day}/send-for-signature"))


async def test_a_recall_voids_signatures_and_keeps_them(scene: Scene) -> None:
    out = await scene.sent()
    done(await sign(scene.partner_signatory, out["id"]))
    back = await scene.moved(out, "recall")
    assert (back["status"], back["text_sha256"]) == ("approved", None)
    assert back["signatures"][0]["voided_at"] is not None
    assert back["signatures"][0]["sha256"] == out["text_sha256"]
    again = await scene.moved(back, "send-for-signature")
    assert again["text_sha256"] == out["text_sha256"]
    assert [each["code"] for each in again["blockers"]] == ["partner_signature", "district_signature"]
    done(await sign(scene.partner_signatory, out["id"]))
    signed = done(await sign(scene.signatory, out["id"]))
    assert len(signed["signatures"]) == 3
    assert len(await scene.world.rows("select 1 from agreement_text")) == 1


async def test_a_voided_text_stays_readable_by_its_hash(scene: Scene) -> None:
    out = await scene.sent()
    done(await sign(scene.partner_signatory, out["id"]))
    await scene.moved(out, "recall")
    await scene.world.rows("update partner set legal_name = 'North Branch Mentors LLC'")
    again = await scene.moved(out, "send-for-signature")
    assert again["text_sha256"] != out["text_sha256"]
    kept = await scene.world.rows("select sha256 from agreement_text")
    assert {row["sha256"] for row in kept} == {out["text_sha256"], again["text_sha256"]}


async def test_a_wet_signature_of_nobody_with_an_account_counts_for_its_party(scene: Scene) -> None:
    out = await scene.sent()
    await a_signature(scene.world, agreement=UUID(out["id"]), party="partner", signer=None)
    assert done(await sign(scene.signatory, out["id"]))["status"] == "executed"


def _names(people: list[dict[str, str]]) -> list[str]:
    return [each["name"] for each in people]


async def test_people_whose_role_ended_are_not_named(scene: Scene) -> None:
    gone: Person = await scene.world.person(
        Role.PARTNER_SIGNATORY, partner=scene.partner, name="Gone Already", ends_on=TODAY.replace(day=26)
    )
    assert gone.id
    draft = await scene.drafted()
    assert _names(draft["signatories"][0]["people"]) == ["Tomas Reyes"]
