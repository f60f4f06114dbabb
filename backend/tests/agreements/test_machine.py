"""The agreement's lifecycle through HTTP against a small model of it (`model`): reviewed step by step, voted on by the
board, signed by typing or with a pen, by six roles here and somebody with every role in another tenant.
"""

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from alongside.core.clock import new_id
from alongside.identity.scopes import Role
from tests.agreements.model import (
    FOLLOW_UPS,
    MOVES,
    NOT_GRANTED,
    REVIEWERS,
    SIGNED_STATES,
    WAYS,
    WORDS,
    Expected,
    Model,
    Way,
)
from tests.agreements.scene import URL, Scene, a_scene, done, match
from tests.partners.factories import a_program
from tests.schools.factories import a_school
from tests.world import TODAY, Person, World

VOTES, ROUTES = "/api/v1/board-votes", "/api/v1/agreement-routes"
REASONS = {"request-changes", "reject", "suspend", "terminate", "decline"}
SIGNED = {"name": "Harold Lindqvist", "title": "Director", "consents": True}
BY_PEN = {"name": "Harold Lindqvist", "title": "Director", "signed_on": str(TODAY)}
SCAN = b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n"
ROLES = sorted(NOT_GRANTED)
THEIRS = sorted((who, verb) for who, never in NOT_GRANTED.items() for verb in {*MOVES, *WORDS} - never)
"""Who is granted what, on some agreement in some state."""


MADE = {
    "submit", "approve", "sign", "confirm", "recall", "supersede", "restore",
    "review approved", "review changes_requested", "vote approved", "vote declined", "pen",
}  # fmt: skip
REFUSED = {
    "review approved", "vote approved", "pen", "board_vote", "earlier_steps", "board_step",
    "board_not_voted", "in_review", "legal_review", "risk_review", "other_party_first",
    "party_not_signed",
}  # fmt: skip
"""What has to have happened, and what has to have been refused with its reason, for the round to have said much."""


class Asked:
    """The requests of one agreement, by whoever is named."""

    def __init__(self, people: Mapping[str, Person], school: object, agreement: str) -> None:
        self.people, self.school, self.id = people, school, agreement

    async def act(self, actor: str, verb: str) -> httpx.Response:
        at = f"{URL}/{self.id}" + (f"/schools/{self.school}" if verb in WORDS else "")
        body = SIGNED if verb == "sign" else {"reason": "So it is"} if verb in REASONS else None
        return await self.people[actor].http.post(f"{at}/{verb}", json=body)

    async def review(self, actor: str, step: str, decision: str) -> httpx.Response:
        body = {"step": step, "decision": decision, "comment": "Say who is near"}
        return await self.people[actor].http.post(f"{URL}/{self.id}/reviews", json=body)

    async def vote(self, actor: str, outcome: str) -> httpx.Response:
        told = {"met_on": str(TODAY), "item": "7.3", "resolution": "20-0127-PR4", "outcome": outcome}
        return await self.people[actor].http.post(VOTES, json={**told, "agreement_ids": [self.id]})

    async def pen(self, actor: str, party: str) -> httpx.Response:
        """The scan is put beside the agreement first, once there is a text to sign."""
        office = self.people["office"].http
        read = done(await office.get(f"{URL}/{self.id}"))
        if read["status"] == "out_for_signature" and not read["documents"]:
            kind = {"Content-Type": "application/octet-stream", **match(read)}
            at = f"{URL}/{self.id}/documents"
            read = done(await office.post(at, params={"name": "signed.pdf"}, content=SCAN, headers=kind), 201)
        scan = read["documents"][-1]["id"] if read["documents"] else str(new_id())
        text = {"sha256": read["text_sha256"] or "0" * 64, "document_id": scan, "party": party}
        return await self.people[actor].http.post(f"{URL}/{self.id}/sign-on-paper", json={**BY_PEN, **text})


