"""Two records of one organization made one, field by field, and parted again within thirty days.

Whatever belongs to the merged record moves: the people who keep it, contacts, programs, papers, staff, agreements,
partnerships and targets. Both rows are locked in one order; what is written about either at the same time waits, and
then finds the merged record gone (the trigger of the migration `merges` holds that for new rows).
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Delete, Insert, Update, Uuid, any_, delete, insert, select, update

from alongside.core.clock import day_in, new_id
from alongside.core.conditional import IfMatch, check_version
from alongside.core.db import Executor, Tx
from alongside.core.errors import PreconditionFailed
from alongside.core.record import Event, difference, record
from alongside.core.statements import (
    TENANT,
    Query,
    a_day,
    a_json,
    a_key,
    a_text,
    an_instant,
    columns,
    statement,
    table,
    the_keys,
)
from alongside.identity.models import Person
from alongside.identity.principal import Principal
from alongside.partners import queries
from alongside.partners.errors import (
    CannotMerge,
    CannotUndoMerge,
    EinTaken,
    KeptByOffice,
    MergeNotFound,
    PartnerNotFound,
)
from alongside.partners.events import PartnerMergedAway, PartnerMergedIn, PartnerMergeUndone
from alongside.partners.models import Partner, PartnerFormerName, PartnerMerge
from alongside.partners.rules import MERGE_UNDO_DAYS, may_undo_merge, merge_columns, normalized_name
from alongside.partners.schemas import MergeWrite
from alongside.partners.service.register import write
from alongside.workflows.merge_moves import MOVES, move_all, move_back

p, m, f, who = columns(Partner), columns(PartnerMerge), columns(PartnerFormerName), columns(Person)


@statement
def _both() -> Query:
    return select(*p).where(p.tenant_id == TENANT, p.id == any_(the_keys("ids"))).order_by(p.id).with_for_update()


@statement
def _keep() -> Insert:
    return insert(table(PartnerMerge)).values(
        tenant_id=TENANT, id=a_key("id"), survivor_id=a_key("survivor"), merged_id=a_key("merged"),
        made_at=an_instant("at"), made_by_id=a_key("me"), undo_until_on=a_day("until"), before=a_json("before"),
        after=a_json("after"), moved=a_json("moved"),
    )  # fmt: skip


@statement
def _undone() -> Update:
    return (
        update(table(PartnerMerge))
        .where(m.tenant_id == TENANT, m.id == a_key("id"))
        .values(undone_at=an_instant("at"), undone_by_id=a_key("me"))
    )


@statement
def _merge(lock: bool) -> Query:
    query = select(*m).where(m.tenant_id == TENANT, m.id == a_key("id"), m.survivor_id == a_key("survivor"))
    return query.with_for_update() if lock else query


@statement
def _merges() -> Query:
    other = table(Partner).alias("other").c
    both = m.id.table.join(other.id.table, (other.tenant_id == m.tenant_id) & (other.id == m.merged_id))
    return (
        select(m.id, m.merged_id, other.name, m.made_at, who.name.label("made_by"), m.undo_until_on, m.undone_at)
        .select_from(both.outerjoin(who.id.table, who.id == m.made_by_id))
        .where(m.tenant_id == TENANT, m.survivor_id == a_key("survivor"))
        .order_by(m.made_at.desc(), m.id.desc())
    )


@statement
def _add_name() -> Insert:
    return insert(table(PartnerFormerName)).values(
        tenant_id=TENANT, id=a_key("id"), partner_id=a_key("partner"), legal_name=a_text("legal_name"),
        normalized_name=a_text("normalized"), until_on=a_day("day"),
    )  # fmt: skip


@statement
def _drop_name() -> Delete:
    return delete(table(PartnerFormerName)).where(f.tenant_id == TENANT, f.id == a_key("id"))


async def merges(db: Executor, principal: Principal, partner_id: UUID) -> list[dict[str, Any]]:
    """The merges into a partner, for the office. Raises PartnerNotFound, KeptByOffice."""
    await queries.get(db, principal, partner_id)
    _check_office(principal, partner_id)
    zone = principal.tenant.time_zone
    return [
        {
            "id": row["id"],
            "merged": {"id": row["merged_id"], "name": row["name"]},
            "made_on": day_in(zone, None, row["made_at"]),
            "made_by": row["made_by"],
            "undo_until_on": row["undo_until_on"],
            "undone_on": None if row["undone_at"] is None else day_in(zone, None, row["undone_at"]),
            "can_undo": may_undo_merge(row["undo_until_on"], row["undone_at"] is not None, principal.today),
        }
        for row in await db.rows(_merges(), survivor=partner_id)
    ]


def _check_office(principal: Principal, *partners: UUID) -> None:
    if not all(queries.is_office(principal, each) for each in partners):
        raise KeptByOffice


async def _lock_both(tx: Tx, one: UUID, other: UUID) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both rows, in the order of their ids whoever asks, so that two merges never wait for each other."""
    rows = {row["id"]: dict(row) for row in await tx.rows(_both(), ids=[one, other])}
    if one not in rows or other not in rows:
        raise PartnerNotFound
    return rows[one], rows[other]


