"""Loading schools: COPY into a temporary table, then one set-wise upsert by the key of another system.

Only the fields that a load names are touched, so a file without telephone numbers clears none. Twice the same
changes nothing: a school that equals what is stored is neither written nor recorded.
"""

from collections.abc import AsyncIterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Delete, Insert, Update, bindparam, delete, func, insert, update

from alongside.core.clock import new_id
from alongside.core.conditional import IfMatch, check_version, require_version
from alongside.core.db import Tx
from alongside.core.errors import wrong
from alongside.core.moves import make_move
from alongside.core.record import Event, difference, record
from alongside.core.statements import TENANT, a_key, a_text, columns, statement, table
from alongside.identity.principal import Principal

from . import queries, rules
from .errors import SchoolAliasTaken, SchoolCannotMove, SchoolNotFound
from .events import SchoolAliasAdded, SchoolAliasRemoved, SchoolClosed, SchoolCreated, SchoolReopened, SchoolUpdated
from .models import School, SchoolAlias
from .naming import means_every_school, school_key
from .schemas import SchoolAliasCreate, SchoolClosing

LOAD_SECONDS: Final = 300

FIELDS: Final = {
    "name": "text", "legal_name": "text", "level": "text", "category": "text", "grades": "text[]", "address": "text",
    "city": "text", "state": "text", "postal_code": "text", "phone": "text", "website": "text",
    "latitude": "numeric", "longitude": "numeric", "network": "text", "school_hours": "text",
    "after_school_hours": "text", "languages_taught": "text[]", "is_title_one": "boolean", "status": "text",
    "closed_on": "date",
}  # fmt: skip
"""What a load may say of a school, and as which type."""


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
  status = case when staged.closed_on is not null and staged.status = 'active' then 'closed'
                when staged.status = 'active' and known.closed_on > $2 then known.status
                else staged.status end,
  closed_on = case when staged.closed_on is not null then staged.closed_on
                   when staged.status <> 'active' then coalesce(known.closed_on, $2)
                   when known.closed_on > $2 then known.closed_on end
from staged_school self left join school known on known.tenant_id = $1 and known.id = self.id
where self.key = staged.key
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


async def merge_schools(tx: Tx, system: str, fields: Sequence[str], day: date) -> Loaded:
    """Write what is staged: new schools with their key, changed ones; one event for each school that changed.

    Schools that are told to be closed without a day closed on the day that is known, else on this one.
    """
    await tx.connection.execute(_MATCH, tx.tenant_id, system, timeout=LOAD_SECONDS)
    if "status" in fields:
        await tx.connection.execute(_CLOSINGS, tx.tenant_id, day, timeout=LOAD_SECONDS)
    await tx.connection.execute("analyze staged_school")
    updated = await _update(tx, fields)
    created = await _create(tx, system, fields)
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
    if named & {"status", "closed_on"}:
        named |= {"status", "closed_on"}
    return tuple(name for name in FIELDS if name in named)


n, s = columns(SchoolAlias), columns(School)


@statement
def _add_alias() -> Insert:
    return insert(table(SchoolAlias)).values(
        tenant_id=TENANT, id=a_key("new_id"), school_id=a_key("school"), name=a_text("name"), name_key=a_text("key")
    )


@statement
def _remove_alias() -> Delete:
    return delete(table(SchoolAlias)).where(n.tenant_id == TENANT, n.id == a_key("alias"))


async def add_alias(tx: Tx, principal: Principal, body: SchoolAliasCreate) -> dict[str, Any]:
    """Keep another name of a school; the same again changes nothing. Raises SchoolAliasTaken, Unprocessable."""
    key = school_key(body.name)
    if not key or means_every_school(body.name):
        raise wrong("/name", "no_name", "This names no school")
    try:
        school = await queries.get(tx, principal, body.school_id)
    except SchoolNotFound as missing:
        raise wrong("/school_id", "unknown_school", "There is no such school here") from missing
    holder = await queries.school_of_alias(tx, key)
    if holder is not None:
        if holder["school_id"] != body.school_id:
            raise SchoolAliasTaken
        return await queries.get_alias(tx, holder["id"])
    alias_id = new_id()
    await tx.run(_add_alias(), new_id=alias_id, school=body.school_id, name=body.name, key=key)
    told = {"alias": [None, body.name], "alias_id": [None, alias_id]}
    record(tx, SchoolAliasAdded(object_id=body.school_id, version=school["version"], changed=told))
    return await queries.get_alias(tx, alias_id)


