"""Schools, their keys elsewhere, school years and words of the shared lists, for a test to act on."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from alongside.core.clock import new_id
from alongside.schools.models import School, SchoolAlias, SchoolIdentifier, SchoolYear, TaxonomyTerm
from alongside.schools.naming import school_key
from tests.world import World


async def a_school(
    world: World,
    *,
    name: str = "Alder Park School",
    level: str = "k8",
    grades: Iterable[str] = ("K", "1", "2", "3", "4", "5", "6", "7", "8"),
    network: str | None = "Network 4",
    status: str = "active",
    identifiers: Mapping[str, str] | None = None,
    tenant: UUID | None = None,
    **values: Any,
) -> UUID:
    """A school; `identifiers={"local": "609710"}` gives its keys in other systems."""
    values.setdefault("legal_name", name)
    school = await world.add(
        School, tenant=tenant, name=name, level=level, grades=list(grades), network=network, status=status, **values
    )
    for system, value in (identifiers or {}).items():
        await world.add(SchoolIdentifier, tenant=tenant, school_id=school, system=system, value=value)
    return school


async def an_alias(world: World, *, school: UUID, name: str, tenant: UUID | None = None) -> UUID:
    """Another name that a school goes by."""
    return await world.add(SchoolAlias, tenant=tenant, school_id=school, name=name, name_key=school_key(name))


async def a_school_year(
    world: World, *, label: str = "2019-2020", tenant: UUID | None = None, first_day_on: date | None = None,
    last_day_on: date | None = None,
) -> UUID:  # fmt: skip
    """A school year from 1 July to 30 June."""
    first, last = (int(year) for year in label.split("-"))
    return await world.add(
        SchoolYear, tenant=tenant, label=label, starts_on=date(first, 7, 1), ends_on=date(last, 6, 30),
        first_day_on=first_day_on, last_day_on=last_day_on,
    )  # fmt: skip


async def a_term(
    world: World,
    *,
    scheme: str = "area",
    code: str = "attendance",
    label: str = "Attendance",
    parent_code: str | None = None,
    position: int = 0,
    tenant: UUID | None = None,
) -> UUID:
    """A word of a shared list; the areas of needs and services unless told otherwise."""
    return await world.add(
        TaxonomyTerm, tenant=tenant, id=new_id(), scheme=scheme, code=code, label=label, parent_code=parent_code,
        position=position,
    )  # fmt: skip
