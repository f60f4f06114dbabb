"""One agreement as it stands on a day: what it says, how far it is, and what the caller may do next."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from alongside.agreements import rules
from alongside.agreements.models import Agreement
from alongside.core.db import Executor
from alongside.core.fields import money
from alongside.core.lifecycle import AllowedMove, Move, allowed_moves
from alongside.core.statements import columns
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role, Scope
from alongside.partners.rules import OFFICE

from .clauses import checklist
from .facts import (
    adopted_from,
    effective_of,
    facts_of,
    moves_of,
    original_over,
    reviews_of,
    rivals,
    route_of,
    signatures_of,
)
from .follow_ups import follow_ups, renewal_opens_on
from .lapse import lapse_of
from .people import NAMED, People, people
from .progress import blocker, review_steps, steps, warnings
from .promises import may_say
from .record import fetch
from .revisits import LastRevisit, last_revisit
from .tree import choice_of
from .visible import is_office, leads, may_add_papers, may_draft_again, may_edit, named_schools

_EVIDENCE = frozenset({"signer_id", "signed_at", "consent_words", "ip_address"})
"""What only the signing certificate tells of a signature."""


_HIDDEN = frozenset(
    {"tenant_id", "partner_id", "author_id", "approved_by_id", "submitted_by_id", "document_hash", "held_from",
     "answers", "recommended", "type_reason", "template_version_id",
     "sections", "cost_cents", "handed_in_hash", "handed_in_before_hash", "route_steps",
     "is_route_in_order", "signing_order"}
)  # fmt: skip


_OWN = tuple(
    column.name
    for column in columns(Agreement)
    if column.name not in _HIDDEN | {"submitted_at", "approved_at", "renews_id", "amends_id", "supersedes_id"}
)


async def get(
    db: Executor, principal: Principal, agreement_id: UUID, effective_on: date | None = None
) -> dict[str, Any]:
    """One agreement, or AgreementNotFound."""
    record = await fetch(db, principal, agreement_id)
    day = effective_on or principal.today
    overlaps = await rivals(db, record)
    acting = await people(db, record, named_schools(record), day)
    drafts = may_draft_again(principal, record)
    last = await last_revisit(db, record, principal.today) if drafts else LastRevisit({})
    described = _described(principal, record, day, overlaps, acting, last)
    return {**described, "lapse": await lapse_of(db, record)}


def _described(
    principal: Principal,
    record: Mapping[str, Any],
    day: date,
    overlaps: list[dict[str, Any]],
    acting: People,
    last: LastRevisit,
) -> dict[str, Any]:
    facts = facts_of(principal, record, overlaps, principal.today)
    window = principal.tenant.expiring_window_days
    effective = effective_of(record, day, window)
    reviews = reviews_of(record)
    signed = {signature.party for signature in signatures_of(record)}
    standing = rules.Standing(
        status=record["status"],
        effective_status=effective,
        drafted_by=record["drafted_by"],
        schools=[
            rules.SchoolAnswer(UUID(each["school"]["id"]), each["school"]["name"], each["confirmation"])
            for each in record["schools"]
        ],
        reviews=reviews,
        signed=signed,
        effective_on=record["effective_on"],
        due_steps=rules.due_steps(route_of(record), reviews),
        due_parties=rules.due_parties(route_of(record).signing_order, signed),
    )
    return {
        **{name: record[name] for name in _OWN},
        "clears_programs": rules.clears_programs(record["type"], record["is_binding"]),
        "partner": {"id": record["partner_id"], "name": record["partner_name"]},
        "signed_as": record["signed_as"],
        "author": record["author"],
        "programs": [{"id": each["id"], "name": each["name"]} for each in record["programs"]],
        "schools": [_school(principal, record, each, acting) for each in record["schools"]],
        "effective_status": effective,
        "as_of": day,
        "days_left": rules.days_left(effective, rules.last_day(record["ends_on"], record["ceases_on"]), day),
        "renewal_opens_on": renewal_opens_on(record),
        "holds": _holds(record),
        "notice": record["notice"],
        "told_of_the_end": _told_of_the_end(record, acting),
        "text_sha256": record["document_hash"],
        "expectations": [{**each, **may_say(principal, record, each)} for each in record["expectations"]],
        "resources": [{**_resource(each), **may_say(principal, record, each)} for each in record["resources"]],
        "review_steps": review_steps(principal, record, reviews),
        "is_route_in_order": route_of(record).is_in_order,
        "signing_order": route_of(record).signing_order,
        "board": record["board"],
        "cost": money(record["cost_cents"]),
        "reviews": record["reviews"],
        "signatories": [
            {"party": party, "people": acting.holding({rules.SIGNATORIES[party]})[:NAMED]} for party in rules.PARTIES
        ],
        "signatures": [_signature(each) for each in record["signatures"]],
        "documents": record["documents"],
        **{name: record[name] for name in ("renews", "renewal", "amends", "amendments", "supersedes", "replacement")},
        "overlaps": overlaps,
        "choice": choice_of(record),
        "adopted_from": adopted_from(record, principal.today),
        "template": record["template"],
        "sections": record["sections"] or [],
        "can_edit_sections": record["status"] in rules.EDITABLE
        and may_edit(principal, record)
        and record["template"] is not None
        and record["template"]["is_negotiable"],
        "clauses": checklist(principal, record),
        "steps": steps(principal, record, standing, day),
        "blockers": [blocker(missing, standing, acting) for missing in rules.missing(standing, facts)],
        "warnings": warnings(record, facts, day),
        "can_edit": record["status"] in rules.EDITABLE and may_edit(principal, record),
        "can_add_documents": may_add_papers(principal, record),
        "can_ask_again": _may_ask_again(principal, record, standing),
        "paper_parties": _paper_parties(principal, record),
        "can_offer_schools": may_offer(principal, record),
        "allowed_moves": moves_of(principal, record, facts),
        "follow_ups": follow_ups(principal, record, last),
    }


_ASKING = frozenset({"submitted", "in_review", "executed"})
"""States in which a school that was asked has not answered yet."""


def _may_ask_again(principal: Principal, record: Mapping[str, Any], standing: rules.Standing) -> bool:
    """Whether somebody's word is missing that the office or the school's own people may ask for once more."""
    waits = record["status"] == "out_for_signature" or (
        record["status"] in _ASKING and any(each.confirmation == "pending" for each in standing.schools)
    )
    is_ours = bool(named_schools(record) & principal.led_schools) or is_office(principal, record["partner_id"])
    return waits and is_ours and principal.person_id is not None and Scope.AGREEMENTS_WRITE in principal.scopes


def _paper_parties(principal: Principal, record: Mapping[str, Any]) -> list[rules.Party]:
    """The parties whose signature on paper the caller may enter now."""
    enters = Scope.AGREEMENTS_RECORD in principal.scopes and is_office(principal, record["partner_id"])
    if record["status"] != "out_for_signature" or not enters or principal.person_id is None:
        return []
    given, over = signatures_of(record), principal.today > record["ends_on"]
    if original_over(record, principal.today):
        return []
    me, due = principal.person_id, rules.due_parties(route_of(record).signing_order, {each.party for each in given})
    return [party for party in due if not rules.paper_needs(me, party, given=given, term_over=over)]


def _school(principal: Principal, record: Mapping[str, Any], each: Mapping[str, Any], acting: People) -> dict[str, Any]:
    moves: list[AllowedMove] = []
    school_id, pending = UUID(each["school"]["id"]), each["confirmation"] == "pending"
    if Scope.AGREEMENTS_CONFIRM in principal.scopes and leads(principal, record, school_id):
        needs = school_needs(principal, record, each)
        moves = allowed_moves(rules.AGREEMENT_SCHOOL, each["confirmation"], {Role.SCHOOL_LEADER}, needs)
    is_asked = pending and record["status"] != "draft" and record["status"] not in rules.OVER
    offered = pending and each["added_on"] is not None and record["status"] in rules.RENEWABLE
    return {
        **each,
        "answer_due_on": each["answer_due_on"] if is_asked else None,
        "asked": acting.holding({Role.SCHOOL_LEADER}, school_id)[:NAMED] if is_asked else [],
        "can_take_back": offered and _offers(principal, record),
        "can_leave_out": may_leave_out(principal, record, school_id),
        "allowed_moves": moves,
    }


def _offers(principal: Principal, record: Mapping[str, Any]) -> bool:
    return Scope.AGREEMENTS_WRITE in principal.scopes and is_office(principal, record["partner_id"])


def may_leave_out(principal: Principal, record: Mapping[str, Any], school_id: UUID) -> bool:
    """Whether the caller may go on without a school: in review, while its principal has not answered."""
    silent = {each["school"]["id"] for each in record["schools"] if each["confirmation"] == "pending"}
    return str(school_id) in silent and record["status"] in rules.ASKED_IN and _offers(principal, record)


def may_offer(principal: Principal, record: Mapping[str, Any]) -> bool:
    """Whether the caller may offer what is signed to one more school."""
    open_ = not rules.offer_needs(record["status"], principal.today > record["ends_on"])
    return open_ and not record["is_district_wide"] and _offers(principal, record)


def school_needs(
    principal: Principal, record: Mapping[str, Any], school: Mapping[str, Any] | None
) -> Callable[[Move], list[str]]:
    """What this caller's word for a school still needs; a school that is not named is not asked yet."""
    word, by = ("pending", None) if school is None else (school["confirmation"], school["added_by"])
    return rules.school_needs_of(
        record["status"],
        word,
        district_wide=record["is_district_wide"],
        offered_by_me=by is not None and by["id"] == str(principal.person_id),
    )


def _resource(each: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in each.items() if name != "value_cents"} | {
        "value": money(each["value_cents"])
    }


def _signature(each: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in each.items() if name not in _EVIDENCE}


def _holds(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    past = [dict(each) for each in record["holds"]]
    if record["held_from"] is None:
        return past
    reason = record["status_reason"] if record["status"] == "suspended" else None
    return [*past, {"from_on": record["held_from"], "until_on": None, "reason": reason}]


_TOLD: tuple[tuple[rules.Side, frozenset[Role]], ...] = (
    ("district", OFFICE),
    ("school", frozenset({Role.SCHOOL_LEADER, Role.PARTNERSHIP_COORDINATOR})),
    ("partner", frozenset({Role.PARTNER_ADMIN, Role.PARTNER_SIGNATORY})),
)


def _told_of_the_end(record: Mapping[str, Any], acting: People) -> list[dict[str, Any]]:
    """Who is told when it is put on hold or ended, by side; nobody when it cannot end any more."""
    if record["status"] not in rules.RENEWABLE:
        return []
    found = []
    for side, roles in _TOLD:
        names = [each["name"] for each in acting.holding(roles)]
        found.append({"party": side, "roles": sorted(str(role) for role in roles), "names": names})
    return found
