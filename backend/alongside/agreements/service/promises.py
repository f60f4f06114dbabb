"""Whether a promise came, said by the side that should have received it."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Delete, Update, delete, update

from alongside.agreements import queries, rules
from alongside.agreements.errors import NotInForce, NotReceiving, PromiseNotFound
from alongside.agreements.events import PromiseAnswered, PromiseWordUndone
from alongside.agreements.models import PromiseWord, ResourceCommitment
from alongside.agreements.schemas import PromiseWordWrite
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.record import record
from alongside.core.statements import TENANT, a_day, a_key, columns, statement, table
from alongside.identity.principal import Principal

from . import write

w, rc = columns(PromiseWord), columns(ResourceCommitment)

_DAYS = {
    "in_the_future": "A day to come cannot be told yet",
    "before_the_first_day": "The agreement was not in force on that day",
}


@statement
def _forget(kind: str) -> Delete:
    same = w.school_id.is_not_distinct_from(a_key("school_id"))
    return delete(table(PromiseWord)).where(w.tenant_id == TENANT, w[kind] == a_key("promise_id"), same)


@statement
def _deliver() -> Update:
    at = (rc.tenant_id == TENANT) & (rc.id == a_key("promise_id"))
    return update(table(ResourceCommitment)).where(at).values(delivered_on=a_day("on"))


async def say(
    tx: Tx, principal: Principal, agreement_id: UUID, promise_id: UUID, body: PromiseWordWrite, if_match: IfMatch
) -> dict[str, Any]:
    """Say whether a promise came, everywhere or at one school; said again, the new word stands.

    Raises PromiseNotFound, NotReceiving, NotInForce, Unprocessable.
    """
    before, promise, kind, side = await _open(tx, principal, agreement_id, promise_id, body.school_id, if_match)
    on = body.on or principal.today
    problem = rules.day_problem(on, before["effective_on"], principal.today)
    if problem is not None:
        raise wrong("/on", problem, _DAYS[problem])
    if body.outcome == "not_delivered" and body.note is None:
        raise wrong("/note", "missing", "Say what did not come, or why")
    said = _said(promise, body.school_id)
    if said is not None and (said["outcome"], said["on"], said["note"]) == (body.outcome, on.isoformat(), body.note):
        return await queries.get(tx, principal, agreement_id)
    await tx.run(_forget(kind), promise_id=promise_id, school_id=body.school_id)
    row = {
        "agreement_id": agreement_id,
        kind: promise_id,
        "school_id": body.school_id,
        "outcome": body.outcome,
        "on_day": on,
        "note": body.note,
        "side": side,
        "said_by_id": principal.person_id,
        "said_at": principal.now,
    }
    await write.add(tx, PromiseWord, row)
    await _mark(tx, before, promise, kind, body.school_id, on if body.outcome == "delivered" else None)
    version = await write.change(tx, agreement_id, {})
    changed = {
        **_about(promise_id, body.school_id),
        "party": [promise["party"], promise["party"]],
        "outcome": [None if said is None else said["outcome"], body.outcome],
        "on": [None if said is None else said["on"], on],
    }
    record(tx, PromiseAnswered(object_id=agreement_id, version=version, changed=changed, reason=body.note))
    return await queries.get(tx, principal, agreement_id)


async def unsay(
    tx: Tx, principal: Principal, agreement_id: UUID, promise_id: UUID, school_id: UUID | None, if_match: IfMatch
) -> dict[str, Any]:
    """Take a word back; without one nothing happens. Raises PromiseNotFound, NotReceiving, NotInForce."""
    before, promise, kind, _ = await _open(tx, principal, agreement_id, promise_id, school_id, if_match)
    said = _said(promise, school_id)
    if said is None:
        return await queries.get(tx, principal, agreement_id)
    await tx.run(_forget(kind), promise_id=promise_id, school_id=school_id)
    await _mark(tx, before, promise, kind, school_id, None)
    version = await write.change(tx, agreement_id, {})
    changed = {**_about(promise_id, school_id), "outcome": [said["outcome"], None]}
    record(tx, PromiseWordUndone(object_id=agreement_id, version=version, changed=changed))
    return await queries.get(tx, principal, agreement_id)


async def _open(
    tx: Tx, principal: Principal, agreement_id: UUID, promise_id: UUID, school_id: UUID | None, if_match: IfMatch
) -> tuple[Mapping[str, Any], Mapping[str, Any], str, rules.Side]:
    """The locked record, the promise, the column that names it, and for which side the caller speaks there."""
    before = await queries.lock(tx, principal, agreement_id)
    parts = {"expectation_id": before["expectations"], "resource_id": before["resources"]}
    found = ((kind, each) for kind, rows in parts.items() for each in rows if each["id"] == str(promise_id))
    kind, promise = next(found, (None, None))
    if kind is None or promise is None:
        kind, promise = "expectation_id", await queries.promise_of_plan(tx, agreement_id, promise_id)
        if promise is None:
            raise PromiseNotFound
    may = queries.saying_of(principal, before, promise)
    if may is None:
        raise NotReceiving
    require_version(if_match, before["version"])
    if not rules.begun(before["status"], before["effective_on"], principal.today):
        raise NotInForce(state=before["status"])
    if school_id is None and not may.everywhere:
        raise wrong("/school_id", "school_needed", "Say at which of your schools")
    if school_id is not None and school_id not in may.schools:
        raise wrong("/school_id", "school_not_yours", "It was not promised to this school, or the school is not yours")
    return before, promise, kind, may.side


def _said(promise: Mapping[str, Any], school_id: UUID | None) -> Mapping[str, Any] | None:
    wanted = None if school_id is None else str(school_id)
    same = (each for each in promise["words"] if (None if each["school"] is None else each["school"]["id"]) == wanted)
    return next(same, None)


async def _mark(
    tx: Tx, before: Mapping[str, Any], promise: Mapping[str, Any], kind: str, school_id: UUID | None, on: date | None
) -> None:
    """What came everywhere it was promised carries the day on itself, for whoever counts deliveries."""
    places = queries.named_schools(before) if promise.get("school") is None else {UUID(promise["school"]["id"])}
    if kind == "resource_id" and (school_id is None or places == {school_id}):
        await tx.run(_deliver(), promise_id=promise["id"], on=on)


def _about(promise_id: UUID, school_id: UUID | None) -> dict[str, Any]:
    named = {"promise_id": [promise_id, promise_id]}
    return named if school_id is None else {**named, "school_id": [school_id, school_id]}
