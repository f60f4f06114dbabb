"""One agreement as it stands on a day: what it says, how far it is, and what the caller may do next."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.agreements import rules
from alongside.agreements.models import Agreement
from alongside.core.db import Executor
from alongside.core.fields import money
from alongside.core.lifecycle import AllowedMove, Move, allowed_moves
from alongside.core.statements import columns
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role, Scope
from alongside.partners.rules import OFFICE, is_approved

from .overlap import coverage_of, overlapping
from .people import NAMED, People, people
from .promises import may_say
from .record import fetch
from .revisits import Outcomes, ending_at, last_outcomes, says_end
from .visible import actors_on, is_office, leads, may_draft_again, may_edit, named_schools

_EVIDENCE = frozenset({"signer_id", "signed_at", "consent_words", "ip_address"})
"""What only the signing certificate tells of a signature."""

_CHECKED = frozenset({"draft", "changes_requested", "submitted", "in_review"})
"""States in which an overlap with another agreement is looked for."""

_HIDDEN = frozenset(
    {"tenant_id", "partner_id", "author_id", "approved_by_id", "submitted_by_id", "document_hash", "held_from",
     "cost_cents", "handed_in_hash", "handed_in_before_hash", "route_steps", "is_route_in_order", "signing_order"}
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
    outcomes = await last_outcomes(db, record) if may_draft_again(principal, record) else {}
    return _described(principal, record, day, overlaps, acting, outcomes)


async def rivals(db: Executor, record: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What stands in the way of sending or approving it (rule E3); nothing afterwards."""
    return await overlapping(db, coverage_of(record)) if record["status"] in _CHECKED else []


def route_of(record: Mapping[str, Any]) -> rules.Route:
    """How it is reviewed and signed: as it was when its text was handed in, before as the district does now."""
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
    )


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


def _described(
    principal: Principal,
    record: Mapping[str, Any],
    day: date,
    overlaps: list[dict[str, Any]],
    acting: People,
    outcomes: Outcomes,
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
        "author": record["author"],
        "programs": [{"id": each["id"], "name": each["name"]} for each in record["programs"]],
        "schools": [_school(principal, record, each, acting) for each in record["schools"]],
        "effective_status": effective,
        "as_of": day,
        "days_left": rules.days_left(effective, rules.last_day(record["ends_on"], record["ceases_on"]), day),
        "renewal_opens_on": _renewal_opens_on(record),
        "holds": _holds(record),
        "notice": record["notice"],
        "told_of_the_end": _told_of_the_end(record, acting),
        "text_sha256": record["document_hash"],
        "expectations": [{**each, **may_say(principal, record, each)} for each in record["expectations"]],
        "resources": [{**_resource(each), **may_say(principal, record, each)} for each in record["resources"]],
        "review_steps": _review_steps(principal, record, reviews),
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
        "steps": _steps(principal, record, standing, day),
        "blockers": [_blocker(missing, standing, acting) for missing in rules.missing(standing, facts)],
        "warnings": _warnings(record, facts, day),
        "can_edit": record["status"] in rules.EDITABLE and may_edit(principal, record),
        "can_add_documents": may_edit(principal, record),
        "can_ask_again": _may_ask_again(principal, record, standing),
        "paper_parties": _paper_parties(principal, record),
        "can_offer_schools": may_offer(principal, record),
        "allowed_moves": moves_of(principal, record, facts),
        "follow_ups": _follow_ups(principal, record, outcomes),
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
    me = principal.person_id
    return [party for party in rules.PARTIES if not rules.paper_needs(me, party, given=given, term_over=over)]


def _key(written: str | None) -> UUID | None:
    return None if written is None else UUID(written)


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
        "asked": acting.holding({Role.SCHOOL_LEADER}, school_id)[:NAMED] if is_asked else [],
        "can_take_back": offered and _offers(principal, record),
        "allowed_moves": moves,
    }


def _offers(principal: Principal, record: Mapping[str, Any]) -> bool:
    return Scope.AGREEMENTS_WRITE in principal.scopes and is_office(principal, record["partner_id"])


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


def _review_steps(
    principal: Principal, record: Mapping[str, Any], reviews: Mapping[rules.Step, str]
) -> list[dict[str, Any]]:
    actors = actors_on(principal, record)
    due = rules.due_steps(route_of(record), reviews)
    open_ = record["status"] == "in_review" and principal.person_id is not None
    return [
        {
            "step": step,
            "decision": decision,
            "is_due": record["status"] == "in_review" and step in due,
            "is_yours": open_
            and decision == "pending"
            and step in due
            and step != "board"
            and not actors.isdisjoint(rules.STEP_REVIEWERS[step]),
        }
        for step, decision in reviews.items()
    ]


