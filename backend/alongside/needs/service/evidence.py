"""What proves a need: a proposal of the published measures that is accepted, or somebody's account."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Delete, Insert, bindparam, delete, insert

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import FieldError, Unprocessable, wrong
from alongside.core.record import record
from alongside.core.statements import TENANT, a_key, columns, statement, table
from alongside.identity.principal import Principal
from alongside.needs import queries
from alongside.needs.errors import EvidenceThere
from alongside.needs.events import NeedEvidenceAdded, NeedEvidenceRemoved
from alongside.needs.models import NeedEvidence
from alongside.needs.queries.evidence import Proposed
from alongside.needs.schemas import EvidenceCreate

from .writing import check_open, told_of_needs, write_need

e = columns(NeedEvidence)
TOLD = ("measure_id", "period", "statement", "source")


@statement
def _add() -> Insert:
    told = {name: bindparam(f"new_{name}", type_=e[name].type) for name in TOLD}
    return insert(table(NeedEvidence)).values(tenant_id=TENANT, id=a_key("new_id"), need_id=a_key("need"), **told)


@statement
def _remove() -> Delete:
    return delete(table(NeedEvidence)).where(e.tenant_id == TENANT, e.id == a_key("evidence"))


async def add_evidence(
    tx: Tx, principal: Principal, need_id: UUID, body: EvidenceCreate, if_match: IfMatch
) -> dict[str, Any]:
    """Put evidence under a need; of a proposal the server works the sentence out anew and keeps it.

    Raises NotYourSchool, NeedsAssessmentClosed, EvidenceThere, Unprocessable.
    """
    row = await queries.lock(tx, principal, need_id)
    check_open(principal, row["school_id"], row["assessment_status"])
    check_version(if_match, row["version"])
    (values,) = await worded(tx, row["school_id"], [body], at=None)
    for piece in await queries.evidence_of(tx, need_id):
        if _is_same(piece, values):
            raise EvidenceThere
    evidence_id = await put_evidence(tx, need_id, values)
    version = await write_need(tx, need_id, {})
    changed = {"evidence_id": [None, evidence_id], "statement": [None, values["statement"]]}
    record(tx, NeedEvidenceAdded(object_id=need_id, version=version, changed=changed))
    await told_of_needs(tx, row["assessment_id"], need_id)
    return await queries.get(tx, principal, need_id)


async def remove_evidence(tx: Tx, principal: Principal, need_id: UUID, evidence_id: UUID, if_match: IfMatch) -> None:
    """Take evidence away again. Raises NotYourSchool, NeedsAssessmentClosed, EvidenceNotFound."""
    row = await queries.lock(tx, principal, need_id)
    check_open(principal, row["school_id"], row["assessment_status"])
    require_version(if_match, row["version"])
    piece = await queries.get_evidence(tx, need_id, evidence_id)
    await tx.run(_remove(), evidence=evidence_id)
    version = await write_need(tx, need_id, {})
    changed = {"evidence_id": [evidence_id, None], "statement": [piece["statement"], None]}
    record(tx, NeedEvidenceRemoved(object_id=need_id, version=version, changed=changed))
    await told_of_needs(tx, row["assessment_id"], need_id)


async def put_evidence(tx: Tx, need_id: UUID, values: Mapping[str, Any]) -> UUID:
    """The row of a piece of evidence under a need."""
    evidence_id = new_id()
    await tx.run(_add(), new_id=evidence_id, need=need_id, **{f"new_{name}": values[name] for name in TOLD})
    return evidence_id


def _is_same(piece: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """A measure counts once for its period, an account once in its words."""
    if any(piece[name] != other[name] for name in ("measure_id", "period")):
        return False
    return other["measure_id"] is not None or bool(piece["statement"] == other["statement"])


async def worded(
    tx: Tx, school_id: UUID, given: Sequence[EvidenceCreate], at: str | None = "/evidence"
) -> list[dict[str, Any]]:
    """Evidence as it is stored. `at` is where the list stands in the body, none for a body that is one piece."""
    asked = any(body.measure is not None and body.period is not None for body in given)
    known = await queries.proposals(tx, school_id) if asked else []
    proposed = {(one.proposal.measure, one.period): one for one in known}
    found: list[dict[str, Any]] = []
    for place, body in enumerate(given):
        pointer = "" if at is None else f"{at}/{place}"
        values = _worded(body, proposed, pointer)
        if any(_is_same(piece, values) for piece in found):
            raise wrong(pointer, "twice", "This evidence is given twice")
        found.append(values)
    return found


def _worded(body: EvidenceCreate, proposals: Mapping[tuple[str, str], Proposed], at: str) -> dict[str, Any]:
    """One piece as it is stored; a proposal or an account, never both."""
    proposed = {"measure", "period"}
    told = {"statement", "source"}
    given = {name for name in proposed | told if getattr(body, name) is not None}
    wanted = proposed if given & proposed else told
    missing = sorted(wanted - given)
    over = sorted(given - wanted)
    if missing or over:
        raise Unprocessable(
            errors=[
                *(FieldError(f"{at}/{name}", "required", "Give a measure and its period, or words and who said them")
                  for name in missing),
                *(FieldError(f"{at}/{name}", "not_both", "Give a proposal or an account, not both") for name in over),
            ]
        )  # fmt: skip
    if wanted is told:
        return {"measure_id": None, "period": None, "statement": body.statement, "source": body.source}
    one = proposals.get((str(body.measure), str(body.period)))
    if one is None:
        raise wrong(
            f"{at}/measure", "not_proposed", "The school's published values do not propose this measure and period"
        )
    return {
        "measure_id": one.measure_id,
        "period": one.period,
        "statement": one.proposal.sentence,
        "source": one.source,
    }
