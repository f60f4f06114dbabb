"""How many students a school has, by group; shares are worked out from what is shown and from nothing else."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select

from alongside.core.db import Executor, Row
from alongside.core.statements import TENANT, Query, a_key, statement
from alongside.identity.principal import Principal
from alongside.measures.groups import EVERYBODY, POPULATION, dimension_of
from alongside.measures.suppression import guarded

from .catalogue import GUARDED, m
from .published import get_school

g = GUARDED.c


@statement
def _counts() -> Query:
    return (
        select(g.period, g.group_key, g.value, g.hidden, g.source, g.as_of_on, g.observed_at)
        .join(m.id.table, and_(m.tenant_id == TENANT, m.id == g.measure_id, m.key == POPULATION))
        .where(g.tenant_id == TENANT, g.school_id == a_key("school_id"), g.value.is_not(None) | g.hidden.is_not(None))
        .order_by(g.period.desc(), g.observed_at.desc(), g.source, g.group_key)
    )


async def count_students(db: Executor, principal: Principal, school_id: UUID, period: str | None) -> dict[str, Any]:
    """Students by group in a period (the latest unless named), of the source last observed; SchoolNotFound."""
    school = await get_school(db, school_id)
    rows = await db.rows(_counts(), school_id=school_id)
    periods = sorted({row["period"] for row in rows})
    chosen = period or (periods[-1] if periods else None)
    within = [row for row in rows if row["period"] == chosen]
    source = within[0]["source"] if within else None
    counts = {row["group_key"]: row for row in within if row["source"] == source}
    total = counts.get(EVERYBODY)
    dimensions: dict[str, list[dict[str, Any]]] = defaultdict(list)
    single = []
    for key, row in counts.items():
        dimension = dimension_of(key)
        if dimension is not None:
            dimensions[dimension].append(_group(key.partition(":")[2], row, total))
        elif key != EVERYBODY:
            single.append(_group(key, row, total))
    return {
        "school": school,
        "period": chosen if within else None,
        "periods": periods,
        "source": source,
        "as_of_on": within[0]["as_of_on"] if within else None,
        "min_n": principal.tenant.min_n,
        "total": None if total is None else guarded(total["value"], total["hidden"]),
        "dimensions": [{"key": key, "groups": groups} for key, groups in sorted(dimensions.items())],
        "groups": single,
    }


def _group(key: str, row: Row, total: Row | None) -> dict[str, Any]:
    everyone = None if total is None else total["value"]
    share = None
    if row["value"] is not None and everyone:
        share = round(row["value"] * 100 / everyone, 1)
    return {"key": key, **guarded(row["value"], row["hidden"]), "share": share}
