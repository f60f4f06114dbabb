"""SQLAlchemy Core writes a statement; this compiles each shape once for asyncpg and keeps it.

Building a statement per request costs two thirds of a list request (docs/performance.md), so a query is a
cached function of its *shape* (which filters, which sort, whose view) that returns a `Statement`; the values
come at execution, by name. Lists of ids are arrays (`= any(:ids)`), never an expanding `in_`.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from typing import Any, ParamSpec, cast

from sqlalchemy import (
    Boolean,
    Cast,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Executable,
    Integer,
    Numeric,
    Select,
    String,
    Table,
    Text,
    Uuid,
    bindparam,
    func,
    literal_column,
    select,
)
from sqlalchemy import cast as as_type
from sqlalchemy import column as a_column
from sqlalchemy import table as a_table
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.dialects.postgresql.asyncpg import dialect as asyncpg_dialect
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import iterate
from sqlmodel import SQLModel

P = ParamSpec("P")
_DIALECT = asyncpg_dialect()  # type: ignore[no-untyped-call]


class DayWithoutZone(TypeError):
    """A statement takes an instant's day by the database's zone; `day_of` takes it by the tenant's."""


def _check_days(executable: Executable) -> None:
    for part in iterate(executable):  # type: ignore[arg-type]
        if isinstance(part, Cast) and isinstance(part.type, Date) and getattr(part.clause.type, "timezone", False):
            raise DayWithoutZone(f"which day is {part.clause}? Use day_of")


class Statement:
    """Compiled SQL with its parameter order; `scoped` sets the tenant in the same message."""

    __slots__ = ("_defaults", "_names", "_scoped", "is_write", "sql")

    def __init__(self, executable: Executable) -> None:
        _check_days(executable)
        compiled = executable.compile(dialect=_DIALECT)  # type: ignore[attr-defined]
        assert isinstance(compiled, SQLCompiler)
        self.sql = compiled.string
        self._names = tuple(compiled.positiontup or ())
        self._defaults = {name: bind.effective_value for name, bind in compiled.binds.items() if not bind.required}
        self.is_write = bool(compiled.isinsert or compiled.isupdate or compiled.isdelete)
        self._scoped: dict[str, str] = {}

    def scoped(self, proof: str = "") -> str:
        """The statement with the tenant set first, for a caller whose standing `proof` (SQL) shows, or for any."""
        known = self._scoped.get(proof)
        if known is None:
            known = self._scoped[proof] = scope(self.sql, len(self._names), proof)
        return known

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        """The values in the statement's order; a missing one is a programming error."""
        defaults = self._defaults
        return [values[name] if name in values else defaults[name] for name in self._names]


def scope(sql: str, parameters: int, proof: str = "") -> str:
    """The same query with tenant and unhidden schools set first, in one message.

    `proof` is a FROM and WHERE that yield one row while the caller's standing holds, with `{}` for the number
    of the parameters before its own: without that row nothing is set and the answer is no rows.

    The lateral query refers to the materialized CTE and may not be flattened (`offset 0`), so Postgres can
    only evaluate it, and with it every row-level policy, after the settings are made. Were that order ever
    lost the settings would be empty and the answer no rows: it fails closed. Held by a test.
    """
    tenant, unhidden = f"${parameters + 1}", f"${parameters + 2}"
    return (
        "with caller as materialized (select set_config('app.tenant_id', "
        f"{tenant}::text, true) as tenant, set_config('app.unhidden_schools', {unhidden}::text, true) as unhidden "
        f"{proof.format(*range(parameters + 3, parameters + 9))}) "
        f"select answer.* from caller cross join lateral (select inside.* from ({sql}) as inside "
        "where caller.tenant is not null and caller.unhidden is not null offset 0) as answer"
    )


def statement(build: Callable[P, Executable]) -> Callable[P, Statement]:
    """Compile what `build` returns once per distinct (hashable) arguments, that is, once per shape."""

    @wraps(build)
    @lru_cache(maxsize=512)
    def compiled(*args: Any, **kwargs: Any) -> Statement:
        return Statement(build(*args, **kwargs))

    return cast("Callable[P, Statement]", compiled)


Query = Select[*tuple[Any, ...]]
"""Any select."""


@lru_cache
def table(model: type[SQLModel]) -> Table:
    """The table that a model declares; statements are written on it in Core.

    Its Python-side defaults are dropped: asyncpg runs the compiled text, so only the database's own defaults
    (tables.py gives them to it) would ever be applied.
    """
    declared = cast(Table, model.__table__)  # type: ignore[attr-defined]
    for column in declared.columns:
        column.default = None
    return declared


def columns(model: type[SQLModel]) -> ReadOnlyColumnCollection[str, Column[Any]]:
    """Its columns: `s = columns(School)`, then `s.name`."""
    return table(model).c


def a_key(name: str) -> ColumnElement[Any]:
    """A parameter that is an id. Parameters are named; a missing one is a programming error."""
    return bindparam(name, type_=Uuid)


def the_keys(name: str) -> ColumnElement[Any]:
    """A parameter that is a list of ids, for `= any_(…)`."""
    return bindparam(name, type_=ARRAY(Uuid))


def a_text(name: str) -> ColumnElement[Any]:
    return bindparam(name, type_=String)


def the_texts(name: str) -> ColumnElement[Any]:
    return bindparam(name, type_=ARRAY(Text))


def a_day(name: str) -> ColumnElement[Any]:
    return bindparam(name, type_=Date)


def an_instant(name: str) -> ColumnElement[Any]:
    return bindparam(name, type_=DateTime(timezone=True))


def an_int(name: str) -> ColumnElement[Any]:
    return bindparam(name, type_=Integer)


def a_number(name: str) -> ColumnElement[Any]:
    return bindparam(name, type_=Numeric)


def a_flag(name: str) -> ColumnElement[Any]:
    return bindparam(name, type_=Boolean)


def a_json(name: str) -> ColumnElement[Any]:
    return bindparam(name, type_=JSONB)


def holds(text: ColumnElement[str], phrase: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether the text holds the phrase, in any case: not LIKE, so a `%` or `_` that is typed is looked for as is."""
    return func.strpos(func.lower(text), func.lower(phrase)) > literal_column("0")


TENANT: ColumnElement[Any] = a_key("tenant_id")
"""The caller's tenant; the executors fill it in. Every statement names it although the policies would too."""

_ZONE = a_table("tenant", a_column("id", Uuid), a_column("time_zone", String))


def day_of(instant: ColumnElement[Any]) -> ColumnElement[Any]:
    """The day of an instant by the tenant's clock: in the evening a server in UTC is a day ahead of its district."""
    zone = select(_ZONE.c.time_zone).where(_ZONE.c.id == TENANT).scalar_subquery()
    return as_type(func.timezone(zone, instant), Date)
