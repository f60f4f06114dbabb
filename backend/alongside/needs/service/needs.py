"""Needs in an assessment: named, edited, rated, removed, and moved along."""

from typing import Any
from uuid import UUID

from sqlalchemy import Delete, delete

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.moves import make_move
from alongside.core.record import difference, record
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal
from alongside.needs import queries
from alongside.needs.errors import NeedCannotMove, NeedInUse, NeedsAssessmentClosed
from alongside.needs.events import NEED_MOVED, NeedAdded, NeedChanged, NeedEvidenceAdded, NeedRemoved
from alongside.needs.models import Need
from alongside.needs.rules import CRITERIA, EDITABLE, NEED, need_needs_of, path_of, score
from alongside.needs.schemas import NeedCreate, NeedUpdate

from .evidence import put_evidence, worded
from .writing import add_need_row, check_open, check_terms, lock_open, put_in_order, told_of_needs, write_need

n = columns(Need)


@statement
def _remove() -> Delete:
    return delete(table(Need)).where(n.tenant_id == TENANT, n.id == a_key("need"))


async def add(tx: Tx, principal: Principal, assessment_id: UUID, body: NeedCreate) -> dict[str, Any]:
    """Name a need. Raises NotYourSchool, NeedsAssessmentClosed, Unprocessable."""
    assessment = await lock_open(tx, principal, assessment_id)
    values = body.model_dump(exclude={"evidence"})
    await check_terms(tx, values)
    proofs = await worded(tx, assessment["school_id"], body.evidence)
    need_id = new_id()
    ratings = {name: values[name] for name in CRITERIA if values[name] is not None}
    own = {"assessment_id": assessment_id, "school_id": assessment["school_id"], "status": NEED.initial}
    await add_need_row(tx, need_id, {**own, **values, "score": score(ratings)})
    changed = {name: [None, value] for name, value in values.items() if value not in (None, [])}
    record(tx, NeedAdded(object_id=need_id, changed=changed))
    for proof in proofs:
        evidence_id = await put_evidence(tx, need_id, proof)
        told = {"evidence_id": [None, evidence_id], "statement": [None, proof["statement"]]}
        record(tx, NeedEvidenceAdded(object_id=need_id, changed=told))
    await put_in_order(tx, assessment_id)
    await told_of_needs(tx, assessment_id, need_id)
    return await queries.get(tx, principal, need_id)


async def change(tx: Tx, principal: Principal, need_id: UUID, body: NeedUpdate, if_match: IfMatch) -> dict[str, Any]:
    """Edit or rate a need; its score follows. Raises NotYourSchool, NeedsAssessmentClosed, Unprocessable."""
    row = await queries.lock(tx, principal, need_id)
    check_open(principal, row["school_id"], row["assessment_status"])
    require_version(if_match, row["version"])
    changed = difference(row, body.given())
    if changed:
        values = {name: told for name, (_, told) in changed.items()}
        await check_terms(tx, values)
        ratings = {name: rating for name in CRITERIA if (rating := values.get(name, row[name])) is not None}
        version = await write_need(tx, need_id, {**values, "score": score(ratings)})
        record(tx, NeedChanged(object_id=need_id, version=version, changed=changed))
        await put_in_order(tx, row["assessment_id"])
        await told_of_needs(tx, row["assessment_id"], need_id)
    return await queries.get(tx, principal, need_id)


async def remove(tx: Tx, principal: Principal, need_id: UUID, if_match: IfMatch) -> None:
    """Take a need out of an assessment that is worked on. Raises NotYourSchool, NeedsAssessmentClosed, NeedInUse."""
    row = await queries.lock(tx, principal, need_id)
    check_open(principal, row["school_id"], row["assessment_status"])
    require_version(if_match, row["version"])
    if await queries.is_used(tx, need_id):
        raise NeedInUse
    await tx.run(_remove(), need=need_id)
    record(tx, NeedRemoved(object_id=need_id, version=row["version"], changed={"title": [row["title"], None]}))
    await put_in_order(tx, row["assessment_id"])
    await told_of_needs(tx, row["assessment_id"], need_id)


async def move(
    tx: Tx, principal: Principal, need_id: UUID, verb: str, if_match: IfMatch, reason: str | None = None
) -> dict[str, Any]:
    """Take one step of a need, also once it is published. Raises NotYourMove, NeedCannotMove."""
    row = await queries.lock(tx, principal, need_id)
    check_version(if_match, row["version"])
    if row["assessment_status"] == "superseded":
        raise NeedsAssessmentClosed
    guard = need_needs_of(path_of(row["assessment_kind"]), queries.facts_of(row))
    actors = queries.actors_at(principal, row["school_id"])
    made = make_move(NEED, verb, row["status"], actors, guard, NeedCannotMove)
    values: dict[str, Any] = {"status": made.to_state}
    is_open = row["assessment_status"] in EDITABLE
    if is_open and made.to_state in {"deferred", "dropped"}:
        values["rank_reason"] = None
    version = await write_need(tx, need_id, values)
    changed = difference(row, values)
    record(tx, NEED_MOVED[verb](object_id=need_id, version=version, changed=changed, reason=reason))
    if is_open:
        # what is published keeps the order in which it was published
        await put_in_order(tx, row["assessment_id"])
    await told_of_needs(tx, row["assessment_id"], need_id)
    return await queries.get(tx, principal, need_id)
