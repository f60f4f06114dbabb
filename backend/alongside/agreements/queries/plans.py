"""Site plans: at a school, under an agreement, and one of them as it stands on a day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside.agreements import rules
from alongside.agreements.schemas import SitePlanFilters
from alongside.core.db import Executor, Row
from alongside.core.lifecycle import AllowedMove, allowed_moves
from alongside.core.paging import Cursors, Page, fetch_page
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role, Scope
from alongside.partners.rules import OFFICE

from .people import NAMED, People, people
from .plan_record import is_asked, plan_page, plan_row, plan_rows, plan_total, plan_values, under
from .promises import may_say
from .record import fetch
from .visible import actors_on, leads, side_for


async def get_plan(
    db: Executor, principal: Principal, plan_id: UUID, effective_on: date | None = None
) -> dict[str, Any]:
    """One plan as it stands on a day, or PlanNotFound."""
    day = effective_on or principal.today
    row = await plan_row(db, principal, plan_id, day)
    standing = _as_record(row)
    acting = await people(db, standing, [row["school_id"]], day)
    status, because = state_of(row, day)
    facts = plan_facts(principal, row, principal.today)
    promised = {**standing, "status": row["above_status"], "effective_on": row["agreed_on"]}
    is_agreed = row["status"] in _WAS_AGREED
    last, following = _looked_at(row["revisits"], day)
    return {
        **{name: row[name] for name in _PLAIN},
        "agreement": _above(row),
        "partner": {"id": row["partner_id"], "name": row["partner_name"]},
        "school": {"id": row["school_id"], "name": row["school_name"]},
        "expectations": [
            {**each, "can_say": is_agreed and _may_say(principal, promised, each)} for each in row["expectations"]
        ],
        "status": status,
        "because": because,
        "as_of": day,
        "words": [_word(side, row, facts, acting) for side in rules.BOTH],
        "last_revisit": last,
        "next_revisit": following,
        "can_edit": row["status"] in rules.PLAN_EDITABLE and may_write_plan(principal, row),
        "can_write_next": row["status"] == "agreed" and _writes_at(principal, row, row["school_id"]),
        "allowed_moves": _moves(principal, row, facts),
    }


_WAS_AGREED = frozenset({"agreed", "ended", "replaced"})
_PLAIN = (
    "id", "version", "kind", "programs", "starts_on", "ends_on", "vision", "schedule", "place", "participants",
    "communication", "status_reason", "status_since", "drafted_by", "author", "agreed_on", "ceased_on", "copied_from",
    "created_at", "updated_at",
)  # fmt: skip


def _as_record(row: Mapping[str, Any]) -> dict[str, Any]:
    """The plan as a record of one school, for the questions that are asked of an agreement."""
    place = {"school": {"id": str(row["school_id"]), "name": row["school_name"]}}
    own = {name: row[name] for name in ("partner_id", "drafted_by", "author_id")}
    return {**own, "is_district_wide": False, "schools": [place]}


def _may_say(principal: Principal, promised: Mapping[str, Any], each: Mapping[str, Any]) -> bool:
    here = {**each, "school": promised["schools"][0]["school"]}
    said = may_say(principal, promised, here)
    return bool(said["can_say_everywhere"] or said["can_say_at"])


def _above(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": row["agreement_id"],
        "number": row["number"],
        "title": row["title"],
        "effective_status": row["above_effective"],
        "starts_on": row["above_starts_on"],
        "ends_on": row["above_last_on"],
    }


def parent_of(row: Mapping[str, Any]) -> rules.PlanParent:
    """The agreement above a plan, as the rules look at it."""
    named = row["confirmation"]
    return rules.PlanParent(
        row["above_status"],
        row["above_effective"],
        row["above_starts_on"],
        row["above_last_on"],
        row["above_effective_on"],
        named == "confirmed" or (row["is_district_wide"] and named != "declined"),
    )


def state_of(row: Mapping[str, Any], day: date) -> tuple[rules.PlanStatus, rules.PlanReason | None]:
    """What a plan is on the day for which its row was read."""
    own = (row["status"], row["starts_on"], row["ends_on"], row["agreed_on"], row["ceased_on"])
    return rules.plan_on(*own, parent_of(row), day)


def plan_facts(principal: Principal, row: Mapping[str, Any], day: date) -> rules.PlanFacts:
    """What the guards look at, for this caller."""
    return rules.PlanFacts(
        parent=parent_of(row),
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        says_something=row["vision"] is not None or bool(row["expectations"]),
        mine=_my_sides(principal, row),
        said={each["side"]: UUID(each["by"]["id"]) for each in row["said"]},
        me=principal.person_id,
        day=day,
    )


def _my_sides(principal: Principal, row: Mapping[str, Any]) -> list[rules.RevisitSide]:
    if principal.person_id is None:
        return []
    actors = actors_on(principal, _as_record(row))
    return rules.plan_sides(leads(principal, row, row["school_id"]), Role.PARTNER_ADMIN in actors)


def may_write_plan(principal: Principal, row: Mapping[str, Any]) -> bool:
    """Whether a plan's words are the caller's to write: the side that drafted it, and the office."""
    actors = actors_on(principal, _as_record(row))
    return Scope.AGREEMENTS_WRITE in principal.scopes and not actors.isdisjoint(OFFICE | {rules.AUTHOR})


def plan_actors(principal: Principal, row: Mapping[str, Any]) -> frozenset[str]:
    """As whom the caller acts on a plan."""
    return actors_on(principal, _as_record(row))


def _moves(principal: Principal, row: Mapping[str, Any], facts: rules.PlanFacts) -> list[AllowedMove]:
    if Scope.AGREEMENTS_WRITE not in principal.scopes:
        return []
    offered = allowed_moves(rules.PLAN, row["status"], plan_actors(principal, row), rules.plan_needs_of(facts))
    # who gave the word has nothing left to say; the move is the other side's
    return [each for each in offered if "word_not_given" not in each["needs"]]


def _word(side: rules.RevisitSide, row: Mapping[str, Any], facts: rules.PlanFacts, acting: People) -> dict[str, Any]:
    given = next((each for each in row["said"] if each["side"] == side), None)
    waits = row["status"] == "proposed" and given is None
    roles = {Role.SCHOOL_LEADER} if side == "school" else {Role.PARTNER_ADMIN}
    return {
        "side": side,
        "by": None if given is None else given["by"],
        "on": None if given is None else given["on"],
        "asked": acting.holding(roles, row["school_id"])[:NAMED] if waits else [],
        "is_yours": waits and side in facts.mine,
    }


def _looked_at(revisits: Sequence[Mapping[str, Any]], day: date) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The last revisit that both sides answered here, and the next one."""
    last, following = None, None
    for each in revisits:
        outcome = rules.joint_outcome({word["side"]: word["outcome"] for word in each["said"]})
        told = {**{name: each[name] for name in ("school_year", "opens_on", "due_on")}, "outcome": outcome}
        if outcome is not None:
            last = told
        elif following is None and each["due_on"] >= day.isoformat():
            following = told
    return last, following


