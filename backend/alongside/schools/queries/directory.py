"""Reading schools: the whole directory is open to everybody who belongs to the tenant."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, case, func, literal_column, select

from alongside.core.db import Executor, Tx
from alongside.core.earlier import DAY, earlier, then
from alongside.core.lifecycle import allowed_moves
from alongside.core.paging import Cursors, Page, bounded_total, fetch_page, paged
from alongside.core.statements import TENANT, Query, a_key, a_text, columns, holds, statement, the_keys, the_texts
from alongside.identity.principal import Principal
from alongside.identity.scopes import Scope
from alongside.schools import rules
from alongside.schools.errors import SchoolAliasNotFound, SchoolNotFound
from alongside.schools.models import School, SchoolAlias, SchoolBefore, SchoolIdentifier, SchoolYear, TaxonomyTerm
from alongside.schools.naming import SchoolNames
from alongside.schools.schemas import SchoolFilters, SchoolSort

s, i, y, t = columns(School), columns(SchoolIdentifier), columns(SchoolYear), columns(TaxonomyTerm)
n = columns(SchoolAlias)

OWN = s.tenant_id == TENANT

SCHOOL_BEFORE = earlier(SchoolBefore, s, "school_id", "school_before")
CLOSED_ON: ColumnElement[Any] = then(SCHOOL_BEFORE, s.closed_on)
"""The first day without the school, as was known on the day; needs `SCHOOL_BEFORE` joined."""

STATUS: ColumnElement[Any] = case(
    (and_(s.closed_on.is_not(None), s.closed_on > func.tenant_day(s.tenant_id)), "active"), else_=s.status
)
"""What the school is today; `rules.status_on` as the database says it."""

IS_OPEN: ColumnElement[Any] = case(
    (CLOSED_ON.is_(None), then(SCHOOL_BEFORE, s.status) == "active"), else_=CLOSED_ON > DAY
)
"""Whether the school is open on the day; `rules.is_open` as the database says it."""

FILTERS: Mapping[str, ColumnElement[bool]] = {
    "q": holds(s.name, a_text("q")),
    "level": s.level == a_text("level"),
    "network": s.network == a_text("network"),
    "status": a_text("status") == STATUS,
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
        s.address, s.phone, STATUS.label("status"),
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
    columns = [column for column in s if column.name not in ("tenant_id", "created_at", "status")]
    next_one = s.id.table.alias("next_one").c
    successor = (
        select(func.jsonb_build_object("id", next_one.id, "name", next_one.name))
        .where(next_one.tenant_id == s.tenant_id, next_one.id == s.successor_school_id)
        .correlate(s.id.table)
        .scalar_subquery()
    )
    return select(
        *columns, s.status.label("stored_status"), STATUS.label("status"), identifiers.label("identifiers"),
        successor.label("successor"),
    ).where(OWN, s.id == a_key("id"))  # fmt: skip


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
    found = dict(row)
    stored = found.pop("stored_status")
    return {**found, "allowed_moves": allowed_moves(rules.SCHOOL, stored, actors_of(principal))}


def actors_of(principal: Principal) -> frozenset[str]:
    """Who the caller is for a school of the directory."""
    return frozenset({rules.KEEPER} if Scope.SCHOOLS_WRITE in principal.scopes else ())


@statement
def _locked() -> Query:
    return select(*s).where(OWN, s.id == a_key("id")).with_for_update()


async def lock(tx: Tx, school_id: UUID) -> dict[str, Any]:
    """The bare row, held until the commit, or SchoolNotFound."""
    row = await tx.row(_locked(), id=school_id)
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


def _aliases() -> Query:
    school = func.jsonb_build_object("id", s.id, "name", s.name).label("school")
    both = (s.tenant_id == n.tenant_id) & (s.id == n.school_id)
    return select(n.id, n.version, n.name, school).select_from(n.id.table.join(s.id.table, both)).where(
        n.tenant_id == TENANT
    )  # fmt: skip


@statement
def _all_aliases() -> Query:
    return _aliases().order_by(n.name, n.id)


@statement
def _one_alias() -> Query:
    return _aliases().where(n.id == a_key("id"))


@statement
def _by_name_key() -> Query:
    return select(n.id, n.school_id).where(n.tenant_id == TENANT, n.name_key == a_text("name_key"))


@statement
def _known() -> Query:
    keys = select(func.array_agg(i.value)).where(i.tenant_id == TENANT, i.school_id == s.id).scalar_subquery()
    others = select(func.array_agg(n.name)).where(n.tenant_id == TENANT, n.school_id == s.id).scalar_subquery()
    return select(s.id, s.name, s.legal_name, STATUS.label("status"), keys.label("keys"), others.label("others")).where(
        OWN
    )


@statement
def _proposed() -> Query:
    said = func.unnest(the_texts("said")).table_valued("name", name="said").c.name
    near = func.greatest(
        func.similarity(s.name, said), func.similarity(s.legal_name, said), func.word_similarity(said, s.name),
        func.word_similarity(said, s.legal_name),
    )  # fmt: skip
    place = func.row_number().over(partition_by=said, order_by=(near.desc(), s.name, s.id)).label("place")
    ranked = (
        select(said.label("said"), s.id, s.name, near.label("near"), place)
        .where(OWN, literal_column("'active'") == STATUS, near >= literal_column("0.4"))
        .subquery()
    )
    ranked_c = ranked.c
    return (
        select(ranked_c.said, ranked_c.id, ranked_c.name)
        .where(ranked_c.place <= literal_column("5"))
        .order_by(ranked_c.said, ranked_c.place)
    )


async def aliases(db: Executor) -> list[dict[str, Any]]:
    """Every other name of every school."""
    return [dict(row) for row in await db.rows(_all_aliases())]


async def get_alias(db: Executor, alias_id: UUID) -> dict[str, Any]:
    """One other name, or SchoolAliasNotFound."""
    row = await db.row(_one_alias(), id=alias_id)
    if row is None:
        raise SchoolAliasNotFound
    return dict(row)


async def school_of_alias(db: Executor, name_key: str) -> dict[str, Any] | None:
    """Which school goes by this name (`naming.school_key`): the alias and its school."""
    row = await db.row(_by_name_key(), name_key=name_key)
    return None if row is None else dict(row)


async def school_names(db: Executor) -> tuple[SchoolNames, dict[UUID, dict[str, Any]]]:
    """By what names every school is found, and what each is called and whether it is open."""
    names, called = SchoolNames(), {}
    for row in await db.rows(_known()):
        names.know(row["id"], (row["name"], row["legal_name"], *(row["others"] or ())), row["keys"] or ())
        called[row["id"]] = {"id": row["id"], "name": row["name"], "status": row["status"]}
    return names, called


async def propose(db: Executor, said: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """For each name the open schools that it may mean, by likeness (pg_trgm), at most five."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in said}
    for row in await db.rows(_proposed(), said=list(found)):
        found[row["said"]].append({"id": row["id"], "name": row["name"]})
    return found
