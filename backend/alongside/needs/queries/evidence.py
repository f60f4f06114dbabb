"""What a school's published measures propose as evidence, in sentences."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select

from alongside.core.db import Executor, Tx
from alongside.core.statements import TENANT, Query, a_key, columns, statement
from alongside.identity.principal import Principal
from alongside.measures.queries import evidence_for
from alongside.needs.errors import EvidenceNotFound, NotYourSchool
from alongside.needs.models import NeedEvidence
from alongside.needs.rules import EvidenceMeasure, EvidenceProposal, propose_evidence

from .assessments import get_assessment
from .standing import is_ours

e = columns(NeedEvidence)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal with where it comes from."""

    proposal: EvidenceProposal
    measure_id: UUID
    label: str
    area_code: str | None
    period: str
    source: str

    def as_json(self) -> dict[str, Any]:
        return {
            "measure": self.proposal.measure,
            "label": self.label,
            "area_code": self.area_code,
            "period": self.period,
            "gap": float(self.proposal.gap),
            "sentence": self.proposal.sentence,
        }


def _number_or_text(value: Decimal | None, text: str | None) -> Decimal | str | None:
    return text if value is None else value


async def proposals(db: Executor, school_id: UUID) -> list[Proposed]:
    """The measures in which the school stands worse than the district, widest gap in proportion first."""
    found = []
    for row in await evidence_for(db, school_id):
        measure = EvidenceMeasure(row["key"], row["label"], row["unit"], row["direction"], row["may_be_evidence"])
        proposal = propose_evidence(
            measure,
            _number_or_text(row["value"], row["value_text"]),
            _number_or_text(row["district_value"], row["district_text"]),
            row["period"],
        )
        if proposal is not None:
            found.append(
                Proposed(proposal, row["measure_id"], row["label"], row["area_code"], row["period"], row["source"])
            )
    return sorted(found, key=lambda one: (-one.proposal.share, one.proposal.measure))


async def propose_for(db: Executor, principal: Principal, assessment_id: UUID) -> list[dict[str, Any]]:
    """What an assessment's school may put forward. Raises NeedsAssessmentNotFound, NotYourSchool.

    For the school's own people and the district: what is wrong elsewhere is not for others to compile.
    """
    assessment = await get_assessment(db, principal, assessment_id)
    school_id: UUID = assessment["school"]["id"]
    if not is_ours(principal, school_id):
        raise NotYourSchool
    return [one.as_json() for one in await proposals(db, school_id)]


@statement
def _of_need() -> Query:
    return select(e.id, e.measure_id, e.period, e.statement, e.source).where(
        e.tenant_id == TENANT, e.need_id == a_key("need")
    )


async def evidence_of(tx: Tx, need_id: UUID) -> list[dict[str, Any]]:
    """All evidence under a need that the caller has locked."""
    return [dict(row) for row in await tx.rows(_of_need(), need=need_id)]


async def get_evidence(tx: Tx, need_id: UUID, evidence_id: UUID) -> dict[str, Any]:
    """One piece of evidence under a need that the caller has locked, or EvidenceNotFound."""
    for piece in await evidence_of(tx, need_id):
        if piece["id"] == evidence_id:
            return piece
    raise EvidenceNotFound
