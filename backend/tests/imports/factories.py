"""Files and mappings, brought into a test's tenant as its district office would."""

from io import BytesIO
from pathlib import Path
from uuid import UUID

from alongside import demo
from alongside.integrations.imports.bring import Kind, bring
from alongside.integrations.imports.command import CommandLine
from alongside.integrations.imports.report import ImportReport
from alongside.integrations.imports.service import Wish
from tests.world import World

CHICAGO = Path(demo.__file__).parent / "data" / "chicago"
PROGRESS = ("2016-17", "2017-18", "2018-19")


def shell(world: World, tenant: UUID | None = None) -> CommandLine:
    """Somebody on the command line of a tenant."""
    return CommandLine(tenant or world.tenant_id, "America/Chicago")


async def brought(
    world: World,
    kind: Kind,
    file: bytes | str,
    mapping: bytes | str = b"",
    *,
    dry_run: bool = False,
    allow_partial: bool = False,
    tenant: UUID | None = None,
) -> ImportReport:
    """Bring a file given as text or bytes."""
    content = file.encode() if isinstance(file, str) else file
    said = mapping.encode() if isinstance(mapping, str) else mapping
    return await bring(
        world.database, shell(world, tenant), kind, BytesIO(content), said,
        Wish(is_dry_run=dry_run, allow_partial=allow_partial),
    )  # fmt: skip


def chicago(name: str) -> bytes:
    """A file of the demonstration's public records."""
    return (CHICAGO / name).read_bytes()


async def bring_catalogue(world: World, **wish: bool) -> ImportReport:
    return await brought(world, "catalogue", chicago("measures.toml"), **wish)


async def bring_profiles(world: World, **wish: bool) -> ImportReport:
    """The 660 schools with their students."""
    return await brought(
        world, "schools", chicago("school_profiles_2018-19.csv"), chicago("profiles_2018-19.toml"), **wish
    )


async def bring_progress(world: World, year: str, **wish: bool) -> ImportReport:
    """A year of progress measures."""
    return await brought(
        world, "measures", chicago(f"school_progress_{year}.csv"), chicago(f"progress_{year}.toml"), **wish
    )
