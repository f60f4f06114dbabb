"""Reading schools: the whole directory is open to everybody who belongs to the tenant."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, func, literal_column, select

from alongside.core.db import Executor
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_key, a_text, columns, holds, statement, the_keys
from alongside.identity.principal import Principal

from .errors import SchoolNotFound
from .models import School, SchoolIdentifier, SchoolYear, TaxonomyTerm
from .schemas import SchoolFilters, SchoolSort

s, i, y, t = columns(School), columns(SchoolIdentifier), columns(SchoolYear), columns(TaxonomyTerm)

OWN = s.tenant_id == TENANT

FILTERS: Mapping[str, ColumnElement[bool]] = {
    "q": holds(s.name, a_text("q")),
    "level": s.level == a_text("level"),
    "network": s.network == a_text("network"),
    "status": s.status == a_text("status"),
    "external_id": s.id
    == any_(
        select(i.school_id)
        .where(
            i.tenant_id == TENANT,
            i.system == func.split_part(a_text("external_id"), ":", 1),
            i.value
            == func.substr(
                a_text("external_id"),
                func.strpos(a_text("external_id"), ":") + literal_column("1"),
            ),
        )
        .scalar_subquery()
    ),
    "mine": s.id == any_(the_keys("staff_schools")),
}


def visible_to(_principal: Principal) -> ColumnElement[bool]:
    """The directory: every school of the tenant."""
    return OWN


def _listed(given: frozenset[str]) -> Query:
    return select(
        s.id, s.name, s.level, s.grades, s.network,
        s.address, s.phone, s.status,
    ).where(OWN, *(FILTERS[name] for name in sorted(given)))  # fmt: skip


@statement
def _page(given: frozenset[str], sort: SchoolSort, after: bool) -> Query:
    return paged(_listed(given), s.name, s.id, descending=sort is SchoolSort.NAME_DOWN, after=after)


@statement
def _total(given: frozenset[str]) -> Query:
    return bounded_total(_listed(given))


@statement
def _one() -> Query:
    identifiers = (
        select(
            func.coalesce(
                func.jsonb_agg(func.jsonb_build_object("system", i.system, "value", i.value)),
                literal_column("'[]'::jsonb"),
            )
        )
        .where(
            i.tenant_id == s.tenant_id,
            i.school_id == s.id,
        )
        .scalar_subquery()
    )
    columns = [column for column in s if column.name not in ("tenant_id", "created_at")]
    return select(*columns, identifiers.label("identifiers")).where(OWN, s.id == a_key("id"))


async def find(db: Executor, principal: Principal, query: SchoolFilters, cursors: Cursors) -> Page:
    """A page of the directory."""
    given = query.given()
    if given.pop("mine", None):
        given["mine"] = True
    shape = frozenset(given)
    return await fetch_page(
        db,
        query,
        lambda after: _page(shape, query.sort, after),
        name="schools",
        cursors=cursors,
        values=principal.binds,
        total=lambda: _total(shape),
    )


async def get(db: Executor, principal: Principal, school_id: UUID) -> dict[str, Any]:
    """One school, or SchoolNotFound."""
    row = await db.row(_one(), id=school_id)
    if row is None:
        raise SchoolNotFound
    return dict(row)


@statement
def _terms() -> Query:
    return (
        select(t.code, t.label, t.parent_code)
        .where(
            t.tenant_id == TENANT,
            t.scheme == a_text("scheme"),
        )
        .order_by(t.position, t.label)
    )


async def terms(db: Executor, scheme: str) -> list[dict[str, Any]]:
    """A shared list of words, such as `area`."""
    return [dict(row) for row in await db.rows(_terms(), scheme=scheme)]


@statement
def _years() -> Query:
    return select(y.label, y.starts_on, y.ends_on).where(y.tenant_id == TENANT).order_by(y.label.desc())


async def school_years(db: Executor) -> list[dict[str, Any]]:
    """The district's school years, newest first."""
    return [dict(row) for row in await db.rows(_years())]


@statement
def _keys() -> Query:
    return select(i.value, i.school_id).where(i.tenant_id == TENANT, i.system == a_text("system"))


async def school_keys(db: Executor, system: str) -> dict[str, UUID]:
    """Every school of the tenant by its key in another system."""
    return {row["value"]: row["school_id"] for row in await db.rows(_keys(), system=system)}
