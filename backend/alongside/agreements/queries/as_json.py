"""Parts of an agreement as JSON within its one statement: objects and lists, instants, people."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.agreements.models import Agreement
from alongside.core.statements import columns, table
from alongside.identity.models import Person

a = columns(Agreement)
_EMPTY: ColumnElement[Any] = literal_column("'[]'::jsonb")
_RFC_3339: ColumnElement[Any] = literal_column("""'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'""")


def utc(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """An instant as the wire writes it."""
    return func.to_char(func.timezone(literal_column("'UTC'"), column), _RFC_3339)


def json_object(**fields: Any) -> ColumnElement[Any]:
    """An object of these fields."""
    pairs: list[ColumnElement[Any]] = []
    for name, value in fields.items():
        pairs += [literal_column(f"'{name}'"), value]
    return func.jsonb_build_object(*pairs)


def json_list(told: ColumnElement[Any], *order: Any) -> ColumnElement[Any]:
    """A list in this order, empty without rows."""
    return func.coalesce(func.jsonb_agg(aggregate_order_by(told, *order)), _EMPTY)


def parts(told: ColumnElement[Any], part: Any, *order: Any) -> Select[Any]:
    """The list of an agreement's parts of one kind."""
    return select(json_list(told, *order)).where(part.tenant_id == a.tenant_id, part.agreement_id == a.id)


def name_of(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Somebody's name, or null."""
    who = table(Person).alias()
    return select(who.c.name).where(who.c.id == column).scalar_subquery()


def person(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Somebody by id and name as JSON, or null."""
    who = table(Person).alias()
    return select(json_object(id=who.c.id, name=who.c.name)).where(who.c.id == column).scalar_subquery()
