"""Targets with their schools, their words and their progress: one to read or lock, and pages of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import aliased

from alongside.core.db import Executor, Tx
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import Query, a_key, a_text, columns, statement, table
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.needs.models import Need
from alongside.partners.models import Partner, Program
from alongside.schools.models import School
from alongside.targets.errors import TargetNotFound
from alongside.targets.models import Target, TargetMilestone
from alongside.targets.schemas import TargetFilters, TargetSort

from .definition import terms_of
from .measured import measure, progress, series
from .record import record_of, takes_from
from .reported import guarded_results
from .visible import sees_school, t, ts, visible_to

p, g, n, s, m = columns(Partner), columns(Program), columns(Need), columns(School), columns(TargetMilestone)
agreer = aliased(table(Person), name="agreed_by")
NOTHING: ColumnElement[Any] = literal_column("'[]'::jsonb")
LISTED_SCHOOLS = 5


def _covering(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(
        select(literal_column("1"))
        .where(ts.tenant_id == t.tenant_id, ts.target_id == t.id, condition)
        .correlate(t.id.table)
    )


FILTERS: Mapping[str, ColumnElement[bool]] = {
    "partner": t.partner_id == a_key("partner"),
    "program": t.program_id == a_key("program"),
    "need": t.need_id == a_key("need"),
    "school": _covering(ts.school_id == a_key("school")),
    "partnership": _covering(ts.partnership_id == a_key("partnership")),
    "school_year": t.school_year == a_text("school_year"),
    "status": t.status == a_text("status"),
}


def _schools() -> ColumnElement[Any]:
    speaker = table(Person).alias("speaker")
    said = func.jsonb_build_object(
        "school_id", ts.school_id, "name", s.name, "partnership_id", ts.partnership_id, "word", ts.word,
        "word_by_id", ts.word_by_id, "word_by", speaker.c.name, "word_on", ts.word_on, "reason", ts.reason,
    )  # fmt: skip
    return (
        select(func.coalesce(func.jsonb_agg(aggregate_order_by(said, s.name, s.id)), NOTHING))
        .select_from(
            ts.id.table.join(s.id.table, and_(s.tenant_id == ts.tenant_id, s.id == ts.school_id)).outerjoin(
                speaker, speaker.c.id == ts.word_by_id
            )
        )
        .where(ts.tenant_id == t.tenant_id, ts.target_id == t.id)
        .correlate(t.id.table)
        .scalar_subquery()
    )


def _milestones() -> ColumnElement[Any]:
    said = func.jsonb_build_object("due_on", m.due_on, "value", m.value)
    return (
        select(func.coalesce(func.jsonb_agg(aggregate_order_by(said, m.due_on)), NOTHING))
        .where(m.tenant_id == t.tenant_id, m.target_id == t.id)
        .correlate(t.id.table)
        .scalar_subquery()
    )


def _selected(standpoints: frozenset[Standpoint]) -> Select[*tuple[Any, ...]]:
    """A target with everything that belongs to it but its results."""
    following = aliased(table(Target), name="following")
    revised_by = (
        select(following.c.id)
        .where(
            following.c.tenant_id == t.tenant_id,
            following.c.revises_id == t.id,
            following.c.proposed_on.is_not(None),
            following.c.status != "withdrawn",
        )
        .order_by(following.c.id.desc())
        .limit(literal_column("1"))
        .correlate(t.id.table)
        .scalar_subquery()
    )
    return (
        select(
            *(column for column in t if column.name != "tenant_id"),
            p.name.label("partner_name"),
            g.name.label("program_name"),
            n.title.label("need_title"),
            agreer.c.name.label("partner_agreed_by"),
            revised_by.label("revised_by_id"),
            _schools().label("schools"),
            _milestones().label("milestones"),
        )
        .select_from(
            t.id.table.join(p.id.table, and_(p.tenant_id == t.tenant_id, p.id == t.partner_id))
            .join(g.id.table, and_(g.tenant_id == t.tenant_id, g.id == t.program_id))
            .outerjoin(n.id.table, and_(n.tenant_id == t.tenant_id, n.id == t.need_id))
            .outerjoin(agreer, agreer.c.id == t.partner_agreed_by_id)
        )
        .where(visible_to(standpoints))
    )


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    return _selected(standpoints).where(t.id == a_key("id"))


@statement
def _locked(standpoints: frozenset[Standpoint]) -> Query:
    return select(t.id).where(visible_to(standpoints), t.id == a_key("id")).with_for_update()


def _listed(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return _selected(standpoints).where(*(FILTERS[name] for name in sorted(given)))


@statement
def _page(standpoints: frozenset[Standpoint], given: frozenset[str], sort: TargetSort, after: bool) -> Query:
    listed = _listed(standpoints, given)
    return paged(listed, t.updated_at, t.id, descending=sort is TargetSort.UPDATED_DOWN, after=after)


@statement
def _total(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return bounded_total(_listed(standpoints, given))


def _read(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row whose schools and milestones hold real ids, days and numbers, as the rules compare them."""
    schools = [
        {
            **each,
            "school_id": UUID(each["school_id"]),
            "partnership_id": UUID(each["partnership_id"]),
            "word_by_id": None if each["word_by_id"] is None else UUID(each["word_by_id"]),
        }
        for each in row["schools"]
    ]
    milestones = [
        {"due_on": date.fromisoformat(each["due_on"]), "value": Decimal(str(each["value"]))}
        for each in row["milestones"]
    ]
    return {**row, "schools": schools, "milestones": milestones}


