"""Hiding small groups set-wise, in the database: the twin of `rules.hide`, held against it by property test.

Runs when a batch is written (its schools and periods) or the tenant's minimum changes (all of them), and
stores the reason in `observation.hidden`, which only the guarded view reads.
"""

from typing import Any, Literal

Scope = Literal["staged", "all"]

_SCOPES: dict[Scope, str] = {
    "staged": "select distinct school_id, period from staged_observation where school_id is not null",
    "all": "select distinct school_id, period from observation where tenant_id = $1 and school_id is not null",
}

# Only schools and periods where the number of students behind something is known (or something is hidden) are
# looked at. Step numbers are those of `rules.hide`. Everything is windows over one sorted set, because joins of
# what was only just written are planned blindly. A dimension is what stands before the colon of a group's key; its
# groups, and what they leave of the total (a row without an id), are a partition. Of the counts that are not
# small, number k from the smallest carries the running sum of everything hidden up to it (`running`) and the
# largest number that the next may not reach (`top`); hiding stops at the first that is safe (`stop`), 0 being
# the small ones alone, and where none is safe everything hides and the total too.
_HIDE = """
with named as materialized ({scope}),
scope as materialized (
  select distinct o.school_id, o.period
  from named
  join observation o on o.tenant_id = $1 and o.school_id = named.school_id and o.period = named.period
  join measure m on m.tenant_id = $1 and m.id = o.measure_id
  where o.denominator is not null or o.hidden is not null or (m.unit = 'count' and o.value is not null)
),
minimum as materialized (select min_n from tenant where id = $1),
observed as (
  select o.id, o.school_id, o.period, o.measure_id, o.source, o.group_key,
         m.unit = 'count' as is_count, m.unit = 'count' and m.key = 'student_count' as is_population,
         case when strpos(o.group_key, ':') > 0 then split_part(o.group_key, ':', 1) end as dimension,
         case when m.unit = 'count' then o.value else o.denominator end as own_n,
         o.numerator is not null or o.denominator is not null as brings_n,
         m.unit = 'percent' and o.denominator is not null and (
           part.students between 1 and 2 or o.denominator - part.students between 1 and 2) is true as is_of_few
  from scope s
  join observation o on o.tenant_id = $1 and o.school_id = s.school_id and o.period = s.period
  join measure m on m.tenant_id = $1 and m.id = o.measure_id
  cross join lateral (select coalesce(o.numerator, floor(o.value * o.denominator / 100 + 0.5)) as students) as part
),
known as (
  select observed.*, case when is_count then own_n else coalesce(own_n, min(own_n) filter (where is_population)
                       over (partition by school_id, period, group_key)) end as n
  from observed
),
counted as materialized (
  select known.*, max(n) filter (where group_key = 'all') over batch as everyone
  from known
  window batch as (partition by school_id, period, measure_id, source)
),
category as (
  select id, school_id, period, measure_id, source, group_key, dimension, is_count, is_population, brings_n,
         is_of_few, n, everyone
  from counted
  union all
  select null, school_id, period, measure_id, source, '', dimension, is_count, is_population, false,
         false, everyone - sum(n), everyone
  from counted
  where dimension is not null and n is not null
  group by school_id, period, measure_id, source, dimension, is_count, is_population, everyone
  having everyone > sum(n)
),
sized as (
  select category.*, min_n, coalesce(n > 0 and n < min_n, false) as is_small, coalesce(n >= min_n, false) as is_large,
         count(n) over part as groups,
         count(*) filter (where n > 0 and n < min_n) over part as smalls,
         coalesce(sum(n) filter (where n > 0 and n < min_n) over part, 0) as small_sum
  from category cross join minimum
  window part as (partition by school_id, period, measure_id, source, dimension)
),
numbered as (
  select sized.*, row_number() over by_size as k, small_sum + sum(n) over by_size as running,
         lead(n) over by_size - 1 as top
  from sized
  window by_size as (partition by school_id, period, measure_id, source, dimension, is_large
                     order by n, group_key collate "C")
),
stopped as (
  select numbered.*,
         case when everyone is null then 0
              when smalls >= 2 and small_sum >= min_n and small_sum > smalls and small_sum < smalls * (min_n - 1)
              then 0
              else min(k) filter (where is_large and smalls + k >= 2 and running >= min_n
                                    and running > smalls + k * min_n
                                    and (top is null or (top > min_n and running < smalls * (min_n - 1) + k * top)))
                     over (partition by school_id, period, measure_id, source, dimension)
         end as stop
  from numbered
),
step_1 as (
  select stopped.*,
         case when is_small then 'small_n'
              when group_key = 'all' or n is null then null
              when dimension is null then
                case when n < everyone and everyone - n < min_n then 'complementary' end
              when smalls > 0 and (groups = 2 or (is_large and (stop is null or k <= stop))) then 'complementary'
         end as reason,
         bool_or((group_key = 'all' and is_small) or (dimension is not null and smalls > 0 and stop is null))
           over (partition by school_id, period, measure_id, source) as total_hides
  from stopped
),
step_3 as (
  select step_1.*,
         coalesce(reason, case when everyone is not null and total_hides and (n > 0 or group_key = 'all')
                               then 'complementary' when is_of_few then 'small_n' end) as reason_3
  from step_1
),
step_5 as (
  select id,
         coalesce(
           reason_3,
           case when bool_or(reason_3 is not null) over (partition by school_id, period, measure_id, group_key)
                  or (not is_count and brings_n and bool_or(is_population and reason_3 is not null)
                                                    over (partition by school_id, period, group_key))
                then 'complementary' end
         ) as reason
  from step_3
)
update observation o set hidden = step_5.reason
from step_5
where o.tenant_id = $1 and o.id = step_5.id and o.hidden is distinct from step_5.reason
"""

_STATEMENTS: dict[Scope, str] = {scope: _HIDE.format(scope=sql) for scope, sql in _SCOPES.items()}


async def hide(connection: Any, tenant_id: Any, scope: Scope, *, seconds: int) -> int:
    """Bring `hidden` up to date within a transaction; how many observations changed."""
    tag: str = await connection.execute(_STATEMENTS[scope], tenant_id, timeout=seconds)
    return int(tag.rpartition(" ")[2])
