"""Needs: the list across schools, and one with its evidence and the steps open to the reader."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import ColumnElement, and_, any_, column, exists, func, literal_column, or_, select
from sqlalchemy import table as named_table
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.core.db import Executor, Row, Tx
from alongside.core.lifecycle import allowed_moves
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_flag, a_key, a_text, columns, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.measures.models import Measure
from alongside.measures.queries import visible_to as measure_visible_to
from alongside.measures.queries.catalogue import GUARDED
from alongside.needs.errors import NeedNotFound
from alongside.needs.rules import NEED, need_needs_of, path_of
from alongside.needs.schemas import NeedFilters, NeedSort
from alongside.partners.queries.question import area_or_below

from .assessments import AREA, AREA_LABEL, EVIDENCE_COUNT, WITHHELD, e, facts_of, named_school, s, t, with_area
from .standing import a, actors_at, may_edit, n, need_visible_to, sees_ratings

m, o = columns(Measure), GUARDED.c

_ASSESSMENT = (
    a.id.label("assessment_id"), a.kind.label("assessment_kind"), a.status.label("assessment_status"),
    a.school_year.label("assessment_school_year"),
)  # fmt: skip

FILTERS: Mapping[str, ColumnElement[bool]] = {
    "school": n.school_id == a_key("school"),
    "area": n.area_code == any_(area_or_below(a_text("area"))),
    "status": n.status == a_text("status"),
    "published": (a.status == "published") == a_flag("published"),
}


def _seen(standpoints: frozenset[Standpoint], *shown: ColumnElement[Any]) -> Query:
    joined = (
        n.id.table.join(a.id.table, and_(a.tenant_id == n.tenant_id, a.id == n.assessment_id))
        .join(s.id.table, and_(s.tenant_id == n.tenant_id, s.id == n.school_id))
        .outerjoin(t.id.table, AREA)
    )
    return (
        select(*shown, n.area_code, AREA_LABEL, n.school_id, s.name.label("school_name"), *_ASSESSMENT)
        .select_from(joined)
        .where(need_visible_to(standpoints))
    )


def _listed(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return _seen(
        standpoints, n.id, n.title, n.grades, n.est_students, n.rank, n.meet_via_partnership, n.status, n.updated_at
    ).where(a.status != "superseded", *(FILTERS[name] for name in sorted(given)))


@statement
def _page(standpoints: frozenset[Standpoint], given: frozenset[str], sort: NeedSort, after: bool) -> Query:
    descending = sort is NeedSort.UPDATED_DOWN
    return paged(_listed(standpoints, given), n.updated_at, n.id, descending=descending, after=after)


@statement
def _total(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return bounded_total(_listed(standpoints, given))


def _shaped(row: Row) -> dict[str, Any]:
    item = with_area(named_school(dict(row)))
    item["assessment"] = {
        name: item.pop(f"assessment_{name}") for name in ("id", "kind", "status", "school_year")
    }  # fmt: skip
    return item


async def find(db: Executor, principal: Principal, query: NeedFilters, cursors: Cursors) -> Page:
    """A page of needs."""
    shape, standpoints = frozenset(query.given()), principal.standpoints
    return await fetch_page(
        db,
        query,
        lambda after: _page(standpoints, shape, query.sort, after),
        name="needs",
        cursors=cursors,
        values=principal.binds,
        total=lambda: _total(standpoints, shape),
        shape=_shaped,
    )


def _evidence(standpoints: frozenset[Standpoint]) -> Any:
    """What proves the need, as far as the reader may see the measure and its value.

    A leader may have accepted a value of a small group at the own school; to everybody from whom the guarded
    view hides that value, the sentence about it is hidden too, today and after the minimum changes.
    """
    is_hidden = exists(
        select(literal_column("1"))
        .where(
            o.tenant_id == TENANT,
            o.measure_id == e.measure_id,
            o.school_id == n.school_id,
            o.period == e.period,
            o.group_key == "all",
            o.hidden.is_not(None),
        )
        .correlate(e.id.table, n.id.table)
    )
    piece = func.json_build_object(
        literal_column("'id'"), e.id, literal_column("'measure'"), m.key, literal_column("'period'"), e.period,
        literal_column("'statement'"), e.statement, literal_column("'source'"), e.source,
    )  # fmt: skip
    return (
        select(func.json_agg(aggregate_order_by(piece, e.id)))
        .select_from(e.id.table.outerjoin(m.id.table, and_(m.tenant_id == TENANT, m.id == e.measure_id)))
        .where(
            e.tenant_id == TENANT,
            e.need_id == n.id,
            or_(e.measure_id.is_(None), and_(measure_visible_to(standpoints), ~is_hidden)),
        )
        .correlate(n.id.table)
        .scalar_subquery()
    )


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    hidden = {"tenant_id", "created_at", "assessment_id", "school_id", "area_code"}
    own = [each for each in n if each.name not in hidden]
    return _seen(
        standpoints, *own, _evidence(standpoints).label("evidence"), EVIDENCE_COUNT.label("evidence_count")
    ).where(n.id == a_key("id"))  # fmt: skip


async def get(db: Executor, principal: Principal, need_id: UUID) -> dict[str, Any]:
    """One need, or NeedNotFound."""
    row = await db.row(_one(principal.standpoints), **principal.binds, id=need_id)
    if row is None:
        raise NeedNotFound
    guard = need_needs_of(path_of(row["assessment_kind"]), facts_of(dict(row)))
    body = _shaped(row)
    del body["evidence_count"]
    in_full = sees_ratings(principal)
    if not in_full:
        body |= dict.fromkeys(WITHHELD)
    school_id, assessment_status = body["school"]["id"], body["assessment"]["status"]
    is_over = assessment_status == "superseded"
    return {
        **body,
        "view": "full" if in_full else "published",
        "evidence": orjson.loads(body["evidence"]) if body["evidence"] else [],
        "can_edit": may_edit(principal, school_id, assessment_status),
        "allowed_moves": [] if is_over else allowed_moves(NEED, body["status"], actors_at(principal, school_id), guard),
    }


@statement
def _locked(standpoints: frozenset[Standpoint]) -> Query:
    # the assessment stands first and is locked first, as everywhere
    both = a.id.table.join(n.id.table, and_(a.tenant_id == n.tenant_id, a.id == n.assessment_id))
    own = [each for each in n if each.name not in ("tenant_id", "assessment_id")]
    return (
        select(*own, EVIDENCE_COUNT.label("evidence_count"), *_ASSESSMENT)
        .select_from(both)
        .where(need_visible_to(standpoints), n.id == a_key("id"))
        .with_for_update(of=(a.id.table, n.id.table))
    )


async def lock(tx: Tx, principal: Principal, need_id: UUID) -> dict[str, Any]:
    """The rows of a need and its assessment, held until the commit, or NeedNotFound."""
    row = await tx.row(_locked(principal.standpoints), **principal.binds, id=need_id)
    if row is None:
        raise NeedNotFound
    return dict(row)


# partnerships and targets stand floors above; like a foreign key, this knows their tables by name alone
_USERS = [named_table(name, column("tenant_id"), column("need_id")).c for name in ("partnership_need", "target")]


@statement
def _used() -> Query:
    return select(
        or_(
            *(
                exists(select(literal_column("1")).where(u.tenant_id == TENANT, u.need_id == a_key("need")))
                for u in _USERS
            )
        ).label("is_used")
    )


async def is_used(tx: Tx, need_id: UUID) -> bool:
    """Whether a partnership or a target refers to the need."""
    used: bool = await tx.value(_used(), need=need_id)
    return used
