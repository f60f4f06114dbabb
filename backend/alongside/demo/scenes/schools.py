"""The schools: published records through the importers that any district uses, and the few that are invented."""

from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Any, Final

from alongside.core.clock import new_id
from alongside.demo.content.schools import INVENTED_SCHOOLS, MERGED, MERGED_ON, STORY_SCHOOLS, InventedSchool
from alongside.demo.stage import Stage
from alongside.identity.principal import Principal
from alongside.integrations.imports.mapping import read_catalogue, read_measures_mapping, read_schools_mapping
from alongside.integrations.imports.report import ImportReport
from alongside.integrations.imports.service import Wish, import_catalogue, import_measures, import_schools
from alongside.schools import service
from alongside.schools.queries import school_keys
from alongside.schools.schemas import SchoolClosing

DATA: Final = Path(__file__).parent.parent / "data" / "chicago"
YEARS: Final = ("2016-17", "2017-18", "2018-19")
AS_IT_IS: Final = Wish()


class RecordsNotLoaded(RuntimeError):
    """A file of the demonstration's own was refused: a fault of the importers or of the file."""


async def bring_records(stage: Stage, principal: Principal) -> None:
    """The 660 schools of the main district, their students and three years of measures."""
    database = stage.database
    catalogue = read_catalogue((DATA / "measures.toml").read_bytes())
    _check(await import_catalogue(database, principal, catalogue, AS_IT_IS))
    mapping = read_schools_mapping((DATA / "profiles_2018-19.toml").read_bytes())
    with (DATA / "school_profiles_2018-19.csv").open("rb") as file:
        _check(await import_schools(database, principal, file, mapping, AS_IT_IS))
    for year in YEARS:
        values = read_measures_mapping((DATA / f"progress_{year}.toml").read_bytes())
        with (DATA / f"school_progress_{year}.csv").open("rb") as file:
            _check(await import_measures(database, principal, file, values, AS_IT_IS))
    found = await school_keys(database.read(principal), "local")
    for school in STORY_SCHOOLS:
        stage.keep("school", school.key, found[school.local_id])
    for local_id, school_id in found.items():
        stage.keep("local", local_id, school_id)


def _check(report: ImportReport) -> None:
    if report.outcome == "refused":
        raise RecordsNotLoaded(f"{report.source}: {report.errors[:3]}")


async def merge_one(stage: Stage, principal: Principal) -> None:
    """The school without students is merged into another; its record stays."""
    gone, successor = stage.ids_of("school", MERGED)
    told = SchoolClosing(closed_on=MERGED_ON, successor_school_id=successor, reason="It has no students left.")
    async with stage.database.transaction(principal) as tx:
        await service.close(tx, principal, gone, told, None)


_FIELDS: Final = ("name", "legal_name", "level", "grades", "address", "city", "state", "postal_code", "phone",
                  "school_hours", "status")  # fmt: skip


async def invent(stage: Stage, principal: Principal) -> None:
    """The schools of a district that is invented altogether."""
    district = principal.tenant.slug
    own = [school for school in INVENTED_SCHOOLS if school.district == district]
    fields = service.new_fields(_FIELDS)
    async with stage.database.transaction(principal) as tx:
        await service.stage_schools(tx, fields, _rows(own, fields))
        await service.merge_schools(tx, "local", fields, principal.today)
    found = await school_keys(stage.database.read(principal), "local")
    for school in own:
        stage.keep("school", school.key, found[school.local_id], district)


async def _rows(schools: Iterable[InventedSchool], fields: Iterable[str]) -> AsyncIterator[tuple[Any, ...]]:
    for school in schools:
        said = {
            "name": school.name, "legal_name": school.name, "level": school.level, "grades": list(school.grades),
            "address": school.address, "city": school.city, "state": "IL", "postal_code": school.postal_code,
            "phone": school.phone, "school_hours": school.school_hours, "status": "active", "closed_on": None,
            "successor_school_id": None,
        }  # fmt: skip
        yield (new_id(), school.local_id, *(said[name] for name in fields))
