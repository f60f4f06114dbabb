"""The annual revisit: planned when an agreement is fully signed, answered by both sides."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Delete, any_, delete, func, literal_column, select

from alongside.agreements import queries, rules
from alongside.agreements.errors import NotYourRevisit, RevisitAnswered, RevisitNotFound, RevisitNotOpen, SpokeForOther
from alongside.agreements.events import RevisitWordGiven
from alongside.agreements.models import Agreement, Revisit, RevisitWord
from alongside.agreements.schemas import RevisitAnswer
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable
from alongside.core.record import record
from alongside.core.statements import TENANT, Query, a_day, a_key, a_text, columns, statement, table
from alongside.identity.principal import Principal, TenantSettings
from alongside.schools.school_year import YearStart

from . import write

v, w, a = columns(Revisit), columns(RevisitWord), columns(Agreement)


@statement
def _take_back() -> Delete:
    return delete(table(RevisitWord)).where(
        w.tenant_id == TENANT,
        w.revisit_id == a_key("revisit_id"),
        w.side == a_text("side"),
        w.school_id.is_not_distinct_from(a_key("school_id")),
    )


@statement
def _forget() -> Delete:
    answered = select(w.id).where(w.tenant_id == TENANT, w.revisit_id == v.id).exists()
    return delete(table(Revisit)).where(
        v.tenant_id == TENANT, v.agreement_id == a_key("agreement_id"), v.due_on >= a_day("day"), ~answered
    )


@statement
def _due_days() -> Query:
    return select(v.due_on).where(v.tenant_id == TENANT, v.agreement_id == a_key("agreement_id"))


async def plan_again(tx: Tx, principal: Principal, agreement_id: UUID, effective_on: date, ends_on: date) -> None:
    """The same once its last day has moved: what nobody answered yet and is not due before today is planned anew."""
    await tx.run(_forget(), agreement_id=agreement_id, day=principal.today)
    kept = frozenset(row["due_on"] for row in await tx.rows(_due_days(), agreement_id=agreement_id))
    await plan_revisits(tx, principal, agreement_id, effective_on, ends_on, kept)


async def plan_revisits(
    tx: Tx,
    principal: Principal,
    agreement_id: UUID,
    effective_on: date,
    ends_on: date,
    kept: frozenset[date] = frozenset(),
) -> None:
    """Write down the days by which both sides look at it again, besides those that are planned (`kept`)."""
    term = _Term(agreement_id, effective_on, ends_on, kept)
    await write.add_all(tx, Revisit, _planned(principal.tenant, principal.today, term))


@dataclass(frozen=True, slots=True)
class _Term:
    """From when to when an agreement counts, and which days are planned already."""

    agreement_id: UUID
    effective_on: date
    ends_on: date
    kept: frozenset[date]


def _planned(tenant: TenantSettings, day: date, term: _Term) -> list[dict[str, Any]]:
    found = rules.occasions(
        term.effective_on,
        term.ends_on,
        max(day, tenant.revisits_from or day),
        start=YearStart(tenant.school_year_starts_month, tenant.school_year_starts_day),
        basis=cast(rules.Basis, tenant.revisit_basis),
        window=tenant.revisit_window_days,
    )
    return [
        {
            "agreement_id": term.agreement_id,
            "school_year": each.school_year,
            "opens_on": each.opens_on,
            "due_on": each.due_on,
        }
        for each in found
        if each.due_on not in term.kept
    ]


@statement
def _forget_all() -> Delete:
    answered = select(w.id).where(w.tenant_id == TENANT, w.revisit_id == v.id).exists()
    running = select(a.id).where(a.tenant_id == TENANT, a.id == v.agreement_id, a.status == any_(_RUNNING)).exists()
    return delete(table(Revisit)).where(v.tenant_id == TENANT, v.due_on >= a_day("day"), ~answered, running)


@statement
def _terms() -> Query:
    """Signed agreements that still run, with the days that stay planned."""
    kept = (
        select(func.coalesce(func.array_agg(v.due_on), literal_column("'{}'::date[]")))
        .where(v.tenant_id == TENANT, v.agreement_id == a.id)
        .scalar_subquery()
    )
    return select(a.id, a.effective_on, a.ends_on, kept.label("kept")).where(
        a.tenant_id == TENANT, a.status == any_(_RUNNING), a.amends_id.is_(None), a.ends_on >= a_day("day")
    )


_RUNNING: ColumnElement[Any] = literal_column("'{executed,suspended}'::text[]")


async def plan_all_again(tx: Tx, tenant: TenantSettings, day: date) -> None:
    """Every running agreement's revisits by other settings: what somebody answered, or is past its day, stays."""
    await tx.run(_forget_all(), day=day)
    rows: list[dict[str, Any]] = []
    for each in await tx.rows(_terms(), day=day):
        rows += _planned(tenant, day, _Term(each["id"], each["effective_on"], each["ends_on"], frozenset(each["kept"])))
    await write.add_all(tx, Revisit, rows)


