"""An agreement's revisits as they stand on a day: whose word is missing where, and what differs from last year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import any_, case, func, literal, literal_column, or_, select, union_all
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.agreements import rules
from alongside.agreements.models import (
    Agreement,
    AgreementSchool,
    Expectation,
    PromiseWord,
    ResourceCommitment,
    Revisit,
    RevisitWord,
)
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, a_key, an_int, columns, statement, the_keys
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.schools.models import School
from alongside.schools.school_year import years_after

from .record import fetch
from .visible import is_office, visible_to

a, ns, s = columns(Agreement), columns(AgreementSchool), columns(School)
v, w, who = columns(Revisit), columns(RevisitWord), columns(Person)
e, rc, said = columns(Expectation), columns(ResourceCommitment), columns(PromiseWord)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a revisit is answered: one school, or (without one) the whole district."""

    id: UUID | None
    name: str | None
    from_on: date | None = None


@statement
def _revisits() -> Query:
    return (
        select(v.id, v.school_year, v.opens_on, v.due_on)
        .where(v.tenant_id == TENANT, v.agreement_id == a_key("agreement_id"))
        .order_by(v.due_on)
    )


@statement
def _words() -> Query:
    return (
        select(w.revisit_id, w.school_id, w.side, w.outcome, w.note, w.said_on, w.said_by_id, who.name.label("said_by"))
        .join_from(w.id.table, v.id.table, (v.tenant_id == w.tenant_id) & (v.id == w.revisit_id))
        .join(who.id.table, who.id == w.said_by_id)
        .where(w.tenant_id == TENANT, v.agreement_id == a_key("agreement_id"))
        .order_by(w.side, w.id)
    )


@statement
def _texts() -> Query:
    """This agreement, what it renews, and what amended it: whose promises stood on which day."""
    mine = or_(a.id == a_key("agreement_id"), a.id == a_key("renews_id"), a.amends_id == a_key("agreement_id"))
    return (
        select(a.id, a.effective_on, (a.id == a_key("renews_id")).label("is_before"))
        .where(a.tenant_id == TENANT, mine, a.effective_on.is_not(None))
        .order_by((a.id == a_key("renews_id")).desc(), a.effective_on, a.id)
    )


@statement
def _promises() -> Any:
    expected = select(
        e.agreement_id, literal("expectation").label("kind"), e.party, e.text, e.position.label("place")
    ).where(e.tenant_id == TENANT, e.agreement_id == any_(the_keys("ids")))
    given = select(
        rc.agreement_id, literal("resource").label("kind"), rc.party, rc.text, rc.position.label("place")
    ).where(rc.tenant_id == TENANT, rc.agreement_id == any_(the_keys("ids")))
    both = union_all(expected, given).subquery()
    return select(both).order_by(both.c.agreement_id, both.c.kind, both.c.place)


@statement
def _not_delivered() -> Query:
    """What did not come between two days, of this agreement and of what amended or came before it."""
    text = func.coalesce(e.text, rc.text)
    return (
        select(
            text.label("text"), func.coalesce(e.party, rc.party).label("party"), said.on_day.label("on_day"), said.note,
            s.id.label("school_id"), s.name.label("school_name"),
        )
        .select_from(said.id.table)
        .outerjoin(e.id.table, (e.tenant_id == said.tenant_id) & (e.id == said.expectation_id))
        .outerjoin(rc.id.table, (rc.tenant_id == said.tenant_id) & (rc.id == said.resource_id))
        .outerjoin(s.id.table, (s.tenant_id == said.tenant_id) & (s.id == said.school_id))
        .where(
            said.tenant_id == TENANT, said.agreement_id == any_(the_keys("ids")), said.outcome == "not_delivered",
            said.on_day > a_day("after"), said.on_day <= a_day("until"),
        )
        .order_by(said.on_day, said.id)
    )  # fmt: skip


def places(record: Mapping[str, Any], due_on: date) -> list[Place]:
    """The schools that take part by the day it is due; for a district-wide agreement the district as a whole."""
    if record["is_district_wide"]:
        return [Place(None, None)]
    found = []
    for each in record["schools"]:
        joined = None if each["covered_from"] is None else date.fromisoformat(each["covered_from"])
        if each["confirmation"] == "confirmed" and (joined is None or joined <= due_on):
            found.append(Place(UUID(each["school"]["id"]), each["school"]["name"]))
    return found


