"""Assessments, needs and evidence for a test's scene."""

from typing import Any
from uuid import UUID

from alongside.needs.models import Need, NeedEvidence, NeedsAssessment
from tests.world import TODAY, World


async def an_assessment(
    world: World,
    *,
    school: UUID,
    status: str = "published",
    kind: str = "comprehensive",
    school_year: str = "2019-2020",
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """A school's assessment, published today unless said otherwise."""
    own: dict[str, Any] = {"published_on": TODAY if status == "published" else None, **values}
    return await world.add(
        NeedsAssessment, tenant=tenant, school_id=school, status=status, kind=kind, school_year=school_year, **own
    )


async def a_need(
    world: World,
    *,
    school: UUID,
    assessment: UUID,
    title: str = "More students at school every day",
    area_code: str = "attendance",
    status: str = "prioritized",
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """A need in an assessment."""
    own = {"current_condition": "One student in five misses a month of school", **values}
    return await world.add(
        Need, tenant=tenant, school_id=school, assessment_id=assessment, title=title, area_code=area_code,
        status=status, **own,
    )  # fmt: skip


async def an_evidence(
    world: World,
    *,
    need: UUID,
    statement: str = "Families say mornings are hard",
    source: str = "Family meeting, October",
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """Somebody's account under a need, unless a measure is given."""
    return await world.add(NeedEvidence, tenant=tenant, need_id=need, statement=statement, source=source, **values)