def _line(row: Mapping[str, Any], day: date) -> dict[str, Any]:
    status, because = state_of(row, day)
    said = {each["side"] for each in row["said"]}
    waits = [side for side in rules.BOTH if side not in said] if row["status"] == "proposed" else []
    own = {name: row[name] for name in ("id", "kind", "starts_on", "ends_on", "agreed_on")}
    return {**own, "status": status, "because": because, "waits_for": waits}


_HAS = frozenset({"in_force", "scheduled", "on_hold"})
"""Agreed by both sides and not over."""


async def plans_under(
    db: Executor, principal: Principal, agreement_id: UUID, effective_on: date | None = None
) -> dict[str, Any]:
    """The plans under an agreement by school, or AgreementNotFound."""
    record = await fetch(db, principal, agreement_id)
    day = effective_on or principal.today
    rows = await plan_rows(db, under(principal.standpoints), principal, day, agreement_id=agreement_id)
    asked = await db.value(is_asked())
    may_hold = holds_plans(record)
    schools = [_at_school(principal, record, place, rows, day) for place in _places(record, rows)] if may_hold else []
    covered = [each for each in schools if each["is_covered"]]
    return {
        "id": agreement_id,
        "as_of": day,
        "may_hold": may_hold,
        "is_asked": bool(asked),
        "have": sum(each["plan"] is not None and each["plan"]["status"] in _HAS for each in covered),
        "of": len(covered),
        "schools": schools,
    }