@dataclass(frozen=True, slots=True)
class Standing:
    """One revisit with the words given so far, by place and side."""

    id: UUID
    occasion: rules.Occasion
    next_opens_on: date | None
    places: Sequence[Place]
    words: Mapping[UUID | None, Mapping[str, Mapping[str, Any]]]

    def state(self, place: UUID | None, ends_on: date, day: date) -> rules.RevisitState:
        given = self.words.get(place, {})
        return rules.revisit_state(self.occasion, given, self.next_opens_on, ends_on, day)


async def standings(db: Executor, record: Mapping[str, Any]) -> list[Standing]:
    """Every revisit of an agreement, earliest first."""
    rows = await db.rows(_revisits(), agreement_id=record["id"])
    given: dict[UUID, dict[UUID | None, dict[str, Mapping[str, Any]]]] = {}
    for row in await db.rows(_words(), agreement_id=record["id"]):
        given.setdefault(row["revisit_id"], {}).setdefault(row["school_id"], {})[row["side"]] = dict(row)
    found = []
    for place, row in enumerate(rows):
        occasion = rules.Occasion(row["school_year"], row["opens_on"], row["due_on"])
        following = rows[place + 1]["opens_on"] if place + 1 < len(rows) else None
        own = places(record, row["due_on"])
        found.append(Standing(row["id"], occasion, following, own, given.get(row["id"], {})))
    return found


def revisit_side(principal: Principal, record: Mapping[str, Any]) -> tuple[rules.RevisitSide, frozenset[UUID] | None]:
    """For which side the caller speaks, and at which schools; None: at all of them. An empty set: at none.

    The partner's admin for the partner, except where they are limited to schools; the office, or a school's leader
    or coordinator, for the school's side. Whoever the partner employs has no word for that one; a machine has none.
    """
    if principal.person_id is None:
        return "school", frozenset()
    partner = record["partner_id"]
    for held in principal.roles:
        if held.role in rules.SIDES["partner"] and held.partner_id == partner:
            return "partner", held.school_ids or None
    if partner in principal.employers:
        return "school", frozenset()
    return ("school", None) if is_office(principal, partner) else ("school", principal.led_schools)


def yours(place: UUID | None, schools: frozenset[UUID] | None) -> bool:
    """Whether a place is among those that the caller speaks for."""
    return schools is None or place in schools


async def get_revisits(
    db: Executor, principal: Principal, agreement_id: UUID, effective_on: date | None = None
) -> dict[str, Any]:
    """An agreement's revisits on a day, or AgreementNotFound."""
    record = await fetch(db, principal, agreement_id)
    day = effective_on or principal.today
    side, schools = revisit_side(principal, record)
    found = await standings(db, record)
    running = record["status"] == "executed"
    items = [_told(each, record, day, side, schools, running) for each in found]
    opened = [each for each in found if each.occasion.opens_on <= day]
    return {
        "id": record["id"],
        "version": record["version"],
        "as_of": day,
        "agreement": {name: record[name] for name in ("id", "number", "title", "status", "starts_on", "ends_on")},
        "partner": {"id": record["partner_id"], "name": record["partner_name"]},
        "side": side if schools is None or schools else None,
        "items": items,
        "current_id": opened[-1].id if opened else None,
        "comparison": await _comparison(db, record, opened[-1].occasion) if opened else None,
    }


def _told(
    each: Standing,
    record: Mapping[str, Any],
    day: date,
    side: rules.RevisitSide,
    schools: frozenset[UUID] | None,
    running: bool,
) -> dict[str, Any]:
    rows: list[dict[str, Any]] = []
    for place in each.places:
        words = each.words.get(place.id, {})
        state = each.state(place.id, record["ends_on"], day)
        waits = rules.waits_for_word(state, words) if running else []
        rows.append(
            {
                "school": None if place.id is None else {"id": place.id, "name": place.name},
                "state": state,
                "outcome": rules.joint_outcome({name: word["outcome"] for name, word in words.items()}),
                "words": [_word(word) for word in words.values()],
                "waits_for": waits,
                "is_yours": side in waits and yours(place.id, schools),
            }
        )
    states = [row["state"] for row in rows]
    return {
        "id": each.id,
        "school_year": each.occasion.school_year,
        "opens_on": each.occasion.opens_on,
        "due_on": each.occasion.due_on,
        "state": rules.overall(states),
        "overdue_schools": states.count("overdue") if running else 0,
        "schools": rows,
        "waits_for": [name for name in rules.BOTH if any(name in row["waits_for"] for row in rows)],
        "can_answer": any(row["is_yours"] for row in rows),
    }


