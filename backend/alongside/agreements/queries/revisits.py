"""An agreement's revisits as they stand on a day: whose word is missing where, and what differs from last year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, literal_column, not_, select

from alongside.agreements import rules
from alongside.agreements.models import Agreement, Revisit, RevisitWord
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_key, columns, statement
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint

from .comparison import comparison
from .people import NAMED, People, people
from .plans import plans_by_school
from .record import fetch
from .related import ref
from .visible import is_office, may_draft_again, named_schools, visible_to

v, w, who, a = columns(Revisit), columns(RevisitWord), columns(Person), columns(Agreement)

Words = Mapping[UUID | None, Mapping[str, Mapping[str, Any]]]
"""What was said at each place, by side."""


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
    words: Words

    def state(self, place: UUID | None, ends_on: date, day: date) -> rules.RevisitState:
        given = self.words.get(place, {})
        return rules.revisit_state(self.occasion, given, self.next_opens_on, ends_on, day)

    def outcome(self, place: UUID | None) -> rules.RevisitOutcome | None:
        """What both sides' words come to at a place."""
        return rules.joint_outcome({side: word["outcome"] for side, word in self.words.get(place, {}).items()})


async def _given(db: Executor, agreement_id: UUID) -> Mapping[UUID, Words]:
    """What was said at an agreement's revisits."""
    given: dict[UUID, dict[UUID | None, dict[str, Mapping[str, Any]]]] = {}
    for row in await db.rows(_words(), agreement_id=agreement_id):
        given.setdefault(row["revisit_id"], {}).setdefault(row["school_id"], {})[row["side"]] = dict(row)
    return given


async def standings(db: Executor, record: Mapping[str, Any]) -> list[Standing]:
    """Every revisit of an agreement, earliest first."""
    rows = await db.rows(_revisits(), agreement_id=record["id"])
    given = await _given(db, record["id"])
    found = []
    for place, row in enumerate(rows):
        occasion = rules.Occasion(row["school_year"], row["opens_on"], row["due_on"])
        following = rows[place + 1]["opens_on"] if place + 1 < len(rows) else None
        own = places(record, row["due_on"])
        found.append(Standing(row["id"], occasion, following, own, given.get(row["id"], {})))
    return found


Outcomes = Mapping[UUID | None, rules.RevisitOutcome | None]
"""What both sides' words came to at each place; None where one of them is missing."""


@dataclass(frozen=True, slots=True)
class LastRevisit:
    """`outcomes`: what the last revisit came to that anybody answered, nothing when none was. `is_missing`: of the
    one that was due last, somebody's word is missing somewhere."""

    outcomes: Outcomes
    is_missing: bool = False


async def last_revisit(db: Executor, record: Mapping[str, Any], day: date) -> LastRevisit:
    """How the annual revisits of a signed agreement ended so far (rule E2: what a renewal looks at)."""
    found = await standings(db, record) if record["status"] in rules.RENEWABLE else []
    outcomes = [{place.id: each.outcome(place.id) for place in each.places} for each in found]
    due = [said for each, said in zip(found, outcomes, strict=True) if each.occasion.due_on <= day]
    answered = next((said for said in reversed(outcomes) if any(said.values())), {})
    return LastRevisit(answered, bool(due) and not all(due[-1].values()))


def says_end(outcomes: Outcomes) -> bool:
    """Whether both sides want it to end at every place."""
    return bool(outcomes) and all(each == "end" for each in outcomes.values())


def ending_at(outcomes: Outcomes) -> frozenset[UUID]:
    """The schools at which both sides want it to end, while it goes on at others."""
    ending = {place for place, each in outcomes.items() if each == "end" and place is not None}
    return frozenset() if says_end(outcomes) else frozenset(ending)


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
    late = day > record["ends_on"]
    in_the_way = rules.amendment_needs(record["status"], amends=record["amends_id"] is not None, term_over=late)
    may_amend = may_draft_again(principal, record) and not in_the_way
    plans = await plans_by_school(db, principal, record, day)
    reader = Reader(*revisit_side(principal, record), record, day, may_amend, plans)
    found = await standings(db, record)
    acting = await people(db, record, named_schools(record), day)
    last = await _before(db, record) if found else None
    written = await _amended(db, principal, record) if found else {}
    items = []
    for each in found:
        items.append({**_told(each, last, reader, acting), "amendment": written.get(each.id)})
        last = each.occasion.school_year, each.words
    opened = [each for each in found if each.occasion.opens_on <= day]
    return {
        "id": record["id"],
        "version": record["version"],
        "as_of": day,
        "agreement": {name: record[name] for name in ("id", "number", "title", "status", "starts_on", "ends_on")},
        "partner": {"id": record["partner_id"], "name": record["partner_name"]},
        "side": reader.side if reader.schools is None or reader.schools else None,
        "items": items,
        "current_id": opened[-1].id if opened else None,
        "comparison": await comparison(db, record, opened[-1].occasion) if opened else None,
    }


