"""What may happen to an agreement, what its dates say on a day, and who may sign it.

Sources: domain rules B4 (lifecycle and guards), E1 (dates), E3 (overlap), E8 (who signs). What dates imply
is computed and never stored.
"""

from calendar import month_name
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from alongside.core.lifecycle import SYSTEM, Lifecycle, Move, move
from alongside.identity.scopes import Role
from alongside.partners.rules import OFFICE
from alongside.schools.school_year import years_after

Party = Literal["district", "partner"]
Origin = Literal["drafted", "recorded"]

AUTHOR: Final = "author"
"""The actor who wrote this agreement; the caller holds it when the record's author is the caller."""

REVIEWERS: Final = OFFICE | {Role.LEGAL_REVIEWER, Role.COMPLIANCE_REVIEWER, Role.PRIVACY_OFFICER}
WRITERS: Final = OFFICE | {Role.PARTNER_ADMIN, Role.PARTNERSHIP_COORDINATOR, Role.SCHOOL_LEADER}

AGREEMENT: Final = Lifecycle(
    states=(
        "draft",
        "submitted",
        "in_review",
        "changes_requested",
        "approved",
        "out_for_signature",
        "executed",
        "suspended",
        "terminated",
        "rejected",
        "withdrawn",
        "superseded",
    ),
    moves=(
        move("submit", {"draft", "changes_requested"}, "submitted", WRITERS),
        move("start-review", {"submitted"}, "in_review", OFFICE),
        move("request-changes", {"in_review"}, "changes_requested", REVIEWERS, asks={"reason"}),
        move("approve", {"in_review"}, "approved", OFFICE),
        move("reject", {"in_review"}, "rejected", OFFICE, asks={"reason"}),
        move("send-for-signature", {"approved"}, "out_for_signature", OFFICE),
        # The state follows with the last signature only: see `state_after_signing`.
        move("sign", {"out_for_signature"}, "executed", {Role.DISTRICT_SIGNATORY, Role.PARTNER_SIGNATORY}),
        move("recall", {"out_for_signature"}, "approved", OFFICE),
        move("suspend", {"executed"}, "suspended", OFFICE | {Role.COMPLIANCE_REVIEWER}, asks={"reason"}),
        move("reinstate", {"suspended"}, "executed", OFFICE | {Role.COMPLIANCE_REVIEWER}),
        move(
            "terminate",
            {"executed", "suspended"},
            "terminated",
            OFFICE | {Role.PARTNER_ADMIN, Role.PARTNER_SIGNATORY},
            asks={"reason"},
        ),
        move(
            "withdraw",
            {"draft", "submitted", "in_review", "changes_requested", "approved"},
            "withdrawn",
            OFFICE | {AUTHOR},
        ),
        move("supersede", {"executed"}, "superseded", {SYSTEM}),
    ),
)

AGREEMENT_SCHOOL: Final = Lifecycle(
    states=("pending", "confirmed", "declined"),
    moves=(
        move("confirm-school", {"pending", "declined"}, "confirmed", {Role.SCHOOL_LEADER}),
        move("decline-school", {"pending", "confirmed"}, "declined", {Role.SCHOOL_LEADER}, asks={"reason"}),
    ),
)
"""The principal's word for one school on an agreement. A school that declines does not hold up the others.
"""

