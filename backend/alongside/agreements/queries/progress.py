"""How far an agreement is: its steps, its reviews, what is missing and who acts, what to be warned of."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from alongside.agreements import rules
from alongside.identity.principal import Principal

from .facts import route_of, signatures_of
from .people import NAMED, People
from .visible import actors_on


def review_steps(
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


def steps(principal: Principal, record: Mapping[str, Any], standing: rules.Standing, day: date) -> list[dict[str, Any]]:
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


def blocker(missing: rules.Missing, standing: rules.Standing, acting: People) -> dict[str, Any]:
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


def warnings(record: Mapping[str, Any], facts: rules.AgreementFacts, day: date) -> list[dict[str, str]]:
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
