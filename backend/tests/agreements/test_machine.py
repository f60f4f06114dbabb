"""The agreement's lifecycle through HTTP against a small model of it: who may do what, from which state.

The model is written out by hand from domain rule B4 and shares nothing with the application's own rules.
"""

import asyncio
from collections.abc import Coroutine, Mapping, Sequence
from typing import Any

import httpx
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from alongside.identity.scopes import Role
from tests.agreements.scene import URL, Scene, a_scene, done
from tests.partners.factories import a_program
from tests.schools.factories import a_school
from tests.world import Person, World

SIGNED_STATES = {"executed", "suspended", "terminated", "superseded"}
BEFORE_SIGNING = {"draft", "submitted", "in_review", "changes_requested", "approved"}
OVER = {"terminated", "rejected", "withdrawn", "superseded"}
FOLLOW_UPS: Mapping[str, set[str]] = {
    "renewals": {"executed", "suspended"},
    "amendments": {"executed", "suspended"},
    "replacements": {"executed", "suspended", "terminated"},
}
"""From which states another agreement may follow."""


MOVES: Mapping[str, tuple[set[str], str, set[str]]] = {
    "submit": ({"draft", "changes_requested"}, "submitted", {"office", "partner"}),
    "start-review": ({"submitted"}, "in_review", {"office"}),
    "request-changes": ({"in_review"}, "changes_requested", {"office"}),
    "approve": ({"in_review"}, "approved", {"office"}),
    "reject": ({"in_review"}, "rejected", {"office"}),
    "send-for-signature": ({"approved"}, "out_for_signature", {"office"}),
    "sign": ({"out_for_signature"}, "executed", {"partner", "signatory"}),
    "recall": ({"out_for_signature"}, "approved", {"office"}),
    "suspend": ({"executed"}, "suspended", {"office"}),
    "reinstate": ({"suspended"}, "executed", {"office"}),
    "terminate": ({"executed", "suspended"}, "terminated", {"office", "partner"}),
    "withdraw": (BEFORE_SIGNING, "withdrawn", {"office", "partner"}),
}
WORDS: Mapping[str, tuple[set[str], str]] = {
    "confirm": ({"pending", "declined"}, "confirmed"),
    "decline": ({"pending", "confirmed"}, "declined"),
}
NOT_GRANTED: Mapping[str, set[str]] = {
    "office": {"sign", "confirm", "decline"},
    "partner": set(MOVES) - {"submit", "withdraw", "terminate", "sign"} | set(WORDS),
    "leader": set(MOVES) - {"submit", "withdraw"},
    "signatory": set(MOVES) - {"sign"} | set(WORDS),
}
"""What a role is never granted, on any agreement in any state."""

REASONS = {"request-changes", "reject", "suspend", "terminate", "decline"}
SIGNED = {"name": "Harold Lindqvist", "title": "Director", "consents": True}


THROUGH: Sequence[tuple[str, str, dict[str, Any] | None]] = (
    ("office", "submit", None), ("office", "start-review", None), ("leader", "confirm", None),
    ("office", "approve", None), ("office", "send-for-signature", None), ("partner", "sign", SIGNED),
    ("signatory", "sign", SIGNED),
)  # fmt: skip
"""From a draft to the last signature."""


class Model:
    """What an agreement over one school should be."""

    def __init__(self) -> None:
        self.state, self.word, self.signed = "draft", "pending", set[str]()

    def offered(self, actor: str) -> set[str]:
        return {verb for verb, (states, _, who) in MOVES.items() if self.state in states and actor in who}

    def offered_for_school(self) -> set[str]:
        return {verb for verb, (words, _) in WORDS.items() if self.word in words}

    def lacks(self, actor: str, verb: str) -> list[str]:
        if verb == "approve" and self.word != "confirmed":
            return ["schools_answered" if self.word == "pending" else "school_confirmed"]
        if verb == "sign" and actor in self.signed:
            return ["party_not_signed"]
        if verb in WORDS and self.state == "draft":
            return ["agreement_sent"]
        if verb in WORDS and self.state in OVER:
            return ["agreement_open"]
        if (
            verb == "confirm"
            and self.word == "declined"
            and self.state in {"out_for_signature", "executed", "suspended"}
        ):
            return ["school_offered"]
        return []

    def expects(self, actor: str, verb: str) -> tuple[int, list[str]]:
        """The status, and what is missing."""
        if verb in NOT_GRANTED[actor]:
            return 403, []
        if verb not in (self.offered_for_school() if verb in WORDS else self._leaving()):
            return 409, []
        if verb in MOVES and actor not in MOVES[verb][2]:
            return 403, []
        missing = self.lacks(actor, verb)
        return (409 if missing else 200), missing

    def _leaving(self) -> set[str]:
        return {verb for verb, (states, _, _) in MOVES.items() if self.state in states}

    def make(self, actor: str, verb: str) -> None:
        if verb in WORDS:
            self.word = WORDS[verb][1]
        elif verb == "sign":
            self.signed.add(actor)
            self.state = "executed" if self.signed == {"partner", "signatory"} else self.state
        else:
            self.signed = set() if verb == "recall" else self.signed
            self.state = MOVES[verb][1]


ONWARD = {
    "draft": ("partner", "submit"), "submitted": ("office", "start-review"), "in_review": ("office", "approve"),
    "changes_requested": ("partner", "submit"), "approved": ("office", "send-for-signature"),
    "executed": ("office", "suspend"), "suspended": ("office", "reinstate"),
}  # fmt: skip


