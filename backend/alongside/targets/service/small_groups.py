"""Hiding small groups among the results of a target: computed over all its schools for a day, stored beside each."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, and_, any_, column, func, select, update
from sqlalchemy.types import Text

from alongside.core.db import Tx
from alongside.core.statements import TENANT, Query, columns, statement, table, the_keys, the_texts
from alongside.measures.suppression import Reason, suppress, suppress_rate
from alongside.targets import rules
from alongside.targets.models import Result, Target, TargetSchool
from alongside.targets.queries import terms_of

r, t, ts = columns(Result), columns(Target), columns(TargetSchool)
CURRENT = frozenset({"submitted", "verified"})


@statement
def _sizes(of_all: bool) -> Query:
    chosen = () if of_all else (r.target_id == any_(the_keys("targets")),)
    return (
        select(
            r.id, r.target_id, r.school_id, r.as_of_on, r.status, r.value, r.numerator, r.denominator, r.population,
            r.hidden,
            ts.word,
            *(column for column in t if column.name not in r and column.name != "tenant_id"),
        )
        .select_from(
            r.id.table.join(t.id.table, and_(t.tenant_id == r.tenant_id, t.id == r.target_id)).join(
                ts.id.table,
                and_(ts.tenant_id == r.tenant_id, ts.target_id == r.target_id, ts.school_id == r.school_id),
            )
        )
        .where(r.tenant_id == TENANT, *chosen)
    )  # fmt: skip


@statement
def _hide() -> Any:
    told = (
        func.unnest(the_keys("ids"), the_texts("reasons"))
        .table_valued(column("id", Uuid), column("reason", Text))
        .render_derived(name="told")
    )
    return (
        update(table(Result))
        .where(r.tenant_id == TENANT, r.id == told.c.id)
        .values(hidden=func.nullif(told.c.reason, ""))
    )


async def hide_small_groups(tx: Tx, targets: Collection[UUID] | None = None) -> int:
    """Bring what is hidden up to date, for some targets or for all of the tenant; how many results changed.

    The minimum is read under a lock that waits for whoever is changing it.
    """
    min_n: int = await tx.connection.fetchval("select min_n from tenant where id = $1 for share", tx.tenant_id)
    days: dict[tuple[UUID, date], list[Mapping[str, Any]]] = defaultdict(list)
    rows = await tx.rows(_sizes(targets is None), **({} if targets is None else {"targets": list(targets)}))
    for row in rows:
        days[row["target_id"], row["as_of_on"]].append(dict(row))
    changed: dict[UUID, Reason | None] = {}
    for partition in days.values():
        changed |= _reasons(partition, min_n)
    if changed:
        await tx.run(_hide(), ids=list(changed), reasons=[reason or "" for reason in changed.values()])
    return len(changed)


def _reasons(partition: list[Mapping[str, Any]], min_n: int) -> dict[UUID, Reason | None]:
    """Of one target and day, the results whose reason changes. The schools that agreed add up to the total that is
    shown; what was corrected, rejected or left out hides at least with what stands for the same school."""
    sizes = {row["id"]: _size(row) for row in partition}
    stands = {row["school_id"]: row for row in partition if row["status"] in CURRENT and row["word"] == "agreed"}
    hidden = suppress({str(school): sizes[row["id"]] for school, row in stands.items()}, min_n).categories
    changed: dict[UUID, Reason | None] = {}
    for row in partition:
        reason = hidden.get(str(row["school_id"]))
        if stands.get(row["school_id"]) is not row:
            reason = suppress_rate(sizes[row["id"]], min_n) or reason
        if reason != row["hidden"]:
            changed[row["id"]] = reason
    return changed


def _size(row: Mapping[str, Any]) -> int | None:
    given = rules.Result(row["as_of_on"], 0, row["status"], None, row["value"], row["numerator"], row["denominator"])
    return rules.group_size(terms_of({**row, "name": ""}), row["kind"], given)
