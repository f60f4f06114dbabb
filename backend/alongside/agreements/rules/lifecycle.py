"""What may happen to an agreement, who does it, and what each step needs (rules B4, E8)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from alongside.core.lifecycle import SYSTEM, Lifecycle, Move, move
from alongside.identity.scopes import Role, Scope
from alongside.partners.rules import OFFICE

from .data_sharing import ELEMENTS

Origin = Literal["drafted", "recorded"]
Side = Literal["district", "school", "partner"]
Step = Literal["program", "legal", "risk", "privacy", "board"]

AUTHOR: Final = "author"
"""The side that wrote this agreement: its author, or whoever writes for the same school or partner today, so
that the text does not leave with a person."""

SIDES: Final[Mapping[Side, frozenset[Role]]] = {
    "district": OFFICE,
    "school": frozenset({Role.PARTNERSHIP_COORDINATOR, Role.SCHOOL_LEADER}),
    "partner": frozenset({Role.PARTNER_ADMIN}),
}
"""Who writes agreements for each side."""

STEP_REVIEWERS: Final[Mapping[Step, frozenset[Role]]] = {
    "program": OFFICE,
    "legal": frozenset({Role.LEGAL_REVIEWER}),
    "risk": frozenset({Role.COMPLIANCE_REVIEWER}),
    "privacy": frozenset({Role.PRIVACY_OFFICER}),
    # The office records the board's vote.
    "board": OFFICE,
}
REVIEWERS: Final = frozenset[Role]().union(*STEP_REVIEWERS.values())

_STEPS_BY_TYPE: Final[Mapping[str, tuple[Step, ...]]] = {
    "services_contract": ("legal", "risk"),
    "space_use": ("risk",),
    "data_sharing": ("legal", "privacy"),
    "research": ("privacy",),
}


def review_steps(kind: str, shares_student_records: bool) -> tuple[Step, ...]:
    """The steps that an agreement has to pass before the office approves it, which is the program's step
    itself: contracts and space by law and risk, whatever concerns student records by privacy."""
    steps = _STEPS_BY_TYPE.get(kind, ())
    return (*steps, "privacy") if shares_student_records and "privacy" not in steps else steps


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
        move("submit", {"draft", "changes_requested"}, "submitted", OFFICE | {AUTHOR}),
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
        move("supersede", {"executed", "suspended"}, "superseded", {SYSTEM}),
        # What was to take its place never began.
        move("restore", {"superseded"}, "executed", {SYSTEM}),
    ),
)

MOVE_SCOPES: Final[Mapping[str, Scope]] = {
    "submit": Scope.AGREEMENTS_WRITE,
    "start-review": Scope.AGREEMENTS_APPROVE,
    "request-changes": Scope.AGREEMENTS_REVIEW,
    "approve": Scope.AGREEMENTS_APPROVE,
    "reject": Scope.AGREEMENTS_APPROVE,
    "send-for-signature": Scope.AGREEMENTS_APPROVE,
    "sign": Scope.AGREEMENTS_SIGN,
    "recall": Scope.AGREEMENTS_APPROVE,
    "suspend": Scope.AGREEMENTS_REVIEW,
    "reinstate": Scope.AGREEMENTS_REVIEW,
    "terminate": Scope.AGREEMENTS_TERMINATE,
    "withdraw": Scope.AGREEMENTS_WRITE,
    "confirm": Scope.AGREEMENTS_CONFIRM,
    "decline": Scope.AGREEMENTS_CONFIRM,
}
"""What a caller has to be granted for each move; which record it is theirs on, the lifecycles say."""

AGREEMENT_SCHOOL: Final = Lifecycle(
    states=("pending", "confirmed", "declined"),
    moves=(
        move("confirm", {"pending", "declined"}, "confirmed", {Role.SCHOOL_LEADER}),
        move("decline", {"pending", "confirmed"}, "declined", {Role.SCHOOL_LEADER}, asks={"reason"}),
    ),
)
"""The principal's word for one school on an agreement. A school that declines does not hold up the others:
it stays on the record with its reason and is not covered."""

EDITABLE: Final = frozenset({"draft", "changes_requested"})
"""States in which the text may change; an executed one is changed by an amendment."""

OVER: Final = AGREEMENT.final() | {"superseded"}
"""States that nobody who signs in takes it out of."""

NEEDS: Final[Mapping[str, str]] = {code: each.words for code, each in ELEMENTS.items()} | {
    "title": "Give the agreement a title.",
    "programs": "Name at least one program.",
    "schools": "Name at least one school, or say that it covers the whole district.",
    "type_reason": "Say why another type was chosen than the answers lead to.",
    "origin_open": "What it adopts is on hold or closed to other districts now.",
    "clauses_finalized": "Every required clause of the checklist has to be finalized.",
    "dates": "Give the first and the last day, the first not after the last.",
    "no_overlap": "Another agreement of this type already covers one of these programs at one of these schools.",
    "reviews_approved": "Every review step has to be approved.",
    "partner_approved": "The partner has to be approved by the district.",
    "schools_answered": "Every school has to be confirmed or declined by its principal.",
    "school_confirmed": "At least one school has to be confirmed by its principal.",
    "term_not_over": "Its last day has passed; draft another with later dates.",
    "agreement_sent": "The agreement has to be sent for review first.",
    "school_offered": "The school is not in what is signed; the office offers it to the school first.",
    "second_person": "You offered it to the school; somebody else answers for the school.",
    "agreement_open": "The agreement is over and takes no more answers.",
    "authorized_signatory": "Only somebody authorized to sign for this party may sign.",
    "one_party_each": "You spoke for the other side; somebody else signs for this one.",
    "party_not_signed": "This party has signed already.",
    "other_party_first": "The other party signs first.",
    "earlier_steps": "An earlier review step has to be approved first.",
    "board_vote": "The board's vote is recorded on the board's page.",
    "board_step": "The board is not asked about this agreement.",
    "program_review": "The office's own review has to be approved.",
    "legal_review": "Legal review has to be approved.",
    "risk_review": "Risk review has to be approved.",
    "privacy_review": "Privacy review has to be approved.",
    "board_not_voted": "The board has voted on it already.",
    "in_review": "It is not in review.",
    "not_paid_by_partner": "Somebody whom the partner does not employ records the vote.",
    "second_reviewer": "You are the only one who reviewed this; somebody else signs.",
    "signed_by_today": "A signature is never dated in the future.",
    "signed_after_fixed": "A signature is never dated before the day on which the text was fixed for signature.",
    "own_end": "It changes another agreement; end that one or put it on hold, and this goes with it.",
    "original_runs": "The agreement that it changes is over.",
    "not_an_amendment": "It changes another agreement; renew or amend that one.",
    "not_replaced": "Another agreement is to take its place already.",
    "fully_signed": "Only a fully signed agreement is renewed or amended.",
    "no_open_renewal": "A renewal of this agreement is under way already.",
    "partner_not_suspended": "The partner is on hold.",
    "revisit_goes_on": "At the last revisit it was said that it should end; draft a new agreement if it goes on.",
}
"""What a move of an agreement may lack, in words."""


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """What the guards look at. ``reviews`` is the decision of each step that has to be passed,
    ``confirmations`` each school's word; ``signing`` is what stands in the way of this caller's signature
    (`signing_needs`); ``overlapping`` whether it promises what another one promises already (`overlaps`);
    ``open_clauses`` the headings of required clauses that are not finalized, where the district keeps the checklist;
    ``type_unexplained`` whether another type was chosen than the answers lead to, without a reason."""

    has_title: bool
    programs: int
    district_wide: bool
    starts_on: date | None
    ends_on: date | None
    partner_approved: bool
    reviews: Collection[str] = ()
    confirmations: Collection[str] = ()
    signing: Sequence[str] = ()
    overlapping: bool = False
    term_over: bool = False
    amends: bool = False
    original_over: bool = False
    lacking: Sequence[str] = ()
    """What a data sharing agreement does not say (`data_sharing.lacking`)."""
    open_clauses: Sequence[str] = ()
    type_unexplained: bool = False
    origin_closed: bool = False
    """Whether the other district's agreement that it adopts is not open any more."""


