"""The worker's side of long steps: does what was asked, as whoever asked for it, once."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from alongside.core.db import Database, Tx
from alongside.core.errors import Problem, Unavailable
from alongside.core.record import record
from alongside.identity.principal import Principal, TenantSettings
from alongside.identity.queries import find_person
from alongside.identity.scopes import Scope

from . import queries, service
from .errors import SpreadsheetAskerGone
from .events import SpreadsheetFailed
from .work import tell
from .write import Told

SECONDS: Final = 600


async def perform(database: Database, tenant: TenantSettings, spreadsheet_id: UUID) -> None:
    """Take the step that was asked for; a second run finds nothing left to do. What is refused is kept for the
    reader, what cannot be done just now is tried again."""
    clerk = Principal(tenant=tenant)
    work = await queries.work_of(database.read(clerk), spreadsheet_id)
    if work is None or work["failed"] is not None:
        return
    try:
        principal = await _asker(database, tenant, work)
        async with database.transaction(principal, seconds=SECONDS) as tx:
            await _take(tx, principal, spreadsheet_id, _teller(database, clerk, spreadsheet_id))
    except Unavailable:
        raise
    except Exception as failed:
        slug = failed.slug if isinstance(failed, Problem) else Problem.slug
        async with database.transaction(clerk) as tx:
            await tell(tx, spreadsheet_id, failed=slug)
            told = {"move": work["move"], "problem": slug, "asked_by": work["person_id"]}
            changed = {name: [None, value] for name, value in told.items() if value is not None}
            record(tx, SpreadsheetFailed(object_id=spreadsheet_id, changed=changed))
        if not isinstance(failed, Problem):
            raise


async def _take(tx: Tx, principal: Principal, spreadsheet_id: UUID, told: Told) -> None:
    row = await queries.lock(tx, spreadsheet_id)
    work = row["work"]
    if not queries.is_worked_on(row):
        return
    if work["move"] == "check":
        await service.find_out(tx, principal, row)
    elif work["move"] == "decide":
        await service.take_word(tx, principal, row, work["decisions"])
    else:
        await service.write(tx, principal, row, told)


async def _asker(database: Database, tenant: TenantSettings, work: Mapping[str, Any]) -> Principal:
    """Who asked, with what they may do now."""
    if work["person_id"] is not None:
        person = await find_person(database, work["person_id"], tenant.id)
        if person is None:
            raise SpreadsheetAskerGone
        return person
    machine = work["machine"] or {"credential": None, "scopes": []}
    return Principal(
        tenant=tenant,
        credential_id=machine["credential"] and UUID(machine["credential"]),
        machine_scopes=frozenset(Scope(scope) for scope in machine["scopes"]),
    )


def _teller(database: Database, clerk: Principal, spreadsheet_id: UUID) -> Told:
    """Tells how far a commit is, beside its transaction: others see it while nothing is committed."""

    async def told(done: int, total: int) -> None:
        async with database.transaction(clerk) as tx:
            await tell(tx, spreadsheet_id, done=done, total=total)

    return told
