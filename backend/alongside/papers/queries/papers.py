"""Papers: the list, and one with its scans and the steps open to the reader."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.core.db import Executor, Row, Tx
from alongside.core.fields import money
from alongside.core.lifecycle import Needs, allowed_moves
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_key, a_text, columns, statement
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.papers import rules
from alongside.papers.errors import PaperFileNotFound, PaperNotFound
from alongside.papers.schemas import PaperFilters, PaperSort
from alongside.partners.models import Partner, Program
from alongside.partners.queries.naming import other_name_on
from alongside.schools.models import School

from .visible import actors_on, d, df, ds, may_keep, visible_to

o, g, s, who = columns(Partner), columns(Program), columns(School), columns(Person)

FILTERS: Mapping[str, ColumnElement[bool]] = {
    "partner": d.partner_id == a_key("partner"),
    "kind": d.kind == a_text("kind"),
    "status": d.status == a_text("status"),
}

_OWN = [column for column in d if column.name not in ("tenant_id", "created_at")]


def _seen(standpoints: frozenset[Standpoint], *shown: ColumnElement[Any]) -> Query:
    both = d.id.table.join(o.id.table, and_(o.tenant_id == d.tenant_id, o.id == d.partner_id)).outerjoin(
        g.id.table, and_(g.tenant_id == d.tenant_id, g.id == d.program_id)
    )
    return (
        select(*shown, o.name.label("partner_name"), g.name.label("program_name"))
        .select_from(both)
        .where(visible_to(standpoints, d.tenant_id, d.partner_id))
    )


def _listed(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return _seen(standpoints, *_OWN).where(*(FILTERS[name] for name in sorted(given)))


@statement
def _page(standpoints: frozenset[Standpoint], given: frozenset[str], sort: PaperSort, after: bool) -> Query:
    query = _listed(standpoints, given)
    return paged(query, d.updated_at, d.id, descending=sort is PaperSort.UPDATED_DOWN, after=after)


@statement
def _total(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return bounded_total(_listed(standpoints, given))


def _named(key: UUID | None, name: str | None) -> dict[str, Any] | None:
    return None if key is None else {"id": key, "name": name}


def fact_of(row: Mapping[str, Any], schools: frozenset[UUID] = frozenset()) -> rules.PaperFact:
    """A row as the rules read it."""
    names = ("id", "kind", "status", "effective_on", "expires_on", "program_id", "coverage", "limit_each_cents",
             "limit_aggregate_cents", "submitted_on", "accepted_on", "withdrawn_on")  # fmt: skip
    return rules.PaperFact(**{name: row[name] for name in names}, school_ids=schools)


def _item(row: Mapping[str, Any], day: date, window: int) -> dict[str, Any]:
    plain = ("id", "version", "kind", "coverage", "carrier", "effective_on", "expires_on", "status",
             "status_reason", "submitted_on", "updated_at")  # fmt: skip
    return {
        **{name: row[name] for name in plain},
        "partner": _named(row["partner_id"], row["partner_name"]),
        "program": _named(row["program_id"], row["program_name"]),
        "state": fact_of(row).state_on(day, None, window),
    }


async def find(db: Executor, principal: Principal, query: PaperFilters, cursors: Cursors) -> Page:
    """A page of the papers that the caller may see, as they stand on a day."""
    given = query.given()
    day: date = given.pop("effective_on", None) or principal.today
    shape, seen = frozenset(given), principal.standpoints
    page = await fetch_page(
        db,
        query,
        lambda after: _page(seen, shape, query.sort, after),
        name="papers",
        cursors=cursors,
        values=principal.binds,
        total=lambda: _total(seen, shape),
    )
    window = principal.tenant.expiring_window_days
    return replace(page, items=[_item(row, day, window) for row in page.items])


def _person(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return (
        select(func.jsonb_build_object("id", who.id, "name", who.name))
        .where(who.id == column)
        .correlate(d.id.table)
        .scalar_subquery()
    )


def _many(told: ColumnElement[Any], of: Any, *order: Any) -> Query:
    return select(
        func.coalesce(func.jsonb_agg(aggregate_order_by(told, *order)), literal_column("'[]'::jsonb"))
    ).select_from(of)


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    at_school = ds.id.table.join(s.id.table, and_(s.tenant_id == ds.tenant_id, s.id == ds.school_id))
    schools = _many(func.jsonb_build_object("id", s.id, "name", s.name), at_school, s.name).where(
        ds.tenant_id == TENANT, ds.paper_id == d.id
    )
    told = func.jsonb_build_object(
        "id", df.id, "name", df.name, "media_type", df.media_type, "size", df.size, "sha256", df.sha256,
        "uploaded_at", df.uploaded_at,
    )  # fmt: skip
    files = _many(told, df.id.table, df.uploaded_at, df.id).where(df.tenant_id == TENANT, df.paper_id == d.id)
    return _seen(
        standpoints,
        *_OWN,
        schools.correlate(d.id.table).scalar_subquery().label("schools"),
        files.correlate(d.id.table).scalar_subquery().label("documents"),
        _person(d.submitted_by_id).label("submitted_by"),
        _person(d.reviewed_by_id).label("reviewed_by"),
        other_name_on(d, d.submitted_on).label("signed_as"),
    ).where(d.id == a_key("id"))


@statement
def _locked(standpoints: frozenset[Standpoint]) -> Query:
    return select(*d).where(visible_to(standpoints, d.tenant_id, d.partner_id), d.id == a_key("id")).with_for_update()


async def _row(db: Executor, principal: Principal, paper_id: UUID) -> dict[str, Any]:
    row = await db.row(_one(principal.standpoints), **principal.binds, id=paper_id)
    if row is None:
        raise PaperNotFound
    return dict(row)


def needs(row: Mapping[str, Any], day: date) -> Needs:
    """The guard of a paper's moves, as it stands with its scans."""
    told = {name for name, value in row.items() if value not in (None, "", [])}
    told |= {"limit_each"} if row["limit_each_cents"] is not None else set()
    told |= {"file"} if row["documents"] else set()
    return rules.needs_of(row["kind"], told, row["expires_on"], day)