NEEDS: Final[Mapping[str, str]] = {
    "title": "Give the agreement a title.",
    "programs": "Name at least one program.",
    "schools": "Name at least one school, or say that it covers the whole district.",
    "dates": "Give the first and the last day, the first not after the last.",
    "reviews_approved": "Every review step has to be approved.",
    "partner_approved": "The partner has to be approved by the district.",
    "schools_answered": "Every school has to be confirmed or declined by its principal.",
    "school_confirmed": "At least one school has to be confirmed by its principal.",
    "agreement_sent": "The agreement has to be sent for review first.",
    "agreement_open": "The agreement is over and takes no more answers.",
    "authorized_signatory": "Only somebody authorized to sign for this party may sign.",
    "one_party_each": "You signed for the other party; somebody else signs for this one.",
    "party_not_signed": "This party has signed already.",
    "second_reviewer": "You are the only one who reviewed this; somebody else signs.",
    "signed_by_today": "A signature is never dated in the future.",
}
"""What a move of an agreement may lack, in words."""


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """What the guards look at. ``reviews`` is the decision of each configured step, ``confirmations`` each
    school's word; ``signing`` is what stands in the way of this caller's signature (`signing_needs`)."""

    has_title: bool
    programs: int
    district_wide: bool
    starts_on: date | None
    ends_on: date | None
    partner_approved: bool
    reviews: Collection[str] = ()
    confirmations: Collection[str] = ()
    signing: Sequence[str] = ()


def needs_of(facts: AgreementFacts) -> Callable[[Move], list[str]]:
    """The guards of `AGREEMENT`: codes of `NEEDS`."""

    def needs(made: Move) -> list[str]:
        match made.verb:
            case "submit":
                return _scope_needs(facts)
            case "approve":
                return _approval_needs(facts)
            case "send-for-signature":
                return [] if facts.partner_approved else ["partner_approved"]
            case "sign":
                return list(facts.signing)
            case _:
                return []

    return needs


def _scope_needs(facts: AgreementFacts) -> list[str]:
    complete = {
        "title": facts.has_title,
        "programs": facts.programs > 0,
        "schools": facts.district_wide or len(facts.confirmations) > 0,
        "dates": facts.starts_on is not None and facts.ends_on is not None and facts.starts_on <= facts.ends_on,
    }
    return [code for code, there in complete.items() if not there]


def _approval_needs(facts: AgreementFacts) -> list[str]:
    complete = {
        "reviews_approved": all(decision == "approved" for decision in facts.reviews),
        "partner_approved": facts.partner_approved,
        "schools_answered": "pending" not in facts.confirmations,
        "school_confirmed": facts.district_wide or "confirmed" in facts.confirmations,
    }
    return [code for code, there in complete.items() if not there]


def school_needs_of(agreement_status: str) -> Callable[[Move], list[str]]:
    """The guards of `AGREEMENT_SCHOOL`: a principal answers from the day it is sent until it has ended its
    way."""
    if agreement_status == "draft":
        missing = ["agreement_sent"]
    elif agreement_status in AGREEMENT.final():
        missing = ["agreement_open"]
    else:
        missing = []
    return lambda _made: list(missing)


@dataclass(frozen=True, slots=True)
class Signature:
    """One given signature. Voided ones (a recall) are left out by the caller."""

    party: Party
    person: object
    signed_on: date


def signing_needs(
    person: object,
    party: Party,
    *,
    authorized: bool,
    given: Sequence[Signature],
    reviewers: Collection[object],
    signed_on: date,
    day: date,
) -> list[str]:
    """What stands in the way of this person signing for this party: codes of `NEEDS`.

    Nobody signs for both parties, and nobody signs what only they have reviewed (``reviewers``: everyone
    who approved a step or the whole). Persons are compared by equality.
    """
    complete = {
        "authorized_signatory": authorized,
        "party_not_signed": all(signature.party != party for signature in given),
        "one_party_each": all(signature.person != person or signature.party == party for signature in given),
        "second_reviewer": set(reviewers) != {person},
        "signed_by_today": signed_on <= day,
    }
    return [code for code, there in complete.items() if not there]


def state_after_signing(given: Sequence[Signature]) -> str:
    """``executed`` once both parties have signed, ``out_for_signature`` until then."""
    return "executed" if {signature.party for signature in given} == {"district", "partner"} else "out_for_signature"


def in_words(day: date) -> str:
    """A day as people read it: June 12, 2020."""
    return f"{month_name[day.month]} {day.day}, {day.year}"