def needs_of(facts: AgreementFacts) -> Callable[[Move], list[str]]:
    """The guards of `AGREEMENT`: codes of `NEEDS`."""

    def needs(made: Move) -> list[str]:
        match made.verb:
            case "submit":
                return [*_scope_needs(facts), *facts.lacking, *_origin_needs(facts)]
            case "approve":
                return [*approval_needs(facts), *facts.lacking, *_origin_needs(facts)]
            case "send-for-signature":
                clauses = {"clauses_finalized": not facts.open_clauses}
                here = {"partner_approved": facts.partner_approved, **clauses, **_in_time(facts)}
                return [*_lacking(here), *_origin_needs(facts)]
            case "sign":
                return [*facts.signing, *_lacking(_in_time(facts))]
            case "suspend" | "reinstate":
                return _lacking({"own_end": not facts.amends})
            case "terminate":
                return _lacking({"own_end": not facts.amends, "term_not_over": not facts.term_over})
            case _:
                return []

    return needs


def _lacking(complete: Mapping[str, bool]) -> list[str]:
    return [code for code, there in complete.items() if not there]


def _origin_needs(facts: AgreementFacts) -> list[str]:
    """Until it is sent for signature, what it adopts has to be open; what was sent then may be signed."""
    return _lacking({"origin_open": not facts.origin_closed})


