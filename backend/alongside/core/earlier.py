"""What a row said on an earlier day: `x_before` keeps what was overwritten, and the day until which it held.

A trigger keeps it (migration `any_day`), so whoever writes need not think of it; docs/adr says why.
"""

from typing import Any

from sqlalchemy import ColumnElement, case, literal_column, select
from sqlalchemy.sql.selectable import LateralFromClause
from sqlmodel import SQLModel

from .statements import a_day, columns

DAY = a_day("day")


def earlier(model: type[SQLModel], row: Any, owner: str, name: str) -> LateralFromClause:
    """What a row (by its columns) said on the day, if it has said otherwise since; at most one, for an outer join."""
    b = columns(model)
    return (
        select(*(column for column in b if column.name not in ("tenant_id", "id", owner)))
        .where(b.tenant_id == row.tenant_id, b[owner] == row.id, b.until_on > DAY)
        .order_by(b.until_on)
        .limit(literal_column("1"))
        .lateral(name)
    )


def then(before: LateralFromClause, now: ColumnElement[Any]) -> ColumnElement[Any]:
    """What the column said on the day."""
    return case((before.c.until_on.is_not(None), before.c[now.name]), else_=now)
