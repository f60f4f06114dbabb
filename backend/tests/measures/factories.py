"""Measures and their observations, for a test to act on."""

from typing import Any
from uuid import UUID

from alongside.core.clock import new_id
from alongside.measures.models import Measure, Observation, ObservationBatch
from tests.world import World


async def a_measure(
    world: World,
    *,
    key: str = "attendance_rate",
    name: str = "Attendance",
    unit: str = "percent",
    direction: str = "increase",
    area_code: str | None = "attendance",
    may_be_evidence: bool = True,
    is_for_partners: bool = True,
    is_headline: bool = True,
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """A measure of the catalogue."""
    return await world.add(
        Measure, tenant=tenant, key=key, name=name, unit=unit, direction=direction, area_code=area_code,
        may_be_evidence=may_be_evidence, is_for_partners=is_for_partners, is_headline=is_headline, **values,
    )  # fmt: skip


async def an_observation(
    world: World,
    *,
    measure: UUID,
    school: UUID | None,
    period: str = "2018-2019",
    group: str = "all",
    value: float | None = None,
    source: str = "District dashboard",
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """An observation with a batch of its own; without a school it is the district's published value."""
    batch = await world.add(ObservationBatch, tenant=tenant, id=new_id(), kind="entry", source=source)
    return await world.add(
        Observation, tenant=tenant, measure_id=measure, school_id=school, batch_id=batch, period=period,
        group_key=group, value=value, source=source, **values,
    )  # fmt: skip