def one_year_term(starts_on: date) -> date:
    """The last day of a one-year term: a year on, less a day (rule E1 g)."""
    return years_after(starts_on, 1) - timedelta(days=1)


def takes_effect_on(starts_on: date, last_signed_on: date | None) -> date:
    """The first day in force: never before the last signature, never back-dated (rule E1 d)."""
    return starts_on if last_signed_on is None else max(starts_on, last_signed_on)


def signed_late(starts_on: date, last_signed_on: date | None) -> bool:
    """Whether the last signature came after the day the agreement was to start."""
    return last_signed_on is not None and last_signed_on > starts_on


IN_FORCE: Final = frozenset({"active", "expiring_soon"})


def effective_status(status: str, effective_on: date | None, ends_on: date | None, day: date, window: int = 90) -> str:
    """What the agreement is on a day: ``scheduled``, ``active``, ``expiring_soon`` or ``expired``, or,
    unless it is fully signed (``executed``), the stored status.

    In this order: after the last day, ``expired``; before the first, or when that is unknown,
    ``scheduled``; with ``window`` days or fewer to the last day (0 on the day itself), ``expiring_soon``.
    Both days are inclusive.
    """
    if status != "executed":
        return status
    if ends_on is not None and day > ends_on:
        return "expired"
    if effective_on is None or day < effective_on:
        return "scheduled"
    if ends_on is not None and (ends_on - day).days <= window:
        return "expiring_soon"
    return "active"


NOT_BINDING: Final = frozenset({"letter_of_agreement", "collaboration_plan"})
CLEARING: Final = frozenset({"mou", "moa", "school_partner_agreement", "services_contract"})


def clears_programs(kind: str, binding: bool) -> bool:
    """Whether an agreement of this type lets a program work: a space, data or research agreement alone does
    not, and what does not bind never does."""
    return binding and kind in CLEARING


def recording_problems(starts_on: date, ends_on: date, signed_on: date | None, day: date) -> list[str]:
    """What is wrong with an agreement signed elsewhere that is recorded in one step (origin ``recorded``).

    It enters as ``executed``, its schools as confirmed (the office says that they took part), with or
    without its paper. Codes: ``dates`` and ``signed_by_today`` of `NEEDS`.
    """
    problems = [] if starts_on <= ends_on else ["dates"]
    if signed_on is not None and signed_on > day:
        problems.append("signed_by_today")
    return problems


def periods_overlap(a_starts_on: date, a_ends_on: date, b_starts_on: date, b_ends_on: date) -> bool:
    """Whether two periods, all four days inclusive, share a day."""
    return a_starts_on <= b_ends_on and b_starts_on <= a_ends_on


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an agreement covers, for comparing two. ``schools`` None is the whole district; ``follows``
    holds the agreements that it amends or renews."""

    agreement: object
    partner: object
    kind: str
    status: str
    programs: frozenset[object]
    schools: frozenset[object] | None
    starts_on: date
    ends_on: date
    follows: frozenset[object] = frozenset()


COVERING: Final = frozenset({"approved", "out_for_signature", "executed", "suspended"})
"""States in which an agreement claims what it covers; one on hold may come back."""


def overlaps(a: Coverage, b: Coverage) -> bool:
    """Whether two agreements promise the same thing twice (rule E3): same partner, type, a shared program,
    school and day, both approved or further, and neither amends or renews the other. Different types may
    stand side by side."""
    return (
        a.agreement != b.agreement
        and a.partner == b.partner
        and a.kind == b.kind
        and {a.status, b.status} <= COVERING
        and not a.programs.isdisjoint(b.programs)
        and (a.schools is None or b.schools is None or not a.schools.isdisjoint(b.schools))
        and periods_overlap(a.starts_on, a.ends_on, b.starts_on, b.ends_on)
        and a.agreement not in b.follows
        and b.agreement not in a.follows
    )
