"""Loading schools: COPY into a temporary table, then one set-wise upsert by the key of another system.

Only the fields that a load names are touched, so a file without telephone numbers clears none. Twice the same
changes nothing: a school that equals what is stored is neither written nor recorded.
"""

from collections.abc import AsyncIterable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from alongside.core.db import Tx
from alongside.core.record import difference, record
from alongside.schools import queries
from alongside.schools.events import SchoolCreated, SchoolUpdated
from alongside.schools.naming import SchoolNames

LOAD_SECONDS: Final = 300

FIELDS: Final = {
    "name": "text", "legal_name": "text", "level": "text", "category": "text", "grades": "text[]", "address": "text",
    "city": "text", "state": "text", "postal_code": "text", "phone": "text", "website": "text",
    "latitude": "numeric", "longitude": "numeric", "network": "text", "school_hours": "text",
    "after_school_hours": "text", "languages_taught": "text[]", "is_title_one": "boolean", "status": "text",
    "closed_on": "date", "successor_school_id": "uuid",
}  # fmt: skip
"""What a load may say of a school, and as which type."""

_CLOSING: Final = frozenset({"status", "closed_on", "successor_school_id"})
"""Fields of which none is told without the others."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load of schools did."""

    created: int
    updated: int
    unchanged: int


_CREATE_KEYS = """
insert into school_identifier (tenant_id, id, school_id, system, value)
select $1, gen_random_uuid(), staged.id, $2, staged.key
from staged_school staged where not staged.is_known
"""

_MATCH = """
update staged_school staged set id = i.school_id, is_known = true
from school_identifier i where i.tenant_id = $1 and i.system = $2 and i.value = staged.key
"""


_CLOSINGS = """
update staged_school staged set
  status = case when staged.status = 'active' and staged.closed_on is null and known.closed_on > $2 then known.status
                when staged.status = 'active' and staged.closed_on is null then 'active'
                when not $3 and known.status = 'merged' then 'merged'
                when staged.status = 'active' then 'closed'
                else staged.status end,
  closed_on = case when staged.closed_on is not null then staged.closed_on
                   when staged.status <> 'active' then coalesce(known.closed_on, $2)
                   when known.closed_on > $2 then known.closed_on end,
  successor_school_id = case when staged.status = 'active' and staged.closed_on is null
                             then case when known.closed_on > $2 then known.successor_school_id end
                             when $3 then staged.successor_school_id
                             else known.successor_school_id end
from staged_school self left join school known on known.tenant_id = $1 and known.id = self.id
where self.key = staged.key
"""

_NAME_SUCCESSORS = """
update staged_school staged set successor_school_id = said.successor
from unnest($1::text[], $2::uuid[]) as said (key, successor) where staged.key = said.key
"""

_SHUT_SUCCESSORS = """
select staged.key
from staged_school staged
  left join staged_school heir on heir.id = staged.successor_school_id
  left join school known on known.tenant_id = $1 and known.id = staged.successor_school_id
where staged.successor_school_id is not null
  and not case when coalesce(heir.closed_on, case when heir.id is null then known.closed_on end) is null
               then coalesce(heir.status, known.status) = 'active'
               else coalesce(heir.closed_on, known.closed_on) > staged.closed_on end
"""


async def stage_schools(tx: Tx, fields: Sequence[str], schools: AsyncIterable[tuple[Any, ...]]) -> None:
    """COPY schools into the transaction's temporary table: a new id, the outside key, then the fields in order."""
    columns = ", ".join(f"{name} {FIELDS[name]}" for name in fields)
    await tx.connection.execute("select pg_advisory_xact_lock(hashtextextended($1, 0))", f"schools:{tx.tenant_id}")
    await tx.connection.execute(
        "drop table if exists pg_temp.staged_school; "
        f"create temporary table staged_school (id uuid, key text, {columns}, is_known boolean default false) "
        "on commit drop"
    )
    await tx.connection.copy_records_to_table(
        "staged_school", records=schools, columns=["id", "key", *fields], timeout=LOAD_SECONDS
    )


async def day_of(tx: Tx) -> date:
    """The tenant's day, by which a load closes schools that are told to be closed without one."""
    day: date = await tx.connection.fetchval("select tenant_day($1)", tx.tenant_id)
    return day


async def staged_names(tx: Tx, system: str) -> tuple[SchoolNames, dict[str, UUID]]:
    """By what names schools are found once the load is written, and the staged ones by their key."""
    await tx.connection.execute(_MATCH, tx.tenant_id, system, timeout=LOAD_SECONDS)
    names, _ = await queries.school_names(tx)
    staged = await tx.connection.fetch("select id, key, name, legal_name from staged_school", timeout=LOAD_SECONDS)
    for row in staged:
        names.know(row["id"], (row["name"], row["legal_name"]), (row["key"],))
    return names, {row["key"]: row["id"] for row in staged}


