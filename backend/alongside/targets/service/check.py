"""Checking results: the school's side says whether what was reported is so."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, literal_column, select, update

from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.moves import make_move
from alongside.core.record import record
from alongside.core.statements import TENANT, a_day, a_key, a_text, columns, statement, table
from alongside.identity.principal import Principal
from alongside.targets import queries, rules
from alongside.targets.errors import ResultCannotMove
from alongside.targets.events import ResultRejected, ResultRestored, ResultVerified
from alongside.targets.models import Result

from .small_groups import hide_small_groups

r = columns(Result)


@statement
def _mark() -> Any:
    return (
        update(table(Result))
        .where(r.tenant_id == TENANT, r.id == a_key("of"))
        .values(
            status=a_text("state"),
            status_reason=a_text("why"),
            verified_by_id=a_key("checker"),
            version=r.version + literal_column("1"),
            updated_at=func.tenant_now(),
        )
    )


@statement
def _corrected() -> Select[*tuple[Any, ...]]:
    """What had been verified for the school and day before it was corrected."""
    return (
        select(r.id, r.version, r.verified_by_id)
        .where(
            r.tenant_id == TENANT,
            r.target_id == a_key("target"),
            r.school_id == a_key("school"),
            r.as_of_on == a_day("day"),
            r.status == "superseded",
            r.verified_by_id.is_not(None),
        )
        .order_by(r.entered_at.desc(), r.id.desc())
        .limit(literal_column("1"))
    )


async def _checkable(tx: Tx, principal: Principal, result_id: UUID, verb: str, if_match: IfMatch) -> Mapping[str, Any]:
    """The result, its target locked, when the caller may make this move."""
    await queries.lock(tx, principal, await queries.target_of(tx, principal, result_id))
    row = await queries.result_row(tx, principal, result_id)
    check_version(if_match, row["version"])
    actors = queries.result_actors(row, principal)
    make_move(rules.RESULT, verb, row["status"], actors, queries.result_needs(row, principal), ResultCannotMove)
    return row


async def verify(tx: Tx, principal: Principal, result_id: UUID, if_match: IfMatch) -> dict[str, Any]:
    """Say that a result is so."""
    row = await _checkable(tx, principal, result_id, "verify", if_match)
    await tx.run(_mark(), of=result_id, state="verified", why=None, checker=principal.person_id)
    changed = {"status": [row["status"], "verified"]}
    record(tx, ResultVerified(object_id=result_id, version=row["version"] + 1, changed=changed))
    return await queries.get_result(tx, principal, result_id)


async def reject(tx: Tx, principal: Principal, result_id: UUID, reason: str, if_match: IfMatch) -> dict[str, Any]:
    """Say that a result is not so. What had been verified before this corrected it stands again."""
    row = await _checkable(tx, principal, result_id, "reject", if_match)
    await tx.run(_mark(), of=result_id, state="rejected", why=reason, checker=None)
    changed = {"status": [row["status"], "rejected"]}
    record(tx, ResultRejected(object_id=result_id, version=row["version"] + 1, changed=changed, reason=reason))
    if row["status"] == "submitted":
        place = {"target": row["target_id"], "school": row["school_id"], "day": row["as_of_on"]}
        if (before := await tx.row(_corrected(), **place)) is not None:
            await tx.run(_mark(), of=before["id"], state="verified", why=None, checker=before["verified_by_id"])
            record(tx, ResultRestored(object_id=before["id"], version=before["version"] + 1))
    await hide_small_groups(tx, [row["target_id"]])
    return await queries.get_result(tx, principal, result_id)
