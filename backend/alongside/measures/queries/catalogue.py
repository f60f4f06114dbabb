"""The measures of a tenant, and the one view through which their observations are read."""

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    DateTime,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    Uuid,
    and_,
    select,
)  # fmt: skip

from alongside.core.db import Executor, Row
from alongside.core.statements import TENANT, Query, a_text, columns, statement
from alongside.identity.principal import Principal, Standpoint
from alongside.measures.errors import MeasureNotFound
from alongside.measures.models import Measure

m = columns(Measure)

GUARDED = Table(
    "observation_guarded",
    MetaData(),
    Column("tenant_id", Uuid), Column("id", Uuid), Column("measure_id", Uuid), Column("school_id", Uuid),
    Column("batch_id", Uuid), Column("period", String), Column("group_key", String), Column("value", Numeric),
    Column("value_text", String), Column("numerator", Integer), Column("denominator", Integer),
    Column("hidden", String), Column("source", String), Column("as_of_on", Date),
    Column("observed_at", DateTime(timezone=True)),
)  # fmt: skip
"""Observations as the caller may see them; there is no other way to read one."""

REF = (m.key, m.name, m.unit, m.direction, m.area_code, m.may_be_evidence, m.is_headline, m.description)


def visible_to(standpoints: frozenset[Standpoint]) -> ColumnElement[bool]:
    """Measures of the tenant; for those who see as partners only, what is for partners' eyes."""
    own = m.tenant_id == TENANT
    return own if standpoints - {Standpoint.PARTNER} else and_(own, m.is_for_partners)


@statement
def _catalogue(standpoints: frozenset[Standpoint]) -> Query:
    return (
        select(m.id, m.version, *REF, m.is_for_partners, m.dimension, m.source, m.updated_at)
        .where(visible_to(standpoints))
        .order_by(m.position, m.key)
    )


async def catalogue(db: Executor, principal: Principal) -> list[dict[str, Any]]:
    """Every measure that the caller may see, in the catalogue's order."""
    return [dict(row) for row in await db.rows(_catalogue(principal.standpoints))]


@statement
def _one() -> Query:
    return select(m.id, m.key, m.unit).where(m.tenant_id == TENANT, m.key == a_text("key"))


async def get_measure(db: Executor, key: str) -> Row:
    """Id, key and unit of a measure that is written to, or MeasureNotFound."""
    row = await db.row(_one(), key=key)
    if row is None:
        raise MeasureNotFound
    return row


@statement
def _units() -> Query:
    return select(m.id, m.key, m.unit).where(m.tenant_id == TENANT)


async def units(db: Executor) -> dict[str, Row]:
    """Id and unit of every measure, by key."""
    return {row["key"]: row for row in await db.rows(_units())}