def holds_plans(record: Mapping[str, Any]) -> bool:
    """Whether an agreement may have plans under it."""
    is_amendment = record["amends_id"] is not None
    return rules.may_hold_plans(record["type"], record["is_binding"], is_amendment, record["status"])


Place = tuple[str, str, str | None]
"""A school's id and name, and its principal's word."""


def _places(record: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> list[Place]:
    """The schools that the agreement names, and those that have a plan although it names none."""
    found: dict[str, Place] = {}
    for each in record["schools"]:
        if each["confirmation"] != "declined":
            found[each["school"]["id"]] = (each["school"]["id"], each["school"]["name"], each["confirmation"])
    if record["is_district_wide"]:
        for row in rows:
            found.setdefault(str(row["school_id"]), (str(row["school_id"]), row["school_name"], None))
    return sorted(found.values(), key=lambda place: (place[1], place[0]))


def _at_school(
    principal: Principal, record: Mapping[str, Any], place: Place, rows: Sequence[Mapping[str, Any]], day: date
) -> dict[str, Any]:
    school_id = UUID(place[0])
    own = [row for row in rows if row["school_id"] == school_id]
    under_way = next((row for row in own if row["status"] in rules.PLAN_OPEN), None)
    agreed = [_line(row, day) for row in own if row["status"] in _WAS_AGREED]
    agreed.sort(key=lambda line: line["status"] not in _HAS)
    return {
        "school": {"id": place[0], "name": place[1]},
        "is_covered": place[2] == "confirmed" or record["is_district_wide"],
        "plan": agreed[0] if agreed else None,
        "under_way": None if under_way is None else _line(under_way, day),
        "can_write": under_way is None and _writes_at(principal, record, school_id),
    }


def _writes_at(principal: Principal, record: Mapping[str, Any], school_id: UUID) -> bool:
    return side_for(principal, record["partner_id"], frozenset({school_id}), False) is not None


async def find_plans(db: Executor, principal: Principal, query: SitePlanFilters, cursors: Cursors) -> Page:
    """A page of the plans that the caller sees, as they stand on a day."""
    day = query.effective_on or principal.today
    given = frozenset(query.given()) - {"effective_on"}
    return await fetch_page(
        db,
        query,
        lambda after: plan_page(principal.standpoints, given, query.sort, after),
        name="site plans",
        cursors=cursors,
        values=plan_values(principal, day),
        total=lambda: plan_total(principal.standpoints, given),
        shape=lambda row: _item(row, day),
    )


def _item(row: Row, day: date) -> dict[str, Any]:
    return {
        **_line(dict(row), day),
        "school": {"id": row["school_id"], "name": row["school_name"]},
        "agreement": _above(dict(row)),
        "partner": {"id": row["partner_id"], "name": row["partner_name"]},
        "updated_at": row["updated_at"],
    }


async def plans_by_school(
    db: Executor, principal: Principal, record: Mapping[str, Any], day: date
) -> dict[str, dict[str, Any]]:
    """The agreed plan of each school under an agreement, as far as the caller sees them."""
    rows = await plan_rows(db, under(principal.standpoints), principal, day, agreement_id=record["id"])
    lines = {str(row["school_id"]): _line(row, day) for row in rows if row["status"] == "agreed"}
    return {school: {name: line[name] for name in ("id", "kind", "status")} for school, line in lines.items()}