async def remove_alias(tx: Tx, principal: Principal, alias_id: UUID, if_match: IfMatch) -> None:
    """A school no longer goes by this name."""
    alias = await queries.get_alias(tx, alias_id)
    require_version(if_match, alias["version"])
    school = await queries.get(tx, principal, UUID(alias["school"]["id"]))
    await tx.run(_remove_alias(), alias=alias_id)
    told = {"alias": [alias["name"], None], "alias_id": [alias_id, None]}
    record(tx, SchoolAliasRemoved(object_id=school["id"], version=school["version"], changed=told))


def _moved() -> Update:
    names = ("status", "closed_on", "successor_school_id")
    return (
        update(table(School))
        .where(s.tenant_id == TENANT, s.id == a_key("school"))
        .values(
            **{name: bindparam(f"new_{name}", type_=s[name].type) for name in names},
            version=s.version + 1, updated_at=func.tenant_now(),
        )
    )  # fmt: skip


_move = statement(_moved)


async def close(
    tx: Tx, principal: Principal, school_id: UUID, body: SchoolClosing, if_match: IfMatch
) -> dict[str, Any]:
    """Close a school from a day on, or merge it into another. Raises NotYourMove, SchoolCannotMove, Unprocessable."""
    before = await queries.lock(tx, school_id)
    check_version(if_match, before["version"])
    made = make_move(rules.SCHOOL, "close", before["status"], queries.actors_of(principal), problem=SchoolCannotMove)
    closed_on = body.closed_on or principal.today
    successor = body.successor_school_id
    if successor is not None:
        await _check_successor(tx, school_id, successor, closed_on)
    after = {
        "status": made.to_state if successor is None else "merged",
        "closed_on": closed_on,
        "successor_school_id": successor,
    }
    await _write(tx, before, after, SchoolClosed, body.reason)
    return await queries.get(tx, principal, school_id)


async def reopen(tx: Tx, principal: Principal, school_id: UUID, if_match: IfMatch) -> dict[str, Any]:
    """Open a school again, or call its closing off. Raises NotYourMove, SchoolCannotMove."""
    before = await queries.lock(tx, school_id)
    check_version(if_match, before["version"])
    made = make_move(rules.SCHOOL, "reopen", before["status"], queries.actors_of(principal), problem=SchoolCannotMove)
    after = {"status": made.to_state, "closed_on": None, "successor_school_id": None}
    await _write(tx, before, after, SchoolReopened)
    return await queries.get(tx, principal, school_id)


async def _check_successor(tx: Tx, school_id: UUID, successor: UUID, closed_on: date) -> None:
    """Another school of the district, open on the day."""
    if successor == school_id:
        raise wrong("/successor_school_id", "same_school", "A school is not merged into itself")
    try:
        other = await queries.lock(tx, successor)
    except SchoolNotFound:
        raise wrong("/successor_school_id", "unresolved_reference", "There is no such school") from None
    if not rules.is_open(other["status"], other["closed_on"], closed_on):
        raise wrong("/successor_school_id", "school_closed", "That school is closed on this day")


async def _write(
    tx: Tx, before: Mapping[str, Any], after: Mapping[str, Any], event: type[Event], reason: str | None = None
) -> None:
    await tx.run(_move(), school=before["id"], **{f"new_{name}": value for name, value in after.items()})
    changed = difference(before, after)
    record(tx, event(object_id=before["id"], version=before["version"] + 1, changed=changed, reason=reason))
