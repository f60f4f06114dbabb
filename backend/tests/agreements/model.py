"""What an agreement over one school should be: who may do what, from which state, and what each step lacks.

Written out by hand from domain rule B4; it shares nothing with the application's own rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SIGNED_STATES = {"executed", "suspended", "terminated", "superseded"}
BEFORE_SIGNING = {"draft", "submitted", "in_review", "changes_requested", "approved"}
OVER = {"terminated", "rejected", "withdrawn", "superseded"}
FOLLOW_UPS: Mapping[str, set[str]] = {
    "renewals": {"executed", "suspended"},
    "amendments": {"executed", "suspended"},
    "replacements": {"executed", "suspended", "terminated"},
}
"""From which states another agreement may follow."""

REVIEWERS: Mapping[str, str] = {"program": "office", "legal": "legal", "risk": "risk", "board": "office"}
"""Whose each step of review is; the board's is given as a vote alone."""

OWN_STEP: Mapping[str, str] = {"office": "program", "legal": "legal", "risk": "risk"}
"""In the name of which step somebody sends it back."""

MOVES: Mapping[str, tuple[set[str], str, set[str]]] = {
    "submit": ({"draft", "changes_requested"}, "submitted", {"office", "partner"}),
    "start-review": ({"submitted"}, "in_review", {"office"}),
    "request-changes": ({"in_review"}, "changes_requested", {"office", "legal", "risk"}),
    "approve": ({"in_review"}, "approved", {"office"}),
    "reject": ({"in_review"}, "rejected", {"office"}),
    "send-for-signature": ({"approved"}, "out_for_signature", {"office"}),
    "sign": ({"out_for_signature"}, "executed", {"partner", "signatory"}),
    "recall": ({"out_for_signature"}, "approved", {"office"}),
    "suspend": ({"executed"}, "suspended", {"office", "risk"}),
    "reinstate": ({"suspended"}, "executed", {"office", "risk"}),
    "terminate": ({"executed", "suspended"}, "terminated", {"office", "partner"}),
    "withdraw": (BEFORE_SIGNING, "withdrawn", {"office", "partner"}),
}
WORDS: Mapping[str, tuple[set[str], str]] = {
    "confirm": ({"pending", "declined"}, "confirmed"),
    "decline": ({"pending", "confirmed"}, "declined"),
}
BY_REVIEW = {"request-changes", "suspend", "reinstate"}
NOT_GRANTED: Mapping[str, set[str]] = {
    "office": {"sign", "confirm", "decline"},
    "partner": set(MOVES) - {"submit", "withdraw", "terminate", "sign"} | set(WORDS),
    "leader": set(MOVES) - {"submit", "withdraw"},
    "signatory": set(MOVES) - {"sign"} | set(WORDS),
    "legal": set(MOVES) - BY_REVIEW | set(WORDS),
    "risk": set(MOVES) - BY_REVIEW | set(WORDS),
}
"""What a role is never granted, on any agreement in any state."""

SIGNS: Mapping[str, str] = {"partner": "partner", "signatory": "district"}
"""For which party somebody signs."""


@dataclass(frozen=True)
class Way:
    """How the district reviews and signs: by whom, in order or side by side, and which party signs first."""

    steps: tuple[str, ...] = ()
    in_order: bool = False
    first: str | None = None

    def setting(self) -> dict[str, Any]:
        order = "any" if self.first is None else f"{self.first}_first"
        return {"steps": list(self.steps), "is_in_order": self.in_order, "signing_order": order}


WAYS: Sequence[Way] = (
    Way(),
    Way(("legal", "risk"), first="partner"),
    Way(("legal", "risk"), in_order=True),
    Way(("risk", "board"), first="district"),
    Way(("legal", "risk", "board"), in_order=True, first="partner"),
)

Expected = tuple[int, list[str]]
"""The status, and what is missing."""