async def name_successors(tx: Tx, successors: Mapping[str, UUID], day: date) -> frozenset[str]:
    """Say by their keys which staged schools are merged into which; the keys of those whose successor is closed too."""
    told = list(successors), list(successors.values())
    await tx.connection.execute(_NAME_SUCCESSORS, *told, timeout=LOAD_SECONDS)
    await tx.connection.execute(_CLOSINGS, tx.tenant_id, day, True, timeout=LOAD_SECONDS)
    shut = await tx.connection.fetch(_SHUT_SUCCESSORS, tx.tenant_id, timeout=LOAD_SECONDS)
    return frozenset(row["key"] for row in shut)


async def leave_out(tx: Tx, keys: Collection[str]) -> frozenset[str]:
    """Take schools out of what is staged; the keys of those that were to be merged into a new one of them."""
    orphans = await tx.connection.fetch(
        "with gone as (delete from staged_school where key = any($1::text[]) returning id, is_known) "
        "select staged.key from staged_school staged join gone on gone.id = staged.successor_school_id "
        "where not gone.is_known and staged.key <> all($1::text[])",
        list(keys),
        timeout=LOAD_SECONDS,
    )
    return frozenset(row["key"] for row in orphans)


async def merge_schools(
    tx: Tx, system: str, fields: Sequence[str], day: date, *, tells_successors: bool = False
) -> Loaded:
    """Write what is staged: new schools with their key, changed ones; one event for each school that changed.

    Schools that are told to be closed without a day closed on the day that is known, else on this one. Into which one
    they were merged stays as it is known unless the load tells it.
    """
    await tx.connection.execute(_MATCH, tx.tenant_id, system, timeout=LOAD_SECONDS)
    if "status" in fields:
        await tx.connection.execute(_CLOSINGS, tx.tenant_id, day, tells_successors, timeout=LOAD_SECONDS)
    await tx.connection.execute("analyze staged_school")
    created = await _create(tx, system, fields)
    updated = await _update(tx, fields)
    staged: int = await tx.connection.fetchval("select count(*) from staged_school")
    return Loaded(created, updated, staged - created - updated)


async def _update(tx: Tx, fields: Sequence[str]) -> int:
    stored = ", ".join(f"s.{name}" for name in fields)
    said = ", ".join(f"staged.{name}" for name in fields)
    changed = await tx.connection.fetch(
        f"select s.id, s.version, {stored}, {', '.join(f'staged.{name} as new_{name}' for name in fields)} "
        "from staged_school staged join school s on s.tenant_id = $1 and s.id = staged.id "
        f"where staged.is_known and ({stored}) is distinct from ({said}) for update of s",
        tx.tenant_id,
        timeout=LOAD_SECONDS,
    )
    if not changed:
        return 0
    await tx.connection.execute(
        f"update school s set {', '.join(f'{name} = staged.{name}' for name in fields)}, "
        "version = s.version + 1, updated_at = tenant_now() "
        "from staged_school staged where s.tenant_id = $1 and s.id = staged.id and s.id = any($2::uuid[])",
        tx.tenant_id,
        [row["id"] for row in changed],
        timeout=LOAD_SECONDS,
    )
    for row in changed:
        after = {name: row[f"new_{name}"] for name in fields}
        record(
            tx,
            SchoolUpdated(object_id=row["id"], version=row["version"] + 1, changed=difference(dict(row), after)),
        )
    return len(changed)


async def _create(tx: Tx, system: str, fields: Sequence[str]) -> int:
    names = ", ".join(fields)
    created = await tx.connection.fetch(
        f"insert into school (tenant_id, id, {names}) select $1, id, {names} from staged_school where not is_known "
        f"returning id, {names}",
        tx.tenant_id,
        timeout=LOAD_SECONDS,
    )
    await tx.connection.execute(_CREATE_KEYS, tx.tenant_id, system, timeout=LOAD_SECONDS)
    for row in created:
        said = {name: [None, row[name]] for name in fields if row[name] is not None}
        record(tx, SchoolCreated(object_id=row["id"], changed=said))
    return len(created)


def new_fields(given: Sequence[str]) -> tuple[str, ...]:
    """The fields of a load in the order of the table; a name, a legal name and a level are always among them, and a
    day of closing wherever it is told whether a school is open."""
    named = {*given, "name", "legal_name", "level"}
    if named & _CLOSING:
        named |= _CLOSING
    return tuple(name for name in FIELDS if name in named)
