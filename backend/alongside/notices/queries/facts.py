"""What notices say about records: read once for many, past anybody's view, for people chosen by role."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, func, literal_column, select

from alongside.agreements.models import Agreement, AgreementSchool
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, columns, statement, the_keys
from alongside.notices.rules import Matter
from alongside.partners.models import Partner
from alongside.schools.models import School
from alongside.targets.models import Result, Target, TargetSchool

a, ns, o, s = columns(Agreement), columns(AgreementSchool), columns(Partner), columns(School)
t, ts, res = columns(Target), columns(TargetSchool), columns(Result)

_NOTHING: ColumnElement[Any] = literal_column("'[]'::jsonb")


@statement
def _agreements() -> Query:
    schools = (
        select(func.coalesce(func.jsonb_agg(func.jsonb_build_object("id", s.id, "name", s.name)), _NOTHING))
        .where(ns.tenant_id == a.tenant_id, ns.agreement_id == a.id, s.tenant_id == ns.tenant_id, s.id == ns.school_id)
        .correlate(a.id.table)
        .scalar_subquery()
    )
    return select(
        a.id, a.title, a.number, a.type, a.drafted_by, a.shares_student_records, a.route_steps, a.is_route_in_order,
        a.is_district_wide, a.ends_on,
        a.partner_id, o.name.label("partner_name"), schools.label("schools"),
    ).where(
        a.tenant_id == TENANT, a.id == any_(the_keys("ids")), o.tenant_id == TENANT, o.id == a.partner_id
    )  # fmt: skip


async def agreements(db: Executor, ids: Collection[UUID]) -> Mapping[UUID, Matter]:
    """Agreements as matters, with what decides who is told."""
    found = {}
    for row in await db.rows(_agreements(), ids=list(ids)) if ids else ():
        facts = {
            "title": row["title"],
            "number": row["number"],
            "partner": {"id": str(row["partner_id"]), "name": row["partner_name"]},
            "type": row["type"],
            "drafted_by": row["drafted_by"],
            "route_steps": row["route_steps"],
            "is_route_in_order": row["is_route_in_order"],
            "shares_student_records": row["shares_student_records"],
            "schools": row["schools"],
        }
        schools = frozenset(UUID(each["id"]) for each in row["schools"])
        found[row["id"]] = Matter(
            "agreement", row["id"], facts, row["partner_id"], schools, is_district_wide=row["is_district_wide"]
        )
    return found


@statement
def _targets() -> Query:
    schools = (
        select(func.coalesce(func.array_agg(ts.school_id), literal_column("'{}'::uuid[]")))
        .where(ts.tenant_id == t.tenant_id, ts.target_id == t.id, ts.word != "opted_out")
        .correlate(t.id.table)
        .scalar_subquery()
    )
    return select(
        t.id, t.name, t.proposed_by_side, t.partner_id, o.name.label("partner_name"), schools.label("schools")
    ).where(t.tenant_id == TENANT, t.id == any_(the_keys("ids")), o.tenant_id == TENANT, o.id == t.partner_id)


async def targets(db: Executor, ids: Collection[UUID]) -> Mapping[UUID, Matter]:
    """Targets as matters."""
    found = {}
    for row in await db.rows(_targets(), ids=list(ids)) if ids else ():
        facts = {
            "title": row["name"],
            "partner": {"id": str(row["partner_id"]), "name": row["partner_name"]},
            "proposed_by_side": row["proposed_by_side"],
        }
        found[row["id"]] = Matter("target", row["id"], facts, row["partner_id"], frozenset(row["schools"]))
    return found


@statement
def _results() -> Query:
    return select(res.id, res.target_id, res.school_id, res.entered_for_partner_id).where(
        res.tenant_id == TENANT, res.id == any_(the_keys("ids"))
    )


async def results(db: Executor, ids: Collection[UUID]) -> Mapping[UUID, Mapping[str, Any]]:
    """To which target and school results belong, and for whom they were entered; never a value."""
    return {row["id"]: dict(row) for row in await db.rows(_results(), ids=list(ids))} if ids else {}


@statement
def _partners() -> Query:
    return select(o.id, o.name).where(o.tenant_id == TENANT, o.id == any_(the_keys("ids")))


async def partners(db: Executor, ids: Collection[UUID]) -> Mapping[UUID, Matter]:
    """Partners as matters."""
    rows = await db.rows(_partners(), ids=list(ids)) if ids else ()
    return {
        row["id"]: Matter(
            "partner",
            row["id"],
            {"title": row["name"], "partner": {"id": str(row["id"]), "name": row["name"]}},
            row["id"],
        )
        for row in rows
    }
