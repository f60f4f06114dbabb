"""Needs assessments: the list, and one with its needs in order and the steps open to the reader."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import ColumnElement, ScalarSelect, and_, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.core.db import Executor, Row, Tx
from alongside.core.lifecycle import allowed_moves
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_key, a_text, columns, statement, table
from alongside.identity.models import Person
from alongside.identity.principal import Principal, Standpoint
from alongside.needs.errors import NeedsAssessmentNotFound
from alongside.needs.models import NeedEvidence
from alongside.needs.rules import (
    ASSESSMENT,
    CRITERIA,
    NEED,
    NeedFacts,
    assessment_needs_of,
    is_stale,
    need_needs_of,
    path_of,
    rank,
    unplaced,
)
from alongside.needs.schemas import AssessmentFilters, AssessmentSort
from alongside.schools.models import School, TaxonomyTerm

from .standing import a, actors_at, is_ours, may_edit, n, need_visible_to, sees_ratings, visible_to

s, t, e = columns(School), columns(TaxonomyTerm), columns(NeedEvidence)

AREA = and_(t.tenant_id == TENANT, t.scheme == "area", t.code == n.area_code)
AREA_LABEL = func.coalesce(t.label, n.area_code).label("area_label")
EVIDENCE_COUNT: ScalarSelect[Any] = (
    select(func.count()).where(e.tenant_id == TENANT, e.need_id == n.id).correlate(n.id.table).scalar_subquery()
)
WITHHELD = (*CRITERIA, "score", "rank_reason")
"""How needs were weighed: not for partners."""

FILTERS: Mapping[str, ColumnElement[bool]] = {
    "school": a.school_id == a_key("school"),
    "school_year": a.school_year == a_text("school_year"),
    "kind": a.kind == a_text("kind"),
    "status": a.status == a_text("status"),
}


def _with_school(standpoints: frozenset[Standpoint], *shown: ColumnElement[Any]) -> Query:
    both = a.id.table.join(s.id.table, and_(s.tenant_id == a.tenant_id, s.id == a.school_id))
    return select(*shown, s.name.label("school_name")).select_from(both).where(visible_to(standpoints))


def _listed(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    count = (
        select(func.count())
        .where(n.assessment_id == a.id, need_visible_to(standpoints))
        .correlate(a.id.table)
        .scalar_subquery()
    )
    query = _with_school(
        standpoints, a.id, a.school_id, a.school_year, a.kind, a.status, count.label("need_count"), a.published_on,
        a.updated_at,
    )  # fmt: skip
    if "status" not in given:
        query = query.where(a.status != "superseded")
    return query.where(*(FILTERS[name] for name in sorted(given)))


@statement
def _page(standpoints: frozenset[Standpoint], given: frozenset[str], sort: AssessmentSort, after: bool) -> Query:
    descending = sort is AssessmentSort.UPDATED_DOWN
    return paged(_listed(standpoints, given), a.updated_at, a.id, descending=descending, after=after)


@statement
def _total(standpoints: frozenset[Standpoint], given: frozenset[str]) -> Query:
    return bounded_total(_listed(standpoints, given))


def named_school(item: dict[str, Any]) -> dict[str, Any]:
    """A row whose school is an object with its name."""
    item.pop("sort_key", None)
    item["school"] = {"id": item.pop("school_id"), "name": item.pop("school_name")}
    return item


async def find_assessments(db: Executor, principal: Principal, query: AssessmentFilters, cursors: Cursors) -> Page:
    """A page of assessments."""
    shape, standpoints = frozenset(query.given()), principal.standpoints
    return await fetch_page(
        db,
        query,
        lambda after: _page(standpoints, shape, query.sort, after),
        name="needs-assessments",
        cursors=cursors,
        values=principal.binds,
        total=lambda: _total(standpoints, shape),
        shape=lambda row: named_school(dict(row)),
    )


def _object(*shown: Any) -> ColumnElement[Any]:
    parts: list[ColumnElement[Any]] = []
    for each in shown:
        parts += [literal_column(f"'{each.name}'"), each]
    return func.json_build_object(*parts)


def _person(key: ColumnElement[Any], alias: str) -> ScalarSelect[Any]:
    who = table(Person).alias(alias).c
    return select(_object(who.id, who.name)).where(who.id == key).scalar_subquery()


@statement
def _one(standpoints: frozenset[Standpoint]) -> Query:
    shown = _object(
        n.id, n.title, n.area_code, AREA_LABEL, n.current_condition, n.desired_condition, n.grades, n.est_students,
        n.impact, n.urgency, n.magnitude, n.feasibility, n.alignment, n.score, n.rank, n.rank_reason,
        EVIDENCE_COUNT.label("evidence_count"), n.meet_via_partnership, n.status,
    )  # fmt: skip
    needs = (
        select(func.json_agg(aggregate_order_by(shown, n.rank.asc().nulls_last(), n.id)))
        .select_from(n.id.table.outerjoin(t.id.table, AREA))
        .where(n.assessment_id == a.id, need_visible_to(standpoints))
        .correlate(a.id.table)
        .scalar_subquery()
    )
    own = [column for column in a if column.name not in ("tenant_id", "created_at", "lead_person_id", "approved_by_id")]
    return _with_school(
        standpoints, *own, needs.label("needs"), _person(a.lead_person_id, "lead").label("lead"),
        _person(a.approved_by_id, "approver").label("approved_by"),
    ).where(a.id == a_key("id"))  # fmt: skip


def facts_of(need: Mapping[str, Any]) -> NeedFacts:
    """A need as the rules look at it."""
    return NeedFacts(
        key=str(need["id"]),
        title=need["title"],
        has_area=bool(need["area_code"]),
        current_condition=need["current_condition"] or "",
        evidence=need["evidence_count"],
        ratings={name: need[name] for name in CRITERIA if need[name] is not None},
        students=need["est_students"],
        status=need["status"],
        rank_override=need["rank"] if need["rank_reason"] is not None else None,
    )


def with_area(need: dict[str, Any]) -> dict[str, Any]:
    """A need whose area is an object with its label."""
    need["area"] = {"code": need.pop("area_code"), "label": need.pop("area_label")}
    return need


async def get_assessment(
    db: Executor, principal: Principal, assessment_id: UUID, effective_on: date | None = None
) -> dict[str, Any]:
    """One assessment with its needs, or NeedsAssessmentNotFound."""
    row = await db.row(_one(principal.standpoints), **principal.binds, id=assessment_id)
    if row is None:
        raise NeedsAssessmentNotFound
    body = named_school(dict(row))
    needs: list[dict[str, Any]] = orjson.loads(body["needs"]) if body["needs"] else []
    path, school_id = path_of(body["kind"]), body["school"]["id"]
    facts = [facts_of(need) for need in needs]
    guard = assessment_needs_of(path, facts)
    places = {each.key: each.rank for each in rank(unplaced(facts))}
    actors, is_over = actors_at(principal, school_id), body["status"] == "superseded"
    for need, told in zip(needs, facts, strict=True):
        need["place_by_score"] = places.get(told.key)
        moves = allowed_moves(NEED, told.status, actors, need_needs_of(path, told))
        need["allowed_moves"] = [] if is_over else moves
    in_full = sees_ratings(principal)
    if not in_full:
        needs = [{**need, **dict.fromkeys((*WITHHELD, "place_by_score"))} for need in needs]
    for name in ("lead", "approved_by"):
        body[name] = orjson.loads(body[name]) if body[name] else None
    return {
        **body,
        "view": "full" if in_full else "published",
        "path": path,
        "note": body["note"] if is_ours(principal, school_id) else None,
        "is_stale": is_stale(body["published_on"], effective_on or principal.today),
        "needs": [with_area(need) for need in needs],
        "can_edit": may_edit(principal, school_id, body["status"]),
        "allowed_moves": allowed_moves(ASSESSMENT, body["status"], actors, guard),
    }


@statement
def _locked(standpoints: frozenset[Standpoint]) -> Query:
    return select(*a).where(visible_to(standpoints), a.id == a_key("id")).with_for_update()


async def lock_assessment(tx: Tx, principal: Principal, assessment_id: UUID) -> dict[str, Any]:
    """The row of an assessment, held until the commit, or NeedsAssessmentNotFound."""
    row = await tx.row(_locked(principal.standpoints), **principal.binds, id=assessment_id)
    if row is None:
        raise NeedsAssessmentNotFound
    return dict(row)


@statement
def _facts() -> Query:
    return select(
        n.id, n.title, n.area_code, n.current_condition, n.impact, n.urgency, n.magnitude, n.feasibility, n.alignment,
        n.est_students, n.status, n.rank, n.rank_reason, n.version, EVIDENCE_COUNT.label("evidence_count"),
    ).where(n.tenant_id == TENANT, n.assessment_id == a_key("assessment"))  # fmt: skip


async def needs_of(tx: Tx, assessment_id: UUID) -> list[dict[str, Any]]:
    """Every need of an assessment that the caller has locked."""
    return [dict(row) for row in await tx.rows(_facts(), assessment=assessment_id)]


@statement
def _current() -> Query:
    return select(a.id, a.status, a.version).where(
        a.tenant_id == TENANT,
        a.school_id == a_key("school"),
        a.school_year == a_text("school_year"),
        a.kind == a_text("kind"),
        a.status != "superseded",
    )


async def current_of(tx: Tx, school_id: UUID, school_year: str, kind: str) -> list[Row]:
    """The published assessment of a kind and the version that is worked on, where there are any."""
    return await tx.rows(_current(), school=school_id, school_year=school_year, kind=kind)