@pytest.mark.timeout(400)
async def test_every_way_through_the_lifecycle_is_the_model_s(world: World) -> None:
    scene = await a_scene(world)
    people = await cast(scene)
    admin = await world.person(Role.DISTRICT_ADMIN)
    loop = asyncio.get_running_loop()
    seen: set[tuple[str, int]] = set()

    def wait(doing: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(doing, loop).result(30)

    class Machine(RuleBasedStateMachine):
        @initialize(way=st.sampled_from(WAYS))
        def draft(self, way: Way) -> None:
            now = done(wait(admin.http.get(f"{ROUTES}/mou")))
            done(wait(admin.http.put(f"{ROUTES}/mou", json=way.setting(), headers=match(now))))
            self.model = Model(way)
            program = str(wait(a_program(world, partner=scene.partner)))
            body = scene.body(program_ids=[program], school_ids=[str(scene.alder)])
            made = done(wait(people["partner"].http.post(URL, json=body)), 201)
            self.asked = Asked(people, scene.alder, made["id"])

        @rule(pair=st.sampled_from(THEIRS))
        def act_as_one_may(self, pair: tuple[str, str]) -> None:
            self.act(*pair)

        @rule(actor=st.sampled_from(ROLES), verb=st.sampled_from([*MOVES, *WORDS]))
        def act(self, actor: str, verb: str) -> None:
            expected = self.model.expects(actor, verb)
            answer = wait(self.asked.act(actor, verb))
            offered = self.model.offered_for_school() if verb in WORDS else self.model.offered(actor)
            if self.is_answered(verb, answer, expected, offered):
                self.model.make(actor, verb)

        @rule(actor=st.sampled_from(ROLES), step=st.sampled_from(sorted(REVIEWERS)), says_yes=st.booleans())
        def review(self, actor: str, step: str, says_yes: bool) -> None:
            decision = "approved" if says_yes else "changes_requested"
            expected = self.model.expects_review(actor, step)
            answer = wait(self.asked.review(actor, step, decision))
            if self.is_answered(f"review {decision}", answer, expected, self.model.offered(actor)):
                self.model.review(step, decision)

        @precondition(lambda self: self.model.state == "in_review")
        @rule(
            step=st.sampled_from(["program", "legal", "risk", "board"]), says_yes=st.sampled_from([True, True, False])
        )
        def review_one_s_own_step(self, step: str, says_yes: bool) -> None:
            self.review(REVIEWERS[step], step, says_yes)

        @rule(actor=st.sampled_from(["office", "office", "legal", "partner"]), passes=st.booleans())
        def vote(self, actor: str, passes: bool) -> None:
            outcome = "approved" if passes else "declined"
            expected = self.model.expects_vote(actor)
            answer = wait(self.asked.vote(actor, outcome))
            if self.is_answered(f"vote {outcome}", answer, expected, self.model.offered(actor)):
                self.model.vote(outcome)

        @rule(actor=st.sampled_from(["office", "office", "office", "signatory", "partner"]),
              party=st.sampled_from(["partner", "district"]))  # fmt: skip
        def sign_with_a_pen(self, actor: str, party: str) -> None:
            expected = self.model.expects_pen(actor, party)
            answer = wait(self.asked.pen(actor, party))
            if self.is_answered("pen", answer, expected, self.model.offered(actor)):
                self.model.sign(party)

        def is_answered(self, what: str, answer: httpx.Response, expected: Expected, offered: set[str]) -> bool:
            """Whether it was done; a refusal says what is missing, and which moves there are instead."""
            status, missing = expected
            assert answer.status_code == status, (what, self.model.way, vars(self.model), answer.text)
            seen.add((what, status))
            seen.update((need, status) for need in missing)
            if status == 409:
                told = answer.json()
                one = told["not_waiting"][0] if "not_waiting" in told else told
                assert {each["move"] for each in one["allowed_moves"]} == offered
                assert (one["needs"] or []) == missing, (what, vars(self.model))
            return status in (200, 201)

        @rule()
        def go_all_the_way(self) -> None:
            for _ in range(10):
                if self.model.state != "executed":
                    self.go_on()

        @rule()
        def go_on(self) -> None:
            match self.model.onward():
                case ("act", actor, verb):
                    self.act(actor, verb)
                case ("review", actor, step):
                    self.review(actor, step, True)
                case ("vote", actor, _):
                    self.vote(actor, True)

        @rule(kind=st.sampled_from(sorted(FOLLOW_UPS)), actor=st.sampled_from(["office", "partner", "signatory"]))
        def follow(self, kind: str, actor: str) -> None:
            answer = wait(people[actor].http.post(f"{URL}/{self.asked.id}/{kind}"))
            if actor == "signatory":
                assert answer.status_code == 403, answer.text
            elif self.model.state not in FOLLOW_UPS[kind]:
                assert (answer.status_code, answer.json()["needs"][0]) == (409, "fully_signed"), answer.text
            else:
                seen.add((kind, answer.status_code))
                draft = done(answer, 201)
                again = wait(people[actor].http.post(f"{URL}/{self.asked.id}/{kind}"))
                assert again.status_code == (201 if kind == "amendments" else 409), again.text
                for each in (draft, *([again.json()] if kind == "amendments" else [])):
                    done(wait(people[actor].http.post(f"{URL}/{each['id']}/withdraw")))

        @precondition(lambda self: self.model.state in {"executed", "suspended"} and self.model.word == "confirmed")
        @rule(begins=st.booleans())
        def replace(self, begins: bool) -> None:
            """Another agreement takes its place, and when that one is ended before it begins, gives it back."""
            was, old, model = self.model.state, self.asked, self.model
            new = done(wait(people["office"].http.post(f"{URL}/{old.id}/replacements")), 201)["id"]
            self.asked, self.model = Asked(people, scene.alder, new), Model(model.way)
            self.act("office", "submit")  # a draft is its own side's
            self.go_all_the_way()
            assert self.model.state == "executed"
            new, self.asked, self.model = self.asked, old, model
            self.model.state = "superseded"
            self.stands_as_the_model_says()
            seen.add(("supersede", 200))
            if not begins:
                done(wait(new.act("office", "terminate")))
                self.model.state = was
                seen.add(("restore", 200))

        @rule(verb=st.sampled_from([*MOVES, *WORDS]))
        def try_from_another_tenant(self, verb: str) -> None:
            answer = wait(self.asked.act("stranger", verb))
            assert answer.status_code == 404, (verb, answer.text)

        @rule()
        def review_vote_and_sign_from_another_tenant(self) -> None:
            assert wait(self.asked.review("stranger", "program", "approved")).status_code == 404
            assert wait(self.asked.pen("stranger", "partner")).status_code == 404
            unknown = wait(self.asked.vote("stranger", "approved"))
            assert (unknown.status_code, unknown.json()["errors"][0]["pointer"]) == (422, "/agreement_ids/0")

        @invariant()
        def stands_as_the_model_says(self) -> None:
            read = done(wait(people["office"].http.get(f"{URL}/{self.asked.id}")))
            assert (read["status"], read["schools"][0]["confirmation"]) == (self.model.state, self.model.word)
            assert {each["move"] for each in read["allowed_moves"]} == self.model.offered("office")
            assert (read["effective_on"] is not None) == (self.model.state in SIGNED_STATES)
            steps = read["review_steps"]
            assert {each["step"]: each["decision"] for each in steps} == self.model.shown()
            due = self.model.due() if self.model.state == "in_review" else set()
            assert {each["step"] for each in steps if each["is_due"]} == due
            can_sign = self.model.open_parties() if self.model.state == "out_for_signature" else []
            assert read["paper_parties"] == can_sign
            counted = {each["party"] for each in read["signatures"] if each["voided_at"] is None}
            assert counted == self.model.signed

        def try_what_is_not_possible(self) -> None:
            """Everything that its own people cannot do here, each refused with what is possible instead."""
            for step, actor in REVIEWERS.items():
                if self.model.expects_review(actor, step)[0] == 409:
                    self.review(actor, step, True)
            if self.model.expects_vote("office")[0] == 409:
                self.vote("office", True)
            for party in ("partner", "district"):
                if self.model.expects_pen("office", party)[0] == 409:
                    self.sign_with_a_pen("office", party)

        def walk(self) -> None:
            """Once sent back by a reviewer, once called back after a signature; then signed in both ways."""
            was_sent_back = was_recalled = False
            for _ in range(40):
                state, due = self.model.state, sorted(self.model.due() - {"board"})
                if state == "executed":
                    break
                self.try_what_is_not_possible()
                if state == "in_review" and due and not was_sent_back:
                    self.review(REVIEWERS[due[0]], due[0], False)
                    was_sent_back = True
                elif state == "out_for_signature" and not self.model.signed:
                    self.sign_with_a_pen("office", self.model.open_parties()[0])
                    if not was_recalled:
                        self.try_what_is_not_possible()
                        self.act("office", "recall")
                        was_recalled = True
                else:
                    self.go_on()
                self.stands_as_the_model_says()
            assert self.model.state == "executed"
            self.try_what_is_not_possible()
            self.replace(self.model.way.in_order)

        def turned_down(self) -> None:
            """Everybody has said yes but the board."""
            while self.model.onward() != ("vote", "office", "approved"):
                self.go_on()
            for actor in ("partner", "legal"):
                self.vote(actor, True)
                self.sign_with_a_pen(actor, "partner")
                self.review(actor, "program", True)
                self.act(actor, "approve")
            self.vote("office", False)

    def walk_all() -> None:
        for way in WAYS:
            machine = Machine()
            machine.draft(way)
            machine.walk()
        machine = Machine()
        machine.draft(WAYS[-1])
        machine.turned_down()

    await asyncio.to_thread(walk_all)
    assert MADE - {what for what, status in seen if status in (200, 201)} == set()
    assert REFUSED - {what for what, status in seen if status == 409} == set()
    assert {"review approved", "vote approved", "pen", "approve"} <= {what for what, status in seen if status == 403}
    chosen = settings(
        max_examples=20, stateful_step_count=30, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],  # a walk that failed is told as it was found: to shorten it takes minutes
    )  # fmt: skip
    await asyncio.to_thread(run_state_machine_as_test, Machine, settings=chosen)


async def cast(scene: Scene) -> dict[str, Person]:
    """Six roles and both signatories here, and somebody with every role in another tenant."""
    world = scene.world
    place = world.stranger_id
    await world.person(Role.PARTNER_SIGNATORY, partner=scene.partner, person_id=scene.admin.id)
    there = await world.person(Role.PARTNERSHIP_OFFICE, tenant=place)
    await world.person(Role.DISTRICT_SIGNATORY, tenant=place, person_id=there.id)
    school = await a_school(world, tenant=place)
    await world.person(Role.SCHOOL_LEADER, schools=[school], tenant=place, person_id=there.id)
    return {
        "office": scene.office, "partner": scene.admin, "leader": scene.principal, "signatory": scene.signatory,
        "legal": await world.person(Role.LEGAL_REVIEWER), "risk": await world.person(Role.COMPLIANCE_REVIEWER),
        "stranger": there,
    }  # fmt: skip
