"""The columns that every view of a partnership shares, and how a row of them is written."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal_column, or_, select, true
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.core.earlier import then
from alongside.core.statements import Query, columns
from alongside.core.telling import on_the_wire
from alongside.identity.models import Person, RoleAssignment, RoleSchool
from alongside.identity.principal import Standpoint
from alongside.needs.models import Need, NeedsAssessment
from alongside.needs.queries import need_visible_to
from alongside.partners.models import Contact, Partner, Program
from alongside.partnerships import rules
from alongside.partnerships.models import PartnershipNeed
from alongside.schools import rules as schools
from alongside.schools.queries import CLOSED_ON, IS_OPEN, SCHOOL_BEFORE, SEASON, is_resting, s

from .clearance import (
    AREAS,
    BEFORE,
    COST,
    DAY,
    DELIVERY,
    GRADES,
    MINIMUM,
    ORG_TYPE,
    PARTNER_BEFORE,
    PARTNER_STATUS,
    PLACE,
    PROGRAM_BEFORE,
    SUPERVISION,
    TIMES,
    VETTED_ON,
    VETTED_UNTIL,
    Covers,
    clearance_of,
)
from .visible import p

o, g = columns(Partner), columns(Program)
n, c, pn = columns(Need), columns(NeedsAssessment), columns(PartnershipNeed)
r, rs, who, k = columns(RoleAssignment), columns(RoleSchool), columns(Person), columns(Contact)


STOOD = ("stage", "stage_reason", "started_on", "ended_on")
"""What says where a partnership stood on a day."""

STAGE = then(BEFORE, p.stage)
"""Its stage on the day."""


AT_WORK = and_(STAGE == "active", then(BEFORE, p.started_on) <= DAY, IS_OPEN)
"""Whether it is at work on the day: `is_at_work` as the database says it; held to it by a test."""


RESTS = is_resting(TIMES)
"""Whether its program is known not to run on the day, in summer or outside it."""


def joined() -> Any:
    """Partnership with its partner, program and school, and what each of them said on the day."""
    now = (
        p.id.table.join(o.id.table, and_(o.tenant_id == p.tenant_id, o.id == p.partner_id))
        .join(g.id.table, and_(g.tenant_id == p.tenant_id, g.id == p.program_id))
        .join(s.id.table, and_(s.tenant_id == p.tenant_id, s.id == p.school_id))
    )
    for before in (BEFORE, PARTNER_BEFORE, PROGRAM_BEFORE, SCHOOL_BEFORE):
        now = now.outerjoin(before, true())
    return now


def _needs(standpoints: frozenset[Standpoint]) -> ColumnElement[Any]:
    """The needs it addresses, those only that the reader may see."""
    told = func.jsonb_build_object("id", n.id, "title", n.title, "area_code", n.area_code, "fit_words", pn.fit_words)
    return (
        select(func.coalesce(func.jsonb_agg(aggregate_order_by(told, n.title, n.id)), literal_column("'[]'::jsonb")))
        .select_from(
            pn.id.table.join(n.id.table, and_(n.tenant_id == pn.tenant_id, n.id == pn.need_id)).join(
                c.id.table, and_(c.tenant_id == n.tenant_id, c.id == n.assessment_id)
            )
        )
        .where(pn.tenant_id == p.tenant_id, pn.partnership_id == p.id, need_visible_to(standpoints))
        .correlate(p.id.table)
        .scalar_subquery()
    )


def _person() -> ColumnElement[Any]:
    return func.jsonb_build_object("id", who.id, "name", who.name, "phone", who.phone, "email", who.email)


_TODAY = and_(r.starts_on <= DAY, or_(r.ends_on.is_(None), r.ends_on >= DAY))


def _coordinator() -> ColumnElement[Any]:
    """Whom the partner calls at the school: the one chosen while their role there lasts, else its coordinator."""
    chosen = r.person_id.is_not_distinct_from(p.coordinator_id)
    return _at_school(or_(r.role == "partnership_coordinator", and_(chosen, r.role == "school_leader")), chosen.desc())


def _at_school(in_role: ColumnElement[bool], *first: ColumnElement[Any]) -> ColumnElement[Any]:
    """Somebody with a role at the school on the day, else none; whoever has it longest comes first."""
    return (
        select(_person())
        .select_from(
            r.id.table.join(
                rs.id.table,
                and_(rs.tenant_id == r.tenant_id, rs.role_assignment_id == r.id, rs.school_id == p.school_id),
            ).join(who.id.table, and_(who.id == r.person_id, who.is_active))
        )
        .where(
            r.tenant_id == p.tenant_id,
            _TODAY,
            in_role,
        )
        .order_by(*first, r.starts_on, r.id)
        .limit(literal_column("1"))
        .correlate(p.id.table)
        .scalar_subquery()
    )


def _partner_lead() -> ColumnElement[Any]:
    """Whom the school calls: the one chosen while they work for the partner, else its contact for programs."""
    chosen = (
        select(_person())
        .join_from(r.id.table, who.id.table, and_(who.id == r.person_id, who.is_active))
        .where(
            r.tenant_id == p.tenant_id, r.partner_id == p.partner_id, r.person_id == p.partner_lead_id,
            r.scope == "partner", _TODAY,
        )
        .limit(literal_column("1"))
        .correlate(p.id.table)
        .scalar_subquery()
    )  # fmt: skip
    return func.coalesce(chosen, _contact("program", "primary"))


def _contact(first: str, then_of: str) -> ColumnElement[Any]:
    """The partner's contact of a kind, else of another."""
    return (
        select(func.jsonb_build_object("id", k.person_id, "name", k.name, "phone", k.phone, "email", k.email))
        .where(k.tenant_id == p.tenant_id, k.partner_id == p.partner_id, or_(k.kind == first, k.kind == then_of))
        .order_by(case((k.kind == first, literal_column("0")), else_=literal_column("1")), k.id)
        .limit(literal_column("1"))
        .correlate(p.id.table)
        .scalar_subquery()
    )


