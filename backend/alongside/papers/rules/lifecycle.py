"""What may happen to a paper, who moves it, and what it is on a day (rule B5)."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Final

from alongside.core.lifecycle import Lifecycle, Move, move
from alongside.identity.scopes import Role
from alongside.partners.rules import OFFICE, PARTNER_SIDE

REVIEWERS: Final = frozenset({Role.COMPLIANCE_REVIEWER, Role.LEGAL_REVIEWER, Role.DISTRICT_ADMIN})
"""Risk management and the law department; in a district without them, its administrator."""

KEEPERS: Final = PARTNER_SIDE | OFFICE | {Role.COMPLIANCE_REVIEWER}
"""Who may hand in a partner's papers: its own people, and for those who come with paper the district."""

PAPER: Final = Lifecycle(
    states=("draft", "submitted", "accepted", "rejected", "withdrawn"),
    moves=(
        move("submit", {"draft", "rejected"}, "submitted", KEEPERS),
        move("accept", {"submitted"}, "accepted", REVIEWERS),
        move("reject", {"submitted"}, "rejected", REVIEWERS, asks={"reason"}),
        move("withdraw", {"draft", "submitted", "accepted", "rejected"}, "withdrawn", KEEPERS, asks={"reason"}),
    ),
)

EDITABLE: Final = frozenset({"draft", "rejected"})
"""States in which what a paper says may still change."""

NEEDS: Final = {
    "coverage": "Say what the insurance covers.",
    "carrier": "Name the insurance company.",
    "policy_number": "Write the number of the policy.",
    "limit_each": "Write the limit for each occurrence.",
    "effective_on": "Say from which day it holds.",
    "expires_on": "Say until which day it holds.",
    "file": "Attach the scan.",
    "note": "Say what was arranged and with whom.",
    "in_date": "It has run out; hand in the newer one.",
}
"""What a move of a paper may lack, in words."""

_ASKED: Final = {
    "insurance_certificate": ("coverage", "carrier", "policy_number", "limit_each", "effective_on", "expires_on",
                              "file"),
    "endorsement": ("policy_number", "effective_on", "expires_on", "file"),
    "agency_letter": ("effective_on", "file"),
    "staff_present": ("effective_on", "note"),
}  # fmt: skip


def needs_of(kind: str, told: Collection[str], expires_on: date | None, day: date) -> Callable[[Move], list[str]]:
    """The guard of `PAPER`: what is handed in is complete, what is accepted has not run out. `told` names the
    fields that are filled, `file` among them."""
    missing = [need for need in _ASKED[kind] if need not in told]
    late = ["in_date"] if expires_on is not None and expires_on < day else []

    def needs(made: Move) -> list[str]:
        if made.verb == "submit":
            return missing + late
        return list(late) if made.verb == "accept" else []

    return needs