async def merge(tx: Tx, principal: Principal, partner_id: UUID, asked: MergeWrite, if_match: IfMatch) -> dict[str, Any]:
    """Make the other record part of this one, with the values that are taken from it.

    Raises PartnerNotFound, KeptByOffice, CannotMerge, and PreconditionFailed when either has changed since it was
    compared.
    """
    for each in (partner_id, asked.other_id):
        await queries.get(tx, principal, each)
    if partner_id == asked.other_id:
        raise CannotMerge("A record is not merged into itself")
    _check_office(principal, partner_id, asked.other_id)
    survivor, merged = await _lock_both(tx, partner_id, asked.other_id)
    if survivor["merged_into_id"] is not None or merged["merged_into_id"] is not None:
        raise CannotMerge("One of them was merged already")
    check_version(if_match, survivor["version"])
    if merged["version"] != asked.other_version:
        raise PreconditionFailed
    values = {name: merged[name] for name in merge_columns(asked.take)}
    for name in ("parent_partner_id", "fiscal_sponsor_id"):
        # what pointed from one of the two to the other would point to itself
        if values.get(name, survivor[name]) in (partner_id, asked.other_id):
            values[name] = None
    gone = {"merged_into_id": partner_id, "ein": None, "status": "inactive", "status_reason": None}
    gone_version = await write(tx, asked.other_id, gone)
    moved = await _carry(tx, asked.other_id, partner_id)
    legal_name = values.get("legal_name", survivor["legal_name"])
    added = await _keep_name(tx, principal, merged, legal_name, partner_id)
    own = await _keep_name(tx, principal, survivor, legal_name, partner_id)
    changed = difference(survivor, values)
    version = await write(tx, partner_id, {name: values[name] for name in changed})
    merge_id = new_id()
    await tx.run(
        _keep(), id=merge_id, survivor=partner_id, merged=asked.other_id, at=principal.now, me=principal.person_id,
        until=principal.today + timedelta(days=MERGE_UNDO_DAYS), after={name: values[name] for name in changed},
        before={
            "survivor": {name: survivor[name] for name in changed}, "merged": {name: merged[name] for name in gone},
        },
        moved={**moved, "names": added, "own_names": own},
    )  # fmt: skip
    changed.pop("normalized_name", None)
    told = {"merged_id": [None, asked.other_id], "merged_name": [None, merged["name"]], **changed}
    record(tx, PartnerMergedIn(object_id=partner_id, version=version, changed=told))
    away = {"merged_into_id": [None, partner_id], "merged_into_name": [None, survivor["name"]]}
    record(tx, PartnerMergedAway(object_id=asked.other_id, version=gone_version, changed=away))
    return await queries.get(tx, principal, partner_id)


async def _keep_name(
    tx: Tx, principal: Principal, one: Mapping[str, Any], legal_name: str, partner_id: UUID
) -> list[UUID]:
    """The legal name of either record stays findable at the survivor, and with what was signed under it."""
    if normalized_name(one["legal_name"]) == normalized_name(legal_name):
        return []
    name_id = new_id()
    await tx.run(
        _add_name(), id=name_id, partner=partner_id, legal_name=one["legal_name"],
        normalized=normalized_name(one["legal_name"]), day=principal.today - timedelta(days=1),
    )  # fmt: skip
    return [name_id]


