"""What a district asks for, as it stands on a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Text, and_, any_, cast, exists, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from alongside.core.db import Executor, Tx
from alongside.core.fields import money
from alongside.core.statements import TENANT, Query, a_key, columns, statement
from alongside.identity.principal import Principal
from alongside.identity.scopes import Scope
from alongside.papers.errors import RequirementNotFound
from alongside.partners.models import Partner, Program
from alongside.schools.models import TaxonomyTerm

from .order import DAY
from .visible import q

g, o, t = columns(Program), columns(Partner), columns(TaxonomyTerm)


def _program() -> ColumnElement[Any]:
    """The one program of which it is asked, by name and whose it is."""
    told = func.jsonb_build_object(
        literal_column("'id'"), g.id, literal_column("'name'"), g.name, literal_column("'partner'"), o.name
    )
    both = g.id.table.join(o.id.table, and_(o.tenant_id == g.tenant_id, o.id == g.partner_id))
    return (
        select(told)
        .select_from(both)
        .where(g.tenant_id == q.tenant_id, g.id == q.program_id)
        .correlate(q.id.table)
        .scalar_subquery()
    )


def _area_names() -> ColumnElement[Any]:
    """The areas as the district calls them, in its own order."""
    named = func.array_agg(aggregate_order_by(t.label, t.position, t.label))
    return func.coalesce(
        select(named)
        .where(t.tenant_id == q.tenant_id, t.scheme == "area", t.code == any_(q.areas))
        .correlate(q.id.table)
        .scalar_subquery(),
        literal_column("'{}'::text[]"),
    )


def _has_below() -> ColumnElement[Any]:
    """Whether any of the areas has others under it, which are meant as well."""
    under: Query = select(literal_column("1")).where(
        t.tenant_id == q.tenant_id, t.scheme == "area", t.parent_code == any_(q.areas)
    )
    return exists(under.correlate(q.id.table))


_OWN = [
    *(column for column in q if column.name not in ("tenant_id", "created_at", "areas_below_from")),
    _area_names().label("area_names"),
    _has_below().label("has_areas_below"),
    _program().label("program"),
]


@statement
def _asked() -> Query:
    return (
        select(*_OWN)
        .where(q.tenant_id == TENANT, or_(q.retired_from.is_(None), q.retired_from > DAY))
        .order_by(q.title, q.enforced_from, q.id)
    )


@statement
def _any() -> Query:
    return select(exists(select(literal_column("1")).where(q.tenant_id == TENANT)))


@statement
def _alone() -> Query:
    # a row that is not there yet cannot be locked
    return select(func.pg_advisory_xact_lock(func.hashtextextended(cast(TENANT, Text), literal_column("20200127"))))


@statement
def _one() -> Query:
    return select(*_OWN).where(q.tenant_id == TENANT, q.id == a_key("id"))


@statement
def _locked() -> Query:
    return select(*q).where(q.tenant_id == TENANT, q.id == a_key("id")).with_for_update()


def is_retired(row: Mapping[str, Any], day: date) -> bool:
    return row["retired_from"] is not None and row["retired_from"] <= day


def _body(row: Mapping[str, Any], principal: Principal, day: date) -> dict[str, Any]:
    body = dict(row)
    body["min_each"] = money(body.pop("min_each_cents"))
    body["min_aggregate"] = money(body.pop("min_aggregate_cents"))
    body["is_retired"] = is_retired(row, day)
    body["is_enforced"] = row["enforced_from"] <= day and not body["is_retired"]
    body["can_edit"] = may_require(principal) and row["retired_from"] is None
    return body


def may_require(principal: Principal) -> bool:
    """Whether the caller says what the district asks for."""
    return Scope.PAPERS_REQUIRE in principal.scopes


async def find_requirements(db: Executor, principal: Principal, effective_on: date | None) -> dict[str, Any]:
    """Everything that is asked on the day or later."""
    day = effective_on or principal.today
    rows = await db.rows(_asked(), day=day)
    return {
        "effective_on": day,
        "can_add": may_require(principal),
        "can_adopt": may_require(principal) and not rows and not await has_requirements(db),
        "items": [_body(dict(row), principal, day) for row in rows],
    }


async def has_requirements(db: Executor) -> bool:
    """Whether the district has ever asked for anything."""
    return bool(await db.value(_any()))


async def wait_for_first(tx: Tx) -> None:
    """Let one transaction of the district at a time look whether there are any, and add the first."""
    await tx.rows(_alone())


async def get_requirement(
    db: Executor, principal: Principal, requirement_id: UUID, effective_on: date | None = None
) -> dict[str, Any]:
    """One requirement, or RequirementNotFound."""
    row = await db.row(_one(), id=requirement_id)
    if row is None:
        raise RequirementNotFound
    return _body(dict(row), principal, effective_on or principal.today)


async def lock_requirement(tx: Tx, requirement_id: UUID) -> dict[str, Any]:
    """The row, held until the commit, or RequirementNotFound."""
    row = await tx.row(_locked(), id=requirement_id)
    if row is None:
        raise RequirementNotFound
    return dict(row)
