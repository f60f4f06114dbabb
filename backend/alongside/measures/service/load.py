"""Loading observations: COPY into a temporary table, then one set-wise upsert, then hiding what is small.

`stage` first (a caller may look at what it staged and stop), then `merge`; both in one transaction. Twice the
same changes nothing: what equals the stored value is neither written nor recorded.
"""

from collections.abc import AsyncIterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple
from uuid import UUID

from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.record import record
from alongside.measures.events import BatchLoaded
from alongside.measures.hiding import hide

Kind = Literal["schools", "measures", "entry"]
LOAD_SECONDS: Final = 300


class Staged(NamedTuple):
    """An observation on its way in; `row` is where it came from, for whoever reports on it."""

    row: int
    id: UUID
    measure_id: UUID
    school_id: UUID | None
    period: str
    group_key: str
    value: Decimal | None
    value_text: str | None
    numerator: int | None
    denominator: int | None
    as_of_on: date | None


@dataclass(frozen=True, slots=True)
class Counts:
    """What a load did. No batch when nothing changed."""

    batch_id: UUID | None
    created: int
    updated: int
    unchanged: int


_STAGE = """
drop table if exists pg_temp.staged_observation;
create temporary table staged_observation (
  row integer, id uuid, measure_id uuid, school_id uuid, period text, group_key text, value numeric,
  value_text text, numerator integer, denominator integer, as_of_on date
) on commit drop
"""

# coalesce gives the district's own values, which have no school, a key that can be joined on; the join is an
# inner one, so that a first load, where nothing matches, is a plain insert from the staged rows
_MERGE = """
with matched as materialized (
  select staged.id, o.id as old_id,
         (o.value, o.value_text, o.numerator, o.denominator, o.as_of_on) is not distinct from
         (staged.value, staged.value_text, staged.numerator, staged.denominator, staged.as_of_on) as is_same
  from staged_observation staged
  join observation o
    on o.tenant_id = $1 and o.source = $2 and o.period = staged.period and o.measure_id = staged.measure_id
   and o.group_key = staged.group_key
   and coalesce(o.school_id, '00000000-0000-0000-0000-000000000000')
     = coalesce(staged.school_id, '00000000-0000-0000-0000-000000000000')
),
counts as (
  select all_staged - all_matched as created, changed as updated, all_staged as staged
  from (select count(*)::int as all_matched, count(*) filter (where not is_same)::int as changed from matched) m,
       (select count(*)::int as all_staged from staged_observation) s
),
batch as (
  insert into observation_batch (tenant_id, id, kind, source, file_sha256, created_count, updated_count,
                                 unchanged_count, refused_count, created_at)
  select $1, $3, $4, $2, $5, created, updated, staged - created - updated, $6, $7
  from counts where created + updated > 0
),
created as (
  insert into observation (tenant_id, id, batch_id, source, measure_id, school_id, period, group_key, value,
                           value_text, numerator, denominator, as_of_on, observed_at)
  select $1, id, $3, $2, measure_id, school_id, period, group_key, value, value_text, numerator, denominator,
         as_of_on, $7
  from staged_observation staged where not exists (select from matched where matched.id = staged.id)
),
updated as (
  update observation o
  set value = staged.value, value_text = staged.value_text, numerator = staged.numerator,
      denominator = staged.denominator, as_of_on = staged.as_of_on, batch_id = $3, observed_at = $7,
      version = o.version + 1, updated_at = tenant_now()
  from matched join staged_observation staged on staged.id = matched.id
  where not matched.is_same and o.tenant_id = $1 and o.id = matched.old_id
)
select created, updated, staged from counts
"""

_REPEATED = """
select row from (
  select row, row_number() over (partition by measure_id, school_id, period, group_key order by row) as nth
  from staged_observation
) as numbered where nth > 1 order by row
"""

_KEEP_BATCH = """
insert into observation_batch (tenant_id, id, kind, source, file_sha256, created_count, updated_count,
                               unchanged_count, refused_count, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
"""


async def lock_observations(tx: Tx) -> None:
    """One load at a time in a tenant: what is hidden depends on everything that is published together."""
    await tx.connection.execute("select pg_advisory_xact_lock(hashtextextended($1, 0))", f"observations:{tx.tenant_id}")


async def stage(tx: Tx, observations: AsyncIterable[Staged]) -> None:
    """COPY observations into the transaction's temporary table."""
    await lock_observations(tx)
    await tx.connection.execute(_STAGE)
    await tx.connection.copy_records_to_table(
        "staged_observation", records=observations, columns=Staged._fields, timeout=LOAD_SECONDS
    )
    await tx.connection.execute("analyze staged_observation")


async def repeated_rows(tx: Tx) -> list[int]:
    """The rows that say again what an earlier row of the same load said."""
    return [found["row"] for found in await tx.connection.fetch(_REPEATED, timeout=LOAD_SECONDS)]


async def drop_rows(tx: Tx, rows: Sequence[int]) -> None:
    """Leave some rows out of the load."""
    await tx.connection.execute("delete from staged_observation where row = any($1::int[])", list(rows))


async def merge(tx: Tx, *, kind: Kind, source: str, file_sha256: str | None = None, refused: int = 0) -> Counts:
    """Write what is staged: new observations, changed ones, nothing for those that are as they were."""
    batch_id = new_id()
    done = await tx.connection.fetchrow(
        _MERGE, tx.tenant_id, source, batch_id, kind, file_sha256, refused, tx.caller.now, timeout=LOAD_SECONDS
    )
    counts = Counts(None, done["created"], done["updated"], done["staged"] - done["created"] - done["updated"])
    if not counts.created + counts.updated:
        return counts
    await hide(tx.connection, tx.tenant_id, "staged", seconds=LOAD_SECONDS)
    _tell(tx, batch_id, kind, source, counts, refused)
    return Counts(batch_id, counts.created, counts.updated, counts.unchanged)


async def keep_batch(
    tx: Tx, *, kind: Kind, source: str, counts: Counts, file_sha256: str | None = None, refused: int = 0
) -> UUID:
    """Keep that something was loaded whose rows are not observations (schools)."""
    batch_id = new_id()
    await tx.connection.execute(
        _KEEP_BATCH, tx.tenant_id, batch_id, kind, source, file_sha256, counts.created, counts.updated,
        counts.unchanged, refused, tx.caller.now,
    )  # fmt: skip
    _tell(tx, batch_id, kind, source, counts, refused)
    return batch_id


def _tell(tx: Tx, batch_id: UUID, kind: Kind, source: str, counts: Counts, refused: int) -> None:
    facts = {
        "kind": kind, "source": source, "created": counts.created, "updated": counts.updated,
        "unchanged": counts.unchanged, "refused": refused,
    }  # fmt: skip
    record(tx, BatchLoaded(object_id=batch_id, changed={name: [None, fact] for name, fact in facts.items()}))
