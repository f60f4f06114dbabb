"""What waits for somebody's word today: candidates by SQL, then each record's own rules."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, any_, exists, literal_column, not_, or_, select

from alongside.agreements.models import Agreement, AgreementSchool, Signature
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, a_day, a_flag, columns, statement, the_keys
from alongside.identity.principal import Principal
from alongside.identity.scopes import PARTNER_ROLES, Role
from alongside.targets.models import Target, TargetSchool

from .acting import Acting
from .asked import Asked, Question, look

a, ns, sig, t, ts = (columns(each) for each in (Agreement, AgreementSchool, Signature, Target, TargetSchool))
_ONE: ColumnElement[Any] = literal_column("1")

MOST: Final = 30
"""So many decisions go into one link; whoever answered them gets the next."""


@statement
def _schools() -> Query:
    return (
        select(a.id, ns.school_id)
        .join_from(a.id.table, ns.id.table, and_(ns.tenant_id == a.tenant_id, ns.agreement_id == a.id))
        .where(
            a.tenant_id == TENANT,
            ns.confirmation == "pending",
            ns.school_id == any_(the_keys("led")),
            or_(a.status == "submitted", a.status == "in_review", a.status == "executed"),
            a.ends_on >= a_day("day"),
        )
        .order_by(a.submitted_at, a.id, ns.school_id)
        .limit(literal_column(str(MOST)))
    )


def _signed(party: str) -> ColumnElement[bool]:
    return exists(
        select(_ONE)
        .where(
            sig.tenant_id == a.tenant_id, sig.agreement_id == a.id, sig.party == party, sig.voided_at.is_(None)
        )
        .correlate(a.id.table)
    )  # fmt: skip


@statement
def _signatures() -> Query:
    district = and_(a_flag("for_district"), not_(_signed("district")))
    partner = and_(a.partner_id == any_(the_keys("signs_for")), not_(_signed("partner")))
    return (
        select(a.id)
        .where(a.tenant_id == TENANT, a.status == "out_for_signature", or_(district, partner))
        .order_by(a.approved_at, a.id)
        .limit(literal_column(str(MOST)))
    )


@statement
def _targets() -> Query:
    mine: Select[Any] = (
        select(_ONE)
        .where(
            ts.tenant_id == t.tenant_id, ts.target_id == t.id, ts.word == "pending",
            ts.school_id == any_(the_keys("agreeing")),
        )
        .correlate(t.id.table)
    )  # fmt: skip
    partner = and_(t.partner_id == any_(the_keys("agrees_for")), t.partner_agreed_on.is_(None))
    return (
        select(t.id)
        .where(t.tenant_id == TENANT, t.status == "proposed", or_(exists(mine), partner))
        .order_by(t.proposed_on, t.id)
        .limit(literal_column(str(MOST)))
    )


def _partners(principal: Principal, role: Role) -> list[UUID]:
    assert role in PARTNER_ROLES
    return [held.partner_id for held in principal.roles if held.role is role and held.partner_id is not None]


async def _questions(db: Executor, each: Acting) -> list[Question]:
    principal = each.principal
    values = {
        "led": list(principal.schools_as(Role.SCHOOL_LEADER)),
        "day": principal.today,
        "for_district": principal.holds(Role.DISTRICT_SIGNATORY),
        "signs_for": _partners(principal, Role.PARTNER_SIGNATORY),
        "agreeing": list(principal.led_schools),
        "agrees_for": _partners(principal, Role.PARTNER_ADMIN),
    }
    found: list[Question] = []
    if "sign_agreement" in each.kinds:
        found += [Question("sign_agreement", row["id"], None, each) for row in await db.rows(_signatures(), **values)]
    if "confirm_school" in each.kinds:
        rows = await db.rows(_schools(), **values)
        found += [Question("confirm_school", row["id"], row["school_id"], each) for row in rows]
    if "agree_target" in each.kinds:
        found += [Question("agree_target", row["id"], None, each) for row in await db.rows(_targets(), **values)]
    return found


async def waiting(db: Executor, everyone: list[Acting]) -> list[Asked]:
    """What these may decide now, each once: whoever may decide for themselves does not do so for another."""
    seen: set[tuple[str, UUID, UUID | None]] = set()
    found: list[Asked] = []
    for each in everyone:
        for question in await _questions(db, each):
            place = (question.kind, question.object_id, question.school_id)
            if place in seen or len(found) >= MOST:
                continue
            asked = await look(db, question)
            if asked is not None and asked.is_open:
                seen.add(place)
                found.append(asked)
    return found
