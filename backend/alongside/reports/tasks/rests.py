"""Agreements to renew whose programs all rest in the summer that follows their last day (ADR 0025)."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import any_, func, select

from alongside.agreements.models import AgreementProgram
from alongside.core.db import Executor
from alongside.core.statements import TENANT, Query, columns, statement, the_keys
from alongside.partners.models import Program
from alongside.schools.queries import years_of_instruction
from alongside.schools.seasons import Rest, rest_after

ap, g = columns(AgreementProgram), columns(Program)


@statement
def _times() -> Query:
    return (
        select(ap.agreement_id, func.jsonb_agg(func.to_jsonb(g.times_of_day)).label("times"))
        .where(
            ap.tenant_id == TENANT, ap.agreement_id == any_(the_keys("ids")), g.tenant_id == TENANT,
            g.id == ap.program_id,
        )
        .group_by(ap.agreement_id)
    )  # fmt: skip


async def resting(db: Executor, ending: Mapping[UUID, date]) -> dict[UUID, Rest]:
    """Of agreements with their last days those whose programs rest afterwards."""
    if not ending:
        return {}
    years = await years_of_instruction(db)
    rests = {
        row["agreement_id"]: rest_after(
            ending[row["agreement_id"]], [frozenset(times) for times in row["times"]], years
        )
        for row in await db.rows(_times(), ids=list(ending))
    }
    return {key: rest for key, rest in rests.items() if rest is not None}
