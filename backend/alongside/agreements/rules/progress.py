"""How far an agreement is, what is still missing until programs may start, and whose turn it is (rule B4).

The same list is shown to the partner, the school and the office.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal
from uuid import UUID

from alongside.core.clock import in_words
from alongside.identity.scopes import Role
from alongside.partners.rules import OFFICE

from .lifecycle import AGREEMENT as LIFECYCLE
from .lifecycle import NEEDS, SIDES, STEP_REVIEWERS, AgreementFacts, Side, Step, needs_of
from .signing import PARTIES, SIGNATORIES, Party

StepKey = Literal["drafted", "submitted", "review", "signatures", "in_force"]
StepState = Literal["done", "current", "ahead", "stopped"]

STEPS: Final[tuple[StepKey, ...]] = ("drafted", "submitted", "review", "signatures", "in_force")

_CURRENT: Final[Mapping[str, StepKey]] = {
    "draft": "drafted",
    "changes_requested": "drafted",
    "submitted": "review",
    "in_review": "review",
    "approved": "signatures",
    "out_for_signature": "signatures",
    "executed": "in_force",
    "suspended": "in_force",
    "superseded": "in_force",
    "terminated": "in_force",
    "rejected": "review",
}
_STOPPED: Final = frozenset({"terminated", "rejected", "withdrawn", "superseded"})


@dataclass(frozen=True, slots=True)
class Reached:
    """When an agreement reached what, and who took it there."""

    status: str
    status_since: datetime
    created_at: datetime
    author: str | None = None
    submitted_at: datetime | None = None
    submitted_by: str | None = None
    approved_at: datetime | None = None
    approved_by: str | None = None
    last_signed_at: datetime | None = None
    effective_on: date | None = None


@dataclass(frozen=True, slots=True)
class StepOnTheWay:
    """One of the five steps: when it was done and by whom, or since when it is the current one."""

    key: StepKey
    state: StepState
    at: datetime | None = None
    by: str | None = None
    since: datetime | None = None


def steps(reached: Reached) -> list[StepOnTheWay]:
    """The five steps from the draft to being in force, in order."""
    current = _CURRENT.get(reached.status) or _where_withdrawn(reached)
    done: Mapping[StepKey, tuple[datetime | None, str | None]] = {
        "drafted": (reached.created_at, reached.author),
        "submitted": (reached.submitted_at, reached.submitted_by),
        "review": (reached.approved_at, reached.approved_by),
        "signatures": (reached.last_signed_at, None),
        "in_force": (None, None),
    }
    place = STEPS.index(current)
    found: list[StepOnTheWay] = []
    for index, key in enumerate(STEPS):
        at, by = done[key]
        if index < place:
            found.append(StepOnTheWay(key, "done", at, by))
        elif index > place:
            found.append(StepOnTheWay(key, "ahead"))
        else:
            state: StepState = "stopped" if reached.status in _STOPPED else "current"
            kept = (at, by) if key == "drafted" else (None, None)
            found.append(StepOnTheWay(key, state, *kept, since=reached.status_since))
    return found


def _where_withdrawn(reached: Reached) -> StepKey:
    if reached.approved_at is not None:
        return "signatures"
    return "drafted" if reached.submitted_at is None else "review"


@dataclass(frozen=True, slots=True)
class SchoolAnswer:
    """A school that an agreement names, and its principal's word."""

    id: UUID
    name: str
    confirmation: str


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing between the agreement and its first day in force. ``now``: somebody can do it today;
    otherwise another step comes first. With no roles only time has to pass."""

    code: str
    words: str
    party: Side | None
    roles: tuple[Role, ...]
    now: bool
    school_id: UUID | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What `missing` looks at besides the guards' facts. ``reviews``: the decision of each step to pass;
    ``due_steps``, ``due_parties``: whose turn it is, as the route says (all of them without)."""

    status: str
    effective_status: str
    drafted_by: Side
    schools: Collection[SchoolAnswer]
    reviews: Mapping[Step, str]
    signed: Collection[str]
    effective_on: date | None
    due_steps: Collection[str] | None = None
    due_parties: Collection[str] = PARTIES


_IN_HANDS: Final = frozenset({"draft", "changes_requested"})
_BEFORE_APPROVAL: Final = _IN_HANDS | {"submitted", "in_review"}
_BEFORE_SIGNING: Final = _BEFORE_APPROVAL | {"approved"}
_UNSIGNED: Final = _BEFORE_SIGNING | {"out_for_signature"}

_STEP_WORDS: Final[Mapping[Step, str]] = {
    "program": "The office's own review has to be approved.",
    "legal": "The legal review has to be approved.",
    "risk": "The risk review has to be approved.",
    "privacy": "The privacy review has to be approved.",
    "board": "The board has to vote.",
}
_PARTY_WORDS: Final[Mapping[Party, str]] = {
    "district": "Somebody has to sign for the district.",
    "partner": "Somebody has to sign for the partner.",
}