def selected(standpoints: frozenset[Standpoint]) -> Query:
    """What every view shows of a partnership as it stood on the day; `where` is the caller's. Place and number of
    people are today's, to be changed, beside those of the day, which answer for it."""
    own = [column for column in p if column.name != "tenant_id" and column.name not in STOOD]
    return select(
        *own,
        *(then(BEFORE, p[name]).label(name) for name in STOOD),
        PLACE.label("place_then"), MINIMUM.label("minimum_then"),
        o.name.label("partner_name"),
        PARTNER_STATUS.label("partner_status"), VETTED_ON.label("vetted_on"), VETTED_UNTIL.label("vetting_expires_on"),
        g.name.label("program_name"),
        g.areas, DELIVERY.label("delivery"), TIMES.label("times_of_day"), g.weekdays, GRADES.label("grades"),
        s.name.label("school_name"), then(SCHOOL_BEFORE, s.status).label("school_status"), CLOSED_ON.label("closed_on"),
        SEASON.label("season"), AREAS.label("areas_then"), ORG_TYPE.label("org_type"), COST.label("cost_then"),
        SUPERVISION.label("supervision_then"),
        _needs(standpoints).label("needs"),
        _coordinator().label("coordinator"),
        _partner_lead().label("partner_lead"),
        _at_school(r.role == "school_leader").label("principal"),
        _contact("authorized_signatory", "primary").label("signatory"),
    ).select_from(joined())  # fmt: skip


def is_at_work(row: Mapping[str, Any], day: date) -> bool:
    """Whether the row's program is at work in the school on the day, as far as stage and days tell."""
    open_then = schools.is_open(row["school_status"], row["closed_on"], day)
    return open_then and rules.at_work(row["stage"], row["started_on"], row["ended_on"], day)


def partner_of(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": row["partner_id"], "name": row["partner_name"], "status": row["partner_status"]}


def program_of(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": row["program_id"],
        "name": row["program_name"],
        **{name: row[name] for name in ("areas", "times_of_day", "weekdays", "grades")},
    }


def _need(each: Mapping[str, Any]) -> dict[str, Any]:
    kept = rules.fit_kept(each["fit_words"] or "")
    return {**each, "fit_said": kept and [on_the_wire(part) for part in kept]}


def item_of(row: Mapping[str, Any], covers: Covers, day: date) -> dict[str, Any]:
    """A row as lists write it."""
    plain = ("id", "version", "stage", "kind", "is_lead_partner", "schedule", "place", "coordinator",
             "partner_lead", "principal", "signatory", "updated_at")  # fmt: skip
    return {
        **{name: row[name] for name in plain},
        "needs": [_need(each) for each in row["needs"]],
        "partner": partner_of(row),
        "program": program_of(row),
        "school": {"id": row["school_id"], "name": row["school_name"]},
        "effective_on": day,
        "is_at_work": is_at_work(row, day),
        "clearance": clearance_of(row, covers, day),
    }
