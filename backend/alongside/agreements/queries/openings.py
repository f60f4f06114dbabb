"""That other districts may join an agreement: the words on it here, and whether it could be opened at all."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, exists, func, literal_column, or_, select

from alongside.agreements import rules
from alongside.agreements.errors import OpeningNotFound
from alongside.agreements.models import Agreement, AgreementOpening
from alongside.core.db import Executor, Tx
from alongside.core.lifecycle import allowed_moves
from alongside.core.statements import TENANT, Query, a_day, a_key, columns, statement, table
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.identity.scopes import Scope

from .record import fetch
from .text import frozen
from .visible import actors_on, is_office, visible_to

o, a = columns(AgreementOpening), columns(Agreement)

MOVE_SCOPES: Mapping[str, Scope] = {
    "agree": Scope.AGREEMENTS_TERMINATE,
    "refuse": Scope.AGREEMENTS_TERMINATE,
    "withdraw": Scope.AGREEMENTS_APPROVE,
    "note": Scope.AGREEMENTS_APPROVE,
    "close": Scope.AGREEMENTS_TERMINATE,
}
"""What a caller has to be granted: to say what becomes of an agreement for a party is granted with ending it."""


def _seen(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    """Whoever sees the agreement sees what is said of opening it."""
    of = (a.tenant_id == o.tenant_id) & (a.id == o.agreement_id)
    return (o.tenant_id == TENANT) & exists(
        select(literal_column("1")).where(of, visible_to(standpoints)).correlate(o.id.table)
    )


def _person(column: ColumnElement[Any]) -> ColumnElement[Any]:
    who = table(Person).alias()
    told = func.jsonb_build_object(literal_column("'id'"), who.c.id, literal_column("'name'"), who.c.name)
    return select(told).where(who.c.id == column).scalar_subquery()


def _openings(standpoints: frozenset[Standpoint]) -> Query:
    return select(
        *(column for column in o if column.name not in {"tenant_id", "created_at", "updated_at"}),
        _person(o.proposed_by_id).label("proposed_by"), _person(o.decided_by_id).label("decided_by"),
    ).where(_seen(standpoints))  # fmt: skip


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    return _openings(standpoints).where(o.id == a_key("id"))


@statement
def _of_agreement(standpoints: frozenset[Standpoint]) -> Query:
    return _openings(standpoints).where(o.agreement_id == a_key("agreement_id")).order_by(o.id.desc())


@statement
def _lock() -> Query:
    return select(o.id).where(o.tenant_id == TENANT, o.id == a_key("id")).with_for_update()


@statement
def _current() -> Query:
    current: ColumnElement[Any] = literal_column("'{proposed,open}'::text[]")
    return (
        select(o.id, o.version, o.status)
        .where(o.tenant_id == TENANT, o.agreement_id == a_key("agreement_id"), o.status == any_(current))
        .with_for_update()
    )


async def opening_row(db: Executor, principal: Principal, opening_id: UUID) -> Mapping[str, Any]:
    """One proposal and what became of it, or OpeningNotFound."""
    row = await db.row(_one(principal.standpoints), id=opening_id, **principal.binds)
    if row is None:
        raise OpeningNotFound
    return dict(row)


async def lock_opening(tx: Tx, principal: Principal, opening_id: UUID) -> Mapping[str, Any]:
    """The same, nobody else answering it until the transaction ends."""
    await opening_row(tx, principal, opening_id)
    await tx.row(_lock(), id=opening_id)
    return await opening_row(tx, principal, opening_id)


async def current_opening(tx: Tx, agreement_id: UUID) -> Mapping[str, Any] | None:
    """What waits for the partner or is open, held until the transaction ends."""
    row = await tx.row(_current(), agreement_id=agreement_id)
    return None if row is None else dict(row)


@statement
def _past() -> Query:
    past = or_(o.open_until < a_day("today"), a.ends_on < a_day("today"))
    on = (a.tenant_id == o.tenant_id) & (a.id == o.agreement_id)
    return (
        select(o.agreement_id)
        .join_from(o.id.table, a.id.table, on)
        .where(o.tenant_id == TENANT, o.status == literal_column("'open'"), past)
        .order_by(o.agreement_id)
    )


async def past_openings(db: Executor, day: date) -> list[UUID]:
    """The agreements here whose last day for others is over and that nobody closed."""
    return [row["agreement_id"] for row in await db.rows(_past(), today=day)]


def opener_of(
    principal: Principal, record: Mapping[str, Any], opening: Mapping[str, Any] | None = None
) -> rules.Opener:
    """What the guards look at, on the caller's day: an agreement, and what was proposed of it."""
    proposed_by = None if opening is None else opening["proposed_by_id"]
    return rules.Opener(
        status=record["status"],
        term_over=principal.today > record["ends_on"],
        amends=record["amends_id"] is not None,
        amended=record["amended_from"] is not None,
        adopts=record["adoption"] is not None,
        has_text=record["origin"] == "drafted" and record["document_hash"] is not None,
        proposed_by_me=proposed_by is not None and proposed_by == principal.person_id,
        is_noted=opening is not None and opening["noted_on"] is not None,
    )


def opens(principal: Principal, record: Mapping[str, Any]) -> bool:
    """Whether it is this caller's to propose: a person of the office, whom the partner does not employ."""
    is_person = principal.person_id is not None
    return is_person and Scope.AGREEMENTS_APPROVE in principal.scopes and is_office(principal, record["partner_id"])


async def get_opening(db: Executor, principal: Principal, opening_id: UUID) -> dict[str, Any]:
    """One proposal with the caller's moves, or OpeningNotFound."""
    row = await opening_row(db, principal, opening_id)
    return opening_told(principal, await fetch(db, principal, row["agreement_id"]), row)


async def get_openings(db: Executor, principal: Principal, agreement_id: UUID) -> dict[str, Any]:
    """What was said of opening an agreement, the newest first, and what stands in the way of proposing it now."""
    record = await fetch(db, principal, agreement_id)
    rows = await db.rows(_of_agreement(principal.standpoints), agreement_id=agreement_id, **principal.binds)
    items = [opening_told(principal, record, dict(row)) for row in rows]
    has_current = any(each["status"] in ("proposed", "open") for each in items)
    may = opens(principal, record) and not has_current and record["status"] in rules.RENEWABLE
    needs = rules.opening_needs(opener_of(principal, record)) if may else []
    kept = await frozen(db, record) if may and not needs else None
    return {
        "id": agreement_id,
        "can_propose": may,
        "needs": needs,
        "clauses": [] if kept is None else rules.clauses_in(kept["document"]),
        "last_day": record["ends_on"],
        "items": items,
    }


def opening_told(principal: Principal, record: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """One proposal as it is answered."""
    needs = rules.opening_needs_of(opener_of(principal, record, row))
    actors = actors_on(principal, record) if principal.person_id is not None else frozenset()
    offered = allowed_moves(rules.OPENING, row["status"], actors, needs)
    plain = ("id", "version", "status", "clause", "open_until", "note", "proposed_by", "proposed_on", "decided_by",
             "decided_on", "noted_on", "closed_by", "closed_on", "reason")  # fmt: skip
    lapsed = row["status"] == "open" and principal.today > row["open_until"]
    return {
        **{name: row[name] for name in plain},
        "is_open": row["status"] == "open" and not lapsed,
        "agreement": {"id": record["id"], "number": record["number"], "title": record["title"]},
        "partner": {"id": record["partner_id"], "name": record["partner_name"]},
        "allowed_moves": [
            each for each in offered if MOVE_SCOPES[each["move"]] in principal.scopes and each["needs"] != ["not_noted"]
        ],
    }
