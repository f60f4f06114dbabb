"""Closing a school from a day on, merging it into another, and opening it again."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Update, bindparam, func, update

from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.moves import make_move
from alongside.core.record import Event, difference, record
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal
from alongside.schools import queries, rules
from alongside.schools.errors import SchoolCannotMove, SchoolNotFound
from alongside.schools.events import SchoolClosed, SchoolReopened
from alongside.schools.models import School
from alongside.schools.schemas import SchoolClosing

s = columns(School)


def _moved() -> Update:
    names = ("status", "closed_on", "successor_school_id")
    return (
        update(table(School))
        .where(s.tenant_id == TENANT, s.id == a_key("school"))
        .values(
            **{name: bindparam(f"new_{name}", type_=s[name].type) for name in names},
            version=s.version + 1, updated_at=func.tenant_now(),
        )
    )  # fmt: skip


_move = statement(_moved)


async def close(
    tx: Tx, principal: Principal, school_id: UUID, body: SchoolClosing, if_match: IfMatch
) -> dict[str, Any]:
    """Close a school from a day on, or merge it into another. Raises NotYourMove, SchoolCannotMove, Unprocessable."""
    before = await queries.lock(tx, school_id)
    check_version(if_match, before["version"])
    made = make_move(rules.SCHOOL, "close", before["status"], queries.actors_of(principal), problem=SchoolCannotMove)
    closed_on = body.closed_on or principal.today
    successor = body.successor_school_id
    if successor is not None:
        await _check_successor(tx, school_id, successor, closed_on)
    after = {
        "status": made.to_state if successor is None else "merged",
        "closed_on": closed_on,
        "successor_school_id": successor,
    }
    await _write(tx, before, after, SchoolClosed, body.reason)
    return await queries.get(tx, principal, school_id)


async def reopen(tx: Tx, principal: Principal, school_id: UUID, if_match: IfMatch) -> dict[str, Any]:
    """Open a school again, or call its closing off. Raises NotYourMove, SchoolCannotMove."""
    before = await queries.lock(tx, school_id)
    check_version(if_match, before["version"])
    made = make_move(rules.SCHOOL, "reopen", before["status"], queries.actors_of(principal), problem=SchoolCannotMove)
    after = {"status": made.to_state, "closed_on": None, "successor_school_id": None}
    await _write(tx, before, after, SchoolReopened)
    return await queries.get(tx, principal, school_id)


async def _check_successor(tx: Tx, school_id: UUID, successor: UUID, closed_on: date) -> None:
    """Another school of the district, open on the day."""
    if successor == school_id:
        raise wrong("/successor_school_id", "same_school", "A school is not merged into itself")
    try:
        other = await queries.lock(tx, successor)
    except SchoolNotFound:
        raise wrong("/successor_school_id", "unresolved_reference", "There is no such school") from None
    if not rules.is_open(other["status"], other["closed_on"], closed_on):
        raise wrong("/successor_school_id", "school_closed", "That school is closed on this day")


async def _write(
    tx: Tx, before: Mapping[str, Any], after: Mapping[str, Any], event: type[Event], reason: str | None = None
) -> None:
    await tx.run(_move(), school=before["id"], **{f"new_{name}": value for name, value in after.items()})
    changed = difference(before, after)
    record(tx, event(object_id=before["id"], version=before["version"] + 1, changed=changed, reason=reason))
