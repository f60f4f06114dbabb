"""What a new version of a target takes over from the one it revises: the results that are about the same thing."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, Uuid, and_, column, func, insert, or_, select
from sqlalchemy.orm import aliased

from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.statements import TENANT, a_day, a_key, columns, statement, table, the_keys
from alongside.targets.models import Result, Target, TargetSchool

from .small_groups import hide_small_groups

r, t, ts = columns(Result), columns(Target), columns(TargetSchool)
old = aliased(table(Target), name="old")
SAME = ("unit", "measure", "aggregation", "population", "population_words")
CARRIED = ("school_id", "as_of_on", "value", "numerator", "denominator", "population", "status", "source", "note",
           "entered_by_id", "entered_for_partner_id", "verified_by_id", "entered_at")  # fmt: skip


@statement
def _fitting() -> Select[*tuple[Any, ...]]:
    """The old version's results that stand, of schools that are in the new one and days within its period."""
    return (
        select(r.id)
        .select_from(
            r.id.table.join(old, and_(old.c.tenant_id == r.tenant_id, old.c.id == r.target_id))
            .join(t.id.table, and_(t.tenant_id == r.tenant_id, t.revises_id == old.c.id))
            .join(ts.id.table, and_(ts.tenant_id == t.tenant_id, ts.target_id == t.id, ts.school_id == r.school_id))
        )
        .where(
            r.tenant_id == TENANT,
            t.id == a_key("following"),
            or_(r.status == "submitted", r.status == "verified"),
            r.as_of_on.between(a_day("starts_on"), a_day("ends_on")),
            *(old.c[name] == t[name] for name in SAME),
        )
    )


@statement
def _carry() -> Any:
    pair = (
        func.unnest(the_keys("old_ids"), the_keys("new_ids"))
        .table_valued(column("old_id", Uuid), column("new_id", Uuid))
        .render_derived(name="pair")
    )
    taken = select(
        TENANT.label("tenant_id"), pair.c.new_id, a_key("following").label("target_id"), *(r[name] for name in CARRIED)
    ).select_from(r.id.table.join(pair, and_(r.tenant_id == TENANT, r.id == pair.c.old_id)))
    return insert(table(Result)).from_select(["tenant_id", "id", "target_id", *CARRIED], taken)


async def carry_results(tx: Tx, row: Mapping[str, Any]) -> int:
    """Copy what fits into the version that opens; how many. The old version keeps its own."""
    if row["revises_id"] is None:
        return 0
    found = await tx.rows(
        _fitting(), following=row["id"], starts_on=row["period_starts_on"], ends_on=row["period_ends_on"]
    )
    ids = [each["id"] for each in found]
    if ids:
        await tx.run(_carry(), following=row["id"], old_ids=ids, new_ids=[new_id() for _ in ids])
        await hide_small_groups(tx, [row["id"]])
    return len(ids)