def missing(standing: Standing, facts: AgreementFacts) -> list[Missing]:
    """Everything between the agreement and its first day in force, in the order in which it is done."""
    status = standing.status
    if status == "executed":
        return _by_time(standing)
    if status == "suspended":
        return [Missing("suspended", "The agreement is on hold.", "district", _roles(OFFICE), now=True)]
    if status not in _UNSIGNED:
        return []
    found: list[Missing] = []
    if status in _IN_HANDS:
        found += _to_submit(standing, facts)
    if status in _BEFORE_APPROVAL:
        found += _to_approve(standing, facts)
    if status not in _IN_HANDS and status != "out_for_signature" and facts.origin_closed:
        found.append(Missing("origin_open", NEEDS["origin_open"], "district", _roles(OFFICE), now=True))
    if status in _BEFORE_SIGNING:
        found += _clauses(facts)
        words, ready = "The office has to send it for signature.", status == "approved" and not facts.open_clauses
        found.append(Missing("not_sent", words, "district", _roles(OFFICE), now=ready))
    out = status == "out_for_signature"
    for party in PARTIES:
        if party not in standing.signed:
            code, role = f"{party}_signature", SIGNATORIES[party]
            found.append(Missing(code, _PARTY_WORDS[party], party, (role,), now=out and party in standing.due_parties))
    return found


def _roles(roles: Collection[Role]) -> tuple[Role, ...]:
    return tuple(sorted(roles))


def _to_submit(standing: Standing, facts: AgreementFacts) -> list[Missing]:
    side, roles = standing.drafted_by, _roles(SIDES[standing.drafted_by])
    submit = next(made for made in LIFECYCLE.moves if made.verb == "submit")
    lacking = needs_of(facts)(submit)
    found = [Missing(code, NEEDS[code], side, roles, now=True) for code in lacking]
    again = standing.status == "changes_requested"
    words = "Changes were asked for; then it has to be sent again." if again else "It has to be sent for review."
    return [*found, Missing("not_submitted", words, side, roles, now=not lacking)]


def _to_approve(standing: Standing, facts: AgreementFacts) -> list[Missing]:
    sent, reviewing = standing.status in {"submitted", "in_review"}, standing.status == "in_review"
    found: list[Missing] = []
    if not facts.partner_approved:
        words = NEEDS["partner_approved"]
        found.append(Missing("partner_approved", words, "district", _roles(OFFICE), now=True))
    for school in standing.schools:
        if school.confirmation == "pending":
            words = f"The principal has to confirm {school.name}."
            leader = (Role.SCHOOL_LEADER,)
            found.append(Missing("school_pending", words, "school", leader, now=sent, school_id=school.id))
    answers = {school.confirmation for school in standing.schools}
    if answers == {"declined"} and not facts.district_wide:
        found.append(Missing("school_confirmed", NEEDS["school_confirmed"], "school", (Role.SCHOOL_LEADER,), now=sent))
    for step, decision in standing.reviews.items():
        if decision != "approved":
            roles = _roles(STEP_REVIEWERS[step])
            turn = reviewing and (standing.due_steps is None or step in standing.due_steps)
            found.append(Missing(f"{step}_review", _STEP_WORDS[step], "district", roles, now=turn))
    if sent and facts.overlapping:
        found.append(Missing("no_overlap", NEEDS["no_overlap"], "district", _roles(OFFICE), now=True))
    if not reviewing:
        words = "The office has to start its review."
        found.append(Missing("not_in_review", words, "district", _roles(OFFICE), now=sent))
    clear = reviewing and not found
    return [*found, Missing("not_approved", "The office has to approve it.", "district", _roles(OFFICE), now=clear)]


def _clauses(facts: AgreementFacts) -> list[Missing]:
    """Each required clause that is not finalized, by its heading."""
    roles = _roles(OFFICE)
    return [
        Missing("clause_open", f"The clause {heading} has to be finalized.", "district", roles, now=True)
        for heading in facts.open_clauses
    ]


def _by_time(standing: Standing) -> list[Missing]:
    if standing.effective_status == "scheduled" and standing.effective_on is not None:
        words = f"It starts on {in_words(standing.effective_on)}."
        return [Missing("not_started", words, None, (), now=False, due_on=standing.effective_on)]
    if standing.effective_status == "expired":
        roles = _roles(SIDES["partner"] | SIDES["school"] | OFFICE)
        return [Missing("expired", "It has expired; a renewal takes its place.", "partner", roles, now=True)]
    return []


def waits_for(
    status: str, drafted_by: Side, pending_schools: int, signed: Collection[str], due: Collection[str] = PARTIES
) -> list[Side]:
    """Whose turn it is, for a row of a list; nobody's once it is fully signed or over."""
    if status in _IN_HANDS:
        return [drafted_by]
    if status in {"submitted", "in_review"}:
        return ["school", "district"] if pending_schools else ["district"]
    if status in {"approved", "suspended"}:
        return ["district"]
    if status == "out_for_signature":
        return [party for party in PARTIES if party not in signed and party in due]
    return []
