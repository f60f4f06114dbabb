"""`alongside import …`: a district's files from the command line, as the app's role and with its log."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO, Final
from uuid import UUID

from alongside.core.clock import instant_in
from alongside.core.db import Database
from alongside.core.scan import scan
from alongside.core.settings import Settings

from .bring import Kind, bring
from .report import ImportReport
from .service import Wish

SCAN_SECONDS: Final = 300
"""A file from the command line may be larger than one over HTTP, and nobody waits at a page."""


class TenantUnknown(LookupError):
    """No tenant has this slug."""


@dataclass(frozen=True, slots=True)
class CommandLine:
    """The caller when somebody with a shell on the server acts: no person, no credential."""

    tenant_id: UUID
    time_zone: str
    pinned_today: date | None = None
    person_id: UUID | None = None
    credential_id: UUID | None = None
    request_id: str | None = None
    unhidden_schools: frozenset[UUID] = frozenset()
    proof: None = None

    @property
    def now(self) -> datetime:
        """The tenant's instant."""
        return instant_in(self.time_zone, self.pinned_today)


async def find_command_line(database: Database, tenant: str) -> CommandLine:
    """Somebody with a shell, acting in a tenant by its slug. Raises TenantUnknown."""
    async with database.connection() as connection:
        row = await connection.fetchrow("select id, time_zone, pinned_today from tenant where slug = $1", tenant)
    if row is None:
        raise TenantUnknown(f"There is no tenant '{tenant}'")
    return CommandLine(row["id"], row["time_zone"], row["pinned_today"])


async def import_file(
    settings: Settings, kind: Kind, file: BinaryIO, tenant: str, mapping: bytes, wish: Wish
) -> ImportReport:
    """Bring a file into a tenant by its slug. Raises TenantUnknown, MappingRefused, FileInfected, ScannerAway."""
    if settings.scanner:
        await scan(settings.scanner, file, SCAN_SECONDS)
        await scan(settings.scanner, mapping)
    database = await Database.connect(settings)
    try:
        return await bring(database, await find_command_line(database, tenant), kind, file, mapping, wish)
    finally:
        await database.close()


def told(report: ImportReport) -> list[str]:
    """The report in lines for people."""
    lines = [f"{report.source}: {report.outcome}" + (" (dry run, nothing was written)" if report.is_dry_run else "")]
    for name, counts in (
        ("schools", report.schools), ("observations", report.observations), ("measures", report.measures),
    ):  # fmt: skip
        if counts is not None:
            lines.append(f"  {name}: {counts.created} created, {counts.updated} updated, {counts.unchanged} unchanged")
    lines.append(f"  rows: {report.rows} read, {report.refused} refused")
    for error in report.errors:
        place = "file" if error.row is None else f"row {error.row}"
        lines.append(f"  {place}{f', {error.column}' if error.column else ''}: {error.message} ({error.code})")
    if report.errors_not_shown:
        lines.append(f"  and {report.errors_not_shown} more")
    return lines
