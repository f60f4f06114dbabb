"""A school asks to join what another school has signed; the office accepts or refuses, the terms stay as they are."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Update, bindparam, func, update

from alongside.agreements import queries, rules
from alongside.agreements.errors import (
    AgreementNotFound,
    CannotJoin,
    JoinAsked,
    JoinCannotMove,
    NotYourSchool,
)
from alongside.agreements.events import JOIN_MOVED, AgreementSchoolAdded, AgreementSchoolConfirmed, JoinAskedFor
from alongside.agreements.models import JoinRequest
from alongside.agreements.schemas import JoinRequestCreate
from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.moves import make_move
from alongside.core.record import record
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal
from alongside.identity.scopes import Role
from alongside.schools.queries import get as get_school

from . import joining, write
from .schools import check_overlap, confirm_joining

j = columns(JoinRequest)


@statement
def _change(names: frozenset[str]) -> Update:
    told = {name: bindparam(f"new_{name}", type_=j[name].type) for name in sorted(names)}
    return (
        update(table(JoinRequest))
        .where(j.tenant_id == TENANT, j.id == a_key("request_id"))
        .values(version=j.version + 1, updated_at=func.tenant_now(), **told)
        .returning(j.version)
    )


async def ask_to_join(tx: Tx, principal: Principal, agreement_id: UUID, body: JoinRequestCreate) -> dict[str, Any]:
    """Ask for one's own school. Raises SchoolNotFound, NotYourSchool, AgreementNotFound, CannotJoin, JoinAsked."""
    await get_school(tx, principal, body.school_id)
    if not queries.asks_for(principal, body.school_id):
        raise NotYourSchool
    row = await queries.lock_joinable(tx, agreement_id, body.school_id)
    if row is None or row["partner_id"] in principal.employers or row["status"] not in rules.RENEWABLE:
        raise AgreementNotFound
    late = principal.today > row["ends_on"]
    if row["word"] not in (None, "declined") or not rules.may_be_joined(
        row["status"], row["is_district_wide"], row["amends_id"] is not None, late
    ):
        raise CannotJoin
    if await queries.has_open_request(tx, agreement_id, body.school_id):
        raise JoinAsked
    request_id = new_id()
    own = {
        "agreement_id": agreement_id,
        "school_id": body.school_id,
        "note": body.note,
        "is_principals": body.school_id in principal.schools_as(Role.SCHOOL_LEADER),
    }
    who = {"asked_by_id": principal.person_id, "asked_on": principal.today, "created_at": principal.now}
    await write.add(tx, JoinRequest, {"id": request_id, **own, **who})
    changed = {name: [None, value] for name, value in own.items() if value is not None}
    record(tx, JoinAskedFor(object_id=request_id, changed=changed))
    return await queries.get_join_request(tx, principal, request_id)


async def answer_request(
    tx: Tx, principal: Principal, request_id: UUID, verb: str, if_match: IfMatch, reason: str | None = None
) -> dict[str, Any]:
    """Accept, refuse or withdraw a wish to join. Raises JoinRequestNotFound, NotYourMove, JoinCannotMove."""
    before = await queries.lock_join_request(tx, principal, request_id)
    check_version(if_match, before["version"])
    needs = rules.join_needs_of(
        before["agreement_status"],
        principal.today > before["ends_on"],
        asked_by_me=before["asked_by_id"] == principal.person_id,
    )
    made = make_move(rules.JOIN, verb, before["status"], queries.join_actors(principal, before), needs, JoinCannotMove)
    if verb == "accept":
        await _join(tx, principal, before)
    values: dict[str, Any] = {"status": made.to_state, "reason": reason, "decided_by_id": principal.person_id}
    values["decided_on"] = principal.today
    told = {f"new_{name}": value for name, value in values.items()}
    version = await tx.value(_change(frozenset(values)), request_id=request_id, **told)
    changed = {"status": [before["status"], made.to_state]}
    record(tx, JOIN_MOVED[verb](object_id=request_id, version=version, changed=changed, reason=reason))
    return await queries.get_join_request(tx, principal, request_id)


async def _join(tx: Tx, principal: Principal, before: Mapping[str, Any]) -> None:
    """The office's yes. With a principal who asked the school joins today; else its principal is asked now."""
    agreement = await queries.lock(tx, principal, before["agreement_id"])
    if not before["is_principals"]:
        await joining.offer(tx, principal, agreement, before["school_id"])
        return
    await joining.name(tx, principal, agreement, before["school_id"])
    covered = rules.covered_from(agreement["effective_on"], principal.today)
    await confirm_joining(tx, agreement["id"], before["school_id"], before["asked_by_id"], before["asked_on"], covered)
    await check_overlap(tx, principal, agreement)
    version = await write.change(tx, agreement["id"], {})
    school = {"school_id": [None, before["school_id"]]}
    record(tx, AgreementSchoolAdded(object_id=agreement["id"], version=version, changed=school))
    word = {"school_id": [before["school_id"]] * 2, "confirmation": ["pending", "confirmed"]}
    record(tx, AgreementSchoolConfirmed(object_id=agreement["id"], version=version, changed=word))
