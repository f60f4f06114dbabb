"""The kinds of notice: which roles each may reach, and how it arrives unless a person wishes otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from alongside.agreements.rules import REVIEWERS
from alongside.identity.scopes import Role
from alongside.partners.rules import OFFICE

Email = Literal["off", "instant", "daily", "weekly"]
Cadence = Literal["daily", "weekly"]
EMAILS: Final[tuple[Email, ...]] = get_args(Email)

LEADER: Final = frozenset({Role.SCHOOL_LEADER})
SCHOOL_SIDE: Final = frozenset({Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR})
PARTNER_SIDE: Final = frozenset({Role.PARTNER_ADMIN, Role.PARTNER_STAFF})
ADMIN: Final = frozenset({Role.PARTNER_ADMIN})
PRIVACY: Final = frozenset({Role.PRIVACY_OFFICER})
RISK: Final = frozenset({Role.COMPLIANCE_REVIEWER})
PAPER_REVIEWERS: Final = frozenset({Role.COMPLIANCE_REVIEWER, Role.LEGAL_REVIEWER})
DISTRICT_SIGNER: Final = frozenset({Role.DISTRICT_SIGNATORY})
PARTNER_SIGNER: Final = frozenset({Role.PARTNER_SIGNATORY})


@dataclass(frozen=True, slots=True)
class Kind:
    """`reaches`: the roles that can ever be told; `email`: what they get without having chosen."""

    reaches: frozenset[Role]
    email: Email


KINDS: Final[Mapping[str, Kind]] = {
    # what asks the reader to do something comes at once, what only tells is collected
    "application_submitted": Kind(OFFICE, "instant"),
    "application_decided": Kind(PARTNER_SIDE, "instant"),
    "program_for_review": Kind(OFFICE, "instant"),
    "program_approved": Kind(PARTNER_SIDE, "daily"),
    "partner_standing": Kind(OFFICE | PARTNER_SIDE, "instant"),
    "agreement_for_review": Kind(OFFICE, "instant"),
    "review_asked": Kind(REVIEWERS - OFFICE, "instant"),
    "school_to_confirm": Kind(LEADER, "instant"),
    "school_answered": Kind(OFFICE | SCHOOL_SIDE | ADMIN, "daily"),
    "join_asked": Kind(OFFICE, "instant"),
    "join_answered": Kind(SCHOOL_SIDE, "instant"),
    "opening_asked": Kind(ADMIN | PARTNER_SIGNER, "instant"),
    "opening_answered": Kind(OFFICE | ADMIN | PARTNER_SIGNER, "instant"),
    "origin_changed": Kind(OFFICE | ADMIN, "instant"),
    "agreement_to_decide": Kind(OFFICE, "instant"),
    "agreement_for_board": Kind(OFFICE, "instant"),
    "agreement_changes_requested": Kind(OFFICE | SCHOOL_SIDE | ADMIN, "instant"),
    "agreement_approved": Kind(OFFICE | SCHOOL_SIDE | ADMIN, "daily"),
    "agreement_rejected": Kind(OFFICE | SCHOOL_SIDE | ADMIN, "instant"),
    "agreement_to_sign": Kind(DISTRICT_SIGNER | PARTNER_SIGNER, "instant"),
    "signature_declined": Kind(OFFICE, "instant"),
    "word_disowned": Kind(OFFICE, "instant"),
    "agreement_signed": Kind(OFFICE | DISTRICT_SIGNER | ADMIN | PARTNER_SIGNER, "daily"),
    "agreement_executed": Kind(OFFICE | SCHOOL_SIDE | ADMIN | PARTNER_SIGNER, "daily"),
    "agreement_stopped": Kind(OFFICE | SCHOOL_SIDE | ADMIN, "instant"),
    "agreement_ending": Kind(OFFICE | SCHOOL_SIDE | ADMIN, "instant"),
    "revisit_due": Kind(OFFICE | SCHOOL_SIDE | ADMIN, "instant"),
    "records_to_destroy": Kind(OFFICE | PRIVACY | ADMIN, "instant"),
    "revisit_answered": Kind(OFFICE | SCHOOL_SIDE | ADMIN, "daily"),
    "promise_missing": Kind(OFFICE | SCHOOL_SIDE | ADMIN, "instant"),
    "paper_for_review": Kind(PAPER_REVIEWERS | {Role.DISTRICT_ADMIN}, "instant"),
    "paper_decided": Kind(PARTNER_SIDE | RISK, "instant"),
    "check_for_review": Kind(RISK | {Role.DISTRICT_ADMIN}, "instant"),
    "check_decided": Kind(PARTNER_SIDE, "daily"),
    "waiver_decided": Kind(PARTNER_SIDE, "instant"),
    "paper_ending": Kind(OFFICE | RISK | PARTNER_SIDE, "instant"),
    "check_ending": Kind(RISK | PARTNER_SIDE, "instant"),
    "waiver_ending": Kind(RISK | PARTNER_SIDE, "instant"),
    "requirement_due": Kind(OFFICE | RISK | PARTNER_SIDE, "instant"),
    "vetting_ending": Kind(OFFICE | ADMIN, "instant"),
    "target_proposed": Kind(SCHOOL_SIDE | ADMIN, "instant"),
    "target_answered": Kind(OFFICE | SCHOOL_SIDE | PARTNER_SIDE, "daily"),
    "result_due": Kind(PARTNER_SIDE, "instant"),
    "result_posted": Kind(SCHOOL_SIDE | PARTNER_SIDE, "daily"),
    "spreadsheet_done": Kind(OFFICE, "daily"),
}
"""In the order in which the choices are shown."""


DECISIONS: Final = frozenset({"school_to_confirm", "agreement_to_sign", "target_proposed"})
"""The kinds that ask for a word which can be given from the e-mail."""


def kinds_for(roles: frozenset[Role]) -> tuple[str, ...]:
    """The kinds that can reach somebody with these roles."""
    return tuple(name for name, kind in KINDS.items() if not kind.reaches.isdisjoint(roles))
