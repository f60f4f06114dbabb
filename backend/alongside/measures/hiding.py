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

# Step numbers are those of `rules.hide`. A dimension is what stands before the colon of a group's key; its
# groups, and what they leave of the total, are a partition. `edge` numbers the counts that are not small from
# the smallest, with the running sum of everything hidden up to it and the largest number that the next may not
# reach; the first safe edge is where hiding stops, and without one everything hides and the total too.
_HIDE = """
with scope as materialized ({scope}),
minimum as (select min_n from tenant where id = $1),
row as (
  select o.id, o.school_id, o.period, o.measure_id, o.source, o.group_key, o.hidden,
         m.unit = 'count' as is_count, m.key = 'student_count' and m.unit = 'count' as is_population,
         case when strpos(o.group_key, ':') > 0 then split_part(o.group_key, ':', 1) end as dimension,
         case when m.unit = 'count' then o.value else o.denominator end as own_n,
         o.numerator is not null or o.denominator is not null as brings_n
  from scope s
  join observation o on o.tenant_id = $1 and o.school_id = s.school_id and o.period = s.period
  join measure m on m.tenant_id = $1 and m.id = o.measure_id
),
population as (
  select school_id, period, group_key, min(own_n) as n from row where is_population group by 1, 2, 3
),
counted as materialized (
  select row.*, case when is_count then own_n else coalesce(own_n, population.n) end as n
  from row left join population using (school_id, period, group_key)
),
total as (
  select school_id, period, measure_id, source, n from counted where group_key = 'all' and n is not null
),
category as (
  select school_id, period, measure_id, source, dimension, group_key, id, n
  from counted where dimension is not null and n is not null
  union all
  select c.school_id, c.period, c.measure_id, c.source, c.dimension, '', null, t.n - sum(c.n)
  from counted c join total t using (school_id, period, measure_id, source)
  where c.dimension is not null and c.n is not null
  group by 1, 2, 3, 4, 5, t.n
  having t.n > sum(c.n)
),
partition as (
  select c.school_id, c.period, c.measure_id, c.source, c.dimension, count(*) as groups,
         count(*) filter (where c.n > 0 and c.n < min_n) as smalls,
         coalesce(sum(c.n) filter (where c.n > 0 and c.n < min_n), 0) as small_sum,
         t.n is not null as has_total
  from category c cross join minimum left join total t using (school_id, period, measure_id, source)
  group by 1, 2, 3, 4, 5, t.n
  having count(*) filter (where c.n > 0 and c.n < min_n) > 0
),
edge as (
  select school_id, period, measure_id, source, dimension, 0 as k, small_sum as running, null::numeric as top
  from partition
  union all
  select school_id, period, measure_id, source, dimension, row_number() over by_size,
         small_sum + sum(n) over by_size, lead(n) over by_size - 1
  from category join partition using (school_id, period, measure_id, source, dimension) cross join minimum
  where n >= min_n
  window by_size as (partition by school_id, period, measure_id, source, dimension order by n, group_key collate "C")
),
stop as (
  select p.*, case when has_total then min(e.k) filter (where
      smalls + k >= 2 and running >= min_n and running > smalls + k * min_n and (
        (k = 0 and running < smalls * (min_n - 1))
        or (k > 0 and (top is null or (top > min_n and running < smalls * (min_n - 1) + k * top)))))
    else 0 end as at
  from partition p join edge e using (school_id, period, measure_id, source, dimension) cross join minimum
  group by p.school_id, p.period, p.measure_id, p.source, p.dimension, groups, smalls, small_sum, has_total
),
placed as (
  select id, school_id, period, measure_id, source, dimension, n,
         row_number() over (partition by school_id, period, measure_id, source, dimension, n >= min_n
                            order by n, group_key collate "C") as k
  from category cross join minimum
),
step_1 as (
  select p.id, case when p.n > 0 and p.n < min_n then 'small_n' else 'complementary' end as reason
  from placed p join stop using (school_id, period, measure_id, source, dimension) cross join minimum
  where p.id is not null
    and ((p.n > 0 and p.n < min_n) or stop.groups = 2 or (p.n >= min_n and (stop.at is null or p.k <= stop.at)))
  union all
  select c.id, case when c.n > 0 and c.n < min_n then 'small_n' else 'complementary' end
  from counted c left join total t using (school_id, period, measure_id, source) cross join minimum
  where c.dimension is null and c.group_key <> 'all'
    and ((c.n > 0 and c.n < min_n) or (t.n > c.n and t.n - c.n < min_n))
  union all
  select c.id, case when c.n > 0 and c.n < min_n then 'small_n' else 'complementary' end
  from counted c cross join minimum
  where c.group_key = 'all' and ((c.n > 0 and c.n < min_n) or exists (
    select from stop s where s.at is null and (s.school_id, s.period, s.measure_id, s.source)
                                            = (c.school_id, c.period, c.measure_id, c.source)))
),
step_2 as (
  select id, reason from step_1
  union all
  select c.id, 'complementary'
  from counted c join counted t using (school_id, period, measure_id, source) join step_1 on step_1.id = t.id
  where t.group_key = 'all' and c.n > 0
),
cell as materialized (
  select distinct c.school_id, c.period, c.measure_id, c.group_key, c.is_population
  from step_2 join counted c using (id)
),
step_4 as (
  select id, reason from step_2
  union all
  select c.id, 'complementary' from counted c join cell using (school_id, period, measure_id, group_key)
  union all
  select c.id, 'complementary' from counted c join cell using (school_id, period, group_key)
  where not c.is_count and c.brings_n and cell.is_population
),
outcome as (select id, max(reason) as reason from step_4 group by id)
update observation o set hidden = outcome.reason
from counted c left join outcome using (id)
where o.tenant_id = $1 and o.id = c.id and c.hidden is distinct from outcome.reason
"""

_STATEMENTS: dict[Scope, str] = {scope: _HIDE.format(scope=sql) for scope, sql in _SCOPES.items()}


async def hide(connection: Any, tenant_id: Any, scope: Scope, *, seconds: int) -> int:
    """Bring `hidden` up to date within a transaction; how many observations changed."""
    tag: str = await connection.execute(_STATEMENTS[scope], tenant_id, timeout=seconds)
    return int(tag.rpartition(" ")[2])
