"""People who lead a school since after it was asked for a word that it has not given."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    String,
    and_,
    any_,
    exists,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    union_all,
)

from alongside.agreements.models import Agreement, AgreementSchool
from alongside.agreements.queries import SCHOOL_ASKED_ON
from alongside.core.db import Executor
from alongside.core.statements import TENANT, a_day, columns, day_of, statement, the_texts
from alongside.identity.models import Person, RoleAssignment, RoleSchool
from alongside.identity.scopes import Role
from alongside.notices.models import Notice
from alongside.notices.rules import LEADER, SCHOOL_SIDE
from alongside.targets.models import Target, TargetSchool

from .endings.answers import waits_for_school, waits_for_target

a, ns, t, ts = columns(Agreement), columns(AgreementSchool), columns(Target), columns(TargetSchool)
r, rs, who, n = columns(RoleAssignment), columns(RoleSchool), columns(Person), columns(Notice)
DAY = a_day("day")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who has not been asked: by which kind of notice, about which record, for which school."""

    kind: str
    object_type: str
    object_id: UUID
    school_id: UUID
    person_id: UUID


def _leads(school: ColumnElement[Any], roles: str, asked_on: ColumnElement[Any]) -> ColumnElement[bool]:
    return and_(
        r.tenant_id == TENANT, rs.tenant_id == r.tenant_id, rs.role_assignment_id == r.id, rs.school_id == school,
        r.role == any_(the_texts(roles)), r.starts_on > asked_on, r.starts_on <= DAY,
        or_(r.ends_on.is_(None), r.ends_on >= DAY), who.id == r.person_id, who.is_active,
    )  # fmt: skip


def _row(kind: str, object_type: str, record: Any, school: ColumnElement[Any]) -> Any:
    asked_already = exists(
        select(literal_column("1"))
        .where(n.tenant_id == TENANT, n.person_id == r.person_id, n.kind == kind, n.object_id == record.id)
        .correlate(r.id.table, record.id.table)
    )
    return select(
        literal(kind, String).label("kind"), literal(object_type, String).label("object_type"),
        record.id.label("object_id"), school.label("school_id"), r.person_id.label("person_id"),
    ).where(record.tenant_id == TENANT, not_(asked_already))  # fmt: skip


@statement
def _newcomers() -> Any:
    proposed_on = func.coalesce(t.proposed_on, day_of(t.updated_at))
    return union_all(
        _row("school_to_confirm", "agreement", a, ns.school_id).where(
            waits_for_school(DAY), _leads(ns.school_id, "leaders", SCHOOL_ASKED_ON)
        ),
        _row("target_proposed", "target", t, ts.school_id).where(
            waits_for_target(), _leads(ts.school_id, "side", proposed_on)
        ),
    )


def _names(roles: frozenset[Role]) -> list[str]:
    return sorted(str(role) for role in roles)


async def newcomers(db: Executor, day: date) -> list[Newcomer]:
    """Whoever came to a school after it was asked, and has not been asked since."""
    rows = await db.rows(_newcomers(), day=day, leaders=_names(LEADER), side=_names(SCHOOL_SIDE))
    return [Newcomer(**row) for row in rows]