async def answer_revisit(
    tx: Tx, principal: Principal, agreement_id: UUID, revisit_id: UUID, body: RevisitAnswer, if_match: IfMatch
) -> dict[str, Any]:
    """Give the caller's side's word, once for all the schools that wait for it, with exceptions by school.

    Raises RevisitNotFound, NotYourRevisit, RevisitNotOpen, RevisitAnswered, SpokeForOther, Unprocessable.
    """
    before = await queries.lock(tx, principal, agreement_id)
    check_version(if_match, before["version"])
    standing = next((each for each in await queries.standings(tx, before) if each.id == revisit_id), None)
    if standing is None:
        raise RevisitNotFound
    side, schools = queries.revisit_side(principal, before)
    mine = [place.id for place in standing.places if queries.yours(place.id, schools)]
    if not mine:
        raise NotYourRevisit
    wanted = _wanted(body, mine)
    states = {place: standing.state(place, before["ends_on"], principal.today) for place in wanted}
    _check_open(before, set(states.values()))
    given = {}
    for place, (outcome, note) in wanted.items():
        if states[place] not in rules.WANTED:
            continue
        words = standing.words.get(place, {})
        if any(word["said_by_id"] == principal.person_id for name, word in words.items() if name != side):
            raise SpokeForOther
        own = words.get(side)
        if own is None or (own["outcome"], own["note"]) != (outcome, note):
            given[place] = outcome, note
    if given:
        await _write(tx, principal, before, revisit_id, side, given)
    return await queries.get_revisits(tx, principal, agreement_id)


def _wanted(body: RevisitAnswer, mine: list[UUID | None]) -> dict[UUID | None, tuple[str, str | None]]:
    """The word for each place, the exceptions instead of the one for all. Raises Unprocessable."""
    errors = []
    named: list[UUID | None] = mine if body.school_ids is None else list(body.school_ids)
    for number, each in enumerate(named):
        if each not in mine:
            errors.append(FieldError(f"/school_ids/{number}", "school_not_yours", _NOT_YOURS))
    wanted = {each: (str(body.outcome), body.note) for each in named}
    for number, other in enumerate(body.exceptions):
        if other.school_id not in wanted:
            errors.append(FieldError(f"/exceptions/{number}/school_id", "school_not_yours", _NOT_YOURS))
        elif other.outcome != "confirmed" and other.note is None:
            errors.append(FieldError(f"/exceptions/{number}/note", "missing", _WHY))
        wanted[other.school_id] = other.outcome, other.note
    if body.outcome != "confirmed" and body.note is None:
        errors.append(FieldError("/note", "missing", _WHY))
    if errors:
        raise Unprocessable(errors=errors)
    return wanted


_NOT_YOURS = "You do not answer for this school here"
_WHY = "Say what should change, or why it should end"


def _check_open(before: Mapping[str, Any], states: set[rules.RevisitState]) -> None:
    if before["status"] != "executed":
        raise RevisitNotOpen(state=before["status"])
    if states <= {"answered"}:
        raise RevisitAnswered
    if not states & rules.WANTED:
        raise RevisitNotOpen(state=rules.overall(states))


async def _write(
    tx: Tx,
    principal: Principal,
    before: Mapping[str, Any],
    revisit_id: UUID,
    side: rules.RevisitSide,
    given: Mapping[UUID | None, tuple[str, str | None]],
) -> None:
    for place in given:
        await tx.run(_take_back(), revisit_id=revisit_id, side=side, school_id=place)
    rows = [
        {
            "revisit_id": revisit_id,
            "school_id": place,
            "side": side,
            "outcome": outcome,
            "note": note,
            "said_by_id": principal.person_id,
            "said_on": principal.today,
            "said_at": principal.now,
        }
        for place, (outcome, note) in given.items()
    ]
    await write.add_all(tx, RevisitWord, rows)
    version = await write.change(tx, before["id"], {})
    told = [{"school_id": place, "outcome": outcome} for place, (outcome, _) in given.items()]
    changed = {"revisit_id": [revisit_id, revisit_id], "side": [side, side], "words": [None, told]}
    record(tx, RevisitWordGiven(object_id=before["id"], version=version, changed=changed))