def _steps(
    principal: Principal, record: Mapping[str, Any], standing: rules.Standing, day: date
) -> list[dict[str, Any]]:
    zone = ZoneInfo(principal.tenant.time_zone)

    def on(instant: datetime | None) -> date | None:
        return None if instant is None else instant.astimezone(zone).date()

    signed_at = [
        datetime.fromisoformat(each["signed_at"]) for each in record["signatures"] if each["voided_at"] is None
    ]
    reached = rules.Reached(
        status=record["status"],
        status_since=record["status_since"],
        created_at=record["created_at"],
        author=None if record["author"] is None else record["author"]["name"],
        submitted_at=record["submitted_at"],
        submitted_by=record["submitted_by"],
        approved_at=record["approved_at"],
        approved_by=record["approved_by"],
        last_signed_at=max(signed_at, default=None),
    )
    pending = sum(school.confirmation == "pending" for school in standing.schools)
    told = []
    for step in rules.steps(reached):
        since = on(step.since)
        if step.key == "in_force" and record["status"] == "executed":
            since = record["effective_on"]
        done_on = on(step.at)
        if step.key == "signatures" and record["origin"] == "recorded":
            done_on = record["signed_elsewhere_on"]
        current = step.state == "current"
        turn = (record["status"], record["drafted_by"], pending, standing.signed, standing.due_parties)
        waits = rules.waits_for(*turn) if current else []
        told.append(
            {
                "key": step.key,
                "state": step.state,
                "on": done_on,
                "by": step.by,
                "since_on": since,
                "days": (day - since).days if current and since is not None and since <= day else None,
                "waits_for": waits,
            }
        )
    return told


def _blocker(missing: rules.Missing, standing: rules.Standing, acting: People) -> dict[str, Any]:
    school = next((each for each in standing.schools if each.id == missing.school_id), None)
    names = [each["name"] for each in acting.holding(missing.roles, missing.school_id)][:NAMED]
    return {
        "code": missing.code,
        "words": missing.words,
        "who": {"party": missing.party, "roles": [str(role) for role in missing.roles], "names": names},
        "is_now": missing.now,
        "school": None if school is None else {"id": school.id, "name": school.name},
        "due_on": missing.due_on,
    }


def _warnings(record: Mapping[str, Any], facts: rules.AgreementFacts, day: date) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    signed = [signature.signed_on for signature in signatures_of(record)]
    last = max([*signed, *([record["signed_elsewhere_on"]] if record["signed_elsewhere_on"] else [])], default=None)
    fully = record["effective_on"] is not None
    starts, unsigned = rules.in_words(record["starts_on"]), not fully and record["status"] not in rules.OVER
    if fully and last is not None and rules.signed_late(record["starts_on"], last):
        words = f"Signed late: it was to start on {starts} and counts from {rules.in_words(last)}."
        found.append({"code": "signed_late", "words": words})
    ceases, ended = record["ceases_on"], record["status"] in rules.ENDED
    if ended and ceases is not None and day < ceases:
        words = f"It ends early: it counts through {rules.in_words(rules.last_day(record['ends_on'], ceases))}."
        found.append({"code": "ends_early", "words": words})
    if record["amended_from"] is not None:
        words = f"It was amended: from {rules.in_words(record['amended_from'])} on the amendment says what it covers."
        found.append({"code": "amended", "words": words})
    if unsigned and record["starts_on"] < day:
        words = f"It was to start on {starts}; it will count from the last signature, never earlier."
        found.append({"code": "starts_in_the_past", "words": words})
    if not facts.partner_approved and record["status"] not in rules.OVER:
        words = "The partner is not approved by the district now; no program works on this agreement until it is."
        found.append({"code": "partner_not_approved", "words": words})
    found += [
        {"code": "school_closed", "words": f"{each['school']['name']} is closed; it is not covered after closing."}
        for each in record["schools"]
        if each["school_status"] != "active"
    ]
    return found


def _renewal_opens_on(record: Mapping[str, Any]) -> date | None:
    """The day from which its next term is to be drafted; None while or when there is nothing to renew."""
    if record["status"] not in rules.RENEWABLE or record["amends_id"] is not None:
        return None
    reviewed = bool(rules.review_steps(record["type"], record["shares_student_records"]))
    days = rules.lead_days(reviewed) if record["lead_days"] is None else record["lead_days"]
    return rules.renewal_opens_on(record["ends_on"], days)


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


def _follow_ups(principal: Principal, record: Mapping[str, Any], outcomes: Outcomes) -> list[dict[str, Any]]:
    if record["status"] not in rules.REPLACEABLE or not may_draft_again(principal, record):
        return []
    replacement = {"kind": "replacement", "needs": replacement_needs(record), "without": []}
    if record["status"] not in rules.RENEWABLE:
        return [replacement]
    ending = ending_at(outcomes)
    without = [each["school"] for each in record["schools"] if UUID(each["school"]["id"]) in ending]
    return [
        {"kind": "renewal", "needs": renewal_needs(record, says_end(outcomes)), "without": without},
        {"kind": "amendment", "needs": amendment_needs(record, principal.today), "without": []},
        replacement,
    ]


def renewal_needs(record: Mapping[str, Any], ending: bool) -> list[str]:
    """What stands in the way of renewing this record; `ending`: both sides said everywhere that it should end."""
    amends, is_open = record["amends_id"] is not None, record["has_open_renewal"]
    return rules.renewal_needs(record["status"], record["partner_status"], is_open, amends=amends, said_end=ending)


def amendment_needs(record: Mapping[str, Any], day: date) -> list[str]:
    """What stands in the way of amending this record."""
    amends, over = record["amends_id"] is not None, day > record["ends_on"]
    return rules.amendment_needs(record["status"], amends=amends, term_over=over)


def replacement_needs(record: Mapping[str, Any]) -> list[str]:
    """What stands in the way of drafting another agreement in the place of this record."""
    amends = record["amends_id"] is not None
    return rules.replacement_needs(record["status"], record["partner_status"], record["has_replacement"], amends=amends)