async def get(db: Executor, principal: Principal, paper_id: UUID, effective_on: date | None = None) -> dict[str, Any]:
    """One paper as it stands on a day (its moves as of today), or PaperNotFound."""
    row = await _row(db, principal, paper_id)
    actors = actors_on(principal, row["partner_id"])
    guard = needs(row, principal.today)
    day = effective_on or principal.today
    body = {**row, **_item(row, day, principal.tenant.expiring_window_days)}
    for name in ("partner_id", "partner_name", "program_id", "program_name", "author_id", "submitted_by_id",
                 "reviewed_by_id"):  # fmt: skip
        del body[name]
    body["limit_each"] = money(body.pop("limit_each_cents"))
    body["limit_aggregate"] = money(body.pop("limit_aggregate_cents"))
    body["can_edit"] = may_keep(principal, row["partner_id"]) and row["status"] in rules.EDITABLE
    body["allowed_moves"] = allowed_moves(rules.PAPER, row["status"], actors, guard)
    return body


async def lock(tx: Tx, principal: Principal, paper_id: UUID) -> dict[str, Any]:
    """The row of a paper, held until the commit, or PaperNotFound."""
    row = await tx.row(_locked(principal.standpoints), **principal.binds, id=paper_id)
    if row is None:
        raise PaperNotFound
    return dict(row)


async def guard_of(tx: Tx, principal: Principal, paper_id: UUID) -> Needs:
    """The guard of its moves, read after the lock."""
    return needs(await _row(tx, principal, paper_id), principal.today)


@statement
def _schools_of() -> Query:
    return select(ds.school_id).where(ds.tenant_id == TENANT, ds.paper_id == a_key("id")).order_by(ds.school_id)


async def schools_of(db: Executor, paper_id: UUID) -> list[UUID]:
    """The schools that a paper is limited to."""
    return [row["school_id"] for row in await db.rows(_schools_of(), id=paper_id)]


@statement
def _file(standpoints: frozenset[Standpoint]) -> Query:
    return (
        select(df.id, df.name, df.media_type, df.content)
        .join_from(df.id.table, d.id.table, and_(d.tenant_id == df.tenant_id, d.id == df.paper_id))
        .where(visible_to(standpoints, d.tenant_id, d.partner_id), d.id == a_key("paper_id"), df.id == a_key("file_id"))
    )


async def get_file(db: Executor, principal: Principal, paper_id: UUID, file_id: UUID) -> Row:
    """A scan with its content, or PaperFileNotFound."""
    row = await db.row(_file(principal.standpoints), **principal.binds, paper_id=paper_id, file_id=file_id)
    if row is None:
        raise PaperFileNotFound
    return row


@statement
def _waiting(standpoints: frozenset[Standpoint]) -> Query:
    return (
        _seen(standpoints, *_OWN)
        .where(d.status == "submitted")
        .order_by(d.submitted_on, d.id)
        .limit(literal_column("500"))
    )


@statement
def _of_partner(standpoints: frozenset[Standpoint]) -> Query:
    return (
        _seen(standpoints, *_OWN)
        .where(d.partner_id == a_key("partner"), d.withdrawn_on.is_(None))
        .order_by(d.created_at.desc(), d.id.desc())
        .limit(literal_column("500"))
    )


async def find_of_partner(db: Executor, principal: Principal, partner_id: UUID, day: date) -> list[dict[str, Any]]:
    """The papers of a partner that were not taken back, the newest first, at most 500, as they stand on a day."""
    window = principal.tenant.expiring_window_days
    rows = await db.rows(_of_partner(principal.standpoints), **principal.binds, partner=partner_id)
    return [_item(dict(row), day, window) for row in rows]


async def find_waiting(db: Executor, principal: Principal) -> list[dict[str, Any]]:
    """The papers that wait for review, oldest first, at most 500."""
    window = principal.tenant.expiring_window_days
    rows = await db.rows(_waiting(principal.standpoints), **principal.binds)
    return [_item(dict(row), principal.today, window) for row in rows]