async def _carry(tx: Tx, source: UUID, target: UUID) -> dict[str, list[UUID]]:
    """Everything of one partner goes to another; what went, by table and column."""
    moved: dict[str, list[UUID]] = {}
    for model, column, fact in MOVES:
        rows = await tx.rows(move_all(model, column), **{"from": source, "to": target})
        moved[f"{model.__tablename__}.{column}"] = [row["id"] for row in rows]
        _tell(tx, fact, rows, source, target)
    return moved


def _tell(tx: Tx, fact: type[Event] | None, rows: Any, source: UUID, target: UUID) -> None:
    if fact is not None:
        for row in rows:
            record(tx, fact(object_id=row["id"], version=row["version"], changed={"partner_id": [source, target]}))


async def undo(tx: Tx, principal: Principal, partner_id: UUID, merge_id: UUID) -> dict[str, Any]:
    """Part two merged records again: what moved goes back, and each says what it said.

    What was edited since stays with the survivor. Raises PartnerNotFound, KeptByOffice, MergeNotFound,
    CannotUndoMerge, EinTaken.
    """
    await queries.get(tx, principal, partner_id)
    _check_office(principal, partner_id)
    found = await tx.row(_merge(False), id=merge_id, survivor=partner_id)
    if found is None:
        raise MergeNotFound
    survivor, merged = await _lock_both(tx, partner_id, found["merged_id"])
    made = await tx.row(_merge(True), id=merge_id, survivor=partner_id)
    is_undone = made is None or made["undone_at"] is not None
    if made is None or survivor["merged_into_id"] is not None:
        raise CannotUndoMerge("The survivor was merged into another since")
    if not may_undo_merge(made["undo_until_on"], is_undone, principal.today):
        raise CannotUndoMerge("It was undone already" if is_undone else "Thirty days have passed")
    before, after = made["before"], _typed(made["after"])
    values = {name: value for name, value in _typed(before["survivor"]).items() if survivor[name] == after[name]}
    back = {**_typed(before["merged"])}
    kept_ein = values.get("ein", survivor["ein"])
    if back["ein"] is not None and back["ein"] == kept_ein:
        raise EinTaken(existing={"id": partner_id, "name": survivor["name"]})
    for name_id in (*made["moved"]["names"], *made["moved"].get("own_names", ())):
        await tx.run(_drop_name(), id=UUID(name_id))
    changed = difference(survivor, values)
    version = await write(tx, partner_id, {name: values[name] for name in changed})
    if back["ein"] is not None:
        holder = await queries.find_by_ein(tx, principal, back["ein"])
        if holder is not None:
            raise EinTaken(existing={"id": holder["id"], "name": holder["name"]} if holder["is_visible"] else None)
    gone_version = await write(tx, merged["id"], back)
    for model, column, fact in MOVES:
        ids = [UUID(each) for each in made["moved"].get(f"{model.__tablename__}.{column}", ())]
        if ids:
            sides = {"from": partner_id, "to": merged["id"], "ids": ids}
            _tell(tx, fact, await tx.rows(move_back(model, column), **sides), partner_id, merged["id"])
    await tx.run(_undone(), id=merge_id, at=principal.now, me=principal.person_id)
    changed.pop("normalized_name", None)
    told = {"merged_id": [merged["id"], None], **changed}
    record(tx, PartnerMergeUndone(object_id=partner_id, version=version, changed=told))
    told = {"merged_into_id": [partner_id, None]}
    record(tx, PartnerMergeUndone(object_id=merged["id"], version=gone_version, changed=told))
    return await queries.get(tx, principal, partner_id)


def _typed(values: Mapping[str, Any]) -> dict[str, Any]:
    """What was kept as JSON, as the columns hold it."""
    return {name: _as(p[name].type, value) for name, value in values.items()}


def _as(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return UUID(value) if isinstance(kind, Uuid) else value