class Model:
    """What an agreement over one school should be."""

    def __init__(self, way: Way) -> None:
        self.way, self.state, self.word, self.signed = way, "draft", "pending", set[str]()
        self.decisions: dict[str, str] = dict.fromkeys(way.steps, "pending")
        self.was_handed_in = False

    def offered(self, actor: str) -> set[str]:
        return {verb for verb, (states, _, who) in MOVES.items() if self.state in states and actor in who}

    def offered_for_school(self) -> set[str]:
        return {verb for verb, (words, _) in WORDS.items() if self.word in words}

    def due(self) -> set[str]:
        """The steps whose turn it is; the board's when all others have said yes."""
        waiting = [step for step in self.way.steps if self.decisions[step] != "approved"]
        before = [step for step in waiting if step != "board"]
        return set((before[:1] if self.way.in_order else before) or waiting)

    def shown(self) -> dict[str, str]:
        """What a reader is told of each step: the office's own yes is its approval, not a step to pass."""
        return {step: said for step, said in self.decisions.items() if (step, said) != ("program", "approved")}

    def missing_words(self) -> list[str]:
        if self.word == "confirmed":
            return []
        return ["schools_answered", "school_confirmed"] if self.word == "pending" else ["school_confirmed"]

    def open_parties(self) -> list[str]:
        """Whose signature can be given now."""
        waiting = [party for party in ("partner", "district") if party not in self.signed]
        return [self.way.first] if self.way.first in waiting and self.way.first is not None else waiting

    def signing_lacks(self, party: str) -> list[str]:
        if party in self.signed:
            return ["party_not_signed"]
        return [] if party in self.open_parties() else ["other_party_first"]

    def lacks(self, actor: str, verb: str) -> list[str]:
        if verb == "approve":
            is_open = any(said != "approved" for said in self.shown().values())
            return [*(["reviews_approved"] if is_open else []), *self.missing_words()]
        if verb == "sign":
            return self.signing_lacks(SIGNS[actor])
        if verb in WORDS and self.state == "draft":
            return ["agreement_sent"]
        if verb in WORDS and self.state in OVER:
            return ["agreement_open"]
        signing = {"out_for_signature", "executed", "suspended"}
        if verb == "confirm" and self.word == "declined" and self.state in signing:
            return ["school_offered"]
        return []

    def expects(self, actor: str, verb: str) -> Expected:
        """What a step of the lifecycle, or a principal's word, is answered."""
        if verb in NOT_GRANTED[actor]:
            return 403, []
        if verb not in (self.offered_for_school() if verb in WORDS else self._leaving()):
            return 409, []
        if verb in MOVES and actor not in MOVES[verb][2]:
            return 403, []
        missing = self.lacks(actor, verb)
        return (409 if missing else 200), missing

    def expects_review(self, actor: str, step: str) -> Expected:
        """What a reviewer's word on a step is answered, be it a yes or a request for changes."""
        if REVIEWERS[step] != actor:
            return 403, []
        if self.state != "in_review":
            return 409, []
        if step == "board":
            return 409, ["board_vote"]
        is_early = self.decisions.get(step) == "pending" and step not in self.due()
        return (409, ["earlier_steps"]) if is_early else (201, [])

    def expects_vote(self, actor: str) -> Expected:
        """What the board's vote is answered, whatever it came to."""
        if actor != "office":
            return 403, []
        missing = self._vote_lacks()
        return (409 if missing else 201), missing

    def _vote_lacks(self) -> list[str]:
        if "board" not in self.way.steps:
            return ["board_step"]
        if self.decisions["board"] == "approved":
            return ["board_not_voted"]
        if self.state != "in_review":
            return ["in_review"]
        open_steps = [step for step, said in self.shown().items() if step != "board" and said != "approved"]
        return [*(f"{step}_review" for step in open_steps), *self.missing_words()]

    def expects_pen(self, actor: str, party: str) -> Expected:
        """What is answered to whoever enters a party's signature from paper."""
        if actor != "office":
            return 403, []
        missing = self.signing_lacks(party)
        return (409 if missing or self.state != "out_for_signature" else 200), missing

    def _leaving(self) -> set[str]:
        return {verb for verb, (states, _, _) in MOVES.items() if self.state in states}

    def make(self, actor: str, verb: str) -> None:
        if verb in WORDS:
            self.word = WORDS[verb][1]
        elif verb == "sign":
            self.sign(SIGNS[actor])
        else:
            if verb == "submit":
                self.decisions, self.was_handed_in = dict.fromkeys(self.way.steps, "pending"), True
            elif verb == "request-changes":
                self.decisions[OWN_STEP[actor]] = "changes_requested"
            elif verb == "recall":
                self.signed = set()
            elif verb == "withdraw" and not self.was_handed_in:
                # it was never on the district's way, and is told by that of its type
                self.way = Way((), False, None)
                self.decisions = {}
            self.state = MOVES[verb][1]

    def sign(self, party: str) -> None:
        self.signed.add(party)
        self.state = "executed" if self.signed == {"partner", "district"} else self.state

    def review(self, step: str, decision: str) -> None:
        self.decisions[step] = decision
        self.state = "changes_requested" if decision == "changes_requested" else self.state

    def vote(self, outcome: str) -> None:
        if outcome == "approved":
            self.decisions["board"] = "approved"
        self.state = "approved" if outcome == "approved" else "rejected"

    def onward(self) -> tuple[str, str, str] | None:
        """What leads on from here: which kind of step, whose, and what."""
        if self.state == "in_review":
            if self.word != "confirmed":
                return "act", "leader", "confirm"
            step = min(self.due(), default=None)
            if step is None:
                return "act", "office", "approve"
            return ("vote", "office", "approved") if step == "board" else ("review", REVIEWERS[step], step)
        if self.state == "out_for_signature":
            party = self.open_parties()[0]
            return "act", next(who for who, signs in SIGNS.items() if signs == party), "sign"
        return ONWARD.get(self.state)


ONWARD: Mapping[str, tuple[str, str, str]] = {
    "draft": ("act", "partner", "submit"), "submitted": ("act", "office", "start-review"),
    "changes_requested": ("act", "partner", "submit"), "approved": ("act", "office", "send-for-signature"),
    "executed": ("act", "office", "suspend"), "suspended": ("act", "office", "reinstate"),
}  # fmt: skip