def _word(word: Mapping[str, Any]) -> dict[str, Any]:
    plain = {name: word[name] for name in ("side", "outcome", "note")}
    return {**plain, "by": {"id": word["said_by_id"], "name": word["said_by"]}, "on": word["said_on"]}


async def _comparison(db: Executor, record: Mapping[str, Any], occasion: rules.Occasion) -> dict[str, Any]:
    """Last year's promises beside today's, and what of them did not come."""
    then = years_after(occasion.due_on, -1)
    texts = await db.rows(_texts(), agreement_id=record["id"], renews_id=record["renews_id"])
    ids = [row["id"] for row in texts]
    lines: dict[UUID, list[rules.Line]] = {each: [] for each in ids}
    for row in await db.rows(_promises(), ids=ids):
        lines[row["agreement_id"]].append((row["kind"], row["party"], row["text"]))
    now = _standing_text(texts, occasion.due_on)
    before = _standing_text(texts, then) or (None if now is None else _first(texts))
    found = rules.differences(lines.get(before, []) if before else [], lines.get(now, []) if now else [])
    late = await db.rows(_not_delivered(), ids=ids, after=then, until=occasion.due_on)
    return {
        "last_year_from": then + timedelta(days=1),
        "promises": [
            {"change": each.change, "kind": each.kind, "party": each.party, "text": each.text} for each in found
        ],
        "not_delivered": [
            {
                **{name: row[name] for name in ("text", "party", "note")},
                "on": row["on_day"],
                "school": None if row["school_id"] is None else {"id": row["school_id"], "name": row["school_name"]},
            }
            for row in late
        ],
    }


def _standing_text(texts: Sequence[Any], day: date) -> UUID | None:
    begun = [row["id"] for row in texts if row["effective_on"] <= day]
    return begun[-1] if begun else None


def _first(texts: Sequence[Any]) -> UUID | None:
    """In its first year an agreement is compared with what both signed at its start."""
    return next((row["id"] for row in texts), None)


@statement
def _overdue(standpoints: frozenset[Standpoint]) -> Query:
    """Schools at which a word is overdue on a day, by the same rule as `rules.revisit_state`."""
    after = v.id.table.alias("after").c
    superseded = select(literal_column("1")).where(
        after.tenant_id == v.tenant_id, after.agreement_id == v.agreement_id, after.due_on > v.due_on,
        after.opens_on <= a_day("day"),
    ).exists()  # fmt: skip
    given = (
        select(func.count())
        .where(w.tenant_id == v.tenant_id, w.revisit_id == v.id, w.school_id.is_not_distinct_from(ns.school_id))
        .correlate(v.id.table, ns.id.table)
        .scalar_subquery()
    )
    takes_part = (
        (ns.tenant_id == a.tenant_id) & (ns.agreement_id == a.id) & ~a.is_district_wide
        & (ns.confirmation == "confirmed") & or_(ns.covered_from.is_(None), ns.covered_from <= v.due_on)
    )  # fmt: skip
    return (
        select(
            s.id, s.name, func.count().label("overdue"),
            func.min(v.due_on).label("since_on"),
            func.array_agg(aggregate_order_by(a.id, v.due_on, a.id)).label("agreement_ids"),
        )
        .select_from(v.id.table)
        .join(a.id.table, (a.tenant_id == v.tenant_id) & (a.id == v.agreement_id))
        .outerjoin(ns.id.table, takes_part)
        .outerjoin(s.id.table, (s.tenant_id == ns.tenant_id) & (s.id == ns.school_id))
        .where(
            v.tenant_id == TENANT, visible_to(standpoints), a.status == "executed", v.due_on < a_day("day"),
            a.ends_on + an_int("late") >= a_day("day"), ~superseded, or_(a.is_district_wide, ns.id.is_not(None)),
            given < literal_column("2"),
        )
        .group_by(s.id, s.name)
        .order_by(case((s.id.is_(None), 1), else_=0), s.name, s.id)
    )  # fmt: skip


async def overdue_revisits(db: Executor, principal: Principal, effective_on: date | None = None) -> dict[str, Any]:
    """How many revisits are overdue at each school, of the agreements that the caller sees."""
    day = effective_on or principal.today
    rows = await db.rows(_overdue(principal.standpoints), **principal.binds, day=day, late=rules.LATE_DAYS)
    items = [
        {
            "school": None if row["id"] is None else {"id": row["id"], "name": row["name"]},
            "overdue": row["overdue"],
            "since_on": row["since_on"],
            "agreement_ids": row["agreement_ids"],
        }
        for row in rows
    ]
    return {"as_of": day, "total": sum(each["overdue"] for each in items), "items": items}