async def row_of(db: Executor, principal: Principal, target_id: UUID) -> dict[str, Any]:
    """A target's row with its schools and milestones, or TargetNotFound."""
    row = await db.row(_one(principal.standpoints), **principal.binds, id=target_id)
    if row is None:
        raise TargetNotFound
    return _read(dict(row))


async def lock(tx: Tx, principal: Principal, target_id: UUID) -> dict[str, Any]:
    """The same, locked until the transaction ends: whoever changes a target or its results comes by here."""
    if await tx.row(_locked(principal.standpoints), **principal.binds, id=target_id) is None:
        raise TargetNotFound
    return await row_of(tx, principal, target_id)


async def get(db: Executor, principal: Principal, target_id: UUID, effective_on: date | None = None) -> dict[str, Any]:
    """One target as it stands on a day, with everything its page shows, or TargetNotFound."""
    day = effective_on or principal.today
    row = await row_of(db, principal, target_id)
    results = await guarded_results(db, principal, [target_id], day)
    return record_of(row, results[target_id], principal, day)


async def find(db: Executor, principal: Principal, query: TargetFilters, cursors: Cursors) -> Page:
    """A page of targets with their progress: one statement for them, one for their results."""
    given = query.given()
    day = given.pop("effective_on", principal.today)
    shape = frozenset(given)
    page = await fetch_page(
        db,
        query,
        lambda after: _page(principal.standpoints, shape, query.sort, after),
        name="targets",
        cursors=cursors,
        values=principal.binds,
        total=lambda: _total(principal.standpoints, shape),
        shape=lambda row: _read(dict(row)),
    )
    rows: Sequence[dict[str, Any]] = page.items
    results = await guarded_results(db, principal, [row["id"] for row in rows], day)
    items = []
    for row in rows:
        terms = terms_of(row, row["milestones"])
        measured = measure(terms, row["kind"], results[row["id"]], principal.tenant.min_n)
        seen = [each for each in row["schools"] if sees_school(principal, row["partner_id"], each["school_id"])]
        items.append(
            {
                **summary_of(row),
                "schools": [{"id": each["school_id"], "name": each["name"]} for each in seen[:LISTED_SCHOOLS]],
                "school_count": len(row["schools"]),
                "may_enter": any(takes_from(row, each, principal) for each in seen),
                "progress": progress(row, terms, measured, day),
                "series": series(terms, measured),
            }
        )
    return Page(items, page.next_cursor, page.total)


_PLAIN = (
    "id", "version", "name", "kind", "measure", "unit", "direction", "population", "population_words", "school_year",
    "status", "baseline_value", "target_value", "period_starts_on", "period_ends_on", "pace", "updated_at",
)  # fmt: skip


def summary_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a list shows of a target itself."""
    return {
        **{name: row[name] for name in _PLAIN},
        "partner": {"id": row["partner_id"], "name": row["partner_name"]},
        "program": {"id": row["program_id"], "name": row["program_name"]},
        "need": None if row["need_id"] is None else {"id": row["need_id"], "title": row["need_title"]},
    }