async def test_every_way_through_the_lifecycle_is_the_model_s(world: World) -> None:
    scene = await a_scene(world)
    people = await cast(scene)
    loop = asyncio.get_running_loop()
    seen: set[tuple[str, int]] = set()

    def wait(doing: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(doing, loop).result(30)

    class Machine(RuleBasedStateMachine):
        @initialize()
        def draft(self) -> None:
            self.model = Model()
            program = str(wait(a_program(world, partner=scene.partner)))
            body = scene.body(program_ids=[program], school_ids=[str(scene.alder)])
            self.id = done(wait(people["partner"].http.post(URL, json=body)), 201)["id"]

        @rule(actor=st.sampled_from(sorted(NOT_GRANTED)), verb=st.sampled_from([*MOVES, *WORDS]))
        def act(self, actor: str, verb: str) -> None:
            status, missing = self.model.expects(actor, verb)
            answer: httpx.Response = wait(self._ask(actor, verb))
            assert answer.status_code == status, (actor, verb, self.model.state, answer.text)
            seen.add((verb, status))
            if status == 409:
                offered = self.model.offered_for_school() if verb in WORDS else self.model.offered(actor)
                assert {each["move"] for each in answer.json()["allowed_moves"]} == offered
                assert (answer.json()["needs"] or []) == missing
            if status == 200:
                self.model.make(actor, verb)

        @rule()
        def go_all_the_way(self) -> None:
            for _ in range(8):
                if self.model.state != "executed":
                    self.go_on()

        @rule()
        def go_on(self) -> None:
            if self.model.state == "in_review" and self.model.word != "confirmed":
                self.act("leader", "confirm")
            elif self.model.state == "out_for_signature":
                self.act("signatory" if "partner" in self.model.signed else "partner", "sign")
            elif self.model.state in ONWARD:
                self.act(*ONWARD[self.model.state])

        @rule(kind=st.sampled_from(sorted(FOLLOW_UPS)), actor=st.sampled_from(["office", "partner", "signatory"]))
        def follow(self, kind: str, actor: str) -> None:
            answer = wait(people[actor].http.post(f"{URL}/{self.id}/{kind}"))
            if actor == "signatory":
                assert answer.status_code == 403, answer.text
            elif self.model.state not in FOLLOW_UPS[kind]:
                assert (answer.status_code, answer.json()["needs"][0]) == (409, "fully_signed"), answer.text
            else:
                seen.add((kind, answer.status_code))
                draft = done(answer, 201)
                again = wait(people[actor].http.post(f"{URL}/{self.id}/{kind}"))
                assert again.status_code == (201 if kind == "amendments" else 409), again.text
                for each in (draft, *([again.json()] if kind == "amendments" else [])):
                    done(wait(people[actor].http.post(f"{URL}/{each['id']}/withdraw")))

        @precondition(lambda self: self.model.state in {"executed", "suspended"} and self.model.word == "confirmed")
        @rule(begins=st.booleans())
        def replace(self, begins: bool) -> None:
            """Another agreement takes its place, and when that one is ended before it begins, gives it back."""
            was = self.model.state
            new = done(wait(people["office"].http.post(f"{URL}/{self.id}/replacements")), 201)["id"]
            for who, verb, body in THROUGH:
                at = f"{URL}/{new}" + (f"/schools/{scene.alder}" if verb in WORDS else "")
                done(wait(people[who].http.post(f"{at}/{verb}", json=body)))
            self.model.state = "superseded"
            self.stands_as_the_model_says()
            seen.add(("supersede", 200))
            if not begins:
                done(wait(people["office"].http.post(f"{URL}/{new}/terminate", json={"reason": "Not now"})))
                self.model.state = was
                seen.add(("restore", 200))

        @rule(verb=st.sampled_from([*MOVES, *WORDS]))
        def try_from_another_tenant(self, verb: str) -> None:
            answer = wait(self._ask("stranger", verb))
            assert answer.status_code == 404, (verb, answer.text)

        @invariant()
        def stands_as_the_model_says(self) -> None:
            read = done(wait(people["office"].http.get(f"{URL}/{self.id}")))
            assert (read["status"], read["schools"][0]["confirmation"]) == (self.model.state, self.model.word)
            assert {each["move"] for each in read["allowed_moves"]} == self.model.offered("office")
            assert (read["effective_on"] is not None) == (self.model.state in SIGNED_STATES)

        def _ask(self, actor: str, verb: str) -> Coroutine[Any, Any, httpx.Response]:
            at = f"{URL}/{self.id}" + (f"/schools/{scene.alder}" if verb in WORDS else "")
            body = SIGNED if verb == "sign" else {"reason": "So it is"} if verb in REASONS else None
            return people[actor].http.post(f"{at}/{verb}", json=body)

    chosen = settings(
        max_examples=15, stateful_step_count=30, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    await asyncio.to_thread(run_state_machine_as_test, Machine, settings=chosen)
    assert {verb for verb, status in seen if status == 200} >= {"submit", "approve", "sign", "confirm", "suspend"}
    assert {verb for verb, _ in seen} >= {"supersede", "restore", *FOLLOW_UPS}
    assert {409, 403} <= {status for _, status in seen}


async def cast(scene: Scene) -> dict[str, Person]:
    """Three roles and both signatories here, and somebody with every role in another tenant."""
    world = scene.world
    place = world.stranger_id
    await world.person(Role.PARTNER_SIGNATORY, partner=scene.partner, person_id=scene.admin.id)
    there = await world.person(Role.PARTNERSHIP_OFFICE, tenant=place)
    await world.person(Role.DISTRICT_SIGNATORY, tenant=place, person_id=there.id)
    school = await a_school(world, tenant=place)
    await world.person(Role.SCHOOL_LEADER, schools=[school], tenant=place, person_id=there.id)
    return {
        "office": scene.office, "partner": scene.admin, "leader": scene.principal, "signatory": scene.signatory,
        "stranger": there,
    }  # fmt: skip
