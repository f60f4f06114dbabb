"""What the guards of an agreement look at, and which moves they leave to a caller."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside.agreements import rules
from alongside.core.db import Executor
from alongside.core.lifecycle import AllowedMove, allowed_moves
from alongside.identity.principal import Principal
from alongside.partners.rules import is_approved

from .clauses import open_clauses
from .overlap import coverage_of, overlapping
from .tree import choice_of, leads_among
from .visible import actors_on

_CHECKED = frozenset({"draft", "changes_requested", "submitted", "in_review"})
"""States in which an overlap with another agreement is looked for."""


async def rivals(db: Executor, record: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What stands in the way of sending or approving it (rule E3); nothing afterwards."""
    return await overlapping(db, coverage_of(record)) if record["status"] in _CHECKED else []


def route_of(record: Mapping[str, Any]) -> rules.Route:
    """How it is reviewed and signed: as it was when its text was handed in, before as the district does now, with
    the reviewers that the answers about it add."""
    unsent = record["status"] in rules.EDITABLE
    if record["route_steps"] is not None and not unsent:
        steps = tuple(record["route_steps"])
        return rules.Route(steps, record["is_route_in_order"], record["signing_order"])
    now = record["route"] if unsent else None
    route = (
        rules.usual_route(record["type"])
        if now is None
        else rules.Route(tuple(now["steps"]), now["is_in_order"], now["signing_order"])
    )
    if record["adoption"] is not None and record["adopts_without_legal"] and not changed_terms(record):
        route = route.without_legal()
    answers = rules.answers_of(record["answers"])
    if answers is not None:
        route = rules.route_with(route, answers, leads_among(record["tree"]))
    return route.for_records(record["shares_student_records"])


def reviews_of(record: Mapping[str, Any]) -> dict[rules.Step, str]:
    """The decision of each step that has to be passed, and of any other that somebody decided."""
    found: dict[rules.Step, str] = dict.fromkeys(route_of(record).steps, "pending")
    for review in record["reviews"]:
        if review["is_current"] and (review["step"] != "program" or review["decision"] != "approved"):
            found[review["step"]] = review["decision"]
    return found


def facts_of(
    principal: Principal, record: Mapping[str, Any], overlaps: Sequence[Any], day: date
) -> rules.AgreementFacts:
    """What the guards of the lifecycle look at, for this caller on this day."""
    vetting = (record["partner_status"], record["partner_vetting_expires_on"])
    return rules.AgreementFacts(
        has_title=bool(record["title"]),
        programs=len(record["programs"]),
        district_wide=record["is_district_wide"],
        starts_on=record["starts_on"],
        ends_on=record["ends_on"],
        partner_approved=is_approved(*vetting, day),
        reviews=tuple(reviews_of(record).values()),
        confirmations=tuple(school["confirmation"] for school in record["schools"]),
        signing=signing_of(principal, record, day)[1],
        overlapping=bool(overlaps),
        term_over=day > record["ends_on"],
        amends=record["amends_id"] is not None,
        original_over=original_over(record, day),
        lacking=rules.lacking(record["type"], record, record["data_terms"]),
        open_clauses=tuple(each.title for each in open_clauses(principal, record)),
        type_unexplained=_is_unexplained(record),
        origin_closed=origin_state(record, day) not in (None, "open"),
    )


def origin_state(record: Mapping[str, Any], day: date) -> rules.OriginState | None:
    """How the other district's agreement stands that this one adopts; None where it adopts none."""
    adoption = record["adoption"]
    if adoption is None:
        return None
    if adoption["standing"] is None:
        return "over"  # its district took its records away
    through = min(date.fromisoformat(adoption[name]) for name in ("open_until", "ends_on"))
    return rules.state_of(adoption["standing"], adoption["closed_on"], through, day)


def changed_terms(record: Mapping[str, Any]) -> list[str]:
    """What an agreement says otherwise than the terms that it adopts."""
    return rules.changed_terms(record["adoption"]["terms"], rules.adoptable(record))


def adopted_from(record: Mapping[str, Any], day: date) -> dict[str, Any] | None:
    """Whose terms it adopts, for whoever reads it; None where it adopts none."""
    adoption = record["adoption"]
    if adoption is None:
        return None
    changed = changed_terms(record)
    plain = ("district", "number", "title", "clause", "text_sha256", "adopted_on", "adopted_by", "over_on")
    return {
        **{name: adoption[name] for name in plain},
        "ends_on": adoption["origin_ends_on"],
        "state": origin_state(record, day),
        "changed": changed,
        "is_without_legal": bool(record["adopts_without_legal"]) and not changed,
    }


def _is_unexplained(record: Mapping[str, Any]) -> bool:
    """Whether another type was chosen than the answers lead to by now, and nobody said why."""
    choice = choice_of(record)
    return choice is not None and not choice["is_followed"] and choice["reason"] is None


def original_over(record: Mapping[str, Any], day: date) -> bool:
    """Whether what an amendment would change is over, on hold, or over before the amendment begins."""
    if record["amends_id"] is None:
        return False
    last: date = record["original_ends_on"]
    return bool(record["original_status"] != "executed" or max(day, record["starts_on"]) > last)


def effective_of(record: Mapping[str, Any], day: date, window: int) -> str:
    """What a record is on a day, by its dates and its times on hold."""
    held = [rules.Hold(*(date.fromisoformat(each[end]) for end in ("from_on", "until_on"))) for each in record["holds"]]
    return rules.effective_status(
        record["status"], record["effective_on"], record["ends_on"], day, window, ceases_on=record["ceases_on"],
        held_from=record["held_from"], holds=held,
    )  # fmt: skip


def signatures_of(record: Mapping[str, Any]) -> list[rules.Signature]:
    """The signatures that count."""
    return [
        rules.Signature(each["party"], _key(each["signer_id"]), date.fromisoformat(each["signed_on"]))
        for each in record["signatures"]
        if each["voided_at"] is None
    ]


def signing_of(principal: Principal, record: Mapping[str, Any], day: date) -> tuple[rules.Party, list[str]]:
    """For which party this caller would sign, and what stands in the way."""
    given, actors = signatures_of(record), actors_on(principal, record)
    party = rules.party_of(actors, given)
    approved = {UUID(each["reviewer"]["id"]) for each in record["reviews"] if each["decision"] == "approved"}
    reviewers = approved | ({record["approved_by_id"]} - {None})
    confirmed = {UUID(each["confirmed_by"]["id"]) for each in record["schools"] if each["confirmed_by"] is not None}
    needs = rules.signing_needs(
        principal.person_id,
        party,
        authorized=rules.SIGNATORIES[party] in actors,
        given=given,
        reviewers=reviewers,
        signed_on=day,
        day=day,
        district_words=reviewers | confirmed,
        due=rules.due_parties(route_of(record).signing_order, {each.party for each in given}),
    )
    return party, needs


def moves_of(principal: Principal, record: Mapping[str, Any], facts: rules.AgreementFacts) -> list[AllowedMove]:
    """The moves that are this caller's by role on the record and by scope."""
    offered = allowed_moves(rules.AGREEMENT, record["status"], actors_on(principal, record), rules.needs_of(facts))
    return [each for each in offered if rules.MOVE_SCOPES[each["move"]] in principal.scopes]


def _key(written: str | None) -> UUID | None:
    return None if written is None else UUID(written)
