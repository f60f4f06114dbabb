"""Districts, shared words, school years, people and their roles: what must be there before anything happens."""

from collections.abc import Iterable, Mapping
from typing import Any

import asyncpg
from sqlalchemy import Insert, bindparam, insert
from sqlmodel import SQLModel

from alongside.core.clock import new_id
from alongside.core.db import Tx
from alongside.core.record import record
from alongside.core.statements import columns, statement, table
from alongside.identity.events import RoleGiven
from alongside.identity.models import RoleAssignment, RoleSchool
from alongside.identity.passwords import hash_password
from alongside.identity.principal import Principal, TenantSettings
from alongside.schools.models import SchoolYear, TaxonomyTerm
from alongside.schools.school_year import school_year_starting

from .content.areas import SCHEMES
from .content.districts import DISTRICTS, INSTRUCTION, MAIN, REVISITS_FROM, SCHOOL_YEARS, TODAY, District
from .content.people import Held, Somebody
from .content.sign_ins import PASSWORD
from .events import TermsDefined
from .stage import Stage


@statement
def adding(model: type[SQLModel], names: frozenset[str]) -> Insert:
    """Insert these columns of a table; the rest is the database's own default."""
    shape = columns(model)
    return insert(table(model)).values(**{name: bindparam(name, type_=shape[name].type) for name in sorted(names)})


async def add(tx: Tx, model: type[SQLModel], rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns; the tenant is the transaction's."""
    several = [{**row, "tenant_id": tx.tenant_id} for row in rows]
    if several:
        await tx.run_many(adding(model, frozenset(several[0])), several)


async def make_district(owner: asyncpg.Connection, district: District) -> TenantSettings:
    """A tenant, which only the schema's owner may add."""
    row = await owner.fetchrow(
        "insert into tenant (id, slug, kind, name, time_zone, pinned_today, revisits_from, is_demonstration) "
        "values ($1, $2, $3, $4, $5, $6, $7, true) returning *",
        new_id(), district.slug, district.kind, district.name, district.time_zone, TODAY, REVISITS_FROM,
    )  # fmt: skip
    assert row is not None
    return TenantSettings(**{name: row[name] for name in TenantSettings.__dataclass_fields__})


async def make_districts(stage: Stage, owner: asyncpg.Connection) -> None:
    for district in DISTRICTS:
        stage.tenants[district.slug] = await make_district(owner, district)


async def make_people(stage: Stage, people: Iterable[Somebody]) -> None:
    """Everybody, with the one password of the demonstration; its hash is computed once."""
    hashed = hash_password(PASSWORD)
    rows = []
    for person in people:
        if person.key in stage.people:
            raise ValueError(f"two people are called {person.key}")
        stage.people[person.key] = person
        person_id = stage.keep("person", person.key, new_id())
        home = next((held.district for held in person.held if held.district == MAIN), person.held[0].district)
        rows.append((person_id, person.email, person.name, person.phone, hashed, stage.tenants[home].id))
    async with stage.database.connection() as connection:
        await connection.executemany(
            "insert into person (id, email, name, phone, password_hash, last_tenant_id) "
            "values ($1, $2, $3, $4, $5, $6)",
            rows,
        )


async def define_words(tx: Tx, principal: Principal) -> None:
    """The starter lists of areas, populations and outcomes, and the school years."""
    rows = [
        {"id": new_id(), "scheme": scheme, "code": term.code, "label": term.label, "parent_code": term.parent,
         "position": position}
        for scheme, terms in SCHEMES.items()
        for position, term in enumerate(terms)
    ]  # fmt: skip
    await add(tx, TaxonomyTerm, rows)
    years = [school_year_starting(year) for year in SCHOOL_YEARS]
    taught: list[dict[str, Any]] = []
    for year in years:
        first, last = INSTRUCTION.get(year.starts_on.year, (None, None))
        days = {"starts_on": year.starts_on, "ends_on": year.ends_on, "first_day_on": first, "last_day_on": last}
        taught.append({"id": new_id(), "label": year.label, **days})
    await add(tx, SchoolYear, taught)
    changed = {scheme: [None, [term.code for term in terms]] for scheme, terms in SCHEMES.items()}
    changed["school_years"] = [None, [year.label for year in years]]
    record(tx, TermsDefined(object_id=principal.tenant_id, changed=changed))


async def give_roles(stage: Stage, tx: Tx, given: Iterable[tuple[Somebody, Held]], district: str) -> None:
    """Give people their roles; the partners and schools that the roles name are there."""
    for person, held in given:
        role_id = new_id()
        partner = None if held.partner is None else stage.id_of("partner", held.partner, district)
        employer = None if held.employer is None else stage.id_of("partner", held.employer, district)
        schools = stage.ids_of("school", held.schools, district)
        values: dict[str, Any] = {
            "person_id": stage.id_of("person", person.key),
            "role": held.role,
            "scope": "partner" if held.partner else "schools" if held.schools else "tenant",
            "title": held.title,
            "partner_id": partner,
            "employer_partner_id": employer,
            "starts_on": held.starts_on,
            "ends_on": held.ends_on,
        }
        await add(tx, RoleAssignment, [{"id": role_id, **values}])
        await add(
            tx,
            RoleSchool,
            [{"id": new_id(), "role_assignment_id": role_id, "school_id": school} for school in schools],
        )
        told = {name: [None, value] for name, value in values.items() if value is not None}
        if schools:
            told["school_ids"] = [None, schools]
        record(tx, RoleGiven(object_id=role_id, changed=told))


def roles_in(people: Iterable[Somebody], district: str) -> list[tuple[Somebody, Held]]:
    """Who holds what in a district."""
    return [(person, held) for person in people for held in person.held if held.district == district]