def _in_time(facts: AgreementFacts) -> dict[str, bool]:
    return {"term_not_over": not facts.term_over, "original_runs": not facts.original_over}


def _scope_needs(facts: AgreementFacts) -> list[str]:
    return _lacking(
        {
            "title": facts.has_title,
            "programs": facts.programs > 0,
            "schools": facts.district_wide or len(facts.confirmations) > 0,
            "dates": facts.starts_on is not None and facts.ends_on is not None and facts.starts_on <= facts.ends_on,
            "no_overlap": not facts.overlapping,
            "type_reason": not facts.type_unexplained,
        }
    )


def approval_needs(facts: AgreementFacts) -> list[str]:
    """What stands in the way of approval: codes of `NEEDS`."""
    return _lacking(
        {
            "reviews_approved": all(decision == "approved" for decision in facts.reviews),
            "partner_approved": facts.partner_approved,
            "schools_answered": "pending" not in facts.confirmations,
            "school_confirmed": facts.district_wide or "confirmed" in facts.confirmations,
            "no_overlap": not facts.overlapping,
        }
    )


ASKED_IN: Final = frozenset({"submitted", "in_review"})
"""States in which principals are asked before the office approves, and a silent one may be left out."""

IN_THE_TEXT: Final = frozenset({"out_for_signature", "executed", "suspended"})
"""States in which the text is what both parties sign or signed; a school that is not in it is added by its
principal and the office together."""


def school_needs_of(
    agreement_status: str, word: str = "pending", *, district_wide: bool = False, offered_by_me: bool = False
) -> Callable[[Move], list[str]]:
    """The guards of `AGREEMENT_SCHOOL`: a principal answers from the day it is sent until it is over.

    Who declined is not in the text that is signed, and comes back only when the office offers it again; who
    offered it to the school does not accept it for the school (``offered_by_me``).
    """

    def needs(made: Move) -> list[str]:
        if agreement_status == "draft":
            return ["agreement_sent"]
        if agreement_status in OVER:
            return ["agreement_open"]
        if made.verb != "confirm":
            return []
        left_out = word == "declined" and agreement_status in IN_THE_TEXT and not district_wide
        return _lacking({"school_offered": not left_out, "second_person": not offered_by_me})

    return needs


def offer_needs(status: str, term_over: bool) -> list[str]:
    """What stands in the way of offering a signed agreement to one more school: codes of `NEEDS`."""
    return _lacking({"fully_signed": status in RENEWABLE, "term_not_over": not term_over})


RENEWABLE: Final = frozenset({"executed", "suspended"})
"""Fully signed, on hold or not, expired or not. A terminated one is not renewed, only replaced."""


def renewal_needs(
    status: str, partner_status: str, has_open_renewal: bool, *, amends: bool = False, said_end: bool = False
) -> list[str]:
    """What stands in the way of a renewal (rule E2): codes of `NEEDS`. ``said_end``: at the last revisit it was
    said everywhere that it should end."""
    return _lacking(
        {
            "fully_signed": status in RENEWABLE,
            "not_an_amendment": not amends,
            "no_open_renewal": not has_open_renewal,
            "partner_not_suspended": partner_status != "suspended",
            "revisit_goes_on": not said_end,
        }
    )


def amendment_needs(status: str, *, amends: bool = False, term_over: bool = False) -> list[str]:
    """What stands in the way of an amendment: codes of `NEEDS`. What is over is renewed, not changed."""
    signed = status in RENEWABLE
    return _lacking({"fully_signed": signed, "not_an_amendment": not amends, "term_not_over": not term_over})


REPLACEABLE: Final = frozenset({"executed", "suspended", "terminated"})


def replacement_needs(status: str, partner_status: str, has_replacement: bool, *, amends: bool = False) -> list[str]:
    """What stands in the way of drafting another agreement in its place (rule E2): codes of `NEEDS`."""
    return _lacking(
        {
            "fully_signed": status in REPLACEABLE,
            "not_an_amendment": not amends,
            "not_replaced": not has_replacement,
            "partner_not_suspended": partner_status != "suspended",
        }
    )
