"""The history of one record, from the log: who, when, what, and the changed fields that the reader may see."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Select, any_, func, select, union_all

from alongside.changes import rules
from alongside.changes.schemas import HistoryFilters, HistorySort, ObjectType
from alongside.core.db import Executor
from alongside.core.models import LogEntry
from alongside.core.paging import Cursors, Page, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_key, a_text, columns, statement, the_keys
from alongside.identity.models import ApiCredential, Person
from alongside.identity.principal import Principal
from alongside.partners.models import Partner, Program
from alongside.schools.models import School

from .views import READERS, View

entry, who, machine = columns(LogEntry), columns(Person), columns(ApiCredential)
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@statement
def _page(sort: HistorySort, after: bool) -> Query:
    query = (
        select(
            entry.object_id.label("id"), entry.seq, entry.at, entry.kind, entry.version, entry.changed, entry.reason,
            entry.person_id, entry.credential_id, who.name.label("person_name"), machine.name.label("machine_name"),
        )
        .select_from(
            entry.seq.table.outerjoin(who.id.table, who.id == entry.person_id).outerjoin(
                machine.id.table, machine.id == entry.credential_id
            )
        )
        .where(
            entry.tenant_id == TENANT,
            entry.object_type == a_text("object_type"),
            entry.object_id == a_key("object_id"),
        )
    )  # fmt: skip
    return paged(query, entry.seq, entry.object_id, descending=sort is HistorySort.NEWEST, after=after)


@statement
def _first() -> Query:
    return select(func.min(entry.seq)).where(
        entry.tenant_id == TENANT,
        entry.object_type == a_text("object_type"),
        entry.object_id == a_key("object_id"),
        entry.kind == a_text("kind"),
    )


def _named(table: Any, of_tenant: bool) -> Select[*tuple[Any, ...]]:
    query = select(table.id, table.name).where(table.id == any_(the_keys("ids")))
    return query.where(table.tenant_id == TENANT) if of_tenant else query


@statement
def _names() -> Any:
    tables = [(who, False), *((columns(model), True) for model in (School, Program, Partner))]
    return union_all(*(_named(table, of_tenant) for table, of_tenant in tables))


async def history(
    db: Executor,
    principal: Principal,
    object_type: ObjectType,
    object_id: UUID,
    query: HistoryFilters,
    cursors: Cursors,
) -> Page:
    """A page of a record's history, for whoever may read the record; else the record's own NotFound."""
    view = await READERS[object_type](db, principal, object_id)
    place = {"object_type": object_type.value, "object_id": object_id}
    told_from = None if view.since is None else await db.value(_first(), **place, kind=view.since)
    page = await fetch_page(
        db,
        query,
        lambda after: _page(query.sort, after),
        name=f"history of {object_type} {object_id}",
        cursors=cursors,
        values=place,
    )
    items = [_item(row, _narrowed(view, row, told_from)) for row in page.items]
    names = await _find_names(db, {found for item in items for found in _ids(item["changed"])})
    for item in items:
        item["names"] = {each: names[each] for each in sorted(_ids(item["changed"])) if each in names}
    return replace(page, items=items)


def _narrowed(view: View, row: Mapping[str, Any], told_from: int | None) -> View:
    """What the reader sees of this fact."""
    is_draft = view.since is not None and (told_from is None or row["seq"] < told_from)
    if is_draft or row["kind"] in view.silent:
        return View(only=frozenset(), hides_reasons=True)
    return view


def _item(row: Mapping[str, Any], view: View) -> dict[str, Any]:
    return {
        "at": row["at"],
        "kind": row["kind"],
        "words": rules.sentence(row["kind"]),
        "who": _who(row),
        "version": row["version"],
        "reason": None if view.hides_reasons else row["reason"],
        "changed": [_changed(field, pair) for field, pair in row["changed"].items() if view.shows(field)],
    }


def _who(row: Mapping[str, Any]) -> dict[str, Any]:
    if row["person_id"] is not None:
        return {"kind": "person", "id": row["person_id"], "name": row["person_name"] or "Somebody"}
    if row["credential_id"] is not None:
        return {"kind": "machine", "id": row["credential_id"], "name": row["machine_name"] or "A machine"}
    return {"kind": "system", "id": None, "name": "Alongside"}


def _changed(field: str, pair: Any) -> dict[str, Any]:
    """`[before, after]`, or nothing where the log keeps no values (a sensitive field)."""
    before, after = pair if isinstance(pair, list) and len(pair) == 2 else (None, pair)
    return {
        "field": field,
        "label": rules.label(field),
        "before": before,
        "after": after,
        "is_withheld": pair is None,
    }


def _ids(value: Any) -> set[str]:
    """The ids that stand anywhere in what changed."""
    return set(_walk(value))


def _walk(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if _ID.fullmatch(value):
            yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _walk(each)
    elif isinstance(value, list):
        for each in value:
            yield from _walk(each)


async def _find_names(db: Executor, ids: set[str]) -> dict[str, str]:
    if not ids:
        return {}
    return {str(row["id"]): row["name"] for row in await db.rows(_names(), ids=[UUID(each) for each in sorted(ids)])}
