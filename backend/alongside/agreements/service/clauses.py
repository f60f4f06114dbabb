"""Saying how far a clause of the checklist is."""

from typing import Any
from uuid import UUID

from alongside.agreements import queries, rules
from alongside.agreements.errors import ClauseNotFound, ClausesFixed, NotYourClause, PersonNeeded
from alongside.agreements.events import ClauseMoved
from alongside.agreements.models import ClauseWord
from alongside.agreements.schemas import ClauseWrite
from alongside.core.conditional import IfMatch, require_version
from alongside.core.db import Tx
from alongside.core.record import record
from alongside.identity.principal import Principal

from . import write


async def move_clause(
    tx: Tx, principal: Principal, agreement_id: UUID, code: str, body: ClauseWrite, if_match: IfMatch
) -> dict[str, Any]:
    """One side's word on a clause; said again with nothing new, nothing happens.

    Raises ClauseNotFound (also where the district keeps no checklist), PersonNeeded, NotYourClause, ClausesFixed.
    """
    before = await queries.lock(tx, principal, agreement_id)
    if principal.person_id is None:
        raise PersonNeeded
    side = queries.clause_side(principal, before)
    if side is None:
        raise NotYourClause
    require_version(if_match, before["version"])
    clause = next((each for each in queries.clauses_of(before) if each.code == code), None)
    if clause is None or not principal.tenant.has_clause_checklist:
        raise ClauseNotFound
    if before["status"] not in rules.DISCUSSED:
        raise ClausesFixed(state=before["status"])
    if clause.state == body.state and body.note is None:
        return await queries.get(tx, principal, agreement_id)
    row = {"agreement_id": agreement_id, "code": code, "state": body.state, "note": body.note, "side": side}
    await write.add(tx, ClauseWord, {**row, "said_by_id": principal.person_id, "said_at": principal.now})
    version = await write.change(tx, agreement_id, {})
    changed = {"clause": [clause.title, clause.title], "state": [clause.state, body.state]}
    record(tx, ClauseMoved(object_id=agreement_id, version=version, changed=changed, reason=body.note))
    return await queries.get(tx, principal, agreement_id)
