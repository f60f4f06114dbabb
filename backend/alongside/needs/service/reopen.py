"""Opening an approved assessment again: its next version, with the same needs and evidence, in draft."""

from typing import Any
from uuid import UUID

from sqlalchemy import Insert, func, insert, select

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Tx
from alongside.core.moves import make_move
from alongside.core.record import record
from alongside.core.statements import TENANT, a_key, columns, statement, table, the_keys
from alongside.identity.principal import Principal
from alongside.needs import queries
from alongside.needs.errors import NeedsAssessmentCannotMove, NeedsAssessmentExists
from alongside.needs.events import AssessmentReopened, AssessmentStarted, AssessmentSuperseded
from alongside.needs.models import Need, NeedEvidence
from alongside.needs.rules import ASSESSMENT

from .writing import add_assessment, write_assessment

n, e = columns(Need), columns(NeedEvidence)

KEPT = ("school_id", "school_year", "kind", "lead_person_id", "note")
_NEED = [each.name for each in n if each.name not in
         ("tenant_id", "id", "assessment_id", "version", "created_at", "updated_at")]  # fmt: skip


@statement
def _carry_needs() -> Insert:
    pair = func.unnest(the_keys("old"), the_keys("new")).table_valued("old_id", "new_id").render_derived("pair").c
    carried = select(n.tenant_id, pair.new_id, a_key("next_id"), *(n[name] for name in _NEED)).where(
        n.tenant_id == TENANT, n.id == pair.old_id
    )
    return insert(table(Need)).from_select(
        ["tenant_id", "id", "assessment_id", *_NEED], carried, include_defaults=False
    )


@statement
def _carry_evidence() -> Insert:
    trio = func.unnest(the_keys("old"), the_keys("new"), the_keys("needs"))
    put = trio.table_valued("old_id", "new_id", "need_id").render_derived("put").c
    carried = select(e.tenant_id, put.new_id, put.need_id, e.measure_id, e.period, e.statement, e.source).where(
        e.tenant_id == TENANT, e.id == put.old_id
    )
    names = ["tenant_id", "id", "need_id", "measure_id", "period", "statement", "source"]
    return insert(table(NeedEvidence)).from_select(names, carried, include_defaults=False)


async def reopen(tx: Tx, principal: Principal, assessment_id: UUID, reason: str, if_match: IfMatch) -> dict[str, Any]:
    """Begin the next version; what is published stays so until that one is.

    Raises NotYourMove, NeedsAssessmentCannotMove, and NeedsAssessmentExists while a next version is worked on.
    """
    row = await queries.lock_assessment(tx, principal, assessment_id)
    check_version(if_match, row["version"])
    actors = queries.actors_at(principal, row["school_id"])
    made = make_move(ASSESSMENT, "reopen", row["status"], actors, problem=NeedsAssessmentCannotMove)
    for current in await queries.current_of(tx, row["school_id"], row["school_year"], row["kind"]):
        if current["id"] != assessment_id:
            raise NeedsAssessmentExists(existing={"id": current["id"], "status": current["status"]})
    version, next_id = row["version"], new_id()
    if row["status"] == "approved":
        # it was never read outside the school, so nothing stands until the next version does
        version = await write_assessment(tx, assessment_id, {"status": "superseded"})
        gone = {"status": ["approved", "superseded"], "next_id": [None, next_id]}
        record(tx, AssessmentSuperseded(object_id=assessment_id, version=version, changed=gone))
    told = {"next_id": [None, next_id]}
    record(tx, AssessmentReopened(object_id=assessment_id, version=version, changed=told, reason=reason))
    values = {**{name: row[name] for name in KEPT}, "status": made.to_state}
    await add_assessment(tx, next_id, values)
    await _carry(tx, assessment_id, next_id)
    begun = {name: [None, values[name]] for name in ("school_id", "school_year", "kind", "status")}
    begun["after_id"] = [None, assessment_id]
    record(tx, AssessmentStarted(object_id=next_id, changed=begun, reason=reason))
    return await queries.get_assessment(tx, principal, next_id)


async def _carry(tx: Tx, assessment_id: UUID, next_id: UUID) -> None:
    """The needs of one version, with their evidence, into the next."""
    needs = {need["id"]: new_id() for need in await queries.needs_of(tx, assessment_id)}
    if not needs:
        return
    await tx.run(_carry_needs(), old=list(needs), new=list(needs.values()), next_id=next_id)
    pieces = [
        (piece["id"], new_id(), copy) for old, copy in needs.items() for piece in await queries.evidence_of(tx, old)
    ]
    if pieces:
        old, new, of = (list(each) for each in zip(*pieces, strict=True))
        await tx.run(_carry_evidence(), old=old, new=new, needs=of)