_GIVEN_UP: ColumnElement[Any] = literal_column("'{rejected,withdrawn}'::text[]")


@statement
def _amendments(standpoints: frozenset[Standpoint]) -> Query:
    return (
        select(v.id, ref(a).label("told"))
        .join_from(v.id.table, a.id.table, (a.tenant_id == v.tenant_id) & (a.id == v.amendment_id))
        .where(visible_to(standpoints), v.agreement_id == a_key("agreement_id"), not_(a.status == any_(_GIVEN_UP)))
    )


async def _amended(db: Executor, principal: Principal, record: Mapping[str, Any]) -> Mapping[UUID, Any]:
    """The amendments that its revisits asked for, as far as the caller sees them."""
    rows = await db.rows(_amendments(principal.standpoints), agreement_id=record["id"], **principal.binds)
    return {row["id"]: row["told"] for row in rows}


async def _before(db: Executor, record: Mapping[str, Any]) -> tuple[str, Words] | None:
    """The last revisit of the agreement that this one renews."""
    rows = await db.rows(_revisits(), agreement_id=record["renews_id"]) if record["renews_id"] else ()
    if not rows:
        return None
    given = await _given(db, record["renews_id"])
    return rows[-1]["school_year"], given.get(rows[-1]["id"], {})


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks: for which side they speak, at which schools (None: at all), of which agreement, on which day; with the
    schools' site plans, which are looked at in the same sitting."""

    side: rules.RevisitSide
    schools: frozenset[UUID] | None
    record: Mapping[str, Any]
    day: date
    may_amend: bool
    plans: Mapping[str, Mapping[str, Any]]

    @property
    def is_running(self) -> bool:
        return bool(self.record["status"] == "executed")


def _told(each: Standing, last: tuple[str, Words] | None, reader: Reader, acting: People) -> dict[str, Any]:
    last_year, last_words = last or (None, {})
    rows: list[dict[str, Any]] = []
    for place in each.places:
        words = each.words.get(place.id, {})
        state = each.state(place.id, reader.record["ends_on"], reader.day)
        waits = rules.waits_for_word(state, words) if reader.is_running else []
        mine = reader.is_running and yours(place.id, reader.schools)
        rows.append(
            {
                "school": None if place.id is None else {"id": place.id, "name": place.name},
                "state": state,
                "outcome": each.outcome(place.id),
                "words": [_word(word) for word in words.values()],
                "last_words": [_word(word) for word in last_words.get(place.id, {}).values()],
                "waits_for": waits,
                "who": [{"side": side, "names": _names(side, place.id, acting)} for side in waits],
                "is_yours": mine and reader.side in waits,
                "can_say": mine and state in rules.WANTED,
                "plan": reader.plans.get(str(place.id)),
            }
        )
    states = [row["state"] for row in rows]
    return {
        "id": each.id,
        "school_year": each.occasion.school_year,
        "last_school_year": last_year,
        "opens_on": each.occasion.opens_on,
        "due_on": each.occasion.due_on,
        "state": rules.overall(states),
        "overdue_schools": states.count("overdue") if reader.is_running else 0,
        "schools": rows,
        "waits_for": [name for name in rules.BOTH if any(name in row["waits_for"] for row in rows)],
        "can_answer": any(row["is_yours"] for row in rows),
        "can_amend": reader.may_amend and any(row["outcome"] == "revised" for row in rows),
    }


def _names(side: rules.RevisitSide, place: UUID | None, acting: People) -> list[str]:
    """Whom to ask for a word that is missing; the office speaks for a district as a whole."""
    roles = rules.SIDES["district" if side == "school" and place is None else side]
    return [each["name"] for each in acting.holding(roles, place)][:NAMED]


def _word(word: Mapping[str, Any]) -> dict[str, Any]:
    plain = {name: word[name] for name in ("side", "outcome", "note")}
    return {**plain, "by": {"id": word["said_by_id"], "name": word["said_by"]}, "on": word["said_on"]}
