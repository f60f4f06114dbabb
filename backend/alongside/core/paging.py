"""Lists: closed filters and sorts, signed keyset cursors, no total unless asked."""

import base64
import binascii
import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, ClassVar, Literal
from uuid import UUID

import orjson
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import ColumnElement, bindparam, func, literal_column, select, tuple_

from .db import Executor, Row
from .errors import InvalidCursor
from .fields import Limit, ReadModel
from .statements import Query, Statement, an_int

MOST = 500
TOTAL_BOUND = 10_000


class ListQuery(BaseModel):
    """What every list takes; a feature adds its filters and its closed `sort`."""

    model_config = ConfigDict(extra="forbid")
    paging_fields: ClassVar[frozenset[str]] = frozenset({"limit", "cursor", "include_total"})

    limit: Limit = 50
    cursor: str | None = Field(default=None, max_length=1000)
    include_total: bool = False

    @property
    def size(self) -> int:
        """The page's size: larger wishes are cut to 500, not refused."""
        return min(self.limit, MOST)

    def given(self) -> dict[str, Any]:
        """The filters in use and their values."""
        return {
            name: value
            for name in type(self).model_fields
            if name not in self.paging_fields and name != "sort" and (value := getattr(self, name)) is not None
        }

    def fingerprint(self) -> bytes:
        """What a cursor is bound to besides its list: the filters and the sort."""
        return orjson.dumps(self.model_dump(mode="json", exclude=set(self.paging_fields)), option=orjson.OPT_SORT_KEYS)


class TotalRead(ReadModel):
    """How many rows a list has: exact up to 10,000, then `gte`."""

    value: int
    relation: Literal["eq", "gte"]


class PageRead(ReadModel):
    """What every page of a list has beside its `items`; `total` only when `include_total` asked for it."""

    next_cursor: str | None
    links: dict[str, str | None]
    total: TotalRead | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page: rows as they are rendered, the next cursor (None ends the walk), the total when asked."""

    items: Sequence[Any]
    next_cursor: str | None
    total: dict[str, Any] | None = None


class Cursors:
    """Signs where a walk stands; a cursor of another list, filter, tenant or API version is refused."""

    def __init__(self, secret: str) -> None:
        self._key = sha256(b"alongside cursor v1" + secret.encode()).digest()

    def _sign(self, body: bytes, context: bytes) -> bytes:
        return hmac.digest(self._key, body + b"\0" + context, "sha256")[:16]

    def encode(self, key: Any, row_id: UUID, context: bytes) -> str:
        kind = "t" if isinstance(key, datetime) else "d" if isinstance(key, date) else "v"
        value = key.isoformat() if kind != "v" else key if isinstance(key, str | int | None) else str(key)
        body = orjson.dumps([kind, value, str(row_id)])
        return base64.urlsafe_b64encode(self._sign(body, context) + body).rstrip(b"=").decode()

    def decode(self, cursor: str, context: bytes) -> tuple[Any, UUID]:
        try:
            raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError) as error:
            raise InvalidCursor from error
        signature, body = raw[:16], raw[16:]
        if not hmac.compare_digest(signature, self._sign(body, context)):
            raise InvalidCursor
        kind, value, row_id = orjson.loads(body)
        if kind == "t":
            value = datetime.fromisoformat(value)
        elif kind == "d":
            value = date.fromisoformat(value)
        return value, UUID(row_id)


def paged(query: Query, key: ColumnElement[Any], row_id: ColumnElement[Any], *, descending: bool, after: bool) -> Query:
    """Order by key then id, start after a cursor when there is one, and label the key for the next cursor.

    `key` may not be null: a null key has no place in a keyset (coalesce it in an indexed expression).
    """
    if after:
        place = tuple_(key, row_id)
        mark = tuple_(bindparam("after_key", type_=key.type), bindparam("after_id", type_=row_id.type))
        query = query.where(place < mark if descending else place > mark)
    ordered = (key.desc(), row_id.desc()) if descending else (key.asc(), row_id.asc())
    # a plan is made once for every size of page, so it is told the largest: a few rows in order, from an index
    most = query.add_columns(key.label("sort_key")).order_by(*ordered).limit(literal_column(str(MOST + 1))).subquery()
    return select(*most.c).limit(an_int("limit"))


def bounded_total(query: Query) -> Query:
    """Count a list's rows, but never more than 10,001 of them."""
    inside = query.with_only_columns(literal_column("1")).limit(TOTAL_BOUND + 1).subquery()
    return select(func.count()).select_from(inside)


async def fetch_page(
    db: Executor,
    query: ListQuery,
    statement: Callable[[bool], Statement],
    *,
    name: str,
    cursors: Cursors,
    values: Mapping[str, Any],
    total: Callable[[], Statement] | None = None,
    shape: Callable[[Row], Any] | None = None,
) -> Page:
    """Run one page. `statement(after)` gives the compiled list, `shape` turns a row into its item."""
    context = b"\0".join((name.encode(), str(db.tenant_id).encode(), query.fingerprint()))
    values = {**values, **query.given(), "limit": query.size + 1}
    if query.cursor is not None:
        values["after_key"], values["after_id"] = cursors.decode(query.cursor, context)
    rows = await db.rows(statement(query.cursor is not None), **values)
    more = len(rows) > query.size
    rows = rows[: query.size]
    following = cursors.encode(rows[-1]["sort_key"], rows[-1]["id"], context) if more else None
    counted = None
    if query.include_total and total is not None:
        number = await db.value(total(), **values)
        counted = {
            "value": min(number, TOTAL_BOUND),
            "relation": "gte" if number > TOTAL_BOUND else "eq",
        }
    items = [shape(row) for row in rows] if shape else _without_key(rows)
    return Page(items, following, counted)


def _without_key(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Rows as items; `paged` adds the key as the last column, and a zip that ends before it leaves it out."""
    if not rows:
        return []
    names = list(rows[0].keys())
    assert names.pop() == "sort_key"
    return [dict(zip(names, row.values(), strict=False)) for row in rows]
